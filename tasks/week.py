"""A contractor's own letter: what is due, and what waits for whom.

On the first working day of their week (or on each, as the config says), and on
the day on which they return from an absence. It is that person's one letter of
the day, so the reminders of that moment stand in it.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime, timedelta

from tasks.absence import absence_of, day_of, wants_none
from tasks.draft import Draft
from tasks.going_on import WentOn
from tasks.hours import (
    is_working_day,
    local,
    next_opening,
    not_before_hours,
    opening,
    within_hours,
    working_days_from,
)
from tasks.intents import View
from tasks.letters import Item, Kind
from tasks.model import Task
from tasks.people import Person
from tasks.reminders import Rung
from tasks.rung_lines import ask_of, yes_answers
from tasks.talk import waiting

ASKS = frozenset({Kind.PROBE, Kind.OVERDUE})
IN_TIME = timedelta(minutes=30)  # so late it is still sent outside their hours


def week_slot(person: Person, at: datetime) -> str:
    """The occurrence key of the letter of that day."""
    return f"week:{person.key}:{local(at, person).date()}"


def has_lists(person: Person) -> bool:
    """Whether a letter of their own ever comes to this person."""
    return person.summary != "none" or bool(person.away)


def moments(person: Person, now: datetime) -> Iterator[datetime]:
    """The moments of today and of later, for this person; those of a day on which
    they are away or want none are left out. In no order."""
    today = local(now, person).date()
    days = working_days_from(today, person) if person.summary != "none" else iter(())
    ahead = [day for _, day in zip(range(7), days, strict=False)]
    found = [day for day in ahead if person.summary == "daily" or _begins(day, person)]
    openings = [opening(day, person) for day in found]
    returns = [not_before_hours(a.until, person) for a in person.away if a.until and not a.by_machine]
    for at in (*openings, *returns):
        if local(at, person).date() >= today and not absence_of(person, at) and not wants_none(person, at):
            yield at


def _begins(day: date, person: Person) -> bool:
    monday = day - timedelta(days=day.weekday())
    return next(working_days_from(monday, person), day) == day


def due_week(person: Person, now: datetime) -> datetime | None:
    """The moment of the letter that is due now, if one is; it comes later the same
    day only within their hours."""
    if absence_of(person, now) or wants_none(person, now):
        return None  # said since its moment
    came = max((at for at in moments(person, now) if at <= now), default=None)
    return came if came and (now - came <= IN_TIME or within_hours(now, person)) else None


def next_week(person: Person, now: datetime) -> datetime | None:
    """The moment of the next one strictly after `now`."""
    return min((at for at in moments(person, now) if at > now), default=None)


def owed_slot(person: Person, day: date) -> str:
    """That the letter of the week is to come on that day, as the one of the day
    before was used up."""
    return f"week-owed:{person.key}:{day}"


def owed_at(person: Person, now: datetime) -> datetime | None:
    """The moment today at which a letter of an earlier day is made up for, once it
    has come; None: not now."""
    day = local(now, person).date()
    at = opening(day, person)
    there = is_working_day(day, person) and not any(
        absence_of(person, when) or wants_none(person, when) for when in (at, now)
    )
    return at if there and at <= now and (now - at <= IN_TIME or within_hours(now, person)) else None


def lists_of(view: View, going: Sequence[Rung]) -> dict[str, str]:
    """Who gets their letter now, with its occurrence key: not who had one of the day,
    nor who has another such letter tomorrow and is told of something else today."""
    found = {}
    for key, slot in view.hands.weeks:
        daily = view.house.people[key].summary == "daily"
        if key not in view.sent_today and not (daily and _is_told_more(key, going)):
            found[key] = slot
    return found


def apart_from(lists: Mapping[str, str], going: Sequence[Rung]) -> list[Rung]:
    """What goes beside these letters. What an owner is told who gets one as a
    contractor waits for the next day."""
    return [r for r in going if r.person not in lists or r.rule.to != "owner"]


def week_letters(draft: Draft, lists: Mapping[str, str], going: Sequence[Rung], went: WentOn) -> None:
    """Owe these letters. What of `going` is to the same contractor is asked in
    them, and work that goes on stands in them."""
    view = draft.view
    for key, slot in view.hands.weeks:
        person = view.house.people[key]
        draft.slot(slot)
        if key in lists:
            _post(draft, person, slot, going, went)
        elif person.summary != "daily":
            draft.slot(owed_slot(person, local(next_opening(draft.now, person), person).date()))


def _post(draft: Draft, person: Person, slot: str, going: Sequence[Rung], went: WentOn) -> None:
    key = person.key
    draft.slot(f"day:{key}:{local(draft.now, person).date()}")
    asks = {r.task.number: r for r in going if r.person == key and r.rule.to == "contractor"}
    tasks = sorted(map(draft.latest, draft.view.hands.load[key]), key=_by_date)
    back = any(a.until and week_slot(person, a.until) == slot for a in person.away if not a.by_machine)
    draft.post(
        Kind.WEEK,
        key,
        items=tuple(_item(draft, task, key, asks.get(task.number), went) for task in tasks),
        about="back" if back else person.summary,
        subject=f"Your tasks, {day_of(draft.now, person)}",
        unsolicited=True,
        cause="\n".join((slot, *sorted(r.slot for r in asks.values()))),
    )


def _item(draft: Draft, task: Task, key: str, rung: Rung | None, went: WentOn) -> Item:
    line = _line(task, key, draft.view, went)
    return Item(task, line, ask=ask_of(draft, rung), yes=yes_answers(rung)) if rung else Item(task, line)


def _line(task: Task, key: str, view: View, went: WentOn) -> str:
    """Whose turn it is, and whether it rested until now."""
    turn, rested = waiting(task, key, view.house), went.words(task.number)
    return f"{rested[:1].lower()}{rested[1:].rstrip('.?')}; {turn}" if rested else turn


def _is_told_more(key: str, going: Sequence[Rung]) -> bool:
    """Whether this person is told as an owner of something now, or asked something that a
    list would not ask."""
    theirs = (r for r in going if r.person == key)
    return any(r.rule.to == "owner" or (r.rule.to == "contractor" and r.rule.kind in ASKS) for r in theirs)


def _by_date(task: Task) -> tuple[bool, datetime, int]:
    return task.due is None, task.due.at if task.due else task.opened_at, task.number
