"""When a rung may come at all: not to who is away, wants no letters or was let alone."""

from datetime import datetime

from tasks.absence import after_absence, wants_none
from tasks.hours import local, not_before_hours
from tasks.model import Task
from tasks.people import House, Person

ABSENCES = 20  # one after the other; more make no difference to anybody


def later(
    at: datetime, task: Task, house: House, reader: str, *, chased: str = "", ahead: bool = False
) -> datetime | None:
    """The moment `at` (aware UTC) of a rung to `reader` that chases `chased` (keys),
    moved to when they are there again; None where it never comes. What is `ahead`
    of the due moment does not come after it."""
    first: datetime | None = at
    for _ in range(ABSENCES):
        before, first = first, _moved(first, task, house, reader, chased) if first else None
        if first == before:
            break
    if first is None or first == at:
        return first
    return None if ahead and task.due and first >= task.due.at else first


def _moved(at: datetime, task: Task, house: House, reader: str, chased: str) -> datetime | None:
    """`at`, or the first working hour after what keeps one of them from it."""
    first: datetime | None = at
    for key in dict.fromkeys((chased, reader)):
        person = house.people.get(key)
        if person and first:
            there = _for(first, task, person, is_reader=key == reader)
            first = not_before_hours(there, person) if there and there != first else there
    moved = first is not None and first != at and reader in house.people
    return not_before_hours(first, house.people[reader]) if moved and first else first


def _for(at: datetime, task: Task, person: Person, *, is_reader: bool) -> datetime | None:
    if is_reader and wants_none(person, at):
        return next((s.until for s in person.stops if s.covers(at)), None)
    rests = {task.owner: task.owner_rests_until, task.contractor: task.doer_rests_until}.get(person.key)
    if is_reader and rests and rests > at:
        at = rests
    return after_absence(at, person)


def is_snoozed(task: Task, owner: Person, now: datetime) -> bool:
    """Whether the owner let the chase of this task rest until a later day."""
    until = task.owner_rests_until
    return until is not None and local(now, owner).date() < local(until, owner).date()
