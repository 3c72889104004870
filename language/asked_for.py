"""Requests: questions and sentences that want something handed over or done.

A yes to them is a promise, and they are met when the thing is there. A
contractor also makes them without a question mark: "Please send me the login."
"""

import re

from language.folding import fold
from language.questions import sentences_of

_CAP = 4000  # characters looked at
_HAND_OVER = (
    r"(?:re-?)?(?:send|share|give|forward|upload|attach|provide|grant|invite|add me|unlock|reset|order|pay)"
)
_WANTS = re.compile(
    rf"\b(?:could|can|would|will) (?:you|u|someone|somebody)(?: please| kindly| also)? {_HAND_OVER}\b"
    rf"|\b(?:please|pls|kindly) {_HAND_OVER}\b|\b(?:i|we) (?:still |really |also )?need\b|\bsend me\b"
    r"|\bwait(?:ing)? (?:for|on) your?\b|\bas soon as (?:i|we) (?:have|get|receive)\b"
)
_ANSWER = r"(?:confirm|advise|clarify|explain|tell me|decide|choose|approve)"
_ASKS = re.compile(
    rf"^(?:so |and |but |also )?(?:please|pls|kindly) (?:also )?(?:{_HAND_OVER}|{_ANSWER})\b"
    rf"|^(?:{_HAND_OVER}|{_ANSWER}) .{{1,200}}\bplease$"
    r"|\bas soon as (?:i|we) (?:have|get|receive) .{1,120}\b(?:from you|your)\b"
    r"|\bas soon as (?:i|we) (?:have|get|receive) your\b"
    r"|\b(?:once|when|until|till|as soon as) you (?:have )?(?:sent|send|shared?|g[ai]ven?|provided?"
    r"|confirm(?:ed)?|approved?|decided?|told|tell)\b"
    r"|\b(?:i|we) (?:still |also )?need .{1,160}\bfrom you\b"
)
_NO_REQUEST = re.compile(
    r"\b(?:receipt|if (?:anything|something|there|any|it|you)|in case|no rush to)\b"
    r"|^(?:please )?(?:find|see|note)\b"
)


def is_request(question: str) -> bool:
    """Whether a question wants a thing rather than a word. Never raises."""
    return bool(_WANTS.search(" ".join(fold(question[:_CAP]).split())))


def request_in(text: str) -> str:
    """The first sentence without a question mark that asks the reader for
    something, as written; "" where none does. Never raises."""
    for sentence in sentences_of(text[:_CAP]):
        said = " ".join(fold(sentence).split()).strip(" .!")
        if not sentence.endswith("?") and _ASKS.search(said) and not _NO_REQUEST.search(said):
            return sentence
    return ""
