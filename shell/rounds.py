"""One round: fetch, decide, file on the server, remind, post.

A server that is away costs that part of the round and no other. Only the store
may stop a round: without it nothing can be promised.
"""

import logging
import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TypeVar

from intake.source import Known, Move, ServerAway, Spot
from intake.worker import WorkerDown
from shell.books import batch_of
from shell.clockwork import first_start, mind_the_clock, next_moment, tick
from shell.drain import drain
from shell.keeping import keep_safe
from shell.mending import mend
from shell.renewing import RENEWALS, renew_owed, settle_renewal
from shell.resting import why_resting
from shell.retention import sweep_daily
from shell.road import let_in, take
from shell.views import view_of
from shell.waiting import WAITING_WORDS, keep_order, settle_waiting
from shell.workshop import Workshop
from store.port import LedgerRow, OrderRow, Place, StoreUnusable
from tasks.decide import decide
from tasks.intents import Order
from wire.addresses import Identity
from wire.caps import MAILS_A_ROUND

log = logging.getLogger("handoff")
MEGABYTE = 1024 * 1024  # octets
T = TypeVar("T")

__all__ = ["Round", "first_start", "next_moment", "one_round", "orders_and_releases", "tick", "wanted_by"]


@dataclass(frozen=True, slots=True)
class Round:
    """What one round did, for the log and `once`."""

    mails: int = 0
    letters: int = 0
    moved: int = 0
    trouble: tuple[str, ...] = ()


def one_round(shop: Workshop) -> Round:
    """Do all that is due now; told to stop, finish the mail or letter in hand.
    A fault of ours in one part costs that part, and is named in `trouble`.
    Raises StoreUnusable only."""
    trouble: list[str] = []
    part = partial(_part, shop, trouble)
    part("the clock", lambda: mind_the_clock(shop), None)
    part("renewing what is secret", lambda: renew_owed(shop), None)
    part("mended addresses", lambda: mend(shop), None)
    part("orders", lambda: len(orders_and_releases(shop)), 0)
    mails = part("fetching", lambda: _fetch(shop, trouble), 0)
    if mails:  # a word in one may have let held mail in
        part("orders", lambda: len(orders_and_releases(shop)), 0)
    trouble += part("reminders", lambda: tick(shop), [])
    moved = part("filing", lambda: _file(shop, trouble), 0)
    letters = part("posting", lambda: drain(shop), 0)
    part("retention", lambda: sweep_daily(shop), None)
    part("the backup", lambda: keep_safe(shop, first_start(shop)), None)
    trouble += [words] if (words := why_resting(shop)) else []
    return Round(mails, letters, moved, tuple(trouble))


def _part(shop: Workshop, trouble: list[str], name: str, work: Callable[[], T], nothing: T) -> T:
    """One part of a round; `nothing` where we were told to stop, or it failed."""
    if shop.stop.is_set():
        return nothing
    try:
        return work()
    except StoreUnusable:
        raise
    except Exception:  # noqa: BLE001  a bug in one part must not stop the others
        log.exception("%s was cut short by a fault of ours; the next round tries again", name)
        trouble.append(f"A fault of ours cut {name} short; the log shows it. The next round tries again.")
        return nothing


def _fetch(shop: Workshop, trouble: list[str]) -> int:
    """How many mails were taken; the workshop knows whether any is left to read."""
    seen = count = 0
    shop.all_read = False
    try:
        if not _room(shop, trouble):
            return 0
        for raw in shop.source.fetch(_known(shop), MAILS_A_ROUND):
            seen += 1
            count += take(shop, raw) is not None
            if shop.stop.is_set() or not _room(shop, trouble):
                return count
    except (ServerAway, WorkerDown) as away:
        trouble.append(str(away))
        log.warning("mailbox: %s", away)
        return count
    shop.all_read = seen < MAILS_A_ROUND
    return count


def _room(shop: Workshop, trouble: list[str]) -> bool:
    """Whether the disk has room to keep what comes in."""
    floor, free = shop.config.store.min_free_mb, shop.free_bytes() // MEGABYTE
    if free >= floor:
        return True
    words = f"The disk of {shop.config.store_path} has {free} MB left, and store.min_free_mb is {floor}"
    trouble.append(f"{words}. New mail stays on the server until there is room; all else goes on.")
    log.warning("%s", trouble[-1])
    return False


def _known(shop: Workshop) -> Known:
    wanted = wanted_by(shop.desk.identity)
    shared = shop.config.mailbox.shared
    return Known(
        known_uids=shop.store.known_uids,
        since=first_start(shop),
        wanted=wanted if shared else None,
        wanted_in_sent=wanted if shared else None,
    )


def wanted_by(identity: Identity) -> Callable[[bytes], bool]:
    """Whether a header block names our address, plus tag or not."""
    local, _, domain = identity.address.partition("@")
    pattern = re.compile(
        rb"(?im)^(?:to|cc|delivered-to|x-original-to|envelope-to|resent-to):(?:[^\n]|\n[ \t])*?"
        + re.escape(local.encode())
        + rb"(?:\+[^@\s<>]*)?@"
        + re.escape(domain.encode())
    )
    return lambda header: pattern.search(header) is not None


def orders_and_releases(shop: Workshop) -> list[str]:
    """Words left by the command line beside us are carried out; held mail that
    was passed on takes the road. Done again after a crash. What became of each."""
    answers = [_order(shop, row) for row in shop.store.orders()]
    done: set[int] = set()
    while fresh := [held for held in shop.store.held_rows("passed on") if held.number not in done]:
        for held in fresh:  # one may be the owner's word on another
            done.add(held.number)
            let_in(shop, held)
    return answers


def _order(shop: Workshop, row: OrderRow) -> str:
    if row.words.get("word") in WAITING_WORDS:
        return settle_waiting(shop, row)
    if row.words.get("word") in RENEWALS:
        return settle_renewal(shop, row)
    intent = Order(row.words.get("word", ""), int(row.words.get("held", "0")))
    now = shop.clock()
    keep_order(shop, row, now)
    view = view_of(shop.store, shop.house, intent, now)
    decision = decide(view, intent, now)
    shop.store.commit(batch_of(decision, view, shop.desk, now, order=(row.number, decision.why)))
    if decision.facts:
        shop.learn()
    return decision.why


def _file(shop: Workshop, trouble: list[str]) -> int:
    """Put committed mails into their folders. Whatever is not done now, the
    next round does: the ledger knows."""
    rows = [r for r in shop.store.unmoved() if r.place and r.folder]
    if not rows:
        return 0
    plan = [Move(_spot(r.place), r.folder) for r in rows if r.place]
    try:
        answers = shop.source.move(plan)
    except ServerAway as away:
        trouble.append(str(away))
        log.warning("filing: %s", away)
        return 0
    done: list[tuple[LedgerRow, Place | None]] = []
    for row, answer in zip(rows, answers, strict=True):
        if answer.ok or answer.gone:
            new = answer.new
            done.append((row, Place(new.account, new.folder, new.uidvalidity, new.uid) if new else None))
    shop.store.moved([row.key for row, _ in done], [place for _, place in done])
    return len(done)


def _spot(place: Place) -> Spot:
    return Spot(place.account, place.folder, place.uidvalidity, place.uid)
