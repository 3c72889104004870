"""Weekdays that are surely another day than the coming one: "last Friday", "Black Friday", and the
opening hours of a place. Their names are blotted out before a text is searched for a hidden day.
"""

import re
from collections.abc import Iterable, Iterator

from language.day_lookup import plain
from language.days_abroad import Named, weekdays
from tasks.named_glued import WEEKDAYS

_READ = tuple(re.compile(rf"\b(?:{'|'.join(row.split())})s?\b") for row in WEEKDAYS)
_BEFORE_WORDS = (  # right before a weekday that is over
    "last previous letzten letzter letzte letztem vergangenen vergangener vergangene vorigen voriger vorige"
    " afgelopen ostatni ostatnia zeszly zeszla minuly minula minule forra forrige sidste siste gecen"
    " прошлую прошлыи прошлое прошлои минулои минулого минулу"
)
_BEHIND_WORDS = "dernier derniere pasado pasada passado passada scorso scorsa passato lalu"
_OVER_BEFORE = frozenset(_BEFORE_WORDS.split())
_OVER_BEHIND = frozenset(_BEHIND_WORDS.split())
_OVER_EAST = ("先週の", "先週", "上周", "上週", "上个", "上個", "上", "지난주", "지난 주", "지난")
_WORD_BEFORE = re.compile(r"(?<!\w)(\w+) +$")  # with nothing but blanks between
_WORD_BEHIND = re.compile(r" +(\w+)")
_NEAR = 40  # characters before a weekday that are looked at
_NOT_OVER = re.compile(r"(?:\b(?:the|your|our|my|this|a|very|at|den|der|die|am|zum|le|la|el|de|het)\W+)$")
_OF = re.compile(  # "last Friday of the month", "viernes pasado mañana"
    r"\W*(?:of|before|in|from|possible|working|minute|thing|im|vor|des|manana|el|del|de|van|voor)\b"
)
_BLACK = re.compile(r"\bblack[ -]friday\b")
_OPEN = re.compile(
    r"\b(?:open|opens|opening|geoffnet|auf|offnungszeiten|ouverte?s?|ouvrons|abierto|abierta|abrimos|abre|horario"
    r"|aperto|aperti|aperta|geopend|otwarte|otevreno|oppet|apent|aben|aberto|aberta|atendemos|открыт[аоы]?|відчинено)\b"
)
_TO = re.compile(r"\s*(?:to|till?|until|through|thru|bis|a|à|al|tot|t/m|do|til|-|\u2013|до|по)\s*")


def without_past(text: str) -> str:
    """The text with blanks for weekdays that are over; as long as before."""
    said = plain(text)
    return _blotted(text, (_over(said, named) for named in _days(text, said)))


def without_others(text: str) -> str:
    """The text with blanks for "Black Friday" and the days of opening hours; as long as before."""
    said = plain(text)
    names = (hit.span() for hit in _BLACK.finditer(said))
    return _blotted(text, (*names, *_opening(text, said)))


def _days(text: str, said: str) -> Iterator[Named]:
    """The weekdays of all languages, those that are read as dates too."""
    yield from weekdays(text)
    for number, name in enumerate(_READ):
        yield from (Named(*hit.span(), frozenset({number})) for hit in name.finditer(said))


def _over(said: str, named: Named) -> tuple[int, int]:
    """The weekday with the word that says that it is over; nothing where none does."""
    start, end = named.start, named.end
    first = max(0, start - _NEAR)
    if (before := _WORD_BEFORE.search(said, first, start)) and before[1] in _OVER_BEFORE:
        over = not _NOT_OVER.search(said, first, before.start()) and not _OF.match(said, end)
        return (before.start(), end) if over else (0, 0)
    if (behind := _WORD_BEHIND.match(said, end)) and behind[1] in _OVER_BEHIND:
        return (start, behind.end()) if not _OF.match(said, behind.end()) else (0, 0)
    east = next((word for word in _OVER_EAST if said[first:start].rstrip().endswith(word)), "")
    return (start - len(east), end) if east else (0, 0)


def _opening(text: str, said: str) -> Iterator[tuple[int, int]]:
    """Monday to another day, where something is said to be open."""
    if not _OPEN.search(said):
        return
    days = sorted(_days(text, said), key=lambda named: named.start)
    for first, last in zip(days, days[1:], strict=False):
        if 0 in first.days and _TO.fullmatch(said[first.end : last.start]):
            yield first.start, last.end


def _blotted(text: str, spans: Iterable[tuple[int, int]]) -> str:
    signs = list(text)
    for start, end in spans:
        signs[start:end] = " " * (end - start)
    return "".join(signs)
