"""Working time, reckoned a second time and in another way.

tasks/hours.py walks from day to day; here a person's working spans lie in one
long table of UTC moments, and every question is a search in it. Where the two
disagree, one of them is wrong.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Set
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

DAY = timedelta(days=1)
MINUTE = timedelta(minutes=1)


def on_the_wall(zone: ZoneInfo, day: date, clock: time) -> datetime:
    """The UTC moment at which a clock on the wall shows this time: the first of
    two; where DST skips it, the wall time later by the gap."""
    wall = datetime.combine(day, clock)
    readings = [wall.replace(tzinfo=zone, fold=fold).astimezone(UTC) for fold in (0, 1)]
    real = [at for at in readings if at.astimezone(zone).replace(tzinfo=None) == wall]
    return min(real) if real else max(readings)


@dataclass(frozen=True)
class Span:
    day: date
    opens: datetime
    closes: datetime


class Almanac:
    """One person's working spans between two days."""

    def __init__(
        self,
        zone: str,
        first: date,
        last: date,
        *,
        weekdays: Set[int] = frozenset(range(5)),
        opens: time = time(9),
        closes: time = time(17),
        holidays: Set[date] = frozenset(),
    ) -> None:
        self.zone = ZoneInfo(zone)
        days = [first + DAY * n for n in range((last - first).days)]
        free = [d for d in days if d.weekday() in weekdays and d not in holidays]
        wall = on_the_wall
        self.spans = [Span(d, wall(self.zone, d, opens), wall(self.zone, d, closes)) for d in free]
        self._days = [span.day for span in self.spans]
        self._opens = [span.opens for span in self.spans]
        self._closes = [span.closes for span in self.spans]
        self.weekdays = weekdays

    def day_of(self, at: datetime) -> date:
        return at.astimezone(self.zone).date()

    def works_on(self, day: date) -> bool:
        n = bisect_left(self._days, day)
        return n < len(self._days) and self._days[n] == day

    def is_open(self, at: datetime) -> bool:
        n = bisect_right(self._opens, at) - 1
        return n >= 0 and at < self._closes[n]

    def opening_after(self, at: datetime) -> datetime:
        return self._opens[bisect_right(self._opens, at)]

    def in_hours(self, at: datetime) -> datetime:
        return at if self.is_open(at) else self.opening_after(at)

    def not_later(self, at: datetime) -> datetime:
        """`at`, or the last minute of working time before it."""
        if self.is_open(at):
            return at
        return self._closes[bisect_right(self._closes, at + MINUTE) - 1] - MINUTE

    def later(self, start: datetime, span: timedelta) -> datetime:
        """When so much working time has passed."""
        n = bisect_right(self._closes, start)
        while True:
            begins = max(self._opens[n], start)
            if self._closes[n] - begins >= span:
                return begins + span
            span -= self._closes[n] - begins
            n += 1

    def between(self, start: datetime, end: datetime) -> timedelta:
        """How much working time lies between the two."""
        n, total = bisect_right(self._closes, start), timedelta()
        while self._opens[n] < end:
            total += min(self._closes[n], end) - max(self._opens[n], start)
            n += 1
        return total

    def days_later(self, start: datetime, count: int) -> datetime:
        """So many working days on, at the same time on the wall, in hours."""
        here = start.astimezone(self.zone)
        n = bisect_right(self._days, here.date()) + count - 1
        return self.in_hours(on_the_wall(self.zone, self._days[n], here.time()))

    def day_before(self, at: datetime, count: int) -> Span:
        return self.spans[bisect_left(self._days, self.day_of(at)) - count]

    def morning_before(self, at: datetime) -> datetime:
        """The last opening before the moment."""
        return self._opens[bisect_left(self._opens, at) - 1]

    def half_day(self, at: datetime) -> tuple[date, bool]:
        """The day, and whether the second half of its hours has begun. On a day
        off nobody is reminded, so the half does not matter there."""
        day = self.day_of(at)
        n = bisect_left(self._days, day)
        if n == len(self._days) or self._days[n] != day:
            return day, False
        span = self.spans[n]
        return day, at >= span.opens + (span.closes - span.opens) / 2

    def begins_week(self, at: datetime) -> bool:
        day = self.day_of(at)
        monday = day - DAY * day.weekday()
        n = bisect_left(self._days, monday)
        return n < len(self._days) and self._days[n] == day

    def digests(self, clock: time) -> list[tuple[date, datetime]]:
        return [(day, on_the_wall(self.zone, day, clock)) for day in self._days]
