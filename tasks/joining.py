"""One open question for each task: what is asked later joins it.

The newest letter lists all of it, and a yes counts for what its letter lists. A
word with less proof than the mail in hand is never listed beside it: else the yes
of a person to their own word would be one to somebody else's.
"""

from collections.abc import Sequence
from dataclasses import replace

from tasks.draft import Draft
from tasks.intents import Arrival, Evidence, Held

OVERTAKEN = "later a better proven mail"  # in the reason of a mail whose question gave way
ANSWER = "all of an answer to a digest"  # begins the wish of such a mail
JOINED = 9  # mails that a question lists beside its own; each had a letter of its own
_STRENGTH = {Evidence.BARE: 0, Evidence.T_OTHER: 0, Evidence.T_A: 1, Evidence.A: 2, Evidence.A_T: 3}


def digests_of(owner: str) -> str:
    """The group of an owner's answers to digests: they have one open question, too."""
    return f"digest-{owner}"


def group_of(held: Held) -> str:
    """What a question is about: a task, or the digests of an owner; "" where each
    mail has a question of its own."""
    if held.task:
        return str(held.task)
    return digests_of(held.owner) if held.wish.startswith(ANSWER) else ""


def join(draft: Draft, mail: Arrival, earlier: Held, task: int) -> tuple[Held, ...]:
    """The mails of the open question that this one's letter lists, too. Those with
    less proof give way: they stay held, and the next digest tells it."""
    mine = _strength(mail)
    before = (*joined(draft, earlier), earlier)
    for held in before:
        if held.state == "held" and _proof(held) < mine:
            _give_way(draft, held, task)
    return tuple(held for held in before if held.state == "held" and _proof(held) >= mine)[-JOINED:]


def joined(draft: Draft, held: Held) -> Sequence[Held]:
    """The older mails that a question lists and that wait still, oldest first."""
    rows = (draft.view.held.get(number) for number in held.joins)
    return [row for row in rows if row and row.state == "held" and row.owner == held.owner]


def _give_way(draft: Draft, held: Held, task: int) -> None:
    if held.code_until is None or held.code_until <= draft.now:
        return
    what = f"about T-{task}" if task else "to a digest"
    overtaken = f"{held.reason}; {OVERTAKEN} {what} came, and you were asked about that one"
    draft.hold(replace(held, code_until=draft.now, reason=overtaken))


def _strength(mail: Arrival) -> int:
    """How sure its sender is; what the owner let in by a reply address alone is no more than that."""
    return 1 if mail.released else _STRENGTH.get(mail.sender.evidence, 0)


def _proof(held: Held) -> int:
    """The same of a held mail, by the column of the table that held it."""
    found = (rank for proof, rank in _STRENGTH.items() if f" x {proof.value}:" in held.cell)
    return min(found, default=1 if "let in by the owner" in held.cell else 0)
