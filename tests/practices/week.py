"""A week in which one owner hands 40 tasks to 8 contractors, and the letters it costs
until they are done.

    .venv/bin/python -m tests.practices.week

prints the table of docs/letters-per-day.md. The mix is an ordinary one: most
accept and hand in, some ask, some need another date, some fall silent, some
are late; the owner reads mail three times a day and forgets some of it.
"""

import heapq
import itertools
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from tasks.events import RungPassed
from tests.practices.offices import STEPHANIE, opened
from tests.shell.office import Got, Office, at

HOUR = timedelta(hours=1)
PEOPLE = {
    "joy": "Asia/Manila",
    "ben": "America/New_York",
    "maria": "Europe/Madrid",
    "liam": "Europe/London",
    "kim": "Asia/Kolkata",
    "ana": "America/Sao_Paulo",
    "tom": "America/Los_Angeles",
    "eve": "Australia/Sydney",
}
CONFIG = """
mailbox: {host: localhost, port: 1, security: none, user: tasks, password_env: PW}
smtp: {host: localhost, port: 1, security: none}
address: {base: tasks@example.com}
trust: {authserv_id: mx.example.com, dkim: no}
people:
  stephanie: {name: Stephanie Miller, roles: [owner], addresses: [stephanie@example.com],
    zone: America/Los_Angeles}
""" + "".join(
    f"  {key}: {{name: {key.title()} Doe, roles: [contractor],\n"
    f"    addresses: [{key}@example.net], zone: {zone}}}\n"
    for key, zone in PEOPLE.items()
)
# How a task goes, and how many go so. Each is a list of what its contractor answers to which letter.
WAYS: dict[str, int] = {
    "accepts, hands in": 14,
    "accepts, tells how far it is, hands in": 6,
    "asks, is answered soon, hands in": 5,
    "asks, waits for the answer, hands in": 3,
    "proposes another date, hands in": 4,
    "says nothing, hands in when asked": 4,
    "is late, then hands in": 3,
    "is late, and stays silent": 1,
}
BEGINS, ENDS = at(2026, 11, 30, 15), at(2026, 12, 12)  # Monday 07:00 to Friday of the week after, 16:00


@dataclass
class Week:
    """What was sent to whom, and what happened."""

    letters: list[tuple[datetime, str, str]] = field(default_factory=list)  # when, whom, what kind
    mails: Counter[str] = field(default_factory=Counter)  # by the role of its writer
    words: Counter[str] = field(default_factory=Counter)  # by its first word
    rungs: Counter[str] = field(default_factory=Counter)  # that came due, by whom they concern

    def of(self, who: str, *but: str) -> list[tuple[datetime, str]]:
        """The letters to one person, without those kinds."""
        return [(when, kind) for when, to, kind in self.letters if to == who and kind not in but]


