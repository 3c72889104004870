"""What goes wrong with real servers and disks: one clear sentence each, nothing
lost, and the next mail is served as if nothing had been."""

import signal
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from tests.conversations.business import PATIENCE, kinds, one, open_business, write_config
from tests.conversations.clients import OURS, STEPHANIE, Clients
from tests.conversations.process import Program, Said, stopped_by
from tests.conversations.test_real_replay import PROOF
from tests.servers.running import free_ports
from tests.servers.stack import TASKS, USERS, Stack

pytestmark = [pytest.mark.needs("dovecot", "postfix", "swaks"), pytest.mark.timeout(300)]
MEGABYTE = 1_000_000


@pytest.fixture
def waiting(clean_stack: Stack, tmp_path: Path) -> Iterator[Program]:
    """A program that worked once, and one task mail that waits for it."""
    program = Program(write_config(clean_stack, tmp_path), USERS[TASKS])
    assert program.do("once").code == 0
    send(clean_stack)
    clean_stack.wait_for_mail(TASKS, 1, seconds=PATIENCE)
    yield program


def send(stack: Stack) -> None:
    """One task mail, on its way when this returns."""
    people = Clients(stack)
    people.by_swaks(people.fresh(STEPHANIE, "tasks+joy@shop.test", "Logo", "Make a logo by Friday."))


def serves_on(program: Program, stack: Stack) -> None:
    """The mail that waited is a task now, told to both once."""
    assert program.do("once").code == 0
    caught = stack.sink.wait_for(2, seconds=PATIENCE)
    assert sorted(c.message["X-Handoff-Letter"] for c in caught) == ["assignment", "receipt"]
    assert stack.mailbox(TASKS)["INBOX"] == []


def serves_on_later(stack: Stack, folder: Path) -> None:
    """The same an hour on, when a server that was away is asked again."""
    with open_business(stack, folder) as business:
        business.ahead = timedelta(hours=1)
        business.round()
        assert kinds(business.got) == [("joy", "assignment"), ("stephanie", "receipt")]
        assert "INBOX" not in business.folders()


def one_sentence(said: Said, *parts: str) -> None:
    """What it said about the trouble: one line that holds these words."""
    lines = [line for line in (said.err or said.out).splitlines() if any(part in line for part in parts)]
    text = lines[-1] if lines else ""
    assert all(part in text for part in parts), said
    assert text.endswith(".")


def test_wrong_password(waiting: Program, clean_stack: Stack, tmp_path: Path) -> None:
    wrong = Program(waiting.config, "not the password")
    said = wrong.do("once")
    assert said.code == 69
    one_sentence(said, "refused the login of tasks@shop.test", "Check user and password")
    said = wrong.do("check")
    assert said.code == 69
    assert said.out.count("NO ") == 2  # both servers, told in one go
    assert "not the password" not in said.out + said.err + waiting.log
    said = waiting.do("once")  # the right one; but three refusals lock accounts
    assert said.code == 69
    one_sentence(said, "is not asked again yet", "next try in")
    assert waiting.do("check").code == 0  # who has just corrected the password need not wait
    serves_on_later(clean_stack, tmp_path)


def test_mail_server_away(waiting: Program, clean_stack: Stack, tmp_path: Path) -> None:
    there = waiting.config.read_text(encoding="utf-8")
    nobody = free_ports(1)[0]
    write_config(clean_stack, tmp_path, imaps=nobody)
    said = waiting.do("once")
    assert said.code == 69
    one_sentence(said, f"127.0.0.1:{nobody}", "cannot be used")
    waiting.config.write_text(there, encoding="utf-8")
    serves_on(waiting, clean_stack)


def test_mailbox_that_goes_and_comes_while_it_runs(clean_stack: Stack, tmp_path: Path) -> None:
    program = Program(write_config(clean_stack, tmp_path, mailbox="poll_seconds: 5"), USERS[TASKS])
    assert program.do("once").code == 0
    with program.running() as process:
        clean_stack.dovecot.stop()
        try:
            program.wait_for_log("WARNING .*The mail server .*[.]\n")
        finally:
            clean_stack.dovecot.start_again()
        send(clean_stack)
        caught = clean_stack.sink.wait_for(2, seconds=PATIENCE)
        assert sorted(c.message["X-Handoff-Letter"] for c in caught) == ["assignment", "receipt"]
        assert stopped_by(process, signal.SIGTERM) == 0
    assert "Traceback" not in program.log


def test_sending_server_away(waiting: Program, clean_stack: Stack, tmp_path: Path) -> None:
    write_config(clean_stack, tmp_path, submissions=free_ports(1)[0])
    waiting.do("once")
    owed = waiting.do("outbox", "--json").json
    assert len(owed) == 2  # the task is made, its letters wait
    assert {row["state"] for row in owed} <= {"ready", "retry", "held"}
    assert all(row["detail"].endswith(".") for row in owed if row["state"] != "ready")
    serves_on_later(clean_stack, tmp_path)


def test_store_that_cannot_be_written(clean_stack: Stack, tmp_path: Path) -> None:
    """A file stands where the folder should be: as root a mode stops nobody."""
    (tmp_path / "full").write_text("not a folder")
    program = Program(write_config(clean_stack, tmp_path, store=tmp_path / "full"), USERS[TASKS])
    said = program.do("once")
    assert said.code in (75, 78)
    one_sentence(said, str(tmp_path / "full"))


def test_disk_that_is_full(waiting: Program, clean_stack: Stack, tmp_path: Path) -> None:
    """A limit on the size of files stands in for it: each write over it fails."""
    said = waiting.do("once", under=["prlimit", "--fsize=4096"])
    assert said.code == 75
    one_sentence(said, str(tmp_path))
    assert len(clean_stack.mailbox(TASKS)["INBOX"]) == 1
    assert clean_stack.sink.mails == ()
    serves_on(waiting, clean_stack)


def test_mail_of_30_megabytes(clean_stack: Stack, tmp_path: Path) -> None:
    with open_business(clean_stack, tmp_path) as business:
        mail = business.people.fresh(STEPHANIE, OURS, "Logo", "Make a logo by Friday.\nFor: Joy")
        raw = PROOF + mail.raw + b"=" * 76 + b"\r\n" + (b"A" * 76 + b"\r\n") * (30 * MEGABYTE // 78)
        clean_stack.append(TASKS, "INBOX", raw)
        letters = business.round()
        assert kinds(letters) == [("joy", "assignment"), ("stephanie", "receipt")]
        assert "30 MB" in one(letters, "receipt").text
        assert clean_stack.mailbox(TASKS)["Handoff/Joy Santos"] == [raw]
        next_one = business.people.fresh(STEPHANIE, "tasks+joy@shop.test", "The next", "Do it by Friday.")
        assert kinds(business.write(next_one)) == kinds(letters)
