"""The line that introduces a quote: "On Monday Ann <ann@example.com> wrote:".

In thirty languages, wrapped over several lines, with or without an address.
What merely sounds like it ("in 2024 they wrote:") is somebody's own words and
must stay. Each line is looked at a fixed number of times.
"""

import re
from collections.abc import Sequence
from functools import lru_cache

from language.quotes_marks import is_quoted
from language.quotes_words import CITING, STARTERS, WROTE, WROTE_BEFORE

_LONG = 400  # characters; a longer line introduces nothing
_SPREAD = 5  # lines over which "On ... wrote:" may be wrapped
_TAIL = 60  # characters in which "wrote:" stands at the end of its line
_VERBS = "|".join(sorted((re.escape(word) for word in set(WROTE)), key=len, reverse=True))
_WROTE_END = re.compile(
    rf"(?i)(?:(?<=\W)|(?<=[>）)\]])|(?<=[\dぁ-ヿ一-鿿])|^)(?:{_VERBS})\s*[:：]?\s*[-—_]*\s*[:：]?\s*$"
)
_BEFORE = "|".join(re.escape(word) for word in WROTE_BEFORE)
_WROTE_IN = re.compile(rf"(?i)(?<=\s)(?:{_VERBS}|{_BEFORE})(?=\W)")
_COLON_END = re.compile(r"[:：]\s*[*_]*\s*$")
_EMAIL = re.compile(r"[^\s<>\"'()\[\],;:«»„”“]+@[^\s<>\"'()\[\],;:«»„”“]+")
_START = re.compile(
    rf"(?i)^[\s\ufeff*_>]*(?:-{{2,}}\s*)?(?:{'|'.join(re.escape(word) for word in STARTERS)})(?=[\s,:])"
)
_START_DATED = re.compile(rf"{_START.pattern}\s*(?:[^\W\d]{{2,13}}[.,]{{0,2}}\s+){{0,2}}\d{{1,4}}[-./]")
_DATE_START = re.compile(
    r"^[\s\ufeff*_]*(?:[^\W\d]{2,13}[.,]{0,2}\s+){0,2}(?:den\s+)?\d{1,4}(?:[-./:年]|\s|st|nd|th|,)"
)
_NAME_START = re.compile(r"^[\s\ufeff]*[\"«„]?[^\W\d][^<>@]{0,60}<?[^\s<>@]+@[^\s<>@]+>?")
_TIME = re.compile(r"\d{1,2}[:.h]\d{2}|\d{4}|\d{1,2}[./-]\d{1,2}")
# Without an address a date alone is no sign: "in 2024 they wrote:" are somebody's own words.
_CLOCK = re.compile(r"\d{1,2}[:.h]\d{2}")
_WHOLE_DAY = re.compile(  # day, month and year, in any order
    r"\d{1,2}(?:st|nd|rd|th|er|[.º])?[\s-]{1,2}(?:de )?[^\W\d]{2,14}[.,]{0,2}[\s-]{1,2}(?:de )?\d{4}\b"
    r"|[^\W\d]{2,14}\.?\s\d{1,2}(?:st|nd|rd|th)?,?\s\d{4}\b|\d{1,2}[./-]\s?\d{1,2}[./-]\s?\d{2}"
    r"|\d{4}(?:[-/.年]|년|\.)\s?(?:\d{1,2}|[^\W\d]{3,14})[-/.월月]{0,2}\s?\d{1,2}"
)
_MOMENT = re.compile(
    r"\d{1,2}[:.h]\d{2}|\d{1,2}\D{1,20}\d{4}|\d{4}\D{1,3}\d{1,2}\D|\d{1,2}[./-]\d{1,2}[./-]\d{2}"
)
# Without a date: a name and an address, and then the verb at once.
_WHO_WROTE = re.compile(
    r"^[\s\ufeff*]*(?:>{2,}\s*\"[^\"<>@]{0,60}\"\s==\s)?(?:[^<>@:]{1,60}[<(\[])?"
    r"(?:mailto:)?[^\s<>@()\[\]]+@[^\s<>@()\[\]]+[>)\]]{0,2},?\s*"
    rf"(?:{_VERBS})\b"
)
_CITES = re.compile(
    rf"(?i)^[\s\ufeff*]*(?:{'|'.join(re.escape(word) for word in CITING)})\s\S.{{0,100}}[:：]\s*$"
)
_USENET = re.compile(rf"(?i)^\s*in (?:message|article) <[^<>\s]{{1,200}}>.{{0,120}}\b(?:{_VERBS})\s*:\s*$")
_BRACKETED_DATE = re.compile(r"^\s*\*\s\S.{2,100}\[[^\[\]]{0,40}\d\]:\s*$")  # mutt
_DIRECTIONS = dict.fromkeys(map(ord, "\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"))
_RESUMES = ("wrote", "schrieb", "написал")  # a mark may have slipped before the end of a wrapped line


def _ends_in_wrote(text: str) -> bool:
    """Tell whether a verb stands at the end, before colons and dashes; most lines are told cheaply."""
    bare = text[-2 * _TAIL :].rstrip(":：-—_ \t").lower()
    return bare.endswith(WROTE) and bool(_WROTE_END.search(text))


