"""The seam by which accuracy on mails is measured: one function, plain values."""

from datetime import UTC, datetime
from typing import Any

from intake.mail import MailKind
from intake.parse import parse

_ARRIVED = datetime(2026, 1, 5, 9, 0, tzinfo=UTC)  # only away dates and broken clocks depend on it
_PEOPLE = (MailKind.HUMAN, MailKind.REACTION, MailKind.LIST, MailKind.CALENDAR)


def read_mail(raw: bytes) -> dict[str, Any]:
    """Return what Handoff reads in a mail: subject, sender, text, reply, attachments, is_bounce,
    is_auto, forwarded, fwd_from, fwd_note. Never raises on mail."""
    mail = parse(raw, _ARRIVED)
    forward = mail.words.forward
    return {
        "subject": mail.subject,
        "sender": mail.from_addresses[0] if mail.from_addresses else "",
        "text": mail.text,
        "reply": mail.words.text,
        "attachments": [part.name for part in mail.parts],
        "is_bounce": mail.kind in (MailKind.BOUNCE, MailKind.DELAY),
        "is_auto": mail.kind not in _PEOPLE,
        "forwarded": forward is not None,
        "fwd_from": forward.sender if forward else "",
        "fwd_note": forward.note if forward else "",
    }
