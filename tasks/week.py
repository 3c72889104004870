"""A contractor's own letter: what is due, and what waits for whom.

On the first working day of their week (or on each, as the config says), and on
the day on which they return from an absence. It is that person's one letter of
the day, so the reminders of that moment stand in it.
"""

from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta

from tasks.absence import absence_of, day_of, wants_none
from tasks.draft import Draft
from tasks.going_on import WentOn
from tasks.hours import local, not_before_hours, opening, within_hours, working_days_from
from tasks.intents import View
from tasks.letters import Item, Kind
from tasks.model import Task
from tasks.people import Person
from tasks.reminders import Rung
from tasks.talk import waiting

ASKS = frozenset({Kind.PROBE, Kind.OVERDUE})
IN_TIME = timedelta(minutes=30)  # so late it is still sent outside their hours


def week_slot(person: Person, at: datetime) -> str:
    """The occurrence key of the letter of that day."""
    return f"week:{person.key}:{local(at, person).date()}"


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
    came = max((at for at in moments(person, now) if at <= now), default=None)
    return came if came and (now - came <= IN_TIME or within_hours(now, person)) else None


def next_week(person: Person, now: datetime) -> datetime | None:
    """The moment of the next one strictly after `now`."""
    return min((at for at in moments(person, now) if at > now), default=None)


def week_letters(view: View, draft: Draft, going: Sequence[Rung], went: WentOn) -> frozenset[str]:
    """Owe the letters that are due; whose they are (keys). What of `going` is to
    the same contractor stands in them, and so does work that goes on."""
    told = set()
    for key, slot in view.hands.weeks:
        person = view.house.people[key]
        draft.slot(slot)
        if key in view.sent_today or (person.summary == "daily" and _is_asked(key, going)):
            continue  # they had their letter of the day, or another one of today asks for a word
        told.add(key)
        draft.slot(f"day:{key}:{local(draft.now, person).date()}")
        tasks = sorted(map(draft.latest, view.hands.load[key]), key=_by_date)
        items = tuple(Item(task, _line(task, key, view, went)) for task in tasks)
        back = any(a.until and week_slot(person, a.until) == slot for a in person.away if not a.by_machine)
        draft.post(
            Kind.WEEK,
            key,
            items=items,
            about="back" if back else person.summary,
            subject=f"Your tasks, {day_of(draft.now, person)}",
            unsolicited=True,
            cause="\n".join(
                (slot, *sorted(r.slot for r in going if r.person == key and r.rule.to == "contractor"))
            ),
        )
    return frozenset(told)


def _line(task: Task, key: str, view: View, went: WentOn) -> str:
    """Whose turn it is, and whether it rested until now."""
    turn, rested = waiting(task, key, view.house), went.words(task.number)
    return f"{rested[:1].lower()}{rested[1:].rstrip('.?')}; {turn}" if rested else turn


def _is_asked(key: str, going: Sequence[Rung]) -> bool:
    """Whether this contractor is asked something now that a list would not ask; there
    is another list tomorrow."""
    return any(r.person == key and r.rule.to == "contractor" and r.rule.kind in ASKS for r in going)


def _by_date(task: Task) -> tuple[bool, datetime, int]:
    return task.due is None, task.due.at if task.due else task.opened_at, task.number
