"""A digest whose moment came before its owner went away, and which was held up by an outage."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from tests.practices.hands_kit import LATER, STEPHANIE, give, of_kind, opened, text
from tests.shell.office import Office, at, one, to

STEPH = "stephanie@example.com"
HALF_PAST_SEVEN = at(2026, 12, 1, 15, 30)  # in Los Angeles, on Tuesday
BACK = at(2026, 12, 7, 18)


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    yield from opened(tmp_path)


def held_up(office: Office, said: str) -> None:
    """Nothing runs from Monday night to half an hour after the digest's moment; meanwhile
    Stephanie says that she is away."""
    assignment, _ = give(office, body=LATER)
    office.reply(assignment, "Three of them never answer the phone.")
    office.letters()
    office.now = HALF_PAST_SEVEN + timedelta(minutes=20)
    office.mail(STEPHANIE, "tasks@example.com", "", said)
    office.now = HALF_PAST_SEVEN + timedelta(minutes=30)


def test_it_waits_for_the_return(office: Office) -> None:
    held_up(office, "away until 7 December")
    assert of_kind(to(office.letters(), STEPH), "digest") == []
    found = of_kind(to(office.pass_time(BACK), STEPH), "digest")
    told = text(one(found, "digest"))
    assert "Three of them never answer the phone." in told
    assert "was not sent" not in told


def test_nobody_gets_it_where_somebody_answers(office: Office) -> None:
    held_up(office, "away until 7 December, ask Olivia")
    letters = office.letters() + office.pass_time(at(2026, 12, 4, 23))
    assert of_kind(to(letters, STEPH), "digest") == []


@pytest.mark.parametrize("said", ["away until 7 December, digest", "Please use blue."])
def test_it_comes_where_it_is_wanted(office: Office, said: str) -> None:
    held_up(office, said)
    assert len(of_kind(to(office.letters(), STEPH), "digest")) == 1


def test_it_comes_on_the_day_of_the_return(office: Office) -> None:
    """Who went away and came back before the program ran again is there."""
    held_up(office, "away until 7 December")
    office.mail(STEPHANIE, "tasks@example.com", "", "back")
    assert len(of_kind(to(office.letters(), STEPH), "digest")) == 1
