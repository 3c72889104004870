"""When a rung may come at all: not to who is away, wants no letters or was let alone."""

from datetime import datetime

from tasks.absence import after_absence, wants_none
from tasks.hours import local, not_before_hours
from tasks.model import Task
from tasks.people import House, Person


def later(
    at: datetime, task: Task, house: House, reader: str, *, chased: str = "", ahead: bool = False
) -> datetime | None:
    """The moment `at` (aware UTC) of a rung to `reader` that chases `chased` (keys),
    moved to when they are there again; None where it never comes. What is `ahead`
    of the due moment does not come after it."""
    first: datetime | None = at
    for key in dict.fromkeys((chased, reader)):
        person = house.people.get(key)
        there = _for(first, task, person, is_reader=key == reader) if person and first else first
        first = not_before_hours(there, person) if person and there and there != first else there
    if first is None or first == at:
        return first
    if reader in house.people:
        first = not_before_hours(first, house.people[reader])
    return None if ahead and task.due and first >= task.due.at else first


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
