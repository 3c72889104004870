"""When a quoted mail was written, as mail programs of several languages say it."""

from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from language.quotes_dates import sent_at

PASSED_ON = datetime(2026, 12, 2, 18, 0, tzinfo=UTC)
MORNING = datetime(2026, 11, 30, 17, 12, tzinfo=UTC)  # 09:12 in Los Angeles


@pytest.mark.parametrize(
    "line",
    [
        "Mon, 30 Nov 2026 09:12:00 -0800",
        "Mon, 30 Nov 2026 17:12:00 GMT",
        "Mon, Nov 30, 2026 at 9:12 AM",
        "Monday, November 30, 2026 9:12 AM",
        "November 30, 2026 at 9:12:41 AM PST",
        "2026-11-30 09:12",
        "11/30/2026 9:12 AM",
        "30/11/2026 09:12",
        "30.11.26, 09:12",
        "Montag, 30. November 2026 09:12",
        "lundi 30 novembre 2026 09:12",
        "lunes, 30 de noviembre de 2026 9:12",
        "segunda-feira, 30 de novembro de 2026 09:12",
        "lunedì 30 novembre 2026 09:12",
        "maandag 30 november 2026 09:12",
        "2026年11月30日 9:12",
        "On Mon, Nov 30, 2026 at 9:12 AM Jan Stone <jan@client.example> wrote:",
        "Am 30.11.2026 um 09:12 schrieb Jan Stone:",
        "Le lun. 30 nov. 2026 à 09:12, Jan Stone <jan@client.example> a écrit :",
    ],
)
def test_the_day_and_hour_are_read(line: str) -> None:
    found = sent_at(line, "America/Los_Angeles", PASSED_ON)
    assert found is not None
    assert found.replace(second=0) == MORNING


@pytest.mark.parametrize(
    "line",
    [
        "",
        "Monday",
        "9:12 AM",
        "Tue, 30 Nov 2027 09:12:00 -0800",  # after it was passed on
        "30.11.2019 09:12",  # years ago
        "31.02.2026 09:12",
        "99/99/2026",
        "Jan Stone wrote:",
    ],
)
def test_what_says_no_day_or_an_unlikely_one_is_none(line: str) -> None:
    assert sent_at(line, "America/Los_Angeles", PASSED_ON) is None


def test_of_two_readings_the_nearest_before_counts() -> None:
    found = sent_at("2/11/2026 10:00", "UTC", PASSED_ON)
    assert found == datetime(2026, 11, 2, 10, tzinfo=UTC)


@given(st.text(max_size=200) | st.from_regex(r"[0-9]{1,5}[./-][0-9]{1,5}[./-][0-9]{1,5} [0-9]{1,3}:[0-9]{2}"))
@settings(max_examples=200, deadline=None)
def test_no_line_raises(line: str) -> None:
    found = sent_at(line, "Asia/Kathmandu", PASSED_ON)
    assert found is None or found.tzinfo is not None
