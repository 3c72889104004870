"""Raw bytes to an inbound mail.

Whoever holds the value made here never looks at the bytes again. It says what
stands in the mail and judges nothing: who may do what is asked later. No mail
makes it raise; what could not be read is a sentence in `trouble`.
"""

import email
import logging
from datetime import datetime
from email.errors import MessageError
from email.message import Message

from mailparser.exceptions import MailParserError
from mailparser.utils import get_addresses

from intake.attached import attached_forward
from intake.body import read_body
from intake.bounce import read_report
from intake.decode import fields_of
from intake.guard import check_raw
from intake.kind import kind_of
from intake.mail import InboundMail, MailKind, Report
from intake.parse_addresses import plain_address
from intake.parse_head import parse_head, read_head
from language.reply import new_words

# What mail-parser was seen to raise on real mails, beside its own errors.
_RAISED = (
    MailParserError,
    MessageError,
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
    words = new_words(body.text, head["subject"])
    words = attached_forward(message, words) if kind.kind is MailKind.HUMAN else words
    return InboundMail(
        **head,
        text=body.text,
        html=body.html,
        body_from=body.chosen,
        words=words,
        parts=body.parts,
        kind=kind.kind,
        kind_why=kind.why,
        away_until=kind.away_until,
        report=read_report(message, body) if kind.kind in _REPORTS else Report(),
        reaction=kind.reaction,
    )


def _parsed(raw: bytes) -> tuple[Message | None, list[str] | None]:
    """Parse with the standard library, and let mail-parser read the sender, too."""
    try:
        message = email.message_from_bytes(raw)
    except _RAISED:
        return None, None
    return message, _second_reading(message)


def _second_reading(message: Message) -> list[str] | None:
    """Ask mail-parser's reader of addresses for the first From; what else it reads of a mail
    would cost as much as all our readers."""
    fields = fields_of(message, "from")
    line = fields[0].replace(b"\r", b" ").replace(b"\n", b" ") if fields else b""
    if plain := plain_address(line):
        return [plain]
    raw = line.decode("ascii") if line.isascii() else email.message_from_bytes(b"From: " + line).get("From")
    try:
        return _bare(get_addresses(raw, decode_names=True))
    except _RAISED:
        return None


def _bare(pairs: list[tuple[str, str]]) -> list[str]:
    return [address.lower() for _, address in pairs if address]
