"""What somebody did who answered for an owner, in a line of the digest of the return.

It names who did it and, where it can be taken back, the word that does. What was
said to somebody stays said.
"""

from datetime import datetime

from language.masking import mask, secrets_in
from tasks import events as e
from tasks.absence import after_absence
from tasks.by_address import ALONE, remark_on
from tasks.draft import Draft
from tasks.events_follow import Asked, RemindersSet
from tasks.events_parts import WorkRested, WorkResumed, WorkTakenUp
from tasks.hours import day_words
from tasks.intents import Arrival, Evidence
from tasks.model import Stage, Task
from tasks.people import Person
from tasks.promise import wish_for
from tasks.talk import name_of

QUOTED = 120  # characters of the words that a line shows
TITLED = 40  # and of a title
QUOTES = (e.QuestionAnswered, e.QuestionAsked, e.BriefAdded)  # their lines hold the words that went along
Did = tuple[str, str]  # what was done, and the word that takes it back ("" none)
JUDGED = frozenset({Stage.IN_REVIEW, Stage.APPROVED})


def tell_done(draft: Draft, before: Task, mail: Arrival) -> None:
    """One line for the owner about all that a substitute's mail did to this task,
    which was `before`."""
    found = [did for event in draft.done_to(before.number) if (did := _did(draft, before, event))]
    if not any(isinstance(event, QUOTES) for event in draft.done_to(before.number)):
        found += _said(draft, before)
    who = name_of(draft, mail.sender.person)
    weak = mail.sender.evidence is Evidence.T_A
    if not found and weak:
        remark_on(draft, before.owner, before.number, mail, f"{who}'s")
    if not found:
        return
    undo = " or ".join(f"{before.tag} {word}" for _, word in found if word)
    what, proof = ", ".join(words for words, _ in found), f", {ALONE}" if weak else ""
    draft.remark(before.owner, f"{who}, for you{proof}: {what}{f'. Undo: {undo}' if undo else ''}")


def tell_disowned(draft: Draft, task: Task, mail: Arrival) -> None:
    """One line for the owner where a substitute says that words sent by their reply
    address were not theirs: an earlier line told them as theirs."""
    words, about = draft.passes_on(task.contractor)
    if about == "disowned":
        who, doer = name_of(draft, mail.sender.person), name_of(draft, task.contractor)
        said = f"({_named(task)}) was not from them; {doer} is told"
        draft.remark(task.owner, f"{who} says that {_quoted(task, words)} {said}")


def _did(draft: Draft, before: Task, event: e.Event) -> Did | None:
    """What one event is to the owner; None where another one tells it, or nothing does."""
    owner, named = draft.house.people[before.owner], _named(before)
    match event:
        case e.QuestionAnswered(asked_by=by, text=text) if by == before.contractor and not _is_fine(
            draft, before
        ):
            return f"answered a question ({named}{_quoted(before, text, ': ')})", ""
        case e.QuestionAsked(by=by, text=text) if by == before.owner:
            return f"asked {name_of(draft, before.contractor)} about {named}{_aside(before, text)}", ""
        case e.BriefAdded(text=text):
            return f"added to the brief of {named}{_aside(before, text)}", ""
        case e.DueAgreed() | e.ProposalRefused():
            return _date(before, event, owner)
        case e.WorkApproved() | e.WorkSentBack() | e.TaskCancelled():
            return _end(before, event)
        case _:
            return _smaller(draft, before, event)


def _date(before: Task, event: e.DueAgreed | e.ProposalRefused, owner: Person) -> Did | None:
    proposed = before.proposal.due if before.proposal else None
    if isinstance(event, e.ProposalRefused):
        if proposed is None:
            return None
        return f"refused {day_words(proposed.at, owner)} for {_named(before)}", wish_for(proposed, owner)
    undo, when = wish_for(before.due, owner) if before.due else "", day_words(event.due.at, owner)
    if proposed and proposed.at == event.due.at:
        return f"agreed to {when} for {_named(before)}", undo
    return f"moved {_named(before)} to {when}", undo


def _end(before: Task, event: e.WorkApproved | e.WorkSentBack | e.TaskCancelled) -> Did:
    match event:
        case e.WorkApproved():
            return f"approved {_named(before)}", "redo"
        case e.WorkSentBack(reason=reason):
            undo = "approve" if before.stage in JUDGED else ""
            return f"sent {_named(before)} back{_aside(before, reason)}", undo
        case e.TaskCancelled():
            return f"called off {_named(before)}", "" if before.parent else "resume"


def _smaller(draft: Draft, before: Task, event: e.Event) -> Did | None:
    named = _named(before)
    match event:
        case WorkRested(until=until):
            return _rested(draft, before, until)
        case WorkTakenUp():
            return f"took {named} up again", "cancel"
        case WorkResumed() if before.is_open:
            return f"let {named} go on", "hold"
        case e.TitleChanged(title=title):
            return f'named {before.tag} "{title}"', f"title: {before.title}"
        case RemindersSet():
            return f"changed the reminders of {named}", f"remind: {_as_before(before.remind_days)}"
        case e.SaidFine():
            return f"said fine to {named}", "nudge"
        case Asked():
            return f"had {name_of(draft, before.contractor)} asked how {named} goes", ""
        case _:
            return None


def _is_fine(draft: Draft, before: Task) -> bool:
    return any(isinstance(event, e.SaidFine) for event in draft.done_to(before.number))


def _rested(draft: Draft, before: Task, until: datetime | None) -> Did:
    """What is over when its owner is back has no undo."""
    owner = draft.house.people[before.owner]
    back = after_absence(draft.now, owner)
    when = f" until {day_words(until, owner)}" if until else ""
    over = until and back and until <= back
    return f"put {_named(before)} on hold{when}", "" if over else "resume"


def _said(draft: Draft, before: Task) -> list[Did]:
    """Words that went to the contractor."""
    words, _ = draft.passes_on(before.contractor)
    if not words:
        return []
    return [
        (f"wrote to {name_of(draft, before.contractor)} about {_named(before)}{_aside(before, words)}", "")
    ]


def _as_before(days: int | None) -> str:
    return "as usual" if days is None else f"{days} days before" if days else "none"


def _named(task: Task) -> str:
    return f"{task.tag} {task.title if len(task.title) <= TITLED else f'{task.title[:TITLED]}...'}"


def _aside(task: Task, words: str) -> str:
    quoted = _quoted(task, words)
    return f" ({quoted})" if quoted else ""


def _quoted(task: Task, words: str, head: str = "") -> str:
    said = " ".join(mask(words, secrets_in(task.brief, task.masked)).text.split())
    cut = f"{said[:QUOTED]}..." if len(said) > QUOTED else said
    return f'{head}"{cut}"' if said else ""
