"""What a mail, the clock or the operator wants: wishes, in the present. Intake
turns a mail into one of these; `decide` turns it into facts and letters."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from language.meaning import NO_DUE, Command, DueReading, Lint
from tasks.hands import Hands
from tasks.held import Held as Held
from tasks.model import File, Task
from tasks.past import Past
from tasks.people import House


class Evidence(StrEnum):
    """How sure we are of a sender (trust.md): A is authenticated, T holds the
    token of that very person, `a` a From that merely matches."""

    A_T = "A+T"
    A = "A"
    T_A = "T+a"
    T_OTHER = "T, other From"
    BARE = "a"
    FAILED = "F"
    NONE = "none"  # a stranger, or nothing at all


@dataclass(frozen=True, slots=True)
class Sender:
    """Who wrote: `person` is a key ("" for a stranger), `token_person` whose token it was."""

    address: str
    name: str = ""
    person: str = ""
    evidence: Evidence = Evidence.NONE
    token_person: str = ""


@dataclass(frozen=True, slots=True)
class LetterRef:
    """The letter that a mail answers: its key, kind, whom it went to, which
    task (0: none), what it asked (see `Letter.asked`), and all tasks of one about several."""

    key: str
    kind: str
    person: str
    task: int = 0
    asked: str = ""
    about: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Short:
    """A whole mail that is one short word: `yes`, `no`, `ok`, `thanks`,
    `praise`, `thumb`, `will do`, `number` (then `number` is it); "" is none."""

    word: str = ""
    number: int = 0


@dataclass(frozen=True, slots=True)
class TaggedLine:
    """A line of a reply that begins with a tag: T-12 (`task`) or H-7 (`held`)."""

    words: str
    commands: tuple[Command, ...] = ()
    task: int = 0
    held: int = 0
    short: Short = Short()


@dataclass(frozen=True, slots=True)
class Arrival:
    """A mail as the core sees it. `key` is the ledger key; `words` the new words, `body` the whole readable
    text; `present` the registered people in From, To and Cc (they have the
    mail already), `to` those of To alone; `own` the new words without a forward,
    which alone may be obeyed; `outsiders` other addresses in To
    and Cc; `hint` whom the address tag, a `For:` line or the order named;
    `answers` the letter answered, if known; `fresh` when it answers nothing;
    `led` when a token or a Message-ID led to the task, rather than a tag in
    the Subject; `cc_only` when our address stands in Cc alone; `task_word`
    when the text has a brief line or an imperative with a due phrase. Times
    are aware UTC.
    """

    key: str
    message_id: str
    sender: Sender
    subject: str
    words: str
    body: str
    written_at: datetime
    commands: tuple[Command, ...] = ()
    due: DueReading = NO_DUE
    lint: Lint = Lint()
    files: tuple[File, ...] = ()
    to: tuple[str, ...] = ()
    present: tuple[str, ...] = ()
    outsiders: tuple[str, ...] = ()
    hint: str = ""
    answers: LetterRef | None = None
    in_reply_to: str = ""
    fresh: bool = True
    led: bool = False
    cc_only: bool = False
    task_word: bool = True
    short: Short = Short()
    quoted: bool = True  # whether older words stand below; a fresh mail has none
    date: DueReading = NO_DUE  # of words that are nothing but a date
    lines: tuple[TaggedLine, ...] = ()
    untagged: str = ""  # the lines that belong to none of these
    pairs: tuple[tuple[str, str], ...] = ()
    money: str = ""
    notes: tuple[str, ...] = ()  # sentences for the receipt (what was too large, ...)
    released: bool = False  # let in by the owner's `pass on`, or confirmed by code
    own: str = ""
    let_in_by: str = ""  # how it was let in, where not by `pass on`
    vouched: bool = False  # let in with full proof, by code, or by the operator


@dataclass(frozen=True, slots=True)
class OpenTask:
    """A fresh mail to our address: a task, if its sender may open one."""

    mail: Arrival


@dataclass(frozen=True, slots=True)
class Say:
    """A mail in the thread of a task."""

    mail: Arrival
    task: int


@dataclass(frozen=True, slots=True)
class AnswerDigest:
    """A reply to a digest, or to another letter that names no single task."""

    mail: Arrival


@dataclass(frozen=True, slots=True)
class AnswerKnock:
    """A reply to a knock or a which-task question: held mail number `held`."""

    mail: Arrival
    held: int


class Many(StrEnum):
    """Why one notice stands for many mails."""

    FLOOD = "flood"
    LOOP = "loop"


@dataclass(frozen=True, slots=True)
class AnswerCode:
    """A reply, with its code, to the question whether held mail `held` is the owner's."""

    mail: Arrival
    held: int


