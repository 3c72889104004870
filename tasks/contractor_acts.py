"""The command words of a contractor on one task, a function each."""

from math import isfinite
from typing import Any

from language.meaning import Command, How, Sure
from language.others import awaits
from tasks import events as e
from tasks.answering import ask, letter_of
from tasks.copied import owner_has
from tasks.draft import Draft
from tasks.events_agreed import OtherAwaited
from tasks.events_follow import PaceNoted
from tasks.intents import Arrival
from tasks.letters import Kind
from tasks.load import best_first
from tasks.misses import cause
from tasks.model import Due, Proposal, Stage
from tasks.new_topic import other_subject
from tasks.own_words import OWN_WORDS
from tasks.pairs import beside
from tasks.promise import due_of
from tasks.returns import came_back, cause_of
from tasks.reviewing import announce_review, holds_from
from tasks.talk import Act, Outcome, name_of, plain_words, told_words
from tasks.ticks import check, step, uncheck

TO_ACCEPT = frozenset({Stage.HANDED_OVER, Stage.SENT_BACK})


def owner_has_it(draft: Draft, number: int, mail: Arrival) -> bool:
    """Nobody who stands in To or Cc gets a mail relayed."""
    return owner_has(draft, draft.task(number), mail)


def to_owner(draft: Draft, number: int, mail: Arrival, kind: Kind, **facts: Any) -> None:
    if owner_has_it(draft, number, mail):
        return
    task = draft.task(number)
    draft.post(
        kind,
        task.owner,
        number,
        writer=name_of(draft, task.contractor or mail.sender.person),
        words=facts.pop("words", None) or beside(told_words(mail), facts.get("pairs", ())),
        under=other_subject(task, mail),
        files=mail.files,
        **facts,
    )


def accept_work(draft: Draft, number: int, *, anew: bool = False) -> None:
    """Any report of work accepts the task, if nobody has yet. An earlier date of
    the owner is accepted by a word only (`anew`): a report says nothing of it."""
    task = draft.task(number)
    if task.stage in TO_ACCEPT or (anew and task.unaccepted_at):
        draft.record(number, e.Accepted())


def _accept(draft: Draft, number: int, mail: Arrival, command: Command) -> Outcome:
    accept_work(draft, number, anew=True)
    return Outcome("accepted")


def _decline(draft: Draft, number: int, mail: Arrival, command: Command) -> Outcome:
    task = draft.task(number)
    others, loads = best_first(draft, task, task.contractor)
    draft.record(number, e.Declined(command.arg or plain_words(mail)))
    came_back(draft, number, "declined")
    if not owner_has_it(draft, number, mail):
        draft.post(
            Kind.DECLINED,
            task.owner,
            number,
            asked="who-for",
            candidates=others,
            loads=loads,
            writer=name_of(draft, task.contractor),
            words=told_words(mail),
            under=other_subject(task, mail),
        )
    return Outcome("declined; the owner knows")


def _done(draft: Draft, number: int, mail: Arrival, command: Command) -> Outcome:
    accept_work(draft, number)
    task = draft.record(number, e.DoneReported(plain_words(mail) or command.arg))
    if not owner_has_it(draft, number, mail):
        approves_at = announce_review(draft, number)
        to_owner(
            draft,
            number,
            mail,
            Kind.REVIEW,
            asked="review",
            approves_at=approves_at,
            money=task.priced,
        )
    return Outcome("handed in; the owner looks at it")


def _reopen(draft: Draft, number: int, mail: Arrival, command: Command) -> Outcome:
    if draft.task(number).stage is not Stage.IN_REVIEW:
        return Outcome("not done: nothing to take back, for it was not handed in", loud=True)
    draft.record(number, e.DoneWithdrawn())
    to_owner(draft, number, mail, Kind.RELAY, about="reopened", pairs=())
    return Outcome("taken back: in work again")


def _question(draft: Draft, number: int, mail: Arrival, command: Command) -> Outcome:
    text = command.arg or plain_words(mail)
    ask(draft, number, mail.sender.person, text, mail)
    came_back(draft, number, cause_of(text, "question"))
    words = text if draft.owes(Kind.REVIEW) else ""  # that letter shows the rest
    to_owner(draft, number, mail, Kind.QUESTION, asked="question", blocks=False, words=words)
    return Outcome("asked")


def _blocked(draft: Draft, number: int, mail: Arrival, command: Command) -> Outcome:
    reason = command.arg or plain_words(mail) or "blocked"
    me = mail.sender.person
    draft.record(number, e.WorkBlocked(reason))
    if who := _awaited(draft, number, mail, reason):
        draft.record(number, OtherAwaited(who))
        to_owner(draft, number, mail, Kind.RELAY, about="awaits", reason=who, pairs=())
        return Outcome(f"noted: it waits for {who}, and the owner knows")
    draft.record(
        number, e.QuestionAsked(me, reason, mail.message_id, blocks=True, letter=letter_of(draft, number, me))
    )
    came_back(draft, number, cause_of(reason, "blocked"))
    to_owner(draft, number, mail, Kind.QUESTION, asked="question", blocks=True)
    return Outcome("the owner knows that work stands still")


