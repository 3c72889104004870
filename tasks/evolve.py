"""The fold: a task after one more fact. Nothing else changes a task."""

from datetime import datetime
from typing import assert_never

from tasks import events as e
from tasks.events_agreed import AgreedEvent
from tasks.events_apart import ApartEvent
from tasks.events_follow import FollowEvent
from tasks.events_hands import HandsEvent, HouseEvent
from tasks.events_parts import PartEvent
from tasks.events_reach import ReachEvent
from tasks.evolve_agreed import evolve_agreed, settled, went_on
from tasks.evolve_follow import evolve_follow
from tasks.evolve_hands import evolve_hands
from tasks.evolve_parts import evolve_part
from tasks.evolve_reach import evolve_reach, reached
from tasks.model import Bill, Note, Question, Stage, Task, Thread
from tasks.replacing import replace

_People = e.HandedOver | e.Reassigned | e.Accepted | e.Declined | e.SaidFine
_Talk = e.QuestionAsked | e.QuestionAnswered | e.WordsFiled | e.NoteKept | e.NotesDigested
_Work = e.WorkBlocked | e.WorkUnblocked | e.ProgressReported | e.HoursLogged | e.Billed | e.BillPaid
_Dates = e.DueProposed | e.DueAgreed | e.ProposalRefused
_Ends = (
    e.DoneReported | e.DoneWithdrawn | e.ReviewAnnounced | e.WorkSentBack | e.WorkApproved | e.TaskCancelled
)
_Brief = e.BriefAdded | e.BriefParted | e.FilesAdded | e.TitleChanged
_Mail = e.MailJoined | e.LetterOwed | e.RungPassed


def evolve(task: Task | None, fact: e.Fact) -> Task | None:
    """Fold one fact of a task into it; None before its first one.

    Facts of the house (task 0) leave None. Raises ValueError where a history
    does not begin with `TaskOpened`: such a history was tampered with.
    """
    if isinstance(fact.event, (e.AddressRegistered, HouseEvent)):
        return task
    if isinstance(fact.event, e.TaskOpened):
        return _opened(fact.event, fact)
    if task is None:
        raise ValueError(f"task {fact.task}: its history does not begin with its opening")
    return _changed(task, fact)


def _opened(event: e.TaskOpened, fact: e.Fact) -> Task:
    return Task(
        number=fact.task,
        title=event.title,
        brief=event.brief,
        owner=event.owner,
        opened_at=fact.at,
        due=event.due,
        due_question=event.due_question,
        money=event.money,
        files=event.files,
        watchers=event.watchers,
        outsiders=event.outsiders,
        source=event.source,
        parent=event.parent,
        owner_heard_at=fact.at,
        version=fact.n,
    )


def _changed(task: Task, fact: e.Fact) -> Task:
    heard, event = _heard(task, fact), fact.event
    if isinstance(event, e.TaskOpened | e.AddressRegistered):
        return task
    if isinstance(event, ApartEvent):
        return _kept_apart(heard, event, fact.at)
    if isinstance(event, _People):
        return _people(heard, event, fact)
    if isinstance(event, _Talk):
        return _talk(heard, event, fact)
    if isinstance(event, _Work):
        return _work(heard, event, fact)
    if isinstance(event, _Dates):
        return _dates(heard, event, fact)
    if isinstance(event, _Ends):
        return _ends(heard, event, fact)
    if isinstance(event, _Brief):
        return _brief(heard, event)
    if isinstance(event, _Mail):
        return _mail(heard, event)
    assert_never(event)


def _kept_apart(task: Task, event: ApartEvent, at: datetime) -> Task:
    """The events that have files of their own."""
    if isinstance(event, PartEvent):
        return evolve_part(task, event, at)
    if isinstance(event, ReachEvent):
        return evolve_reach(task, event, at)
    if isinstance(event, FollowEvent):
        return evolve_follow(task, event, at)
    if isinstance(event, AgreedEvent):
        return evolve_agreed(task, event, at)
    return evolve_hands(task, event) if isinstance(event, HandsEvent) else task


def _heard(task: Task, fact: e.Fact) -> Task:
    """The task at this fact's version. Whoever acts by mail was heard from at
    that moment. Both in one step: a task has many fields, and is copied often."""
    if fact.mail and fact.by == task.contractor:
        return reached(replace(task, version=fact.n, heard_at=fact.at), fact.at)
    if fact.mail and fact.by == task.owner:
        return replace(task, version=fact.n, owner_heard_at=fact.at)
    return replace(task, version=fact.n)


def _people(task: Task, event: _People, fact: e.Fact) -> Task:
    match event:
        case e.HandedOver(contractor=who) | e.Reassigned(contractor=who):
            return replace(
                settled(went_on(task)),
                contractor=who,
                watchers=tuple(w for w in task.watchers if w != who),
                joined=isinstance(event, e.HandedOver) and event.joined,
                stage=Stage.HANDED_OVER,
                handed_at=fact.at,
                due_set_at=fact.at,
                as_one_at=None,
                accepted_at=None,
                heard_at=None,
                fine_at=None,
                proposal=None,
                questions=(),
                blocked="",
                rungs=(),
                unreached="",
                bounces=0,
                lost=0,
                cut_off_at=None,
                cut_off_from="",
                reached_at=None,
                doer_rests_until=None,
            )
        case e.Accepted():
            return replace(settled(task), stage=Stage.ACCEPTED, accepted_at=fact.at)
        case e.Declined():
            task = settled(went_on(task))
            return replace(task, contractor="", stage=Stage.OPENED, questions=(), blocked="", proposal=None)
        case e.SaidFine():
            stage = Stage.ACCEPTED if task.stage is Stage.HANDED_OVER else task.stage
            return replace(task, stage=stage, accepted_at=task.accepted_at or fact.at, fine_at=fact.at)
        case _:
            assert_never(event)


