"""The store for tests: the same port, nothing on disk.

It keeps what it is given and is as strict as the embedded one: what that could
not write, this refuses too, and the same replays.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import partial

from store.codec import UNREADABLE, encode, moment_text, readable
from store.port import Batch, LedgerRow, OrderRow, OutboxRow, Place, Refused, ThreadMail
from store.record import Fold
from store.verifying import differences
from tasks.events import Fact
from tasks.intents import Held, LetterRef
from tasks.letters import OutboxState
from tasks.model import Task


@dataclass(slots=True)
class Kept:
    """All there is. Each table keeps the order in which its keys came."""

    tasks: dict[int, Task] = field(default_factory=dict)
    wake: dict[int, datetime] = field(default_factory=dict)
    facts: dict[int, dict[int, Fact]] = field(default_factory=dict)
    ledger: dict[str, LedgerRow] = field(default_factory=dict)
    places: dict[Place, str] = field(default_factory=dict)
    mails: dict[tuple[str, int], ThreadMail] = field(default_factory=dict)
    outbox: dict[str, OutboxRow] = field(default_factory=dict)
    held: dict[int, Held] = field(default_factory=dict)
    slots: set[str] = field(default_factory=set)
    remarks: list[tuple[datetime, str]] = field(default_factory=list)
    orders: dict[int, OrderRow] = field(default_factory=dict)
    meta: dict[str, str] = field(default_factory=dict)


class MemoryStore:
    """The port over plain dictionaries. `fold` is `evolve`, for `verify`."""

    def __init__(self, fold: Fold) -> None:
        self._fold = fold
        self._kept = Kept()

    # writes

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

    # tasks

    def task(self, number: int) -> Task | None:
        return self._kept.tasks.get(number)

    def tasks(self) -> Iterator[Task]:
        return iter(sorted(self._kept.tasks.values(), key=lambda task: task.number))

    def open_tasks(self) -> Sequence[Task]:
        return [task for task in self.tasks() if task.is_open]

    def open_tasks_of(self, person: str) -> Sequence[Task]:
        return [task for task in self.open_tasks() if person and person in (task.owner, task.contractor)]

    def due_to_wake(self, now: datetime, limit: int = 200) -> Sequence[Task]:
        due = sorted((at, number) for number, at in self._kept.wake.items() if at <= now)
        return [self._kept.tasks[number] for _, number in due[:limit]]

    def next_wake(self) -> datetime | None:
        return min(self._kept.wake.values(), default=None)

    def next_task(self) -> int:
        return max((*self._kept.tasks, *self._kept.facts), default=0) + 1

    def history(self, task: int) -> Sequence[Fact]:
        return [fact for _, fact in sorted(self._kept.facts.get(task, {}).items())]

    # mail

    def ledger(self, key: str) -> LedgerRow | None:
        return self._kept.ledger.get(key)

    def ledger_at(self, place: Place) -> LedgerRow | None:
        return self._kept.ledger.get(self._kept.places.get(place, ""))

    def ledger_of(self, task: int) -> Sequence[LedgerRow]:
        return [row for row in self._by_time() if row.task == task]

    def unmoved(self, limit: int = 500) -> Sequence[LedgerRow]:
        return [row for row in self._by_time() if row.place is not None and not row.moved][:limit]

    def _by_time(self) -> list[LedgerRow]:
        return sorted(self._kept.ledger.values(), key=lambda row: row.at)

    def known_uids(self, account: str, folder: str, uidvalidity: int) -> frozenset[int]:
        where = (account, folder, uidvalidity)
        return frozenset(p.uid for p in self._kept.places if (p.account, p.folder, p.uidvalidity) == where)

    def task_of_mail(self, message_id: str) -> ThreadMail | None:
        return next((mail for (known, _), mail in self._kept.mails.items() if known == message_id), None)

    def thread(self, task: int) -> Sequence[ThreadMail]:
        mails = [mail for mail in self._kept.mails.values() if mail.task == task]
        return sorted(mails, key=lambda mail: mail.at)

    # outbox

    def letter(self, key: str) -> LetterRef | None:
        row = self._kept.outbox.get(key)
        return row.ref if row else None

    def last_letter(self, person: str, task: int) -> LetterRef | None:
        refs = [
            row.ref for row in self._kept.outbox.values() if (row.ref.person, row.ref.task) == (person, task)
        ]
        return refs[-1] if refs else None

    def outbox(self, states: Sequence[OutboxState] = (), limit: int = 500) -> Sequence[OutboxRow]:
        rows = [row for row in self._by_age() if not states or row.state in states]
        return rows[max(0, len(rows) - limit) :]

    def outbox_row(self, key: str) -> OutboxRow | None:
        return self._kept.outbox.get(key)

    def to_post(self, now: datetime, limit: int = 100) -> Sequence[OutboxRow]:
        return [row for row in self._by_age() if _to_post(row, now)][:limit]

    def _by_age(self) -> list[OutboxRow]:
        return sorted(self._kept.outbox.values(), key=lambda row: row.created_at)

    # held, slots, remarks, orders, meta

    def held(self, number: int) -> Held | None:
        return self._kept.held.get(number)

    def held_rows(self, state: str = "held") -> Sequence[Held]:
        rows = [row for row in self._kept.held.values() if row.state == state]
        return sorted(rows, key=lambda row: row.number)

    def next_held(self) -> int:
        return max(self._kept.held, default=0) + 1

    def slots(self, prefix: str) -> frozenset[str]:
        return frozenset(slot for slot in self._kept.slots if slot.startswith(prefix))

    def unsolicited_on(self, person: str, prefix: str) -> bool:
        return prefix + person in self._kept.slots

    def remarks(self, since: datetime) -> Sequence[tuple[datetime, str]]:
        return sorted((row for row in self._kept.remarks if row[0] >= since), key=lambda row: row[0])

    def orders(self) -> Sequence[OrderRow]:
        return [row for row in self._kept.orders.values() if not row.done]

    def order(self, number: int) -> OrderRow | None:
        return self._kept.orders.get(number)

    def meta(self, key: str) -> str | None:
        return self._kept.meta.get(key)

    def verify(self) -> Sequence[str]:
        found: list[str] = []
        for number in sorted(self._kept.tasks.keys() | self._kept.facts.keys() - {0}):
            stored, history = partial(self.task, number), partial(self.history, number)
            found += differences(number, stored, history, self._fold)
        return found


def _to_post(row: OutboxRow, now: datetime) -> bool:
    if row.state in (OutboxState.READY, OutboxState.RETRY):
        return row.next_at is None or row.next_at <= now
    return row.state is OutboxState.UNCERTAIN and row.next_at is not None and row.next_at <= now


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
