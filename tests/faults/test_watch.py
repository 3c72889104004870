"""A server that lies, floods, trickles or goes dead costs a bounded time and a flat
amount of memory; then there is one clear sentence, and the next try works."""

import socket
import time
import tracemalloc
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from intake.imap import IDLE_ROUND, ImapSettings, ImapSource
from intake.source import ServerAway
from shell.working import LONGEST_WAIT
from tests.faults.play import STEPHANIE
from tests.intake.imap_help import Ledger, fetch_all, mail, settings
from tests.servers.imap_faults import (
    endless_lines,
    glued_exists,
    silence,
    ten_gigabytes,
    trickle,
    twice_forty_megabytes,
)
from tests.servers.imap_server import Act, Fault, ImapServer
from tests.servers.mailbox import Mailbox
from tests.servers.served import served

MB = 1024 * 1024
NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)


@pytest.fixture
def server() -> Iterator[ImapServer]:
    box = Mailbox("Sent")
    box.deliver(mail(1), NOON)
    with ImapServer(box, password="secret") as running:
        yield running


def trouble_with(source: ImapSource) -> tuple[str, float, float]:
    """(the sentence, seconds, MB at the peak) of one look at the mailbox."""
    tracemalloc.start()
    began = time.monotonic()
    with pytest.raises(ServerAway) as caught:
        fetch_all(source, Ledger().known())
    seconds = time.monotonic() - began
    peak = tracemalloc.get_traced_memory()[1] / MB
    tracemalloc.stop()
    return str(caught.value), seconds, peak


@pytest.mark.parametrize(
    ("verb", "act", "words", "most"),
    [
        ("FETCH body", ten_gigabytes, "announced 10737418240 bytes", 5),
        ("FETCH look", ten_gigabytes, "announced 10737418240 bytes", 5),
        ("SEARCH", ten_gigabytes, "announced 10737418240 bytes", 5),
        ("LIST", endless_lines, "more than", 100),
        ("SEARCH", endless_lines, "more than", 100),
        ("FETCH body", twice_forty_megabytes, "more than", 100),
    ],
)
def test_memory_stays_flat(server: ImapServer, verb: str, act: Act, words: str, most: float) -> None:
    server.faults.append(Fault(verb, act))
    source = ImapSource(settings(server.port, timeout=15.0))
    sentence, _, peak = trouble_with(source)
    assert words in sentence and sentence.endswith(".")
    assert peak < most
    assert [raw.raw for raw in fetch_all(source, Ledger().known())] == [mail(1)]
    source.close()


WALLS = [
    (verb, trickle) for verb in ("greeting", "LOGIN", "LIST", "SELECT", "SEARCH", "FETCH look", "FETCH body")
]
WALLS += [(verb, silence) for verb in ("greeting", "LOGIN", "FETCH body")]


@pytest.mark.parametrize(("verb", "act"), WALLS)
def test_every_command_ends_at_the_wall(server: ImapServer, verb: str, act: Act) -> None:
    server.faults.append(Fault(verb, act))
    source = ImapSource(settings(server.port, timeout=0.8))
    sentence, seconds, _ = trouble_with(source)
    assert sentence.startswith("The mail server") and sentence.endswith(".")
    assert seconds < 4
    assert [raw.raw for raw in fetch_all(source, Ledger().known())] == [mail(1)]
    source.close()


def test_a_half_open_idle_is_noticed_within_six_minutes(tmp_path: Path) -> None:
    """Scaled: the limit of a command is 0.8 s in place of 60, the round of IDLE as
    long as the wait, 0.3 s. That both together stay under six minutes is below."""
    with served(tmp_path, limit=0.8) as office:
        office.round()
        office.fault("IDLE", silence)
        began = time.monotonic()
        with pytest.raises(ServerAway, match="went away during IDLE"):
            office.shop.source.wait(0.3)
        assert time.monotonic() - began < 0.3 + 0.8 + 2.0
        office.imap.faults.clear()
        office.mail(STEPHANIE, "tasks+joy@example.com", "Logo", "Draw a logo by Friday.")
        assert office.shop.source.wait(5.0)
        assert office.after(1).mails == 1


def test_the_real_limits_add_up_to_less_than_six_minutes() -> None:
    limit = ImapSettings("h", 993, "tls", "u", str).timeout
    assert IDLE_ROUND + limit < 6 * 60
    assert LONGEST_WAIT.total_seconds() + limit <= 6 * 60


def test_an_exists_glued_to_idling_wakes_at_once(server: ImapServer) -> None:
    source, ledger = ImapSource(settings(server.port)), Ledger()
    ledger.learn(fetch_all(source, ledger.known()))
    fetch_all(source, ledger.known())

    def arrives(moment: object) -> bool:
        server.box.deliver(mail(2), NOON)
        return glued_exists(moment)  # type: ignore[arg-type]

    server.faults.append(Fault("IDLE", arrives))
    began = time.monotonic()
    assert source.wait(20)
    assert time.monotonic() - began < 3
    source.close()


def test_a_limit_that_ends_before_there_is_a_socket_still_cuts_it(
    server: ImapServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A slow name server, or a busy machine: the time is up while we connect."""
    real = socket.create_connection

    def slow(*words: object, **more: object) -> socket.socket:
        time.sleep(0.5)
        return real(*words, **more)  # type: ignore[arg-type]

    server.faults.append(Fault("greeting", trickle))
    monkeypatch.setattr(socket, "create_connection", slow)
    _, seconds, _ = trouble_with(ImapSource(settings(server.port, timeout=0.2)))
    assert seconds < 4
