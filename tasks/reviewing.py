"""From when silence approves finished work, or agrees to a proposed date."""

from datetime import datetime

from tasks import events as e
from tasks.absence import is_away
from tasks.draft import Draft
from tasks.hours import add_working_days
from tasks.model import Due


def announce_review(draft: Draft, number: int) -> object:
    """Record from when silence approves; None where money hangs on it."""
    task, days = draft.task(number), draft.rules.approve_days
    owner = draft.house.people[task.owner]
    at = None if task.has_money or not days else add_working_days(draft.now, days, owner)
    draft.record(number, e.ReviewAnnounced(at))
    return at


def holds_from(draft: Draft, key: str, due: Due) -> datetime | None:
    """From when the silence of this owner (a key) agrees to a date that they see now
    (aware UTC): never to a date before the owner's return."""
    owner = draft.house.people[key]
    at = add_working_days(draft.now, draft.rules.propose_days, owner)
    return at if at <= due.at else None if is_away(owner, due.at) else due.at
