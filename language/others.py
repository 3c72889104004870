"""Who else is awaited: "waiting for the client's login" waits for the client.

Read only where somebody outside is named who could do something. Words that
speak to the reader, ask, or name the owner leave the next step with the owner:
a contractor who is believed to wait for others is not helped by anybody.
"""

import re

from language.folding import fold

_CAP = 2000  # characters looked at
_NOUNS = (
    "client|customer|buyer|guest|tenant|landlord|supplier|vendor|manufacturer|printer|print shop|publisher"
    "|courier|carrier|post office|shipper|shipping company|bank|insurance|insurer|accountant|lawyer|notary"
    "|registrar|registry|hosting company|host|provider|phone company|internet provider|agency"
    "|plumber|electrician|builder|surveyor|engineer|translator|photographer|venue|caterer|airline|hotel"
    "|authorit(?:y|ies)|city|council|court|tax office|customs|embassy|ministry|university|school|hospital"
    "|help ?desk|support team"
)
_ARTICLE = r"(?:the|an?|our|my|their|his|her|this|that)"
_WAITS = re.compile(
    r"\b(?:wait(?:ing|s)?|held up|stuck|depend(?:s|ing)?|blocked|pending)\s+(?:only\s+|still\s+)?"
    r"(?:for|on|by)\s+"
    rf"(?P<who>(?:{_ARTICLE}\s+)?(?:[a-z]{{3,20}}\s+)?(?:{_NOUNS})s?)"
    r"(?='s?\b|'(?=\s)|\s*[.,;:!)]|\s*$"
    r"|\s+(?:to|who|which|and|since|until|till|about|before|now|again|still|on)\b)"
)
_TO_THE_READER = re.compile(
    r"\?|\b(?:you|your|yours|u|ur|please|pls|kindly|can we|could we|shall i|should i)\b"
)


def awaits(text: str, *names: str) -> str:
    """Whom the words say they wait for ("the client"), or "" where that is the
    reader, nobody, or not sure. `names` are those of the reader. Never raises."""
    said = " ".join(fold(text[:_CAP]).split())
    if _TO_THE_READER.search(said) or any(_names(said, name) for name in names):
        return ""
    found = _WAITS.search(said)
    if found is None:
        return ""
    return "the " + re.sub(rf"^{_ARTICLE} ", "", found["who"])


def _names(said: str, name: str) -> bool:
    return bool(name) and re.search(rf"\b{re.escape(fold(name))}\b", said) is not None
