"""From when silence approves finished work."""

from tasks import events as e
from tasks.draft import Draft
from tasks.hours import add_working_days


def announce_review(draft: Draft, number: int) -> object:
    """Record from when silence approves; None where money hangs on it."""
    task, days = draft.task(number), draft.rules.approve_days
    owner = draft.house.people[task.owner]
    at = None if task.has_money or not days else add_working_days(draft.now, days, owner)
    draft.record(number, e.ReviewAnnounced(at))
    return at
