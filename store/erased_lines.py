"""The lines that wait for a digest, where somebody they name is erased."""

import re
from collections.abc import Callable

GONE = "[erased]"
_QUOTED = re.compile(r'"[^"]*"')
_WROTE = re.compile(r"(\bwrote(?:[^:]*)?: ).*", re.DOTALL)


def erased_line(kept: str, clean: Callable[[str], str]) -> str:
    """A line as it is kept (its reader's key, a tab, the words), after an erasure; `clean`
    takes the person out of a text. What a line about them quotes may be their words, so
    that none of it stays; nor does what was to be told to them. Others stay as they are."""
    to, tab, words = kept.rpartition("\t")
    reader, new = clean(to), clean(words)
    if reader != to:
        return f"{reader}{tab}{GONE}"
    if new == words:
        return kept
    return to + tab + _WROTE.sub(rf"\1{GONE}", _QUOTED.sub(f'"{GONE}"', new))
