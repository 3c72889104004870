"""What a reply address alone brought about in an owner's name.

Whoever saw a letter could have written it, so that it is told to the registered
address at once, with the word that takes it back. Words that went to somebody
cannot be unsaid; that they were not the owner's can be said.
"""

from tasks.draft import Draft
from tasks.intents import Arrival, Evidence

ALONE = "by a reply address alone"
NOT_YOURS = "Not yours? Reply no"
YOURS = "yours:"  # begins what such a letter asks; then come the words
QUOTED = 200  # characters of the words by which they are known again
ANSWERS = frozenset({"answer", "date"})  # asked for; a line in the digest is enough


def disowned(person: str, number: int) -> str:
    """The slot of an owner whose reply address for this task somebody else has used."""
    return f"disowned:{person}:{number}:"


def known_by(words: str) -> str:
    """The words as the question about them names them: one line, cut."""
    return " ".join(words.split())[:QUOTED]


def unsaid(draft: Draft, mail: Arrival, words: str, done: str) -> str:
    """What became of words that were passed on, `done`; where a reply address alone
    proved them, with the way to say that they were not the owner's."""
    if mail.sender.evidence is not Evidence.T_A:
        return done
    if mail.answers and not mail.answers.task:
        return f"{done}, by your reply address alone; it cannot be unsaid"
    draft.yours = draft.yours or f"{YOURS}{known_by(words)}"
    return f"{done}, by your reply address alone; it cannot be unsaid. {NOT_YOURS}"


def tell_passed_on(draft: Draft, owner: str, number: int, mail: Arrival) -> None:
    """Words that were added or passed on are told at once. An answer that somebody
    waited for, and what reached nobody, is a line in the next digest."""
    doer = draft.house.people.get(draft.task(number).contractor)
    added, (words, about) = draft.adds(number), draft.passes_on(doer.key if doer else "")
    whom = f"passed on to {doer.first_name}" if doer and words else "added to the brief"
    if (added or (words and about not in ANSWERS)) and not _told(draft):
        words = added or words
        draft.say(words[:QUOTED], unsaid(draft, mail, words, whom))
    elif mail.sender.person == owner:  # of who stands in `did_for` tells it, with what was done
        remark_on(draft, owner, number, mail, "your")


def remark_on(draft: Draft, owner: str, number: int, mail: Arrival, whose: str) -> None:
    """A line of the owner's digest about words that nothing else tells of."""
    if draft.lines or not mail.words.strip():
        return
    doer = draft.house.people.get(draft.task(number).contractor)
    words = draft.passes_on(doer.key)[0] if doer else ""
    whom = f"passed on to {doer.first_name}" if doer and words and draft.writes_to(doer.key) else ""
    said = " ".join(mail.words.split())[:80]
    done = f"were {whom or 'taken as they stand'}, {ALONE}"
    draft.remark(owner, f'T-{number}: {whose} words "{said}" {done}')


def _told(draft: Draft) -> bool:
    return any(NOT_YOURS in outcome for _, outcome in draft.lines)
