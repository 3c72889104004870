"""The section `people`: who takes part, where they are and when they work."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, time, timedelta

from settings.addresses import address
from settings.days_off import days_off
from settings.faults import Fault
from settings.readers import choice, clock, days, flag, number, scalar, several, text, working_time
from settings.sections import Where, key, keyed, section
from settings.zones import zone

WEEKDAYS = frozenset({0, 1, 2, 3, 4})

person_key = scalar(
    lambda word: word if re.fullmatch(r"[a-z][a-z0-9]{0,19}", word) else None,
    "up to 20 small letters and digits, a letter first",
    "For example joy: it stands in addresses such as tasks+joy@example.com.",
)
locale = scalar(
    lambda word: word if re.fullmatch(r"[a-z]{2,3}(-[A-Z]{2})?", word) else None,
    "a language and country",
    "For example en-US (month first) or en-GB (day first).",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenHours:
    """Working hours in the person's own zone."""

    days: frozenset[int] = key(days, WEEKDAYS)
    opens: time = key(clock, time(9, 0), name="from")
    closes: time = key(clock, time(17, 0), name="to")


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenLadder:
    """A person's own distances; None is the house's."""

    before_days: int | None = key(number(0, 30), None)
    before: timedelta | None = key(working_time, None)
    late: timedelta | None = key(working_time, None)
    escalate: timedelta | None = key(working_time, None)
    probe: bool | None = key(flag, None)


def check_hours(part: WrittenHours, where: Where) -> Iterator[Fault]:
    """A day of work has a length, or reminders would wait for ever."""
    if part.opens >= part.closes:
        sentence = f"{where.name} end at {part.closes:%H:%M}, which is not after {part.opens:%H:%M}."
        yield where.fault(
            "to", sentence, "Hours that pass midnight are not known yet: write the longer part."
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenPerson:
    """One person as the file has them; zone and locale None are the defaults'."""

    name: str = key(text, hint="The name that letters use, for example Joy Santos.")
    roles: tuple[str, ...] = key(
        several(choice("owner", "contractor")), hint="For example [owner], or [owner, contractor] for both."
    )
    addresses: tuple[str, ...] = key(
        several(address), hint="A list; letters go to the first, mail is known from all."
    )
    zone: str | None = key(zone, None)
    locale: str | None = key(locale, None)
    hours: WrittenHours = key(section(WrittenHours, check_hours), WrittenHours())
    holidays: tuple[date, ...] = key(days_off, ())
    reminders: WrittenLadder = key(section(WrittenLadder), WrittenLadder())
    summary: str | None = key(choice("weekly", "daily", "none"), None)


def check_person(part: WrittenPerson, where: Where) -> Iterator[Fault]:
    """Letters need a name and an address, tasks a role."""
    for word, held in (("name", part.name), ("roles", part.roles), ("addresses", part.addresses)):
        if not held:
            yield where.fault(word, f"{where.name}.{word} is empty.", "Every person has at least one.")


people = keyed(section(WrittenPerson, check_person), person_key)


def check_people(folk: Mapping[str, WrittenPerson], house: str, where: Where) -> Iterator[Fault]:
    """Somebody hands work out, and an address says who writes. `house` is our own."""
    if not any("owner" in person.roles for person in folk.values()):
        sentence = "people has no owner, so nobody could hand out work."
        yield where.fault("people", sentence, "Give one person  roles: [owner].")
    seen: dict[str, str] = {}
    if "check" in folk:
        sentence = "people.check: mail to the tag `check` is a probe, and would never reach this person."
        yield where.fault("people.check", sentence, "Choose another key for them.")
    for word, person in folk.items():
        for each in dict.fromkeys(person.addresses):
            at = f"people.{word}.addresses"
            if each == house:
                yield where.fault(
                    at, f"{at} has {each}, which is the house's own address.", "Take it out there."
                )
            elif each in seen:
                sentence = f"{at} has {each}, which belongs to people.{seen[each]} already."
                yield where.fault(at, sentence, "One address is one person: keep it at one of the two.")
            seen.setdefault(each, word)
