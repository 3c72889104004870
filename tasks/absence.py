"""Who is away, until when, and who answers meanwhile.

An absence is a fact of the whole house. Folded into the people, it makes every
rule that looks at a person see it: their working time stands still, what
chases them waits for the return, and their silence means nothing.
"""

from collections.abc import Iterable
from datetime import datetime

from tasks.events import Fact
from tasks.events_hands import (
    CameBack,
    DigestRested,
    HouseEvent,
    LettersStarted,
    LettersStopped,
    WentAway,
)
from tasks.hours import add_working_time, local, working_time
from tasks.model import Task
from tasks.people import Absence, House, Person
from tasks.replacing import replace


def with_absences(house: House, facts: Iterable[Fact]) -> House:
    """The house after what its people said of themselves (facts of task 0, in order)."""
    people = dict(house.people)
    for fact in facts:
        event = fact.event
        if isinstance(event, HouseEvent) and event.person in people:
            people[event.person] = _after(people[event.person], event, fact.at)
    return replace(house, people=people)


def _after(person: Person, event: HouseEvent, at: datetime) -> Person:
    match event:
        case WentAway(until=until, substitute=who, by_machine=machine, digest=digest):
            new = Absence(at, until, who, machine, digest)
            return replace(person, away=(*_ended(person.away, at), new))
        case CameBack():
            return replace(person, away=_ended(person.away, at))
        case LettersStopped():
            return replace(person, stops=(*_ended(person.stops, at), Absence(at)))
        case LettersStarted():
            return replace(person, stops=_ended(person.stops, at))
        case DigestRested(until=until):
            return replace(person, rests=(*_ended(person.rests, at), Absence(at, until)))


def _ended(spans: tuple[Absence, ...], at: datetime) -> tuple[Absence, ...]:
    """The same, none of them longer than to `at`."""
    return tuple(replace(s, until=at) if s.covers(at) else s for s in spans)


def absence_of(person: Person, at: datetime) -> Absence | None:
    """The absence that holds at this moment, a vacation program's too."""
    return next((a for a in reversed(person.away) if a.covers(at)), None)


def is_away(person: Person, at: datetime) -> bool:
    """Whether they themselves said that they are away."""
    found = absence_of(person, at)
    return found is not None and not found.by_machine


def wants_none(person: Person, at: datetime) -> bool:
    """Whether they want no letters that the clock starts."""
    return any(span.covers(at) for span in person.stops)


def after_absence(at: datetime, person: Person) -> datetime | None:
    """`at`, or where the person is away then the moment of the return; None: never."""
    found = absence_of(person, at)
    return at if found is None else found.until


def resumed(at: datetime, since: datetime, person: Person) -> datetime | None:
    """When silence since `since` has its consequence, said then to come at `at`:
    the working time that a later absence took away follows after it. None: never."""
    present = replace(person, away=())
    for absence in person.away:
        if absence.by_machine or not since < absence.since < at:
            continue  # not in between, or counted in already
        if absence.until is None:
            return None
        left = working_time(absence.since, at, present)
        at = max(at, add_working_time(absence.until, left, present))
    return at


def substitute_of(house: House, task: Task, at: datetime) -> str:
    """Who answers for the task's owner now (a key), or "". Never whoever does it."""
    owner = house.people.get(task.owner)
    found = absence_of(owner, at) if owner else None
    who = found.substitute if found else ""
    return who if who in house.people and who not in (task.contractor, task.owner) else ""


def heir(house: House, at: datetime) -> Person:
    """Who hears what an owner would that is in the config no more: the first owner; while
    that one is away whom they named, or whoever of the owners is there."""
    first = house.owners()[0]
    there = [person for person in house.owners() if not is_away(person, at)]
    if first in there or not there:
        return first
    absence = absence_of(first, at)
    return next((p for p in there if absence and p.key == absence.substitute), there[0])


def back_on(until: datetime | None, person: Person) -> str:
    """Until when somebody is away, on their own calendar, as a piece of a sentence:
    "until Mon 7 Dec", "until further notice"."""
    return f"until {day_of(until, person)}" if until else "until further notice"


def day_of(at: datetime, person: Person) -> str:
    """A day as letters name it: "Mon 7 Dec"."""
    there = local(at, person)
    return f"{there:%a} {there.day} {there:%b}"


def is_silent(owner: Person, at: datetime) -> bool:
    """Whether the owner's digest of this moment does not come: they are away and do
    not want it, or want none at all. That of the day of the return comes."""

    def covers(span: Absence) -> bool:
        ends = span.until and local(span.until, owner).date() <= local(at, owner).date()
        return span.covers(at) and not ends

    away = any(covers(a) for a in owner.away if not a.digest and not a.by_machine)
    return away or any(covers(s) for s in (*owner.stops, *owner.rests))
