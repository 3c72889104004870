"""Reading what a running program prints, with a limit of time."""

import os
import select
import time
from typing import IO


class Outlet:
    """The output of a process, read as far as it has come."""

    def __init__(self, pipe: IO[bytes]) -> None:
        self._pipe, self._read = pipe, b""

    def until(self, end: bytes, seconds: float) -> bytes:
        """Everything up to and with `end`. Fails when it has not come in time."""
        limit = time.monotonic() + seconds
        while not self._read.endswith(end):
            left = limit - time.monotonic()
            ready, _, _ = select.select([self._pipe], [], [], max(left, 0))
            piece = os.read(self._pipe.fileno(), 65536) if ready else b""
            assert piece, f"no {end!r} came; so far: {self._read[-500:]!r}"
            self._read += piece
        return self._read
