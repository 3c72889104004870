"""An undo that a letter names takes back just that, and none is named where
there is nothing to take back."""

from datetime import timedelta

import pytest

from tasks.model import Stage, Task
from tests.shell.office import Got, Office, kinds, one

STEPHANIE = "Stephanie Miller <stephanie@example.com>"
BRIEF = "Call everyone.\n1. Print the list\n2. Call everybody\n3. Send it\nDue by Wednesday 5PM Pacific time."
FLYER = "new task\nMake a flyer for January, A5.\nDue: Friday 5pm"


def begin(office: Office) -> tuple[Got, Got]:
    office.mail(STEPHANIE, "tasks+joy@example.com", "Calldown", BRIEF)
    letters = office.letters()
    return one(letters, "assignment"), one(letters, "receipt")


def task(office: Office, number: int = 1) -> Task:
    found = office.shop.store.task(number)
    assert found is not None
    return found


def test_cancel_undoes_the_new_task_and_leaves_the_old_one(quick: Office) -> None:
    quick.reply(begin(quick)[1], FLYER)
    told = one(quick.letters(), "transcript")
    assert "made T-2 of it. Undo: cancel" in told.text
    quick.reply(told, "cancel")
    quick.letters()
    assert task(quick, 2).stage is Stage.CANCELLED
    assert task(quick, 1).is_open


def test_cancel_undoes_the_new_topic(quick: Office) -> None:
    receipt = begin(quick)[1]
    body = "Please make the flyer for January.\nDue: Friday 5pm"
    quick.mail(STEPHANIE, receipt.reply_to, "Flyer for January", body, answers=receipt)
    quick.reply(one(quick.letters(), "clarify"), "yes")
    quick.reply(one(quick.letters(), "transcript"), "cancel")
    quick.letters()
    assert task(quick, 2).stage is Stage.CANCELLED
    assert task(quick, 1).is_open


@pytest.mark.parametrize("from_review", [True, False])
def test_the_brief_below_new_task_is_the_new_ones_alone(quick: Office, from_review: bool) -> None:
    assignment, letter = begin(quick)
    if from_review:
        quick.reply(assignment, "done")
        letter = one(quick.letters(), "review")
    quick.reply(letter, FLYER)
    assert sorted(kinds(quick.letters())) == [("joy", "assignment"), ("stephanie", "transcript")]
    old, new = task(quick, 1).due, task(quick, 2).due
    assert old and old.local == "2026-12-02T17:00"
    assert new and new.local == "2026-12-04T17:00"


def test_a_new_task_in_one_line(quick: Office) -> None:
    quick.reply(begin(quick)[1], "New task: make the flyer for January by Friday.")
    assert sorted(kinds(quick.letters())) == [("joy", "assignment"), ("stephanie", "transcript")]
    new = task(quick, 2)
    assert new.brief.startswith("make the flyer for January") and new.due


def test_the_undo_of_a_date_is_the_date_before(quick: Office) -> None:
    quick.reply(begin(quick)[1], "due: Tuesday 5pm")
    told = one(quick.letters(), "transcript")
    assert "Undo: due: 2026-12-02 17:00" in told.text
    quick.reply(told, "due: 2026-12-02 17:00")
    quick.letters()
    due = task(quick).due
    assert due and due.local == "2026-12-02T17:00"


def test_the_undo_of_ticks_names_the_steps(quick: Office) -> None:
    assignment = begin(quick)[0]
    quick.reply(assignment, "[x] 1,2\n60%")
    told = one(quick.letters(), "transcript")
    assert "Undo: uncheck 1,2" in told.text
    quick.reply(told, "uncheck 1,2")
    quick.letters()
    assert not any(step.done for step in task(quick).steps)


@pytest.mark.parametrize("words", ["[x] 9", "not done", "invoice: 200 USD\n60%"])
def test_no_undo_where_nothing_takes_it_back(quick: Office, words: str) -> None:
    quick.reply(begin(quick)[0], words)
    assert "Undo" not in one(quick.letters(), "transcript").text


@pytest.mark.parametrize("words", ["[x] 9", "not done"])
def test_what_was_not_done_is_said_to_be(quick: Office, words: str) -> None:
    quick.reply(begin(quick)[0], words)
    told = one(quick.letters(), "transcript").text
    assert "Not all of it was done" in told and "Nothing more has to be done" not in told


def test_unpaid_takes_back_the_last_paid_and_no_other(quick: Office) -> None:
    assignment, receipt = begin(quick)
    for bill in ("invoice: 200 USD", "invoice: 50 USD"):
        quick.reply(assignment, bill)
        quick.letters()
        quick.now += timedelta(hours=1)
        quick.reply(receipt, "paid")
        told = one(quick.letters(), "transcript")
    assert "Undo: unpaid" in told.text
    quick.reply(told, "unpaid")
    assert "open again: 50 USD" in one(quick.letters(), "transcript").text
    assert [bool(bill.paid_at) for bill in task(quick).bills] == [True, False]


def test_unpaid_where_nothing_was_paid_is_said(quick: Office) -> None:
    quick.reply(begin(quick)[1], "unpaid")
    assert "no bill of this task is noted as paid" in one(quick.letters(), "transcript").text
