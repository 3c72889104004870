"""What a span of time comes to, in hours and in days, and where days lie in a calendar."""

import re
from datetime import date, timedelta

from language.day_lookup import month_names, name_at, tokens
from language.time_said import Said

HOURS = {"hour": 1.0, "minute": 1 / 60, "second": 1 / 3600}
_ABOUT = (0.6, 1.45)  # what "about", "less than" and "up to" may make of a number
_INCLUDED = re.compile(
    r"\b(?:inclu\w+|counting|counted|and (?:a bit|some|change|a half|a little|then some|a few|several)"
    r"|or so|give or take|minus|plus|odd)\b"
)
_WORKED = ("work", "business", "full", "whole")
_TOLD = 60  # characters behind a span that are looked at


def on(first: date, number: int) -> date | None:
    """This day of the month that begins there, None where it has none."""
    day = first + timedelta(days=number - 1)
    return day if day.month == first.month else None


def same_period(day: date, today: date, unit: str, ahead: int) -> bool:
    """Whether a day lies in the week (from its Sunday on) or the month of today, or in a later one."""
    if unit == "month":
        return day.year * 12 + day.month - today.year * 12 - today.month == ahead
    monday = today + timedelta(days=7 * ahead - today.weekday())
    return -1 <= (day - monday).days < 7


def month_at(text: str) -> frozenset[int]:
    """The month (1 January) that a text begins with, in any language; none without one."""
    toks = tokens(text[:_TOLD])
    return name_at(toks, 0, month_names())[0] if toks else frozenset()


def is_worked(said: Said) -> bool:
    """Whether a week is one of five days."""
    return said.low == 1 and (said.about or any(word in said.text for word in _WORKED))


def in_hours(said: Said) -> tuple[float, float]:
    """From how many hours to how many."""
    each = HOURS[said.unit]
    low, high = said.low * each, said.high * each
    return (low * _ABOUT[0], high * _ABOUT[1]) if said.about else (low, high)


def in_days(said: Said) -> tuple[float, float]:
    """From how many days to how many."""
    low, high = said.low, said.high
    if said.about or _INCLUDED.search(said.behind[:_TOLD]):
        low, high = min(low * _ABOUT[0], low - 1), max(high * _ABOUT[1], high + 1)
    if said.unit in HOURS:
        return low * HOURS[said.unit] / 24, high * HOURS[said.unit] / 24
    if said.unit == "week":
        return low * 7 - 1, high * 7 + 1
    if said.unit == "month":
        return low * 28 - 2, high * 31 + 2
    whole = float(low).is_integer() and low == high
    return (low, high) if whole or said.about else (low - 0.6, high + 0.6)


def worked_days(first: date, last: date) -> int:
    """The weekdays behind a day, up to another one."""
    return sum((first + timedelta(days=n)).weekday() < 5 for n in range(1, min((last - first).days, 800) + 1))
