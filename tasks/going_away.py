"""`away until Monday, ask Maria`: the other side is told, and somebody answers meanwhile.

Contractors hear of an owner's absence in one letter each; an owner hears at once
where something is due meanwhile, else in the digest. A substitute is an owner's:
a contractor who names somebody only names them to the owner, who may `assign`.
"""

import re
from datetime import datetime

from language.absent import read_absence
from language.away_said import from_day, who_is_asked
from language.meaning import Command, How
from tasks.absence import back_on, day_of
from tasks.answers_meanwhile import names_of, not_for, said_of, tell_substitute, tell_they_are_away, there
from tasks.diverting import reads_it
from tasks.draft import Draft
from tasks.events_hands import WentAway
from tasks.hours import local
from tasks.intents import Arrival, Evidence
from tasks.letters import Item, Kind
from tasks.model import Task
from tasks.people import LONGEST, Person, is_called
from tasks.resting import rests_until
from tasks.talk import Outcome, name_of

UNTIL_WHEN = "not done: until when, from now on? Write  away until Monday, or  away until 7 Dec, ask Maria"
TOO_LONG = "not done: {:%d %b %Y} is more than a year from now. Until when? Write  away until 7 Dec"
YOURSELF = "you cannot stand in for yourself, so nobody answers meanwhile"
_ASKED = re.compile(r"(?i)\bask\s+(.{1,120})")
_OR = re.compile(r"(?i)\s*(?:,\s*(?:or|and)\b|,|/|&|\bor\b|\band\b)\s*")
THEMSELVES = frozenset({"me", "myself"})
LATER = (
    "not done yet, and passed on to nobody: an absence begins on the day that it is said."
    " On that day write  away {}"
)
WHICH = "not all of it: {}? Only one answers, so nobody does yet: write  away {}, ask {}"
PROOF = "and nobody was named: that takes a mail with proof of its own"


def away(draft: Draft, number: int, mail: Arrival, command: Command) -> Outcome:
    person = draft.house.people[mail.sender.person]
    since, arg = from_day(command.arg)
    if since:
        return Outcome(LATER.format(arg.strip(" .")), loud=True)
    read, until = read_absence(command.arg), rests_until(draft, command, person)
    if command.how is not How.EXPLICIT or not read.until or until is None:
        return Outcome(UNTIL_WHEN, loud=True)
    if until - draft.now > LONGEST:
        return Outcome(TOO_LONG.format(local(until, person)), loud=True)
    which = which_of(draft, person, command.arg)
    who, doubt = ("", "") if which else _substitute(draft, mail, person, read.substitute)
    draft.house_fact(WentAway(person.key, until, who, digest=read.digest))
    mine = draft.open_tasks()
    told = _tell_contractors(draft, mail, person, [t for t in mine if t.owner == person.key], until, who)
    told += _tell_owners(draft, mail, person, [t for t in mine if t.contractor == person.key], until, who)
    told += tell_they_are_away(draft, person, until, who)
    said = [WHICH.format(which, read.until.partition(",")[0], which.split()[0])] if which else []
    said += [f"you are away {back_on(until, person)}, and back that day", *([doubt] if doubt else [])]
    said += said_of(draft, [t for t in mine if t.owner == person.key], until, who)
    said += not_for(draft, person, who)
    names = names_of(draft, told)
    said += [f"{' and '.join(names)} {'is' if len(names) == 1 else 'are'} told"] if names else []
    return Outcome(f"{'; '.join(said)}. Undo: back", loud=True)


def which_of(draft: Draft, person: Person, arg: str) -> str:
    """The first names of several that `away` names, "Olivia or Ben"; "" where it is one or none."""
    asked = _ASKED.search(arg)
    named = [who_is_asked(piece.strip(" .")) for piece in _OR.split(asked[1])] if asked else []
    everybody = [p for p in draft.house.people.values() if p.key != person.key]
    found = dict.fromkeys(p.first_name for name in named for p in everybody if is_called(p, name))
    return " or ".join(found) if len(found) > 1 and len(found) == len(set(named)) else ""


