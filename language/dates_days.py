"""What a day is spoken of, and the rules that find one in a run of tokens.

The rules themselves stand in `dates_named` (days with a name or a date) and
`dates_counted` (days counted or within a period); each registers by the class
of the token it begins with. Nothing is resolved here: no rule knows what
today is.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from language.tokens import Token
from language.tokens_lexicon import phrase_set, word_set

Tokens = Sequence[Token]


@dataclass(frozen=True, slots=True)
class Day:
    """A day as spoken of. `kind` names the resolver's rule and `nums` its
    numbers; `anchor` is the day it is counted from; `weekday` (0 Monday, -1
    none) must fit the date; `also` is a second name that must be the same day."""

    kind: str
    nums: tuple[int, ...] = ()
    anchor: "Day | None" = None
    weekday: int = -1
    also: "Day | None" = None
    key: str = ""


Found = tuple[Day, int] | None
Rule = Callable[[Tokens, int], Found]
RULES: dict[str, tuple[Rule, ...]] = {}  # filled by the two modules of rules
LINKS = word_set("the of de del da do des du der den dem le la el os o as d' in nl")
COMING = phrase_set(
    """
coming | the coming | this coming | upcoming | forthcoming | proximo | proxima | este proximo | el proximo
la proxima | prochain | prochaine | le prochain | la prochaine | kommenden | kommende | kommender
que viene | que vem
"""
)


def skip(toks: Tokens, i: int, words: frozenset[str], most: int = 3) -> int:
    """Return the place after at most `most` tokens out of `words`."""
    stop = i + most
    while i < stop and (toks[i].low in words or toks[i].cls == "nl"):
        i += 1
    return i


def day_at(toks: Tokens, i: int) -> Found:
    """Return the day named at place `i`, by the first rule that fits, or None."""
    for rule in RULES.get(toks[i].cls, ()):
        found = rule(toks, i)
        if found is not None:
            return found
    return None


_ANCHORS = word_set("rel weekday shift month ordinal date numeric holiday tonight edge period")


def anchor_at(toks: Tokens, i: int) -> Found:
    """Return the day that another is counted from: never one that is counted itself.

    "3 days before 3 days before ..." would else be followed without an end.
    """
    cls, then = toks[i].cls, toks[i + 1].cls
    if cls == "number":
        return day_month(toks, i)
    if cls not in _ANCHORS or (cls == "shift" and then not in ("weekday", "unit", "month")):
        return None
    return None if cls == "numeric" and then == "unit" else day_at(toks, i)


def year_at(toks: Tokens, i: int) -> tuple[int, int]:
    """Return the year at `i` (0: none) and the place after it: ", 2026", "of 2027", "'26"."""
    at = skip(toks, i, frozenset({",", "of", "de", "."}), 2)
    tok = toks[at]
    if tok.cls == "number" and tok.key == "digits" and 1900 <= tok.nums[0] < 2200 and tok.low == tok.raw:
        return tok.nums[0], at + 1
    if tok.cls == "number" and tok.raw.startswith("'") and len(tok.low) == 2:
        return 2000 + tok.nums[0], at + 1
    return 0, i


_SOFT = frozenset({"the", ".", "dia", "el", "le"})
_OF = word_set("of de . - d' day the")


def named_month(toks: Tokens, i: int) -> Found:
    """ "December the 9th, 2026", "Dec. 15"; a month alone is too vague."""
    month, raw, at = toks[i].nums[0], toks[i].raw, skip(toks, i + 1, _SOFT, 2)
    tok = toks[at]
    if tok.cls == "numeric" and tok.key == "-" and not tok.nums[2]:  # "Dec 10-12": its last day
        year, end = year_at(toks, at + 1)
        return Day("date", (year, month, tok.nums[1])), end
    days = tok.nums[0] if tok.cls in ("number", "ordinal") and tok.key != "glued" else 0
    if 1 <= days <= 39 and toks[at + 1].cls not in ("meridiem", "oclock") and tok.key != "few":
        year, end = year_at(toks, at + 1)
        return Day("date", (year, month, days)), end
    year, end = year_at(toks, i + 1)
    if not year and (raw[:1].islower() and raw.lower() in ("may", "march", "mar", "sun", "set", "out")):
        return None
    return Day("month", (year, month)), end


def day_month(toks: Tokens, i: int, number: int = 0) -> Found:
    """ "15 Dec 2026", "15. Dezember", "the 3rd of July"; `number` is the day if the token is not."""
    at, number = skip(toks, i + 1, _OF, 2), number or toks[i].nums[0]
    if toks[at].cls != "month" or not 1 <= number <= 39:
        return None
    year, end = year_at(toks, skip(toks, at + 1, frozenset({"."}), 1))
    return Day("date", (year, toks[at].nums[0], number)), end
