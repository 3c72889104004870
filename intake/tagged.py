"""A reply parted by tags: lines that begin with T-12 or H-7, and what stands in none of them."""

import re
from collections.abc import Iterable

_TAGGED = re.compile(r"^\W{0,3}(T|H)-(\d{1,9})\b[\s:,.\])-]*(.*)$", re.IGNORECASE)
_LONGEST = 2000  # characters of a line in which a tag is looked for


def part_by_tag(lines: Iterable[str]) -> tuple[list[tuple[str, int, list[str]]], list[str]]:
    """The kind ("T" or "H") and number of each tag with its lines, up to the next tag or
    empty line; and the lines that belong to none. Never raises; linear."""
    found: list[tuple[str, int, list[str]]] = []
    rest: list[str] = []
    open_line = False
    for line in lines:
        tag = _TAGGED.match(line[:_LONGEST])
        if tag:
            found.append((tag[1].upper(), int(tag[2]), [tag[3]]))
        elif open_line and line.strip():
            found[-1][2].append(line.strip())
        else:
            rest.append(line)
        open_line = bool(tag) or (open_line and bool(line.strip()))
    return found, rest
