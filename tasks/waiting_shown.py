"""What waits for an owner who is away, shown to whoever answers meanwhile.

At once when they are named; where they are away themselves, when they are back, if the
owner is not. Nobody is shown their own question or piece.
"""

from datetime import datetime

from tasks.absence import is_away
from tasks.draft import Draft
from tasks.hours import is_working_day, local, next_opening
from tasks.letters import Kind
from tasks.model import Proposal, Stage, Task
from tasks.moments import Moment
from tasks.people import Absence, House, Person
from tasks.talk import name_of
from tasks.turns import owed_answers

RULE = "substitute-back"  # the rung that shows it


def show_questions(draft: Draft, task: Task, who: str, since: datetime | None = None) -> None:
    """The contractor's open questions (of them those asked from `since` on) to `who` (a key)."""
    asked = [q for q in task.questions if q.by == task.contractor and (since is None or q.at >= since)]
    if not asked or who == task.contractor:
        return
    draft.post(
        Kind.QUESTION,
        who,
        task.number,
        asked="question",
        writer=name_of(draft, task.contractor),
        words="\n".join(q.text for q in asked),
        blocks=any(q.blocks for q in asked),
    )


def show_waiting(draft: Draft, number: int) -> None:
    """What came while whoever answers for the owner was away, now that they are back."""
    task = draft.task(number)
    found = _spans(task, draft.house, draft.now)
    if found is None or is_away(draft.house.people[found[0].substitute], draft.now):
        return
    owners, since = found
    show_questions(draft, task, owners.substitute, since)
    if task.stage is Stage.IN_REVIEW and task.review_at and task.review_at >= since:
        show_piece(draft, task, owners.substitute, task.review_at)
    if task.proposal and task.proposal.made_at >= since:
        show_proposal(draft, task, task.proposal, owners.substitute)


def show_proposal(draft: Draft, task: Task, proposal: Proposal, who: str) -> None:
    """A date that the contractor proposes, to `who` (a key)."""
    draft.post(
        Kind.PROPOSAL,
        who,
        task.number,
        asked="proposal",
        writer=name_of(draft, task.contractor),
        words=_words_of(task, proposal.made_at),
        nth=task.date_changes,
    )


def show_piece(draft: Draft, task: Task, who: str, at: datetime) -> None:
    """A finished piece that came at this moment (aware UTC), to `who` (a key)."""
    draft.post(
        Kind.REVIEW,
        who,
        task.number,
        asked="review",
        writer=name_of(draft, task.contractor),
        words=_words_of(task, at),
        approves_at=task.approves_at,
        money=task.priced,
    )


def _words_of(task: Task, at: datetime) -> str:
    """What the contractor wrote in the mail of this moment, kept for the digest."""
    return "\n".join(note.text for note in task.notes if note.at == at)


def substitute_back(task: Task, house: House) -> Moment | None:
    """When whoever answers for the owner is back before the owner is, and something came
    meanwhile (aware UTC); None: never."""
    owner, waits = house.people.get(task.owner), _waits(task)
    for absence in reversed(owner.away if owner and waits else ()):
        who = house.people.get(absence.substitute)
        for span in reversed(who.away if who and who.key != task.contractor else ()):
            since = _unseen_from(absence, span)
            if since is None or span.until is None or not any(since <= at < span.until for at in waits):
                continue
            if who and absence.covers(at := _first_day(span.until, who)):
                return Moment(at, f"{absence.substitute}@{span.until.isoformat()}")
    return None


def _first_day(until: datetime, who: Person) -> datetime:
    """The end of an absence, or where it falls on a day off the opening of the next working day."""
    return until if is_working_day(local(until, who).date(), who) else next_opening(until, who)


def _spans(task: Task, house: House, now: datetime) -> tuple[Absence, datetime] | None:
    """The owner's absence of now, and from when on nothing was shown to whom it names."""
    owner = house.people.get(task.owner)
    found = next((a for a in reversed(owner.away) if a.covers(now)), None) if owner else None
    who = house.people.get(found.substitute) if found else None
    if found is None or who is None or who.key == task.contractor:
        return None
    for span in reversed(who.away):
        since = _unseen_from(found, span)
        if since is not None and span.until and span.until <= now:
            return found, since
    return None


def _unseen_from(absence: Absence, span: Absence) -> datetime | None:
    """From when on what came in `span` was not shown to whoever was away then: from its
    beginning, or all that is open where they were named while away."""
    if span.by_machine or span.until is None or span.until <= absence.since:
        return None
    named_away = span.since <= absence.since
    return datetime.min.replace(tzinfo=absence.since.tzinfo) if named_away else span.since


def _waits(task: Task) -> list[datetime]:
    """Since when each thing waits that somebody has to be shown."""
    found = [q.at for q in owed_answers(task)]
    found += [task.review_at] if task.stage is Stage.IN_REVIEW and task.review_at else []
    return [*found, *([task.proposal.made_at] if task.proposal and task.is_open else [])]
