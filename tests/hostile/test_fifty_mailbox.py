"""The faults of mailbox and post that every build must survive, D40 to D49: real
rounds over sockets, against servers that keep the truth and fail at will."""

import os
import signal
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from store.reader import open_reader
from tasks.evolve import evolve
from tasks.letters import OutboxState
from tests.conversations.process import Program
from tests.hostile.kit import STEPHANIE
from tests.servers.imap_faults import cut_in_the_middle, no
from tests.servers.imap_server import Fault, ImapServer, Moment
from tests.servers.mailbox import Mailbox
from tests.servers.running import until
from tests.servers.served import Served, served
from tests.servers.smtp_server import SmtpServer, say, take_and_close
from tests.shell.office import CONFIG

JOY, OWNER = "joy@example.net", "stephanie@example.com"
FOLDER = "Handoff/Joy Santos"


def write(office: Served, title: str = "Logo") -> bytes:
    """A task mail for Joy; its bytes."""
    office.mail(STEPHANIE, "tasks+joy@example.com", title, "Make it by Friday.")
    return office.mailroom.raws[-1]  # type: ignore[attr-defined,no-any-return]


def is_one_task(office: Served, raw: bytes) -> None:
    """Taken once, told once to both, and in its folder."""
    assert [task.title for task in office.shop.store.tasks()] == ["Logo"]
    assert sorted(taken.to for taken in office.smtp.taken) == [JOY, OWNER]
    assert office.truth.lies_in(raw) == [FOLDER]


