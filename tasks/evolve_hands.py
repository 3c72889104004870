"""The fold of the events about rest, limits, returns and misses: see `tasks.evolve`."""

from typing import assert_never

from tasks.events_hands import (
    BriefLimited,
    HandsEvent,
    MissAsked,
    MissExplained,
    ReturnedToOwner,
    Snoozed,
)
from tasks.model import Task
from tasks.replacing import replace


def evolve_hands(task: Task, event: HandsEvent) -> Task:
    """The task after one of these."""
    match event:
        case Snoozed(person=person, until=until):
            if person == task.owner:
                return replace(task, owner_rests_until=until)
            return replace(task, doer_rests_until=until) if person == task.contractor else task
        case BriefLimited(decide=decide, level=level):
            return replace(task, decide=decide or task.decide, level=level or task.level)
        case ReturnedToOwner(cause=cause):
            return replace(task, returns=(*task.returns, cause))
        case MissAsked():
            return replace(task, miss_asked=True)
        case MissExplained(cause=cause):
            return replace(task, miss_cause=cause)
        case _:
            assert_never(event)
