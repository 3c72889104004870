"""Few letters: at most one letter of the clock a person and day, over all their tasks; and nobody
who waits is forgotten.

Random offices are played for three to six weeks (few_lives.py), and each letter that the
clock began is judged (few_laws.py), and so is what never came (few_waits.py).
All lives:

    HANDOFF_SWEEP=all .venv/bin/python -m pytest -m sweep tests/practices/test_few_letters.py
"""

from dataclasses import replace
from pathlib import Path

import pytest

from tasks.letters import Kind
from tests.practices.few_laws import WAITED, breaches, known
from tests.practices.few_lives import played
from tests.practices.few_waits import forgotten
from tests.sweeping import LINES, OVER, Try, failed, failures, processes, seconds_for, swept, this_time

SAMPLE = (1, 2, 9)
WHOLE, PIECE = 2_000, 10
STAND_INS = ((7, 22), (8, 22))  # seeds, and days of them, in which owners name who answers meanwhile
# Each showed a breach within so many days: a rest that ended at night; the letter of the week beside one
# of an owner who is a contractor, too; five escalations at one moment.
MENDED = ((10, 16), (13, 15), (35, 11))


def lives(folder: Path, first: int) -> str:
    """For the sweep: ten lives, each also with stand-ins, and how many letters of the clock were judged."""
    judged = 0
    for seed in range(first, first + PIECE):
        life = played(seed)
        assert breaches(life) + forgotten(life) == [], seed
        other = played(seed, stand_ins=True)
        assert breaches(other) + forgotten(other) == [], f"{seed}, with stand-ins"
        judged += sum(s.clocked for one in (life, other) for s in one.sent)
    return str(judged)


def test_p33_each_kind_of_letter_has_its_place_in_the_law() -> None:
    assert known() == frozenset(Kind)


@pytest.mark.parametrize("seed", SAMPLE)
@pytest.mark.timeout(120)
def test_p33_one_letter_of_the_clock_a_day_in_a_sample_of_random_offices(seed: int) -> None:
    life = played(seed)
    assert breaches(life) == []
    assert forgotten(life) == []
    assert sum(s.clocked for s in life.sent) > 20


@pytest.mark.parametrize(("seed", "days"), STAND_INS)
@pytest.mark.timeout(120)
def test_p33_one_letter_of_the_clock_a_day_also_for_who_answers_for_somebody(seed: int, days: int) -> None:
    """What waited for a person who was away as well comes when they are back, once; a letter
    that the clock brought to them at another moment, or twice, would be one too many."""
    life = played(seed, days, stand_ins=True)
    assert breaches(life) == []
    assert forgotten(life) == []
    asked = [s for s in life.sent if s.stands_in and s.kind in WAITED]
    assert asked != []
    wrong = [replace(s, clocked=True) if s in asked else s for s in life.sent]
    assert "no clock may bring this" in " ".join(breaches(replace(life, sent=wrong)))
    clocked = replace(asked[0], kind="reminder", clocked=True)
    assert breaches(replace(life, sent=[*life.sent, clocked, clocked])) != []


@pytest.mark.parametrize(("seed", "days"), MENDED)
@pytest.mark.timeout(120)
def test_seed_that_showed_a_breach_shows_none(seed: int, days: int) -> None:
    life = played(seed, days)
    assert breaches(life) == []
    assert forgotten(life) == []


def test_both_judges_find_what_is_wrong() -> None:
    """A letter twice is one too many; without digests and reminders somebody is forgotten."""
    life = played(2)
    assert breaches(replace(life, sent=[x for s in life.sent for x in (s, s)])) != []
    told = [s for s in life.sent if s.kind not in ("digest", "owed-answer", "late", "overdue", "week")]
    owed = " ".join(forgotten(replace(life, sent=told)))
    assert "olga owes" in owed and "a look" in owed


@pytest.mark.sweep
@pytest.mark.timeout(6000)
def test_p33_one_letter_of_the_clock_a_day_in_all_random_offices() -> None:
    pieces = [Try(f"offices from {n}", lives, (n,)) for n in range(0, WHOLE, PIECE)]
    with processes(2) as workers:
        tried = swept(this_time(pieces), workers, seconds_for("random offices"), least=2, leave=OVER)
    judged = sum(int(one.note or 0) for one in tried)
    LINES.append(
        f"random offices: {len(tried) * PIECE} of {WHOLE} played, {judged} letters of the clock judged; "
        f"{failed(tried)} pieces failed"
    )
    assert failures(tried) == ""
