"""Command words read from ordinary sentences.

A fixed list of phrases, in word classes, that must begin their clause. A
phrase is refused when its sentence holds a negation, a hedge, a condition,
another subject, or a limited scope: then it is plain words, which are filed and
passed on, and nothing is guessed (language.md, "Tolerant").
"""

import re
from collections.abc import Callable, Collection
from dataclasses import dataclass

from language.meaning import Command, How
from language.money import read_money
from language.vocabulary import word
from language.words_arguments import is_person, read_hours
from language.words_dates import find_date, is_date
from language.words_text import Sentence, clauses

NEGATION = (
    r"not|n't|never|no|nor|neither|without|cannot|cant|dont|doesnt|isnt|havent|nicht|kein\w{0,2}"
    r"|noch|ohne|nunca|sin|pas|sans"
    r"|nao|sem|todavia|aun|ainda"
)
HEDGE = (
    r"almost|nearly|mostly|partly|partially|maybe|perhaps|probably|possibly|might|could|should"
    r"|would|hopefully|hope|hoping|wish"
    r"|soon|try|trying|guess|think|suppose[d]?|expect|expected|supposedly|close to|about to|fast"
    r"|beinahe|casi|presque|quase"
    r"|vielleicht|quiza|peut-etre|talvez|basically|practically|virtually|pretty much|theoretically|yet"
)
FUTURE = r"will|'ll|shall|going to|gonna|tomorrow|later|next|wird|werde|sera|vai"
CONDITION = (
    r"if|when|once|until|till|unless|before|as soon as|whether|provided|assuming|in case|wenn"
    r"|sobald|falls|bis|cuando|hasta"
    r"|quand|des que|quando|assim que"
)
OTHERS = (
    r"he|she|they|his|her|their|client|clients|client's|customer|customers|customer's|vendor"
    r"|supplier|tenant|landlord|boss|bank"
    r"|said|says|told|script|colleague|assistant|team"
)
SCOPE = (
    r"part|parts|half|first|second|third|1st|2nd|3rd|page|pages|section|step|chapter|sample|samples"
    r"|except|apart|most|some|only"
    r"|so far|rest|remaining|left|for today|for now|for tonight|one of|mock-?up|test|teil"
    r"|erste[rn]?|zweite[rn]?|parte|primera"
    r"|primeira|partie|premiere"
)
LIMIT_BEHIND = (
    r"but|except|however|apart from|other than|still|not|n't|remaining|unless|although|aber|pero|mais"
    r"|sauf|excepto|exceto"
)
_HABIT = (
    r"by (?:a|an|the|our|his|her|my|hand|cron)\b|every|each|daily|nightly|weekly|usually|always"
    r"|automatically|manually"
)

STRICT = "|".join((NEGATION, HEDGE, FUTURE, CONDITION, OTHERS, SCOPE, _HABIT))
FIRM = "|".join((NEGATION, HEDGE, CONDITION, OTHERS))
DATED = "|".join(
    (NEGATION, "maybe|perhaps|might|should|hopefully|hope|try|if|once|unless|as soon as|he|she|they")
)
CALM = "|".join((HEDGE, CONDITION, OTHERS))
LOOSE = "|".join((OTHERS, "if|unless|was|were"))
NOTHING = ""

