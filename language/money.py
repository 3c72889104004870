"""Amounts of money, as people write them.

"$62.50", "62,50 €", "USD 1,250", "200 bucks" all become "62.50 USD" and the
like. Which sign is the decimal one is told by its place, not by a locale.
"""

import re

from language.folding import fold

SIGNS = {
    "us$": "USD",
    "a$": "AUD",
    "au$": "AUD",
    "c$": "CAD",
    "ca$": "CAD",
    "nz$": "NZD",
    "r$": "BRL",
    "mx$": "MXN",
    "s$": "SGD",
    "hk$": "HKD",
    "$": "USD",
    "€": "EUR",
    "£": "GBP",
    "₱": "PHP",
    "₹": "INR",
    "¥": "JPY",
    "₴": "UAH",
    "₪": "ILS",
    "₩": "KRW",
    "₺": "TRY",
    "₽": "RUB",
    "zł": "PLN",
}
_CODES_LIST = (
    "usd eur gbp php inr jpy aud cad nzd chf sek nok dkk pln czk huf ron bgn uah try ils aed sar zar "
    "ngn kes egp brl mxn ars clp cop pen sgd hkd myr thb idr vnd krw cny pkr bdt lkr"
)
CODES = tuple(_CODES_LIST.split())
NAMES = {
    "dollar": "USD",
    "dollars": "USD",
    "bucks": "USD",
    "euro": "EUR",
    "euros": "EUR",
    "pounds": "GBP",
    "quid": "GBP",
    "rupees": "INR",
    "reais": "BRL",
    "zloty": "PLN",
    "francs": "CHF",
    "franken": "CHF",
    "yen": "JPY",
}

_NUMBER = r"[0-9][0-9.,' ]{0,14}[0-9]|[0-9]"
_BEFORE = "|".join(map(re.escape, sorted(SIGNS, key=len, reverse=True))) + "|" + "|".join(CODES)
_AFTER = _BEFORE + "|" + "|".join(NAMES)
_AMOUNT = re.compile(
    rf"(?<![\w.,])(?P<sign>{_BEFORE}) ?(?P<n1>{_NUMBER})(?P<k1>k)?(?![\w%])"
    rf"|(?<![\w.,$€£])(?P<n2>{_NUMBER})(?P<k2>k)? ?(?P<unit>{_AFTER})(?!\w)"
)
_TOTAL = re.compile(r"\b(?:total|totals|totalling|sum|summe|gesamt|altogether|in all|amount due|balance)\b")
_LONGEST = 2000  # characters read; an amount stands near the words about it

_PRICE_LINE = re.compile(
    r"^[ \t*_-]*(?:budget|price|fee|pay|payment|amount|cost|bonus|preis|precio|prix|preco|honorar)\b"
)
_OWN_PAY = re.compile(
    r"\b(?:(?:i|we)(?:'ll| will| can| would)? pay|paying you|budget|price|fee|you(?:'ll| will)? "
    r"(?:get|receive|be paid)"
    r"|for this (?:task|job|one))\b"
)
_OFFERED = re.compile(r"(?:^|[,;(\u2013\u2014-]) ?(?:for|at|fur|um|por|pour) ?$")  # "Paint it, for $80"
_ALL_IN = re.compile(
    r" ?(?:for (?:the (?:lot|(?:whole )?job|whole thing)|it|this|all)|all[ -]in|flat|fixed|pauschal"
    r"|in total)\b"
)
_LIMIT = re.compile(r"[ \t*_-]*(?:you may |you )?decide\b")
_EACH = re.compile(r" ?(?:each|apiece|a piece|per|or|to|off)\b")  # a price of what the work is about
_RATE = re.compile(
    r"^ ?(?:/|per|an|a|pro|por|par|je)\s?(?:h|hr|hour|hours|stunde|hora|heure|std)\b|^ ?(?:hourly"
    r"|p\.?h\.?)\b"
)


def plain_number(text: str) -> str:
    """A written number as digits with a point: "1.250,50" -> "1250.50".

    The last of two different separators is the decimal one; a single one is,
    unless exactly three digits follow it. Answers "" where nothing is left."""
    digits = text.strip().replace(" ", "").replace("'", "")
    last = max(digits.rfind("."), digits.rfind(","))
    if last < 0:
        return digits
    whole, rest = digits[:last], digits[last + 1 :]
    other = "," if digits[last] == "." else "."
    thousands = len(rest) == 3 and (other not in whole) and whole.replace(digits[last], "").isdigit()
    whole = whole.replace(".", "").replace(",", "")
    if thousands and whole != "0":
        return whole + rest
    return f"{whole or '0'}.{rest.ljust(2, '0')}" if rest else whole


def find_amounts(text: str) -> list[tuple[int, int, str]]:
    """Every amount with its place: (start, end, "62.50 USD")."""
    found = []
    for hit in _AMOUNT.finditer(fold(text[:_LONGEST])):
        unit = hit["sign"] or hit["unit"]
        number = plain_number(hit["n1"] or hit["n2"])
        if hit["k1"] or hit["k2"]:
            number = f"{float(number) * 1000:.0f}"
        found.append(
            (hit.start(), hit.end(), f"{number} {SIGNS.get(unit) or NAMES.get(unit) or unit.upper()}")
        )
    return found


def read_money(text: str) -> str:
    """The one amount of this text, "62.50 USD", or "" if there is none.

    Of several different ones only the one behind the word "total" counts."""
    found = find_amounts(text)
    if len({amount for _, _, amount in found}) == 1:
        return found[0][2]
    folded = fold(text[:_LONGEST])
    totals = [hit.end() for hit in _TOTAL.finditer(folded)]
    behind = [amount for start, _, amount in found if totals and start >= totals[-1]]
    return behind[0] if behind else ""


def brief_money(text: str) -> str:
    """The price or the budget in money that a brief names, "120 USD", or "".

    An amount counts on a line that begins with such a word, in a sentence that
    says who pays, and where it is all of the price ("$80 for the lot"); hours
    ("budget: 3h"), an hourly rate, and the prices that the work is about do not."""
    for line in text[:20_000].splitlines()[:200]:
        folded = fold(line)
        for start, end, amount in find_amounts(line):
            clause = folded[max(folded.rfind(". ", 0, start), 0) : start]
            promised = _PRICE_LINE.match(folded) or _OWN_PAY.search(clause) or _is_offer(folded, start, end)
            if promised and not _RATE.match(folded[end:]):
                return amount
    return ""


def _is_offer(folded: str, start: int, end: int) -> bool:
    """Whether an amount in a line is what all of the work is paid with; a limit is not."""
    if _LIMIT.match(folded):
        return False
    before, behind = folded[:start], folded[end:]
    return bool(_ALL_IN.match(behind) or (_OFFERED.search(before) and not _EACH.match(behind)))
