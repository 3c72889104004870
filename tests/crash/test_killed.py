"""A sample of the sweep: killed at some points of a week, and nothing is lost.

`./run test --sweep` tries them all.
"""

import os
import signal
import subprocess
import sys
from collections.abc import Sequence
from contextlib import suppress
from datetime import UTC, datetime

import pytest

from store.lock import running
from tests.crash.conftest import Stand
from tests.crash.conversation import STAGES, World
from tests.crash.hatchery import ROOT
from tests.crash.laws import broken
from tests.crash.played import INSIDE, Outcome, Point
from tests.crash.sweep import AGAIN, ONCE, lane
from tests.crash.watching import watch
from tests.sweeping import spread

RENEWING = 5  # the stage in which a secret address is seen by others
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


@pytest.mark.parametrize("call", ["replace", "sqlite COMMIT"])
def test_killed_while_a_secret_address_is_renewed(stand: Stand, call: str) -> None:
    """At the last of these calls before the letters: the key file, or the mail that showed the address."""
    calls = [c.name for c in stand.played.calls[RENEWING] if c.inside]
    key_file = max(i for i, name in enumerate(calls) if name == f"{INSIDE}replace")
    count = calls[: key_file + 1].count(f"{INSIDE}{call}")
    (outcome,) = strike(stand, [Point(RENEWING, f"{INSIDE}{call}", count)])
    assert (outcome.code, outcome.broken) == (-9, ())


@pytest.mark.needs("strace")
@pytest.mark.parametrize("lasting", [False, True], ids=["once", "from then on"])
def test_a_store_that_was_not_made_whole_is_made_again(stand: Stand, lasting: bool) -> None:
    """The disk fails when SQLite carries its journal over into the new file."""
    if not stand.traced:
        pytest.skip("strace may not hold a process here (ptrace is refused)")
    writes = [c.target for c in stand.played.calls[0] if c.name == "pwrite64"]
    into = [n for n, target in enumerate(writes, 1) if "handoff.db.new>" in target]
    points = [Point(0, "pwrite64", n, "EIO", lasting) for n in (into[1], into[-1])]
    assert [(o.code, o.broken) for o in strike(stand, points)] == [(75, ())] * 2


@pytest.mark.parametrize("done", [False, True], ids=["not moved", "moved"])
def test_d49_killed_between_the_commit_and_the_answer_to_its_move(stand: Stand, done: bool) -> None:
    """The server ends the daemon when it is asked to move; it moves, or does not."""
    world, stage = stand.lane.world, STAGES[1]

    def end_it(raw: bytes) -> str:
        with suppress(ProcessLookupError):
            os.kill(running(world.store), signal.SIGKILL)
        if not done:
            raise ConnectionError
        return ""

    stand.lane.put_back(stand.played.begun[1])
    world.office.before_move = end_it
    assert stand.lane.start(ONCE, stage.at) == -9
    watch(world)
    assert [stand.lane.start(ONCE, stage.at + later) for later in AGAIN] == [0, 0]
    assert broken(world, stage.at, stand.played.quiet[1]) == []


@pytest.mark.needs("strace")
@pytest.mark.parametrize(("call", "n"), [("fdatasync", 4)])
def test_killed_in_a_plain_start_of_the_program(stand: Stand, call: str, n: int) -> None:
    """Nothing forked, no clock but the machine's: `daemon.py` as people start it."""
    if not stand.traced:
        pytest.skip("strace may not hold a process here (ptrace is refused)")
    with lane(stand.folder / f"plain-{call}") as plain:
        world = plain.world
        assert started(world) == 0
        now = datetime.now(UTC)
        STAGES[1].write(world, now)
        assert started(world, *Point(1, call, n).strace) == -9
        assert [started(world), started(world)] == [0, 0]
        assert broken(world, now) == []


def started(world: World, *strace: str) -> int:
    """Run one round as a process of its own; how it ended."""
    words = [sys.executable, str(ROOT / "daemon.py"), "--config", str(world.folder / "config.yaml"), "once"]
    done = subprocess.run(
        ["strace", *strace, *words] if strace else words,
        env={**os.environ, "PW": "open", "PYTHONDONTWRITEBYTECODE": "1"},
        cwd=world.folder,
        capture_output=True,
        timeout=120,
        check=False,
    )
    return done.returncode
