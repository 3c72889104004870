"""The outbox is drained: each letter to its one recipient, its fate recorded.

A row says SENDING before the first byte goes out. If we are killed in between,
the next start finds it so, and the letter is in doubt like one that the server
fell silent on (`shell.doubt`): the one case in which a letter can arrive twice,
then with the same bytes under the same Message-ID.
"""

import logging
from collections.abc import Iterator
from datetime import datetime

from intake.bounce import refusal
from intake.bounce_reasons import said
from outbound.backoff import LADDER, after
from outbound.posted import Posted, Result
from shell.books import batch_of
from shell.doubt import may_go_again, second_doubt
from shell.resting import goes_on, is_resting, rest
from shell.views import view_of
from shell.workshop import Workshop
from store.port import OutboxRow
from tasks.decide import decide
from tasks.intents import Arrival, Bounce, Sender
from tasks.letters import Kind, OutboxState
from tasks.model import Task
from tasks.turns import asked_of_owner

log = logging.getLogger("handoff")
CHASING = frozenset(
    {Kind.ASSIGNMENT, Kind.JOINED, Kind.REMINDER, Kind.PROBE, Kind.OVERDUE, Kind.LATE, Kind.OWED}
)
WAITING = (OutboxState.RETRY, OutboxState.HELD, OutboxState.UNCERTAIN)
CUT_OFF = "stopped while it was being sent"
STALE = "overtaken: the task is closed or with somebody else"


def resume(shop: Workshop) -> int:
    """At start: letters that were being sent when we stopped. Each is in doubt;
    one whose first copy was in doubt already was on its second. There is nobody
    to wait for, so they are looked for at once. Returns how many."""
    rows = shop.store.outbox([OutboxState.SENDING])
    for row in rows:
        key, attempts = row.ref.key, row.attempts
        log.warning("uncertain letter=%s to=%s: %s", key, row.to, CUT_OFF)
        if row.detail == OutboxState.UNCERTAIN.value:
            second_doubt(shop, row, attempts, CUT_OFF)
        else:
            shop.store.posted(
                key, OutboxState.UNCERTAIN, attempts=attempts, detail=CUT_OFF, next_at=shop.clock()
            )
    return len(rows)


def drain(shop: Workshop) -> int:
    """Post what is ready. Returns how many were sent; never raises on a server."""
    if is_resting(shop):
        return 0
    sent = 0
    for row in _rows(shop):
        if shop.stop.is_set():
            break
        if is_stale(row, shop.store.task(row.ref.task)):
            shop.store.posted(row.ref.key, OutboxState.CANCELLED, attempts=row.attempts, detail=STALE)
            log.info("cancelled letter=%s kind=%s: %s", row.ref.key, row.ref.kind, STALE)
            continue
        if row.state is OutboxState.UNCERTAIN and not may_go_again(shop, row):
            continue
        posted = _post(shop, row)
        sent += posted.result is Result.SENT
        if posted.result is Result.ACCOUNT or not posted.offered:
            rest(shop, posted)
            break
        if not posted.code and posted.result is not Result.DEAD:
            break  # the line broke or hung; the others are not kept waiting in this round
        goes_on(shop)
    shop.poster.close()
    return sent


def look_again(shop: Workshop) -> None:
    """After the clock was set back: a letter that waits longer than any try is
    apart was put off by the clock as it was then. It is ready now."""
    now = shop.clock()
    for row in shop.store.outbox(WAITING):
        if row.next_at and row.next_at - now > LADDER[-1]:
            shop.store.posted(row.ref.key, row.state, attempts=row.attempts, detail=row.detail, next_at=now)


def _rows(shop: Workshop) -> Iterator[OutboxRow]:
    """What is to be posted, each letter once. The store hands it out in portions
    of at most a hundred; a burst must not wait for a round with each of them."""
    tried: set[str] = set()
    while rows := [row for row in shop.store.to_post(shop.clock()) if row.ref.key not in tried]:
        tried.update(row.ref.key for row in rows)
        yield from rows


def is_stale(row: OutboxRow, task: Task | None) -> bool:
    """A letter that waited so long that it would now be wrong: a reminder of
    finished work, an assignment of a task that is with somebody else. One
    that may have been taken already is never stale: its fate must be known."""
    if task is None or row.state is OutboxState.UNCERTAIN or row.ref.kind not in CHASING:
        return False
    if not task.is_open and asked_of_owner(task):
        return row.ref.person != task.owner  # a question outlives the work
    return not task.is_open or row.ref.person not in (task.contractor, task.owner)


def _post(shop: Workshop, row: OutboxRow) -> Posted:
    key, attempts = row.ref.key, row.attempts + 1
    shop.store.posted(key, OutboxState.SENDING, attempts=attempts, detail=row.state.value)
    posted = shop.poster.post(shop.desk.identity.address, row.to, row.raw)
    if not posted.offered:
        _put_back(shop, row, posted)
        return posted
    now = shop.clock()
    state, next_at = after(posted.result, attempts, now, was=row.state)
    if state is OutboxState.UNCERTAIN and next_at is None:
        second_doubt(shop, row, attempts, posted.detail)
    else:
        sent_at = now if state is OutboxState.SENT else None
        shop.store.posted(
            key, state, attempts=attempts, detail=posted.detail, next_at=next_at, sent_at=sent_at
        )
    log.info("posted letter=%s kind=%s to=%s state=%s", key, row.ref.kind, row.to, state.value)
    if state is OutboxState.DEAD:
        _tell(shop, row, posted, now)
    return posted


def _put_back(shop: Workshop, row: OutboxRow, posted: Posted) -> None:
    """The letter as it was before, since no server heard of it."""
    refused = posted.result is Result.ACCOUNT and row.state is not OutboxState.UNCERTAIN
    state, next_at = (OutboxState.HELD, shop.clock()) if refused else (row.state, row.next_at)
    shop.store.posted(
        row.ref.key, state, attempts=row.attempts, detail=posted.detail, next_at=next_at, sent_at=row.sent_at
    )


def _tell(shop: Workshop, row: OutboxRow, posted: Posted, now: datetime) -> None:
    """A letter that the server refused for good is a bounce, told like one."""
    stub = Arrival(f"outbox:{row.ref.key}", "", Sender(""), "", "", "", now)
    reason = said(*refusal(posted.detail))
    intent = Bounce(stub, row.ref, permanent=True, reason=reason, address=row.to)
    view = view_of(shop.store, shop.house, intent, now)
    shop.store.commit(batch_of(decide(view, intent, now), view, shop.desk, now))
