"""Lateness reckoned a second time, minute by minute, and each time from the beginning.

What tasks/lateness.py remembers of a history (the fold, the sum up to the last fact) must
never show: not where facts are added, a house changes, the clock is set back, a store is
read anew, or more histories are asked about than are remembered.
"""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from random import Random
from zoneinfo import ZoneInfo

import pytest

from tasks import events as e
from tasks.evolve import evolve
from tasks.lateness import Lateness, lateness
from tasks.model import WORKING, Task
from tasks.people import Absence, House
from tests.practices.histories import History
from tests.practices.test_turn_lateness import HOUSE, _due, _events
from tests.simulation.almanac import on_the_wall

MINUTE, DAY = timedelta(minutes=1), timedelta(days=1)
FIRST = datetime(2026, 11, 27, tzinfo=UTC)
DOERS = ("joy", "ben", "kim", "nepa", "ned")
WORDS = (
    *("accept", "ask", "ask2", "answer", "answer2", "block", "unblock", "others", "report", "done", "undone"),
    *("redo", "approve", "fine", "hold", "resume", "bounce", "mend", "eta", "agree", "set", "assign"),
)
DATED = frozenset({"eta", "agree", "set"})


def plain(facts: tuple[e.Fact, ...], house: House, now: datetime) -> Lateness:
    """conversation.md, word by word: in the contractor's working hours, from the agreed date,
    while the next step is theirs; a minute that has not come is nobody's."""
    states: list[tuple[datetime, Task]] = []
    task: Task | None = None
    for fact in facts:
        task = evolve(task, fact)
        assert task is not None
        states.append((fact.at, task))
    assert task is not None
    agreed = task.accepted_due or task.due
    if task.contractor not in house.people or agreed is None:
        return Lateness()
    named = [f.at for f in facts if isinstance(f.event, e.DueAgreed) and f.event.due.at == agreed.at]
    begins = max([agreed.at, *named[-1:]])
    counted = {"doer": 0, "owner": 0, "others": 0, "before": 0}
    at = facts[0].at
    while at < now:
        there = [state for moment, state in states if moment <= at][-1]
        if there.contractor == task.contractor and _at_work(house, task.contractor, at):
            side = _whose(there)
            if at < begins:
                side = "before" if side == "owner" else ""
            if side:
                counted[side] += 1
        at += MINUTE
    doer, owner, others, before = (n * MINUTE for n in counted.values())
    return Lateness(doer, owner, others, before)


def _at_work(house: House, who: str, at: datetime) -> bool:
    person = house.people[who]
    zone = ZoneInfo(person.zone)
    day = at.astimezone(zone).date()
    if day.weekday() not in person.hours.days or day in person.holidays:
        return False
    if not on_the_wall(zone, day, person.hours.opens) <= at < on_the_wall(zone, day, person.hours.closes):
        return False
    return not any(a.since <= at and (a.until is None or at < a.until) for a in person.away)


def _whose(task: Task) -> str:
    asked = [q.at for q in task.questions if q.by == task.contractor]
    back = [q.at for q in task.questions if q.by == task.owner and q.back]
    waits = [at for at in asked if not back or at > max(back)]
    if not task.is_open or task.rests_at or task.cut_off_at:
        return ""
    if (
        waits
        or task.stage not in WORKING
        or (task.blocked and not task.awaited and not (asked and not waits))
    ):
        return "owner"
    return "others" if task.awaited else "doer"


def history(dice: Random) -> tuple[e.Fact, ...]:
    """A life of a few days in which anything is said at any time."""
    who = dice.choice(DOERS)
    told = History("random", (), 0, "", who=who)
    at = FIRST + MINUTE * dice.randint(0, 2 * 1440)
    due = _due(told, _wall(told, at + MINUTE * dice.randint(-600, 3 * 1440)))
    facts = [
        e.Fact(1, 1, at, "stephanie", "A", e.TaskOpened("Calldown", "Call.", "stephanie", due=due), "m"),
        e.Fact(1, 2, at, "stephanie", "A", e.HandedOver(who), "m"),
    ]
    for _ in range(dice.randint(0, 9)):
        at += MINUTE * dice.choice((0, 0, dice.randint(1, 90), dice.randint(1, 1440)))
        word = dice.choice(WORDS)
        date = (_wall(told, at + MINUTE * dice.randint(-300, 2 * 1440)),) if word in DATED else ()
        by, events = _events(told, (word, _wall(told, at), *date), due)
        facts += [e.Fact(1, len(facts) + n, at, by, "A", ev, "m") for n, ev in enumerate(events, 1)]
    return tuple(facts)


def _wall(told: History, at: datetime) -> str:
    return f"{at.astimezone(ZoneInfo(HOUSE.people[told.who].zone)):%a %-d %b %H:%M}"


def houses(dice: Random) -> tuple[House, ...]:
    """The people as they are, and with somebody away."""
    who = dice.choice(DOERS)
    away = Absence(FIRST + MINUTE * dice.randint(0, 5 * 1440), FIRST + DAY * dice.randint(5, 9))
    changed = replace(HOUSE.people[who], away=(away,))
    return HOUSE, House({**HOUSE.people, who: changed})


def anew(facts: tuple[e.Fact, ...]) -> tuple[e.Fact, ...]:
    """The same facts, as another store or a restart reads them."""
    return tuple(replace(fact) for fact in facts)


@pytest.mark.parametrize("seed", range(12))
def test_p30_what_is_remembered_never_shows(seed: int) -> None:
    dice = Random(seed)
    lives = [history(dice) for _ in range(3)]
    known = houses(dice)
    for _ in range(25):
        facts = dice.choice(lives)
        facts = facts[: dice.randint(2, len(facts))] if dice.random() < 0.5 else facts
        facts = anew(facts) if dice.random() < 0.2 else facts
        house = dice.choice(known)
        now = facts[-1].at + MINUTE * dice.choice((0, dice.randint(0, 2 * 1440), -dice.randint(0, 900)))
        assert lateness(facts, house, now) == plain(facts, house, now), (facts, house, now)
