"""`read` shows all that is read from a mail; `why` keeps the same, and stays small."""

import json
import threading
from pathlib import Path

import pytest

from shell import looking
from shell.cli import main
from tests.shell.office import MONDAY, Office

MAIL = b"""From: Stephanie Miller <stephanie@example.com>
To: tasks+joy@example.com
Date: Mon, 30 Nov 2026 09:12:00 -0800
Message-ID: <r1@example.com>
Subject: Logo for the van

Please make the logo, 2 versions, PNG into Drive/Logos. Draft by Tuesday noon.
Due by Wednesday 5PM Pacific time.

Thanks,
Stephanie

-- 
Miller Vans, +1 415 555 0199
"""


def run(argv: list[str]) -> int:
    return main(argv, lambda: MONDAY, threading.Event(), lambda: 0)


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("HANDOFF_CONFIG", raising=False)
    (tmp_path / "mail.eml").write_bytes(MAIL)
    return tmp_path


def test_a_newcomer_reads_a_mail_without_a_config(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["read", "mail.eml"]) == 0
    said = capsys.readouterr().out
    for words in (
        "there is no config here, so nobody is registered",
        "Wed 2026-12-02 17:00 America/Los_Angeles",
        "rule             weekday",
        'checkpoint Tue 2026-12-01 04:00 America/Los_Angeles ("by Tuesday noon")',
        "no sign of a machine",
        "signature        Miller Vans, +1 415 555 0199",
    ):
        assert words in said


def test_the_json_has_all_of_it(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["read", "mail.eml", "--json"]) == 0
    row = json.loads(capsys.readouterr().out)
    assert list(row) == [
        *("subject", "from", "from_name", "message_id", "written_at", "person", "role", "proof"),
        *("proof_why", "kind", "kind_why", "away_until", "task", "matched", "body", "new_words"),
        *("left_out", "pairs", "forward", "commands", "due", "brief", "short_answer", "notes"),
        *("attachments", "trouble"),
    ]
    assert row["due"]["at"] == "2026-12-03T01:00:00+00:00"
    assert row["written_at"] == "2026-11-30T17:12:00+00:00"


def test_a_file_that_is_not_there_is_said(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["read", "nothing.eml"]) == 65
    assert capsys.readouterr().err == "nothing.eml could not be read: No such file or directory.\n"


def test_a_config_that_was_named_must_be_there(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--config", "other.yaml", "read", "mail.eml"]) == 78


def test_why_keeps_the_reading(office: Office, capsys: pytest.CaptureFixture[str]) -> None:
    office.mail("Stephanie Miller <stephanie@example.com>", "tasks+joy@example.com", "Logo",
                "Please make the logo.\nDue by Wednesday 5PM Pacific time.\n-- \nMiller Vans")  # fmt: skip
    office.letters()
    looking.why(office.shop.store, office.config, "T-1", json=False)
    said = capsys.readouterr().out
    assert "due: outcome sure, at 2026-12-03T01:00:00+00:00, rule weekday" in said
    assert "brief: ask, " in said
    assert "body: text/plain" in said
    assert "cut signature: Miller Vans" in said


def test_a_row_stays_small_whatever_the_mail_says(office: Office) -> None:
    lines = "\n".join(f"tell joy: {'x' * 300} {n}" for n in range(200))
    mid = office.mail("Stephanie Miller <stephanie@example.com>", "tasks+joy@example.com", "L" * 900,
                      f"Due: Friday {'y' * 900}\n{lines}\n-- \n{'z' * 900}")  # fmt: skip
    office.letters()
    row = next(row for row in office.shop.store.ledger_of(1) if row.message_id == mid)
    assert len(json.dumps(dict(row.why))) < 2500
