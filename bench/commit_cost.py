"""What a commit costs, and that it costs no more with many open tasks.

    python -m bench.commit_cost [FOLDER]

A typical batch (a reply: one ledger row, four events, one task, three mails of
threads, two letters of 5 KB) is committed in turn to a store with 100 open
tasks, to one with 10 000, and, as the floor, to a plain SQLite file that takes
the same rows already encoded. FOLDER should lie on the disk that is meant, not
in memory. Exit 1 if the ratio is over the bar.
"""

import sqlite3
import sys
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.timing import Times, alternate, ratio, report
from store.embedded import EmbeddedStore, open_store
from store.port import Batch, LedgerRow, OutboxRow, Place, ThreadMail
from tasks.events import Event, Fact, HandedOver, LetterOwed, MailJoined, ProgressReported, TaskOpened
from tasks.evolve import evolve
from tasks.intents import LetterRef
from tasks.letters import Filed
from tasks.model import Task

FEW, MANY, ROUNDS, BAR = 100, 10_000, 600, 1.2
NOON = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)
BRIEF = "Please paint the door of the garden shed blue, two coats, and send a photo.\n" * 8
LETTER = (
    b"From: tasks@example.com\r\nSubject: bench\r\n\r\n" + b"Some words of a letter, in a line.\r\n" * 140
)


def main(where: str | None = None) -> int:
    with TemporaryDirectory(prefix="bench-", dir=where) as folder:
        few, many, floor = (
            Times(f"{FEW} open tasks"),
            Times(f"{MANY} open tasks"),
            Times("plain SQLite, same rows"),
        )
        with (
            closing(filled(Path(folder) / "few.db", FEW)) as small,
            closing(filled(Path(folder) / "many.db", MANY)) as big,
            closing(plain(Path(folder) / "plain.db")) as db,
        ):
            works = ((few, commit(small, FEW)), (many, commit(big, MANY)), (floor, insert(db)))
            alternate(20, *((Times("warm-up"), ready) for _, ready in works))
            alternate(ROUNDS, *((times, lambda i, r=ready: r(i + 20)) for times, ready in works))
            assert small.verify() == []
        report((few, many, floor))
    found = ratio(many, few)
    print(f"commit at {MANY} open tasks / at {FEW}: {found:.2f} (bar {BAR})")
    print(f"durable commits a second: {1 / many.mean:.0f}, plain SQLite {1 / floor.mean:.0f}")
    return 0 if found <= BAR else 1


def filled(path: Path, tasks: int) -> EmbeddedStore:
    """A store with this many open tasks, each with its history and wake moment."""
    store = open_store(path, evolve)
    for first in range(1, tasks + 1, 500):
        numbers = range(first, min(first + 500, tasks + 1))
        histories = [opening(number) for number in numbers]
        store.commit(
            Batch(
                facts=tuple(fact for history in histories for fact in history),
                tasks=tuple(fold(None, history) for history in histories),
                wake={number: NOON + timedelta(minutes=number) for number in numbers},
            )
        )
    return store


def opening(number: int) -> tuple[Fact, ...]:
    opened = TaskOpened(f"Paint door {number}", BRIEF, "dana")
    events: tuple[Event, ...] = (opened, HandedOver("ann"))
    return tuple(Fact(number, n, NOON, "dana", "A+T", event) for n, event in enumerate(events, 1))


def fold(task: Task | None, history: tuple[Fact, ...]) -> Task:
    for fact in history:
        task = evolve(task, fact)
    assert task is not None
    return task


def reply(task: Task, i: int) -> Batch:
    """What a contractor's reply changes: the typical batch."""
    key = sha256(f"{task.number} {i}".encode()).hexdigest()
    at, ids = NOON + timedelta(minutes=i), [f"<{key[:20]}.{n}@example.com>" for n in range(3)]
    events: tuple[Event, ...] = (
        MailJoined("ann", ids[0], task.title),
        ProgressReported(i % 100),
        LetterOwed("relay", "dana", key[:19] + "1", ids[1], task.title),
        LetterOwed("receipt", "ann", key[:19] + "2", ids[2], task.title),
    )
    facts = tuple(
        Fact(task.number, task.version + n, at, "ann", "A+T", event, key) for n, event in enumerate(events, 1)
    )
    readers = (("relay", "dana"), ("receipt", "ann"))
    return Batch(
        ledger=LedgerRow(
            key,
            key,
            ids[0],
            Filed.REPLY,
            at,
            task=task.number,
            place=Place("tasks", "INBOX", 7, i),
            why={"rule": "token"},
        ),
        facts=facts,
        tasks=(fold(task, facts),),
        wake={task.number: at + timedelta(days=1)},
        mails=tuple(ThreadMail(ids[n], task.number, "ann", at, "mail") for n in range(3)),
        outbox=tuple(
            OutboxRow(
                LetterRef(f"{key[:19]}{n}", kind, who, task.number), ids[n], f"{who}@example.com", LETTER, at
            )
            for n, (kind, who) in enumerate(readers, 1)
        ),
    )


def commit(store: EmbeddedStore, tasks: int) -> Callable[[int], Callable[[], object]]:
    def ready(i: int) -> Callable[[], object]:
        task = store.task(1 + i * 7919 % tasks)
        assert task is not None
        batch = reply(task, i)
        return lambda: store.commit(batch)

    return ready


def plain(path: Path) -> sqlite3.Connection:
    db = sqlite3.connect(path, isolation_level=None)
    db.execute("PRAGMA journal_mode = WAL")
    db.execute("PRAGMA synchronous = FULL")
    db.execute("CREATE TABLE row (key TEXT PRIMARY KEY, doc BLOB)")
    return db


def insert(db: sqlite3.Connection) -> Callable[[int], Callable[[], object]]:
    """The same eleven rows, two of them of 5 KB, with one index and no thought."""
    sizes = (500, *[200] * 4, 1600, *[150] * 3, len(LETTER) + 400, len(LETTER) + 400)

    def ready(i: int) -> Callable[[], object]:
        rows = [(sha256(f"{i} {n}".encode()).hexdigest(), b"x" * size) for n, size in enumerate(sizes)]
        return lambda: write(db, rows)

    return ready


def write(db: sqlite3.Connection, rows: list[tuple[str, bytes]]) -> None:
    db.execute("BEGIN IMMEDIATE")
    db.executemany("INSERT INTO row VALUES (?, ?)", rows)
    db.execute("COMMIT")


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:2]))
