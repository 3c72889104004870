"""What a phrase row reads out of the rest of its sentence.

Each takes the rest as written and folded, and the known people; it answers the
argument, or None, which refuses the row.
"""

import re
from collections.abc import Collection

from language.folding import fold
from language.money import read_money
from language.phrases import Reading
from language.words_arguments import COUNTED_HOURS, is_person, read_hours
from language.words_dates import find_date, is_date

_CAPITAL = re.compile(r"@?[A-Z\u00c0-\u00de][\w'-]{1,30}(?: [A-Z\u00c0-\u00de][\w'-]{1,30})?")
_TO = re.compile(r"\b(?:to|let|have|an|a|ask|like|want|prefer)\s+(?=\S)")
_HOURS_IN = re.compile(
    r"(?:\d{1,3}(?:[.,:]\d{1,2})? ?(?:h(?=\d)|(?:h|hrs?|hours?|std|stunden|horas?|heures?)\b)"
    r"(?: ?(?:and )?\d{1,2}(?: ?(?:m|mins?|minutes))?\b)?"
    rf"|\d{{1,3}} ?(?:min|mins|minutes)\b|{COUNTED_HOURS}\b)"
)
_UNTIL = re.compile(r"\b(?:until|till|til)\b")
_TWO_NUMBERS = re.compile(r"(\d{1,5}) ?(?:/|(?:out )?of) ?(?:the |all )?(\d{1,5})\b")
_PERCENT_IN = re.compile(r"(\d{1,3})(?:[.,]\d)? ?(?:%|per ?cent|prozent)")


_COUNT = r"(?:\d{1,2}|an?|one|two|three|four|five|six|seven|a few|a couple(?: of)?|some)"
MORE_TIME = (
    rf"(?:{_COUNT} (?:more|extra|additional) (?:\w{{4,8}} )?(?:days?|weeks?|hours?)"
    rf"|another {_COUNT}? ?(?:days?|weeks?|hours?)|more time)\b"
)
_MORE_TIME = re.compile(MORE_TIME)

_SHARES = (("two third", "67"), ("third", "33"), ("three quarter", "75"), ("quarter", "25"))


def a_date(text: str, folded: str, people: Collection[str]) -> str | None:
    """The rest of the clause from where a date begins."""
    at = find_date(folded)
    return re.split(r"[,;(]| [-–—] ", text[at:], maxsplit=1)[0].strip() if at >= 0 else None


def more_time(text: str, folded: str, people: Collection[str]) -> str | None:
    """ "two more days": no day is named, so the date has to be asked for."""
    hit = _MORE_TIME.search(folded)
    return text[hit.start() : hit.end()] if hit else None


def a_person(text: str, folded: str, people: Collection[str]) -> str | None:
    """The name behind "to" or "let": a known one, or one with a capital."""
    for hit in _TO.finditer(folded):
        name = _CAPITAL.match(text, hit.end())
        if name and not is_date(name[0]):
            return name[0].lstrip("@")
        first = text[hit.end() :].split()[0].strip(".,!?")
        if people and is_person(first, people):
            return first.lstrip("@")
    return None


def the_person(text: str, folded: str, people: Collection[str]) -> str | None:
    """The name that the sentence begins with, "can" let pass."""
    words = [word.strip(".,!?") for word in text.split()[:3] if fold(word) not in ("can", "could", "maybe")]
    return words[0].lstrip("@") if words and words[0] and is_person(words[0].lstrip("@"), people) else None


def some_hours(text: str, folded: str, people: Collection[str]) -> str | None:
    hit = _HOURS_IN.search(folded)
    return read_hours(hit[0]) if hit else None


def an_amount(text: str, folded: str, people: Collection[str]) -> str | None:
    return read_money(text) or None


def maybe_amount(text: str, folded: str, people: Collection[str]) -> str | None:
    return read_money(text)


def a_share(text: str, folded: str, people: Collection[str]) -> str | None:
    """A percentage: as written, or of "30 out of 40", or "halfway"."""
    if hit := _PERCENT_IN.search(folded):
        return str(int(hit[1])) if int(hit[1]) <= 100 else None
    if hit := _TWO_NUMBERS.search(folded):
        made, whole = int(hit[1]), int(hit[2])
        return str(round(100 * made / whole)) if 0 < whole >= made else None
    return next((share for words, share in _SHARES if words in folded[:40]), "50")


def until_when(text: str, folded: str, people: Collection[str]) -> str | None:
    hit = _UNTIL.search(folded)
    return text[hit.start() :] if hit else ""


def its_text(text: str, folded: str, people: Collection[str]) -> str | None:
    return text


def said(level: str) -> Reading:
    """A reader that always answers `level`."""
    return lambda text, folded, people: level
