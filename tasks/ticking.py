"""The clock moved: which letters are due, one to each reader.

Reminders of one morning are one letter; after an outage only the latest rung
of a task is sent to a reader, and the digest names the others.
"""

from collections import defaultdict
from datetime import date

from tasks import events as e
from tasks.draft import Draft
from tasks.hours import closing, local, opening, working_time
from tasks.intents import View
from tasks.letters import Decision, Item, Kind
from tasks.model import Task
from tasks.owner_acts import approve
from tasks.people import House
from tasks.proposals import agree
from tasks.reminders import Rung, rungs_of
from tasks.resting import go_on
from tasks.splitting import go_as_one

STRONGEST = (Kind.LATE, Kind.OVERDUE, Kind.OWED, Kind.REMINDER)  # names the letter that holds several


def tick(view: View, draft: Draft) -> Decision:
    """Decide all rungs of the view's tasks whose moment has come."""
    came = [r for t in view.tasks.values() for r in rungs_of(t, view.house) if r.at <= draft.now]
    came = [r for r in came if r.slot not in view.slots]
    for rung in came:
        if not rung.rule.to:
            _act(draft, rung)
    letters = [r for r in came if r.person and not (r.person in view.sent_today and not r.rule.free)]
    letters += _soon(view, letters)
    latest = _latest_only(draft, letters)
    for rung in latest:
        _pass(draft, rung, sent=True)
    _post_all(draft, latest)
    return draft.close(why=f"{len(came)} rungs")


def _soon(view: View, letters: list[Rung]) -> list[Rung]:
    """Reminders that would follow in the same half day: they share the letter."""
    sharing = {(r.person, r.rule.name, _half_day(view.house, r)) for r in letters if r.rule.shares}
    slots = {r.slot for r in letters} | view.slots
    ahead = (r for t in view.tasks.values() for r in rungs_of(t, view.house) if r.slot not in slots)
    return [r for r in ahead if (r.person, r.rule.name, _half_day(view.house, r)) in sharing]


def _half_day(house: House, rung: Rung) -> tuple[date, bool] | None:
    """The reader's day of the rung, and whether it lies in its second half."""
    person = house.people.get(rung.person)
    if person is None:
        return None
    day = local(rung.at, person).date()
    middle = opening(day, person) + (closing(day, person) - opening(day, person)) / 2
    return day, rung.at >= middle


def _pass(draft: Draft, rung: Rung, *, sent: bool) -> None:
    draft.record(rung.task.number, e.RungPassed(rung.slot, rung.slot, sent))
    draft.slot(rung.slot)


def _act(draft: Draft, rung: Rung) -> None:
    """Rungs that act: a date holds, a mail goes out as one, work goes on,
    silence approves."""
    draft.cause = rung.slot
    _pass(draft, rung, sent=True)
    if rung.rule.name == "proposal-holds":
        agree(draft, rung.task.number, "nobody objected")
    elif rung.rule.name == "goes-as-one":
        go_as_one(draft, rung.task.number)
    elif rung.rule.name == "rest-ends":
        go_on(draft, rung.task.number)
    else:
        approve(draft, rung.task.number, "", by_silence=True)


def _latest_only(draft: Draft, rungs: list[Rung]) -> list[Rung]:
    """Of several rungs of one task to one reader only the latest is sent."""
    latest: dict[tuple[int, str], Rung] = {}
    for rung in sorted(rungs, key=lambda r: r.at):
        key = (rung.task.number, rung.person)
        if key in latest:
            _pass(draft, latest[key], sent=False)
            skipped = latest[key].rule.name.replace("-", " ")
            words = f'{rung.task.tag}: the reminder "{skipped}" was not sent; a later one was'
            draft.remark(rung.task.owner, words)
        latest[key] = rung
    return list(latest.values())


def _post_all(draft: Draft, rungs: list[Rung]) -> None:
    readers: dict[str, list[Rung]] = defaultdict(list)
    for rung in rungs:
        if rung.rule.kind is Kind.ESCALATION:
            _escalate(draft, rung)
        else:
            readers[rung.person].append(rung)
    for person, theirs in readers.items():
        _post_one(draft, person, theirs)


def _post_one(draft: Draft, person: str, rungs: list[Rung]) -> None:
    """One letter to one reader, covering all their tasks of this moment."""
    kinds = {r.rule.kind for r in rungs}
    kind = next(k for k in STRONGEST if k in kinds)
    items = tuple(Item(draft.task(r.task.number), line_of(draft, r)) for r in rungs)
    unsolicited = not all(r.rule.free for r in rungs)
    if unsolicited:
        day = local(draft.now, draft.house.people[person]).date()
        draft.slot(f"day:{person}:{day}")
    number = rungs[0].task.number if len(rungs) == 1 else 0
    draft.post(
        kind,
        person,
        number,
        cause="\n".join(sorted(r.slot for r in rungs)),
        items=items,
        subject=_subject(kind, rungs),
        unsolicited=unsolicited,
    )


def _subject(kind: Kind, rungs: list[Rung]) -> str:
    """The Subject where several tasks share a letter; one task has its thread."""
    what = {Kind.REMINDER: "coming due", Kind.OWED: "waiting for your answer"}.get(kind, "past their date")
    return f"{len(rungs)} tasks {what}"


def line_of(draft: Draft, rung: Rung) -> str:
    """What the letter says of this task, in one sentence."""
    task, house = rung.task, draft.house
    match rung.rule.kind:
        case Kind.OWED:
            asked = min((q for q in task.questions if q.by == task.contractor), key=lambda q: q.at)
            hours = working_time(asked.at, draft.now, house.people[task.owner]).total_seconds() / 3600
            return f"{_first(draft, task.contractor)} has waited {hours:.0f} working hours: {asked.text}"
        case Kind.LATE:
            return (
                f"I have seen no word here yet from {_first(draft, task.contractor)}."
                if not task.heard_at
                else ""
            )
        case _:
            return ""


def _first(draft: Draft, key: str) -> str:
    person = draft.house.people.get(key)
    return person.first_name if person else key


def _escalate(draft: Draft, rung: Rung) -> None:
    task = draft.task(rung.task.number)
    draft.post(Kind.ESCALATION, rung.person, task.number, cause=rung.slot, history=history_of(draft, task))


def history_of(draft: Draft, task: Task) -> tuple[str, ...]:
    """What happened, in the order it did, for somebody who comes new to it."""
    owner = draft.house.people[task.owner]
    who = _first(draft, task.contractor)

    def day(at: object) -> str:
        return f"{at:%a %d %b %H:%M}"

    lines = [f"{day(local(task.opened_at, owner))}: {owner.first_name} asked for it"]
    if task.accepted_at:
        lines.append(f"{day(local(task.accepted_at, owner))}: {who} accepted")
    if task.due:
        lines.append(f"{day(local(task.due.at, owner))}: it was due")
    heard = f"{day(local(task.heard_at, owner))}: last word of {who}" if task.heard_at else ""
    lines.append(heard or f"I have seen no word here yet from {who}")
    return tuple(lines)
