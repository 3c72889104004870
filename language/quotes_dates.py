"""When a quoted or forwarded mail was written, as the lines above it say.

A client's "by Friday" counts from the day the client wrote, not from the day
the owner passed it on. Mail programs write that day in their user's language:
"Sent: Monday, November 30, 2026 9:12 AM", "Gesendet: Montag, 30. November
2026 09:12", "Am 30.11.26 um 09:12 schrieb Jan:".
"""

import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime

from language.folding import fold
from language.zones import zone_of

_READ = 300  # characters of the lines above a quote
_OLDEST = timedelta(days=3 * 366)  # an older mail's "Friday" is nobody's plan any more
_SLACK = timedelta(days=1)  # clocks and zones
# Beginnings of month names as mail programs write them, folded: the first that fits.
_MONTHS = tuple(
    (name, number)
    for number, names in enumerate(
        (
            "januar january janvier enero janeiro gennaio jan jän ene gen sty led янв",
            "februar february fevrier febrero fevereiro febbraio feb fev lut uno фев",
            "marz march mars marzo marco maart mar mrt mrz bre мар",
            "april avril abril aprile apr avr abr kwi dub апр",
            "mai may mayo maio maggio mei maj mag kve мая май",
            "juni june juin junio junho giugno jun giu cze июн",
            "juli july juillet julio julho luglio jul juil lug lip июл",
            "august aout agosto augustus aug aou ago sie srp авг",
            "september septembre septiembre setembro settembre sep set wrz сен",
            "oktober october octobre octubre outubro ottobre oct okt out ott paz окт",
            "november novembre noviembre novembro nov lis ноя",
            "dezember december decembre diciembre dezembro dicembre dec dez dic gru дек",
        ),
        start=1,
    )
    for name in fold(names).split()
)
_MONTH = "|".join(sorted((re.escape(name) for name, _ in _MONTHS), key=len, reverse=True))
_DAY_MONTH = re.compile(
    rf"\b(\d{{1,2}})(?:\.|st|nd|rd|th|er|º)?[\s-]{{1,2}}(?:de )?({_MONTH})[^\W\d]{{0,7}}[.,]?"
    r"[\s-]{1,2}(?:de )?(\d{4}|\d\d\b)"
)
_MONTH_DAY = re.compile(rf"\b({_MONTH})[^\W\d]{{0,7}}\.?\s(\d{{1,2}})(?:st|nd|rd|th)?,?\s(\d{{4}})\b")
_ISO = re.compile(r"\b(\d{4})(?:-|/|\.|年|년 ?)(\d{1,2})(?:-|/|\.|月|월 ?)(\d{1,2})")
_NUMBERS = re.compile(r"\b(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d\d)\b")
_CLOCK = re.compile(r"\b(\d{1,2})[:.h](\d{2})(?::\d{2})?\s?(?:([ap])\.?m)?(?![\d./-])")


def sent_at(above: str, zone: str, passed_on_at: datetime) -> datetime | None:
    """Return when a quoted mail was written, as aware UTC, or None where it is not said.

    `above` is the Date line or the whole introduction; without an offset it is
    read in `zone` (IANA), that of the person who passed it on at
    `passed_on_at`. What lies after that moment, or years before, is not
    believed. Of 3/4 the reading nearest before that moment is taken. Never raises.
    """
    text = above[:_READ]
    found = [at for at in _readings(text, zone) if passed_on_at - _OLDEST < at <= passed_on_at + _SLACK]
    return max(found, default=None)


def _readings(text: str, zone: str) -> Iterator[datetime]:
    exact = _with_offset(text)
    if exact is not None:
        yield exact
        return
    low = fold(text)
    for year, month, day, after in _days(low):
        clock = _CLOCK.search(low, after)
        hour, minute = (int(clock[1]), int(clock[2])) if clock else (12, 0)
        if clock and clock[3]:
            hour = hour % 12 + (12 if clock[3] == "p" else 0)
        try:
            yield datetime(year, month, day, hour, minute, tzinfo=zone_of(zone)).astimezone(UTC)
        except (ValueError, OverflowError):
            continue


def _with_offset(text: str) -> datetime | None:
    """A Date field as machines write it (RFC 5322, section 3.3), with its offset."""
    if not re.search(r"[+-]\d{4}\b|\bGMT\b|\bUTC\b", text):
        return None
    try:
        found = parsedate_to_datetime(text)
        return found.astimezone(UTC) if found.tzinfo else None
    except (TypeError, ValueError, OverflowError, IndexError):
        return None


def _days(low: str) -> Iterator[tuple[int, int, int, int]]:
    """Each way to read a day: year, month, day, and where the text goes on behind it."""
    if hit := _DAY_MONTH.search(low):
        yield _year(hit[3]), _month(hit[2]), int(hit[1]), hit.end()
    elif hit := _MONTH_DAY.search(low):
        yield int(hit[3]), _month(hit[1]), int(hit[2]), hit.end()
    elif hit := _ISO.search(low):
        yield int(hit[1]), int(hit[2]), int(hit[3]), hit.end()
    elif hit := _NUMBERS.search(low):
        one, other, year = int(hit[1]), int(hit[3]), _year(hit[4])
        yield year, other, one, hit.end()
        if hit[2] != ".":  # only slashes and dashes are ever written month first
            yield year, one, other, hit.end()


def _year(digits: str) -> int:
    return int(digits) if len(digits) == 4 else 2000 + int(digits)


def _month(word: str) -> int:
    return next(number for name, number in _MONTHS if name == word)
