"""Words behind the name in `assign: Ben, $200 is fine`: nothing of them is lost untold."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tasks.events import NoteKept
from tasks.model import Stage
from tests.practices.hands_kit import LATER, STEPHANIE, give, of_kind, opened, task, text
from tests.shell.office import Got, Office, at, kinds, one, to

STEPH, JOYS, BENS = "stephanie@example.com", "joy@example.net", "ben@example.org"


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    yield from opened(tmp_path)


def handed_over(office: Office, words: str) -> list[Got]:
    _, receipt = give(office, body=LATER)
    office.reply(receipt, words)
    return office.letters()


@pytest.mark.parametrize(
    ("line", "rest"),
    [
        ("assign: Ben, $200 is fine", "$200 is fine"),
        ("assign: Ben, $200", "$200"),
        ("assign Ben - the blue key is in the office", "the blue key is in the office"),
        ("Assign: Ben. Please begin with the hotels.", "Please begin with the hotels."),
    ],
)
def test_words_behind_the_name_reach_the_new_one_in_the_brief(office: Office, line: str, rest: str) -> None:
    letters = handed_over(office, line)
    assert kinds(to(letters, BENS)) == [("ben", "assignment")]
    assert one(to(letters, BENS), "assignment").text.count(rest) == 1
    assert rest not in " ".join(x.text for x in to(letters, JOYS))
    told = text(one(to(letters, STEPH), "transcript"))
    assert f'Ben has it now, with "{rest}" in the brief' in told and "Undo: assign: Joy" in told


def test_a_sum_behind_the_name_counts_as_money(office: Office) -> None:
    letters = handed_over(office, "assign: Ben, $200 is fine")
    office.reply(one(to(letters, BENS), "assignment"), "done")
    assert "200 USD hangs on it" in text(one(office.letters(), "review"))
    office.pass_time(at(2026, 12, 11, 18))
    assert task(office).stage is Stage.IN_REVIEW


@pytest.mark.parametrize(
    "rest",
    [
        "he knows the house",
        "because he is near",
        "cheaper than Joy",
        "his rate is lower",
        "weil er nah wohnt",
    ],
)
def test_what_is_said_of_a_person_reaches_nobody(office: Office, rest: str) -> None:
    letters = handed_over(office, f"assign: Ben, {rest}")
    assert ("ben", "assignment") in kinds(letters)
    assert all(rest not in x.text for x in letters if x.to != STEPH)
    told = text(one(to(letters, STEPH), "transcript"))
    assert f'"{rest}" is kept as your private note' in told and "tell Ben: ..." in told
    assert NoteKept("stephanie", rest) in [fact.event for fact in office.shop.store.history(1)]


def test_below_a_digest_it_is_told_once(office: Office) -> None:
    give(office, body=LATER)
    digest = of_kind(to(office.pass_time(at(2026, 12, 7, 16)), STEPH), "digest")[-1]
    office.reply(digest, "T-1 assign: Ben, he knows the house")
    letters = office.letters()
    assert ("ben", "assignment") in kinds(letters)
    assert text(one(letters, "transcript")).count("kept as your private note") == 1


def test_where_words_stay_with_us_they_do_and_it_is_told(office: Office) -> None:
    """A letter about a person: what is said to it is for nobody."""
    give(office, body="Call all.\nDue by Tuesday 9am Pacific time.")
    late = of_kind(to(office.pass_time(at(2026, 12, 2, 20)), STEPH), "late")
    office.reply(late[0], "assign: Ben, this takes too long")
    letters = office.letters()
    assert ("ben", "assignment") in kinds(letters)
    assert all("takes too long" not in x.text for x in letters if x.to != STEPH)
    assert '"this takes too long" is kept as your private note' in text(one(letters, "transcript"))


def test_the_answer_to_who_is_it_for(office: Office) -> None:
    office.mail(STEPHANIE, "tasks@example.com", "Calldown", LATER)
    asked = one(office.letters(), "who-for")
    office.reply(asked, "assign: Ben, $200 is fine")
    letters = office.letters()
    assert one(to(letters, BENS), "assignment").text.count("$200 is fine") == 1


@pytest.mark.parametrize("line", ["assign: Ben, please", "assign: Ben, thanks!", "assign: Ben."])
def test_a_courtesy_behind_the_name_is_none(office: Office, line: str) -> None:
    letters = handed_over(office, line)
    assert "in the brief" not in text(one(to(letters, STEPH), "transcript"))
    assert task(office).brief == LATER and task(office).contractor == "ben"


def test_an_own_date_behind_the_name_goes_to_nobody(office: Office) -> None:
    body = "Call all.\nDue: 16 December 5pm\nNeed by: 18 December 5pm"
    _, receipt = give(office, body=body)
    office.reply(receipt, "assign: Ben, I need it by 18 December")
    letters = office.letters()
    assert ("ben", "assignment") in kinds(letters)
    assert all("18 Dec" not in x.text for x in to(letters, BENS))
