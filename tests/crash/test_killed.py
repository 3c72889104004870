"""A sample of the sweep: killed at some points of a week, and nothing is lost.

`./run test --sweep` tries them all.
"""

from collections.abc import Sequence

import pytest

from tests.crash.conftest import Stand
from tests.crash.sweep import INSIDE, Outcome, Point, spread

pytestmark = pytest.mark.timeout(400)


def sampled(points: Sequence[Point], count: int) -> list[Point]:
    assert len(points) >= count
    return spread(points)[:count]


def strike(stand: Stand, points: Sequence[Point]) -> list[Outcome]:
    return [stand.lane.strike(stand.played, point) for point in points]


def of(stand: Stand, *calls: str) -> list[Point]:
    return [p for p in stand.played.points() if p.call in calls]


@pytest.mark.needs("strace")
def test_killed_at_some_calls_of_the_system(stand: Stand) -> None:
    if not stand.traced:
        pytest.skip("strace may not hold a process here (ptrace is refused)")
    points = sampled(of(stand, "pwrite64", "write"), 4) + sampled(of(stand, "sendto"), 3)
    points += sampled(of(stand, "fsync", "fdatasync"), 3) + sampled(
        of(stand, "unlink", "rename", "ftruncate"), 3
    )
    outcomes = strike(stand, points)
    assert [o for o in outcomes if o.broken] == []
    assert [o for o in outcomes if not o.struck] == []


def test_killed_at_some_points_inside_the_process(stand: Stand) -> None:
    outcomes = strike(stand, sampled(list(stand.played.points(inside=True)), 8))
    assert [o for o in outcomes if o.broken] == []
    assert [o for o in outcomes if not o.struck] == []


@pytest.mark.parametrize("fault", ["ENOSPC", "EIO"])
def test_a_faulty_disk_is_told_and_costs_nothing(stand: Stand, fault: str) -> None:
    lock = [Point(0, f"{INSIDE}{call}", 1, fault) for call in ("ftruncate", "pwrite")]
    outcomes = strike(stand, sampled(list(stand.played.points(fault, inside=True)), 4) + lock)
    assert [o for o in outcomes if o.broken] == []
    for outcome in outcomes:
        assert outcome.code in (0, 75), outcome
        assert outcome.code == 0 or "isk" in outcome.said.partition("\n")[0], outcome
        assert "Traceback" not in outcome.said
