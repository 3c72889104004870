"""Retention: mail whose time is over leaves the disk, once a day, and is named."""

import logging
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from config import Config
from outbound.filters import count
from shell.context import Context
from shell.printing import as_json, out, tell
from shell.remarks import kept
from shell.workshop import Workshop
from store.embedded import EmbeddedStore
from store.port import Batch, Store
from store.record import Record
from store.remains import SPOOL
from store.retiring import Old, old
from store.spool import Spool
from tasks.digest_held import ONE_BY_ONE
from tasks.hours import local
from tasks.intents import Held
from tasks.letters import Remark

log = logging.getLogger("handoff")
SWEPT = "swept"
MANY_GONE = "{} mails from {} were held for {} days and nobody let them in: their copies here were removed."
GONE = "H-{} ({}, from {}) was held for {} days and nobody let it in: its copy here was removed."


def sweep_daily(shop: Workshop) -> None:
    """The day's sweep, once; the first round after midnight of the first owner."""
    today = str(local(shop.clock(), shop.house.owners()[0]).date())
    wanted = shop.config.retention
    if not (wanted.held_days or wanted.mail_days) or shop.store.meta(SWEPT) == today:
        return
    sweep(shop)
    shop.store.commit(Batch(meta={SWEPT: today}))


def sweep(shop: Workshop) -> Old:
    """Remove what is old. The record first, then the disk: what a cut left lying
    is found again by the next sweep."""
    store, now = shop.store, shop.clock()
    if not isinstance(store, EmbeddedStore):
        return Old()
    found = _old(store, shop.spool, shop.config, now)
    gone = [_emptied(held) for held in found.held]
    remarks = tuple(kept(now, remark) for remark in _told(shop, found.held))
    if gone:
        store.commit(Batch(held=tuple(gone), remarks=remarks, at=now))
    store.forget_letters(found.letters)
    for spool in (shop.spool, Spool(shop.config.backup_path / SPOOL)):
        spool.forget((*found.mails, *found.files))
    if found.mails or found.files or found.letters:
        log.info(
            "retention: removed mails=%d files=%d letters=%d",
            *map(len, (found.mails, found.files, found.letters)),
        )
    return found


def _old(store: Record, spool: Spool, config: Config, now: datetime) -> Old:
    days = config.retention
    mail_cut = now - timedelta(days=days.mail_days) if days.mail_days else None
    held_cut = now - timedelta(days=days.held_days) if days.held_days else None
    return old(store, mail_cut, held_cut, spool.files(), spool.holds)


def _told(shop: Workshop, gone: Sequence[Held]) -> Iterator[Remark]:
    """A line for each mail, or one for many of one sender."""
    senders: dict[tuple[str, str], list[Held]] = {}
    for held in gone:
        senders.setdefault((_owner(shop, held), held.address), []).append(held)
    days = shop.config.retention.held_days
    for (owner, address), theirs in senders.items():
        if len(theirs) > ONE_BY_ONE:
            yield Remark(owner, MANY_GONE.format(len(theirs), address or "nobody", days))
        else:
            yield from (Remark(owner, _named(shop, held)) for held in theirs)


def _owner(shop: Workshop, held: Held) -> str:
    return held.owner if held.owner in shop.house.people else shop.house.owners()[0].key


def _named(shop: Workshop, held: Held) -> str:
    days = shop.config.retention.held_days
    return GONE.format(held.number, held.subject[:60] or "no subject", held.address or "nobody", days)


def _emptied(held: Held) -> Held:
    return replace(held, state="dropped", name="", subject="", text="", wish="")


def look(context: Context, store: Store) -> None:
    """`retention`: what the next sweep would remove. Nothing is."""
    assert isinstance(store, Record)
    config = context.config
    found = _old(store, Spool(config.store_path / SPOOL), config, context.clock())
    if context.args.json:
        as_json({"mails": found.mails, "files": found.files, "letters": found.letters})
        return
    for held in found.held:
        tell(f"H-{held.number}  {held.at:%Y-%m-%d}  {held.address}  {held.subject}")
    mails, files = count(len(found.mails), "mail"), count(len(found.files), "file")
    out(f"{mails}, {files} and the bytes of {count(len(found.letters), 'letter')} would be removed now.")
    days = config.retention
    out(f"Held mail stays {_days(days.held_days)}, the mails of closed tasks {_days(days.mail_days)}.")


def _days(days: int) -> str:
    return count(days, "day") if days else "for ever"
