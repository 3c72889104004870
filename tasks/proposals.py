"""The owner's answer to a date that the contractor proposes.

A yes makes it hold, a no or a date of the owner's own ends it. All other words
leave it open: they go to the contractor, for they are about the date, and from
then on silence agrees to nothing.
"""

from language.meaning import Command, How, Sure
from language.zones import in_words
from tasks import events as e
from tasks.draft import Draft
from tasks.events_parts import ProposalLeftOpen
from tasks.intents import Arrival, Evidence
from tasks.letters import Kind
from tasks.model import Due, Task
from tasks.own_stays import drop_stale
from tasks.own_words import only_own
from tasks.promise import wish_for
from tasks.talk import name_of

ASKED = "proposal"  # what the letter asks, and the transcript that tells it is open still


def answers_proposal(task: Task, mail: Arrival) -> bool:
    """Whether the owner's mail answers the letter about the proposed date, or
    stands in the thread in which the contractor proposed it to all."""
    if task.proposal is None:
        return False
    if mail.answers and mail.answers.kind:
        return ASKED in (mail.answers.kind, mail.answers.asked)
    return bool(task.contractor) and task.contractor in mail.present


def own_date(task: Task, mail: Arrival) -> Command | None:
    """The date that the owner names instead, as the word `due`; None without one.
    The contractor's own date, said again, is not another."""
    reading = mail.due
    if task.proposal is None or reading.at in (None, task.proposal.due.at):
        return None
    if reading.sure not in (Sure.SURE, Sure.AMBIGUOUS):
        return None
    return Command("due", reading.phrase, How.PHRASE, mail.words.strip(), reading)


def agree(draft: Draft, number: int, why: str, *, at_once: bool = False) -> None:
    """The proposed date holds from now on; the contractor is told."""
    task = draft.task(number)
    if task.proposal is None:
        return
    former, due = task.due, task.proposal.due
    draft.record(number, e.DueAgreed(due, why))
    drop_stale(draft, number, at_once=at_once)
    draft.post(
        Kind.DUE_CHANGED, task.contractor, number, asked="relay", earlier=False, former=former, agreed=True
    )


def agree_by(draft: Draft, number: int, mail: Arrival) -> None:
    """As `agree`, by the owner; told with the former date where a reply address alone said so."""
    former = draft.task(number).due
    agree(draft, number, "agreed by the owner", at_once=True)
    if mail.sender.evidence is Evidence.T_A and former:
        draft.say(mail.words.strip()[:80], f"the proposed date holds now. Undo: {_wish(draft, mail, former)}")


def _wish(draft: Draft, mail: Arrival, due: Due) -> str:
    return wish_for(due, draft.house.people[mail.sender.person])


def refuse(draft: Draft, number: int) -> None:
    """The date that was agreed stays; the contractor is told."""
    draft.record(number, e.ProposalRefused())
    draft.post(
        Kind.DUE_CHANGED,
        draft.task(number).contractor,
        number,
        asked="accept",
        earlier=False,
        former=None,
        refused=True,
    )


def refuse_by(draft: Draft, number: int, mail: Arrival) -> None:
    """As `refuse`, by the owner; told with the date where a reply address alone said so."""
    proposal = draft.task(number).proposal
    refuse(draft, number)
    if mail.sender.evidence is Evidence.T_A and proposal:
        undo = _wish(draft, mail, proposal.due)
        draft.say(mail.words.strip()[:80], f"the proposed date was refused. Undo: {undo}")


def leave_open(draft: Draft, number: int) -> str:
    """Silence agrees to the date no more; how that is told to the owner."""
    task = draft.record(number, ProposalLeftOpen())
    draft.asked = ASKED
    assert task.proposal is not None
    proposed = task.proposal.due
    stays = f"{in_words(task.due.at, task.due.zone)} stays" if task.due else "none is agreed"
    return (
        f"{in_words(proposed.at, proposed.zone)} is not agreed, and silence does not agree to it "
        f"any more: {stays}. Reply  ok  to agree, no, or  due:  and another date"
    )


def unsettled(draft: Draft, number: int, mail: Arrival) -> None:
    """Words of the owner's in answer to a proposed date that neither agreed nor
    refused; those about something else (`status`) leave it as it is."""
    words = mail.words.strip()
    about = answers_proposal(draft.task(number), mail) and not only_own(mail)
    if not words or mail.short.word == "thanks" or not about:
        return
    passed = f"passed on to {name_of(draft, draft.task(number).contractor)}. "
    sent = any(draft.owes(kind) for kind in (Kind.RELAY, Kind.QUESTION))
    draft.say(words[:80], f"{passed if sent else ''}{leave_open(draft, number)}")