def _talk(task: Task, event: _Talk, fact: e.Fact) -> Task:
    match event:
        case e.QuestionAsked(by=by, text=text, mail=mail, blocks=blocks, back=back, letter=letter):
            asked = Question(by, text, fact.at, mail, blocks, back, letter, event.asker)
            return replace(task, questions=(*task.questions, asked))
        case e.QuestionAnswered(asked_by=by, only=only):
            heard = replace(task, answered_at=fact.at) if by == task.contractor else task
            return _answered(heard, by, only)
        case e.WordsFiled(by=by, text=text, for_digest=True):
            return replace(task, notes=(*task.notes, Note(by, text, fact.at)))
        case e.NoteKept(aside=aside) if aside is not None:
            return replace(task, aside=aside)
        case e.WordsFiled() | e.NoteKept():
            return task
        case e.NotesDigested(upto=upto):
            return replace(task, notes=tuple(n for n in task.notes if n.at > upto))
        case _:
            assert_never(event)


def _answered(task: Task, by: str, only: tuple[str, ...]) -> Task:
    """The questions of one side are answered, or only some; a block that was one is lifted."""
    done = [q for q in task.questions if q.by == by and (not only or q.text in only)]
    lifted = any(q.blocks for q in done)
    open_ones = tuple(q for q in task.questions if q not in done)
    return replace(task, questions=open_ones, blocked="" if lifted else task.blocked)


def _work(task: Task, event: _Work, fact: e.Fact) -> Task:
    match event:
        case e.WorkBlocked(reason=reason):
            return replace(task, blocked=reason or "blocked", blocked_at=fact.at)
        case e.WorkUnblocked():
            waiting = tuple(q for q in task.questions if not q.blocks)
            return replace(went_on(task), blocked="", blocked_at=None, questions=waiting)
        case e.ProgressReported(percent=percent):
            return replace(went_on(task), progress=percent)
        case e.HoursLogged(hours=hours):
            return replace(task, hours=round(task.hours + hours, 2))
        case e.Billed(amount=amount):
            return replace(task, bills=(*task.bills, Bill(amount, fact.at)))
        case e.BillPaid():
            return replace(task, bills=tuple(replace(b, paid_at=b.paid_at or fact.at) for b in task.bills))
        case _:
            assert_never(event)


def _dates(task: Task, event: _Dates, fact: e.Fact) -> Task:
    match event:
        case e.DueProposed(proposal=proposal):
            changes = task.due is not None and task.unaccepted_at is None
            return replace(task, proposal=proposal, date_changes=task.date_changes + changes)
        case e.DueAgreed(due=due):
            task = settled(task)
            return replace(task, due=due, due_set_at=fact.at, proposal=None, due_question="", rungs=())
        case e.ProposalRefused():
            return replace(task, proposal=None)
        case _:
            assert_never(event)


def _ends(task: Task, event: _Ends, fact: e.Fact) -> Task:
    match event:
        case e.DoneReported():
            task = replace(went_on(task), rests_at=None, rests_until=None)
            return replace(task, stage=Stage.IN_REVIEW, review_at=fact.at, questions=(), blocked="")
        case e.DoneWithdrawn():
            return replace(task, stage=Stage.ACCEPTED, review_at=None, approves_at=None)
        case e.ReviewAnnounced(approves_at=at):
            return replace(task, approves_at=at)
        case e.WorkSentBack():
            task = replace(task, due_set_at=fact.at)  # until now it was the owner's turn
            return replace(task, stage=Stage.SENT_BACK, review_at=None, approves_at=None, closed_at=None)
        case e.WorkApproved():
            return replace(task, stage=Stage.APPROVED, closed_at=fact.at, approves_at=None)
        case e.TaskCancelled():
            return replace(task, stage=Stage.CANCELLED, closed_at=fact.at, approves_at=None)
        case _:
            assert_never(event)


def _brief(task: Task, event: _Brief) -> Task:
    match event:
        case e.BriefAdded(text=text, files=files):
            brief = f"{task.brief}\n\n{text}".strip()
            return replace(task, brief=brief, files=(*task.files, *files), added=text, aside=None)
        case e.BriefParted(text=text):
            return replace(task, brief=task.brief.removesuffix(text).rstrip(), added="", aside=None)
        case e.FilesAdded(files=files):
            return replace(task, files=(*task.files, *files))
        case e.TitleChanged(title=title):
            return replace(task, title=title)
        case _:
            assert_never(event)


def _mail(task: Task, event: _Mail) -> Task:
    match event:
        case e.MailJoined(person=person, message_id=mid, subject=subject):
            return _threaded(task, person, mid, subject)
        case e.LetterOwed(person=person, message_id=mid, subject=subject):
            return _threaded(task, person, mid, subject)
        case e.RungPassed(rung=rung):
            return replace(task, rungs=(*task.rungs, rung))
        case _:
            assert_never(event)


def _threaded(task: Task, person: str, message_id: str, subject: str) -> Task:
    """The person's thread with this mail as its newest; begun where there is none."""
    old = task.thread_of(person)
    if old is None:
        return replace(task, threads=(*task.threads, Thread(person, subject, message_id, message_id)))
    moved = replace(old, latest=message_id)
    return replace(task, threads=tuple(moved if t.person == person else t for t in task.threads))
