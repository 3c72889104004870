"""The outbox is drained: each letter to its one recipient, its fate recorded.

A row says SENDING before the first byte goes out. If we are killed in between,
the next start finds it so, and sends the same bytes once more: the one case in
which a letter can arrive twice, then under the same Message-ID.
"""

import logging
from collections.abc import Iterator
from datetime import datetime, timedelta

from outbound.backoff import LADDER, after
from outbound.posted import Posted, Result
from shell.books import batch_of
from shell.views import view_of
from shell.workshop import Workshop
from store.port import Batch, OutboxRow
from tasks.decide import decide
from tasks.intents import Arrival, Bounce, Sender
from tasks.letters import Kind, OutboxState
from tasks.model import Task

log = logging.getLogger("handoff")
CHASING = frozenset({Kind.ASSIGNMENT, Kind.JOINED, Kind.REMINDER, Kind.OVERDUE, Kind.LATE, Kind.OWED})
WAITING = (OutboxState.RETRY, OutboxState.HELD, OutboxState.UNCERTAIN)
AGAIN = "stopped while it was being sent; sent again with the same Message-ID"
STALE = "overtaken: the task is closed or with somebody else"
PAUSE = timedelta(minutes=5)  # after a refused login, the whole outbox rests


def resume(shop: Workshop) -> int:
    """At start: letters that were being sent when we stopped. They are sent
    again, and the log names each; but one whose first copy was in doubt
    already was on its second, and there is never a third. Returns how many."""
    rows = shop.store.outbox([OutboxState.SENDING])
    for row in rows:
        again = row.detail != OutboxState.UNCERTAIN.value
        log.warning("uncertain letter=%s to=%s again=%s: stopped while sending", row.ref.key, row.to, again)
        shop.store.posted(
            row.ref.key,
            OutboxState.UNCERTAIN,  # its first copy is in doubt; there is never a third
            attempts=row.attempts,
            next_at=shop.clock() if again else None,
            detail=AGAIN if again else "stopped while its second copy was being sent",
        )
        if not again:
            _doubt(shop, row)
    return len(rows)


def drain(shop: Workshop) -> int:
    """Post what is ready. Returns how many were sent; never raises on a server."""
    sent = 0
    resting = shop.store.meta("outbox-rests-until")
    if resting and timedelta() < datetime.fromisoformat(resting) - shop.clock() <= PAUSE:
        return 0  # a longer rest was written by a clock that was ahead
    for row in _rows(shop):
        if is_stale(row, shop.store.task(row.ref.task)):
            shop.store.posted(row.ref.key, OutboxState.CANCELLED, attempts=row.attempts, detail=STALE)
            log.info("cancelled letter=%s kind=%s: %s", row.ref.key, row.ref.kind, STALE)
            continue
        posted = _post(shop, row)
        sent += posted.result is Result.SENT
        if posted.result is Result.ACCOUNT:
            until = shop.clock() + PAUSE
            shop.store.commit(Batch(meta={"outbox-rests-until": until.isoformat()}))
            log.warning("outbox rests until %s: %s", until.isoformat(timespec="minutes"), posted.detail)
            break
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
    return not task.is_open or row.ref.person not in (task.contractor, task.owner)


def _post(shop: Workshop, row: OutboxRow) -> Posted:
    key, attempts = row.ref.key, row.attempts + 1
    shop.store.posted(key, OutboxState.SENDING, attempts=attempts, detail=row.state.value)
    posted = shop.poster.post(shop.desk.identity.address, row.to, row.raw)
    now = shop.clock()
    state, next_at = after(posted.result, attempts, now, was=row.state)
    sent_at = now if state is OutboxState.SENT else None
    shop.store.posted(key, state, attempts=attempts, detail=posted.detail, next_at=next_at, sent_at=sent_at)
    log.info("posted letter=%s kind=%s to=%s state=%s", key, row.ref.kind, row.to, state.value)
    if state is OutboxState.DEAD:
        _tell(shop, row, posted, now)
    if state is OutboxState.UNCERTAIN and next_at is None:
        _doubt(shop, row)
    return posted


def _doubt(shop: Workshop, row: OutboxRow) -> None:
    words = f"A letter ({row.ref.kind}) to {row.to} may not have arrived: the server fell silent twice."
    shop.store.commit(Batch(remarks=((shop.clock(), words),)))


def _tell(shop: Workshop, row: OutboxRow, posted: Posted, now: datetime) -> None:
    """A letter that the server refused for good is a bounce, told like one."""
    stub = Arrival(f"outbox:{row.ref.key}", "", Sender(""), "", "", "", now)
    intent = Bounce(stub, row.ref, permanent=True, reason=posted.detail[:200])
    view = view_of(shop.store, shop.house, intent, now)
    shop.store.commit(batch_of(decide(view, intent, now), view, shop.desk, now))
