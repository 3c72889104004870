"""A secret address that others have seen is secret no more, and is renewed.

The owner is told in the digest, and reads the new one by `./run check`: an
address that is worth renewing is not sent around by mail. That it is owed is
committed with the mail that showed it; the key file is changed after that, and
at the next start if we were stopped in between.
"""

import logging
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import replace

from intake.mail import InboundMail
from intake.sender import secret_seen
from shell.keys import renew_secret
from shell.remarks import kept
from shell.workshop import Workshop
from store.port import Batch, Refused
from tasks.letters import Remark

log = logging.getLogger("handoff")
OWED = "renew-secret:"  # the epoch that an owner's secret address is to have
TOLD = (
    'Your secret address stood beside other recipients in "{}", so it has to be a new one.'
    " `./run check` shows the one that counts."
)
NOT_YET = "Your secret address could not be renewed ({}): whoever saw it can open tasks as you."


def renewal(shop: Workshop, mail: InboundMail) -> tuple[tuple[Remark, ...], Mapping[str, str]]:
    """What a mail that shows a secret address to others adds to its batch: a
    line for the owner, and what is owed. An old one is no address any more, so
    one mail renews it once."""
    owner = secret_seen(mail, shop.desk.ring, shop.desk.identity)
    if owner not in shop.house.people:
        return (), {}
    epoch = shop.desk.ring.secret_epoch(owner) + 1
    return (Remark(owner, TOLD.format(mail.subject[:80])),), {OWED + owner: str(epoch)}


def renew_owed(shop: Workshop) -> None:
    """Renew each secret address that is owed still."""
    for owner in shop.house.owners():
        if int(shop.store.meta(OWED + owner.key) or 0) > shop.desk.ring.secret_epoch(owner.key):
            _renew(shop, owner.key)


def _renew(shop: Workshop, owner: str) -> None:
    try:
        ring = renew_secret(shop.config.key_file, shop.desk.ring, owner)
    except OSError as trouble:
        log.warning(
            "the secret address of %s was seen by others and could not be renewed: %s", owner, trouble
        )
        remark = kept(shop.clock(), Remark(owner, NOT_YET.format(trouble.strerror)))
        told = f"not-renewed:{owner}:{shop.desk.ring.secret_epoch(owner)}"
        with suppress(Refused):  # it is tried in each round, and told once
            shop.store.commit(Batch(slots=(told,), remarks=(remark,)))
        return
    shop.desk = replace(shop.desk, ring=ring)
    log.info("renewed the secret address of %s: it stood beside other recipients", owner)
