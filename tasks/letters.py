"""What we owe somebody, before it is written out.

A letter says who reads it and what it is about; `outbound.compose` finds the
words in templates/. The key is made of what caused it, so that the same cause
gives the same letter, and the same Message-ID, after a restart.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from hashlib import sha256

from tasks.events import Fact
from tasks.intents import Held
from tasks.model import File, Task


class Kind(StrEnum):
    """Every kind of letter: its template and its X-Handoff-Letter header."""

    RECEIPT = "receipt"
    ASSIGNMENT = "assignment"
    JOINED = "joined"
    RELAY = "relay"
    QUESTION = "question"
    REVIEW = "review"
    CLARIFY = "clarify"
    APPROVED = "approved"
    SENT_BACK = "sent-back"
    PROPOSAL = "proposal"
    DECLINED = "declined"
    DUE_CHANGED = "due-changed"
    REMINDER = "reminder"
    PROBE = "probe"
    OVERDUE = "overdue"
    LATE = "late"
    ESCALATION = "escalation"
    OWED = "owed-answer"
    KNOCK = "knock"
    CONFIRM = "confirm"
    WHO_FOR = "who-for"
    SPLIT = "split"
    WHICH_TASK = "which-task"
    NOTHING_IN_IT = "nothing-in-it"
    CANCELLED = "cancelled"
    HANDED_ON = "handed-on"
    BOUNCED = "bounced"
    AWAY = "away"
    TRANSCRIPT = "transcript"
    STATUS = "status"
    HELP = "help"
    DIGEST = "digest"
    WEEK = "week"


def letter_key(*cause: object) -> str:
    """The stable key of a letter: 20 hex digits of what caused it (kind, task,
    reader, and the mail's ledger key or the occurrence key)."""
    return sha256("\n".join(str(c) for c in cause).encode()).hexdigest()[:20]


@dataclass(frozen=True, slots=True)
class Letter:
    """One letter to one person (`to`, a key). `task` is None where it names no
    single one. `key` is unique and stable. `asked` says what the letter asks,
    for reading short answers ("accept", "review", "question", "held:7", ...).
    `facts` are the template's words: plain values, dataclasses of the core.
    `files` are sent along, up to 10 MB together. `in_reply_to` is set only
    where it must differ from the newest mail of the person's thread.
    `unsolicited` letters count against one a working day. `as_is`: the fact
    `words` goes out with its secrets, as the owner wished."""

    kind: Kind
    to: str
    key: str
    task: Task | None = None
    asked: str = ""
    facts: Mapping[str, object] = field(default_factory=dict)
    files: tuple[File, ...] = ()
    subject: str = ""  # only where the letter begins a thread that is no task's
    in_reply_to: str = ""
    held: int = 0
    unsolicited: bool = False
    as_is: bool = False


@dataclass(frozen=True, slots=True)
class Item:
    """One task in a letter about several. `line` is a ready sentence about it,
    or the open question's text; `asked` what this line asks, as in `Letter`;
    `history` what happened to it, for somebody who comes new to it;
    `ask` what a list asks about it, `yes` whether that word answers it."""

    task: Task
    line: str = ""
    asked: str = ""
    history: tuple[str, ...] = ()
    ask: str = ""
    yes: bool = False


def items_in(letter: Letter) -> tuple[Item, ...]:
    """The lines of a letter about several tasks, () in another one."""
    items = letter.facts.get("items")
    return tuple(i for i in items if isinstance(i, Item)) if isinstance(items, tuple) else ()


def several(letter: Letter) -> tuple[int, ...]:
    """The tasks of a reminder that is about more than one."""
    return tuple(i.task.number for i in items_in(letter)) if letter.kind is not Kind.STATUS else ()


class OutboxState(StrEnum):
    """What has become of a letter that was written out. UNCERTAIN: the server
    closed or fell silent after the final dot, so it may have been taken. HELD:
    the server refused us, not the letter, so the whole outbox rests a while."""

    READY = "ready"
    SENDING = "sending"
    SENT = "sent"
    RETRY = "retry"
    UNCERTAIN = "uncertain"
    DEAD = "dead"
    HELD = "held"
    CANCELLED = "cancelled"


class Filed(StrEnum):
    """Law L1: what a mail is, at rest, in exactly one of these."""

    TASK = "task"
    REPLY = "reply"
    ORDER = "order"
    HELD = "held"
    AUTOMATIC = "automatic"
    BOUNCE = "bounce"
    DUPLICATE = "duplicate"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Remark:
    """A sentence that belongs to no task, for the next digest of one owner (`to`,
    a key)."""

    to: str
    words: str


@dataclass(frozen=True, slots=True)
class Decision:
    """What follows from an intent. `filed` and `person` (whose folder) are for
    the mail in hand; `slots` are occurrence keys to record; `release` are
    held numbers whose mail now takes the road again; `remarks` lines for an
    owner's digest; `why` one sentence for the log and `why`; `cell` what of the
    table of trust was applied."""

    facts: tuple[Fact, ...] = ()
    letters: tuple[Letter, ...] = ()
    filed: Filed | None = None
    person: str = ""
    task: int = 0
    held: tuple[Held, ...] = ()
    slots: tuple[str, ...] = ()
    release: tuple[int, ...] = ()
    remarks: tuple[Remark, ...] = ()
    why: str = ""
    cell: str = ""
