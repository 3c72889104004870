"""The owner's digest: what waits, what is at risk, what was said, what is done."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from language.masking import mask, secrets_in
from tasks import events as e
from tasks.absence import is_silent
from tasks.digest_held import held_lines, weekly_lines
from tasks.digest_model import SECTIONS, Digest, Line, Section
from tasks.digest_rest import at_rest, rests_words
from tasks.digest_waits import (
    awaited_words,
    bill_words,
    changed_words,
    late_words,
    proposal_words,
    question_words,
    review_words,
    unaccepted_words,
)
from tasks.draft import Draft
from tasks.early import at_risk
from tasks.gone import ASSIGN
from tasks.hours import add_working_days, instant, local, working_days_from
from tasks.hours import day_words as _day
from tasks.intents import DigestWanted, View
from tasks.letters import Decision, Kind
from tasks.model import Stage, Task
from tasks.past import NO_PAST, Past
from tasks.people import House, Person
from tasks.returns import weekly
from tasks.reviewing import announce_review
from tasks.silence import approves_at
from tasks.turns import OTHERS, owed_answers, turn

NAMED = 7  # missed digests; of more only the first and the last days are named
QUIET = frozenset({"On track", "Waiting for others"})  # a section that is no reason for a digest by itself


def digests_before(owner: Person, house: House, now: datetime) -> Iterator[tuple[str, datetime]]:
    """The owner's digests that were due at `now` (aware UTC), the latest first:
    each one's occurrence key and moment. They come on the owner's working days."""
    for day in working_days_from(local(now, owner).date(), owner, -1):
        at = instant(day, house.rules.digest_at, owner)
        if at <= now and not is_silent(owner, at):
            yield f"digest:{owner.key}:{day}", at


def missed_words(owner: Person, missed: Sequence[datetime]) -> str:
    """One sentence about digests whose time is long over; `missed` in order."""
    days = [f"{local(at, owner):%a %d %b}" for at in missed]
    if len(days) == 1:
        return f"The digest of {days[0]} was not sent: nothing ran at its time."
    named = ", ".join(days[:-1]) if len(days) <= NAMED else f"{days[0]}, {days[1]} and so on"
    last = "and" if len(days) <= NAMED else "to"
    return f"The {len(days)} digests of {named} {last} {days[-1]} were not sent: nothing ran at their time."


def next_digest(owner: Person, house: House, now: datetime) -> datetime:
    """The moment of the owner's next digest strictly after `now` (aware UTC)."""
    for day in working_days_from(local(now, owner).date(), owner):
        at = instant(day, house.rules.digest_at, owner)
        if at > now and not is_silent(owner, at):
            return at
    return now + timedelta(days=1)


def decide_digest(view: View, intent: DigestWanted, draft: Draft) -> Decision:
    """Write the digest if there is something to say, or the week begins."""
    owner = view.house.people[intent.owner]
    draft.cause = intent.slot
    if intent.slot:
        draft.slot(intent.slot)
    digest = build(view, owner, draft.now)
    if intent.slot and week_begins(owner, intent.due_at or draft.now):
        digest = with_week(digest, view, owner)
    said = any(s.title not in QUIET for s in digest.sections) or digest.remarks
    if not said and not (view.reads_digest and week_begins(owner, intent.due_at or draft.now)):
        return draft.close(why="nothing to say")
    for task in view.tasks.values():
        _tell(draft, task)
    subject = f"Digest {local(draft.now, owner):%a} {digest.on.day} {digest.on:%b}"
    head = f"{subject}: {digest.headline}" if digest.headline else subject
    draft.post(Kind.DIGEST, owner.key, subject=head, asked="digest", digest=digest)
    return draft.close(why=digest.headline)


def with_week(digest: Digest, view: View, owner: Person) -> Digest:
    """The digest with the lines that the week's first one has."""
    tasks = {t.number: t for t in (*view.hands.closed, *view.tasks.values())}
    return replace(digest, remarks=(*digest.remarks, *weekly(tasks.values(), owner.key)))


def week_begins(owner: Person, now: datetime) -> bool:
    """Whether this is the owner's first working day of the week."""
    today = local(now, owner).date()
    monday = today - timedelta(days=today.weekday())
    return next(working_days_from(monday, owner), today) == today


def _tell(draft: Draft, task: Task) -> None:
    """What the digest told is told: words, and that silence approves."""
    if task.notes:
        draft.record(task.number, e.NotesDigested(draft.now))
    if task.stage is Stage.IN_REVIEW and task.joined and task.approves_at is None and not task.has_money:
        announce_review(draft, task.number)


def build(view: View, owner: Person, now: datetime) -> Digest:
    """The digest's facts. `view.tasks` are the owner's open tasks and those
    closed since the last digest."""
    found: dict[str, list[Line]] = {title: [] for title in SECTIONS}
    for task in sorted(view.tasks.values(), key=lambda t: (t.due.at if t.due else t.opened_at, t.number)):
        if task.owner == owner.key:
            _place(found, task, view, now)
    for task in view.unpaid:
        _bill(found, task, view.house, now)
    found["Held"] += [
        *held_lines(view.held_since, view.house),
        *weekly_lines(view.held_again, view.house, owner),
    ]
    sections = tuple(Section(title, tuple(lines)) for title, lines in found.items() if lines)
    return Digest(local(now, owner).date(), _headline(sections), sections, view.remarks)


def _headline(sections: Iterable[Section]) -> str:
    words = {"Waiting for you": "waits for you", "To review": "to review", "To pay": "to pay"}
    skip = {"New words", "Held", "Due today"}
    named = [s for s in sections if s.title not in skip]
    parts = [f"{len(s.lines)} {words.get(s.title, s.title.lower())}" for s in named]
    return ", ".join(p.replace("waits", "wait") if p[:2] != "1 " else p for p in parts)


