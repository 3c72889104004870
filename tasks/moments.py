"""When a rung of the ladder comes, and the promise it belongs to."""

from dataclasses import dataclass
from datetime import datetime

from tasks.model import WORKING, Task


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
