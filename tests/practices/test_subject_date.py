"""P4, P15: a date that stands only in the Subject of a mail that opens a task.

The body's date holds where both name one, and the receipt says so. A Subject that
answers or passes on is somebody's older words: its date is nobody's wish."""

from datetime import datetime

import pytest

from tests.practices.offices import STEPHANIE, opened
from tests.shell.office import Got, Office, at, one

WEDNESDAY, THURSDAY, FRIDAY = at(2026, 12, 3, 1), at(2026, 12, 4, 1), at(2026, 12, 5, 1)


def _sent(office: Office, subject: str, body: str) -> tuple[Got, Got]:
    office.mail(STEPHANIE, "tasks+joy@example.com", subject, body)
    letters = office.letters()
    return one(letters, "assignment"), one(letters, "receipt")


@pytest.mark.parametrize(
    ("subject", "body", "due"),
    [
        ("Paint the fence by Friday", "Use blue.", FRIDAY),
        ("Paint the fence - due Friday 5pm", "Use blue.", FRIDAY),
        ("Paint the fence by Friday", "Use blue by Friday.", FRIDAY),
        ("Paint the fence by Friday", "Use blue.\nDue: Thursday", THURSDAY),
        ("Paint the fence by Friday", "Use blue. No rush.", None),
        ("Re: Paint the fence by Friday", "Use blue.", None),
        ("Fwd: Paint the fence by Friday", "Use blue.", None),
        ("Flyer for the Friday sale", "Use blue.", None),
        ("Friday", "Paint the fence in blue.", None),
        ("Paint the fence", "Use blue.", None),
    ],
)
def test_the_date_of_a_subject(subject: str, body: str, due: datetime | None) -> None:
    with opened() as office:
        assignment, receipt = _sent(office, subject, body)
        task = office.shop.store.task(1)
        assert task is not None and (task.due.at if task.due else None) == due
        differs = due == THURSDAY
        assert ("Your Subject says" in receipt.text) == differs
        assert ("Wed 2 Dec" in assignment.text, "Your Subject" in assignment.text) == (False, False)


def test_the_receipt_says_which_of_two_dates_holds() -> None:
    with opened() as office:
        _, receipt = _sent(office, "Paint the fence by Friday", "Use blue.\nDue: Thursday")
        told = " ".join(receipt.text.split())
        assert 'Your Subject says "by Friday"; the date in your mail holds.' in told


@pytest.mark.parametrize("subject", ["Paint by Friday", "Paint (due Friday)", "Paint, by Friday 5pm"])
def test_with_a_buffer_the_subject_shows_no_private_date(subject: str) -> None:
    with opened() as office:
        assignment, receipt = _sent(office, subject, "Use blue.\nbuffer: 2 days")
        assert assignment.subject == "[T-1] Paint"
        task = office.shop.store.task(1)
        assert task is not None and task.due is not None and task.own_due is not None
        assert (task.due.at, task.own_due.at) == (WEDNESDAY, FRIDAY)
        assert receipt.subject == f"Re: {subject}"


def test_both_dates_with_a_buffer() -> None:
    """The Subject's other date is no private one, but it stands beside the title no more true."""
    with opened() as office:
        assignment, receipt = _sent(office, "Paint by Friday", "Due: next Tuesday\nbuffer: 1 day")
        task = office.shop.store.task(1)
        assert task is not None and task.due is not None
        assert task.due.at == at(2026, 12, 8, 1)
        assert "Your Subject says" in receipt.text and "Your Subject" not in assignment.text