@dataclass(frozen=True, slots=True)
class HoldMail:
    """A mail that may not go on: kept with its reason, knocking or quiet. `as_person` and `task`
    are what it would have been, were it let in; `many`: one knock a day is enough for all."""

    mail: Arrival
    reason: str
    knock: bool
    as_person: str = ""
    task: int = 0
    many: Many | None = None


@dataclass(frozen=True, slots=True)
class Bounce:
    """A delivery report about a letter of ours: `permanent` is final; `address`: where it went."""

    mail: Arrival
    letter: LetterRef
    permanent: bool
    reason: str
    address: str = ""


@dataclass(frozen=True, slots=True)
class Away:
    """A vacation reply in the thread of a task; `until` where it said so."""

    mail: Arrival
    task: int
    until: datetime | None


@dataclass(frozen=True, slots=True)
class Mended:
    """At start: the config has another address now for the contractors of these
    tasks, to whom nothing arrived; those of `gone` are in the config no more."""

    tasks: tuple[int, ...]
    gone: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Ticked:
    """The clock moved: the view holds the tasks of now. `all_read`: False while mail may lie unread."""

    all_read: bool = True


@dataclass(frozen=True, slots=True)
class DigestWanted:
    """An owner's digest is due (or asked for). `slot` "" outside the daily one;
    `due_at` is its own moment, which after an outage is not now."""

    owner: str
    slot: str
    due_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Order:
    """A word of the operator at the command line, about held mail."""

    word: str  # pass on, always, drop
    held: int


Intent = (
    OpenTask
    | Say
    | AnswerDigest
    | AnswerKnock
    | AnswerCode
    | HoldMail
    | Bounce
    | Away
    | Mended
    | Ticked
    | DigestWanted
    | Order
)


@dataclass(frozen=True, slots=True)
class View:
    """A frozen picture of what an intent concerns. `tasks` by number: the one named, and what
    the intent's kind needs (the sender's open ones, those due, all of the owner for a digest)."""

    house: House
    tasks: Mapping[int, Task] = field(default_factory=dict)
    next_task: int = 1
    next_held: int = 1
    held: Mapping[int, Held] = field(default_factory=dict)
    outsiders: Mapping[str, int] = field(default_factory=dict)  # copied address: task
    introduced: frozenset[str] = frozenset()  # contractors who had a letter
    sent_today: frozenset[str] = frozenset()  # who had an unsolicited letter today
    slots: frozenset[str] = frozenset()  # occurrence keys already recorded
    held_since: tuple[Held, ...] = ()  # quiet ones for the digest
    held_again: tuple[Held, ...] = ()  # what was told before, once a week
    remarks: tuple[str, ...] = ()  # lines for the digest (notes, skipped rungs)
    unpaid: tuple[Task, ...] = ()  # closed ones with an open bill, for the digest
    reads_digest: bool = True  # False for an escalation contact who never had a task
    provoked: tuple[int, int] = (0, 0)  # letters that such mail brought about in the last hour, and day
    a_known: bool = False  # A is known to work for the sender (trust.md)
    in_time: Mapping[str, str] = field(default_factory=dict)  # person: 1 for each task in time, else 0
    asked: Mapping[int, Held] = field(default_factory=dict)  # task: the newest open question by code
    past: Mapping[int, Past] = field(default_factory=dict)  # of tasks whose date has passed or was changed
    hands: Hands = Hands()

    def doing(self, person: str) -> list[Task]:
        """The open ones among `tasks` that this person does."""
        return [task for task in self.tasks.values() if task.contractor == person and task.is_open]
