"""Nobody who waits is forgotten: the second judge of the random offices (few_lives.py).

Once a day it looks at each open task, finds who owes the next word and since when, and asks for a
letter that told them so: by the clock, since then, and while it lasts again and again.
Working days are reckoned by the almanac of the tests, and whose turn it is from the task alone.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from tasks.model import Stage, Task
from tasks.people import Person
from tests.practices.few_lives import MINUTE, Life, Look

DAY = timedelta(days=1)
OF_OWNER = frozenset({"digest", "owed-answer", "late", "escalation", "week"})
# Who is an owner, too, is asked in the one letter of the day, whatever it is called.
OF_DOER = frozenset({"probe", "reminder", "overdue", "week", "late", "owed-answer"})
WORKS = frozenset({Stage.HANDED_OVER, Stage.ACCEPTED, Stage.SENT_BACK})


@dataclass(frozen=True)
class Owed:
    """`who` owes a word about the task since then; told of within so many of their
    working days (from `told_from`, where that is later), and from then on each
    `again` days (0: once)."""

    who: str
    since: datetime
    what: str
    days: int
    again: int = 0
    told_from: datetime | None = None


def forgotten(life: Life) -> list[str]:
    """Who owed something and was not told, a sentence each."""
    found: dict[str, str] = {}
    for look in life.looks:
        for task in look.tasks:
            for owed in (*_of_owner(life, look.at, task), *_of_doer(life, look.at, task)):
                if not _excused(look, task, owed) and not _told(life, look.at, task, owed):
                    said = f"{task.tag}: {owed.who} owes {owed.what} since {owed.since:%d %b %H:%M}"
                    found.setdefault(said, f"{look.at:%d %b %H:%M} {said}")
    return list(found.values())


def _of_owner(life: Life, now: datetime, task: Task) -> Iterator[Owed]:
    """An answer, a look, a bill: each digest names it."""
    asked_back = max((q.at for q in task.questions if q.by == task.owner and q.back), default=None)
    for question in task.questions:
        if question.by == task.contractor and task.is_open and (not asked_back or question.at > asked_back):
            yield Owed(task.owner, question.at, "an answer", 1 if question.blocks else 2, 2)
    if task.stage is Stage.IN_REVIEW and task.review_at:
        yield Owed(task.owner, task.review_at, "a look", 2, 2)
    if task.is_open and not task.contractor and task.as_one_at is None:
        yield Owed(task.owner, _nobodys_since(life, now, task), "a name", 2, 2)
    if task.is_open and task.proposal and task.proposal.holds_at is None:
        yield Owed(
            task.owner, _date_asked(life, now, task, task.proposal.made_at), "a word about the date", 2, 2
        )
    for bill in task.bills:
        if bill.paid_at is None and task.stage is not Stage.CANCELLED:
            yield Owed(task.owner, bill.at, "money", 2, 2)


def _date_asked(life: Life, now: datetime, task: Task, made_at: datetime) -> datetime:
    """Since when a proposed date waits: while the work was approved nobody had to say a word."""
    back = [s.at for s in life.sent if s.kind == "sent-back" and task.number in s.tasks and s.at <= now]
    return max([made_at, *back])


def _nobodys_since(life: Life, now: datetime, task: Task) -> datetime:
    """Since when nobody has it: it was given back, or never given."""
    back = [s.at for s in life.sent if s.kind == "declined" and task.number in s.tasks and s.at <= now]
    return max(back, default=task.opened_at)


def _is_held_up(task: Task) -> bool:
    return bool(task.questions or task.blocked or task.awaited or task.cut_off_at)


def _held_until(life: Life, now: datetime, task: Task) -> list[datetime]:
    """When it was seen last that the work was held up, if it ever was."""
    before = [look for look in life.looks if look.at < now]
    held = (look.at for look in before for t in look.tasks if t.number == task.number and _is_held_up(t))
    return [*held][-1:]


def _of_doer(life: Life, now: datetime, task: Task) -> Iterator[Owed]:
    """A yes within two working days, or a word once it is late."""
    if task.stage not in WORKS or _is_held_up(task) or not task.handed_at or not task.contractor:
        return
    almanac = life.almanacs[task.contractor]
    moments = (task.handed_at, task.due_set_at, task.answered_at, task.reached_at)
    turn = max(at for at in (*moments, task.heard_at, task.fine_at) if at)
    if task.stage is Stage.HANDED_OVER and not task.heard_at and task.remind_days != 0:
        yield Owed(task.contractor, turn, "a yes", 3)
    agreed = task.accepted_due or task.due
    if agreed:
        since = max(at for at in (agreed.at, *moments, *_held_until(life, now, task)) if at)
        late = almanac.later(since, timedelta(hours=4))
        fine = task.fine_at  # whoever was told before is not told anew for it
        yield Owed(task.contractor, late, "late work", 2, 0, fine)
        yield Owed(task.owner, late, "a look at late work", 2, 2, fine)


def _excused(look: Look, task: Task, owed: Owed) -> bool:
    """The task rests, or its reader is away, wants no letters, or let it rest, now or lately."""
    lately = look.at - 4 * DAY
    rests = [task.owner_rests_until] if owed.who == task.owner else [task.doer_rests_until]
    if task.rests_at or any(until and until > lately for until in rests):
        return True
    people = [look.house.people[key] for key in (owed.who, task.contractor) if key]
    return any(_absent(person, lately) for person in people)


def _absent(person: Person, since: datetime) -> bool:
    spans = (*person.away, *person.stops, *person.rests)
    return any(span.until is None or span.until > since for span in spans)


def _told(life: Life, now: datetime, task: Task, owed: Owed) -> bool:
    """Whether a letter named it in time, or its time is not over."""
    almanac = life.almanacs[owed.who]
    begins = max(owed.since, owed.told_from or owed.since)
    if almanac.days_later(begins, owed.days) + DAY / 12 >= now:
        return True
    kinds = OF_OWNER if owed.who == task.owner else OF_DOER
    named = [
        s.at
        for s in life.sent
        if s.to == owed.who
        and s.kind in kinds
        and owed.since - MINUTE < s.at <= now  # no two readings of its clock are alike
        and re.search(rf"\b{task.tag}\b", s.letter.text + s.letter.subject)
    ]
    return bool(named) and (not owed.again or almanac.days_later(max(named), owed.again) + DAY / 12 >= now)
