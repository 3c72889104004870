"""What the tests of an owner's own date ask of an office: who read what, and which dates a task has."""

from tests.shell.office import Got, Office, at

OWN, THEIRS = at(2026, 12, 5, 1), at(2026, 12, 3, 1)  # Friday 4 and Wednesday 2 December, 17:00 Pacific


def line_of(letter: Got) -> str:
    """The words of a letter on one line."""
    return " ".join(letter.text.split())


def read_by_joy(letters: list[Got]) -> str:
    """All that Joy, the contractor, reads of these letters, Subjects too."""
    return " ".join(f"{line_of(x)} {x.subject}" for x in letters if x.to.startswith("joy"))


def read_by_owner(letters: list[Got]) -> str:
    """All that Stephanie, the owner, reads of them."""
    return " ".join(line_of(x) for x in letters if x.to.startswith("stephanie"))


def dates_of(office: Office, number: int = 1) -> tuple[object, object]:
    """The contractor's date of a task and the owner's own one, None without one."""
    task = office.shop.store.task(number)
    assert task is not None and task.due is not None
    return task.due.at, task.own_due.at if task.own_due else None
