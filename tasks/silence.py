"""When the owner's silence has its consequence: the moment that is announced, and the
one at which it happens, are one."""

from datetime import datetime

from tasks.absence import resumed
from tasks.hours import add_working_days
from tasks.model import Task
from tasks.people import House


def agrees_at(task: Task, house: House) -> datetime | None:
    """When silence agrees to the proposed date (aware UTC): the working time of an
    absence follows after it, and work that rested or was called off makes the time
    begin anew. None: never, as where the date itself comes before that."""
    proposal, owner = task.proposal, house.people.get(task.owner)
    if proposal is None or proposal.holds_at is None or owner is None:
        return None
    at = resumed(proposal.holds_at, proposal.made_at, owner)
    anew = task.due_set_at
    if at and anew and anew > proposal.made_at:
        at = max(at, add_working_days(anew, house.rules.propose_days, owner))
    return at if at and at <= proposal.due.at else None


def approves_at(task: Task, house: House) -> datetime | None:
    """When silence approves the finished work (aware UTC), once that was announced;
    None: never."""
    owner = house.people.get(task.owner)
    if task.approves_at is None or task.has_money or owner is None:
        return None
    return resumed(task.approves_at, task.review_at or task.approves_at, owner)
