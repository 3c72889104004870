"""The faults of a mailbox that every build must survive, D40 to D45: it refuses,
is cut off, and lacks what others have."""

from datetime import UTC, datetime

import pytest

from intake.imap import ImapSource
from intake.source import LoginRefused, ServerAway
from tests.intake.imap_help import Ledger, fetch_all, settings
from tests.servers.scripted import Talk, imap_server, no, ok
from wire.login_gate import LoginGate


def test_d40_a_server_that_refuses_is_asked_less_and_less() -> None:
    heard: list[bytes] = []
    with imap_server(heard) as server:
        port = server.port
    source = ImapSource(settings(port, timeout=1.0))
    for _ in range(50):
        with pytest.raises(ServerAway, match="."):
            fetch_all(source, Ledger().known())
    source.close()
    assert heard == []


def test_d41_a_refused_login_is_said_and_not_repeated() -> None:
    heard: list[bytes] = []
    now = datetime(2026, 3, 2, 9, tzinfo=UTC)
    with imap_server(heard, LOGIN=no(b"[AUTHENTICATIONFAILED] wrong")) as server:
        source = ImapSource(settings(server.port), LoginGate(lambda: now, remember=lambda _: None))
        with pytest.raises(LoginRefused, match="Check user and password"):
            fetch_all(source, Ledger().known())
        for _ in range(20):
            with pytest.raises(ServerAway):
                fetch_all(source, Ledger().known())
        source.close()
    assert sum(line.upper().startswith(b"LOGIN") for line in heard) == 1


def test_d42_a_cut_while_fetching_is_tried_again() -> None:
    tries: list[int] = []

    def fetch(talk: Talk, tag: bytes, rest: bytes) -> None:
        if b"RFC822.SIZE" in rest:
            ok(b'1 FETCH (UID 1 RFC822.SIZE 5 INTERNALDATE "02-Mar-2026 10:00:00 +0000")')(talk, tag, rest)
        elif tries:
            ok(b"1 FETCH (UID 1 BODY[] {5}\r\nwhole)")(talk, tag, rest)
        else:
            tries.append(1)
            talk.say(b"* 1 FETCH (UID 1 BODY[] {5}\r\nhal")
            talk.hang_up()

    with imap_server(UID_SEARCH=ok(b"SEARCH 1"), UID_FETCH=fetch) as server:
        source = ImapSource(settings(server.port))
        with pytest.raises(ServerAway):
            fetch_all(source, Ledger().known())
        assert [mail.raw for mail in fetch_all(source, Ledger().known())] == [b"whole"]
        source.close()


def test_d44_mail_that_another_client_has_read_is_a_task() -> None:
    """Seen or not is never asked of the server."""
    heard: list[bytes] = []
    with imap_server(heard, UID_SEARCH=ok(b"SEARCH 1"), UID_FETCH=ok()) as server:
        source = ImapSource(settings(server.port))
        fetch_all(source, Ledger().known())
        source.close()
    searched = [line for line in heard if line.upper().startswith(b"UID SEARCH")]
    assert searched and not any(b"SEEN" in line.upper() for line in heard)


def test_d45_without_idle_a_wait_polls() -> None:
    heard: list[bytes] = []
    with imap_server(heard, CAPABILITY=ok(b"CAPABILITY IMAP4rev1")) as server:
        source = ImapSource(settings(server.port))
        fetch_all(source, Ledger().known())
        before = len(heard)
        assert not source.wait(0.2)
        source.close()
    assert not any(line.upper() == b"IDLE" for line in heard)
    assert any(line.upper().startswith(b"UID SEARCH") for line in heard[before:])
