"""A line of a date word that says more than the date: the date is read, and the rest stays.

Written by hand from conversation.md: nothing of a brief is lost in silence."""

from datetime import UTC, datetime

import pytest

from language.due import read_due
from language.lines import brief_lines, without_lines
from language.reminding import Reminding, brief_reminding

NOW = datetime(2026, 11, 30, 17, tzinfo=UTC)  # Monday, 9:00 in Los Angeles
OWN = frozenset({"buffer", "need by"})
# the line, its key, what is read as its date, and what stays of it in the brief
LINES = [
    ("I need it by Friday. Use blue.", "need by", "Friday", "Use blue."),
    ("I need it by: Friday. Use blue.", "need by", "Friday", "Use blue."),
    ("need by: Friday, use blue", "need by", "Friday", "use blue"),
    ("need by: Friday; use blue", "need by", "Friday", "use blue"),
    ("need by: Friday - use blue", "need by", "Friday", "use blue"),
    ("Need by Friday! Use blue.", "need by", "Friday", "Use blue."),
    ("need by: Friday 5 p.m. Use oil.", "need by", "Friday 5 p.m.", "Use oil."),
    ("need by: Fri, Dec 4. Use oil.", "need by", "Fri, Dec 4", "Use oil."),
    ("need by: Friday, Dec 4, 5pm. Use oil.", "need by", "Friday, Dec 4, 5pm", "Use oil."),
    ("need by: 4.12. Use oil.", "need by", "4.12.", "Use oil."),
    ("need by: Friday. Thanks", "need by", "Friday", "Thanks"),
    ("own date: Friday (use blue)", "need by", "Friday", "(use blue)"),
    ("my own date: Friday. Use blue. Call me.", "need by", "Friday", "Use blue. Call me."),
    ("buffer: 2 days. Use blue.", "buffer", "2 days", "Use blue."),
    ("buffer: 2 days, use blue", "buffer", "2 days", "use blue"),
    ("buffer: 2 days use blue", "buffer", "2 days", "use blue"),
    ("buffer 2 days. Use blue.", "buffer", "2 days", "Use blue."),
    ("buffer: a week - use blue", "buffer", "a week", "use blue"),
    ("(buffer: 4 hours) Use blue.", "buffer", "4 hours", "Use blue."),
    ("buffer: some days. Use blue.", "buffer", "some days", "Use blue."),
    # nothing but the date: the line goes whole
    ("need by: Friday", "need by", "Friday", ""),
    ("need by: Friday.", "need by", "Friday.", ""),
    ("need by: Friday 5 p.m.", "need by", "Friday 5 p.m.", ""),
    ("I need it by Friday 5pm", "need by", "Friday 5pm", ""),
    ("need by: end of the week", "need by", "end of the week", ""),
    ("need by: Friday at 5pm, my time", "need by", "Friday at 5pm, my time", ""),
    ("need by: Friday, Dec 4", "need by", "Friday, Dec 4", ""),
    ("buffer: 2 days", "buffer", "2 days", ""),
    ("(buffer: 2 working days)", "buffer", "2 working days", ""),
    # what else stands behind the date with no mark between: the whole line stays
    ("need by: Friday use blue", "need by", "Friday use blue", "need by: Friday use blue"),
    ("need by: the board meets on Friday", "need by", "the board meets on Friday", None),
]


@pytest.mark.parametrize(("line", "key", "date", "left"), LINES)
def test_the_date_is_read_and_the_rest_stays(line: str, key: str, date: str, left: str | None) -> None:
    text = f"Paint the hall.\n{line}\nTake care."
    assert brief_lines(text)[key].rstrip(".)") == date.rstrip(".)")
    stays = line if left is None else left
    assert without_lines(text, OWN).split("\n") == [
        "Paint the hall.",
        *([stays] if stays else []),
        "Take care.",
    ]


@pytest.mark.parametrize(
    "line",
    [
        "Deadline: Friday. Call me first.",
        "Due Friday 5 p.m. Use oil.",
        "Due: Friday, use blue",
        "Due: Friday 5pm - use blue",
        "Due date: Friday (call me first)",
        "Due by: Friday. Thanks!",
        "Frist: Freitag. Bitte anrufen.",
    ],
)
def test_a_due_line_is_read_and_stays_whole(line: str) -> None:
    """The contractor may know this date."""
    reading = read_due(line, NOW, "America/Los_Angeles")
    assert reading.at == datetime(2026, 12, 5, 1, tzinfo=UTC)
    assert without_lines(line, OWN) == line


@pytest.mark.parametrize(
    ("line", "days"),
    [
        ("remind: 2 days before. Thanks", 2),
        ("remind: none. Use blue.", 0),
        ("Reminders: 1 day before, please", 1),
        ("no reminders. Thanks", 0),
        ("remind: 2 days before", 2),
        ("remind: as usual. Use blue.", None),
    ],
)
def test_a_wish_about_reminders_is_read(line: str, days: int | None) -> None:
    assert brief_reminding(f"Paint the hall.\n{line}") == Reminding(days)


@pytest.mark.parametrize("line", ["remind: daily. Thanks", "remind: Joy to call. Use blue.", "remind me"])
def test_another_wish_about_reminders_is_none(line: str) -> None:
    assert brief_reminding(line) is None
