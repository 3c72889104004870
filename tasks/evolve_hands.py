"""The fold of the events about rest, limits, returns and misses: see `tasks.evolve`."""

from typing import assert_never

from tasks.events_hands import (
    BriefLimited,
    HandsEvent,
    MissAsked,
    MissExplained,
    OwnerTook,
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
        case OwnerTook():
            return _taken(task, event)
        case _:
            assert_never(event)


def _taken(task: Task, event: OwnerTook) -> Task:
    """What the former owner asked is the new one's question; what they snoozed is not."""
    asked = tuple(replace(q, by=event.owner) if q.by == event.former else q for q in task.questions)
    watchers = tuple(w for w in task.watchers if w != event.owner)
    task = replace(task, owner=event.owner, questions=asked, watchers=watchers, owner_rests_until=None)
    if task.proposal and task.proposal.holds_at and event.holds_at:
        return replace(task, proposal=replace(task.proposal, holds_at=event.holds_at))
    return task
