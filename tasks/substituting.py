"""A mail of whoever answers for an owner who is away.

It counts as the owner's where it is about the task that is there. Money, people and
new work are the owner's alone: such a mail does nothing, its writer is told, and the
owner reads it on the return. A reply address alone would prove it, and nobody else
would be asked.
"""

from language.masking import mask
from language.meaning import Command, How
from tasks.did_for import tell_disowned, tell_done
from tasks.disowning import about_yours
from tasks.draft import Draft
from tasks.intents import Arrival
from tasks.kept_back import kept_back
from tasks.letters import Decision, Filed, Kind
from tasks.model import Stage, Task
from tasks.new_topic import answers_topic, is_new_topic, other_subject
from tasks.owner_says import owner_says
from tasks.standing_in import WAIT, WAITS
from tasks.talk import IN_REVIEW, is_small_talk, name_of, plain_words, transcript
from tasks.trust import What, wish_of
from tasks.words_go import Goes, goes

OWNERS_ALONE = frozenset({Goes.WHO, Goes.PARTS})  # plain words that would hand over, or part a task


def substitute_says(draft: Draft, task: Task, mail: Arrival) -> Decision:
    """Decide a proven mail of the owner's substitute, by what it would do."""
    if found := about_yours(draft, task, mail):
        tell_disowned(draft, task, mail)
        return _with_lines(draft, found)
    if _is_owners_alone(task, mail):
        return _filed(draft, task, mail)
    decided = owner_says(draft, task, kept_back(draft, task.number, mail))
    tell_done(draft, task, mail)
    return _with_lines(draft, decided)


def _with_lines(draft: Draft, decided: Decision) -> Decision:
    """The same decision, with what was noted for the owner since."""
    return draft.close(decided.filed, decided.person, decided.task, decided.why)


def _is_owners_alone(task: Task, mail: Arrival) -> bool:
    words = frozenset(c.word for c in mail.commands if not _judges_nothing(task, c))
    text = f"{mail.words}\n{other_subject(task, mail)}"
    if words & WAIT or wish_of(task, words, text) is What.MONEY:
        return True
    if is_new_topic(task, mail) or answers_topic(task, mail):
        return True
    if mail.answers and mail.answers.asked == Kind.SPLIT:
        return True
    return goes(task, mail) in OWNERS_ALONE and bool(plain_words(mail)) and not is_small_talk(mail)


def _judges_nothing(task: Task, command: Command) -> bool:
    """A phrase like "looks good" where there is nothing to judge: only words."""
    read = command.how is How.PHRASE and command.word in IN_REVIEW
    return read and task.stage is not Stage.IN_REVIEW


def _filed(draft: Draft, task: Task, mail: Arrival) -> Decision:
    """Nothing is done: the writer is told, and the owner reads the words in the next digest."""
    who, words = mail.sender.person, mask(mail.words.strip()).text
    draft.remark(
        task.owner, f"{task.tag}: {name_of(draft, who)} wrote, and it waits for your word: {words[:300]}"
    )
    draft.say(words[:80] or "(nothing)", WAITS.format(name_of(draft, task.owner)))
    transcript(draft, who, task.number)
    return draft.close(Filed.REPLY, task.contractor, task.number, why="a substitute's words, for the owner")
