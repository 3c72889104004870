"""The header of a mail to plain values: ids, people, subject, date.

All of it is read by our own code from the raw fields; mail-parser is the
second reader of From, and asked elsewhere.
"""

import email.parser
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from email.message import Message
from email.utils import getaddresses, parsedate_to_datetime
from typing import TypedDict

from intake.decode import ascii_of, field_of, fields_of, header_text, one_line
from intake.guard import FROM_CAP, HEAD_CAP, SUBJECT_CAP, head_of
from intake.mail import InboundMail
from intake.parse_addresses import plain_address, read_addresses
from intake.parse_fields import kept_fields, message_ids

CLOCK_TRUST = timedelta(days=1)
_HELD_LINES = 200  # header lines read of a mail that is held unparsed


class Head(TypedDict):
    """The fields of InboundMail that the header fills."""

    message_id: str
    in_reply_to: str
    references: tuple[str, ...]
    subject: str
    from_addresses: tuple[str, ...]
    from_name: str
    from_agrees: bool
    reply_to: tuple[str, ...]
    to: tuple[str, ...]
    cc: tuple[str, ...]
    written_at: datetime
    headers: tuple[tuple[str, str], ...]


def read_head(message: Message, second_reading: list[str] | None, arrived_at: datetime) -> Head:
    """Return the header's values. `second_reading` is what another parser found in From, None for
    nothing; `arrived_at` is INTERNALDATE, aware UTC. Never raises on mail."""
    senders = fields_of(message, "from")
    pairs = _pairs(senders)
    return Head(
        message_id=next(iter(message_ids(message, "message-id")), ""),
        in_reply_to=next(iter(message_ids(message, "in-reply-to")), ""),
        references=message_ids(message, "references"),
        subject=subject_of(message),
        from_addresses=_each_once(pairs),
        from_name=pairs[0][0] if pairs else "",
        from_agrees=len(senders) == len(pairs) == 1 and _agrees(senders[0], pairs[0][1], second_reading),
        reply_to=_addresses(message, "reply-to"),
        to=_addresses(message, "to"),
        cc=_addresses(message, "cc"),
        written_at=written_at(ascii_of(message, "date"), arrived_at),
        headers=kept_fields(message),
    )


def parse_head(raw: bytes, arrived_at: datetime, reason: str) -> InboundMail:
    """Read only the header fields that fit the caps, of a mail that must be held with `reason`."""
    return InboundMail(**read_head(_header(raw), None, arrived_at), trouble=reason)


def senders_of(raw: bytes) -> tuple[str, ...]:
    """Return the addresses in From, as `parse_head` reads them; nothing else is read."""
    return _each_once(_pairs(fields_of(_header(raw), "from")))


def _header(raw: bytes) -> Message:
    lines = [line[:FROM_CAP] for line in head_of(raw[: HEAD_CAP + 4]).splitlines()[:_HELD_LINES]]
    return email.parser.BytesHeaderParser().parsebytes(b"\r\n".join(lines) + b"\r\n\r\n")


def _pairs(senders: Sequence[bytes]) -> list[tuple[str, str]]:
    return [pair for value in senders for pair in read_addresses(value[:FROM_CAP])]


def _each_once(pairs: Sequence[tuple[str, str]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(address for _, address in pairs))


def _agrees(value: bytes, address: str, second_reading: list[str] | None) -> bool:
    """Three readers must see one and the same address: ours, mail-parser, the standard library."""
    if second_reading != [address]:
        return False
    if plain_address(value) == address:
        return True
    third = [found.lower() for _, found in getaddresses([value.decode("utf-8", "replace")]) if found]
    return third == [address]


def _addresses(message: Message, name: str) -> tuple[str, ...]:
    found = (address for value in fields_of(message, name) for _, address in read_addresses(value))
    return tuple(dict.fromkeys(found))


def subject_of(message: Message) -> str:
    """Return the first Subject, decoded, as one line."""
    return one_line(header_text(field_of(message, "subject")[:SUBJECT_CAP]))


def written_at(date_header: str, arrived_at: datetime) -> datetime:
    """Return the moment from which "by Wednesday" is counted, as aware UTC.

    `date_header` is the raw Date field (RFC 5322, section 3.3); its zone -0000
    means "UTC, place unknown" and is read as UTC. `arrived_at` is the server's
    INTERNALDATE (aware UTC). A date more than a day away from it, or one that
    cannot be read, comes from a broken clock: then the answer is `arrived_at`.
    Never raises.
    """
    try:
        written = parsedate_to_datetime(date_header)
        if written.tzinfo is None:
            written = written.replace(tzinfo=UTC)
        written = written.astimezone(UTC)
    except (TypeError, ValueError, OverflowError):
        return arrived_at
    return written if abs(written - arrived_at) <= CLOCK_TRUST else arrived_at
