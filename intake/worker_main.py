"""The parse worker's own program: one mail after another, under limits.

Run as `python -m intake.worker_main`. It reads frames from standard input and
writes frames to standard output, and ends when its input does: it cannot
outlive the daemon that started it.
"""

import math
import os
import resource
import signal
import sys
from pathlib import Path
from typing import BinaryIO

from intake.parse import parse_checked
from intake.worker_frames import LENGTH, answer_frame, read_request

_MEMORY = 384 * 1024 * 1024  # octets of address space above what the program itself takes
_CPU = 2  # seconds for one mail


def main() -> None:
    """Answer frames until the input ends."""
    for ending in (signal.SIGINT, signal.SIGTERM):  # the daemon's to answer; our end is that of our input
        signal.signal(ending, signal.SIG_IGN)
    asked, answered = sys.stdin.buffer, os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # whatever a library prints must not get between the frames
    _limit_memory()
    while (frame := _read_frame(asked)) is not None:
        _allow_cpu()
        raw, arrived_at = read_request(frame)
        answered.write(answer_frame(parse_checked(raw, arrived_at)))
        answered.flush()


def _read_frame(asked: BinaryIO) -> bytes | None:
    head = asked.read(LENGTH)
    if len(head) < LENGTH:
        return None
    length = int.from_bytes(head, "big")
    frame = asked.read(length)
    return frame if len(frame) == length else None


def _limit_memory() -> None:
    try:
        pages = int(Path("/proc/self/statm").read_text("ascii").split()[0])
    except (OSError, ValueError):
        return  # no /proc, so no baseline: the wall limit of the parent still holds
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    resource.setrlimit(resource.RLIMIT_AS, (pages * resource.getpagesize() + _MEMORY, hard))


def _allow_cpu() -> None:
    """Move the CPU limit on, so that each mail has its own; over it the kernel ends us."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    _, hard = resource.getrlimit(resource.RLIMIT_CPU)
    resource.setrlimit(resource.RLIMIT_CPU, (math.ceil(used.ru_utime + used.ru_stime) + _CPU, hard))


if __name__ == "__main__":
    main()
