"""The demo on its stage: a moving clock, the open workshop, the people at
their mail clients, and the loop that lets the week pass.

Everything but the people is the real thing: the same rounds, IMAP and SMTP
that `./run run` works with.
"""

import threading
import time
from collections import Counter
from dataclasses import dataclass
from datetime import datetime, timedelta

from demo import telling
from demo.cast import ADDRESS, BY_USER, OWNER
from demo.client import Letter, fresh, letter_of, reply, send
from demo.folder import Folder
from demo.pages import name_of
from demo.script import ANSWERS, BEGINS, ENDS, TASKS, Answer, Task
from demo.server import EmbeddedServer
from demo.telling import Teller
from shell.rounds import next_moment, one_round
from shell.workshop import Workshop

READING = timedelta(minutes=2)  # nobody answers a letter sooner
MINUTE = timedelta(minutes=1)


class DemoClock:
    """A clock that is moved by hand, and can be let run."""

    def __init__(self, now: datetime) -> None:
        self._now = now
        self._since: float | None = None

    def __call__(self) -> datetime:
        """Now in the demo (aware UTC)."""
        if self._since is None:
            return self._now
        return self._now + timedelta(seconds=time.monotonic() - self._since)

    def set(self, now: datetime) -> None:
        """Move it on."""
        self._now = now

    def run(self) -> None:
        """Let it go by itself from here, second by second."""
        self._since = time.monotonic()


@dataclass(frozen=True)
class Plan:
    """Something a person will write: a task, or an answer to a letter in hand."""

    at: datetime
    row: Task | Answer
    letter: Letter | None = None


class Stage:
    """Plays the script, and keeps what came of it."""

    def __init__(
        self, server: EmbeddedServer, clock: DemoClock, shop: Workshop, folder: Folder, teller: Teller
    ) -> None:
        self.server, self.clock, self.shop, self.folder, self.teller = server, clock, shop, folder, teller
        self.letters: list[Letter] = []
        self.trouble: list[str] = []
        self._waiting = list(ANSWERS)
        self._plans = [Plan(OWNER.at(row.when), row) for row in TASKS]
        self._read = 0

    def play(self, stop: threading.Event) -> None:
        """Let the week pass, from one moment of interest to the next, until it
        ends or `stop` is set."""
        self.clock.set(OWNER.at(BEGINS))
        ends = OWNER.at(ENDS)
        while not stop.is_set() and (moment := self._next()) <= ends:
            self.clock.set(moment)
            self._write(moment)
            self.trouble += one_round(self.shop).trouble
            self._look()
        self.clock.set(max(ends, self.clock()))

    def counts(self) -> Counter[tuple[str, str]]:
        """How many letters of each kind each person got."""
        return Counter((letter.reader.user, letter.kind) for letter in self.letters)

    def per_person(self) -> Counter[str]:
        return Counter(letter.reader.user for letter in self.letters)

    def _next(self) -> datetime:
        moments = [next_moment(self.shop), *(plan.at for plan in self._plans)]
        return max(min(moments), self.clock() + MINUTE)

    def _write(self, now: datetime) -> None:
        for plan in [p for p in self._plans if p.at <= now]:
            self._plans.remove(plan)
            if isinstance(plan.row, Task):
                self._open(plan.row, now)
            elif plan.letter:
                self._answer(plan.row, plan.letter, now)

    def _open(self, row: Task, now: datetime) -> None:
        send(self.server, OWNER, fresh(OWNER, row.to, row.subject, row.words, now, row.attached))
        file = row.attached[0] if row.attached else ""
        self.teller.tell(telling.of_mail(OWNER, now, row.to, row.subject, row.words, file))

    def _answer(self, row: Answer, letter: Letter, now: datetime) -> None:
        writer = BY_USER[row.who]
        send(self.server, writer, reply(letter, row.words, now, row.attached))
        file = row.attached[0] if row.attached else ""
        self.teller.tell(telling.of_answer(writer, now, letter, row.words, file))

    def _look(self) -> None:
        """The people find what has come since, and plan their answers."""
        new, self._read = self.server.delivered[self._read :], len(self.server.delivered)
        for delivery in new:
            if delivery.user != ADDRESS.partition("@")[0]:
                self._got(letter_of(len(self.letters) + 1, delivery))

    def _got(self, letter: Letter) -> None:
        self.letters.append(letter)
        self.folder.write(f"{name_of(letter)}.eml", letter.raw)
        self.folder.write(f"{name_of(letter)}.html", letter.html or letter.text)
        number = letter.tag.removeprefix("T-")
        task = self.shop.store.task(int(number)) if number.isdigit() else None
        self.teller.tell(telling.of_letter(letter, task.due.at if task and task.due else None))
        for row in [r for r in self._waiting if _is_for(r, letter)]:
            self._waiting.remove(row)
            at = max(BY_USER[row.who].at(row.when), letter.at + READING)
            self._plans.append(Plan(at, row, letter))


def _is_for(row: Answer, letter: Letter) -> bool:
    """Whether this is the letter that the row waits for."""
    return (row.who, row.kind) == (letter.reader.user, letter.kind) and row.subject in letter.subject
