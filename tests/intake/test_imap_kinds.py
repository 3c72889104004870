"""The IMAP source on servers of other kinds: without MOVE, UIDPLUS or IDLE, with
other prefixes and delimiters, with TLS, and with a wrong password. All are real
Dovecots that announce less, or are set up as other providers are."""

import logging
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from intake.filing import FILED
from intake.imap import ImapSource
from intake.source import LoginRefused, ServerAway
from tests.intake.imap_help import Ledger, fetch_all, mail, moves, settings
from tests.servers.dovecot import Kind
from tests.servers.fixtures import need_servers
from tests.servers.stack import TASKS, USERS, Stack, lacking, running_stack
from wire.login_gate import LoginGate

pytestmark = pytest.mark.needs("dovecot")


@contextmanager
def source_on(kind: Kind) -> Iterator[tuple[Stack, ImapSource]]:
    need_servers(lacking(mta=False))
    with running_stack(mta=False, kind=kind) as stack:
        source = ImapSource(settings(stack.dovecot.imap, TASKS, USERS[TASKS]))
        yield stack, source
        source.close()


def test_without_move_mails_are_copied_and_removed_by_uid() -> None:
    with source_on(Kind(capabilities="IMAP4rev1 UIDPLUS")) as (stack, source):
        stack.append(TASKS, "INBOX", mail(1), mail(2), mail(3))
        with stack.imap(TASKS) as other:  # somebody else's mark must survive us
            other.select("INBOX")
            other.store("3", "+FLAGS", "\\Deleted")
        done = source.move(moves(fetch_all(source, Ledger().known())[:2], "Handoff/Joy"))
        held = stack.mailbox(TASKS)
    assert all(m.ok and m.new for m in done)
    assert held["Handoff/Joy"] == [mail(1), mail(2)] and held["INBOX"] == [mail(3)]


def test_without_uidplus_mails_are_copied_once_and_left_marked() -> None:
    ledger = Ledger()
    with source_on(Kind(capabilities="IMAP4rev1")) as (stack, source):
        stack.append(TASKS, "INBOX", mail(1))
        mails = fetch_all(source, ledger.known())
        ledger.learn(mails)
        (done,) = source.move(moves(mails, "Handoff/Joy"))
        (again,) = source.move(moves(mails, "Handoff/Joy"))  # as after a power cut
        with stack.imap(TASKS) as client:
            client.select("INBOX", readonly=True)
            marked = client.search(None, "DELETED", "KEYWORD", FILED)
        held = stack.mailbox(TASKS)
        assert fetch_all(source, ledger.known()) == []
    assert done.ok and again.ok and done.new is None and "marked as deleted" in done.detail
    assert held["Handoff/Joy"] == [mail(1)] and held["INBOX"] == [mail(1)]
    assert marked == ("OK", [b"1"])


def test_without_idle_a_wait_searches_before_its_end() -> None:
    with source_on(Kind(capabilities="IMAP4rev1")) as (stack, source):
        fetch_all(source, Ledger().known())
        began = time.monotonic()
        assert not source.wait(0.3)
        assert time.monotonic() - began < 2
        stack.append(TASKS, "INBOX", mail(1))
        assert source.wait(0.3)


def test_folders_follow_the_servers_prefix_and_delimiter() -> None:
    with source_on(Kind(prefix="INBOX.", separator=".")) as (stack, source):
        stack.append(TASKS, "INBOX", mail(1))
        (done,) = source.move(moves(fetch_all(source, Ledger().known()), "Handoff/J.R. Smith"))
        held = stack.mailbox(TASKS)
        with stack.imap(TASKS) as client:
            subscribed = client.lsub()[1]
        assert any('such as "INBOX.Handoff.Held"' in line for line in source.check())
    assert done.ok and held["INBOX.Handoff.J_R_ Smith"] == [mail(1)]
    assert any(b"INBOX.Handoff.J_R_ Smith" in line for line in subscribed if isinstance(line, bytes))


def test_a_folder_is_known_by_the_name_that_a_mail_client_shows() -> None:
    with source_on(Kind(prefix="INBOX.", separator=".")) as (stack, source):
        with stack.imap(TASKS) as client:
            client.create("INBOX.Jobs.Tasks")
        stack.append(TASKS, "INBOX.Jobs.Tasks", mail(1))
        source.close()
        named = settings(stack.dovecot.imap, TASKS, USERS[TASKS], folder="Jobs/Tasks")
        for folder in ("Jobs/Tasks", "INBOX.Jobs.Tasks"):
            other = ImapSource(replace(named, folder=folder))
            assert [m.folder for m in fetch_all(other, Ledger().known())] == ["INBOX.Jobs.Tasks"]
            other.close()
        lost = ImapSource(replace(named, folder="Tusks"))
        with pytest.raises(ServerAway, match='no folder "Tusks".* It has: INBOX, INBOX.Jobs'):
            lost.check()
        lost.close()


@pytest.mark.parametrize("security", ["tls", "starttls"])
def test_tls_is_verified(dovecot_stack: Stack, security: str) -> None:
    port = dovecot_stack.dovecot.imaps if security == "tls" else dovecot_stack.dovecot.imap
    trusting = replace(settings(port, TASKS, USERS[TASKS]), security=security, ca_file=dovecot_stack.certs.ca)
    source = ImapSource(trusting)
    assert "IMAP: logged in" in source.check()[0]
    source.close()
    with pytest.raises(ServerAway, match="certificate"):
        ImapSource(replace(trusting, ca_file=None)).check()


def test_starttls_never_goes_on_in_clear() -> None:
    with source_on(Kind(tls=False)) as (stack, _):
        strict = replace(settings(stack.dovecot.imap, TASKS, USERS[TASKS]), security="starttls")
        with pytest.raises(ServerAway, match="STARTTLS"):
            ImapSource(strict).check()


def test_no_tls_is_for_this_machine_only() -> None:
    with pytest.raises(ServerAway, match="on this machine only"):
        ImapSource(replace(settings(143), host="imap.example.com")).check()


def test_a_refused_login_says_what_to_do_and_is_not_repeated(dovecot_stack: Stack) -> None:
    kept: list[tuple[datetime, ...]] = []
    now = [datetime(2026, 3, 2, 9, tzinfo=UTC)]
    gate = LoginGate(lambda: now[0], remember=kept.append)
    source = ImapSource(settings(dovecot_stack.dovecot.imap, TASKS, "wrong", timeout=15.0), gate)
    with pytest.raises(LoginRefused, match="Check user and password in the config; next try in 1 min"):
        source.check()
    assert kept == [(now[0],)]
    with pytest.raises(ServerAway, match="is not asked again yet"):
        source.check()
    now[0] += timedelta(minutes=1)
    with pytest.raises(LoginRefused, match="next try in 5 min"):
        source.check()


def test_a_password_beyond_ascii_logs_in() -> None:
    need_servers(lacking(mta=False))
    users = {"zoë smith": 'grün "und" \\blau'}
    with running_stack(mta=False, users=users) as stack:
        source = ImapSource(settings(stack.dovecot.imap, "zoë smith", users["zoë smith"]))
        assert "logged in" in source.check()[0]
        source.close()


def test_no_log_holds_a_password_or_a_mail(dovecot_stack: Stack, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    dovecot_stack.append(TASKS, "INBOX", mail(1, body="canary in the body"))
    source = ImapSource(settings(dovecot_stack.dovecot.imap, TASKS, USERS[TASKS]))
    fetch_all(source, Ledger().known())
    source.close()
    assert USERS[TASKS] not in caplog.text and "canary" not in caplog.text
