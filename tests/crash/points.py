"""Numbered points inside the daemon's process, where no strace may be.

Each call by which Python itself changes something outside (a file's bytes and
name, a statement of SQLite, bytes to a server) is a point: the process can be
killed just before it, or meet a fault of the disk there.
"""

import errno
import os
import signal
import socket
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

READING = ("SELECT", "PRAGMA")
FAULTS = {"ENOSPC": errno.ENOSPC, "EIO": errno.EIO}


class Fuse:
    """Keeps the names of the points in a file, and acts at number `cut` (from 1)
    of those that are called `name`."""

    def __init__(self, names: Path, name: str, cut: int, fault: str) -> None:
        self._names, self._name, self._cut, self._fault = names.open("ab", 0), name, cut, fault
        self._count = 0

    def point(self, name: str) -> None:
        """A point is passed. Raises the fault, or does not return."""
        self._names.write(f"{name}\n".encode())
        self._count += name == self._name
        if name != self._name or self._count != self._cut:
            return
        if not self._fault:
            os.kill(os.getpid(), signal.SIGKILL)
        if name.startswith("sqlite"):
            full = self._fault == "ENOSPC"
            raise _sqlite_trouble("SQLITE_FULL" if full else "SQLITE_IOERR_WRITE")
        if not name.startswith("send"):
            number = FAULTS[self._fault]
            raise OSError(number, os.strerror(number))

    def before(self, name: str, work: Callable[..., Any]) -> Callable[..., Any]:
        """This call, with a point before it."""

        def wired(*args: Any, **more: Any) -> Any:
            self.point(name)
            return work(*args, **more)

        return wired


def wire(names: Path, name: str, cut: int, fault: str) -> None:
    """Put points into this process, from now on until it ends."""
    fuse = Fuse(names, name, cut, fault)
    for name in ("fsync", "replace", "rename", "unlink", "ftruncate", "pwrite", "mkdir"):
        setattr(os, name, fuse.before(name, getattr(os, name)))
    socket.socket.sendall = fuse.before("send", socket.socket.sendall)  # type: ignore[method-assign]
    _wire_sqlite(fuse)


def _wire_sqlite(fuse: Fuse) -> None:
    class Connection(sqlite3.Connection):
        def execute(self, sql: str, *args: Any) -> sqlite3.Cursor:
            verb = sql.split(None, 1)[0]
            if verb not in READING:
                fuse.point(f"sqlite {verb}")
            done = super().execute(sql, *args)
            if verb == "COMMIT":
                fuse.point("sqlite after COMMIT")
            return done

    plain = sqlite3.connect

    def connect(*args: Any, **more: Any) -> sqlite3.Connection:
        more.setdefault("factory", Connection)
        opened: sqlite3.Connection = plain(*args, **more)
        return opened

    sqlite3.connect = connect  # type: ignore[assignment]


def _sqlite_trouble(name: str) -> sqlite3.OperationalError:
    trouble = sqlite3.OperationalError("the disk of the test")
    trouble.sqlite_errorname = name
    return trouble
