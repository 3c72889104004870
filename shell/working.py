"""Working until stopped: rounds on a beat, and at once when mail comes in."""

import logging
import threading
from dataclasses import asdict
from datetime import timedelta

import schedule

from intake.source import Source
from outbound.filters import count
from outbound.templates_loader import faults, tell
from shell.drain import resume
from shell.printing import as_json, out
from shell.rounds import Round, first_start, next_moment, one_round
from shell.workshop import Workshop
from store.port import StoreUnusable

log = logging.getLogger("handoff")
LONGEST_WAIT = timedelta(minutes=5)  # an IDLE round; traps.md: longer ones are cut by servers


def once(shop: Workshop) -> Round:
    """One round, with what a killed one left behind."""
    resume(shop)
    first_start(shop)
    return one_round(shop)


def work(shop: Workshop, stop: threading.Event) -> None:
    """Work until `stop` is set. One bad round is logged and the next one
    tried; only a store that cannot be used ends it (StoreUnusable)."""
    shop.stop = stop
    for fault in faults(shop.config.templates):
        tell(fault)
    resume(shop)
    first_start(shop)
    beat = schedule.Scheduler()
    fatal: list[StoreUnusable] = []

    def guarded() -> None:
        try:
            one_round(shop)
        except StoreUnusable as trouble:
            fatal.append(trouble)
        except Exception:  # noqa: BLE001  the one place: a bug must not stop the reminders
            log.exception("this round was cut short by a fault of ours; the next one tries again")

    address = shop.desk.identity.address
    log.info("at work for %s; Ctrl-C or SIGTERM ends it after the mail in hand", address)
    threading.Thread(target=_wake_at, args=(stop, shop.source), daemon=True).start()
    beat.every(shop.config.mailbox.poll_seconds).seconds.do(guarded)
    guarded()
    while not stop.is_set() and not fatal:
        if _wait(shop, stop) or next_moment(shop) <= shop.clock():
            guarded()
        beat.run_pending()
    if fatal:
        raise fatal[0]
    log.info("stopped; nothing is half done")


def _wake_at(stop: threading.Event, source: Source) -> None:
    """Ends the wait for mail the moment we are told to stop."""
    stop.wait()
    source.wake()


def _wait(shop: Workshop, stop: threading.Event) -> bool:
    """Wait for mail, for the next beat, or for the next moment of the clock."""
    left = max(next_moment(shop) - shop.clock(), timedelta(seconds=1))
    poll = timedelta(seconds=shop.config.mailbox.poll_seconds)
    seconds = min(left, poll, LONGEST_WAIT).total_seconds()
    try:
        return shop.source.wait(seconds)
    except Exception as trouble:  # noqa: BLE001  waiting is a comfort; the beat goes on without it
        log.warning("waiting for mail: %s", trouble)
        stop.wait(seconds)
        return False


def say_round(done: Round, *, json: bool) -> int:
    """What one round did, in a sentence or as JSON; 69 if a server was away."""
    if json:
        as_json(asdict(done))
    else:
        mails, letters = count(done.mails, "new mail"), count(done.letters, "letter")
        out(f"{mails}, {letters} sent, {count(done.moved, 'mail')} filed.")
        for trouble in done.trouble:
            out(trouble)
    return 69 if done.trouble else 0
