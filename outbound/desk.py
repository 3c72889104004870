"""What a letter needs besides itself: who we are, who the people are, where files lie.

One desk is made at start and lent to `compose` for every letter, so that no
letter ever asks the config, the disk or the clock for anything.
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from tasks.people import House
from wire.addresses import Identity
from wire.tokens import Keyring


@dataclass(frozen=True, slots=True)
class Desk:
    """`identity` is our own address, `ring` signs our tokens, `house` knows the
    people. `read_file` gives the bytes of an attachment by its sha256 (hex), or
    None where they are gone. `templates` is the user's own folder of letters,
    looked into first. `instance` marks our letters, so that we know them again."""

    identity: Identity
    ring: Keyring
    house: House
    read_file: Callable[[str], bytes | None]
    templates: Path | None = None
    instance: str = ""
