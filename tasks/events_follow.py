"""What was arranged so that work is followed up: facts, in the past tense.

How a task is reminded of, its checkpoints, the owner's own date, and how far
the work was when. Kept apart from `tasks.events`, which takes them up.
"""

from dataclasses import dataclass

from tasks.model import Due, File, Point


@dataclass(frozen=True, slots=True)
class RungKnown:
    """A rung came due a second time, as a new date had taken up the ladder anew:
    it was dealt with before, and nothing is sent."""

    rung: str


@dataclass(frozen=True, slots=True)
class RemindersSet:
    """How often this task is reminded of before its date: so many working days
    before (0: not at all); None as everybody."""

    days: int | None = None


@dataclass(frozen=True, slots=True)
class AlwaysInTime:
    """Whoever has the task now finished their last ones in time: one reminder is enough."""


@dataclass(frozen=True, slots=True)
class CheckpointsSet:
    """Dates on the way, in order; those of the brief, which replace earlier ones."""

    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class OwnDateSet:
    """The owner's own date, which the contractor never sees."""

    due: Due


@dataclass(frozen=True, slots=True)
class OwnDateDropped:
    """The contractor's date is no longer before the owner's own one, `own`. Both dates
    are kept, so that the undo brings them back; None in facts of before."""

    own: Due | None = None
    shown: Due | None = None  # the contractor's, before the change


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Words and files of the owner's that went to nobody, as they name the own date:
    `send as is` needs them. Empty: they were sent."""

    text: str
    files: tuple[File, ...] = ()


@dataclass(frozen=True, slots=True)
class Asked:
    """The contractor was asked how it goes: by the clock, or at the owner's word."""

    by_owner: bool = False
    who: str = ""  # whoever said it for the owner (a key); "" the owner, or before that was noted


@dataclass(frozen=True, slots=True)
class PaceNoted:
    """So much of the work (percent) was done at this moment."""

    percent: int


@dataclass(frozen=True, slots=True)
class MoneyNamed:
    """A sum was named after the brief, by the owner or with the owner's answer."""

    amount: str


FollowEvent = (
    RungKnown
    | RemindersSet
    | AlwaysInTime
    | CheckpointsSet
    | OwnDateSet
    | OwnDateDropped
    | LeftOut
    | Asked
    | PaceNoted
    | MoneyNamed
)
