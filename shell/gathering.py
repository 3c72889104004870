"""What came since a backup, as the spool and the mailbox still know it.

The spool holds every mail that the lost store took up, and its files' moments
tell the order. Where the spool is lost too, the folders of the mailbox hold the
mails; the Sent folder, where a provider keeps one, tells which letters went out.
"""

import json
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from hashlib import sha256

from intake.authres import raw_fields
from intake.ledgerkey import ledger_key
from intake.mail import InboundMail, RawMail
from intake.source import Known, ServerAway, Source
from shell.replaying import Came
from shell.road import find_again
from shell.rounds import wanted_by
from shell.workshop import Clock, Workshop
from store.port import Place
from store.record import Record

ALL = 1_000_000  # mails; no mailbox of ours holds as many
# Mail may have lain in the inbox so long before the lost store took it up.
LOOK_BACK = timedelta(days=30)
_MESSAGE_ID = re.compile(rb"(?im)^message-id:\s*(<[^<>\s]{1,500}>)")
_IDS = re.compile(r"<[^<>\s]{1,500}>")


@dataclass(frozen=True, slots=True)
class Means:
    """What a replay works with: the clock (aware UTC), the mailbox as a source
    for one of its folders ("" is the inbox, with Sent), or None to do without,
    and a reader of mails in place of the worker process."""

    clock: Clock
    source_of: Callable[[str], Source] | None = None
    parse: Callable[[RawMail], InboundMail] | None = None


@dataclass
class Gathered:
    """The things that came, by their name in the spool; the keys of mails that
    lie in their folder already; Message-IDs that are known to have gone out;
    folders of the config that the mailbox does not have."""

    things: dict[str, Came] = field(default_factory=dict)
    filed: list[str] = field(default_factory=list)
    sent: set[str] = field(default_factory=set)
    missing: list[str] = field(default_factory=list)


def gather(shop: Workshop, since: datetime | None, now: datetime, means: Means) -> Gathered:
    """All that came after `since` (None: ever) and is not in the ledger of
    `shop`. New mail that nobody has taken up yet is left to the next round.
    Raises ServerAway if the mailbox is wanted and cannot be read."""
    found = Gathered()
    assert isinstance(shop.store, Record)
    known = shop.store.raws()
    for at, key in shop.spool.mails():
        if key not in known:
            found.things[key] = Came(min(at, now), key)
    if means.source_of:
        start = since - LOOK_BACK if since else datetime.fromtimestamp(0, now.tzinfo)
        _inbox(shop, found, start, means.source_of(""))
        for folder in sorted(_folders(shop)):
            _look(shop, found, start, folder, means.source_of)
    for words in shop.spool.orders():
        at = datetime.fromisoformat(json.loads(words)["at"])
        if since is None or at > since:
            found.things[sha256(words).hexdigest()] = Came(min(at, now), order=words)
    found.sent.update(_answered(shop, found.things.values()))
    return found


def _folders(shop: Workshop) -> frozenset[str]:
    folders = shop.config.folders
    names = [p.name for p in shop.house.contractors()]
    patterns = (folders.task, folders.reply, folders.order, folders.note)
    rest = (folders.held, folders.automatic, folders.bounce)
    one_each = (pattern.replace("{person}", name) for pattern in patterns for name in names)
    return frozenset((*one_each, *rest, *(p for p in patterns if "{person}" not in p)))


def _known(shop: Workshop, since: datetime, note: Callable[[bytes], bool] | None = None) -> Known:
    wanted = wanted_by(shop.desk.identity) if shop.config.mailbox.shared else None
    return Known(shop.store.known_uids, since, wanted, note)


def _inbox(shop: Workshop, found: Gathered, since: datetime, source: Source) -> None:
    """Where the mails in hand lie, and what lies in Sent."""
    wanted = wanted_by(shop.desk.identity) if shop.config.mailbox.shared else None

    def note(header: bytes) -> bool:
        match = _MESSAGE_ID.search(header)
        if match:
            found.sent.add(match[1].decode("ascii", "replace"))
        return wanted is not None and wanted(header)

    try:
        for mail in source.fetch(_known(shop, since, note), ALL):
            key = sha256(mail.raw).hexdigest()
            if key in found.things or mail.in_sent:
                _keep(shop, found, mail)
    finally:
        source.close()


def _look(
    shop: Workshop, found: Gathered, since: datetime, folder: str, source_of: Callable[[str], Source]
) -> None:
    """The mails in one of our folders. One that is not there, twice and with the
    mailbox at hand in between, was never made."""
    for last in (False, True):
        source = source_of(folder)
        try:
            for mail in source.fetch(_known(shop, since), ALL):
                _filed(shop, found, mail)
            return
        except ServerAway:
            source_of("").check()
            if last:
                found.missing.append(folder)
        finally:
            source.close()


def _filed(shop: Workshop, found: Gathered, mail: RawMail) -> None:
    key = ledger_key(mail.raw)
    row = shop.store.ledger(key)
    place = Place(mail.account, mail.folder, mail.uidvalidity, mail.uid)
    if row is not None and row.place != place:
        find_again(shop, row, place, moved=True)
    elif row is None and not mail.in_sent:
        _keep(shop, found, mail)
        found.filed.append(key)


def _keep(shop: Workshop, found: Gathered, mail: RawMail) -> None:
    """Remember where a mail lies; one that the spool lacks goes there, with the
    moment of its arrival."""
    key = sha256(mail.raw).hexdigest()
    if key not in found.things:
        shop.spool.put(mail.raw, mail.arrived_at)
        found.things[key] = Came(mail.arrived_at, key)
    found.things[key] = replace(found.things[key], mail=replace(mail, raw=b""))


def _answered(shop: Workshop, things: Iterable[Came]) -> Iterator[str]:
    """The Message-IDs that the mails answer: what was answered had gone out."""
    for came in things:
        data = shop.spool.get(came.raw) if came.raw else None
        for name in ("in-reply-to", "references") if data else ():
            for value in raw_fields(data or b"", name):
                yield from _IDS.findall(value)
