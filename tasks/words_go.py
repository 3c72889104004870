"""Where an owner's plain words go: conversation.md's table, as a table.

What an owner writes in answer to a letter *about* a person never reaches that
person unless the owner says so.
"""

from enum import StrEnum

from language.news import asks_for_news
from tasks.intents import Arrival
from tasks.letters import Kind
from tasks.model import Task


class Goes(StrEnum):
    BRIEF = "added to the brief, and passed on"
    CONTRACTOR = "passed on to the contractor"
    ANSWER = "the answer to an open question, else a private note"
    PARTS = "asked about until it is clear how many tasks it is"
    REVIEW = "asked about until it is clear"
    WHO = "read as a name"
    NOTE = "kept as a private note"


WORDS_GO: dict[str, Goes] = {
    Kind.RECEIPT: Goes.BRIEF,
    Kind.SPLIT: Goes.PARTS,
    Kind.RELAY: Goes.CONTRACTOR,
    Kind.QUESTION: Goes.CONTRACTOR,
    Kind.PROPOSAL: Goes.CONTRACTOR,
    Kind.OWED: Goes.ANSWER,
    Kind.REVIEW: Goes.REVIEW,
    Kind.CLARIFY: Goes.REVIEW,
    Kind.WHO_FOR: Goes.WHO,
    Kind.DECLINED: Goes.WHO,
}
PASSED_ON = frozenset({Goes.BRIEF, Goes.CONTRACTOR})
ABOUT_A_PERSON = ("late-owner:", "escalate:")  # rungs that wrote to the owner about the contractor


def goes(task: Task, mail: Arrival) -> Goes:
    """By the letter answered. Without one, the mail stands in the owner's own
    thread: an open question is answered, else it adds to the brief, unless the
    contractor, who has it already, is among the recipients."""
    if mail.answers and mail.answers.kind:
        where = WORDS_GO.get(mail.answers.kind, Goes.NOTE)
        if where is Goes.BRIEF and task.contractor and asks_for_news(mail.words):
            return Goes.CONTRACTOR  # "any news?" is no part of a brief
        return Goes.REVIEW if mail.fresh and _in_doubt(task, where) else where
    if is_asked(task) or (task.contractor and task.contractor in mail.present):
        return Goes.CONTRACTOR
    return Goes.BRIEF


def _in_doubt(task: Task, where: Goes) -> bool:
    """A tapped answer names the task but not the letter: the last one is only a
    guess. Words that would end as a note may be the answer that is waited for,
    and words that would be passed on may be about the contractor: both are
    asked about, and meanwhile nothing is passed on."""
    if where is Goes.NOTE:
        return is_asked(task)
    about = any(rung.startswith(ABOUT_A_PERSON) for rung in task.rungs)
    return about and where in PASSED_ON | {Goes.ANSWER}


def is_asked(task: Task) -> bool:
    """Whether a question of the contractor waits for the owner."""
    return any(q.by == task.contractor for q in task.questions)


def may_go_along(task: Task, mail: Arrival, *, judged: bool = False) -> bool:
    """Whether plain words beside a command word may reach the contractor with
    its letter. `judged`: the word approves, so that words to a review, which
    wait only until it is clear, go along too."""
    where = goes(task, mail)
    return where in PASSED_ON or (judged and where is Goes.REVIEW)
