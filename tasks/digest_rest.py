"""A line of the digest, where the owner let the task rest or the contractor is away."""

from datetime import datetime

from tasks.absence import absence_of, back_on
from tasks.hours import day_words
from tasks.model import Task
from tasks.moments import goes_on_at
from tasks.people import Absence, House, Person
from tasks.quiet import is_snoozed

IN_WORK = frozenset({"Late", "At risk", "Due today", "On track"})


def at_rest(
    task: Task, house: House, now: datetime, title: str, text: str, quote: str
) -> tuple[str, str, str]:
    """The section, the sentence and the quote of a line as they are now. What the
    owner snoozed is no reason for a digest, and is told in every one that comes."""
    owner, doer = house.people[task.owner], house.people.get(task.contractor)
    absence = absence_of(doer, now) if doer else None
    if task.is_open and is_snoozed(task, owner, now):
        return "On track", f"snoozed {back_on(task.owner_rests_until, owner)}. {text}", quote
    if absence is None or doer is None or title not in IN_WORK or task.rests_at:
        return title, text, quote
    away = f"{doer.first_name} is away {back_on(absence.until, doer)}"
    return _of_the_absent(task, absence, title), f"{away}. {text[:1].upper()}{text[1:]}", quote


def rests_words(task: Task, house: House, owner: Person) -> str:
    """That it is on hold: until when, and when its contractor is told where that is
    later, as their day begins."""
    at, until = goes_on_at(task, house), task.rests_until
    if until is None or at is None:
        return "on hold"
    name = house.people[task.contractor].first_name if task.contractor in house.people else ""
    told = f", told to {name} {day_words(at, owner)}" if at > until else ""
    return f"on hold until {day_words(until, owner)}{told}"


def _of_the_absent(task: Task, absence: Absence, title: str) -> str:
    """Nobody is late for the time of an absence they told of."""
    if title == "Late" and not absence.by_machine:
        return "At risk"
    meanwhile = task.due and (absence.until is None or task.due.at <= absence.until)
    return "At risk" if meanwhile and title != "Late" else title
