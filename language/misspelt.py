"""English names of days and months with a slip of the fingers in them: "Firday", "F-r-i-d-a-y"."""

import re
from collections.abc import Iterator

from language.day_lookup import day_names, month_names, plain, tokens

_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTHS = {
    "january": 1,
    "february": 2,
    "august": 8,
    "september": 9,
    "october": 10,
    "november": 11,
    "december": 12,
}
_ABROAD = (  # names long enough to be known by one slip
    "montag dienstag mittwoch donnerstag freitag samstag sonntag",
    "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag",
    "_ _ mercredi _ vendredi samedi dimanche",
    "_ _ miercoles jueves viernes sabado domingo",
    "_ martedi mercoledi giovedi venerdi sabato domenica",
)
_OTHERS = frozenset({"frida", "montage", "sundae", "mondays"})  # names of people, other words
_ALL = tuple(
    (name, *(row.split()[day] for row in _ABROAD if row.split()[day] != "_"))
    for day, name in enumerate(_DAYS)
)
_FIRST = frozenset(name[0] for names in _ALL for name in names)
_SWAPPED = 6  # letters of a name that may hold another letter
_SPACED = re.compile(r"(?<!\w)(?:[a-z][-. ]){5,8}[a-z](?!\w)")
_TWICE = re.compile(r"(\w)\1+")


def misspelt_days(text: str) -> Iterator[tuple[int, int, int]]:
    """Where a weekday (0 Monday) is written with one letter too many, too few, or out of place."""
    said = plain(text)
    found = [(hit.start(), hit.end(), re.sub(r"\W", "", hit[0])) for hit in _SPACED.finditer(said)]
    found += [(tok.start, tok.end, tok.text) for tok in tokens(text) if tok.text[:1] in _FIRST]
    known = day_names().exact.keys() | _OTHERS
    for start, end, word in found:
        parted = end - start > len(word)  # "F-r-i-d-a-y"
        for day, names in enumerate(_ALL):
            if word not in known and any(_slip(word, name, parted=parted) for name in names):
                yield start, end, day


def _slip(word: str, name: str, *, parted: bool) -> bool:
    single = word[:-1] if word.endswith("s") and len(word) > len(name) else word  # "Frydays"
    return any(_slipped(said, name) or _swapped(said, name) for said in {word, single}) or (
        parted and word == name
    )


def _swapped(word: str, name: str) -> bool:
    """Whether one letter is another one: "fryday", "viernez"; not the first."""
    same_length = len(word) == len(name) >= _SWAPPED
    return same_length and word[0] == name[0] and sum(a != b for a, b in zip(word, name, strict=True)) == 1


def misspelt_months(text: str) -> Iterator[tuple[int, int, int, int]]:
    """Where a number stands beside such a month: the number, and the month (1 January)."""
    toks = tokens(text)
    for at, tok in enumerate(toks):
        month = next((number for name, number in _MONTHS.items() if _slipped(tok.text, name)), 0)
        if tok.text in month_names().exact:
            continue
        for near in (*toks[max(0, at - 1) : at], *toks[at + 1 : at + 2]) if month else ():
            if near.text.isdecimal() and len(near.text) <= 2:
                yield min(tok.start, near.start), max(tok.end, near.end), int(near.text), month


def _slipped(word: str, name: str) -> bool:
    if word == name or word[:1] != name[:1] or len(word) < len(name) - 1:
        return False
    word = _TWICE.sub(r"\1", word)
    if len(word) == len(name):
        return sorted(word) == sorted(name) and sum(a != b for a, b in zip(word, name, strict=True)) <= 2
    longer, shorter = (word, name) if len(word) > len(name) else (name, word)
    return any(longer[:cut] + longer[cut + 1 :] == shorter for cut in range(len(longer)))
