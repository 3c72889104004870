"""One writer at a time.

Two daemons on one store would each file the same mail. The lock is the
kernel's (flock), so a killed daemon leaves none behind; the number in the file
is only there to tell a person who holds it.
"""

import fcntl
import os
import time
from pathlib import Path

from store.port import StoreUnusable
from store.trouble import speaking

# A look at the lock by `running` lasts microseconds; a daemon lasts. Seconds.
_PATIENCE = 1.0


def lock_path(path: Path) -> Path:
    return path.with_name(path.name + ".lock")


def take_lock(path: Path) -> int:
    """Take the writer's lock of the store at `path` and return its descriptor,
    to be closed when done. Raises StoreUnusable if another process has it, or the
    disk gives way."""
    with speaking(lock_path(path)):
        fd = os.open(lock_path(path), os.O_RDWR | os.O_CREAT, 0o600)
    until = time.monotonic() + _PATIENCE
    while not _try(fd, fcntl.LOCK_EX):
        if time.monotonic() > until:
            holder = _holder(fd)
            os.close(fd)
            raise StoreUnusable(
                f"Another Handoff (process {holder}) works with {path}. Nothing was changed. Stop that one "
                "first, or give this one a store of its own in the config."
            )
        time.sleep(0.02)
    try:
        with speaking(lock_path(path)):
            os.ftruncate(fd, 0)
            os.pwrite(fd, f"{os.getpid()}\n".encode(), 0)
    except StoreUnusable:
        os.close(fd)
        raise
    return fd


def running(path: Path) -> int:
    """Return the process id of the daemon that works with the store at `path`,
    or 0 if none does."""
    try:
        fd = os.open(lock_path(path), os.O_RDONLY)
    except OSError:
        return 0
    try:
        return 0 if _try(fd, fcntl.LOCK_SH) else _holder(fd)
    finally:
        os.close(fd)


def _try(fd: int, how: int) -> bool:
    try:
        fcntl.flock(fd, how | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def _holder(fd: int) -> int:
    text = os.pread(fd, 32, 0).strip()
    return int(text) if text.isdigit() else 0
