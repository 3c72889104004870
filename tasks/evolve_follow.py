"""The fold of the events about following up: see `tasks.evolve`."""

from datetime import datetime
from typing import assert_never

from tasks import events_follow as f
from tasks.model import Task
from tasks.replacing import replace


def evolve_follow(task: Task, event: f.FollowEvent, at: datetime) -> Task:
    """The task after one of these; `at` (aware UTC) is when it happened."""
    match event:
        case f.RungKnown(rung=rung):
            return replace(task, rungs=(*task.rungs, rung))
        case f.RemindersSet(days=days):
            return replace(task, remind_days=days)
        case f.AlwaysInTime():
            return replace(task, one_reminder_for=task.contractor)
        case f.CheckpointsSet(points=points):
            return replace(task, checkpoints=points)
        case f.OwnDateSet(due=due):
            return replace(task, own_due=due, dropped_own=None, dropped_shown=None)
        case f.OwnDateDropped(own=own, shown=shown):
            return replace(task, own_due=None, dropped_own=own, dropped_shown=shown)
        case f.LeftOut(text=text, files=files):
            return replace(task, left_out=text, left_files=files)
        case f.Asked(by_owner=True, who=who):
            return replace(task, nudged_at=at, nudged_by=who)
        case f.Asked():
            return replace(task, asked_at=at)
        case f.PaceNoted(percent=percent):
            return replace(task, pace=percent, pace_at=at)
        case f.MoneyNamed(amount=amount):
            return replace(task, named_money=amount)
        case _:
            assert_never(event)
