"""What a mail server's pipe hands over: kept before it is confirmed, taken up once."""

import io
import os
import shutil
import subprocess
import sys
import threading
import time
from datetime import UTC, datetime
from pathlib import Path

import pytest

from intake.incoming import ACCOUNT, Incoming, NoMail, make_ready, put
from intake.maildir import MaildirSource, find_mails
from intake.source import Known, Move, ServerAway, Spot
from intake.together import Together
from tests.house.code import ROOT

MAIL = b"From: a@example.com\nSubject: one\n\nDo it.\n"
EVERYTHING = Known(lambda *_: frozenset(), datetime(2026, 1, 1, tzinfo=UTC))
CONFIG = """
mailbox: {maildir: MAILDIR}
smtp: {host: localhost, port: 1, security: none}
address: {base: tasks@example.com}
store: {path: STORE, min_free_mb: FLOOR}
people:
  dana: {name: Dana, roles: [owner], addresses: [dana@example.com], zone: Europe/Berlin}
"""


def config(folder: Path, floor: int = 1) -> Path:
    file = folder / "config.yaml"
    words = {"MAILDIR": folder / "mail", "STORE": folder / "store", "FLOOR": floor}
    text = CONFIG
    for word, value in words.items():
        text = text.replace(word, str(value))
    file.write_text(text)
    return file


def intake(file: Path, mail: bytes, *under: str) -> "subprocess.CompletedProcess[bytes]":
    command = [*under, sys.executable, str(ROOT / "daemon.py"), "--config", str(file), "intake"]
    environ = {**os.environ, "PYTHONDONTWRITEBYTECODE": "1"}  # no calls but those of the program itself
    return subprocess.run(
        command, input=mail, env=environ, capture_output=True, timeout=60, check=False, cwd="/"
    )


def kept(folder: Path) -> list[bytes]:
    return [p.read_bytes() for p in sorted((folder / "store" / "incoming" / "new").glob("*"))]


def test_what_is_confirmed_is_kept_byte_for_byte(tmp_path: Path) -> None:
    done = intake(config(tmp_path), MAIL)
    assert (done.returncode, done.stderr) == (0, b"")
    assert kept(tmp_path) == [MAIL]


def test_the_line_of_the_mbox_form_is_left_out(tmp_path: Path) -> None:
    put(tmp_path, io.BytesIO(b"From a@example.com Mon Nov 30 09:12:00 2026\n" + MAIL))
    assert [p.read_bytes() for p in (tmp_path / "new").iterdir()] == [MAIL]


@pytest.mark.parametrize("nothing", [b"", b"\n\n", b"From a@example.com Mon Nov 30 09:12:00 2026\n"])
def test_nothing_is_no_mail(tmp_path: Path, nothing: bytes) -> None:
    with pytest.raises(NoMail):
        put(tmp_path, io.BytesIO(nothing))
    assert not list(tmp_path.glob("*/*"))
    assert intake(config(tmp_path), nothing).returncode == 65


def test_a_broken_config_leaves_the_mail_with_the_mail_server(tmp_path: Path) -> None:
    file = config(tmp_path)
    file.write_text("mailbox: {hots: x}\n")
    done = intake(file, MAIL)
    assert done.returncode == 75
    assert b"the mail server keeps it and tries again" in done.stderr


def test_a_disk_with_no_room_leaves_it_there_too(tmp_path: Path) -> None:
    done = intake(config(tmp_path, floor=1_000_000), MAIL)
    assert done.returncode == 75
    assert b"1000000 is the floor. The mail was not taken" in done.stderr
    assert kept(tmp_path) == []


def test_a_folder_that_cannot_be_written_too(tmp_path: Path) -> None:
    file = config(tmp_path)
    (tmp_path / "store").write_text("not a folder")
    done = intake(file, MAIL)
    assert done.returncode == 75
    assert len(done.stderr.splitlines()) == 1


