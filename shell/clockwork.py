"""What the clock brings: rungs of the ladder, digests, and when to look next.

A clock that jumped back brings nothing until it has caught up: what it would
bring has been sent already, or belongs to a day that is yet to come.
"""

import logging
from datetime import datetime, timedelta

from shell.drain import look_again
from shell.ladder import AGAIN, climb, commit_intent
from shell.remarks import kept
from shell.views import digest_since, reads_digest, view_of
from shell.views_hands import next_list, weeks_of
from shell.workshop import Workshop
from store.port import Batch, StoreUnusable
from tasks.absence import is_silent
from tasks.digest import digests_before, missed_words, next_digest, week_begins
from tasks.intents import DigestWanted
from tasks.letters import Remark
from tasks.people import Person

log = logging.getLogger("handoff")
CLOCK_SLIP = timedelta(minutes=2)
WAITS = timedelta(minutes=1)  # what a round left undone waits for something else than the clock


def first_start(shop: Workshop, since: datetime | None = None) -> datetime:
    """The moment before which mail is left alone; recorded at the first start.
    Servers date mail in whole seconds (RFC 3501, section 2.3.3), so a part of
    one is cut off: mail of the second in which we start is new."""
    kept = shop.store.meta("since")
    if kept and since is None:
        return datetime.fromisoformat(kept)
    moment = (since or shop.clock()).replace(microsecond=0)
    shop.store.commit(Batch(meta={"since": moment.isoformat()}))
    return moment


def _latest(shop: Workshop) -> datetime | None:
    """The latest moment that was acted on, here or before the last start."""
    mark = shop.store.meta("clock")
    seen = [at for at in (shop.seen_at, datetime.fromisoformat(mark) if mark else None) if at]
    return max(seen, default=None)


def mind_the_clock(shop: Workshop) -> None:
    """At the start of a round. Where the clock was set back, letters that wait
    for a moment far ahead are looked at again, and what happens from now on is
    told in the next digest, though that was written at a later moment."""
    now, latest = shop.clock(), _latest(shop)
    shop.seen_at = max(now, latest) if latest else now
    if latest is None or now >= latest:
        return
    look_again(shop)
    told = {o.key for o in shop.house.owners() if digest_since(shop.store, o.key) > now}
    if told:
        shop.store.commit(Batch(meta={f"digest:{key}": now.isoformat() for key in sorted(told)}))


def tick(shop: Workshop) -> list[str]:
    """Time-driven letters. While mail may lie unread, nothing is taken for silence.
    One sentence per task whose reminder met a fault of ours."""
    now, latest = shop.clock(), _latest(shop)
    if latest and now < latest - CLOCK_SLIP:
        log.warning("the clock jumped back from %s to %s: reminders wait until it has caught up", latest, now)
        return []
    came = shop.store.due_to_wake(now, 1) or weeks_of(shop.store, shop.house, now).weeks
    trouble = climb(shop, now, _mark(shop, now)) if came else []
    return [*trouble, *(words for owner in shop.house.owners() if (words := _try_digest(shop, owner, now)))]


def _try_digest(shop: Workshop, owner: Person, now: datetime) -> str:
    """One sentence where it met a fault of ours: the others are written all the
    same, and this one is tried again in an hour."""
    try:
        _digest(shop, owner, now)
    except StoreUnusable:
        raise
    except Exception:  # noqa: BLE001  any bug: nobody else goes without a digest for it
        words = f"A fault of ours stopped the digest of {owner.key}; the log shows it. It is tried each hour."
        log.exception("%s", words)
        shop.quiet[owner.key] = (now, now + AGAIN)
        return words
    return ""


def _mark(shop: Workshop, now: datetime) -> dict[str, str]:
    """What keeps the latest moment that was acted on."""
    return {"clock": max(now, _latest(shop) or now).isoformat()}


def _digest(shop: Workshop, owner: Person, now: datetime) -> None:
    """The latest digest that is due and was not written, if its time is not
    long over; those before it are missed."""
    if _is_quiet(shop, owner, now):
        return
    due = _due(shop, owner, now)
    if not due:
        shop.quiet[owner.key] = (now, next_digest(owner, shop.house, now))
    grace = shop.house.rules.digest_grace
    latest = due.pop(0) if due and now - due[0][1] <= grace else None
    if due:
        _missed(shop, owner, due[::-1], now)
    if latest and is_silent(owner, now):
        # they went away since its moment: that of the return tells it all
        shop.store.commit(Batch(slots=(latest[0],)))
    elif latest:
        intent = DigestWanted(owner.key, *latest)
        view = view_of(shop.store, shop.house, intent, now)
        commit_intent(shop, view, intent, now, _mark(shop, now))


def _is_quiet(shop: Workshop, owner: Person, now: datetime) -> bool:
    """Whether no digest of this owner can be due: none was at an earlier look, and
    the next one's moment has not come. What is recorded stays so, and hours and
    zones change with the config only, at a start; so the look holds till then."""
    since, until = shop.quiet.get(owner.key, (now, now))
    return since <= now < until


def _due(shop: Workshop, owner: Person, now: datetime) -> list[tuple[str, datetime]]:
    """Occurrence keys and moments, the latest first, back to the last one known."""
    found: list[tuple[str, datetime]] = []
    for slot, at in digests_before(owner, shop.house, now):
        if shop.store.slots(slot) or at < _began(shop, owner, now):
            break
        found.append((slot, at))
    return found


def _began(shop: Workshop, owner: Person, now: datetime) -> datetime:
    """From when this owner's digests count: the first start, or for one who
    came later the day on which we first saw them."""
    key = f"digests-from:{owner.key}"
    kept_at = shop.store.meta(key)
    if kept_at:
        return datetime.fromisoformat(kept_at)
    moment = max(first_start(shop), now - shop.house.rules.digest_grace)
    shop.store.commit(Batch(meta={key: moment.isoformat()}))
    return moment


def _missed(shop: Workshop, owner: Person, due: list[tuple[str, datetime]], now: datetime) -> None:
    """Told in the next digest, where the owner has anything running; one that
    begins a week always, for it would have come always."""
    has_tasks = bool(shop.store.open_tasks_of(owner.key))
    begins = any(week_begins(owner, at) for _, at in due)
    told = has_tasks or (begins and reads_digest(shop.store, shop.house, owner.key, has_tasks))
    words = missed_words(owner, [at for _, at in due])
    remarks = (kept(now, Remark(owner.key, words)),) if told else ()
    shop.store.commit(Batch(slots=tuple(slot for slot, _ in due), remarks=remarks))


def next_moment(shop: Workshop) -> datetime:
    """When the clock has something to do next (aware UTC)."""
    now, latest = shop.clock(), _latest(shop)
    if latest and now < latest - CLOCK_SLIP:
        return latest - CLOCK_SLIP
    moments = [_next_digest(shop, owner, now) for owner in shop.house.owners()]
    weeks = (next_list(shop.store, person, now) for person in shop.house.contractors())
    moments += [at for at in weeks if at]
    wake = shop.store.next_wake()
    if wake:
        moments.append(wake if wake > now - WAITS else now + WAITS)
    return min(moments)


def _next_digest(shop: Workshop, owner: Person, now: datetime) -> datetime:
    quiet = _is_quiet(shop, owner, now)
    return shop.quiet[owner.key][1] if quiet else next_digest(owner, shop.house, now)
