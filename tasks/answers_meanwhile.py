"""Who is told that somebody answers for an owner, and that they are away as well."""

from datetime import datetime

from tasks.absence import absence_of, back_on, day_of, is_away, substitute_of
from tasks.draft import Draft
from tasks.letters import Item, Kind
from tasks.model import Task
from tasks.people import Person
from tasks.talk import name_of
from tasks.waiting_shown import show_questions


def there(draft: Draft, who: str) -> str:
    """`who` (a key, or ""), where they are not away now."""
    person = draft.house.people.get(who)
    return who if person and not is_away(person, draft.now) else ""


def tell_substitute(draft: Draft, owner: Person, tasks: list[Task], until: datetime, who: str) -> bool:
    """One letter to whoever answers now, which says what waits for all that, and the open
    questions. True if they were written to; where all of it is their own work, or they are
    away, they are told as others are."""
    theirs, mine = _parted(tasks, who)
    if not who or not theirs:
        return False
    if not there(draft, who) and "owner" in draft.house.people[who].roles:
        day = back_on(until, draft.house.people[who])
        draft.remark(who, f"{owner.first_name} is away {day}, and asked that you answer meanwhile")
        return False
    draft.post(
        Kind.AWAY,
        who,
        person=owner.key,
        until=until,
        about="substitute",
        items=tuple(Item(task) for task in mine),
        subject=f"For {owner.first_name}",
    )
    for task in theirs if there(draft, who) else ():
        show_questions(draft, task, who)
    return True


def said_of(draft: Draft, tasks: list[Task], until: datetime, who: str) -> list[str]:
    """What its owner hears of whom they named: their own work, and that they are away."""
    found, person = list[str](), draft.house.people.get(who)
    if person is None:
        return found
    if mine := [task.tag for task in _parted(tasks, who)[1]]:
        own = "which is their own" if len(mine) == 1 else "which are their own"
        found.append(f"{person.first_name} does not answer about {', '.join(mine)}, {own}")
    absence = absence_of(person, draft.now)
    if absence and not there(draft, who):
        first = absence.until and absence.until < until
        back = "until then" if first else "until you are back"
        found.append(f"{person.first_name} is away {back_on(absence.until, person)}: questions wait {back}")
    return found


def not_for(draft: Draft, person: Person, who: str) -> list[str]:
    """Whoever answers for others goes away and names `who` (a key): that one answers for
    none of them, which its writer reads."""
    absent = ((p, absence_of(p, draft.now)) for p in draft.house.people.values() if p.key != who)
    names = [p.first_name for p, absence in absent if absence and absence.substitute == person.key]
    named = name_of(draft, who)
    return [
        f"{named} does not answer for {name}: only {name} names who does, and questions wait"
        for name in (names if who else ())
    ]


def tell_they_are_away(draft: Draft, person: Person, until: datetime, who: str) -> list[str]:
    """Whoever answers for others goes away, and names `who` (a key, or ""): what they answered
    waits, and those are told who ask. The names of whom a letter tells (keys)."""
    tasks = [t for t in draft.view.tasks.values() if t.is_open and _answers(draft, t, person)]
    told = [key for key in dict.fromkeys(t.contractor for t in tasks) if key]
    for key in [key for key in told if not draft.owes_to(Kind.AWAY, key)]:
        mine = [t for t in tasks if t.contractor == key]
        draft.post(
            Kind.AWAY,
            key,
            mine[0].number if len(mine) == 1 else 0,
            person=person.key,
            until=day_of(until, draft.house.people[key]) if key in draft.house.people else "",
            about="substitute-away",
            subject=f"{person.first_name} is away",
        )
    for owner in dict.fromkeys(t.owner for t in tasks):
        words = f"{person.first_name}, who answers for you, is away {back_on(until, person)}"
        third = f"{name_of(draft, who)}, whom {person.first_name} names, does not answer for you"
        named = f"; {third}" if who and who != owner else ""
        draft.remark(owner, f"{words}; questions wait for whoever is back first{named}")
    return [key for key in told if key in draft.house.people]


def _answers(draft: Draft, task: Task, person: Person) -> bool:
    return substitute_of(draft.house, task, draft.now) == person.key


def _parted(tasks: list[Task], who: str) -> tuple[list[Task], list[Task]]:
    """Those whose contractor is somebody else, and those that `who` does."""
    mine = [task for task in tasks if task.contractor == who]
    return [task for task in tasks if task.contractor != who], mine


def names_of(draft: Draft, keys: list[str]) -> list[str]:
    """Their first names, each once."""
    return [name_of(draft, key) for key in dict.fromkeys(keys)]
