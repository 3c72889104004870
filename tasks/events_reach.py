"""What happened to our letters to a person: whether they arrive.

Kept apart from `tasks.events`, which takes them up.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class NeverReached:
    """A letter to `person` bounced for good; `address` is where it went. `told`:
    the owner hears of it at once, and what chases the person rests from now on."""

    person: str
    letter: str
    reason: str
    address: str = ""
    told: bool = False


@dataclass(frozen=True, slots=True)
class AddressMended:
    """Letters to `person` go to another address than the one that came back."""

    person: str
    address: str


ReachEvent = NeverReached | AddressMended