_BENIGN = re.compile(
    r"no (?:problems?|worries|issues?|questions?|rush|changes|need to)\b|not a problem|no longer"
    r"|nothing (?:else|more|further)"
    r"|(?:please )?let (?:me|us) know\b.*|if (?:you (?:need|want|have|like|could)|there(?:'s| is"
    r"| are)|that helps|possible|needed"
    r"|anything|any)\b.*|feel free\b.*|please (?:check|see|review|have a look|take a look"
    r"|confirm)\b.*|when(?:ever)? you (?:have|get|can)\b.*"
    r"|(?:ready )?when(?:ever)? you are|client-facing|her(?:e|eby)"
)
_OPENER = re.compile(
    r"(?:ok(?:ay)?|yes|yep|yeah|thanks?(?: you)?(?: (?:so much|a lot|very much))?|thx|many thanks"
    r"|sorry(?: about that)?|great|perfect|alright"
    r"|all right|right|well|so|just|and|also|oh|please|unfortunately|actually|hi|hello|hey"
    r"|quick update|update|fyi|kindly note(?: that)?"
    r"|please note(?: that)?|note that|as requested|i'm afraid|i am afraid|afraid|i'm sorry"
    r"|i am sorry|sir|ma'am|boss|po|good news|ja|si|oui"
    r"|sim|leider|bitte|danke|gracias|merci|no rush|no worries|pls|kindly|ya|now|again"
    r"|first of all)\b[ ,:.!–-]*"
)
_MOST_OPENERS = 4
_MOST_SENTENCES = 120

Reading = Callable[[str, str, Collection[str]], str | None]


@dataclass(frozen=True, slots=True)
class Phrase:
    """One row: what begins a clause, and means `word`, unless one of `refused`
    stands in it. `asks`: it may be a question. `arg` reads the argument out of
    the rest (as written, folded, people) and refuses the row by None. `whole`:
    the rest of the sentence may not limit it ("done, but ...")."""

    word: str
    pattern: re.Pattern[str]
    refused: re.Pattern[str] | None
    asks: bool = False
    arg: Reading | None = None
    whole: bool = False


def row(
    name: str,
    pattern: str,
    refused: str = STRICT,
    *,
    asks: bool = False,
    arg: Reading | None = None,
    whole: bool = False,
) -> Phrase:
    """A row of a phrase table; `pattern` is matched where a clause begins.
    What is refused strictly or firmly is refused in the whole sentence."""
    guard = (
        re.compile(rf"(?<!\w)(?:{refused})(?!\w)" + (r"|n't\b" if "n't" in refused else ""))
        if refused
        else None
    )
    return Phrase(word(name).name, re.compile(pattern), guard, asks, arg, whole or refused in (STRICT, FIRM))


_BEFORE = re.compile(rf"(?<!\w)(?:{CONDITION}|he|she|they|said|says|told|says?|think|hope|wish)(?!\w)")
_BEHIND = re.compile(rf"(?<!\w)(?:{LIMIT_BEHIND})(?!\w)|n't\b")


def read_phrases(
    sentences: list[Sentence], rows: tuple[Phrase, ...], people: Collection[str]
) -> list[tuple[int, Command]]:
    """Every phrase of `rows` in these sentences, with the line it stands in."""
    found = []
    for sentence in sentences[:_MOST_SENTENCES]:
        for name, arg in _in_sentence(sentence, rows, people):
            found.append((sentence.line, Command(name, arg, How.PHRASE, sentence.text)))
    return found


def _in_sentence(
    sentence: Sentence, rows: tuple[Phrase, ...], people: Collection[str]
) -> list[tuple[str, str]]:
    calm = _BENIGN.sub(lambda hit: " " * len(hit[0]), sentence.folded[:600])
    found: dict[str, str] = {}
    spans = clauses(sentence)
    for start, end in spans:
        last = end == spans[-1][1]
        for begin in _beginnings(sentence.folded, start, end):
            for phrase in rows:
                if phrase.word in found or (sentence.asks and last and not phrase.asks):
                    continue
                arg = _read(phrase, sentence, calm, begin, end, people)
                if arg is not None:
                    found[phrase.word] = arg
    return list(found.items())


def _beginnings(folded: str, start: int, end: int) -> list[int]:
    """Where a clause may be said to begin: at its first word, or behind "ok"."""
    begins = [start]
    while (
        len(begins) <= _MOST_OPENERS and (hit := _OPENER.match(folded, begins[-1], end)) and hit.end() < end
    ):
        begins.append(hit.end())
    return begins


