"""Digests in eight zones at each hour of the day, over both changes of the
clocks: each once a working day, at the right time on the wall."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from email.utils import parsedate_to_datetime
from itertools import pairwise
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from shell.clockwork import next_moment
from tasks.digest import digests_before, next_digest
from tasks.people import Hours, House, Person, Rules
from tests.shell.office import Office
from tests.simulation.almanac import Almanac
from tests.simulation.cast import ACTORS, CHIEF, CONTRACTORS, OWNERS, ZONES, config

DAILY = frozenset(range(7))
MINUTE = timedelta(minutes=1)
DAY = timedelta(days=1)
WINDOW = 4 * DAY
# The nights of 2026 on which clocks change; the two zones without any have the first one's.
CHANGES = {
    "America/Los_Angeles": (date(2026, 3, 8), date(2026, 11, 1)),
    "America/New_York": (date(2026, 3, 8), date(2026, 11, 1)),
    "Europe/London": (date(2026, 3, 29), date(2026, 10, 25)),
    "Europe/Berlin": (date(2026, 3, 29), date(2026, 10, 25)),
    "Asia/Kolkata": (date(2026, 3, 29), date(2026, 10, 25)),
    "Asia/Manila": (date(2026, 3, 29), date(2026, 10, 25)),
    "Australia/Sydney": (date(2026, 4, 5), date(2026, 10, 4)),
    "Pacific/Auckland": (date(2026, 4, 5), date(2026, 9, 27)),
}
HALVES = ("Australia/Lord_Howe", (date(2026, 4, 5), date(2026, 10, 4)))  # changes by half an hour


def _owner(zone: str, days: frozenset[int] = DAILY) -> Person:
    return Person("o", "Olga", frozenset({"owner"}), ("o@example.com",), zone, hours=Hours(days))


@pytest.mark.parametrize("zone", [*ZONES, HALVES[0]])
@pytest.mark.parametrize("minute", [0, 30])
def test_moment_of_each_hour_over_both_changes(zone: str, minute: int) -> None:
    """Against a table made in another way (tests/simulation/almanac.py)."""
    owner = _owner(zone)
    for change in CHANGES.get(zone, HALVES[1]):
        almanac = Almanac(zone, change - 4 * DAY, change + 5 * DAY, weekdays=DAILY)
        for hour in range(24):
            house = House({"o": owner}, Rules(digest_at=time(hour, minute)))
            for (day, at), (_, following) in pairwise(almanac.digests(time(hour, minute))):
                assert next(digests_before(owner, house, at)) == (f"digest:o:{day}", at)
                assert next(digests_before(owner, house, following - MINUTE))[1] == at
                assert next_digest(owner, house, at) == following
                there = at.astimezone(ZoneInfo(zone)).replace(tzinfo=None)
                late = there - datetime.combine(day, time(hour, minute))
                assert late in (
                    timedelta(),
                    timedelta(hours=1),
                    timedelta(minutes=30),
                )  # in the gap: the later one


def _groups() -> dict[date, list[str]]:
    """Which zones change on which day."""
    found: dict[date, list[str]] = {}
    for zone, changes in CHANGES.items():
        for change in changes:
            found.setdefault(change, []).append(zone)
    return found


def _written(folder: Path, hour: int, change: date, zones: list[str]) -> dict[str, list[datetime]]:
    """Each owner's digests in the days around a change of the clocks, written by
    the whole office. A task that nobody has gives each something to say."""
    owners = [replace(o, days="Mon-Sun") for o in OWNERS if o.zone in zones]
    house = (*owners, ACTORS[CHIEF], *CONTRACTORS[:2])
    office = Office(folder, config(time(hour), house), _start(change), one_process=True)
    for owner in owners:
        office.mail(f"{owner.key} <{owner.address}>", subject="Door", body="Please paint the door.")
    office.letters()  # with a digest of the hour before, where there was one
    letters = []
    while office.now < _start(change) + WINDOW:
        office.now = next_moment(office.shop)
        letters += office.letters()
    office.close()
    found: dict[str, list[datetime]] = {owner.zone: [] for owner in owners}
    for letter in letters:
        if letter.kind == "digest":
            zone = next(o.zone for o in owners if o.address == letter.to)
            found[zone].append(parsedate_to_datetime(letter["Date"]))
    return found


def _start(change: date) -> datetime:
    return datetime.combine(change - 2 * DAY, time(0, 20), UTC)


def each_once(folder: Path, hour: int) -> None:
    """In eight zones, over both changes; the sweep asks for each hour."""
    for change, zones in _groups().items():
        here = folder / str(change)
        here.mkdir()
        written = _written(here, hour, change, zones)
        for zone in zones:
            almanac = Almanac(zone, change - 9 * DAY, change + 9 * DAY, weekdays=DAILY)
            moments = [at for _, at in almanac.digests(time(hour)) if at > _start(change)]
            assert written[zone] == moments[: len(written[zone])], (zone, hour, change)
            assert len(written[zone]) >= 4


@pytest.mark.parametrize("hour", [0, 2, 7])
def test_whole_office_over_both_changes(lively: Path, hour: int) -> None:
    each_once(lively, hour)
