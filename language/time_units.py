"""Which unit of time a word names, which part of one, and whether it compares, in many languages."""

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from language.day_lookup import MARKS, plain
from language.time_beside import BEGIN, COMPARED, COMPARED_ABROAD, END, MIDDLE
from language.time_words import MINUTES, SECONDS, UNITS, WEEKENDS, WHOLE_DAYS

_UNIT_NAMES = ("hour", "day", "week", "month")
_DUTCH = frozenset(("na", "voor", "volgende", "komende", "daarna", "eerder"))  # has "week", too
_LONG = 6
_TAILS = re.compile(r"(?:woche|wochen|week|weken|vecka|veckan|uge|ugen|uke|uken|monat|monats|maand)$")
_HEADS = re.compile(r"(?:wochen|weken|vecko|uge|uke|monats|maand|manads|maneds)(?=[a-z]{3})")
_LONGEST = 40  # letters; a longer word is none
_SHORTEST = 3
_PREFIXED = re.compile(r"[\u0590-\u06ff]")


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of time, the languages in which a word names it, and the number of a dual or of
    "fortnight" (0 for others)."""

    name: str
    tongues: frozenset[str]
    count: int = 0


@lru_cache(maxsize=4096)
def unit_at(word: str) -> Unit | None:
    """The unit that a folded word names, in the languages where it does."""
    if len(word) > _LONGEST:
        return None
    exact, stems = _units()
    if len(word) > _LONG and (tail := _TAILS.search(word)):  # "Arbeitswoche"
        return exact.get(tail[0])
    if (head := _HEADS.match(word)) and part_of({word[head.end() :]}):
        return Unit("month" if head[0][0] == "m" else "week", frozenset(("de", "nl", "sv")))
    for said in (word, word[1:], word[2:]) if _PREFIXED.match(word) else (word,):
        if found := exact.get(said):
            return found
        ends = range(len(said), _SHORTEST - 1, -1)
        if stem := next((found for end in ends if (found := stems.get(said[:end]))), None):
            return stem
    return None


@cache
def _units() -> tuple[dict[str, Unit], dict[str, Unit]]:
    exact: dict[str, Unit] = {}
    stems: dict[str, Unit] = {}
    for tongue, row in UNITS.items():
        for name, forms in zip(_UNIT_NAMES, row.split("|"), strict=True):
            for form in forms.split():
                _add(exact, stems, form, Unit(name, frozenset({tongue})))
    for form in WEEKENDS.split():
        _add(exact, stems, form, Unit("weekend", frozenset({"en"})))
    for form in MINUTES.split():
        _add(exact, stems, form, Unit("minute", frozenset({"en", "de", "es", "ru"})))
    for form in SECONDS.split():
        _add(exact, stems, form, Unit("second", frozenset({"en", "de", "es", "fr", "it", "ru"})))
    for days, row in WHOLE_DAYS.items():
        for form in row.split():
            _add(exact, stems, form, Unit("day", frozenset({"en"}), days))
    return exact, stems


def _add(exact: dict[str, Unit], stems: dict[str, Unit], form: str, unit: Unit) -> None:
    dual = form.startswith("+")
    key = MARKS.sub("", plain(form.strip("+-")))
    kept = stems if form.endswith("-") else exact
    before = kept.get(key)
    tongues = unit.tongues | (before.tongues if before and before.name == unit.name else frozenset())
    if before is None or before.name == unit.name:
        kept[key] = Unit(unit.name, tongues, 2 if dual else unit.count)


def within(word: str) -> set[str]:
    """The part that a compound names: "Wochenausklang"."""
    head = _HEADS.match(word)
    return {word[head.end() :]} if head else set()


def part_of(words: set[str]) -> str:
    """Which part of a week or month these words name: begin, mid or end; "" for none."""
    for name, row in (("begin", BEGIN), ("mid", MIDDLE), ("end", END)):
        if words & plain_words(row):
            return name
    return ""


def compares(word: str, *, english: bool) -> bool:
    """Whether a word says that a span is counted from another date."""
    if english:
        return word in plain_words(COMPARED) or word in _DUTCH
    exact, stems = _abroad()
    return word in exact or any(word.startswith(stem) for stem in stems)


@cache
def _abroad() -> tuple[frozenset[str], tuple[str, ...]]:
    words = [plain(word).replace("_", " ") for word in COMPARED_ABROAD.split()]
    stems = tuple(word[:-1] for word in words if word.endswith("-"))
    return frozenset(word for word in words if not word.endswith("-")), stems


@cache
def plain_words(row: str) -> frozenset[str]:
    """The words of a row of `language.time_beside`, as a text is compared."""
    return frozenset(map(plain, row.split()))
