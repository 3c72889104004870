"""Answers to a digest in which a line holds a word and more, or a word stands beside the lines."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.practices.hands_kit import LATER, give, of_kind, opened, task, text
from tests.shell.office import Got, Office, at, kinds, one, to

OLIV, STEPH, JOYS = "olivia@example.com", "stephanie@example.com", "joy@example.net"


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    yield from opened(tmp_path)


def digest(office: Office) -> Got:
    """Joy asked on Monday: Stephanie's digest of Tuesday."""
    assignment, _ = give(office, body=LATER)
    office.reply(assignment, "question: which list?")
    office.letters()
    return one(to(office.pass_time(at(2026, 12, 1, 16)), STEPH), "digest")


@pytest.mark.parametrize(
    "words",
    [
        "away until 7 December, ask Olivia\n\nT-1: the long one.",
        "I am away until 7 December, ask Olivia.\n\nT-1: the long one.",
        "T-1: the long one.\n\nI am away until 7 December, ask Olivia.",
        "Thanks. I am away until 7 December, ask Olivia.\nT-1: the long one.",
        "T-1: the long one.\naway until 7 December, ask Olivia",
    ],
)
def test_an_absence_beside_an_answer_counts_and_so_does_the_answer(office: Office, words: str) -> None:
    """The question is answered, and asked of nobody."""
    office.reply(digest(office), words)
    letters = office.letters()
    assert sorted(kinds(letters)) == [
        ("joy", "away"),
        ("joy", "relay"),
        ("olivia", "away"),
        ("stephanie", "transcript"),
    ]
    assert "the long one." in one(letters, "relay").text
    told = text(one(letters, "transcript"))
    assert "you are away until Mon 7 Dec" in told and "sent to Joy as the answer" in told
    assert task(office).questions == ()


def test_a_long_line_below_a_tag_goes_whole(office: Office) -> None:
    """Some mail programs write a paragraph as one line."""
    long = "Take the list of the fair, and not that of the show. " * 50
    office.reply(digest(office), f"T-1: the long one.\n{long}Begin with the hotels.")
    told = text(one(office.letters(), "relay"))
    assert "the long one." in told and told.count("the fair") == 50 and "Begin with the hotels." in told


def test_words_above_a_word_in_a_line_are_not_lost(office: Office) -> None:
    office.reply(digest(office), "T-1: the long one\nhold until Friday")
    letters = office.letters()
    assert "the long one" in " ".join(text(x) for x in of_kind(to(letters, JOYS), "relay"))
    told = text(one(letters, "transcript"))
    assert "on hold until Fri 4 Dec" in told and "T-1 the long one" in told
    assert task(office).questions == () and task(office).rests_at is not None


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        ("T-1 redo\nThe other side is missing.", "> The other side is missing."),
        ("T-1 redo: the other side\nand the back", "> the other side\n> and the back"),
        ("T-1 redo the other side is missing", "> redo the other side is missing"),
    ],
)
def test_the_words_beside_redo_are_its_reason(office: Office, words: str, reason: str) -> None:
    assignment, _ = give(office, body=LATER)
    office.reply(assignment, "done")
    office.letters()
    found = one(to(office.pass_time(at(2026, 12, 1, 16)), STEPH), "digest")
    office.reply(found, words)
    letters = to(office.letters(), JOYS)
    assert kinds(letters) == [("joy", "sent-back")]
    assert letters[0].text.count(reason) == 1


def test_praise_beside_a_word_is_none_of_its_own(office: Office) -> None:
    assignment, _ = give(office, body=LATER)
    office.reply(assignment, "done")
    office.letters()
    found = one(to(office.pass_time(at(2026, 12, 1, 16)), STEPH), "digest")
    office.reply(found, "T-1 approve\nThanks!")
    letters = office.letters()
    assert ("joy", "approved") in kinds(letters) and "kept as your private note" not in text(
        one(letters, "transcript")
    )


def test_a_contractors_words_beside_a_figure_reach_the_owner(office: Office) -> None:
    """In a line under the letter about several tasks: "60%", and what is hard."""
    give(office, body=LATER)
    give(office, subject="Fence", body=LATER)
    letter = of_kind(to(office.pass_time(at(2026, 12, 2, 3)), JOYS), "probe")[0]
    office.reply(letter, "T-1: 60%\nThe rest is hard.\n\nT-2: accept\nThanks!")
    told = text(one(office.letters(), "transcript"))
    assert "noted: 60 %" in told and "kept for Stephanie" in told
    shown = text(one(to(office.pass_time(at(2026, 12, 2, 16)), STEPH), "digest"))
    assert shown.count("The rest is hard.") == 1


def test_what_a_contractors_word_takes_along_is_told_once(office: Office) -> None:
    give(office, body=LATER)
    give(office, subject="Fence", body=LATER)
    letter = of_kind(to(office.pass_time(at(2026, 12, 2, 3)), JOYS), "probe")[0]
    office.reply(letter, "T-1: done\nAll are called.")
    review = one(to(office.letters(), STEPH), "review")
    assert review.text.count("All are called.") == 1
    digests = of_kind(to(office.pass_time(at(2026, 12, 2, 16)), STEPH), "digest")
    assert all("All are called." not in text(x) for x in digests)


@pytest.mark.parametrize(
    "words", ["T-1 cancel\nWe need it no more.", "T-1: great work!\nPlease send the list, too."]
)
def test_words_that_stay_with_a_word_are_said_to_stay(office: Office, words: str) -> None:
    """A digest is no letter to Joy: they are a private note, and that is told."""
    assignment, _ = give(office, body=LATER)
    office.reply(assignment, "done")
    office.letters()
    found = one(to(office.pass_time(at(2026, 12, 1, 16)), STEPH), "digest")
    office.reply(found, words)
    letters = office.letters()
    rest = words.partition("\n")[2]
    assert all(rest not in x.text for x in to(letters, JOYS))
    assert f"{rest} kept as your private note" in text(one(letters, "transcript"))


def test_an_absence_within_a_tagged_line_is_done_once(office: Office) -> None:
    office.reply(digest(office), "T-1: the long one. I am away until 7 December, ask Olivia.")
    letters = office.letters()
    assert text(one(letters, "transcript")).count("you are away until Mon 7 Dec") == 1
    assert len(office.shop.house.people["stephanie"].away) == 1
    assert "the long one." in one(letters, "relay").text and of_kind(letters, "question") == []
