"""The record: every question of the port, answered from SQLite alone.

This is all that a command beside a running daemon needs, and what the daemon
loads its live documents from. Nothing here writes.
"""

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import datetime
from functools import partial
from pathlib import Path
from threading import RLock
from typing import Any

from store.codec import decode, decode_event, moment, moment_text
from store.medium import backup
from store.port import LedgerRow, OrderRow, OutboxRow, Place, ThreadMail
from store.trouble import speaking
from store.verifying import differences
from tasks.events import Fact
from tasks.intents import Held, LetterRef
from tasks.letters import OutboxState
from tasks.model import Task
from tasks.replacing import replace

Fold = Callable[[Task | None, Fact], Task | None]
Row = tuple[Any, ...]

_PAGE = 200  # rows read at once where all are walked through
_POST_BYTES = 32 * 1024 * 1024  # of letters handed out at once, so that big files do not fill the memory
_AT_ONCE = 100  # questions in one: SQLite takes 500 (SQLITE_MAX_COMPOUND_SELECT)
# Every text sorts before this one, which ends with the last code point there is.
_LAST = "\U0010ffff"

_TO_POST = """
    SELECT schema, doc FROM outbox
    WHERE state IN ('ready', 'retry') AND (next_at IS NULL OR next_at <= :now)
       OR state IN ('uncertain', 'held') AND next_at <= :now
    ORDER BY created_at, seq LIMIT :limit"""
MAILS_FROM = """
    SELECT schema, doc FROM ledger WHERE json_extract(doc, '$.address') = ? AND at > ? AND at <= ?
    ORDER BY at DESC, rowid DESC LIMIT ?"""
_CLOSED_WITH = {
    what: f"""SELECT number FROM task INDEXED BY {index}
        WHERE owner = ? AND closed_at >= ? AND instr(doc, '"{what}":[]') = 0 ORDER BY closed_at, number"""  # noqa: S608
    for what, index in (("bills", "task_billed"), ("questions", "task_asked"))
}
_ALL_TASKS = "SELECT task FROM fact WHERE task > 0 UNION SELECT number FROM task ORDER BY 1"
_OPEN_OF = """
    SELECT number FROM task WHERE is_open = 1 AND owner = :person
    UNION SELECT number FROM task WHERE is_open = 1 AND contractor = :person ORDER BY number"""


