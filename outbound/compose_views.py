"""What a template sees of tasks, people and held mail: ready words, nothing more.

The core's own objects never reach a template. A view holds only what its
reader may know, so the private notes of an owner or the threads of others
cannot appear in a contractor's letter by an oversight (law L12).
"""

from dataclasses import dataclass, replace
from datetime import date, datetime

from outbound.compose_digest import answers_digest, colour_of, offered
from outbound.compose_reader import Reader
from outbound.compose_steps import StepView, point_words, step_view
from outbound.compose_table import Side
from tasks.digest_model import Digest, Line, Section
from tasks.intents import Held
from tasks.letters import Item
from tasks.model import Due, File, Question, Task
from tasks.people import Person
from tasks.points import ahead
from tasks.promise import wish_for
from wire.tokens import Purpose


@dataclass(frozen=True, slots=True)
class PersonView:
    """`address` is "" where the reader is not to know it."""

    key: str = ""
    first: str = ""
    name: str = ""
    address: str = ""


NOBODY = PersonView()


@dataclass(frozen=True, slots=True)
class DueView:
    """`mine` is the date as the reader's clock shows it, `zones` in every zone
    that matters, `other` a second reading or "" and `other_wish` the word that
    sets it, `past` when the moment is over."""

    mine: str
    zones: tuple[str, ...]
    phrase: str = ""
    other: str = ""
    other_wish: str = ""
    past: bool = False

    @property
    def words(self) -> str:
        """The date in all zones, in one line."""
        return " = ".join(self.zones)


@dataclass(frozen=True, slots=True)
class Asked:
    by: str
    text: str
    at: str


@dataclass(frozen=True, slots=True)
class TaskView:
    """One task for one reader. `reply_to` and `subject` are for its mailto answers; `points` are
    the dates on the way, `own` the owner's own date, which no contractor's view has."""

    tag: str
    title: str
    brief: str
    state: str
    contractor: PersonView
    owner: PersonView
    reply_to: str
    subject: str
    due: DueView | None = None
    due_question: str = ""
    proposal: DueView | None = None
    proposal_holds: str = ""
    money: str = ""
    bills: str = ""
    files: tuple[File, ...] = ()
    outsiders: tuple[str, ...] = ()
    questions: tuple[Asked, ...] = ()
    blocked: str = ""
    progress: int | None = None
    headway: str = ""
    steps: tuple[StepView, ...] = ()
    points: tuple[str, ...] = ()
    own: DueView | None = None
    past_own: bool = False  # the proposed date is later than that


@dataclass(frozen=True, slots=True)
class ItemView:
    task: TaskView
    line: str
    asked: str
    history: tuple[str, ...] = ()
    ask: str = ""
    yes: bool = False


@dataclass(frozen=True, slots=True)
class HeldView:
    number: int
    address: str
    name: str
    subject: str
    reason: str
    tag: str


@dataclass(frozen=True, slots=True)
class LineView:
    """A line of the digest, with where its answers go."""

    tag: str
    title: str
    person: str
    text: str
    quote: str
    held: int
    reply_to: str
    subject: str
    choices: tuple[tuple[str, str], ...] = ()
    to_digest: bool = False
    always: bool = False


@dataclass(frozen=True, slots=True)
class SectionView:
    title: str
    colour: str
    lines: tuple[LineView, ...]


@dataclass(frozen=True, slots=True)
class DigestView:
    on: date
    headline: str
    sections: tuple[SectionView, ...]
    remarks: tuple[str, ...]


def person_view(person: Person | None, reader: Reader) -> PersonView:
    """Show a person; contractors see an owner's address only if it is shared, and no one else's,
    and of another contractor the first name only, also where they stand in for an owner (L12)."""
    if person is None:
        return NOBODY
    shown = (reader.side is not Side.CONTRACTOR and reader.hidden is None) or (
        "owner" in person.roles and reader.desk.house.rules.share_owner_address
    )
    whole = person.key == reader.me.key or bool({"owner"} & {*person.roles, *reader.me.roles})
    first = reader.line(person.first_name)
    name = reader.line(person.name) if whole else first
    return PersonView(person.key, first, name, person.address if shown else "")


def due_view(due: Due, reader: Reader, other: Person | None = None) -> DueView:
    """Show a date in the zones of both sides, with the phrase it was read from."""
    second = replace(due, at=due.other) if due.other else None
    return DueView(
        mine=reader.moment(due.at),
        zones=reader.due(due, other),
        phrase=reader.line(due.phrase),
        other=" = ".join(reader.due(second, other)) if second else "",
        other_wish=wish_for(second, reader.me) if second else "",
        past=due.at <= reader.now,
    )


