"""Where a text names a day, in whatever language: a weekday, or a day of a month.

This reads no dates (`language.due` does); it sees names, so that what must not be told
is not told in Polish either.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from language.day_lookup import (
    Token,
    day_names,
    joined,
    latin_digits,
    month_names,
    name_at,
    plain,
    short_days,
    tokens,
)
from language.day_names import UNSPACED_DAYS, UNSPACED_MONTHS
from language.day_numbers import DAY_NUMBERS

_LINK_WORDS = (  # between the number of a day and its month
    "of de del di d da do des den la the le el il ta to th st nd rd er e an na ng ika go го ого е й и y et"
    " und and or en a i ב ל ה م من va wa mwezi dia ο της του ye ne te se lo eme ya до by on"
    " day dag tag jour giorno ᵗʰ"
)
_LINKS = frozenset(_LINK_WORDS.split())
_NEAR = 5  # tokens before a month that may belong to it
_LONGEST = 3  # tokens of a number in words
_GAP = 4  # characters between two tokens of one date
_CLOCK = re.compile(
    r"[.,]?\s{0,2}(?:(?:um|om|o|a las|alle|as|a|kl\.?|в|о) )?"
    r"(?:\d{1,2}[:.h]\d\d|\d{1,2}\s?(?:am|pm|u|h|uhr|uur)\b)"
    r"|[.,]?\s(?:um|om|o|a las|alle|kl\.?|в|о) \d{1,2}\b"
    r"|[.,]?\s(?:(?:por|de|a) la |(?:in )?(?:de|der) )?(?:soir|matin|midi|tarde|manana|noche|abend"
    r"|morgen|mittag"
    r"|nachmittag|avond|middag|wieczor\w*|rano|sera|mattina|noite|manha"
    r"|вечер\w*|утр\w*)\b"
)
_DOTTED = re.compile(  # before a short name with a dot behind it: "bis Fr."
    r"\b(?:bis|am|ab|zum|op|voor|tot|le|el|il|do|na|w|we|dla|fino a|entro|pour|para|hasta|avant|por|per|pa) $"
)
_KANJI = {char: number for number, char in enumerate("一二三四五六七八九十", 1)}
_FIGURES = r"(\d{1,2}|[一二三四五六七八九十]{1,3})"
_EAST = re.compile(rf"{_FIGURES}\s?[月월]\s?{_FIGURES}(?!\d)")
_EAST_DAY = re.compile(
    rf"(?<![\d月월一二三四五六七八九十])(?<![月월]\s){_FIGURES}\s?[日号號일](?![間间曜程本当當])"
)
_VIET = re.compile(r"(?<!\d)(\d{1,2})\s?,?\s?(?:thang|thg)\.?\s?(\d{1,2})(?!\d)")
_VIET_DAY = re.compile(r"(?i)th(?:\u1ee9|\u01b0\u0301)\s?([2-7])(?!\d)")
_PORTUGUESE_DAY = re.compile(r"(?<!\d)([2-6])\s?[\u00aaa]?[ -]?feira")
_YEAR = re.compile(r"(?:19|20)\d\d")


@dataclass(frozen=True, slots=True)
class Named:
    """A place of a text and the numbers it names: weekdays (0 Monday), or days of one of
    `months` (1 January); `year` where one stands beside it, else 0."""

    start: int
    end: int
    days: frozenset[int]
    months: frozenset[int] = frozenset()
    year: int = 0


def weekdays(text: str) -> Iterator[Named]:
    """Where weekdays are named, whatever stands beside them."""
    toks, at = tokens(text), 0
    while at < len(toks):
        found, length = name_at(toks, at, day_names())
        if found:
            yield Named(toks[at].start, toks[at + length - 1].end, found)
        at += max(length, 1)
    for name, day in _unspaced(UNSPACED_DAYS):
        if (start := text.find(name)) >= 0:
            yield Named(start, start + len(name), frozenset({day}))
    for hit in (*_VIET_DAY.finditer(latin_digits(text)), *_PORTUGUESE_DAY.finditer(plain(text))):
        yield Named(*hit.span(), frozenset({int(hit[1]) - 2}))


def short_weekdays(text: str, day: int) -> Iterator[Named]:
    """Where a short name of a weekday stands before a time, or before this day of a month; in
    Cyrillic alone, too, where it is no other word."""
    said, toks = plain(text), tokens(text)
    for tok, after in pairwise([*toks, Token(len(text), len(text), "")]):
        found = short_days().get(tok.text)
        beside = after.text == str(day) and after.start - tok.end <= 2
        dotted = said[tok.end : tok.end + 1] == "." and _DOTTED.search(said[: tok.start])
        behind, before = _near_short()
        listed = bool(behind.match(said, tok.end) or before.search(said[: tok.start]))
        if found and (beside or listed or tok.text[0] >= "\u0400" or _CLOCK.match(said, tok.end) or dotted):
            yield Named(tok.start, tok.end, found)


@cache
def _near_short() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Another short weekday, joined by a sign, behind one and before one: "Mo-Fr", "do/vr"."""
    names = "|".join(sorted(short_days(), key=len, reverse=True))
    return re.compile(rf"\.?[/+&\u2013-](?:{names})\b"), re.compile(rf"\b(?:{names})\.?[/+&\u2013-]$")


