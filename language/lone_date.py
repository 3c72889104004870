"""A text that is nothing but a date: "Friday", "I can have it in two days".

Where a letter asked for a date, such an answer is one. Anywhere else it is an
answer to something else ("when is the party?"), so only the core, which knows
the letter, may use what is found here.
"""

import re

from language.folding import fold

_LONGEST = 60  # characters; longer says more than a date
_AHEAD = re.compile(
    r"(?:(?:ok(?:ay)?|yes|sure|hi|hello|hm+|sorry|thanks?|thank you|gracias|merci|danke)[ ,.!]+){0,2}"
    r"(?:(?:i|we) (?:can|could|will|should be able to)(?: \w{1,8})? (?:have|finish|deliver|do|send|make|get)"
    r" (?:it|this|that|them)(?: done| ready| finished| to you| for you)?"
    r"|(?:i|we)'ll (?:have|finish|deliver|do|send|make|get) (?:it|this|that|them)(?: done| ready| to you)?"
    r"|you(?:'ll| will| can) (?:have|get) it|it(?:'ll| will| can| should) be (?:ready|done|finished|with you)"
    r"|(?:let's|i'd|i would|we'd) say|make (?:it|that)|how about|lo tengo|lo tendre|ich habe es|je l'aurai"
    r"|better|rather|then)?[ :,]*"
)
_BEHIND = re.compile(
    r"[ ,.!]+(?:(?:is|was|would be|should be|will be) (?:fine|good|ok|okay|better|great|possible|doable)"
    r"|works(?: for me)?|please|pls|po|thanks?|thank you|then|(?:at the )?latest|if that's ok)[ .!]*$"
)
_NO = re.compile(r"\b(?:not|no|n't|never|maybe|perhaps|might|before|after|nicht|nein|nao|pas)\b")


def lone_date(text: str) -> str:
    """The date phrase that this whole text is, folded; "" if it says anything else. Linear."""
    folded = " ".join(fold(text[: _LONGEST * 2]).split())
    if len(folded) > _LONGEST or "?" in folded or "\n" in text.strip() or _NO.search(folded):
        return ""
    opened = _AHEAD.match(folded)
    rest = folded[opened.end() :] if opened else folded
    for _ in range(2):
        rest = _BEHIND.sub("", rest)
    rest = rest.strip(" .!,")
    return rest if re.search(r"[a-z]", rest) or "/" in rest else ""
