"""Whoever is away is let alone, whatever the dates, hours, zones and absences."""

import random
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, time, timedelta

import pytest

from tasks.absence import absence_of, is_away
from tasks.hours import within_hours, working_time
from tasks.model import Due, Question, Stage, Task
from tasks.people import Absence, Hours, House, Person, Rules
from tasks.reminders import Rung, rungs_of

NOW = datetime(2026, 3, 2, 12, tzinfo=UTC)
ZONES = ("Asia/Manila", "America/Los_Angeles", "Europe/Berlin", "Australia/Lord_Howe", "America/New_York")
TIMES = 400


def a_person(dice: random.Random, key: str, role: str) -> Person:
    opens = dice.randrange(6, 11)
    spans, at = list[Absence](), NOW + timedelta(hours=dice.randrange(0, 200))
    for _ in range(dice.randrange(0, 4)):
        until = at + timedelta(minutes=dice.randrange(30, 12_000))
        spans.append(Absence(at, until, by_machine=dice.random() < 0.3))
        at = until + timedelta(minutes=dice.randrange(0, 6_000))
    hours = Hours(frozenset(dice.sample(range(7), dice.randrange(3, 7))), time(opens), time(opens + 7))
    address = (f"{key}@home.example",)
    return Person(key, key, frozenset({role}), address, dice.choice(ZONES), hours=hours, away=tuple(spans))


def a_case(seed: int) -> tuple[Task, House]:
    dice = random.Random(seed)
    people = {k: a_person(dice, k, r) for k, r in (("ann", "owner"), ("joy", "contractor"), ("max", "owner"))}
    due = NOW + timedelta(minutes=dice.randrange(600, 30_000))
    asked = Question("joy", "Which?", NOW + timedelta(minutes=dice.randrange(0, 5_000)))
    task = Task(
        1,
        "x",
        "x",
        "ann",
        NOW,
        contractor="joy",
        stage=Stage.ACCEPTED,
        due=Due(due, "UTC", "", "ann"),
        due_set_at=NOW,
        handed_at=NOW,
        questions=(asked,) if dice.random() < 0.4 else (),
    )
    return task, House(people, Rules(escalate_to="max"))


def cases() -> Iterator[tuple[Task, House, Rung]]:
    for seed in range(TIMES):
        task, house = a_case(seed)
        for rung in rungs_of(task, house):
            yield task, house, rung


@pytest.fixture(scope="module")
def all_cases() -> list[tuple[Task, House, Rung]]:
    return list(cases())


Cases = list[tuple[Task, House, Rung]]


def test_no_rung_comes_to_somebody_who_is_away(all_cases: Cases) -> None:
    away = [(t, h, r) for t, h, r in all_cases if r.person and absence_of(h.people[r.person], r.at)]
    assert away == []
    assert len(all_cases) > TIMES  # they do come


def test_what_was_moved_comes_in_their_hours(all_cases: Cases) -> None:
    """A rung that no absence moved comes as ever; one that was moved comes in hours."""
    for task, house, rung in all_cases:
        if not rung.person:
            continue
        present = {k: replace(p, away=()) for k, p in house.people.items()}
        as_ever = {r.slot: r.at for r in rungs_of(task, replace(house, people=present))}
        if rung.at != as_ever.get(rung.slot):
            assert within_hours(rung.at, house.people[rung.person]), rung


def test_nothing_ahead_comes_after_its_moment(all_cases: Cases) -> None:
    assert [r for t, _, r in all_cases if r.rule.ahead and t.due and r.at >= t.due.at] == []


def test_late_is_four_hours_of_the_contractors_presence(all_cases: Cases) -> None:
    late = [(t, h, r) for t, h, r in all_cases if r.rule.name == "late"]
    assert late
    for task, house, rung in late:
        assert task.due is not None
        worked = working_time(task.due.at, rung.at, house.people["joy"])
        machine = any(a.by_machine for a in house.people["joy"].away)
        assert worked >= timedelta(hours=4) if machine else worked == timedelta(hours=4)
        assert not is_away(house.people["joy"], rung.at)
