"""Time zones by their IANA names, and help for those who wrote another one."""

from difflib import get_close_matches
from functools import cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError, available_timezones

from settings.nodes import Node
from settings.readers import text
from settings.sections import wrong

# Names that people say, which no list of zones is near to.
SPOKEN = {
    "pacific": "America/Los_Angeles",
    "pst": "America/Los_Angeles",
    "pt": "America/Los_Angeles",
    "mountain": "America/Denver",
    "mst": "America/Denver",
    "central": "America/Chicago",
    "cst": "America/Chicago",
    "eastern": "America/New_York",
    "est": "America/New_York",
    "et": "America/New_York",
    "cet": "Europe/Berlin",
    "bst": "Europe/London",
    "ist": "Asia/Kolkata",
    "pht": "Asia/Manila",
}


@cache
def _by_city() -> dict[str, str]:
    """Zone names by their last part in small letters: manila -> Asia/Manila."""
    return {name.rpartition("/")[2].lower(): name for name in sorted(available_timezones())}


def nearest(written: str) -> tuple[str, ...]:
    """Up to three zone names that may have been meant, likeliest first."""
    word = written.lower().replace(" ", "_")
    if said := SPOKEN.get(word.removesuffix("_time")):
        return (said,)
    cities = _by_city()
    near = [cities[city] for city in get_close_matches(word.rpartition("/")[2], cities, n=3, cutoff=0.6)]
    return tuple(dict.fromkeys(near + get_close_matches(written, available_timezones(), n=3)))[:3]


def zone(node: Node, name: str) -> str:
    """A reader of an IANA zone name, in its very spelling. Abbreviations such
    as EST are refused: they name no place, and half of them no daylight saving."""
    written = text(node, name)
    if ("/" in written or written == "UTC") and _exists(written):
        return written
    near = nearest(written)
    fix = (
        f"Did you mean {' or '.join(near)}?" if near else "For example Europe/Berlin or America/Los_Angeles."
    )
    raise wrong(node, name, "a time zone by its place", fix)


def _exists(name: str) -> bool:
    try:
        return ZoneInfo(name).key in available_timezones()
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return False
