"""What was agreed about the date of a task: who, when, and how often it changed."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby

from language.ordinals import nth
from tasks import events as e
from tasks.events_agreed import AcceptanceAsked
from tasks.hours import day_words
from tasks.model import Due, Task
from tasks.people import House, Person
from tasks.turns import Life, lived


@dataclass(frozen=True, slots=True)
class Agreed:
    """One line of the log: at `at` (aware UTC) this `due` was agreed, or set or
    changed `by` a person (a key). `nth`: the contractor's changes so far, 0 for
    one that is none. `open`: not accepted yet, an earlier date of the owner."""

    at: datetime
    due: Due
    by: str = ""
    nth: int = 0
    open: bool = False
    silent: bool = False


def agreed_log(facts: Iterable[e.Fact]) -> tuple[Agreed, ...]:
    """The log of one task; `facts` are all of its own, in order."""
    return agreed_in(lived(facts))


def agreed_in(life: Life) -> tuple[Agreed, ...]:
    """The same of a history that was folded already (`turns.lived`)."""
    return tuple(_log(life))


def _log(life: Life) -> Iterator[Agreed]:
    before: Task | None = None
    changes = 0
    for _at, together in groupby(life, key=lambda step: step[0].at):
        said = tuple(together)
        asks = any(isinstance(fact.event, AcceptanceAsked) for fact, _ in said)
        proposes = any(isinstance(fact.event, e.DueProposed) for fact, _ in said)
        for fact, task in said:
            match fact.event:
                case e.Accepted() if task.due and not proposes:
                    yield Agreed(fact.at, task.due)
                case e.DueAgreed(due=due, why=why) if before and due.by == before.contractor != before.owner:
                    changes += before.due is not None and before.unaccepted_at is None
                    nth = changes if before.due else 0
                    yield Agreed(fact.at, due, due.by, nth, silent=why == "nobody objected")
                case e.DueAgreed(due=due):
                    yield Agreed(fact.at, due, fact.by, open=asks)
            before = task


def agreed_words(log: Iterable[Agreed], house: House, reader: Person) -> tuple[str, ...]:
    """The log for people, a sentence a line, in the reader's zone."""
    return tuple(_words(line, house, reader) for line in log)


def _words(line: Agreed, house: House, reader: Person) -> str:
    who = house.people[line.by].first_name if line.by in house.people else line.by
    head = "Agreed" if not line.by else f"{'Changed' if line.nth else 'Set'} by {who}"
    notes = [nth_change(line.nth)] if line.nth else []
    notes += ["nobody objected"] if line.silent else []
    notes += ["earlier, to be accepted"] if line.open else []
    behind = f" ({', '.join(notes)})" if notes else ""
    return f"{head} {day_words(line.at, reader)}: {day_words(line.due.at, reader)}{behind}"


def changes_words(log: tuple[Agreed, ...], reader: Person, name: str) -> str:
    """The changes of the contractor in half a sentence; "" where there was none."""
    last = max((line.nth for line in log), default=0)
    if not last:
        return ""
    first = next((line for line in log if not line.by), None)
    was = f", first agreed {day_words(first.due.at, reader)}" if first else ""
    return f"{nth_change(last)} by {name}{was}"


def nth_change(number: int) -> str:
    """ "2nd change"."""
    return f"{nth(number)} change"
