"""What stands behind a date word in a line: the date, and what the line says besides.

"need by: Friday, use blue" is a date and a wish. Where a mark parts them the wish
is the brief's; where none does, the line is not cut.
"""

import re

from language.reminding import buffer_at
from language.words_dates import is_date

_GAP = re.compile(r"\s+")
_MARKS = " \t.,;:!?)]-–—"
_PARTED = re.compile(r".*[.,;:!?)\]–—-]", re.DOTALL)
_OPENS = ("(", "[", "-", "–", "—")
_ZONE = re.compile(r"(?i)[\w' ]{1,30} time\W*")  # "Berlin time" belongs to the hour before it
_FIRST = re.compile(r"(.*?[.!?])\s+(.+)", re.DOTALL)
_MOST_GAPS = 40


def parted_date(value: str) -> tuple[str, str]:
    """A value as its date and the rest; (value, "") where it is only a date, or where
    no mark parts the two."""
    if all_date(value):
        return value, ""
    for gap in reversed(list(_GAP.finditer(value[:200]))[:_MOST_GAPS]):
        said, rest = value[: gap.start()], value[gap.end() :]
        marked = _PARTED.fullmatch(said) or rest.startswith(_OPENS)
        if marked and all_date(said) and not _ZONE.fullmatch(rest):
            return said.rstrip(" ,;:!?-–—"), rest.lstrip("-–— ")
    return value, ""


def parted_buffer(value: str) -> tuple[str, str]:
    """A value as its span ("2 days") and the rest; where none is read, as its first
    sentence and the others."""
    end = buffer_at(value)
    if end:
        return value[:end].strip(), value[end:].lstrip(_MARKS).strip()
    first = _FIRST.fullmatch(value)
    return (first[1].rstrip(" ."), first[2]) if first else (value, "")


def all_date(value: str) -> bool:
    """Whether these words are a date, and nothing else."""
    return is_date(value.strip(_MARKS + "(["))
