"""The quarter of an hour of `./run test --sweep`, and how its parts share it.

Each part gets its share of the time that is left when it begins. It tries its
cases in an order of which every beginning is spread evenly over all of them, and
which begins somewhere else in each run (HANDOFF_SWEEP_SEED repeats one). What it
did not come to is said at the end. With HANDOFF_SWEEP=all nothing is left out.
"""

import logging
import math
import os
import time
import traceback
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path
from queue import Empty, SimpleQueue
from tempfile import TemporaryDirectory
from typing import TypeVar

C = TypeVar("C")
R = TypeVar("R")
MEMORY = Path("/dev/shm")
WHOLE = 720.0  # seconds; what is left of the quarter of an hour is for what was begun, and for the start
FOR_THE_REST = 120.0  # seconds that no part takes from those after it
OVER = -90.0  # so long after the time is up the small parts at the end may still do their least
SHARES = {
    "IMAP": 24,
    "Maildir": 14,
    "pipe": 14,
    "inside": 8,
    "ENOSPC once": 4,
    "ENOSPC from then on": 3,
    "EIO once": 4,
    "EIO from then on": 3,
    "single faults and simulation": 24,
    "hostile fields": 7,
    "random lives": 6,
    "random offices": 4,
}
EVERYTHING = os.environ.get("HANDOFF_SWEEP") == "all"
SEED = int(os.environ.get("HANDOFF_SWEEP_SEED") or time.time_ns() // 1000 % 1000)
LINES: list[str] = []  # said when all tests are over
_BEGAN = time.monotonic()
_to_come = dict(SHARES)


def seconds_for(part: str) -> float:
    """The share of a part that begins now; no end where everything is wanted."""
    weight = _to_come.pop(part)
    share = weight / (weight + sum(_to_come.values()))
    return math.inf if EVERYTHING else max(0.0, _left() * share)


def _left() -> float:
    return WHOLE - (time.monotonic() - _BEGAN)


def spread(cases: Sequence[C], turn: float = 0) -> list[C]:
    """The cases in an order of which every beginning is spread evenly over all
    of them: the fractions of multiples of the golden ratio never crowd. `turn`
    (0 to 1) is where it begins."""
    order = sorted(range(len(cases)), key=lambda i: (i * 0.618033988749895 + turn) % 1)
    return [cases[i] for i in order]


def this_time(cases: Sequence[C]) -> list[C]:
    """The same, from where this run begins."""
    return spread(cases, SEED / 1000)


def swept(
    cases: Sequence[C],
    workers: Sequence[Callable[[C], R]],
    seconds: float,
    least: int = 0,
    leave: float = FOR_THE_REST,
) -> list[R]:
    """Have workers beside each other try these cases, one after the other, until
    they or the time are over: what came of those that were tried. A busy machine
    goes on up to `least` cases, and takes the time from the parts to come, of which
    it leaves them so many seconds."""
    until = time.monotonic() + seconds
    waiting: SimpleQueue[C] = SimpleQueue()
    for case in cases:
        waiting.put(case)

    def goes_on() -> bool:
        too_few = len(cases) - waiting.qsize() < least
        return time.monotonic() < until or (too_few and _left() > leave)

    def work(worker: Callable[[C], R]) -> list[R]:
        found = []
        while goes_on():
            try:
                found.append(worker(waiting.get_nowait()))
            except Empty:
                break
        return found

    with ThreadPoolExecutor(len(workers)) as pool:
        return [result for done in pool.map(work, workers) for result in done]


@dataclass(frozen=True)
class Tried:
    """What became of a `Try`: what went `wrong` ("": nothing), and a `note`."""

    name: str
    wrong: str = ""
    note: str = ""


@dataclass(frozen=True)
class Try:
    """A test without pytest: `work` is called with a folder in memory and `args`,
    asserts, and may have something to say."""

    name: str
    work: Callable[..., str | None]
    args: tuple[object, ...] = ()

    def __call__(self) -> Tried:
        try:
            with TemporaryDirectory(prefix="handoff-", dir=MEMORY if MEMORY.is_dir() else None) as folder:
                return Tried(self.name, note=self.work(Path(folder), *self.args) or "")
        except Exception:  # noqa: BLE001  whatever fails is told at the end, and the rest goes on
            return Tried(self.name, wrong=traceback.format_exc())


def failed(tried: Sequence[Tried]) -> int:
    """How many of these went wrong."""
    return sum(bool(one.wrong) for one in tried)


def failures(tried: Sequence[Tried]) -> str:
    """What went wrong in each of those that did, "" where none did."""
    return "\n\n".join(f"{one.name}\n{one.wrong}" for one in tried if one.wrong)


@contextmanager
def processes(count: int) -> Iterator[list[Callable[[Try], Tried]]]:
    """Workers that try in processes of their own."""
    with ProcessPoolExecutor(count, get_context("spawn"), initializer=_be_quiet) as pool:

        def worker(one: Try) -> Tried:
            return pool.submit(one).result(timeout=1800)

        yield [worker] * count


def _be_quiet() -> None:
    logging.disable(logging.CRITICAL)
