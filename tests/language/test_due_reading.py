"""What a reading of a due date tells besides the moment: its doubt, its rule, its question."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from language.due import read_due, read_due_phrase
from language.meaning import NO_DUE, DueReading, Sure

PACIFIC = "America/Los_Angeles"
MONDAY = datetime(2026, 11, 30, 9, 12, tzinfo=ZoneInfo(PACIFIC))


def read(text: str) -> DueReading:
    return read_due(text, MONDAY, PACIFIC)


def wall(reading: DueReading, zone: str = PACIFIC) -> str:
    assert reading.at is not None
    return f"{reading.at.astimezone(ZoneInfo(zone)):%Y-%m-%d %H:%M}"


def test_the_phrase_is_kept_as_it_was_written() -> None:
    reading = read("Hi Joy,\n\nplease scan the cards. Due by Wednesday 5PM Pacific time. Thanks!")
    assert reading.phrase == "Due by Wednesday 5PM Pacific time"
    assert (reading.sure, wall(reading), reading.zone) == (Sure.SURE, "2026-12-02 17:00", PACIFIC)


def test_times_are_aware_utc() -> None:
    reading = read("Due Friday noon")
    assert reading.at == datetime(2026, 12, 4, 20, 0, tzinfo=UTC)
    assert reading.at is not None and reading.at.tzinfo is UTC


@pytest.mark.parametrize(
    ("text", "at", "other"),
    [
        pytest.param("by next Wednesday", "2026-12-09 17:00", "2026-12-02 17:00", id="next weekday"),
        pytest.param("due 3/4", "2027-03-04 17:00", "2027-04-03 17:00", id="month or day first"),
        pytest.param("by Monday 5pm", "2026-11-30 17:00", "2026-12-07 17:00", id="the weekday of writing"),
        pytest.param("by next week", "2026-12-11 17:00", "2026-12-07 17:00", id="next week"),
        pytest.param(
            "by Wednesday or Thursday", "2026-12-03 17:00", "2026-12-02 17:00", id="one or the other"
        ),
    ],
)
def test_a_doubtful_date_names_the_other_reading(text: str, at: str, other: str) -> None:
    reading = read(text)
    assert reading.sure is Sure.AMBIGUOUS
    assert wall(reading) == at
    assert reading.other is not None
    assert f"{reading.other.astimezone(ZoneInfo(PACIFIC)):%Y-%m-%d %H:%M}" == other


@pytest.mark.parametrize(
    ("text", "why"),
    [
        pytest.param("Due Thursday Dec 4", "4 December 2026 is a Friday, not a Thursday", id="weekday"),
        pytest.param("Due by Feb 30", "there is no such date", id="no such date"),
        pytest.param("due 2025-12-01", "that moment is over", id="past"),
        pytest.param("due sometime next month", "it names a month, but no day", id="vague"),
        pytest.param("Due: when the client signs", "it names no day", id="no day"),
    ],
)
def test_what_cannot_be_read_asks_one_clear_question(text: str, why: str) -> None:
    reading = read(text)
    assert (reading.sure, reading.at) == (Sure.ASK, None)
    assert why in reading.question
    assert reading.question.endswith("When is it due?")
    assert reading.phrase in reading.question


def test_other_dates_of_a_mail_are_checkpoints() -> None:
    reading = read("Outline by Wednesday, draft by Dec 8, final by Dec 15.")
    assert wall(reading) == "2026-12-15 17:00"
    assert [point.phrase for point in reading.checkpoints] == ["by Wednesday", "by Dec 8"]


def test_a_due_line_is_worth_more_than_any_clause() -> None:
    reading = read("Please finish everything by Friday.\n\nDue: Thu 3pm\n")
    assert wall(reading) == "2026-12-03 15:00"
    assert [point.phrase for point in reading.checkpoints] == ["by Friday"]


def test_asap_is_urgent_and_no_date() -> None:
    assert read("Please do this ASAP!") == DueReading(
        Sure.OPEN, zone=PACIFIC, phrase="Please do this ASAP", rule="urgent", urgent=True
    )
    both = read("Please do this ASAP, by Tuesday at the latest.")
    assert (wall(both), both.urgent) == ("2026-12-01 17:00", True)


def test_a_text_without_a_due_clause_reads_as_none() -> None:
    assert read("The webinar is on Dec 10 at 2pm.") == NO_DUE


def test_the_house_may_have_its_own_due_time_and_holidays() -> None:
    early = read_due("due Friday", MONDAY, PACIFIC, due_time=time(12, 30))
    assert wall(early) == "2026-12-04 12:30"
    closed = frozenset({date(2026, 12, 1), date(2026, 12, 2)})
    counted = read_due("within 2 business days", MONDAY, PACIFIC, holidays=closed)
    assert wall(counted) == "2026-12-04 17:00"


@pytest.mark.parametrize(
    ("locale", "at"),
    [("en-US", "2027-03-04 17:00"), ("en-GB", "2027-04-03 17:00"), ("de-DE", "2027-04-03 17:00")],
)
def test_the_locale_decides_which_number_is_the_month(locale: str, at: str) -> None:
    assert wall(read_due("due 3/4", MONDAY, PACIFIC, locale)) == at


@pytest.mark.parametrize(
    ("text", "at"),
    [
        pytest.param("Due 2:30 AM 8 Mar 2026 Eastern", "2026-03-08 03:30", id="a time that does not exist"),
        pytest.param("Due 1:30 AM 1 Nov 2026 Eastern", "2026-11-01 01:30", id="a time that comes twice"),
    ],
)
def test_clock_changes(text: str, at: str) -> None:
    reading = read_due(text, datetime(2026, 3, 1, tzinfo=UTC), PACIFIC)
    assert wall(reading, "America/New_York") == at


def test_a_naive_moment_and_an_unknown_zone_are_read_as_utc() -> None:
    reading = read_due("in 2 hours, please", MONDAY.astimezone(UTC).replace(tzinfo=None), "Mars/Olympus")
    assert reading.at == MONDAY.astimezone(UTC) + timedelta(hours=2)


@pytest.mark.parametrize(
    ("phrase", "at"),
    [
        ("Thu 3pm", "2026-12-03 15:00"),
        ("tomorrow noon", "2026-12-01 12:00"),
        ("2026-12-04", "2026-12-04 17:00"),
        ("next Wednesday", "2026-12-09 17:00"),
        ("by Thu 3pm", "2026-12-03 15:00"),
        ("before Friday", "2026-12-04 09:00"),
        ("3 days", "2026-12-03 17:00"),
        ("Dec 15, because of the fair", "2026-12-15 17:00"),
        ("bis Freitag 12 Uhr", "2026-12-04 12:00"),
        ("viernes", "2026-12-04 17:00"),
        ("Fri 5pm Manila time", "2026-12-04 01:00"),
        ("1700", "2026-11-30 17:00"),
    ],
)
def test_an_argument_needs_no_clause_word(phrase: str, at: str) -> None:
    assert wall(read_due_phrase(phrase, MONDAY, PACIFIC)) == at


@pytest.mark.parametrize(
    ("phrase", "sure"),
    [
        ("", Sure.NONE),
        ("none", Sure.OPEN),
        ("no rush", Sure.OPEN),
        ("ASAP", Sure.OPEN),
        ("when Bob is back", Sure.ASK),
        ("every Friday", Sure.ASK),
        ("yesterday", Sure.ASK),
        ("31/31", Sure.ASK),
    ],
)
def test_an_argument_that_is_no_date(phrase: str, sure: Sure) -> None:
    assert read_due_phrase(phrase, MONDAY, PACIFIC).sure is sure


@pytest.mark.parametrize("name", ["Jan", "April", "May", "June."])
def test_a_month_that_signs_a_mail_is_a_name(name: str) -> None:
    assert read(f"Please send the menu cards by Wednesday 5pm.\n\n{name}").phrase == "by Wednesday 5pm"
    assert read(f"Please send the menu cards.\n\n{name}").sure is Sure.NONE


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Bitte bis Di", "2026-12-01"),
        ("Bitte schick mir das bis Do.", "2026-12-03"),
        ("bis Mi 17 Uhr", "2026-12-02"),
        ("bis spätestens Fr. 12 Uhr", "2026-12-04"),
        ("até sex", "2026-12-04"),
        ("Envie até qui às 10h", "2026-12-03"),
        ("Necesito esto para el jue a las 12", "2026-12-03"),
        ("Merci de l'envoyer avant ven. 12h", "2026-12-04"),
    ],
)
def test_short_weekdays_are_read_behind_a_word_that_leads_to_them(text: str, day: str) -> None:
    assert wall(read(text))[:10] == day


@pytest.mark.parametrize(
    "text", ["Please do it", "bis so weit alles gut ist", "hasta el mar", "Mi casa", "Send it to Mo"]
)
def test_short_words_elsewhere_are_words(text: str) -> None:
    assert read(text).sure is Sure.NONE