def test_d40_ten_minutes_without_the_server(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    with served(tmp_path) as office:
        raw = write(office)
        office.imap.refuse()
        for _ in range(20):
            office.after(0.5)
        (sentence,) = office.did.trouble
        assert "cannot be used" in sentence or "is not asked again yet" in sentence
        assert office.imap.counts["LOGIN"] == 0
        office.imap.come_back()
        office.after(2)
        is_one_task(office, raw)
        assert office.imap.counts["LOGIN"] == 1
        assert any("cannot be used" in record.getMessage() for record in caplog.records)


def test_d41_a_refused_login_is_said_and_tried_less_and_less(tmp_path: Path) -> None:
    with served(tmp_path) as office:
        raw = write(office)
        fault = office.fault("LOGIN", no(b"[AUTHENTICATIONFAILED] wrong"))
        office.round()
        assert "Check user and password in the config; next try in 1 min." in office.did.trouble[0]
        for _ in range(35):
            office.after(1)
        assert fault.times == 3  # at 0, 1 and 6 minutes
        office.imap.faults.clear()
        office.after(31)
        is_one_task(office, raw)


def test_d42_a_cut_in_the_middle_of_a_mail_is_tried_again(tmp_path: Path) -> None:
    with served(tmp_path) as office:
        raw = write(office)
        office.fault("FETCH body", cut_in_the_middle, 1, 2)
        for _ in range(2):
            office.after(1)
            assert "went away during FETCH" in office.did.trouble[0]
            assert list(office.shop.store.tasks()) == []
        office.after(1)
        is_one_task(office, raw)


def test_d43_a_mailbox_numbered_anew_changes_nothing(tmp_path: Path) -> None:
    with served(tmp_path) as office:
        raw = write(office)
        office.fault("MOVE", cut_in_the_middle)  # committed, never filed
        office.round()
        for _ in range(3):
            office.truth.renumber("INBOX")
            office.truth.renumber(FOLDER)
            office.imap.faults.clear()
            office.after(2)
        is_one_task(office, raw)


def test_d44_a_mail_that_another_client_has_read_is_a_task(tmp_path: Path) -> None:
    with served(tmp_path) as office:
        raw = write(office)
        office.truth.folders["INBOX"].mails[1].flags.add("\\Seen")
        office.round()
        is_one_task(office, raw)
        ((_, _, flags),) = office.truth.picture(FOLDER)
        assert flags == {"\\Seen"}


@pytest.mark.parametrize("can", [frozenset(), frozenset({"UIDPLUS"}), frozenset({"MOVE"})])
def test_d45_without_idle_or_move_it_works_by_polling(can: frozenset[str], tmp_path: Path) -> None:
    with served(tmp_path, can=can) as office:
        office.round()
        assert not office.shop.source.wait(0.05)
        raw = write(office)
        assert office.shop.source.wait(0.05)
        office.round()
        is_one_task(office, raw)
        assert office.imap.counts["IDLE"] == 0


def test_d46_greylisting_sends_once(tmp_path: Path) -> None:
    with served(tmp_path) as office:
        raw = write(office)
        office.post_fault("RCPT", say(b"450 4.2.0 greylisted, come back"), 1, 2)
        for _ in range(5):
            office.after(6)
        is_one_task(office, raw)
        assert {row.state for row in office.shop.store.outbox()} == {OutboxState.SENT}


def test_d47_one_of_two_refused_for_good_is_reported(tmp_path: Path) -> None:
    with served(tmp_path) as office:
        write(office)
        office.post_fault("RCPT", say(b"550 5.1.1 no such user"), to=JOY)
        for _ in range(5):
            office.after(6)
        told = [taken for taken in office.smtp.taken if b"X-Handoff-Letter: bounced" in taken.raw]
        assert [taken.to for taken in told] == [OWNER]
        assert JOY not in {taken.to for taken in office.smtp.taken}


@pytest.mark.parametrize(("keeps", "most"), [(True, 1), (False, 2)])
def test_d48_a_server_that_closes_after_the_dot(keeps: bool, most: int, tmp_path: Path) -> None:
    """It takes the letter and hangs up, every time."""
    with served(tmp_path, keeps_sent=keeps) as office:
        write(office)
        fault = office.post_fault("dot", take_and_close, to=JOY)
        for _ in range(20):
            office.after(11)
        copies = [taken.raw for taken in office.smtp.taken if taken.to == JOY]
        assert len(copies) == fault.times == most and len(set(copies)) == 1


def test_d49_killed_between_commit_and_move(tmp_path: Path) -> None:
    """The real process, by SIGKILL, at the very command."""
    killed: list[int] = []

    def kill(pid: Callable[[], int]) -> Callable[[Moment], bool]:
        def act(moment: Moment) -> bool:
            killed.append(pid())
            os.kill(killed[-1], signal.SIGKILL)
            return True

        return act

    with ImapServer(Mailbox("Sent")) as imap, SmtpServer() as smtp:
        program = _program(tmp_path, imap, smtp)
        assert program.do("once").code == 0
        raw = b"Authentication-Results: mx.example.com; dmarc=pass header.from=example.com\r\n"
        raw += f"From: {STEPHANIE}\r\nTo: tasks+joy@example.com\r\nSubject: Logo\r\n".encode()
        raw += b"Message-ID: <1@example.com>\r\n\r\nMake it by Friday.\r\n"
        imap.box.deliver(raw, datetime.now(UTC))
        with program.running() as process:
            imap.faults.append(Fault("MOVE", kill(lambda: process.pid)))
            assert until(lambda: process.poll() is not None, 30)
        assert killed and smtp.taken == []
        time.sleep(0.1)
        assert program.do("once").code == 0
        store = open_reader(tmp_path / "handoff-data" / "handoff.db", evolve)
        assert [task.title for task in store.tasks()] == ["Logo"]
        store.close()
        assert sorted(taken.to for taken in smtp.taken) == [JOY, OWNER]
        assert imap.box.lies_in(raw) == [FOLDER]


def _program(folder: Path, imap: ImapServer, smtp: SmtpServer) -> Program:
    config = CONFIG.replace("port: 1,", f"port: {imap.port},", 1).replace(
        "port: 1,", f"port: {smtp.port},", 1
    )
    (folder / "config.yaml").write_text(config, encoding="utf-8")
    return Program(folder / "config.yaml", "x")
