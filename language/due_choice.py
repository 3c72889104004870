"""Which of a mail's due clauses is the due date, and which are checkpoints."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from language.dates_calendar import Scene
from language.dates_resolve import resolve
from language.due_argument import told
from language.due_find import Clause, Found
from language.meaning import Checkpoint, DueReading, Sure
from language.zones import zone_of

_SAME_DAY = timedelta(hours=12)  # "draft Thursday 5pm, final Thursday 3pm" lists no days
_FAR = datetime.max.replace(tzinfo=UTC)

Read = tuple[Clause, DueReading]


def choose(found: Found, text: str, scene: Scene) -> DueReading | None:
    """Return the due date among the clauses of a text, or None where there is none.

    The last correction wins; else final beats draft, a firm date a wish, the
    stronger lead the weaker, and of equals the latest. The others become
    checkpoints.
    """
    readings = _read(found, text, scene)
    if not readings:
        return None
    corrections = [read for read in readings if read[0].corrected]
    if corrections:
        best = corrections[-1]
        return _noted(best[1], readings[readings.index(best) :])
    best = _fuller(max(readings, key=_strength), readings)
    return _noted(best[1], readings)


def with_checkpoints(due: DueReading, found: Found, text: str, scene: Scene) -> DueReading:
    """Return `due`, the reading of a `Due:` line, with the other dates of the text beside it."""
    return _noted(due, _read(found, text, scene))


def _noted(due: DueReading, readings: list[Read]) -> DueReading:
    others = {r.at: Checkpoint(r.at, r.phrase) for _, r in readings if r.at is not None and r.at != due.at}
    return replace(due, checkpoints=tuple(others[at] for at in sorted(others)))


def _read(found: Found, text: str, scene: Scene) -> list[Read]:
    """Resolve each clause; "by then" is the moment mentioned before it."""
    readings: list[Read] = []
    for clause in found.clauses:
        phrase = clause.phrase
        if phrase.then:
            earlier = [p for p in found.mentioned if p.first < phrase.first and not p.then]
            if not earlier:
                continue
            phrase = earlier[-1]
        reading = _in_turn(resolve(phrase, clause.before, scene), clause, readings)
        readings.append((clause, told(reading, text[clause.start : clause.end], scene)))
    return readings


def _in_turn(reading: DueReading, clause: Clause, earlier: list[Read]) -> DueReading:
    """Behind "phase 1 by Monday" today's weekday is the one in a week: people list dates in turn.

    So is the weekday of the final version behind a draft that is due later this way.
    """
    if reading.rule != "weekday" or reading.at is None:
        return reading
    last = [before.at for draft, before in earlier if draft.weight < clause.weight or reading.other]
    if not any(at is not None and at - reading.at > _SAME_DAY for at in last):
        return reading
    if reading.other is None:
        later = reading.at + timedelta(days=7)
        return replace(reading, at=later, other=reading.at, sure=Sure.AMBIGUOUS, rule="weekday-in-turn")
    return replace(reading, at=reading.other, other=None, sure=Sure.SURE, rule="weekday-in-turn")


def _strength(read: Read) -> tuple[int, bool, int, datetime]:
    clause, reading = read
    return clause.weight, not clause.soft, clause.rank, reading.at or _FAR


def _fuller(best: Read, readings: list[Read]) -> Read:
    """Of two clauses for one day, the one that says the hour is the fuller."""
    if best[1].at is None or best[0].phrase.clock is not None:
        return best
    for other in readings:
        timed = other[0].phrase.clock is not None and other[0].weight == best[0].weight
        if timed and _day(other[1]) == _day(best[1]):
            return other
    return best


def _day(reading: DueReading) -> date | None:
    return reading.at.astimezone(zone_of(reading.zone)).date() if reading.at is not None else None
