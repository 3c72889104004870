"""The file under the store: made, checked, brought up to date, opened.

Whoever gets a connection from here knows that the file is ours, whole, of
today's version, and that a COMMIT on it survives a power cut (WAL with
synchronous=FULL).
"""

import os
import sqlite3
from collections.abc import Sequence
from pathlib import Path

from store.port import StoreUnusable
from store.remains import refuse_if_lost
from store.schema import APPLICATION_ID, MIGRATIONS, Migration
from store.trouble import damaged, speaking

_MAGIC = b"SQLite format 3\0"
# A whole-file check at every start costs about 1 s per GB; above this size
# (bytes) it is left to `verify`. A cut-off file is found at any size.
_CHECKED_AT_START = 64 * 1024 * 1024


def open_writer(path: Path, migrations: Sequence[Migration] = MIGRATIONS) -> sqlite3.Connection:
    """Open the store's file for the one writer; make it if it is not there.
    Raises StoreUnusable on a damaged, foreign, newer or unwritable one. An
    older one is copied to `<name>.v<version>.backup`, then migrated."""
    with speaking(path):
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        if not path.exists():
            refuse_if_lost(path)
            _create(path, migrations)
        _refuse_foreign(path)
        db = _connect(path)
        try:
            _check(db, path)
            _bring_up_to_date(db, path, migrations)
        except BaseException:
            db.close()
            raise
    return db


def open_for_reading(path: Path, migrations: Sequence[Migration] = MIGRATIONS) -> sqlite3.Connection:
    """Open the file to read only, beside a daemon or with none. Raises
    StoreUnusable if it is not there, damaged, foreign, or of another version."""
    with speaking(path):
        refuse_if_lost(path)
        if not path.exists():
            raise StoreUnusable(f"There is no store at {path} yet. It is made when Handoff first starts.")
        _refuse_foreign(path)
        db = _connect_to_read(path)
        try:
            _refuse_other_version(db, path, len(migrations))
        except BaseException:
            db.close()
            raise
    return db


def open_for_order(path: Path) -> sqlite3.Connection:
    """Open a second, short-lived writing connection beside the daemon's own."""
    with speaking(path):
        _refuse_foreign(path)
        return _connect(path)


def backup(db: sqlite3.Connection, to: Path) -> None:
    """Copy the whole store into the file `to`: there complete, or not at all."""
    part = to.with_name(to.name + ".part")
    _make_empty(part)
    copy = sqlite3.connect(part)
    try:
        db.backup(copy)
    finally:
        copy.close()
    fsync(part)
    part.replace(to)
    fsync(to.parent)


def wal_path(path: Path) -> Path:
    """Where SQLite keeps what is committed, but not yet in the file itself."""
    return path.with_name(path.name + "-wal")


def fsync(path: Path) -> None:
    """Have the disk keep this file, or the names in this folder."""
    fd = os.open(path, os.O_RDONLY)
    try:
        os.fsync(fd)
    finally:
        os.close(fd)


def _connect(path: Path) -> sqlite3.Connection:
    db = sqlite3.connect(
        path, isolation_level=None, timeout=10, check_same_thread=False, cached_statements=256
    )
    db.execute("PRAGMA journal_mode = WAL")
    db.execute("PRAGMA synchronous = FULL")
    db.execute("PRAGMA cache_size = -16384")  # KiB; the tasks in hand, without asking the system again
    db.execute("PRAGMA journal_size_limit = 16777216")  # bytes; the WAL shrinks again after a rush
    return db


def _connect_to_read(path: Path) -> sqlite3.Connection:
    # With no WAL beside it, a file on a read-only disk opens only as immutable.
    quiet = not wal_path(path).exists() and not os.access(path.parent, os.W_OK)
    uri = f"{path.absolute().as_uri()}?mode=ro" + ("&immutable=1" if quiet else "")
    return sqlite3.connect(uri, uri=True, isolation_level=None, timeout=10, check_same_thread=False)


def _create(path: Path, migrations: Sequence[Migration]) -> None:
    """Make the file under another name, then rename it: one that bears the
    store's name is whole, and an empty one is a sign of loss."""
    new = path.with_name(path.name + ".new")
    _make_empty(new)
    db = _connect(new)
    try:
        _migrate(db, 0, migrations)
        _carry_over(db)
    finally:
        db.close()
    new.replace(path)
    fsync(path.parent)


def _carry_over(db: sqlite3.Connection) -> None:
    """Bring all that is in the WAL into the file itself. `close` does it too,
    but says nothing when the disk fails at that, and a file that is renamed
    leaves its WAL behind."""
    (busy, *_) = db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    if busy:
        raise StoreUnusable("Another program holds the new store. Close it and start Handoff again.")


def _make_empty(path: Path) -> None:
    """Begin a file that only its owner may read, without what a power cut left
    of an earlier attempt: SQLite would play such a journal into the new file."""
    for left in ("", "-wal", "-shm", "-journal"):
        path.with_name(path.name + left).unlink(missing_ok=True)
    os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))


def _refuse_foreign(path: Path) -> None:
    with path.open("rb") as file:
        head = file.read(100)
    if not head:
        raise damaged(path, "it is empty")
    if len(head) < 100 or not head.startswith(_MAGIC):
        raise damaged(path, "it does not begin as a store does")
    page_size = int.from_bytes(head[16:18], "big")  # SQLite file format 1.3; so are the next offsets
    if not wal_path(path).exists() and path.stat().st_size % (page_size or 1):
        raise damaged(path, "it ends within a page")  # with a WAL beside it, SQLite mends that itself
    if int.from_bytes(head[68:72], "big") != APPLICATION_ID:
        raise StoreUnusable(
            f"{path} is a database of another program. It was left as it is. Name another file in the config."
        )


def _check(db: sqlite3.Connection, path: Path) -> None:
    db.execute("SELECT count(*) FROM sqlite_master").fetchone()  # SQLite finds a cut-off file here
    if path.stat().st_size <= _CHECKED_AT_START:
        (found,) = db.execute("PRAGMA integrity_check(1)").fetchone()
        if found != "ok":
            raise damaged(path, str(found).replace("\n", " "))


def _bring_up_to_date(db: sqlite3.Connection, path: Path, migrations: Sequence[Migration]) -> None:
    version = _version(db)
    if version < len(migrations):
        backup(db, path.with_name(f"{path.name}.v{version}.backup"))
        _migrate(db, version, migrations)
    _refuse_other_version(db, path, len(migrations))


def _refuse_other_version(db: sqlite3.Connection, path: Path, ours: int) -> None:
    version = _version(db)
    if version > ours:
        raise StoreUnusable(
            f"{path} was written by a newer Handoff: its version is {version}, and this one knows up to "
            f"{ours}. Nothing was changed. Start the newer Handoff, or restore a backup from before it."
        )
    if version < ours:
        raise StoreUnusable(
            f"{path} is of version {version}, and this Handoff reads version {ours}. Start Handoff once: it "
            "keeps a backup and brings the file up to date."
        )


def _version(db: sqlite3.Connection) -> int:
    (version,) = db.execute("PRAGMA user_version").fetchone()
    return int(version)


def _migrate(db: sqlite3.Connection, version: int, migrations: Sequence[Migration]) -> None:
    """Each step and its number in one transaction: cut anywhere, it goes on."""
    for number, migration in enumerate(migrations[version:], version + 1):
        db.execute("BEGIN IMMEDIATE")
        try:
            migration(db)
            db.execute(f"PRAGMA user_version = {number}")
            db.execute("COMMIT")
        except BaseException:
            if db.in_transaction:
                db.execute("ROLLBACK")
            raise
