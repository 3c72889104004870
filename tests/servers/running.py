"""Programs that tests start: on free ports, waited for, and ended without fail."""

import contextlib
import itertools
import os
import secrets
import shutil
import signal
import socket
import subprocess
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

READY_WITHIN = 20.0  # seconds; all of them take less than two


class NotStarted(Exception):
    """A server did not come up; the message holds the end of its log."""


def _numbers() -> Iterator[int]:
    """Ports to try, below those that a kernel hands to outgoing connections (32768
    and up on Linux): nobody gets one between the choice and the server's start, nor
    while a server is down to come again. Each worker of pytest-xdist has its own."""
    worker = int(os.environ.get("PYTEST_XDIST_WORKER", "gw0").removeprefix("gw")) % 4
    first = 10_000 + 5_500 * worker
    start = secrets.randbelow(5_500)
    yield from (first + (start + step) % 5_500 for step in itertools.count())


NUMBERS = _numbers()


def _is_free(port: int) -> bool:
    with socket.socket() as sock, contextlib.suppress(OSError):
        sock.bind(("127.0.0.1", port))
        return True
    return False


def free_ports(count: int) -> list[int]:
    """Ports of the loopback that nobody listens on, all different, and none given twice."""
    return list(itertools.islice(filter(_is_free, NUMBERS), count))


def until(condition: Callable[[], bool], seconds: float = 10.0, *, every: float = 0.01) -> bool:
    """Ask again and again until the condition holds, with a rest of `every` seconds;
    False if it never did in time."""
    end = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > end:
            return False
        time.sleep(every)
    return True


def greets(port: int, greeting: bytes) -> bool:
    """True if a server on the loopback begins with this greeting."""
    try:
        with socket.create_connection(("127.0.0.1", port), 1.0) as sock:
            sock.settimeout(2.0)
            return sock.recv(200).startswith(greeting)
    except OSError:
        return False


class Program:
    """One server process, the first of its own group; ended with all its children."""

    def __init__(self, words: Sequence[str], log: Path, env: dict[str, str] | None = None) -> None:
        # setpriv ends the server even if the tests themselves are killed
        guard = ["setpriv", "--pdeathsig", "TERM"] if shutil.which("setpriv") else []
        self._log = log
        with log.open("ab") as out:
            self.process = subprocess.Popen(
                [*guard, *words],
                stdin=subprocess.DEVNULL,
                stdout=out,
                stderr=out,
                start_new_session=True,
                env={**os.environ, **(env or {})},
            )

    def wait_for(self, port: int, greeting: bytes) -> None:
        """Return when the server greets; raise `NotStarted` if it ends or is late."""
        ended = self.process.poll
        ready = until(lambda: ended() is not None or greets(port, greeting), READY_WITHIN)
        if not ready or ended() is not None:
            self.stop()
            raise NotStarted(self._log.read_text(errors="replace")[-2000:])

    def stop(self) -> None:
        """TERM, and KILL for what is left of its group: children may outlive it
        for as long as a client keeps a connection."""
        with contextlib.suppress(ProcessLookupError):
            self.process.terminate()
        with contextlib.suppress(subprocess.TimeoutExpired):
            self.process.wait(10)
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait(10)
