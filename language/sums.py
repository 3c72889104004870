"""A sum of money in a brief, on which money may hang.

Any sum counts, also one that only the work is about, and so do words that fix a
price without a figure: a needless doubt costs one question, a needless approval
costs money. No sum are hours, a rate by the hour, and what a `decide:` line lets
somebody spend: a limit is no price, and what is spent comes as a bill.
"""

import re
from functools import lru_cache

from language.folding import INVISIBLE, fold
from language.lines import brief_lines
from language.money import CODES, NAMES, SIGNS, find_amounts
from language.promised_money import NO_SUM, promise_in

_LONGEST = 20_000  # characters that are looked at
_PIECE, _OVERLAP = 1_500, 500  # `find_amounts` reads 2000 characters
_SHOWN = 60  # characters of a price without a currency
_CLAUSES = re.compile(r"(?<=[.,;])\s+")
_PRICED = re.compile(r"\b(?:price|fee|pay|paid|budget|bill|preis|honorar|precio|prix)\b")
_WORDS = frozenset({"try", "cop", "pen", "php", "ron", "all", "sek", "mad"})  # codes that are words, too

_UNIT = "|".join(map(re.escape, sorted((*SIGNS, *CODES, *NAMES), key=len, reverse=True)))
_FIGURE = r"\d[\d.,']{0,14}"
_BY_HOUR = r"(?:hourly|per hour|stunden(?:satz|lohn)|tarifa por hora|taux horaire)\b[^\d.\n]{0,25}"
_HOUR = r"(?:h|hr|hrs|hour|hours|stunde|std|hora|heure|ora|uur|godzine|timme|time)\b"
_RATE = re.compile(
    rf"(?:(?:{_UNIT}) ?)?{_FIGURE}(?: ?(?:{_UNIT}))? ?"
    rf"(?:(?:/|an|a|per|pro|por|par|je|die|de|la|l'|de l'|za|na|i) ?{_HOUR}|hourly|p\.?h\b"
    rf"|stunden(?:satz|lohn)\b)|{_BY_HOUR}(?:(?:{_UNIT}) ?)?{_FIGURE}(?: ?(?:{_UNIT})(?!\w))?"
)
_COINS = (
    r"cents?|us[ -]?dollars?|us-dollar|dolar(?:es|y|ow|s)?|pesos?|soles|kroner|kronor|kronen|crowns|kr|korun"
    r"|kc|grand|tenners?|fivers?|bitcoins?|btc|usdt|koron|sfr|rs\.?|rappen|forint|lei|lev[as]?|lira|rand|naira|shillings?|shekels?|dirhams?|riyals?|baht"
    r"|ringgit|rupiah|dong|rubl\w{0,2}|z[lł]ot\w{1,3}|zl|hrywn\w|евро|доллар\w{0,3}|рубл\w{0,2}|руб\.?|гривен\w?|грн|元|円|원"
)
_TENS = (
    r"(?:ten|twelve|fifteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|zehn"
    r"|zwanzig|dreissig|dreißig|vierzig|funfzig|sechzig|siebzig|achtzig|neunzig|\w{0,12}hundert"
    r"|\w{0,12}tausend|cien|cincuenta|ochenta|cent|cinquante|quatre-vingts)"
)
_NUMBER = rf"(?:one|two|three|four|five|six|seven|eight|nine|{_TENS})"
_COINED = re.compile(
    rf"(?<![\w.,])(?:{_FIGURE}-?|{_NUMBER}(?:[ -]{_NUMBER})?) ?(?:{_COINS}|{'|'.join(NAMES)})(?!\w)"
    rf"|(?<!\w)(?:kr|sfr|rs)\.? ?{_FIGURE}|(?<!\w)fr\.? ?{_FIGURE}[.,][-–]"
    rf"|[$€£₱₹¥₴₪₩₺₽] ?\d|\d[$€£₱₹¥₴₪₩₺₽]|[$€£] ?{_TENS}\b"
    rf"|(?<![\w.,]){_FIGURE}[.,][-–] ?(?:{_UNIT})(?!\w)"
)
_ENDS = r"(?=\s*(?:[.,;:!)]|$|for\b|in total|extra|when|once|on delivery|per\b|each|from me|dafur|pro\b))"
_PAID_WITH = (  # what is paid, who pays, and who gets it, before a bare figure
    r"(?:(?:costs?|kosten|rate|wage|pay|payment|deposit|salary|lohn|gehalt|fee|tarif)(?: is| of|:|=| ist)?"
    r"|you(?:'ll| will| would)? (?:get|have|earn|receive)|worth"
    r"|(?:i|we)(?:'ll| will|'d| would)? (?:give|offer) you"
    r"|du (?:bekommst|kriegst)|ich (?:gebe|zahle|biete) dir|te (?:doy|pago)|je te donne)"
)
_PAYS = re.compile(  # whoever writes pays, with a bare figure; more of English stands in `promise_in`
    r"\b(?:be)?zahl(?:e|en|t)\b(?: (?:dir|ihnen|euch|dafur)){0,2}[ :]{1,3}"
    + _FIGURE
    + NO_SUM
    + r"|\b(?:pago|pagamos|pagare|paie|payons|paierai|place|zaplace|betaal)\b[ :]{1,3}"
    + _FIGURE
    + NO_SUM
    + rf"|\b{_PAID_WITH} (?:{_FIGURE}k?|{_TENS})\b{_ENDS}"
    + rf"|\bpay (?:you )?{_TENS}\b"
)
_PIECE_OF = r"(?:piece|page|word|call|line)"
_FIXED = re.compile(
    rf"\b{_FIGURE} (?:for the (?:lot|(?:whole )?job|whole thing)\b|all[ -]in\b|flat\b)"
    r"|\b(?:flat|fixed|agreed|usual|lump|piece)[ -](?:rate|fee|price|sum)s?\b|\bpauschal\w{0,5}\b"
    rf"|\b(?:paid|pay|rate) (?:by|per) (?:the )?{_PIECE_OF}\b|\b(?:rate|price|fee) per (?!hour)\w\w"
    r"|\b(?:you may|you can|please) (?:bill|charge|invoice) (?:me |us )?(?:what|for)\b"
    r"|\bsame (?:money|price|fee|pay)\b|\b(?:bezahlung|vergutung)\b"
    r"|\b(?:i|we)(?:'ll| will|'d| would)? pay (?:you |for |extra|as (?:usual|ever|always)|more|per |by )"
    r"|\bfestpreis\w{0,2}\b|\bprecio fijo\b|\bforfait\w{0,4}\b|\bprix (?:fixe|convenu)\b"
)


