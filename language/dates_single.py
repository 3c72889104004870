"""Which date a single day is: a weekday, a date, a feast.

One small rule for each kind of `Day`.
"""

from calendar import monthrange
from datetime import date, timedelta

from language.dates_calendar import RULES, Scene, Settled, base_of
from language.dates_days import Day
from language.zones import month_first

_NEARLY_A_YEAR = timedelta(days=330)


def _last(day: Day, scene: Scene) -> Settled:
    return Settled(ask="that day is over", rule="past")


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
        return Settled(
            soon + timedelta(days=7 * weeks + (7 if not ahead else 0) * 0), rule="weekday-and-week"
        )
    if day.key == "coming":
        return Settled(soon if ahead else soon + timedelta(days=7), rule="coming-weekday")
    if shift <= 0:
        return Settled(
            soon, soon + timedelta(days=7) if not ahead else None, rule="weekday", today_too=not ahead
        )
    following = monday_of(today) + timedelta(days=7 * shift + wanted)
    first = soon if ahead else soon + timedelta(days=7)
    first += timedelta(days=7 * (shift - 1))
    return Settled(following, first if first != following else None, rule="next-weekday")


def monday_of(day: date) -> date:
    return day - timedelta(days=day.weekday())


def _weekday_of(day: Day, scene: Scene) -> Settled:
    on = monday_of(scene.today) + timedelta(days=7 * day.nums[1] + day.nums[0])
    return Settled(on, rule="weekday-of-week")


def _weekday_near(day: Day, scene: Scene) -> Settled:
    """ "the Friday after Thanksgiving", "the Monday before the 15th"."""
    base = base_of(day, scene)
    if base.on is None:
        return base
    wanted, sign = day.nums
    apart = (sign * (wanted - base.on.weekday()) - 1) % 7 + 1
    return Settled(base.on + timedelta(days=sign * apart), rule="weekday-near")


def _date(day: Day, scene: Scene) -> Settled:
    year, month, number = day.nums
    on = _next(year, month, number, scene)
    return Settled(on, None if year else _just_over(on, scene), rule="date")


def _next(year: int, month: int, number: int, scene: Scene) -> date:
    """Return the date; without a year its next occurrence, today included.

    29 February exists every fourth year: without a year it is this or the next.
    """
    if year:
        return date(year, month, number)
    on_or_after = scene.today.year + int((month, number) < (scene.today.month, scene.today.day))
    return date(on_or_after, month, number)


def _just_over(on: date, scene: Scene) -> date | None:
    """A date without a year that is nearly a year off may be one that is just over."""
    return on.replace(year=on.year - 1) if on - scene.today > _NEARLY_A_YEAR else None


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
    if other is None and not year:
        return Settled(readings[0], _just_over(readings[0], scene), rule="numeric-date")
    return Settled(readings[0], other, rule="numeric-date-by-locale" if other else "numeric-date")


def _dom(day: Day, scene: Scene) -> Settled:
    """ "the 28th": the next one; a day this month does not have is in the next that has it."""
    number, shift = day.nums
    year, month = scene.today.year, scene.today.month
    if shift >= 0:
        year, month = month_on(year, month, shift)
        return Settled(date(year, month, number), rule="day-of-month")
    for step in range(3):
        y, m = month_on(year, month, step)
        if number <= monthrange(y, m)[1] and date(y, m, number) >= scene.today:
            return Settled(date(y, m, number), rule="day-of-month")
    raise ValueError(number)


def month_on(year: int, month: int, months: int) -> tuple[int, int]:
    years, zero = divmod(year * 12 + month - 1 + months, 12)
    return years, zero + 1


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


RULES.update(
    {
        "last": _last,
        "offset": _offset,
        "weekday": _weekday,
        "weekday-of": _weekday_of,
        "weekday-near": _weekday_near,
        "date": _date,
        "numeric": _numeric,
        "dom": _dom,
        "absolute": _absolute,
        "holiday": _holiday,
    }
)
