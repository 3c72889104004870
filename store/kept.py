"""What the memory store keeps, and every question of the port about it.

Each answer is the plainest way to say what the port means; nothing is indexed.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial

from store.port import LedgerRow, OrderRow, OutboxRow, Place, ThreadMail
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


class MemoryReads:
    """The port's reads over plain dictionaries."""

    def __init__(self, fold: Fold) -> None:
        self._fold = fold
        self._kept = Kept()

    # tasks

    def task(self, number: int) -> Task | None:
        return self._kept.tasks.get(number)

    def tasks(self) -> Iterator[Task]:
        return iter(sorted(self._kept.tasks.values(), key=lambda task: task.number))

    def open_tasks(self) -> Sequence[Task]:
        return [task for task in self.tasks() if task.is_open]

    def open_tasks_of(self, person: str) -> Sequence[Task]:
        return [task for task in self.open_tasks() if person and person in (task.owner, task.contractor)]

    def closed_since(self, owner: str, at: datetime) -> Sequence[Task]:
        closed = [
            (task.closed_at, task.number, task)
            for task in self.tasks()
            if task.owner == owner and not task.is_open and task.closed_at and task.closed_at >= at
        ]
        return [task for _, _, task in sorted(closed)]

    def billed_since(self, owner: str, at: datetime) -> Sequence[Task]:
        return [task for task in self.closed_since(owner, at) if task.bills]

    def asked_since(self, owner: str, at: datetime) -> Sequence[Task]:
        return [task for task in self.closed_since(owner, at) if task.questions]

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

    def mails_from(
        self, address: str, since: datetime, until: datetime, limit: int = 500
    ) -> Sequence[LedgerRow]:
        rows = [r for r in self._by_time() if r.address == address and since < r.at <= until]
        return rows[max(0, len(rows) - limit) :]

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
        return [row for row in self._by_age() if row.is_due(now)][:limit]

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

    def slots(self, *prefixes: str) -> frozenset[str]:
        return frozenset(slot for slot in self._kept.slots if slot.startswith(prefixes))

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
