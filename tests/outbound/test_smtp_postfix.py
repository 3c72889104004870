"""The poster on a real Postfix: login, TLS, and what arrives outside."""

from dataclasses import replace

import pytest

from outbound.smtp import Poster, Result, SmtpSettings
from tests.servers.stack import TASKS, USERS, Stack

pytestmark = pytest.mark.needs("dovecot", "postfix")
RAW = b"""\
From: tasks@shop.test
To: joy@contractor.test
Subject: hi
Date: Mon, 02 Mar 2026 09:00:00 +0000
Message-ID: <77@shop.test>

.Hello
""".replace(b"\n", b"\r\n")


def settings(stack: Stack) -> SmtpSettings:
    return SmtpSettings(
        "127.0.0.1",
        stack.mta.submission,
        "starttls",
        TASKS,
        lambda: USERS[TASKS],
        ca_file=stack.certs.ca,
        timeout=20.0,
    )


def test_a_letter_goes_out_whole(clean_stack: Stack) -> None:
    poster = Poster(settings(clean_stack))
    assert poster.post(TASKS, "joy@contractor.test", RAW).result is Result.SENT
    assert poster.post(TASKS, "ben@contractor.test", RAW).result is Result.SENT
    poster.close()
    (to_joy,) = clean_stack.sink.wait_for(1, "joy@contractor.test")
    (to_ben,) = clean_stack.sink.wait_for(1, "ben@contractor.test")
    assert to_joy.sender == TASKS and to_joy.recipients == ("joy@contractor.test",)
    assert to_joy.raw.endswith(RAW) and to_ben.message["Message-ID"] == "<77@shop.test>"


def test_implicit_tls_works_too(clean_stack: Stack) -> None:
    poster = Poster(replace(settings(clean_stack), security="tls", port=clean_stack.mta.submissions))
    assert poster.check()[0].startswith("SMTP: logged in to 127.0.0.1:")
    assert poster.post(TASKS, "joy@contractor.test", RAW).result is Result.SENT
    poster.close()


@pytest.mark.parametrize("security", ["tls", "starttls"])
def test_an_unknown_authority_holds_the_outbox(stack: Stack, security: str) -> None:
    port = stack.mta.submissions if security == "tls" else stack.mta.submission
    poster = Poster(replace(settings(stack), security=security, port=port, ca_file=None))
    posted = poster.post(TASKS, "joy@contractor.test", RAW)
    assert posted.result is Result.ACCOUNT and "could not prove who it is" in posted.detail


def test_a_wrong_password_holds_the_outbox(stack: Stack) -> None:
    posted = Poster(replace(settings(stack), password=lambda: "wrong")).post(
        TASKS, "joy@contractor.test", RAW
    )
    assert posted.result is Result.ACCOUNT and posted.code == 535


def test_an_unknown_recipient_of_the_house_is_dead_or_bounces_later(stack: Stack) -> None:
    posted = Poster(settings(stack)).post(TASKS, "no one@shop.test", RAW)
    assert posted.result is Result.DEAD
