"""The fold of the events about letters that do not arrive: see `tasks.evolve`."""

from datetime import datetime
from typing import assert_never

from tasks.events_reach import AddressMended, NeverReached, ReachEvent
from tasks.model import Task
from tasks.replacing import replace


def evolve_reach(task: Task, event: ReachEvent, at: datetime) -> Task:
    """The task after one of these; `at` (aware UTC) is when it happened. The
    owner's own mailbox says nothing about the work."""
    if event.person != task.contractor:
        return task
    match event:
        case NeverReached(reason=reason, address=address, told=told):
            task = replace(task, unreached=reason, bounces=task.bounces + 1)
            task = replace(task, lost=task.lost + 1) if address else task
            return replace(task, cut_off_at=task.cut_off_at or at, cut_off_from=address) if told else task
        case AddressMended():
            return reached(task, at)
        case _:
            assert_never(event)


def reached(task: Task, at: datetime) -> Task:
    """Letters arrive again, or the contractor was heard from. From then on
    lateness counts."""
    since = at if task.cut_off_at else task.reached_at
    return replace(task, unreached="", lost=0, cut_off_at=None, cut_off_from="", reached_at=since)
