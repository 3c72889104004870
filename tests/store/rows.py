"""Rows to store: small, real, and cheap to vary."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from typing import Any

from store.port import Batch, LedgerRow, OutboxRow, Place, ThreadMail
from tasks.events import Accepted, Event, Fact, HandedOver, TaskOpened, WorkApproved
from tasks.evolve import evolve
from tasks.intents import Held, LetterRef
from tasks.letters import Filed
from tasks.model import Task

NOON = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)


def at(minutes: float) -> datetime:
    return NOON + timedelta(minutes=minutes)


def digest(text: str) -> str:
    return sha256(text.encode()).hexdigest()


def facts(number: int, *events: Event, first: int = 1, minutes: float = 0) -> tuple[Fact, ...]:
    return tuple(
        Fact(number, first + i, at(minutes + i), "dana", "A+T", event, digest(f"mail {number}"))
        for i, event in enumerate(events)
    )


def fold(history: tuple[Fact, ...], task: Task | None = None) -> Task:
    for fact in history:
        task = evolve(task, fact)
    assert task is not None
    return task


def opened(number: int, owner: str = "dana", contractor: str = "ann") -> Batch:
    """The batch of a fresh task, folded from its own facts."""
    opening = TaskOpened(f"Paint door {number}", "Blue, two coats.\n", owner)
    history = facts(number, opening, *([HandedOver(contractor)] if contractor else []))
    return Batch(facts=history, tasks=(fold(history),))


def went_on(task: Task, *events: Event, minutes: float = 60) -> Batch:
    more = facts(task.number, *events, first=task.version + 1, minutes=minutes)
    return Batch(facts=more, tasks=(fold(more, task),))


def accepted(task: Task) -> Batch:
    return went_on(task, Accepted())


def closed(task: Task) -> Batch:
    return went_on(task, WorkApproved("fine"))


def mail(name: str, minutes: float = 0, **more: Any) -> LedgerRow:
    row = LedgerRow(digest(name), digest("raw " + name), f"<{name}@example.com>", Filed.TASK, at(minutes))
    return replace(row, **more)


def place(uid: int, folder: str = "INBOX", uidvalidity: int = 7, account: str = "tasks") -> Place:
    return Place(account, folder, uidvalidity, uid)


def thread_mail(name: str, task: int, minutes: float = 0, person: str = "ann") -> ThreadMail:
    return ThreadMail(f"<{name}@example.com>", task, person, at(minutes), "mail")


def letter(key: str, minutes: float = 0, person: str = "ann", task: int = 1, **more: Any) -> OutboxRow:
    ref = LetterRef(key, "receipt", person, task, "accept")
    raw = f"Subject: {key}\r\n\r\nHello \xff\r\n".encode("latin-1")
    row = OutboxRow(ref, f"<{key}@example.com>", f"{person}@example.com", raw, at(minutes))
    return replace(row, **more)


def held_mail(number: int, state: str = "held") -> Held:
    key = digest(f"held {number}")
    return Held(
        number,
        key,
        at(number),
        "eve@example.com",
        "Eve",
        "Hello",
        "Let me in.",
        "a stranger",
        True,
        state=state,
    )


Fold = Callable[[Task | None, Fact], Task | None]
