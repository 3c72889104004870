"""Each time a task comes back to its owner: counted by cause.

No tool tells an owner which briefs and tasks cost the most round trips; the
week's first digest does, in a line.
"""

import re
from collections import Counter
from collections.abc import Iterable

from tasks.draft import Draft
from tasks.events_hands import ReturnedToOwner
from tasks.model import Task

CAUSES = ("question", "place", "unclear", "access", "date", "blocked", "declined")
WORTH = 2  # returns of one task that are worth a line
NAMED = 3  # tasks
_PLACE = re.compile(
    r"(?i)\bwhere\b.{0,60}\b(?:files?|go|goes|put|save|store|upload|leave|send|scans?|results?|it)\b"
    r"|\b(?:which|what) (?:\w+ )?(?:folder|place|drive|directory|share)\b"
)
_ACCESS = re.compile(r"(?i)\b(?:passwords?|log ?in|access|permissions?|credentials?|locked out|account)\b")
_UNCLEAR = re.compile(
    r"(?i)\bwhat (?:do|does|did) (?:you|he|she|it|this|that) mean\b|\bnot (?:quite )?(?:clear|sure what)\b"
    r"|\b(?:do not|don't|did not|didn't|cannot|can't) (?:quite )?understand\b"
    r"|\b(?:unclear|confus\w+|explain)\b"
)
_READ = (("access", _ACCESS), ("place", _PLACE), ("unclear", _UNCLEAR))
HINTS = {
    "place": "A line  place:  in such briefs would save some",
    "unclear": "A line  done when:  in such briefs would save some",
    "access": "Access given with the brief would save some",
    "question": "A line  decide: up to $50  in such briefs would save some",
}


def cause_of(text: str, otherwise: str) -> str:
    """Why work comes back, by the words that ask; one of CAUSES."""
    return next((cause for cause, form in _READ if form.search(text[:2000])), otherwise)


def came_back(draft: Draft, number: int, cause: str) -> None:
    draft.record(number, ReturnedToOwner(cause))


def counted(returns: Iterable[str]) -> str:
    """ "2 place, 1 question", the most frequent first."""
    count = Counter(returns)
    order = sorted(count, key=lambda cause: (-count[cause], CAUSES.index(cause)))
    return ", ".join(f"{count[cause]} {cause}" for cause in order)


def weekly(tasks: Iterable[Task], owner: str) -> tuple[str, ...]:
    """What came back to this owner most, and why: lines for the week's first digest."""
    mine = sorted((t for t in tasks if t.owner == owner), key=lambda t: (-len(t.returns), t.number))
    often = [t for t in mine if len(t.returns) >= WORTH][:NAMED]
    lines = [f"{t.tag} came back to you {len(t.returns)} times ({counted(t.returns)})" for t in often]
    if often:
        causes = Counter(cause for t in often for cause in t.returns)
        hint = HINTS.get(causes.most_common(1)[0][0])
        lines[-1] += f". {hint}" if hint else ""
    missed = Counter(t.miss_cause for t in mine if t.miss_cause)
    if missed.total() >= WORTH:
        named = ", ".join(f"{n} {cause}" for cause, n in missed.most_common())
        lines.append(f"Causes of delays, as named: {named}")
    return tuple(lines)
