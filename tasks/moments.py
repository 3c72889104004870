"""When a rung of the ladder comes, and the promise it belongs to."""

from dataclasses import dataclass, replace
from datetime import datetime

from tasks.absence import after_absence
from tasks.hours import not_before_hours
from tasks.model import WORKING, Task
from tasks.people import House


@dataclass(frozen=True, slots=True)
class Moment:
    """When a rung comes (aware UTC), and the promise it belongs to."""

    at: datetime
    anchor: str


def promised(task: Task) -> bool:
    """Work is with the contractor, who has promised a moment."""
    return task.due is not None and bool(task.contractor) and task.stage in WORKING


def promise(task: Task) -> str:
    """The promise a rung belongs to: the date, and when it was given to whoever
    has the work now. Work that is handed on, or a date that was changed and
    changed back, has a ladder of its own."""
    assert task.due is not None
    since = f"@{task.due_set_at.isoformat()}" if task.due_set_at else ""
    return f"{task.due.at.isoformat()}{since}"


def anew(task: Task, moment: Moment) -> Moment:
    """The moment at which lateness is told, as one of its own where the contractor was
    told and asked, and the owner has answered since: the wait was the owner's."""
    told = any(slot.startswith("late:") and slot.endswith(moment.anchor) for slot in task.rungs)
    answered, asked = task.answered_at, task.asked_at
    if not told or answered is None or asked is None or asked > answered:
        return moment
    return replace(moment, anchor=f"{moment.anchor}@{answered.isoformat()}")


def goes_on_at(task: Task, house: House) -> datetime | None:
    """When work that rests goes on by itself (aware UTC): at the moment that the owner
    named, or as the next day of its contractor begins on which they are there. None
    where none was named, or nobody knows when they are back."""
    person, at = house.people.get(task.contractor), task.rests_until
    if at is None or person is None:
        return at
    there = after_absence(not_before_hours(at, person), person)
    return not_before_hours(there, person) if there else None
