"""The tests' own mail system does what the other tests lean on."""

import smtplib

import pytest

from tests.intake.imap_help import mail
from tests.servers.stack import TASKS, Stack

pytestmark = pytest.mark.needs("dovecot", "postfix", "swaks")
FORGED = b"Authentication-Results: mail.shop.test; dmarc=pass header.from=owner.test\r\n"


def results(raw: bytes) -> list[bytes]:
    return [line for line in raw.split(b"\r\n") if line.startswith(b"Authentication-Results:")]


@pytest.mark.parametrize(
    ("helo", "verdict"),
    [
        ("mx.owner.test", b"dmarc=pass header.from=owner.test"),
        ("fail.owner.test", b"dmarc=fail header.from=owner.test"),
        ("elsewhere.test", b""),
    ],
)
def test_the_servers_own_result_replaces_a_forged_one(clean_stack: Stack, helo: str, verdict: bytes) -> None:
    clean_stack.deliver(FORGED + mail(1), TASKS, helo=helo)
    (raw,) = clean_stack.wait_for_mail(TASKS, 1)
    expected = [b"Authentication-Results: mail.shop.test; " + verdict] if verdict else []
    assert results(raw) == expected
    if verdict:
        assert raw.index(b"Authentication-Results:") < raw.index(b"Received: from " + helo.encode())


def test_a_foreign_result_stays_below_ours(clean_stack: Stack) -> None:
    foreign = FORGED.replace(b"mail.shop", b"mail.evil")
    clean_stack.deliver(foreign + mail(1), TASKS, helo="mx.owner.test")
    (raw,) = clean_stack.wait_for_mail(TASKS, 1)
    assert results(raw)[0].startswith(b"Authentication-Results: mail.shop.test;")
    assert results(raw)[1] == foreign.rstrip()


def test_without_results_the_server_says_nothing(stack_without_results: Stack) -> None:
    stack_without_results.deliver(FORGED + mail(1), TASKS, helo="mx.owner.test")
    (raw,) = stack_without_results.wait_for_mail(TASKS, 1)
    assert results(raw) == []


def test_plus_addresses_arrive_and_are_named(clean_stack: Stack) -> None:
    clean_stack.swaks("--to", "tasks+joy@shop.test", "--from", "ann@owner.test", "--body", "hello")
    (raw,) = clean_stack.wait_for_mail(TASKS, 1)
    assert b"Delivered-To: tasks+joy@shop.test" in raw and b"hello" in raw


def test_nobody_relays_without_a_login(stack: Stack) -> None:
    refused = pytest.raises(smtplib.SMTPRecipientsRefused)
    with smtplib.SMTP("127.0.0.1", stack.mta.smtp, timeout=20) as smtp, refused:
        smtp.sendmail("ann@owner.test", ["joy@contractor.test"], mail(1))
