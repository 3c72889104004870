"""Words beside the tagged lines of an answer to a digest: kept as a note, and told back."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.practices.hands_kit import LATER, give, of_kind, opened, task, text
from tests.practices.test_digest_beside import digest
from tests.shell.office import Got, Office, at, kinds, one, to

STEPH, JOYS = "stephanie@example.com", "joy@example.net"
NOT_USED = "not used, for it stands behind no tag; kept as your private note"
HOW = "a new task is a mail of its own"


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    yield from opened(tmp_path)


def told(office: Office, words: str) -> tuple[list[Got], str]:
    office.reply(digest(office), words)
    letters = office.letters()
    return letters, text(one(letters, "transcript"))


@pytest.mark.parametrize(
    "words",
    [
        "Please buy milk.\nT-1: the long one.",
        "T-1: the long one.\n\nPlease buy milk.",
        "Hi,\n\nPlease buy milk.\n\nT-1: the long one.\n\nThanks,\nStephanie",
    ],
)
def test_words_without_a_tag_are_told_back(office: Office, words: str) -> None:
    letters, said = told(office, words)
    assert "the long one." in one(letters, "relay").text and "milk" not in one(letters, "relay").text
    assert said.count("Please buy milk.") == 1 and NOT_USED in said and HOW in said
    assert "Not all of it was done" in said
    assert all("milk" not in x.text for x in letters if x.to != STEPH)
    shown = text(one(to(office.pass_time(at(2026, 12, 2, 16)), STEPH), "digest"))
    assert "Your note: Please buy milk." in shown


def test_a_word_without_a_tag_does_nothing_and_is_told(office: Office) -> None:
    letters, said = told(office, "cancel\n\nT-1: the long one.")
    assert task(office).is_open and NOT_USED in said
    assert said.index("cancel") < said.index(NOT_USED)


def test_an_absence_without_a_tag_acts_and_the_rest_is_told(office: Office) -> None:
    _, said = told(office, "away until 7 December, ask Olivia\n\nPlease buy milk.")
    assert "you are away until Mon 7 Dec" in said
    assert said.count("Please buy milk.") == 1 and NOT_USED in said


@pytest.mark.parametrize(
    "words",
    [
        "T-1: the long one.",
        "Hi,\n\nT-1: the long one.\n\nThanks a lot!\nStephanie",
        "T-1: the long one.\nIt lies in the office.",
        "Good morning!\nT-1: the long one.\n\n-- \nStephanie Miller\nTel 555",
    ],
)
def test_courtesy_and_what_belongs_to_a_tag_is_not_told(office: Office, words: str) -> None:
    _, said = told(office, words)
    assert NOT_USED not in said and "Nothing more has to be done" in said


def test_an_answer_below_a_quoted_question_is_used(office: Office) -> None:
    letter = digest(office)
    office.reply(letter, "On Tue, Tasks wrote:\n> which list?\nThe long one.\n\n> other\nPlease buy milk.")
    letters = office.letters()
    said = text(one(letters, "transcript"))
    assert "The long one." in one(letters, "relay").text
    assert said.count("The long one.") == 1


def test_a_contractors_words_without_a_tag_are_told_back(office: Office) -> None:
    give(office, body=LATER)
    give(office, subject="Fence", body=LATER)
    letter = of_kind(to(office.pass_time(at(2026, 12, 2, 3)), JOYS), "probe")[0]
    office.reply(letter, "The printer is broken.\n\nT-2: accept")
    said = text(one(office.letters(), "transcript"))
    assert "The printer is broken." in said
    assert "not passed on: which task? Begin the line with its tag: T-12 ..." in said


def test_a_secret_in_such_words_is_masked(office: Office) -> None:
    letters, said = told(office, "password: Tr0ub4dor&3\n\nT-1: the long one.")
    assert kinds(letters) and "Tr0ub4dor" not in said
