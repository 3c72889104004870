"""The IMAP source on a real Dovecot."""

import threading
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest

from intake.imap import ImapSource
from intake.source import ServerAway
from tests.intake.imap_help import Ledger, fetch_all, mail, moves, settings
from tests.servers.fixtures import empty
from tests.servers.running import until
from tests.servers.stack import DANA, TASKS, USERS, Stack

pytestmark = pytest.mark.needs("dovecot")


@pytest.fixture
def box(dovecot_stack: Stack) -> Stack:
    for user in (TASKS, DANA):
        empty(dovecot_stack, user)
    return dovecot_stack


@pytest.fixture
def source(box: Stack) -> Iterator[ImapSource]:
    opened = ImapSource(settings(box.dovecot.imap, TASKS, USERS[TASKS]))
    yield opened
    opened.close()


def answers(source: ImapSource, said: list[str]) -> bool:
    try:
        fetch_all(source, Ledger().known())
    except ServerAway as away:
        said.append(str(away))
        return False
    return True


def test_mail_comes_once_byte_for_byte_and_unread(box: Stack, source: ImapSource) -> None:
    ledger = Ledger()
    box.append(TASKS, "INBOX", *(mail(n) for n in range(25)))
    first = fetch_all(source, ledger.known(), limit=20)
    ledger.learn(first)
    second = fetch_all(source, ledger.known())
    ledger.learn(second)
    assert [m.raw for m in first + second] == [mail(n) for n in range(25)]
    assert fetch_all(source, ledger.known()) == []
    assert all(m.whole and m.size == len(m.raw) and not m.in_sent for m in first)
    assert abs(first[0].arrived_at - datetime.now(UTC)) < timedelta(minutes=1)
    with box.imap(TASKS) as client:
        client.select("INBOX")
        assert client.search(None, "SEEN") == ("OK", [b""])


def test_seen_mail_comes_too(box: Stack, source: ImapSource) -> None:
    box.append(TASKS, "INBOX", mail(1))
    with box.imap(TASKS) as client:
        client.select("INBOX")
        client.store("1", "+FLAGS", "\\Seen")
        assert len(fetch_all(source, Ledger().known())) == 1
        assert client.search(None, "SEEN") == ("OK", [b"1"])


def test_mail_from_before_the_start_is_left_alone(box: Stack, source: ImapSource) -> None:
    with box.imap(TASKS) as client:
        client.append("INBOX", "", '"01-Feb-2020 10:00:00 +0000"', mail(1))
    box.append(TASKS, "INBOX", mail(2))
    since = datetime.now(UTC) - timedelta(hours=1)
    assert [m.raw for m in fetch_all(source, Ledger().known(since))] == [mail(2)]


def test_mails_are_filed_in_batches_and_told_where(box: Stack, source: ImapSource) -> None:
    box.append(TASKS, "INBOX", *(mail(n) for n in range(130)))
    mails = fetch_all(source, Ledger().known())
    done = source.move(moves(mails[:120], "Handoff/Joy") + moves(mails[120:], "Handoff/Łódź & Søn"))
    assert all(m.ok and m.new for m in done)
    held = box.mailbox(TASKS)
    assert held["INBOX"] == []
    assert held["Handoff/Joy"] == [mail(n) for n in range(120)]
    assert len(held["Handoff/&AUEA8w-d&AXo- &- S&APg-n"]) == 10
    news = [m.new for m in done if m.new]
    assert len(set(news)) == 130 and news[0].folder == "Handoff/Joy"


def test_a_mail_that_somebody_moved_counts_as_gone(box: Stack, source: ImapSource) -> None:
    box.append(TASKS, "INBOX", *(mail(n) for n in range(3)))
    mails = fetch_all(source, Ledger().known())
    with box.imap(TASKS) as client:
        client.select("INBOX")
        client.store("2", "+FLAGS", "\\Deleted")
        client.expunge()
    done = source.move(moves(mails, "Handoff/Held"))
    assert [(m.ok, m.gone) for m in done] == [(True, False), (False, True), (True, False)]


def test_a_folder_numbered_anew_is_read_again_and_not_moved_by_old_numbers(
    box: Stack, source: ImapSource
) -> None:
    ledger = Ledger()
    box.append(TASKS, "INBOX", mail(1))
    before = fetch_all(source, ledger.known())
    ledger.learn(before)
    source.close()
    box.dovecot.number_anew(TASKS)
    (answer,) = source.move(moves(before, "Handoff/Joy"))
    again = fetch_all(source, ledger.known())
    assert again[0].uidvalidity != before[0].uidvalidity
    assert answer.gone and [m.raw for m in again] == [mail(1)]


