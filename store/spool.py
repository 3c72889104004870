"""The bytes of every mail, by their hash, before anything is thought about them.

A mail that is spooled cannot be lost any more. Nothing here is named by what a
mail says: the hash of the content is the only name, and what is read back is
hashed again.
"""

import os
import re
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from hashlib import sha256
from itertools import count
from pathlib import Path

from store.medium import fsync
from store.trouble import speaking

_KEY = re.compile(r"[0-9a-f]{64}", re.ASCII)
_MAILS, _FILES, _ORDERS, _UNFINISHED = "mail", "file", "order", "unfinished"


class Spool:
    """A folder of content by hash: raw mails and attached files, two levels of
    folders deep. Its methods raise StoreUnusable when the disk gives way."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._numbers = count(1)

    def put(self, raw: bytes, at: datetime | None = None) -> str:
        """Keep a raw mail durably and return its sha256 (hex). The same bytes
        again change nothing. The moment of its file is when it was taken up,
        which tells the order of the mails to whoever replays them: now, or `at`
        (aware) where it is put there later."""
        return self._keep(_MAILS, raw, at)

    def put_file(self, data: bytes) -> str:
        """Keep the bytes of an attachment; as `put`, in a folder of their own."""
        return self._keep(_FILES, data)

    def put_order(self, words: bytes) -> str:
        """Keep an operator's order, so that a rebuilt store knows it; as `put`."""
        return self._keep(_ORDERS, words)

    def holds(self, key: str) -> bool:
        """Whether a mail or file of this name lies there, whole or not."""
        return any(self._path(kind, key).exists() for kind in (_MAILS, _FILES))

    def forget(self, keys: Iterable[str]) -> int:
        """Remove the mails and files of these names; how many were there."""
        gone = 0
        with speaking(self.folder):
            for key in filter(_KEY.fullmatch, keys):
                for kind in (_MAILS, _FILES):
                    gone += self._path(kind, key).exists()
                    self._path(kind, key).unlink(missing_ok=True)
        return gone

    def files(self) -> Iterator[tuple[datetime, str]]:
        """When each attachment was kept (aware UTC), and its name; in no order."""
        return self._moments(_FILES)

    def mails(self) -> Iterator[tuple[datetime, str]]:
        """When each raw mail was taken up (aware UTC), and its name; in no order."""
        return self._moments(_MAILS)

    def _moments(self, kind: str) -> Iterator[tuple[datetime, str]]:
        with speaking(self.folder):
            for path in self._all(kind):
                yield datetime.fromtimestamp(path.stat().st_mtime_ns / 1e9, UTC), path.name

    def orders(self) -> Iterator[bytes]:
        """The words of each order that was carried out; in no order."""
        with speaking(self.folder):
            for path in self._all(_ORDERS):
                if words := self._read(path, path.name):
                    yield words

    def get(self, key: str) -> bytes | None:
        """The mail or attachment of this sha256 (hex), or None if it is not
        there, is damaged, or `key` is no such hash."""
        if not _KEY.fullmatch(key):
            return None
        for kind in (_MAILS, _FILES):
            found = self._read(self._path(kind, key), key)
            if found is not None:
                return found
        return None

    def keys(self) -> Iterator[str]:
        """The names of all mails and files that lie there, damaged ones too."""
        for kind in (_MAILS, _FILES):
            yield from (path.name for path in self._all(kind))

    def _all(self, kind: str) -> Iterator[Path]:
        return (path for path in (self.folder / kind).rglob("*") if _KEY.fullmatch(path.name))

    def tidy(self) -> int:
        """Remove what a power cut left half written, and return how many. Only
        for the one writer, when it starts."""
        left = 0
        with speaking(self.folder):
            for path in (self.folder / _UNFINISHED).glob("*.part"):
                path.unlink(missing_ok=True)
                left += 1
        return left

    def _path(self, kind: str, key: str) -> Path:
        return self.folder / kind / key[:2] / key[2:4] / key

    def _keep(self, kind: str, content: bytes, at: datetime | None = None) -> str:
        key = sha256(content).hexdigest()
        path = self._path(kind, key)
        with speaking(self.folder):
            if self._read(path, key) is None:
                self._write(path, content, at)
        return key

    def _read(self, path: Path, key: str) -> bytes | None:
        with speaking(self.folder):
            try:
                content = path.read_bytes()
            except FileNotFoundError:
                return None
        return content if sha256(content).hexdigest() == key else None

    def _write(self, path: Path, content: bytes, at: datetime | None) -> None:
        part = self.folder / _UNFINISHED / f"{os.getpid()}-{next(self._numbers)}.part"
        _make(part.parent)
        _make(path.parent)
        fd = os.open(part, os.O_CREAT | os.O_TRUNC | os.O_WRONLY, 0o600)
        try:
            with os.fdopen(fd, "wb") as file:
                file.write(content)
                file.flush()
                if at is not None:
                    os.utime(file.fileno(), (at.timestamp(), at.timestamp()))
                os.fsync(file.fileno())
            part.replace(path)
        except BaseException:
            part.unlink(missing_ok=True)
            raise
        fsync(path.parent)


def _make(folder: Path) -> None:
    """Make a folder, and have the disk keep its name, up to one that is there."""
    if folder.is_dir():
        return
    _make(folder.parent)
    folder.mkdir(mode=0o700, exist_ok=True)
    fsync(folder.parent)
