"""Backups: whole or not there, verified, rotated, and never in the way."""

import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from store import backups
from store.backups import BackupUnwritten, Keep, is_due, kept, make_backup, mirror, rotate, stamp
from store.embedded import EmbeddedStore, open_store
from store.reader import open_reader
from store.remains import newest_backup
from store.spool import Spool
from tasks.evolve import evolve
from tests.store.test_embedded import lived_in

NOON = datetime(2026, 11, 30, 12, 0, tzinfo=UTC)
HOUR = timedelta(hours=1)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[EmbeddedStore]:
    opened = open_store(tmp_path / "home" / "handoff.db", evolve)
    lived_in(opened)
    (tmp_path / "home" / "secret.key").write_text("{}")
    yield opened
    opened.close()


def made(store: EmbeddedStore, to: Path, now: datetime = NOON) -> Path:
    return make_backup(store, store.path.parent / "secret.key", to, now)


def test_a_backup_holds_the_record_and_the_key(store: EmbeddedStore, tmp_path: Path) -> None:
    there = made(store, tmp_path / "kept")
    assert sorted(file.name for file in there.iterdir()) == ["handoff.db", "secret.key"]
    for file in (there, *there.iterdir()):
        assert file.stat().st_mode & 0o077 == 0, file
    with closing(open_reader(there / "handoff.db", evolve)) as copy:
        assert list(copy.tasks()) == list(store.tasks())
        assert copy.meta("copied-at") == NOON.isoformat()
        assert copy.verify() == []


def test_the_newest_backup_is_noted_beside_the_store(store: EmbeddedStore, tmp_path: Path) -> None:
    made(store, tmp_path / "kept")
    newer = made(store, tmp_path / "kept", NOON + HOUR)
    assert newest_backup(store.path) == newer


def test_a_store_that_is_not_in_order_makes_no_backup(store: EmbeddedStore, tmp_path: Path) -> None:
    """Else the rotation would in time put the damage in place of every good copy."""
    store._db.execute("UPDATE task SET doc = replace(doc, 'Paint door 2', 'Burn door 2') WHERE number = 2")
    with pytest.raises(BackupUnwritten, match="T-2: title is 'Burn door 2'"):
        made(store, tmp_path / "kept")
    assert list((tmp_path / "kept").glob("*Z")) == []


def test_a_folder_that_cannot_be_written_is_named(store: EmbeddedStore, tmp_path: Path) -> None:
    (tmp_path / "kept").write_text("I am no folder")
    with pytest.raises(BackupUnwritten, match="kept"):
        made(store, tmp_path / "kept")


