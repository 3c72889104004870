"""Random offices for the law of few letters: several owners, contractors in far zones,
an escalation contact, and words of every kind at any time. A seed always gives the same one.

The clock goes from moment to moment. Before a mail comes, a round without one shows what
the clock alone brought; what a mail provokes in its own round is no letter of the clock.
"""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from random import Random

from shell.clockwork import next_moment
from tasks.model import Task
from tasks.people import House
from tests.practices.offices import opened
from tests.practices.schedules import CHANGES, WEEKS, ZONES
from tests.shell.office import Got, Office, got
from tests.simulation.almanac import Almanac
from wire.tokens import read_message_id

DAY, HOUR, MINUTE = timedelta(days=1), timedelta(hours=1), timedelta(minutes=1)
OWNERS, DOERS = ("olga", "otto"), ("dora", "dave", "dina", "olga")
NAMES = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
# Kinds that a mail may bring into the same round, but which are the clock's all the same.
ALWAYS_CLOCKED = frozenset({"reminder", "overdue", "late", "owed-answer", "escalation", "week"})
BRIEFS = (
    "Paint the door.\n{due}",
    "Paint the door.\n{due}\nCheckpoint: draft by {on}\nCheckpoint: second draft by {on2}",
    "Paint the door.\n{due}\nbuffer: 1 day",
    "Paint the door.\n{due}\nCheckpoint: draft by {on}",
    "Paint the door, for $80.\n{due}",
    "Paint the door.",
    "1. Paint the red door.\n2. Paint the blue door and tell me.\n3. Wash the brushes.\n{due}",
    "There are three things:\n\n1. Call the people on the list and invite them.\n"
    "2. Order lunch for twelve.\n3. Scan the June receipts.\n\n{due}",
)
OWNER_SAYS = (
    *("approve", "approve", "redo: the other side, too", "The blue one, please.", "ok", "fine", "cancel"),
    *(
        "hold",
        "hold until {day}",
        "hold until {day} 3pm",
        "resume",
        "snooze 2 days",
        "nudge",
        "due: {date} 4pm",
    ),
    *("due: {soon} 11am", "assign: dave", "assign: dora", "remind: 2 days before", "split", "one", "status"),
    *("Which colour did you take?", "paid", "thanks!"),
)
DOER_SAYS = (
    *("accept", "accept", "done", "done", "question: which one?", "blocked: no key", "eta: {date} 3pm"),
    *("eta: {date} 10am", "40%", "yes", "It goes well.", "snooze 2 days", "decline: no time"),
    *("invoice: 50 USD", "unblocked", "blocked: waiting for the client's login", "status"),
)
FRESH = ("away until {day}", "away for 2 days", "back", "status", "stop", "start", "digest")

NAMES_ONE = ("away until {day}, ask {one}", "away for 3 days, ask {one}")  # where somebody stands in


@dataclass(frozen=True)
class Sent:
    """A letter as it was written: when, to whom (a key), about which tasks, and whether
    the clock began it; `due` of each task at that moment."""

    at: datetime
    to: str
    kind: str
    tasks: tuple[int, ...]
    clocked: bool
    letter: Got
    due: dict[int, datetime | None] = field(default_factory=dict)
    stands_in: bool = False  # about tasks that its reader neither owns nor does


@dataclass(frozen=True)
class Look:
    """How all tasks stood once a day: those that are open or not paid, and the people."""

    at: datetime
    tasks: tuple[Task, ...]
    house: House


