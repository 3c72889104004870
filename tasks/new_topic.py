"""A new topic in an old thread (P2): another Subject, nothing quoted, a date of its own.

People answer the last mail they find to write to somebody. The owner is asked
whether it is a new task; until then the words are kept here and go nowhere.
"""

import re
from dataclasses import replace

from language.meaning import DueReading, How, Sure
from tasks import events as e
from tasks.buffering import private_notes
from tasks.draft import Draft
from tasks.intents import Arrival
from tasks.letters import Kind
from tasks.model import Aside, Task
from tasks.opening import begin_task, hand_over
from tasks.people import Person
from tasks.promise import due_of
from tasks.talk import plain_words

TOPIC = "topic"  # what the letter asks
_MARKS = re.compile(r"^(?:\s*(?:re|aw|fw|fwd|wg|sv|rv|tr|r)\s*:|\s*\[t-\d{1,9}\])+\s*", re.IGNORECASE)
_STAYS = frozenset(
    {"stays", "it stays", "stay", "part of it", "keep it", "same task", "the same", "no it stays"}
)


def is_new_topic(task: Task, mail: Arrival) -> bool:
    """Whether all three signs are there, and no command word says what is wanted."""
    briefed = mail.due.at is not None and bool(plain_words(mail)) and not _commanded(mail)
    return mail.led and not mail.quoted and briefed and _renamed(task, mail)


def _commanded(mail: Arrival) -> bool:
    """Whether a command word stands there; a `Due:` line stands in briefs, too."""
    return any(c.how is How.EXPLICIT and c.word not in {"due", "eta"} for c in mail.commands)


def _renamed(task: Task, mail: Arrival) -> bool:
    subject = _bare(mail.subject)
    known = {_bare(task.title), *(_bare(thread.subject) for thread in task.threads)}
    return bool(subject) and subject not in known


def other_subject(task: Task, mail: Arrival) -> str:
    """The Subject of a mail that stays in the thread of `task` under another one,
    which its reader has not seen; "" where it is the thread's own."""
    return _MARKS.sub("", mail.subject).strip() if _renamed(task, mail) else ""


def _bare(subject: str) -> str:
    return " ".join(_MARKS.sub("", subject).casefold().split())


def ask_topic(draft: Draft, number: int, mail: Arrival) -> None:
    """Keep the owner's words, and ask whether they are a new task."""
    task = draft.task(number)
    words = mail.words.strip()
    due = due_of(mail.due, draft.house.people[task.owner])
    aside = Aside(mail.subject.strip(), words, due, mail.files, mail.message_id, mail.key)
    draft.record(number, e.NoteKept(task.owner, words, aside))
    options = ("new task", "no")
    draft.post(
        Kind.CLARIFY,
        task.owner,
        number,
        asked=TOPIC,
        about=TOPIC,
        words=words,
        reason=mail.subject,
        options=options,
    )


def only_above(mail: Arrival) -> Arrival:
    """The mail without the words below `new task`: those are lines of the new
    brief, and do nothing to the task in whose thread they stand."""
    word = next((c for c in mail.commands if c.word == "new task" and c.how is How.EXPLICIT), None)
    if word is None or not word.line:
        return mail
    above, _, below = mail.words.partition(word.line)
    kept = (c for c in mail.commands if c is word or not c.line or c.line in above or c.line not in below)
    return replace(mail, commands=tuple(kept))


def answers_topic(task: Task, mail: Arrival) -> str:
    """What the owner's mail says to that letter: "new", "stays", or "" nothing clear."""
    asked = mail.answers.asked if mail.answers else ""
    if task.aside is None or asked != TOPIC or _commanded(mail):
        return ""
    if mail.short.word in {"yes", "ok", "thumb"}:
        return "new"
    stays = mail.short.word == "no" or mail.words.strip().casefold().strip(" .!") in _STAYS
    return "stays" if stays else ""


def make_task(draft: Draft, number: int, mail: Arrival) -> int:
    """The words kept aside become a task of their own, for the same contractor
    and in the thread of the mail they came in. Its number."""
    old = draft.task(number)
    aside, fresh = old.aside, draft.fresh()
    assert aside is not None
    owner = draft.house.people[old.owner]
    draft.record(number, e.BriefParted(""))
    came = as_it_came(mail, aside, owner)
    begin_task(draft, came, owner, fresh, title=aside.subject, brief=aside.text)
    for note in private_notes(draft, came, owner, old.contractor):
        draft.say(aside.subject, note, fresh)
    if old.contractor:
        hand_over(draft, fresh, old.contractor, ask_due=aside.due is None)
    return fresh


def as_it_came(mail: Arrival, aside: Aside, owner: Person) -> Arrival:
    """A mail with the words kept aside, as if it were the one that brought them."""
    due = aside.due
    reading = (
        DueReading(Sure.SURE, due.at, due.zone, due.phrase, other=due.other)
        if due
        else DueReading(zone=owner.zone)
    )
    return replace(
        mail,
        key=aside.source,
        message_id=aside.mail,
        subject=aside.subject,
        words=aside.text,
        body=aside.text,
        own=aside.text,
        due=reading,
        files=aside.files,
        commands=(),
    )
