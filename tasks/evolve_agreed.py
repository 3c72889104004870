"""The fold of the events about what is agreed and who is awaited: see `tasks.evolve`."""

from datetime import datetime
from typing import assert_never

from tasks.events_agreed import AcceptanceAsked, AgreedEvent, OtherAwaited, QuestionReturned
from tasks.model import Task
from tasks.replacing import replace


def evolve_agreed(task: Task, event: AgreedEvent, at: datetime) -> Task:
    """The task after one of these; `at` (aware UTC) is when it happened."""
    match event:
        case OtherAwaited(who=who):
            return replace(task, awaited=who, awaited_at=at)
        case AcceptanceAsked(former=former):
            return replace(task, unaccepted_at=at, accepted_due=task.accepted_due or former)
        case QuestionReturned():
            asked = (replace(q, at=at) if q.by == task.contractor else q for q in task.questions)
            return replace(task, questions=tuple(asked), blocked_at=at if task.blocked else task.blocked_at)
        case _:
            assert_never(event)


def went_on(task: Task) -> Task:
    """Nobody else is awaited any more, and what was blocked by them is not."""
    return replace(task, awaited="", awaited_at=None, blocked="", blocked_at=None) if task.awaited else task


def settled(task: Task) -> Task:
    """No date waits to be accepted any more."""
    return replace(task, unaccepted_at=None, accepted_due=None) if task.unaccepted_at else task