def month_days(text: str) -> Iterator[Named]:
    """Where a day of a month is named: by the month's name, or in figures of the East."""
    toks = tokens(text)
    numbers, at = _numbers(toks), 0
    while numbers and at < len(toks):
        found, length = name_at(toks, at, month_names())
        found = found or month_names().starts.get(toks[at].text, frozenset())
        length = max(length, 1)
        if found:
            yield from _days_of(found, toks, numbers, at, at + length)
        at += length
    for hit in _EAST.finditer(latin_digits(text)):
        yield Named(*hit.span(), frozenset({_value(hit[2])}), frozenset({_value(hit[1])}))
    for hit in _VIET.finditer(plain(text)):
        yield Named(*hit.span(), frozenset({int(hit[1])}), frozenset({int(hit[2])}))
    yield from _unspaced_months(latin_digits(text))


def east_days(text: str) -> Iterator[Named]:
    """Where a day of no month is named in figures of the East: "4日", "4号"."""
    for hit in _EAST_DAY.finditer(latin_digits(text)):
        yield Named(*hit.span(), frozenset({_value(hit[1])}))


def number_words(text: str) -> Iterator[Named]:
    """Where a number from 1 to 31 stands in words ("twenty-fourth")."""
    toks = tokens(text)
    for at, (number, length) in _numbers(toks).items():
        if not toks[at].text.isdecimal():
            yield Named(toks[at].start, toks[at + length - 1].end, frozenset({number}))


def _unspaced_months(text: str) -> Iterator[Named]:
    for name, at in _unspaced(UNSPACED_MONTHS):
        for hit in re.finditer(rf"(?<!\d)(\d{{1,2}})\s?{re.escape(name)}", text) if name in text else ():
            yield Named(*hit.span(), frozenset({int(hit[1])}), frozenset({at + 1}))


_Numbers = dict[int, tuple[int, int]]  # by a token: the number that begins there, and its tokens


def _days_of(
    months: frozenset[int], toks: list[Token], numbers: _Numbers, first: int, behind: int
) -> Iterator[Named]:
    """The numbers beside the tokens of a month, from `first` to before `behind`."""
    days, start = _before(toks, numbers, first)
    after, end, year = _behind(toks, numbers, behind, bool(days))
    if days | after:
        yield Named(start, end, days | after, months, year)


def _before(toks: list[Token], numbers: _Numbers, first: int) -> tuple[frozenset[int], int]:
    """The days before a month ("4 and 5 December"), and where they begin."""
    days, start = set(), toks[first].start
    near = (at for at in range(max(0, first - _NEAR - _LONGEST), first) if at in numbers)
    inner = {at + more for at in near for more in range(1, numbers[at][1])}
    for at in range(first - 1, max(first - 1 - _NEAR, -1), -1):
        if toks[at + 1].start - toks[at].end > _GAP:
            break
        if at in numbers:
            days.add(numbers[at][0])
            start = toks[at].start
        elif toks[at].text not in _LINKS and at not in inner:
            break
    return frozenset(days), start


def _behind(
    toks: list[Token], numbers: _Numbers, behind: int, has_day: bool
) -> tuple[frozenset[int], int, int]:
    """The day behind a month, where that ends, and the year."""
    days: set[int] = set()
    end, year, at = toks[behind - 1].end, 0, behind
    while at < min(behind + 4, len(toks)) and toks[at].start - toks[at - 1].end <= _GAP:
        number, length = numbers.get(at, (0, 1))
        if _YEAR.fullmatch(toks[at].text):
            year = int(toks[at].text)
            break
        if number and not days and (not has_day or at == behind):
            days.add(number)
            end = toks[at + length - 1].end
        elif toks[at].text not in _LINKS:
            break
        at += length
    return frozenset(days), end, year


def _numbers(toks: list[Token]) -> _Numbers:
    found: _Numbers = {}
    taken = 0
    for at, tok in enumerate(toks):
        if at < taken:
            continue
        if tok.text.isdecimal():
            if len(tok.text) <= 2:
                found[at] = (int(tok.text), 1)
            continue
        for length in (3, 2, 1):
            words = " ".join(t.text for t in toks[at : at + length])
            if words in DAY_NUMBERS and joined(toks, at, length):
                found[at] = (DAY_NUMBERS[words], length)
                taken = at + length
                break
    return found


def _value(figures: str) -> int:
    """Figures of either kind: "14", "十四", "二十四"."""
    if figures.isdecimal():
        return int(figures)
    tens, ten, ones = figures.partition("十")
    return (_KANJI.get(tens, 1) * 10 if ten else 0) + _KANJI.get(ones if ten else figures, 0)


@cache
def _unspaced(table: str) -> tuple[tuple[str, int], ...]:
    return tuple((name, at) for at, row in enumerate(table.split("|")) for name in row.split())
