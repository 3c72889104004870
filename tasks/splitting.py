"""`split` and `one`: what becomes of a mail that holds several tasks."""

import re

from language.masking import mask
from language.meaning import Command
from language.money import brief_money
from tasks import events as e
from tasks.draft import Draft
from tasks.events_follow import OwnDateSet
from tasks.events_parts import SplitUndone, TaskSplit
from tasks.hours import local
from tasks.intents import Arrival
from tasks.letters import Kind
from tasks.masked import note_secret
from tasks.model import Part, Stage, Task
from tasks.opening import hand_over
from tasks.talk import Outcome, name_of
from tasks.ticks import see_steps

TITLE = 80  # characters of a part's first line
_LEAD = re.compile(
    r"(?:(?:first|second|third|fourth|fifth|separate|final|last)(?:ly)?|also|then|next|and|please)"
    r"(?:\s*[,:]\s*|\s+(?=please\b|separately\b))|please\s+",
    re.IGNORECASE,
)
FEW = 4  # words: a line with fewer of them is a greeting, not a part of the brief


def split(draft: Draft, number: int, mail: Arrival, command: Command) -> Outcome:
    """A task of each part, for the same contractor; the task itself closes."""
    task = draft.task(number)
    if not task.is_open or task.stage is Stage.IN_REVIEW:
        return Outcome(f"not done: the task is {task.state} already", loud=True)
    if not task.parts:
        return Outcome("not done: I see only one task here. For another, write  new task: ...", loud=True)
    numbers = tuple(_open_part(draft, task, part) for part in task.parts)
    draft.record(number, TaskSplit(numbers))
    who = task.contractor or task.as_one_for
    for fresh in numbers:
        _give(draft, fresh, who, task, numbers)
        draft.say(f"T-{fresh} {draft.task(fresh).title}", _told(draft, draft.task(fresh)))
    return Outcome(f"made {len(numbers)} tasks of it. Undo: one", loud=True)


def one(draft: Draft, number: int, mail: Arrival, command: Command) -> Outcome:
    """The mail stays one task; after `split` it becomes one again."""
    task = draft.task(number)
    if task.stage is Stage.SPLIT:
        return _together(draft, task)
    if task.as_one_at is None or not task.is_open:
        return Outcome("it is one task already")
    go_as_one(draft, number)
    return Outcome(f"it goes to {name_of(draft, task.as_one_for)} as one. Undo: split")


def go_as_one(draft: Draft, number: int) -> None:
    """Hand it over undivided: the owner said so, or nothing for two hours."""
    task = draft.task(number)
    hand_over(draft, number, task.as_one_for, ask_due=task.due is None and not task.due_question)


def _together(draft: Draft, task: Task) -> Outcome:
    """Undo a split, as long as nobody has begun one of the parts."""
    parts = [draft.task(n) for n in task.split_into if draft.knows(n)]
    begun = [part.tag for part in parts if part.heard_at or not part.is_open]
    if begun or len(parts) < len(task.split_into):
        which = ", ".join(begun) or "one of them"
        return Outcome(f"not done: {which} has begun. Reply  cancel  on the ones to drop", loud=True)
    who = next((part.contractor for part in parts if part.contractor), task.as_one_for)
    for part in parts:
        draft.record(part.number, e.TaskCancelled(f"part of {task.tag} again"))
    draft.record(task.number, SplitUndone())
    note = f"It takes the place of {_tags(task.split_into)}: they are one task again."
    if who:
        hand_over(draft, task.number, who, ask_due=task.due is None, notes=(note,))
    return Outcome(f"one task again; {_tags(task.split_into)} are called off. Undo: split", loud=True)


def _open_part(draft: Draft, task: Task, part: Part) -> int:
    """A task of one part, linked to the one it comes from."""
    fresh = draft.fresh()
    due = part.due or (task.due if part.shares else None)
    opened = e.TaskOpened(
        title=title_of(mask(part.text).text),
        brief=_brief(task, part),
        owner=task.owner,
        due=due,
        due_question=task.due_question if part.shares and due is None else "",
        money=_money(task, part),
        files=task.files,
        outsiders=task.outsiders,
        source=task.source,
        parent=task.number,
    )
    draft.record(fresh, opened)
    own = part.own if part.due else task.own_due if part.shares else None
    if own and due and due.at < own.at:
        draft.record(fresh, OwnDateSet(own))
    see_steps(draft, fresh, part.text)
    note_secret(draft, fresh, opened.brief)
    return fresh


def _give(draft: Draft, fresh: int, who: str, task: Task, numbers: tuple[int, ...]) -> None:
    """To the same contractor; with nobody known, each part asks for a name."""
    part = draft.task(fresh)
    if not who:
        names = tuple(p.key for p in draft.house.contractors() if p.key != task.owner)
        draft.post(Kind.WHO_FOR, task.owner, fresh, asked="who-for", candidates=names)
        return
    was = f", which {name_of(draft, who)} had as one" if task.contractor else ""
    note = f"It is one of {len(numbers)} tasks out of {task.tag}{was}: {_tags(numbers)}."
    hand_over(draft, fresh, who, ask_due=part.due is None and not part.due_question, notes=(note,))


def _told(draft: Draft, part: Task) -> str:
    """One line of the transcript: with whom, and when it is due."""
    whom = f"with {name_of(draft, part.contractor)}" if part.contractor else "waits for a name"
    if part.due is None:
        return f"{whom}, no date yet"
    at = local(part.due.at, draft.house.people[part.owner])
    return f"{whom}, due {at:%a} {at.day} {at:%b} {at:%H:%M}"


def title_of(text: str) -> str:
    """The first line of a part, without "First, please" and its end mark."""
    first = next((line.strip() for line in text.splitlines() if line.strip()), text)
    bare = first
    while (lead := _LEAD.match(bare)) and lead.end() < len(bare):
        bare = bare[lead.end() :]
    return (bare[:1].upper() + bare[1:] if bare else first).rstrip(" .;,")[:TITLE]


def _money(task: Task, part: Part) -> str:
    """A price named in a part hangs on that part; else the mail's on all."""
    if any(brief_money(one.text) for one in task.parts):
        return brief_money(part.text)
    return task.money


def _brief(task: Task, part: Part) -> str:
    """The part's words, with what the mail says beside all of them."""
    beside = "\n".join(_beside(task))
    return f"{part.text.strip()}\n\n{beside}".strip()


def _beside(task: Task) -> list[str]:
    """Lines of the brief that belong to no part: where files go, who to ask."""
    own = [_squeezed(line) for part in task.parts for line in part.text.splitlines() if line.strip()]
    kept = []
    for line in task.brief.splitlines():
        bare = _squeezed(line)
        of_a_part = any(bare in text or text in bare for text in own)
        if len(bare.split()) >= FEW and not of_a_part and not _announces(bare):
            kept.append(line.strip())
    return kept


def _announces(line: str) -> bool:
    """ "Two things for this week:" says nothing of the work."""
    return line.endswith(":") and len(line.split()) <= FEW * 3


def _squeezed(line: str) -> str:
    return " ".join(line.split()).casefold().strip(" -*•.")


def _tags(numbers: tuple[int, ...]) -> str:
    return ", ".join(f"T-{n}" for n in numbers)
