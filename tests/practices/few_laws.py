"""The law of few letters (conversation.md, "Few letters"), judged from the letters alone.

Each kind of letter is named here: what only a mail can bring, what the clock brings and
counts as its reader's one of the day, and what is an exception, with its reason. A kind
that is not named is a fault.
"""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date, timedelta

from tasks.letters import Kind
from tests.practices.few_lives import Life, Sent

TWO_HOURS = timedelta(hours=2)
# The clock's, one of them a person and day.
ONE_A_DAY = frozenset({Kind.REMINDER, Kind.PROBE, Kind.OVERDUE, Kind.LATE, Kind.OWED, Kind.WEEK, Kind.RELAY})
# The clock's, and no letter of the day: each with the reason for which a second one is right.
EXCEPTIONS = {
    Kind.DIGEST: "the owner's own letter of each day; what comes in a working day is not in it",
    Kind.ESCALATION: "conversation.md names it",
    Kind.ASSIGNMENT: "work of a mail that the owner was asked about: two hours later it goes out",
    Kind.DUE_CHANGED: "the contractor waits to hear whether their date holds",
    Kind.APPROVED: "the contractor waits to hear whether the work is good",
}
# Only a mail brings these, or a change of the config at a start.
OF_MAIL = frozenset(
    {
        *(Kind.RECEIPT, Kind.JOINED, Kind.QUESTION, Kind.REVIEW, Kind.CLARIFY, Kind.SENT_BACK, Kind.PROPOSAL),
        *(Kind.DECLINED, Kind.KNOCK, Kind.CONFIRM, Kind.WHO_FOR, Kind.SPLIT, Kind.WHICH_TASK, Kind.AWAY),
        *(Kind.NOTHING_IN_IT, Kind.CANCELLED, Kind.HANDED_ON, Kind.BOUNCED, Kind.TRANSCRIPT, Kind.STATUS),
        Kind.HELP,
    }
)

# Words that came while who answers for an owner was away as well: they wait for the first to be back.
WAITED = frozenset({Kind.QUESTION, Kind.REVIEW, Kind.PROPOSAL})


def known() -> frozenset[Kind]:
    """All kinds that the law has a place for."""
    return ONE_A_DAY | EXCEPTIONS.keys() | OF_MAIL


def breaches(life: Life) -> list[str]:
    """What of this life breaks the law, a sentence each."""
    found = [
        f"{_said(s)}: no clock may bring this" for s in life.sent if s.clocked and not _may_come(life, s)
    ]
    found += [f"{_said(s)}: shown twice" for s in life.sent if s.clocked and _was_shown(life, s)]
    days: dict[tuple[str, date], list[Sent]] = defaultdict(list)
    for sent in life.sent:
        if sent.clocked:
            days[sent.to, life.almanacs[sent.to].day_of(sent.at)].append(sent)
    for (who, day), letters in days.items():
        found += [f"{who}, {day:%a %d %b}: {words}" for words in _of_one_day(life, letters)]
    return found


def _may_come(life: Life, sent: Sent) -> bool:
    """Whether the clock may bring it: what only a mail brings may come to who answers for
    an owner, on the day from which they are there again."""
    if sent.kind not in OF_MAIL:
        return True
    return sent.kind in WAITED and sent.stands_in and life.came_back(sent.to, sent.at)


def _was_shown(life: Life, sent: Sent) -> bool:
    """Whether the same waiting words came to the same reader by the clock before."""
    before = (s for s in life.sent if s.clocked and s.at < sent.at and (s.to, s.kind) == (sent.to, sent.kind))
    return sent.kind in WAITED and any(s.letter.text == sent.letter.text for s in before)


def _of_one_day(life: Life, letters: list[Sent]) -> Iterator[str]:
    counted = [s for s in letters if s.kind in ONE_A_DAY and not _is_due_today(life, s)]
    counted = [s for s in counted if not _goes_on_later(s, counted)]
    if len(counted) > 1:
        yield "; ".join(map(_said, counted))
    for kind in (Kind.DIGEST, Kind.ESCALATION):
        moments = [s.at for s in letters if s.kind == kind]
        if len(moments) > len(set(moments)) or (kind is Kind.DIGEST and len(moments) > 1):
            yield f"{len(moments)} times {kind}"
    together = [s for s in letters if s.kind in ONE_A_DAY]
    for sent in together:
        same = [o for o in together if o.at == sent.at]
        if len(same) > 1:
            yield f"at one moment: {_said(sent)}"


def _is_due_today(life: Life, sent: Sent) -> bool:
    """Due before the reader's next day of work, or too early on it to be told two hours
    before. What is due a little later stands in the same letter."""
    until = life.almanacs[sent.to].opening_after(sent.at) + TWO_HOURS
    return sent.kind == Kind.REMINDER and any(due and sent.at < due < until for due in sent.due.values())


def _goes_on_later(sent: Sent, letters: list[Sent]) -> bool:
    """Work that the owner let rest goes on, after the reader had the letter of the day:
    the owner said when, and waits for it."""
    first = sent.letter.text.partition("\n")[0]
    goes_on = sent.kind == Kind.RELAY or first.endswith("go on.")
    return goes_on and any(o.at < sent.at for o in letters)


def _said(sent: Sent) -> str:
    tags = ", ".join(f"T-{n}" for n in sent.tasks)
    return f"{sent.at:%d %b %H:%M:%S} {sent.kind} to {sent.to} ({tags})"
