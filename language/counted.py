"""Numbers as they stand beside a unit of time: in figures, in the words of many languages, glued
("sechsundneunzig"), as an ordinal, or as a word for a number that is not said ("a few").
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from language.count_words import COUNTS, HALVES, ORDINALS, VAGUE
from language.day_lookup import Token, plain
from language.day_numbers import DAY_NUMBERS

_GLUED = ("de", "nl", "da", "no", "sv", "it", "hu", "fi", "et", "sl", "tr", "sk")
_JOINED = re.compile("[\u0648\u05d5](?=.{2})")
_LONGEST = 999_999  # a higher number counts no days
_VALUES = (*range(1, 21), *range(30, 101, 10))
_AND_WORDS = "und en og och y e et and a i и та ו و"
_AND = frozenset(_AND_WORDS.split())
_TAILS = "st nd rd th te ten ter e er eme º ª o a го й ой ый я ya"
_ORDINAL_TAILS = frozenset(_TAILS.split())
_HALF = 0.5
_SHORTEST, _LONGEST_WORD = 6, 60  # letters of a glued number
_MOST = 4  # words of one number


@dataclass(frozen=True, slots=True)
class Count:
    """A number from `low` to `high` (both 0 where nobody can reckon it) that begins at a token."""

    first: int
    low: float
    high: float
    ordinal: bool = False
    about: bool = False


def count_before(toks: list[Token], at: int, text: str, tongues: frozenset[str]) -> Count | None:
    """The number that ends with this token, in one of these languages; None where it is none."""
    tail = 1 if toks[at].text in _ORDINAL_TAILS and at and toks[at - 1].text.isdecimal() else 0
    first = at - tail
    found = _one(toks[first], text, tongues)
    if found is None:
        return None
    low, high, ordinal = found
    about = low != high
    for at_word in range(first - 1, max(first - _MOST, -1), -1):
        word = _one(toks[at_word], text, tongues)
        if word is None or not _near(toks, at_word, text):
            if toks[at_word].text in _AND and at_word and _one(toks[at_word - 1], text, tongues):
                continue
            break
        low, high = _joined(word[0], low), _joined(word[1], high)
        first = at_word
    return Count(first, low, high, ordinal or bool(tail), about)


def _joined(before: float, behind: float) -> float:
    """A number of two words: twenty four, two hundred, quatre vingt; 0 where it is none that is known."""
    if not before or not behind:
        return 0
    if behind == _HALF:  # "une demi-heure", "two and a half"
        return _HALF if before == 1 else before + _HALF
    if behind in (20.0, 100.0) and before < behind:
        return before * behind
    return before + behind if before >= 20 and before > behind else 0


def _near(toks: list[Token], at: int, text: str) -> bool:
    gap = text[toks[at].end : toks[at + 1].start]
    return len(gap) <= 2 and not set(gap) & set(".,;:!?()")


def _one(tok: Token, text: str, tongues: frozenset[str]) -> tuple[float, float, bool] | None:
    """A number of one word: from, to, and whether it is an ordinal."""
    word = tok.text
    if word.isdecimal():
        if len(word) > len(str(_LONGEST)) or text[max(0, tok.start - 1) : tok.start] in ("$", "€", "£"):
            return None
        if text[max(0, tok.start - 1) : tok.start] == ":":  # of a clock
            return None
        dotted = text[tok.end : tok.end + 2] == ". "
        return float(word), float(word), dotted
    if _JOINED.match(word):  # "and", joined to it
        word = word[1:]
    if word in _halves():
        return 0.5, 0.5, False
    if found := _vague().get(word):
        return *found, False
    for tongue in tongues:
        if value := _counts().get(tongue, {}).get(word):
            return float(value), float(value), False
    if value := _ordinals().get(word):
        return float(value), float(value), True
    return _glued(word, tongues)


def _glued(word: str, tongues: frozenset[str]) -> tuple[float, float, bool] | None:
    for tongue in tongues:
        shape = _glues().get(tongue)
        if shape and _SHORTEST <= len(word) <= _LONGEST_WORD and shape.fullmatch(word):
            parts = [_counts()[tongue][part] for part in shape.findall_parts(word)]
            known = float(sum(parts)) if len(parts) == 2 and max(parts) >= 20 and min(parts) < 10 else 0.0
            return known, known, False
    return None


@dataclass(frozen=True, slots=True)
class _Glue:
    whole: re.Pattern[str]
    part: re.Pattern[str]

    def fullmatch(self, word: str) -> bool:
        return self.whole.fullmatch(word) is not None

    def findall_parts(self, word: str) -> list[str]:
        return self.part.findall(word)


@cache
def _glues() -> dict[str, _Glue]:
    found = {}
    for tongue in _GLUED:
        words = sorted((w for w in _counts()[tongue] if len(w) > 1 and " " not in w), key=len, reverse=True)
        either = "|".join(map(re.escape, words))
        tail = r"(?:te|ten|ter|de|ste|sten|nde|dik|ik|s)?"
        whole = re.compile(rf"(?:(?:{either})(?:und|en|og|och|in|e)?)+{tail}")
        found[tongue] = _Glue(whole, re.compile(either))
    return found


@cache
def _counts() -> dict[str, dict[str, int]]:
    return {
        tongue: dict(_pairs(zip(_VALUES, row.split("|"), strict=False))) for tongue, row in COUNTS.items()
    }


def _pairs(numbered: Iterable[tuple[int, str]]) -> Iterable[tuple[str, int]]:
    for value, forms in numbered:
        yield from ((plain(form), value) for form in forms.split() if "_" not in form)


@cache
def _ordinals() -> dict[str, int]:
    known = {word for row in _counts().values() for word in row}
    found = {word: n for word, n in DAY_NUMBERS.items() if " " not in word and word not in known}
    return found | {plain(word): n for n, row in ORDINALS.items() for word in row.split()}


@cache
def _vague() -> dict[str, tuple[float, float]]:
    return {plain(word): span for words, span in VAGUE.items() for word in words.split()}


@cache
def _halves() -> frozenset[str]:
    return frozenset(map(plain, HALVES.split()))