@pytest.mark.parametrize("call", ["write", "fsync", "rename", "renameat2", "close", "openat"])
def test_killed_at_any_point_what_was_confirmed_is_there_and_whole(tmp_path: Path, call: str) -> None:
    """Only an exit code of 0 promises anything; what is there is never half a mail."""
    if not shutil.which("strace"):
        pytest.skip("strace is not installed")
    for n in range(1, 400 if call in {"close", "openat"} else 8):
        here = tmp_path / f"{call}{n}"
        here.mkdir()
        inject = f"inject={call}:signal=SIGKILL:when={n}"
        path = [
            "-P",
            str(here / "store" / "incoming" / "tmp"),
            "-P",
            str(here / "store" / "incoming" / "new"),
        ]
        tracing = ["strace", "-qq", "-o", os.devnull, "-e", inject]
        done = intake(config(here), MAIL, *tracing, *(path if call in {"close", "openat"} else []))
        assert set(kept(here)) <= {MAIL}
        if done.returncode == 0:
            assert kept(here) == [MAIL]
            return  # it was not called so often: all its points are behind us
        again = intake(config(here), MAIL)  # the mail server tries again
        assert again.returncode == 0
        assert 1 <= len(kept(here)) <= 2 and set(kept(here)) == {MAIL}  # the ledger knows a copy by its bytes
    pytest.fail(f"{call} never ended")


def test_it_is_read_however_old_and_removed_once_it_is_committed(tmp_path: Path) -> None:
    source = Incoming(tmp_path)
    assert list(source.fetch(EVERYTHING, 10)) == []
    old = put(tmp_path, io.BytesIO(MAIL))
    os.utime(old, (0, 0))
    (raw,) = source.fetch(EVERYTHING, 10)
    assert (raw.raw, raw.account) == (MAIL, ACCOUNT)
    move = Move(Spot(raw.account, raw.folder, raw.uidvalidity, raw.uid), "Handoff/Joy")
    assert [m.ok for m in source.move([move, move])] == [True, True]
    assert list(source.fetch(EVERYTHING, 10)) == []


@pytest.mark.parametrize("n", [6, 7])  # the second and the last of its three parts
def test_killed_while_the_folder_is_made_the_daemon_finds_no_mail(tmp_path: Path, n: int) -> None:
    """Found by the sweep: with new/ and without cur/ it said that this is no Maildir, in each round."""
    if not shutil.which("strace"):
        pytest.skip("strace is not installed")
    file = config(tmp_path)
    inject = ["strace", "-qq", "-o", os.devnull, "-e", f"inject=mkdir:signal=SIGKILL:when={n}"]
    assert intake(file, MAIL, *inject).returncode != 0
    assert list(Incoming(tmp_path / "store" / "incoming").fetch(EVERYTHING, 10)) == []


def test_the_pipe_is_read_while_the_mailbox_is_away(tmp_path: Path) -> None:
    put(tmp_path / "in", io.BytesIO(MAIL))
    both = Together(MaildirSource(tmp_path / "nowhere"), Incoming(tmp_path / "in"), ACCOUNT)
    mails = both.fetch(EVERYTHING, 10)
    assert next(mails).raw == MAIL
    with pytest.raises(ServerAway):
        next(mails)


def test_a_mail_from_the_pipe_ends_the_wait_at_the_mailbox(tmp_path: Path) -> None:
    mailbox = tmp_path / "mail"
    for part in ("new", "cur", "tmp"):
        (mailbox / part).mkdir(parents=True)
    both = Together(MaildirSource(mailbox), Incoming(tmp_path / "in"), ACCOUNT)
    list(both.fetch(EVERYTHING, 10))
    threading.Timer(0.5, lambda: put(tmp_path / "in", io.BytesIO(MAIL))).start()
    began = time.monotonic()
    assert both.wait(30) is True
    assert time.monotonic() - began < 20
    assert both.wait(0) is True  # still there: nobody fetched it
    both.close()


def test_a_file_that_cannot_be_removed_is_told_and_tried_again(tmp_path: Path) -> None:
    """Here a folder has taken its place, which no unlink removes."""
    make_ready(tmp_path)
    (tmp_path / "new" / "1.mail").mkdir()
    (uid,) = find_mails(tmp_path)
    spot = Spot(ACCOUNT, "INBOX", 1, uid)
    with pytest.raises(ServerAway, match="could not be removed.*It is taken up and kept"):
        Incoming(tmp_path).move([Move(spot, "Handoff/Joy")])
