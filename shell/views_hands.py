"""Who has what to do, out of the store: only where work may be handed over."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from store.port import Store
from tasks.absence import substitute_of
from tasks.hands import Hands
from tasks.hours import local, next_opening
from tasks.intents import AnswerDigest, Arrival, Intent, OpenTask, Say
from tasks.letters import Kind
from tasks.model import Task
from tasks.people import House, Person
from tasks.week import due_week, has_lists, next_week, owed_at, owed_slot, week_slot

WEEK = timedelta(days=7)
MOVES = frozenset({"assign", "decline", "one"})  # words that hand work over, or give it back
COMES_OR_GOES = frozenset({"away", "start"})
ASKS_WHO = frozenset({Kind.DECLINED, Kind.WHO_FOR, Kind.SPLIT})


def hands_of(store: Store, house: House, intent: Intent, named: Iterable[int]) -> Hands:
    """The load of all, and the past of the tasks named, for a mail that may move work."""
    if not isinstance(intent, (OpenTask, Say, AnswerDigest)) or not _moves(intent.mail, intent):
        return Hands()
    load = {
        p.key: tuple(t for t in store.open_tasks_of(p.key) if t.contractor == p.key)
        for p in house.contractors()
    }
    past = {} if isinstance(intent, OpenTask) else {n: tuple(store.history(n)) for n in named}
    return Hands(load, past)


def _moves(mail: Arrival, intent: Intent) -> bool:
    commands = (*mail.commands, *(c for line in mail.lines for c in line.commands))
    asked = mail.answers is not None and mail.answers.kind in ASKS_WHO
    return (
        isinstance(intent, OpenTask)
        or asked
        or mail.short.word == "no"
        or any(c.word in MOVES for c in commands)
    )


def answered_for(
    store: Store, house: House, mail: Arrival | None, person: str, now: datetime
) -> dict[int, Task]:
    """The open tasks that this person answers for somebody, where they say that they come or go."""
    if mail is None or not any(c.word in COMES_OR_GOES for c in mail.commands):
        return {}
    return {t.number: t for t in store.open_tasks() if person and substitute_of(house, t, now) == person}


def weeks_of(store: Store, house: House, now: datetime) -> Hands:
    """Whose own letter is due: contractors with a task that they had before it."""
    load, weeks = dict[str, tuple[Task, ...]](), list[tuple[str, str]]()
    for person in filter(has_lists, house.contractors()):
        at = due_week(person, now) or _owed(store, person, now)
        if at is None or store.slots(week_slot(person, at)):
            continue
        mine = tuple(t for t in store.open_tasks_of(person.key) if t.contractor == person.key)
        if any(t.handed_at and t.handed_at < at for t in mine):
            load[person.key] = mine
            weeks.append((person.key, week_slot(person, at)))
    return Hands(load, weeks=tuple(weeks))


def _owed(store: Store, person: Person, now: datetime) -> datetime | None:
    """The moment of a letter that could not come on the day before."""
    at = owed_at(person, now)
    return at if at and store.slots(owed_slot(person, local(at, person).date())) else None


def next_list(store: Store, person: Person, now: datetime) -> datetime | None:
    """When this contractor's own letter comes next, strictly after `now` (aware UTC)."""
    if not has_lists(person):
        return None
    opens = next_opening(now, person)
    owed = store.slots(owed_slot(person, local(opens, person).date()))
    return min((at for at in (next_week(person, now), opens if owed else None) if at), default=None)


def ended_lately(store: Store, owner: str, now: datetime) -> Hands:
    """The owner's tasks that ended within a week, for the week's first digest."""
    return Hands(closed=tuple(store.closed_since(owner, now - WEEK)))
