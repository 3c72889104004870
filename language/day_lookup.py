"""Names of days and months found in a text: its words, folded, against `language.day_names`."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise

from language.day_names import DAY_NAMES, SHORT_DAYS
from language.folding import fold

_TOKEN = re.compile(  # figures, or a word: all but blanks, figures and the marks of any script
    r"\d+|[^\s\d!-/:-@\[-`{-~\u00a0-\u00a9\u00ab-\u00b9\u00bb-\u00bf\u060c\u061b\u061f\u06d4\u0964"
    r"\u2000-\u206f\u3000-\u3004\u3008-\u303f\uff01-\uff0f\uff1a-\uff20]+"
)
MARKS = re.compile(r"[\u0300-\u036f\u0591-\u05c7\u0640\u064b-\u0652\u093c\u09bc]")
_PREFIXED = re.compile(r"[\u0590-\u06ff]")  # a letter of a script that joins "on" and "to" to the word
_SHORTEST = 3  # letters of a stem, and of a shortened month
_HEAD = 3
_APART = 2  # characters between the words of one name


@dataclass(frozen=True, slots=True)
class Token:
    """A word or a number of a text: where it stands, and how it is compared."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Names:
    """Folded names and what each may mean: whole ones, stems that go on, and beginnings."""

    exact: dict[str, frozenset[int]]
    stems: dict[str, frozenset[int]]
    starts: dict[str, frozenset[int]]
    heads: frozenset[str]  # how each of them begins: most words are no name
    most: int  # words of the longest


def latin_digits(text: str) -> str:
    """The text with figures of all scripts, and full width letters, as ASCII; as long as before."""
    return text if text.isascii() else "".join(_latin(char) for char in text)


@lru_cache(maxsize=1024)
def _latin(char: str) -> str:
    digit = unicodedata.digit(char, None)  # also "④"
    if digit is not None:
        return str(digit)
    return chr(ord(char) - 0xFEE0) if "\uff01" <= char <= "\uff5e" else char


def plain(text: str) -> str:
    """As readers of names compare it; as long as before."""
    return fold(latin_digits(text))


def tokens(text: str) -> list[Token]:
    """The words and numbers of a text, in order."""
    said = plain(text)
    marked = not said.isascii()
    found = ((hit, hit[0]) for hit in _TOKEN.finditer(said))
    return [Token(*hit.span(), MARKS.sub("", word) if marked else word) for hit, word in found]


def name_at(toks: list[Token], at: int, names: Names) -> tuple[frozenset[int], int]:
    """What the name that begins at this token may mean, and its number of tokens; none, 0."""
    if toks[at].text[:_HEAD] not in names.heads and not _PREFIXED.match(toks[at].text):
        return frozenset(), 0
    for length in range(min(names.most, len(toks) - at), 0, -1):
        if not joined(toks, at, length):
            continue
        words = " ".join(tok.text for tok in toks[at : at + length])
        for said in (words, words[1:], words[2:]) if _PREFIXED.match(words) else (words,):
            if found := names.exact.get(said) or _stem(said, names.stems):
                return found, length
    return frozenset(), 0


def joined(toks: list[Token], at: int, length: int) -> bool:
    """Whether these tokens are the words of one name."""
    run = toks[at : at + length]
    return len(run) == length and all(0 < b.start - a.end <= _APART for a, b in pairwise(run))


def _stem(word: str, stems: dict[str, frozenset[int]]) -> frozenset[int]:
    ends = range(len(word) - 1, max(_SHORTEST, word.rfind(" ") + 2) - 1, -1)  # within its last word
    return next((found for end in ends if (found := stems.get(word[:end]))), frozenset())


@cache
def day_names() -> Names:
    """The weekdays, 0 for Monday."""
    return _names(0)


@cache
def month_names() -> Names:
    """The months, 1 for January."""
    return _names(1)


@cache
def short_days() -> dict[str, frozenset[int]]:
    """Short weekdays that are words elsewhere."""
    return _gathered(
        (_normal(form), day) for day, row in enumerate(SHORT_DAYS.split("|")) for form in row.split()
    )


def _names(which: int) -> Names:
    rows = [enumerate(pair[which].split("|"), which) for pair in DAY_NAMES.values()]
    forms = [(_normal(form), number) for row in rows for number, names in row for form in names.split()]
    bare = [(form.rstrip("-+"), number) for form, number in forms]
    words = [(form, number) for form, number in bare if " " not in form]
    starts = [(form[:end], number) for form, number in words for end in range(_SHORTEST, len(form) + 1)]
    return Names(
        _gathered((form.rstrip("-"), number) for form, number in forms if form[-1] != "+"),
        _gathered((form[:-1], number) for form, number in forms if form[-1] in "-+"),
        _gathered(starts),
        frozenset(form.split()[0][:_HEAD] for form, _ in bare),
        max(form.count(" ") + 1 for form, _ in bare),
    )


def _normal(form: str) -> str:
    end = form[-1] if form[-1] in "-+" else ""
    parts = MARKS.sub("", fold(form.rstrip("-+")))
    return re.sub("[-_']", " ", parts) + end


def _gathered(pairs: Iterable[tuple[str, int]]) -> dict[str, frozenset[int]]:
    found: dict[str, set[int]] = {}
    for form, number in pairs:
        found.setdefault(form, set()).add(number)
    return {form: frozenset(numbers) for form, numbers in found.items()}
