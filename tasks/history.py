"""What happened to a task, for somebody who comes new to it."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from tasks.absence import day_of
from tasks.draft import Draft
from tasks.hours import day_words
from tasks.ladder import ladder_of
from tasks.late_lines import late_line
from tasks.model import Task
from tasks.talk import name_of

HOUR = timedelta(hours=1)


def why_escalated(draft: Draft, task: Task) -> str:
    """Why it comes to somebody else, as the end of a sentence."""
    hours = ladder_of(task, draft.house).escalate / HOUR
    asked = f", and {name_of(draft, task.contractor)} was asked" if task.asked_at or task.nudged_at else ""
    return f"it is {hours:g} working hours past its date{asked}"


def history_of(draft: Draft, task: Task) -> tuple[str, ...]:
    """The moments that count, in the order in which they came, on the owner's clock."""
    owner = draft.house.people[task.owner]
    told = [f"{day_words(at, owner)}: {words}" for at, words in sorted(_moments(draft, task))]
    line = late_line(task, draft.view, owner=name_of(draft, task.owner))
    late = [f"i{line[1:].rstrip('.')}"] if line else []
    never = [] if task.heard_at else [f"I have seen no word here yet from {name_of(draft, task.contractor)}"]
    return (*told, *late, *never)


def _moments(draft: Draft, task: Task) -> Iterator[tuple[datetime, str]]:
    owner, who = name_of(draft, task.owner), name_of(draft, task.contractor)
    found = (
        (task.opened_at, f"{owner} asked for it"),
        (task.accepted_at, f"{who} accepted"),
        (_changed_at(task), _changed(task)),
        (task.pace_at, f"{task.pace} % done"),
        (task.blocked_at if task.blocked else None, f"{who} was blocked"),
        (task.asked_at, f"{who} was asked by me"),
        (task.nudged_at, f"{who} was asked by {name_of(draft, task.nudged_by) or owner}"),
        (task.due.at if task.due else None, "it was due"),
        (task.heard_at, f"last word of {who}"),
    )
    yield from ((at, words) for at, words in found if at)
    yield from _absences(draft, task)


def _absences(draft: Draft, task: Task) -> Iterator[tuple[datetime, str]]:
    """When one of the two was not there, since the task was opened."""
    reader = draft.house.people[task.owner]
    for key in dict.fromkeys((task.owner, task.contractor)):
        person = draft.house.people.get(key)
        for span in person.away if person else ():
            if person and span.since <= draft.now and (span.until is None or span.until > task.opened_at):
                to = day_of(span.until, reader) if span.until else "further notice"
                yield span.since, f"{person.first_name} was away from {day_of(span.since, reader)} to {to}"


def _changed_at(task: Task) -> datetime | None:
    """When the date that holds was agreed, if it is not the first one."""
    given = task.handed_at or task.opened_at
    return task.due_set_at if task.date_changes and task.due_set_at and task.due_set_at > given else None


def _changed(task: Task) -> str:
    return "the date was changed" + (f", {task.date_changes} times so far" if task.date_changes > 1 else "")
