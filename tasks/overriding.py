"""The reminders of one task, by a line of the brief or the owner's `remind`."""

from language.meaning import Command
from language.reminding import Reminding, brief_reminding, read_reminding
from tasks.draft import Draft
from tasks.events_follow import RemindersSet
from tasks.intents import Arrival
from tasks.talk import Outcome, name_of, offers_undo

HOW = "write  remind: 2 days before,  remind: none  or  remind: as usual"


def remind(draft: Draft, number: int, mail: Arrival, command: Command) -> Outcome:
    """`remind: 2 days before`, `no reminders`, `remind: as usual`."""
    task = draft.task(number)
    found = read_reminding(command.arg or command.line)
    if found is None:
        return Outcome(f"not done: {HOW}", loud=True)
    if not task.is_open:
        return Outcome(f"not done: the task is {task.state} already", loud=True)
    before = task.remind_days
    draft.record(number, RemindersSet(found.days))
    said = told(draft, task.contractor, found)
    if not offers_undo(mail):
        return Outcome(said)
    former = "as usual" if before is None else f"{before} days before" if before else "none"
    return Outcome(said, undo=f"remind: {former}")


def see_reminding(draft: Draft, number: int, brief: str, who: str) -> tuple[str, ...]:
    """Take up the line of a brief; how the receipt tells it."""
    found = brief_reminding(brief)
    if found is None:
        return ()
    draft.record(number, RemindersSet(found.days))
    return (told(draft, who, found) + ".",)


def told(draft: Draft, whose: str, found: Reminding) -> str:
    """What it comes to for this contractor (a key), as the end of a transcript's line."""
    who = name_of(draft, whose) if whose else "Whoever has it"
    if found.days is None:
        return f"{who} is reminded as usual"
    if found.days == 0:
        return f"{who} is not reminded before the date; once it is late, both of you hear it"
    return f"{who} is reminded {found.days} working day{'s' if found.days > 1 else ''} before"
