"""Load: a contractor's own letter of the week, and a clash that is named in time (P33, P51)."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.practices.hands_kit import JOY, STEPHANIE, give, of_kind, opened, task, text
from tests.shell.office import CONFIG, Office, at, kinds, one, to

LATER = "Call each person on the list.\nDue by 18 December 5PM Pacific time."
WEEKLY = CONFIG.replace("defaults: {escalate_to: olivia}", "defaults: {escalate_to: olivia, summary: weekly}")
DAILY = CONFIG.replace("zone: Asia/Manila}", "zone: Asia/Manila, summary: daily}")


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    yield from opened(tmp_path, WEEKLY)


def test_p51_a_clash_is_named_when_a_task_is_handed_over(office: Office) -> None:
    give(office, subject="One")
    _, second = give(office, subject="Two")
    assert "already has" not in text(second)
    _, third = give(office, subject="Three")
    assert "Joy already has 2 due Wed 2 Dec" in text(third)


def test_p51_what_is_due_on_other_days_is_no_clash(office: Office) -> None:
    give(office, subject="One", body=LATER)
    give(office, subject="Two", body=LATER)
    _, third = give(office, subject="Three")
    assert "already has" not in text(third)


def test_p51_who_is_away_when_it_is_due_is_named(office: Office) -> None:
    give(office, body=LATER)
    office.mail(JOY, "tasks@example.com", "", "away until 7 December")
    office.letters()
    _, receipt = give(office, subject="Two")
    assert "Joy is away until Mon 7 Dec" in text(receipt)


def test_p51_monday_morning_tells_what_is_due_and_what_waits(office: Office) -> None:
    assignment, _ = give(office, body=LATER)
    office.reply(assignment, "question: which list?")
    office.letters()
    give(office, subject="Letters", body="Write ten letters.\nDue by Wednesday 9 December 5PM Pacific time.")
    letters = to(office.pass_time(at(2026, 12, 7, 2)), "joy@example.net")
    week = one(letters, "week")
    assert "Letters" in text(week) and "Calldown" in text(week) and "waits for Stephanie" in text(week)
    assert text(week).index("Letters") < text(week).index("Calldown")  # by date


def test_p51_it_takes_the_mornings_reminders_along(office: Office) -> None:
    """Due Tuesday 17:00 Pacific = Wednesday 09:00 in Manila: reminded on Tuesday. Due Monday 17:00
    Pacific = Tuesday 09:00: the reminder of Monday 09:00 is in the week's letter."""
    give(office, body="Call each person.\nDue by 7 December 5PM Pacific time.")
    office.pass_time(at(2026, 12, 6, 20))
    letters = to(office.pass_time(at(2026, 12, 7, 6)), "joy@example.net")
    assert [x.kind for x in letters] == ["week"]
    assert [slot.partition(":")[0] for slot in task(office).rungs][-1:] == ["day-before"]


def test_p51_nobody_without_an_open_task_gets_one(office: Office) -> None:
    give(office, body=LATER)
    letters = office.pass_time(at(2026, 12, 7, 20))
    assert [x.to for x in letters if x.kind == "week"] == ["joy@example.net"]


def test_p51_a_line_of_it_can_be_answered(office: Office) -> None:
    give(office, body=LATER)
    week = one(to(office.pass_time(at(2026, 12, 7, 2)), "joy@example.net"), "week")
    office.reply(week, "T-1: 60%")
    assert kinds(office.letters()) == [("joy", "transcript")]
    assert task(office).progress == 60


def test_p51_once_a_week_over_restarts(office: Office) -> None:
    give(office, body=LATER)
    found = []
    for day in range(1, 15):
        found += to(office.pass_time(at(2026, 12, day, 20)), "joy@example.net")
        office.restart()
    assert [x.kind for x in found if x.kind == "week"] == ["week", "week"]


def test_p33_a_person_may_have_it_daily(tmp_path: Path) -> None:
    for office in opened(tmp_path, DAILY):
        give(office, body=LATER)
        letters = to(office.pass_time(at(2026, 12, 4, 2)), "joy@example.net")
        assert [x.kind for x in letters] == ["week", "probe", "week", "week"]  # nobody accepted: asked
        give(office, "ben", "Two", LATER)
        assert of_kind(to(office.pass_time(at(2026, 12, 8, 2)), "ben@example.org"), "week") == []


def test_p51_the_return_of_an_absence_brings_one(office: Office) -> None:
    assignment, _ = give(office, body=LATER)
    office.reply(assignment, "away until Thursday")
    office.letters()
    office.mail(STEPHANIE, "tasks+joy@example.com", "Two", LATER)
    office.letters()
    letters = to(office.pass_time(at(2026, 12, 3, 2)), "joy@example.net")
    assert [x.kind for x in letters] == ["week"]
    assert "welcome back" in text(letters[0]).lower() and "Two" in letters[0].text
