"""The ladder in random lives: each rung once or told as skipped, none outside its
reader's hours, one letter of the clock a person a working day.

A seed that ever showed a fault stays in SHOWED.
"""

import pytest

from tests.practices.played import Played
from tests.practices.schedules import schedule

SAMPLE = range(300)
WHOLE = range(10_000)
SHOWED = (
    (42, "a question open over a change of date stopped all letters of the clock"),
    (89, "the same"),
)


def played(seed: int) -> Played:
    return Played(schedule(seed)).play()


@pytest.mark.parametrize("hundred", range(3))
def test_p43_each_rung_once_in_a_sample_of_random_lives(hundred: int) -> None:
    lives = [played(seed) for seed in SAMPLE[hundred * 100 : hundred * 100 + 100]]
    assert {life.life.seed: life.wrong for life in lives if life.wrong} == {}
    assert sum(life.rungs for life in lives) > 200
    assert sum(life.skipped for life in lives) > 5


@pytest.mark.parametrize(("seed", "what"), SHOWED)
def test_seed_that_showed_a_fault(seed: int, what: str) -> None:
    assert played(seed).wrong == [], what


@pytest.mark.sweep
@pytest.mark.timeout(3600)
def test_p43_each_rung_once_in_ten_thousand_random_lives() -> None:
    wrong, rungs, skipped = {}, 0, 0
    for seed in WHOLE:
        life = played(seed)
        rungs, skipped = rungs + life.rungs, skipped + life.skipped
        if life.wrong:
            wrong[seed] = life.wrong
    assert wrong == {}
    assert (rungs > 20_000, skipped > 1_000) == (True, True)
