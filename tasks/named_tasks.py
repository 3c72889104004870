"""The owners' own dates on other open tasks that a mail names, by number or by title.

"T-1 is for the board on Friday" in the brief of another task would tell what T-1 keeps back.
A weekday that a task names for itself says nothing about the others.
"""

import re

from tasks.draft import Draft
from tasks.intents import Arrival
from tasks.model import Due, Task
from tasks.people import Person

_SHORTEST = 4  # characters of a title that is looked for


def own_dates_named(draft: Draft, mail: Arrival, owner: Person, but: int = 0) -> tuple[Due, ...]:
    """The own dates of this owner's other open tasks that the mail names; `but` is its own task."""
    near = [
        task
        for task in draft.view.tasks.values()
        if task.own_due and task.is_open and task.owner == owner.key and task.number != but
    ]
    if not near:
        return ()
    said = " ".join(f"{mail.subject}\n{mail.own}\n{mail.words}".casefold().split())
    return tuple(task.own_due for task in near if task.own_due and _is_named(task, said))


def _is_named(task: Task, said: str) -> bool:
    title = " ".join(task.title.casefold().split())
    names = (task.tag.casefold(), title if len(title) >= _SHORTEST else task.tag.casefold())
    return any(re.search(rf"(?<![\w-]){re.escape(name)}(?!\w)", said) for name in names)
