"""Letters of which nobody said whether they were taken (trust.md, D48): looked for
in the Sent folder, else sent once more, then left and told."""

import logging
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from outbound.posted import Posted
from store.port import OutboxRow
from tasks.letters import OutboxState
from tests.faults.play import STEPHANIE
from tests.servers.imap_faults import cut_before, no
from tests.servers.imap_server import Moment
from tests.servers.served import Served, served
from tests.servers.smtp_server import (
    Act,
    close,
    say,
    say_and_close,
    silence,
    take_and_close,
    take_and_reset,
    take_in_silence,
)

JOY = "joy@example.net"
Open = Callable[..., Served]


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[Open]:
    """Opens an office after two letters, so that the Sent folder has had its
    chance to keep some. Faults of a test meet the third, Joy's assignment."""
    with ExitStack() as stack:
        yield lambda **more: with_a_task(stack.enter_context(served(tmp_path, **more)))


def with_a_task(office: Served) -> Served:
    office.mail(STEPHANIE, "tasks+ben@example.com", "Table", "Check the table by Friday.")
    office.round()
    office.mail(STEPHANIE, "tasks+joy@example.com", "Logo", "Draw a logo by Friday.")
    return office


def hers(office: Served) -> OutboxRow:
    """Joy's letter, as the outbox has it."""
    (row,) = [row for row in office.shop.store.outbox() if row.to == JOY]
    return row


def copies(office: Served) -> int:
    """How often her letter was taken; never with other bytes."""
    raws = [taken.raw for taken in office.smtp.taken if taken.to == JOY]
    assert len(set(raws)) <= 1
    return len(raws)


def remarks(office: Served) -> list[str]:
    return [words for _, words in office.shop.store.remarks(office.now.replace(year=2001))]


TAKEN = (take_and_close, take_in_silence)
LOST = (close, silence, say_and_close(b"250-tak"), say(b"hello there"))


@pytest.mark.parametrize("how", TAKEN)
def test_a_letter_that_lies_in_sent_was_sent(opened: Open, how: Act) -> None:
    office = opened(keeps_sent=True)
    office.post_fault("dot", how, to=JOY)
    office.round()
    assert hers(office).state is OutboxState.UNCERTAIN
    office.after(5)
    assert hers(office).state is OutboxState.UNCERTAIN
    office.after(6)
    assert hers(office).state is OutboxState.SENT and hers(office).sent_at == office.now
    assert "Sent folder" in hers(office).detail
    assert copies(office) == 1 and remarks(office) == []


@pytest.mark.parametrize("how", LOST)
def test_a_letter_that_is_not_in_sent_is_sent_once_more(opened: Open, how: Act) -> None:
    office = opened(keeps_sent=True)
    office.post_fault("dot", how, 3, to=JOY)
    office.round()
    office.after(9)
    assert copies(office) == 0
    office.after(2)
    assert copies(office) == 1 and hers(office).state is OutboxState.SENT


@pytest.mark.parametrize("sent_folder", [True, False])
@pytest.mark.parametrize(("how", "taken"), [(take_and_close, 2), (close, 1)])
def test_a_provider_that_keeps_nothing_gets_one_more_copy(
    opened: Open, how: Act, taken: int, sent_folder: bool
) -> None:
    office = opened(sent_folder=sent_folder)
    office.post_fault("dot", how, 3, to=JOY)
    office.round()
    office.after()
    assert copies(office) == taken and hers(office).state is OutboxState.SENT


def test_the_second_copy_is_looked_for_too(opened: Open) -> None:
    office = opened(keeps_sent=True)
    office.post_fault("dot", close, 3, to=JOY)
    office.post_fault("dot", take_and_close, to=JOY)
    office.round()
    office.after()
    assert hers(office).state is OutboxState.UNCERTAIN
    office.after()
    assert hers(office).state is OutboxState.SENT
    assert copies(office) == 1 and remarks(office) == []


@pytest.mark.parametrize(("keeps", "words"), [(True, "not in the Sent folder"), (False, "may not have")])
def test_after_two_doubts_it_is_left_and_told_once(opened: Open, keeps: bool, words: str) -> None:
    office = opened(keeps_sent=keeps)
    fault = office.post_fault("dot", close, to=JOY)
    office.round()
    for _ in range(30):
        office.after()
    assert fault.times == 2 and copies(office) == 0
    row = hers(office)
    assert row.state is OutboxState.UNCERTAIN and row.next_at is None
    (told,) = remarks(office)
    assert words in told and JOY in told
    office.restart()
    for _ in range(3):
        office.after()
    assert fault.times == 2 and len(remarks(office)) == 1


def test_only_our_own_message_id_is_searched_for(opened: Open) -> None:
    office = opened(keeps_sent=True)
    office.post_fault("dot", take_and_close, to=JOY)
    office.round()
    office.after()
    asked = [line.split()[-1] for line in office.imap.log if " HEADER Message-ID " in line]
    ours = {row.message_id for row in office.shop.store.outbox()}
    assert asked and {word.strip('"') for word in asked} <= ours


