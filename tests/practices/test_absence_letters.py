"""Letters that an absence, or silence, would send to the wrong reader or once too often."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.practices.hands_kit import BRIEF, JOY, STEPHANIE, give, of_kind, opened, task, text
from tests.shell.office import Office, at, kinds, one, to

STEPH, OLIV = "stephanie@example.com", "olivia@example.com"
LATER = "Call each person on the list.\nDue by 18 December 5PM Pacific time."


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    yield from opened(tmp_path)


# both are away


def both_away(office: Office, tasks: int, ask: str = "") -> None:
    """Tasks of Joy's are due on Wednesday; Stephanie goes until Monday, and Joy until the 20th."""
    for n in range(tasks):
        give(office, subject=f"Calls {n + 1}", body=BRIEF)
    office.mail(STEPHANIE, "tasks@example.com", "", f"away until 7 December{ask}")
    office.letters()
    office.mail(JOY, "tasks@example.com", "", "away until 20 December")


@pytest.mark.parametrize("tasks", [1, 2])
def test_an_owner_who_is_away_hears_of_it_on_the_return(office: Office, tasks: int) -> None:
    both_away(office, tasks)
    letters = office.letters()
    assert kinds(letters) == [("joy", "transcript")]
    assert "Stephanie is told" not in text(letters[0])
    digest = text(one(to(of_kind(office.pass_time(at(2026, 12, 7, 16)), "digest"), STEPH), "digest"))
    assert "Joy is away until" in digest and all(f"Calls {n + 1}" in digest for n in range(tasks))


@pytest.mark.parametrize("tasks", [1, 2])
def test_whoever_answers_hears_of_it_now(office: Office, tasks: int) -> None:
    """Each task has a letter of its own, whose answer acts: `due:`."""
    both_away(office, tasks, ", ask Olivia")
    letters = office.letters()
    assert to(letters, STEPH) == []
    told = to(letters, OLIV)
    assert [x.kind for x in told] == ["away"] * tasks
    assert "Olivia is told" in text(one(letters, "transcript"))
    office.reply(told[-1], "due: 28 December 5pm")
    office.letters()
    due = task(office, tasks).due
    assert due is not None and due.at == at(2026, 12, 29, 1)


# approved by silence


def test_silence_asks_no_second_time(office: Office) -> None:
    """Joy is done and asks; three working days later it counts as approved. The question
    stays open in the digest, and Joy reads that it does."""
    assignment, _ = give(office, body=LATER)
    office.reply(assignment, "done")
    office.letters()
    office.reply(assignment, "question: where do the scans go?")
    assert kinds(office.letters()) == [("stephanie", "question")]
    letters = office.pass_time(at(2026, 12, 4, 16))
    assert task(office).state == "approved"
    assert of_kind(to(letters, STEPH), "question") == []
    approved = one(letters, "approved")
    assert "Still open with Stephanie" in approved.text and "where do the scans go?" in approved.text
    digest = of_kind(to(letters, STEPH), "digest")[-1]
    assert "WAITING FOR YOU" in digest.text and "where do the scans go?" in digest.text
    office.reply(digest, "T-1 In the blue folder.")
    assert "In the blue folder." in text(one(office.letters(), "relay"))
