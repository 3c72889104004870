"""The parse worker: hostile bytes are read in another process.

A mail that eats time or memory, or kills its reader, kills one child and not
the daemon. It is tried once more in a fresh child, and then held.
"""

import contextlib
import os
import selectors
import signal
import subprocess
import sys
import time
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from types import TracebackType
from typing import IO, Self

from intake.guard import check_raw
from intake.mail import InboundMail
from intake.parse_head import parse_head
from intake.worker_frames import LENGTH, read_answer, request_frame

WALL_LIMIT = timedelta(seconds=5)  # for one mail; `trust.md`, caps
_START_LIMIT = timedelta(seconds=20)  # more for a child's first mail: a cold machine imports slowly
_CHUNK = 256 * 1024
_ANSWER_CAP = 200 * 1024 * 1024  # octets; a longer answer is no answer
# All that the child gets of our environment: what reads hostile bytes must not know our passwords.
_PASSED_ON = (
    "PATH",
    "HOME",
    "LANG",
    "LC_ALL",
    "LC_CTYPE",
    "TZ",
    "VIRTUAL_ENV",
    "PYTHONHOME",
    "LD_LIBRARY_PATH",
)
PLAIN = b"From: a@example.com\r\nSubject: plain\r\n\r\nplain\r\n"
_ROOT = Path(__file__).resolve().parent.parent


class WorkerDown(Exception):
    """No child can read even the plainest mail: the fault is ours, not a mail's.
    The sentence says what to do."""


class _Died(Exception):
    """The child ended, fell silent or spoke nonsense."""


class Worker:
    """One long-lived child that parses mails, started when the first mail comes."""

    def __init__(self, wall_limit: timedelta = WALL_LIMIT, command: tuple[str, ...] = ()) -> None:
        """`wall_limit` is for one mail; `command` replaces the child's program in tests."""
        self._wall_limit = wall_limit
        self._command = command or (sys.executable, "-m", "intake.worker_main")
        self._child: subprocess.Popen[bytes] | None = None

    def parse(self, raw: bytes, arrived_at: datetime) -> InboundMail:
        """Return the parsed mail; `arrived_at` is aware UTC.

        A mail over a cap never reaches the child. One that the child cannot read
        twice, or not within its processor time, comes back with `trouble` and the
        header fields that fit.
        Raises WorkerDown or OSError only where no process can be started.
        """
        reason = check_raw(raw)
        if reason:
            return parse_head(raw, arrived_at, reason)
        frame, trouble = request_frame(raw, arrived_at), "The mail took too long or too much to read, twice."
        for _ in range(2):
            try:
                return self._ask(frame)
            except _Died:
                spent = self._is_spent()
                self.close()
            if spent:
                trouble = "The mail took too long to read."
                break
        self._prove(arrived_at)
        return replace(parse_head(raw, arrived_at, ""), trouble=trouble)

    def _is_spent(self) -> bool:
        """The kernel ended the child at its limit of processor time; another would end there, too."""
        try:
            return self._child is not None and self._child.wait(timeout=0.5) == -signal.SIGXCPU
        except subprocess.TimeoutExpired:
            return False

    def _prove(self, arrived_at: datetime) -> None:
        """A mail is to blame only if a fresh child can read another one."""
        try:
            self._ask(request_frame(PLAIN, arrived_at))
        except _Died as error:
            self.close()
            words = "The process that reads mail cannot work here; mail stays on the server until it can."
            raise WorkerDown(f"{words} Is this checkout whole, and is there memory left?") from error

    def close(self) -> None:
        """End the child, if there is one."""
        child, self._child = self._child, None
        if child is None:
            return
        child.kill()
        for pipe in (child.stdin, child.stdout):
            with contextlib.suppress(OSError):
                if pipe:
                    pipe.close()
        child.wait(timeout=10)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None
    ) -> None:
        self.close()

    @property
    def pid(self) -> int | None:
        """The child's process id, None while there is none."""
        return self._child.pid if self._child else None

    def _ask(self, frame: bytes) -> InboundMail:
        fresh = self._child is None
        child = self._child = self._child or self._start()
        limit = self._wall_limit + (_START_LIMIT if fresh and not self._command_given else timedelta())
        answer = _talk(child, frame, time.monotonic() + limit.total_seconds())
        try:
            return read_answer(answer)
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            raise _Died from error

    @property
    def _command_given(self) -> bool:
        return self._command[1:] != ("-m", "intake.worker_main")

    def _start(self) -> subprocess.Popen[bytes]:
        path = os.pathsep.join(filter(None, (str(_ROOT), os.environ.get("PYTHONPATH", ""))))
        environment = {name: value for name, value in os.environ.items() if name in _PASSED_ON}
        return subprocess.Popen(
            self._command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            cwd=_ROOT,
            env={**environment, "PYTHONPATH": path},
            start_new_session=True,  # Ctrl-C at the terminal must not reach it
        )


def _talk(child: subprocess.Popen[bytes], frame: bytes, deadline: float) -> bytes:
    """Write the frame and read the answer, both before `deadline` (time.monotonic)."""
    asked, answered = child.stdin, child.stdout
    if asked is None or answered is None:
        raise _Died
    os.set_blocking(asked.fileno(), False)
    left, got = memoryview(frame), bytearray()
    with selectors.DefaultSelector() as ready:
        ready.register(asked, selectors.EVENT_WRITE)
        ready.register(answered, selectors.EVENT_READ)
        while not _whole(got):
            wait = deadline - time.monotonic()
            events = ready.select(wait) if wait > 0 else []
            if not events:
                raise _Died
            for key, _ in events:
                if key.fileobj is asked:
                    left = _write(asked, left)
                    if not left:
                        ready.unregister(asked)
                else:
                    got += _read(answered)
    return bytes(got[LENGTH:])


def _write(pipe: IO[bytes], left: memoryview) -> memoryview:
    try:
        return left[os.write(pipe.fileno(), left[:_CHUNK]) :]
    except BlockingIOError:
        return left
    except OSError as error:
        raise _Died from error


def _read(pipe: IO[bytes]) -> bytes:
    octets = os.read(pipe.fileno(), _CHUNK)
    if not octets:
        raise _Died
    return octets


def _whole(got: bytearray) -> bool:
    if len(got) < LENGTH:
        return False
    length = int.from_bytes(got[:LENGTH], "big")
    if length > _ANSWER_CAP:
        raise _Died
    return len(got) >= LENGTH + length
