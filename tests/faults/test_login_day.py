"""A wrong password for a whole day: at most twelve logins, mailbox and post each,
over restarts; and when it is right again, everything goes on by itself."""

from datetime import timedelta
from pathlib import Path

import pytest

from tests.faults.play import STEPHANIE
from tests.servers.imap_faults import no
from tests.servers.served import Served, served
from tests.servers.smtp_server import say

BEAT = 5.0  # minutes between rounds
ROUNDS = 24 * 60 / BEAT
RESTART_EVERY = 40  # rounds; a cron job or an impatient operator


def day(office: Served) -> None:
    for n in range(int(ROUNDS)):
        if n % RESTART_EVERY == RESTART_EVERY - 1:
            office.restart()
        office.after(BEAT)


def test_the_mailbox_refuses_for_a_day(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    with served(tmp_path) as office:
        fault = office.fault("LOGIN", no(b"[AUTHENTICATIONFAILED] Invalid credentials"))
        office.mail(STEPHANIE, "tasks+joy@example.com", "Logo", "Draw a logo by Friday.")
        day(office)
        assert 4 <= fault.times <= 12
        assert any("Check user and password" in r.getMessage() for r in caplog.records)
        assert len(office.did.trouble) == 1
        office.imap.faults.clear()
        for _ in range(25):
            office.after(BEAT)
        assert len(list(office.shop.store.tasks())) == 1


def test_the_post_refuses_for_a_day(tmp_path: Path) -> None:
    with served(tmp_path) as office:
        fault = office.post_fault("AUTH", say(b"535 5.7.8 Username and Password not accepted"))
        office.mail(STEPHANIE, "tasks+joy@example.com", "Logo", "Draw a logo by Friday.")
        day(office)
        assert 4 <= fault.times <= 12 and office.smtp.taken == []
        office.smtp.faults.clear()
        office.now += timedelta(hours=2)
        office.after(BEAT)
        assert {taken.to for taken in office.smtp.taken} >= {"joy@example.net", "stephanie@example.com"}


@pytest.mark.parametrize("code", [b"[UNAVAILABLE] later", b"[INUSE] busy", b"[LIMIT] too many connections"])
def test_a_login_refused_for_now_is_asked_again_within_minutes(code: bytes, tmp_path: Path) -> None:
    with served(tmp_path) as office:
        office.fault("LOGIN", no(code), 1, 2, 3)
        office.mail(STEPHANIE, "tasks+joy@example.com", "Logo", "Draw a logo by Friday.")
        for _ in range(4):
            office.after(2)
        assert len(list(office.shop.store.tasks())) == 1 and office.did.trouble == ()
