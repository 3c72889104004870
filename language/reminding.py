"""Distances before a date in people's words: of reminders ("2 days before", "none"),
and of a buffer ("a week")."""

import re
from dataclasses import dataclass
from datetime import timedelta

from language.folding import fold

_NONE = re.compile(
    r"(?:none|no|never|off|not at all|nothing|0|zero|no reminders?|don'?t|do not|keine?|ninguno|aucun)"
)
_USUAL = re.compile(r"(?:as usual|usual|normal|normally|default|yes|on|again|standard)")
_UNITS = {"day": 1, "week": 5}  # working days
_NUMBERS = {"a": 1, "an": 1, "one": 1, "the": 1, "two": 2, "three": 3, "four": 4, "five": 5}
_BEFORE = re.compile(
    r"(?:only |once |just )?(\d{1,2}|a|an|one|the|two|three|four|five) (?:working |business )?(day|week)s?"
    r"(?: (?:before|ahead|earlier|in advance)(?: it is due| the due date| that| then)?)?"
)
_LINE = re.compile(r"[ \t>*_-]{0,6}(?:reminders?|remind)[*_]{0,2} ?[:\uff1a][*_]{0,2} *(.{1,60})")
_BARE = re.compile(
    r"[ \t>*_-]{0,6}(?:please[, ] ?)?(?:no|without|do not send|don't send(?: any)?) reminders?(?: please)?"
)
_STOP = re.compile(r"[.,;!?](?:\s|$)")  # what stands behind it is another wish
_MOST_LINES = 500
MOST = 30  # working days


@dataclass(frozen=True, slots=True)
class Reminding:
    """A wish that was read: `days` working days before, 0 for none, None as usual."""

    days: int | None


def read_reminding(text: str) -> Reminding | None:
    """The wish in the argument of `remind:`; None where it cannot be read."""
    said = " ".join(fold(text[:100]).split()).strip(" .!,")
    if _NONE.fullmatch(said) or _BARE.fullmatch(said):
        return Reminding(0)
    if _USUAL.fullmatch(said):
        return Reminding(None)
    hit = _BEFORE.fullmatch(said)
    if hit is None:
        return None
    days = _number(hit[1]) * _UNITS[hit[2]]
    return Reminding(min(days, MOST))


def brief_reminding(brief: str) -> Reminding | None:
    """The wish in a line of a brief: "remind: 2 days before", "no reminders"."""
    for line in brief[:100_000].split("\n")[:_MOST_LINES]:
        said = fold(line[:120]).rstrip(" .!*_")
        if found := _said(said) or _said(_STOP.split(said, maxsplit=1)[0]):
            return found
    return None


def _said(said: str) -> Reminding | None:
    hit = _LINE.fullmatch(said)
    return read_reminding(hit[1]) if hit else Reminding(0) if _BARE.fullmatch(said) else None


_BUFFER_DAYS = re.compile(r"(\d{1,2}|a|an|one|two|three|four|five) (?:working |business )?(day|week)s?")
_BUFFER_HOURS = re.compile(r"(\d{1,2}|an|one|two|three|four|five) ?h(?:ours?|rs?)?")


def read_buffer(text: str) -> tuple[int, timedelta] | None:
    """`2 days`, `a week`, `4 hours`: working days, or hours by the clock; None
    where it cannot be read."""
    said = " ".join(fold(text[:60]).split()).strip(" .!,")
    if hit := _BUFFER_DAYS.fullmatch(said):
        return min(_number(hit[1]) * _UNITS[hit[2]], MOST), timedelta()
    if hit := _BUFFER_HOURS.fullmatch(said):
        return 0, timedelta(hours=_number(hit[1]))
    return None


def buffer_at(text: str) -> int:
    """Where the span ends with which a text begins ("2 days, use blue"); 0 without one."""
    lowered = text[:60].lower()
    hit = _BUFFER_DAYS.match(lowered) or _BUFFER_HOURS.match(lowered)
    return hit.end() if hit and not lowered[hit.end() :][:1].isalnum() else 0


def _number(word: str) -> int:
    return int(word) if word.isdecimal() else _NUMBERS[word]
