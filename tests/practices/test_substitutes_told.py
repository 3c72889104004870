"""What somebody did who answered for an owner: told to the owner on the return, with the
way back, and never put down to the owner in anybody's letter."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from shell.looking import show_row
from tests.practices.hands_kit import BRIEF, LATER, STEPHANIE, give, left_alone, of_kind, opened, task, text
from tests.shell.office import Got, Office, at, got, one, to

STEPH, OLIV = "stephanie@example.com", "olivia@example.com"
ETA, WAS = "eta: 21 December 5pm Pacific time", "2026-12-18 17:00"
BACK = at(2026, 12, 7, 16)


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    yield from opened(tmp_path)


def returned(office: Office) -> Got:
    """The digest that Stephanie reads when she is back."""
    return one(to(of_kind(office.pass_time(BACK), "digest"), STEPH), "digest")


# what the owner reads on the return


def test_an_answer_is_told(office: Office) -> None:
    office.reply(left_alone(office), "question: which colour?")
    office.reply(one(office.letters(), "question"), "Use the blue one.")
    office.letters()
    assert 'Olivia, for you: answered a question (T-1 Calldown: "Use the blue one.")' in text(
        returned(office)
    )


@pytest.mark.parametrize(
    ("first", "words", "told", "undo"),
    [
        ("done", "approve", "approved T-1 Calldown", "T-1 redo"),
        ("done", "Thanks, great!", "approved T-1 Calldown", "T-1 redo"),
        ("done", "redo: use blue", 'sent T-1 Calldown back ("use blue")', "T-1 approve"),
        ("60%", "due: 21 December 5pm", "moved T-1 Calldown to Mon 21 Dec 17:00", f"T-1 due: {WAS}"),
        (ETA, "ok", "agreed to Mon 21 Dec 17:00 for T-1 Calldown", f"T-1 due: {WAS}"),
        (ETA, "no", "refused Mon 21 Dec 17:00 for T-1 Calldown", "T-1 due: 2026-12-21 17:00"),
        ("60%", "cancel", "called off T-1 Calldown", "T-1 resume"),
        ("60%", "hold", "put T-1 Calldown on hold", "T-1 resume"),
        ("60%", "title: Calls", 'named T-1 "Calls"', "T-1 title: Calldown"),
        ("60%", "remind: none", "changed the reminders of T-1 Calldown", "T-1 remind: as usual"),
        ("60%", "fine", "said fine to T-1 Calldown", "T-1 nudge"),
    ],
)
def test_what_can_be_taken_back_is_told_with_the_word(
    office: Office, first: str, words: str, told: str, undo: str
) -> None:
    """What she is asked to decide, or the thread that a finished piece gave her."""
    assignment = left_alone(office)
    if first == "60%":
        office.reply(assignment, "done")
        letter = one(office.letters(), "review")
        office.reply(assignment, "reopen")
        office.letters()
    else:
        office.reply(assignment, first)
        letter = to(office.letters(), OLIV)[0]
    office.reply(letter, words)
    office.letters()
    digest = text(returned(office))
    assert f"Olivia, for you: {told}. Undo: {undo}" in digest


def all_letters(office: Office) -> list[Got]:
    """Every letter so far."""
    return [got(reader, raw) for reader, raw in office.box.kept]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("nudge", "had Joy asked how T-1 Calldown goes"),
        ("tell Joy: the long one", 'wrote to Joy about T-1 Calldown ("the long one")'),
    ],
)
def test_what_cannot_be_taken_back_is_told_without(office: Office, words: str, told: str) -> None:
    assignment = left_alone(office)
    office.reply(assignment, "done")
    review = one(office.letters(), "review")
    office.reply(assignment, "reopen")
    office.letters()
    office.reply(review, words)
    office.letters()
    assert f"Olivia, for you: {told}" in text(returned(office))


def test_the_undo_of_the_digest_works(office: Office) -> None:
    office.reply(left_alone(office), "done")
    office.reply(one(office.letters(), "review"), "approve")
    office.letters()
    digest = returned(office)
    office.reply(digest, "T-1 redo: two are missing")
    office.letters()
    assert task(office).stage == "sent back"


def test_back_before_the_day_tells_it_too(office: Office) -> None:
    office.reply(left_alone(office), "done")
    office.reply(one(office.letters(), "review"), "approve")
    office.letters()
    office.mail(STEPHANIE, "tasks@example.com", "back", "")
    assert "Olivia, for you: approved T-1 Calldown" in text(one(to(office.letters(), STEPH), "digest"))


def test_a_secret_in_it_is_masked(office: Office) -> None:
    office.reply(left_alone(office), "question: which password?")
    office.reply(one(office.letters(), "question"), "The password is hunter2-Xy77 as ever.")
    office.letters()
    digest = text(returned(office))
    assert "Olivia, for you: answered a question" in digest and "hunter2" not in digest


def test_what_was_not_done_is_not_told_as_done(office: Office) -> None:
    office.reply(left_alone(office), "done")
    office.reply(one(office.letters(), "review"), "The third one looks odd to me.")
    office.letters()
    assert "Olivia, for you: approved" not in text(returned(office))


def test_the_owners_own_acts_are_not_told_like_this(office: Office) -> None:
    assignment, _ = give(office, body=LATER)
    office.reply(assignment, "done")
    office.reply(one(office.letters(), "review"), "approve")
    office.letters()
    digests = of_kind(office.pass_time(at(2026, 12, 2, 16)), "digest")
    assert all("for you:" not in text(digest) for digest in digests)


def test_show_names_who_did_it(office: Office) -> None:
    office.reply(left_alone(office), "question: which colour?")
    office.reply(one(office.letters(), "question"), "due: 21 December 5pm\nUse the blue one.")
    office.letters()
    row = show_row(office.shop.store, task(office), office.shop.house, office.now)
    history = row["history"]
    assert isinstance(history, list)
    done = {entry["event"]: entry["by"] for entry in history}
    assert done["question answered"] == "olivia" and done["due agreed"] == "olivia"
    agreed = row["agreed"]
    assert isinstance(agreed, list) and any("Set by Olivia" in line for line in agreed)


# what the others read


def test_a_nudge_names_who_asked(office: Office) -> None:
    assignment = left_alone(office)
    office.reply(assignment, "done")
    review = one(office.letters(), "review")
    office.reply(assignment, "reopen")
    office.letters()
    office.reply(review, "nudge")
    probe = one(office.letters(), "probe")
    assert "Olivia (for Stephanie) asks how it goes" in text(probe)
    assert "Stephanie asks" not in text(probe)


def test_who_asked_today_is_named_to_the_owner_and_to_who_comes_new(office: Office) -> None:
    """Olivia asked; Stephanie, back the same day, asks again, and reads who did before her."""
    assignment = left_alone(office, body=BRIEF)
    office.reply(assignment, "done")
    review = one(office.letters(), "review")
    office.reply(assignment, "reopen")
    office.letters()
    office.reply(review, "nudge")
    office.letters()
    office.mail(STEPHANIE, "tasks@example.com", "back", "")
    office.letters()
    receipt = one(of_kind(all_letters(office), "receipt"), "receipt")
    office.reply(receipt, "nudge")
    said = text(one(office.letters(), "transcript"))
    assert "not done: Olivia asked Joy" in said and "you asked" not in said
    told = text(one(of_kind(office.pass_time(at(2026, 12, 12)), "escalation"), "escalation"))
    assert "Joy was asked by Olivia" in told and "Joy was asked by Stephanie" not in told


def test_a_question_of_theirs_is_theirs_in_every_letter(office: Office) -> None:
    """Asked for more, Joy reads in `status` whose question is open: Olivia's."""
    assignment = left_alone(office)
    office.reply(assignment, "question: which list?")
    office.reply(one(office.letters(), "question"), "Which lists do you have?")
    asked = one(office.letters(), "question")
    assert "Olivia (for Stephanie)" in text(asked)
    office.reply(assignment, "status")
    status = text(one(office.letters(), "status"))
    assert "Open question of Olivia" in status and "Open question of Stephanie" not in status


def test_a_long_title_and_long_words_leave_the_undo_whole(office: Office) -> None:
    title = "Call each and every person on the long list of the year before last, and note what they say"
    assignment, _ = give(office, subject=title, body=LATER)
    office.mail(STEPHANIE, "tasks@example.com", "", "away until 7 December, ask Olivia")
    office.letters()
    office.reply(assignment, "question: which colour?")
    words = "Use the blue one that lies in the second drawer from above, beside the paper. " * 3
    office.reply(one(office.letters(), "question"), f"due: 21 December 5pm\n{words}")
    office.letters()
    digest = text(returned(office))
    assert "answered a question (T-1 Call each" in digest and f"Undo: T-1 due: {WAS}" in digest
