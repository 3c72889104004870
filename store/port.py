"""The port to what must not be forgotten.

One `commit(Batch)` is atomic: all of it is there after a power cut, or none.
Every backend passes the one suite in tests/store/test_contract.py.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol

from tasks.events import Fact
from tasks.intents import Held, LetterRef
from tasks.letters import Filed, OutboxState
from tasks.model import Task


@dataclass(frozen=True, slots=True)
class Place:
    """Where a mail lies on a server. With UIDVALIDITY it is one place for ever."""

    account: str
    folder: str
    uidvalidity: int
    uid: int


@dataclass(frozen=True, slots=True)
class LedgerRow:
    """One mail received (law L1). `key`: sha256 hex of the raw bytes less what
    the road adds; unique. `filed` is what it is; `folder` where it is to lie
    on the server; `why` a JSON-ready record of how it was matched, proven and
    read. `raw` names its bytes in the spool (sha256 hex of all bytes)."""

    key: str
    raw: str
    message_id: str
    filed: Filed
    at: datetime
    address: str = ""
    subject: str = ""
    person: str = ""
    task: int = 0
    reason: str = ""
    proof: str = ""
    folder: str = ""
    place: Place | None = None
    moved: bool = False
    why: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ThreadMail:
    """A mail or letter of a task's thread, by Message-ID. `person` is who wrote
    it, or for our letters whom it went to; `kind` "mail" or the letter's kind."""

    message_id: str
    task: int
    person: str
    at: datetime
    kind: str


@dataclass(frozen=True, slots=True)
class OutboxRow:
    """A letter written out. `raw` is the whole message, the very bytes that are
    sent each time; `ref` is what it was (key, kind, person, task, asked)."""

    ref: LetterRef
    message_id: str
    to: str
    raw: bytes
    created_at: datetime
    state: OutboxState = OutboxState.READY
    attempts: int = 0
    next_at: datetime | None = None
    sent_at: datetime | None = None
    detail: str = ""

    def is_due(self, now: datetime) -> bool:
        """Whether it is to be posted, or what became of it to be asked, at `now` (aware)."""
        if self.state in (OutboxState.READY, OutboxState.RETRY):
            return self.next_at is None or self.next_at <= now
        waits = self.state in (OutboxState.UNCERTAIN, OutboxState.HELD)
        return waits and self.next_at is not None and self.next_at <= now


@dataclass(frozen=True, slots=True)
class OrderRow:
    """A word from the command line, left for the running daemon."""

    number: int
    at: datetime
    words: Mapping[str, str]
    done: bool = False
    answer: str = ""


@dataclass(frozen=True, slots=True)
class Batch:
    """All that one intent changes. `tasks` are the folded tasks after `facts`.
    `wake` tells for each task when the clock has to look at it next (None:
    never). `ledger` is refused as a whole batch if its key is known, unless
    `replaces` names that very key (a held mail let in, a proven copy).
    `slots` are occurrence keys; a batch with a known slot is refused whole, and
    so is one with an event number that its task has already. A house fact
    (task 0) comes with n 0 and gets its number here. A replacing row without a
    place keeps the known one. Of a letter or a thread's mail whose key is known
    the first row stays."""

    ledger: LedgerRow | None = None
    replaces: bool = False
    facts: tuple[Fact, ...] = ()
    tasks: tuple[Task, ...] = ()
    wake: Mapping[int, datetime | None] = field(default_factory=dict)
    mails: tuple[ThreadMail, ...] = ()
    outbox: tuple[OutboxRow, ...] = ()
    held: tuple[Held, ...] = ()
    slots: tuple[str, ...] = ()
    remarks: tuple[tuple[datetime, str], ...] = ()
    order_done: tuple[int, str] | None = None
    meta: Mapping[str, str] = field(default_factory=dict)
    at: datetime | None = None


class Refused(Exception):
    """The batch was not written: a key or slot in it is known already."""


class StoreUnusable(Exception):
    """The store cannot be used; the message says why, and what to do now."""


