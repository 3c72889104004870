"""Who answers for an owner goes away and names a third: only an owner says who answers for them."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.practices.hands_kit import BEN, LATER, OLIVIA, STEPHANIE, give, left_alone, of_kind, opened, text
from tests.shell.office import Office, at, kinds, one, to

STEPH, JOYS, OLIV = "stephanie@example.com", "joy@example.net", "olivia@example.com"
NOT_FOR = "Ben does not answer for Stephanie: only Stephanie names who does, and questions wait"


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    yield from opened(tmp_path)


def test_they_read_that_the_third_does_not_answer(office: Office) -> None:
    assignment = left_alone(office)
    office.mail(OLIVIA, "tasks@example.com", "", "away until 4 December, ask Ben")
    letters = office.letters()
    assert NOT_FOR in text(one(to(letters, OLIV), "transcript"))
    assert ("ben", "away") not in kinds(letters)
    office.reply(assignment, "question: which list?")
    assert [x for x in office.letters() if x.to.startswith("ben")] == []


def test_the_owner_reads_it_in_the_digest_of_the_return(office: Office) -> None:
    left_alone(office)
    office.mail(OLIVIA, "tasks@example.com", "", "away until 4 December, ask Ben")
    office.letters()
    digest = text(one(to(of_kind(office.pass_time(at(2026, 12, 7, 18)), "digest"), STEPH), "digest"))
    assert "Olivia, who answers for you, is away until Fri 4 Dec" in digest
    assert "Ben, whom Olivia names, does not answer for you" in digest


def test_where_nobody_is_named_nothing_is_said_of_it(office: Office) -> None:
    left_alone(office)
    office.mail(OLIVIA, "tasks@example.com", "", "away until 4 December")
    assert "does not answer for" not in text(one(to(office.letters(), OLIV), "transcript"))


def test_who_answers_for_nobody_reads_nothing_of_it(office: Office) -> None:
    give(office, body=LATER)
    office.mail(OLIVIA, "tasks@example.com", "", "away until 4 December, ask Ben")
    assert "does not answer for" not in text(one(to(office.letters(), OLIV), "transcript"))


def test_a_contractor_who_answers_is_told_too(office: Office) -> None:
    """Ben answers for Stephanie, goes away, and names Olivia."""
    give(office, body=LATER)
    office.mail(STEPHANIE, "tasks@example.com", "", "away until 7 December, ask Ben")
    office.letters()
    office.mail(BEN, "tasks@example.com", "", "away until 4 December, ask Olivia")
    told = text(one(to(office.letters(), "ben@example.org"), "transcript"))
    assert "Olivia does not answer for Stephanie" in told


def test_their_own_tasks_are_answered_by_the_third(office: Office) -> None:
    """For Olivia's own tasks it is Ben, and that holds."""
    left_alone(office)
    office.mail(OLIVIA, "tasks+joy@example.com", "Fence", LATER)
    office.letters()
    office.mail(OLIVIA, "tasks@example.com", "", "away until 4 December, ask Ben")
    letters = office.letters()
    assert ("ben", "away") in kinds(letters) and NOT_FOR in text(one(to(letters, OLIV), "transcript"))
