"""The clock moved: which letters are due, one to each reader.

Reminders of one morning are one letter; after an outage only the latest rung
of a task is sent to a reader, in their hours, and the digest names the others.
"""

from collections import defaultdict
from datetime import date, datetime, timedelta

from language.zones import in_words
from tasks import events as e
from tasks.draft import Draft
from tasks.early import quiet_since
from tasks.events_follow import Asked, RungKnown
from tasks.events_parts import ProposalLeftOpen
from tasks.history import history_of, why_escalated
from tasks.hours import closing, day_words, local, next_opening, opening, within_hours, working_time
from tasks.intents import View
from tasks.late_lines import late_line, line_for_contractor
from tasks.letters import Decision, Item, Kind
from tasks.model import Stage
from tasks.owner_acts import approve
from tasks.people import House
from tasks.points import ahead
from tasks.proposals import agree
from tasks.reminders import Rung, rungs_of
from tasks.resting import go_on
from tasks.splitting import go_as_one
from tasks.waiting_shown import RULE as SHOWN
from tasks.waiting_shown import show_waiting
from tasks.week import week_letters

CHECKPOINT = "checkpoint-"
IN_TIME = timedelta(minutes=30)  # so late a letter still counts as sent at its moment
STRONGEST = (
    Kind.LATE,
    Kind.OVERDUE,
    Kind.OWED,
    Kind.REMINDER,
    Kind.PROBE,
)  # names the letter that holds several


def tick(view: View, draft: Draft, *, all_read: bool = True) -> Decision:
    """Decide all rungs of the view's tasks whose moment has come. Silence has
    its consequences only where `all_read`: an objection may lie in the mailbox."""
    _know_again(view, draft)
    acts = [rung for rung in _came(view, draft) if not rung.rule.to and all_read]
    for rung in acts:
        _act(draft, rung)
    _know_again(view, draft)
    came = [rung for rung in _came(view, draft) if rung.person]
    latest = _latest(came)
    going = [rung for rung in latest if _may_go(view, rung, draft.now)]
    for rung in came:
        if _is_over(rung, draft.now) or any(_stands_for(late, rung) for late in going):
            _skip(draft, rung)
    going += _soon(view, draft, going)
    for rung in going:
        _pass(draft, rung, sent=True)
        if rung.rule.to == "contractor":
            draft.record(rung.task.number, Asked())
    told = week_letters(view, draft, going)
    _post_all(draft, [r for r in going if r.person not in told or r.rule.to != "contractor"])
    return draft.close(why=f"{len(acts) + len(came)} rungs")


def _came(view: View, draft: Draft) -> list[Rung]:
    """Rungs whose moment has come, of the tasks as they now stand, in time order."""
    tasks = (draft.task(number) for number in view.tasks)
    came = (r for t in tasks for r in rungs_of(t, view.house) if r.at <= draft.now)
    return sorted(came, key=lambda r: r.at)


def _know_again(view: View, draft: Draft) -> None:
    """A question that stays open over a new date has a ladder of its own: what
    was sent of it is not owed again, and stops nobody's letters."""
    for rung in _came(view, draft):
        if rung.slot in view.slots:
            draft.record(rung.task.number, RungKnown(rung.slot))


def _latest(came: list[Rung]) -> list[Rung]:
    """Of several rungs of one task to one reader, only the latest."""
    return list({(rung.task.number, rung.person): rung for rung in came}.values())


def _stands_for(late: Rung, rung: Rung) -> bool:
    """Whether the letter of `late` makes that of an earlier rung needless."""
    same = (late.task.number, late.person) == (rung.task.number, rung.person)
    return same and late is not rung


def _is_over(rung: Rung, now: datetime) -> bool:
    """A reminder of a date that has passed helps nobody."""
    return rung.rule.ahead and rung.task.due is not None and rung.task.due.at <= now


def _may_go(view: View, rung: Rung, now: datetime) -> bool:
    """Whether the reader is to have it now: at its moment, or later in their
    hours; at night only where it would come too late otherwise."""
    if _is_over(rung, now) or (rung.person in view.sent_today and not rung.rule.free):
        return False
    person = view.house.people[rung.person]
    if now - rung.at <= IN_TIME or within_hours(now, person):
        return True
    due = rung.task.due
    return rung.rule.ahead and due is not None and next_opening(now, person) >= due.at


