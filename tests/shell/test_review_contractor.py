"""A contractor's words out of the ordinary: too late, taken back, or after the end."""

from datetime import timedelta

import pytest

from tasks.model import Task
from tests.shell.office import Got, Office, at, kinds, one, to

STEPHANIE = "Stephanie Miller <stephanie@example.com>"


def _begin(office: Office) -> Got:
    body = "Call everyone.\nDue by Wednesday 5PM Pacific time."
    office.mail(STEPHANIE, "tasks+joy@example.com", "Calldown", body)
    return one(office.letters(), "assignment")


def _approved(office: Office) -> Got:
    office.reply(_begin(office), "done")
    office.reply(one(office.letters(), "review"), "approve")
    return one(office.letters(), "approved")


def _task(office: Office) -> Task:
    task = office.shop.store.task(1)
    assert task is not None
    return task


def _digest(office: Office, day: int) -> Got:
    letters = to(office.pass_time(at(2026, 12, day, 16), timedelta(hours=1)), "stephanie@example.com")
    return [x for x in letters if x.kind == "digest"][-1]


@pytest.mark.parametrize(
    "words", ["decline: no time", "eta: Friday 5pm", "blocked: no access", "done", "50%"]
)
def test_closed_task_stays_closed_whatever_its_contractor_writes(office: Office, words: str) -> None:
    approved = _approved(office)
    office.reply(approved, words)
    assert kinds(office.letters()) == [("joy", "transcript")]
    assert _task(office).state == "approved"


def test_bill_for_finished_work_is_taken(office: Office) -> None:
    office.reply(_approved(office), "invoice: 200 USD")
    assert kinds(office.letters()) == [("stephanie", "relay")]


def test_words_after_the_end_stand_in_the_next_digest(office: Office) -> None:
    approved = _approved(office)
    _digest(office, 1)  # tells that it is finished
    office.reply(approved, "Thanks! By the way, the list has two empty rows.")
    assert office.letters() == []
    assert "the list has two empty rows" in _digest(office, 2).text


def test_long_words_after_the_end_are_passed_on_whole(office: Office) -> None:
    approved = _approved(office)
    _digest(office, 1)
    office.reply(approved, "One more thing about the list.\n" + "Row after row was empty. " * 20 + "The end.")
    relay = one(office.letters(), "relay")
    assert "The end." in relay.text


def test_agreed_date_after_all_takes_the_proposed_one_back(office: Office) -> None:
    assignment = _begin(office)
    office.reply(assignment, "eta: Friday 5pm")
    office.letters()
    office.reply(assignment, "eta: Wednesday noon")
    office.letters()
    letters = office.pass_time(at(2026, 12, 2, 20), timedelta(hours=1))
    assert ("joy", "due-changed") not in kinds(letters)
    assert _task(office).due.at == at(2026, 12, 3, 1)  # type: ignore[union-attr]
    digests = "\n".join(x.text for x in letters if x.kind == "digest")
    assert "keeps the agreed date" in digests


def test_unblocked_work_waits_for_no_answer(office: Office) -> None:
    assignment = _begin(office)
    office.reply(assignment, "blocked: no access to the folder")
    office.letters()
    office.reply(assignment, "unblocked: got it from the help desk")
    assert office.letters() == []
    assert _task(office).state == "handed over"
    letters = office.pass_time(at(2026, 12, 2, 1), timedelta(hours=1))
    assert [x.kind for x in to(letters, "stephanie@example.com")] == ["digest"]
    assert "got it from the help desk" in letters[-1].text or "got it from the help desk" in letters[0].text


def test_letters_that_arrive_again_are_no_risk(office: Office) -> None:
    """A bounce is over when its reader is heard from; the owner's own is none of theirs."""
    assignment = _begin(office)
    _bounce(office, assignment, "joy@example.net")
    assert kinds(office.letters()) == [("stephanie", "bounced")]
    assert _task(office).unreached
    office.reply(assignment, "accept")
    office.letters()
    assert _task(office).unreached == ""


def test_owners_own_bounce_is_not_told_of_the_contractor(office: Office) -> None:
    office.mail(STEPHANIE, "tasks+joy@example.com", "Calldown", "Call everyone by Friday.")
    _bounce(office, one(office.letters(), "receipt"), "stephanie@example.com")
    office.letters()
    assert _task(office).unreached == ""


def _bounce(office: Office, letter: Got, address: str) -> None:
    raw = f"""Return-Path: <>
From: Mail Delivery System <mailer-daemon@example.com>
To: tasks@example.com
Subject: Undelivered Mail Returned to Sender
Message-ID: <b1@example.com>
Date: Mon, 30 Nov 2026 17:12:00 +0000
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary=b

--b
Content-Type: text/plain

It could not be delivered.
--b
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.example.com

Final-Recipient: rfc822; {address}
Action: failed
Status: 5.1.1

--b
Content-Type: text/rfc822-headers

Message-ID: {letter["Message-ID"]}

--b--
"""
    office.mailroom.put(raw.encode(), office.now)
