"""When a due moment is: a spoken phrase, resolved at the scene it was written in."""

from dataclasses import replace
from datetime import date, datetime, timedelta

from language import dates_periods as _rules  # noqa: F401  (registers the rules of dates)
from language.dates import Phrase
from language.dates_calendar import Scene, Settled, settle
from language.dates_clock import Clock
from language.meaning import DueReading, Sure
from language.zones import local_zone, offset_zone, zone_of

_DAY_START = 9 * 60  # "before Thursday": as the office opens
_LAST_MINUTE = 24 * 60 - 1


def resolve(phrase: Phrase, before: bool, scene: Scene) -> DueReading:
    """Return what `phrase` means, its `phrase` field still empty.

    `before`: it stood behind "before" and not behind "by". A past date, one
    that does not exist and one that contradicts itself give ASK with a reason
    in `question`. Never raises.
    """
    try:
        found = _resolve(phrase, before, scene)
    except (ValueError, OverflowError):
        return _ask("impossible-date", "there is no such date", scene.zone)
    if phrase.either is None or found.at is None:
        return found
    other = resolve(phrase.either, before, scene)
    if other.at is None or other.at == found.at:
        return found
    late, early = max(found.at, other.at), min(found.at, other.at)
    return replace(found, at=late, other=early, sure=Sure.AMBIGUOUS, rule="the-later-of-two")


def _ask(rule: str, why: str, zone: str) -> DueReading:
    return DueReading(sure=Sure.ASK, zone=zone, rule=rule, question=why)


def _resolve(phrase: Phrase, before: bool, scene: Scene) -> DueReading:
    zone = _zone(phrase, scene)
    if phrase.stamp:
        year, month, day, hour, minute = phrase.stamp
        return _not_past(
            _sure(scene.at(date(year, month, day), hour * 60 + minute, zone), zone, "timestamp"), scene
        )
    if phrase.day is not None and phrase.day.kind == "span":
        return _sure(scene.now + timedelta(minutes=phrase.day.nums[0]), zone, "exact-span")
    if phrase.day is None:
        return _unsure_zone(_bare_time(phrase.clock or Clock(-1), zone, scene, phrase.ranged), phrase)
    settled = _other_day(settle(phrase.day, scene), phrase, zone, scene)
    if settled.on is None:
        return _ask(settled.rule, settled.ask, zone)
    found = _on_day(settled, phrase.clock, zone, before, scene)
    return _unsure_zone(found, phrase)


def _other_day(settled: Settled, phrase: Phrase, zone: str, scene: Scene) -> Settled:
    """ "tomorrow 9am Manila time": the writer's tomorrow, but over there it may be another day."""
    relative = phrase.day is not None and phrase.day.kind == "offset"
    if not relative or zone == scene.zone or settled.on is None:
        return settled
    apart = scene.now.astimezone(zone_of(zone)).date() - scene.today
    return replace(settled, other=settled.on + apart) if apart else settled


def _zone(phrase: Phrase, scene: Scene) -> str:
    if phrase.stamp:
        return offset_zone(phrase.zone.lower()) or scene.zone
    if phrase.zone in ("", "mine", "yours"):
        return scene.zone
    return local_zone(phrase.zone, scene.zone)


def _sure(at: datetime, zone: str, rule: str, other: datetime | None = None) -> DueReading:
    sure = Sure.SURE if other is None or other == at else Sure.AMBIGUOUS
    return DueReading(sure=sure, at=at, zone=zone, rule=rule, other=None if other == at else other)


def _not_past(found: DueReading, scene: Scene) -> DueReading:
    if found.at is not None and found.at < scene.now:
        return _ask("past", "that moment is over", found.zone)
    return found


def _unsure_zone(found: DueReading, phrase: Phrase) -> DueReading:
    """ "5pm your time": whose clock that is, only the assignment knows."""
    if phrase.zone == "yours" and found.at is not None:
        return replace(found, sure=Sure.AMBIGUOUS, rule="the-readers-time")
    return found


def _bare_time(clock: Clock, zone: str, scene: Scene, ranged: bool) -> DueReading:
    """A time without a day is its next occurrence; EOD that has passed is midnight."""
    today = scene.today
    at = scene.at(today, _minutes(clock, scene), zone)
    if at >= scene.now and at - scene.now < timedelta(days=1):
        other = scene.at(today, _minutes(clock, scene) - 60, zone) if ranged else None
        return _sure(at, zone, "time-today", other)
    if clock.named in ("eod", "midnight", "evening", "night"):
        midnight = scene.at(today, _LAST_MINUTE, zone)
        if midnight >= scene.now:
            return _sure(midnight, zone, "end-of-day-passed")
    step = 1 if at < scene.now else -1
    later = scene.at(today + timedelta(days=step), _minutes(clock, scene), zone)
    if zone != scene.zone or clock.named or step < 0:
        return _sure(later, zone, "next-such-time")
    half_day = at + timedelta(hours=12)
    return _sure(later, zone, "next-such-time", half_day if clock.bare and half_day > scene.now else at)


def _minutes(clock: Clock | None, scene: Scene) -> int:
    if clock is None or clock.minutes < 0:
        return scene.due_time.hour * 60 + scene.due_time.minute
    return clock.minutes


def _on_day(settled: Settled, clock: Clock | None, zone: str, before: bool, scene: Scene) -> DueReading:
    if before and settled.rule == "weekend":
        settled = replace(settled, on=settled.other or settled.on, other=None)
    if before and settled.rule == "in-of-week" and settled.other is not None:
        settled = Settled(settled.other, rule="week")  # "before next week": as its Monday opens
    on = settled.on or scene.today
    minutes = _minutes(clock, scene)
    if before and clock is None and not settled.whole:
        minutes = _DAY_START
    at, other = scene.at(on, minutes, zone), None
    if settled.other is not None:
        other = scene.at(settled.other, minutes, zone)
    if at < scene.now:
        return _late(at, other, settled, clock, zone, scene)
    return _sure(at, zone, settled.rule + ("-before" if before and minutes == _DAY_START else ""), other)


def _late(
    at: datetime, other: datetime | None, settled: Settled, clock: Clock | None, zone: str, scene: Scene
) -> DueReading:
    """The reading is over: the weekday of today means in a week, today means tonight."""
    if settled.today_too and other is not None:
        today = scene.at(scene.today, _LAST_MINUTE, zone) if clock is None else at
        return _sure(other, zone, "weekday-in-a-week", today)
    if settled.rule == "end-of-week" and at.weekday() < 5:
        tonight = scene.at(scene.today, _LAST_MINUTE, zone)
        return _sure(at + timedelta(days=7), zone, "end-of-next-week", tonight)
    flexible = clock is None or clock.named in ("eod", "evening")
    if settled.on == scene.today and flexible:
        return _sure(scene.at(scene.today, _LAST_MINUTE, zone), zone, "end-of-day-passed")
    if other is not None and other >= scene.now:
        return _sure(other, zone, settled.rule)
    return _ask("past", "that moment is over", zone)
