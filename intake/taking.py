"""`take T-5`, as owners write it: each tag of the line with the word behind it."""

import re

_TAGS = r"T-\d{1,9}(?:(?:, (?:and )?|,| and | ?& ?)T-\d{1,9})*"
_TAKEN = re.compile(
    r"\W{0,3}(?:please )?(?:i (?:will |am )?|i['\u2019](?:ll|m) )?tak(?:e|ing)(?: over)? "
    rf"(?P<first>{_TAGS})(?: over)?"
    r"(?: from [\w.'-]{1,60}(?: [\w.'-]{1,60})?)?(?:,? (?:please|thanks|thank you|now))?\W*"
    rf"|\W{{0,3}}(?P<behind>{_TAGS})[:,]? take over(?:,? please)?\W*",
    re.IGNORECASE,
)
_TAG = re.compile(r"T-\d{1,9}", re.IGNORECASE)
_LONGEST = 300  # characters


def taken_in(line: str) -> tuple[str, ...]:
    """ "take T-5 and T-6" as "T-5 take", "T-6 take"; none for any other line."""
    found = _TAKEN.fullmatch(line) if len(line) <= _LONGEST else None
    return tuple(f"{tag} take" for tag in _TAG.findall(found["first"] or found["behind"])) if found else ()
