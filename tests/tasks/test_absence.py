"""An absence in working time: what counts, and what goes on after it."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from language.absent import Absent, read_absence, says_back
from tasks.absence import absence_of, is_silent, resumed, with_absences
from tasks.events import Fact
from tasks.events_hands import CameBack, DigestRested, LettersStopped, WentAway
from tasks.hours import add_working_days, add_working_time, working_time
from tasks.people import Absence, House, Person

H = timedelta(hours=1)


def day(number: int, hour: int = 9, minute: int = 0) -> datetime:
    """A moment of December 2026 in UTC, where Ann lives; the 1st is a Tuesday."""
    return datetime(2026, 12, number, hour, minute, tzinfo=UTC)


ANN = Person("ann", "Ann Lee", frozenset({"owner"}), ("ann@home.example",), "UTC")
AWAY = replace(ANN, away=(Absence(day(2, 14), day(4, 11)),))  # Wednesday 14:00 to Friday 11:00
MACHINE = replace(ANN, away=(Absence(day(2, 14), day(4, 11), by_machine=True),))


@pytest.mark.parametrize(
    "begins, ends, hours",
    [
        pytest.param(day(2), day(2, 17), 5, id="to 14:00 on Wednesday"),
        pytest.param(day(2), day(4, 17), 5 + 6, id="and from 11:00 on Friday"),
        pytest.param(day(3), day(3, 17), 0, id="none on Thursday"),
        pytest.param(day(2, 13, 30), day(4, 11, 30), 1, id="half an hour on each side"),
        pytest.param(day(1), day(1, 17), 8, id="before it all as ever"),
    ],
)
def test_time_away_is_no_working_time(begins: datetime, ends: datetime, hours: int) -> None:
    assert working_time(begins, ends, AWAY) == hours * H
    if hours:
        assert working_time(begins, add_working_time(begins, hours * H, AWAY), AWAY) == hours * H


def test_a_span_of_work_goes_on_after_it() -> None:
    assert add_working_time(day(2, 13), 2 * H, AWAY) == day(4, 12)


def test_days_away_do_not_count() -> None:
    assert add_working_days(day(1, 10), 2, AWAY) == day(4, 10)  # Wednesday counts, Thursday does not
    assert add_working_days(day(1, 10), 2, ANN) == day(3, 10)


def test_a_vacation_program_moves_no_lateness() -> None:
    assert working_time(day(2), day(4, 17), MACHINE) == 24 * H


@pytest.mark.parametrize(
    "since, at, holds",
    [
        pytest.param(day(1), day(4), day(4, 14), id="three hours were left on Wednesday, eight on Thursday"),
        pytest.param(day(1), day(2, 13), day(2, 13), id="over before the absence"),
        pytest.param(day(3), day(8), day(8), id="said while away: counted in already"),
    ],
)
def test_silence_means_nothing_while_away(since: datetime, at: datetime, holds: datetime) -> None:
    if holds == day(4, 14):  # 14:00 to 17:00, then Thursday: 11 h from Friday 11:00 are Monday 14:00
        holds = day(7, 14)
    assert resumed(at, since, AWAY) == holds


def fact(event: object, at: datetime) -> Fact:
    return Fact(0, 1, at, "ann", "A+T", event)  # type: ignore[arg-type]


def test_the_facts_make_the_person() -> None:
    facts = [
        fact(WentAway("ann", day(10), "bob"), day(1)),
        fact(WentAway("ann", day(8)), day(2)),
        fact(CameBack("ann"), day(3)),
        fact(WentAway("nobody", day(8)), day(3)),
    ]
    ann = with_absences(House({"ann": ANN}), facts).people["ann"]
    assert [(a.since, a.until) for a in ann.away] == [(day(1), day(2)), (day(2), day(3))]
    assert absence_of(ann, day(2)) == ann.away[1] and absence_of(ann, day(3)) is None


@pytest.mark.parametrize(
    "event, at, silent",
    [
        (WentAway("ann", day(7, 9)), day(3, 7, 30), True),
        (WentAway("ann", day(7, 9)), day(7, 7, 30), False),  # the morning of the return
        (WentAway("ann", day(7, 9), digest=True), day(3, 7, 30), False),
        (WentAway("ann", day(7, 9), by_machine=True), day(3, 7, 30), False),
        (LettersStopped("ann"), day(30, 7, 30), True),
        (DigestRested("ann", day(4, 9)), day(3, 7, 30), True),
        (DigestRested("ann", day(4, 9)), day(4, 7, 30), False),
    ],
)
def test_when_no_digest_comes(event: object, at: datetime, *, silent: bool) -> None:
    ann = with_absences(House({"ann": ANN}), [fact(event, day(1))]).people["ann"]
    assert is_silent(ann, at) is silent


@pytest.mark.parametrize(
    "text, read",
    [
        ("until Monday", Absent("until Monday")),
        ("until Monday, ask Maria", Absent("until Monday", "Maria")),
        ("until 7 Dec, ask Maria Lopez, digest", Absent("until 7 Dec", "Maria Lopez", digest=True)),
        ("until 7 Dec with the digest", Absent("until 7 Dec", digest=True)),
        ("for 3 days", Absent("for 3 days")),
        ("3 days, please ask maria", Absent("3 days", "maria")),
        ("2 weeks", Absent("2 weeks")),
        ("on Friday", Absent("")),
        ("24 Dec to 2 Jan", Absent("")),
        ("from Monday until Friday", Absent("")),
        ("soon", Absent("")),
        ("", Absent("")),
        ("ask Maria", Absent("", "Maria")),
    ],
)
def test_what_stands_behind_away(text: str, read: Absent) -> None:
    assert read_absence(text) == read


@pytest.mark.parametrize(
    "text, line",
    [("back", "back"), ("Back!\n\nJoy", "Back!"), ("Save\nBack", ""), ("Back to work.", ""), ("", "")],
)
def test_back_is_the_first_line(text: str, line: str) -> None:
    assert says_back(text) == line


def test_a_long_text_is_read_in_no_time() -> None:
    assert read_absence("until " + "ask , " * 100_000).until.startswith("until")
