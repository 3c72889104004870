"""What stands behind the date on the line of its word: "due: Thursday 5pm, use blue".

It is words like any others, and goes where plain words go.
"""

import re

from language.meaning import Command, How, Sure

WITH_DATE = frozenset({"due", "eta"})
_LINK = re.compile(r"(?i)^[\s,;.:!?–—-]+(?:(?:and|but)\b\s*)?")
_COURTESY = re.compile(
    r"(?i)\b(?:please|pls|thanks|thank|thx|cheers|you|sharp|at|the|latest|ok|okay|if|possible|instead|then|now"
    r"|bitte|danke|gracias|por|favor|merci)\b"
)
_LEAST = 2  # words besides a courtesy: one alone ("sharp", "Manila") belongs to the date


def behind_date(command: Command) -> str:
    """The words behind the date that was read in the argument of a `due` or `eta`; ""
    where there are none but a courtesy, or where the date is the whole of it."""
    phrase, read = command.due.phrase, command.due.sure in (Sure.SURE, Sure.AMBIGUOUS)
    if command.word not in WITH_DATE or command.how is not How.EXPLICIT or not read or not phrase:
        return ""
    _, found, rest = command.line.partition(phrase)  # the argument may have lost its full stop
    words = re.findall(r"[^\W\d_]{2,}", _COURTESY.sub("", rest))
    if not found or rest.lstrip()[:1] in ("=", "(", "/") or len(words) < _LEAST:
        return ""
    return _LINK.sub("", rest).strip()
