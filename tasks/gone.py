"""Somebody who has open tasks is in the config no more: work stands still, and
the owner is told once whom to give it to."""

import re
from collections import defaultdict
from collections.abc import Callable, Sequence

from tasks.absence import heir
from tasks.draft import Draft
from tasks.intents import View
from tasks.letters import Kind
from tasks.model import Task
from tasks.people import House

STANDS = "Work stands still in {n}: {who} is no longer in the config. No reminders go out for it."
ASSIGN = "{who} had it, and nobody has it now. Reply  {tag} assign: and a name, or put {who} back"
OWNERLESS = (
    "{tag} {title}: its owner, {who}, is no longer in the config, so that nobody can decide about it. "
    "Reply  {tag} take  and it is yours"
)
REACHED_NOBODY = "kept, but it reached nobody: {who} is no longer in the config. Reply  assign: and a name"


_HAD_LEFT = re.compile(
    r"T-(\d{1,9}) .{0,60}?(?:: its owner, |, whose owner )[^ ]{1,60} is no longer in the config[ ,:]"
)


def still_left(line: str, task_of: Callable[[int], Task | None], house: House) -> bool:
    """Whether a digest's line that says of a task that its owner has left is true still; any
    other line is. Whoever took it reads its words under its own tag."""
    found = _HAD_LEFT.match(line)
    task = task_of(int(found[1])) if found else None
    return task is None or task.owner not in house.people


def has_left(task: Task, house: House) -> bool:
    """Whether one of its two people is in the config no more."""
    return task.owner not in house.people or bool(task.contractor and task.contractor not in house.people)


def gone_slot(task: Task) -> str:
    """The occurrence key of what the owner is told: once for each task and person."""
    return f"gone:T-{task.number}:{task.owner}:{task.contractor}"


def tell_gone(view: View, numbers: Sequence[int], draft: Draft) -> None:
    """One letter to each owner about all such tasks, to be answered line by line."""
    theirs: dict[str, list[Task]] = defaultdict(list)
    for task in (view.tasks[n] for n in numbers if n in view.tasks):
        draft.slot(gone_slot(task))
        theirs[task.owner].append(task)
    for owner, tasks in theirs.items():
        if owner in draft.house.people:
            _tell(draft, owner, tasks)
        else:
            for task in tasks:
                said = OWNERLESS.format(tag=task.tag, title=task.title[:40], who=owner)
                draft.remark(heir(draft.house, draft.now).key, said)


def _tell(draft: Draft, owner: str, tasks: Sequence[Task]) -> None:
    who = ", ".join(dict.fromkeys(task.contractor for task in tasks))
    n = "one task" if len(tasks) == 1 else f"{len(tasks)} tasks"
    draft.post(
        Kind.TRANSCRIPT,
        owner,
        subject=f"{who} is no longer in the config",
        cause="\n".join(gone_slot(task) for task in tasks),
        reason=STANDS.format(n=n, who=who),
        lines=tuple((f"{t.tag} {t.title}", ASSIGN.format(tag=t.tag, who=t.contractor)) for t in tasks),
        undo="",
    )
