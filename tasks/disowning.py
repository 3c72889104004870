"""An owner's `no` to words that somebody sent with the owner's reply address.

The contractor is told, the brief is as it was, and from then on that reply
address proves nobody: whoever used it has it still.
"""

from language.yes import yes_or_no
from tasks import events as e
from tasks.by_address import NOT_YOURS, YOURS, disowned, known_by
from tasks.draft import Draft
from tasks.intents import Arrival
from tasks.letters import Decision, Filed, Kind
from tasks.model import Task
from tasks.talk import name_of, transcript

TOLD = "{} is told that these words were not yours"
KEPT = f"kept as your private note. {NOT_YOURS}"
FROM_NOW = "From now on mail to that reply address has to prove itself, or I ask you"


def about_yours(draft: Draft, task: Task, mail: Arrival) -> Decision | None:
    """The answer to the letter that told of words in the owner's name, where it is
    about that: a no takes them back. Of other words it is said what they did: nothing."""
    asked = mail.answers.asked if mail.answers else ""
    if not asked.startswith(YOURS) or mail.commands:
        return None
    if yes_or_no(mail.own, draft.house.people[task.owner].name) == "no":
        return _disown(draft, task, mail, asked.removeprefix(YOURS))
    if mail.short.word or not mail.words.strip():
        return None
    draft.record(task.number, e.NoteKept(task.owner, mail.words.strip()))
    draft.yours = asked
    draft.say(mail.words.strip()[:80], KEPT)
    transcript(draft, task.owner, task.number)
    return draft.close(Filed.REPLY, task.contractor, task.number, why="neither yes nor no: kept as a note")


def _disown(draft: Draft, task: Task, mail: Arrival, words: str) -> Decision:
    """Take back what can be taken back, and tell both sides."""
    number = task.number
    if known_by(task.added) == words:
        draft.record(number, e.BriefParted(task.added))
    asked = tuple(q.text for q in task.questions if q.by == task.owner and known_by(q.text) in words)
    if asked:
        draft.record(number, e.QuestionAnswered(task.owner, "", only=asked))
    if task.contractor:
        _tell(draft, task, words)
    slot = disowned(task.owner, number)
    if slot not in draft.view.slots:
        draft.slot(slot)
    told = f"{TOLD.format(name_of(draft, task.contractor))}. " if task.contractor else ""
    draft.say(words, f"{told}{FROM_NOW}")
    transcript(draft, task.owner, number)
    return draft.close(Filed.REPLY, task.contractor, number, why="words by a reply address were disowned")


def _tell(draft: Draft, task: Task, words: str) -> None:
    writer = name_of(draft, task.owner)
    draft.post(
        Kind.RELAY, task.contractor, task.number, writer=writer, words=words, about="disowned", pairs=()
    )
