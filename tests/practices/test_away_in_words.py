"""An absence in the words of a mail: it acts where sender, absence and whoever answers are clear."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from tests.practices.hands_kit import LATER, STEPHANIE, give, opened, task, text
from tests.shell.office import Got, Office, at, kinds, one, to

STEPH, JOYS, OLIV = "stephanie@example.com", "joy@example.net", "olivia@example.com"


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    yield from opened(tmp_path)


def answered(office: Office, words: str) -> list[Got]:
    _, receipt = give(office, body=LATER)
    office.reply(receipt, words)
    return office.letters()


@pytest.mark.parametrize(
    "words",
    [
        "I'll be away until Monday, ask Olivia.",
        "Use blue. I will be away until Monday; please ask Olivia if anything burns.",
        "I am off until Monday, Olivia answers for me.",
        "I'm on holiday until Monday, ask Olivia meanwhile.",
        "I am out of the office until Monday, Olivia will answer for me.",
        "I am off from today until Monday, Olivia stands in for me.",
        "I'm off from Monday to Monday 7 December, Olivia answers for me.",
    ],
)
def test_it_does_what_the_word_does(office: Office, words: str) -> None:
    letters = answered(office, words)
    assert ("olivia", "away") in kinds(letters) and ("joy", "away") in kinds(letters)
    assert "go to Olivia meanwhile" in text(one(to(letters, JOYS), "away"))
    told = text(one(letters, "transcript"))
    assert "you are away until Mon 7 Dec" in told and "Undo: back" in told
    office.reply(one(letters, "transcript"), "back")
    office.letters()
    away = office.shop.house.people["stephanie"].away
    assert not any(span.covers(office.now + timedelta(minutes=1)) for span in away)


@pytest.mark.parametrize(
    "words",
    [
        "I'll be away until Monday, the keys are with Olivia.",
        "Joy will be away until Monday, ask Olivia.",
        "If I'll be away until Monday, ask Olivia.",
        "I might be off until Monday, ask Olivia.",
        "I'll be away from the desk, ask Olivia.",
        "The heating is off until Monday, Olivia answers for me.",
        "I am off until Monday, Olivia answers for Ben.",
        "I'll be away until Monday, ask Olivia about the key.",
    ],
)
def test_what_is_not_clear_stays_words(office: Office, words: str) -> None:
    letters = answered(office, words)
    assert ("olivia", "away") not in kinds(letters)
    assert words in text(one(to(letters, JOYS), "relay"))


def test_one_that_begins_later_is_not_done_and_said_so(office: Office) -> None:
    """An absence begins when it is said; what to write on that day is told."""
    letters = answered(office, "I am off from Friday to Tuesday, Olivia answers for me.")
    assert ("olivia", "away") not in kinds(letters)
    told = text(one(letters, "transcript"))
    assert "not done yet, and passed on to nobody: an absence begins on the day that it is said." in told
    assert "On that day write away until Tuesday, ask Olivia" in told
    assert office.shop.house.people["stephanie"].away == ()


def test_in_the_mail_that_opens_a_task_it_acts_and_the_receipt_tells_it(office: Office) -> None:
    body = f"{LATER}\n\nI'll be away until Monday, ask Olivia."
    office.mail(STEPHANIE, "tasks+joy@example.com", "Calldown", body)
    letters = office.letters()
    assert sorted(kinds(letters)) == [
        ("joy", "assignment"),
        ("joy", "away"),
        ("olivia", "away"),
        ("stephanie", "receipt"),
    ]
    assert "I'll be away" not in one(letters, "assignment").text
    receipt = one(letters, "receipt")
    assert "You are away until Mon 7 Dec" in text(receipt) and "Undo: back" in text(receipt)
    assert task(office).due is not None and task(office).brief == LATER
    office.reply(receipt, "back")
    assert kinds(office.letters()) == [("stephanie", "digest")]


@pytest.mark.parametrize(
    "words",
    [
        "away until Monday, ask Olivia or Ben",
        "away until Monday, ask Olivia, or Ben",
        "away until Monday, ask Olivia and Ben",
        "I'll be away until Monday, ask Olivia or Ben.",
        "I am away until Monday, ask Olivia/Ben if anything burns.",
    ],
)
def test_of_two_names_it_is_asked_which(office: Office, words: str) -> None:
    letters = answered(office, words)
    assert ("olivia", "away") not in kinds(letters) and ("ben", "away") not in kinds(letters)
    told = text(one(letters, "transcript"))
    assert "you are away until Mon 7 Dec" in told
    assert "Olivia or Ben? Only one answers, so nobody does yet" in told
    assert "write away until Monday, ask Olivia" in told
    office.reply(one(letters, "transcript"), "away until Monday, ask Olivia")
    assert ("olivia", "away") in kinds(office.letters())


def test_whom_nobody_knows_beside_a_known_one_is_no_second_name(office: Office) -> None:
    letters = answered(office, "away until Monday, ask Olivia or somebody")
    assert "is nobody I know" in text(one(letters, "transcript"))


def test_a_question_goes_to_whoever_answers(office: Office) -> None:
    assignment, receipt = give(office, body=LATER)
    office.reply(receipt, "I'll be away until Monday, ask Olivia.")
    office.letters()
    office.reply(assignment, "question: which list?")
    assert kinds(office.letters()) == [("olivia", "question")]
    assert at(2026, 12, 7, 17) == office.shop.house.people["stephanie"].away[-1].until


def test_in_a_mail_that_adds_to_a_task_it_acts_too(office: Office) -> None:
    give(office, body=LATER)
    body = "Use the blue list.\n\nI'll be away until Monday, ask Olivia."
    office.mail(STEPHANIE, "tasks+joy@example.com", "Calldown", body)
    letters = office.letters()
    assert ("olivia", "away") in kinds(letters) and ("joy", "away") in kinds(letters)
    assert "I'll be away" not in one(to(letters, JOYS), "relay").text
    assert "You are away until Mon 7 Dec" in text(one(letters, "receipt"))
    assert office.shop.store.task(2) is None
