"""How much everybody has to do: who is next best, and where dates clash."""

from datetime import datetime

from tasks.absence import absence_of, back_on, day_of
from tasks.draft import Draft
from tasks.hours import local
from tasks.model import Task
from tasks.people import Person

CLASH = 2  # other tasks due on the same day


def best_first(draft: Draft, task: Task, but: str) -> tuple[tuple[str, ...], str]:
    """Who else could do it (keys): who is there when it is due before who is not, then
    by open tasks; and the same as a sentence: "Ben has 1 open, Maria 3"."""
    others = [p for p in draft.house.contractors() if p.key not in (but, task.owner)]
    others.sort(key=lambda p: (bool(_away(draft, p, task)), len(_open(draft, p.key))))
    said: list[str] = []
    for person in others:
        has = " has" if not said else ""
        opened = " open" if not said else ""
        away = _away(draft, person, task)
        count = len(_open(draft, person.key))
        said.append(f"{person.first_name}{has} {count}{opened}{f', {away}' if away else ''}")
    return tuple(p.key for p in others), ", ".join(said)


def clash(draft: Draft, number: int, who: str) -> tuple[str, ...]:
    """What is said when a task is handed to `who`: that they have others due on the
    same day, that they are away then. At most one line each."""
    task, person = draft.task(number), draft.house.people.get(who)
    if person is None or task.due is None:
        return ()
    found = []
    owner = draft.house.people[task.owner]
    same = [t for t in _open(draft, who) if t.number != number and _same_day(t, task.due.at, owner)]
    if len(same) >= CLASH:
        day = day_of(task.due.at, owner)
        found.append(f"{person.first_name} already has {len(same)} due {day}.")
    if away := _away(draft, person, task):
        found.append(f"{person.first_name} is {away}.")
    return tuple(found)


def _open(draft: Draft, key: str) -> tuple[Task, ...]:
    return draft.view.hands.load.get(key, ())


def _same_day(task: Task, at: datetime, owner: Person) -> bool:
    return task.due is not None and local(task.due.at, owner).date() == local(at, owner).date()


def _away(draft: Draft, person: Person, task: Task) -> str:
    """That somebody is away now and does not return before the due moment in good
    time, as "away until Mon 7 Dec"; else ""."""
    found = absence_of(person, draft.now)
    return f"away {back_on(found.until, person)}" if found else ""
