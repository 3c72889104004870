"""The whole sweep, bounded to a quarter of an hour: `./run test --sweep`."""

import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack

import pytest

from tests.crash.conftest import Stand
from tests.crash.played import Outcome, Point, spread
from tests.crash.sweep import Lane, lane
from tests.crash.telling import counted, tell

pytestmark = [pytest.mark.sweep, pytest.mark.timeout(1200)]
LANES = 4  # twice the cores of a small machine: a start waits for its disk and its servers
TWICE_AT_MOST = 0.05  # of the kills may find a letter in SMTP's blind spot
LEAST = 500
GRACE = 60  # seconds
COMMONEST = "pwrite64"  # three points in four


@pytest.fixture(scope="module")
def lanes(stand: Stand) -> Iterator[list[Lane]]:
    with ExitStack() as opened:
        more = [opened.enter_context(lane(stand.folder / f"lane-{n}")) for n in range(1, LANES)]
        yield [stand.lane, *more]


def swept(
    stand: Stand, lanes: Sequence[Lane], points: Sequence[Point], seconds: float, least: int
) -> list[Outcome]:
    """Strike at these points, one after the other, until they or the time are
    over; a busy machine gets a minute more for the least that there must be."""
    until = time.monotonic() + seconds
    waiting = list(reversed(points))

    def goes_on() -> bool:
        late = time.monotonic() - until
        return bool(waiting) and (late < 0 or (late < GRACE and len(points) - len(waiting) < least))

    def work(own: Lane) -> list[Outcome]:
        found = []
        while goes_on():
            found.append(own.strike(stand.played, waiting.pop()))
        return found

    with ThreadPoolExecutor(len(lanes)) as pool:
        return [outcome for done in pool.map(work, lanes) for outcome in done]


def mixed(points: Sequence[Point]) -> list[Point]:
    """Spread, with one in three of the commonest call for as long as others are left."""
    rare = spread([p for p in points if p.call != COMMONEST])
    common = spread([p for p in points if p.call == COMMONEST])
    found = []
    while rare or common:
        found += rare[:2] + common[:1]
        rare, common = rare[2:], common[1:]
    return found


def check(
    name: str, stand: Stand, lanes: Sequence[Lane], points: Sequence[Point], seconds: float, least: int = 0
) -> list[Outcome]:
    """Sweep, tell, and hold the bars that every strike has to hold."""
    began = time.monotonic()
    outcomes = swept(stand, lanes, points, seconds, least)
    tell(name, outcomes, time.monotonic() - began, len(points))
    assert [o for o in outcomes if o.broken] == []
    assert counted(outcomes, "unreadable") == 0
    return [o for o in outcomes if o.struck]


def assert_rarely_twice(outcomes: Sequence[Outcome]) -> None:
    assert sum(o.twice > 0 for o in outcomes) <= TWICE_AT_MOST * len(outcomes)


@pytest.mark.needs("strace")
def test_killed_at_every_call_of_the_system(stand: Stand, lanes: list[Lane]) -> None:
    if not stand.traced:
        pytest.skip("strace may not hold a process here (ptrace is refused)")
    struck = check("killed at calls", stand, lanes, mixed(list(stand.played.points())), 600, LEAST)
    assert len(struck) >= LEAST
    assert_rarely_twice(struck)


def test_killed_at_points_inside_the_process(stand: Stand, lanes: list[Lane]) -> None:
    points = spread(list(stand.played.points(inside=True)))
    struck = check("killed inside", stand, lanes, points, *((60,) if stand.traced else (600, LEAST)))
    assert stand.traced or len(struck) >= LEAST


@pytest.mark.needs("strace")
@pytest.mark.parametrize("fault", ["ENOSPC", "EIO"])
@pytest.mark.parametrize("lasting", [False, True], ids=["once", "from then on"])
def test_a_faulty_disk_loses_nothing(stand: Stand, lanes: list[Lane], fault: str, lasting: bool) -> None:
    if not stand.traced:
        pytest.skip("strace may not hold a process here (ptrace is refused)")
    points = mixed(list(stand.played.points(fault, lasting=lasting)))
    name = f"{fault} {'from then on' if lasting else 'once'}"
    for outcome in check(name, stand, lanes, points, 25):
        assert outcome.code in (0, 75), outcome
        assert "Traceback" not in outcome.said, outcome
