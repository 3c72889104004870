"""The IMAP source against servers that lie, trickle, hang and hang up. No real
server does these on demand, so each says exactly what is written here."""

import time
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from intake.imap import ImapSource
from intake.imap_connection import RECYCLE_AFTER
from intake.source import Move, ServerAway, Spot
from tests.intake.imap_help import Ledger, fetch_all, settings
from tests.servers.running import until
from tests.servers.scripted import Reply, Scripted, Talk, imap_server, no, ok


@contextmanager
def source_on(
    heard: list[bytes] | None = None, timeout: float = 5.0, **replies: Reply
) -> Iterator[ImapSource]:
    with imap_server(heard, **replies) as server:
        source = ImapSource(settings(server.port, timeout=timeout))
        yield source
        source.close()


def looks(size: int) -> bytes:
    return b'1 FETCH (UID 1 RFC822.SIZE %d INTERNALDATE "02-Mar-2026 10:00:00 +0000")' % size


def fetch_reply(first: bytes, then: Reply) -> Reply:
    """The first FETCH asks for sizes, those after it for bodies."""

    def reply(talk: Talk, tag: bytes, rest: bytes) -> None:
        (ok(first) if b"RFC822.SIZE" in rest else then)(talk, tag, rest)

    return reply


def test_an_absurd_literal_is_refused() -> None:
    def giant(talk: Talk, tag: bytes, rest: bytes) -> None:
        talk.say(b"* 1 FETCH (UID 1 BODY[] {99999999999}\r\nxx")

    announced = pytest.raises(ServerAway, match="announced 99999999999 bytes")
    fetch = fetch_reply(looks(100), giant)
    with source_on(UID_SEARCH=ok(b"SEARCH 1"), UID_FETCH=fetch) as source, announced:
        fetch_all(source, Ledger().known())


def test_a_trickle_of_bytes_ends_at_the_wall() -> None:
    def trickle(talk: Talk, tag: bytes, rest: bytes) -> None:
        while True:
            talk.say(b"*")
            time.sleep(0.05)

    with source_on(timeout=0.5, UID_SEARCH=trickle) as source:
        began = time.monotonic()
        with pytest.raises(ServerAway, match="went away during SEARCH"):
            fetch_all(source, Ledger().known())
        assert time.monotonic() - began < 3


def test_a_trickling_greeting_ends_at_the_wall() -> None:
    def trickle(talk: Talk) -> None:
        while True:
            talk.say(b"*")
            time.sleep(0.05)

    with Scripted(trickle) as server:
        began = time.monotonic()
        with pytest.raises(ServerAway, match="cannot be used"):
            ImapSource(settings(server.port, timeout=0.5)).check()
        assert time.monotonic() - began < 3


def test_a_mail_that_vanished_between_search_and_fetch_is_passed_over() -> None:
    with source_on(UID_SEARCH=ok(b"SEARCH 1 2"), UID_FETCH=ok(looks(100))) as source:
        assert fetch_all(source, Ledger().known()) == []


def test_the_last_mail_is_not_new_because_the_server_names_it_past_the_end() -> None:
    ledger = Ledger()
    ledger.spots = {Spot("box", "INBOX", 7, 5)}
    heard: list[bytes] = []
    with source_on(heard, UID_SEARCH=ok(b"SEARCH 5")) as source:
        assert fetch_all(source, ledger.known()) == []
        assert fetch_all(source, ledger.known()) == []
        assert not source.wait(0.0)
    assert [h for h in heard if h.startswith(b"UID SEARCH")][1:] == [b"UID SEARCH UID 6:*"] * 2


@pytest.mark.parametrize("glued", [b"+ idling\r\n* 2 EXISTS\r\n", b"* 2 EXISTS\r\n+ idling\r\n"])
def test_an_exists_glued_to_the_idling_line_wakes(glued: bytes) -> None:
    seen = {"count": 1}

    def idle(talk: Talk, tag: bytes, rest: bytes) -> None:
        seen["count"] = 2
        talk.say(glued)
        assert talk.hear() == b"DONE"
        talk.say(tag + b" OK done\r\n")

    def search(talk: Talk, tag: bytes, rest: bytes) -> None:
        ok(b"SEARCH " + b" ".join(b"%d" % (n + 1) for n in range(seen["count"])))(talk, tag, rest)

    with source_on(UID_SEARCH=search, IDLE=idle, UID_FETCH=ok()) as source:
        fetch_all(source, Ledger().known())
        began = time.monotonic()
        assert source.wait(20)
        assert time.monotonic() - began < 2


def test_a_select_that_names_no_count_is_no_empty_folder() -> None:
    """EXISTS must stand there (RFC 3501, section 6.3.1): an empty folder would mean that all is read."""
    unread = pytest.raises(ServerAway, match="cannot be read: EXISTS")
    with source_on(SELECT=ok(b"FLAGS ()", b"OK [UIDVALIDITY 7] x")) as source, unread:
        fetch_all(source, Ledger().known())


