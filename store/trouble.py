"""What to say when the disk or the file under the store gives way.

SQLite's and the system's own words name a symptom. The person who runs Handoff
needs: what happened, that nothing is half written, and what to do now.
"""

import errno
import sqlite3
from pathlib import Path
from types import TracebackType

from store.port import StoreUnusable
from store.remains import ways_on

_FULL = "The disk that holds {path} is full. Nothing of this was written. Make room; Handoff then goes on."
_READ_ONLY = (
    "{path} cannot be written: the disk, the folder or the file is read-only. Nothing was written. "
    "Give the user who runs Handoff the right to write there, or name another place in the config."
)
_DAMAGED = "{path} is damaged or cut short ({detail}). It was left as it is. {ways_on}"
_BUSY = "Another program has held {path} locked for 10 seconds. Nothing was written. Close it and try again."
_BROKEN = (
    "The disk under {path} reports trouble ({detail}). What was confirmed before is kept, the rest was not "
    "written. Look at the disk, then start Handoff again."
)
_NO_WAY = (
    "{path} cannot be opened ({detail}). Check that its folder exists and that the user who runs Handoff "
    "may read and write there."
)

# By the beginning of SQLite's name of the result code; the first that fits.
_SQLITE: tuple[tuple[str, str], ...] = (
    ("SQLITE_FULL", _FULL),
    ("SQLITE_READONLY", _READ_ONLY),
    ("SQLITE_CORRUPT", _DAMAGED),
    ("SQLITE_NOTADB", _DAMAGED),
    ("SQLITE_BUSY", _BUSY),
    ("SQLITE_LOCKED", _BUSY),
    ("SQLITE_CANTOPEN", _NO_WAY),
    ("SQLITE_PERM", _NO_WAY),
    ("SQLITE_IOERR", _BROKEN),
)
# The module says this without a code: a bit of a text was flipped on the disk.
_NO_TEXT = "Could not decode to UTF-8"
_SYSTEM: dict[int, str] = {
    errno.ENOSPC: _FULL,
    errno.EDQUOT: _FULL,
    errno.EROFS: _READ_ONLY,
    errno.EIO: _BROKEN,
}


class _Speaking:
    """What `speaking` gives. A class and no generator: every read of the store
    passes here, and a generator would cost more than many of the reads."""

    __slots__ = ("_path",)

    def __init__(self, path: Path) -> None:
        self._path = path

    def __enter__(self) -> None:
        return None

    def __exit__(
        self, kind: type[BaseException] | None, trouble: BaseException | None, trace: TracebackType | None
    ) -> None:
        if isinstance(trouble, sqlite3.DatabaseError):
            name = getattr(trouble, "sqlite_errorname", "")
            pattern = next((words for start, words in _SQLITE if name.startswith(start)), "")
            if str(trouble).startswith(_NO_TEXT):
                pattern = _DAMAGED
            if pattern:
                raise StoreUnusable(_words(pattern, self._path, str(trouble))) from trouble
        elif isinstance(trouble, OSError):
            pattern = _SYSTEM.get(trouble.errno or 0, _NO_WAY)
            raise StoreUnusable(_words(pattern, self._path, trouble.strerror or str(trouble))) from trouble


def speaking(path: Path) -> _Speaking:
    """Turn trouble of the medium under `path`, in the block, into a StoreUnusable
    that says what to do. Bugs of ours (a closed connection, wrong SQL) pass
    unchanged."""
    return _Speaking(path)


def damaged(path: Path, detail: str) -> StoreUnusable:
    """The refusal of a store file that cannot be trusted; names the backup."""
    return StoreUnusable(_words(_DAMAGED, path, detail))


def _words(pattern: str, path: Path, detail: str) -> str:
    return pattern.format(path=path, detail=detail, ways_on=ways_on(path))
