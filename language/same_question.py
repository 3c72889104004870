"""Whether two questions ask the same: one that is asked again is one question."""

import re

from language.folding import fold

_CAP = 1000  # characters looked at
_WORD = re.compile(r"[^\W_]{2,}")
_EVERY_QUESTION = frozenset(
    [
        "which",
        "what",
        "when",
        "where",
        "who",
        "whom",
        "whose",
        "why",
        "how",
        "should",
        "shall",
        "could",
        "would",
        "can",
        "may",
        "might",
        "must",
        "will",
        "do",
        "does",
        "did",
        "is",
        "are",
        "was",
        "were",
        "am",
        "be",
        "been",
        "have",
        "has",
        "had",
        "the",
        "this",
        "that",
        "these",
        "those",
        "it",
        "its",
        "of",
        "to",
        "in",
        "on",
        "at",
        "for",
        "from",
        "with",
        "about",
        "by",
        "or",
        "and",
        "not",
        "any",
        "some",
        "there",
        "here",
        "you",
        "your",
        "me",
        "my",
        "we",
        "our",
        "us",
        "they",
        "them",
        "he",
        "she",
        "his",
        "her",
        "please",
        "still",
        "need",
        "know",
        "again",
        "just",
        "so",
        "then",
        "now",
        "yet",
        "also",
        "too",
        "more",
        "use",
        "tell",
        "say",
        "answer",
        "question",
        "asked",
        "ask",
        "waiting",
        "wait",
        "reminder",
        "hi",
        "hello",
        "thanks",
        "thank",
        "if",
    ]
)


def is_same_question(one: str, other: str) -> bool:
    """Whether the words that carry one question are all in the other. Never raises."""
    first, second = _words(one), _words(other)
    if not first or not second:
        return one.strip() == other.strip()
    return first <= second or second <= first


def _words(text: str) -> frozenset[str]:
    return frozenset(_WORD.findall(fold(text[:_CAP]))) - _EVERY_QUESTION
