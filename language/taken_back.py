"""A question that its asker has settled alone: "Found it!", "Never mind my question".

Read only where it is plain, for a question that is taken back is answered by
nobody: a sentence of its own, with nothing limited or asked in it.
"""

import re

from language.caveat import has_caveat
from language.folding import fold
from language.questions import sentences_of

_CAP = 2000  # characters looked at
_I = r"(?:i |i've |i have |we |we've |we have )?(?:just |now |already )?"
_MYSELF = r"(?: (?:myself|ourselves|alone|now|already|it now|in the end))*"
_WHERE = r"(?: (?:in|on|at|under|behind|inside|with) [a-z0-9' -]{2,60})?"
_QUESTION = r"(?:my|the|that|this|about my) (?:last |earlier )?question"
_SETTLED = re.compile(
    rf"(?:{_I}(?:found|solved|sorted|figured|worked) (?:it|that)(?: out)?{_MYSELF}{_WHERE}"
    rf"|{_I}figured out {_MYSELF}the answer|(?:never ?mind|nvm)(?:,? (?:that|about that|{_QUESTION}))?"
    rf"|(?:please )?(?:forget|ignore|disregard|scratch) {_QUESTION}"
    rf"|{_QUESTION} (?:is|has been|was) (?:answered|settled|solved)(?: now| already| meanwhile)?"
    r"|(?:there's |there is )?no (?:need|longer any need) to (?:answer|reply)"
    r"(?: that| any ?more| my question)?"
    rf"|{_I}(?:have|had|got) (?:your|his|her) (?:answer|reply)(?: by phone| on the phone| now| already)?"
    r"(?: and (?:go|will go|carry|am going) on[a-z0-9' -]{0,60})?)"
)
_BESIDE = re.compile(
    r"(?:ok(?:ay)?|oh|ah|sorry|thanks?|thank you|great|good news|update|hi|hello|hey)(?: \w{1,20}){0,2}"
)
_WHICH = re.compile(r"\b(?:first|second|third|other|last|one of) (?:the )?(?:questions?|answers?|points?)\b")


def is_taken_back(text: str) -> bool:
    """Whether the words say that what was asked needs no answer any more. A
    sentence that asks something new may follow. Never raises."""
    said = fold(text[:_CAP])
    if _WHICH.search(said):
        return False
    told = [each for each in sentences_of(said) if not each.endswith("?")]
    return any(_settles(each) for each in told) and not any(has_caveat(each) for each in told)


def _settles(sentence: str) -> bool:
    bare = sentence.strip(" .!,;:-")
    head, comma, rest = bare.partition(",")
    if comma and _BESIDE.fullmatch(head.strip()):
        bare = rest.strip()
    first, comma, _ = bare.partition(",")
    return bool(_SETTLED.fullmatch(bare) or (comma and _SETTLED.fullmatch(first.strip())))
