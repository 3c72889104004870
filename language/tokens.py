"""A text as tokens with the word class of each.

The grammar of dates reads classes ("weekday", "clock", "unit"), never letters.
A chunk between spaces is taken whole, so a file name, an order number or a
phone number that merely contains a date is one opaque token.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from language.folding import fold
from language.spelling import meant_name
from language.tokens_lexicon import ENGLISH, rows, word_set
from language.tokens_more import OTHERS
from language.tokens_shapes import Shape, shape_of
from language.tokens_short import may_be_short, short_weekday
from language.tokens_stances import COMBINED, STANCES
from language.zones import CITIES, LONG_ZONES, SHORT_ZONES


class Token(NamedTuple):
    """`cls` is the word class ("" for any other word), `key` and `nums` what
    the class needs, `low` the folded text, `raw` the text as written."""

    cls: str
    key: str
    nums: tuple[int, ...]
    low: str
    raw: str
    start: int
    end: int


END = Token("end", "", (), "", "", 0, 0)
_MARKS = r",;:!?¿¡()\[\]{}\"“”«»<>|*•…"
_CHUNK = re.compile(rf"\n|(?:[^\s{_MARKS}]|(?<=\d):(?=\d)|(?<=\d),(?=\d\d\d))+|[{_MARKS}]")
_JOINT = re.compile(r"([-/–—@])")
_ABBREVIATIONS = word_set(
    """mon tues tue weds wed thurs thur thu fri sat sun am pm hrs hr min mins wk wks mr mrs ms dr st jr no tel
    jan feb mar apr jun jul aug sept sep oct nov dec okt dez fev abr avr juil dic ene ago
    approx e.g i.e vs z.b ca"""
)


def _lexicon() -> dict[str, Shape]:
    table = (
        OTHERS + ENGLISH + STANCES + COMBINED
    )  # of two meanings of a word the later, the English one, holds
    words = {spelling: Shape(cls, key, (number,)) for cls, key, number, spelling in rows(table)}
    words.update((city, Shape("city", zone, ())) for city, zone in CITIES.items())
    words.update((name, Shape("zone", zone, ())) for name, zone in LONG_ZONES.items())
    return words


_WORDS = _lexicon()
_LONGEST: dict[str, int] = {}
for _spelling in _WORDS:
    _first = _spelling.split(" ", 1)[0]
    _LONGEST[_first] = max(_LONGEST.get(_first, 1), _spelling.count(" ") + 1)


def tokens(text: str) -> list[Token]:
    """Return the tokens of `text`, phrases of the lexicon merged to one each.

    Linear in the length of the text; a line's end is a token of class "nl".
    """
    plain: list[Token] = []
    for match in _CHUNK.finditer(text):
        plain.extend(_chunk(match.group(), match.start()))
    merged = _merged(plain)
    for at, token in enumerate(merged):
        if at and token.cls in ("", "edge") and may_be_short(token.low):
            _shorten(merged, at)
    return merged


def _shorten(merged: list[Token], at: int) -> None:
    """Make "Di" behind "bis" a weekday, and the dot behind it that of an abbreviation."""
    token = merged[at]
    led_by = " ".join(each.low for each in merged[max(0, at - 2) : at])
    number = short_weekday(token.low, token.raw, led_by)
    if number is not None:
        merged[at] = token._replace(cls="weekday", key="", nums=(number,))
        if at + 1 < len(merged) and merged[at + 1].low == ".":
            merged[at + 1] = merged[at + 1]._replace(key="soft")


def _chunk(raw: str, start: int) -> Iterator[Token]:
    if raw == "\n":
        yield Token("nl", "", (), "\n", raw, start, start + 1)
        return
    if len(raw) == 1 and not raw.isalnum():
        yield Token("punct", "", (), raw, raw, start, start + 1)
        return
    stem = raw.rstrip(".'’")
    low = fold(stem).lstrip("'")
    if not low:
        yield Token("punct", "", (), raw[0], raw, start, start + len(raw))
        return
    yield from _word(stem, low, start, raw.endswith("."))
    if raw.endswith(".") and not raw.endswith("'."):
        soft = "soft" if low in _ABBREVIATIONS or "." in low or (low.isdigit() and len(low) < 3) else ""
        yield Token("punct", soft, (), ".", ".", start + len(stem), start + len(raw))


def _word(stem: str, low: str, start: int, dotted: bool) -> Iterator[Token]:
    """Yield the token of one chunk, or of its parts where it joins two ("Mon-Fri")."""
    shape = _known(stem, low, dotted) if len(low) > _REMEMBERED else _seen(stem, low, dotted)
    if shape is not None or not _JOINT.search(low) or len(low) > 40:
        yield from _made(shape or (_GLUED,), stem, low, start)
        return
    parts = [part for part in _JOINT.split(stem) if part]
    shapes = [_known(part, fold(part), False) or _punct(part) for part in parts]
    if not all(shapes):
        yield Token("", "", (), low, stem, start, start + len(stem))
        return
    for part, part_shape in zip(parts, shapes, strict=True):
        yield from _made(part_shape or (_GLUED,), part, fold(part), start)
        start += len(part)


_GLUED = Shape("", "", ())


def _punct(part: str) -> tuple[Shape, ...] | None:
    return (Shape("punct", "", ()),) if part in "-/–—@" else None


def _known(stem: str, low: str, dotted: bool) -> tuple[Shape, ...] | None:
    if low.isalpha():
        return _word_shape(stem, low) or _compound(low)
    found = _WORDS.get(low)
    if found is not None:
        return (found,)
    return shape_of(low, dotted) or _initials(low)


_REMEMBERED = 24  # characters; longer words seldom come again
_seen = lru_cache(maxsize=4096)(_known)  # people use the same few words


def _word_shape(stem: str, low: str) -> tuple[Shape, ...] | None:
    zone = SHORT_ZONES.get(low)
    if zone is not None and (stem.isupper() or (len(low) > 2 and low not in _COMMON)):
        return (Shape("zone", zone, ()),)
    found = _WORDS.get(low) or _WORDS.get(meant_name(low))
    return (found,) if found is not None else None


def _compound(low: str) -> tuple[Shape, ...] | None:
    """German writes "Dienstagmittag" and "Freitagabend" in one word."""
    day, tag, part = low.partition("tag")
    weekday, named = (_WORDS.get(day + tag), _WORDS.get(part.removeprefix("s"))) if part else (None, None)
    if weekday is None or named is None or (weekday.cls, named.cls) != ("weekday", "part"):
        return None
    return (weekday, named)


_COMMON = word_set("est ist art eat wit met mst cat wat sat hst nst ict sast")


def _initials(low: str) -> tuple[Shape, ...] | None:
    if "." in low and len(low) < 12 and all(len(part) == 1 for part in low.split(".")):
        found = _WORDS.get(low.replace(".", ""))
        return (found,) if found is not None else None
    if low.endswith("-ish") and (like := _WORDS.get(low[:-4])) is not None:
        return (like,)
    if low.endswith("'s") and (owner := _WORDS.get(low[:-2])) is not None:
        return (Shape(owner.cls + "'s", owner.key, owner.nums),)
    return None


def _made(shapes: tuple[Shape, ...], raw: str, low: str, start: int) -> Iterator[Token]:
    end = start + len(raw)
    for shape in shapes:
        yield Token(shape.cls, shape.key, shape.nums, low, raw, start, end)


def _merged(plain: list[Token]) -> list[Token]:
    merged: list[Token] = []
    at = 0
    while at < len(plain):
        token, width = _longest(plain, at)
        merged.append(token)
        at += width
    return merged


def _longest(plain: list[Token], at: int) -> tuple[Token, int]:
    """Return the longest phrase of the lexicon that begins here, and its width."""
    token = plain[at]
    for width in range(min(_LONGEST.get(token.low, 1), len(plain) - at), 1, -1):
        group = plain[at : at + width]
        found = _WORDS.get(" ".join(part.low for part in group))
        if found is not None:
            low, end = " ".join(part.low for part in group), group[-1].end
            return Token(found.cls, found.key, found.nums, low, token.raw, token.start, end), width
    return token, 1
