"""Words by which an owner promises money: "you may bill 900", "budget: 900".

No command word carries them, so that they would be passed on like any words; who
is not sure whose they are asks first. A false alarm costs one question.
"""

import re

from language.folding import INVISIBLE, fold
from language.money import brief_money, find_amounts

_LONGEST = 20_000  # characters that are looked at
_BEFORE, _AFTER = 20, 40  # characters around it that are shown with a promise
_NEAR = 60  # characters between an amount and the word that makes a promise of it
_ABOUT_MONEY = re.compile(
    r"\b(?:budget|fee|bonus|bill|charge|invoice|pay|paid|payment|spend|reimburse|refund|salary|wage|deposit"
    r"|berechne[nt]?|rechnung|bezahl\w{0,4}|zahl\w{0,4}|honorar|pagar|pago|factura\w{0,3}|paye[rz]?"
    r"|facture[rz]?)\b"
)
# A bare number where a sum is meant; hours, percents and things to count are none.
_HUNDREDS = r"(?:(?:a|one|two|three|four|five|six|seven|eight|nine|ten|fifty) )?(?:hundred|thousand)"
_NUMBER = rf"(?:\d[\d.,']{{0,14}}k?(?![.,']?\d)|{_HUNDREDS})\b"  # all of it, not the 2 of "2.5 hours"
NO_SUM = (
    r"(?! ?(?:h|hrs?|hours?|min|minutes?|%|percent|days?|weeks?|people|persons?|items?|times|pages?|of|calls?"
    r"|customers?|clients?|guests?|tasks?|visits?|[ap]m|st|nd|rd|th|[:/-]\d)\b)"
)
_BESIDE = "me|us|you|him|her|them|up|to|another|at|most|max|for|it|this|an|a|extra|about|around"
_SUM = re.compile(
    r"\b(?:(?:budget|price|fee|bonus|honorar|preis|precio|preco|prix)"
    r"(?: (?:is|of|to|at|now|up|raised|for|it|this|will|be)){0,4}|"
    rf"(?:bill|charge|invoice|spend|pay)(?: (?:{_BESIDE})){{0,5}})[ :=~-]{{0,4}}{_NUMBER}{NO_SUM}"
)
_PRICE_LINE = re.compile(r"[^a-z0-9]{0,9}(?:budget|price|fee|pay|payment|bonus|preis|precio|prix|preco)\b")
_ANY_SUM = re.compile(
    r"\b(?:bill|charge|invoice|spend|pay)(?: (?:me|us|you|it)){0,2} (?:whatever|anything|any amount|as much"
    r"|what(?:ever)? (?:you|it))\b"
)


def promises_money(text: str) -> bool:
    """Whether the words speak of money to be had: an amount near a word about
    money, a bare sum behind "bill", "budget" and the like, or a sum without bounds. Never raises."""
    return bool(promise_in(text))


def promise_in(text: str) -> str:
    """The piece of the text that promises money, in lower case and one line, with some
    words around it; "" if none does. Never raises."""
    plain = text[:_LONGEST].translate(INVISIBLE)
    said = " ".join(fold(plain).split())
    if hit := _SUM.search(said) or _ANY_SUM.search(said):
        return _around(said, *hit.span())
    words = [hit.span() for hit in _ABOUT_MONEY.finditer(said)]
    for start, end in _amounts(said) if words else ():
        if near := _near((start, end), words):
            return _around(said, min(start, near[0]), max(end, near[1]))
    return brief_money("\n".join(line for line in plain.splitlines() if _PRICE_LINE.match(fold(line))))


def _around(said: str, start: int, end: int) -> str:
    return said[max(start - _BEFORE, 0) : end + _AFTER].strip()


def _amounts(said: str) -> list[tuple[int, int]]:
    """Where amounts stand; `find_amounts` looks at the first 2000 characters only."""
    pieces = range(0, len(said), 1500)
    return [
        (at + start, at + end) for at in pieces for start, end, _ in find_amounts(said[at : at + 2000])
    ] + [hit.span() for hit in _IN_WORDS.finditer(said)]


_IN_WORDS = re.compile(r"\b(?:hundred|thousand) (?:dollars?|bucks|euros?|pounds|quid|usd|eur|gbp)\b")


def _near(span: tuple[int, int], words: list[tuple[int, int]]) -> tuple[int, int] | None:
    start, end = span
    return next((w for w in words if start - _NEAR <= w[1] and w[0] <= end + _NEAR), None)
