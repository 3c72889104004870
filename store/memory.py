"""The store for tests: the same port, nothing on disk.

It keeps what it is given and is as strict as the embedded one: what that could
not write, this refuses too, and the same replays.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from store.codec import UNREADABLE, encode, moment_text, readable
from store.kept import MemoryReads
from store.port import Batch, LedgerRow, OrderRow, Place, Refused
from tasks.events import Fact
from tasks.letters import OutboxState


class MemoryStore(MemoryReads):
    """The port over plain dictionaries. `fold` is `evolve`, for `verify`."""

    def commit(self, batch: Batch) -> None:
        try:
            _refuse_unstorable(batch)
        except UNREADABLE:
            batch = readable(batch)
            _refuse_unstorable(batch)
        kept, facts = self._kept, self._numbered(batch.facts)
        self._refuse_known(batch, facts)
        if batch.ledger is not None:
            self._file(batch.ledger)
        for fact in facts:
            kept.facts.setdefault(fact.task, {})[fact.n] = fact
        kept.tasks.update({task.number: task for task in batch.tasks})
        self._set_wake(batch.wake)
        for mail in batch.mails:
            kept.mails.setdefault((mail.message_id, mail.task), mail)
        for letter in batch.outbox:
            kept.outbox.setdefault(letter.ref.key, letter)
        kept.held.update({row.number: row for row in batch.held})
        kept.slots.update(batch.slots)
        kept.remarks.extend(batch.remarks)
        if batch.order_done is not None and batch.order_done[0] in kept.orders:
            number, answer = batch.order_done
            kept.orders[number] = replace(kept.orders[number], done=True, answer=answer)
        kept.meta.update(batch.meta)

    def _numbered(self, facts: Sequence[Fact]) -> list[Fact]:
        """House facts may come without a number; they get the next ones."""
        last = max(self._kept.facts.get(0, {}), default=0)
        numbered = []
        for fact in facts:
            if fact.n == 0:
                if fact.task:
                    raise ValueError(f"an event of T-{fact.task} has no number")
                last += 1
                fact = replace(fact, n=last)
            numbered.append(fact)
        return numbered

    def _refuse_known(self, batch: Batch, facts: Sequence[Fact]) -> None:
        kept = self._kept
        if batch.ledger is not None and batch.ledger.key in kept.ledger and not batch.replaces:
            raise Refused(f"the mail {batch.ledger.key} is filed already")
        for slot in batch.slots:
            if slot in kept.slots:
                raise Refused(f"the occurrence {slot} is recorded already")
        given = [(fact.task, fact.n) for fact in facts]
        for task, n in given:
            if n in kept.facts.get(task, {}) or given.count((task, n)) > 1:
                raise Refused(f"event {n} of T-{task} is recorded already")

    def _file(self, row: LedgerRow) -> None:
        known = self._kept.ledger.get(row.key)
        if known is not None and row.place is None:
            row = replace(row, place=known.place)
        self._kept.ledger[row.key] = row
        if row.place is not None:
            self._kept.places[row.place] = row.key

    def _set_wake(self, wake: Mapping[int, datetime | None]) -> None:
        for number, at in wake.items():
            self._kept.wake.pop(number, None)
            if at is not None and number in self._kept.tasks:
                self._kept.wake[number] = at

    def moved(self, keys: Sequence[str], places: Sequence[Place | None] = ()) -> None:
        for i, key in enumerate(keys):
            row = self._kept.ledger.get(key)
            if row is not None:
                place = places[i] if i < len(places) else None
                self._file(replace(row, moved=True, place=place or row.place))

    def seen(self, place: Place, key: str) -> None:
        self._kept.places[place] = key

    def posted(
        self,
        key: str,
        state: OutboxState,
        *,
        attempts: int,
        detail: str = "",
        next_at: datetime | None = None,
        sent_at: datetime | None = None,
    ) -> None:
        row = self._kept.outbox[key]
        self._kept.outbox[key] = replace(
            row,
            state=state,
            attempts=attempts,
            detail=readable(detail),
            next_at=next_at,
            sent_at=sent_at or row.sent_at,
        )

    def leave_order(self, words: Mapping[str, str], at: datetime) -> int:
        number = len(self._kept.orders) + 1
        self._kept.orders[number] = OrderRow(number, at, dict(words))
        return number

    def close(self) -> None:
        """Nothing to close: a test may look at what was kept afterwards."""


def _refuse_unstorable(batch: Batch) -> None:
    """Raise what the embedded store would raise on a row it could not write."""
    rows: tuple[object, ...] = (
        *batch.tasks,
        *batch.mails,
        *batch.held,
        *(fact.event for fact in batch.facts),
    )
    letters = (replace(row, raw=b"") for row in batch.outbox)
    for row in (*rows, *letters, *((batch.ledger,) if batch.ledger else ())):
        encode(row)
    moments: Iterable[datetime | None] = (
        *(fact.at for fact in batch.facts),
        *(mail.at for mail in batch.mails),
        *(at for at, _ in batch.remarks),
        *batch.wake.values(),
    )
    for moment in moments:
        if moment is not None:
            moment_text(moment)
