"""P30, P49: lateness that the owner caused is not the contractor's.

The table stands in histories.py; the minutes are exact.
"""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from tasks import events as e
from tasks.events_agreed import AcceptanceAsked, OtherAwaited
from tasks.events_parts import WorkRested, WorkResumed
from tasks.events_reach import AddressMended, NeverReached
from tasks.lateness import lateness
from tasks.model import Due, Proposal
from tasks.people import Hours, House, Person
from tests.practices.histories import HISTORIES, History

MINUTE = timedelta(minutes=1)
WEEK = frozenset({0, 1, 2, 3, 4})


def _person(key: str, zone: str, hours: Hours, *holidays: date) -> Person:
    return Person(key, key.title(), frozenset({"contractor"}), (f"{key}@example.net",), zone, "en-US", hours,
                  frozenset(holidays))  # fmt: skip


OWNER = Person("stephanie", "Stephanie", frozenset({"owner"}), ("s@example.com",), "America/Los_Angeles")
PEOPLE = (
    OWNER,
    _person("joy", "Asia/Manila", Hours()),
    _person("leo", "Asia/Manila", Hours()),
    _person("ben", "America/New_York", Hours(), date(2026, 11, 26)),
    _person("kim", "Europe/Berlin", Hours(WEEK, time(8, 30), time(16, 30))),
    _person("nepa", "Asia/Kathmandu", Hours(frozenset({6, 0, 1, 2, 3}), time(10), time(18))),
    _person("ned", "America/New_York", Hours(frozenset(range(7)), time(0), time(8))),
)
HOUSE = House({p.key: p for p in PEOPLE})


def _at(told: History, wall: str) -> datetime:
    """The contractor's wall clock, as aware UTC; the name of the day must fit."""
    day, rest = wall.split(" ", 1)
    there = datetime.strptime(f"2026 {rest}", "%Y %d %b %H:%M").replace(
        tzinfo=ZoneInfo(HOUSE.people[told.who].zone)
    )
    assert f"{there:%a}" == day, (told.name, wall)
    return there.astimezone(UTC)


def _due(told: History, wall: str) -> Due:
    return Due(_at(told, wall), HOUSE.people[told.who].zone, wall, "stephanie")


def _events(told: History, step: tuple[str, ...], held: Due) -> tuple[str, tuple[e.Event, ...]]:
    """Who does it, and what it is."""
    what, when = step[:2]
    due = _due(told, step[2]) if len(step) > 2 else held
    proposal = Proposal(due, _at(told, when), None)
    mine, theirs = told.who, "stephanie"
    table: dict[str, tuple[str, tuple[e.Event, ...]]] = {
        "accept": (mine, (e.Accepted(),)),
        "ask": (mine, (e.QuestionAsked(mine, "Which one?"),)),
        "ask2": (mine, (e.QuestionAsked(mine, "And when?"),)),
        "answer": (theirs, (e.QuestionAnswered(mine, "This one", only=("Which one?",)),)),
        "answer2": (theirs, (e.QuestionAnswered(mine, "Then", only=("And when?",)),)),
        "block": (mine, (e.WorkBlocked("no login"), e.QuestionAsked(mine, "Which one?", blocks=True))),
        "unblock": (mine, (e.WorkUnblocked(),)),
        "others": (mine, (e.WorkBlocked("the client"), OtherAwaited("the client"))),
        "report": (mine, (e.ProgressReported(50),)),
        "done": (mine, (e.DoneReported("here"),)),
        "undone": (mine, (e.DoneWithdrawn(),)),
        "redo": (theirs, (e.WorkSentBack("the number is wrong"),)),
        "approve": (theirs, (e.WorkApproved("great"),)),
        "fine": (theirs, (e.SaidFine(),)),
        "hold": (theirs, (WorkRested(),)),
        "resume": (theirs, (WorkResumed(),)),
        "bounce": ("clock", (NeverReached(mine, "k", "unknown", "x@example.net", told=True),)),
        "mend": ("clock", (AddressMended(mine, "y@example.net"),)),
        "eta": (mine, (e.DueProposed(proposal),)),
        "agree": (theirs, (e.DueAgreed(due, "agreed by the owner"),)),
        "set": (theirs, (e.DueAgreed(due, "set by the owner"),)),
        "earlier": (theirs, (e.DueAgreed(due, "set by the owner"), AcceptanceAsked(held))),
        "assign": (theirs, (e.Reassigned("leo", mine),)),
    }
    return table[what]


def facts_of(told: History) -> tuple[e.Fact, ...]:
    return tuple(_facts(told))


def _facts(told: History) -> Iterator[e.Fact]:
    held = _due(told, told.due)
    handed = _at(told, told.handed)
    yield e.Fact(
        1, 1, handed, "stephanie", "A", e.TaskOpened("Calldown", "Call.", "stephanie", due=held), "m"
    )
    yield e.Fact(1, 2, handed, "stephanie", "A", e.HandedOver(told.who), "m")
    n = 2
    for step in told.steps:
        by, events = _events(told, step, held)
        for event in events:
            n += 1
            mail = "" if by == "clock" else f"m{n}"
            yield e.Fact(1, n, _at(told, step[1]), by, "A", event, mail)


@pytest.mark.parametrize("told", HISTORIES, ids=lambda told: told.name)
def test_p30_lateness_counted_is_exact_to_the_minute(told: History) -> None:
    found = lateness(facts_of(told), HOUSE, _at(told, told.now))
    assert found.counted == told.late * MINUTE
    assert found.others == told.others * MINUTE
    if told.owner is not None:
        assert found.owner == told.owner * MINUTE
    if told.before is not None:
        assert found.before == told.before * MINUTE


@pytest.mark.parametrize("told", HISTORIES, ids=lambda told: told.name)
def test_p30_every_minute_after_the_date_is_somebodys(told: History) -> None:
    """Cut at any moment in between, lateness only grows."""
    facts = facts_of(told)
    end = _at(told, told.now)
    seen = timedelta()
    if any(step[0] in {"agree", "set", "assign"} for step in told.steps):
        return  # another date or person: counted anew
    at = facts[0].at
    while at <= end:
        here = lateness(tuple(f for f in facts if f.at <= at), HOUSE, at).counted
        assert here >= seen
        seen = here
        at += timedelta(hours=7, minutes=13)


def test_there_are_enough_histories() -> None:
    assert len(HISTORIES) >= 36
    assert len({told.name for told in HISTORIES}) == len(HISTORIES)
