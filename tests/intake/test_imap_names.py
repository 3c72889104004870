"""Names of folders, numbers of copies, dates of searches, and the gate."""

import imaplib
from datetime import UTC, datetime, timedelta, timezone

import pytest

from intake.filing import copied_to
from intake.imap_connection import one_line
from intake.imap_folders import Folder, find_sent, server_name
from intake.imap_gateway import ImapGateway
from intake.imap_scan import day
from tests.intake.imap_help import settings
from wire.login_gate import LoginGate, next_login_at

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("path", "prefix", "delimiter", "name"),
    [
        ("Handoff/Joy", "", "/", "Handoff/Joy"),
        ("Handoff/Joy", "INBOX.", ".", "INBOX.Handoff.Joy"),
        ("Handoff/J. Smith", "", ".", "Handoff.J_ Smith"),
        ("Handoff/100%*", "", "/", "Handoff/100__"),
        ("Handoff/Joy\r\nX", "", "/", "Handoff/Joy__X"),
        ("Handoff/ ", "", "/", "Handoff/_"),
        ("Handoff/Joy", "", "", "Handoff-Joy"),
        ("inbox", "INBOX.", ".", "inbox"),
        ("INBOX.Handoff.Joy", "INBOX.", ".", "INBOX.Handoff.Joy"),
    ],
)
def test_server_name(path: str, prefix: str, delimiter: str, name: str) -> None:
    assert server_name(path, prefix, delimiter) == name


def test_sent_is_found_by_its_mark_then_by_its_name() -> None:
    plain = [Folder("INBOX", "/", frozenset()), Folder("Mail/Sent Items", "/", frozenset())]
    told = [*plain, Folder("Gesendet", "/", frozenset({"\\sent"}))]
    assert find_sent(told) == "Gesendet"
    assert find_sent(plain) == "Mail/Sent Items"
    assert find_sent([Folder("Sent", "/", frozenset({"\\noselect"}))]) == ""


@pytest.mark.parametrize(
    ("code", "places"),
    [
        (b"9 1:3 7:9", {1: (9, 7), 2: (9, 8), 3: (9, 9)}),
        (b"9 4,8 2,5", {4: (9, 2), 8: (9, 5)}),
        (b"9 3:1 7:9", {1: (9, 7), 2: (9, 8), 3: (9, 9)}),
        (b"", {}),
        (b"9 1:3 7", {}),
        (b"x 1 2", {}),
        (b"9 1:4294967295 1:4294967295", {}),
    ],
)
def test_copied_to(code: bytes, places: dict[int, tuple[int, int]]) -> None:
    assert copied_to(code) == places


def test_the_day_of_a_search_is_early_enough_in_every_zone() -> None:
    auckland = timezone(timedelta(hours=13))
    assert day(datetime(2026, 3, 1, 0, 30, tzinfo=auckland)) == "27-Feb-2026"


@pytest.mark.parametrize("hostile", ["x\r\nA1 EXPUNGE", "x\nNOOP", "a\0b"])
def test_no_line_break_crosses_the_gateway(hostile: str) -> None:
    gateway = ImapGateway(settings(1))
    for call in (gateway.search, gateway.make, gateway.select):
        with pytest.raises(ValueError, match="CR, LF or NUL"):
            call(hostile)
    with pytest.raises(ValueError, match="CR, LF or NUL"):
        gateway.move([1], hostile)
    with pytest.raises(ValueError, match="CR, LF or NUL"):
        gateway.fetch([1], [hostile])
    with pytest.raises(ValueError, match="CR, LF or NUL"):
        gateway.flag([1], hostile)


def test_twelve_logins_a_day() -> None:
    refused: list[datetime] = []
    now = NOON
    while now < NOON + timedelta(days=3):
        refused.append(now)
        now = next_login_at(refused, now)
    steps = [later - earlier for earlier, later in zip(refused, refused[1:], strict=False)]
    assert steps[:4] == [timedelta(minutes=m) for m in (1, 5, 30, 120)]
    for start in refused:
        assert sum(start <= r < start + timedelta(days=1) for r in refused) <= 12


def test_the_gate_opens_after_a_success_and_after_a_clock_set_back() -> None:
    now = [NOON]
    gate = LoginGate(lambda: now[0], refused=[NOON + timedelta(days=400)])
    assert gate.closed_for() == timedelta(minutes=1)
    gate.was_let_in()
    assert gate.closed_for() == timedelta()
    gate.was_away()
    assert gate.closed_for() == timedelta()
    gate.was_away()
    assert gate.closed_for() == timedelta(seconds=2)
    now[0] -= timedelta(days=1)
    assert gate.closed_for() <= timedelta(minutes=1)


def test_a_person_at_the_keyboard_need_not_wait_but_twelve_a_day_stay() -> None:
    gate = LoginGate(lambda: NOON, refused=[NOON], by_hand=True)
    assert gate.closed_for() == timedelta()
    for _ in range(11):
        gate.was_refused()
    assert gate.closed_for() == timedelta(days=1)


def test_what_a_server_refused_with_is_said_without_python_around_it() -> None:
    assert one_line(imaplib.IMAP4.error(b"[AUTHENTICATIONFAILED] No.")) == "[AUTHENTICATIONFAILED] No"
