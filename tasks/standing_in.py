"""Who answers for an owner that is away: their words count as the owner's, but not
about money, not about people, and not for new work."""

from language.meaning import Command
from tasks.absence import absence_of, substitute_of
from tasks.draft import Draft
from tasks.intents import Arrival
from tasks.model import Task
from tasks.own_words import OWN_WORDS
from tasks.owner_acts import ACTS
from tasks.talk import Act, Outcome, name_of, transcript

MAY = frozenset(  # the words of an owner that work on the task which is there
    {"approve", "redo", "due", "cancel", "tell", "fine", "title", "remind", "nudge", "hold", "resume"}
)
WAIT = frozenset(ACTS) - MAY - frozenset(OWN_WORDS)
WAITS = "not done, and passed on to nobody: money, people and new work wait for {}, who reads it when back"


def stands_in(draft: Draft, task: Task, who: str) -> bool:
    """Whether `who` (a key) answers for the owner of this task now."""
    return bool(who) and who == substitute_of(draft.house, task, draft.now)


def answers_for(draft: Draft, who: str) -> str:
    """For whom `who` (a key) answers now, as the end of a sentence; "" for nobody."""
    for person in draft.house.people.values():
        absence = absence_of(person, draft.now)
        if absence and absence.substitute == who:
            return f"; where you answer for {person.first_name}, reply to the letter about it"
    return ""


def acts_of(task: Task, mail: Arrival) -> dict[str, Act]:
    """The owner's words, as far as this sender may say them."""
    if mail.sender.person == task.owner:
        return ACTS
    waits = WAIT | ({"approve"} if task.has_money else frozenset())
    return {**ACTS, **dict.fromkeys(waits, _waits)}


def tell_it_is_over(draft: Draft, task: Task, mail: Arrival, who: str) -> None:
    """Whoever answered for the owner once, and does so no more, is told: their words
    are the owner's to read, and nobody waits for more of theirs."""
    owner = draft.house.people.get(task.owner)
    if owner is None or not any(absence.substitute == who for absence in owner.away):
        return
    name = owner.first_name
    unproven = stands_in(draft, task, who)  # or it would have been obeyed
    why = f"nothing proves that this is yours. {name}" if unproven else f"{name} answers again, and"
    draft.say(mail.words.strip()[:80], f"not done: {why} reads it in the next digest")
    transcript(draft, who, task.number)


def _waits(draft: Draft, number: int, mail: Arrival, command: Command) -> Outcome:
    owner = name_of(draft, draft.task(number).owner)
    return Outcome(WAITS.format(owner), loud=True)
