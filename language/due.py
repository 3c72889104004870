"""The due date of a mail: which moment its writer wants the work to be done by.

`read_due` takes a whole text and looks for due clauses; `read_due_phrase` takes
the argument of a command or of a `Due:` line. Both give one of the outcomes of
`Sure`, in words that the receipt can repeat, and never raise.
"""

from dataclasses import replace
from datetime import UTC, date, datetime, time

from language.dates import STARTS, phrase_at
from language.dates_calendar import Scene
from language.dates_days import Tokens
from language.dates_resolve import resolve
from language.due_find import Clause, Found, find, sentences, text_of
from language.due_text import spoken
from language.folding import fold
from language.meaning import NO_DUE, Checkpoint, DueReading, Sure
from language.tokens import END, tokens
from language.tokens_lexicon import word_set
from language.zones import zone_of

_PHRASE = 300  # characters of an argument that are read
_FAR = datetime.max.replace(tzinfo=UTC)
_LABELS = frozenset(
    [
        "due",
        "due date",
        "deadline",
        "due by",
        "due on",
        "needed by",
        "need by",
        "required by",
        "finish by",
        "complete by",
        "deliver by",
        "when",
        "timeline",
        "target date",
        "completion date",
        "delivery date",
        "target",
        "by when",
        "due at",
        "final deadline",
        "hard deadline",
        "date due",
        "done by",
        "return by",
        "submit by",
        "fecha limite",
        "plazo",
        "prazo",
        "frist",
        "echeance",
        "date limite",
        "abgabe",
        "fallig",
        "entrega",
        "data limite",
        "fallig am",
        "fecha de entrega",
        "termin",
        "abgabetermin",
        "new deadline",
        "new due date",
        "closing date",
        "final date",
        "last date",
        "date needed",
        "date required",
        "due date and time",
        "due on or before",
        "delivery",
        "due by date",
        "submission deadline",
        "deadline for submission",
        "target completion",
        "complete by date",
    ]
)
_OPEN_ARGUMENTS = frozenset(
    [
        "none",
        "n/a",
        "na",
        "no",
        "-",
        "never",
        "nil",
        "open",
        "not set",
        "any time",
        "anytime",
        "keine",
        "ninguna",
        "aucune",
        "nenhum",
        "whenever",
        "no due",
        "no date",
    ]
)
_LEAD_IN = word_set(
    "by before until till on at the due within in no later than latest for is : to , - due by bis am um den para el la pour le ate a de antes avant d'ici sous"
    " innerhalb von dentro en em von spatestens nlt please around about approx sometime some time"
) | {"no later than", "on or before", "not later than", "at the latest"}
_BEFORE = frozenset({"before", "antes", "avant", "vor"})


def read_due(
    text: str,
    written_at: datetime,
    zone: str,
    locale: str = "en-US",
    due_time: time = time(17, 0),
    holidays: frozenset[date] = frozenset(),
) -> DueReading:
    """Return the due date that a mail body or a subject asks for.

    `written_at` (aware) and `zone` (IANA) are the writer's; a date without a
    time is due at `due_time` there; `locale` decides 3/4; `holidays` are no
    business days. Quotes, signatures and file names do not count, and only the
    first 8 KB are read. Never raises.
    """
    said = spoken(text)
    toks = [*tokens(said.text), *([END] * 8)]
    scene = Scene(_aware(written_at), zone, _locale(locale, toks), due_time, holidays)
    labelled = _label(toks, said.text, scene)
    found = find(toks, said.closing)
    if labelled is not None:
        return replace(labelled, checkpoints=_checkpoints(_read(found, said.text, scene), labelled))
    readings = _read(found, said.text, scene)
    return _best(readings, scene) if readings else _stance(toks, said.text, scene)


