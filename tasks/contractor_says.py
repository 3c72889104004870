"""A contractor's mail in the thread of a task.

Command words act; plain words go to the owner: at once if they ask, block,
hand in or finish something, else in the next digest.
"""

from language.meaning import Command, How
from language.questions import only_asks
from tasks import events as e
from tasks.answering import answer, returned, take_back
from tasks.by_letter import read_contractor, tell_no
from tasks.contractor_acts import ACTS, TO_ACCEPT, owner_has_it, to_owner
from tasks.draft import Draft
from tasks.intents import Arrival
from tasks.letters import Decision, Filed, Kind
from tasks.masked import tell_both
from tasks.model import Task
from tasks.new_topic import is_new_topic, other_subject
from tasks.opening import thread_subject
from tasks.ownerless import is_ownerless, ownerless_says
from tasks.pairs import answered_in_place
from tasks.replacing import replace
from tasks.requesting import see_request
from tasks.talk import (
    ANSWERS,
    UNBUILT,
    carry_out,
    is_small_talk,
    name_of,
    plain_words,
    transcript,
)
from tasks.ticks import read_steps

YES = frozenset({"ok", "thumb", "will do", "yes"})
ONE_LINE = 160  # characters of a contractor's words that a line of the digest shows whole
AT_ONCE = (Kind.QUESTION, Kind.REVIEW, Kind.DECLINED, Kind.PROPOSAL, Kind.RELAY)


def contractor_says(draft: Draft, task: Task, mail: Arrival) -> Decision:
    """Decide a proven mail of the task's contractor."""
    number, me = task.number, task.contractor
    mail = answered_in_place(task, read_steps(task, read_contractor(task, mail)), task.owner)
    draft.record(number, e.MailJoined(me, mail.message_id, thread_subject(mail.subject)))
    if task.owner in mail.present:
        draft.record(number, e.MailJoined(task.owner, mail.message_id, thread_subject(mail.subject)))
    if mail.files:
        draft.record(number, e.FilesAdded(mail.files))
    if is_ownerless(draft, task):
        _accept_shortly(draft, number, mail)
        return ownerless_says(draft, task, mail)
    take_back(draft, number, mail)
    _answer(draft, number, mail)
    mail = replace(mail, commands=tuple(sorted(mail.commands, key=_late)))
    done = carry_out(draft, number, mail, ACTS, "contractor")
    _accept_shortly(draft, number, mail)
    see_request(draft, number, mail, done)
    tell_no(draft, number, mail)
    if is_new_topic(task, mail):
        draft.remark(
            task.owner, f"{task.tag}: a mail under another Subject was filed with it: {mail.subject}"
        )
    _pass_words(draft, number, mail, done)
    tell_both(draft, number, mail)
    transcript(draft, me, number, undo="not done" if "done" in done else "")
    why = "words: " + ", ".join(done) if done else "plain words"
    return draft.close(Filed.REPLY, me, number, why=why)


def _late(command: Command) -> tuple[bool, bool]:
    """A bill counts before `done`, so that nobody approves it unseen; a question comes last."""
    return command.word == "question", command.word != "invoice"


def _answer(draft: Draft, number: int, mail: Arrival) -> None:
    """The next words of the contractor answer the owner's open question; a bare
    "yes" does where nothing else asked for it, as a reminder would. A question
    asked back answers nothing, and its own letter carries the words beside it."""
    task = draft.task(number)
    asked = mail.answers.kind if mail.answers else Kind.QUESTION
    short = mail.short.word in ANSWERS and asked in {Kind.QUESTION, Kind.RELAY}
    if any(q.by == task.owner for q in task.questions) and (short or not is_small_talk(mail)):
        asks = any(c.word in {"question", "blocked"} for c in mail.commands)
        if asks and only_asks(plain_words(mail)):
            return
        mine = tuple(q.text for q in task.questions if q.by == task.owner)
        asked_back = any(q.back for q in task.questions)
        left = answer(draft, number, task.owner, mail, mail.words.strip())
        waits = returned(draft, number, mail) if asked_back else ()
        if not asks:
            about = "words" if left == mine else "answer"
            to_owner(draft, number, mail, Kind.RELAY, about=about, pairs=mail.pairs, still_open=waits)


def _accept_shortly(draft: Draft, number: int, mail: Arrival) -> None:
    """A short yes to an assignment accepts it; so does handing something in."""
    task = draft.task(number)
    anew = task.unaccepted_at is not None and mail.short.word in YES
    if mail.commands or not (task.stage in TO_ACCEPT or anew):
        return
    asked = mail.answers.asked if mail.answers else "accept"
    if mail.files or (mail.short.word in YES and asked in {"accept", "sent-back", "relay", "due-changed"}):
        draft.record(number, e.Accepted())


def _pass_words(draft: Draft, number: int, mail: Arrival, done: tuple[str, ...]) -> None:
    """Plain words that no letter has carried yet: relayed at once with files
    or where the house wants each at once, else kept for the digest."""
    words = "\n".join(filter(None, (plain_words(mail), *_not_built(mail))))
    if is_small_talk(mail) and not mail.files or owner_has_it(draft, number, mail):
        return
    task = draft.task(number)
    late_bill = "invoice" in done and not task.is_open  # no digest lists the task any more
    if any(draft.owes(kind) for kind in AT_ONCE) or not (words or mail.files or late_bill):
        return
    if "invoice" in done and task.bills:
        to_owner(draft, number, mail, Kind.RELAY, about="bill", pairs=mail.pairs, money=task.bills[-1].amount)
    elif mail.files or draft.rules.relay == "all":
        to_owner(draft, number, mail, Kind.RELAY, about="progress", pairs=mail.pairs)
    elif words:
        _keep_words(draft, number, mail, words)


def _not_built(mail: Arrival) -> tuple[str, ...]:
    """Words that nothing does yet still tell the owner something: "away until Monday"."""
    return tuple(c.line for c in mail.commands if c.word in UNBUILT and c.how is How.EXPLICIT)


def _keep_words(draft: Draft, number: int, mail: Arrival, words: str) -> None:
    """For the digest. A closed task stands in none any more: its words are a
    line there, or are passed on where they are too long for one."""
    task = draft.task(number)
    if subject := other_subject(task, mail):
        words = f"{subject}: {words}"
    draft.record(number, e.WordsFiled(task.contractor, words, for_digest=task.is_open))
    if task.is_open:
        return
    if len(words) <= ONE_LINE:
        draft.remark(task.owner, f"{task.tag} {task.title}: {name_of(draft, task.contractor)} wrote: {words}")
    else:
        to_owner(draft, number, mail, Kind.RELAY, about="words", pairs=mail.pairs)
