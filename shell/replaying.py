"""Time lived through again: mails and orders at the moments at which they came.

What the lost store decided is decided once more, with the same clock, so that
tasks get the same numbers and letters the same Message-IDs. Between two mails
the clock goes on as it did: reminders, silent approvals, digests. No letter is
posted here.
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from intake.mail import RawMail
from shell.road import take
from shell.rounds import next_moment, orders_and_releases, tick
from shell.workshop import Workshop

STUCK = 200  # ticks at one moment; more only happen if a task wakes and wakes
STEP = timedelta(minutes=1)


@dataclass
class Hands:
    """A clock that is set: aware UTC."""

    now: datetime

    def __call__(self) -> datetime:
        return self.now


@dataclass(frozen=True, slots=True)
class Came:
    """What came at `at`: a mail, whose bytes are read from the spool when its turn
    comes (`raw` names them), or an operator's order."""

    at: datetime
    raw: str = ""
    mail: RawMail | None = None  # where it lies now, as far as that is known; without its bytes
    order: bytes = b""


def replay(shop: Workshop, hands: Hands, things: Iterable[Came], until: datetime) -> int:
    """Live through `things` and the time up to `until`; how many mails were
    taken up. `hands` is the clock of `shop`."""
    mails = 0
    for came in sorted(things, key=lambda came: came.at):
        let_pass(shop, hands, came.at)
        hands.now = came.at
        if came.order:
            _give(shop, came)
        else:
            mails += _take(shop, came)
        orders_and_releases(shop)
    let_pass(shop, hands, until)
    hands.now = until
    return mails


def _take(shop: Workshop, came: Came) -> bool:
    data = shop.spool.get(came.raw)
    if data is None:
        return False  # damaged; whoever counts the spool names it
    bare = came.mail or RawMail(b"", came.at, size=len(data))
    return take(shop, replace(bare, raw=data)) is not None


def _give(shop: Workshop, came: Came) -> None:
    words = json.loads(came.order)
    held = next((held for held in shop.store.held_rows() if held.key == words["key"]), None)
    if held is not None:
        shop.store.leave_order({"word": words["word"], "held": str(held.number)}, came.at)


def let_pass(shop: Workshop, hands: Hands, until: datetime) -> None:
    """Let the clock tick at each moment that has something to do, up to `until`."""
    at_once = 0
    while (moment := max(next_moment(shop), hands.now)) <= until:
        at_once = at_once + 1 if moment == hands.now else 0
        hands.now = moment + STEP if at_once > STUCK else moment
        tick(shop)
