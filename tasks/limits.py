"""What a brief leaves to whoever does it: `decide: up to $50`, `level: outcome`."""

import re

from language.lines import brief_lines
from tasks.draft import Draft
from tasks.events_hands import BriefLimited
from tasks.model import Task

LEVELS = {
    "steps": "Please keep to the steps as they are written.",
    "outcome": "How you do it is up to you; what counts is the outcome.",
    "own it": "It is yours: decide what it needs, and ask only where you cannot.",
}
_BOUND = re.compile(r"(?i)(?:up to|under|below|less than|within|as long as|if)\b")


def see_limits(draft: Draft, number: int, text: str) -> None:
    """Record what these words of the owner's leave to the contractor."""
    lines = brief_lines(text)
    decide = " ".join(lines.get("decide", "").split())[:200]
    level = " ".join(lines.get("level", "").split()).casefold()[:60]
    if decide or level:
        draft.record(number, BriefLimited(decide, level))


def limits_of(task: Task) -> tuple[str, ...]:
    """The same as sentences to the contractor."""
    found = []
    if task.decide:
        words = task.decide.rstrip(" .")
        bound = _BOUND.match(words)
        found.append(
            f"You may decide anything {words} yourself." if bound else f"You may decide yourself: {words}."
        )
    if task.level:
        found.append(LEVELS.get(task.level, f"Level: {task.level}."))
    return tuple(found)
