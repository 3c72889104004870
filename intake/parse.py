"""Raw bytes to an inbound mail.

Whoever holds the value made here never looks at the bytes again. It says what
stands in the mail and judges nothing: who may do what is asked later. No mail
makes it raise; what could not be read is a sentence in `trouble`.
"""

import email
import logging
from datetime import datetime
from email.message import Message

import mailparser
from mailparser.exceptions import MailParserError

from intake.body import read_body
from intake.bounce import read_report
from intake.guard import check_raw
from intake.kind import kind_of, reaction_in
from intake.mail import InboundMail, MailKind, Report
from intake.parse_head import parse_head, read_head
from language.reply import new_words

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
_REPORTS = (MailKind.BOUNCE, MailKind.DELAY)
logging.getLogger("mailparser").setLevel(logging.CRITICAL)  # it logs words of mails


def parse(raw: bytes, arrived_at: datetime) -> InboundMail:
    """Return what stands in the mail. `arrived_at` is INTERNALDATE, aware UTC. Never raises on mail."""
    reason = check_raw(raw)
    return parse_head(raw, arrived_at, reason) if reason else parse_checked(raw, arrived_at)


def parse_checked(raw: bytes, arrived_at: datetime) -> InboundMail:
    """Like `parse`, for bytes that `guard.check_raw` has let through already."""
    message, second_reading = _parsed(raw)
    if message is None:
        return parse_head(raw, arrived_at, "The mail's parts could not be told apart.")
    head = read_head(message, second_reading, arrived_at)
    body = read_body(message)
    kind = kind_of(message, head["headers"], head["subject"], body, arrived_at)
    return InboundMail(
        **head,
        text=body.text,
        html=body.html,
        words=new_words(body.text, head["subject"]),
        parts=body.parts,
        kind=kind.kind,
        kind_why=kind.why,
        away_until=kind.away_until,
        report=read_report(message, body) if kind.kind in _REPORTS else Report(),
        reaction=reaction_in(message, head["headers"]),
    )


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
