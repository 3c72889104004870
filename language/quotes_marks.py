"""Quotation marks: the signs > before what others wrote."""

import re

_MARK = re.compile(r"^\s{0,3}>")


def is_quoted(line: str) -> bool:
    """Tell whether a line carries a quotation mark."""
    return bool(_MARK.match(line))


def unquoted(line: str, levels: int = 1) -> str:
    """Take `levels` quotation marks off a line."""
    for _ in range(levels):
        line = re.sub(r"^\s{0,3}> ?", "", line, count=1)
    return line