class _Play:
    def __init__(self, office: Office) -> None:
        self.office, self.week = office, Week()
        self.plans: list[tuple[datetime, int, Got, str, str]] = []
        self.order = itertools.count()
        self.ways: dict[str, str] = {}
        self.said: Counter[tuple[str, str]] = Counter()

    def run(self) -> Week:
        tasks = list(self._tasks())
        while self.office.now < ENDS:
            while tasks and tasks[0][0] <= self.office.now:
                _, who, subject, body = tasks.pop(0)
                self.week.mails["task"] += 1
                self.office.mail(STEPHANIE, f"tasks+{who}@example.com", subject, body)
            while self.plans and self.plans[0][0] <= self.office.now:
                _, _, letter, words, role = heapq.heappop(self.plans)
                self.week.mails[role] += 1
                self.week.words[words.split()[0].strip(",:")] += 1
                self.office.reply(letter, words)
            for letter in self.office.letters():
                self.week.letters.append((self.office.now, letter.to.partition("@")[0], letter.kind))
                self._answer(letter)
            self.office.now += HOUR / 2
        self._count()
        return self.week

    def _tasks(self) -> Iterator[tuple[datetime, str, str, str]]:
        """Eight a day from Monday to Friday, at nine and at two in Los Angeles; due in two to five days."""
        ways = [way for way, count in WAYS.items() for _ in range(count)]
        ways = [ways[n * 13 % 40] for n in range(40)]  # mixed, and always the same
        who = itertools.cycle(PEOPLE)
        for n, way in enumerate(ways):
            when = at(2026, 11, 30, 17) + timedelta(days=n // 8) + HOUR * 5 * (n % 8 // 4)
            due = when.astimezone(ZoneInfo("America/Los_Angeles")) + timedelta(days=2 + n % 4)
            if due.weekday() > 4:
                due += timedelta(days=2)
            subject = f"Errand {n + 1:02}"
            self.ways[subject] = way
            yield when, next(who), subject, f"Please run errand {n + 1}.\nDue: {due:%Y-%m-%d} 5pm"

    def _plan(self, letter: Got, hours: float, words: str, role: str) -> None:
        heapq.heappush(self.plans, (self.office.now + HOUR * hours, next(self.order), letter, words, role))

    def _answer(self, letter: Got) -> None:
        subject = next((s for s in self.ways if s in letter.subject), "")
        if letter.to.startswith("stephanie"):
            self._owner(letter, self.ways.get(subject, ""))
        elif subject:
            self._contractor(letter, subject, self.ways[subject])

    def _owner(self, letter: Got, way: str) -> None:
        """Reviews are approved after some hours; answers come soon, or only when asked again."""
        if letter.kind == "review":
            self._plan(letter, 6, "approve", "owner")
        elif letter.kind == "proposal":
            self._plan(letter, 4, "ok", "owner")
        elif letter.kind == "question" and "soon" in way:
            self._plan(letter, 2, "The blue one, please.", "owner")
        elif letter.kind == "owed-answer" and way:
            self._plan(letter, 1, "The blue one, please.", "owner")

    def _contractor(self, letter: Got, subject: str, way: str) -> None:
        first = self.said[subject, letter.kind] == 0
        self.said[subject, letter.kind] += 1
        if not first:
            return
        if letter.kind == "assignment":
            for hours, words in _FIRST.get(way, ()):
                self._plan(letter, hours, words, "contractor")
        elif letter.kind in ("relay", "due-changed"):
            self._plan(letter, 20, "done", "contractor")
        elif letter.kind in ("probe", "reminder") and "when asked" in way:
            self._plan(letter, 1, "yes" if letter.kind == "probe" else "done", "contractor")
        elif letter.kind == "overdue" and "then" in way:
            self._plan(letter, 3, "done, sorry for the delay", "contractor")

    def _count(self) -> None:
        """The rungs of the ladder, each of which would have been a letter."""
        store = self.office.shop.store
        for task in store.tasks():
            for fact in store.history(task.number):
                if isinstance(fact.event, RungPassed):
                    name = fact.event.rung.partition(":")[0]
                    mine = name in ("late-owner", "owed-1", "owed-2", "proposal-holds", "silence-approves")
                    self.week.rungs["owner" if mine else "contractor"] += 1


_FIRST = {
    "accepts, hands in": ((5, "accept"), (30, "done")),
    "accepts, tells how far it is, hands in": (
        (5, "accept"),
        (20, "60%"),
        (26, "The rest is easy."),
        (34, "done"),
    ),
    "asks, is answered soon, hands in": ((4, "question: which one?"),),
    "asks, waits for the answer, hands in": ((4, "question: which one?"),),
    "proposes another date, hands in": ((6, "eta: 2026-12-09 3pm"),),
    "is late, then hands in": ((5, "accept"),),
    "is late, and stays silent": ((5, "accept"),),
}


def played() -> Week:
    """The week, lived once."""
    with opened(CONFIG) as office:
        office.now = BEGINS
        return _Play(office).run()


def table(week: Week) -> list[str]:
    """The figures of docs/letters-per-day.md, as lines of its table."""
    mine = Counter(kind for _, kind in week.of("stephanie"))
    theirs = Counter(kind for _, who, kind in week.letters if who != "stephanie")
    each = week.mails["task"] + week.mails["contractor"] + week.rungs["owner"]
    each_theirs = week.mails["task"] + week.mails["owner"] + week.rungs["contractor"]
    clock = mine["late"] + mine["owed-answer"]
    asked = mine.total() - clock - mine["digest"]
    return [
        "| | letters | one for each event |",
        "|---|---|---|",
        f"| owner, all | {mine.total()} | {each} |",
        f"| owner, digests | {mine['digest']} | 0 |",
        f"| owner, of the clock besides | {clock} | {week.rungs['owner']} |",
        f"| owner, in answer to a mail | {asked} | {week.mails['task'] + week.mails['contractor']} |",
        f"| eight contractors, all | {theirs.total()} | {each_theirs} |",
        "",
        "| kind | to the owner |",
        "|---|---|",
        *(f"| {kind} | {count} |" for kind, count in sorted(mine.items())),
        "",
        "| kind | to the contractors |",
        "|---|---|",
        *(f"| {kind} | {count} |" for kind, count in sorted(theirs.items())),
    ]


if __name__ == "__main__":
    print("\n".join(table(played())))
