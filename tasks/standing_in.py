"""Who answers for an owner that is away: their words count as the owner's, but not
about money, and not about people."""

from language.meaning import Command
from tasks.absence import substitute_of
from tasks.draft import Draft
from tasks.intents import Arrival
from tasks.model import Task
from tasks.owner_acts import ACTS
from tasks.talk import Act, Outcome, name_of

PEOPLE_AND_MONEY = frozenset({"paid", "unpaid", "assign", "always"})


def stands_in(draft: Draft, task: Task, who: str) -> bool:
    """Whether `who` (a key) answers for the owner of this task now."""
    return bool(who) and who == substitute_of(draft.house, task, draft.now)


def acts_of(task: Task, mail: Arrival) -> dict[str, Act]:
    """The owner's words, as far as this sender may say them."""
    if mail.sender.person == task.owner:
        return ACTS
    waits = PEOPLE_AND_MONEY | ({"approve"} if task.has_money else frozenset())
    return {**ACTS, **dict.fromkeys(waits, _waits)}


def _waits(draft: Draft, number: int, mail: Arrival, command: Command) -> Outcome:
    owner = name_of(draft, draft.task(number).owner)
    return Outcome(f"not done: what is about money or people waits for {owner}", loud=True)
