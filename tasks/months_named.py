"""Where a text names the month of a hidden day, and no other day of it: "mid-December", "fin de
diciembre"; or a day and a month as two numbers: "the fourth of the twelfth".
"""

import re
from collections.abc import Iterator
from datetime import date

from language.counted import count_before
from language.day_lookup import Token, month_names, name_at, plain, tokens
from language.days_abroad import month_days
from language.time_east import east_months
from language.time_units import unit_at

_OTHER_WORDS = (  # names of months that are other words, too
    "may march mai maj mars mart marts mei maio mayo mac juli juni augusta medi mail samhain kasim ekim"
    " ocak"
    " aralik nisan luty kovo ii iii iv vi vii viii ix xi xii i v x lut lip tras trav juin"
)
_WORDS = frozenset(_OTHER_WORDS.split())
_LEAD_WORDS = (  # before a month, whose short name or other meaning counts only there
    "in of by mid early late end ends ending begin beginning start middle until till this next coming"
    " during"
    " around before after since through half first second last all de di del du d en em w v ve u i im ende"
    " anfang mitte debut fin mi fines finales principios inicio comienzos mediados inicios fim meados"
    " inizio"
    " fine meta begin eind einde van slutet av af borjan mitten poczatek koniec polowie konca konec"
    " zacatkem"
    " koncem zacatek pocatek sredina konac pocetak"
)
_LEADS = frozenset(_LEAD_WORDS.split())
_OVER = re.compile(r"(?:\b(?:last|past|previous|since|of last|back in|dernier|letzten|pasado|scorso)\W+)$")
_DATED = re.compile(r"\W{0,3}(?:19|20)\d\d\b")
_JOINT_WORDS = "of the in month day and to s der des de del du von vom am le el"
_JOINTS = frozenset(_JOINT_WORDS.split())
_TAILS = frozenset(("th", "st", "nd", "rd"))
_APART = 4  # tokens between two numbers of one date
_FUNCTIONS = re.compile(  # behind two numbers that are no count of things
    r"\W*(?:$|[.,;:!?)]|(?:is|was|are|will|would|it|we|i|you|they|he|she|at|in|on|for|when|then|and|or"
    r"|that|the|works|suits|would|"
    r"evening|morning|night|noon|comes?|falls|sees|starts?|opens?)\b)"
)
_GLUED = re.compile(
    r"\b([^\W\d_]{3,10}?)(?:woche|wochen|week|uke|uge|vecka|veckan|haelfte|halfte|anfang|ende|mitte"
    r"|viikko\w*|tage|tagen|abend)\b"
)
_FIGURES = re.compile(r"(?<!\d)\d{1,2}(?!\d)")
_HOUR = re.compile(r"(?i)\s?(?:[ap]\.?m\b|:\d|uhr\b|h\b|o'clock\b)")
_NEAR = 20  # characters
_LENGTH = 3  # letters of a shortened month


def month_named(text: str, days: frozenset[date]) -> Iterator[tuple[int, int]]:
    """Both, from where to where."""
    toks = tokens(text)
    named = [found for found in _months(toks) if any(day.month in found[2] for day in days)]
    settled = bytearray(len(text))  # 1 where a day of a month is read
    for found in month_days(text) if named else ():
        end = found.end - 1 if _HOUR.match(text, found.end) else found.end  # "2 December, 5 PM"
        if not _around(text[found.start : end], days):
            settled[found.start : found.end] = b"\1" * (found.end - found.start)
    for start, end, months in named:
        near = {day for day in days if day.month in months}
        if not settled[start] and not _another(text, start, end, near):
            yield start, end
    for start, end, number in east_months(text):
        if any(day.month == number for day in days):
            yield start, end
    for hit in _GLUED.finditer(plain(text)):  # "Dezemberwoche"
        months = name_at(tokens(hit[1]), 0, month_names())[0]
        if any(day.month in months for day in days):
            yield hit.span()
    yield from _pairs(text, toks, days)


def _around(said: str, days: frozenset[date]) -> bool:
    """Whether days that are named together have a hidden one between them: "1 to 7 December"."""
    named = [int(figures) for figures in _FIGURES.findall(said)]
    return len(named) > 1 and any(min(named) <= day.day <= max(named) for day in days)


def _months(toks: list[Token]) -> Iterator[tuple[int, int, frozenset[int]]]:
    for at, tok in enumerate(toks):
        found, length = name_at(toks, at, month_names())
        short = not found
        if short and _LENGTH <= len(tok.text) <= _LENGTH + 1:
            found, length = month_names().starts.get(tok.text, frozenset()), 1
        led = at > 0 and toks[at - 1].text in _LEADS
        counts = at + 1 < len(toks) and unit_at(toks[at + 1].text) is not None  # "em dez minutos"
        if found and not (short and counts) and (led or not (short or tok.text in _WORDS)):
            yield tok.start, toks[at + length - 1].end, found


def _another(text: str, start: int, end: int, days: set[date]) -> bool:
    """Whether the month is said to be over, or of another year."""
    if _OVER.search(plain(text[max(0, start - _NEAR) : start])):
        return True
    year = _DATED.match(text[end : end + _NEAR])
    return year is not None and not any(f"{day.year}" in year[0] for day in days)


def _pairs(text: str, toks: list[Token], days: frozenset[date]) -> Iterator[tuple[int, int]]:
    """Two numbers, one of them in words or an ordinal, that are the day and the month."""
    said = plain(text)
    tongues = frozenset(("en", "de", "fr", "es", "it", "nl", "pt"))
    numbers = [
        (at, found) for at in range(len(toks)) if (found := count_before(toks[at : at + 1], 0, said, tongues))
    ]
    for (first, one), (second, two) in zip(numbers, numbers[1:], strict=False):
        between = {tok.text for tok in toks[first + 1 : second]} - _TAILS
        plain_figures = toks[first].text.isdecimal() and toks[second].text.isdecimal()
        ordinal = one.ordinal or two.ordinal or bool(_TAILS & {t.text for t in toks[first : second + 2]})
        if second - first > _APART or between - _JOINTS or plain_figures and not ordinal:
            continue
        if any({one.low, two.low} == {float(day.day), float(day.month)} for day in days) and (
            ordinal or _FUNCTIONS.match(said, toks[second].end)
        ):
            yield toks[first].start, toks[second].end
