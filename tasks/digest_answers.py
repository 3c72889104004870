"""What an owner or contractor writes under a digest, line by line.

A line that begins with a task's tag, or words under its quoted question, goes
to that task: a command word acts, plain words answer its open question. With
none open they are the owner's private note. Nothing here reaches a contractor
in any other way.
"""

from dataclasses import replace

from language.masking import mask
from language.meaning import NO_DUE
from language.promised_money import promise_in, promises_money
from language.questions import asks_back
from tasks import events as e
from tasks.answering import answer, ask, is_counter
from tasks.contractor_acts import ACTS as CONTRACTOR_ACTS
from tasks.contractor_acts import accept_work
from tasks.digest_beside import own_beside, tell_notes, with_reason, words_beside
from tasks.draft import Draft
from tasks.fine import say_fine
from tasks.holding import adds_to, counts_later, settle
from tasks.intents import Arrival, TaggedLine
from tasks.kept_back import kept_back
from tasks.knocking import HELD_WORDS, vouches, what_of
from tasks.letters import Kind
from tasks.model import WORKING, Stage, Task
from tasks.money_said import note_money
from tasks.owner_acts import ACTS as OWNER_ACTS
from tasks.owner_acts import approve
from tasks.ownerless import is_ownerless, take_up
from tasks.people import Person
from tasks.proposals import agree, leave_open
from tasks.standing_in import answers_for
from tasks.taking_over import show_all, take_over, takes
from tasks.talk import SMALL, carry_out, name_of
from tasks.trust import What, wish_of
from tasks.untagged import tell_untagged
from tasks.words_go import is_asked

LINES_TOLD = 20  # of an answer, in the question whether it is the owner's
AGREES = frozenset({"ok", "thumb", "yes", "praise"})
PRAISES = AGREES | {"thanks"}
Told = tuple[tuple[str, str], ...]


def answer_lines(draft: Draft, mail: Arrival, person: Person) -> Told:
    """Carry out the lines; what became of each, for the transcript."""
    told: list[tuple[str, str]] = []
    below = _under_questions(draft, mail, person)
    for line in (*mail.lines, *below):
        told += _held(draft, mail, line, person) if line.held else _task(draft, mail, line, person)
    told += own_beside(draft, mail)
    if not told:
        told.append(_no_line(draft, mail, person))
    elif loose := tell_untagged(draft, mail, person, frozenset(line.words for line in below)):
        told.append(loose)
    draft.unsay()
    return tuple(told)


def costly_lines(draft: Draft, mail: Arrival, person: Person) -> list[What]:
    """The rows of the table of trust of the lines that ask for more than a word on
    a task: money, and addresses."""
    found: list[What] = []
    for line in mail.lines:
        words, held = frozenset(c.word for c in line.commands), draft.view.held.get(line.held)
        task = draft.view.tasks.get(line.task)
        what = What.OWNER_WORD
        if task and task.owner == person.key:
            what = wish_of(task, words, line.words)
        elif held and held.owner == person.key:
            what = what_of(draft.house, "always" if "always" in words else "drop", held)
        if takes(line):
            what = What.MONEY  # as where money hangs: a reply address alone is not enough
        if what is not What.OWNER_WORD:
            found.append(what)
    below = " ".join(words for _, words in mail.pairs)
    return [*found, What.MONEY] if "owner" in person.roles and promises_money(below) else found


def told_lines(draft: Draft, mail: Arrival) -> str:
    """All lines, as what the owner would confirm: a piece of a sentence. One that
    makes an address somebody's says which, and whose."""
    told = []
    for line in sorted(mail.lines, key=lambda line: not line.commands):  # what acts is never left out first
        tag = f"H-{line.held}" if line.held else f"T-{line.task}"
        said = f'"{tag} {mask(line.words).text[:80]}"'
        if (promise := promise_in(line.words)) and len(line.words) > len(promise):
            said += f', with "{mask(promise).text}"'
        held = draft.view.held.get(line.held)
        whose = adds_to(draft.house, held) if held else None
        if held and whose and any(c.word == "always" for c in line.commands):
            said += f", {held.address} to be known as {whose.first_name} from now on"
        told.append(said)
    left = f"; and {len(told) - LINES_TOLD} more" if len(told) > LINES_TOLD else ""
    return "; ".join(told[:LINES_TOLD]) + left


def _under_questions(draft: Draft, mail: Arrival, person: Person) -> list[TaggedLine]:
    """Words written under a quoted question are an answer to it."""
    found = []
    for quoted, words in mail.pairs:
        for task in draft.view.tasks.values():
            if task.owner == person.key and any(q.text and q.text in quoted for q in task.questions):
                found.append(TaggedLine(words, task=task.number))
    return found


def _held(draft: Draft, mail: Arrival, line: TaggedLine, person: Person) -> Told:
    """A word on held mail; `always` adds an address only by full proof."""
    held = draft.view.held.get(line.held)
    word = next((c.word for c in line.commands if c.word in HELD_WORDS), "")
    waits = held is not None and (held.state == "held" or counts_later(draft.house, held, word))
    if held is None or not waits or held.owner != person.key:
        return ((line.words, f"not done: H-{line.held} is not held for you"),)
    if not word:
        return ((line.words, "not understood. Write: pass on, or drop"),)
    adds = word == "always" and adds_to(draft.house, held) is not None
    said = settle(draft, held, word, vouched=vouches(mail))
    undo = f". Undo: H-{line.held} drop" if adds else ""
    return ((f"H-{line.held} {line.words}", said + undo),)


