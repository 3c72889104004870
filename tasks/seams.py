"""Several tasks in one mail, when it comes in: seen, kept, and asked about once.

Nothing stands still for it: after two working hours of the owner the mail goes
out as one task (conversation.md). What `split` and `one` then do stands in
`tasks.splitting`.
"""

from datetime import datetime

from language.due import read_due
from tasks.buffering import cleaned, private_of, shifted
from tasks.draft import Draft
from tasks.events_parts import SeveralSeen
from tasks.hours import add_working_time
from tasks.intents import Arrival
from tasks.letters import Kind
from tasks.model import Due, Part
from tasks.people import Person
from tasks.promise import due_of


def see_parts(draft: Draft, mail: Arrival, number: int, who: str) -> tuple[str, ...]:
    """Record the tasks seen in a fresh mail, and until when the owner is asked;
    what else is to be said of it. Whoever has the mail already has it as one."""
    if len(mail.lint.parts) < 2:
        return ()
    owner = draft.house.people[draft.task(number).owner]
    parts = _parts(draft, mail, owner)
    wait = draft.rules.reminders.which_hours
    asks = bool(who and wait) and who not in mail.present
    at = add_working_time(draft.now, wait, owner) if asks else None
    draft.record(number, SeveralSeen(parts, who if asks else "", at))
    seen = f"I see {len(parts)} tasks in it."
    return (f"{seen} Reply  split  and I make {len(parts)}; else it stays one.",)


def ask_to_split(draft: Draft, number: int, notes: tuple[str, ...]) -> None:
    """Ask the owner, once; the letter stands in for the receipt."""
    task = draft.task(number)
    draft.post(
        Kind.SPLIT,
        task.owner,
        number,
        contractor=task.as_one_for,
        parts=tuple(part.text for part in task.parts),
        dates=tuple(part.due or (task.due if part.shares else None) for part in task.parts),
        as_one_at=task.as_one_at,
        notes=notes,
    )


def _parts(draft: Draft, mail: Arrival, owner: Person) -> tuple[Part, ...]:
    """Each part with its own date. The mail's date is for all of them, unless
    it was read in the words of one part."""
    private = private_of(draft, mail, owner)
    phrase = _squeezed(mail.due.phrase)
    of_one = bool(phrase) and any(phrase in _squeezed(text) for text in mail.lint.parts)
    found = []
    for text in mail.lint.parts:
        own = _own_due(draft, text, mail.written_at, owner)
        due = shifted(own, private)
        clean = cleaned(draft, mail, text, owner, private)
        found.append(Part(clean, due, due is None and not of_one, own if own != due else None))
    return tuple(found)


def _own_due(draft: Draft, text: str, written_at: datetime, owner: Person) -> Due | None:
    reading = read_due(text, written_at, owner.zone, owner.locale, draft.rules.due_time, owner.holidays)
    return due_of(reading, owner)


def _squeezed(text: str) -> str:
    return " ".join(text.split()).casefold()
