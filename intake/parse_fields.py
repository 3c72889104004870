"""The header fields that later steps ask for, and the Message-IDs in them."""

import re
from email.message import Message

from intake.decode import fields_of, header_text, octets_of, one_line

_KEPT = frozenset({
    "apparently-to", "authentication-results", "auto-submitted", "bcc", "cc", "content-type", "date",
    "delivered-to", "dkim-signature", "envelope-to", "feedback-id", "from", "importance", "in-reply-to",
    "message-id", "precedence", "priority", "received-spf", "references", "reply-to", "resent-bcc",
    "resent-cc", "resent-to", "return-path", "sender", "subject", "thread-topic", "to",
    "x-auto-response-suppress", "x-autoreply", "x-autoreply-from", "x-autorespond",
    "x-failed-recipients", "x-loop", "x-mail-autoreply", "x-mailer", "x-ms-exchange-generated-message-source",
    "x-ms-exchange-inbox-rules-loop", "x-ms-reactions", "x-original-to", "x-originating-ip",
    "x-priority", "x-vacation",
})  # fmt: skip
_KEPT_BEGINNINGS = ("list-", "x-handoff-", "x-ms-exchange-", "x-ms-reaction")
_RECEIVED_KEPT = 5  # the topmost: our own servers' and the one that handed the mail to them
_ALL_CAP = 200  # fields kept of one mail
_VALUE_CAP = 4096  # characters of one value
_MESSAGE_ID = re.compile(r"<([^<>\s]{1,500})>")
_BARE_ID = re.compile(r"[^<>\s]{1,400}@[^<>\s]{1,200}")


def kept_fields(message: Message) -> tuple[tuple[str, str], ...]:
    """Return (lower case name, one-line value) of the fields that later steps read, topmost first."""
    kept: list[tuple[str, str]] = []
    received = 0
    for name, value in message.raw_items():
        lower = name.lower()
        received += lower == "received"
        if _is_kept(lower) or (lower == "received" and received <= _RECEIVED_KEPT):
            kept.append((lower, one_line(header_text(octets_of(value)[:_VALUE_CAP]))))
        if len(kept) >= _ALL_CAP:
            break
    return tuple(kept)


def _is_kept(name: str) -> bool:
    return name in _KEPT or name.startswith(_KEPT_BEGINNINGS)


def message_ids(message: Message, name: str) -> tuple[str, ...]:
    """Return the Message-IDs in a field, oldest first, each with its angle brackets.

    Some mailers leave the brackets out or write words around the id (RFC 5322,
    section 3.6.4 and its obsolete forms).
    """
    values = " ".join(value.decode("utf-8", "replace") for value in fields_of(message, name))
    values = values[: 4 * _VALUE_CAP]
    found = _MESSAGE_ID.findall(values) or _BARE_ID.findall(values)
    return tuple(dict.fromkeys(f"<{one_line(each)}>" for each in found))
