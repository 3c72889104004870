"""Letters to an owner who is away: a substitute reads them, or the digest of the return tells.

What answers the owner's own mail still goes to the owner, and so do questions
about held mail: nobody else may answer those.
"""

from collections.abc import Mapping
from datetime import datetime

from tasks.absence import is_away, substitute_of
from tasks.letters import Kind
from tasks.model import Task
from tasks.people import House

TO_NOBODY = ""
OURS = frozenset({Kind.BOUNCED, Kind.TRANSCRIPT})  # nobody else's words stand in these
DIVERTED = frozenset(
    {
        Kind.QUESTION,
        Kind.REVIEW,
        Kind.RELAY,
        Kind.PROPOSAL,
        Kind.DECLINED,
        Kind.CLARIFY,
        Kind.WHO_FOR,
        Kind.AWAY,
        Kind.BOUNCED,
        Kind.TRANSCRIPT,
    }
)


def reads_it(house: House, task: Task | None, kind: Kind, to: str, writer: str, now: datetime) -> str:
    """Who gets a letter that is owed to `to` (keys); TO_NOBODY where it waits for the
    return. `writer` is whose mail brought it about."""
    owner = house.people.get(to)
    if task is None or owner is None or to != task.owner or kind not in DIVERTED:
        return to
    if writer == to or not is_away(owner, now):
        return to
    who = substitute_of(house, task, now)
    return TO_NOBODY if who and is_away(house.people[who], now) else who


def kept_words(kind: Kind, task: Task, facts: Mapping[str, object], files: int) -> str:
    """What of a letter that waits stands nowhere else yet, for the digest of the return."""
    if kind is Kind.BOUNCED:
        return f"a letter did not arrive: {facts.get('reason', '')}"
    if kind is Kind.TRANSCRIPT:
        lines = facts.get("lines")
        return "; ".join(": ".join(map(str, line)) for line in lines) if isinstance(lines, tuple) else ""
    words = str(facts.get("words") or "").strip()
    if kind is Kind.QUESTION and any(words == q.text.strip() for q in task.questions):
        words = ""
    return f"{words} ({files} attached)".strip() if files else words
