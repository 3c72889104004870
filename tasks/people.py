"""The people of a house, and the rules they work by.

The config is where people live; the core only sees these frozen pictures.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

LONGEST = timedelta(days=366)  # an absence that is believed; a longer one is a slip of the pen


@dataclass(frozen=True, slots=True)
class Hours:
    """Working hours in the person's own zone. `days`: 0 is Monday."""

    days: frozenset[int] = frozenset({0, 1, 2, 3, 4})
    opens: time = time(9, 0)
    closes: time = time(17, 0)


@dataclass(frozen=True, slots=True)
class Absence:
    """From `since` to `until` (aware UTC; None: until further notice) somebody is
    not there, or wants no letters of the clock. `substitute` (a key, or "") answers
    meanwhile; `by_machine`: a vacation program said so; `digest`: it comes all the same."""

    since: datetime
    until: datetime | None = None
    substitute: str = ""
    by_machine: bool = False
    digest: bool = False

    def covers(self, at: datetime) -> bool:
        return self.since <= at and (self.until is None or at < self.until)


@dataclass(frozen=True, slots=True)
class Person:
    """One registered person. `roles` holds "owner", "contractor" or both: what
    they may be, never what they are on one task. The first of `addresses` is
    where letters go; all of them are recognised. `zone` is an IANA name. What
    they said by mail: `away` when they are, `stops` from when to when they want
    no letter of the clock, `rests` when an owner's digest rests."""

    key: str
    name: str
    roles: frozenset[str]
    addresses: tuple[str, ...]
    zone: str = "UTC"
    locale: str = "en-US"
    hours: Hours = Hours()
    holidays: frozenset[date] = frozenset()
    reminders: "Reminders | None" = None  # a ladder of their own
    summary: str = "none"  # a contractor's own letter: weekly, daily or none
    away: tuple[Absence, ...] = ()
    stops: tuple[Absence, ...] = ()
    rests: tuple[Absence, ...] = ()

    @property
    def first_name(self) -> str:
        return self.name.split()[0] if self.name.split() else self.key

    @property
    def address(self) -> str:
        return self.addresses[0]


@dataclass(frozen=True, slots=True)
class Reminders:
    """Distances of the reminder ladder, all in working time of the person who
    owes (days of their week, hours of their day); 0 switches a rung off."""

    before_days: int = 1
    before: timedelta = timedelta(hours=2)
    late: timedelta = timedelta(hours=4)
    escalate: timedelta = timedelta(hours=24)
    answer_days: tuple[int, ...] = (1, 2)
    which_hours: timedelta = timedelta(hours=2)
    probe: bool = True  # one question in a long silence, and where nobody accepts
    always_in_time: int = 5  # so many tasks in time, one after the other: one reminder is enough


@dataclass(frozen=True, slots=True)
class Rules:
    """What the core needs of the config. `digest_at` and `due_time` are local
    wall times of the owner; `relay` is "digest" or "all"."""

    due_time: time = time(17, 0)
    digest_at: time = time(7, 30)
    digest_grace: timedelta = timedelta(hours=12)
    relay: str = "digest"
    approve_days: int = 3
    propose_days: int = 2
    share_owner_address: bool = True
    escalate_to: str = ""
    currency: str = "USD"
    reminders: Reminders = Reminders()


@dataclass(frozen=True, slots=True)
class House:
    """All people by key, with the addresses added by mail since, and the rules."""

    people: Mapping[str, Person]
    rules: Rules = field(default_factory=Rules)
    _by_role: Mapping[str, tuple[Person, ...]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        people = self.people.values()
        roles = {role: tuple(p for p in people if role in p.roles) for role in ("contractor", "owner")}
        object.__setattr__(self, "_by_role", roles)  # asked for at every letter

    def person_at(self, address: str) -> Person | None:
        """The person registered under this bare address (compared lower case)."""
        wanted = address.lower()
        return next((p for p in self.people.values() if wanted in p.addresses), None)

    def contractors(self) -> tuple[Person, ...]:
        return self._by_role["contractor"]

    def owners(self) -> tuple[Person, ...]:
        return self._by_role["owner"]


def is_called(person: Person, name: str) -> bool:
    """Whether `name` (any case, with or without @) means this person."""
    wanted = name.strip().lstrip("@").casefold()
    return wanted in {person.key, person.name.casefold(), person.first_name.casefold(), *person.addresses}


def told_to(arg: str, people: Iterable[Person]) -> tuple[str, str]:
    """Whom `tell` names, "" for nobody, and what they are told: "Joy: use blue", "joy use blue",
    ": use blue"."""
    name, mark, words = arg.partition(":")
    if mark or any(is_called(person, name) for person in people):
        return name, words
    name, _, words = arg.strip().partition(" ")
    return name.strip(","), words
