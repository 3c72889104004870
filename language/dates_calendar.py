"""Which date a day is: one small rule for each kind of day.

A rule gets the day and the scene (when and where it was written) and gives a
`Settled`: the date, a second possible one, or the question to ask. Weeks run
from Monday to Sunday (ISO 8601).
"""

from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta

from language.dates_days import Day
from language.zones import month_first, zone_of


@dataclass(frozen=True, slots=True)
class Scene:
    """When (aware UTC) and where a text was written, and the house's habits."""

    now: datetime
    zone: str
    locale: str
    due_time: time
    holidays: frozenset[date]

    @property
    def today(self) -> date:
        return self.now.astimezone(zone_of(self.zone)).date()

    def at(self, day: date, minutes: int, zone: str) -> datetime:
        """Return wall time `minutes` after midnight of `day` in `zone`, as aware UTC.

        A wall time that does not exist is read as the later one; of two, the first.
        """
        hour, minute = divmod(minutes, 60)
        wall = datetime(day.year, day.month, day.day, hour, minute, tzinfo=zone_of(zone))
        return wall.astimezone(UTC)


@dataclass(frozen=True, slots=True)
class Settled:
    """`on` is the date found, `other` a second reading, `rule` what decided;
    with `ask` set there is no date, and `ask` says why. `whole` marks a period,
    whose end "before" does not move; `today_too`: the plain weekday of writing."""

    on: date | None = None
    other: date | None = None
    rule: str = ""
    ask: str = ""
    whole: bool = False
    today_too: bool = False


DayRule = Callable[[Day, Scene], Settled]


def settle(day: Day, scene: Scene) -> Settled:
    """Return the date of `day`; never raises on a date that does not exist."""
    rule = _RULES.get(day.kind)
    if rule is None:
        return Settled(ask="it names no day", rule=day.kind)
    try:
        found = rule(day, scene)
        return _checked(found, day, scene)
    except (ValueError, OverflowError):
        return Settled(ask="there is no such date", rule="impossible-date")


def _checked(found: Settled, day: Day, scene: Scene) -> Settled:
    """Hold the date against the weekday and the second name given with it."""
    if found.on is None:
        return found
    if day.weekday >= 0 and found.on.weekday() != day.weekday:
        if found.other is not None and found.other.weekday() == day.weekday:
            return replace(found, on=found.other, other=None, rule="weekday-decides")
        name = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
        said, real = name[day.weekday], name[found.on.weekday()]
        return Settled(ask=f"{found.on.day} {found.on:%B %Y} is a {real}, not a {said}", rule="weekday-mismatch")
    if day.also is not None:
        also = settle(day.also, scene)
        near = 0 if day.also.kind in ("offset", "weekday", "weekday-of") else 7
        dates = [d for d in (also.on, also.other) if d is not None]
        if not any(abs((found.on - d).days) <= near for d in dates):
            return Settled(ask="the two dates in it do not agree", rule="dates-disagree")
        return replace(found, other=None)
    return replace(found, other=None) if day.weekday >= 0 else found


def _offset(day: Day, scene: Scene) -> Settled:
    if day.nums[0] < 0:
        return Settled(ask="that day is over", rule="past")
    return Settled(scene.today + timedelta(days=day.nums[0]), rule="day-from-today")


def _weekday(day: Day, scene: Scene) -> Settled:
    """A plain weekday is the next one; "next X" is X of the following week."""
    wanted, shift, weeks = day.nums
    today = scene.today
    ahead = (wanted - today.weekday()) % 7
    soon = today + timedelta(days=ahead)
    if weeks:
        return Settled(soon + timedelta(days=7 * weeks + (7 if not ahead else 0) * 0), rule="weekday-and-week")
    if shift <= 0:
        return Settled(soon, soon + timedelta(days=7) if not ahead else None, rule="weekday", today_too=not ahead)
    following = _monday(today) + timedelta(days=7 * shift + wanted)
    first = soon if ahead else soon + timedelta(days=7)
    first += timedelta(days=7 * (shift - 1))
    return Settled(following, first if first != following else None, rule="next-weekday")


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


def _weekday_of(day: Day, scene: Scene) -> Settled:
    on = _monday(scene.today) + timedelta(days=7 * day.nums[1] + day.nums[0])
    return Settled(on, rule="weekday-of-week")


def _date(day: Day, scene: Scene) -> Settled:
    year, month, number = day.nums
    return Settled(_next(year, month, number, scene), rule="date")


def _next(year: int, month: int, number: int, scene: Scene) -> date:
    """Return the date; without a year its next occurrence, today included.

    29 February exists every fourth year: without a year it is this or the next.
    """
    if year:
        return date(year, month, number)
    on_or_after = scene.today.year + int((month, number) < (scene.today.month, scene.today.day))
    return date(on_or_after, month, number)