def _soon(view: View, draft: Draft, going: list[Rung]) -> list[Rung]:
    """Reminders that would follow in the same half day: they share the letter."""
    sharing = {(r.person, r.rule.name, _half_day(view.house, r)) for r in going if r.rule.shares}
    tasks = (draft.task(number) for number in view.tasks) if sharing else ()
    ahead = (r for t in tasks for r in rungs_of(t, view.house) if r.at > draft.now)
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
        _agree(draft, rung.task.number)
    elif rung.rule.name == "goes-as-one":
        go_as_one(draft, rung.task.number)
    elif rung.rule.name == "rest-ends":
        go_on(draft, rung.task.number)
    elif rung.rule.name == SHOWN:
        show_waiting(draft, rung.task.number)
    else:
        approve(draft, rung.task.number, "", by_silence=True)


def _agree(draft: Draft, number: int) -> None:
    """Silence agrees to no date that has passed: then the owner is asked."""
    proposal = draft.task(number).proposal
    if proposal and draft.now - proposal.due.at > IN_TIME:
        draft.record(number, ProposalLeftOpen())
    else:
        agree(draft, number, "nobody objected")


def _skip(draft: Draft, rung: Rung) -> None:
    """It came while nothing ran, or waited too long: recorded, and told."""
    _pass(draft, rung, sent=False)
    skipped = rung.rule.name.replace("-", " ")
    why = "in time" if _is_over(rung, draft.now) else "; a later one was"
    words = f'{rung.task.tag}: the reminder "{skipped}" was not sent {why}'.replace(" ;", ";")
    draft.remark(rung.task.owner, words)


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
        about=_about(rungs[0]) if kind is Kind.PROBE and number else "",
    )


def _about(rung: Rung) -> str:
    """What a question about one task asks first."""
    if rung.rule.name.startswith(CHECKPOINT):
        return "checkpoint"
    return "accept" if rung.task.stage is Stage.HANDED_OVER else ""


def _subject(kind: Kind, rungs: list[Rung]) -> str:
    """The Subject where several tasks share a letter; one task has its thread."""
    what = {
        Kind.REMINDER: "coming due",
        Kind.OWED: "waiting for your answer",
        Kind.PROBE: "in your hands",
    }.get(kind, "past their date")
    return f"{len(rungs)} tasks {what}"


def line_of(draft: Draft, rung: Rung) -> str:
    """What the letter says of this task, in one sentence."""
    task, house = rung.task, draft.house
    match rung.rule.kind:
        case Kind.OWED:
            asked = min((q for q in task.questions if q.by == task.contractor), key=lambda q: q.at)
            hours = working_time(asked.at, draft.now, house.people[task.owner]).total_seconds() / 3600
            return f"{_first(draft, task.contractor)} has waited {hours:.0f} working hours: {asked.text}"
        case Kind.PROBE if rung.rule.name.startswith(CHECKPOINT):
            return _point(draft, rung)
        case Kind.PROBE:
            since, reader = quiet_since(task), house.people[rung.person]
            heard = since is not None and task.stage is not Stage.HANDED_OVER
            return f"No word since {day_words(since, reader)}." if since and heard else ""
        case Kind.LATE:
            return late_line(task, draft.view, silent=not task.heard_at)
        case Kind.OVERDUE | Kind.REMINDER:
            return line_for_contractor(task, draft.view)
        case _:
            return ""


def _point(draft: Draft, rung: Rung) -> str:
    """The date on the way that a rung is about, on its reader's clock."""
    point = ahead(rung.task)[int(rung.rule.name.removeprefix(CHECKPOINT)) - 1]
    reader = draft.house.people[rung.person]
    by = in_words(point.at, reader.zone, reader.locale)
    return f"{point.label}, by {by}" if point.label else f"by {by}"


def _first(draft: Draft, key: str) -> str:
    person = draft.house.people.get(key)
    return person.first_name if person else key


def _escalate(draft: Draft, rung: Rung) -> None:
    task = draft.task(rung.task.number)
    draft.post(
        Kind.ESCALATION,
        rung.person,
        task.number,
        cause=rung.slot,
        reason=why_escalated(draft, task),
        history=history_of(draft, task),
    )
