"""Starts the daemon again and again, quickly: everything is imported once, and
each start is a fork that runs the real `daemon.py` with a clock of its own.

Run as `python -m tests.crash.hatchery`. Each line of its input is a `Start` as
JSON, and for each it answers with one line when that daemon has ended. The
reader of mails, a process of its own, is forked as well. Nothing else of the
daemon is changed, but by the `points` and the `order` that a start names.
"""

import gc
import io
import json
import logging
import os
import signal
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from functools import lru_cache
from pathlib import Path
from tempfile import TemporaryDirectory
from types import TracebackType
from typing import Any, Self

ROOT = Path(__file__).resolve().parents[2]
LIMIT = 60  # seconds; a round takes a part of one


@dataclass(frozen=True, slots=True)
class Start:
    """One start of the daemon: `words` of its command line, at `now` (ISO 8601),
    what it says into the file `said`. `strace` are options of strace, which
    then holds the process. `points` is the file for the names of the points
    inside it; at number `cut` (from 1; 0: never) of those called `point` the
    daemon is killed, or meets the fault `fault`. `order` is a wrong order of work.
    `stdin` is the file that it reads as its standard input."""

    words: tuple[str, ...]
    now: str
    said: str
    strace: tuple[str, ...] = ()
    points: str = ""
    point: str = ""
    cut: int = 0
    fault: str = ""
    order: str = ""
    stdin: str = ""


class Hatchery:
    """The tests' end: a running hatchery, and how to have it start a daemon."""

    def __init__(self) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.crash.hatchery"],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env={**os.environ, "PW": "open", "PYTHONHASHSEED": "0", "PYTHONDONTWRITEBYTECODE": "1"},
        )

    def start(self, wish: Start) -> int:
        """Run one daemon to its end: its exit code, or minus the signal that
        ended it."""
        asked, answered = self._process.stdin, self._process.stdout
        assert asked is not None and answered is not None
        asked.write(json.dumps(asdict(wish)) + "\n")
        asked.flush()
        line = answered.readline()
        assert line, "the hatchery is gone"
        return int(line)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None
    ) -> None:
        self._process.kill()
        self._process.communicate(timeout=LIMIT)


def main() -> None:
    _import_everything()
    for line in sys.stdin:
        wish = json.loads(line)
        code = _hatch(Start(**{**wish, "words": tuple(wish["words"]), "strace": tuple(wish["strace"])}))
        os.write(1, f"{code}\n".encode())


def _import_everything() -> None:
    """What each start would load and make again: modules, the readers of
    stored rows, templates, zones, patterns. A day of an office warms them up."""
    import daemon  # noqa: F401
    import intake.worker_main  # noqa: F401
    from outbound.templates_loader import OURS, environment
    from tests.crash import bad_orders, points  # noqa: F401
    from tests.shell.office import Office, one

    for file in OURS.glob("*.*"):
        if file.is_file():
            environment().get_template(file.name)
    with TemporaryDirectory() as folder:
        office = Office(Path(folder), one_process=True)
        office.mail(
            "Stephanie <stephanie@example.com>", "tasks+joy@example.com", "Fence", "Paint it by Friday."
        )
        office.reply(one(office.letters(), "assignment"), "accept\n\nWhich colour?")
        office.pass_time(office.now + timedelta(days=5), timedelta(days=1))
        office.close()
    _keep_what_is_slow()
    gc.freeze()


def _keep_what_is_slow() -> None:
    """What a start reads from the machine and never changes: the names of all
    zones, and the authorities of TLS, which nobody uses here."""
    import settings.zones as zones
    from wire.tls import trusting

    zones.available_timezones = lru_cache(zones.available_timezones)  # type: ignore[attr-defined]
    zones.available_timezones()  # type: ignore[attr-defined]
    trusting(None)


