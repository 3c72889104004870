"""What stands behind `away`: until when, who answers meanwhile, and whether the digest comes.

"until Monday, ask Maria", "for 3 days", "until 7 Dec, ask Maria, digest". Only an
absence that begins now is read: "away on Friday" or "24 Dec to 2 Jan" is none.
"""

import re
from dataclasses import dataclass

from language.away_said import who_is_asked

_ASK = re.compile(r"(?i)[,;.]?\s*\b(?:please\s+)?(?:ask|frag|pregunta a|demandez a)\s+([^,;.\n]{1,60})")
_DIGEST = re.compile(r"(?i)[,;]?\s*\b(?:with|and|plus)?\s*(?:the |my )?digest(?: please)?\s*$")
_BEGINS_NOW = re.compile(
    r"(?i)\s*(?:until|till|til|bis|hasta|ate|jusqu'a|jusqu'au"
    r"|(?:for )?(?:\d{1,3}|an?|one|two|three) (?:working |more )?(?:hours?|days?|weeks?|months?)\b)"
)
_RANGE = re.compile(r"(?i)\b(?:from|vom|desde)\b")


@dataclass(frozen=True, slots=True)
class Absent:
    """`until` as written, "" where no absence that begins now is named;
    `substitute` a name as written."""

    until: str
    substitute: str = ""
    digest: bool = False


def says_back(words: str) -> str:
    """The first line, if it is nothing but `back`; else "". Further down the word may
    be the name of a button."""
    first = words.strip().partition("\n")[0].strip()
    return first if first.strip(" .!/").casefold() == "back" else ""


def read_absence(text: str) -> Absent:
    """Read the argument of `away`. Never raises; linear in a text of at most 500 characters."""
    left = text[:500]
    digest = _DIGEST.search(left)
    if digest and digest.start():
        left = left[: digest.start()]
    asked = _ASK.search(left)
    if asked:
        left = left[: asked.start()] + left[asked.end() :]
    begins_now = _BEGINS_NOW.match(left) and not _RANGE.search(left)
    until = left.strip(" ,;.") if begins_now else ""
    return Absent(until, who_is_asked(asked[1].strip()) if asked else "", bool(digest and digest.start()))
