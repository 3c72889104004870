"""A task, as the fold of its events.

Only `evolve` makes one from another. Everything here is frozen, holds standard
types only, and is stored as it stands.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from language.sums import sum_in


class Stage(StrEnum):
    """How far the work has come. Questions and blocks lie over it (see `state`)."""

    OPENED = "opened"  # nobody to give it to yet
    HANDED_OVER = "handed over"
    ACCEPTED = "accepted"
    IN_REVIEW = "in review"
    SENT_BACK = "sent back"
    APPROVED = "approved"
    CANCELLED = "cancelled"
    SPLIT = "split"  # tasks of their own took its place


CLOSED = frozenset({Stage.APPROVED, Stage.CANCELLED, Stage.SPLIT})
WORKING = frozenset({Stage.HANDED_OVER, Stage.ACCEPTED, Stage.SENT_BACK})


@dataclass(frozen=True, slots=True)
class Due:
    """The moment promised: `at` aware UTC; `zone` and `local` the wall rule it
    was read by ("2026-12-02T17:00"); `phrase` as written; `other` the second
    reading of an ambiguous phrase; `by` who named it (a person's key)."""

    at: datetime
    zone: str
    phrase: str
    by: str
    local: str = ""
    other: datetime | None = None


@dataclass(frozen=True, slots=True)
class Proposal:
    """A date the contractor proposes. It holds at `holds_at` (aware UTC) if
    the owner says nothing; None once the owner said something else than yes."""

    due: Due
    made_at: datetime
    holds_at: datetime | None


@dataclass(frozen=True, slots=True)
class Question:
    """An open question: `by` asks, the other side owes the answer. `blocks`
    when work stands still until then. `mail` is the asking mail's Message-ID.
    `back`: the owner asks it in place of an answer, which waits for this one.
    `letter`: the key of our letter that asks it, if there is one."""

    by: str
    text: str
    at: datetime
    mail: str = ""
    blocks: bool = False
    back: bool = False
    letter: str = ""
    asker: str = ""  # who asked it for the owner; "" the owner


@dataclass(frozen=True, slots=True)
class File:
    """An attachment kept by hash. `name` is a label, made safe; `size` bytes.
    `signed`: it shows somebody's reply address, and is passed on to nobody."""

    name: str
    sha256: str
    size: int
    media_type: str = "application/octet-stream"
    inline: bool = False
    content_id: str = ""
    signed: bool = False


@dataclass(frozen=True, slots=True)
class Bill:
    amount: str  # "62.50 USD"
    at: datetime
    paid_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Note:
    """Words kept for the owner's digest: `by` wrote them at `at`."""

    by: str
    text: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Part:
    """One of several tasks in a mail, in its own words. `due` is its own date;
    without one it `shares` the date that the mail names for all. `own` is the
    owner's own, later date of it."""

    text: str
    due: Due | None = None
    shares: bool = True
    own: Due | None = None


@dataclass(frozen=True, slots=True)
class Step:
    """One line of the brief's list, or one that `by` added; ticked when `done`."""

    text: str
    by: str
    done: bool = False


@dataclass(frozen=True, slots=True)
class Point:
    """A checkpoint: something is to be there at `at` (aware UTC); `label` says
    what, in the owner's words ("" unknown), `phrase` is the date as written."""

    at: datetime
    label: str
    phrase: str


@dataclass(frozen=True, slots=True)
class Aside:
    """Words in this thread that may be a new task: kept until the owner says.
    `mail` is their Message-ID, `source` their ledger key."""

    subject: str
    text: str
    due: Due | None = None
    files: tuple[File, ...] = ()
    mail: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True)
class Thread:
    """One person's thread of one task: the Subject that all letters to them
    bear, its root Message-ID, and the newest one, which the next letter answers."""

    person: str
    subject: str
    root: str
    latest: str