class Record:
    """The port's reads over one connection. Safe for several threads."""

    def __init__(self, path: Path, db: sqlite3.Connection, fold: Fold) -> None:
        self.path = path
        self._db = db
        self.fold = fold
        self._turn = RLock()

    def _rows(self, sql: str, args: Sequence[object] | dict[str, object] = ()) -> list[Row]:
        with self._turn, speaking(self.path):
            return self._db.execute(sql, args).fetchall()

    def _row(self, sql: str, args: Sequence[object] = ()) -> Row | None:
        rows = self._rows(sql, args)
        return rows[0] if rows else None

    # tasks

    def task(self, number: int) -> Task | None:
        row = self._row("SELECT schema, doc FROM task WHERE number = ?", (number,))
        return decode(Task, *row) if row else None

    def open_tasks(self) -> Sequence[Task]:
        rows = self._rows("SELECT schema, doc FROM task WHERE is_open = 1 ORDER BY number")
        return [decode(Task, *row) for row in rows]

    def open_tasks_of(self, person: str) -> Sequence[Task]:
        return self._tasks(self._rows(_OPEN_OF, {"person": person})) if person else ()

    def tasks(self) -> Iterator[Task]:
        """All tasks by number, a page at a time: what is committed meanwhile
        may or may not be among them."""
        last = -1
        page = "SELECT number, schema, doc FROM task WHERE number > ? ORDER BY number LIMIT ?"
        while rows := self._rows(page, (last, _PAGE)):
            last = rows[-1][0]
            for _, schema, doc in rows:
                yield decode(Task, schema, doc)

    def closed_since(self, owner: str, at: datetime) -> Sequence[Task]:
        sql = "SELECT number FROM task WHERE owner = ? AND closed_at >= ? ORDER BY closed_at, number"
        return self._tasks(self._rows(sql, (owner, moment_text(at))))

    def billed_since(self, owner: str, at: datetime) -> Sequence[Task]:
        return [t for t in self._closed_with("bills", owner, at) if t.bills]

    def asked_since(self, owner: str, at: datetime) -> Sequence[Task]:
        return [t for t in self._closed_with("questions", owner, at) if t.questions and not t.is_open]

    def _closed_with(self, what: str, owner: str, at: datetime) -> Sequence[Task]:
        # Only a pre-test on the text, by an index of its own, so that a year of work without such a
        # thing is not read each day.
        return self._tasks(self._rows(_CLOSED_WITH[what], (owner, moment_text(at))))

    def due_to_wake(self, now: datetime, limit: int = 200) -> Sequence[Task]:
        sql = "SELECT number FROM task WHERE wake_at <= ? ORDER BY wake_at, number LIMIT ?"
        return self._tasks(self._rows(sql, (moment_text(now), limit)))

    def next_wake(self) -> datetime | None:
        row = self._row("SELECT min(wake_at) FROM task WHERE wake_at IS NOT NULL")
        return moment(row[0]) if row and row[0] else None

    def next_task(self) -> int:
        return self._counter("task")

    def history(self, task: int) -> Sequence[Fact]:
        sql = "SELECT task, n, at, by, proof, mail, event, schema, doc FROM fact WHERE task = ? ORDER BY n"
        return [_fact(row) for row in self._rows(sql, (task,))]

    def _tasks(self, numbers: Iterable[Row]) -> list[Task]:
        return [task for (number,) in numbers if (task := self.task(number)) is not None]

    def _counter(self, name: str) -> int:
        row = self._row("SELECT next FROM counter WHERE name = ?", (name,))
        return int(row[0]) if row else 1

    # mail

    def ledger(self, key: str) -> LedgerRow | None:
        row = self._row("SELECT schema, doc FROM ledger WHERE key = ?", (key,))
        return decode(LedgerRow, *row) if row else None

    def ledger_at(self, place: Place) -> LedgerRow | None:
        sql = "SELECT key FROM place WHERE account = ? AND folder = ? AND uidvalidity = ? AND uid = ?"
        row = self._row(sql, (place.account, place.folder, place.uidvalidity, place.uid))
        return self.ledger(row[0]) if row else None

    def ledger_of(self, task: int) -> Sequence[LedgerRow]:
        sql = "SELECT schema, doc FROM ledger WHERE task = ? ORDER BY at, rowid"
        return [decode(LedgerRow, *row) for row in self._rows(sql, (task,))]

    def mails_from(
        self, address: str, since: datetime, until: datetime, limit: int = 500
    ) -> Sequence[LedgerRow]:
        args = (address, moment_text(since), moment_text(until), limit)
        return [decode(LedgerRow, *row) for row in reversed(self._rows(MAILS_FROM, args))]

    def unmoved(self, limit: int = 500) -> Sequence[LedgerRow]:
        sql = "SELECT schema, doc FROM ledger WHERE to_move = 1 ORDER BY at, rowid LIMIT ?"
        return [decode(LedgerRow, *row) for row in self._rows(sql, (limit,))]

    def known_uids(self, account: str, folder: str, uidvalidity: int) -> frozenset[int]:
        sql = "SELECT uid FROM place WHERE account = ? AND folder = ? AND uidvalidity = ?"
        return frozenset(uid for (uid,) in self._rows(sql, (account, folder, uidvalidity)))

    def task_of_mail(self, message_id: str) -> ThreadMail | None:
        row = self._row(
            "SELECT schema, doc FROM mail WHERE message_id = ? ORDER BY rowid LIMIT 1", (message_id,)
        )
        return decode(ThreadMail, *row) if row else None

    def thread(self, task: int) -> Sequence[ThreadMail]:
        sql = "SELECT schema, doc FROM mail WHERE task = ? ORDER BY at, rowid"
        return [decode(ThreadMail, *row) for row in self._rows(sql, (task,))]

    # outbox

    def letter(self, key: str) -> LetterRef | None:
        row = self._letter_row(key)
        return row.ref if row else None

    def last_letter(self, person: str, task: int) -> LetterRef | None:
        sql = "SELECT key FROM outbox WHERE person = ? AND task = ? ORDER BY seq DESC LIMIT 1"
        row = self._row(sql, (person, task))
        return self.letter(row[0]) if row else None

    def outbox(self, states: Sequence[OutboxState] = (), limit: int = 500) -> Sequence[OutboxRow]:
        wanted = [state.value for state in (states or OutboxState)]
        marks = ",".join("?" * len(wanted))
        sql = f"SELECT key FROM outbox WHERE state IN ({marks}) ORDER BY created_at DESC, seq DESC LIMIT ?"  # noqa: S608
        return self._letters(key for (key,) in reversed(self._rows(sql, (*wanted, limit))))

    def outbox_row(self, key: str) -> OutboxRow | None:
        return next(iter(self._letters((key,))), None)

    def to_post(self, now: datetime, limit: int = 100) -> Sequence[OutboxRow]:
        rows = self._rows(_TO_POST, {"now": moment_text(now), "limit": limit})
        return self._portion(decode(OutboxRow, *row) for row in rows)

    def _portion(self, rows: Iterable[OutboxRow]) -> list[OutboxRow]:
        """The first of these with their bytes, one at least: as many as the memory is to hold."""
        found: list[OutboxRow] = []
        room = _POST_BYTES
        for row in map(self._with_raw, rows):
            room -= len(row.raw)
            if found and room < 0:
                break
            found.append(row)
        return found

    def _letter_row(self, key: str) -> OutboxRow | None:
        """The row without its bytes."""
        row = self._row("SELECT schema, doc FROM outbox WHERE key = ?", (key,))
        return decode(OutboxRow, *row) if row else None

    def _letters(self, keys: Iterable[str]) -> list[OutboxRow]:
        return [self._with_raw(row) for key in keys if (row := self._letter_row(key)) is not None]

    def _with_raw(self, row: OutboxRow) -> OutboxRow:
        found = self._row("SELECT raw FROM outbox_raw WHERE key = ?", (row.ref.key,))
        return replace(row, raw=found[0] if found else b"")

    # held, slots, remarks, orders, meta

    def held(self, number: int) -> Held | None:
        row = self._row("SELECT schema, doc FROM held WHERE number = ?", (number,))
        return decode(Held, *row) if row else None

    def held_rows(self, state: str = "held") -> Sequence[Held]:
        sql = "SELECT schema, doc FROM held WHERE state = ? ORDER BY number"
        return [decode(Held, *row) for row in self._rows(sql, (state,))]

    def next_held(self) -> int:
        return self._counter("held")

    def slots(self, *prefixes: str) -> frozenset[str]:
        found: set[str] = set()
        for start in range(0, len(prefixes), _AT_ONCE):
            some = prefixes[start : start + _AT_ONCE]
            sql = " UNION ALL ".join(["SELECT slot FROM slot WHERE slot >= ? AND slot < ?"] * len(some))
            bounds = [bound for prefix in some for bound in (prefix, prefix + _LAST)]
            found.update(slot for (slot,) in self._rows(sql, bounds))
        return frozenset(found)

    def unsolicited_on(self, person: str, prefix: str) -> bool:
        return self._row("SELECT 1 FROM slot WHERE slot = ?", (prefix + person,)) is not None

    def remarks(self, since: datetime) -> Sequence[tuple[datetime, str]]:
        sql = "SELECT at, words FROM remark WHERE at >= ? ORDER BY at, rowid"
        return [(moment(at), words) for at, words in self._rows(sql, (moment_text(since),))]

    def orders(self) -> Sequence[OrderRow]:
        rows = self._rows("SELECT schema, doc FROM orders WHERE done = 0 ORDER BY number")
        return [decode(OrderRow, *row) for row in rows]

    def order(self, number: int) -> OrderRow | None:
        row = self._row("SELECT schema, doc FROM orders WHERE number = ?", (number,))
        return decode(OrderRow, *row) if row else None

    def meta(self, key: str) -> str | None:
        row = self._row("SELECT value FROM meta WHERE key = ?", (key,))
        return str(row[0]) if row else None

    def rows(self, sql: str, args: Sequence[object] | dict[str, object] = ()) -> list[Row]:
        """What a question in SQL reads; for the few that only this backend is asked."""
        return self._rows(sql, args)

    def raws(self) -> frozenset[str]:
        """The names in the spool of all mails that are filed."""
        return frozenset(raw for (raw,) in self._rows("SELECT json_extract(doc, '$.raw') FROM ledger"))

    def newest_at(self) -> datetime | None:
        """The moment of the newest fact; None in an empty store."""
        row = self._row("SELECT max(at) FROM fact")
        return moment(row[0]) if row and row[0] else None

    def verify(self) -> Sequence[str]:
        return self._differing(_ALL_TASKS)

    def verify_open(self) -> Sequence[str]:
        """As `verify`, every page of the file, but of the tasks the open ones only."""
        return self._differing("SELECT number FROM task WHERE is_open = 1")

    def _differing(self, tasks: str) -> list[str]:
        damage = self._rows("PRAGMA integrity_check(5)")
        found = [f"The file {self.path} is damaged: {words}." for (words,) in damage if words != "ok"]
        for (number,) in self._rows(tasks):
            stored, history = partial(Record.task, self, number), partial(Record.history, self, number)
            found += differences(number, stored, history, self.fold)
        return found

    def copy_to(self, to: Path) -> None:
        """Copy the store as of now into the file `to`, which is there whole or
        not at all. Raises StoreUnusable."""
        with self._turn, speaking(to):
            backup(self._db, to)

    def close(self) -> None:
        with self._turn, speaking(self.path):
            self._db.close()


def _fact(row: Row) -> Fact:
    task, n, at, by, proof, mail, event, schema, doc = row
    return Fact(task, n, moment(at), by, proof, decode_event(event, schema, doc), mail)
