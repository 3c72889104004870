"""The outbox rests while the server takes no letters from us.

No login, a limit used up, a server that is away: that is said about us, and
would be said of every letter. None is failed for it, and none is tried until
the pause is over. The owner is told once, however long it lasts.
"""

import logging
from datetime import datetime, timedelta

from outbound.posted import Posted, Result
from shell.workshop import Workshop
from store.port import Batch
from tasks.hours import local

log = logging.getLogger("handoff")
PAUSE = timedelta(minutes=5)
AWAY = timedelta(minutes=1)  # a server that restarts is back soon
LONG = timedelta(hours=1)  # so long a server may be away before the owner hears of it
UNTIL, SINCE, TOLD, WHY = (f"outbox-rests-{what}" for what in ("until", "since", "told", "why"))
FLOWING = {UNTIL: "", SINCE: "", TOLD: "", WHY: ""}


def is_resting(shop: Workshop) -> bool:
    """True while the pause lasts; a longer one was written by a clock that was ahead."""
    until = shop.store.meta(UNTIL)
    return bool(until) and timedelta() < datetime.fromisoformat(until or "") - shop.clock() <= PAUSE


def rest(shop: Workshop, posted: Posted) -> None:
    """Begin a pause, or the next one."""
    now = shop.clock()
    refused = posted.result is Result.ACCOUNT
    since = datetime.fromisoformat(shop.store.meta(SINCE) or now.isoformat())
    until = now + (PAUSE if refused else AWAY)
    told = bool(shop.store.meta(TOLD))
    tell = not told and (refused or now - since >= LONG)
    meta = {UNTIL: until.isoformat(), SINCE: since.isoformat(), WHY: posted.detail}
    words = _words(shop, since, posted.detail)
    shop.store.commit(
        Batch(meta=meta | ({TOLD: "yes"} if tell else {}), remarks=((now, words),) if tell else ())
    )
    log.log(logging.WARNING if now == since or tell else logging.INFO, "%s", words)


def goes_on(shop: Workshop) -> None:
    """The server judges letters again: nothing holds the outbox any more."""
    since = shop.store.meta(SINCE)
    if since:
        shop.store.commit(Batch(meta=FLOWING))
        log.info("the outbox goes on; it rested since %s", since)


def why_resting(shop: Workshop) -> str:
    """One sentence if no letter goes out at present; else ""."""
    since = shop.store.meta(SINCE)
    return _words(shop, datetime.fromisoformat(since), shop.store.meta(WHY) or "") if since else ""


def _words(shop: Workshop, since: datetime, why: str) -> str:
    owner = shop.house.owners()[0]
    return (
        f"No letter goes out since {local(since, owner):%a %d %b %H:%M}: {why.rstrip('.')}. "
        "They all wait, and go out by themselves once the mail server takes them."
    )
