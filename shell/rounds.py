"""One round: fetch, decide, file on the server, remind, post.

A server that is away costs that part of the round and no other. Only the store
may stop a round: without it nothing can be promised.
"""

import logging
import re
from collections.abc import Callable
from dataclasses import dataclass

from intake.source import Known, Move, ServerAway, Spot
from intake.worker import WorkerDown
from shell.books import batch_of
from shell.clockwork import first_start, mind_the_clock, next_moment, tick
from shell.drain import drain
from shell.road import let_in, take
from shell.views import view_of
from shell.workshop import Workshop
from store.port import LedgerRow, OrderRow, Place
from tasks.decide import decide
from tasks.intents import Order
from wire.addresses import Identity

log = logging.getLogger("handoff")
MAILS_A_ROUND = 500  # trust.md, caps

__all__ = ["Round", "first_start", "next_moment", "one_round", "orders_and_releases", "tick", "wanted_by"]


@dataclass(frozen=True, slots=True)
class Round:
    """What one round did, for the log and `once`."""

    mails: int = 0
    letters: int = 0
    moved: int = 0
    trouble: tuple[str, ...] = ()


def one_round(shop: Workshop) -> Round:
    """Do all that is due now. Raises StoreUnusable only."""
    trouble: list[str] = []
    mind_the_clock(shop)
    orders_and_releases(shop)
    mails = _fetch(shop, trouble)
    orders_and_releases(shop)
    tick(shop)
    moved = _file(shop, trouble)
    return Round(mails, drain(shop), moved, tuple(trouble))


def _fetch(shop: Workshop, trouble: list[str]) -> int:
    seen = count = 0
    shop.all_read = False
    try:
        for raw in shop.source.fetch(_known(shop), MAILS_A_ROUND):
            seen += 1
            count += take(shop, raw) is not None
    except (ServerAway, WorkerDown) as away:
        trouble.append(str(away))
        log.warning("mailbox: %s", away)
        return count
    shop.all_read = seen < MAILS_A_ROUND
    return count


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
    for held in shop.store.held_rows("passed on"):
        let_in(shop, held)
    return answers


def _order(shop: Workshop, row: OrderRow) -> str:
    intent = Order(row.words.get("word", ""), int(row.words.get("held", "0")))
    now = shop.clock()
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