@pytest.mark.parametrize("step", ["_copy_record", "_copy_key", "_verify", "_sync", "_publish"])
def test_cut_anywhere_a_backup_is_whole_or_not_there(
    store: EmbeddedStore, tmp_path: Path, step: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def cut(*args: object, **more: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(backups, step, cut)
        with pytest.raises(KeyboardInterrupt):
            made(store, tmp_path / "kept")
    assert list((tmp_path / "kept").glob("*Z")) == []
    there = made(store, tmp_path / "kept", NOON + HOUR)
    assert [file.name for file in (tmp_path / "kept").iterdir()] == [there.name]


# when


def test_a_backup_is_due_each_hour_and_only_if_something_changed(
    store: EmbeddedStore, tmp_path: Path
) -> None:
    to = tmp_path / "kept"
    assert is_due(store.path, to, NOON, HOUR, NOON - 2 * HOUR)
    assert not is_due(store.path, to, NOON, HOUR, NOON - HOUR / 2)  # just begun
    made(store, to)
    assert not is_due(store.path, to, NOON + HOUR, HOUR, NOON)  # nothing changed
    store.leave_order({"word": "drop"}, NOON)
    assert not is_due(store.path, to, NOON + HOUR / 2, HOUR, NOON)
    assert is_due(store.path, to, NOON + HOUR, HOUR, NOON)
    assert is_due(store.path, to, NOON - 3 * HOUR, HOUR, NOON)  # the clock was wrong once


# rotation


def every(step: timedelta, count: int) -> list[str]:
    return [stamp(NOON - i * step) for i in range(count)]


@pytest.mark.parametrize(
    ("there", "keep", "left"),
    [
        pytest.param([], Keep(3, 2, 2), [], id="none"),
        pytest.param(every(HOUR, 3), Keep(3, 2, 2), every(HOUR, 3), id="few"),
        pytest.param(every(HOUR, 9), Keep(3, 0, 0), every(HOUR, 3), id="hours"),
        pytest.param(
            every(HOUR, 40),
            Keep(2, 2, 0),
            ["20261130T120000Z", "20261130T110000Z", "20261129T230000Z"],
            id="the newest of each day",
        ),
        pytest.param(
            every(timedelta(days=1), 30),
            Keep(1, 2, 3),
            ["20261130T120000Z", "20261129T120000Z", "20261122T120000Z"],
            id="the newest of each week",
        ),
        pytest.param(every(HOUR, 2), Keep(0, 0, 0), every(HOUR, 1), id="never none"),
    ],
)
def test_what_the_rotation_keeps(there: list[str], keep: Keep, left: list[str]) -> None:
    assert sorted(kept(there, keep)) == sorted(left)


def test_rotation_removes_old_ones_and_nothing_else(store: EmbeddedStore, tmp_path: Path) -> None:
    to = tmp_path / "kept"
    for hour in range(4):
        made(store, to, NOON + hour * HOUR)
    (to / "whole-20200101T000000Z").mkdir()
    (to / "letters of mine").mkdir()
    (to / "20261130T110000Z.gone").mkdir()  # a rotation that was cut
    rotate(to, Keep(2, 0, 0))
    assert sorted(file.name for file in to.iterdir()) == [
        "20261130T140000Z",
        "20261130T150000Z",
        "letters of mine",
        "whole-20200101T000000Z",
    ]


# the spool


def _copies(spool: Spool, to: Path) -> int:
    return mirror(spool.folder, to, link=False)


def _links(spool: Spool, to: Path) -> int:
    return mirror(spool.folder, to)


@pytest.mark.parametrize("way", [_copies, _links])
def test_the_spool_is_mirrored_file_by_file(tmp_path: Path, way: Callable[[Spool, Path], int]) -> None:
    spool, to = Spool(tmp_path / "spool"), tmp_path / "kept" / "spool"
    keys = [spool.put(b"one"), spool.put_file(b"two")]
    os.utime(next((tmp_path / "spool" / "mail").rglob(keys[0])), (1_000_000, 1_000_000))
    assert way(spool, to) == 2
    assert way(spool, to) == 0
    keys.append(spool.put(b"three"))
    assert way(spool, to) == 1
    assert [Spool(to).get(key) for key in keys] == [b"one", b"two", b"three"]
    assert next((to / "mail").rglob(keys[0])).stat().st_mtime == 1_000_000
    assert next((to / "mail").rglob(keys[0])).stat().st_mode & 0o077 == 0


def test_a_file_that_is_damaged_in_the_spool_does_not_replace_its_copy(tmp_path: Path) -> None:
    spool, to = Spool(tmp_path / "spool"), tmp_path / "kept"
    key = spool.put(b"one")
    mirror(spool.folder, to, link=False)
    next((tmp_path / "spool" / "mail").rglob(key)).write_bytes(b"two")
    mirror(spool.folder, to, link=False)
    assert Spool(to).get(key) == b"one"


def test_a_backup_is_one_plain_file(store: EmbeddedStore, tmp_path: Path) -> None:
    """It can be read from a disk that is read-only, and without its journals."""
    there = made(store, tmp_path / "kept")
    with closing(sqlite3.connect(there / "handoff.db")) as db:
        assert db.execute("PRAGMA journal_mode").fetchone() == ("delete",)
