"""What stands where a due date is expected: behind `Due:`, behind a command word.

Here no clause is looked for. The words are a date, or say that there is none,
or the owner is asked.
"""

from dataclasses import replace

from language.dates import STARTS, Phrase, phrase_at
from language.dates_calendar import Scene
from language.dates_days import Tokens
from language.dates_resolve import resolve
from language.due_sentences import sentences, text_of
from language.meaning import NO_DUE, DueReading, Sure
from language.tokens_lexicon import phrase_set, word_set

# What a line of its own may be called: "Due date: ...".
_LABELS = phrase_set(
    """
abgabe | abgabetermin | by when | closing date | complete by | complete by date | completion date
data limite | date due | date limite | date needed | date required | deadline | deadline for submission
deliver by | delivery | delivery date | done by | due | due at | due by | due by date | due date
due date and time | due on | due on or before | echeance | entrega | fallig | fallig am | fecha de entrega
fecha limite | final date | final deadline | finish by | frist | hard deadline | last date | need by
needed by | new deadline | new due date | plazo | prazo | required by | return by | submission deadline
submit by | target | target completion | target date | termin | timeline | when
"""
)
_NO_DATE = phrase_set(r"""
- | any time | anytime | aucune | keine | n/a | na | nenhum | never | nil | ninguna | no | no date
no due | none | not set | open | whenever
""")
_WEAK_LABELS = word_set("when target termin entrega delivery timeline")
_LEAD_IN = word_set(
    """by before until till on at the due within in no later than latest for is : ( to , - please around
    about approx sometime some time nlt hasta bis am um den innerhalb von spatestens para el la dentro en de
    antes ate em o pour le avant d'ici sous a"""
) | {"no later than", "on or before", "not later than", "at the latest", "\n"}
_BEFORE = word_set("before antes avant vor")
_LONGEST_LINE = 60  # tokens of a `Due:` line that are read
_SHORT = 12  # tokens: a longer sentence with "flexible" in it is about something else
_DUE_WORDS = word_set("due deadline date prazo frist plazo echeance timeline")


def argument(toks: Tokens, first: int, after: int, text: str, scene: Scene) -> DueReading:
    """Read the tokens [first, after) as nothing but a due moment."""
    words = text_of(toks, first, after).strip(" .!?")
    if not words:
        return NO_DUE
    phrase = _led_in(toks, first, after)
    if phrase is not None:
        before = phrase.first > first and toks[phrase.first - 1].low in _BEFORE
        written = text[toks[first].start : toks[phrase.after - 1].end]
        return told(resolve(phrase, before, scene), written, scene)
    written = text[toks[first].start : toks[after - 1].end]
    stand = _stance_of(toks, first, after)
    if words in _NO_DATE or stand in ("open", "urgent"):
        open_ = DueReading(Sure.OPEN, zone=scene.zone, rule="no-date-wanted", urgent=stand == "urgent")
        return told(open_, written, scene)
    return told(DueReading(Sure.ASK, rule="not-a-date", question="it names no day"), written, scene)


def _led_in(toks: Tokens, first: int, after: int) -> Phrase | None:
    """Return the moment spoken of behind at most some small words, or None."""
    at = first
    while at < after:
        phrase = phrase_at(toks, at, bare=True) if toks[at].cls in STARTS else None
        mere = phrase is not None and phrase.after - at == 1 and toks[at].cls == "number"
        if phrase is not None and not phrase.then and not (mere and at + 1 < after):
            recurs = phrase.day is not None and phrase.day.kind in ("every", "last")
            return None if recurs else phrase
        if toks[at].low not in _LEAD_IN and toks[at].cls not in ("open", "urgent"):
            return None
        at += 1
    return None


def told(reading: DueReading, written: str, scene: Scene) -> DueReading:
    """Give a reading its phrase as written and, where it asks, a whole sentence."""
    phrase = " ".join(written.split()).strip(" ,;:-([")
    if reading.sure is not Sure.ASK:
        return replace(reading, phrase=phrase)
    asks = f'I could not read a due date from "{phrase}": {reading.question}. When is it due?'
    return replace(reading, phrase=phrase, question=asks, zone=scene.zone)


def label(toks: Tokens, text: str, scene: Scene) -> DueReading | None:
    """Return the reading of the last `Due:` line, which is worth more than any clause, or None."""
    found: DueReading | None = None
    starts = {first for first, _ in sentences(toks)} | {
        i + 1 for i, tok in enumerate(toks) if tok.cls == "nl"
    }
    for first in sorted(starts):
        last = min(first + _LONGEST_LINE, len(toks))
        after = next((i for i in range(first, last) if toks[i].cls in ("nl", "end")), last)
        found = (_label_line(toks, first, after, text, scene) if first < after else None) or found
    return found


def _label_line(toks: Tokens, first: int, after: int, text: str, scene: Scene) -> DueReading | None:
    while first < after and toks[first].low in ("*", "-", "•", "|"):
        first += 1
    colon = next((k for k in range(first, min(first + 6, after)) if toks[k].low in (":", "=")), None)
    if colon is None:
        return None
    name = text_of(toks, first, colon).strip(" *")
    if name not in _LABELS:
        return None
    start = colon + 1
    while start < after and toks[start].low == "*":
        start += 1
    reading = argument(toks, start, after, text, scene)
    if reading.sure is Sure.NONE or (name in _WEAK_LABELS and reading.rule == "not-a-date"):
        return None
    return replace(reading, rule=f"due-line, {reading.rule}")


def stance(toks: Tokens, text: str, scene: Scene) -> DueReading:
    """Return what a text without a date says: OPEN (none wanted, or urgent), ASK (not set yet) or NONE."""
    said: dict[str, str] = {}
    for first, after in sentences(toks):
        stand = _stance_of(toks, first, after)
        if stand:
            said.setdefault(stand, text[toks[first].start : toks[after - 1].end])
    if "urgent" in said:
        return told(DueReading(Sure.OPEN, zone=scene.zone, rule="urgent", urgent=True), said["urgent"], scene)
    if "vague" in said:
        asked = DueReading(Sure.ASK, rule="still-open", question="it says that the date is not set yet")
        return told(asked, said["vague"], scene)
    if "open" in said:
        return told(DueReading(Sure.OPEN, zone=scene.zone, rule="no-date-wanted"), said["open"], scene)
    return NO_DUE


def _stance_of(toks: Tokens, first: int, after: int) -> str:
    """Return "open", "urgent" or "vague" where a sentence takes that stance, else ""."""
    for tok in toks[first:after]:
        if tok.cls in ("open", "urgent") and (" " in tok.low or after - first <= _SHORT):
            return tok.cls
        if tok.cls == "vague" and any(
            other.low in _DUE_WORDS or other.low == "due date" for other in toks[first:after]
        ):
            return tok.cls
    return ""
