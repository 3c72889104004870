"""What following up asks the store for: rungs of before, marks, what histories tell."""

from collections.abc import Iterable
from datetime import datetime

from store.port import Store
from tasks.model import Task
from tasks.past import Past, has_past, past_of
from tasks.people import House
from tasks.reminders import rungs_of

IN_TIME = "in-time:"  # meta: a contractor's marks (tasks/in_time.py)


def in_time(store: Store, house: House) -> dict[str, str]:
    """Each contractor's marks: 1 for a task in time, else 0."""
    return {p.key: marks for p in house.contractors() if (marks := store.meta(f"{IN_TIME}{p.key}"))}


def passed(store: Store, house: House, due: Iterable[Task], now: datetime) -> frozenset[str]:
    """The rungs of these tasks that were recorded before: what a task knows of,
    and of those that came due what it forgot when a new date was agreed."""
    due = tuple(due)
    came = {rung.slot for task in due for rung in rungs_of(task, house) if rung.at <= now}
    return (store.slots(*came) & came).union(*(task.rungs for task in due))


def past(store: Store, house: House, tasks: Iterable[Task], now: datetime) -> dict[int, Past]:
    """What the histories tell of those tasks whose date has passed or was changed."""
    late = (task.number for task in tasks if has_past(task, now))
    return {number: past_of(store.history(number), house, now) for number in late}
