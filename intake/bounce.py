"""What a bounce says: which recipient, which letter of ours, for good or for now.

Half of all bounces are not in the standard form (RFC 3464), so the fields are
read where they stand, and the text where they do not.
"""

import re
from email.message import Message
from itertools import islice

from intake.body import Body
from intake.bounce_reasons import reason_of
from intake.decode import ascii_of, octets_of, one_line, text_of
from intake.mail import Report
from intake.tree import all_parts, children_of, octets_in, type_of

_READ = 16_000  # characters of text searched
# Controls, marks of direction and of no width: nobody sees them, and no address or id holds them.
_UNSEEN = r"\x00-\x1f\x7f-\x9f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff"
_PLAIN = rf"[^\s<>\"'(),;:@\[\]\\{_UNSEEN}]"
_ADDRESS = re.compile(rf"{_PLAIN}{{1,64}}@{_PLAIN}{{1,255}}")
_STATUS = re.compile(r"(?<![\d.])([245]\.\d{1,3}\.\d{1,3})(?![\d.])")
_REPLY_CODE = re.compile(r"(?<![\d.])([45]\d\d)[ -](?=\S)")
_ID = re.compile(rf"<[^<>\s{_UNSEEN}]{{1,500}}>")
# Not behind a quote mark: there a person quotes, and quotes prove nothing.
_IDS = re.compile(rf"(?im)^[ \t]*message-id[ \t]*:\s{{0,4}}({_ID.pattern})")
_IDS_CAP = 20
_FINAL = frozenset({"failed", "failure", "expired"})


def status_of(message: Message) -> str:
    """Return the machine-readable fields of a delivery report as lines, "" if there is none."""
    return "\n".join(f"{name}: {value}" for group in _groups(message) for name, value in group)


def _groups(message: Message) -> list[list[tuple[str, str]]]:
    """Return the field groups of the message/delivery-status parts, first the one on the mail itself."""
    groups: list[list[tuple[str, str]]] = []
    for part in all_parts(message):
        if type_of(part) in ("message/delivery-status", "message/global-delivery-status"):
            groups += [_fields(group) for group in children_of(part)]
    return groups


def _fields(group: Message) -> list[tuple[str, str]]:
    return [(name.lower(), one_line(text_of(octets_of(value)))) for name, value in group.raw_items()]


def read_report(message: Message, body: Body) -> Report:
    """Return what a bounce or a delay says. `body` is its readable text. Never raises on mail."""
    fields = [field for group in _groups(message) for field in group]
    text = body.text[:_READ] or _any_text(message)
    diagnostic = " ".join(value for name, value in fields if name == "diagnostic-code")
    status = _first_status(fields, diagnostic, text)
    return Report(
        recipient=_recipient(message, fields, text),
        status=status,
        reason=reason_of(status, f"{diagnostic}\n{text}"),
        original_ids=_original_ids(message, text),
        final=any(name == "action" and value.lower() in _FINAL for name, value in fields),
    )


def refusal(detail: str) -> tuple[str, str]:
    """Return (reason, status) of an SMTP server's answer to us: "550 5.1.1 User unknown"."""
    status = _first_status([], detail, "")
    return reason_of(status, detail), status


def _first_status(fields: list[tuple[str, str]], diagnostic: str, text: str) -> str:
    declared = [value for name, value in fields if name == "status"]
    for source in (*declared, diagnostic, text):
        found = _STATUS.search(source)
        if found and not found.group(1).endswith(".0.0"):
            return found.group(1)
    vague = _STATUS.search(" ".join(declared))
    code = _REPLY_CODE.search(f"{diagnostic}\n{text}")
    return vague.group(1) if vague else f"{code.group(1)[0]}.0.0" if code else ""


def _recipient(message: Message, fields: list[tuple[str, str]], text: str) -> str:
    named = [value for name, value in fields if name in ("original-recipient", "final-recipient")]
    failed = [
        octets_of(value).decode("utf-8", "replace") for value in message.get_all("x-failed-recipients") or []
    ]
    for source in (*named, *failed, text):
        found = _ADDRESS.search(source)
        if found:
            return found.group(0).strip(".").lower()
    return ""


def _original_ids(message: Message, text: str) -> tuple[str, ...]:
    """Return the Message-IDs of the mail that came back, wherever the server put them."""
    own = ascii_of(message, "message-id")
    found: list[str] = []
    for name in ("in-reply-to", "references"):
        found += _ID.findall(ascii_of(message, name))
    for part in islice(all_parts(message), 1, None):
        found += _ID.findall(octets_of(part.get("message-id", "")).decode("utf-8", "replace"))
        if type_of(part) in ("text/rfc822-headers", "message/rfc822", "text/plain"):
            found += _IDS.findall(octets_in(part)[:_READ].decode("utf-8", "replace"))
    found += _IDS.findall(text)
    return tuple(each for each in dict.fromkeys(found) if each != own)[:_IDS_CAP]


def _any_text(message: Message) -> str:
    texts = (octets_in(part)[:_READ] for part in all_parts(message) if type_of(part).startswith("text/"))
    return "\n".join(text_of(octets) for octets in texts)[:_READ]
