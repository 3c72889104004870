"""The reminder ladder: when somebody is to be reminded, as rows.

Each row gives a moment as a pure function of the task and the people; the
moment has an anchor (the due date, the question) so that each rung comes once
for each promise, over restarts, outages and DST.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime

from tasks.before_due import checkpoint, day_before, hours_before, still_on_track
from tasks.gone import has_left
from tasks.hours import (
    add_working_days,
    add_working_time,
    next_opening,
    not_before_hours,
)
from tasks.ladder import ladder_of
from tasks.letters import Kind
from tasks.model import Stage, Task
from tasks.moments import Moment, anew, goes_on_at, promise, promised
from tasks.people import House, Person
from tasks.points import MOST
from tasks.quiet import later
from tasks.remembered import remembered
from tasks.silence import agrees_at, approves_at
from tasks.turns import owed_answers, stands_still
from tasks.waiting_shown import RULE as SHOWN
from tasks.waiting_shown import substitute_back


@dataclass(frozen=True, slots=True)
class Rule:
    """One rung. `to` is a role ("contractor", "owner", "escalation contact")
    or "" where the rung acts without a letter. `free` rungs are exempt from
    the one unsolicited letter a day; those that `shares` marks take along what
    would follow in the same half day of their reader. After an outage only the
    last rung of a ladder is sent to a reader. `chases`: it rests while nothing
    reaches the contractor. `lasts`: it belongs to something else than the date, so
    that a new date brings it no second time."""

    name: str
    moment: Callable[[Task, House], Moment | None]
    to: str = ""
    kind: Kind | None = None
    free: bool = False
    shares: bool = False
    ahead: bool = False
    chases: bool = False
    lasts: bool = False


@dataclass(frozen=True, slots=True)
class Rung:
    """A rule whose moment has come for a task, with its occurrence key."""

    rule: Rule
    task: Task
    person: str
    at: datetime
    slot: str


def _overdue(task: Task, house: House, span_name: str) -> Moment | None:
    """So much working time of the contractor after the due moment, or after it
    was agreed, the work handed over or taken up again, or the owner's last
    answer or `fine`, or since letters arrive again: nobody is late while the
    owner owes an answer, or while nothing reaches them."""
    span = getattr(ladder_of(task, house), span_name)
    if not promised(task) or task.due is None or not span or stands_still(task):
        return None
    cleared = (task.due_set_at, task.answered_at, task.fine_at, task.reached_at)
    agreed = task.accepted_due or task.due  # nobody is late for a date that they did not accept
    since = max(agreed.at, *(at for at in cleared if at))
    at = add_working_time(since, span, house.people[task.contractor])
    return Moment(at, promise(task))


@remembered
def _past_due(task: Task, house: House) -> Moment | None:
    """When lateness begins to be told: two rungs count from then."""
    return _overdue(task, house, "late")


def late(task: Task, house: House) -> Moment | None:
    """Told to the contractor, and once more after an answer that they waited for."""
    moment = _past_due(task, house)
    return anew(task, moment) if moment else None


def late_owner(task: Task, house: House) -> Moment | None:
    """The same, told in the owner's own hours: it is night there as like as not."""
    return _in_hours(_past_due(task, house), house.people[task.owner])


def escalate(task: Task, house: House) -> Moment | None:
    """Nobody is called in to speak with themselves."""
    contact = house.people.get(house.rules.escalate_to)
    if contact is None or contact.key == task.contractor:
        return None
    return _in_hours(_overdue(task, house, "escalate"), contact)


def _in_hours(moment: Moment | None, reader: Person) -> Moment | None:
    return replace(moment, at=not_before_hours(moment.at, reader)) if moment else None


def owed(nth: int) -> Callable[[Task, House], Moment | None]:
    """The owner owes an answer. The digest names it from the first morning; a letter
    of its own comes after one working day where work stands still, and after two in
    any case (P30)."""

    def moment(task: Task, house: House) -> Moment | None:
        days = house.rules.reminders.answer_days
        last = nth == len(days) - 1
        asked = [q.at for q in owed_answers(task) if q.blocks or last]
        if not asked or nth >= len(days):
            return None
        at = add_working_days(min(asked), days[nth], house.people[task.owner])
        return Moment(at, min(asked).isoformat())

    return moment


