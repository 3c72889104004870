"""Whether a text names a hidden day otherwise than as a date that is read: in another language,
in words, as a pair of numbers of either order, or by its name within a file name or a link.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial

from language.day_lookup import plain
from language.days_abroad import (
    Named,
    east_days,
    month_days,
    number_words,
    short_weekdays,
    weekdays,
)
from language.misspelt import misspelt_days, misspelt_months
from tasks.no_date import PAIR, is_no_date

_TELLS_HOUR = re.compile(r"\W{0,3}(?:\w+\s){0,2}\d")  # a day that is known, with an hour behind it
_ORDINAL = re.compile(r"(?:st|nd|rd|th)$|^(?:first|second|third)$|first$|second$|third$")
_ON_THE = re.compile(
    r"\b(?:on|by|until|till?|before|due|for|from|since|after|around|about|latest|of|between|and|to) the $"
)
_THE = re.compile(r"\bthe $")
_ALONE = re.compile(
    r"(?!,? (?:and |or )?(?:the )?\w+(?:th|st|nd|rd)\b)(?:\s*(?:[.,;:!?)]|$))"
    r"|\s+(?:is|was|at|works|would|will|already|evening|morning|night|noon|afternoon"
    r"|or|and (?:i|we|you|they|the)|in the (?:morning|evening|afternoon)|of (?:this|next|the) month)\b"
)
_COUNTED = re.compile(  # "the fourth wall": what is counted is no day
    r"[\s-]+(?:and \w+ )?(?:\w+est\b|floors?|walls?|pages?|lines?|rows?|weeks?|years?|months?|quarters?"
    r"|times?|ones?|points?|items?|drafts?|versions?|photos?|pictures?|images?|doors?|windows?|rooms?|streets?|st\b"
    r"|avenue|ave|songs?|grades?|class|coats?|layers?|columns?|chapters?|calls?|steps?|try|attempts?|parts?"
    r"|person|people|chairs?|tables?|sections?|paragraphs?|sentences?|slides?|sheets?|numbers?|cop(?:y|ies)"
    r"|colou?rs?|corners?|houses?|buildings?|shel(?:f|ves)|box(?:es)?|cards?|letters?|words?|places?|half"
    r"|thing|thoughts?|options?|choice|hand|edition|issue|name|round|batch|set|side|question|list|tab|entry"
    r"|task|job|mail|e-?mail|message|file|link|field|step|stage|phase|reason|couple|few|two|three"
    r"|of (?:the|these|our|your|my|all|them|those|its|his|her|us) (?!month))"
)
_LEADS = (  # before a number in words, and the words it stands before
    (re.compile(r"\b(?:am|zum|vom|dem|den|ab dem|der) $"), re.compile(r"(?:s?ten)$"), True),
    (re.compile(r"\b(?:el|al|del|dia|o dia|no dia) $"), re.compile(r".*"), False),
    (re.compile(r"\b(?:le|au|du|il|dal|o) $"), re.compile(r".*"), False),
    (re.compile(r"\b(?:op|tot|voor|vanaf) de $"), re.compile(r"(?:de|ste)$"), False),
    (re.compile(r""), re.compile(r"(?:ого|ье|ое|ego)$"), False),  # Slavic: the ending says it
)
_DUTCH = re.compile(r"\bde (?:\w+de|\w*ste)$")  # with nothing behind that is counted
_LED = re.compile(  # a number of a day with the word before it, and no noun behind
    r"\b(?:(?:le|el|al|il|dal|o|dia|op de|tot de|ngay|mung|tanggal|tgl\.?|tarehe|pada|до|к)"
    r" (\d{1,2})(?:er|e|o|º|a)?|(?:am|zum|vom|den|dem|bis) (\d{1,2})(?:\.|te[nrm]?)|ika-?\s?(\d{1,2}))"
    r"(?![\w/:%]|[.,-]\d|-\w)"
)
_THREE = re.compile(r"(?<![\d+] )(?<!\d)(?:\d{1,2} \d{1,2} 20\d\d|20\d\d \d{1,2} \d{1,2})(?! ?\d)")
_CALLED = re.compile(  # a number that is called a day of the month
    r"(?<!\d)(\d{1,2})-?(?:го|go)\b|(?<!\d)(\d{1,2})(?:st|nd|rd|th)? ?(?:числа|तारीख|तारीक|tarikh|tareekh)"
    r"|(?:วันที่|στις) ?(\d{1,2})(?!\d)|\bthe (\d{1,2})(?!\d)(?=\s*[.,;!?)]+(?:\s|$)|\s*$|\s(?:st|nd|rd|th)\b)"
)

Fits = Callable[[date], bool]


@dataclass(frozen=True, slots=True)
class Days:
    """The days that must not be named, and those of them that are known but for their hour."""

    hidden: frozenset[date]
    known: frozenset[date]

    @property
    def secret(self) -> frozenset[date]:
        """Those of which nothing may be told."""
        return self.hidden - self.known

    def has(self, fits: Fits, text: str, end: int) -> bool:
        """Whether a place that ends here names one of them."""
        if any(fits(day) for day in self.secret):
            return True
        hour = _TELLS_HOUR.match(text, end)
        return bool(hour) and any(fits(day) for day in self.hidden & self.known)


def named_days(text: str, days: Days) -> Iterator[tuple[int, int]]:
    """Where hidden days are named, from where to where."""
    for start, end, fits in _places(text):
        if days.has(fits, text, end):
            yield start, end
    for day in days.secret:
        yield from (
            (named.start, named.end) for named in short_weekdays(text, day.day) if day.weekday() in named.days
        )


def _places(text: str) -> Iterator[tuple[int, int, Fits]]:
    """What may name a day, and whether it is the day in question."""
    yield from ((named.start, named.end, partial(_on, named)) for named in weekdays(text))
    yield from ((named.start, named.end, partial(_is, named)) for named in month_days(text))
    yield from ((start, end, partial(_weekday, day)) for start, end, day in misspelt_days(text))
    for start, end, number, month in misspelt_months(text):
        yield start, end, partial(_is, Named(start, end, frozenset({number}), frozenset({month})))
    for start, end, number in (*_in_words(text), *_led(text), *_east(text)):
        yield start, end, partial(_numbered, number)
    for pair in PAIR.finditer(plain(text)):
        if not is_no_date(text, pair.start()):
            yield *pair.span(), partial(_is_pair, pair)
    for three in _THREE.finditer(plain(text)):
        yield *three.span(), partial(_is_three, [int(figure) for figure in three[0].split()])


def _on(named: Named, day: date) -> bool:
    return day.weekday() in named.days


def _weekday(number: int, day: date) -> bool:
    return day.weekday() == number


def _is(named: Named, day: date) -> bool:
    return day.day in named.days and day.month in named.months and named.year in (0, day.year)


def _numbered(number: int, day: date) -> bool:
    return day.day == number


def _is_pair(pair: re.Match[str], day: date) -> bool:
    year = pair[4] or ""
    same = {int(pair[1]), int(pair[3])} == {day.day, day.month}
    return same and (not year or f"{day.year}".endswith(year))


def _is_three(figures: list[int], day: date) -> bool:
    return sorted(figures) == sorted((day.day, day.month, day.year))


def _in_words(text: str) -> Iterator[tuple[int, int, int]]:
    """Days in words without a month: "on the fourth", "am vierten", "el cuatro"."""
    said = plain(text)
    for named in number_words(text):
        word, before, behind = said[named.start : named.end], said[: named.start], said[named.end :]
        if _THE.search(before):
            led = _ON_THE.search(before) and not _COUNTED.match(behind)
            tells = bool(_ORDINAL.search(word)) and bool(led or _ALONE.match(behind))
        else:
            noun = text[named.end :].lstrip()[:1].isupper() and text[named.end : named.end + 1] == " "
            tells = any(
                lead.search(before) and ending.search(word) and not (german and noun)
                for lead, ending, german in _LEADS
            ) or bool(_DUTCH.search(before + word) and _ALONE.match(behind))
        if tells:
            yield named.start, named.end, next(iter(named.days))


def _led(text: str) -> Iterator[tuple[int, int, int]]:
    said = plain(text)
    for hit in (*_LED.finditer(said), *_CALLED.finditer(said)):
        yield *hit.span(), int(next(filter(None, hit.groups())))


def _east(text: str) -> Iterator[tuple[int, int, int]]:
    for named in east_days(text):
        yield named.start, named.end, next(iter(named.days))