@lru_cache(maxsize=256)  # asked of the same few briefs at each turn of the clock
def sum_in(brief: str) -> str:
    """The first sum of a brief, "80 USD" or as it is written; a piece of its words
    where they fix a price without a currency; "" where no money is named. Never raises."""
    plain = brief[:_LONGEST].translate(INVISIBLE)
    lines = " ".join(_without_limit(line) for line in plain.splitlines())
    whole = " ".join(lines.split())
    said = _RATE.sub(lambda hit: "|" * len(hit[0]), fold(whole))
    for at in range(0, len(said), _PIECE):
        if found := _first(said[at : at + _PIECE + _OVERLAP], whole):
            return found
    hit = _COINED.search(said) or _PAYS.search(said) or _FIXED.search(said)
    return (whole[hit.start() : hit.end()] if hit else promise_in(said))[:_SHOWN]


def _first(said: str, whole: str) -> str:
    """The first amount of a piece, but for words that are codes as well: "try 3 hotels"."""
    for _, _, amount in find_amounts(said):
        code = amount.rpartition(" ")[2]
        if code.lower() not in _WORDS or re.search(rf"(?<!\w){code}(?!\w)", whole) or _signed(code, said):
            return amount
    return ""


def _signed(code: str, said: str) -> bool:
    return any(sign in said for sign, meant in SIGNS.items() if meant == code)


def _without_limit(line: str) -> str:
    """A `decide:` line without what may be decided; a price beside it stays."""
    allowed = brief_lines(line).get("decide")
    if allowed is None:
        return line
    return " ".join(c for c in _CLAUSES.split(allowed)[1:] if _PRICED.search(fold(c)))
