"""`take T-5`: another owner takes over a task whose owner is in the config no more.

It keeps its history, its contractor and its threads. The former owner's reply addresses
end with their part in it. The contractor hears of it in the signature of the next letter,
and what waits for an owner comes to the new one at once.
"""

from collections.abc import Sequence

from language.meaning import How
from language.short import is_thanks
from language.words_text import is_greeting
from language.yes import only_signs
from tasks.confirming import confirm
from tasks.draft import Draft
from tasks.events_hands import OwnerTook
from tasks.holding import hold
from tasks.intents import Arrival, Evidence, TaggedLine
from tasks.letters import Decision, Filed
from tasks.model import Stage, Task
from tasks.people import Person
from tasks.reviewing import announce_review, holds_from
from tasks.talk import doubt_about, name_of, plain_words, transcript
from tasks.trust import Ruling, What
from tasks.waiting_shown import show_piece, show_proposal, show_questions

WORD = "take"
NEEDED = "kept as your private note, and passed on to nobody: {tag} has no owner. Reply  {tag} take  first"


def takes(line: TaggedLine) -> bool:
    """Whether this line is `T-5 take`, or begins with it."""
    return bool(line.task) and any(c.word == WORD and c.how is How.EXPLICIT for c in line.commands[:1])


def row_of(mail: Arrival) -> What:
    """Its row in the table of trust: who is proven as an owner takes it as they could
    open a task; a reply address alone, or less, is asked about as where money hangs."""
    proven = mail.sender.evidence in (Evidence.A_T, Evidence.A)
    return What.NEW_TASK if proven else What.MONEY


def taken_afresh(draft: Draft, mail: Arrival) -> Decision | None:
    """Decide a fresh mail of an owner's that is nothing but `take T-5`; None for any other."""
    person = draft.house.people.get(mail.sender.person)
    if person is None or "owner" not in person.roles or not mail.lines or not _only_takes(mail, person):
        return None
    numbers = [line.task for line in mail.lines]
    if waits := _unproven(draft, mail, person, numbers):
        return waits
    for number in dict.fromkeys(numbers):
        draft.say(f"T-{number} take", take_over(draft, number, person))
        show_all(draft, number)
    transcript(draft, person.key, numbers[0] if draft.knows(numbers[0]) and len(numbers) == 1 else 0)
    return draft.close(Filed.ORDER, person.key, why="took over a task")


def taken_in_thread(draft: Draft, task: Task, mail: Arrival) -> Decision | None:
    """Decide an owner's mail about a task that has none: `take` makes it theirs, other words
    are kept, and they are told of it. None where it is not such a mail."""
    person = draft.house.people.get(mail.sender.person)
    if person is None or "owner" not in person.roles or task.owner in draft.house.people:
        return None
    mine = [line for line in mail.lines if line.task == task.number and takes(line)]
    taken = bool(mine) or any(c.word == WORD and c.how is How.EXPLICIT for c in mail.commands)
    if waits := _unproven(draft, mail, person, [task.number]):
        return waits
    rest = _beside(mail, person, task.tag if mine else "")
    if taken:
        draft.say(f"{task.tag} take", take_over(draft, task.number, person))
        show_all(draft, task.number)
    if rest:
        draft.remark(person.key, f"Your note on {task.tag}: {rest[:300]}")
        told = "kept as your private note, and passed on to nobody" if taken else NEEDED.format(tag=task.tag)
        draft.say(rest[:80], told)
    transcript(draft, person.key, task.number if taken else 0)
    return draft.close(Filed.ORDER if taken else Filed.NOTE, person.key, task.number, why="about its owner")


def take_over(draft: Draft, number: int, person: Person) -> str:
    """Make the task this owner's, if it is nobody's now; what became of it."""
    if not draft.knows(number):
        return f"not done: there is no T-{number}"
    task = draft.task(number)
    if task.owner == person.key:
        return f"not done: {task.tag} is yours already"
    if task.owner in draft.house.people:
        return f"not done: {task.tag} is {name_of(draft, task.owner)}'s"
    if task.contractor == person.key:
        return f"not done: you do {task.tag} yourself, so that another owner has to take it"
    proposed = task.proposal
    holds_at = holds_from(draft, person.key, proposed.due) if proposed and proposed.holds_at else None
    task = draft.record(number, OwnerTook(person.key, task.owner, holds_at))
    name = name_of(draft, task.contractor)
    has = f"{name} has it, and gets no letter about it" if name else "nobody has it"
    return f"{task.tag} is yours now, {task.state}; {has}"


def show_all(draft: Draft, number: int) -> None:
    """What waits for the owner, to whoever is that now."""
    if not draft.knows(number) or not _was_taken(draft, number):
        return
    task = draft.task(number)
    show_questions(draft, task, task.owner)
    if task.stage is Stage.IN_REVIEW and task.review_at:
        announce_review(draft, number)
        show_piece(draft, draft.task(number), task.owner, task.review_at)
    if task.proposal and task.is_open:
        show_proposal(draft, task, task.proposal, task.owner)


def _was_taken(draft: Draft, number: int) -> bool:
    return any(isinstance(event, OwnerTook) for event in draft.done_to(number))


def _unproven(draft: Draft, mail: Arrival, person: Person, numbers: Sequence[int]) -> Decision | None:
    """The question by code, or the held mail, where it may not be obeyed; else None."""
    row, tags = row_of(mail), ", ".join(f"T-{number}" for number in numbers)
    match draft.rule(row, mail):
        case Ruling.DO:
            return None
        case Ruling.CONFIRM:
            return confirm(draft, mail, row, f"{tags} to be yours", person.key, numbers[0])
        case _:
            reason = f"in the name of {person.first_name}, on {tags}, {doubt_about(mail)}"
            return hold(draft, mail, reason, knock=True, as_person=person.key, task=numbers[0])


def _only_takes(mail: Arrival, person: Person) -> bool:
    tags = {f"T-{line.task}" for line in mail.lines}
    lines = [line for line in mail.own.splitlines() if line.strip()]
    others = [line for line in lines if not any(tag in line.upper() for tag in tags)]
    return all(takes(line) and len(line.words.split()) == 1 for line in mail.lines) and all(
        _is_courtesy(line, person) for line in others
    )


def _beside(mail: Arrival, person: Person, tag: str) -> str:
    """The words of a mail beside the word (in the line of this tag), a greeting and a sign-off."""
    lines = [line for line in plain_words(mail).splitlines() if not _is_courtesy(line, person)]
    lines = [line for line in lines if not tag or tag not in line.upper()]
    return " ".join(" ".join(lines).split())


def _is_courtesy(line: str, person: Person) -> bool:
    return not line.strip() or is_greeting(line) or is_thanks(line) or only_signs(line, person.name)