def task_view(task: Task, reader: Reader) -> TaskView:
    """Show a task to a reader."""
    people = reader.desk.house.people
    contractor, owner = people.get(task.contractor), people.get(task.owner)
    other = contractor if reader.side is not Side.CONTRACTOR else None
    holds_at = task.proposal.holds_at if task.proposal else None
    named = contractor if reader.side is not Side.CONTRACTOR or task.contractor == reader.me.key else None
    return TaskView(
        tag=task.tag,
        title=reader.line(task.title),
        brief=reader.said(task.brief),
        state=task.state,
        contractor=person_view(named, reader),
        owner=person_view(owner, reader),
        reply_to=reader.reply_to(Purpose.TASK, task.number),
        subject=thread_subject(task, reader),
        due=due_view(task.due, reader, other) if task.due else None,
        due_question=reader.line(task.due_question, 300),
        proposal=due_view(task.proposal.due, reader, other) if task.proposal else None,
        proposal_holds=reader.moment(holds_at) if holds_at else "",
        money=reader.line(task.priced if reader.side is Side.OWNER else task.money),
        bills=reader.line(", ".join(bill.amount for bill in task.bills)),
        files=tuple(replace(f, name=reader.line(f.name)) for f in task.files),
        outsiders=tuple(reader.line(o) for o in task.outsiders if reader.side is not Side.CONTRACTOR),
        questions=tuple(_asked(q, reader) for q in task.questions if _may_see(q, task, reader)),
        blocked=reader.said(task.blocked),
        progress=task.progress,
        headway=task.headway,
        steps=tuple(step_view(n, s, task, reader) for n, s in enumerate(task.steps, 1)),
        points=tuple(point_words(p, owner or reader.me, other, reader) for p in ahead(task)),
        own=due_view(task.own_due, reader) if task.own_due and reader.side is Side.OWNER else None,
        past_own=reader.side is Side.OWNER and _past_own(task),
    )


def _past_own(task: Task) -> bool:
    """Whether the proposed date is later than the owner's own one."""
    return bool(task.proposal and task.own_due and task.proposal.due.at > task.own_due.at)


def _may_see(question: Question, task: Task, reader: Reader) -> bool:
    """A contractor reads their own questions and the owner's, never a former contractor's."""
    return reader.side is not Side.CONTRACTOR or question.by in (reader.me.key, task.owner)


def _asked(question: Question, reader: Reader) -> Asked:
    person = reader.desk.house.people.get(question.asker or question.by)
    by = reader.line(person.first_name) if person else ""
    return Asked(by, reader.said(question.text), reader.moment(question.at))


def thread_subject(task: Task, reader: Reader) -> str:
    """Return the one Subject of this person's letters about a task."""
    thread = task.thread_of(reader.me.key)
    return reader.line(thread.subject, 200) if thread else f"[{task.tag}] {reader.line(task.title)}"


def held_view(held: Held, reader: Reader) -> HeldView:
    """Show a held mail; its sender's name and Subject are as they claimed."""
    return HeldView(
        held.number,
        reader.line(held.address),
        reader.line(held.name),
        reader.line(held.subject),
        reader.line(held.reason, 300),
        f"T-{held.task}" if held.task else "",
    )


def digest_view(digest: Digest, reader: Reader) -> DigestView:
    """Show a digest, each line with its own way to be answered."""
    sections = tuple(_section_view(s, reader) for s in digest.sections)
    remarks = tuple(reader.line(r, 500) for r in digest.remarks)
    return DigestView(digest.on, reader.line(digest.headline), sections, remarks)


def _section_view(section: Section, reader: Reader) -> SectionView:
    lines = tuple(_line_view(line, section.title, reader) for line in section.lines)
    return SectionView(section.title, colour_of(section.title), lines)


def _line_view(line: Line, section: str, reader: Reader) -> LineView:
    number = int(line.tag[2:]) if line.tag[:2] == "T-" and line.tag[2:].isdecimal() else 0
    purpose = Purpose.KNOCK if line.held else Purpose.TASK if number else Purpose.DIGEST
    title = reader.line(line.title)
    return LineView(
        tag=line.tag,
        title=title,
        person=reader.line(line.person),
        text=reader.line(line.text, 500),
        quote=reader.said(line.quote),
        held=line.held,
        always=line.always,
        reply_to=reader.reply_to(purpose, line.held or number),
        subject=f"[{line.tag}] {title}" if number else title,
        choices=offered(line, section, reader),
        to_digest=answers_digest(section, bool(line.held) and reader.desk.identity.plus),
    )


def _item_view(item: Item, reader: Reader) -> ItemView:
    task, history = task_view(item.task, reader), tuple(map(reader.said, item.history))
    return ItemView(task, reader.said(item.line), item.asked, history, reader.said(item.ask), item.yes)


def cleaned(value: object, reader: Reader, other: Person | None = None) -> object:
    """Turn any fact of a letter into what a template may see, whatever is inside it."""
    match value:
        case str():
            return reader.said(value)
        case tuple():
            return tuple(cleaned(v, reader, other) for v in value)
        case datetime():
            return reader.moment(value)
        case Task():
            return task_view(value, reader)
        case Item():
            return _item_view(value, reader)
        case Due():
            return due_view(value, reader, other)
        case Held():
            return held_view(value, reader)
        case Digest():
            return digest_view(value, reader)
        case _:
            return value  # numbers, flags, None
