"""`hold` and `resume`: work that rests. Nobody is reminded of it meanwhile, and
the contractor is told once when it rests and once when it goes on."""

import re
from datetime import datetime, timedelta

from language.meaning import Command
from language.zones import in_words
from tasks.draft import Draft
from tasks.events_parts import WorkRested, WorkResumed, WorkTakenUp
from tasks.hours import day_words, local, opening
from tasks.intents import Arrival
from tasks.letters import Kind
from tasks.model import Stage
from tasks.people import Person
from tasks.promise import due_of
from tasks.reviewing import announce_review
from tasks.silence import approves_at
from tasks.talk import Outcome, name_of

_CLOCK = re.compile(
    r"\d\s*(?:[ap]\.?m|h|uhr|o'clock)|\d:\d|noon|midnight|mittag|today|tonight|heute", re.IGNORECASE
)


def rest(draft: Draft, number: int, mail: Arrival, command: Command) -> Outcome:
    """Let the work rest: until the date in the argument, or until `resume`."""
    task = draft.task(number)
    if not task.is_open or task.stage is Stage.IN_REVIEW or not task.contractor:
        return Outcome(f"not done: the task is {task.state}", loud=True)
    at = rests_until(draft, command, draft.house.people[task.owner])
    draft.record(number, WorkRested(at, command.arg))
    _tell(draft, number, "rests", mail, "" if at else command.arg, until=at)
    until = f" until {in_words(at, draft.house.people[task.owner].zone)}" if at else ""
    return Outcome(f"on hold{until}: nobody is reminded. Undo: resume", loud=bool(at))


def rests_until(draft: Draft, command: Command, person: Person) -> datetime | None:
    """The moment at which work goes on (aware UTC): a day without an hour means
    its opening, and the name of this very day means the one a week ahead."""
    until = due_of(command.due, person)
    if until is None:
        return None
    day = local(until.at, person).date()
    if _CLOCK.search(until.phrase):
        return until.at if until.at > draft.now else None
    if day == local(draft.now, person).date():
        day += timedelta(days=7)
    at = opening(day, person)
    return at if at > draft.now else None


def resume(draft: Draft, number: int, mail: Arrival, command: Command) -> Outcome:
    task = draft.task(number)
    if task.stage is Stage.CANCELLED and not task.parent:
        return _take_up(draft, number, mail, command.arg)
    if not task.rests_at:
        return Outcome("not done: the task does not rest", loud=True)
    go_on(draft, number, mail, command.arg)
    return Outcome("work goes on, and so do reminders. Undo: hold")


def _take_up(draft: Draft, number: int, mail: Arrival, words: str) -> Outcome:
    """A task that was called off goes on from where it stood; whoever had it is told."""
    task = draft.task(number)
    reached = Stage.ACCEPTED if task.accepted_at else Stage.HANDED_OVER if task.contractor else Stage.OPENED
    draft.record(number, WorkTakenUp(Stage.IN_REVIEW if task.review_at else reached))
    if task.rests_at:
        draft.record(number, WorkResumed())
    who = draft.house.people.get(task.contractor)
    if who:
        about = "resumed-review" if task.review_at else _how_late(draft, number)
        _tell(draft, number, about, mail, words)
    told = f", and {who.first_name} is told" if who else ""
    look = _waits_for_look(draft, number) if task.review_at else ""
    return Outcome(f"taken up again{told}{look}", loud=True, undo="cancel")


def _waits_for_look(draft: Draft, number: int) -> str:
    """Work that was handed in before waits for the owner anew, and so does silence."""
    announce_review(draft, number)
    task = draft.task(number)
    at, owner = approves_at(task, draft.house), draft.house.people[task.owner]
    silence = f"; silence approves on {day_words(at, owner)}" if at else ""
    return f". It was handed in, and waits for your look: reply approve, or redo{silence}"


def go_on(draft: Draft, number: int, mail: Arrival, words: str) -> None:
    """Work goes on by the owner's word. A date that passed meanwhile is asked for anew."""
    draft.record(number, WorkResumed())
    _tell(draft, number, _how_late(draft, number), mail, words)


def tell_goes_on(draft: Draft, number: int) -> None:
    """The same, told where its time has come: as its contractor's letter of the day."""
    _tell(draft, number, _how_late(draft, number), None, "")


def _how_late(draft: Draft, number: int) -> str:
    due = draft.task(number).due
    return "resumed-late" if due and due.at <= draft.now else "resumed"


def _tell(
    draft: Draft, number: int, about: str, mail: Arrival | None, words: str, until: object = ""
) -> None:
    task = draft.task(number)
    if mail and task.contractor in mail.present:
        return
    draft.post(
        Kind.RELAY,
        task.contractor,
        number,
        unsolicited=mail is None,
        writer=name_of(draft, task.owner),
        words=words,
        about=about,
        pairs=(),
        until=until or "",
    )