def proposal_holds(task: Task, house: House) -> Moment | None:
    at = agrees_at(task, house)
    if task.proposal is None or at is None or not task.is_open:
        return None
    return Moment(at, task.proposal.made_at.isoformat())


def silence_approves(task: Task, house: House) -> Moment | None:
    at = approves_at(task, house)
    if task.stage is not Stage.IN_REVIEW or task.approves_at is None or at is None:
        return None
    return Moment(at, task.approves_at.isoformat())


def goes_as_one(task: Task, house: House) -> Moment | None:
    """The owner was asked whether a mail is several tasks, and has not said."""
    if task.as_one_at is None or not task.is_open:
        return None
    return Moment(task.as_one_at, task.as_one_at.isoformat())


def rest_ends(task: Task, house: House) -> Moment | None:
    """The owner let the work rest until this moment."""
    at = goes_on_at(task, house)
    if task.rests_until is None or at is None or not task.is_open:
        return None
    return Moment(at, task.rests_until.isoformat())


RULES: tuple[Rule, ...] = (
    Rule("still-on-track", still_on_track, "contractor", Kind.PROBE, ahead=True, chases=True),
    *(
        Rule(
            f"checkpoint-{nth + 1}",
            checkpoint(nth),
            "contractor",
            Kind.PROBE,
            ahead=True,
            chases=True,
            lasts=True,
        )
        for nth in range(MOST)
    ),
    Rule("day-before", day_before, "contractor", Kind.REMINDER, ahead=True, chases=True),
    Rule(
        "hours-before",
        hours_before,
        "contractor",
        Kind.REMINDER,
        free=True,
        shares=True,
        ahead=True,
        chases=True,
    ),
    Rule("late", late, "contractor", Kind.OVERDUE, chases=True),
    Rule("late-owner", late_owner, "owner", Kind.LATE, chases=True),
    Rule("escalate", escalate, "escalation contact", Kind.ESCALATION, free=True, chases=True),
    Rule("owed-1", owed(0), "owner", Kind.OWED, lasts=True),
    Rule("owed-2", owed(1), "owner", Kind.OWED, lasts=True),
    Rule("proposal-holds", proposal_holds),
    Rule("silence-approves", silence_approves),
    Rule("goes-as-one", goes_as_one),
    Rule("rest-ends", rest_ends),
    Rule(SHOWN, substitute_back, lasts=True),
)


def lasting(task: Task) -> tuple[str, ...]:
    """How the occurrence keys of this task begin that a new date does not end."""
    return tuple(f"{rule.name}:T-{task.number}:" for rule in RULES if rule.lasts)


@remembered
def rungs_of(task: Task, house: House) -> tuple[Rung, ...]:
    """The task's rungs that have not passed yet, each with its moment."""
    found: list[Rung] = []
    over = not task.is_open and not task.questions
    for rule in () if over or has_left(task, house) else RULES:
        moment = rule.moment(task, house)
        rests = (task.rests_at and rule.name != "rest-ends") or (task.cut_off_at and rule.chases)
        if moment is None or rests:
            continue
        slot = f"{rule.name}:T-{task.number}:{moment.anchor}"
        reader = _reader(rule, task, house)
        chased = task.contractor if rule.chases else ""
        at = later(moment.at, task, house, reader, chased=chased, ahead=rule.ahead)
        if slot not in task.rungs and at:
            found.append(Rung(rule, task, reader, at, slot))
    return tuple(found)


def _reader(rule: Rule, task: Task, house: House) -> str:
    roles = {
        "contractor": task.contractor,
        "owner": task.owner,
        "escalation contact": house.rules.escalate_to,
    }
    return roles.get(rule.to, "")


def wake_at(task: Task, house: House, now: datetime, *, ticked: bool = False) -> datetime | None:
    """When the clock has to look at the task next (aware UTC); None: never.

    What came due and was not `ticked` yet is looked at at once. What the tick
    of `now` let wait (its reader had a letter today, or it is night there) is
    looked at again when that reader's next day opens.
    """
    moments = []
    for rung in rungs_of(task, house):
        reader = house.people.get(rung.person)
        waits = ticked and rung.at <= now and reader is not None
        moments.append(next_opening(now, reader) if waits and reader else rung.at)
    return min(moments, default=None)
