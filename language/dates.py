"""The grammar of a due moment: a day, a time and a zone, in any order.

"5pm on Friday ET", "Friday, 4 Dec, 12:00" and "tomorrow EOD (Manila time)" are
the same three pieces with different glue between them.
"""

from dataclasses import dataclass, replace

from language import dates_named as _rules  # noqa: F401  (registers the rules of days)
from language.dates_clock import HOUR_WORDS, Clock, clock_at, halved, zone_at
from language.dates_days import Day, Tokens, day_at
from language.tokens_lexicon import word_set
from language.tokens_shapes import AM

# Which word classes may begin a phrase; all others are skipped without a try.
STARTS = word_set(
    """rel tonight dayafter daybefore weekday weekday's shift month number art unit nextunit ordinal date
    numeric decimal half edge period quarter holiday weekof weekno part clock clockrange hshape frac
    stamp then nowtime"""
)
_GLUE = word_set(
    """, on at @ the of - – ( by in around about for latest approx ca before . / ' ~ sharp prompt le la el
    los las les den der dem am um a as al au o no na gegen vers d' de del nl em en ab do
    antes avant vor ate hasta"""
)
_ABSOLUTE = frozenset({"date", "numeric", "dom", "holiday"})
_RELATIVE = frozenset({"offset", "ahead", "weekday", "weekday-of", "bizdays", "months", "edge"})
_MAX_PIECES = 8


@dataclass(frozen=True, slots=True)
class Phrase:
    """A due moment as spoken of, and the tokens [first, after) that speak of it.

    `stamp` is a moment written out whole (ISO 8601) with its offset in `zone`;
    `then` refers to the moment named before it; `either` is another choice
    ("Monday or Tuesday"); `bare`: its first number may be an hour without a mark.
    """

    first: int
    after: int
    day: Day | None = None
    clock: Clock | None = None
    zone: str = ""
    stamp: tuple[int, ...] = ()
    then: bool = False
    ranged: bool = False
    bare: bool = False
    either: "Phrase | None" = None


def phrase_at(toks: Tokens, i: int, bare: bool = False) -> Phrase | None:
    """Return the due moment spoken of from place `i` on, or None.

    `toks` must end with eight tokens of class "end". Looks at a bounded number
    of tokens.
    """
    if toks[i].cls == "stamp":
        return Phrase(i, i + 1, stamp=toks[i].nums, zone=toks[i].key)
    if toks[i].cls == "then":
        return Phrase(i, i + 1, then=True)
    if toks[i].cls == "nowtime":
        return Phrase(i, i + 1, day=Day("span", (toks[i].nums[0] * 1440,)))
    phrase = Phrase(i, i, ranged=toks[i].cls == "clockrange", bare=bare)
    for _ in range(_MAX_PIECES):
        grown = _grown(toks, phrase)
        if grown is None:
            break
        phrase = grown
    if phrase.day is None and phrase.clock is None:
        return None
    return _either(toks, phrase)


def _grown(toks: Tokens, phrase: Phrase) -> Phrase | None:
    """Return the phrase with its next piece, the glue before it included."""
    at = i = phrase.after
    while at - i < 3 and at > phrase.first and (toks[at].low in _GLUE or toks[at].cls == "nl"):
        at += 1
    for place in (at, i) if at > i else (i,):
        grown = _piece(toks, phrase, place)
        if grown is not None:
            return _closed(toks, grown)
    return None


def _closed(toks: Tokens, phrase: Phrase) -> Phrase:
    """Take in the bracket that was opened within the phrase: "Friday (4 Dec)"."""
    inside = any(tok.low == "(" for tok in toks[phrase.first : phrase.after])
    end = phrase.after
    return replace(phrase, after=end + 1) if inside and toks[end].low == ")" else phrase


