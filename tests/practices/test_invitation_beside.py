"""A reply that carries a calendar invitation: its words act at once, the invitation goes to nobody."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.practices.hands_kit import LATER, give, of_kind, opened, task, text
from tests.shell.office import Got, Office, at, kinds, one, to

STEPH, JOYS = "stephanie@example.com", "joy@example.net"
MACHINES_OWN = (
    "When: Wednesday, December 2, 2026 10:00 AM-11:00 AM (UTC-08:00) Pacific Time\n"
    "Where: Office\n\n*~*~*~*~*~*~*~*~*~*"
)


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    yield from opened(tmp_path)


def invite(office: Office, letter: Got, words: str, *, proven: bool = True, method: str = "REQUEST") -> None:
    """A reply of the letter's reader, as calendar programs write it (RFC 6047)."""
    quoted = "\n".join(f"> {line}" for line in letter.text.splitlines())
    event = f"BEGIN:VCALENDAR\nMETHOD:{method}\nEND:VCALENDAR"
    body = (
        f"--b\nContent-Type: text/plain\n\n{words}\n\n"
        f"On Mon, Nov 30, 2026 at 9:12 AM Tasks wrote:\n{quoted}\n"
        f"--b\nContent-Type: text/calendar; method={method}\n\n{event}\n--b--"
    )
    kind = "multipart/alternative; boundary=b"
    subject = f"Re: {letter.subject.removeprefix('Re: ')}"
    office.mail(letter.to, letter.reply_to, subject, body, answers=letter, proven=proven, media_type=kind)


@pytest.mark.parametrize("tail", ["", f"\n\n{MACHINES_OWN}"])
def test_the_words_of_an_owner_are_passed_on_at_once(office: Office, tail: str) -> None:
    _, receipt = give(office, body=LATER)
    invite(office, receipt, f"Please use the blue list.{tail}")
    letters = office.letters()
    assert "Please use the blue list." in text(one(to(letters, JOYS), "relay"))
    assert all("VCALENDAR" not in str(x.message) for x in letters)
    told = text(one(to(letters, STEPH), "transcript"))
    assert "the calendar invitation in it went to nobody" in told


def test_a_word_of_an_owner_acts(office: Office) -> None:
    _, receipt = give(office, body=LATER)
    invite(office, receipt, "cancel")
    letters = office.letters()
    assert ("joy", "cancelled") in kinds(letters) and not task(office).is_open


def test_an_answer_of_an_owner_is_one(office: Office) -> None:
    assignment, _ = give(office, body=LATER)
    office.reply(assignment, "question: which list?")
    invite(office, one(office.letters(), "question"), "The long one.")
    assert "The long one." in text(one(to(office.letters(), JOYS), "relay"))
    assert task(office).questions == ()


@pytest.mark.parametrize("words", ["", MACHINES_OWN])
def test_without_words_it_waits_for_the_digest(office: Office, words: str) -> None:
    _, receipt = give(office, body=LATER)
    invite(office, receipt, words)
    assert office.letters() == []
    digest = text(one(to(office.pass_time(at(2026, 12, 1, 17)), STEPH), "digest"))
    assert "a calendar invitation; mail it as text to make it a task" in digest


def test_unproven_it_waits_as_before(office: Office) -> None:
    _, receipt = give(office, body=LATER)
    office.mail(
        STEPH,
        "tasks@example.com",
        f"Re: {receipt.subject}",
        "--b\nContent-Type: text/plain\n\ncancel\n"
        "--b\nContent-Type: text/calendar; method=REQUEST\n\nX\n--b--",
        proven=False,
        media_type="multipart/alternative; boundary=b",
    )
    assert task(office).is_open and ("joy", "cancelled") not in kinds(office.letters())


def test_an_answer_to_an_invitation_stays_a_machines(office: Office) -> None:
    _, receipt = give(office, body=LATER)
    invite(office, receipt, "cancel", method="REPLY")
    assert office.letters() == [] and task(office).is_open


def test_the_words_of_a_contractor_are_not_lost(office: Office) -> None:
    """They were filed as a machine's, and nobody heard of them."""
    assignment, _ = give(office, body=LATER)
    invite(office, assignment, "question: which list?")
    assert len(of_kind(to(office.letters(), STEPH), "question")) == 1
