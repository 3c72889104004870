"""Working time, in the person's own zone, over weekends, holidays and DST."""

from datetime import UTC, date, datetime, time, timedelta

import pytest

from tasks.hours import (
    add_working_days,
    add_working_time,
    instant,
    next_opening,
    not_after_hours,
    working_day_before,
    working_time,
)
from tasks.people import Hours, Person


def _person(zone: str, **more: object) -> Person:
    return Person("p", "P", frozenset({"contractor"}), ("p@example.com",), zone, **more)  # type: ignore[arg-type]


LA, MANILA, BERLIN = (_person(z) for z in ("America/Los_Angeles", "Asia/Manila", "Europe/Berlin"))
FEAST = _person("Europe/Berlin", holidays=frozenset({date(2026, 12, 25)}))
NIGHT = _person("Asia/Manila", hours=Hours(frozenset({0, 2}), time(13), time(18)))


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).astimezone(UTC)


@pytest.mark.parametrize(
    ("start", "span", "person", "expected"),
    [
        pytest.param("2026-12-02T10:00-08:00", 4, LA, "2026-12-02T14:00-08:00", id="same day"),
        pytest.param("2026-12-02T17:00-08:00", 4, LA, "2026-12-03T13:00-08:00", id="from closing"),
        pytest.param("2026-12-04T15:00-08:00", 4, LA, "2026-12-07T11:00-08:00", id="over a weekend"),
        pytest.param("2026-12-24T15:00+01:00", 4, FEAST, "2026-12-28T11:00+01:00", id="over a holiday"),
        pytest.param("2026-12-03T09:00+08:00", 24, MANILA, "2026-12-07T17:00+08:00", id="three days"),
        pytest.param("2026-12-01T09:00+08:00", 4, NIGHT, "2026-12-02T17:00+08:00", id="two days a week"),
        pytest.param("2026-03-06T16:00-08:00", 2, LA, "2026-03-09T10:00-07:00", id="over spring forward"),
    ],
)
def test_working_time_that_passes(start: str, span: int, person: Person, expected: str) -> None:
    end = add_working_time(at(start), timedelta(hours=span), person)
    assert end == at(expected)
    assert working_time(at(start), end, person) == timedelta(hours=span)


@pytest.mark.parametrize(
    ("start", "days", "person", "expected"),
    [
        pytest.param("2026-11-30T09:12-08:00", 3, LA, "2026-12-03T09:12-08:00", id="within a week"),
        pytest.param("2026-12-03T09:12-08:00", 3, LA, "2026-12-08T09:12-08:00", id="over a weekend"),
        pytest.param("2026-12-03T22:00-08:00", 1, LA, "2026-12-07T09:00-08:00", id="at night: next opening"),
        pytest.param("2026-12-24T12:00+01:00", 1, FEAST, "2026-12-28T12:00+01:00", id="over a holiday"),
    ],
)
def test_working_days_later(start: str, days: int, person: Person, expected: str) -> None:
    assert add_working_days(at(start), days, person) == at(expected)


@pytest.mark.parametrize(
    ("moment", "person", "expected"),
    [
        pytest.param("2026-12-03T07:00+08:00", MANILA, "2026-12-02T16:59+08:00", id="before opening"),
        pytest.param("2026-12-06T12:00+08:00", MANILA, "2026-12-04T16:59+08:00", id="a Sunday"),
        pytest.param("2026-12-03T10:00+08:00", MANILA, "2026-12-03T10:00+08:00", id="within hours"),
    ],
)
def test_before_due_moves_earlier_never_later(moment: str, person: Person, expected: str) -> None:
    assert not_after_hours(at(moment), person) == at(expected)


def test_next_opening_skips_the_weekend() -> None:
    assert next_opening(at("2026-12-04T12:00-08:00"), LA) == at("2026-12-07T09:00-08:00")


def test_working_day_before_a_monday_is_friday() -> None:
    assert working_day_before(at("2026-12-07T17:00+01:00"), 1, BERLIN) == date(2026, 12, 4)


def test_wall_time_in_the_gap_reads_later_and_a_doubled_one_first() -> None:
    assert instant(date(2026, 3, 8), time(2, 30), LA) == at("2026-03-08T03:30-07:00")
    assert instant(date(2026, 11, 1), time(1, 30), LA) == at("2026-11-01T01:30-07:00")