def _piece(toks: Tokens, phrase: Phrase, i: int) -> Phrase | None:
    if phrase.clock is not None or phrase.day is not None:
        zone = zone_at(toks, i, phrase.clock is not None)
        if zone is not None and not phrase.zone:
            return replace(phrase, zone=zone[0], after=zone[1])
    if phrase.clock is None and phrase.day is not None and _half_day(toks, i):
        return replace(
            phrase, clock=Clock(12 * 60 if toks[i].nums[0] == AM else 17 * 60, named="half"), after=i + 1
        )
    if phrase.clock is None or phrase.clock.named in _PARTS:
        told = clock_at(toks, i, _bare_hour(toks, phrase, i))
        exact = told is not None and (phrase.clock is None or not told[0].named)
        if told is not None and exact and not _counts(toks, phrase, i) and not _dated(toks, i):
            named = phrase.clock.named if phrase.clock is not None else ""
            return replace(phrase, clock=halved(told[0], named) if named else told[0], after=told[1])
    if phrase.clock is None:
        return _day_piece(toks, phrase, i)
    if toks[i].cls == "part" and toks[i].key == "open" and phrase.clock.named == "morning":
        return replace(phrase, clock=Clock(toks[i].nums[0], named="open"), after=i + 1)
    if toks[i].cls == "part" and toks[i].key in ("morning", "afternoon", "evening"):
        return replace(phrase, clock=halved(phrase.clock, toks[i].key), after=i + 1)
    return _day_piece(toks, phrase, i)


_PARTS = frozenset({"morning", "afternoon", "evening"})


def _half_day(toks: Tokens, i: int) -> bool:
    """ "Friday am": half a day, where nothing follows that "am" could belong to."""
    return toks[i].cls == "meridiem" and toks[i + 1].cls in ("end", "nl", "punct")


def _counts(toks: Tokens, phrase: Phrase, i: int) -> bool:
    """ "in 3h" and "within 48h" count hours; "at 3h" tells the time."""
    return toks[i].cls == "hshape" and toks[i - 1].low in _COUNTING and phrase.day is None


def _dated(toks: Tokens, i: int) -> bool:
    """ "15. Dezember" behind a colon is a date, and 15 no hour."""
    found = day_at(toks, i) if toks[i].cls == "number" else None
    return found is not None and found[0].kind == "date"


_COUNTING = word_set("in within sous dans innerhalb en em next dentro binnen")


def _bare_hour(toks: Tokens, phrase: Phrase, i: int) -> bool:
    if i == phrase.first:
        return phrase.bare or toks[i - 1].low in HOUR_WORDS
    return toks[i - 1].low in HOUR_WORDS or toks[i].low.isdigit() and len(toks[i].low) == 4


def _day_piece(toks: Tokens, phrase: Phrase, i: int) -> Phrase | None:
    if toks[i].cls == "tonight" and phrase.clock is not None and phrase.day is None:
        return replace(phrase, day=Day("offset", (0,)), after=i + 1)
    if toks[i].cls == "hshape" and phrase.day is None and phrase.clock is None:
        return replace(phrase, day=Day("span", (toks[i].nums[0] * 60,)), after=i + 1)
    found = day_at(toks, i)
    if found is None or (
        phrase.day is not None and toks[i].cls in ("number", "art") and found[0].kind != "date"
    ):
        return None
    day, after = found
    if phrase.day is None:
        return replace(phrase, day=day, after=after) if day.kind != "span" or phrase.clock is None else None
    joined = _joined(phrase.day, day, i > phrase.after)
    return replace(phrase, day=joined, after=after) if joined else None


def _joined(day: Day, other: Day, glued: bool) -> Day | None:
    """Two names of one day: "in 2 weeks, 22 September", "4 Dec (Friday)", "tomorrow, Tue"."""
    if not glued or day.also is not None:
        return None
    if (
        other.kind == "weekday"
        and other.nums[1] == -1
        and day.kind in _ABSOLUTE | {"offset"}
        and day.weekday < 0
    ):
        return replace(day, weekday=other.nums[0])
    if day.kind == "weekday" and other.weekday not in (-1, day.nums[0]):
        return None  # "Monday, Wednesday the 29th at the latest"
    if other.kind in _ABSOLUTE and day.kind in _RELATIVE:
        return replace(other, also=day)
    return None


def _either(toks: Tokens, phrase: Phrase) -> Phrase:
    """ "Monday or Tuesday", "Wed/Thu": the later one binds, the other is named too."""
    i = phrase.after
    if toks[i].low not in ("or", "/", "oder", "ou", "o", "-", "–") or phrase.day is None:
        return phrase
    found = day_at(toks, i + 1)
    if found is None or found[0].kind not in ("weekday", "offset", "date", "numeric"):
        return phrase
    if toks[i].low in ("-", "–") and found[0].kind != phrase.day.kind:
        return phrase
    other = Phrase(i + 1, found[1], found[0], phrase.clock, phrase.zone)
    told = clock_at(toks, found[1], False) if phrase.clock is None else None
    if told is not None:
        other = replace(other, clock=told[0], after=told[1])
    return replace(phrase, either=other, after=other.after, ranged=toks[i].low in ("-", "–"))
