"""Zones as people name them, and moments in words."""

from datetime import UTC, datetime

import pytest

from language.zones import in_words, local_zone, offset_zone, usual_locale, zone_name

DECEMBER = datetime(2026, 12, 3, 1, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("zone", "locale", "words"),
    [
        ("America/Los_Angeles", "en-US", "Wed 2 Dec 2026, 17:00 Pacific"),
        ("America/New_York", "en-US", "Wed 2 Dec 2026, 20:00 Eastern"),
        ("Asia/Manila", "en-PH", "Thu 3 Dec 2026, 09:00 Manila"),
        ("Europe/London", "en-GB", "Thu 3 Dec 2026, 01:00 UK"),
        ("Europe/Berlin", "de-DE", "Do 3 Dez 2026, 02:00 Berlin"),
        ("America/Argentina/Buenos_Aires", "es-AR", "mié 2 dic 2026, 22:00 Buenos Aires"),
        ("Etc/GMT-8", "en-US", "Thu 3 Dec 2026, 09:00 UTC+8"),
        ("UTC", "en-US", "Thu 3 Dec 2026, 01:00 UTC"),
        ("Mars/Olympus", "xx", "Thu 3 Dec 2026, 01:00 Olympus"),
    ],
)
def test_a_moment_in_the_words_of_its_reader(zone: str, locale: str, words: str) -> None:
    assert in_words(DECEMBER, zone, locale) == words


def test_a_zone_without_a_city_is_named_by_its_offset() -> None:
    assert zone_name("Etc/GMT+5", DECEMBER) == "UTC-5"
    assert zone_name("Asia/Ho_Chi_Minh", DECEMBER) == "Ho Chi Minh"


@pytest.mark.parametrize(
    ("named", "sender", "zone"),
    [
        ("Asia/Kolkata", "America/New_York", "Asia/Kolkata"),
        ("Asia/Kolkata", "Asia/Jerusalem", "Asia/Jerusalem"),
        ("GMT", "Europe/London", "Europe/London"),
        ("GMT", "Asia/Manila", "UTC"),
        ("UTC+08:00", "Europe/Paris", "Etc/GMT-8"),
        ("UTC+05:30", "Europe/Paris", "Asia/Kolkata"),
    ],
)
def test_a_zone_word_is_heard_where_its_writer_lives(named: str, sender: str, zone: str) -> None:
    assert local_zone(named, sender) == zone


@pytest.mark.parametrize(("offset", "zone"), [("z", "UTC"), ("-0500", "Etc/GMT+5"), ("+23:00", ""), ("", "")])
def test_an_offset_is_a_zone_where_one_has_it_all_year(offset: str, zone: str) -> None:
    assert offset_zone(offset) == zone


def test_only_some_people_write_the_month_first() -> None:
    assert usual_locale("America/Chicago") == "en-US"
    assert usual_locale("America/Sao_Paulo") == usual_locale("Europe/Paris") == "en-GB"
