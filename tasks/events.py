"""What happened to a task: facts, in the past tense.

A new event is one class here, one case in `evolve`. Stored ones carry `SCHEMA`.
"""

from dataclasses import dataclass
from datetime import datetime

from tasks.events_apart import ApartEvent
from tasks.model import Aside, Due, File, Proposal

SCHEMA = 1


@dataclass(frozen=True, slots=True)
class TaskOpened:
    title: str
    brief: str
    owner: str
    due: Due | None = None
    due_question: str = ""
    money: str = ""
    files: tuple[File, ...] = ()
    watchers: tuple[str, ...] = ()
    outsiders: tuple[str, ...] = ()
    source: str = ""
    parent: int = 0


@dataclass(frozen=True, slots=True)
class HandedOver:
    contractor: str
    joined: bool = False  # in the owner's own thread, which the contractor has already


@dataclass(frozen=True, slots=True)
class Reassigned:
    contractor: str
    former: str


@dataclass(frozen=True, slots=True)
class MailJoined:
    """A person's mail is the newest of their thread, or begins it under `subject`."""

    person: str
    message_id: str
    subject: str


@dataclass(frozen=True, slots=True)
class Accepted:
    pass


@dataclass(frozen=True, slots=True)
class Declined:
    reason: str


@dataclass(frozen=True, slots=True)
class QuestionAsked:
    by: str
    text: str
    mail: str = ""
    blocks: bool = False
    back: bool = False
    letter: str = ""
    asker: str = ""  # who asked it for `by`; "" where nobody did


@dataclass(frozen=True, slots=True)
class QuestionAnswered:
    """The open questions of `asked_by` were answered: all, or `only` these."""

    asked_by: str
    text: str
    only: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class WordsFiled:
    """Plain words of the contractor; `for_digest` when they wait for one."""

    by: str
    text: str
    for_digest: bool = True


@dataclass(frozen=True, slots=True)
class NoteKept:
    """The owner's private words; they reach nobody."""

    by: str
    text: str
    aside: Aside | None = None  # kept until it is clear whether it is a new task


@dataclass(frozen=True, slots=True)
class NotesDigested:
    """The words kept for the digest stood in one up to this moment."""

    upto: datetime


@dataclass(frozen=True, slots=True)
class WorkBlocked:
    reason: str


@dataclass(frozen=True, slots=True)
class WorkUnblocked:
    pass


@dataclass(frozen=True, slots=True)
class DueProposed:
    proposal: Proposal


@dataclass(frozen=True, slots=True)
class ProposalRefused:
    pass


@dataclass(frozen=True, slots=True)
class DueAgreed:
    """The date that now holds; `why`: set, proposed and agreed, or by silence."""

    due: Due
    why: str


@dataclass(frozen=True, slots=True)
class ProgressReported:
    percent: int


@dataclass(frozen=True, slots=True)
class HoursLogged:
    hours: float


@dataclass(frozen=True, slots=True)
class DoneReported:
    text: str


@dataclass(frozen=True, slots=True)
class DoneWithdrawn:
    pass


@dataclass(frozen=True, slots=True)
class ReviewAnnounced:
    """The owner was told when silence approves (aware UTC); None: it does not."""

    approves_at: datetime | None


@dataclass(frozen=True, slots=True)
class WorkSentBack:
    reason: str


@dataclass(frozen=True, slots=True)
class WorkApproved:
    words: str
    by_silence: bool = False


@dataclass(frozen=True, slots=True)
class TaskCancelled:
    reason: str


@dataclass(frozen=True, slots=True)
class Billed:
    amount: str


@dataclass(frozen=True, slots=True)
class BillPaid:
    amount: str


@dataclass(frozen=True, slots=True)
class BriefAdded:
    text: str
    files: tuple[File, ...] = ()


@dataclass(frozen=True, slots=True)
class BriefParted:
    text: str  # the last addition, which became a task of its own


@dataclass(frozen=True, slots=True)
class FilesAdded:
    files: tuple[File, ...]


@dataclass(frozen=True, slots=True)
class TitleChanged:
    title: str


@dataclass(frozen=True, slots=True)
class SaidFine:
    """The owner knows that work goes on: accepted, and the silence clock anew."""


@dataclass(frozen=True, slots=True)
class RungPassed:
    """A reminder rung came due; not `sent` where a later one stood in for it."""

    rung: str
    slot: str
    sent: bool


@dataclass(frozen=True, slots=True)
class LetterOwed:
    """A letter was written into the outbox: the newest of the person's thread."""

    kind: str
    person: str
    letter: str
    message_id: str
    subject: str


@dataclass(frozen=True, slots=True)
class AddressRegistered:
    """House-wide (task 0): an address was added for a person by `always`; for
    nobody ("") it was taken out again."""

    person: str
    address: str


Event = (
    TaskOpened
    | HandedOver
    | Reassigned
    | MailJoined
    | Accepted
    | Declined
    | QuestionAsked
    | QuestionAnswered
    | WordsFiled
    | NoteKept
    | NotesDigested
    | WorkBlocked
    | WorkUnblocked
    | DueProposed
    | DueAgreed
    | ProposalRefused
    | ProgressReported
    | HoursLogged
    | DoneReported
    | DoneWithdrawn
    | ReviewAnnounced
    | WorkSentBack
    | WorkApproved
    | TaskCancelled
    | Billed
    | BillPaid
    | BriefAdded
    | BriefParted
    | FilesAdded
    | TitleChanged
    | SaidFine
    | RungPassed
    | LetterOwed
    | AddressRegistered
    | ApartEvent
)


@dataclass(frozen=True, slots=True)
class Fact:
    """An event with who and by what proof (law L9). `task` 0 is the house;
    `n` counts the events of one task from 1; `by` is a person's key, "clock" or
    "operator"; `proof` the evidence ("A+T", "clock", ...); `mail` a ledger key."""

    task: int
    n: int
    at: datetime
    by: str
    proof: str
    event: Event
    mail: str = ""
