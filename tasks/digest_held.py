"""Held mail in a digest: a few mails one by one, many of one sender as one line."""

import re
from collections.abc import Sequence

from tasks.digest_model import Line
from tasks.intents import Held

OVERTAKEN = "later a better proven mail"  # in the reason of a mail whose question gave way
ONE_BY_ONE = 3  # mails of one sender that have a line each
LINES = 20  # of the whole section
# What may stand in a command line that somebody copies: no shell reads anything into it.
PLAIN = re.compile(r"[A-Za-z0-9][A-Za-z0-9._+-]{0,63}@[A-Za-z0-9.-]{1,255}")

NOT_CONFIRMED = "in your name, and not confirmed in time"


def held_lines(rows: Sequence[Held]) -> list[Line]:
    """The section's lines, in the order in which the mails came."""
    senders: dict[str, list[Held]] = {}
    for held in rows:
        senders.setdefault(held.address, []).append(held)
    found: list[Line] = []
    told = 0
    for theirs in senders.values():
        lines = [_one(h) for h in theirs] if len(theirs) <= ONE_BY_ONE else [_many(theirs)]
        if len(found) + len(lines) > LINES:
            break
        found += lines
        told += 1
    left = list(senders.values())[told:]
    return [*found, _rest(left)] if left else found


def _one(held: Held) -> Line:
    why = NOT_CONFIRMED if held.code_until and OVERTAKEN not in held.reason else held.reason
    return Line(f"H-{held.number}", held.subject, held.name or held.address, why, held=held.number)


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
