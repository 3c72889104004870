"""What the conversations about hands share: people, a task handed over, how it ends."""

from collections.abc import Iterator
from pathlib import Path

from tasks.model import Task
from tests.shell.office import CONFIG, Got, Office, one

STEPHANIE = "Stephanie Miller <stephanie@example.com>"
JOY = "Joy Santos <joy@example.net>"
BEN = "Ben Okafor <ben@example.org>"
OLIVIA = "Olivia Miller <olivia@example.com>"
BRIEF = "Call each person on the list.\nDue by Wednesday 5PM Pacific time."


def opened(folder: Path, config: str = CONFIG) -> Iterator[Office]:
    """An office that reads mail in this process; its histories are folded at the end (L11)."""
    office = Office(folder, config, one_process=True)
    yield office
    assert list(office.shop.store.verify()) == []
    office.close()


def give(office: Office, who: str = "joy", subject: str = "Calldown", body: str = BRIEF) -> tuple[Got, Got]:
    """A task of Stephanie's for this contractor: the assignment, and the receipt."""
    office.mail(STEPHANIE, f"tasks+{who}@example.com", subject, body)
    letters = office.letters()
    return one(letters, "assignment"), one(letters, "receipt")


def task(office: Office, number: int = 1) -> Task:
    found = office.shop.store.task(number)
    assert found is not None
    return found


def of_kind(letters: list[Got], kind: str) -> list[Got]:
    return [letter for letter in letters if letter.kind == kind]


def text(letter: Got) -> str:
    """The letter's own words in one line, without its foot."""
    return " ".join(letter.text.partition("\n-- ")[0].split())
