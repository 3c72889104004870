"""What a task is called: the Subject, or where that says nothing the first line."""

import re

from language.masking import mask
from language.quotes import bare_subject
from tasks.intents import Arrival

TITLE = 120  # characters
NEW = re.compile(r"(?i)^new task\s*[:–-]\s*")
POOR_TITLES = frozenset({"", "help", "urgent", "task", "new task", "hi", "hello", "hey", "question", "todo"})


def title_of(mail: Arrival) -> str:
    """The Subject without what a mail program or a habit put before it, or where
    that says nothing the first line of the brief; secrets masked."""
    if not is_poor(mail):
        return mask(_subject(mail)).text[:TITLE]
    return first_line(mail.body, mail.subject)


def first_line(text: str, other: str = "") -> str:
    """The first line of a brief as a title, `other` where it has none; secrets masked."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    return mask(lines[0] if lines else other or "Untitled").text[:TITLE]


def is_poor(mail: Arrival) -> bool:
    """Whether the Subject tells nothing of the work."""
    return _subject(mail).casefold().strip(" !.?") in POOR_TITLES


def _subject(mail: Arrival) -> str:
    return NEW.sub("", bare_subject(mail.subject.strip()))
