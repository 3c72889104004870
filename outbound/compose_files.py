"""Which attachments a letter carries, and what is said of those it cannot."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from language.masking import mask
from outbound.mime import Carried
from tasks.model import File

CARRY_LIMIT = 10_000_000  # octets together; conversation.md, "Names, threads, bodies"


def carried(
    files: Sequence[File], read_file: Callable[[str], bytes | None]
) -> tuple[tuple[Carried, ...], tuple[File, ...]]:
    """Return the attachments that go along, and those that are left behind.

    They go in their order until the next one would pass the limit; a smaller
    one after it may still fit. A file whose bytes are gone is left behind, and
    one that shows a reply address of somebody.
    """
    taken: list[Carried] = []
    left: list[File] = []
    room = CARRY_LIMIT
    for file in files:
        data = read_file(file.sha256) if file.size <= room and not file.signed else None
        if data is None or len(data) > room:
            left.append(file)
            continue
        room -= len(data)
        taken.append(Carried(replace(file, name=mask(file.name).text), data))
    return tuple(taken), tuple(left)
