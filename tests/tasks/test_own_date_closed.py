"""P15: six attacks on the rule that words on time stay back unless they surely mean another date, and
their neighbours, which go (cases/own_date_attacks.txt)."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from tasks.discreet import leave_out
from tests.tasks.own_date import OWN, THEIRS, hides, told

FILE = Path(__file__).parent / "cases" / "own_date_attacks.txt"
ROUNDS = {
    name: rows.split("\n")
    for name, _, rows in (
        part.strip().partition("\n") for part in FILE.read_text(encoding="utf-8").split("\n=== ")[1:]
    )
}
FRIDAY = ("first", "second", "third", "fourth", "sixth")  # the fifth has other own dates


@pytest.mark.parametrize("text", [text for name in FRIDAY for text in ROUNDS[name]])
def test_it_stays_back(text: str) -> None:
    assert told(text)


@pytest.mark.parametrize("text", ROUNDS["goes"])
def test_it_goes(text: str) -> None:
    assert not told(text)


@pytest.mark.parametrize(
    ("name", "own", "theirs"),
    [
        ("middle of December", timedelta(days=10), timedelta(days=7)),
        ("middle of January", timedelta(days=42), timedelta(days=41)),
        ("same day", timedelta(0), timedelta(days=2, hours=-3)),
    ],
)
def test_another_date_stays_back(name: str, own: timedelta, theirs: timedelta) -> None:
    later = replace(OWN, at=OWN.at + own, phrase=""), replace(THEIRS, at=THEIRS.at + theirs)
    assert [row for row in ROUNDS[name] if not told(row, *later)] == []


@pytest.mark.parametrize(
    "head", ["Date: Fri, 20 Nov 2026 10:00", "Gesendet: Freitag, 20. November 2026", "On 20 Nov, Ann wrote:"]
)
def test_a_distance_in_a_mail_of_another_time_is_not_counted_from_today(head: str) -> None:
    """Two weeks from 20 November are 4 December."""
    said = "The hall opens in 14 days."
    assert leave_out(said, hides()) == (said, ())
    kept, told_of = leave_out(f"{head}\n\n{said}", hides())
    assert said not in kept and said in told_of
