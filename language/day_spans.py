"""Where a text tells a day by its distance, in whatever language: "in vier Tagen", "za 4 dni".

As `language.days_abroad`, this reads no dates; it sees that one is told.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from language.day_lookup import latin_digits, plain
from language.span_words import (
    EAST_AHEAD,
    EAST_APART,
    EAST_NUMBERS,
    EAST_WEEKS,
    HOURS_AHEAD,
    KOREAN_DAYS,
    LATER,
    NEED,
    SPAN_WORDS,
    THAI_NUMBERS,
    WEEKS_END,
    WHOLE_SPANS,
)

_WEEKS_END = re.compile(plain(WEEKS_END))
_KOREAN_END = re.compile("주말|이번 주 말")  # whose letters folding would part
_HOURS = re.compile(plain(HOURS_AHEAD))
_DAY_LETTER = re.compile(r"(?<![\w/-])[jd] ?\+ ?(\d{1,2})(?![\w/:.-]\d)")  # "J+4"
_EAST = re.compile(rf"(\d{{1,2}}|[{EAST_NUMBERS}两兩]) ?(?:{EAST_AHEAD})")
_EAST_WEEKS = re.compile(rf"(\d{{1,2}}|[{EAST_NUMBERS}两兩]) ?{EAST_WEEKS}")
_WHOLE = tuple((re.compile(plain(shape)), days) for shape, days in WHOLE_SPANS)
_EAST_SPAN = re.compile(
    rf"(\d{{1,2}}|[{EAST_NUMBERS}两兩]) ?(?:天|日|일)|({'|'.join(w for w, _ in KOREAN_DAYS)})"
)
_EAST_BESIDE = re.compile("|".join(EAST_APART.split()))
_KOREAN = re.compile(rf"({'|'.join(word for word, _ in KOREAN_DAYS)}) ?(?:후|뒤|안)")
_THAI = re.compile(rf"(?:อีก|ใน) ?(\d{{1,2}}|{'|'.join(word for word, _ in THAI_NUMBERS)}) ?วัน")
_ENDS = r"\b"
_STEM = 4  # letters of a word that may go on
_LATER_NEED = (  # both in one sentence
    re.compile(rf"\b(?:{'|'.join(plain(word).replace('_', ' ') for word in LATER.split())})\b"),
    re.compile(rf"\b(?:{'|'.join(plain(w) + ('' if len(w) >= _STEM else _ENDS) for w in NEED.split())})"),
)


@dataclass(frozen=True, slots=True)
class Span:
    """A place of a text that tells so many `days`, or `hours` where days are 0: from now, or
    (`apart`) between two dates of which the text speaks."""

    start: int
    end: int
    days: int
    hours: int = 0
    apart: bool = False


@dataclass(frozen=True, slots=True)
class _Tongue:
    ahead: re.Pattern[str]
    span: re.Pattern[str]
    spare: re.Pattern[str] | None
    numbers: dict[str, int]
    weeks: frozenset[str]


def weeks_end(text: str) -> Iterator[tuple[int, int]]:
    """Where the end of a week is named."""
    shapes = ((_WEEKS_END, plain(text)), (_KOREAN_END, text))
    yield from (hit.span() for shape, said in shapes for hit in shape.finditer(said))


def day_spans(text: str) -> Iterator[Span]:
    """Where a distance in days or hours is told: from now, or between two dates."""
    said = plain(text)
    for tongue in _tongues() if _units().search(said) else ():  # most sentences speak of no days
        yield from _ahead(said, tongue)
        yield from _apart(said, tongue)
    for hit in _HOURS.finditer(said):
        yield Span(*hit.span(), 0, int(hit[1] or hit[2]))
    for shape, days in _WHOLE:
        yield from (Span(*hit.span(), days) for hit in shape.finditer(said))
    for hit in _DAY_LETTER.finditer(said):
        yield Span(*hit.span(), int(hit[1]))
    yield from _east(latin_digits(text))


def _ahead(said: str, tongue: _Tongue) -> Iterator[Span]:
    for hit in tongue.ahead.finditer(said):
        yield Span(*hit.span(), _days(hit["n"] or hit["m"], hit["u"] or hit["v"], tongue))


def _apart(said: str, tongue: _Tongue) -> Iterator[Span]:
    later = all(shape.search(said) for shape in _LATER_NEED)
    if later or (tongue.spare and tongue.spare.search(said)):
        for hit in tongue.span.finditer(said):
            yield Span(*hit.span(), _days(hit["n"], hit["u"], tongue), apart=True)


def _days(number: str, unit: str, tongue: _Tongue) -> int:
    count = int(number) if number.isdecimal() else tongue.numbers[number]
    return count * (7 if unit in tongue.weeks else 1)


def _east(text: str) -> Iterator[Span]:
    if text.isascii():
        return
    for hit in _EAST.finditer(text):
        yield Span(*hit.span(), _value(hit[1]))
    for hit in _EAST_WEEKS.finditer(text):
        yield Span(*hit.span(), _value(hit[1]) * 7)
    for hit in _EAST_SPAN.finditer(text) if _EAST_BESIDE.search(text) else ():
        days = dict(KOREAN_DAYS)[hit[2]] if hit[2] else _value(hit[1])
        yield Span(*hit.span(), days, apart=True)
    for hit in _KOREAN.finditer(text):
        yield Span(*hit.span(), dict(KOREAN_DAYS)[hit[1]])
    for hit in _THAI.finditer(text):
        yield Span(*hit.span(), int(hit[1]) if hit[1].isdecimal() else dict(THAI_NUMBERS)[hit[1]])


def _value(figures: str) -> int:
    if figures.isdecimal():
        return int(figures)
    return 2 if figures in "两兩" else EAST_NUMBERS.find(figures) + 1


@cache
def _units() -> re.Pattern[str]:
    words = {word for row in SPAN_WORDS.values() for part in row.split("|")[1:3] for word in part.split()}
    return re.compile(rf"(?<![^\W\d])(?:{_any(sorted(words))})(?!\w)")


@cache
def _tongues() -> tuple[_Tongue, ...]:
    return tuple(_tongue(*(part.split() for part in row.split("|"))) for row in SPAN_WORDS.values())


def _tongue(
    numbers: list[str],
    days: list[str],
    weeks: list[str],
    before: list[str],
    behind: list[str],
    spare: list[str],
) -> _Tongue:
    said = {_word(form): at for at, forms in enumerate(numbers, 1) for form in forms.split("/")}
    many = rf"\d{{1,2}}|{'|'.join(sorted(said, key=len, reverse=True))}"
    units = "|".join(map(_word, (*days, *weeks)))
    ways = [rf"(?<!\w)(?:{_any(before)}) (?P<n>{many}) ?(?P<u>{units})(?!\w)"] if before else []
    ways += [rf"(?<!\w)(?P<m>{many}) ?(?P<v>{units}) (?:{_any(behind)})(?!\w)"] if behind else []
    shape = "|".join(ways)
    shape += "" if before else r"|(?P<n>(?!))(?P<u>(?!))"
    shape += "" if behind else r"|(?P<m>(?!))(?P<v>(?!))"
    return _Tongue(
        re.compile(shape),
        re.compile(rf"(?<!\w)(?P<n>{many}) ?(?P<u>{units})(?!\w)"),
        re.compile(rf"(?<!\w)(?:{_any(spare)})(?!\w)") if spare else None,
        said,
        frozenset(map(_word, weeks)),
    )


def _word(form: str) -> str:
    return plain(form).replace("_", " ")


def _any(words: list[str]) -> str:
    return "|".join(map(_word, words))
