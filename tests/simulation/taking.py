"""What a mail means for the oracle's picture of a task, once it was taken up."""

from datetime import UTC, datetime, timedelta

from tests.simulation.folk import Wish
from tests.simulation.oracle import Oracle, Work

HOUR = timedelta(hours=1)
NEVER = datetime(9999, 1, 1, tzinfo=UTC)


def take_up(oracle: Oracle, wish: Wish, number: int, now: datetime) -> None:
    """Somebody's words were read at `now`."""
    oracle.touched.add(number)
    if wish.what == "open":
        oracle.works[number] = Work(number, wish.who, wish.doer, wish.due, now, now, points=wish.points)
        oracle.works[number].once = oracle.is_always_in_time(wish.doer)
        return
    work = oracle.works.get(number)
    if work is None:
        return
    if wish.who == work.owner:
        _owner(oracle, work, wish, now)
    elif wish.who == work.doer:
        work.heard = now
        if work.is_open or wish.what == "question":  # which also counts once the task is opened again
            _doer(oracle, work, wish, now)


def _doer(oracle: Oracle, work: Work, wish: Wish, now: datetime) -> None:
    match wish.what:
        case "accept" | "yes" | "progress":
            work.stage = "accepted" if work.stage in ("handed over", "sent back") else work.stage
        case "question":
            work.asked = work.asked or now
        case "blocked":
            work.asked, work.stuck = work.asked or now, work.stuck or now
        case "done":
            work.stage, work.asked, work.stuck, work.rests = "in review", None, None, False
            work.done = now
            work.approves = oracle.almanacs[work.owner].days_later(now, 3)
        case "eta" if wish.due and wish.due > now and (work.due is None or wish.due > work.due):
            holds = min(oracle.almanacs[work.owner].days_later(now, 2), wish.due)
            work.proposal = (wish.due, holds if work.changes == 0 else None)  # a second one needs a word
            work.changes += work.due is not None
            work.stage = "accepted" if work.stage in ("handed over", "sent back") else work.stage
        case _:
            pass


def _anew(oracle: Oracle, work: Work, now: datetime) -> None:
    """Silence about a proposed date begins anew, and never agrees to one that passed."""
    date_, holds = work.proposal or (now, None)
    if holds:
        at = max(holds, oracle.almanacs[work.owner].days_later(now, 2))
        work.proposal = (date_, at if at <= date_ else NEVER)


def _owner(oracle: Oracle, work: Work, wish: Wish, now: datetime) -> None:
    match wish.what:
        case "answer" if work.asked:
            work.asked, work.stuck, work.answered = None, None, now
        case "approve" if work.is_open:
            oracle.approve(work, now)
        case "redo" if work.stage != "cancelled":
            work.stage, work.closed, work.approves, work.since = "sent back", None, None, now
            work.done = None
            _anew(oracle, work, now)
        case "ok" if work.is_open and work.proposal:
            oracle.agree(work, work.proposal[0], now)
        case "fine" if work.is_open:
            work.fine = now  # whatever was asked was answered elsewhere
            work.asked, work.stuck, work.answered = None, None, now if work.asked else work.answered
            work.stage = "accepted" if work.stage == "handed over" else work.stage
        case "fine" if work.asked:  # asked after the end, and answered elsewhere
            work.asked, work.stuck, work.answered = None, None, now
        case "remind" if work.is_open:
            work.remind = wish.days
        case "hold" if work.works:
            work.rests = True
        case "resume" if work.rests and work.is_open:
            work.rests, work.since = False, now
            _anew(oracle, work, now)
        case "resume" if work.called_off and work.stage == "cancelled":
            work.stage, asked, stuck = work.called_off
            work.asked, work.stuck = asked or work.asked, stuck or work.stuck
            work.closed, work.since, work.called_off, work.rests = None, now, None, False
            work.approves = (
                oracle.almanacs[work.owner].days_later(now, 3) if work.stage == "in review" else None
            )
            _anew(oracle, work, now)
        case "assign" if work.is_open and wish.doer != work.doer:
            work.doer, work.since, work.handed, work.stage = wish.doer, now, now, "handed over"
            work.once = oracle.is_always_in_time(wish.doer)
            work.heard = work.fine = work.asked = work.stuck = work.proposal = None
            work.passed.clear()
        case "cancel" if work.is_open:
            work.called_off = (work.stage, work.asked, work.stuck)
            work.stage, work.closed, work.asked, work.stuck = "cancelled", now, None, None
        case _:
            pass
