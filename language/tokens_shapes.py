"""What a chunk with digits in it is: a clock time, a date, a number, an ordinal.

Every pattern matches the whole chunk or nothing, and none has a quantifier
within a quantifier, so that a hostile chunk costs no more than its length.
"""

import re
from collections.abc import Callable
from typing import NamedTuple


class Shape(NamedTuple):
    """A word class with its key and numbers (see `Token`)."""

    cls: str
    key: str
    nums: tuple[int, ...]


_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
_MON = "(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}"
_UNITS = {
    "d": ("day", 1),
    "day": ("day", 1),
    "days": ("day", 1),
    "hr": ("hour", 60),
    "hrs": ("hour", 60),
    "hour": ("hour", 60),
    "hours": ("hour", 60),
    "min": ("minute", 1),
    "mins": ("minute", 1),
    "minute": ("minute", 1),
    "minutes": ("minute", 1),
    "w": ("week", 7),
    "wk": ("week", 7),
    "wks": ("week", 7),
    "week": ("week", 7),
    "weeks": ("week", 7),
    "bd": ("bizday", 1),
    "month": ("month", 1),
    "months": ("month", 1),
}
_SPELLED = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "ten": 10}
AM, PM, DAY_CLOCK = 1, 2, 3  # how a clock time says which half of the day it means
_HALVES = {"am": AM, "a": AM, "pm": PM, "p": PM, "nn": PM, "noon": PM}

Maker = Callable[[re.Match[str]], tuple[Shape, ...] | None]


def shape_of(low: str, dotted: bool) -> tuple[Shape, ...] | None:
    """Return the shape of a folded chunk, or None. `dotted`: a "." followed it."""
    if len(low) > 32:
        return None
    if dotted and (match := _DOTTED.fullmatch(low)):
        return (Shape("numeric", ".", (int(match[1]), int(match[2]), 0)),)
    for pattern, make in _PATTERNS:
        match = pattern.fullmatch(low)
        if match is not None and (shapes := make(match)) is not None:
            return shapes
    return None


_DOTTED = re.compile(r"(\d{1,2})\.(\d{1,2})")


def _stamp(m: re.Match[str]) -> tuple[Shape, ...]:
    offset = m[6] or ""
    return (Shape("stamp", offset, (int(m[1]), int(m[2]), int(m[3]), int(m[4]), int(m[5]))),)


def _iso(m: re.Match[str]) -> tuple[Shape, ...] | None:
    year, month, day = int(m[1]), int(m[2]), int(m[3])
    return (Shape("date", "", (year, month, day)),) if 1900 <= year < 2200 else None


def _named(m: re.Match[str]) -> tuple[Shape, ...]:
    year = int(m[3]) if m[3] else 0
    return (Shape("date", "", (_full(year), _MONTHS.index(m[2]) + 1, int(m[1]))),)


def _named_us(m: re.Match[str]) -> tuple[Shape, ...]:
    return (Shape("date", "", (int(m[3] or 0), _MONTHS.index(m[1]) + 1, int(m[2]))),)


def _full(year: int) -> int:
    return year + 2000 if 0 < year < 100 else year


def _numeric(m: re.Match[str]) -> tuple[Shape, ...] | None:
    first, sep, second, year = int(m[1]), m[2], m[3], m[4]
    if sep == "." and not year and len(second) == 2 and (int(second) > 12 or second == "00"):
        return _clock_shape(first, int(second), 0)
    if sep == "." and not year and len(second) == 1 and first < 10 and not int(second):
        return None
    return (Shape("numeric", sep, (first, int(second), _full(int(year or 0)))),)


def _clock(m: re.Match[str]) -> tuple[Shape, ...] | None:
    hour, minute, mark = int(m[1]), int(m[2] or 0), m[3] or ""
    if mark == "mn":
        return (Shape("part", "midnight", (1439,)),)
    of_24 = mark in ("h", "hrs", "hr", "uhr", "z") or (not mark and m[1].startswith("0") and m[2])
    half = _HALVES.get(mark, DAY_CLOCK if of_24 else 0)  # nobody writes 07:00 for the evening
    return _clock_shape(hour, minute, half)


def _clock_shape(hour: int, minute: int, half: int) -> tuple[Shape, ...] | None:
    if hour > 23 or minute > 59 or (half in (AM, PM) and not 1 <= hour <= 12):
        return None
    if not half and (hour > 12 or hour == 0):
        half = DAY_CLOCK
    return (Shape("clock", "", (hour, minute, half)),)


