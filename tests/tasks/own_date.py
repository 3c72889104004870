"""A contractor's date on Wednesday 2 December, the owner's own on Friday 4 December 2026, both at
17:00 Pacific, and what names the own one in a text that is written on Monday 30 November."""

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

from language.due import read_due_phrase
from tasks.discreet import Hidden, is_told
from tasks.model import Due

ZONE = "America/Los_Angeles"
WRITTEN = datetime(2026, 11, 30, 17, 12, tzinfo=UTC)
OWN = Due(datetime(2026, 12, 5, 1, tzinfo=UTC), ZONE, "Friday 5pm", "stephanie", "2026-12-04T17:00")
THEIRS = Due(datetime(2026, 12, 3, 1, tzinfo=UTC), ZONE, "", "stephanie", "2026-12-02T17:00")


def told(text: str, own: Due = OWN, theirs: Due = THEIRS) -> bool:
    """Whether the text names the own date, or may."""
    return is_told(text, hides(own, theirs))


def hides(own: Due = OWN, theirs: Due = THEIRS) -> Hidden:
    """What a text must not tell."""
    return Hidden((own,), (theirs,), _read, _day)


def _read(text: str) -> Due | None:
    found = read_due_phrase(text, WRITTEN, ZONE, "en-US", time(17, 0), frozenset())
    return Due(found.at, ZONE, found.phrase, "stephanie", other=found.other) if found.at else None


def _day(due: Due) -> date:
    return due.at.astimezone(ZoneInfo(ZONE)).date()
