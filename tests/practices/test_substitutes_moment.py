"""The moment at which an owner names who answers: what those read who are told by the same mail."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.practices.hands_kit import LATER, STEPHANIE, give, of_kind, opened, task, text
from tests.shell.office import Got, Office, kinds, one, to

OLIV, JOYS = "olivia@example.com", "joy@example.net"


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    yield from opened(tmp_path)


def asked(office: Office, *questions: str) -> Got:
    """Joy has the task and asks: the letter to Stephanie."""
    assignment, _ = give(office, body=LATER)
    for question in questions[:-1]:
        office.reply(assignment, f"question: {question}")
        office.letters()
    office.reply(assignment, f"question: {questions[-1]}")
    return one(office.letters(), "question")


@pytest.mark.parametrize("name", ["Olivia", "Ben"])
def test_a_question_that_waited_is_read_as_the_owner_would_read_it(office: Office, name: str) -> None:
    """The absence counts for the letters of its own mail, too."""
    asked(office, "which list?")
    office.mail(STEPHANIE, "tasks@example.com", "", f"away until 7 December, ask {name}")
    question = one(office.letters(), "question")
    assert "What you write here goes to Joy as your answer." in text(question)
    assert "Manila (for Joy)" in text(question)
    office.reply(question, "The long one.")
    assert "The long one." in one(to(office.letters(), JOYS), "relay").text


def test_what_the_same_mail_answers_is_asked_of_nobody(office: Office) -> None:
    letter = asked(office, "which list?")
    office.reply(letter, "Use the blue list. I am away until 10 December, ask Olivia meanwhile. Thanks!")
    letters = office.letters()
    assert of_kind(letters, "question") == [] and ("olivia", "away") in kinds(letters)
    assert "Use the blue list. Thanks!" in text(one(to(letters, JOYS), "relay"))
    assert task(office).questions == ()


def test_what_the_same_mail_leaves_open_is_asked(office: Office) -> None:
    letter = asked(office, "which list?", "and which phone?")
    office.reply(letter, "away until 10 December, ask Olivia\n\n2. The black one.")
    letters = office.letters()
    shown = one(to(letters, OLIV)[1:], "question")
    assert "> which list?" in shown.text and "which phone" not in shown.text
    assert [q.text for q in task(office).questions] == ["which list?"]


def test_a_line_under_the_letter_that_names_them_says_where_they_answer(office: Office) -> None:
    """It is no task of theirs, but they answer for it: by its own letters."""
    give(office, body=LATER)
    office.mail(STEPHANIE, "tasks@example.com", "", "away until 7 December, ask Olivia")
    named = one(to(office.letters(), OLIV), "away")
    office.reply(named, "T-1 use the long list")
    said = text(one(office.letters(), "transcript"))
    assert "that is no task of yours; where you answer for Stephanie, reply to the letter about it" in said


def test_a_bill_that_comes_to_who_answers_is_their_owners_to_pay(office: Office) -> None:
    assignment, _ = give(office, body=LATER)
    office.mail(STEPHANIE, "tasks@example.com", "", "away until 7 December, ask Olivia")
    office.letters()
    office.reply(assignment, "done")
    office.reply(one(office.letters(), "review"), "approve")
    office.letters()
    office.reply(assignment, "invoice: 200 USD")
    said = text(one(to(office.letters(), OLIV), "relay"))
    assert "your digest" not in said and "reply paid" not in said
    assert "It is noted, and waits for Stephanie: money is not yours to decide." in said
