"""The rungs before a date: reminders, checkpoints, and the one question.

All of them say something only while the promise is older than they are, and
move earlier into the contractor's hours, never later.
"""

from collections.abc import Callable
from datetime import datetime

from tasks.early import is_theirs, question_at, quiet_since
from tasks.hours import not_after_hours, opening, working_day_before
from tasks.ladder import ladder_of
from tasks.model import Task
from tasks.moments import Moment, promise, promised
from tasks.people import House
from tasks.points import ahead, morning_of, reported
from tasks.remembered import remembered


def _ahead(task: Task, at: datetime) -> Moment | None:
    """A rung before the due moment counts only if the promise is older."""
    assert task.due is not None
    if task.due_set_at and at <= task.due_set_at:
        return None
    return Moment(at, promise(task))


@remembered
def day_before(task: Task, house: House) -> Moment | None:
    """The opening of the contractor's working day before the due day."""
    days = ladder_of(task, house).before_days
    if not promised(task) or task.due is None or not days:
        return None
    person = house.people[task.contractor]
    return _ahead(task, opening(working_day_before(task.due.at, days, person), person))


def hours_before(task: Task, house: House) -> Moment | None:
    """Two hours before, moved earlier into the contractor's hours, and only if
    nothing was heard since the first reminder."""
    span = ladder_of(task, house).before
    if not promised(task) or task.due is None or not span:
        return None
    person = house.people[task.contractor]
    moment = _ahead(task, not_after_hours(task.due.at - span, person))
    earlier = day_before(task, house)
    since = earlier.at if earlier else task.handed_at
    if moment is None or (task.heard_at and since and task.heard_at >= since):
        return None
    return None if earlier and moment.at <= earlier.at else moment


def still_on_track(task: Task, house: House) -> Moment | None:
    """One question for one silence, before the first reminder's day."""
    if not ladder_of(task, house).probe:
        return None
    at = question_at(task, house, _first_reminder(task, house))
    if at is None:
        return None
    handed = task.handed_at.isoformat() if task.handed_at else ""
    return Moment(at, f"{promise(task) if task.due else ''}@{handed}@{quiet_since(task)}")


def _first_reminder(task: Task, house: House) -> datetime | None:
    """When the first reminder since the last word comes, of the date or of a
    checkpoint; None where there is none."""
    person, since = house.people.get(task.contractor), quiet_since(task)
    if person is None or since is None:
        return None
    mornings = (morning_of(point, person) for point in ahead(task))
    moments = [at for at in mornings if at > since]
    first, span = day_before(task, house), ladder_of(task, house).before
    if first:
        moments.append(first.at)
    elif task.due and span:
        moments.append(not_after_hours(task.due.at - span, person))
    return min(moments, default=None)


def checkpoint(nth: int) -> Callable[[Task, House], Moment | None]:
    """The contractor's last working morning before a date on the way, unless they
    were heard from on that day already, or another letter asks the same then."""

    def moment(task: Task, house: House) -> Moment | None:
        points = ahead(task)
        if nth >= len(points) or not is_theirs(task) or task.handed_at is None or task.remind_days == 0:
            return None
        person = house.people[task.contractor]
        at = morning_of(points[nth], person)
        given = max(task.handed_at, task.due_set_at or task.handed_at)
        if at <= given or reported(task, points[nth], person):
            return None
        following = morning_of(points[nth + 1], person) if nth + 1 < len(points) else None
        if at == following or _reminds_on(task, house, at):
            return None
        return Moment(at, f"{points[nth].at.isoformat()}@{task.handed_at.isoformat()}")

    return moment


def _reminds_on(task: Task, house: House, morning: datetime) -> bool:
    """Whether the reminder of the date itself comes on that morning or before it."""
    reminder = day_before(task, house)
    return reminder is not None and reminder.at <= morning
