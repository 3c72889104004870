"""Command words read from ordinary sentences.

A fixed list of phrases, in word classes, that must begin their clause. A
phrase is refused when its sentence holds a negation, a hedge, a condition,
another subject, or a limited scope: then it is plain words, which are filed and
passed on, and nothing is guessed (language.md, "Tolerant").
"""

import re
from collections.abc import Callable, Collection
from dataclasses import dataclass
from functools import cache

from language.meaning import Command, How
from language.phrases_classes import CONDITION, FIRM, LIMIT_BEHIND, STRICT
from language.vocabulary import word
from language.words_text import Sentence, clauses

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
    r"|sorry(?: about that| for (?:being|the) \w+)?|but|then|however|great|perfect|alright"
    r"|all right|right|well|so|just|and|also|oh|please|unfortunately|regretfully|regrettably|sadly"
    r"|actually|hi|hello|hey"
    r"|quick update|update|fyi|kindly note(?: that)?"
    r"|please note(?: that)?|note that|as requested|i'm afraid|i am afraid|afraid|i'm sorry"
    r"|i am sorry|sir|ma'am|boss|po|good news|ja|si|oui"
    r"|sim|leider|bitte|danke|gracias|merci|no rush|no worries|pls|kindly|ya|now|again"
    r"|first of all|cool|nice|awesome|excellent|brilliant|super|wonderful|noted|sure|wow"
    r"|infelizmente|lamentablemente|desafortunadamente|malheureusement|lo siento|desculpe"
    r"|desole)\b[ ,:.!–-]*"
)
_REPORTING = re.compile(
    r"(?:(?:i'm |i am |we're )?(?:happy|pleased|glad|delighted) to (?:report|say|tell you"
    r"|inform you|let you know)"
    r"|(?:(?:i )?(?:just )?(?:wanted|want|would like|writing) )?(?:just )?to (?:let you know"
    r"|inform you|say|report|confirm)"
    r"|this is to (?:inform you|let you know|confirm)|please be (?:informed|advised)|i (?:must say"
    r"|can confirm|regret|confirm))"
    r"(?: that| to (?:say|tell you|inform you) that)? "
)
_MOST_OPENERS = 4
_MOST_SENTENCES = 120

Reading = Callable[[str, str, Collection[str]], str | None]


@dataclass(frozen=True, slots=True)
class Phrase:
    """One row: what begins a clause, and means `word`, unless one of `refused`
    stands in it; both are sources of patterns, and "" refuses nothing. `asks`:
    it may be a question. `arg` reads the argument out of the rest (as written,
    folded, people) and refuses the row by None. `whole`: the rest of the
    sentence may not limit it ("done, but ...")."""

    word: str
    pattern: str
    refused: str
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
    guard = rf"(?<!\w)(?:{refused})(?!\w)" + (r"|n't\b" if "n't" in refused else "") if refused else ""
    return Phrase(word(name).name, pattern, guard, asks, arg, whole or refused in (STRICT, FIRM))


@cache
def compiled(source: str) -> re.Pattern[str]:
    """A pattern of these tables, made when it is first asked for: most commands
    of the command line read no mail, and need not wait for hundreds of them.
    Safe to keep: the tables are fixed, so there are no more sources than rows."""
    return re.compile(source)


_BEFORE = re.compile(rf"(?<!\w)(?:{CONDITION}|he|she|they|said|says|told|says?|think|hope|wish)(?!\w)")
_BEHIND = re.compile(rf"(?<!\w)(?:{LIMIT_BEHIND})(?!\w)|n't\b")


@dataclass(frozen=True, slots=True)
class Table:
    """All rows for one role. `any_of` is every pattern in one, for the clauses
    (most of them) that begin no phrase at all."""

    rows: tuple[Phrase, ...]
    any_of: str


def table(*rows: Phrase) -> Table:
    """The rows as a table."""
    return Table(rows, "|".join(f"(?:{phrase.pattern})" for phrase in rows))


def read_phrases(
    sentences: list[Sentence], rows: Table, people: Collection[str]
) -> list[tuple[int, Command]]:
    """Every phrase of `rows` in these sentences, with the line it stands in."""
    found = []
    for sentence in sentences[:_MOST_SENTENCES]:
        for name, arg in _in_sentence(sentence, rows, people):
            found.append((sentence.line, Command(name, arg, How.PHRASE, sentence.text)))
    return found


def _in_sentence(sentence: Sentence, rows: Table, people: Collection[str]) -> list[tuple[str, str]]:
    found: dict[str, str] = {}
    spans, any_of = clauses(sentence), compiled(rows.any_of)
    starts = [(begin, end) for start, end in spans for begin in _beginnings(sentence.folded, start, end)]
    starts = [(begin, end) for begin, end in starts if any_of.match(sentence.folded, begin)]
    calm = _BENIGN.sub(lambda hit: " " * len(hit[0]), sentence.folded[:600]) if starts else ""
    for begin, end in starts:
        asked = sentence.asks and end == spans[-1][1]
        for phrase in rows.rows:
            if phrase.word in found or (asked and not phrase.asks):
                continue
            arg = _read(phrase, sentence, calm, begin, end, people)
            if arg is not None:
                found[phrase.word] = arg
    return list(found.items())


def _beginnings(folded: str, start: int, end: int) -> list[int]:
    """Where a clause may be said to begin: at its first word, or behind "ok"."""
    begins = [start]
    while len(begins) <= _MOST_OPENERS:
        hit = _OPENER.match(folded, begins[-1], end) or _REPORTING.match(folded, begins[-1], end)
        if not hit or hit.end() >= end:
            break
        begins.append(hit.end())
    return begins


def _read(
    phrase: Phrase, sentence: Sentence, calm: str, begin: int, end: int, people: Collection[str]
) -> str | None:
    """The argument ("" without one) if this row holds here, else None."""
    hit = compiled(phrase.pattern).match(sentence.folded, begin)
    if not hit or _refuses(phrase, calm, begin, max(end, hit.end())):
        return None
    if phrase.arg is None:
        return ""
    return phrase.arg(sentence.text[hit.start() :], sentence.folded[hit.start() :], people)


def _refuses(phrase: Phrase, calm: str, begin: int, end: int) -> bool:
    if phrase.refused and compiled(phrase.refused).search(calm[begin:end]):
        return True
    if _BEFORE.search(calm[:begin]) and phrase.whole:
        return True
    return phrase.whole and bool(_BEHIND.search(calm[end:]))
