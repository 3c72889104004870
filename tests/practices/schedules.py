"""Random lives of a few tasks: people with odd hours in far zones, words at any
time, outages. A seed always gives the same one."""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from random import Random

from tasks.people import Hours, House, Person, Rules
from tests.simulation.almanac import Almanac

DAY, HOUR, MINUTE = timedelta(days=1), timedelta(hours=1), timedelta(minutes=1)
ZONES = (
    "America/Los_Angeles",
    "America/New_York",
    "America/St_Johns",
    "America/Sao_Paulo",
    "Europe/London",
    "Europe/Berlin",
    "Africa/Cairo",
    "Asia/Kolkata",
    "Asia/Kathmandu",
    "Asia/Manila",
    "Australia/Sydney",
    "Australia/Lord_Howe",
    "Pacific/Auckland",
    "UTC",
)
# Half of all lives have one of these nights in them: clocks change somewhere.
CHANGES = (date(2026, 3, 8), date(2026, 3, 29), date(2026, 4, 5), date(2026, 9, 27), date(2026, 10, 25))
WEEKS = (range(5), range(5), range(5), (6, 0, 1, 2, 3), range(7), (1, 2, 3, 4, 5), (0, 2, 4))
OWNER_SAYS = (
    "answer",
    "approve",
    "redo",
    "ok",
    "fine",
    "assign",
    "cancel",
    "hold",
    "resume",
    "words",
    "remind",
)
DOER_SAYS = ("accept", "done", "question", "blocked", "eta", "progress", "yes", "words", "thanks")


@dataclass(frozen=True)
class Word:
    """At `at` somebody writes about task `task` (from 1). `role`: owner or doer."""

    at: datetime
    role: str
    what: str
    task: int
    days: float = 0.0  # for a date: so much later than the one that holds
    percent: int = 50
    remind: int | None = None


@dataclass(frozen=True)
class Opening:
    at: datetime
    doer: str
    due: datetime | None
    zone: str
    points: tuple[datetime, ...] = ()


@dataclass
class Schedule:
    """One life. `down` are stretches in which nothing runs; a restart follows each."""

    seed: int
    house: House
    almanacs: dict[str, Almanac]
    begins: datetime
    ends: datetime
    openings: list[Opening] = field(default_factory=list)
    words: list[Word] = field(default_factory=list)
    down: list[tuple[datetime, datetime]] = field(default_factory=list)
    restarts: list[datetime] = field(default_factory=list)


def schedule(seed: int) -> Schedule:
    """The life of this seed."""
    dice = Random(seed)
    first = dice.choice(CHANGES) - DAY * dice.randint(0, 9)
    if dice.random() < 0.5:
        first = date(2026, 1, 5) + DAY * dice.randint(0, 360)
    begins = datetime.combine(first, time(dice.randint(0, 23), dice.randint(0, 59)), UTC)
    people = {key: _person(dice, key, first) for key in ("olga", "chief", "dora", "dave")}
    almanacs = {key: _almanac(person, first) for key, person in people.items()}
    life = Schedule(
        seed, House(people, Rules(escalate_to="chief")), almanacs, begins, begins + DAY * dice.randint(9, 20)
    )
    for _ in range(dice.randint(1, 4)):
        life.openings.append(_opening(dice, life))
    for number in range(1, len(life.openings) + 1):
        life.words += [_word(dice, life, number) for _ in range(dice.choice((0, 0, 1, 1, 2, 3, 5)))]
    for _ in range(dice.choice((0, 1, 2, 3))):
        at = _moment(dice, begins, life.ends)
        life.down.append((at, at + dice.choice((10 * MINUTE, 3 * HOUR, 14 * HOUR, 2 * DAY, 4 * DAY))))
    life.restarts = [_moment(dice, begins, life.ends) for _ in range(dice.randint(0, 3))]
    return life


def _moment(dice: Random, first: datetime, last: datetime) -> datetime:
    minutes = int((last - first) / MINUTE)
    return first + MINUTE * dice.randint(1, max(minutes, 1))


def _person(dice: Random, key: str, first: date) -> Person:
    opens = time(dice.choice((6, 7, 8, 9, 9, 9, 10, 13)), dice.choice((0, 0, 0, 30)))
    closes = time(opens.hour + dice.choice((3, 6, 8, 8, 8, 10)), opens.minute)
    hours = Hours(frozenset(dice.choice(WEEKS)), opens, closes)
    off = frozenset(first + DAY * dice.randint(0, 20) for _ in range(dice.choice((0, 0, 1, 3))))
    role = "owner" if key in ("olga", "chief") else "contractor"
    zone = dice.choice(ZONES)
    return Person(key, key.title(), frozenset({role}), (f"{key}@x.example",), zone, hours=hours, holidays=off)


def _almanac(person: Person, first: date) -> Almanac:
    return Almanac(
        person.zone,
        first - DAY * 30,
        first + DAY * 90,
        weekdays=person.hours.days,
        opens=person.hours.opens,
        closes=person.hours.closes,
        holidays=person.holidays,
    )


def _opening(dice: Random, life: Schedule) -> Opening:
    at = _moment(dice, life.begins, life.begins + DAY * 5)
    span = HOUR * dice.choice((1, 5, 20, 30, 60, 100, 170, 260))
    due = at + span * dice.uniform(0.7, 1.3) if dice.random() < 0.92 else None
    whole = due.replace(minute=dice.choice((0, 0, 30)), second=0, microsecond=0) if due else None
    doer = dice.choice(("dora", "dora", "dave"))
    apart = span / 4
    count = dice.choice((0, 0, 0, 1, 2)) if apart > HOUR else 0
    points = tuple(at + apart * n + MINUTE * dice.randint(1, 59) for n in range(1, count + 1))
    end = max(whole, at + MINUTE) if whole else None
    return Opening(at, doer, end, dice.choice(ZONES), tuple(p for p in points if end and p < end))


def _word(dice: Random, life: Schedule, number: int) -> Word:
    at = _moment(dice, life.openings[number - 1].at, life.ends)
    role = dice.choice(("owner", "doer", "doer"))
    what = dice.choice(OWNER_SAYS if role == "owner" else DOER_SAYS)
    return Word(
        at,
        role,
        what,
        number,
        dice.uniform(0.2, 6),
        dice.choice((1, 10, 30, 50, 80, 99)),
        dice.choice((0, 2, None)),
    )
