"""Whose turn it is: who owes the next word, and since when.

Worked out from what is open: questions, a piece to look at, a date that needs
a word, somebody else who is awaited. The owner comes first, for a contractor
who waits is never to be forgotten.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from operator import is_

from tasks.events import Fact
from tasks.evolve import evolve
from tasks.model import Question, Stage, Task

Life = tuple[tuple[Fact, Task], ...]  # each fact of a task, with the task after it
MOST = 24  # lives kept, some 100 kB each: a task has many fields
_LIVES: dict[int, tuple[tuple[Fact, ...], Life]] = {}
OWNER, CONTRACTOR, OTHERS, NOBODY = "owner", "contractor", "third-party", "nobody"


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of time (aware UTC) in which one `side` owed the next word, and
    the same `contractor` did the work. `end` is None for the last one."""

    side: str
    contractor: str
    start: datetime
    end: datetime | None = None


def turn(task: Task) -> str:
    """Who owes the next word: owner, contractor, third-party or nobody."""
    if any(_owed(task)):
        return OWNER
    if not task.is_open or (task.rests_at and task.contractor):
        return NOBODY
    if not task.contractor:
        return OWNER
    return OTHERS if task.awaited and not asked_of_contractor(task) else CONTRACTOR


def asked_of_owner(task: Task) -> tuple[Question, ...]:
    """The contractor's open questions. What was asked before the task was called
    off, or split, is settled by that."""
    mine = tuple(q for q in task.questions if q.by == task.contractor)
    if task.stage is Stage.SPLIT or not task.contractor:
        return ()
    if task.stage is Stage.CANCELLED:
        return tuple(q for q in mine if task.closed_at and q.at >= task.closed_at)
    return mine


def owed_answers(task: Task) -> tuple[Question, ...]:
    """Those that wait for the owner. While the owner has asked something back, it
    is for the contractor to answer that first."""
    back = max((q.at for q in asked_of_contractor(task) if q.back), default=None)
    return tuple(q for q in asked_of_owner(task) if back is None or q.at > back)


def asked_of_contractor(task: Task) -> tuple[Question, ...]:
    """The owner's open questions."""
    return tuple(q for q in task.questions if q.by == task.owner) if task.is_open else ()


def stands_still(task: Task) -> bool:
    """Whether the owner holds the work up: a question or a block is with them."""
    return bool(owed_answers(task) or _is_blocked(task))


def _is_blocked(task: Task) -> bool:
    """By what the owner owes, and not by what the owner asked about it."""
    asked_back = bool(asked_of_owner(task)) and not owed_answers(task)
    return bool(task.blocked) and not task.awaited and not asked_back


def _owed(task: Task) -> Iterator[datetime]:
    """Since when the owner owes each thing that is owed."""
    yield from (q.at for q in owed_answers(task))
    if not task.is_open or not task.contractor:
        return
    if task.blocked_at and _is_blocked(task):
        yield task.blocked_at
    if task.stage is Stage.IN_REVIEW and task.review_at:
        yield task.review_at
    if task.proposal and task.proposal.holds_at is None and not asked_of_contractor(task):
        yield task.proposal.made_at
    if task.cut_off_at:
        yield task.cut_off_at


def owner_since(task: Task) -> datetime | None:
    """Since when the oldest thing waits that the owner owes (aware UTC)."""
    return min(_owed(task), default=None)


def waits_since(task: Task, facts: Iterable[Fact]) -> datetime | None:
    """Since when the one who waits has waited for whoever's turn it is (aware
    UTC); None where nobody's is. `facts` are all of the task's, in order."""
    side = turn(task)
    if side == NOBODY:
        return None
    if side == OWNER and (since := owner_since(task)):
        return since
    asked = [q.at for q in asked_of_contractor(task)] if side == CONTRACTOR else []
    if side == CONTRACTOR and task.unaccepted_at and task.stage is Stage.ACCEPTED:
        asked.append(task.unaccepted_at)
    return min(asked, default=None) or _last(facts)


def _last(facts: Iterable[Fact]) -> datetime | None:
    return next((span.start for span in reversed(tuple(spans(facts)))), None)


def lived(facts: Iterable[Fact]) -> Life:
    """Each fact of a task, in order, with the task as it stood after it. Facts are only
    ever added: what was folded before is gone on with, where the very same lead to it."""
    told = tuple(facts)
    before, life = _LIVES.get(id(told[0]), ((), ())) if told else ((), ())
    if len(before) > len(told) or not all(map(is_, before, told)):
        before, life = (), ()
    if len(before) == len(told):
        return life
    found = (*life, *_folded(told[len(before) :], life[-1][1] if life else None))
    _LIVES.pop(id(told[0]), None)
    _LIVES[id(told[0])] = told, found  # holds the fact, so that no other can have its identity
    if len(_LIVES) > MOST:
        del _LIVES[next(iter(_LIVES))]
    return found


def _folded(facts: Iterable[Fact], task: Task | None) -> Iterator[tuple[Fact, Task]]:
    for fact in facts:
        task = evolve(task, fact)
        if task is not None:
            yield fact, task


def moments(life: Iterable[tuple[Fact, Task]]) -> Iterator[tuple[datetime, Task]]:
    """How the task stood from each moment (aware UTC) on at which something
    happened. Facts of one moment are one step: what one mail says together."""
    before: tuple[datetime, Task] | None = None
    for fact, task in life:
        if before and before[0] != fact.at:
            yield before
        before = fact.at, task
    if before:
        yield before


def spans(facts: Iterable[Fact]) -> Iterator[Span]:
    """The task's life, cut where the turn passes to another side."""
    last: Span | None = None
    for at, task in moments(lived(facts)):
        here = (turn(task), task.contractor)
        if last is None or here != (last.side, last.contractor):
            if last is not None:
                yield replace(last, end=at)
            last = Span(*here, at)
    if last is not None:
        yield last
