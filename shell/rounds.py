"""One round: fetch, decide, file on the server, remind, post.

A server that is away costs that part of the round and no other. Only the store
may stop a round: without it nothing can be promised.
"""

import logging
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from intake.source import Known, Move, ServerAway, Spot
from intake.worker import WorkerDown
from shell.books import batch_of
from shell.drain import drain
from shell.remarks import kept
from shell.renewing import renew_owed
from shell.road import let_in, take
from shell.views import view_of
from shell.workshop import Workshop
from store.port import Batch, LedgerRow, OrderRow, Place, Refused
from tasks.decide import decide
from tasks.digest import digest_slot, next_digest
from tasks.hours import local
from tasks.intents import DigestWanted, Intent, Order, Ticked
from tasks.letters import Remark
from tasks.people import Person
from wire.addresses import Identity

log = logging.getLogger("handoff")
MAILS_A_ROUND = 500  # trust.md, caps
CLOCK_SLIP = timedelta(minutes=2)


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
    renew_owed(shop)
    orders_and_releases(shop)
    mails = _fetch(shop, trouble)
    orders_and_releases(shop)
    tick(shop)
    moved = _file(shop, trouble)
    return Round(mails, drain(shop), moved, tuple(trouble))


def first_start(shop: Workshop, since: datetime | None = None) -> datetime:
    """The moment before which mail is left alone; recorded at the first start.
    Servers date mail in whole seconds (RFC 3501, section 2.3.3), so a part of
    one is cut off: mail of the second in which we start is new."""
    kept = shop.store.meta("since")
    if kept and since is None:
        return datetime.fromisoformat(kept)
    moment = (since or shop.clock()).replace(microsecond=0)
    shop.store.commit(Batch(meta={"since": moment.isoformat()}))
    return moment


def _fetch(shop: Workshop, trouble: list[str]) -> int:
    count = 0
    try:
        for raw in shop.source.fetch(_known(shop), MAILS_A_ROUND):
            count += take(shop, raw) is not None
    except (ServerAway, WorkerDown) as away:
        trouble.append(str(away))
        log.warning("mailbox: %s", away)
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


def tick(shop: Workshop) -> None:
    """Time-driven letters: rungs of the ladder, and digests."""
    now = shop.clock()
    latest = shop.store.meta("clock")
    if latest and now < datetime.fromisoformat(latest) - CLOCK_SLIP:
        log.warning("the clock jumped back from %s to %s: reminders wait until it has caught up", latest, now)
        return
    if shop.store.due_to_wake(now, 1):
        _commit_intent(shop, Ticked(), now)
    for owner in shop.house.owners():
        slot, at = digest_slot(owner, shop.house, now)
        if at < first_start(shop) or shop.store.slots(slot):
            continue
        if now - at <= shop.house.rules.digest_grace:
            _commit_intent(shop, DigestWanted(owner.key, slot), now)
        else:
            _missed(shop, owner, slot, at, now)


def _missed(shop: Workshop, owner: Person, slot: str, at: datetime, now: datetime) -> None:
    """A digest whose time is long over: told in the next one, where the owner
    has anything running."""
    late = (now - at) // timedelta(hours=1)
    words = f"The digest of {local(at, owner):%a %d %b} was not sent: nothing ran until {late} hours later."
    waits = bool(shop.store.open_tasks_of(owner.key))
    shop.store.commit(Batch(slots=(slot,), remarks=(kept(now, Remark(owner.key, words)),) if waits else ()))


def _commit_intent(shop: Workshop, intent: Intent, now: datetime) -> None:
    view = view_of(shop.store, shop.house, intent, now)
    decision = decide(view, intent, now)
    try:
        batch = batch_of(decision, view, shop.desk, now, meta={"clock": now.isoformat()})
        shop.store.commit(batch)
    except Refused as refused:
        log.info("left to another: %s", refused)
        return
    for letter in decision.letters:
        log.info("owed letter=%s kind=%s to=%s", letter.key, letter.kind.value, letter.to)


def next_moment(shop: Workshop) -> datetime:
    """When the clock has something to do next (aware UTC)."""
    now = shop.clock()
    moments = [next_digest(owner, shop.house, now) for owner in shop.house.owners()]
    wake = shop.store.next_wake()
    return min([*moments, wake] if wake else moments)


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