def _numeric(day: Day, scene: Scene) -> Settled:
    """3/4: a weekday decides; else the only reading; else the writer's locale."""
    first, second, year = day.nums
    readings: list[date] = []
    dotted = day.key == "."
    us = month_first(scene.locale) and not dotted
    for month, number in ((first, second), (second, first)) if us else ((second, first), (first, second)):
        if 1 <= month <= 12 and 1 <= number <= monthrange(year or 2028, month)[1]:
            readings.append(_next(year, month, number, scene))
    if dotted and second <= 12 and readings:
        readings = readings[:1]
    if not readings:
        return Settled(ask="there is no such date", rule="impossible-date")
    fitting = [d for d in readings if d.weekday() == day.weekday]
    if day.weekday >= 0 and fitting:
        return Settled(fitting[0], rule="weekday-decides")
    other = readings[1] if len(readings) > 1 and readings[1] != readings[0] else None
    return Settled(readings[0], other, rule="numeric-date-by-locale" if other else "numeric-date")


def _dom(day: Day, scene: Scene) -> Settled:
    """"the 28th": the next one; a day this month does not have is in the next that has it."""
    number, shift = day.nums
    year, month = scene.today.year, scene.today.month
    if shift >= 0:
        year, month = _month_on(year, month, shift)
        return Settled(date(year, month, number), rule="day-of-month")
    for step in range(3):
        y, m = _month_on(year, month, step)
        if number <= monthrange(y, m)[1] and date(y, m, number) >= scene.today:
            return Settled(date(y, m, number), rule="day-of-month")
    raise ValueError(number)


def _month_on(year: int, month: int, months: int) -> tuple[int, int]:
    years, zero = divmod(year * 12 + month - 1 + months, 12)
    return years, zero + 1


def _base(day: Day, scene: Scene) -> Settled:
    return settle(day.anchor, scene) if day.anchor is not None else Settled(scene.today)


def _ahead(day: Day, scene: Scene) -> Settled:
    base = _base(day, scene)
    if base.on is None:
        return base
    step = timedelta(days=day.nums[0] * day.nums[1])
    return Settled(base.on + step, base.other + step if base.other and not base.today_too else None, rule="days-ahead")


def _months(day: Day, scene: Scene) -> Settled:
    base = _base(day, scene)
    if base.on is None:
        return base
    year, month = _month_on(base.on.year, base.on.month, day.nums[0])
    return Settled(date(year, month, min(base.on.day, monthrange(year, month)[1])), rule="months-ahead")


def _bizdays(day: Day, scene: Scene) -> Settled:
    """Business days are counted from the day after; holidays of the config are none."""
    base = _base(day, scene)
    if base.on is None:
        return base
    on, left = base.on, abs(day.nums[0])
    step = timedelta(days=1 if day.nums[0] >= 0 else -1)
    while left and left < 1000:
        on += step
        left -= int(works(on, scene))
    return Settled(on, rule="business-days")


def works(on: date, scene: Scene) -> bool:
    """Tell whether `on` is a business day: Monday to Friday and no holiday."""
    return on.weekday() < 5 and on not in scene.holidays


def _edge(day: Day, scene: Scene) -> Settled:
    which, _, unit = day.key.partition(" ")
    shift = day.nums[0]
    match unit:
        case "week":
            return _of_week(which, shift, scene)
        case "weekend":
            sunday = _monday(scene.today) + timedelta(days=7 * shift + 6)
            return Settled(sunday, rule="weekend", whole=True)
        case "month" if which == "in":
            return Settled(ask="it names a month, but no day", rule="vague-month")
        case "month":
            return _of_month(which, *_month_on(scene.today.year, scene.today.month, shift), scene)
        case "quarter":
            quarter = (scene.today.month - 1) // 3 * 3 + 3 * (shift + 1)
            return _of_month("end", *_month_on(scene.today.year, quarter, 0), scene)
        case "year" if which in ("end", "in"):
            return Settled(date(scene.today.year + shift, 12, 31), rule="end-of-year", whole=True)
        case _:
            return Settled(ask="it names no day", rule="vague-period")


_WEEK_DAYS = {"end": 4, "in": 4, "start": 0, "mid": 2, "early": 1, "late": 4}


def _of_week(which: str, shift: int, scene: Scene) -> Settled:
    """The week of a Saturday or Sunday is over: then the work week to come is meant."""
    today = scene.today
    monday = _monday(today) + timedelta(days=7 * shift)
    on = monday + timedelta(days=_WEEK_DAYS[which])
    if on < today and not shift:
        on += timedelta(days=7)
    vague = which == "in" and shift == 1
    return Settled(on, monday if vague else None, rule=f"{which}-of-week", whole=True)


_MONTH_DAYS = {"start": 1, "mid": 15, "early": 5}


def _of_month(which: str, year: int, month: int, scene: Scene) -> Settled:
    last = date(year, month, monthrange(year, month)[1])
    if which in ("end", "late"):
        return Settled(last, rule="end-of-month", whole=True)
    if which == "in":
        return Settled(ask="it names a month, but no day", rule="vague-month")
    on = date(year, month, _MONTH_DAYS[which])
    if on < scene.today:
        on = date(*_month_on(year, month, 1), _MONTH_DAYS[which])
    return Settled(on, last, rule=f"{which}-of-month", whole=True)


