"""What can be done from a line of the digest with one tap, and its colour, by section.

A word that acts goes to the task's own address, or the held mail's; an answer
to a question goes to the digest's with the task's tag before it, since plain
words in a reply to a digest stay private (conversation.md).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from outbound.compose_reader import Reader
from tasks.digest_model import Line

GREY = "#5a6675"


@dataclass(frozen=True, slots=True)
class Look:
    """`choices` are (label, answer); `{tag}` and `{person}` are filled in from
    the line. `to_digest` answers the digest itself instead of the line's task."""

    colour: str
    choices: tuple[tuple[str, str], ...] = ()
    to_digest: bool = False


HANDS_ON = (("Fine", "fine"), ("New date", "due: "), ("Tell {person}", "tell {person}: "))
HELD = (("Pass on", "pass on"), ("Always", "always"), ("Drop", "drop"))

LOOKS: Mapping[str, Look] = MappingProxyType(
    {
        "Waiting for you": Look("#5b3fb5", (("Answer", "{tag}: "),), to_digest=True),
        "Late": Look("#a8401c", HANDS_ON),
        "At risk": Look("#9a5700", HANDS_ON),
        "To review": Look("#1b7443", (("Approve", "approve"), ("Send back", "redo: "))),
        "To pay": Look("#0f6b7a", (("Paid", "paid"),)),
        "New words": Look("#1d5fb8"),
        "Due today": Look("#1d5fb8"),
        "On track": Look("#4c7a96"),
        "Finished": Look("#1b7443"),
        "Held": Look(GREY, HELD, to_digest=True),
    }
)


def colour_of(section: str) -> str:
    """Return the section's colour; grey for one that we do not know."""
    return LOOKS.get(section, Look(GREY)).colour


def choices_of(
    section: str, tag: str, person: str, held: int, *, always: bool = True
) -> tuple[tuple[str, str], ...]:
    """Return the answers to offer for a line; held mail has its own in any section,
    `always` only where that word makes its address somebody's."""
    words = HELD if always else tuple(choice for choice in HELD if choice[1] != "always")
    choices = words if held else LOOKS.get(section, Look(GREY)).choices if tag else ()
    return tuple((a.format(person=person, tag=tag), b.format(person=person, tag=tag)) for a, b in choices)


def answers_digest(section: str, own_address: bool) -> bool:
    """Tell whether a line's answers go to the digest itself; held mail may have an address of its own."""
    return not own_address and LOOKS.get(section, Look(GREY)).to_digest


def offered(line: Line, section: str, reader: Reader) -> tuple[tuple[str, str], ...]:
    """The buttons of a line. Held mail is named by its own address, or by its tag
    where plus addresses do not work."""
    choices = choices_of(section, line.tag, reader.line(line.person), line.held, always=line.always)
    named = line.held and not reader.desk.identity.plus
    return tuple((label, f"H-{line.held} {word}") for label, word in choices) if named else choices