def _awaited(draft: Draft, number: int, mail: Arrival, reason: str) -> str:
    """Somebody else whom the work waits for; "" where the owner can help."""
    owner = draft.house.people[draft.task(number).owner]
    return awaits(f"{reason}. {plain_words(mail)}", owner.first_name)


def _unblocked(draft: Draft, number: int, mail: Arrival, command: Command) -> Outcome:
    task = draft.record(number, e.WorkUnblocked())
    if command.arg and not plain_words(mail):
        draft.record(number, e.WordsFiled(task.contractor, command.arg))
    return Outcome("no longer blocked")


def _eta(draft: Draft, number: int, mail: Arrival, command: Command) -> Outcome:
    """A date from the contractor: agreed at once if it is not later than the
    one that holds, else proposed to the owner."""
    task = draft.task(number)
    person = draft.house.people[task.contractor]
    due = due_of(command.due, person)
    if due is None:
        said = command.due.question or f'I could not read a date in "{command.arg}"'
        return Outcome(said, loud=True, asks="eta")
    if due.at <= draft.now:
        return Outcome("that moment has passed; write one that is still to come", loud=True)
    accept_work(draft, number)
    if task.due and due.at <= task.due.at:
        accept_work(draft, number, anew=True)
        if task.proposal:
            draft.record(number, e.ProposalRefused())
            draft.remark(task.owner, f"{task.tag}: {person.first_name} keeps the agreed date after all")
        return Outcome("noted; the date that holds stays")
    _propose(draft, number, due, mail)
    return Outcome(
        f"proposed to {name_of(draft, task.owner)}: {command.arg or due.phrase}",
        loud=command.due.sure is Sure.AMBIGUOUS,
    )


def _propose(draft: Draft, number: int, due: Due, mail: Arrival) -> None:
    """The owner is asked at once where a date moves; a first date is quiet. The
    first change of an agreed date holds by silence, a further one needs a word (P45)."""
    before = draft.task(number)
    again = before.date_changes > 0 and before.unaccepted_at is None
    holds_at = None if again else holds_from(draft, before.owner, due)
    task = draft.record(number, e.DueProposed(Proposal(due, draft.now, holds_at)))
    if before.due:
        came_back(draft, number, "date")
        to_owner(draft, number, mail, Kind.PROPOSAL, asked="proposal", nth=task.date_changes)


def number_in(text: str) -> float | None:
    """The number that an argument is; None if it is none, or not finite."""
    try:
        number = float(text)
    except ValueError:
        return None
    return number if isfinite(number) else None


def _progress(draft: Draft, number: int, mail: Arrival, command: Command) -> Outcome:
    percent = number_in(command.arg)
    if percent is None or not 0 <= percent <= 100:
        return Outcome("how many percent? Write  60%", loud=True)
    accept_work(draft, number)
    draft.record(number, e.ProgressReported(int(percent)))
    draft.record(number, PaceNoted(int(percent)))
    return Outcome(f"noted: {command.arg} %")


def _hours(draft: Draft, number: int, mail: Arrival, command: Command) -> Outcome:
    hours = number_in(command.arg)
    if hours is None or not 0 < hours <= 1000:
        return Outcome("how many hours? Write  2.5h", loud=True)
    accept_work(draft, number)
    task = draft.record(number, e.HoursLogged(hours))
    return Outcome(f"noted: {command.arg} h, {task.hours:g} h in all")


def _invoice(draft: Draft, number: int, mail: Arrival, command: Command) -> Outcome:
    if not command.arg:
        return Outcome("which amount? Write  invoice: 200 USD", loud=True)
    accept_work(draft, number)
    draft.record(number, e.Billed(command.arg))
    return Outcome(f"billed: {command.arg}")


def _while_open(act: Act) -> Act:
    """A word that changes nothing once the task is closed: said so where it was
    written as one, else its sentence is kept like any other."""

    def checked(draft: Draft, number: int, mail: Arrival, command: Command) -> Outcome:
        task = draft.task(number)
        if not task.contractor:
            return Outcome("not done: you declined the task", loud=True)
        if task.is_open:
            return act(draft, number, mail, command)
        said = f"not done: this task is {task.state} already"
        return Outcome(said, loud=command.how is How.EXPLICIT)

    return checked


def _as_work(act: Act) -> Act:
    """A word that is a report of work: it accepts the task, too."""

    def working(draft: Draft, number: int, mail: Arrival, command: Command) -> Outcome:
        accept_work(draft, number)
        return act(draft, number, mail, command)

    return working


ACTS: dict[str, Act] = {
    "accept": _while_open(_accept),
    "decline": _while_open(_decline),
    "done": _while_open(_done),
    "reopen": _reopen,
    "question": _question,
    "blocked": _while_open(_blocked),
    "unblocked": _while_open(_unblocked),
    "eta": _while_open(_eta),
    "progress": _while_open(_progress),
    "hours": _hours,
    "invoice": _invoice,
    "check": _while_open(_as_work(check)),
    "uncheck": _while_open(uncheck),
    "step": _while_open(_as_work(step)),
    "cause": cause,
    **OWN_WORDS,
}
