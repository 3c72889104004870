"""Handoff: the shell around the rooms.

It alone reads the clock and catches signals; all else is handed a moment. The
commands are rows in shell/cli.py.
"""

import os
import resource
import signal
import sys
import threading
from datetime import UTC, datetime
from pathlib import Path
from types import FrameType

from shell.cli import main


def clock() -> datetime:
    """Now, as aware UTC."""
    return datetime.now(UTC)


def demo(out: Path, *, stay: bool, json: bool) -> int:
    """Play the demo week; its parts are loaded only when it is asked for."""
    from demo.week import play

    return play(out, stay=stay, json=json)


def start(argv: list[str]) -> int:
    """Run one command. The first SIGINT or SIGTERM lets the mail in hand
    finish, the second ends at once."""
    stop = threading.Event()

    def end(number: int, frame: FrameType | None) -> None:
        if stop.is_set():
            raise SystemExit(128 + number)
        stop.set()

    os.umask(0o077)  # all that we write is its owner's alone: logs, exports, what libraries make
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))  # a core dump would hold the passwords
    signal.signal(signal.SIGTERM, end)
    signal.signal(signal.SIGINT, end)
    return main(argv, clock, stop, demo)


if __name__ == "__main__":
    sys.exit(start(sys.argv[1:]))
