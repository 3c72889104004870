"""Few letters: at most one letter of the clock a person and day, over all their tasks.

Random offices are played for three to six weeks (few_lives.py), and each letter that the
clock began is judged (few_laws.py).
All lives:

    HANDOFF_SWEEP=all .venv/bin/python -m pytest -m sweep tests/practices/test_few_letters.py
"""

from pathlib import Path

import pytest

from tasks.letters import Kind
from tests.practices.few_laws import breaches, known
from tests.practices.few_lives import played
from tests.sweeping import LINES, Try, failed, failures, processes, seconds_for, swept, this_time

SAMPLE = range(8)
WHOLE, PIECE = 2_000, 10
# Each showed a breach: a rest that ended at night; an owner who is a contractor, too; escalations.
MENDED = (10, 13, 35)


def lives(folder: Path, first: int) -> str:
    """For the sweep: ten lives, and how many letters of the clock were judged."""
    judged = 0
    for seed in range(first, first + PIECE):
        life = played(seed)
        assert breaches(life) == [], seed
        judged += sum(s.clocked for s in life.sent)
    return str(judged)


def test_p33_each_kind_of_letter_has_its_place_in_the_law() -> None:
    assert known() == frozenset(Kind)


@pytest.mark.parametrize("seed", SAMPLE)
@pytest.mark.timeout(120)
def test_p33_one_letter_of_the_clock_a_day_in_a_sample_of_random_offices(seed: int) -> None:
    life = played(seed)
    assert breaches(life) == []
    assert sum(s.clocked for s in life.sent) > 20


@pytest.mark.parametrize("seed", MENDED)
@pytest.mark.timeout(120)
def test_seed_that_showed_a_breach_shows_none(seed: int) -> None:
    assert breaches(played(seed)) == []


@pytest.mark.sweep
@pytest.mark.timeout(6000)
def test_p33_one_letter_of_the_clock_a_day_in_all_random_offices() -> None:
    pieces = [Try(f"offices from {n}", lives, (n,)) for n in range(0, WHOLE, PIECE)]
    with processes(2) as workers:
        tried = swept(this_time(pieces), workers, seconds_for("random offices"), least=2)
    judged = sum(int(one.note or 0) for one in tried)
    LINES.append(
        f"random offices: {len(tried) * PIECE} of {WHOLE} played, {judged} letters of the clock judged; "
        f"{failed(tried)} pieces failed"
    )
    assert failures(tried) == ""
