"""What the receipt says besides the date: at most one line each."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from language.meaning import Sure
from tasks.buffering import cleaned, private_notes, private_of
from tasks.draft import Draft
from tasks.hours import is_working_day, local, within_hours
from tasks.intents import Arrival
from tasks.load import clash
from tasks.masked import note_secret
from tasks.overriding import see_reminding
from tasks.people import Person
from tasks.points import see_points
from tasks.titles import is_poor


def notes_of(draft: Draft, number: int, mail: Arrival, who: str) -> tuple[str, ...]:
    """What the receipt says besides: at most one line each."""
    notes = list(mail.notes)
    if mail.outsiders:
        notes.append(f"{', '.join(mail.outsiders)} was copied. What they write comes to you first.")
    owner = draft.house.people[draft.task(number).owner]
    notes += private_notes(draft, mail, owner, who)
    if len(mail.lint.parts) < 2:
        notes += see_points(draft, number, mail, owner)
    notes += see_reminding(draft, number, mail.own, who)
    told = cleaned(draft, mail, f"{mail.subject}\n{mail.body}", owner, private_of(draft, mail, owner))
    notes += note_secret(draft, number, told, who if who in mail.present else "")
    if mail.due.sure is Sure.ASK:
        notes.append(mail.due.question or "I could not read the date. Reply  due: ...")
    person, due = draft.house.people.get(who), draft.task(number).due
    if person and due and len(mail.lint.parts) < 2:
        notes += _odd_moment(due.at, person)
        notes += clash(draft, number, who)
    if is_poor(mail):
        notes.append("The Subject says little, so the first line is its title. Another?  title: and a name")
    if "vague_outcome" in mail.lint.issues:
        notes.append("One thing would save a question: how will they know it is done?")
    return tuple(notes)


def _odd_moment(at: datetime, person: Person) -> Sequence[str]:
    """Said when the due moment is night, weekend or holiday for the contractor."""
    day = local(at, person).date()
    if day in person.holidays:
        return [f"That is a holiday for {person.first_name}."]
    if not is_working_day(day, person):
        return [f"That is a {day:%A} for {person.first_name}."]
    edge = within_hours(at, person) or within_hours(at - timedelta(minutes=1), person)
    return (
        [] if edge else [f"That is {local(at, person):%H:%M} for {person.first_name}, outside working hours."]
    )