def _place(found: dict[str, list[Line]], task: Task, view: View, now: datetime) -> None:
    """Put a task under what the owner needs most; words and bills besides.
    One that was split is not told: its parts are."""
    if task.stage is Stage.SPLIT:
        return
    house, past = view.house, view.past.get(task.number, NO_PAST)
    person = house.people.get(task.contractor)
    name = person.first_name if person else ""
    known = secrets_in(task.brief, task.masked)
    for note in task.notes:
        found["New words"].append(
            Line(task.tag, task.title, name, f"{name} wrote", quote=mask(note.text, known).text)
        )
    _bill(found, task, house, now)
    title, text, quote = at_rest(task, house, now, *_section(task, house, now, name, past))
    found[title].append(Line(task.tag, task.title, name, text[:1].upper() + text[1:], quote))


def _bill(found: dict[str, list[Line]], task: Task, house: House, now: datetime) -> None:
    """What is still to be paid, as long as it is."""
    person = house.people.get(task.contractor)
    name = person.first_name if person else ""
    unpaid = [b for b in task.bills if b.paid_at is None]
    if unpaid and task.stage is not Stage.CANCELLED:
        days = (now - min(b.at for b in unpaid)).days
        amount = ", ".join(b.amount for b in unpaid)
        found["To pay"].append(
            Line(task.tag, task.title, name, f"{bill_words(amount, days, name)}. Reply  {task.tag} paid")
        )


def _section(task: Task, house: House, now: datetime, name: str, past: Past) -> tuple[str, str, str]:
    """The one section a task belongs to, its sentence, and a quote."""
    owner = house.people[task.owner]
    asked = owed_answers(task)
    if asked:
        quote = _numbered([q.text for q in asked])
        return "Waiting for you", question_words(asked, task, now, owner, name), quote
    if not task.is_open:
        undo = f". Undo: {task.tag} redo" if task.stage is Stage.APPROVED else ""
        return "Finished", f"{task.state}{undo}", ""
    if not task.contractor:
        if task.as_one_at:
            return "Waiting for you", _several(task, house, owner), ""
        return "Waiting for you", f"nobody has it yet. Reply  {task.tag} assign: and a name", ""
    if task.contractor not in house.people:
        return "Waiting for you", ASSIGN.format(tag=task.tag, who=task.contractor), ""
    if task.stage is Stage.IN_REVIEW:
        return "To review", _review(task, house, now, owner), ""
    if task.proposal:
        return "Waiting for you", f"{name} {proposal_words(task, house, owner)}", ""
    return (*_in_work(task, house, now, owner, name, past), "")


def _numbered(questions: list[str]) -> str:
    """The open questions, one by one, so that an answer can say which it answers."""
    if len(questions) == 1:
        return questions[0]
    return "\n".join(f"{at}. {question}" for at, question in enumerate(questions, 1))


def _several(task: Task, house: House, owner: Person) -> str:
    assert task.as_one_at is not None
    who = house.people[task.as_one_for].first_name if task.as_one_for in house.people else "its contractor"
    at = _day(task.as_one_at, owner)
    return f"{len(task.parts)} tasks in one mail. Reply  {task.tag} split; else it goes to {who} as one {at}"


def _review(task: Task, house: House, now: datetime, owner: Person) -> str:
    at = approves_at(task, house)
    if task.approves_at is None and task.joined and not task.has_money and house.rules.approve_days:
        at = add_working_days(now, house.rules.approve_days, owner)
    silence = f"; silence approves on {_day(at, owner)}" if at else ""
    return f"{review_words(task, now, owner)}. Reply  {task.tag} approve{silence}"


def _in_work(
    task: Task, house: House, now: datetime, owner: Person, name: str, past: Past
) -> tuple[str, str]:
    """Late, at risk, due today, or on track."""
    due = _dates(task, owner)
    if task.rests_at:
        return "On track", rests_words(task, house, owner)
    if task.cut_off_at:
        return "At risk", f"my letters to {name} do not arrive: {task.unreached}. Reminders rest"
    changed = changed_words(past, owner, name)
    agreed = task.accepted_due or task.due
    if agreed and agreed.at < now:
        return "Late", f"{late_words(task, past, owner, name)}{changed}{_escalated(task, house)}"
    if task.unaccepted_at:
        return "At risk", unaccepted_words(task, owner, name)
    if turn(task) == OTHERS:
        return "Waiting for others", f"{awaited_words(task, owner)}; due {due}"
    risk = at_risk(task, house, now)
    if risk:
        return "At risk", f"{risk}; due {due}{changed}" if task.due else risk
    if task.due and local(task.due.at, owner).date() == local(now, owner).date():
        return "Due today", f"due {local(task.due.at, owner):%H:%M}{_own(task, owner)}{changed}"
    done = f", {task.headway}" if task.headway else ""
    return "On track", f"due {due}{done}{changed}" if task.due else f"{due}{done}"


def _dates(task: Task, owner: Person) -> str:
    return f"{_day(task.due.at, owner)}{_own(task, owner)}" if task.due else "no date yet"


def _own(task: Task, owner: Person) -> str:
    return f" (your own: {_day(task.own_due.at, owner)})" if task.own_due else ""


def _escalated(task: Task, house: House) -> str:
    """Whoever was called in is named: the owner should not hear it from them."""
    contact = house.people.get(house.rules.escalate_to)
    told = contact and any(slot.startswith("escalate:") for slot in task.rungs)
    return f"; {contact.first_name} was told" if told and contact and contact.key != task.owner else ""
