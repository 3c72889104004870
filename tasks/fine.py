"""`fine`: the owner knows that work goes on, and waits for the contractor."""

from language.meaning import Command
from tasks import events as e
from tasks.draft import Draft
from tasks.intents import Arrival
from tasks.talk import Outcome, name_of, offers_undo
from tasks.turns import asked_of_owner


def fine(draft: Draft, number: int, mail: Arrival, command: Command) -> Outcome:
    said = say_fine(draft, number)
    return Outcome(told_fine(draft, number, mail, said), loud="answered" in said)


def told_fine(draft: Draft, number: int, mail: Arrival, said: str) -> str:
    """What is said of it; where a reply address alone proved it, with what still asks."""
    name = name_of(draft, draft.task(number).contractor)
    asks = offers_undo(mail) and name
    return f"{said.rstrip('.')}. Not meant? Write  nudge, and {name} is asked now" if asks else said


def say_fine(draft: Draft, number: int) -> str:
    """The owner waits for the contractor: what was asked was answered beside us."""
    task = draft.record(number, e.SaidFine())
    asked = asked_of_owner(task)
    name = name_of(draft, task.contractor) or "the contractor"
    if not asked:
        return f"fine: I wait for {name}"
    draft.record(number, e.QuestionAnswered(task.contractor, "fine"))
    return f"fine: I take it that you answered {name} elsewhere. If not, reply with the answer"