def test_a_mailbox_away_is_waited_for_an_hour(opened: Open) -> None:
    office = opened(keeps_sent=True)
    office.post_fault("dot", take_and_close, 3, to=JOY)
    office.round()
    office.imap.refuse()
    for _ in range(5):
        office.after()
    assert copies(office) == 1 and hers(office).state is OutboxState.UNCERTAIN
    office.imap.come_back()
    office.after()
    assert copies(office) == 1 and hers(office).state is OutboxState.SENT


def test_a_mailbox_away_for_longer_proves_nothing(opened: Open) -> None:
    office = opened(keeps_sent=True)
    office.post_fault("dot", take_and_close, 3, to=JOY)
    office.round()
    office.imap.refuse()
    for _ in range(8):
        office.after()
    assert copies(office) == 2 and hers(office).state is OutboxState.SENT
    office.imap.come_back()


def finds_everything(moment: Moment) -> bool:
    """A server that does not know HEADER and names every mail."""
    if b" HEADER " not in moment.line:
        return False
    moment.line = b"UID SEARCH ALL"
    moment.talk.say(moment.carry_out())
    return True


def test_a_search_that_finds_everything_is_not_believed(opened: Open) -> None:
    office = opened(keeps_sent=True)
    office.fault("SEARCH", finds_everything)
    office.post_fault("dot", close, 3, to=JOY)
    office.round()
    office.after()
    assert copies(office) == 1 and hers(office).state is OutboxState.SENT


@pytest.mark.parametrize("how", [no(b"no such key"), cut_before])
def test_a_search_that_fails_never_stops_the_letters(opened: Open, how: Callable[..., bool]) -> None:
    def only_header(moment: Moment) -> bool:
        return b" HEADER " in moment.line and how(moment)

    office = opened(keeps_sent=True)
    office.fault("SEARCH", only_header)
    office.post_fault("dot", close, 3, to=JOY)
    office.round()
    for _ in range(8):
        office.after()
    assert copies(office) == 1 and hers(office).state is OutboxState.SENT


class Killed(BaseException):
    """Nothing catches it, as nothing catches SIGKILL."""


def killed_in(office: Served, *, taken: bool) -> None:
    """The process is killed while Joy's letter is being sent."""
    real = office.shop.poster.post

    def post(envelope_from: str, to: str, raw: bytes) -> Posted:
        if to == JOY:
            if taken:
                real(envelope_from, to, raw)
            raise Killed
        return real(envelope_from, to, raw)

    office.shop.poster.post = post  # type: ignore[method-assign]
    with pytest.raises(Killed):
        office.round()
    office.restart()


@pytest.mark.parametrize(("keeps", "taken", "wanted"), [(True, True, 1), (True, False, 1), (False, True, 2)])
def test_a_letter_cut_off_by_a_kill_goes_the_same_road(
    opened: Open, keeps: bool, taken: bool, wanted: int
) -> None:
    office = opened(keeps_sent=keeps)
    killed_in(office, taken=taken)
    assert hers(office).state is OutboxState.UNCERTAIN
    office.after(1)
    assert copies(office) == wanted and hers(office).state is OutboxState.SENT


@pytest.mark.parametrize("keeps", [True, False])
def test_a_kill_counts_as_the_first_doubt(opened: Open, keeps: bool) -> None:
    """Killed after the dot, then silence after the dot: two copies, no third."""
    office = opened(keeps_sent=keeps)
    killed_in(office, taken=not keeps)
    fault = office.post_fault("dot", take_and_close, to=JOY)
    for _ in range(5):
        office.after()
    assert copies(office) <= 2 and fault.times <= 1
    assert hers(office).state is (OutboxState.SENT if keeps else OutboxState.UNCERTAIN)


def test_250_and_a_reset_or_a_broken_quit_leave_one_copy_where_sent_is_kept(opened: Open) -> None:
    office = opened(keeps_sent=True)
    office.post_fault("dot", take_and_reset, to=JOY)
    office.post_fault("QUIT", close)
    office.round()
    office.after()
    assert copies(office) == 1 and hers(office).state is OutboxState.SENT


def test_the_log_names_each_doubt(opened: Open, caplog: pytest.LogCaptureFixture) -> None:
    office = opened(keeps_sent=True)
    office.post_fault("dot", take_and_close, to=JOY)
    with caplog.at_level(logging.INFO, "handoff"):
        office.round()
        office.after()
    key = hers(office).ref.key
    told = [r.getMessage() for r in caplog.records if f"letter={key}" in r.getMessage()]
    assert any("state=uncertain" in line for line in told)
    assert any("Sent folder" in line and "state=sent" in line for line in told)
