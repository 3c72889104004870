"""Ten simulated years with faults, and what they leave in memory.

    .venv/bin/python -m bench.soak [--years 10] [--tasks 100]

A house of ten zones lives through them on the real rooms: outages, a mailbox
that renumbers, a server that refuses, kills. Printed after each year: resident
memory (MB, after a collection), open descriptors, and what was done. The world
around the product forgets what is a month old, so that what grows is ours.
"""

import argparse
import ctypes
import gc
import logging
import resource
import time
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.simulation.year import Plot, Year

DAY = timedelta(days=1)
MONTH, YEAR = 30 * DAY, 365 * DAY
MEMORY = Path("/dev/shm")


class Soak(Year):
    """A simulated house whose world forgets."""

    def fault(self, words: str) -> None:
        super().fault(words)
        print(self.tally.faults[-1], flush=True)

    def forget(self) -> None:
        """Closed tasks, old copies of letters, mail that people threw away."""
        self.room.clear(self.true)
        self.box.taken.clear()
        self.box.doubted.clear()
        self.known.clear()
        works = self.oracle.works
        for number in [n for n, w in works.items() if w.closed and self.now - w.closed > MONTH]:
            del works[number]


def resident() -> float:
    """MB of memory that this process holds now (Linux), freed blocks given back."""
    gc.collect()
    ctypes.CDLL(None).malloc_trim(0)
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * resource.getpagesize() / 1e6


def descriptors() -> int:
    return len(list(Path("/proc/self/fd").iterdir()))


def soak(folder: Path, years: int, tasks: int, seed: int) -> int:
    """Live through them; 0 if memory grew by less than 5 % after the first year
    and no descriptor was left open."""
    plot = Plot(seed, tasks * years, 365 * years + 25, 20 * years, years, 2 * years)
    house, begun = Soak(folder, plot), time.monotonic()
    seen: list[tuple[float, int]] = []

    def look(year: int) -> None:
        seen.append((resident(), descriptors()))
        tally, (memory, files) = house.tally, seen[-1]
        print(
            f"year {year:2}: {memory:6.1f} MB, {files} descriptors, {tally.mails} mails, "
            f"{tally.letters} letters, {tally.rounds} rounds, {tally.kills} kills, "
            f"{len(tally.faults)} faults, {time.monotonic() - begun:.0f} s",
            flush=True,
        )

    for year in range(1, years + 1):
        house.plan(plot.start + YEAR * year, lambda year=year: look(year))  # type: ignore[misc]
    for month in range(1, 13 * years):
        house.plan(plot.start + MONTH * month, house.forget)
    house.run()
    (first, files), (last, now_open) = seen[0], seen[-1]
    print(f"memory {last / first - 1:+.1%} from year 1 to year {years}; descriptors {files} -> {now_open}")
    return 0 if last < first * 1.05 and now_open <= files and not house.tally.faults else 1


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--years", type=int, default=10)
    parser.add_argument("--tasks", type=int, default=100, help="tasks a year")
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    logging.disable(logging.CRITICAL)
    with TemporaryDirectory(dir=MEMORY if MEMORY.is_dir() else None) as folder:
        return soak(Path(folder), asked.years, asked.tasks, asked.seed)


if __name__ == "__main__":
    raise SystemExit(main())
