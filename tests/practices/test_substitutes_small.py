"""Small points of those who stand in: who may be named, and what of their words goes nowhere."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from tests.practices.hands_kit import LATER, OLIVIA, STEPHANIE, give, left_alone, of_kind, opened, task, text
from tests.shell.office import Office, at, kinds, one, to

OLIV, STEPH = "olivia@example.com", "stephanie@example.com"
BACK = at(2026, 12, 7, 18)


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    yield from opened(tmp_path)


@pytest.mark.parametrize("name", ["Stephanie", "stephanie", "Stephanie Miller", "me", "myself"])
def test_nobody_stands_in_for_themselves(office: Office, name: str) -> None:
    """The absence counts, and it is said why nobody answers."""
    assignment, _ = give(office)
    office.mail(STEPHANIE, "tasks@example.com", "", f"away until 7 December, ask {name}")
    told = one(to(office.letters(), STEPH), "transcript")
    said = text(told)
    assert "you are away until Mon 7 Dec" in said
    assert "you cannot stand in for yourself, so nobody answers meanwhile" in said
    assert "nobody I know" not in said
    office.reply(assignment, "question: which list?")
    assert office.letters() == []


def test_a_name_that_nobody_bears_is_said_to_be_one(office: Office) -> None:
    give(office)
    office.mail(STEPHANIE, "tasks@example.com", "", "away until 7 December, ask Dave")
    said = text(one(to(office.letters(), STEPH), "transcript"))
    assert '"Dave" is nobody I know' in said and "you are away until Mon 7 Dec" in said


@pytest.mark.parametrize(
    "words", ["assign: Ben, he knows the house", "assign Ben, he knows the house", "assign: Ben - he is near"]
)
def test_a_substitute_who_hands_over_with_a_reason_is_refused(office: Office, words: str) -> None:
    """As without a reason: people are the owner's, nothing is passed on, and it is said so."""
    office.reply(left_alone(office), "question: which list?")
    office.reply(one(office.letters(), "question"), words)
    letters = office.letters()
    assert kinds(letters) == [("olivia", "transcript")]
    assert "not done, and passed on to nobody: money, people and new work wait for" in text(letters[0])
    assert task(office).contractor == "joy" and len(task(office).questions) == 1
    digest = text(one(to(of_kind(office.pass_time(BACK), "digest"), STEPH), "digest"))
    assert words.partition(", ")[0].partition(" - ")[0] in digest


def test_an_owner_who_hands_over_with_a_reason_is_obeyed(office: Office) -> None:
    assignment, _ = give(office)
    office.reply(assignment, "question: which list?")
    office.reply(one(office.letters(), "question"), "assign: Ben, he knows the house")
    letters = office.letters()
    assert ("joy", "handed-on") in kinds(letters) and ("ben", "assignment") in kinds(letters)
    assert ("joy", "relay") not in kinds(letters) and task(office).contractor == "ben"


def test_an_owner_who_hands_over_to_nobody_with_a_reason_is_told(office: Office) -> None:
    assignment, _ = give(office)
    office.reply(assignment, "question: which list?")
    office.reply(one(office.letters(), "question"), "assign: Dave, he knows the house")
    letters = office.letters()
    assert kinds(letters) == [("stephanie", "transcript")]
    assert '"Dave" is not one contractor I know' in text(letters[0])


@pytest.mark.parametrize(
    ("first", "words", "told"),
    [
        (
            "question: which list?",
            "Use the blue one.",
            'answered a question (T-1 Calldown: "Use the blue one.")',
        ),
        ("question: which list?", "title: Calls", 'named T-1 "Calls". Undo: T-1 title: Calldown'),
        ("done", "approve", "approved T-1 Calldown. Undo: T-1 redo"),
    ],
)
def test_what_a_reply_address_alone_did_for_the_owner_is_one_line(
    office: Office, first: str, words: str, told: str
) -> None:
    """What was done and by what proof, in the digest of the return."""
    office.reply(left_alone(office), first)
    letter = to(office.letters(), OLIV)[0]
    office.reply(letter, words, proven=False)
    office.letters()
    digest = one(to(of_kind(office.pass_time(BACK), "digest"), STEPH), "digest").text
    also = digest.partition("ALSO")[2].partition("\n-- ")[0]
    lines = [line.strip() for line in also.splitlines() if line.strip()]
    assert [" ".join(line.split()) for line in lines] == [
        f"Olivia, for you, by a reply address alone: {told}"
    ], lines


@pytest.mark.parametrize(
    ("until", "shown"),
    [
        ("5 December", at(2026, 12, 7, 17)),  # a Saturday: on Monday at nine in Los Angeles
        ("6 December", at(2026, 12, 7, 17)),
        ("8 December", at(2026, 12, 8, 17)),
    ],
)
def test_what_waited_for_them_comes_on_their_first_working_day(
    office: Office, until: str, shown: datetime
) -> None:
    assignment, _ = give(office, body=LATER)
    office.mail(OLIVIA, "tasks@example.com", "", f"away until {until}")
    office.letters()
    office.mail(STEPHANIE, "tasks@example.com", "", "away until 14 December, ask Olivia")
    office.letters()
    office.reply(assignment, "question: which list?")
    before = office.letters() + office.pass_time(shown - timedelta(minutes=30))
    assert of_kind(to(before, OLIV), "question") == []
    assert len(of_kind(to(office.pass_time(shown), OLIV), "question")) == 1


def test_it_does_not_come_where_the_owner_is_back_before_that_day(office: Office) -> None:
    """Olivia is back on Saturday, Stephanie on Monday: it is hers again."""
    assignment, _ = give(office, body=LATER)
    office.mail(OLIVIA, "tasks@example.com", "", "away until 5 December")
    office.letters()
    office.mail(STEPHANIE, "tasks@example.com", "", "away until 7 December, ask Olivia")
    office.letters()
    office.reply(assignment, "question: which list?")
    letters = office.letters() + office.pass_time(BACK)
    assert of_kind(to(letters, OLIV), "question") == []
    assert "which list?" in text(one(of_kind(to(letters, STEPH), "digest"), "digest"))


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("assign: Ben and tell him about the blue list", "If you mean it, reply with one line: assign: Ben"),
        ("assign: me", '"me" is not one contractor I know'),
        ("assign: myself, please", '"myself" is not one contractor I know'),
    ],
)
def test_a_handing_over_that_is_not_done_reaches_nobody(office: Office, words: str, told: str) -> None:
    """Whoever has the task does not read that it was to be somebody else's."""
    _, receipt = give(office)
    office.reply(receipt, words)
    letters = office.letters()
    assert kinds(letters) == [("stephanie", "transcript")]
    assert told in text(letters[0]) and task(office).contractor == "joy"


def test_words_beside_a_handing_over_reach_the_new_one_once(office: Office) -> None:
    _, receipt = give(office)
    office.reply(receipt, "assign: Ben\nHe knows the house, and has a key.")
    letters = to(office.letters(), "ben@example.org")
    assert kinds(letters) == [("ben", "assignment")]
    assert "He knows the house, and has a key." in letters[0].text
