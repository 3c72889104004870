"""Raw bytes to an inbound mail.

Whoever holds the value made here never looks at the bytes again. It says what
stands in the mail and judges nothing: who may do what is asked later. No mail
makes it raise; what could not be read is a sentence in `trouble`.
"""

import email
import email.parser
import logging
from datetime import UTC, datetime, timedelta
from email.message import Message
from email.utils import getaddresses, parsedate_to_datetime

import mailparser
from mailparser.exceptions import MailParserError

from intake.body import read_body
from intake.bounce import read_report
from intake.decode import header_text, octets_of, one_line
from intake.guard import FROM_CAP, HEAD_CAP, SUBJECT_CAP, check_raw, head_of
from intake.kind import kind_of, reaction_in
from intake.mail import InboundMail, MailKind
from intake.parse_addresses import read_addresses
from intake.parse_fields import kept_fields, message_ids
from language.reply import new_words

CLOCK_TRUST = timedelta(days=1)
# What mail-parser was seen to raise on real mails, beside its own errors.
_RAISED = (
    MailParserError,
    AttributeError,
    ValueError,
    TypeError,
    LookupError,
    RecursionError,
    AssertionError,
)
logging.getLogger("mailparser").setLevel(logging.CRITICAL)  # it logs words of mails


def parse(raw: bytes, arrived_at: datetime) -> InboundMail:
    """Return what stands in the mail. `arrived_at` is INTERNALDATE, aware UTC. Never raises on mail."""
    reason = check_raw(raw)
    if reason:
        return parse_head(raw, arrived_at, reason)
    message, second_reading = _parsed(raw)
    if message is None:
        return parse_head(raw, arrived_at, "The mail's parts could not be told apart.")
    return _read(message, second_reading, arrived_at)


def _parsed(raw: bytes) -> tuple[Message | None, list[str] | None]:
    """Parse with mail-parser, or without where it raises: then there is no second reading of From."""
    try:
        parsed = mailparser.parse_from_bytes(raw)
        return parsed.message, [address.lower() for _, address in parsed.from_ if address]
    except _RAISED:
        pass
    try:
        return email.message_from_bytes(raw), None
    except (ValueError, TypeError, LookupError, RecursionError, AssertionError):
        return None, None


def parse_head(raw: bytes, arrived_at: datetime, reason: str) -> InboundMail:
    """Read only the header fields that fit the caps, of a mail that must be held with `reason`."""
    head = head_of(raw[: HEAD_CAP + 4])
    lines = [line[:FROM_CAP] for line in head.splitlines()[:200]]
    message = email.parser.BytesHeaderParser().parsebytes(b"\r\n".join(lines) + b"\r\n\r\n")
    fields = _sender_fields(message, None) | _other_fields(message, arrived_at)
    return InboundMail(**fields, trouble=reason)  # type: ignore[arg-type]


def _read(message: Message, second_reading: list[str] | None, arrived_at: datetime) -> InboundMail:
    body = read_body(message)
    fields = _other_fields(message, arrived_at)
    headers = kept_fields(message)
    subject = str(fields["subject"])
    kind = kind_of(message, headers, subject, body, arrived_at)
    words = new_words(body.text, subject)
    return InboundMail(
        **_sender_fields(message, second_reading),  # type: ignore[arg-type]
        **fields,  # type: ignore[arg-type]
        text=body.text,
        html=body.html,
        words=words,
        parts=body.parts,
        kind=kind.kind,
        kind_why=kind.why,
        away_until=kind.away_until,
        report=read_report(message, body) if kind.kind in _REPORTS else InboundMail().report,
        reaction=reaction_in(message, headers),
    )


_REPORTS = (MailKind.BOUNCE, MailKind.DELAY)


def _sender_fields(message: Message, second_reading: list[str] | None) -> dict[str, object]:
    values = message.get_all("from") or []
    pairs = [
        pair
        for value in values
        for pair in read_addresses(octets_of(value)[:FROM_CAP].decode("utf-8", "replace"))
    ]
    addresses = tuple(dict.fromkeys(address for _, address in pairs))
    return {
        "from_addresses": addresses,
        "from_name": pairs[0][0] if pairs else "",
        "from_agrees": len(values) == len(pairs) == 1
        and _agrees(str(values[0]), addresses[0], second_reading),
    }


def _agrees(value: str, address: str, second_reading: list[str] | None) -> bool:
    """Three readers must see one and the same address: ours, mail-parser, the standard library."""
    third = [found.lower() for _, found in getaddresses([value]) if found]
    return second_reading == [address] and third == [address]


def _other_fields(message: Message, arrived_at: datetime) -> dict[str, object]:
    return {
        "message_id": next(iter(message_ids(message, "message-id")), ""),
        "in_reply_to": next(iter(message_ids(message, "in-reply-to")), ""),
        "references": message_ids(message, "references"),
        "subject": subject_of(message),
        "reply_to": _addresses(message, "reply-to"),
        "to": _addresses(message, "to"),
        "cc": _addresses(message, "cc"),
        "written_at": written_at(str(message.get("date", "")), arrived_at),
        "headers": kept_fields(message),
    }


def _addresses(message: Message, name: str) -> tuple[str, ...]:
    values = message.get_all(name) or []
    return tuple(dict.fromkeys(address for value in values for _, address in read_addresses(value)))


def subject_of(message: Message) -> str:
    """Return the first Subject, decoded, as one line."""
    return one_line(header_text(octets_of(message.get("subject", ""))[:SUBJECT_CAP]))


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