def _hours(m: re.Match[str]) -> tuple[Shape, ...]:
    return (Shape("hshape", "", (int(m[1]),)),)


def _military(m: re.Match[str]) -> tuple[Shape, ...] | None:
    found = _clock_shape(int(m[1]), int(m[2]), DAY_CLOCK)
    if found is None or not m[3]:
        return found
    return (*found, Shape("zone", "UTC", ())) if m[3] == "z" else found


def _range(m: re.Match[str]) -> tuple[Shape, ...] | None:
    """ "4-5pm" and "9:00-17:00": the later end is the one that binds."""
    half = _HALVES.get(m[4] or "", 0)
    found = _clock_shape(int(m[2]), int(m[3] or 0), half)
    return (Shape("clockrange", "", found[0].nums),) if found else None


def _ordinal(m: re.Match[str]) -> tuple[Shape, ...] | None:
    return (Shape("ordinal", "", (int(m[1]),)),) if 1 <= int(m[1]) <= 39 else None


def _number(m: re.Match[str]) -> tuple[Shape, ...]:
    return (Shape("number", "digits", (int(m[0]),)),)


def _decimal(m: re.Match[str]) -> tuple[Shape, ...]:
    return (Shape("decimal", "", (int(m[1]) * 10 + int(m[2]),)),)


def _counted(m: re.Match[str]) -> tuple[Shape, ...] | None:
    unit = _UNITS.get(m[2])
    count = _SPELLED.get(m[1]) or (int(m[1]) if m[1].isdigit() else 0)
    if unit is None or not count:
        return None
    return (Shape("number", "glued", (count,)), Shape("unit", unit[0], (unit[1],)))


def _offset(m: re.Match[str]) -> tuple[Shape, ...]:
    return (Shape("zone", f"UTC{m[1]}{int(m[2]):02d}:{m[3] or '00'}", ()),)


def _quarter(m: re.Match[str]) -> tuple[Shape, ...]:
    return (Shape("quarter", "", (int(m[1]),)),)


def _week(m: re.Match[str]) -> tuple[Shape, ...]:
    return (Shape("weekno", "", ()), Shape("number", "digits", (int(m[1]),)))


_PATTERNS: tuple[tuple[re.Pattern[str], Maker], ...] = tuple(
    (re.compile(pattern), make)
    for pattern, make in (
        (r"\d{1,4}", _number),
        (r"(\d{1,2})(?:st|nd|rd|th|er|o|eme)", _ordinal),
        (r"(\d{1,2})(?:[:.h](\d\d))?(?::\d\d)?(am|pm|a|p|nn|mn|noon|uhr|z)", _clock),
        (r"(\d{1,2})[:h](\d\d)(?::\d\d)?(h|hrs|hr|ish)?", _clock),
        (r"(\d{1,2})(?:[:.](\d\d))?(-?ish)", _clock),
        (r"(\d{1,3})(?:h|hs)", _hours),
        (r"([01]\d|2[0-3])([0-5]\d)(h|hrs|hr|hours|z)", _military),
        (r"(\d{1,2})([/.-])(\d{1,2})(?:\2(\d{4}|\d\d))?", _numeric),
        (r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})", _iso),
        (r"(20\d\d)(\d\d)(\d\d)", _iso),
        (r"(\d{4})-(\d\d)-(\d\d)t(\d\d):?(\d\d)(?::\d\d)?(?:\.\d{1,6})?(z|[+-]\d\d:?\d\d)?", _stamp),
        (rf"(\d{{1,2}})(?:st|nd|rd|th)?[-./]?{_MON}(?:[-./']?(\d{{4}}|\d\d))?", _named),
        (rf"{_MON}[-./]?(\d{{1,2}})(?:st|nd|rd|th)?(?:[-./](\d{{4}}))?", _named_us),
        (r"(\d{1,2}(?::\d\d)?)(?:am|pm|h)?[-–](\d{1,2})(?::(\d\d))?(am|pm|h)?", _range),
        (r"(\d{1,3})[.,](\d)", _decimal),
        (r"(\d{1,3}|[a-z]{3,5})[-+]?([a-z]{1,7})", _counted),
        (r"(?:utc|gmt)([+-])(\d{1,2})(?::?(\d\d))?", _offset),
        (r"([+-])(\d\d):?(\d\d)", _offset),
        (r"q([1-4])", _quarter),
        (r"(?:kw|wk|w)-?(\d{1,2})", _week),
    )
)
