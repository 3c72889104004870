"""What stands in an owner's digest, before anybody thinks of its looks.

The core fills it; the letter's templates only lay it out.
"""

from dataclasses import dataclass
from datetime import date

SECTIONS = (
    "Waiting for you",
    "Late",
    "At risk",
    "To review",
    "To pay",
    "New words",
    "Due today",
    "Waiting for others",
    "On track",
    "Finished",
    "Held",
)


@dataclass(frozen=True, slots=True)
class Line:
    """One line. `tag` is "T-40" ("" where no task is meant), `person` a display
    name, `text` a ready sentence, `quote` somebody's own words below it, `held`
    the number of a held mail that can be answered from here (0: none); `always`:
    the word `always` makes its address somebody's."""

    tag: str
    title: str
    person: str
    text: str
    quote: str = ""
    held: int = 0
    always: bool = False


@dataclass(frozen=True, slots=True)
class Section:
    """Lines under one of `SECTIONS`, in the order in which the reader is needed."""

    title: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Digest:
    """One digest. `on` is the owner's local day; `headline` says the day in one
    line ("1 waits for you, 2 on track"); `remarks` are sentences that belong
    to no task (held mail, reminders skipped in an outage)."""

    on: date
    headline: str
    sections: tuple[Section, ...] = ()
    remarks: tuple[str, ...] = ()
