"""The caps on a raw mail, before any parser sees it.

Parsers of mail are slow on purpose-built input: 20 000 quotes in a From line
cost the standard library twenty seconds. A cheap linear look at the bytes
refuses such mail first; whoever calls us keeps the bytes and holds the mail.
"""

import re
from heapq import merge

RAW_CAP = 20 * 1024 * 1024  # octets of a whole mail
HEAD_CAP = 100 * 1024  # octets of the header block
FIELD_CAP = 16 * 1024  # octets of one header field, folded lines included
FROM_CAP = 1024  # octets of a From field
QUOTES_CAP = 500  # quotation marks and brackets in one address field: readers go back over them
DEPTH_CAP = 20  # multiparts inside multiparts
PARTS_CAP = 200
TEXT_CAP = 64 * 1024  # characters of text that we read
LINES_CAP = 2000  # lines of text that we read
SUBJECT_CAP = 998  # octets of a Subject that we read (RFC 5322, section 2.1.1)
FILES_CAP = 20  # attachments that we take

_ADDRESS_FIELDS = (b"from", b"sender", b"reply-to", b"to", b"cc", b"bcc", b"delivered-to", b"return-path")
_HEAD_END = re.compile(rb"\r?\n\r?\n")
_FIELD = re.compile(rb"(?m)^([A-Za-z0-9_.-]{1,80})[ \t]*:[^\n]*(?:\n[ \t][^\n]*)*")
# Over lower-cased bytes, each beginning with fixed ones, which the standard library finds fast.
_PART_FIELD = re.compile(rb"\ncontent-[a-z-]{1,40}:[^\n]*(?:\n[ \t][^\n]*)*")
_BOUNDARY = re.compile(
    rb"boundary[ \t]*=[ \t]*(?:\"(?P<quoted>[^\"\r\n]{1,200})\"|(?P<bare>[^\s;\"]{1,200}))"
)
_DELIMITER = re.compile(rb"\n--(?P<line>[^\r\n]{1,200})")


def head_of(raw: bytes) -> bytes:
    """Return the header block, without the empty line that ends it."""
    if raw.startswith((b"\n", b"\r\n")):
        return b""
    end = _HEAD_END.search(raw, 0, HEAD_CAP + 4)
    if end:
        return raw[: end.start()]
    return raw


def check_raw(raw: bytes) -> str | None:
    """Return why these bytes must not be parsed, as a sentence, or None.

    Linear in the length of `raw`. Never raises.
    """
    if len(raw) > RAW_CAP:
        return f"The mail is {len(raw) // (1024 * 1024)} MB; Handoff reads mails up to 20 MB."
    return _check_head(head_of(raw)) or _check_parts(raw)


def _check_head(head: bytes) -> str | None:
    if len(head) > HEAD_CAP:
        return "The mail's header is longer than 100 KB."
    for field in _FIELD.finditer(head):
        reason = _check_field(field.group(1).lower(), field.group(0))
        if reason:
            return reason
    return None


def _check_field(name: bytes, field: bytes) -> str | None:
    if len(field) > FIELD_CAP:
        return f"The header field {name.decode('ascii')} is longer than 16 KB."
    if name == b"from" and len(field) > FROM_CAP:
        return "The From field is longer than 1 KB."
    if name in _ADDRESS_FIELDS and sum(map(field.count, (b'"', b"(", b"[", b"\\"))) > QUOTES_CAP:
        return f"The header field {name.decode('ascii')} holds too many quotation marks."
    return None


def _check_parts(raw: bytes) -> str | None:
    low = raw.lower()
    if any(len(field.group(0)) > FIELD_CAP for field in _PART_FIELD.finditer(low)):
        return "A header field of a part is longer than 16 KB."
    parts, depth = _count_parts(low)
    if parts > PARTS_CAP:
        return f"The mail has {parts} parts; Handoff reads mails of up to {PARTS_CAP}."
    if depth > DEPTH_CAP:
        return f"The mail's parts are nested {depth} deep; Handoff reads up to {DEPTH_CAP}."
    return None


def _count_parts(low: bytes) -> tuple[int, int]:
    """Count delimiter lines and the deepest nesting (RFC 2046, section 5.1.1), in lower-cased bytes."""
    known: set[bytes] = set()
    open_ones: list[bytes] = []
    parts = depth = 0
    found = merge(_BOUNDARY.finditer(low), _DELIMITER.finditer(low), key=lambda each: each.start())
    for each in found:
        if each.re is _DELIMITER:
            line = each["line"].rstrip()
            if open_ones and line == open_ones[-1] + b"--":
                open_ones.pop()
            elif line in known:
                parts += 1
            continue
        name = each["quoted"] or each["bare"]
        if name not in known:
            known.add(name)
            open_ones.append(name)
            depth = max(depth, len(open_ones))
    return parts, depth
