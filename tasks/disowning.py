"""The `no` of an owner, or of who stands in for them, to words that somebody sent with their reply address.

The contractor is told, the brief is as it was, and from then on that reply
address proves nobody: whoever used it has it still.
"""

from language.yes import yes_or_no
from tasks import events as e
from tasks.by_address import NOT_YOURS, YOURS, disowned, known_by
from tasks.draft import Draft
from tasks.intents import Arrival
from tasks.letters import Decision, Filed, letter_key
from tasks.model import Task
from tasks.talk import name_of, relay, transcript

TOLD = "{} is told that these words were not yours"
KEPT = f"kept as your private note. {NOT_YOURS}"
ALREADY = "done before: {} was told already that these words were not yours"
FROM_NOW = "From now on mail to that reply address has to prove itself, or I ask you"


def is_about_yours(mail: Arrival) -> bool:
    """Whether a mail answers the letter that told of words in its reader's name."""
    return bool(mail.answers and mail.answers.asked.startswith(YOURS)) and not mail.commands


def about_yours(draft: Draft, task: Task, mail: Arrival) -> Decision | None:
    """The answer to the letter that told of words in the owner's name, where it is
    about that: a no takes them back. Of other words it is said what they did: nothing."""
    asked = mail.answers.asked if mail.answers else ""
    if not is_about_yours(mail):
        return None
    me = mail.sender.person
    if yes_or_no(mail.own, draft.house.people[me].name) == "no":
        return _disown(draft, task, mail, asked.removeprefix(YOURS))
    if mail.short.word or not mail.words.strip():
        return None
    draft.record(task.number, e.NoteKept(me, mail.words.strip()))
    draft.yours = asked
    draft.say(mail.words.strip()[:80], KEPT)
    transcript(draft, me, task.number)
    return draft.close(Filed.REPLY, task.contractor, task.number, why="neither yes nor no: kept as a note")


def _disown(draft: Draft, task: Task, mail: Arrival, words: str) -> Decision:
    """Take back what can be taken back, and tell both sides."""
    number, me = task.number, mail.sender.person
    once = f"{disowned(me, number)}{letter_key(words)}"
    if once in draft.view.slots:
        draft.say(mail.words.strip()[:80], ALREADY.format(name_of(draft, task.contractor) or "nobody"))
        transcript(draft, me, number)
        return draft.close(Filed.REPLY, task.contractor, number, why="disowned already")
    draft.slot(once)
    if known_by(task.added) == words:
        draft.record(number, e.BriefParted(task.added))
    asked = tuple(q.text for q in task.questions if q.by == task.owner and known_by(q.text) in words)
    if asked:
        draft.record(number, e.QuestionAnswered(task.owner, "", only=asked))
    if task.contractor:
        relay(draft, task, writer=name_of(draft, me), words=words, about="disowned")
    slot = disowned(me, number)
    if slot not in draft.view.slots:
        draft.slot(slot)
    told = f"{TOLD.format(name_of(draft, task.contractor))}. " if task.contractor else ""
    draft.say(words, f"{told}{FROM_NOW}")
    transcript(draft, me, number)
    return draft.close(Filed.REPLY, task.contractor, number, why="words by a reply address were disowned")
