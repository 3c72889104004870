"""A due clause ("by Friday 5pm") in a sentence, and what the sentence is without it.

Only where that is a whole sentence is the clause cut alone: "Paint it blue by
Friday." is "Paint it blue."; of "The deadline is Friday." nothing stays.
"""

import re

from tasks.model import Due

_LEAD = r"(?:due by|due|by|before|until|till|no later than|need by|need it by)\b[ \t]*:?[ \t]*"
_LED = re.compile(rf"(?i){_LEAD}|on\b")
BARE = re.compile(r"[\W_]*(?:\d{1,2}[\W_]*)?")  # what is left of a line that said nothing else
_OPENS = re.compile(r"(?i)\W*(?:by|before|until|till|no later than)\b")
_HANGS = frozenset(  # words with which no sentence ends
    [
        "a",
        "an",
        "the",
        "is",
        "are",
        "was",
        "were",
        "be",
        "been",
        "being",
        "at",
        "on",
        "in",
        "for",
        "to",
        "of",
        "or",
        "and",
        "with",
        "from",
        "than",
        "must",
        "will",
        "would",
        "should",
        "can",
        "could",
        "may",
        "might",
        "do",
        "does",
        "i",
        "we",
        "you",
        "they",
        "he",
        "she",
        "my",
        "our",
        "your",
        "their",
        "his",
        "its",
        "it's",
        "that's",
        "this",
        "if",
        "when",
        "that",
        "which",
        "who",
        "latest",
        "deadline",
        "date",
        "need",
        "needs",
        "have",
        "has",
        "due",
        "by",
        "until",
        "before",
        "till",
    ]
)
_HALF = frozenset(
    [
        "please",
        "really",
        "again",
        "also",
        "not",
        "thanks",
        "hi",
        "hello",
        "so",
        "then",
        "and",
        "but",
        "maybe",
        "ideally",
    ]
)
_GOES_ON = re.compile(r"(?i)\s*[,;]?\s*(?:and|but|so|then|or|please|pls|thanks|thank you)\b")
_NEXT = re.compile(r"[.!?…]+[\"')]*\s+[\"'(]?[^\W\d_a-z]")  # a stop, and another sentence
_BEGINS = frozenset(["we", "i", "you", "he", "she", "they", "it", "the", "our", "my", "your", "please"])
_SHORTEST = 3  # words of a sentence behind a clause that leads it


def phrase_of(text: str, due: Due) -> re.Match[str] | None:
    """Where the clause stands that was read as this very date: its lead and its words."""
    words = due.phrase.split()
    if not words:
        return None
    lead = "" if _LED.match(due.phrase) else rf"(?:{_LEAD})"
    phrase = r"\s+".join(re.escape(word) for word in words)
    return re.search(rf"(?i)(?<!\w){lead}{phrase}(?!\w)\.?(?=\s|\W|$)", text)


def without_clause(sentence: str, due: Due) -> str | None:
    """The sentence without the clause of this date: "" where it said nothing else;
    None where there is none, or where what is left would be no sentence."""
    found = phrase_of(sentence, due)
    if found is None:
        return None
    head, tail = sentence[: found.start()], sentence[found.end() :]
    if found[0].endswith("."):
        tail = f".{tail}"
    if BARE.fullmatch(head + tail):
        return ""
    if BARE.fullmatch(head):
        return _led(head, tail) if _OPENS.match(found[0]) else None
    return _ended(head, tail)


def cut_clause(title: str, due: Due) -> str:
    """A title without the clause, whatever is left of it."""
    found = phrase_of(title, due)
    if found is None:
        return title
    head, tail = title[: found.start()].rstrip(), title[found.end() :]
    if head.endswith("(") and tail.lstrip().startswith(")"):
        head, tail = head[:-1].rstrip(), tail.lstrip()[1:]
    return f"{head}{tail}" if head else tail.lstrip(" ,;:")


def _led(head: str, tail: str) -> str | None:
    """What stands behind a clause that leads: a sentence after a comma, or one with its subject."""
    rest = tail.lstrip(" \t\n,;")
    words = rest.split()
    whole = len(words) >= _SHORTEST and (tail.lstrip().startswith(",") or words[0].casefold() in _BEGINS)
    return f"{head}{rest[:1].upper()}{rest[1:]}" if whole else None


def _ended(head: str, tail: str) -> str | None:
    """The sentence whose clause ends it, or is followed by another clause or a courtesy."""
    head, rest = head.rstrip(), tail.lstrip()
    if head.endswith("("):
        if not rest.startswith(")"):
            return None
        head, tail = head[:-1].rstrip(), rest[1:]
        rest = tail.lstrip()
    head = head.rstrip(" ,;:-–—")
    words = re.findall(r"[^\W\d_][\w']*", head.casefold())
    if not words or words[-1] in _HANGS or (len(words) == 1 and words[0] in _HALF):
        return None
    if not rest or re.fullmatch(r"[.!?…]+[\"')]*", rest) or _NEXT.match(rest):
        return head + rest
    return head + tail if _GOES_ON.match(tail) else None
