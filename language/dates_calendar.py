"""Which date a day is: one small rule for each kind of day.

A rule gets the day and the scene (when and where it was written) and gives a
`Settled`: the date, a second possible one, or the question to ask. Weeks run
from Monday to Sunday (ISO 8601).
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time

from language.dates_days import Day
from language.zones import zone_of


@dataclass(frozen=True, slots=True)
class Scene:
    """When (aware UTC) and where a text was written, and the house's habits."""

    now: datetime
    zone: str
    locale: str
    due_time: time
    holidays: frozenset[date]

    @property
    def today(self) -> date:
        return self.now.astimezone(zone_of(self.zone)).date()

    def at(self, day: date, minutes: int, zone: str) -> datetime:
        """Return wall time `minutes` after midnight of `day` in `zone`, as aware UTC.

        A wall time that does not exist is read as the later one; of two, the first.
        """
        hour, minute = divmod(minutes, 60)
        wall = datetime(day.year, day.month, day.day, hour, minute, tzinfo=zone_of(zone))
        return wall.astimezone(UTC)


@dataclass(frozen=True, slots=True)
class Settled:
    """`on` is the date found, `other` a second reading, `rule` what decided;
    with `ask` set there is no date, and `ask` says why. `whole` marks a period,
    whose end "before" does not move; `today_too`: the plain weekday of writing."""

    on: date | None = None
    other: date | None = None
    rule: str = ""
    ask: str = ""
    whole: bool = False
    today_too: bool = False


DayRule = Callable[[Day, Scene], Settled]
RULES: dict[str, DayRule] = {}  # filled by `dates_single` and `dates_periods`


def settle(day: Day, scene: Scene) -> Settled:
    """Return the date of `day`; never raises on a date that does not exist."""
    rule = RULES.get(day.kind)
    if rule is None:
        return Settled(ask="it names no day", rule=day.kind)
    try:
        found = rule(day, scene)
        return _checked(found, day, scene)
    except (ValueError, OverflowError):
        return Settled(ask="there is no such date", rule="impossible-date")


def _checked(found: Settled, day: Day, scene: Scene) -> Settled:
    """Hold the date against the weekday and the second name given with it."""
    if found.on is None:
        return found
    if day.weekday >= 0 and found.on.weekday() != day.weekday:
        if found.other is not None and found.other.weekday() == day.weekday:
            return replace(found, on=found.other, other=None, rule="weekday-decides")
        name = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
        said, real = name[day.weekday], name[found.on.weekday()]
        return Settled(
            ask=f"{found.on.day} {found.on:%B %Y} is a {real}, not a {said}", rule="weekday-mismatch"
        )
    if day.also is not None:
        also = settle(day.also, scene)
        near = 0 if day.also.kind in ("offset", "weekday", "weekday-of") else 7
        dates = [d for d in (also.on, also.other) if d is not None]
        if not any(abs((found.on - d).days) <= near for d in dates):
            return Settled(ask="the two dates in it do not agree", rule="dates-disagree")
        return replace(found, other=None)
    return replace(found, other=None) if day.weekday >= 0 else found


def base_of(day: Day, scene: Scene) -> Settled:
    return settle(day.anchor, scene) if day.anchor is not None else Settled(scene.today)


def works(on: date, scene: Scene) -> bool:
    """Tell whether `on` is a business day: Monday to Friday and no holiday."""
    return on.weekday() < 5 and on not in scene.holidays
