"""What is secret and was seen by others is renewed: a secret address, the key.

The owner is told in the digest, and reads the new address by `./run check`: an
address that is worth renewing is not sent around by mail. That it is owed is
committed with the mail or the order that asked for it; the key file is changed
after that, and at the next start if we were stopped in between.
"""

import logging
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import replace
from datetime import timedelta
from functools import partial

from intake.mail import InboundMail
from intake.sender import secret_seen
from shell.keys import renew_key, renew_secret, without_old_keys
from shell.remarks import kept
from shell.workshop import Workshop
from store.port import Batch, OrderRow, Refused
from tasks.letters import Remark
from wire.tokens import Keyring

log = logging.getLogger("handoff")
OWED = "renew-secret:"  # the epoch that an owner's secret address is to have
KEY_OWED = "renew-key"  # the epoch of the key that is to sign
DROP_OWED = "drop-keys"  # the keys before this epoch are to end at once
OLD_KEYS_LAST = timedelta(days=90)  # trust.md, tokens
KEY, SECRET = "renew key", "renew secret-address"
RENEWALS = frozenset({KEY, SECRET})
CHECK = "`./run check` shows the one that counts."
TOLD = f'Your secret address stood beside other recipients in "{{}}", so it has to be a new one. {CHECK}'
NEW_SECRET = f"Your secret address was renewed, and the old one has ended. {CHECK}"
NEW_KEY = (
    "A new key signs the reply addresses of letters from now on. Those of older letters, and your secret "
    f"address as you know it, work until {{:%-d %B %Y}}. Your secret address is a new one: {CHECK}"
)
NEW_KEY_AT_ONCE = (
    "A new key signs the reply addresses of letters from now on, and the old one has ended: answers to older "
    f"letters are shown to you first. Your secret address is a new one: {CHECK}"
)
NOT_YET = "{} could not be renewed ({}): whoever saw it can still use it. The next round tries again."


def renewal(shop: Workshop, mail: InboundMail) -> tuple[tuple[Remark, ...], Mapping[str, str]]:
    """What a mail that shows a secret address to others adds to its batch: a
    line for the owner, and what is owed. An old one is no address any more, so
    one mail renews it once."""
    owner = secret_seen(mail, shop.desk.ring, shop.desk.identity)
    if owner not in shop.house.people:
        return (), {}
    epoch = shop.desk.ring.secret_epoch(owner) + 1
    return (Remark(owner, TOLD.format(mail.subject[:80])),), {OWED + owner: str(epoch)}


def settle_renewal(shop: Workshop, order: OrderRow) -> str:
    """Carry out the operator's `renew`, and say what was done. It names what it
    found, so that the same order twice, or again after a cut, renews once."""
    owed, remarks, answer = _wanted(shop, order.words)
    rows = tuple(kept(shop.clock(), remark) for remark in remarks)
    done = Batch(order_done=(order.number, answer), meta=owed, remarks=rows, at=shop.clock())
    shop.store.commit(done)
    renew_owed(shop)
    return answer


def _wanted(shop: Workshop, words: Mapping[str, str]) -> tuple[Mapping[str, str], tuple[Remark, ...], str]:
    owner, fresh = words.get("person", ""), int(words["leaving"]) + 1
    if words["word"] == SECRET:
        if _epoch(shop, OWED + owner) >= fresh or owner not in shop.house.people:
            return {}, (), "That secret address was renewed already"
        mine = Remark(owner, NEW_SECRET)
        return {OWED + owner: str(fresh)}, (mine,), f"The secret address of {owner} is a new one"
    at_once = bool(words.get("at_once"))
    owed = {DROP_OWED: str(fresh)} if at_once else {}
    if _epoch(shop, KEY_OWED) >= fresh:
        return owed, (), "The key was renewed already"
    until = shop.clock() + OLD_KEYS_LAST
    line = NEW_KEY_AT_ONCE if at_once else NEW_KEY.format(until)
    told = tuple(Remark(each.key, line) for each in shop.house.owners())
    return {KEY_OWED: str(fresh), **owed}, told, "A new key signs from now on"


def _epoch(shop: Workshop, meta: str) -> int:
    return int(shop.store.meta(meta) or 0)


def renew_owed(shop: Workshop) -> None:
    """Renew what is owed still, and end the keys whose time is over."""
    path, now = shop.config.key_file, shop.clock()
    for owner in shop.house.owners():
        if _epoch(shop, OWED + owner.key) > shop.desk.ring.secret_epoch(owner.key):
            change = partial(renew_secret, path, person=owner.key)
            _renew(shop, f"the secret address of {owner.key}", owner.key, change)
    if _epoch(shop, KEY_OWED) > shop.desk.ring.current:
        _renew(shop, "the signing key", "", partial(renew_key, path, now=now))
    if shop.desk.ring.retired:
        at_once = shop.desk.ring.current == _epoch(shop, DROP_OWED)
        until = now if at_once else now - OLD_KEYS_LAST
        _renew(shop, "the list of old keys", "", partial(without_old_keys, path, until=until))


def _renew(shop: Workshop, what: str, owner: str, change: Callable[[Keyring], Keyring]) -> None:
    before = shop.desk.ring
    try:
        ring = change(before)
    except OSError as trouble:
        log.warning("%s could not be renewed: %s", what, trouble)
        words = NOT_YET.format(what[:1].upper() + what[1:], trouble.strerror)
        remark = kept(shop.clock(), Remark(owner or shop.house.owners()[0].key, words))
        told = f"not-renewed:{what}:{before.current}:{before.secret_epoch(owner)}"
        with suppress(Refused):  # it is tried in each round, and told once
            shop.store.commit(Batch(slots=(told,), remarks=(remark,)))
        return
    if ring != before:
        shop.desk = replace(shop.desk, ring=ring)
        log.info("renewed %s", what)
