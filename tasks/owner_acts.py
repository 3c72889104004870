"""The command words of an owner on one task, a function each."""

from language.masking import mask
from language.meaning import Command, How, Sure
from language.short import is_praise
from language.zones import in_words
from tasks import events as e
from tasks.answering import answer
from tasks.assigning import assign
from tasks.by_address import unsaid
from tasks.draft import Draft
from tasks.events_agreed import AcceptanceAsked
from tasks.fine import fine
from tasks.intents import Arrival
from tasks.letters import Kind
from tasks.masked import send_as_is
from tasks.misses import ASKED, asks
from tasks.model import Due, File, Stage, Task
from tasks.new_task import new_task
from tasks.nudging import nudge
from tasks.overriding import remind
from tasks.own_stays import drop_stale, own_stays
from tasks.own_words import OWN_WORDS
from tasks.paying import paid, unpaid
from tasks.people import is_called, told_to
from tasks.promise import due_of, wish_for
from tasks.proposals import answers_proposal
from tasks.resting import rest, resume
from tasks.splitting import one, split
from tasks.talk import Act, Outcome, name_of, plain_words, relay
from tasks.words_go import is_asked, may_go_along


def approve(draft: Draft, number: int, words: str, *, by_silence: bool = False) -> None:
    """The work is good: the task closes, and the contractor hears it. A question
    that stands open is asked once more, but for silence; both know that it is."""
    task = draft.record(number, e.WorkApproved(words, by_silence))
    asked = tuple(q.text for q in task.questions if q.by == task.contractor)
    ask_cause = asks(draft, number)
    draft.post(
        Kind.APPROVED,
        task.contractor,
        number,
        asked=ASKED if ask_cause else "",
        words=words,
        by_silence=by_silence,
        still_open=asked,
        ask_cause=ask_cause,
    )
    if asked and not by_silence:  # the clock asks nothing: each digest names it
        draft.post(
            Kind.QUESTION,
            task.owner,
            number,
            asked="question",
            writer=name_of(draft, task.contractor),
            words="\n".join(asked),
            about="approved",
            blocks=False,
        )


def clarify(draft: Draft, number: int, words: str) -> None:
    """Ask the owner what the words to a review meant; nothing is passed on."""
    task = draft.task(number)
    judged = task.stage is Stage.IN_REVIEW
    tell = f"tell {name_of(draft, task.contractor)}: ..."
    options = ("approve", "redo: ...", tell) if judged else (tell,)
    draft.post(Kind.CLARIFY, task.owner, number, asked="review", words=words, options=options)


def _approve(draft: Draft, number: int, mail: Arrival, command: Command) -> Outcome:
    task = draft.task(number)
    if not task.is_open:
        return Outcome(f"not done: the task is {task.state} already", loud=True)
    if not task.contractor:
        return Outcome("not done: nobody has this task yet", loud=True)
    if task.has_money and command.how is How.PHRASE:
        clarify(draft, number, mail.words.strip())
        return Outcome("not done yet: money hangs on it, so I asked")
    words = _along(draft, number, mail, command, judged=True)
    if words and is_asked(task) and not is_praise(words):
        answer(draft, number, task.contractor, mail, words)
    approve(draft, number, words)
    return Outcome("approved. Undo: redo")


def _along(draft: Draft, number: int, mail: Arrival, command: Command, *, judged: bool = False) -> str:
    """The words that go to the contractor with a letter: the word's argument,
    and the lines beside it where they may; else those are a private note."""
    task, beside = draft.task(number), plain_words(mail)
    if task.contractor in mail.present:
        return ""  # they have the mail
    if beside and not may_go_along(task, mail, judged=judged):
        draft.record(number, e.NoteKept(task.owner, beside))
        beside = ""
    return "\n".join(words for words in (command.arg, beside) if words)


def _redo(draft: Draft, number: int, mail: Arrival, command: Command) -> Outcome:
    task = draft.task(number)
    if task.stage in {Stage.CANCELLED, Stage.SPLIT} or not task.contractor:
        return Outcome(f"not done: the task is {task.state}", loud=True)
    reason = _along(draft, number, mail, command, judged=True)
    if not reason and may_go_along(task, mail, judged=True):
        reason = plain_words(mail) or mail.words.strip()
    draft.record(number, e.WorkSentBack(reason or command.word))
    if task.contractor not in mail.present:
        draft.post(
            Kind.SENT_BACK,
            task.contractor,
            number,
            asked="sent-back",
            words=reason or command.word,
            files=mail.files,
        )
    return Outcome("sent back with your words")


