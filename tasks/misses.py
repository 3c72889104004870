"""Why work was late, in a word of the contractor's: asked once, in a letter that goes anyway."""

from language.meaning import Command
from tasks.draft import Draft
from tasks.events_hands import MissAsked, MissExplained
from tasks.intents import Arrival
from tasks.model import Task
from tasks.talk import Outcome, name_of

CAUSES = ("unclear brief", "access", "time", "other")
ASKED = "cause"  # what the letter asks
WHICH = "which cause? Write  cause: unclear brief, access, time, or in your own words"
_FORMS = {"brief": "unclear brief", "unclear": "unclear brief", "brief unclear": "unclear brief"}
_FORMS |= {"too much work": "time", "no time": "time", "no access": "access"}


def asks(draft: Draft, number: int) -> bool:
    """Whether to ask now: it was told as late, and nobody asked or said. Recorded."""
    task = draft.task(number)
    late = any(rung.startswith("late:") for rung in task.rungs)
    if not late or task.miss_asked or task.miss_cause:
        return False
    draft.record(number, MissAsked())
    return True


def read_cause(words: str) -> str:
    """The cause that these words name by number or name, or ""."""
    said = " ".join(words.split()).strip(" .!").casefold()
    if said in {str(n) for n in range(1, len(CAUSES) + 1)}:
        return CAUSES[int(said) - 1]
    said = _FORMS.get(said, said)
    return said if said in CAUSES else ""


def bare_cause(task: Task, mail: Arrival) -> Command | None:
    """The word `cause`, where the mail is nothing but an answer to that question."""
    asked = mail.answers is not None and mail.answers.asked == ASKED
    found = read_cause(mail.words) if asked and not mail.commands else ""
    return Command("cause", found, line=mail.words.strip()) if found else None


def cause(draft: Draft, number: int, mail: Arrival, command: Command) -> Outcome:
    """`cause: access`, `cause: 2`, `cause: my child was ill`."""
    if not command.arg:
        return Outcome(WHICH, loud=True)
    found = read_cause(command.arg)
    task = draft.record(number, MissExplained(found or "other", "" if found else command.arg))
    words = "" if found else f' ("{command.arg[:120]}")'
    who = name_of(draft, mail.sender.person)
    draft.remark(task.owner, f"{task.tag}: {who} names as the cause of the delay: {task.miss_cause}{words}")
    return Outcome("noted")
