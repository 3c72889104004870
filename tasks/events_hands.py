"""Who is there, and what came back to the owner: facts, in the past tense.

Absences and the like are facts of the whole house (task 0); the others belong
to a task. They are events of `tasks.events`, in a file of their own.
"""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class WentAway:
    """House-wide: the person is away until a moment (aware UTC; None: further
    notice). See `tasks.people.Absence`."""

    person: str
    until: datetime | None = None
    substitute: str = ""
    by_machine: bool = False
    digest: bool = False


@dataclass(frozen=True, slots=True)
class CameBack:
    """House-wide: the person is there again."""

    person: str


@dataclass(frozen=True, slots=True)
class LettersStopped:
    """House-wide: the person wants no letter that the clock starts."""

    person: str


@dataclass(frozen=True, slots=True)
class LettersStarted:
    """House-wide: letters come again."""

    person: str


@dataclass(frozen=True, slots=True)
class DigestRested:
    """House-wide: this owner's digest rests until a moment (aware UTC)."""

    person: str
    until: datetime


@dataclass(frozen=True, slots=True)
class Snoozed:
    """The clock leaves `person` alone about this task until a moment (aware UTC)."""

    person: str
    until: datetime


@dataclass(frozen=True, slots=True)
class BriefLimited:
    """What the brief leaves to the contractor: `decide` as written ("up to $50"),
    `level` ("steps", "outcome", "own it"). "" where it says nothing."""

    decide: str = ""
    level: str = ""


@dataclass(frozen=True, slots=True)
class ReturnedToOwner:
    """The task came back to the owner: `cause` is one of `tasks.returns.CAUSES`."""

    cause: str


@dataclass(frozen=True, slots=True)
class MissAsked:
    """The contractor was asked, once, what had been in the way."""


@dataclass(frozen=True, slots=True)
class MissExplained:
    """What had been in the way: one of `tasks.misses.CAUSES`, and words."""

    cause: str
    words: str = ""


@dataclass(frozen=True, slots=True)
class OwnerTook:
    """Another owner took over a task whose owner was in the config no more. `holds_at`: from
    when silence agrees to the date that is proposed, if it does (aware UTC)."""

    owner: str
    former: str
    holds_at: datetime | None = None


HouseEvent = WentAway | CameBack | LettersStopped | LettersStarted | DigestRested
HandsEvent = Snoozed | BriefLimited | ReturnedToOwner | MissAsked | MissExplained | OwnerTook
