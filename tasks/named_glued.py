"""Dates that are glued to other signs in a text: "plan4dec.pdf", "deadline:4dec", "plan-0412.pdf"."""

import re
from collections.abc import Iterable, Iterator
from datetime import date

from language.days_abroad import weekdays
from language.folding import fold

_RUN = re.compile(r"[^\s/?&]{4,80}")  # a word, or one part of a link
WEEKDAYS = (  # within a name the languages that are read as dates count, too, and short names
    "monday mon montag lundi lunes",
    "tuesday tue tues dienstag mardi martes",
    "wednesday wed mittwoch mercredi miercoles",
    "thursday thu thur thurs donnerstag jeudi jueves",
    "friday fri freitag vendredi viernes",
    "saturday sat samstag samedi sabado",
    "sunday sun sonntag dimanche domingo",
)
_LONG = 6  # letters of a name that counts within another word, too: "opensfriday"
_FIGURES = re.compile(r"(?<!\d)(\d{1,2})[-_.](\d{1,2})(?:[-_.]\d{2,4})?(?!\d)")
_MOST_PARTS = 9  # of a name that somebody gave; a key or a digest of figures has more
_MIXED = re.compile(r"\d|[^\W\d_][_:=@#/.\-+~&|\\][^\W\d_]|[a-z][A-Z]|^[#@]")
_GAPS = re.compile(  # print_4-Dec, planFriday, plan04.12.2026, deadline=4.12.
    r"[_:=@#~&|/\\+]|(?<=[^\W\d])[-.]|[-.](?=[^\W\d])|(?<=[a-z])(?=[A-Z])|(?<=[^\W\d_])(?=\d)|(?<=\d)(?=[^\W\d_]{3})"
)
_SLASHED = re.compile(r"\d{1,2}/\d{1,2}")
_NUMBER = re.compile(
    r"(?<!\d)(?<!img[-_ ])(?<!dsc[-_ ])(?<!dscn)(?<!pic[-_ ])(?:\d{8}|\d{6}|\d{4})(?!\d)", re.IGNORECASE
)  # a camera counts its pictures: IMG_1204.jpg
_PARTED = re.compile(r"(?<!\d)(?:\d{4}[-_.]\d\d[-_.]\d\d|\d\d[-_.]\d\d[-_.]\d{4})(?!\d)")
_FILE = re.compile(r"(?i)\.[a-z][a-z0-9]{1,4}\W*$|[^\W\d_][-_]\d|\d[-_][^\W\d_]|[^\W\d_]{3}\d{4}(?!\d)")
_FORMS = ("%Y%m%d", "%d%m%Y", "%m%d%Y", "%y%m%d", "%d%m%y", "%m%d%y", "%d%m", "%m%d")


def weekdays_said(text: str, around: Iterable[date]) -> frozenset[date]:
    """Those of some days whose weekday a text names, in any language, also within a word."""
    named = {number for found in weekdays(text) for number in found.days}
    return frozenset(day for day in around if day.weekday() in named or weekday_in(f"- x {text}", day))


def loose(name: str) -> str:
    """A file name, or a run of signs, with its words and numbers parted."""
    return _GAPS.sub(" ", name)


def glued_runs(text: str) -> Iterator[tuple[int, str, str]]:
    """The runs of signs in which words are glued: where each begins, it, and it parted."""
    for run in _RUN.finditer(text):
        if (_MIXED.search(run[0]) or len(run[0]) > _LONG) and not _SLASHED.fullmatch(run[0]):
            parted = loose(run[0])
            glued = parted != run[0] or run[0].isalpha() or _NUMBER.fullmatch(run[0])
            if glued and len(parted.split()) <= _MOST_PARTS:
                yield run.start(), run[0], parted


def day_in_figures(run: str, day: date) -> bool:
    """Whether a name of a file tells this day in figures alone ("plan-0412.pdf")."""
    forms = {day.strftime(form) for form in _FORMS}
    found = [number[0] for number in _NUMBER.finditer(run)]
    found += [re.sub(r"\D", "", number) for number in _PARTED.findall(run)]
    pairs = [{int(pair[1]), int(pair[2])} for pair in _FIGURES.finditer(run) if "_" in pair[0]]
    whole = any(number in forms and (len(number) == 8 or _FILE.search(run)) for number in found)
    return whole or {day.day, day.month} in pairs


def weekday_names(day: date) -> frozenset[str]:
    """The names of its weekday in the languages whose dates are read, folded."""
    return frozenset(WEEKDAYS[day.weekday()].split())


def weekday_in(parted: str, day: date) -> bool:
    """Whether a name that was parted holds the name of this weekday."""
    said = fold(parted)
    names = weekday_names(day)
    words = set(re.findall(r"[^\W\d_]+", said))
    if words <= names:
        return False  # nothing but the name: which one is meant is read
    return any(name in words or (len(name) >= _LONG and name in said) for name in names)
