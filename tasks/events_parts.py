"""What happened to the parts of a task: facts, in the past tense.

Several tasks in one mail, the steps of one task, work that rests, what was
masked, and a proposed date that is talked about. They belong to the events of
`tasks.events`, in a file of their own.
"""

from dataclasses import dataclass
from datetime import datetime

from tasks.model import Part, Stage


@dataclass(frozen=True, slots=True)
class SeveralSeen:
    """The mail that opened the task holds several. Asked about, it goes out as
    one to `contractor` at `as_one_at` (aware UTC); with None nobody is asked."""

    parts: tuple[Part, ...]
    contractor: str = ""
    as_one_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class TaskSplit:
    """The task closed, and tasks of these numbers took its place."""

    numbers: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class SplitUndone:
    """The tasks that took its place were called off: it is one again."""


@dataclass(frozen=True, slots=True)
class StepsAdded:
    """Steps of the brief, or that `by` (a person's key) thought of since."""

    texts: tuple[str, ...]
    by: str


@dataclass(frozen=True, slots=True)
class StepsTicked:
    """Steps, by number from 1, are done; or with `done` False not done after all."""

    numbers: tuple[int, ...]
    done: bool = True


@dataclass(frozen=True, slots=True)
class WorkRested:
    """The owner lets the work rest, until a moment (aware UTC) or a word."""

    until: datetime | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class WorkResumed:
    pass


@dataclass(frozen=True, slots=True)
class WorkTakenUp:
    """A task that was called off goes on, from where it stood."""

    stage: Stage


@dataclass(frozen=True, slots=True)
class PaymentUnsaid:
    """The bills that were noted as paid last are open again."""


@dataclass(frozen=True, slots=True)
class SecretMasked:
    """These words held a secret, and went out masked. Kept whole: `send as is`
    needs them."""

    text: str


@dataclass(frozen=True, slots=True)
class SentAsIs:
    """What was masked went to the contractor unmasked, once."""


@dataclass(frozen=True, slots=True)
class ProposalLeftOpen:
    """The owner answered a proposed date, but neither agreed nor refused: it
    does not hold by silence any more."""


PartEvent = (
    SeveralSeen
    | TaskSplit
    | SplitUndone
    | StepsAdded
    | StepsTicked
    | WorkRested
    | WorkResumed
    | WorkTakenUp
    | PaymentUnsaid
    | SecretMasked
    | SentAsIs
    | ProposalLeftOpen
)
