"""The command words: which there are, whose they are, what they cost.

Everything that knows a word by name reads it here: the reader of replies, the
letters' help line, the core where it asks before it acts. A new word is one
row here and one row in tests/language/cases.

Other ways to write a word stand in `vocabulary_synonyms`.
"""

from dataclasses import dataclass
from enum import StrEnum

from language.vocabulary_synonyms import SYNONYMS


class Argument(StrEnum):
    """What may follow a word. Without a mark (a colon or a dash) it may only
    follow if it has the right shape; TEXT always needs the mark."""

    NONE = "none"
    TEXT = "text"
    NUMBER = "number"  # a percentage, "60"
    HOURS = "hours"  # "2.5"
    MONEY = "money"  # "62.50 USD"
    DUE = "due"
    PERSON = "person"
    LIST = "list"  # numbers "1,3", or texts joined by semicolons
    SPAN = "span"  # "until Monday, ask Maria"
    MESSAGE = "person and text"
    LEVEL = "level"  # high, low, 1


class Cost(StrEnum):
    """What a misreading costs. Phrases act where it is harmless or undoable
    and only ask where it is costly (language.md)."""

    HARMLESS = "harmless"
    UNDOABLE = "undoable"
    COSTLY = "costly"


@dataclass(frozen=True, slots=True)
class Word:
    """One command word. `undo` is the word that takes it back ("" if none does).
    `proposes` is the word it becomes when a contractor writes an owner's word.
    `negatable`: "done: not yet" unsays it. `asks`: may end in a question mark."""

    name: str
    roles: frozenset[str]
    argument: Argument
    cost: Cost
    undo: str
    help: str
    synonyms: tuple[str, ...] = ()
    proposes: str = ""
    negatable: bool = False
    asks: bool = False


OWNER = frozenset({"owner"})
CONTRACTOR = frozenset({"contractor"})
BOTH = OWNER | CONTRACTOR
HARMLESS, UNDOABLE, COSTLY = Cost


def _row(
    name: str,
    roles: frozenset[str],
    argument: Argument,
    cost: Cost,
    undo: str,
    help_line: str,
    *,
    proposes: str = "",
    negatable: bool = False,
    asks: bool = False,
) -> Word:
    """One row of the table, with the synonyms that people write for it."""
    forms = tuple(form.strip() for form in SYNONYMS.get(name, "").split("|") if form.strip())
    return Word(name, roles, argument, cost, undo, help_line, forms, proposes, negatable, asks)


