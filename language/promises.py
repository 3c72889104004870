"""Words that promise, or say nothing, and so are no answer yet.

"I'll send it tonight", "Thanks, great question!", "In meetings, will answer
tomorrow": whoever asked still waits.
"""

import re

from language.folding import fold
from language.questions import puts_off, sentences_of

_CAP = 1000  # characters; a longer text says something
_YES = (
    r"(?:yes|yep|yeah|ok(?:ay)?|sure|of course|no problem|gladly|great|fine|absolutely|right|will do"
    r"|\U0001f44d)"
)
_I_WILL = r"(?:i'll|i will|we'll|we will|i'm going to|will)"
_I_AM = r"(?:i'm|i am|we're|we are)"
_DEED = (
    r"(?:re-?)?(?:send|share|give|forward|upload|attach|provide|do|get|sort|fix|grant|invite|add|unlock|reset"
    r"|order|pay|ask|call|check|look|see|find)"
)
_PROMISE = re.compile(
    rf"(?:{_YES}(?: \w{{1,20}}){{0,2}}|(?:{_YES} )?{_I_WILL} {_DEED}\b.*"
    r"|(?:(?:first thing )?(?:today|tonight|tomorrow|this (?:afternoon|evening|week)|later|soon|asap)))"
)
_BESIDE = re.compile(
    r"(?:(?:very |really )?(?:good|great|fair|excellent) (?:question|point|catch)(?: \w{1,20})?"
    r"|(?:thanks?(?: you)?|thx|cheers)(?: (?:so|very) much| a lot)?(?: for .{1,40})?(?: \w{1,20})?"
    r"|(?:hi|hello|hey|dear)(?: \w{1,20}){0,2}|sorry(?: (?:for|about) .{1,40})?(?: \w{1,20})?"
    r"|noted|seen|received|got (?:it|this|your (?:mail|message|question))|hm+)"
)
_EXCUSE = re.compile(
    rf"(?:(?:{_I_AM} )?(?:still )?(?:in (?:a )?meetings?|in a call|busy|swamped|tied up|travell?ing)"
    rf"|{_I_AM} (?:still )?(?:on|at|out|away|driving)\b|out of (?:the )?office\b)(?: [^:]*)?"
    r"|(?:i )?(?:have |had )?(?:totally |completely )?(?:forgot(?:ten)?|missed|overlooked)"
    r"(?: (?:it|this|that))?"
)
_WAITS = re.compile(rf"(?:{_I_AM} |we |i )?(?:still )?waiting (?:for|on) .*|(?:i|we) (?:still )?wait for .*")
_LATER = re.compile(
    rf"{_I_WILL} (?:answer|reply|respond|get to it|tell you|look|check|think|decide)\b.*"
    r"|let's (?:talk|speak|discuss|chat|have a call|call)\b.*"
)


def only_promises(text: str) -> bool:
    """Whether all that the words do is to say yes, or that it will be done. Never raises."""
    pieces = _pieces(text)
    said = [each for each in pieces if not _BESIDE.fullmatch(each)]
    return bool(said) and all(_PROMISE.fullmatch(each) for each in said)


def says_nothing(text: str) -> bool:
    """Whether the words thank, praise the question, excuse or put off, and no more.
    Never raises."""
    pieces = _pieces(text)
    if not pieces or len(text) > _CAP:
        return False
    nothing = (_BESIDE, _EXCUSE, _WAITS, _LATER)
    return all(puts_off(each) or any(form.fullmatch(each) for form in nothing) for each in pieces)


def _pieces(text: str) -> list[str]:
    """Its sentences, cut at commas and "and", folded; nothing of a long text."""
    if len(text) > _CAP:
        return []
    sentences = (fold(each) for each in sentences_of(text))
    cut = (piece for each in sentences for piece in re.split(r"[,;]\s+|\s+(?:and|but|so|-|–|—)\s+", each))
    return [piece for each in cut if (piece := each.strip(" .!,;:-"))]
