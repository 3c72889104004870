"""What was agreed, and whom the work waits for: facts, in the past tense.

Kept apart from `tasks.events`, which takes them up.
"""

from dataclasses import dataclass

from tasks.model import Due


@dataclass(frozen=True, slots=True)
class OtherAwaited:
    """Work waits for somebody who is neither owner nor contractor ("the client")."""

    who: str


@dataclass(frozen=True, slots=True)
class AcceptanceAsked:
    """The owner set an earlier date than the accepted one, `former`: it is agreed
    only when the contractor accepts anew."""

    former: Due


@dataclass(frozen=True, slots=True)
class QuestionReturned:
    """What the owner asked back is answered: from now on the contractor's own
    questions wait for the owner again."""


AgreedEvent = OtherAwaited | AcceptanceAsked | QuestionReturned