def read_due_phrase(
    phrase: str,
    written_at: datetime,
    zone: str,
    locale: str = "en-US",
    due_time: time = time(17, 0),
    holidays: frozenset[date] = frozenset(),
) -> DueReading:
    """Return what the argument of a command or of a `Due:` line means.

    Arguments as for `read_due`; no clause word is needed, but one is allowed
    ("by Thu 3pm"). What holds no date is ASK, what says there is none is OPEN,
    and nothing at all is NONE. Never raises.
    """
    text = phrase[:_PHRASE]
    toks = [*tokens(text), *([END] * 8)]
    scene = Scene(_aware(written_at), zone, _locale(locale, toks), due_time, holidays)
    return _argument(toks, 0, len(toks) - 8, text, scene)


def _aware(at: datetime) -> datetime:
    return at.astimezone(UTC) if at.tzinfo is not None else at.replace(tzinfo=UTC)


_MONTH_LAST = word_set("bis ate hasta avant pour spatestens prazo frist plazo para o el le la am au de der")


def _locale(locale: str, toks: Tokens) -> str:
    """Who writes German, Spanish, French or Portuguese puts the day first, wherever they live."""
    others = sum(1 for tok in toks[:400] if tok.low in _MONTH_LAST)
    return "en-GB" if others * 4 > len(toks[:400]) - 8 and others else locale


def _argument(toks: Tokens, first: int, after: int, text: str, scene: Scene) -> DueReading:
    """Read a run of tokens as nothing but a due moment."""
    words = text_of(toks, first, after).strip(" .!?")
    if not words:
        return NO_DUE
    written = text[toks[first].start : toks[after - 1].end].strip()
    at = first
    while at < after and (
        toks[at].low in _LEAD_IN or toks[at].cls in ("nl", "open", "urgent") or toks[at].low == "("
    ):
        phrase = phrase_at(toks, at) if toks[at].cls in STARTS else None
        if phrase is not None and not phrase.then:
            break
        at += 1
    phrase = phrase_at(toks, at) if at < after and toks[at].cls in STARTS else None
    if (
        phrase is not None
        and not phrase.then
        and (phrase.day is None or phrase.day.kind not in ("every", "last"))
    ):
        before = at > first and toks[at - 1].low in _BEFORE
        return _told(
            resolve(phrase, before, scene), text[toks[first].start : toks[phrase.after - 1].end], scene
        )
    stance = _stance_of(toks, first, after)
    if words in _OPEN_ARGUMENTS or stance in ("open", "urgent"):
        return DueReading(
            Sure.OPEN, zone=scene.zone, phrase=written, rule="no-date-wanted", urgent=stance == "urgent"
        )
    return _told(DueReading(Sure.ASK, rule="not-a-date", question="it names no day"), written, scene)


def _told(reading: DueReading, written: str, scene: Scene) -> DueReading:
    """Give a reading its phrase as written and, where it asks, a whole sentence."""
    phrase = " ".join(written.split()).strip(" ,;:-([")
    if reading.sure is not Sure.ASK:
        return replace(reading, phrase=phrase)
    asks = f'I could not read a due date from "{phrase}": {reading.question}. When is it due?'
    return replace(reading, phrase=phrase, question=asks, zone=scene.zone)


def _label(toks: Tokens, text: str, scene: Scene) -> DueReading | None:
    """Return the reading of the last `Due:` line, which is worth more than any clause."""
    found: DueReading | None = None
    first = 0
    for i, tok in enumerate(toks):
        if tok.cls not in ("nl", "end"):
            continue
        reading = _label_line(toks, first, i, text, scene) if first < i else None
        found = reading or found
        first = i + 1
        if tok.cls == "end":
            break
    return found


def _label_line(toks: Tokens, first: int, after: int, text: str, scene: Scene) -> DueReading | None:
    while first < after and toks[first].low in ("*", "-", "•", "|", ">"):
        first += 1
    colon = next((k for k in range(first, min(first + 6, after)) if toks[k].low in (":", "=")), None)
    if colon is None or text_of(toks, first, colon).strip(" *") not in _LABELS:
        return None
    start = colon + 1
    while start < after and toks[start].low == "*":
        start += 1
    reading = _argument(toks, start, after, text, scene)
    if (
        reading.sure is Sure.ASK
        and reading.rule == "not-a-date"
        and fold(toks[first].raw) in ("when", "target", "termin", "entrega")
    ):
        return None
    return None if reading.sure is Sure.NONE else replace(reading, rule=f"due-line, {reading.rule}")


