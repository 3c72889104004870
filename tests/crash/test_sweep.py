"""The sweep over the three roads of mail, its part of `./run test --sweep`."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from functools import partial

import pytest

from tests.crash.conftest import Stand
from tests.crash.played import Outcome, Point
from tests.crash.roads import ROADS
from tests.crash.sweep import Lane, lane
from tests.crash.telling import counted, tell, tell_kills
from tests.sweeping import LINES, SEED, seconds_for, swept, this_time

pytestmark = [pytest.mark.sweep, pytest.mark.timeout(6000)]
LANES = 6  # thrice the cores of a small machine: a start waits for its disk and its servers
TWICE_AT_MOST = 0.05  # of the kills may find a letter in SMTP's blind spot
LEAST = 500  # kills
OF_EACH = {"IMAP": 200, "Maildir": 130, "pipe": 130, "inside": 50}  # of them, also on a busy machine
COMMONEST = "pwrite64"  # three points in four
KILLS: list[Outcome] = []  # of the whole sweep
Aimed = tuple[str, Point]  # a point, and the road on which it is


@pytest.fixture(scope="module")
def lanes(stand: Stand) -> Iterator[list[dict[str, Lane]]]:
    """By road; those of one place are played one after the other."""
    LINES.append(f"HANDOFF_SWEEP_SEED={SEED} tries the same points again")
    with ExitStack() as opened:
        more = [opened.enter_context(lane(stand.folder / f"lane-{n}")) for n in range(1, LANES)]
        yield [{road: own if road == "IMAP" else own.beside(road) for road in ROADS} for own in more]


def mixed(points: Sequence[Aimed]) -> list[Aimed]:
    """Spread, with one in four of those of `intake` and one in four of the
    commonest call for as long as there are others."""
    kinds: list[list[Aimed]] = [[], [], []]
    for aimed in this_time(points):
        kinds[1 if aimed[1].mail else 2 if aimed[1].call == COMMONEST else 0].append(aimed)
    rare, handed, common = kinds
    found = []
    while rare or handed or common:
        found += rare[:2] + handed[:1] + common[:1]
        rare, handed, common = rare[2:], handed[1:], common[1:]
    return found


def check(
    name: str,
    stands: Callable[[str], Stand],
    lanes: Sequence[dict[str, Lane]],
    points: Sequence[Aimed],
) -> list[Outcome]:
    """Sweep, tell, and hold the bars that every strike has to hold."""

    def strike(own: dict[str, Lane], aimed: Aimed) -> Outcome:
        road, point = aimed
        return own[road].strike(stands(road).played, point)

    seconds = seconds_for(name)
    outcomes = swept(points, [partial(strike, own) for own in lanes], seconds, OF_EACH.get(name, 0))
    tell(name, outcomes, len(points))
    assert [o for o in outcomes if o.broken] == []
    assert counted(outcomes, "unreadable") == 0
    return [o for o in outcomes if o.struck]


def aimed_at(
    stands: Callable[[str], Stand], *roads: str, fault: str = "", lasting: bool = False, inside: bool = False
) -> list[Aimed]:
    """All points of these roads, those of each beside those of the others."""
    return [
        (road, point)
        for road in roads
        for point in stands(road).played.points(fault, lasting=lasting, inside=inside)
    ]


@pytest.mark.needs("strace")
@pytest.mark.parametrize("road", ROADS)
def test_killed_at_calls_of_the_system(
    stands: Callable[[str], Stand], lanes: list[dict[str, Lane]], road: str
) -> None:
    if not stands(road).traced:
        pytest.skip("strace may not hold a process here (ptrace is refused)")
    KILLS.extend(check(road, stands, lanes, mixed(aimed_at(stands, road))))


def test_killed_at_points_inside_the_process(
    stands: Callable[[str], Stand], lanes: list[dict[str, Lane]]
) -> None:
    KILLS.extend(check("inside", stands, lanes, this_time(aimed_at(stands, *ROADS, inside=True))))


def test_enough_kills_and_few_letters_twice() -> None:
    tell_kills(KILLS)
    assert len(KILLS) >= LEAST
    assert sum(o.twice > 0 for o in KILLS) <= TWICE_AT_MOST * len(KILLS)


@pytest.mark.needs("strace")
@pytest.mark.parametrize("fault", ["ENOSPC", "EIO"])
@pytest.mark.parametrize("lasting", [False, True], ids=["once", "from then on"])
def test_a_faulty_disk_loses_nothing(
    stands: Callable[[str], Stand], lanes: list[dict[str, Lane]], fault: str, lasting: bool
) -> None:
    if not stands("IMAP").traced:
        pytest.skip("strace may not hold a process here (ptrace is refused)")
    points = mixed(aimed_at(stands, *ROADS, fault=fault, lasting=lasting))
    for outcome in check(f"{fault} {'from then on' if lasting else 'once'}", stands, lanes, points):
        # 69: the folder of the pipe, too, is a source that is away while it takes nothing.
        assert outcome.code in (0, 69, 75), outcome
        assert "A fault of ours" not in outcome.said, outcome
        assert "Traceback" not in outcome.said, outcome
