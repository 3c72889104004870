"""What was agreed and found on a task, for whoever takes it over.

The former contractor's name and addresses do not go along (conversation.md).
"""

import re
from collections.abc import Iterable, Iterator

from tasks import events as e
from tasks.draft import Draft
from tasks.people import House

MOST = 12  # of what was said last
LONGEST = 600  # characters of each
GONE = "..."

Finding = tuple[str, str]


def findings(draft: Draft, number: int) -> tuple[Finding, ...]:
    """What is known so far, in the order it came: a heading and words for each.
    Empty for a task that nobody had before."""
    facts = draft.view.hands.past.get(number, ())
    had = {f.event.contractor for f in facts if isinstance(f.event, (e.HandedOver, e.Reassigned))}
    if not had:
        return ()
    hides = _names(had, draft.house)
    found = [(head, hides.sub(GONE, words).strip()[:LONGEST]) for head, words in _said(facts, had)]
    if headway := draft.task(number).headway:
        found.append(("How far it is", headway))
    return tuple((head, words) for head, words in found if words.strip(" .\n"))[-MOST:]


def _said(facts: Iterable[e.Fact], had: set[str]) -> Iterator[Finding]:
    for fact in facts:
        match fact.event:
            case e.QuestionAsked(by=by, text=text) if by in had:
                yield "Asked before", text
            case e.QuestionAnswered(asked_by=by, text=text) if by in had:
                yield "Answered", text
            case e.QuestionAsked(text=text):
                yield "Asked by the owner", text
            case e.WordsFiled(by=by, text=text) if by in had:
                yield "Found so far", text
            case e.DoneReported(text=text):
                yield "Handed in with", text
            case e.WorkSentBack(reason=reason):
                yield "Sent back with", reason
            case _:
                pass


def _names(had: set[str], house: House) -> re.Pattern[str]:
    """Names and addresses of those who had it; never matches where nobody is known."""
    people = [house.people[key] for key in had if key in house.people]
    names = {name for p in people for name in (p.name, p.first_name, *p.addresses)}
    longest = sorted(map(re.escape, names), key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(longest) or '(?!)'})(?!\w)")
