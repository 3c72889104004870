"""What becomes of the owner's own date when the contractor's is set anew.

It stays while it is the later one, and goes with the first date that is not before it. Either is
said where the owner would not expect it: a bare "Friday" in answer to a receipt sets the
contractor's date.
"""

from language.zones import in_words
from tasks.draft import Draft
from tasks.events_follow import OwnDateDropped, OwnDateSet
from tasks.model import Due
from tasks.promise import wish_for
from tasks.talk import name_of


def own_stays(draft: Draft, number: int) -> str:
    """What the outcome of a new date says of an own one that stays; "" without one."""
    task = draft.task(number)
    if task.own_due is None:
        return ""
    own = in_words(task.own_due.at, task.own_due.zone)
    who = name_of(draft, task.contractor) if task.contractor else "the contractor"
    return f". Your own date {own} stays; {who} does not see it"


def drop_stale(draft: Draft, number: int, before: Due | None = None, *, at_once: bool = False) -> None:
    """The owner's own date means nothing once the contractor's is not before it; `before` was the
    contractor's until now: with it comes the own one back. `at_once`: told by a letter to whoever
    set it, else in the digest."""
    task = draft.task(number)
    _bring_back(draft, number)
    if task.own_due is None or task.due is None or task.due.at < task.own_due.at:
        return
    was = in_words(task.own_due.at, task.own_due.zone)
    draft.record(number, OwnDateDropped(task.own_due, before))
    gone = f"its date is not before your own date {was} any more, which is dropped"
    if not at_once:
        draft.remark(task.owner, f"{task.tag}: {gone}")
        return
    undo = f". To have both back:  {wish_for(before, draft.house.people[task.owner])}" if before else ""
    draft.say(f"due: {in_words(task.due.at, task.due.zone)}", f"{gone}{undo}")


def _bring_back(draft: Draft, number: int) -> None:
    task = draft.task(number)
    own, shown = task.dropped_own, task.dropped_shown
    if own is None or shown is None or task.due is None or task.due.at != shown.at:
        return
    draft.record(number, OwnDateSet(own))
    draft.say(f"due: {in_words(shown.at, shown.zone)}", f"your own date {in_words(own.at, own.zone)} is back")
