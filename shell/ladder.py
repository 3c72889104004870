"""The ladder of reminders: what follows in all tasks whose moment has come.

They are decided together, so that a reader gets one letter about them. A task
over which the rules stumble is left out of it: it costs its own reminder and
nobody else's, is told and logged once, and is looked at again in an hour. None
of its occurrences is used up by that.
"""

import logging
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta

from shell.books import batch_of
from shell.remarks import kept
from shell.version import VERSION
from shell.views import AT_ONCE, view_of
from shell.workshop import Workshop
from store.port import Batch, Refused, StoreUnusable
from tasks.decide import decide
from tasks.hands import Hands
from tasks.intents import Intent, Ticked, View
from tasks.letters import Remark
from tasks.replacing import replace

log = logging.getLogger("handoff")
AGAIN = timedelta(hours=1)
TOLD = (
    "T-{}: a fault of ours keeps me from reminding anybody of it; please look after it yourself. "
    "All other reminders go out, and this one is tried again each hour."
)


def climb(shop: Workshop, now: datetime, mark: Mapping[str, str]) -> list[str]:
    """Commit all that came due by `now` (aware UTC), with `mark` as meta. One
    sentence per task that met a fault of ours. Raises StoreUnusable only."""
    intent = Ticked(shop.all_read)
    view = view_of(shop.store, shop.house, intent, now)
    if _attempt(shop, view, intent, now, mark) is None:
        return []
    faults = {n: fault for n in view.tasks if (fault := _alone(shop, view, intent, n, now))}
    rest = [n for n in view.tasks if n not in faults]
    together = _attempt(shop, _only(view, rest), intent, now, mark) if faults else ValueError()
    if together is not None:  # it shows in the writing, or in none of them alone: one by one
        for n in rest:
            fresh = _only(view_of(shop.store, shop.house, intent, now), [n])  # it knows who had a letter now
            if fault := _attempt(shop, fresh, intent, now, mark):
                faults[n] = fault
    return [_put_off(shop, n, fault, now) for n, fault in faults.items()]


def commit_intent(shop: Workshop, view: View, intent: Intent, now: datetime, mark: Mapping[str, str]) -> None:
    """Decide and commit what the clock wants, whole or not at all."""
    decision = decide(view, intent, now)
    try:
        shop.store.commit(batch_of(decision, view, shop.desk, now, meta=mark, ticked=True))
    except Refused as refused:
        log.info("left to another: %s", refused)
        return
    for letter in decision.letters:
        log.info("owed letter=%s kind=%s to=%s", letter.key, letter.kind.value, letter.to)


def _attempt(
    shop: Workshop, view: View, intent: Ticked, now: datetime, mark: Mapping[str, str]
) -> Exception | None:
    """The fault of ours that kept it from being committed; nothing of it is there then."""
    try:
        commit_intent(shop, view, intent, now, mark)
    except StoreUnusable:
        raise
    except Exception as fault:  # noqa: BLE001  any bug: the task is found, and the rest goes on
        return fault
    return None


def _alone(shop: Workshop, view: View, intent: Ticked, number: int, now: datetime) -> Exception | None:
    """The fault that this task meets by itself, tried without a commit."""
    one = _only(view, [number])
    try:
        batch_of(decide(one, intent, now), one, shop.desk, now, ticked=True)
    except StoreUnusable:
        raise
    except Exception as fault:  # noqa: BLE001  as above
        return fault
    return None


def _only(view: View, numbers: Sequence[int]) -> View:
    return replace(view, tasks={n: view.tasks[n] for n in numbers if n in view.tasks}, hands=Hands())


def _put_off(shop: Workshop, number: int, fault: Exception, now: datetime) -> str:
    """Told and logged once for each version of ours, which may have mended it."""
    words, slot = TOLD.format(number), f"stumbled:{VERSION}:T-{number}"
    due = {task.number for task in shop.store.due_to_wake(now, AT_ONCE)}
    wake = {number: now + AGAIN} if number in due else {}
    task = shop.store.task(number)
    if shop.store.slots(slot) or task is None:
        log.warning("T-%d meets the same fault of ours again: no reminder of it goes out", number)
        shop.store.commit(Batch(wake=wake, at=now))
    else:
        log.error("%s", words, exc_info=fault)
        whom = dict.fromkeys(
            (task.owner, shop.house.owners()[0].key)
        )  # the digest of its own may stumble, too
        told = tuple(kept(now, Remark(owner, words)) for owner in whom)
        shop.store.commit(Batch(wake=wake, slots=(slot,), remarks=told, at=now))
    return words
