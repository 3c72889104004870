"""The demo's mail provider: what it lets in, what it writes on a mail, what it keeps."""

import gc
import imaplib
import smtplib
from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from demo.post import Account, stamped
from demo.server import EmbeddedServer

NOW = datetime(2026, 11, 30, 17, 12, tzinfo=UTC)
TASKS, STEPHANIE = "tasks@example.test", "stephanie@example.test"
MAIL = f"From: Stephanie <{STEPHANIE}>\r\nTo: {TASKS}\r\nSubject: Logo\r\n\r\nPlease make one.\r\n"
FORGED = "Authentication-Results: mail.example.test;\r\n dmarc=pass header.from=elsewhere.example\r\n"
LIMIT = 5.0  # seconds


@pytest.fixture
def server() -> Iterator[EmbeddedServer]:
    accounts = [Account("tasks", "one", TASKS), Account("stephanie", "two", STEPHANIE)]
    with EmbeddedServer(lambda: NOW, accounts) as running:
        yield running


def submit(server: EmbeddedServer, mail: str, *, to: str = TASKS, sender: str = STEPHANIE) -> None:
    """As stephanie, with her login."""
    with smtplib.SMTP(server.host, server.smtp_port, timeout=LIMIT) as line:
        line.login("stephanie", "two")
        line.sendmail(sender, [to], mail)


def test_submitted_mail_lies_in_the_mailbox_byte_for_byte_under_the_servers_marks(
    server: EmbeddedServer,
) -> None:
    submit(server, MAIL, to="tasks+joy@example.test")
    with imaplib.IMAP4(server.host, server.imap_port, timeout=LIMIT) as box:
        box.login("tasks", "one")
        box.select()
        found = box.fetch("1", "(INTERNALDATE BODY.PEEK[])")[1][0]
    assert isinstance(found, tuple)
    assert b'INTERNALDATE "30-Nov-2026 17:12:00 +0000"' in found[0]
    marks, _, rest = found[1].partition(b"From: ")
    assert b"Delivered-To: tasks+joy@example.test\r\n" in marks
    assert b"Authentication-Results: mail.example.test; dmarc=pass header.from=example.test\r\n" in marks
    assert b"From: " + rest == MAIL.encode()


@pytest.mark.parametrize(
    "mail",
    [
        pytest.param(FORGED + MAIL, id="on top"),
        pytest.param(MAIL.replace("Subject", FORGED + "Subject"), id="in the middle"),
        pytest.param(FORGED.upper().replace("DMARC=PASS", "dmarc=pass") + MAIL, id="in capitals"),
    ],
)
def test_verdict_that_the_writer_brought_along_is_taken_out(server: EmbeddedServer, mail: str) -> None:
    submit(server, mail)
    (delivery,) = server.delivered
    assert b"elsewhere.example" not in delivery.raw.lower()
    assert delivery.raw.lower().count(b"authentication-results:") == 1


def test_verdict_quoted_in_a_body_stays() -> None:
    raw = (MAIL + FORGED).encode()
    assert stamped(raw, TASKS, STEPHANIE, NOW).endswith((MAIL + FORGED).encode())


@pytest.mark.parametrize(
    ("sender", "mail"),
    [
        pytest.param("joy@example.test", MAIL, id="in the envelope"),
        pytest.param(STEPHANIE, MAIL.replace(STEPHANIE, "joy@example.test"), id="in From"),
        pytest.param(STEPHANIE, f"From: joy@example.test\r\n{MAIL}", id="in a second From"),
        pytest.param(STEPHANIE, MAIL.partition("\r\n")[2], id="with no From"),
    ],
)
def test_nobody_writes_as_somebody_else(server: EmbeddedServer, sender: str, mail: str) -> None:
    with pytest.raises(smtplib.SMTPResponseException):
        submit(server, mail, sender=sender)
    assert server.delivered == []


def test_nothing_is_taken_without_a_login(server: EmbeddedServer) -> None:
    with smtplib.SMTP(server.host, server.smtp_port, timeout=LIMIT) as line:
        with pytest.raises(smtplib.SMTPException):
            line.sendmail(STEPHANIE, [TASKS], MAIL)
        with pytest.raises(smtplib.SMTPAuthenticationError):
            line.login("stephanie", "wrong")


def test_mail_to_nobody_is_refused(server: EmbeddedServer) -> None:
    with pytest.raises(smtplib.SMTPRecipientsRefused):
        submit(server, MAIL, to="nobody@example.test")


def test_open_line_outlives_a_garbage_collection(server: EmbeddedServer) -> None:
    """From Python 3.12 on, a task that nobody refers to is collected, and its connection with it."""
    gc.freeze()  # what was there before the connection is not looked at: in a whole run that takes seconds
    try:
        with imaplib.IMAP4(server.host, server.imap_port, timeout=LIMIT) as box:
            box.login("tasks", "one")
            for _ in range(20):  # the server may not have come to rest at the first
                gc.collect()
                assert box.select()[0] == "OK"
    finally:
        gc.unfreeze()
