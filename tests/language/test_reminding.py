"""Distances before a date, in people's words."""

from datetime import timedelta

import pytest

from language.lines import brief_lines, without_lines
from language.reminding import Reminding, brief_reminding, read_buffer, read_reminding


@pytest.mark.parametrize(
    ("said", "days"),
    [
        ("2 days before", 2),
        ("the day before", 1),
        ("a week before", 5),
        ("Three working days in advance", 3),
        ("none", 0),
        ("No reminders, please", 0),
        ("never", 0),
        ("as usual", None),
        ("99 weeks before", 30),
    ],
)
def test_a_wish_about_reminders(said: str, days: int | None) -> None:
    assert read_reminding(said.removesuffix(", please")) == Reminding(days)


@pytest.mark.parametrize("said", ["", "Joy", "when the moon is full", "2", "tomorrow", "0 days of peace"])
def test_what_is_none(said: str) -> None:
    assert read_reminding(said) is None


@pytest.mark.parametrize(
    ("brief", "found"),
    [
        ("Paint it.\nno reminders\nThanks", Reminding(0)),
        ("Paint it.\nRemind: 3 days before.", Reminding(3)),
        ("Paint it.\nReminders: none", Reminding(0)),
        ("Set a reminder in the calendar. No reminders are shown on the page today.", None),
        ("Reminder: the dog bites.", None),
    ],
)
def test_a_line_of_a_brief(brief: str, found: Reminding | None) -> None:
    assert brief_reminding(brief) == found


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("2 days", (2, timedelta())),
        ("one working day", (1, timedelta())),
        ("a week", (5, timedelta())),
        ("4h", (0, timedelta(hours=4))),
        ("some", None),
        ("", None),
    ],
)
def test_a_buffer(said: str, found: tuple[int, timedelta] | None) -> None:
    assert read_buffer(said) == found


def test_lines_are_taken_out_by_their_key_and_nothing_else() -> None:
    text = "Paint it.\nBuffer: 2 days\n- *need by:* Friday\nThe buffer is in the shed: paint it too."
    assert without_lines(text, {"buffer", "need by"}) == "Paint it.\nThe buffer is in the shed: paint it too."
    assert without_lines("Paint it.\n", {"buffer"}) == "Paint it.\n"
    assert brief_lines(text)["need by"] == "Friday"
