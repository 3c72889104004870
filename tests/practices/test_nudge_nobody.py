"""`nudge` where nobody can be reached: nothing arrives, or they have left. It says that, and
not that they wait."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.practices.hands_kit import bounce, give, opened, task, text
from tests.practices.test_owner_gone import without
from tests.shell.office import Office, kinds, one, to

STEPH = "stephanie@example.com"
LATER = "Call each person on the list.\nDue by 18 December 5PM Pacific time."


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    yield from opened(tmp_path)


@pytest.mark.parametrize("word", ["nudge", "nudge now", "nudge joy"])
def test_where_nothing_arrives_it_is_no_letter(office: Office, word: str) -> None:
    assignment, receipt = give(office, body=LATER)
    bounce(office, assignment)
    assert kinds(office.letters()) == [("stephanie", "bounced")]
    office.reply(receipt, word)
    letters = office.letters()
    assert kinds(letters) == [("stephanie", "transcript")]
    said = text(letters[0])
    assert "not done: my letters to Joy do not arrive" in said and "waits for you" not in said
    assert "no such mailbox" in said or "5.1.1" in said
    assert task(office).nudged_at is None


@pytest.mark.parametrize("before", ["", "question: which list?", "done"])
def test_of_somebody_who_has_left_it_says_so(office: Office, before: str) -> None:
    assignment, receipt = give(office, body=LATER)
    if before:
        office.reply(assignment, before)
        office.letters()
    without(office, "joy")
    office.letters()
    office.reply(receipt, "nudge")
    letters = office.letters()
    assert kinds(letters) == [("stephanie", "transcript")]
    said = text(one(to(letters, STEPH), "transcript"))
    assert "not done: joy is no longer in the config" in said and "waits for you" not in said
