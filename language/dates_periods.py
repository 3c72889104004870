"""Which date is meant by a count or a period: "in 3 business days", "end of May".

One small rule for each kind of `Day`. Weeks run from Monday to Sunday (ISO 8601).
"""

from calendar import monthrange
from dataclasses import replace
from datetime import date, timedelta

from language.dates_calendar import RULES, Scene, Settled, base_of, settle, works
from language.dates_days import Day
from language.dates_single import monday_of, month_on


def _ahead(day: Day, scene: Scene) -> Settled:
    base = base_of(day, scene)
    if base.on is None:
        return base
    step = timedelta(days=day.nums[0] * day.nums[1])
    return Settled(
        base.on + step, base.other + step if base.other and not base.today_too else None, rule="days-ahead"
    )


def _months(day: Day, scene: Scene) -> Settled:
    base = base_of(day, scene)
    if base.on is None:
        return base
    year, month = month_on(base.on.year, base.on.month, day.nums[0])
    return Settled(date(year, month, min(base.on.day, monthrange(year, month)[1])), rule="months-ahead")


def _bizdays(day: Day, scene: Scene) -> Settled:
    """Business days are counted from the day after; holidays of the config are none."""
    base = base_of(day, scene)
    if base.on is None:
        return base
    on, left = base.on, abs(day.nums[0])
    step = timedelta(days=1 if day.nums[0] >= 0 else -1)
    while left and left < 1000:
        on += step
        left -= int(works(on, scene))
    return Settled(on, rule="business-days")


def _edge(day: Day, scene: Scene) -> Settled:
    which, _, unit = day.key.partition(" ")
    shift = day.nums[0]
    match unit:
        case "week":
            return _of_week(which, shift, scene)
        case "weekend":
            sunday = monday_of(scene.today) + timedelta(days=7 * shift + 6)
            friday = sunday - timedelta(days=2)
            return Settled(sunday, friday if which == "in" else None, rule="weekend", whole=True)
        case "month" if which == "in":
            return Settled(ask="it names a month, but no day", rule="vague-month")
        case "month":
            return _of_month(which, *month_on(scene.today.year, scene.today.month, shift), scene)
        case "quarter":
            quarter = (scene.today.month - 1) // 3 * 3 + 3 * (shift + 1)
            return _of_month("end", *month_on(scene.today.year, quarter, 0), scene)
        case "year" if which == "end" or (which == "in" and not shift):
            return Settled(date(scene.today.year + shift, 12, 31), rule="end-of-year", whole=True)
        case _:
            return Settled(ask="it names no day", rule="vague-period")


_WEEK_DAYS = {"end": 4, "in": 4, "start": 0, "mid": 2, "early": 1, "late": 4}


def _of_week(which: str, shift: int, scene: Scene) -> Settled:
    """The week of a Saturday or Sunday is over: then the work week to come is meant."""
    today = scene.today
    monday = monday_of(today) + timedelta(days=7 * shift)
    on = monday + timedelta(days=_WEEK_DAYS[which])
    if on < today and not shift:
        on += timedelta(days=7)
    vague = which == "in" and shift == 1
    return Settled(on, monday if vague else None, rule=f"{which}-of-week", whole=True)


_MONTH_DAYS = {"start": 1, "mid": 15, "early": 5}


def _of_month(which: str, year: int, month: int, scene: Scene, named: bool = False) -> Settled:
    """`named`: "mid-October" that is over is not the middle of the month after it."""
    last = date(year, month, monthrange(year, month)[1])
    if which in ("end", "late"):
        return Settled(last, rule="end-of-month", whole=True)
    if which == "in":
        return Settled(ask="it names a month, but no day", rule="vague-month")
    on = date(year, month, _MONTH_DAYS[which])
    if on < scene.today:
        if named:
            return Settled(ask="that day is over", rule="past")
        on = date(*month_on(year, month, 1), _MONTH_DAYS[which])
    return Settled(on, last, rule=f"{which}-of-month", whole=True)


def _edge_month(day: Day, scene: Scene) -> Settled:
    year, month = day.nums
    year = year or scene.today.year + int(month < scene.today.month)
    return _of_month(day.key, year, month, scene, named=True)


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
    """ "first Monday in December", "2nd business day of next month", "last Friday of the month"."""
    anchor = day.anchor
    if anchor is not None and anchor.kind == "edge-month":
        year, month = anchor.nums
        first = date(year or scene.today.year, month, 1)
        found = _nth_from(day, first, scene)
        if found.on is not None and found.on < scene.today and not year:
            found = _nth_from(day, first.replace(year=first.year + 1), scene)
        return found
    if anchor is None or anchor.key != "start month":
        start = settle(anchor, scene) if anchor is not None else Settled()
        return start if start.on is None else _nth_from(day, start.on.replace(day=1), scene)
    today = scene.today
    found = _nth_from(day, date(*month_on(today.year, today.month, anchor.nums[0]), 1), scene)
    if found.on is not None and found.on < today:
        found = _nth_from(day, date(*month_on(today.year, today.month, 1), 1), scene)
    return found


_WEEK, _BUSINESS_DAY, _DAY = 7, 8, 9  # what is counted, where it is no weekday


def _nth_from(day: Day, first: date, scene: Scene) -> Settled:
    """Count from the first of a month."""
    number, which = day.nums
    if number < 0:
        last = first.replace(day=monthrange(first.year, first.month)[1])
        return Settled(last - timedelta(days=(last.weekday() - which) % 7), rule="last-weekday")
    if which == _DAY:
        return Settled(first + timedelta(days=number - 1), rule="day-of-month")
    if which == _BUSINESS_DAY:
        eve = first - timedelta(days=1)
        return _bizdays(Day("bizdays", (number,), Day("absolute", (eve.year, eve.month, eve.day))), scene)
    weekday = 4 if which == _WEEK else which
    on = first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (number - 1))
    return Settled(on, rule="week-of-month" if which == _WEEK else "nth-weekday")


def _week_of(day: Day, scene: Scene) -> Settled:
    base = base_of(day, scene)
    if base.on is None:
        return base
    friday = monday_of(base.on) + timedelta(days=4)
    return Settled(friday, base.on if base.on != friday else None, rule="week-of", whole=True)


def _week_number(day: Day, scene: Scene) -> Settled:
    """A calendar week (ISO 8601) ends, for work, on its Friday."""
    year = scene.today.isocalendar().year
    friday = date.fromisocalendar(year, day.nums[0], 5)
    if friday < scene.today:
        friday = date.fromisocalendar(year + 1, day.nums[0], 5)
    return Settled(friday, rule="week-number", whole=True)


RULES.update(
    {
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
        "week-of": _week_of,
        "week-number": _week_number,
    }
)
