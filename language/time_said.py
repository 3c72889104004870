"""Where a text speaks of a span of time, in whatever language: a unit of time with a number, a word
that compares, or a part of it. Nothing is read as a date here; whoever must not tell a date asks what
these places could mean (`tasks.unsettled`).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import Enum
from functools import cache

from language.counted import Count, count_before
from language.day_lookup import Token, plain, tokens
from language.time_beside import (
    AGO_BEFORE,
    AGO_BEHIND,
    AHEAD_BEFORE,
    AHEAD_BEHIND,
    FROM_BEHIND,
    LAST,
    MORE,
)
from language.time_units import Unit, compares, part_of, plain_words, unit_at, within

_FILLER_WORDS = (  # between a number and its unit
    "d more less fewer extra additional full whole working business calendar work good long short solid"
    " spare entire of odd or so"
    " clear complete na de volle ganze ganzen weitere weiteren mehr lange pelne pełne celých полных"
    " рабочих другие jours otros"
    " otras dias ouvrés ouvrables hábiles laborables úteis lavorativi arbeids hele autres altri"
    " andere"
)
_FILLERS = frozenset(map(plain, _FILLER_WORDS.split()))
_ARTICLES = frozenset(("a", "an"))
_ABOUT_WORDS = (
    "odd about around roughly approximately almost nearly some less more than under over up least most"
    " circa ca"
    " approx ish maybe perhaps or say barely just within good included including inclusive counting"
    " round close couple"
    " environ presque unos casi cerca quasi ongeveer bijna około prawie okolo etwa rund ungefähr fast"
    " knapp weniger"
    " около почти примерно inkl moins menos menys"
)
_ABOUT = frozenset(map(plain, _ABOUT_WORDS.split()))
_ELSEWHERE = frozenset(("some", "many", "half", "several", "first", "second", "last"))  # "some time"
_RANGES = frozenset(
    ("to", "or", "till", "until", "bis", "oder", "a", "ou", "o", "do", "до", "или", "tot", "til", "till")
)
_MOST_WEEKS = 99  # a higher number before one is no count of them: 2026-W49
_LONE = frozenset(("mois", "mes", "mese", "mesi", "uge", "ugen", "uke", "uken", "vika"))  # "fin de mes"
_CALLED = frozenset(("no", "nr", "number", "nummer", "num", "numero", "n"))
_STOPS = re.compile(r"[.;:!?()\n\u3002\u061f\u060c]\s|[;()]")
_SHORT = 4  # letters of a word in Latin letters that is another one elsewhere
_NEAR = 160  # characters on either side that may say what one is reckoned from
_AROUND = 3  # words on either side of a span


class Role(Enum):
    """What a span is reckoned from."""

    AHEAD = "from today"
    AGO = "back from today"
    APART = "time to spare"
    FROM = "from another date"
    BARE = "not said"


@dataclass(frozen=True, slots=True)
class Said:
    """One such place. `low` and `high` are the number, 0 where none can be reckoned (`counted` tells
    whether one is there at all); `numbered` is "the fifth day"; `part` is begin, mid or end."""

    start: int
    end: int
    unit: str
    role: Role
    counted: bool = False
    low: float = 0
    high: float = 0
    numbered: bool = False
    about: bool = False
    part: str = ""
    before: str = ""
    text: str = ""
    behind: str = ""


def time_said(text: str) -> Iterator[Said]:
    """All of them, in order."""
    toks = tokens(text)
    said = plain(text)
    for at in range(len(toks)):
        unit = unit_at(toks[at].text)
        if unit and (found := _said(toks, at, unit, said)):
            yield found


def leads_on(said: Said) -> bool:
    """Whether what a span is reckoned from stands behind it: "two days after"."""
    words = [tok.text for tok in tokens(said.behind[:60])[:_AROUND]]
    return any(compares(word, english=False) or compares(word, english=True) for word in words)


def _said(toks: list[Token], at: int, unit: Unit, said: str) -> Said | None:
    count, numbered = _count(toks, at, unit, said)
    if unit.count:
        times = count or Count(at, 1, 1)
        count = replace(times, low=times.low * unit.count, high=times.high * unit.count)
    first = count.first if count else at
    words = _beside(toks, first, at, said)
    english = "en" in unit.tongues
    part = part_of(words | within(toks[at].text)) if unit.name in ("week", "month", "year") else ""
    compared = {word for word in words if compares(word, english=english)}
    if unit.name in ("day", "weekend"):
        compared |= words & plain_words(LAST)
    short = toks[at].text.isascii() and len(toks[at].text) <= _SHORT and not english
    if short and count and toks[first].text in _ELSEWHERE:
        return None
    short = short and not (part and toks[at].text in _LONE)
    if count is None and (short or not (compared or part or unit.name == "weekend")):
        return None
    return Said(
        toks[first].start,
        toks[at].end,
        unit.name,
        _role(toks, first, at, words, compared),
        count is not None,
        count.low if count else 0,
        count.high if count else 0,
        numbered,
        bool(count and count.about) or bool(words & _ABOUT),
        part,
        said[max(0, toks[first].start - _NEAR) : toks[first].start],
        said[toks[first].start : toks[at].end],
        said[toks[at].end : toks[at].end + _NEAR],
    )


def _role(toks: list[Token], first: int, at: int, words: set[str], compared: set[str]) -> Role:
    before = [tok.text for tok in toks[max(0, first - 4) : first]]
    behind = [tok.text for tok in toks[at + 1 : at + 4]]
    if _ends(before, AGO_BEFORE) or _begins(behind, AGO_BEHIND):
        return Role.AGO
    ahead = _ends(before, AHEAD_BEFORE)
    if _begins(behind, AHEAD_BEHIND):
        return Role.AHEAD
    if compared - set(ahead) or (ahead and behind[:1] and behind[0] in plain_words(FROM_BEHIND)):
        return Role.FROM
    if ahead:
        return Role.AHEAD
    return Role.APART if words & plain_words(MORE) else Role.BARE


def _ends(words: list[str], rows: str) -> list[str]:
    """The words of a row that stand right before something; none where none does."""
    found = (name for name in _phrases(rows) if words[-len(name) :] == name)
    return max(found, key=len, default=[])


def _begins(words: list[str], rows: str) -> bool:
    return any(words[: len(name)] == name for name in _phrases(rows))


def _count(toks: list[Token], at: int, unit: Unit, said: str) -> tuple[Count | None, bool]:
    """The number of a unit, and whether it numbers it ("the fifth day", "week 49")."""
    back = at - 1
    while back >= 0 and at - back <= _AROUND and toks[back].text in _FILLERS and _gap(toks, back, said):
        back -= 1
    found = None
    if back >= 0 and _gap(toks, back, said):
        found = count_before(toks, back, said, unit.tongues)
        if found is None and toks[back].text in _ARTICLES and "en" in unit.tongues:
            halved = back and toks[back - 1].text in ("half", "quarter")
            found = Count(back - 1, 0.5, 0.5) if halved else Count(back, 1, 1)
    late = found is None or found.ordinal or found.low > _MOST_WEEKS
    behind = _numbered(toks, at, said, unit) if late else None
    if behind is not None:
        return replace(behind, first=found.first if found else at), True
    return _ranged(toks, found, said, unit), bool(found and found.ordinal)


def _ranged(toks: list[Token], count: Count | None, said: str, unit: Unit) -> Count | None:
    """ "Two to three days": from the first number to the second one."""
    if count is None or count.first == 0 or not count.low:
        return count
    joint = toks[count.first - 1]
    dashed = said[joint.end : toks[count.first].start].strip() in ("-", "\u2013")
    at = count.first - 1 if dashed else count.first - 2
    if at < 0 or not (dashed or joint.text in _RANGES):
        return count
    lower = count_before(toks, at, said, unit.tongues)
    if lower is None or not 0 < lower.low < count.high:
        return count
    return replace(count, first=lower.first, low=lower.low)


def _numbered(toks: list[Token], at: int, said: str, unit: Unit) -> Count | None:
    """A number behind a unit: "week 49", "KW 49", "siku nne"."""
    behind = at + 1
    if behind < len(toks) and toks[behind].text in _CALLED:
        behind += 1
    if behind >= len(toks):
        return None
    gap = said[toks[at].end : toks[behind].start]
    glued = toks[at].text in ("w", "h", "mo") and gap  # "w49", not "w 49"
    if len(gap) > len(" no. ") or set(gap) & set(",;:!?()/") or glued or toks[at].text in ("h", "hrs"):
        return None
    if not count_before([toks[behind]], 0, said, unit.tongues):
        return None
    last = behind
    while (
        last + 1 < len(toks)
        and last - behind < 2
        and _gap(toks, last, said)
        and not toks[last].text.isdecimal()
    ):
        if not count_before([toks[last + 1]], 0, said, unit.tongues):
            break
        last += 1
    return count_before(toks[behind : last + 1], last - behind, said, unit.tongues)


def _gap(toks: list[Token], at: int, said: str) -> bool:
    """Whether a token and the next one belong together."""
    gap = said[toks[at].end : toks[at + 1].start]
    dotted = toks[at].text.isdecimal() and gap.strip() == "."
    return len(gap) <= 2 and (dotted or not set(gap) & set(".,;:!?()/"))


def _beside(toks: list[Token], first: int, at: int, said: str) -> set[str]:
    """The words around a span, within its part of the sentence, and those within it."""
    found = {tok.text for tok in toks[first:at]}
    for n in range(first - 1, max(first - 1 - _AROUND, -1), -1):
        if _STOPS.search(said[toks[n].end : toks[n + 1].start + 1]):
            break
        found.add(toks[n].text)
    for n in range(at + 1, min(at + 1 + _AROUND, len(toks))):
        if _STOPS.search(said[toks[n - 1].end : toks[n].start + 1]):
            break
        found.add(toks[n].text)
    return found


@cache
def _phrases(row: str) -> tuple[list[str], ...]:
    return tuple(re.split(r"[_']", plain(name)) for name in row.split())
