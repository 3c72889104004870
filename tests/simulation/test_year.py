"""A simulated year: nothing missed, nothing doubled, the same seed the same bytes.

Each seed that ever showed a fault stays in SHOWED, with what it showed; each
such fault has a case of its own in tests/shell/test_outages.py, too, for what a
seed plays changes with the people of folk.py.
"""

import math
import os
import subprocess
import sys
from pathlib import Path
from time import monotonic

import pytest

from tests.house.code import ROOT
from tests.simulation.year import Plot, Tally, Year

SAMPLE = Plot(seed=7, tasks=80, days=60, outages=20, jumps=3, renumberings=1)
WHOLE = Plot(seed=20260601)
SHOWED: tuple[tuple[Plot, str], ...] = (
    (Plot(seed=1, tasks=40, days=60, outages=0, jumps=0, renumberings=0), "work sent back was late at once"),
    (
        Plot(seed=2, tasks=60, days=90, outages=16, jumps=2, renumberings=2),
        "a mail of the round put a reminder off",
    ),
    (Plot(seed=5, tasks=60, days=90, outages=10), "reminders of a review were called missed"),
    (Plot(seed=20260601, tasks=300, days=109), "of two approvals at one moment one was forgotten"),
)
ONE_RUN = """
import logging, sys
from pathlib import Path
from tests.simulation.test_year import SMALL
from tests.simulation.year import Year
logging.disable(logging.CRITICAL)
print(Year(Path(sys.argv[1]), SMALL).run().hash)
"""
SMALL = Plot(seed=3, tasks=12, days=40, outages=6, jumps=1, renumberings=1)


def _live(folder: Path, plot: Plot, until: float = math.inf) -> Tally:
    folder.mkdir(exist_ok=True)
    return Year(folder, plot).run(until)


@pytest.mark.timeout(600)
def test_part_of_a_year(lively: Path) -> None:
    tally = _live(lively, SAMPLE)
    assert tally.faults == []
    assert tally.mails > 2 * SAMPLE.tasks
    assert tally.digests > 200


def whole_year(folder: Path, seconds: float) -> str:
    """For the sweep. A thousand tasks, owners and contractors in ten zones, twenty-four outages
    of minutes to days, both changes of the clocks on both halves of the earth; as
    much of it as there is time for."""
    tally = _live(folder, WHOLE, monotonic() + seconds)
    assert tally.faults == []
    assert tally.days < WHOLE.days or tally.mails > 3000
    return f"{tally.days} of {WHOLE.days} days of the year"


def seed_that_showed_a_fault(folder: Path, plot: Plot, what: str) -> None:
    """For the sweep."""
    assert _live(folder, plot).faults == [], what


@pytest.mark.timeout(600)
def test_same_seed_same_bytes(lively: Path) -> None:
    """In two processes, which order sets and hashes differently."""
    found = set()
    for turn in ("1", "2"):
        folder = lively / turn
        folder.mkdir()
        done = subprocess.run(
            [sys.executable, "-c", ONE_RUN, str(folder)],
            cwd=ROOT,
            env={**os.environ, "PYTHONHASHSEED": turn},
            capture_output=True,
            text=True,
            check=True,
            timeout=280,
        )
        found.add(done.stdout.strip())
    assert len(found) == 1
