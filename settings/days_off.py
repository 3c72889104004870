"""Days on which somebody does not work, as the file has them.

A date stands for itself, a country or region for its public holidays. Those are
known to the package `holidays`, which is not part of the core: a country changes
its holidays by law, and most houses name a few days by hand.
"""

import re
import warnings
from datetime import date

from settings.faults import Fault
from settings.nodes import Node
from settings.readers import one_date, scalar, several
from settings.sections import Reader, Wrong, shown, wrong

YEARS = range(2024, 2041)  # laws reach no further; a day that is not known is a working day
HINT = "For example 2026-12-24, or US, DE-BY, PH."
_PLACE = re.compile(r"([A-Z]{2})(?:-([A-Z0-9]{1,3}))?")


def _parse(word: str) -> date | re.Match[str] | None:
    return one_date(word) or _PLACE.fullmatch(word)


_date_or_place: Reader[date | re.Match[str]] = scalar(
    _parse, "a date, or a country whose public holidays are days off", HINT
)


class NoCalendar(Exception):
    """The package is not there; the message says what to do."""


def public_holidays(country: str, region: str) -> frozenset[date]:
    """The public holidays of a country (ISO 3166-1 alpha-2) or of a region of it
    ("" for the whole), over `YEARS`. Raises NoCalendar, and LookupError for a
    place that the package does not know."""
    try:
        from holidays import country_holidays
    except ImportError:
        raise NoCalendar("Run  ./run add holidays  once, or write the dates.") from None
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of the last years nothing is known; the docstring says so
            return frozenset(country_holidays(country, subdiv=region or None, years=YEARS))
    except NotImplementedError as unknown:
        raise LookupError(str(unknown)) from None


def _day_or_place(node: Node, name: str) -> tuple[date, ...]:
    found = _date_or_place(node, name)
    if isinstance(found, date):
        return (found,)
    try:
        return tuple(public_holidays(found[1], found[2] or ""))
    except NoCalendar as lacking:
        sentence = f"{name} is {shown(node)}, but the package that knows public holidays is not there."
        raise Wrong(Fault(node.file, node.line, sentence, str(lacking))) from None
    except LookupError:
        raise wrong(node, name, "a country or region that the package `holidays` knows", HINT) from None


_each = several(_day_or_place)


def days_off(node: Node, name: str) -> tuple[date, ...]:
    """Read a list of dates and places; the days off, each once, in order."""
    return tuple(sorted({day for days in _each(node, name) for day in days}))
