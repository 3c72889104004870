"""What is said about us and not about a letter holds the whole outbox and fails
no letter; it goes on by itself, and the owner is told once."""

from datetime import timedelta
from pathlib import Path

import pytest

from shell.resting import PAUSE
from tasks.letters import OutboxState
from tests.faults.play import STEPHANIE
from tests.faults.test_uncertain import JOY, remarks
from tests.servers.served import Served, served
from tests.servers.smtp_server import Act, close, say, say_and_close, silence

SIX_DAYS = timedelta(days=6)
REFUSALS: list[tuple[str, bytes]] = [
    ("AUTH", b"535 5.7.8 Username and Password not accepted"),
    ("AUTH", b"454 4.7.0 Too many login attempts, please try again later"),
    ("MAIL", b"550 5.4.5 Daily user sending limit exceeded"),
    ("RCPT", b"550 5.4.5 Daily user sending limit exceeded"),
    ("dot", b"550 5.4.5 Daily user sending limit exceeded"),
    ("MAIL", b"421 4.7.0 Too many messages, try again later"),
    ("RCPT", b"421 4.7.0 Try again later, closing connection"),
    ("dot", b"421 4.7.0 Our system has detected an unusual rate of mail from you"),
    ("MAIL", b"454 4.7.0 Temporary authentication failure"),
    ("MAIL", b"550 5.7.1 Sender address rejected: not owned by user tasks"),
    ("RCPT", b"553 5.7.1 <tasks@example.com>: Sender address rejected: not owned by user tasks"),
    ("RCPT", b"554 5.7.1 <joy@example.net>: Relay access denied"),
    ("RCPT", b"550 5.7.54 SMTP; Unable to relay recipient in non-accepted domain"),
    ("RCPT", b"454 4.7.1 Relay access denied"),
    ("RCPT", b"554 5.7.1 <unknown[192.0.2.1]>: Client host rejected: Access denied"),
]


def tasks(office: Served) -> None:
    for n, who in enumerate(("joy", "ben", "joy")):
        office.mail(STEPHANIE, f"tasks+{who}@example.com", f"Task {n}", "Do it by Friday.")


def states(office: Served) -> set[OutboxState]:
    return {row.state for row in office.shop.store.outbox()}


def all_sent_once(office: Served) -> None:
    rows = office.shop.store.outbox(limit=5000)
    assert {row.state for row in rows} <= {OutboxState.SENT, OutboxState.CANCELLED}
    raws = [taken.raw for taken in office.smtp.taken]
    sent = [row for row in rows if row.state is OutboxState.SENT]
    assert len(raws) == len(set(raws)) == len(sent)
    assert not any(b"X-Handoff-Letter: bounced" in raw for raw in raws)


@pytest.mark.parametrize(("stage", "words"), REFUSALS)
def test_a_refusal_of_us_holds_all_and_fails_none(stage: str, words: bytes, tmp_path: Path) -> None:
    act = say_and_close(words) if words.startswith(b"421") else say(words)
    with served(tmp_path) as office:
        tasks(office)
        fault = office.post_fault(stage, act)
        for _ in range(6):
            office.after(20)
        assert office.smtp.taken == []
        assert fault.times <= 6 and states(office) <= {OutboxState.READY, OutboxState.HELD}
        assert any("No letter goes out" in line for line in office.did.trouble)
        told = [line for line in remarks(office) if "No letter" in line]
        assert len(told) == 1 and words[4:20].decode() in told[0]
        office.smtp.faults.clear()
        for _ in range(8):
            office.after(20)
        all_sent_once(office)
        assert len([line for line in remarks(office) if "No letter" in line]) == 1
        assert office.did.trouble == ()


@pytest.mark.parametrize(
    ("stage", "act"),
    [
        ("greeting", say_and_close(b"421 4.3.2 Too many connections")),
        ("greeting", say_and_close(b"554 5.7.1 no service")),
        ("greeting", close),
        ("EHLO", close),
        ("AUTH", close),
        ("AUTH", silence),
    ],
)
def test_without_a_line_no_letter_is_tried(stage: str, act: Act, tmp_path: Path) -> None:
    with served(tmp_path) as office:
        tasks(office)
        office.post_fault(stage, act)
        for _ in range(3):
            office.after(10)
        assert {row.attempts for row in office.shop.store.outbox()} == {0}
        office.smtp.faults.clear()
        office.after(10)
        all_sent_once(office)


@pytest.mark.parametrize("away", [True, False])
def test_six_days_without_the_server_kill_no_letter(away: bool, tmp_path: Path) -> None:
    with served(tmp_path) as office:
        tasks(office)
        if away:
            office.smtp.refuse()
        else:
            office.post_fault("AUTH", say(b"535 5.7.8 no"))
        end = office.now + SIX_DAYS
        while office.now < end:
            office.after(60)
        assert OutboxState.DEAD not in states(office) and office.smtp.taken == []
        assert len([line for line in remarks(office) if "No letter" in line]) == 1
        if away:
            office.smtp.come_back()
        office.smtp.faults.clear()
        for _ in range(20):
            office.after(30)
        all_sent_once(office)


def test_one_letter_that_is_always_met_by_421_does_not_stop_the_others(tmp_path: Path) -> None:
    with served(tmp_path) as office:
        tasks(office)
        office.post_fault("RCPT", say_and_close(b"421 4.7.0 closing"), to=JOY)
        for _ in range(20):
            office.after(PAUSE / timedelta(minutes=1) + 1)
        waiting = {row.to for row in office.shop.store.outbox() if row.state is not OutboxState.SENT}
        assert waiting == {JOY}