@dataclass
class Life:
    """One office while it is played."""

    seed: int
    dice: Random
    office: Office
    almanacs: dict[str, Almanac]
    begins: datetime
    ends: datetime
    sent: list[Sent] = field(default_factory=list)
    seen: int = 0
    looks: list[Look] = field(default_factory=list)
    stand_ins: bool = False  # owners name who answers while they are away

    @property
    def now(self) -> datetime:
        return self.office.now

    def round(self, *, mailed: bool = False) -> None:
        """One round of the daemon, and what it wrote."""
        shop = self.office.shop
        done = self.office.round()
        assert not done.trouble, done.trouble
        for to, raw in self.office.box.kept[self.seen :]:
            letter = got(to, raw)
            found = read_message_id(letter["Message-ID"], shop.desk.ring, shop.desk.identity.domain)
            ref = shop.store.letter(found[1]) if found else None
            assert ref is not None, letter.subject
            numbers = tuple(ref.about) or ((ref.task,) if ref.task else ())
            tasks = [t for n in numbers if (t := shop.store.task(n))]
            due = {t.number: t.due.at if t.due else None for t in tasks}
            clocked = letter.kind in ALWAYS_CLOCKED or not mailed
            others = bool(tasks) and all(ref.person not in (t.owner, t.contractor) for t in tasks)
            self.sent.append(Sent(self.now, ref.person, letter.kind, numbers, clocked, letter, due, others))
        self.seen = len(self.office.box.kept)

    def look(self) -> None:
        """Keep how all tasks stand, for who asks whether one was forgotten."""
        store = self.office.shop.store
        billed = (t for owner in OWNERS for t in store.billed_since(owner, self.begins))
        tasks = {t.number: t for t in (*store.open_tasks(), *billed)}
        self.looks.append(Look(self.now, tuple(tasks.values()), self.office.shop.house))

    # what people write

    def write(self) -> None:
        """Somebody writes something."""
        roll = self.dice.random()
        if roll < 0.3:
            self._give()
        elif self.stand_ins and roll < 0.42:
            self._leave()
        elif roll < 0.35:
            who = self.dice.choice((*OWNERS, *DOERS))
            self.office.mail(self._from(who), "tasks@example.com", self._filled(self.dice.choice(FRESH)), "")
        elif roll < 0.65:
            owners = (*OWNERS, "chief") if self.stand_ins else OWNERS
            self._answer(self.dice.choice(owners), OWNER_SAYS, ("digest", "week"))
        else:
            self._answer(self.dice.choice(DOERS[:3]), DOER_SAYS, ("week",))

    def _leave(self) -> None:
        """An owner goes away, and most often names another one; or somebody is back."""
        who = self.dice.choice((*OWNERS, *OWNERS, "chief"))
        one = self.dice.choice([key for key in (*OWNERS, "chief") if key != who])
        words = self._filled(self.dice.choice((*NAMES_ONE, *NAMES_ONE, *NAMES_ONE, "back")))
        self.office.mail(self._from(who), "tasks@example.com", words.replace("{one}", one.title()), "")

    def _give(self) -> None:
        owner, who = self.dice.choice(OWNERS), self.dice.choice(DOERS)
        who = who if who != owner else "dora"
        first = self.dice.choice((1, 1, 2, 3, 5, 8, 12))
        due = (self.now + DAY * first).astimezone(self.almanacs[owner].zone)
        on, on2 = (due - DAY * (first * n // 3 + 1) for n in (2, 1))
        brief = self.dice.choice(BRIEFS).format(
            due=f"Due: {due:%Y-%m-%d} {self.dice.choice(('9am', '1pm', '5pm'))}",
            on=f"{on:%Y-%m-%d}",
            on2=f"{on2:%Y-%m-%d}",
        )
        self.office.mail(
            self._from(owner), f"tasks+{who}@example.com", f"Door {self.dice.randint(100, 999)}", brief
        )

    def _answer(self, who: str, words: tuple[str, ...], several: tuple[str, ...]) -> None:
        mine = [s.letter for s in self.sent if s.to == who and s.kind not in several][-12:]
        if mine:
            self.office.reply(
                self.dice.choice(mine), self._filled(self.dice.choice(words)), sender=self._from(who)
            )

    def _filled(self, words: str) -> str:
        later = self.now + DAY * self.dice.randint(2, 6)
        soon = self.now + DAY * self.dice.randint(1, 2)
        return words.format(one="{one}", day=f"{later:%A}", date=f"{later:%Y-%m-%d}", soon=f"{soon:%Y-%m-%d}")

    def _from(self, who: str) -> str:
        return f"{who.title()} Doe <{who}@example.net>"

    def came_back(self, who: str, at: datetime) -> bool:
        """Whether an absence of theirs ended at this moment, or on days off just before it."""
        spans = [s.until for look in self.looks for s in look.house.people[who].away if s.until]
        spans += [s.until for s in self.office.shop.house.people[who].away if s.until]
        almanac = self.almanacs[who]
        return any(end <= at <= max(end + MINUTE, almanac.opening_after(end) + MINUTE) for end in spans)

    def task(self, number: int) -> Task:
        found = self.office.shop.store.task(number)
        assert found is not None
        return found


def config_of(dice: Random) -> str:
    """The config of a random office, as text."""
    lines = [
        "mailbox: {host: localhost, port: 1, security: none, user: tasks, password_env: PW}",
        "smtp: {host: localhost, port: 1, security: none}",
        "address: {base: tasks@example.com}",
        "trust: {authserv_id: mx.example.com, dkim: no}",
        "people:",
    ]
    for key in ("olga", "otto", "chief", "dora", "dave", "dina"):
        roles = {"olga": "owner, contractor", "otto": "owner", "chief": "owner"}.get(key, "contractor")
        opens = dice.choice((7, 8, 9, 9, 9, 10))
        days = dice.choice(WEEKS[:3] if "owner" in roles else WEEKS)
        summary = dice.choice(("none", "weekly", "weekly", "daily")) if "contractor" in roles else "none"
        hours = f"{{days: [{', '.join(NAMES[d] for d in days)}], from: {opens:02}:00, to: {opens + 8:02}:00}}"
        lines += [
            f"  {key}: {{name: {key.title()} Doe, roles: [{roles}], addresses: [{key}@example.net],",
            f"    zone: {dice.choice(ZONES)}, hours: {hours}, summary: {summary}}}",
        ]
    return "\n".join([*lines, "defaults: {escalate_to: chief}", "backup: {every_hours: 0}", ""])


def begins_at(dice: Random) -> datetime:
    """Some Monday morning; in half of all lives clocks change soon."""
    day = dice.choice(CHANGES) if dice.random() < 0.5 else date(2026, 1, 5) + DAY * dice.randint(0, 300)
    monday = day - DAY * (day.weekday() + 7 * dice.randint(0, 2))
    return datetime(monday.year, monday.month, monday.day, 8, dice.randint(0, 59), tzinfo=UTC)


def played(seed: int, days: int = 99, *, stand_ins: bool = False) -> Life:
    """The life of this seed, from three to six weeks; not more than the first `days` of it.
    `stand_ins`: one in which owners name who answers while they are away."""
    dice = Random(seed)
    config, first = config_of(dice), begins_at(dice)
    with opened(config, first) as office:
        people = office.config.house.people.values()
        almanacs = {
            p.key: Almanac(
                p.zone,
                first.date() - DAY * 30,
                first.date() + DAY * 120,
                weekdays=p.hours.days,
                opens=p.hours.opens,
                closes=p.hours.closes,
            )
            for p in people
        }
        ends = first + DAY * 7 * dice.randint(3, 6)
        life = Life(seed, dice, office, almanacs, first, ends, stand_ins=stand_ins)
        _play(life, min(life.ends, life.begins + DAY * days))
    return life


def _play(life: Life, ends: datetime) -> None:
    mails = sorted(
        life.begins + MINUTE * life.dice.randint(1, int((life.ends - life.begins) / MINUTE))
        for _ in range(life.dice.randint(40, 90))
    )
    day = life.begins
    while life.now < ends:
        clock = max(next_moment(life.office.shop), life.now + MINUTE)
        life.office.now = min([clock, life.ends, day + DAY, *mails[:1]])
        life.round()
        if life.now >= day + DAY:
            day += DAY
            life.look()
        if mails and mails[0] <= life.now:
            mails.pop(0)
            life.write()
            life.round(mailed=True)