class Store(Protocol):
    """What every backend gives. All moments are aware UTC. Reads see the last
    commit. Methods raise `StoreUnusable` when the medium fails."""

    def commit(self, batch: Batch) -> None:
        """Write all of it durably, or nothing. Raises `Refused` on a known
        ledger key (without `replaces`), slot or event number, and ValueError on
        what cannot be stored (a naive moment, a number that is not finite)."""

    # tasks
    def task(self, number: int) -> Task | None: ...
    def open_tasks(self) -> Sequence[Task]:
        """Open tasks, by number."""

    def open_tasks_of(self, person: str) -> Sequence[Task]:
        """Open tasks where the person is owner or contractor; by an index."""

    def tasks(self) -> Iterable[Task]:
        """All tasks, closed ones too, by number, read one by one."""

    def closed_since(self, owner: str, at: datetime) -> Sequence[Task]:
        """The owner's tasks that were closed at or after `at` (by an index)."""

    def billed_since(self, owner: str, at: datetime) -> Sequence[Task]:
        """As `closed_since`, those with a bill, paid or not."""

    def asked_since(self, owner: str, at: datetime) -> Sequence[Task]:
        """As `closed_since`, those with an open question."""

    def due_to_wake(self, now: datetime, limit: int = 200) -> Sequence[Task]:
        """Tasks whose wake moment is at or before `now`, earliest first."""

    def next_wake(self) -> datetime | None: ...
    def next_task(self) -> int:
        """The number the next task gets; never one that was used."""

    def history(self, task: int) -> Sequence[Fact]:
        """All facts of one task in order (0: the house)."""

    # mail
    def ledger(self, key: str) -> LedgerRow | None: ...
    def ledger_at(self, place: Place) -> LedgerRow | None: ...
    def ledger_of(self, task: int) -> Sequence[LedgerRow]: ...
    def mails_from(
        self, address: str, since: datetime, until: datetime, limit: int = 500
    ) -> Sequence[LedgerRow]:
        """The newest `limit` mails from this address that came after `since` and
        up to `until`, oldest first; by an index."""

    def unmoved(self, limit: int = 500) -> Sequence[LedgerRow]:
        """Rows with a place whose move on the server is not recorded."""

    def moved(self, keys: Sequence[str], places: Sequence[Place | None] = ()) -> None:
        """Record that these mails lie in their folder now."""

    def seen(self, place: Place, key: str) -> None:
        """Record one more place of a known mail (a duplicate, a replay)."""

    def known_uids(self, account: str, folder: str, uidvalidity: int) -> frozenset[int]: ...
    def task_of_mail(self, message_id: str) -> ThreadMail | None: ...
    def thread(self, task: int) -> Sequence[ThreadMail]: ...

    # outbox
    def letter(self, key: str) -> LetterRef | None: ...
    def last_letter(self, person: str, task: int) -> LetterRef | None:
        """The newest letter to a person about a task."""

    def outbox(self, states: Sequence[OutboxState] = (), limit: int = 500) -> Sequence[OutboxRow]:
        """The newest `limit` rows in these states (none named: in any), oldest
        first."""

    def outbox_row(self, key: str) -> OutboxRow | None: ...
    def to_post(self, now: datetime, limit: int = 100) -> Sequence[OutboxRow]:
        """Rows that are ready, or whose retry moment (`next_at`, also of an
        uncertain one) has come; oldest first. Fewer than `limit` where they are
        big: ask again until there is none."""

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
        """Record what became of one send. Durable before it returns. `sent_at`
        None keeps the known one. Raises KeyError if there is no such letter."""

    # held, slots, remarks, orders, meta
    def held(self, number: int) -> Held | None: ...
    def held_rows(self, state: str = "held") -> Sequence[Held]: ...
    def next_held(self) -> int: ...
    def slots(self, *prefixes: str) -> frozenset[str]:
        """Recorded occurrence keys that begin with one of `prefixes`."""

    def remarks(self, since: datetime) -> Sequence[tuple[datetime, str]]:
        """Remarks made at or after `since`, in order."""

    def leave_order(self, words: Mapping[str, str], at: datetime) -> int:
        """Leave an order for the daemon and return its number."""

    def orders(self) -> Sequence[OrderRow]:
        """Orders not done yet, oldest first."""

    def order(self, number: int) -> OrderRow | None: ...
    def meta(self, key: str) -> str | None: ...
    def unsolicited_on(self, person: str, prefix: str) -> bool:
        """True if a slot `prefix` + person is recorded (one letter a day)."""

    def verify(self) -> Sequence[str]:
        """Fold every history and compare it with its row; one sentence per
        difference, an empty list when all agree (law L11)."""

    def close(self) -> None: ...
