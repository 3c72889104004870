"""Early warning: what tells that a task may be late, before it is.

All is counted in the working time of the contractor, and only while it is
their turn. The same moments bring the one question to them and the line "at
risk" in the owner's digest.
"""

from collections.abc import Callable
from datetime import datetime, timedelta

from tasks.hours import (
    add_working_days,
    add_working_time,
    day_words,
    local,
    not_before_hours,
    working_time,
)
from tasks.model import WORKING, Stage, Task
from tasks.people import House, Person
from tasks.points import passed_over
from tasks.turns import turn

LEAST = timedelta(hours=8)  # working time without a word that is a silence at all
SLOW = 1.5  # so many times the time that is left is more than a bad day
EARLY = 0.25  # of the time: before that a pace says nothing


def is_theirs(task: Task) -> bool:
    """Whether the work is with the contractor, and so is the next word."""
    return bool(task.contractor) and task.stage in WORKING and turn(task) == "contractor"


def quiet_since(task: Task) -> datetime | None:
    """From when the contractor's silence counts (aware UTC): their last word, or
    what gave them the turn, or the owner's `fine`."""
    moments = (
        task.handed_at,
        task.due_set_at,
        task.heard_at,
        task.fine_at,
        task.answered_at,
        task.reached_at,
    )
    return max((at for at in moments if at), default=None)


def unaccepted_at(task: Task, since: datetime, person: Person) -> datetime | None:
    """A working day without an acceptance; None where it was accepted, or where who
    asked something about it is known to be at it, as long as a date stands."""
    waits = task.stage is Stage.HANDED_OVER and (task.heard_at is None or task.due is None)
    return add_working_days(since, 1, person) if waits else None


def silent_at(task: Task, since: datetime, person: Person) -> datetime | None:
    """When half of the working time that was left has passed without a word."""
    if task.due is None or task.due.at <= since:
        return None
    half = max(working_time(since, task.due.at, person) / 2, LEAST)
    return add_working_time(since, half, person)


def question_at(task: Task, house: House, reminder: datetime | None) -> datetime | None:
    """When the contractor is asked whether it goes well, once for each silence;
    None: not now. On the day of `reminder`, the first to come, that one asks."""
    since = quiet_since(task)
    if since is None or not is_theirs(task):
        return None
    person = house.people[task.contractor]
    since = max(since, task.nudged_at) if task.nudged_at else since
    found = [at for at in (unaccepted_at(task, since, person), silent_at(task, since, person)) if at]
    if not found:
        return None
    at = not_before_hours(min(found), person)
    if reminder and local(at, person).date() >= local(reminder, person).date():
        return None
    return None if task.due and at >= task.due.at else at


# Why a task is at risk, the strongest reason first: each says it in words, or "".


def _unreached(task: Task, person: Person, owner: Person, now: datetime) -> str:
    return f"my letters do not arrive: {task.unreached}" if task.unreached else ""


def _unaccepted(task: Task, person: Person, owner: Person, now: datetime) -> str:
    since = quiet_since(task)
    at = unaccepted_at(task, since, person) if since else None
    if at is None or at > now:
        return ""
    return "I have seen no word here yet" if task.heard_at is None else f"not accepted by {person.first_name}"


def _silent(task: Task, person: Person, owner: Person, now: datetime) -> str:
    since = quiet_since(task)
    at = silent_at(task, since, person) if since else None
    return f"no word since {day_words(since, owner)}" if since and at and at <= now else ""


def _slow(task: Task, person: Person, owner: Person, now: datetime) -> str:
    """At the pace so far, what is left takes far longer than there is time."""
    if task.pace is None or task.pace_at is None or task.due is None or task.handed_at is None:
        return ""
    used = working_time(task.handed_at, task.pace_at, person)
    left = working_time(task.pace_at, task.due.at, person)
    if used < (used + left) * EARLY or task.pace >= 100:
        return ""
    slow = not task.pace or used * (100 - task.pace) / task.pace > left * SLOW
    return f"{task.pace} % on {day_words(task.pace_at, owner)}, too slow for its date" if slow else ""


Reason = Callable[[Task, Person, Person, datetime], str]
RISKS: tuple[Reason, ...] = (_unreached, _unaccepted, passed_over, _silent, _slow)


def at_risk(task: Task, house: House, now: datetime) -> str:
    """Why a task in work may be late, in words for its owner, or ""."""
    if not is_theirs(task) or task.handed_at is None:
        return ""
    person, owner = house.people[task.contractor], house.people[task.owner]
    return next((words for reason in RISKS if (words := reason(task, person, owner, now))), "")
