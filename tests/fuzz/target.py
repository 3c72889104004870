"""What a row of the table of targets is, and how bytes become text for it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime

NOON = datetime(2026, 11, 30, 20, 0, tzinfo=UTC)  # a Monday
Entry = Callable[[bytes], None]


@dataclass(frozen=True)
class Target:
    """A reader. `entry` takes any bytes, and raises only where a rule is broken: the errors that
    the reader names are caught in it, and its answer is looked at. `seeds` names the first
    inputs (tests.fuzz.seeds), `longest` is in octets, `seconds` the processor time for one."""

    name: str
    entry: Entry
    seeds: str = "text"
    longest: int = 4096
    seconds: float = 2.0


def text_of(data: bytes) -> str:
    """Text as the mail parser hands it on."""
    return data.decode("utf-8", "replace")


def raw_text(data: bytes) -> str:
    """Text as it stands in a raw header: undeclared octets as surrogates (PEP 383)."""
    return data.decode("utf-8", "surrogateescape")


def parted(data: bytes) -> tuple[bytes, bytes]:
    """Two inputs in one: cut at the first octet FE, which is in no text."""
    first, _, second = data.partition(b"\xfe")
    return first, second
