"""A sample of the sweep on the two roads without a server: a Maildir and the pipe.

For the pipe it is struck in both processes: the daemon, and `intake`, whose exit
code is all that the sending server knows.
"""

from collections.abc import Callable, Sequence

import pytest

from tests.crash.conftest import Stand
from tests.crash.played import INSIDE, Outcome, Point
from tests.sweeping import LINES, spread

pytestmark = pytest.mark.timeout(400)
Stands = Callable[[str], Stand]
LOCAL = ("Maildir", "pipe")
TASKS = 1  # the stage in which the first mails come
BEFORE, KEPT = f"{INSIDE}sqlite COMMIT", f"{INSIDE}fsync"

# Wrong orders of `intake`: the law that each breaks, and where a strike shows it.
AT_THE_PIPE: dict[str, tuple[str, Point]] = {
    "confirm what was not kept": ("L1", Point(TASKS, KEPT, 1, "EIO", mail=3)),
    "write where it is read": ("L8", Point(TASKS, KEPT, 1, mail=1)),
}


def strike(stand: Stand, points: Sequence[Point], count: int, order: str = "") -> list[Outcome]:
    assert len(points) >= count
    return [stand.lane.strike(stand.played, point, order) for point in spread(points)[:count]]


def assert_held(outcomes: Sequence[Outcome]) -> None:
    assert [o for o in outcomes if o.broken] == []
    assert [o for o in outcomes if not o.struck] == []


@pytest.mark.parametrize("road", LOCAL)
def test_the_daemon_killed(stands: Stands, road: str) -> None:
    stand = stands(road)
    points = stand.played.points(inside=not stand.traced)
    assert_held(strike(stand, [p for p in points if not p.mail and p.call != "pwrite64"], 4))


def test_intake_killed(stands: Stands) -> None:
    """If it did not say that the mail is safe, the mail comes again: one task."""
    stand = stands("pipe")
    points = stand.played.points(inside=not stand.traced)
    assert_held(strike(stand, [p for p in points if p.mail], 5))


@pytest.mark.parametrize("fault", ["ENOSPC", "EIO"])
def test_intake_on_a_faulty_disk(stands: Stands, fault: str) -> None:
    stand = stands("pipe")
    points = stand.played.points(fault, inside=True)
    for outcome in strike(stand, [p for p in points if p.mail], 2):
        assert (outcome.code, outcome.broken) == (75, ())
        assert "tries again" in outcome.said


@pytest.mark.parametrize("road", LOCAL)
def test_filed_before_the_commit_is_caught(stands: Stands, road: str) -> None:
    points = [Point(TASKS, BEFORE, n) for n in (1, 2, 3)]
    broken = [words for o in strike(stands(road), points, 3, "file before commit") for words in o.broken]
    assert any(words.startswith("L6") for words in broken), broken


@pytest.mark.parametrize("order", AT_THE_PIPE)
def test_a_wrong_order_of_intake_is_caught(stands: Stands, order: str) -> None:
    law, point = AT_THE_PIPE[order]
    (outcome,) = strike(stands("pipe"), [point], 1, order)
    laws = sorted({words.partition(":")[0] for words in outcome.broken})
    LINES.append(f"caught: {order} breaks {', '.join(laws)}")
    assert law in laws, outcome
    (right,) = strike(stands("pipe"), [point], 1)
    assert right.broken == ()
