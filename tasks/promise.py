"""The moment promised, out of what a reader found."""

from zoneinfo import ZoneInfo

from language.meaning import DueReading, Sure
from tasks.model import Due
from tasks.people import Person


def due_of(reading: DueReading, by: Person) -> Due | None:
    """The promised moment of a reading, with its wall rule; None without one."""
    if reading.at is None or reading.sure not in (Sure.SURE, Sure.AMBIGUOUS):
        return None
    zone = reading.zone or by.zone
    wall = reading.at.astimezone(ZoneInfo(zone))
    return Due(reading.at, zone, reading.phrase, by.key, f"{wall:%Y-%m-%dT%H:%M}", reading.other)


def wish_for(due: Due, writer: Person) -> str:
    """The word that sets just this date where `writer` writes it: `due: 2026-12-02 17:00`, on
    their own clock, by which it is read, whosever clock it was meant on."""
    return f"due: {due.at.astimezone(ZoneInfo(writer.zone)):%Y-%m-%d %H:%M}"
