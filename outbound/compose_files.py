"""Which attachments a letter carries, and what is said of those it cannot."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from outbound.compose_reader import Reader
from outbound.compose_table import Side
from outbound.mime import Carried
from tasks.letters import Letter
from tasks.model import File
from wire.headers import one_line

NAME_LIMIT = 255  # characters; more no file system keeps
SOMEBODY = "[name not shown]"
CARRY_LIMIT = 10_000_000  # octets together; conversation.md, "Names, threads, bodies"


def shown_files(letter: Letter, reader: Reader) -> tuple[File, ...]:
    """Return the letter's files under the names that this reader may see: no token,
    secret or hidden address, and no full name of whoever had the task before them."""
    former = _former(letter, reader)
    names = "|".join(map(_spelt, former))

    def shown(name: str) -> str:
        plain = one_line(reader.said(name), NAME_LIMIT)
        return re.sub(names, SOMEBODY, plain, flags=re.IGNORECASE) if names else plain

    return tuple(replace(file, name=shown(file.name)) for file in letter.files)


def _spelt(name: str) -> str:
    """The pattern of a full name, whatever stands between its words; one word
    alone is looked for as a word, not inside others."""
    words = [re.escape(word) for word in name.split()]
    return r"[\W_]*".join(words) if len(words) > 1 else rf"(?<![^\W_]){words[0]}(?![^\W_])"


def _former(letter: Letter, reader: Reader) -> list[str]:
    """The full names of those who had a thread of the task and have no part in it now."""
    task, house = letter.task, reader.desk.house
    if task is None or reader.side is not Side.CONTRACTOR:
        return []
    part = {reader.me.key, task.owner, task.contractor, *task.watchers}
    gone = [house.people[t.person] for t in task.threads if t.person in house.people.keys() - part]
    return [person.name for person in gone if person.name.strip() and "owner" not in person.roles]


def carried(
    files: Sequence[File], read_file: Callable[[str], bytes | None]
) -> tuple[tuple[Carried, ...], tuple[File, ...]]:
    """Return the attachments (under names that may be seen) that go along, and those that are left behind.

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
        taken.append(Carried(file, data))
    return tuple(taken), tuple(left)