def _due(draft: Draft, number: int, mail: Arrival, command: Command) -> Outcome:
    """A date set by the owner holds at once; an earlier one only when written
    as a command word, and it asks the contractor to accept anew."""
    task = draft.task(number)
    due = due_of(command.due, draft.house.people[task.owner])
    if due is None:
        said = command.due.question or f'I could not read a date in "{command.arg}"'
        return Outcome(said, loud=True, asks="due")
    writer = draft.house.people[mail.sender.person]
    earlier = task.due is not None and due.at < task.due.at
    if earlier and command.how is How.PHRASE:
        return Outcome(
            f"not done yet: that is an earlier date. If you mean it, write  {wish_for(due, writer)}",
            loud=True,
        )
    set_due(draft, number, due, _sentence(task, mail, command), earlier=earlier)
    undo = wish_for(task.due, writer) if task.due else ""
    stays = own_stays(draft, number)
    loud = (
        earlier
        or (task.own_due is not None and (not stays or _is_bare(command)))
        or command.due.sure is Sure.AMBIGUOUS
        or (command.how is How.PHRASE and answers_proposal(task, mail))
    )
    return Outcome(f"due {in_words(due.at, due.zone)}{stays}", loud=loud, undo=undo)


def _is_bare(command: Command) -> bool:
    """Whether the date stands there without the word: "Friday 5pm"."""
    return command.how is How.PHRASE or command.line.strip() == command.arg


def set_due(
    draft: Draft,
    number: int,
    due: Due,
    words: str = "",
    *,
    earlier: bool = False,
    files: tuple[File, ...] = (),
) -> None:
    """The date holds from now on; the contractor is told, with the words it came in."""
    task = draft.task(number)
    draft.record(number, e.DueAgreed(due, "set by the owner"))
    drop_stale(draft, number, task.due, at_once=True)
    agreed = task.accepted_due or task.due
    if agreed and due.at < agreed.at and (task.stage is Stage.ACCEPTED or task.unaccepted_at):
        draft.record(number, AcceptanceAsked(agreed))
    if task.contractor:
        draft.post(
            Kind.DUE_CHANGED,
            task.contractor,
            number,
            asked="accept",
            files=files,
            earlier=earlier,
            former=task.due,
            words=words,
        )


def _sentence(task: Task, mail: Arrival, command: Command) -> str:
    """The sentence that named the date, where it was not written as a word and
    may reach the contractor."""
    said = command.how is How.PHRASE and task.contractor not in mail.present and may_go_along(task, mail)
    return command.line if said else ""


def _cancel(draft: Draft, number: int, mail: Arrival, command: Command) -> Outcome:
    task = draft.task(number)
    if not task.is_open:
        return Outcome(f"not done: the task is {task.state} already", loud=True)
    reason = _along(draft, number, mail, command)
    draft.record(number, e.TaskCancelled(reason))
    if task.contractor:
        draft.post(Kind.CANCELLED, task.contractor, number, words=reason)
    told = f", and {name_of(draft, task.contractor)} is told" if task.contractor in draft.house.people else ""
    return Outcome(f"cancelled{told}", loud=True, undo="" if task.parent else "resume")


def _tell(draft: Draft, number: int, mail: Arrival, command: Command) -> Outcome:
    """`tell Joy: ...` passes words on; the only way out of a private letter. `tell: ...`
    means whoever has the task."""
    task = draft.task(number)
    name, words = told_to(command.arg, draft.house.people.values())
    person = draft.house.people.get(task.contractor)
    if name.strip() and (person is None or not is_called(person, name)):
        return Outcome(f'not done: "{name.strip()}" does not have this task', loud=True)
    if person is None:
        return Outcome("not done: nobody has this task yet", loud=True)
    words = words.strip() or plain_words(mail)
    if not words:
        who = person.first_name
        return Outcome(f"not done: tell {who} what? Write  tell {who}: ...", loud=True)
    answers = is_asked(task)
    if answers:
        draft.record(number, e.QuestionAnswered(task.contractor, words))
    relay(draft, task, writer=name_of(draft, task.owner), words=words, about="answer" if answers else "words")
    return Outcome(unsaid(draft, mail, words, f"passed on to {person.first_name}"))


def _title(draft: Draft, number: int, mail: Arrival, command: Command) -> Outcome:
    if not command.arg:
        return Outcome("not done: which title?", loud=True)
    former, title = draft.task(number).title, mask(" ".join(command.arg.split())).text[:120]
    draft.record(number, e.TitleChanged(title))
    return Outcome(f"the title is now: {title}", undo=f"title: {former}")


def _take(draft: Draft, number: int, mail: Arrival, command: Command) -> Outcome:
    return Outcome(f"not done: {draft.task(number).tag} is yours already", loud=True)


def _nothing_held(draft: Draft, number: int, mail: Arrival, command: Command) -> Outcome:
    return Outcome("not done: no mail is held here. Answer the letter that quotes it", loud=True)


ACTS: dict[str, Act] = {
    "approve": _approve,
    "redo": _redo,
    "due": _due,
    "assign": assign,
    "cancel": _cancel,
    "paid": paid,
    "unpaid": unpaid,
    "tell": _tell,
    "fine": fine,
    "title": _title,
    "remind": remind,
    "nudge": nudge,
    "take": _take,
    "split": split,
    "one": one,
    "hold": rest,
    "resume": resume,
    "send as is": send_as_is,
    "new task": new_task,
    "pass on": _nothing_held,
    "always": _nothing_held,
    "drop": _nothing_held,
    **OWN_WORDS,
}