Read = tuple[Clause, DueReading]


def _read(found: Found, text: str, scene: Scene) -> list[Read]:
    """Resolve each clause; "by then" is the moment mentioned before it."""
    readings: list[Read] = []
    for clause in found.clauses:
        phrase, before = clause.phrase, clause.before
        if phrase.then:
            earlier = [p for p in found.mentioned if p.first < phrase.first and not p.then]
            if not earlier:
                continue
            phrase = earlier[-1]
        reading = _in_turn(resolve(phrase, before, scene), readings)
        readings.append((clause, _told(reading, text[clause.start : clause.end], scene)))
    return readings


def _in_turn(reading: DueReading, earlier: list[Read]) -> DueReading:
    """Behind "phase 1 by Monday" today's weekday is the one in a week: people list dates in turn."""
    if reading.rule == "weekday" and reading.at is not None and reading.other is not None:
        if any(before.at is not None and before.at > reading.at for _, before in earlier):
            return replace(reading, at=reading.other, other=None, sure=Sure.SURE, rule="weekday-in-turn")
    return reading


def _best(readings: list[Read], scene: Scene) -> DueReading:
    """The last correction; else final before draft, a firm date before a wish, the
    strongest lead, and of equals the latest. The others become checkpoints."""
    corrections = [read for read in readings if read[0].corrected]
    best = corrections[-1] if corrections else max(readings, key=_strength)
    kept = readings[readings.index(best) :] if corrections else readings
    best = best if corrections else _told_twice(best, readings)
    return replace(best[1], checkpoints=_checkpoints(kept, best[1]))


def _told_twice(best: Read, readings: list[Read]) -> Read:
    """Of two clauses for one day, the one that says the hour is the fuller."""
    at = best[1].at
    if at is None or best[0].phrase.clock is not None:
        return best
    day = at.astimezone(zone_of(best[1].zone)).date()
    for other in readings:
        told = other[1].at
        if told is not None and other[0].phrase.clock is not None and other[0].weight == best[0].weight:
            if told.astimezone(zone_of(other[1].zone)).date() == day:
                return other
    return best


def _strength(read: Read) -> tuple[int, bool, int, datetime]:
    clause, reading = read
    return clause.weight, not clause.soft, clause.rank, reading.at or _FAR


def _checkpoints(readings: list[Read], best: DueReading) -> tuple[Checkpoint, ...]:
    others = {r.at: Checkpoint(r.at, r.phrase) for _, r in readings if r.at is not None and r.at != best.at}
    return tuple(others[at] for at in sorted(others))


def _stance(toks: Tokens, text: str, scene: Scene) -> DueReading:
    """No date at all: did the writer say that there is none, that it is urgent, or still open?"""
    said: dict[str, DueReading] = {}
    for first, after in sentences(toks):
        stance = _stance_of(toks, first, after)
        if stance:
            written = " ".join(text[toks[first].start : toks[after - 1].end].split())
            said.setdefault(stance, DueReading(Sure.OPEN, None, scene.zone, written, "no-date-wanted"))
    if "urgent" in said:
        return replace(said["urgent"], rule="urgent", urgent=True)
    if "vague" in said:
        asked = DueReading(Sure.ASK, rule="still-open", question="it says that the date is not set yet")
        return _told(asked, said["vague"].phrase, scene)
    return said.get("open", NO_DUE)


_SHORT = 12  # tokens: a longer sentence with "flexible" in it is about something else
_DUE_WORDS = word_set("due deadline date prazo frist plazo echeance timeline")


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
