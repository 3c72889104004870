"""Work that may never end or swell without bound, done by a child that can be killed.

Used for what somebody put on the owner's disk and we must run: their own
templates. A loop without an end, a string of gigabytes or a crash costs the
child, and its parent goes on with a sentence.
"""

import os
import resource
import selectors
import signal
import time
from collections.abc import Callable
from pathlib import Path

CPU_SECONDS = 2  # then `TooLong` is raised where the work stands; a second later the kernel ends it
WALL_SECONDS = 10  # a busy machine may take a while for two seconds of work
MEMORY = 128 * 1024 * 1024  # octets of address space above what the parent has
ANSWER_CAP = 1024 * 1024  # octets


class TooLong(Exception):
    """Raised inside the work when its CPU time is used up, so that it can say where."""


class Overran(Exception):
    """The child gave no answer within its limits; the words say which."""


def in_a_child(work: Callable[[], bytes]) -> bytes:
    """Run `work` in a fork of this process, and return what it returned.

    Whatever it changes is gone with it. Raises Overran where it does not come
    back in time, answers with more than 1 MB, or dies; OSError where there can
    be no child.
    """
    reading, writing = os.pipe()
    try:
        child = os.fork()
    except OSError:
        os.close(reading)
        os.close(writing)
        raise
    if child == 0:
        _work(work, writing)
    os.close(writing)
    try:
        return _answer(reading, time.monotonic() + WALL_SECONDS)
    finally:
        os.close(reading)
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)


def _work(work: Callable[[], bytes], writing: int) -> None:
    """The child's life. It never returns into the parent's code."""
    code = 1
    try:
        # The parent's files, sockets and locks are not ours: a lock must end with the parent.
        os.closerange(3, writing)
        os.closerange(writing + 1, os.sysconf("SC_OPEN_MAX"))
        _limit()
        answer = work()
        os.write(writing, len(answer).to_bytes(8, "big"))
        for at in range(0, min(len(answer), ANSWER_CAP), 65536):
            os.write(writing, answer[at : at + 65536])
        code = 0
    finally:
        os._exit(code)


def _limit() -> None:
    def over(*_: object) -> None:
        raise TooLong

    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    signal.setitimer(signal.ITIMER_REAL, WALL_SECONDS + 1)  # should the parent be killed meanwhile
    signal.signal(signal.SIGXCPU, over)
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS + 1))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    try:
        pages = int(Path("/proc/self/statm").read_text("ascii").split()[0])
    except (OSError, ValueError):
        return  # no /proc, so no baseline: the other limits still hold
    resource.setrlimit(resource.RLIMIT_AS, (pages * resource.getpagesize() + MEMORY,) * 2)


def _answer(reading: int, deadline: float) -> bytes:
    got = bytearray()
    with selectors.DefaultSelector() as ready:
        ready.register(reading, selectors.EVENT_READ)
        while True:
            wait = deadline - time.monotonic()
            if wait <= 0 or not ready.select(wait):
                raise Overran("it took too long")
            octets = os.read(reading, 65536)
            if not octets:
                break
            got += octets
            length = int.from_bytes(got[:8], "big")
            if len(got) >= 8 and length > ANSWER_CAP:
                raise Overran("it wrote more than 1 MB")
    if len(got) < 8 or len(got) != 8 + int.from_bytes(got[:8], "big"):
        raise Overran("it took too long or too much memory")
    return bytes(got[8:])