def test_half_a_line_in_idle_does_no_harm() -> None:
    def idle(talk: Talk, tag: bytes, rest: bytes) -> None:
        talk.say(b"+ idling\r\n* 2 EX")
        assert talk.hear() == b"DONE"
        talk.say(b"ISTS\r\n" + tag + b" OK done\r\n")

    answers = iter([b"SEARCH 1", b"SEARCH 1"])
    last = b"SEARCH 1 2"

    def search(talk: Talk, tag: bytes, rest: bytes) -> None:
        ok(next(answers, last))(talk, tag, rest)

    with source_on(UID_SEARCH=search, IDLE=idle, UID_FETCH=ok()) as source:
        fetch_all(source, Ledger().known())
        assert source.wait(20)


def test_a_server_that_closes_in_idle_is_away_and_not_asked_in_a_circle() -> None:
    heard: list[bytes] = []

    def idle(talk: Talk, tag: bytes, rest: bytes) -> None:
        talk.say(b"+ idling\r\n")
        talk.hang_up()

    with source_on(heard, IDLE=idle) as source:
        fetch_all(source, Ledger().known())
        with pytest.raises(ServerAway, match="went away during IDLE"):
            source.wait(20)
    assert len(heard) < 20


def test_a_cut_in_the_middle_of_a_mail_is_tried_again() -> None:
    tries: list[int] = []

    def cut_once(talk: Talk, tag: bytes, rest: bytes) -> None:
        tries.append(1)
        if len(tries) == 1:
            talk.say(b"* 1 FETCH (UID 1 BODY[] {5}\r\nhal")
            talk.hang_up()
        else:
            ok(b"1 FETCH (UID 1 BODY[] {5}\r\nwhole)")(talk, tag, rest)

    with source_on(UID_SEARCH=ok(b"SEARCH 1"), UID_FETCH=fetch_reply(looks(5), cut_once)) as source:
        with pytest.raises(ServerAway):
            fetch_all(source, Ledger().known())
        assert [m.raw for m in fetch_all(source, Ledger().known())] == [b"whole"]


def test_microsofts_bad_connection_is_dropped() -> None:
    words = b"User is authenticated but not connected."
    with source_on(SELECT=no(words)) as source:
        with pytest.raises(ServerAway, match="authenticated but not connected"):
            fetch_all(source, Ledger().known())
        assert not source._gateway.connected


@pytest.mark.parametrize("words", [b"[UNAVAILABLE] later", b"[ALERT] Too many simultaneous connections"])
def test_a_login_that_is_refused_for_now_is_no_wrong_password(words: bytes) -> None:
    with source_on(LOGIN=no(words)) as source:
        with pytest.raises(ServerAway, match="did not finish the login") as caught:
            source.check()
        assert type(caught.value) is ServerAway


def test_gmails_label_says_that_a_mail_to_oneself_was_sent() -> None:
    gmail = ok(b"CAPABILITY IMAP4rev1 IDLE MOVE UIDPLUS X-GM-EXT-1")
    labels = looks(5)[:-1] + b' X-GM-LABELS ("\\\\Important" "\\\\Sent"))'
    body = ok(b"1 FETCH (UID 1 BODY[] {5}\r\nhello)")
    with source_on(
        CAPABILITY=gmail, UID_SEARCH=ok(b"SEARCH 1"), UID_FETCH=fetch_reply(labels, body)
    ) as source:
        (mail,) = fetch_all(source, Ledger().known())
    assert mail.in_sent and mail.raw == b"hello"


def test_a_folder_that_cannot_be_made_leaves_the_mail_and_says_so() -> None:
    heard: list[bytes] = []
    plan = [Move(Spot("box", "INBOX", 7, 1), "Handoff/Joy")]
    with source_on(heard, CREATE=no(b"[OVERQUOTA] full")) as source:
        (moved,) = source.move(plan)
    assert not moved.ok and not moved.gone and "did not create the folder" in moved.detail
    assert not any(h.startswith((b"UID MOVE", b"UID STORE", b"EXPUNGE")) for h in heard)


def test_a_server_away_in_the_middle_of_moving_answers_for_each_mail() -> None:
    def close(talk: Talk, tag: bytes, rest: bytes) -> None:
        talk.hang_up()

    folders = ok(b'LIST () "/" INBOX', b'LIST () "/" A', b'LIST () "/" B')
    plan = [Move(Spot("box", "INBOX", 7, 1), "A"), Move(Spot("box", "INBOX", 7, 2), "B")]
    with source_on(LIST=folders, UID_SEARCH=ok(b"SEARCH 1 2"), UID_MOVE=close) as source:
        answers = source.move(plan)
    assert [m.ok or m.gone for m in answers] == [False, False]
    assert all("went away" in m.detail for m in answers)


def test_an_unreachable_server_is_asked_less_and_less() -> None:
    with Scripted(lambda talk: None) as server:
        source = ImapSource(settings(server.port))
        for _ in range(30):
            with pytest.raises(ServerAway):
                source.check()
        assert until(lambda: server.connections == 2)


def test_a_connection_is_recycled_before_it_goes_bad() -> None:
    heard: list[bytes] = []
    with source_on(heard) as source:
        fetch_all(source, Ledger().known())
        fetch_all(source, Ledger().known())
        assert sum(h.startswith(b"LOGIN") for h in heard) == 1
        source._gateway._opened -= RECYCLE_AFTER
        fetch_all(source, Ledger().known())
    assert [h.split(b" ")[0] for h in heard if h.startswith(b"LOG")] == [
        b"LOGIN",
        b"LOGOUT",
        b"LOGIN",
        b"LOGOUT",
    ]
