"""Silence approves where no money hangs on the work, and nowhere else."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tasks.model import Stage
from tests.practices.hands_kit import give, of_kind, opened, task, text
from tests.shell.office import Got, Office, at, one, to

STEPH, JOYS = "stephanie@example.com", "joy@example.net"
DUE = "Due by 18 December 5PM Pacific time."


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    yield from opened(tmp_path)


def handed_in(office: Office, body: str, subject: str = "Door") -> Got:
    assignment, _ = give(office, subject=subject, body=body)
    office.reply(assignment, "done")
    return one(office.letters(), "review")


def stage_after_silence(office: Office, assignment: Got) -> Stage:
    """It is finished, and for two weeks nobody says a word."""
    office.letters()
    office.reply(assignment, "done")
    office.letters()
    office.pass_time(at(2026, 12, 11, 18))
    return task(office).stage


@pytest.mark.parametrize(
    "words",
    [
        "Paint the door for $80.",
        "Paint the door.\n$80 for the lot.",
        "Paint the door, the budget is 80 dollars.",
        "Tür streichen, € 50 pauschal.",
        "Paint the door. I pay 120.",
    ],
)
def test_silence_approves_nothing_where_a_sum_is_named(office: Office, words: str) -> None:
    review = handed_in(office, f"{words}\n{DUE}")
    assert "hangs on it, so it waits for your word" in text(review)
    office.pass_time(at(2026, 12, 11, 18))
    assert task(office).stage is Stage.IN_REVIEW


def test_praise_is_asked_about_where_a_sum_is_named(office: Office) -> None:
    office.reply(handed_in(office, f"Paint the door for $80.\n{DUE}"), "Great, thanks!")
    assert one(office.letters(), "clarify") and task(office).stage is Stage.IN_REVIEW


def test_a_sum_in_the_subject_counts(office: Office) -> None:
    handed_in(office, f"Paint it.\n{DUE}", subject="Door for $80")
    office.pass_time(at(2026, 12, 11, 18))
    assert task(office).stage is Stage.IN_REVIEW


def test_a_sum_that_is_added_later_counts(office: Office) -> None:
    assignment, receipt = give(office, body=f"Paint the door.\n{DUE}")
    office.reply(receipt, "You get 80 dollars for it.")
    office.letters()
    office.reply(assignment, "done")
    assert "80 USD hangs on it" in text(one(office.letters(), "review"))
    office.pass_time(at(2026, 12, 11, 18))
    assert task(office).stage is Stage.IN_REVIEW


@pytest.mark.parametrize("words", ["Decide: up to $50", "You get $15 an hour, as always.", "Budget: 3h"])
def test_silence_approves_where_nothing_is_priced(office: Office, words: str) -> None:
    """What may be decided alone is a limit, and a rate by the hour is the person's."""
    review = handed_in(office, f"Paint the door.\n{words}\n{DUE}")
    assert "Without a word from you it counts as approved" in text(review)
    office.pass_time(at(2026, 12, 11, 18))
    assert task(office).stage is Stage.APPROVED


def test_a_bill_within_the_limit_counts(office: Office) -> None:
    """What the limit let the contractor spend is a bill, and money hangs on it then."""
    assignment, _ = give(office, body=f"Paint the door.\nDecide: up to $50\n{DUE}")
    office.reply(assignment, "invoice: 30 USD")
    office.letters()
    office.reply(assignment, "done")
    assert "30 USD hangs on it" in text(one(office.letters(), "review"))
    office.pass_time(at(2026, 12, 11, 18))
    assert task(office).stage is Stage.IN_REVIEW


def test_the_receipt_tells_the_sum_and_only_a_price_invites_a_bill(office: Office) -> None:
    """A figure of the work is the owner's to judge; no contractor is asked for a bill over it."""
    assignment, receipt = give(office, body=f"List every difference over $5.\n{DUE}")
    assert "Money named in it: 5 USD. Approving waits for your word." in text(receipt)
    assert "Money named in it" not in text(assignment)
    office.reply(assignment, "done")
    office.reply(one(office.letters(), "review"), "approve")
    assert "invoice" not in text(of_kind(to(office.letters(), JOYS), "approved")[0])


@pytest.mark.parametrize(
    "words", ["tell Joy: $200 is fine", "Yes, take the good paint, I pay 200 for all of it."]
)
def test_a_sum_that_the_owner_names_in_the_thread_counts(office: Office, words: str) -> None:
    assignment, _ = give(office, body=f"Paint the door.\n{DUE}")
    office.reply(assignment, "Shall I take the good paint?")
    office.reply(one(office.letters(), "question"), words)
    office.letters()
    office.reply(assignment, "done")
    assert "200" in text(one(office.letters(), "review"))
    office.pass_time(at(2026, 12, 11, 18))
    assert task(office).stage is Stage.IN_REVIEW


def test_a_price_that_the_owner_says_yes_to_counts(office: Office) -> None:
    assignment, _ = give(office, body=f"Paint the door.\n{DUE}")
    office.reply(assignment, "It would be $200 with the good paint, shall I?")
    office.reply(one(office.letters(), "question"), "Yes, do that.")
    assert stage_after_silence(office, assignment) is Stage.IN_REVIEW


def test_a_sum_in_a_line_of_a_digest_counts(office: Office) -> None:
    assignment, _ = give(office, body=f"Paint the door.\n{DUE}")
    office.reply(assignment, "question: which paint?")
    office.letters()
    shown = one(to(office.pass_time(at(2026, 12, 1, 16)), STEPH), "digest")
    office.reply(shown, "T-1: the good one.\n\nT-1 tell Joy: $200 is fine")
    assert stage_after_silence(office, assignment) is Stage.IN_REVIEW


def test_a_price_that_nobody_agreed_to_does_not(office: Office) -> None:
    assignment, _ = give(office, body=f"Paint the door.\n{DUE}")
    office.reply(assignment, "I saw the same paint for $200 elsewhere.")
    assert stage_after_silence(office, assignment) is Stage.APPROVED
