"""The fold of the events about a task's parts: see `tasks.evolve`."""

from datetime import datetime
from typing import assert_never

from tasks import events_parts as p
from tasks.model import Stage, Step, Task
from tasks.replacing import replace


def evolve_part(task: Task, event: p.PartEvent, at: datetime) -> Task:
    """The task after one of these; `at` (aware UTC) is when it happened."""
    match event:
        case p.SeveralSeen(parts=parts, contractor=who, as_one_at=as_one_at):
            return replace(task, parts=parts, as_one_for=who, as_one_at=as_one_at)
        case p.TaskSplit(numbers=numbers):
            return replace(task, stage=Stage.SPLIT, split_into=numbers, closed_at=at, as_one_at=None)
        case p.SplitUndone():
            return replace(task, stage=Stage.OPENED, split_into=(), closed_at=None)
        case p.StepsAdded(texts=texts, by=by):
            return replace(task, steps=(*task.steps, *(Step(text, by) for text in texts)))
        case p.StepsTicked(numbers=numbers, done=done):
            return replace(task, steps=_ticked(task.steps, numbers, done))
        case p.WorkRested(until=until):
            return replace(task, rests_at=at, rests_until=until)
        case p.WorkResumed():
            return replace(task, rests_at=None, rests_until=None, owner_heard_at=at, due_set_at=at)
        case p.WorkTakenUp(stage=stage):
            return replace(task, stage=stage, closed_at=None, owner_heard_at=at, due_set_at=at)
        case p.PaymentUnsaid():
            last = max((b.paid_at for b in task.bills if b.paid_at), default=None)
            bills = (replace(b, paid_at=None) if b.paid_at == last else b for b in task.bills)
            return replace(task, bills=tuple(bills))
        case p.SecretMasked(text=text):
            return replace(task, masked=text)
        case p.SentAsIs():
            return replace(task, masked="")
        case p.ProposalLeftOpen():
            open_one = replace(task.proposal, holds_at=None) if task.proposal else None
            return replace(task, proposal=open_one)
        case _:
            assert_never(event)


def _ticked(steps: tuple[Step, ...], numbers: tuple[int, ...], done: bool) -> tuple[Step, ...]:
    return tuple(replace(s, done=done) if n in numbers else s for n, s in enumerate(steps, 1))
