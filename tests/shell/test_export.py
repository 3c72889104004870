"""`export`: everything in JSON, the list in CSV, the dates for a calendar."""

import csv
import io
import json
import os
from collections.abc import Sequence
from pathlib import Path

import pytest

from shell.export_csv import safe_cell
from tests.shell.ics_reader import read, unfolded
from tests.shell.office import Got, Office, at, one, run, to
from tests.shell.test_conversation import STEPHANIE
from tests.shell.test_secrets import LEAKY, PASSWORD, leaks

BRIEF = "Call them; ask, please:\nC:\\lists\\a.txt\nThird line\n"
HARD = "Ünïcödé, 日本語; \\n back\\slash \U0001f9fe" * 6
CELLS = ["=1+1", "+49 30", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1+1", "＋1", "－1", "＠x"]


def open_task(
    office: Office, title: str = "Calldown", body: str = BRIEF, due: str = "Friday 5pm"
) -> list[Got]:
    office.mail(STEPHANIE, "tasks+joy@example.com", title, f"{body}\nDue: {due}" if due else body)
    return office.letters()


def exported(office: Office, capsys: pytest.CaptureFixture[str], *words: str) -> str:
    capsys.readouterr()
    assert run(office, "export", *words) == 0
    shown = capsys.readouterr()
    assert shown.err == ""
    return shown.out


def rows(text: str) -> list[dict[str, str]]:
    assert text.endswith("\r\n")
    return list(csv.DictReader(io.StringIO(text, newline=""), strict=True))


def test_json_is_what_show_gives_for_every_task(office: Office, capsys: pytest.CaptureFixture[str]) -> None:
    open_task(office)
    open_task(office, "Flyer")
    office.mail(STEPHANIE, "tasks+joy@example.com", "Old", "Do it by Friday.")
    office.reply(one(to(office.letters(), "stephanie@example.com"), "receipt"), "cancel")
    office.letters()
    told = json.loads(exported(office, capsys))
    each = []
    for task in ("T-1", "T-2", "T-3"):
        run(office, "show", task, "--json")
        each.append(json.loads(capsys.readouterr().out))
    assert told == each and told[2]["state"] == "cancelled"


def test_csv_is_the_list(office: Office, capsys: pytest.CaptureFixture[str]) -> None:
    open_task(office)
    run(office, "list", "--json")
    (listed,) = json.loads(capsys.readouterr().out)
    (row,) = rows(exported(office, capsys, "csv"))
    assert row == {name: "" if value is None else str(value) for name, value in listed.items()}


@pytest.mark.parametrize("cell", CELLS)
def test_a_cell_that_a_spreadsheet_would_run_gets_a_quote(cell: str) -> None:
    assert safe_cell(cell) == "'" + cell


@pytest.mark.parametrize("cell", ["", "Calldown", "a=1", "'=1", "1-1", " x"])
def test_any_other_cell_stays_as_it_is(cell: str) -> None:
    assert safe_cell(cell) == cell


@pytest.mark.parametrize("title", ["=1+1", "@x", "-x", "+x", '=HYPERLINK("http://evil.example","x")'])
def test_a_formula_in_a_title_or_a_phrase_is_quoted(
    office: Office, capsys: pytest.CaptureFixture[str], title: str
) -> None:
    open_task(office, title)
    (row,) = rows(exported(office, capsys, "csv"))
    assert row["title"] == "'" + title
    assert not any(value.startswith(tuple("=+-@\t\r")) for value in row.values())


def test_the_calendar_holds_each_open_date_in_utc(office: Office, capsys: pytest.CaptureFixture[str]) -> None:
    open_task(office)
    open_task(office, "No date", "Whenever you like.", due="")
    text = exported(office, capsys, "ics")
    calendar = read(text.encode())
    (event,) = calendar.inside
    assert event.name == "VEVENT" and event.moment("DTSTART") == at(2026, 12, 5, 1)
    assert event.values["SUMMARY"] == "Calldown (T-1, Joy Santos)"
    assert "C:\\lists\\a.txt\nThird line" in event.values["DESCRIPTION"]
    assert event.values["TRANSP"] == "TRANSPARENT"
    todo = read(exported(office, capsys, "todo").encode()).inside[0]
    assert todo.name == "VTODO" and todo.moment("DUE") == event.moment("DTSTART")
    assert todo.values["UID"] != event.values["UID"]


def test_the_same_state_gives_the_same_bytes_and_a_change_keeps_the_uid(
    office: Office, capsys: pytest.CaptureFixture[str]
) -> None:
    receipt = one(open_task(office), "receipt")
    first = exported(office, capsys, "ics")
    office.now = at(2026, 12, 1, 16)
    assert exported(office, capsys, "ics") == first
    office.reply(receipt, "due: 2026-12-10 17:00")
    office.letters()
    before, after = read(first.encode()).inside[0], read(exported(office, capsys, "ics").encode()).inside
    assert [each.values["UID"] for each in after] == [before.values["UID"]]
    assert after[0].moment("DTSTART") == at(2026, 12, 11, 1)
    assert int(after[0].values["SEQUENCE"]) > int(before.values["SEQUENCE"])
    assert after[0].moment("DTSTAMP") > before.moment("DTSTAMP")


def test_long_and_foreign_words_are_folded_between_characters(
    office: Office, capsys: pytest.CaptureFixture[str]
) -> None:
    open_task(office, HARD[:110], HARD)
    event = read(exported(office, capsys, "ics").encode()).inside[0]
    assert event.values["SUMMARY"].startswith(HARD[:60])
    assert HARD in event.values["DESCRIPTION"].replace("\n", " ")


@pytest.mark.parametrize(
    "title",
    [
        "x\u2028END:VCALENDAR",
        "=?utf-8?q?x=0D=0AEND:VEVENT?=",
        "a\\, b; c: d",
        "BEGIN:VALARM",
        "\u202egnp.exe",
    ],
)
def test_no_title_writes_a_line_of_its_own(
    office: Office, capsys: pytest.CaptureFixture[str], title: str
) -> None:
    open_task(office, title)
    text = exported(office, capsys, "ics")
    assert len(read(text.encode()).inside) == 1
    assert [line for line in unfolded(text.encode()) if line.startswith("BEGIN:")] == [
        "BEGIN:VCALENDAR",
        "BEGIN:VEVENT",
    ]


@pytest.mark.parametrize("kind", ["json", "csv", "ics", "todo"])
def test_a_masked_secret_stays_masked(office: Office, capsys: pytest.CaptureFixture[str], kind: str) -> None:
    open_task(office, f"Lunch {PASSWORD}", LEAKY, due="")
    text = exported(office, capsys, kind)
    assert "Lunch" in text
    plain = "\n".join(unfolded(text.encode())) if kind in ("ics", "todo") else text
    assert leaks(plain) == []


@pytest.mark.parametrize("kind", ["json", "csv", "ics", "todo"])
def test_a_file_is_the_owners_alone_and_never_replaced(
    office: Office, capsys: pytest.CaptureFixture[str], kind: str, tmp_path: Path
) -> None:
    open_task(office)
    shown, file = exported(office, capsys, kind), tmp_path / "out" / "tasks"
    file.parent.mkdir()
    mask = os.umask(0)
    try:
        said = exported(office, capsys, kind, "--out", str(file))
    finally:
        os.umask(mask)
    assert file.read_bytes().decode() == shown and file.stat().st_mode & 0o777 == 0o600
    assert "1 task" in said and str(file) in said
    file.write_text("mine")
    assert run(office, "export", kind, "--out", str(file)) == 64
    assert "is there already" in capsys.readouterr().err and file.read_text() == "mine"


def test_a_file_that_cannot_be_written_is_told(
    office: Office, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    assert run(office, "export", "csv", "--out", str(tmp_path / "nowhere" / "tasks.csv")) == 75
    assert "could not be written" in capsys.readouterr().err


def test_nothing_to_export_is_still_a_whole_file(office: Office, capsys: pytest.CaptureFixture[str]) -> None:
    assert json.loads(exported(office, capsys)) == []
    assert rows(exported(office, capsys, "csv")) == []
    assert read(exported(office, capsys, "ics").encode()).inside == []


@pytest.mark.parametrize("words", [("xml",), ("csv", "--json")])
def test_what_there_is_not_is_wrong_usage(
    office: Office, capsys: pytest.CaptureFixture[str], words: Sequence[str]
) -> None:
    try:
        code = run(office, "export", *words)
    except SystemExit as ended:
        code = int(ended.code or 0)
    assert code == 64
    assert "json" in capsys.readouterr().err
