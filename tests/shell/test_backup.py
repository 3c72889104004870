"""Backups while it works: hourly, quiet, and told when they cannot be made."""

from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from store.reader import open_reader
from store.spool import Spool
from tasks.evolve import evolve
from tests.shell.office import CONFIG, MONDAY, Office, at, one, run

HOURLY = CONFIG.replace("{every_hours: 0}", "{keep_hourly: 3, keep_daily: 2, keep_weekly: 0}")


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return Office(tmp_path, HOURLY, one_process=True)


def backups(office: Office) -> list[str]:
    return sorted(each.name for each in office.config.backup_path.glob("*Z"))


def handed_out(office: Office, title: str = "Calldown") -> None:
    office.mail("stephanie@example.com", "tasks+joy@example.com", title, "Call them. Due: Friday 5pm")
    office.letters()


def test_each_hour_of_work_leaves_a_backup(office: Office) -> None:
    handed_out(office)
    assert backups(office) == ["20261130T171200Z"]
    office.now += timedelta(minutes=59)
    handed_out(office, "Another")
    assert backups(office) == ["20261130T171200Z"]
    office.now += timedelta(minutes=1)
    office.round()
    assert backups(office) == ["20261130T171200Z", "20261130T181200Z"]
    with closing(open_reader(office.config.backup_path / backups(office)[-1] / "handoff.db", evolve)) as copy:
        assert [task.title for task in copy.tasks()] == ["Calldown", "Another"]
        assert copy.verify() == []


def test_an_hour_without_news_leaves_none(office: Office) -> None:
    handed_out(office)
    before = backups(office)
    for _ in range(3):
        office.now += timedelta(hours=1)
        office.round()
    assert backups(office) == before


def test_the_rotation_keeps_what_the_config_says(office: Office) -> None:
    for hour in range(6):
        office.now = MONDAY + timedelta(hours=hour)
        handed_out(office, f"Task {hour}")
    assert backups(office) == ["20261130T201200Z", "20261130T211200Z", "20261130T221200Z"]


def test_the_mails_are_mirrored_beside_the_backups(office: Office) -> None:
    handed_out(office)
    (row,) = office.shop.store.ledger_of(1)
    assert Spool(office.config.backup_path / "spool").get(row.raw) == office.shop.spool.get(row.raw)


def test_a_backup_that_cannot_be_made_is_told_once_a_day_and_stops_nothing(
    office: Office, caplog: pytest.LogCaptureFixture
) -> None:
    office.config.backup_path.parent.mkdir(exist_ok=True)
    office.config.backup_path.write_text("I am no folder")
    for number in range(6):
        handed_out(office, f"Task {number}")
        office.now += timedelta(hours=1)
    assert office.shop.store.next_task() == 7
    digest = one(office.pass_time(at(2026, 12, 1, 15, 30), timedelta(hours=4)), "digest")
    assert digest.text.count("The last backup was not made") == 1


def test_a_preview_makes_no_backup(office: Office) -> None:
    from shell.trying import copied

    office.shop.close()
    with copied(office.config, lambda: office.now) as shop:
        assert shop.config.backup.every_hours == 0


# by hand


def test_a_whole_copy_is_made_beside_a_running_daemon(
    office: Office, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    handed_out(office)
    assert run(office, "backup", str(tmp_path / "usb")) == 0
    (there,) = (tmp_path / "usb").iterdir()
    assert str(there) in capsys.readouterr().out
    assert sorted(each.name for each in there.iterdir()) == ["handoff.db", "secret.key", "spool"]
    (row,) = office.shop.store.ledger_of(1)
    assert Spool(there / "spool").get(row.raw) == office.shop.spool.get(row.raw)
    (mail,) = (path for path in (there / "spool").rglob(row.raw))
    assert mail.stat().st_nlink == 1  # nothing on another disk depends on this one


def test_without_a_folder_it_lies_with_the_others_and_is_not_rotated_away(office: Office) -> None:
    handed_out(office)
    assert run(office, "backup") == 0
    for hour in range(1, 6):
        office.now = MONDAY + timedelta(hours=hour)
        handed_out(office, f"Task {hour}")
    assert (office.config.backup_path / "whole-20261130T171200Z").exists()


def test_damaged_mails_of_the_spool_are_counted(office: Office, capsys: pytest.CaptureFixture[str]) -> None:
    handed_out(office)
    (row,) = office.shop.store.ledger_of(1)
    next((office.shop.spool.folder / "mail").rglob(row.raw)).write_bytes(b"a bit flipped")
    assert run(office, "backup") == 0
    assert "1 of them is damaged" in capsys.readouterr().out


def test_a_backup_that_cannot_be_made_by_hand_is_told(
    office: Office, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "usb").write_text("I am no folder")
    assert run(office, "backup", str(tmp_path / "usb")) == 75
    assert "could not be written" in capsys.readouterr().err