def _read(
    phrase: Phrase, sentence: Sentence, calm: str, begin: int, end: int, people: Collection[str]
) -> str | None:
    """The argument ("" without one) if this row holds here, else None."""
    hit = phrase.pattern.match(sentence.folded, begin)
    if not hit or _refuses(phrase, calm, begin, max(end, hit.end())):
        return None
    if phrase.arg is None:
        return ""
    return phrase.arg(sentence.text[hit.start() :], sentence.folded[hit.start() :], people)


def _refuses(phrase: Phrase, calm: str, begin: int, end: int) -> bool:
    if phrase.refused and phrase.refused.search(calm[begin:end]):
        return True
    if _BEFORE.search(calm[:begin]) and phrase.whole:
        return True
    return phrase.whole and bool(_BEHIND.search(calm[end:]))


# What rows read out of the rest of a sentence.

_CAPITAL = re.compile(r"@?[A-Z\u00c0-\u00de][\w'-]{1,30}(?: [A-Z\u00c0-\u00de][\w'-]{1,30})?")
_TO = re.compile(r"\b(?:to|let|have|an|a|ask)\s+(?=\S)")
_HOURS_IN = re.compile(
    r"(?:\d{1,3}(?:[.,:]\d{1,2})? ?(?:h|hrs?|hours?|std|stunden|horas?"
    r"|heures?)\b(?: ?(?:and )?\d{1,2} ?(?:m|mins?|minutes)?\b)?"
    r"|\d{1,3} ?(?:min|mins|minutes)\b|half an hour|an hour and a half|an hour|one hour|two hours"
    r"|three hours)"
)
_UNTIL = re.compile(r"\b(?:until|till|til)\b")
_TWO_NUMBERS = re.compile(r"(\d{1,5}) ?(?:/|(?:out )?of) ?(?:the |all )?(\d{1,5})\b")
_PERCENT_IN = re.compile(r"(\d{1,3})(?:[.,]\d)? ?(?:%|per ?cent|prozent)")


def a_date(text: str, folded: str, people: Collection[str]) -> str | None:
    """The rest of the clause from where a date begins."""
    at = find_date(folded)
    return re.split(r"[,;(]| [-–—] ", text[at:], maxsplit=1)[0].strip() if at >= 0 else None


def a_person(text: str, folded: str, people: Collection[str]) -> str | None:
    """The name behind "to" or "let": a known one, or one with a capital."""
    for hit in _TO.finditer(folded):
        name = _CAPITAL.match(text, hit.end())
        if name and not is_date(name[0]):
            return name[0].lstrip("@")
        first = text[hit.end() :].split()[0].strip(".,!?")
        if people and is_person(first, people):
            return first.lstrip("@")
    return None


def some_hours(text: str, folded: str, people: Collection[str]) -> str | None:
    hit = _HOURS_IN.search(folded)
    return read_hours(hit[0]) if hit else None


def an_amount(text: str, folded: str, people: Collection[str]) -> str | None:
    return read_money(text) or None


def maybe_amount(text: str, folded: str, people: Collection[str]) -> str | None:
    return read_money(text)


def a_share(text: str, folded: str, people: Collection[str]) -> str | None:
    """A percentage: as written, or of "30 out of 40", or "halfway"."""
    if hit := _PERCENT_IN.search(folded):
        return str(int(hit[1])) if int(hit[1]) <= 100 else None
    if hit := _TWO_NUMBERS.search(folded):
        made, whole = int(hit[1]), int(hit[2])
        return str(round(100 * made / whole)) if 0 < whole >= made else None
    return "50"


def until_when(text: str, folded: str, people: Collection[str]) -> str | None:
    hit = _UNTIL.search(folded)
    return text[hit.start() :] if hit else ""


def its_text(text: str, folded: str, people: Collection[str]) -> str | None:
    return text


def said(level: str) -> Reading:
    """A reader that always answers `level`."""
    return lambda text, folded, people: level
