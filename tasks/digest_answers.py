"""What an owner or contractor writes under a digest, line by line.

A line that begins with a task's tag, or words under its quoted question, goes
to that task: a command word acts, plain words answer its open question. With
none open they are the owner's private note. Nothing here reaches a contractor
in any other way.
"""

from dataclasses import replace

from tasks import events as e
from tasks.contractor_says import ACTS as CONTRACTOR_ACTS
from tasks.draft import Draft
from tasks.holding import settle
from tasks.intents import Arrival, TaggedLine
from tasks.letters import Kind
from tasks.model import Task
from tasks.owner_acts import ACTS as OWNER_ACTS
from tasks.people import Person
from tasks.talk import carry_out, name_of
from tasks.trust import Ruling, ruling, wish_of

HELD_WORDS = ("always", "pass on", "drop")
Told = tuple[tuple[str, str], ...]


def answer_lines(draft: Draft, mail: Arrival, person: Person) -> Told:
    """Carry out the lines; what became of each, for the transcript."""
    told: list[tuple[str, str]] = []
    for line in (*mail.lines, *_under_questions(draft, mail, person)):
        told += _held(draft, line, person) if line.held else _task(draft, mail, line, person)
    if not told:
        told.append(_no_line(draft, mail, person))
    draft.lines.clear()
    return tuple(told)


def _under_questions(draft: Draft, mail: Arrival, person: Person) -> list[TaggedLine]:
    """Words written under a quoted question are an answer to it."""
    found = []
    for quoted, words in mail.pairs:
        for task in draft.view.tasks.values():
            if task.owner == person.key and any(q.text and q.text in quoted for q in task.questions):
                found.append(TaggedLine(words, task=task.number))
    return found


def _held(draft: Draft, line: TaggedLine, person: Person) -> Told:
    held = draft.view.held.get(line.held)
    word = next((c.word for c in line.commands if c.word in HELD_WORDS), "")
    if held is None or held.state != "held" or held.owner != person.key:
        return ((line.words, f"not done: H-{line.held} is not held for you"),)
    if not word:
        return ((line.words, "not understood. Write: pass on, or drop"),)
    settle(draft, held, "pass on" if word == "always" else word)
    return ((line.words, f"H-{line.held}: {word}"),)


def _task(draft: Draft, mail: Arrival, line: TaggedLine, person: Person) -> Told:
    task = draft.view.tasks.get(line.task)
    if task is None or person.key not in (task.owner, task.contractor):
        return ((f"T-{line.task}", "not done: that is no task of yours"),)
    part = replace(mail, words=line.words, commands=line.commands, lines=(), pairs=(), present=(), files=())
    acts = OWNER_ACTS if person.key == task.owner else CONTRACTOR_ACTS
    role = "owner" if person.key == task.owner else "contractor"
    if line.commands:
        draft.lines.clear()
        wish = wish_of(task, frozenset(c.word for c in line.commands))
        if role == "owner" and ruling(wish, mail) is not Ruling.DO:
            return ((f"{task.tag} {line.words}", "not done: money hangs on it. Answer the letter about it"),)
        carry_out(draft, task.number, part, acts, role, tell_all=True)
        return tuple((f"{task.tag} {word}", outcome) for word, outcome in draft.lines)
    return ((f"{task.tag} {line.words}", _plain(draft, task, part, role)),)


def _plain(draft: Draft, task: Task, mail: Arrival, role: str) -> str:
    """Plain words on one task: an answer where a question is open."""
    words, number = mail.words.strip(), task.number
    if role == "contractor":
        draft.record(number, e.WordsFiled(task.contractor, words))
        return f"kept for {name_of(draft, task.owner)}"
    if not any(q.by == task.contractor for q in task.questions):
        draft.record(number, e.NoteKept(task.owner, words))
        return "kept as your private note"
    draft.record(number, e.QuestionAnswered(task.contractor, words))
    writer = name_of(draft, task.owner)
    draft.post(Kind.RELAY, task.contractor, number, writer=writer, words=words, about="answer", pairs=())
    return f"sent to {name_of(draft, task.contractor)} as the answer"


def _no_line(draft: Draft, mail: Arrival, person: Person) -> tuple[str, str]:
    words = " ".join(mail.words.split())
    if "owner" in person.roles:
        draft.remark(person.key, f"Your note: {words[:300]}")
        return (
            words[:80],
            "kept as your private note. To act on a task, begin a line with its tag: T-12 ...",
        )
    return (words[:80], "which task? Begin the line with its tag: T-12 ...")
