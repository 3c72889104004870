"""Working time: whose day it is, and when the next one begins.

A deadline promised for Thursday 09:00 in Manila is nobody's Wednesday night in
Seattle. Everything that waits, chases or is late is counted here, in the
working hours of the one who owes; a time for which they said that they are away
is no working time of theirs.
"""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from tasks.people import Person

FAR = 400  # days: no house is closed for longer


def local(at: datetime, person: Person) -> datetime:
    """The moment `at` on the person's own clock."""
    return at.astimezone(ZoneInfo(person.zone))


def day_words(at: datetime, person: Person) -> str:
    """A moment on the person's clock: Wed 2 Dec 17:00."""
    there = local(at, person)
    return f"{there:%a} {there.day} {there:%b} {there:%H:%M}"


def is_working_day(day: date, person: Person) -> bool:
    return day.weekday() in person.hours.days and day not in person.holidays


def instant(day: date, clock: time, person: Person) -> datetime:
    """Wall time `clock` on `day` in the person's zone, as aware UTC. A wall
    time that DST skips is read as the later one, a doubled one as the first."""
    return _instant(day, clock.replace(fold=0) if clock.fold else clock, person.zone)


@lru_cache(maxsize=4096)
def _instant(day: date, clock: time, zone: str) -> datetime:
    """The openings and closings of a few weeks are asked for again and again."""
    wall = datetime.combine(day, clock, ZoneInfo(zone))
    return wall.astimezone(UTC)  # fold 0: in the gap the offset before it, which reads later


def opening(day: date, person: Person) -> datetime:
    return instant(day, person.hours.opens, person)


def closing(day: date, person: Person) -> datetime:
    return instant(day, person.hours.closes, person)


def working_days_from(day: date, person: Person, step: int = 1) -> Iterator[date]:
    """The person's working days from `day` on, that day included; `step` -1
    walks back. Ends after FAR days, so a person without any gets none."""
    for n in range(FAR):
        here = day + timedelta(days=step * n)
        if is_working_day(here, person):
            yield here


def next_opening(after: datetime, person: Person) -> datetime:
    """The first opening strictly after `after` (aware UTC)."""
    for day in working_days_from(local(after, person).date(), person):
        if opening(day, person) > after:
            return opening(day, person)
    return after + timedelta(days=1)


def within_hours(at: datetime, person: Person) -> bool:
    day = local(at, person).date()
    return is_working_day(day, person) and opening(day, person) <= at < closing(day, person)


def not_before_hours(at: datetime, person: Person) -> datetime:
    """`at`, or the next opening where it falls outside working hours."""
    return at if within_hours(at, person) else next_opening(at, person)


def not_after_hours(at: datetime, person: Person) -> datetime:
    """`at`, or where it falls outside working hours the last moment of them
    before it: what is to come before a due moment moves earlier, never later."""
    if within_hours(at, person):
        return at
    for day in working_days_from(local(at, person).date(), person, -1):
        last = closing(day, person) - timedelta(minutes=1)
        if last <= at:
            return last
    return at


def _stretches(day: date, person: Person) -> Iterator[tuple[datetime, datetime]]:
    """The working hours of a day less what the person said they are away."""
    begins, ends = opening(day, person), closing(day, person)
    for absence in person.away:
        if absence.by_machine or absence.since >= ends or (absence.until and absence.until <= begins):
            continue
        if absence.since > begins:
            yield begins, absence.since
        begins = absence.until or ends
    if begins < ends:
        yield begins, ends


def add_working_time(start: datetime, span: timedelta, person: Person) -> datetime:
    """The moment at which `span` of the person's working time has passed."""
    left = span
    for day in working_days_from(local(start, person).date(), person):
        for opens, ends in _stretches(day, person):
            begins = max(opens, start)
            if begins >= ends:
                continue
            if ends - begins >= left:
                return begins + left
            left -= ends - begins
    return start + span


def working_time(start: datetime, end: datetime, person: Person) -> timedelta:
    """How much of the person's working time lies between two moments."""
    total = timedelta()
    for day in working_days_from(local(start, person).date(), person):
        if opening(day, person) >= end:
            break
        for opens, closes in _stretches(day, person):
            total += max(min(closes, end) - max(opens, start), timedelta())
    return total


def add_working_days(start: datetime, count: int, person: Person) -> datetime:
    """`count` working days later at the same wall time, within hours. Days on
    which the person is away do not count; where they are away at `start`, the
    return begins them."""
    for absence in person.away:
        if absence.until and not absence.by_machine and absence.covers(start):
            start = absence.until
    here = local(start, person)
    later = working_days_from(here.date() + timedelta(days=1), person)
    days = (day for day in later if next(_stretches(day, person), None))
    day = here.date()
    for _ in range(count):
        day = next(days, day + timedelta(days=1))
    return not_before_hours(instant(day, here.timetz().replace(tzinfo=None), person), person)


def working_day_before(at: datetime, count: int, person: Person) -> date:
    """The person's working day that lies `count` working days before the
    local day of `at`."""
    days = working_days_from(local(at, person).date() - timedelta(days=1), person, -1)
    day = local(at, person).date()
    for _ in range(count):
        day = next(days, day - timedelta(days=1))
    return day
