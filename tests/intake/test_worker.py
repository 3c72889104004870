"""The parse worker: same answer as without it, and it outlives hostile mail."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from intake.parse import parse
from intake.worker import Worker, WorkerDown
from intake.worker_frames import LENGTH, answer_frame, read_answer
from tests.intake.mails import ARRIVED, FOLDER, raw

_IMPORTS = "from intake import worker_main as w\nfrom intake.mail import InboundMail"


def program(code: str) -> tuple[str, ...]:
    """A child's program in place of the worker's own."""
    return (sys.executable, "-c", code)


def worker_with(parser: str) -> tuple[str, ...]:
    """The worker's own program with another parser."""
    lines = (_IMPORTS, parser, "w.parse_checked = parser", "w.main()")
    return program("\n".join(lines))


def poisoned_by(harm: str) -> tuple[str, ...]:
    """A sound worker but for one mail, the one with the shop window: it does harm."""
    return worker_with(
        f"def parser(raw, *_):\n    if b'shop window' in raw:\n        {harm}\n    return InboundMail()"
    )


CHILDREN = {
    "greedy": poisoned_by("bytearray(10**9)"),
    "busy": poisoned_by("exec('while True: pass')"),
    "dying": poisoned_by("__import__('os')._exit(3)"),
}
UNSOUND = {
    "stuck": program("import sys, time; sys.stdin.buffer.read(8); time.sleep(60)"),
    "babbling": program("import sys; sys.stdout.buffer.write((4).to_bytes(8, 'big') + b'eval')"),
    "dying": program("import sys; sys.stdin.buffer.read(8)"),
}


@pytest.fixture
def worker() -> Iterator[Worker]:
    with Worker() as running:
        yield running


def test_answers_as_the_parser_does(worker: Worker) -> None:
    for path in FOLDER.glob("*.eml"):
        assert worker.parse(path.read_bytes(), ARRIVED) == parse(path.read_bytes(), ARRIVED)


def test_one_child_for_many_mails(worker: Worker) -> None:
    worker.parse(raw("plain-task"), ARRIVED)
    first = worker.pid
    worker.parse(raw("html-only"), ARRIVED)
    assert worker.pid == first is not None


def test_starts_again_after_the_child_was_killed(worker: Worker) -> None:
    worker.parse(raw("plain-task"), ARRIVED)
    assert worker.pid is not None
    os.kill(worker.pid, signal.SIGKILL)
    assert worker.parse(raw("plain-task"), ARRIVED).trouble == ""


@pytest.mark.parametrize("child", CHILDREN)
def test_a_mail_that_cannot_be_read_is_held_and_still_has_a_name(child: str) -> None:
    limit = timedelta(seconds=40)
    begun = time.monotonic()
    with Worker(wall_limit=limit, command=CHILDREN[child]) as running:
        mail = running.parse(raw("plain-task"), ARRIVED)
    assert time.monotonic() - begun < 40, "ended by the wall and not by its own limit"
    slow = child == "busy"
    assert mail.trouble == f"The mail took too long {'to read' if slow else 'or too much to read, twice'}."
    assert (mail.subject, mail.from_name) == ("New sign for the shop window", "Maria Lopez")


def test_a_mail_that_took_all_its_processor_time_has_no_second_try(tmp_path: Path) -> None:
    """It would take as long again: empty lines in eighteen nested parts took six seconds so."""
    tries = tmp_path / "tries"
    harm = f"open({str(tries)!r}, 'a').write('x'); __import__('os').kill(__import__('os').getpid(), 24)"
    with Worker(command=poisoned_by(harm)) as running:
        mail = running.parse(raw("plain-task"), ARRIVED)
    assert mail.trouble == "The mail took too long to read."
    assert tries.read_text() == "x"


@pytest.mark.parametrize("child", UNSOUND)
def test_no_mail_is_blamed_where_no_child_can_read_any(child: str) -> None:
    with (
        Worker(wall_limit=timedelta(seconds=1), command=UNSOUND[child]) as running,
        pytest.raises(WorkerDown),
    ):
        running.parse(raw("plain-task"), ARRIVED)


def test_over_a_cap_starts_no_child(worker: Worker) -> None:
    assert (
        worker.parse(b"From: " + b"x" * 2000 + b"\n\nbody", ARRIVED).trouble
        == "The From field is longer than 1 KB."
    )
    assert worker.pid is None


def test_works_from_any_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with Worker() as running:
        assert running.parse(raw("plain-task"), ARRIVED).trouble == ""


def test_the_child_has_its_own_session_and_ends_with_its_input(worker: Worker) -> None:
    worker.parse(raw("plain-task"), ARRIVED)
    assert worker.pid is not None
    assert os.getsid(worker.pid) == worker.pid
    child = subprocess.run(
        [sys.executable, "-m", "intake.worker_main"], input=b"", timeout=20, cwd=FOLDER.parent.parent
    )
    assert child.returncode == 0


def test_the_child_does_not_know_our_passwords(worker: Worker, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HANDOFF_PASSWORD", "canary")
    worker.parse(raw("plain-task"), ARRIVED)
    assert b"canary" not in Path(f"/proc/{worker.pid}/environ").read_bytes()


def test_a_large_mail_crosses_whole(worker: Worker) -> None:
    line = b"QUJD" * 18 + b"\r\n"
    head = b"From: a@b.example\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n"
    part = b"Content-Type: application/pdf\r\nContent-Transfer-Encoding: base64\r\n\r\n"
    mail = worker.parse(head + part + line * 150_000 + b"--b--\r\n", ARRIVED)
    assert [len(file.data) for file in mail.parts] == [54 * 150_000]


def test_what_crosses_the_pipe_comes_back_equal() -> None:
    for path in FOLDER.glob("*.eml"):
        mail = parse(path.read_bytes(), ARRIVED)
        assert read_answer(answer_frame(mail)[LENGTH:]) == mail


def test_nonsense_from_the_pipe_is_refused() -> None:
    with pytest.raises((ValueError, KeyError, TypeError)):
        read_answer(b'{"words": 1}')
