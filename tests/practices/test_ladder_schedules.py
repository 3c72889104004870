"""The ladder in random lives: each rung once or told as skipped, none outside its
reader's hours, one letter of the clock a person a working day.

A seed that ever showed a fault stays in SHOWED. All 10 000 lives, with their count
of rungs and their time:

    HANDOFF_SWEEP=all .venv/bin/python -m pytest -m sweep tests/practices/test_ladder_schedules.py
"""

from collections import Counter
from pathlib import Path

import pytest

from tests.practices.played import Played
from tests.practices.schedules import schedule
from tests.sweeping import LINES, OVER, Try, failed, failures, processes, seconds_for, swept, this_time

SAMPLE = range(300)
WHOLE = 10_000
PIECE = 100  # lives that are tried one after the other
SHOWED = (
    (42, "a question open over a change of date stopped all letters of the clock"),
    (89, "the same"),
    (1754, "a question after the approval counts when the work is sent back"),
    (5468, "a checkpoint and the reminder of the date at one moment: the reminder is the letter"),
)


def played(seed: int) -> Played:
    return Played(schedule(seed)).play()


def lives(folder: Path, first: int) -> str:
    """For the sweep: a hundred lives, and how many rungs came due and were skipped."""
    found = [played(seed) for seed in range(first, first + PIECE)]
    assert {life.life.seed: life.wrong for life in found if life.wrong} == {}
    return f"{sum(life.rungs for life in found)} {sum(life.skipped for life in found)}"


@pytest.mark.parametrize("first", range(0, len(SAMPLE), PIECE))
@pytest.mark.timeout(300)
def test_p43_each_rung_once_in_a_sample_of_random_lives(first: int, tmp_path: Path) -> None:
    rungs, skipped = map(int, lives(tmp_path, first).split())
    assert rungs > 500
    assert skipped > 5


@pytest.mark.parametrize(("seed", "what"), SHOWED)
def test_seed_that_showed_a_fault(seed: int, what: str) -> None:
    assert played(seed).wrong == [], what


@pytest.mark.sweep
@pytest.mark.timeout(6000)
def test_p43_each_rung_once_in_ten_thousand_random_lives() -> None:
    pieces = [Try(f"lives from {n}", lives, (n,)) for n in range(0, WHOLE, PIECE)]
    with processes(2) as workers:
        tried = swept(this_time(pieces), workers, seconds_for("random lives"), least=4, leave=OVER)
    counts = Counter[str]()
    for one in tried:
        counts.update(dict(zip(("rungs", "skipped"), map(int, (one.note or "0 0").split()), strict=True)))
    LINES.append(
        f"random lives: {len(tried) * PIECE} of {WHOLE} played, {counts['rungs']} rungs came due, "
        f"{counts['skipped']} of them skipped and told; {failed(tried)} pieces failed"
    )
    assert failures(tried) == ""