def says_wrote(words: str) -> bool:
    """Tell whether a line between dashes is such an introduction."""
    return _ends_in_wrote(words[-_TAIL:]) and bool(_TIME.search(words))


def end_of_introduction(lines: Sequence[str], at: int) -> int | None:
    """Return the line after an introduction that begins at line `at`, or None if none does."""
    window = [
        line if line.isascii() else line.translate(_DIRECTIONS) for line in lines[at : at + _SPREAD + 2]
    ]
    if not any(map(_may_end, window)):
        return None
    if _names_a_writer(window):
        return at + 1
    if not _may_begin(window[0].strip("\ufeff \t")):
        return None
    length = _length(window)
    return at + length if length and not _begins_later(window[:length]) else None


def _length(window: list[str]) -> int:
    """Return over how many lines of the window an introduction stretches, 0 if it is none."""
    joined = ""
    for number, raw_line in enumerate(window):
        line = raw_line.strip()
        if not line:
            if number > 2 or not _unfinished(joined):
                return 0
            continue
        if number and is_quoted(line) and not line.lstrip("> ").lower().startswith(_RESUMES):
            return 0
        joined = f"{joined} {line}".strip()
        if len(joined) > _LONG:
            return 0
        if _may_end(line) and _is_introduction(joined):
            return number + 1
    return 0


def _begins_later(window: list[str]) -> bool:
    """Tell whether an introduction stands whole without the first line: then that line, "Friday 15:30"
    or "2.5h", is somebody's answer right above it."""
    lines = [line.strip() for line in window]
    for number in range(1, len(lines)):
        above, below = " ".join(lines[:number]).strip(), " ".join(lines[number:]).strip()
        if (
            lines[number]
            and _is_introduction(below)
            and not _leads_to(above, below, apart=not lines[number - 1])
        ):
            return True
    return False


def _leads_to(above: str, below: str, *, apart: bool) -> bool:
    """Tell whether `above` is the wrapped beginning of the introduction `below`: it breaks off, or
    gives the day that `below` lacks."""
    if above.endswith(",") or _START.fullmatch(f"{above} "):
        return not apart
    if _WHOLE_DAY.search(below):
        return False
    clock = bool(_CLOCK.search(above))
    if _WHOLE_DAY.search(above):
        return clock or (bool(_START.match(above)) and not apart)
    return clock and not apart and bool(_START_DATED.match(above))


def _names_a_writer(window: list[str]) -> bool:
    """Tell whether a short line with the verb and a colon stands right above marked lines."""
    line = window[0].strip()
    below = next((each for each in window[1:3] if each.strip()), "")
    if ("@" in line or is_quoted(below)) and _CITES.match(line[:_LONG]):
        return True
    if not is_quoted(below) or is_quoted(line) or len(line) > 120 or not _COLON_END.search(line):
        return False
    if _BRACKETED_DATE.match(line):
        return True
    return bool(_ends_in_wrote(line) or (_WROTE_IN.search(line) and _TIME.search(line)))


def _may_end(line: str) -> bool:
    """Tell cheaply whether an introduction could end here: with a colon, dashes or a verb."""
    return _tail_may_end(line[-_TAIL:])


@lru_cache(maxsize=256)  # a line is looked at again for each of the few lines above it
def _tail_may_end(tail: str) -> bool:
    tail = tail.rstrip()
    bare = tail.rstrip(":：-—_* ")
    return len(bare) < len(tail) or tail.lower().endswith(WROTE)


def _may_begin(line: str) -> bool:
    return bool(
        _START.match(line)
        or _DATE_START.match(line)
        or _NAME_START.match(line[:_LONG])
        or _ends_in_wrote(line[-40:])
    )


def _unfinished(joined: str) -> bool:
    return bool(_TIME.search(joined)) or joined.endswith("<")


def _is_introduction(joined: str) -> bool:
    wrote = _ends_in_wrote(joined[-_TAIL:])
    if not wrote and not _COLON_END.search(joined[-8:]):
        return False
    dated = bool(_TIME.search(joined))
    named = "@" in joined and bool(_EMAIL.search(joined))
    if not (dated or named) or _ends_in_link(joined):
        return False
    if wrote and not dated:
        return bool(_WHO_WROTE.match(joined) or _USENET.match(joined))
    if wrote:
        begins = _START.match(joined) or _DATE_START.match(joined)
        return named or bool(begins and _MOMENT.search(joined))
    if not named:  # Thunderbird's "Am 02.03.26 um 08:30 schrieb Jan:"
        return bool(_START_DATED.match(joined) and len(joined.split()) <= 12 and _WROTE_IN.search(joined))
    return dated and (_ends_in_address(joined) or bool(_WROTE_IN.search(joined)))


def _ends_in_link(joined: str) -> bool:
    return "://" in joined.rsplit(" ", 1)[-1]


def _ends_in_address(joined: str) -> bool:
    return bool(re.search(r"[>)\]\"”»]\s*[:：]\s*$|@\S+\s*[:：]\s*$", joined[-120:]))
