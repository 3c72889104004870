"""Letters of which nobody knows whether they were taken.

The server fell silent after the final dot, or we were stopped there. The Sent
folder is asked; if it does not know either, the same bytes go out once more.
There are never three copies: after a second doubt the letter is left and told.
"""

import logging
from datetime import datetime, timedelta
from enum import Enum, auto

from intake.source import KeepsSent, ServerAway
from outbound.backoff import UNCERTAIN_AFTER
from shell.workshop import Workshop
from store.port import Batch, OutboxRow
from tasks.letters import OutboxState

log = logging.getLogger("handoff")
LOOK_FOR = timedelta(hours=1)  # so long an unreachable mailbox holds up a second copy
WITNESSES = 5  # newest letters that were sent, by which a provider shows what it keeps
LIES_THERE = "it lies in the Sent folder"
LEFT = {
    True: "A letter ({}) to {} was most likely not sent: the mail server fell silent twice, "
    "and it is not in the Sent folder.",
    False: "A letter ({}) to {} may not have arrived: the mail server fell silent twice.",
}


class Seen(Enum):
    """What the Sent folder says of a letter. NOTHING: the folder is missing, or
    holds none of our letters, so that the lack of one proves nothing."""

    FOUND = auto()
    MISSING = auto()
    NOTHING = auto()
    AWAY = auto()


def may_go_again(shop: Workshop, row: OutboxRow) -> bool:
    """Settle a letter in doubt whose time has come, by the Sent folder; True if
    it is to be posted once more, now."""
    now = shop.clock()
    seen = _look(shop, row)
    if seen is Seen.FOUND:
        shop.store.posted(
            row.ref.key, OutboxState.SENT, attempts=row.attempts, detail=LIES_THERE, sent_at=now
        )
        log.info("settled letter=%s to=%s state=sent: %s", row.ref.key, row.to, LIES_THERE)
        return False
    if seen is Seen.AWAY and now - (row.next_at or now) < LOOK_FOR:
        return False
    if shop.store.meta(_second(row)):
        _leave(shop, row, now, missing=seen is Seen.MISSING)
        return False
    log.warning("uncertain letter=%s to=%s again=True: seen in Sent: %s", row.ref.key, row.to, seen.name)
    return True


def second_doubt(shop: Workshop, row: OutboxRow, attempts: int, detail: str) -> None:
    """Record that two copies may be out: there is one last look, and no third.
    The mark comes first, so that a kill in between forgets nothing."""
    now = shop.clock()
    shop.store.commit(Batch(meta={_second(row): now.isoformat()}))
    shop.store.posted(
        row.ref.key,
        OutboxState.UNCERTAIN,
        attempts=attempts,
        detail=detail,
        next_at=now + UNCERTAIN_AFTER,
    )


def _second(row: OutboxRow) -> str:
    return f"second-copy:{row.ref.key}"


def _look(shop: Workshop, row: OutboxRow) -> Seen:
    """Ask the Sent folder for the letter; without it for others that surely were
    sent, because only a folder that keeps ours can say that one is missing."""
    source = shop.source
    if not isinstance(source, KeepsSent):
        return Seen.NOTHING
    others = [one.message_id for one in shop.store.outbox([OutboxState.SENT], limit=WITNESSES)]
    try:
        lying = source.in_sent([row.message_id])
        if lying:
            return Seen.FOUND
        return Seen.MISSING if lying is not None and source.in_sent(others) else Seen.NOTHING
    except ServerAway as away:
        log.info("the Sent folder cannot be asked for letter=%s: %s", row.ref.key, away)
        return Seen.AWAY


def _leave(shop: Workshop, row: OutboxRow, now: datetime, *, missing: bool) -> None:
    words = LEFT[missing].format(row.ref.kind, row.to)
    shop.store.commit(Batch(remarks=((now, words),)))
    shop.store.posted(row.ref.key, OutboxState.UNCERTAIN, attempts=row.attempts, detail=words)
    log.warning("left letter=%s to=%s: %s", row.ref.key, row.to, words)
