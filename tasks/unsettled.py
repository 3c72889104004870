"""Where a text speaks of time in a way that is not surely another date than a hidden one.

The burden of proof is the other way round than in `tasks.named_days`: what `language.time_said`
sees goes on only where it is settled, by a frame (`tasks.time_frames`) or by reckoning
(`tasks.reckoned`). What cannot be reckoned is unsettled.
"""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from language.day_lookup import plain
from language.days_abroad import month_days, weekdays
from language.feast_days import feasts
from language.reminding import brief_reminding
from language.time_beside import NEXT_DAYS
from language.time_east import east_said
from language.time_said import leads_on, time_said
from tasks.months_named import month_named
from tasks.named_glued import weekdays_said
from tasks.next_to import next_to
from tasks.no_date import PAIR
from tasks.reckoned import Secret
from tasks.time_frames import framed, lasting

_LINE = re.compile(r"[^\n]*remind[^\n]*", re.IGNORECASE)
_WORD = re.compile(r"\w+")
_NEAR_FEAST = 3  # days between a feast and a hidden day that make its name tell


def unsettled(text: str, secret: Secret) -> Iterator[tuple[int, int]]:
    """Where it does so, from where to where."""
    yield from _spans(text, secret)
    if secret.days:
        yield from month_named(text, secret.days)
        yield from _feasts(text, secret)
        yield from _next_days(text, secret)
        yield from next_to(text, secret)


def _spans(text: str, secret: Secret) -> Iterator[tuple[int, int]]:
    found = (*time_said(text), *east_said(text))
    near = _days_named(text, secret) if found else frozenset()
    found = tuple(said for said in found if secret.may_be(said, near))
    if not found:  # most sentences need no frames
        return
    covered, lasts = _covered(text), lasting(text)
    for said in found:
        if not covered[said.end - 1] and not (said.counted and lasts and not leads_on(said)):
            yield said.start, said.end


def _covered(text: str) -> bytearray:
    """1 for each character within a frame, the name of a weekday, or a line `remind: 2 days before`."""
    marks = bytearray(len(text))
    places = [*framed(text), *((named.start, named.end) for named in weekdays(text))]
    places += [hit.span() for hit in _LINE.finditer(text) if brief_reminding(hit[0])]
    for start, end in places:
        marks[start:end] = b"\1" * (end - start)
    return marks


def _days_named(text: str, secret: Secret) -> frozenset[date]:
    """The days around the hidden ones that are named by their weekday: "Thursday, and a day more"."""
    pairs = [(n, m) for found in month_days(text) for n in found.days for m in found.months]
    figures = [(int(pair[1]), int(pair[3])) for pair in PAIR.finditer(plain(text))]
    pairs += [either for n, m in figures for either in ((n, m), (m, n))]
    dated = {_on(day.year, month, number) for day in secret.days for number, month in pairs}
    around = {day + timedelta(days=n) for day in secret.days for n in range(-7, 8)}
    return weekdays_said(text, around) | {day for day in dated if day}


def _on(year: int, month: int, number: int) -> date | None:
    try:
        return date(year, month, number)
    except ValueError:  # 31 November
        return None


def _feasts(text: str, secret: Secret) -> Iterator[tuple[int, int]]:
    years = {(day + timedelta(days=n)).year for day in secret.days for n in (-_NEAR_FEAST, _NEAR_FEAST)}
    for year in sorted(years):
        for start, end, feast in feasts(text, year):
            if any(abs((feast - day).days) <= _NEAR_FEAST for day in secret.days):
                yield start, end


def _next_days(text: str, secret: Secret) -> Iterator[tuple[int, int]]:
    """Words for the days next to today in languages whose dates are not read."""
    if secret.today is None:
        return
    said = f" {' '.join(_WORD.findall(plain(text)))} "
    for ahead, row in NEXT_DAYS.items():
        if secret.today + timedelta(days=ahead) in secret.days:
            words = (plain(word).replace("_", " ") for word in row.split())
            if any(f" {word} " in said for word in words):
                yield 0, len(text)
