"""The answer to "who is it for?": a name, with pleasantries at most."""

from tasks import events as e
from tasks.draft import Draft
from tasks.intents import Arrival
from tasks.opening import hand_over
from tasks.people import Person, is_called
from tasks.talk import offers_undo

NAMING = 4  # words: "give it to Joy", "Joy Santos, please"


def _names(line: str, person: Person) -> bool:
    """Whether a short line is this person's name and pleasantries; one that
    says "not" names nobody."""
    parts = line.replace(",", " ").strip(" .!").split()
    if len(parts) > NAMING or {"not", "no", "but"} & {part.casefold() for part in parts}:
        return False
    return is_called(person, " ".join(parts)) or any(is_called(person, part.strip(".!")) for part in parts)


def take_name(draft: Draft, number: int, mail: Arrival, words: str) -> None:
    """The answer to "who is it for?" is a name; anything else is a note."""
    task = draft.task(number)
    first, _, rest = words.partition("\n")
    named = [p for p in draft.house.contractors() if _names(first, p)]
    if len(named) == 1 and not task.contractor:
        if rest.strip():
            draft.record(number, e.NoteKept(task.owner, rest.strip()))
        hand_over(draft, number, named[0].key, ask_due=task.due is None)
        if offers_undo(mail):
            draft.say(first[:80], f"{named[0].first_name} has it now. Undo: cancel")
        return
    draft.record(number, e.NoteKept(task.owner, words))
    draft.say(first[:80], "not clear who should do it; kept as a note. Write  assign: and one name")