def _edge_month(day: Day, scene: Scene) -> Settled:
    year, month = day.nums
    year = year or scene.today.year + int(month < scene.today.month)
    return _of_month(day.key, year, month, scene)


def _month(day: Day, scene: Scene) -> Settled:
    return Settled(ask="it names a month, but no day", rule="vague-month")


def _edge_quarter(day: Day, scene: Scene) -> Settled:
    year, quarter = day.nums
    year = year or scene.today.year + int(quarter * 3 < scene.today.month)
    if day.key in ("start", "early"):
        return _of_month("start", year, quarter * 3 - 2, scene)
    found = _of_month("end", year, quarter * 3, scene)
    return replace(found, rule="end-of-quarter")


def _biz_end(day: Day, scene: Scene) -> Settled:
    """The last business day of a period."""
    found = settle(replace(day, kind=day.kind.removesuffix("-biz")), scene)
    on = found.on
    while on is not None and not works(on, scene):
        on -= timedelta(days=1)
    return replace(found, on=on, rule="last-business-day")


def _nth(day: Day, scene: Scene) -> Settled:
    """"first Monday in December", "2nd business day of next month", "first week of May"."""
    number, which = day.nums
    start = settle(replace(day.anchor, key=day.anchor.key), scene) if day.anchor else Settled()
    if start.on is None:
        return start
    first = start.on.replace(day=1)
    if which == 7:
        return Settled(first + timedelta(days=(4 - first.weekday()) % 7 + 7 * (number - 1)), rule="week-of-month")
    if which == 9:
        return Settled(first + timedelta(days=number - 1), rule="day-of-month")
    if which == 8:
        return _bizdays(Day("bizdays", (number,), Day("absolute", (first - timedelta(days=1)).timetuple()[:3])), scene)
    return Settled(first + timedelta(days=(which - first.weekday()) % 7 + 7 * (number - 1)), rule="nth-weekday")


def _absolute(day: Day, scene: Scene) -> Settled:
    return Settled(date(*day.nums[:3]), rule="date")


_FIXED = {
    "christmas-eve": (12, 24),
    "christmas": (12, 25),
    "boxing-day": (12, 26),
    "new-years-eve": (12, 31),
    "new-year": (1, 1),
    "halloween": (10, 31),
    "valentine": (2, 14),
    "july-4": (7, 4),
}
# (month, weekday, which; -1 last) and the days after it.
_FLOATING = {
    "thanksgiving": (11, 3, 4, 0),
    "black-friday": (11, 3, 4, 1),
    "cyber-monday": (11, 3, 4, 4),
    "labor-day": (9, 0, 1, 0),
    "memorial-day": (5, 0, -1, 0),
    "mlk-day": (1, 0, 3, 0),
}
_EASTER = {"easter": 0, "good-friday": -2, "easter-monday": 1}


def _holiday(day: Day, scene: Scene) -> Settled:
    for year in (scene.today.year, scene.today.year + 1):
        on = _holiday_in(day.key, year)
        if on >= scene.today:
            break
    return Settled(on, rule="holiday")


def _holiday_in(key: str, year: int) -> date:
    if key in _FIXED:
        return date(year, *_FIXED[key])
    if key in _EASTER:
        return easter(year) + timedelta(days=_EASTER[key])
    month, weekday, which, after = _FLOATING[key]
    first = date(year, month, 1)
    days = (weekday - first.weekday()) % 7 + 7 * (which - 1 if which > 0 else 4)
    on = first + timedelta(days=days)
    return (on if on.month == month else on - timedelta(days=7)) + timedelta(days=after)


def easter(year: int) -> date:
    """Return Easter Sunday (Gregorian; the anonymous algorithm of 1876)."""
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    f = (b + 8) // 25
    h = (19 * a + b - d - (b - f + 1) // 3 + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return date(year, month, day + 1)


def _week_of(day: Day, scene: Scene) -> Settled:
    base = _base(day, scene)
    if base.on is None:
        return base
    friday = _monday(base.on) + timedelta(days=4)
    return Settled(friday, base.on if base.on != friday else None, rule="week-of", whole=True)


def _week_number(day: Day, scene: Scene) -> Settled:
    """A calendar week (ISO 8601) ends, for work, on its Friday."""
    year = scene.today.isocalendar().year
    friday = date.fromisocalendar(year, day.nums[0], 5)
    if friday < scene.today:
        friday = date.fromisocalendar(year + 1, day.nums[0], 5)
    return Settled(friday, rule="week-number", whole=True)


_RULES: dict[str, DayRule] = {
    "offset": _offset,
    "weekday": _weekday,
    "weekday-of": _weekday_of,
    "date": _date,
    "numeric": _numeric,
    "dom": _dom,
    "ahead": _ahead,
    "months": _months,
    "bizdays": _bizdays,
    "edge": _edge,
    "edge-month": _edge_month,
    "edge-quarter": _edge_quarter,
    "edge-biz": _biz_end,
    "edge-month-biz": _biz_end,
    "edge-quarter-biz": _biz_end,
    "month": _month,
    "nth": _nth,
    "absolute": _absolute,
    "holiday": _holiday,
    "week-of": _week_of,
    "week-number": _week_number,
}
