"""What the digest says of waiting: for the owner, for others, for a new date to be accepted."""

from datetime import datetime, timedelta

from tasks.agreed import changes_words, nth_change
from tasks.hours import day_words, working_time
from tasks.model import Question, Task
from tasks.past import Past, late_for_owner
from tasks.people import House, Person
from tasks.silence import agrees_at

HOUR = timedelta(hours=1)
DAY = timedelta(hours=8)  # a finished piece that lies longer is named with its age


def hours_words(since: datetime, now: datetime, owes: Person) -> str:
    """The age in the working hours of the one who owes: "8 working hours", or ""
    below one."""
    hours = working_time(since, now, owes) // HOUR
    return f"{hours} working hour{'s' if hours != 1 else ''}" if hours else ""


def question_words(asked: tuple[Question, ...], task: Task, now: datetime, owner: Person, name: str) -> str:
    """Since when the oldest open question waits; a block comes first."""
    first = min(asked, key=lambda q: (not q.blocks, q.at))
    age = hours_words(first.at, now, owner)
    if first.blocks:
        return f"Work stands still since {day_words(first.at, owner)}{f', {age}' if age else ''}"
    head = "" if task.is_open else f"{task.state}; "
    return f"{head}{name} asked on {day_words(first.at, owner)}{f', {age} ago' if age else ''}"


def review_words(task: Task, now: datetime, owner: Person) -> str:
    """That it is done; how long it lies already where that is over a day."""
    if task.review_at is None or working_time(task.review_at, now, owner) < DAY:
        return "It is done"
    since = day_words(task.review_at, owner)
    return f"It is done, and waits for your look since {since}, {hours_words(task.review_at, now, owner)}"


def bill_words(amount: str, days: int, name: str) -> str:
    age = f" for {days} day{'s' if days != 1 else ''}" if days else ""
    return f"You owe {name} {amount}{age}" if name else f"{amount}{age}"


def proposal_words(task: Task, house: House, owner: Person) -> str:
    """The proposed date: when it holds by silence, or that it needs a word (P45)."""
    assert task.proposal is not None
    proposed, holds_at = day_words(task.proposal.due.at, owner), agrees_at(task, house)
    if task.due and task.proposal.due.at > task.due.at:
        proposed += f", later than the agreed {day_words(task.due.at, owner)}"
    if task.own_due and task.proposal.due.at > task.own_due.at:
        proposed += f" and than your own date {day_words(task.own_due.at, owner)}"
    if holds_at is None:
        again = f"the {nth_change(task.date_changes)} of this date, " if task.date_changes > 1 else ""
        return f"proposes {proposed}, {again}which is not agreed. Reply  {task.tag} ok  to agree"
    return f"proposes {proposed}; it holds from {day_words(holds_at, owner)} if you say nothing"


def awaited_words(task: Task, owner: Person) -> str:
    since = f" since {day_words(task.awaited_at, owner)}" if task.awaited_at else ""
    return f"waits for {task.awaited}{since}"


def unaccepted_words(task: Task, owner: Person, name: str) -> str:
    """An earlier date of the owner that is not agreed yet (P41)."""
    assert task.due is not None and task.accepted_due is not None
    was = day_words(task.accepted_due.at, owner)
    return f"{name} has not accepted the earlier date {day_words(task.due.at, owner)}; agreed is {was}"


def late_words(task: Task, past: Past, owner: Person, name: str) -> str:
    """Since when it is late, and by whose doing."""
    agreed = task.accepted_due or task.due
    assert agreed is not None
    whose = late_for_owner(past.late, name)
    parts = [f"It was due {day_words(agreed.at, owner)}", whose]
    parts += [awaited_words(task, owner)] if task.awaited else []
    return "; ".join(part for part in parts if part)


def changed_words(past: Past, owner: Person, name: str) -> str:
    """How often the contractor changed the date, to stand behind a sentence."""
    words = changes_words(past.agreed, owner, name)
    return f" ({words})" if words else ""
