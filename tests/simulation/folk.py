"""How the people of the house answer their letters, by a seeded hand.

A wish is what somebody's mail means; it is what the oracle is told once the
mail was taken up. The words are plain, so that there is only one meaning.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random

from tests.simulation.cast import ACTORS, CONTRACTORS

HOUR = timedelta(hours=1)


@dataclass(frozen=True)
class Wish:
    """What a mail of `who` means. `what`: open, accept, done, question, eta,
    yes, thanks, answer, approve, redo, ok, fine, assign, cancel, hold, resume,
    remind (`days` before). `points`: the checkpoints of a new task."""

    who: str
    what: str
    due: datetime | None = None
    doer: str = ""
    points: tuple[datetime, ...] = ()
    days: int | None = None


@dataclass(frozen=True)
class Plan:
    """Somebody will write `words` so much later, in answer to the letter."""

    after: timedelta
    words: str
    wish: Wish


@dataclass(frozen=True)
class Got:
    """A letter as its reader sees it: the fields a mail program answers to."""

    to: str
    kind: str
    subject: str
    reply_to: str
    message_id: str
    references: str
    task: int  # 0 where it is about several
    due: datetime | None
    at: datetime


def wall(at: datetime) -> str:
    """A date that can be read in one way only."""
    return f"{at:%Y-%m-%d %I:%M %p}"


@dataclass
class Folk:
    """All of them; `random` is theirs alone."""

    random: Random

    def answers(self, got: Got) -> Iterator[Plan]:
        """What comes of a letter, if anything."""
        act = getattr(self, "_" + got.kind.replace("-", "_"), None)
        if act is not None and got.task:
            yield from act(got)

    def _hours(self, least: float, most: float) -> timedelta:
        return timedelta(seconds=int(self.random.uniform(least, most) * 3600))

    def _say(self, got: Got, after: timedelta, words: str, what: str, **more: object) -> Plan:
        return Plan(after, words, Wish(got.to, what, **more))  # type: ignore[arg-type]

    def _done(self, got: Got) -> Plan:
        """Handed in a little before the date, or a little after it."""
        left = (got.due - got.at) if got.due else 48 * HOUR
        after = max(left + self._hours(-90, 12), HOUR)
        return self._say(got, after - timedelta(microseconds=after.microseconds), "done", "done")

    # contractors

    def _assignment(self, got: Got) -> Iterator[Plan]:
        lot = self.random.random()
        if lot < 0.1:
            yield self._say(got, self._hours(0.2, 20), "accept", "accept")
        elif lot < 0.18:
            yield self._say(got, self._hours(0.2, 30), "question: which colour", "question")
            return
        elif lot < 0.25 and got.due:
            due = got.due.replace(second=0) + timedelta(days=self.random.randint(1, 6))
            zone = ACTORS[got.to].almanac(got.at.date(), got.at.date()).zone
            there = due.astimezone(zone).replace(hour=self.random.randint(9, 18), minute=0)
            yield self._say(got, self._hours(0.2, 20), f"eta: {wall(there)}", "eta", due=there)
            return
        if lot < 0.85:
            yield self._done(got)

    def _due_changed(self, got: Got) -> Iterator[Plan]:
        if self.random.random() < 0.8:
            yield self._done(got)

    def _relay(self, got: Got) -> Iterator[Plan]:
        if self.random.random() < 0.8:
            yield self._done(got)

    def _reminder(self, got: Got) -> Iterator[Plan]:
        lot = self.random.random()
        if lot < 0.08:
            yield self._say(got, self._hours(0.1, 5), "yes", "yes")
        elif lot < 0.2:
            yield self._say(got, self._hours(0.5, 20), "done", "done")

    def _probe(self, got: Got) -> Iterator[Plan]:
        lot = self.random.random()
        if lot < 0.3:
            yield self._say(got, self._hours(0.1, 5), "yes", "yes")
        elif lot < 0.4:
            yield self._say(got, self._hours(0.5, 20), "done", "done")

    def _overdue(self, got: Got) -> Iterator[Plan]:
        lot = self.random.random()
        if lot < 0.5:
            yield self._say(got, self._hours(0.5, 40), "done", "done")
        elif lot < 0.6:
            yield self._say(got, self._hours(0.5, 20), "question: is it still needed", "question")

    def _sent_back(self, got: Got) -> Iterator[Plan]:
        if self.random.random() < 0.9:
            yield self._say(got, self._hours(2, 60), "done", "done")

    def _approved(self, got: Got) -> Iterator[Plan]:
        if self.random.random() < 0.05:
            yield self._say(got, self._hours(0.1, 5), "Thanks!", "thanks")

    # owners

    def _review(self, got: Got) -> Iterator[Plan]:
        lot = self.random.random()
        if lot < 0.25:
            yield self._say(got, self._hours(0.2, 40), "approve", "approve")
        elif lot < 0.32:
            yield self._say(got, self._hours(0.2, 90), "redo: the last page is missing", "redo")

    def _question(self, got: Got) -> Iterator[Plan]:
        lot = self.random.random()
        hours = (0.2, 12) if lot < 0.5 else (30, 120)
        yield self._say(got, self._hours(*hours), "The blue one is the right one.", "answer")

    def _proposal(self, got: Got) -> Iterator[Plan]:
        if self.random.random() < 0.4:
            yield self._say(got, self._hours(0.2, 30), "ok", "ok")

    def _late(self, got: Got) -> Iterator[Plan]:
        lot = self.random.random()
        if lot < 0.15:
            yield self._say(got, self._hours(0.2, 10), "fine", "fine")
        elif lot < 0.3:
            doer = self.random.choice(CONTRACTORS).key
            yield self._say(got, self._hours(0.2, 30), f"assign: {doer.title()}", "assign", doer=doer)
        yield self._say(got, self._hours(100, 200), "cancel", "cancel")
