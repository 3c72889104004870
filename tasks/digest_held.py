"""Held mail in a digest: a few mails one by one, many of one sender as one line,
and once a week, in one line, what was shown before and waits still."""

import re
from collections.abc import Sequence
from datetime import datetime

from tasks.digest_model import Line
from tasks.holding import adds_to
from tasks.hours import local
from tasks.intents import Held
from tasks.joining import OVERTAKEN
from tasks.people import House, Person

ONE_BY_ONE = 3  # mails of one sender that have a line each
LINES = 20  # of the whole section
NAMED = 5  # mails that the weekly line names
WHO = 40  # characters of the address each is from; its name is what anybody likes
# What may stand in a command line that somebody copies: no shell reads anything into it.
PLAIN = re.compile(r"[A-Za-z0-9][A-Za-z0-9._+-]{0,63}@[A-Za-z0-9.-]{1,255}")

NOT_CONFIRMED = "in your name, and not confirmed in time"


def held_lines(rows: Sequence[Held], house: House) -> list[Line]:
    """The section's lines about what was not told before, in the order in which it came."""
    senders: dict[str, list[Held]] = {}
    for held in rows:
        senders.setdefault(held.address, []).append(held)
    found: list[Line] = []
    told = 0
    for theirs in senders.values():
        lines = [_one(h, house) for h in theirs] if len(theirs) <= ONE_BY_ONE else [_many(theirs)]
        if len(found) + len(lines) > LINES:
            break
        found += lines
        told += 1
    left = list(senders.values())[told:]
    return [*found, _rest(left)] if left else found


def weekly_lines(rows: Sequence[Held], house: House, owner: Person) -> list[Line]:
    """One line about held mail that its owner was shown already; none for none."""
    if not rows:
        return []
    since = f"held since {_day(rows[0].at, owner)}"
    if len(rows) == 1:
        return [_one(rows[0], house, since)]
    named = ", ".join(f"H-{h.number} ({h.address[:WHO]})" for h in rows[:NAMED])
    more = f" and {len(rows) - NAMED} more" if len(rows) > NAMED else ""
    how = f"Reply  H-{rows[0].number} pass on  or  drop  for each; ./run held lists them"
    return [Line("", f"{len(rows)} mails that I showed you", "", f"{since}: {named}{more}. {how}")]


def _day(at: datetime, owner: Person) -> str:
    there = local(at, owner)
    return f"{there:%a} {there.day} {there:%b}"


def _one(held: Held, house: House, since: str = "") -> Line:
    why = NOT_CONFIRMED if held.code_until and OVERTAKEN not in held.reason else held.reason
    person = adds_to(house, held)
    adds = f". always makes {held.address} {person.name}'s" if person else ""
    text = f"{since}; {why}{adds}" if since else f"{why}{adds}"
    sender = held.name or held.address
    return Line(f"H-{held.number}", held.subject, sender, text, held=held.number, always=person is not None)


def _many(rows: Sequence[Held]) -> Line:
    """Without a tag: a tap would let in one of them."""
    first, last = rows[0], rows[-1]
    whole = f", or all at once: ./run held pass-on {first.address}" if PLAIN.fullmatch(first.address) else ""
    how = f"Reply  H-{first.number} pass on  for one{whole}"
    said = f"held, H-{first.number} to H-{last.number}. {how}. The last one: {last.reason}"
    return Line("", f"{len(rows)} mails", first.address or "nobody that can be read", said)


def _rest(senders: Sequence[Sequence[Held]]) -> Line:
    mails = sum(len(rows) for rows in senders)
    return Line("", f"{mails} more mails from {len(senders)} other senders", "", "./run held lists them")
