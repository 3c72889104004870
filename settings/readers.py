"""Readers of single values: the written words in, a typed value out.

Each refuses with one sentence that quotes what stands there, and says what
must. The small parsers take text alone, so that they can be read and tested
without a file.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date, time, timedelta
from pathlib import Path
from typing import TypeVar

from settings.nodes import Items, Node, Scalar
from settings.sections import Faults, Reader, wrong

T = TypeVar("T")

YES = frozenset({"yes", "true", "on"})
NO = frozenset({"no", "false", "off"})
DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
FULL_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
MINUTES = dict.fromkeys(("m", "min", "minute", "minutes"), timedelta(minutes=1))
HOURS = dict.fromkeys(("h", "hour", "hours"), timedelta(hours=1))
CALENDAR_DAYS = dict.fromkeys(("d", "day", "days"), timedelta(days=1))
_DURATION = re.compile(r"([0-9]{1,5}) ?([a-z]{1,7})")
_TIME = re.compile(r"(\d{1,2}):(\d{2})", re.ASCII)


def scalar(parse: Callable[[str], T | None], must: str, fix: str = "") -> Reader[T]:
    """A reader of one value; `parse` answers None for what it cannot take."""

    def read(node: Node, name: str) -> T:
        value = parse(node.text.strip()) if isinstance(node, Scalar) else None
        if value is None:
            raise wrong(node, name, must, fix)
        return value

    return read


def several(reader: Reader[T]) -> Reader[tuple[T, ...]]:
    """A reader of a list; one value without brackets is a list of one."""

    def read(node: Node, name: str) -> tuple[T, ...]:
        items: Sequence[Node] = node.items if isinstance(node, Items) else (node,)
        values: list[T] = []
        faults = Faults()
        for item in items:
            with faults.kept():
                values.append(reader(item, name))
        faults.told()
        return tuple(values)

    return read


def _one_line(text: str) -> str | None:
    return text if text.isprintable() else None


def _number(lowest: int, highest: int) -> Callable[[str], int | None]:
    def parse(text: str) -> int | None:
        if not re.fullmatch(r"[+-]?[0-9]{1,12}", text):
            return None
        return int(text) if lowest <= int(text) <= highest else None

    return parse


def _flag(text: str) -> bool | None:
    word = text.lower()
    return True if word in YES else False if word in NO else None


def wall_time(text: str) -> time | None:
    """`17:00` or `7:30`, a local time of 24 hours; None if it is none."""
    match = _TIME.fullmatch(text)
    if not match or int(match[1]) > 23 or int(match[2]) > 59:
        return None
    return time(int(match[1]), int(match[2]))


def working_distance(text: str) -> timedelta | None:
    """`90m`, `4h`; a bare 0 is none at all. A working day has no fixed length,
    so days are not taken. None if it is no such."""
    return _distance(text, MINUTES | HOURS)


def distance(text: str) -> timedelta | None:
    """`90m`, `4h`, `2 days` by the clock; a bare 0 is none. None if it is no such."""
    return _distance(text, MINUTES | HOURS | CALENDAR_DAYS)


def _distance(text: str, units: Mapping[str, timedelta]) -> timedelta | None:
    match = _DURATION.fullmatch(text.lower())
    if match and match[2] in units:
        return int(match[1]) * units[match[2]]
    return timedelta() if text == "0" else None


def weekday(text: str) -> int | None:
    """`Mon` or `Monday`: 0 is Monday."""
    word = text.strip().lower()
    for names in (DAYS, FULL_DAYS):
        if word in names:
            return names.index(word)
    return None


def week(text: str) -> frozenset[int] | None:
    """`Mon-Fri`, `Mon, Wed-Fri`, `Sun-Thu`: the days, 0 is Monday."""
    found: set[int] = set()
    for part in text.split(","):
        first, _, last = part.partition("-")
        begin, end = weekday(first), weekday(last or first)
        if begin is None or end is None:
            return None
        found |= {(begin + step) % 7 for step in range((end - begin) % 7 + 1)}
    return frozenset(found)


def one_date(text: str) -> date | None:
    """A day written as 2026-12-24; None if it is none."""
    try:
        return date.fromisoformat(text) if len(text) == 10 else None
    except ValueError:
        return None


text = scalar(_one_line, "one line of text")
flag = scalar(_flag, "yes or no")
clock = scalar(wall_time, "a time of day", "Write it as 17:00 or 08:30, in 24 hours.")
working_time = scalar(working_distance, "a length of working time", "Write it as 30m or 4h; 0 is off.")
span = scalar(distance, "a length of time", "Write it as 30m, 12h or 1d.")


def number(lowest: int, highest: int) -> Reader[int]:
    """A reader of a whole number between the two, both included."""
    fits = _number(lowest, highest)
    any_number = _number(-(10**12), 10**12)

    def read(node: Node, name: str) -> int:
        written = node.text.strip() if isinstance(node, Scalar) else ""
        value = fits(written)
        if value is None:
            known = any_number(written) is not None
            raise wrong(node, name, f"between {lowest} and {highest}" if known else "a number")
        return value

    return read


def choice(*words: str) -> Reader[str]:
    """A reader of one of these words, in any case of letters."""
    known = f"{', '.join(words[:-1])} or {words[-1]}"
    return scalar(lambda written: written.lower() if written.lower() in words else None, known)


def days(node: Node, name: str) -> frozenset[int]:
    """Days of the week, as a list or in one line."""
    parts = [each.text for each in node.items if isinstance(each, Scalar)] if isinstance(node, Items) else []
    written = node.text if isinstance(node, Scalar) else ",".join(parts)
    found = week(written)
    if found is None:
        raise wrong(node, name, "days of the week", "Write them as Mon-Fri, or as Mon, Tue, Sat.")
    return found


def path(node: Node, name: str) -> Path:
    """A file or folder; one that is not absolute lies beside the config."""
    written = text(node, name)
    try:
        return node.file.parent / Path(written).expanduser()
    except RuntimeError:
        raise wrong(node, name, "a path whose home folder is known", "Write it out from / on.") from None


def existing_file(node: Node, name: str) -> Path:
    """A file that is there."""
    found = path(node, name)
    if not found.is_file():
        raise wrong(node, name, "a file that is there", f"Looked for: {found}")
    return found


def existing_folder(node: Node, name: str) -> Path:
    """A folder that is there."""
    found = path(node, name)
    if not found.is_dir():
        raise wrong(node, name, "a folder that is there", f"Looked for: {found}")
    return found