def _task(draft: Draft, mail: Arrival, line: TaggedLine, person: Person) -> Told:
    if takes(line) and "owner" in person.roles:
        return _taken(draft, mail, line, person)
    task = draft.latest(draft.view.tasks[line.task]) if line.task in draft.view.tasks else None
    if task is None or person.key not in (task.owner, task.contractor):
        return ((f"T-{line.task}", f"not done: that is no task of yours{answers_for(draft, person.key)}"),)
    part = replace(
        mail,
        words=line.words,
        commands=line.commands,
        short=line.short,
        lines=(),
        pairs=(),
        present=(),
        files=(),
        own=line.words,
        body=line.words,
        due=NO_DUE,
    )
    if person.key == task.contractor and is_ownerless(draft, task):
        return ((f"{task.tag} {line.words}", take_up(draft, task, part)),)
    draft.unsay()
    if person.key == task.owner:
        note_money(draft, task.number, part)
        task, part = draft.latest(task), with_reason(kept_back(draft, task.number, part))
    acts = OWNER_ACTS if person.key == task.owner else CONTRACTOR_ACTS
    role = "owner" if person.key == task.owner else "contractor"
    notes = draft.told().get(0, ())
    before = len(draft.done_to(task.number))
    done = carry_out(draft, task.number, part, acts, role, tell_all=True) if part.commands else ()
    tell_notes(draft, task.number, before)
    plain = _plain_owner if role == "owner" else _plain_contractor
    if (part.commands or not part.words.strip()) and draft.lines:
        told = _outcomes(draft, task)
        left = words_beside(part, done, role)
        more = (f"{task.tag} {left.words}", plain(draft, draft.latest(task), left)) if left else None
        return (*told, more) if more else told
    return (*notes, (f"{task.tag} {part.words}", plain(draft, task, part)))


def _outcomes(draft: Draft, task: Task) -> Told:
    """What became of the words of one line."""
    return tuple(
        (f"{task.tag} {word}", _tagged(outcome, about or task.number))
        for about, lines in draft.told().items()
        for word, outcome in lines
    )


def _taken(draft: Draft, mail: Arrival, line: TaggedLine, person: Person) -> Told:
    """`T-5 take`, and what stands below it: words on a task that is theirs by then."""
    told: Told = ((f"T-{line.task} take", take_over(draft, line.task, person)),)
    rest = line.words.partition("\n")[2].strip()
    if rest and draft.knows(line.task) and draft.task(line.task).owner == person.key:
        told += _task(draft, mail, replace(line, words=rest, commands=line.commands[1:]), person)
    show_all(draft, line.task)
    return told


def _tagged(outcome: str, number: int) -> str:
    """The undo as a line of an answer that is about many tasks: its tag first."""
    said, behind, undo = outcome.rpartition("Undo: ")
    return f"{said}{behind}T-{number} {undo}" if behind else outcome


def _plain_contractor(draft: Draft, task: Task, mail: Arrival) -> str:
    """Plain words of the contractor: an answer to the owner's question, a yes
    to "still on track?", else words for the digest."""
    words, number = mail.words.strip(), task.number
    if any(q.by == task.owner for q in task.questions) and mail.short.word != "thanks":
        return _answer(draft, task, mail, asked_by=task.owner, writer=task.contractor)
    if mail.short.word in SMALL - {"no"}:
        accept_work(draft, number)
        draft.record(number, e.WordsFiled(task.contractor, words, for_digest=False))
        return "noted"
    draft.record(number, e.WordsFiled(task.contractor, words))
    return f"kept for {name_of(draft, task.owner)}"


def _plain_owner(draft: Draft, task: Task, mail: Arrival) -> str:
    """Plain words of the owner: an answer where a question is open, a short word
    where the digest's line asks for one, else a private note."""
    words, number, short = mail.words.strip(), task.number, mail.short.word
    if is_asked(task) and short != "thanks":
        return _answer(draft, task, mail, asked_by=task.contractor, writer=task.owner)
    if task.proposal and short in AGREES:
        agree(draft, number, "agreed by the owner")
        return "the proposed date holds now"
    if task.stage is Stage.IN_REVIEW and short in PRAISES and not task.has_money:
        approve(draft, number, "")
        return f"approved. Undo: {task.tag} redo"
    if task.stage in WORKING and short in {"yes", "ok"}:
        return say_fine(draft, number)
    draft.record(number, e.NoteKept(task.owner, words))
    if task.proposal:
        return f"kept as your private note. {leave_open(draft, number)}"
    return "kept as your private note"


def _answer(draft: Draft, task: Task, mail: Arrival, *, asked_by: str, writer: str) -> str:
    words = mail.words.strip()
    asked = tuple(q.text for q in task.questions if q.by == asked_by)
    if asked_by == task.contractor and asks_back(words):
        ask(draft, task.number, writer, words, mail, back=is_counter(mail))
        who = name_of(draft, writer)
        draft.post(Kind.QUESTION, asked_by, task.number, writer=who, words=words, blocks=False)
        return f"sent to {name_of(draft, asked_by)} as your question; still open: {' '.join(asked)}"
    left = answer(draft, task.number, asked_by, mail, words)
    about = "words" if left == asked else "answer"
    name, number = name_of(draft, writer), task.number
    draft.post(Kind.RELAY, asked_by, number, writer=name, words=words, about=about, pairs=(), still_open=left)
    sent = f"sent to {name_of(draft, asked_by)} as the answer"
    return f"{sent}; still open: {' '.join(left)}" if left else sent


def _no_line(draft: Draft, mail: Arrival, person: Person) -> tuple[str, str]:
    words = " ".join(mask(mail.words).text.split())
    if "owner" in person.roles:
        draft.remark(person.key, f"Your note: {words[:300]}")
        return (
            words[:80],
            "kept as your private note. To act on a task, begin a line with its tag: T-12 ...",
        )
    return (words[:80], "which task? Begin the line with its tag: T-12 ...")
