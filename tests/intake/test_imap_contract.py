"""What every source of mail must do: IMAP on Dovecot and on pymap, and Maildir."""

import threading
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest

from intake.source import Known, Move, Spot
from tests.intake.boxes import BOXES, Box
from tests.intake.imap_help import Ledger, mail, moves, spot_of

NOW = datetime.now(UTC)


@pytest.fixture(scope="module", params=list(BOXES))
def shared_box(request: pytest.FixtureRequest) -> Iterator[Box]:
    with BOXES[request.param]() as box:
        yield box


@pytest.fixture
def box(shared_box: Box) -> Box:
    """The box emptied: all that lies in it is filed away."""
    since = NOW - timedelta(hours=1)
    left = list(shared_box.source.fetch(Known(lambda *_: frozenset(), since), 1000))
    shared_box.source.move(moves(left, "Old"))
    return shared_box


def known(ledger: Ledger) -> Known:
    return ledger.known(since=NOW - timedelta(hours=1))


def test_each_mail_comes_once(box: Box) -> None:
    ledger = Ledger()
    for n in range(12):
        box.put(mail(n))
    first = list(box.source.fetch(known(ledger), 5))
    ledger.learn(first)
    ledger.learn(rest := list(box.source.fetch(known(ledger), 100)))
    assert sorted(m.raw for m in first + rest) == sorted(mail(n) for n in range(12))
    assert len(first) == 5 and list(box.source.fetch(known(ledger), 100)) == []
    assert all(abs(m.arrived_at - datetime.now(UTC)) < timedelta(minutes=10) for m in first)


def test_older_mail_is_left_alone(box: Box) -> None:
    box.put(mail(1))
    assert list(box.source.fetch(Ledger().known(since=NOW + timedelta(days=3)), 100)) == []


def test_filed_mail_lies_in_its_folder_and_comes_no_more(box: Box) -> None:
    ledger = Ledger()
    for n in range(30, 33):
        box.put(mail(n))
    mails = list(box.source.fetch(known(ledger), 100))
    done = box.source.move(moves(mails[:2], "Handoff/Joy") + moves(mails[2:], "Handoff/Held"))
    assert all(m.ok and m.new for m in done)
    assert box.subjects("") == [] and len(box.subjects("Handoff/Joy")) == 2
    assert list(box.source.fetch(known(ledger), 100)) == []
    again = box.source.move(moves(mails, "Handoff/Joy"))
    assert all(m.gone and not m.ok for m in again)


def test_a_place_that_never_was_is_gone(box: Box) -> None:
    box.put(mail(40))
    (one,) = box.source.fetch(known(Ledger()), 100)
    nowhere = Spot(one.account, one.folder, one.uidvalidity, one.uid + 1_000_000)
    (told,) = box.source.move([Move(nowhere, "Handoff/Joy")])
    assert told.gone and box.subjects("") == [b"40"]


def test_not_ours_is_not_touched(box: Box) -> None:
    box.put(mail(50, to="else@shop.test"))
    box.put(mail(51))
    ours = Ledger().known(NOW - timedelta(hours=1), wanted=lambda header: b"To: tasks@" in header)
    for _ in range(2):
        assert [m.raw for m in box.source.fetch(ours, 100)] == [mail(51)]


def test_a_wait_ends_by_mail_by_wake_and_by_time(box: Box) -> None:
    ledger = Ledger()
    list(box.source.fetch(known(ledger), 100))
    assert not box.source.wait(0.05)
    box.source.wake()
    assert box.source.wait(20)
    later = threading.Timer(0.2, lambda: box.put(mail(60)))
    later.start()
    began = time.monotonic()
    assert box.source.wait(20) and time.monotonic() - began < 5
    later.join()


def test_a_closed_source_can_be_used_again(box: Box) -> None:
    box.put(mail(70))
    box.source.close()
    (one,) = box.source.fetch(known(Ledger()), 100)
    assert spot_of(one).account == "box" and box.source.check()
