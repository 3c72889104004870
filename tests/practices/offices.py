"""What conversations about the ladder have in common: who writes, and a task."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.shell.office import CONFIG, MONDAY, Got, Office, kinds, one

MEMORY = Path("/dev/shm")
STEPHANIE = "Stephanie Miller <stephanie@example.com>"
JOY, BEN = "joy@example.net", "ben@example.org"
WEDNESDAY = "Call everyone.\nDue by Wednesday 5PM Pacific time."  # Thursday 09:00 in Manila


@contextmanager
def opened(config: str = CONFIG, now: datetime = MONDAY) -> Iterator[Office]:
    """An office on a disk in memory, closed and verified at the end: weeks of
    commits are not about fsync."""
    with TemporaryDirectory(prefix="handoff-", dir=MEMORY if MEMORY.is_dir() else None) as folder:
        office = Office(Path(folder), config, now, one_process=True)
        yield office
        assert list(office.shop.store.verify()) == []  # law L11
        office.close()


def hand_over(
    office: Office, subject: str = "Calldown", body: str = WEDNESDAY, who: str = "joy"
) -> tuple[Got, Got]:
    """A task: its assignment, and the owner's receipt."""
    office.mail(STEPHANIE, f"tasks+{who}@example.com", subject, body)
    letters = office.letters()
    assert kinds(letters) == [(who, "assignment"), ("stephanie", "receipt")]
    return one(letters, "assignment"), one(letters, "receipt")


def of_kind(letters: list[Got], person: str, *but: str) -> list[str]:
    """The kinds of the letters to this person (the part before the @), in order."""
    return [x.kind for x in letters if x.to.partition("@")[0] == person and x.kind not in but]


def clocked(letters: list[Got], person: str) -> list[Got]:
    """What the clock brought this person, digests apart."""
    found = ("reminder", "overdue", "late", "owed-answer", "escalation", "probe")
    return [x for x in letters if x.to.partition("@")[0] == person and x.kind in found]
