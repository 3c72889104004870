"""A contractor's mail about a task whose owner is in the config no more.

Nobody can decide about it, yet work goes on: the words are filed, the state follows as far
as it needs no owner, the first owner of the house reads of it in the digest, and the
contractor is told whom to write to: once, and again when the work is handed in.
"""

from language.masking import mask
from language.meaning import Command
from tasks import events as e
from tasks.absence import heir, is_away
from tasks.answering import ask
from tasks.contractor_acts import ACTS as ALL
from tasks.contractor_acts import accept_work
from tasks.draft import Draft
from tasks.intents import Arrival
from tasks.letters import Decision, Filed, Kind
from tasks.model import Proposal, Stage, Task
from tasks.own_words import OWN_WORDS, only_own
from tasks.people import Person
from tasks.promise import due_of
from tasks.requesting import see_request
from tasks.returns import came_back
from tasks.talk import Act, Outcome, carry_out, plain_words, transcript

GONE = "{did}. {owner} is no longer here, so that nobody decides about it at once. {first} is told{where}"
ENDS = {Stage.IN_REVIEW: "handed in: nothing more has to be done", Stage.OPENED: "given back"}
ASKS = "{name} waits for an answer about {title} ({tag}), whose owner {owner} is no longer in the config."
TAKE = "Reply  {tag} take  and it is yours; words below it in the same paragraph are {name}'s answer"
KEPT = "kept; {first} is told"
AS_EVER = (
    "accept",
    "reopen",
    "unblocked",
    "cause",
    "progress",
    "hours",
    "invoice",
    "check",
    "uncheck",
    "step",
)


def is_ownerless(draft: Draft, task: Task) -> bool:
    """Whether its owner is in the config no more."""
    return task.owner not in draft.house.people


def ownerless_says(draft: Draft, task: Task, mail: Arrival) -> Decision:
    """Decide a proven mail of such a task's contractor."""
    me, number = task.contractor, task.number
    said = take_up(draft, task, mail)
    if said != KEPT.format(first=_heir(draft).first_name):
        draft.say(mail.words.strip()[:80], said)
    transcript(draft, me, number)
    return draft.close(Filed.REPLY, me, number, why="filed: its owner has left")


def take_up(draft: Draft, task: Task, mail: Arrival) -> str:
    """File the words and let the state follow; what the contractor is to hear of it."""
    number, heir = task.number, _heir(draft)
    carry_out(draft, number, mail, ACTS, "contractor")
    see_request(draft, number, mail, tuple(c.word for c in mail.commands))
    if only_own(mail) or not (mail.words.strip() or mail.files):
        return KEPT.format(first=heir.first_name)
    draft.record(number, e.WordsFiled(task.contractor, mail.words.strip(), for_digest=True))
    _tell_heir(draft, task, mail, heir)
    _ask_heir(draft, task, mail, heir)
    return _told(draft, task, heir)


def _tell_heir(draft: Draft, task: Task, mail: Arrival, heir: Person) -> None:
    doer = draft.house.people[task.contractor]
    words = " ".join(mail.words.split())[:160] + (f" ({len(mail.files)} attached)" if mail.files else "")
    left = f"{task.tag} {task.title[:40]}, whose owner {task.owner} is no longer in the config"
    draft.remark(heir.key, f"{left}: {doer.first_name} ({doer.address}) wrote: {words}")


def _ask_heir(draft: Draft, task: Task, mail: Arrival, heir: Person) -> None:
    """A letter of its own where the contractor waits for an answer by this mail; who is
    away reads it in the digest."""
    done = draft.done_to(task.number)
    asked = any(isinstance(event, e.QuestionAsked) and event.by == task.contractor for event in done)
    if not asked or is_away(heir, draft.now):
        return
    name, words = draft.house.people[task.contractor].first_name, " ".join(mail.words.split())[:160]
    draft.post(
        Kind.TRANSCRIPT,
        heir.key,
        subject=f"{name} waits for an answer: {task.title}",
        cause=f"ownerless:{task.tag}:{mail.key}",
        reason=ASKS.format(name=name, title=mask(task.title).text, tag=task.tag, owner=task.owner),
        lines=((mask(words).text, TAKE.format(tag=task.tag, name=name)),),
        undo="",
    )


def _told(draft: Draft, task: Task, heir: Person) -> str:
    """The whole of it the first time, and where their part ends by this mail."""
    stage = draft.task(task.number).stage
    end = ENDS.get(stage, "") if stage is not task.stage else ""
    slot = f"{ownerless(task.contractor)}T-{task.number}{':done' if end and stage is Stage.IN_REVIEW else ''}"
    if slot in draft.view.slots:
        return KEPT.format(first=heir.first_name)
    draft.slot(slot)
    where = f": write to {heir.address} if it cannot wait" if draft.rules.share_owner_address else ""
    return GONE.format(did=end or "kept", owner=task.owner, first=heir.first_name, where=where)


def ownerless(person: str) -> str:
    """What begins the slots of what this contractor was told about such tasks."""
    return f"ownerless:{person}:"


def _heir(draft: Draft) -> Person:
    return heir(draft.house, draft.now)


def _done(draft: Draft, number: int, mail: Arrival, command: Command) -> Outcome:
    """Handed in; silence approves nothing, for nobody is there to be silent."""
    if not draft.task(number).is_open:
        return Outcome(f"not done: this task is {draft.task(number).state} already", loud=True)
    accept_work(draft, number)
    draft.record(number, e.DoneReported(plain_words(mail) or command.arg))
    return Outcome("handed in")


def _question(draft: Draft, number: int, mail: Arrival, command: Command) -> Outcome:
    ask(draft, number, mail.sender.person, command.arg or plain_words(mail), mail)
    return Outcome("kept")


def _blocked(draft: Draft, number: int, mail: Arrival, command: Command) -> Outcome:
    me, reason = mail.sender.person, command.arg or plain_words(mail) or "blocked"
    if draft.task(number).is_open:
        draft.record(number, e.WorkBlocked(reason))
        draft.record(number, e.QuestionAsked(me, reason, mail.message_id, blocks=True))
    return Outcome("kept")


def _decline(draft: Draft, number: int, mail: Arrival, command: Command) -> Outcome:
    if draft.task(number).is_open:
        draft.record(number, e.Declined(command.arg or plain_words(mail)))
        came_back(draft, number, "declined")
    return Outcome("given back")


def _eta(draft: Draft, number: int, mail: Arrival, command: Command) -> Outcome:
    """A date is kept as proposed; nobody can agree to it, nor is silent."""
    task = draft.task(number)
    due = due_of(command.due, draft.house.people[mail.sender.person])
    if due is None or due.at <= draft.now:
        return Outcome(f'I could not read a date to come in "{command.arg}"', loud=True)
    if task.is_open and task.contractor:
        accept_work(draft, number)
        if task.due is None or due.at > task.due.at:
            draft.record(number, e.DueProposed(Proposal(due, draft.now, None)))
    return Outcome(f"kept; {_heir(draft).first_name} is told")


ACTS: dict[str, Act] = {
    **{word: ALL[word] for word in AS_EVER},
    "done": _done,
    "question": _question,
    "blocked": _blocked,
    "decline": _decline,
    "eta": _eta,
    **OWN_WORDS,
}
