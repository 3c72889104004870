"""Backups: the record and the key, copied while the daemon works.

A backup is a folder named by its moment; it is there whole and verified, or not
at all. What has no such name in the backup folder is never touched. The spool
is not copied each time: its files never change, so a mirror of it beside the
backups takes up the new ones.
"""

import os
import shutil
import sqlite3
from collections.abc import Iterable
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from store.medium import fsync, wal_path
from store.port import StoreUnusable
from store.reader import open_reader
from store.record import Record
from store.remains import KEY, NEWEST, RECORD, SPOOL, WHOLE, stamp_of

_STAMP = "%Y%m%dT%H%M%SZ"
_PART, _GONE = ".part", ".gone"
_MIRRORED = ("mail", "file", "order")


class BackupUnwritten(Exception):
    """The backup was not made; the sentence says why. Older ones are as they were."""


@dataclass(frozen=True, slots=True)
class Keep:
    """How many backups stay: the newest ones, and the newest of each day and week (UTC)."""

    hourly: int
    daily: int
    weekly: int


def stamp(now: datetime) -> str:
    """The name of a backup made at `now` (aware); text order is time order."""
    return now.astimezone(UTC).strftime(_STAMP)


def is_due(path: Path, folder: Path, now: datetime, every: timedelta, since: datetime) -> bool:
    """Whether the store at `path` wants a new backup in `folder`: `every` has
    passed since the last one (since the start, if none), and something changed."""
    newest = max(_backups(folder), key=stamp_of, default=None)
    last = since if newest is None else datetime.strptime(newest.name, _STAMP).replace(tzinfo=UTC)
    if abs(now - last) < every:
        return False
    return newest is None or _changed_at(newest / RECORD) != _changed_at(path)


def _changed_at(path: Path) -> int:
    """When a store's file was last written, in ns; a backup bears its store's."""
    times = [file.stat().st_mtime_ns for file in (path, wal_path(path)) if file.exists()]
    return max(times, default=0)


def make_backup(store: Record, key: Path, folder: Path, now: datetime, *, spool: Path | None = None) -> Path:
    """Copy the record and the key into a new folder under `folder`, verified,
    and return it; with `spool`, all of that too: a whole copy, which no rotation
    touches. Raises BackupUnwritten; nothing half made bears its name."""
    there = folder / (f"{WHOLE}{stamp(now)}" if spool else stamp(now))
    part = there.with_name(there.name + _PART)
    try:
        tidy(folder)
        part.mkdir(mode=0o700, parents=True)
        changed_at = _changed_at(store.path)
        _copy_record(store, part / RECORD, now)
        _copy_key(key, part / KEY)
        _verify(store, part / RECORD, whole=bool(spool) or not _made_on(folder, now))
        if spool:  # after the record: what that names is in the spool by now
            mirror(spool, part / SPOOL, link=False)
        os.utime(part / RECORD, ns=(changed_at, changed_at))
        _sync(part)
        _publish(part, there)
        _note(store.path.parent, there)
    except (OSError, sqlite3.Error) as trouble:
        words = getattr(trouble, "strerror", None) or str(trouble)
        raise BackupUnwritten(f"The backup {there} could not be written: {words}.") from trouble
    except StoreUnusable as trouble:
        raise BackupUnwritten(f"The backup {there} could not be written: {trouble}") from trouble
    return there


def _copy_record(store: Record, to: Path, now: datetime) -> None:
    store.copy_to(to)
    with closing(sqlite3.connect(to)) as copy:
        copy.execute("PRAGMA journal_mode = DELETE")  # one plain file
        copy.execute("INSERT OR REPLACE INTO meta VALUES ('copied-at', ?)", (now.isoformat(),))
        copy.commit()


def _copy_key(key: Path, to: Path) -> None:
    if key.exists():  # none is there before the first letter
        os.close(os.open(to, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        to.write_bytes(key.read_bytes())


def _made_on(folder: Path, now: datetime) -> bool:
    """Whether a backup of this day (UTC) is there."""
    return any(each.name[:8] == stamp(now)[:8] for each in _backups(folder))


def _verify(store: Record, copy: Path, *, whole: bool) -> None:
    """Every page of the copy, and every history; but once a day those of closed
    tasks, which do not change and are most of the work."""
    with closing(open_reader(copy, store.fold)) as there:
        wrong = there.verify() if whole else there.verify_open()
    if wrong:
        raise BackupUnwritten(
            f"The store is not in order, so no backup was made, and the older ones were kept: {wrong[0]}"
            " `./run verify` says all."
        )


def _sync(part: Path) -> None:
    for file in (*part.iterdir(), part):
        fsync(file)


def _publish(part: Path, there: Path) -> None:
    part.rename(there)
    fsync(there.parent)


def _note(home: Path, there: Path) -> None:
    """Note where the newest backup lies, for whoever finds the store damaged."""
    aside = home / f"{NEWEST}.new"
    aside.write_text(f"{there.absolute()}\n", encoding="utf-8")
    aside.replace(home / NEWEST)


def tidy(folder: Path) -> None:
    """Remove what a cut left half made or half removed."""
    for left in (*folder.glob(f"*Z{_PART}"), *folder.glob(f"*Z{_GONE}")):
        shutil.rmtree(left, ignore_errors=True)


def kept(stamps: Iterable[str], keep: Keep) -> frozenset[str]:
    """Which of these moments the rotation keeps; never none of some."""
    newest_first = sorted(stamps, reverse=True)
    days: dict[str, str] = {}
    weeks: dict[tuple[int, int], str] = {}
    for each in newest_first:
        at = datetime.strptime(each, _STAMP).replace(tzinfo=UTC)
        days.setdefault(each[:8], each)
        weeks.setdefault(at.isocalendar()[:2], each)
    stay = (*newest_first[: max(keep.hourly, 1)], *[*days.values()][: keep.daily])
    return frozenset((*stay, *[*weeks.values()][: keep.weekly]))


def rotate(folder: Path, keep: Keep) -> int:
    """Remove the backups that the rotation does not keep; how many. Each loses
    its name first, so that a cut leaves no half one that looks whole."""
    tidy(folder)
    there = {each.name: each for each in _backups(folder)}
    gone = there.keys() - kept(there, keep)
    for name in gone:
        aside = there[name].with_name(name + _GONE)
        there[name].rename(aside)
        shutil.rmtree(aside)
    return len(gone)


def _backups(folder: Path) -> list[Path]:
    """The hourly backups; those made by hand are nobody's to rotate."""
    try:
        return [each for each in folder.iterdir() if stamp_of(each) == each.name]
    except OSError:
        return []


def mirror(spool: Path, to: Path, *, link: bool = True) -> int:
    """Bring every file of the spool that `to` lacks; how many. As hard links
    where both lie on one disk, as copies with their moment elsewhere. Raises OSError."""
    new = 0
    for kind in _MIRRORED:
        for file in (spool / kind).rglob("*"):
            there = to / file.relative_to(spool)
            if file.is_file() and file.suffix != _PART and not there.exists():
                there.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
                _bring(file, there, link)
                new += 1
    return new


def _bring(file: Path, there: Path, link: bool) -> None:
    if link:
        try:
            os.link(file, there)
            return
        except OSError:  # another disk, or one without links
            pass
    part = there.with_name(there.name + _PART)
    shutil.copyfile(file, part)
    shutil.copystat(file, part)
    fsync(part)
    part.replace(there)