def test_only_our_mail_in_a_shared_mailbox(box: Stack) -> None:
    ours = mail(1, to="dana+tasks@shop.test")
    box.append(DANA, "INBOX", mail(2, to=DANA))
    box.append(DANA, "INBOX", ours)
    box.append(DANA, "Sent", mail(3, to="mum@elsewhere.test"))
    box.append(DANA, "Sent", mail(4, to="dana+tasks@shop.test"))
    source = ImapSource(settings(box.dovecot.imap, DANA, USERS[DANA]))
    known = Ledger().known(wanted=lambda header: b"dana+tasks@" in header)
    mails = fetch_all(source, known)
    assert [(m.raw, m.in_sent) for m in mails] == [
        (mail(4, to="dana+tasks@shop.test"), True),
        (ours, False),
    ]
    in_sent, in_inbox = source.move(moves(mails, "Handoff/Joy"))
    source.close()
    assert in_sent.ok and in_sent.new is None
    assert in_inbox.ok and in_inbox.new is not None
    held = box.mailbox(DANA)
    assert held["INBOX"] == [mail(2, to=DANA)] and len(held["Sent"]) == 2


def test_the_head_of_a_huge_mail_is_enough(box: Stack, source: ImapSource) -> None:
    huge = mail(1, body=("y" * 76 + "\r\n") * 300_000)
    box.append(TASKS, "INBOX", huge)
    (head,) = fetch_all(source, Ledger().known())
    assert not head.whole and head.size == len(huge)
    assert head.raw == huge[: 256 * 1024]


def test_idle_wakes_for_a_new_mail(box: Stack, source: ImapSource) -> None:
    fetch_all(source, Ledger().known())
    later = threading.Timer(0.3, lambda: box.append(TASKS, "INBOX", mail(1)))
    later.start()
    began = time.monotonic()
    assert source.wait(20)
    assert time.monotonic() - began < 5
    later.join()


def test_a_mail_that_came_between_fetch_and_wait_wakes_at_once(box: Stack, source: ImapSource) -> None:
    fetch_all(source, Ledger().known())
    box.append(TASKS, "INBOX", mail(1))
    began = time.monotonic()
    assert source.wait(20) and time.monotonic() - began < 1


def test_a_mail_that_was_shown_and_not_kept_does_not_wake_in_a_circle(box: Stack, source: ImapSource) -> None:
    box.append(TASKS, "INBOX", mail(1))
    assert len(fetch_all(source, Ledger().known())) == 1
    assert not source.wait(0.05)
    assert len(fetch_all(source, Ledger().known())) == 1


def test_what_the_limit_left_wakes_at_once(box: Stack, source: ImapSource) -> None:
    ledger = Ledger()
    box.append(TASKS, "INBOX", *(mail(n) for n in range(5)))
    ledger.learn(fetch_all(source, ledger.known(), limit=2))
    assert source.wait(20)
    ledger.learn(fetch_all(source, ledger.known()))
    assert len(ledger.spots) == 5 and not source.wait(0.05)


def test_wake_ends_a_wait(source: ImapSource) -> None:
    fetch_all(source, Ledger().known())
    threading.Timer(0.2, source.wake).start()
    began = time.monotonic()
    assert source.wait(20) and time.monotonic() - began < 3


def test_a_server_that_was_away_is_used_again(box: Stack, source: ImapSource) -> None:
    fetch_all(source, Ledger().known())
    box.dovecot.stop()
    said: list[str] = []
    assert until(lambda: not answers(source, said))
    assert "went away" in said[0] or "cannot be used" in said[0]
    box.dovecot.start_again()
    box.append(TASKS, "INBOX", mail(1))
    assert until(lambda: answers(source, said))
    assert len(fetch_all(source, Ledger().known())) == 1


def test_check_says_what_works_and_changes_nothing(box: Stack, source: ImapSource) -> None:
    box.append(TASKS, "INBOX", mail(1))
    sentences = list(source.check())
    assert sentences[1] == 'IMAP: the folder "INBOX" holds 1 mails.'
    assert 'IMAP: the Sent folder is "Sent".' in sentences
    assert "IMAP: the server can do all that we use." in sentences
    assert set(box.mailbox(TASKS)) == {"INBOX", "Sent"}


def test_a_round_with_nothing_new_asks_for_nothing(box: Stack, source: ImapSource) -> None:
    asked: list[int] = []
    box.append(TASKS, "INBOX", *(mail(n) for n in range(50)))
    ledger = Ledger()
    ledger.learn(fetch_all(source, ledger.known()))

    def uids(account: str, folder: str, uidvalidity: int) -> frozenset[int]:
        asked.append(uidvalidity)
        return ledger.uids(account, folder, uidvalidity)

    known = ledger.known()
    known = type(known)(uids, known.since)
    assert fetch_all(source, known) == [] and len(asked) == 1
    assert fetch_all(source, known) == [] and len(asked) == 1
