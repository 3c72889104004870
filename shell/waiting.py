"""Letters that wait for the operator's yes, after a restore or a rebuild.

The lost store may have sent them; nobody can know. They lie in the outbox as
held, with no moment at which they are tried: only a word moves them.
"""

import json
from collections.abc import Container
from dataclasses import replace
from datetime import datetime

from shell.workshop import Workshop
from store.embedded import EmbeddedStore
from store.port import Batch, OrderRow, OutboxRow
from tasks.letters import Kind, OutboxState

YES, NO = "send waiting", "drop waiting"
WAITING_WORDS = frozenset({YES, NO})
DOUBT = "may have been sent before; waits for `restore --yes-send`"
EARLIER = "written again by a rebuild: an earlier life sent it"
SEEN = "sent before the store was lost: it lies in the Sent folder, or was answered"
# Of these only the newest to one reader about one task says what holds now.
CHASING = frozenset({Kind.REMINDER, Kind.PROBE, Kind.OVERDUE, Kind.LATE, Kind.ESCALATION, Kind.OWED})


def waits(row: OutboxRow) -> bool:
    """Whether this letter waits for a yes."""
    return row.state is OutboxState.HELD and row.next_at is None


def doubt(store: EmbeddedStore, known: Container[str], since: datetime, *, rebuilt: bool) -> tuple[int, int]:
    """Let every unfinished letter wait, but for those whose Message-ID is `known`
    to have gone out, and those written again that are older than `since` (aware
    UTC): an earlier life sent them. Returns how many wait, and how many were known."""
    waiting = seen = 0

    def judge(row: OutboxRow) -> OutboxRow:
        nonlocal waiting, seen
        if row.message_id in known:
            seen += 1
            return replace(row, state=OutboxState.SENT, next_at=None, detail=SEEN)
        if row.created_at < since and rebuilt:
            return replace(row, state=OutboxState.SENT, next_at=None, detail=EARLIER)
        waiting += 1
        return replace(row, state=OutboxState.HELD, next_at=None, detail=DOUBT)

    store.settle(judge)
    return waiting, seen


def settle_waiting(shop: Workshop, order: OrderRow) -> str:
    """Carry out the yes or the no, and say what was done. Done again after a cut."""
    assert isinstance(shop.store, EmbeddedStore)
    newest: dict[tuple[object, ...], str] = {}

    def note(row: OutboxRow) -> None:
        if waits(row):
            newest[_group(row)] = row.ref.key  # oldest first, so the last one stays

    shop.store.settle(note)
    sends = order.words.get("word") == YES

    def judge(row: OutboxRow) -> OutboxRow | None:
        if not waits(row):
            return None
        if sends and newest[_group(row)] == row.ref.key:
            return replace(row, state=OutboxState.READY, detail="")
        words = "overtaken by a newer one" if sends else "dropped by the operator"
        return replace(row, state=OutboxState.CANCELLED, detail=words)

    count = shop.store.settle(judge)
    answer = f"{len(newest)} of {count} go out" if sends else f"{count} were dropped"
    answer = f"Of the letters that waited, {answer}" if count else "No letter waits for a yes"
    shop.store.commit(Batch(order_done=(order.number, answer), at=shop.clock()))
    return answer


def _group(row: OutboxRow) -> tuple[object, ...]:
    ref = row.ref
    return (ref.person, ref.task) if ref.kind in CHASING else (ref.key,)


def keep_order(shop: Workshop, row: OrderRow, now: datetime) -> None:
    """Keep an order about held mail in the spool, by the mail and not by its
    number, so that a rebuilt store can carry it out again."""
    held = shop.store.held(int(row.words.get("held", "0")))
    if held is not None:
        words = {"at": now.isoformat(), "word": row.words["word"], "key": held.key}
        shop.spool.put_order(json.dumps(words, sort_keys=True).encode())