WORDS: tuple[Word, ...] = (
    _row("accept", CONTRACTOR, Argument.TEXT, HARMLESS, "decline", "I do this task.", negatable=True),
    _row("decline", CONTRACTOR, Argument.TEXT, UNDOABLE, "accept", "I cannot do it, and why."),
    _row("question", CONTRACTOR, Argument.TEXT, HARMLESS, "", "A question for the owner."),
    _row("blocked", CONTRACTOR, Argument.TEXT, HARMLESS, "unblocked", "I cannot go on, and why."),
    _row("unblocked", CONTRACTOR, Argument.TEXT, HARMLESS, "blocked", "I can go on again.", negatable=True),
    _row("eta", CONTRACTOR, Argument.DUE, HARMLESS, "eta", "When I can have it."),
    _row("progress", CONTRACTOR, Argument.NUMBER, HARMLESS, "progress", "How far I am, in percent."),
    _row("hours", CONTRACTOR, Argument.HOURS, HARMLESS, "", "Time worked, added up."),
    _row(
        "done",
        CONTRACTOR,
        Argument.TEXT,
        UNDOABLE,
        "not done",
        "It is finished and handed in.",
        negatable=True,
    ),
    _row("reopen", CONTRACTOR, Argument.TEXT, UNDOABLE, "done", "It is not done after all."),
    _row("check", CONTRACTOR, Argument.LIST, UNDOABLE, "uncheck", "Steps that are ticked off."),
    _row("uncheck", CONTRACTOR, Argument.LIST, HARMLESS, "check", "Steps that are not done after all."),
    _row("step", CONTRACTOR, Argument.TEXT, HARMLESS, "", "A step to add to the list."),
    _row("cause", CONTRACTOR, Argument.TEXT, HARMLESS, "", "What was in the way, where it was late."),
    _row("invoice", CONTRACTOR, Argument.MONEY, UNDOABLE, "", "What I charge."),
    _row(
        "approve", OWNER, Argument.TEXT, UNDOABLE, "redo", "It is good; the task is closed.", negatable=True
    ),
    _row("redo", OWNER, Argument.TEXT, UNDOABLE, "approve", "Sent back, and why."),
    _row("due", OWNER, Argument.DUE, UNDOABLE, "due", "The date that holds.", proposes="eta"),
    _row("assign", OWNER, Argument.PERSON, COSTLY, "assign", "Who does it from now on."),
    _row("cancel", OWNER, Argument.TEXT, COSTLY, "new task", "The task is called off.", negatable=True),
    _row("paid", OWNER, Argument.MONEY, COSTLY, "unpaid", "A bill is paid.", negatable=True),
    _row("unpaid", OWNER, Argument.NONE, UNDOABLE, "paid", "What was noted as paid last is not paid."),
    _row("hold", OWNER, Argument.SPAN, UNDOABLE, "resume", "Work rests."),
    _row("resume", OWNER, Argument.TEXT, UNDOABLE, "hold", "Work goes on.", negatable=True),
    _row("tell", OWNER, Argument.MESSAGE, UNDOABLE, "", "Passes words on: tell Joy: thank you."),
    _row("fine", OWNER, Argument.TEXT, UNDOABLE, "", "I know that work goes on.", negatable=True),
    _row("pass on", OWNER, Argument.NONE, UNDOABLE, "drop", "Let this held mail through, once."),
    _row("always", OWNER, Argument.NONE, COSTLY, "", "Let this address through from now on."),
    _row("drop", OWNER, Argument.NONE, UNDOABLE, "pass on", "Leave this held mail where it is."),
    _row("new task", OWNER, Argument.TEXT, UNDOABLE, "cancel", "Make a task of its own of this mail."),
    _row("split", OWNER, Argument.NONE, UNDOABLE, "one", "Make one task of each part."),
    _row("one", OWNER, Argument.NONE, UNDOABLE, "split", "Leave it one task."),
    _row("send as is", OWNER, Argument.NONE, COSTLY, "", "Send it with what was masked."),
    _row("title", OWNER, Argument.TEXT, HARMLESS, "title", "What the task is called."),
    _row("priority", OWNER, Argument.LEVEL, HARMLESS, "priority", "How urgent it is."),
    _row("remind", OWNER, Argument.TEXT, HARMLESS, "remind", "When to remind: 2 days before, none."),
    _row("take", OWNER, Argument.NONE, COSTLY, "", "A task without an owner is yours now: T-12 take."),
    _row("nudge", OWNER, Argument.NONE, HARMLESS, "", "Ask the contractor now."),
    _row("undo", BOTH, Argument.NONE, HARMLESS, "", "Not a word by itself: each letter names its undo."),
    _row("status", BOTH, Argument.NONE, HARMLESS, "", "How things stand.", asks=True),
    _row("digest", BOTH, Argument.NONE, HARMLESS, "", "The digest, now.", asks=True),
    _row("snooze", BOTH, Argument.SPAN, HARMLESS, "", "No reminder of this for a while: snooze 3 days."),
    _row(
        "away",
        BOTH,
        Argument.SPAN,
        HARMLESS,
        "start",
        "I am away from now on. An owner may add who answers: ask, and a name.",
    ),
    _row("help", BOTH, Argument.NONE, HARMLESS, "", "This page.", asks=True),
    _row("start", BOTH, Argument.NONE, HARMLESS, "stop", "I am back; letters again after stop."),
    _row("stop", BOTH, Argument.NONE, COSTLY, "start", "No more reminders and summaries."),
)

_BY_NAME = {row.name: row for row in WORDS}
_BY_FORM = {form: row for row in WORDS for form in (row.name, *row.synonyms)}
LONGEST_FORM = max(form.count(" ") + 1 for form in _BY_FORM)  # in words


def word(name: str) -> Word:
    """The row of a word by its canonical name. An unknown name is our bug: KeyError."""
    return _BY_NAME[name]


def find_form(folded: str) -> Word | None:
    """The row whose name or synonym this folded text is, if any."""
    return _BY_FORM.get(folded)