@dataclass(frozen=True)
class Task:
    """One task. `version` counts its events. A former contractor's token still
    names its person, who is no part of the task any more. Without slots: each
    fact copies it, which is cheap where a row has a dict of its own."""

    number: int
    title: str
    brief: str
    owner: str
    opened_at: datetime
    contractor: str = ""
    watchers: tuple[str, ...] = ()
    outsiders: tuple[str, ...] = ()
    stage: Stage = Stage.OPENED
    joined: bool = False
    due: Due | None = None
    due_question: str = ""
    proposal: Proposal | None = None
    date_changes: int = 0
    due_set_at: datetime | None = None  # agreed, given, given back: from then its ladder counts
    handed_at: datetime | None = None
    accepted_at: datetime | None = None
    review_at: datetime | None = None
    approves_at: datetime | None = None  # when silence approves, once announced
    closed_at: datetime | None = None
    questions: tuple[Question, ...] = ()
    blocked: str = ""
    blocked_at: datetime | None = None
    progress: int | None = None
    hours: float = 0.0
    money: str = ""  # a price or budget in money, as written; "" if none
    bills: tuple[Bill, ...] = ()
    files: tuple[File, ...] = ()
    notes: tuple[Note, ...] = ()  # the contractor's words not yet in a digest
    threads: tuple[Thread, ...] = ()
    heard_at: datetime | None = None  # last word of the contractor
    owner_heard_at: datetime | None = None
    fine_at: datetime | None = None
    answered_at: datetime | None = None  # when the owner last answered a question
    bounces: int = 0
    unreached: str = ""  # why the last letter to the contractor bounced for good
    lost: int = 0  # letters that did not arrive since the contractor was last heard from
    cut_off_at: datetime | None = None  # the owner was told that nothing arrives: chases rest
    cut_off_from: str = ""  # the address that does not work
    reached_at: datetime | None = None  # when that was over
    rungs: tuple[str, ...] = ()  # reminder rungs done for this agreed date
    aside: Aside | None = None
    added: str = ""  # the last addition to the brief, until something else is said
    source: str = ""  # ledger key of the mail that opened it
    parent: int = 0  # the task that was split into this one and others
    parts: tuple[Part, ...] = ()  # the tasks seen in its mail
    split_into: tuple[int, ...] = ()
    as_one_for: str = ""  # who gets it as one, while the owner is asked
    as_one_at: datetime | None = None
    steps: tuple[Step, ...] = ()
    rests_at: datetime | None = None  # on hold since
    rests_until: datetime | None = None
    masked: str = ""  # words that went out with a secret masked, until sent as they are
    # following up: reminders, checkpoints, the owner's own date, the pace
    remind_days: int | None = None  # working days before the date; 0 not at all, None as everybody
    one_reminder_for: str = ""  # who is always in time, so that one reminder is enough
    checkpoints: tuple[Point, ...] = ()
    own_due: Due | None = None  # the owner's own, later date: never shown to the contractor
    dropped_own: Due | None = None  # the own date that a later `due:` took away,
    dropped_shown: Due | None = None  # and the contractor's date it went with
    left_out: str = ""  # the owner's words that name it, until sent as they are
    left_files: tuple[File, ...] = ()
    nudged_at: datetime | None = None  # when the owner had the contractor asked last
    nudged_by: str = ""  # who did for the owner; "" the owner
    asked_at: datetime | None = None  # and when the clock did
    pace: int | None = None  # percent of the work, and when it was told
    pace_at: datetime | None = None
    # what is agreed, and who is awaited
    awaited: str = ""  # somebody else whom the work waits for, in the contractor's words
    awaited_at: datetime | None = None
    unaccepted_at: datetime | None = None  # the owner set an earlier date, not accepted yet
    accepted_due: Due | None = None  # the date that held before it, which was agreed
    # rest, limits, returns and misses
    owner_rests_until: datetime | None = None  # `snooze`: the clock leaves them alone about it
    doer_rests_until: datetime | None = None
    decide: str = ""  # what the contractor may decide alone, as written
    level: str = ""
    returns: tuple[str, ...] = ()  # why it came back to the owner, each time
    miss_asked: bool = False  # the contractor was asked what had been in the way
    miss_cause: str = ""
    named_money: str = ""  # a sum that was named after the brief
    version: int = 0

    @property
    def tag(self) -> str:
        return f"T-{self.number}"

    @property
    def is_open(self) -> bool:
        return self.stage not in CLOSED

    @property
    def has_money(self) -> bool:
        return bool(self.priced)

    @property
    def priced(self) -> str:
        """The money that hangs on it, in words: its price, its bills, or a sum that title,
        brief or the owner's later words name; "" none."""
        bills = ", ".join(bill.amount for bill in self.bills)
        return self.money or bills or sum_in(f"{self.title}\n{self.brief}") or self.named_money

    @property
    def state(self) -> str:
        """The one word that people read: the stage, unless a question or a
        block lies over it."""
        if self.is_open and self.rests_at:
            return "on hold"
        if self.is_open and (self.blocked or self.awaited):
            return "blocked"
        if self.is_open and self.unaccepted_at and self.stage is Stage.ACCEPTED:
            return "not accepted"
        if self.is_open and self.questions and self.stage is not Stage.IN_REVIEW:
            return "in question"
        return self.stage.value

    @property
    def headway(self) -> str:
        """How far the work is: by its ticked steps, else as reported; "" unknown."""
        ticked = sum(step.done for step in self.steps)
        if ticked:
            return f"{ticked} of {len(self.steps)} steps"
        return f"{self.progress} %" if self.progress is not None else ""

    def thread_of(self, person: str) -> Thread | None:
        return next((t for t in self.threads if t.person == person), None)
