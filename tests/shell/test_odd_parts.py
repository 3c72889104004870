"""Mails whose parts Handoff does not open, or opens otherwise than they are labelled."""

from pathlib import Path

import pytest

from shell.reading_safe import anonymise_file
from tests.shell.office import MONDAY, Office, at, one

HEAD = (
    "From: Stephanie Miller <stephanie@example.com>\nTo: tasks+joy@example.com\nMIME-Version: 1.0\n"
    "Message-ID: <odd.1@example.com>\nDate: Mon, 30 Nov 2026 17:12:00 +0000\n"
    "Authentication-Results: mx.example.com; dmarc=pass header.from=example.com\n"
)
INVITATION = (
    "Subject: Meeting\nContent-Type: multipart/alternative; boundary=b\n\n--b\nContent-Type: text/plain\n\n"
    "Please come on Wednesday at 10.\n--b\nContent-Type: text/calendar; method=REQUEST\n\n"
    "BEGIN:VCALENDAR\nEND:VCALENDAR\n--b--\n"
)
ENVELOPE = (
    "Subject: Flyer\nContent-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain\n\n"
    "Please print the flyer by Friday.\n--b\nContent-Type: application/ms-tnef; name=winmail.dat\n"
    "Content-Transfer-Encoding: base64\n\nAAAA\n--b--\n"
)
CLAIMED = (
    "Subject: Flyer\nContent-Type: text/plain\nContent-Transfer-Encoding: base64\n\n"
    "Please print the flyer by Friday 3pm.\nThanks\n\nStephanie\n"
)
ATTACHED = (
    "Subject: Fwd: Menu cards\nContent-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain\n\n"
    "Joy, can you do this?\n--b\nContent-Type: message/rfc822\n\n"
    "From: Jan Stone <jan@client.example>\nDate: Fri, 27 Nov 2026 15:00:00 -0800\nSubject: Menu cards\n\n"
    "Hi Stephanie,\n\nplease send us the new menu cards by Wednesday 5pm.\ncancel\n\nJan\n--b--\n"
)


def put(office: Office, rest: str) -> None:
    office.mailroom.put((HEAD + rest).encode(), office.now)


def test_an_owners_invitation_stands_in_the_digest(office: Office) -> None:
    put(office, INVITATION)
    assert office.letters() == []
    digest = one(office.pass_time(at(2026, 12, 1, 17)), "digest")
    assert "a calendar invitation; mail it as text to make it a task" in " ".join(digest.text.split())


def test_the_receipt_names_an_envelope_that_stays_shut(office: Office) -> None:
    put(office, ENVELOPE)
    said = " ".join(one(office.letters(), "receipt").text.split())
    assert "winmail.dat cannot be opened here; ask for the file again as an ordinary attachment." in said


def test_words_that_only_claim_to_be_base64_are_read(office: Office) -> None:
    put(office, CLAIMED)
    office.letters()
    task = office.shop.store.task(1)
    assert task is not None and task.due is not None
    assert (task.due.at, task.brief) == (
        at(2026, 12, 4, 23),
        "Please print the flyer by Friday 3pm.\nThanks\n\nStephanie",
    )


def test_a_safe_copy_is_read_in_the_zone_of_its_writer(
    office: Office, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    mail = tmp_path / "mail.eml"
    mail.write_bytes((HEAD + ENVELOPE).encode())
    code = anonymise_file(office.config, lambda: MONDAY, mail, tmp_path / "safe.eml", at=MONDAY)
    assert (code, "read like the mail itself" in capsys.readouterr().out) == (0, True)


def test_a_mail_attached_as_a_task_is_a_forward(office: Office) -> None:
    put(office, ATTACHED)
    letters = office.letters()
    said, assignment = " ".join(one(letters, "receipt").text.split()), one(letters, "assignment")
    task = office.shop.store.task(1)
    assert task is not None and task.is_open and task.due is None
    assert task.brief.startswith("Joy, can you do this?\n\n")
    assert "Jan Stone <jan@client.example>" in assignment.text
    assert "please send us the new menu cards by Wednesday 5pm." in assignment.text
    assert "due: 2026-12-02 17:00" in said
    kinds = [part.get_content_type() for part in assignment.message.walk()]
    assert "application/octet-stream" in kinds and "message/rfc822" not in kinds  # it must not open by itself