def _hatch(wish: Start) -> int:
    ear, mouth = os.pipe()
    pid = os.fork()
    if not pid:
        os.close(mouth)
        _live(wish, ear)
    os.close(ear)
    tracer = _traced(pid, wish.strace) if wish.strace else None
    os.write(mouth, b"go")
    os.close(mouth)
    _, status = os.waitpid(pid, 0)
    if tracer:
        tracer.communicate(timeout=LIMIT)
    return os.waitstatus_to_exitcode(status)


def _traced(pid: int, options: Sequence[str]) -> "subprocess.Popen[str]":
    """strace on this process. Returns when it holds it."""
    tracer = subprocess.Popen(
        ["strace", "-p", str(pid), *options], stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True
    )
    assert tracer.stderr is not None
    words = tracer.stderr.readline()
    if "attached" not in words:
        os.kill(pid, signal.SIGKILL)
        raise SystemExit(f"strace may not hold a process here: {words}")
    return tracer


def _live(wish: Start, ear: int) -> None:
    """The daemon's life, in the forked process: it does not return."""
    signal.alarm(LIMIT)
    sys.stdin = io.TextIOWrapper(io.BytesIO(Path(wish.stdin).read_bytes() if wish.stdin else b""))
    with Path(wish.said).open("ab") as said:
        os.dup2(said.fileno(), 1)
        os.dup2(said.fileno(), 2)
    if wish.strace:
        _let_be_traced()
    os.read(ear, 2)
    os.close(ear)
    code = 70
    try:
        code = _daemon(wish)
    except SystemExit as left:
        code = left.code if isinstance(left.code, int) else 1
    except BaseException:  # noqa: BLE001  as Python itself would do at the end of a program
        sys.excepthook(*sys.exc_info())
        code = 1
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        logging.shutdown()
        os._exit(code)


def _daemon(wish: Start) -> int:
    import daemon
    from tests.crash import bad_orders, points

    _fork_the_reader()
    if wish.order:
        bad_orders.ORDERS[wish.order]()
    if wish.points:
        points.wire(Path(wish.points), wish.point, wish.cut, wish.fault)
    now = datetime.fromisoformat(wish.now)
    daemon.clock = lambda: now
    return daemon.start(list(wish.words))


def _let_be_traced() -> None:
    """Where the kernel lets only parents trace (Yama), allow it to anybody."""
    import ctypes

    ctypes.CDLL(None).prctl(0x59616D61, ctypes.c_ulong(-1 & 0xFFFFFFFFFFFFFFFF), 0, 0, 0)


class _Reader:
    """What the daemon needs of a child process, for one that was forked."""

    def __init__(self) -> None:
        asked, self.stdin = _pipe()
        self.stdout, answered = _pipe(reading=True)
        self.pid = os.fork()
        if not self.pid:
            os.dup2(asked, 0)
            os.dup2(answered, 1)
            os.closerange(3, 256)
            _read_mails()
        os.close(asked)
        os.close(answered)

    def kill(self) -> None:
        os.kill(self.pid, signal.SIGKILL)

    def wait(self, timeout: float) -> None:
        os.waitpid(self.pid, 0)


def _pipe(*, reading: bool = False) -> Any:
    """A pipe as (descriptor, file) for writing to a child, or (file, descriptor)
    for reading from it."""
    ear, mouth = os.pipe()
    return (open(ear, "rb", 0), mouth) if reading else (ear, open(mouth, "wb", 0))  # noqa: PTH123


def _read_mails() -> None:
    from intake import worker_main

    signal.alarm(0)
    sys.stdin = io.TextIOWrapper(open(0, "rb"))  # noqa: PTH123, SIM115
    try:
        worker_main.main()
    finally:
        os._exit(0)


def _fork_the_reader() -> None:
    """Fork the process that reads mails in place of starting a Python for it."""
    from intake.worker import Worker

    Worker._start = lambda _: _Reader()  # type: ignore[assignment,method-assign,return-value]


if __name__ == "__main__":
    main()
