"""Who answers for an owner that is away: their words count as the owner's, but not
about money, and not about people."""

from language.meaning import Command
from tasks.absence import substitute_of
from tasks.draft import Draft
from tasks.intents import Arrival
from tasks.model import Task
from tasks.owner_acts import ACTS
from tasks.talk import Act, Outcome, name_of, transcript

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


def tell_it_is_over(draft: Draft, task: Task, mail: Arrival, who: str) -> None:
    """Whoever answered for the owner once, and does so no more, is told: their words
    are the owner's to read, and nobody waits for more of theirs."""
    owner = draft.house.people.get(task.owner)
    if owner is None or not any(absence.substitute == who for absence in owner.away):
        return
    name = owner.first_name
    draft.say(mail.words.strip()[:80], f"not done: {name} answers again, and reads it in the next digest")
    transcript(draft, who, task.number)


def _waits(draft: Draft, number: int, mail: Arrival, command: Command) -> Outcome:
    owner = name_of(draft, draft.task(number).owner)
    return Outcome(f"not done: what is about money or people waits for {owner}", loud=True)
