"""The harness notices a daemon that works in a wrong order, and not the right one."""

import pytest

from tests.crash.bad_orders import ORDERS
from tests.crash.conftest import Stand
from tests.crash.played import INSIDE, Point
from tests.crash.test_roads import AT_THE_PIPE
from tests.sweeping import LINES

pytestmark = pytest.mark.timeout(400)
TASKS, DIGEST = 1, 7  # stages: mail comes in; the clock writes
COMMIT, SEND = f"{INSIDE}sqlite after COMMIT", f"{INSIDE}send"

# The law that each breaks first, and where a kill shows it.
CAUGHT: dict[str, tuple[str, Point]] = {
    "file before commit": ("L6", Point(TASKS, COMMIT, 2)),
    "two commits": ("L2", Point(TASKS, COMMIT, 1)),
    "random Message-ID": ("L5", Point(TASKS, COMMIT, 2)),
    "send before commit": ("L5", Point(TASKS, COMMIT, 2)),
    "mark sent before sending": ("L4", Point(DIGEST, SEND, 10)),
    "no occurrence key": ("L4", Point(DIGEST, COMMIT, 2)),
    r"\Seen as state": ("L1", Point(TASKS, COMMIT, 1)),
    "ledger by Message-ID only": ("L1", Point(TASKS, COMMIT, 2)),
}


def test_all_ten_are_tried() -> None:
    assert CAUGHT.keys() | AT_THE_PIPE.keys() == ORDERS.keys()
    assert len(ORDERS) == 10


@pytest.mark.parametrize("order", CAUGHT)
def test_a_wrong_order_is_caught(stand: Stand, order: str) -> None:
    law, point = CAUGHT[order]
    outcome = stand.lane.strike(stand.played, point, order)
    laws = sorted({words.partition(":")[0] for words in outcome.broken})
    LINES.append(f"caught: {order} breaks {', '.join(laws)}")
    assert law in laws, outcome


@pytest.mark.parametrize("point", sorted({p for _, p in CAUGHT.values()}, key=str), ids=str)
def test_the_right_order_is_not(stand: Stand, point: Point) -> None:
    outcome = stand.lane.strike(stand.played, point)
    assert outcome.struck
    assert outcome.broken == ()