def _substitute(draft: Draft, mail: Arrival, person: Person, name: str) -> tuple[str, str]:
    """Whom an explicit word names (a key), and what is to be said of it."""
    if not name:
        return "", ""
    named = [p for p in draft.house.people.values() if is_called(p, name) and p.key != person.key]
    if not named and (is_called(person, name) or name.strip().casefold() in THEMSELVES):
        return "", YOURSELF
    if len(named) != 1:
        return "", f'"{name}" is nobody I know, so nobody answers meanwhile'
    own = mail.sender.evidence in (Evidence.A, Evidence.A_T) and (mail.vouched or not mail.released)
    if not own:
        return "", f"{named[0].first_name} does not answer for you, {PROOF}"
    return named[0].key, ""


def _tell_contractors(
    draft: Draft, mail: Arrival, owner: Person, tasks: list[Task], until: datetime, who: str
) -> list[str]:
    """One letter to each who has a task of this owner's, one to the substitute,
    and to that one the questions that are open. Nobody gets two."""
    doers = [key for key in dict.fromkeys(t.contractor for t in tasks) if key and key != owner.key]
    stands_in = tell_substitute(draft, owner, tasks, until, who)
    told = [key for key in doers if key not in mail.present and not (stands_in and key == who)]
    for key in told:
        about = [t for t in tasks if t.contractor == key]
        _tell(draft, key, owner, until, about, who="" if key == who else there(draft, who))
    return [*told, who] if stands_in else told


def _tell_owners(
    draft: Draft, mail: Arrival, person: Person, tasks: list[Task], until: datetime, who: str
) -> list[str]:
    """At once where something is due before the return, else in the digest."""
    for task in (t for t in tasks if t.owner not in draft.house.people):
        draft.remark(task.owner, f"{person.first_name} is away {back_on(until, person)} ({task.tag})")
    owners = [key for key in dict.fromkeys(t.owner for t in tasks) if key != person.key]
    owners = [key for key in owners if key in draft.house.people]
    told = [key for key in owners if key in mail.present]
    for key in [key for key in owners if key not in mail.present]:
        due = [t for t in tasks if t.owner == key and t.due and t.due.at <= until]
        told += _tell_due(draft, key, person, until, due, who) if due else [key]
        if not due:
            could = f"{name_of(draft, who)} could do it meanwhile" if _takes_work(draft, who, key) else ""
            ask = f"; {could or _says_ask(draft, person, who)}" if who and who != key else ""
            draft.remark(key, f"{person.first_name} is away {back_on(until, person)}{ask}")
    return told


def _tell_due(
    draft: Draft, owner: str, person: Person, until: datetime, due: list[Task], who: str
) -> list[str]:
    """One letter to the owner; where they are away, one for each task to whoever answers,
    who may only answer in its thread, or none: the digest of the return has it. Who is told."""
    readers: dict[str, list[Task]] = {}
    for task in due:
        reader = reads_it(draft.house, task, Kind.AWAY, owner, person.key, draft.now)
        readers.setdefault(reader, []).append(task)
    works = _takes_work(draft, who, owner)
    says = "" if works or who == owner else _says_ask(draft, person, who)
    for reader, tasks in readers.items():
        for about in [tasks] if reader == owner else [[task] for task in tasks] if reader else ():
            _tell(draft, reader, person, until, about, who=who if works else "", says=says)
    return [reader for reader in readers if reader]


def _takes_work(draft: Draft, who: str, owner: str) -> bool:
    """Whether this owner could give a task to whom somebody named."""
    person = draft.house.people.get(who)
    return person is not None and "contractor" in person.roles and who != owner


def _says_ask(draft: Draft, person: Person, who: str) -> str:
    """That somebody named one who takes no work, in a piece of a sentence; "" for nobody."""
    return f"{person.first_name} says: ask {name_of(draft, who)}" if who else ""


def _tell(
    draft: Draft, to: str, person: Person, until: datetime, tasks: list[Task], *, who: str, says: str = ""
) -> None:
    draft.post(
        Kind.AWAY,
        to,
        tasks[0].number if len(tasks) == 1 else 0,
        person=person.key,
        until=day_of(until, person),
        substitute=who,
        reason=says,
        rests=True,
        items=tuple(Item(t) for t in tasks) if len(tasks) > 1 else (),
        subject=f"{person.first_name} is away",
    )
