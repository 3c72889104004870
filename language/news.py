"""Words that ask how it stands, and nothing else: "Any news?", "How far are you?"

They add nothing to a brief, though they answer a letter whose answers do.
"""

import re

from language.folding import fold
from language.questions import sentences_of

_CAP = 400  # characters; whoever only asks is short
_ASKS = re.compile(
    r"(?:so |and |hi |hello |just checking[,:]? |any chance of an update,? )?"
    r"(?:(?:is there |are there |have you (?:got )?|do you have |got )?any (?:news|updates?|progress)"
    r"(?: (?:on|about|from|with|for) [a-z0-9' -]{1,40}| yet| for me| here)?"
    r"|how (?:far (?:are|have) you(?: got| come)?(?: with [a-z0-9' -]{1,40})?"
    r"|(?:is|are) (?:it|this|things|that) (?:going|coming along|looking)"
    r"|does (?:it|this) (?:stand|look)|is the (?:work|task|job) (?:going|coming along))(?: so far| now)?"
    r"|where (?:are we|do we stand|are you)(?: (?:with|on) [a-z0-9' -]{1,40})?(?: now)?"
    r"|what(?:'s| is) the (?:status|state|progress)(?: (?:here|of [a-z0-9' -]{1,40}))?"
    r"|status update|an update"
    r"|(?:is (?:it|this)|are you) (?:done|ready|finished|still on (?:it|track)|on track)(?: yet| now)?"
    r"|(?:did|have) you (?:start|started|begun)(?: (?:on it|with it|yet|already))*)"
)
_BESIDE = re.compile(
    r"(?:hi|hello|hey|dear|good (?:morning|afternoon|evening)|thanks?|thank you|please)(?:,? \w{1,20}){0,2}"
)


def asks_for_news(text: str) -> bool:
    """Whether all that the words do is to ask how it stands. Never raises."""
    if len(text) > _CAP:
        return False
    said = [each.strip(" ,.!") for each in sentences_of(fold(text))]
    asked = [each for each in said if each and not _BESIDE.fullmatch(each)]
    return bool(asked) and all(each.endswith("?") and _asks(each) for each in asked)


def _asks(sentence: str) -> bool:
    bare = sentence.rstrip("? ")
    head, comma, rest = bare.partition(",")
    behind = comma and _BESIDE.fullmatch(head.strip()) and _ASKS.fullmatch(rest.strip())
    return bool(_ASKS.fullmatch(bare) or behind)
