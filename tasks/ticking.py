"""The clock moved: which letters are due, one to each reader.

Reminders of one morning are one letter; after an outage only the latest rung
of a task is sent to a reader, in their hours, and the digest names the others.
"""

from datetime import date, datetime, timedelta

from tasks import events as e
from tasks.draft import Draft
from tasks.escalating import escalate
from tasks.events_follow import Asked, RungKnown
from tasks.events_parts import ProposalLeftOpen, WorkResumed
from tasks.going_on import WentOn, items_of, went_on
from tasks.hours import closing, local, next_opening, opening, within_hours
from tasks.intents import View
from tasks.letters import Decision, Item, Kind
from tasks.owner_acts import approve
from tasks.people import House
from tasks.proposals import agree
from tasks.quiet import later
from tasks.reminders import Rung, rungs_of
from tasks.resting import tell_goes_on
from tasks.rung_lines import about_of, line_of
from tasks.splitting import go_as_one
from tasks.waiting_shown import RULE as SHOWN
from tasks.waiting_shown import show_waiting
from tasks.week import apart_from, lists_of, week_letters

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
    went = went_on(draft, acts)
    _know_again(view, draft)
    came = [rung for rung in _came(view, draft) if rung.person]
    latest = _latest(came)
    going = [rung for rung in latest if _may_go(view, rung, draft.now)]
    lists = lists_of(view, going)
    going = apart_from(lists, going)
    for rung in came:
        if _is_over(rung, draft.now) or any(_stands_for(late, rung) for late in going):
            _skip(draft, rung)
    going += _soon(view, draft, going)
    for rung in going:
        _pass(draft, rung, sent=True)
        if rung.rule.to == "contractor":
            draft.record(rung.task.number, Asked())
    week_letters(draft, lists, going, went)
    _post_all(
        draft, [r for r in going if r.person not in lists or r.rule.to != "contractor"], went.without(lists)
    )
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
    hours; at night only where it would come too late otherwise. Whoever went away, or
    wants no letters any more, since its moment came, is let alone."""
    if _is_over(rung, now) or (rung.person in view.sent_today and not rung.rule.free):
        return False
    chased = rung.task.contractor if rung.rule.chases else ""
    if later(now, rung.task, view.house, rung.person, chased=chased) != now:
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
        draft.record(rung.task.number, WorkResumed())
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


def _post_all(draft: Draft, rungs: list[Rung], went: WentOn) -> None:
    readers: dict[str, list[Rung]] = {person: [] for person in went.of}
    escalate(draft, [rung for rung in rungs if rung.rule.kind is Kind.ESCALATION])
    for rung in rungs:
        if rung.rule.kind is not Kind.ESCALATION:
            readers.setdefault(rung.person, []).append(rung)
    for person, theirs in readers.items():
        _post_one(draft, person, theirs, went)


def _post_one(draft: Draft, person: str, rungs: list[Rung], went: WentOn) -> None:
    """One letter to one reader, covering all their tasks of this moment."""
    numbers = [r.task.number for r in rungs]
    others = items_of(draft, went, person, numbers)
    alone = len(rungs) + len(others) == 1
    lines = (Item(draft.task(r.task.number), line_of(draft, r, went, alone=alone)) for r in rungs)
    items = (*lines, *others)
    unsolicited = bool(went.of.get(person)) or not all(r.rule.free for r in rungs)
    if unsolicited and person not in draft.view.sent_today:
        day = local(draft.now, draft.house.people[person]).date()
        draft.slot(f"day:{person}:{day}")
    if not rungs and len(others) == 1:
        draft.cause = went.slots[others[0].task.number]
        tell_goes_on(draft, others[0].task.number)
        return
    kinds = {r.rule.kind for r in rungs} | went.kinds(others)
    kind = next(k for k in STRONGEST if k in kinds)
    number = items[0].task.number if len(items) == 1 else 0
    about = about_of(rungs[0]) if kind is Kind.PROBE and number else ""
    draft.post(
        kind,
        person,
        number,
        cause="\n".join(sorted((*(r.slot for r in rungs), *(went.slots[i.task.number] for i in others)))),
        items=items,
        subject=_subject(kind, len(items), alone=not rungs),
        unsolicited=unsolicited,
        about=about or ("" if not others else "mixed" if rungs else "resumed"),
    )


def _subject(kind: Kind, number: int, *, alone: bool) -> str:
    """The Subject where several tasks share a letter; one task has its thread.
    `alone`: nothing is in it but work that goes on."""
    what = {
        Kind.REMINDER: "coming due",
        Kind.OWED: "waiting for your answer",
        Kind.PROBE: "in your hands",
    }.get(kind, "past their date")
    return f"{number} tasks {'go on' if alone else what}"
