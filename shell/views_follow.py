"""What following up asks the store for: rungs of before, marks, what histories tell."""

import logging
from collections.abc import Iterable
from datetime import datetime

from store.port import Store, StoreUnusable
from tasks.model import Task
from tasks.past import Past, has_past, past_of
from tasks.people import House
from tasks.reminders import lasting

log = logging.getLogger("handoff")
IN_TIME = "in-time:"  # meta: a contractor's marks (tasks/in_time.py)


def in_time(store: Store, house: House) -> dict[str, str]:
    """Each contractor's marks: 1 for a task in time, else 0."""
    return {p.key: marks for p in house.contractors() if (marks := store.meta(f"{IN_TIME}{p.key}"))}


def passed(store: Store, due: Iterable[Task]) -> frozenset[str]:
    """The rungs of these tasks that were recorded before: what a task knows of, and
    what it forgot when a new date was agreed. No rule is asked, as one of them may
    stumble over a task."""
    due = tuple(due)
    changed = (task for task in due if task.due_set_at != task.handed_at)
    forgot = store.slots(*(begin for task in changed for begin in lasting(task)))
    return forgot.union(*(task.rungs for task in due))


def past(store: Store, house: House, tasks: Iterable[Task], now: datetime) -> dict[int, Past]:
    """What the histories tell of those tasks whose date has passed or was changed. A
    fault of ours over one of them costs its sentence, and no letter of the others."""
    found: dict[int, Past] = {}
    for task in tasks:
        try:
            if has_past(task, now):
                found[task.number] = past_of(store.history(task.number), house, now)
        except StoreUnusable:
            raise
        except Exception:  # noqa: BLE001  any bug: the rules that need it meet it again, task by task
            log.info("%s: its lateness could not be told", task.tag)
    return found
