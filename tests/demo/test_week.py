"""The demo as a newcomer runs it."""

import imaplib
import json
import os
import signal
import smtplib
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from demo.script import EXPECTED, missing
from tests.demo.reading import Outlet

ROOT = Path(__file__).resolve().parents[2]
LIMIT = 60.0  # seconds for a whole week, on a busy machine


@pytest.fixture(scope="module")
def staying(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[dict[str, Any], Outlet, Path]]:
    """One demo for all tests here, which stays up: its JSON, and its output."""
    folder = tmp_path_factory.mktemp("demo") / "out"
    command = [sys.executable, "daemon.py", "demo", "--stay", "--json", "--out", str(folder)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as demo:
        assert demo.stdout
        outlet = Outlet(demo.stdout)
        yield json.loads(outlet.until(b"\n}\n", LIMIT)), outlet, folder
        demo.send_signal(signal.SIGINT)
        assert demo.wait(LIMIT) == 0
        assert demo.stderr
        assert demo.stderr.read() == b""


Staying = tuple[dict[str, Any], Outlet, Path]


def test_week_comes_out_as_scripted(staying: Staying) -> None:
    told, _, _ = staying
    assert told["wrong"] == []
    assert told["ok"] is True
    assert len(told["letters"]) >= sum(EXPECTED.values())


def test_every_letter_is_left_as_a_mail_and_as_a_page_with_an_index(staying: Staying) -> None:
    told, _, folder = staying
    page = (folder / "index.html").read_text(encoding="utf-8")
    for letter in told["letters"]:
        mail = folder / letter["file"]
        assert mail.read_bytes().count(letter["message_id"].encode()) >= 1
        assert mail.with_suffix(".html").read_text(encoding="utf-8").startswith("<!DOCTYPE html>")
        assert letter["file"] in page
        assert letter["file"].replace(".eml", ".html") in page
    assert "http://" not in page.replace("http://127.0.0.1", "")


def test_every_mail_is_filed(staying: Staying) -> None:
    told, _, _ = staying
    assert told["folders"]["INBOX"] == 0
    assert told["folders"]["Handoff/Joy Santos"] > 0


def test_staying_server_answers_a_mail_client(staying: Staying) -> None:
    """Stephanie mails a task by hand, and Joy finds it in her mailbox."""
    told, _, _ = staying
    server, users = told["server"], {u["user"]: u for u in told["users"]}
    head = "From: stephanie@example.test\r\nTo: tasks+joy@example.test\r\nSubject: Window sign"
    mail = f"{head}\r\n\r\nPlease write the words for one. Due Wednesday 5pm.\r\n"
    with smtplib.SMTP(server["host"], server["smtp"], timeout=10) as line:
        line.login("stephanie", users["stephanie"]["password"])
        line.sendmail("stephanie@example.test", ["tasks+joy@example.test"], mail)
    with imaplib.IMAP4(server["host"], server["imap"], timeout=10) as box:
        box.login("joy", users["joy"]["password"])
        assert _waits_for(box, "Window sign")


def _waits_for(box: imaplib.IMAP4, subject: str) -> bool:
    """Whether a mail with this Subject comes within LIMIT seconds."""
    until = time.monotonic() + LIMIT
    while time.monotonic() < until:
        box.select(readonly=True)
        if box.search(None, "SUBJECT", f'"{subject}"')[1][0]:
            return True
        time.sleep(0.05)  # a mail client looks again, too
    return False


def test_folder_of_another_is_refused_with_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "thesis.txt").write_text("mine")
    done = subprocess.run(
        [sys.executable, "daemon.py", "demo", "--out", str(tmp_path)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=LIMIT,
        check=False,
        env={**os.environ, "NO_COLOR": "1"},
    )
    assert done.returncode == 64
    assert "thesis.txt" in done.stderr
    assert done.stdout == ""


def test_letter_that_did_not_come_is_named() -> None:
    got = Counter(EXPECTED)
    got["olivia", "escalation"] = 0
    assert missing(got, {"T-1": "approved", "T-2": "approved", "T-3": "accepted"}) == [
        "olivia was to get 1 of the letter escalation, and got 0."
    ]
