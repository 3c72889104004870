"""One batch into the record, inside a transaction that the caller opened.

Each kind of row has one function; the order does not matter to SQLite, but the
two that may refuse (ledger and slots) come first, so a replay costs little.
"""

import sqlite3
from collections.abc import Iterable, Mapping
from datetime import datetime

from store.codec import decode, encode, maybe_moment_text, moment_text
from store.port import Batch, LedgerRow, OrderRow, OutboxRow, Place, Refused, ThreadMail
from tasks.events import SCHEMA, Fact
from tasks.intents import Held
from tasks.model import Task
from tasks.replacing import replace

Db = sqlite3.Connection


def write_batch(db: Db, batch: Batch) -> list[Task | Held | OutboxRow]:
    """Write every row of `batch` and return those that may be live (letters
    without their bytes). Raises Refused on a known ledger key, slot or event
    number; the caller then rolls back."""
    if batch.ledger is not None:
        _ledger(db, batch.ledger, batch.replaces)
    _slots(db, batch.slots)
    _facts(db, batch.facts)
    _tasks(db, batch.tasks)
    _wake(db, batch.wake)
    _mails(db, batch.mails)
    letters = _outbox(db, batch.outbox)
    _held(db, batch.held)
    for at, words in batch.remarks:
        db.execute("INSERT INTO remark VALUES (?, ?)", (moment_text(at), words))
    if batch.order_done is not None:
        _order_done(db, *batch.order_done)
    for key, value in batch.meta.items():
        db.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (key, value))
    return [*batch.tasks, *batch.held, *letters]


def put_ledger(db: Db, row: LedgerRow) -> None:
    """Write a ledger row over the one of its key, and its place."""
    to_move = row.place is not None and not row.moved
    values = (row.key, moment_text(row.at), row.task, to_move, SCHEMA, encode(row))
    db.execute(
        """INSERT INTO ledger VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (key) DO UPDATE SET at = excluded.at,
        task = excluded.task, to_move = excluded.to_move, schema = excluded.schema, doc = excluded.doc""",
        values,
    )
    if row.place is not None:
        put_place(db, row.place, row.key)


def put_place(db: Db, place: Place, key: str) -> None:
    values = (place.account, place.folder, place.uidvalidity, place.uid, key)
    db.execute("INSERT OR REPLACE INTO place VALUES (?, ?, ?, ?, ?)", values)


def put_letter(db: Db, row: OutboxRow) -> None:
    """Write what became of a letter that is in the outbox; its bytes stay."""
    values = (
        row.state.value,
        maybe_moment_text(row.next_at),
        SCHEMA,
        encode(replace(row, raw=b"") if row.raw else row),
        row.ref.key,
    )
    db.execute("UPDATE outbox SET state = ?, next_at = ?, schema = ?, doc = ? WHERE key = ?", values)


def put_order(db: Db, words: Mapping[str, str], at: datetime) -> int:
    """Write a new order and return its number."""
    done = db.execute("INSERT INTO orders (done, schema, doc) VALUES (0, ?, '')", (SCHEMA,))
    number = int(done.lastrowid or 0)
    doc = encode(OrderRow(number, at, dict(words)))
    db.execute("UPDATE orders SET doc = ? WHERE number = ?", (doc, number))
    return number


def _ledger(db: Db, row: LedgerRow, replaces: bool) -> None:
    known = db.execute("SELECT schema, doc FROM ledger WHERE key = ?", (row.key,)).fetchone()
    if known and not replaces:
        raise Refused(f"the mail {row.key} is filed already")
    if known and row.place is None:
        row = replace(row, place=decode(LedgerRow, *known).place)
    put_ledger(db, row)


def _slots(db: Db, slots: Iterable[str]) -> None:
    for slot in dict.fromkeys(slots):
        if not db.execute("INSERT OR IGNORE INTO slot VALUES (?)", (slot,)).rowcount:
            raise Refused(f"the occurrence {slot} is recorded already")


def _facts(db: Db, facts: Iterable[Fact]) -> None:
    for fact in facts:
        n = fact.n or _next_house_fact(db, fact)
        event = type(fact.event).__name__
        values = (fact.task, n, moment_text(fact.at), fact.by, fact.proof, fact.mail, event, SCHEMA)
        sql = "INSERT OR IGNORE INTO fact VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"
        if not db.execute(sql, (*values, encode(fact.event))).rowcount:
            raise Refused(f"event {n} of T-{fact.task} is recorded already")
        if fact.n == 1:
            _count(db, "task", fact.task)


def _next_house_fact(db: Db, fact: Fact) -> int:
    if fact.task:
        raise ValueError(f"an event of T-{fact.task} has no number")
    (last,) = db.execute("SELECT coalesce(max(n), 0) FROM fact WHERE task = 0").fetchone()
    return int(last) + 1


def _tasks(db: Db, tasks: Iterable[Task]) -> None:
    for task in tasks:
        closed_at = None if task.is_open else maybe_moment_text(task.closed_at)
        db.execute(
            """INSERT INTO task (number, is_open, owner, contractor, closed_at, schema, doc)
            VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (number) DO UPDATE SET is_open = excluded.is_open,
            owner = excluded.owner, contractor = excluded.contractor, closed_at = excluded.closed_at,
            schema = excluded.schema, doc = excluded.doc""",
            (task.number, task.is_open, task.owner, task.contractor, closed_at, SCHEMA, encode(task)),
        )
        _count(db, "task", task.number)


def _wake(db: Db, wake: Mapping[int, datetime | None]) -> None:
    for number, at in wake.items():
        db.execute("UPDATE task SET wake_at = ? WHERE number = ?", (maybe_moment_text(at), number))


def _mails(db: Db, mails: Iterable[ThreadMail]) -> None:
    for mail in mails:
        values = (mail.message_id, mail.task, moment_text(mail.at), SCHEMA, encode(mail))
        db.execute("INSERT OR IGNORE INTO mail VALUES (?, ?, ?, ?, ?)", values)


def _outbox(db: Db, rows: Iterable[OutboxRow]) -> list[OutboxRow]:
    """A letter whose key is known is written out already: the first one stays."""
    new = []
    for row in rows:
        light, key = replace(row, raw=b""), row.ref.key
        values = (key, row.ref.person, row.ref.task, row.state.value, maybe_moment_text(row.next_at))
        sql = """INSERT OR IGNORE INTO outbox (key, person, task, state, next_at, created_at, schema, doc)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)"""
        if db.execute(sql, (*values, moment_text(row.created_at), SCHEMA, encode(light))).rowcount:
            db.execute("INSERT INTO outbox_raw VALUES (?, ?)", (key, row.raw))
            new.append(light)
    return new


def _held(db: Db, rows: Iterable[Held]) -> None:
    for row in rows:
        db.execute(
            "INSERT OR REPLACE INTO held VALUES (?, ?, ?, ?)", (row.number, row.state, SCHEMA, encode(row))
        )
        _count(db, "held", row.number)


def _count(db: Db, name: str, used: int) -> None:
    db.execute(
        "INSERT INTO counter VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET next = max(next, excluded.next)",
        (name, used + 1),
    )


def _order_done(db: Db, number: int, answer: str) -> None:
    row = db.execute("SELECT schema, doc FROM orders WHERE number = ?", (number,)).fetchone()
    if row is not None:
        done = replace(decode(OrderRow, *row), done=True, answer=answer)
        db.execute(
            "UPDATE orders SET done = 1, schema = ?, doc = ? WHERE number = ?", (SCHEMA, encode(done), number)
        )
