"""Somebody else is called in: one letter a moment, with the history of each task."""

from collections import defaultdict
from collections.abc import Sequence

from tasks.draft import Draft
from tasks.history import history_of, why_escalated
from tasks.letters import Item, Kind
from tasks.model import Task
from tasks.reminders import Rung


def escalate(draft: Draft, rungs: Sequence[Rung]) -> None:
    """Owe each contact one letter about all tasks of these rungs; one task has its
    thread."""
    readers: dict[str, list[Rung]] = defaultdict(list)
    for rung in rungs:
        readers[rung.person].append(rung)
    for person, theirs in readers.items():
        if len(theirs) == 1:
            _alone(draft, theirs[0])
        else:
            _together(draft, person, theirs)


def _alone(draft: Draft, rung: Rung) -> None:
    task = draft.task(rung.task.number)
    draft.post(
        Kind.ESCALATION,
        rung.person,
        task.number,
        cause=rung.slot,
        reason=why_escalated(draft, task),
        history=history_of(draft, task),
    )


def _together(draft: Draft, person: str, rungs: Sequence[Rung]) -> None:
    tasks = sorted((draft.task(r.task.number) for r in rungs), key=lambda t: t.number)
    draft.post(
        Kind.ESCALATION,
        person,
        cause="\n".join(sorted(r.slot for r in rungs)),
        items=tuple(_item(draft, task) for task in tasks),
        subject=f"{len(tasks)} tasks are well past their date",
    )


def _item(draft: Draft, task: Task) -> Item:
    return Item(task, why_escalated(draft, task), history=history_of(draft, task))
