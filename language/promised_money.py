"""Words by which an owner promises money: "you may bill 900", "budget: 900".

No command word carries them, so that they would be passed on like any words; who
is not sure whose they are asks first. A false alarm costs one question.
"""

import re

from language.folding import INVISIBLE, fold
from language.money import find_amounts

_LONGEST = 20_000  # characters that are looked at
_NEAR = 60  # characters between an amount and the word that makes a promise of it
_ABOUT_MONEY = re.compile(
    r"\b(?:budget|price|fee|bonus|bill|charge|invoice|pay|paid|payment|spend|reimburse|refund|expenses?|salary|wage"
    r"|rate|deposit|advance|tip|berechne[nt]?|rechnung|bezahl\w{0,4}|zahl\w{0,4}|honorar|preis|precio|pagar"
    r"|pago|factura\w{0,3}|preco|prix|paye[rz]?|facture[rz]?)\b"
)
# A bare number where a sum is meant; hours, percents and things to count are none.
_HUNDREDS = r"(?:(?:a|one|two|three|four|five|six|seven|eight|nine|ten|fifty) )?(?:hundred|thousand)"
_NUMBER = rf"(?:\d[\d.,']{{0,14}}k?|{_HUNDREDS})\b"
_NO_SUM = (
    r"(?! ?(?:h|hrs?|hours?|min|minutes?|%|percent|days?|weeks?|people|persons?|items?|times|pages?|of|calls?"
    r"|customers?|clients?|guests?|tasks?|visits?|[ap]m|st|nd|rd|th|[:/-]\d)\b)"
)
_BESIDE = "me|us|you|him|her|them|up|to|another|at|most|max|for|it|this|an|a|extra|about|around"
_SUM = re.compile(
    r"\b(?:(?:budget|price|fee|bonus|honorar|preis|precio|preco|prix)"
    r"(?: (?:is|of|to|at|now|up|raised|for|it|this|will|be)){0,4}|"
    rf"(?:bill|charge|invoice|spend|pay)(?: (?:{_BESIDE})){{0,5}})[ :=~-]{{0,4}}{_NUMBER}{_NO_SUM}"
)
_ANY_SUM = re.compile(
    r"\b(?:bill|charge|invoice|spend|pay)(?: (?:me|us|you|it)){0,2} (?:whatever|anything|any amount|as much"
    r"|what(?:ever)? (?:you|it))\b"
)


def promises_money(text: str) -> bool:
    """Whether the words speak of money to be had: an amount near a word about
    money, a bare sum behind "bill", "budget" and the like, or a sum without bounds. Never raises."""
    said = " ".join(fold(text[:_LONGEST].translate(INVISIBLE)).split())
    if _SUM.search(said) or _ANY_SUM.search(said):
        return True
    words = [hit.span() for hit in _ABOUT_MONEY.finditer(said)]
    return any(_near(span, words) for span in _amounts(said)) if words else False


def _amounts(said: str) -> list[tuple[int, int]]:
    """Where amounts stand; `find_amounts` looks at the first 2000 characters only."""
    pieces = range(0, len(said), 1500)
    return [
        (at + start, at + end) for at in pieces for start, end, _ in find_amounts(said[at : at + 2000])
    ] + [hit.span() for hit in _IN_WORDS.finditer(said)]


_IN_WORDS = re.compile(r"\b(?:hundred|thousand) (?:dollars?|bucks|euros?|pounds|quid|usd|eur|gbp)\b")


def _near(span: tuple[int, int], words: list[tuple[int, int]]) -> bool:
    start, end = span
    return any(start - _NEAR <= there and here <= end + _NEAR for here, there in words)
