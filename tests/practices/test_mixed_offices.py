"""What the builders of few letters and of substitutes tested apart, in one office."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.practices.hands_kit import STEPHANIE, give, opened, text
from tests.practices.test_owner_gone import alone, without
from tests.shell.office import Office, kinds, one, to

OLIV = "olivia@example.com"


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    yield from opened(tmp_path)


def test_a_task_whose_owner_has_left_and_a_reply_from_another_address(office: Office) -> None:
    """The first owner of the house is asked, for nobody else is there to be."""
    office.reply(alone(office), "60%", sender="Joy S <joy@elsewhere.example>")
    letters = office.letters()
    assert kinds(letters) == [("olivia", "knock")]
    office.reply(letters[0], "pass on")
    said = text(one(to(office.letters(), "joy@example.net"), "relay"))
    assert "Joy S, who is not registered, writes about Calldown" in said
    assert "Joy has not seen this" not in said and "reply pass on" not in said


def test_an_owner_who_has_left_and_writes_about_their_task(office: Office) -> None:
    _, receipt = give(office)
    without(office, "stephanie")
    office.reply(receipt, "The blue list, please.", sender=STEPHANIE)
    knock = one(to(office.letters(), OLIV), "knock")
    assert "The blue list" in text(knock)
