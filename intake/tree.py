"""The tree of parts in a parsed mail, walked without the standard parser's surprises.

`Message.get_payload()` decodes, and raises on some charsets that mails
declare. The walks here never do, and none recurses.
"""

import re
from collections.abc import Iterator
from email.message import Message
from weakref import WeakKeyDictionary

from intake.decode import one_line
from intake.guard import PARTS_CAP

_BASE64 = re.compile(r"[A-Za-z0-9+/]+={0,2}")
_WRITTEN = 50  # characters; nobody's first line is longer without a space
_TYPES: WeakKeyDictionary[Message, str] = WeakKeyDictionary()  # asked for often, and slow to find


def type_of(part: Message) -> str:
    """Return a part's media type in lower case, on one line, without parameters."""
    found = _TYPES.get(part)
    if found is None:
        found = _TYPES[part] = one_line(part.get_content_type().lower())
    return found


def children_of(part: Message) -> list[Message]:
    """Return the parts directly inside, [] for a part that holds octets."""
    if not part.is_multipart():
        return []
    inside = part.get_payload()
    return [child for child in inside if isinstance(child, Message)] if isinstance(inside, list) else []


def is_multi(part: Message) -> bool:
    """Tell whether a part declares itself multipart and has parts inside."""
    return type_of(part).startswith("multipart/") and bool(children_of(part))


def own_parts(message: Message) -> Iterator[Message]:
    """Walk the parts of this mail in order, not those of mails attached to it; at most 200."""
    return _walk(message, into_mails=False)


def all_parts(message: Message) -> Iterator[Message]:
    """Walk all parts in order, those of attached mails too; at most 200."""
    return _walk(message, into_mails=True)


def _walk(message: Message, *, into_mails: bool) -> Iterator[Message]:
    waiting = [message]
    for _ in range(PARTS_CAP):
        if not waiting:
            return
        part = waiting.pop()
        yield part
        if into_mails or type_of(part).startswith("multipart/"):
            waiting += reversed(children_of(part))


def octets_in(part: Message) -> bytes:
    """Return a part's decoded bytes (RFC 2045, section 6); broken encodings give what can be read."""
    try:
        octets = part.get_payload(decode=True)
        if written := _only_claims_base64(part):
            return written.encode("utf-8", "surrogateescape")
    except (ValueError, TypeError, LookupError, AssertionError):
        return b""
    return octets if isinstance(octets, bytes) else b""


def _only_claims_base64(part: Message) -> str:
    """Return a text that is declared base64 and whose first line is plainly none, since decoding
    would leave nothing of it; else ""."""
    encoding = str(part.get("content-transfer-encoding", "")).lower()
    written = part.get_payload() if type_of(part).startswith("text/") and "base64" in encoding else ""
    if not isinstance(written, str):
        return ""
    first = next((line.strip() for line in written.lstrip()[:2000].splitlines() if line.strip()), "")
    encoded = bool(_BASE64.fullmatch(first)) and (len(first) % 4 == 0 or len(first) > _WRITTEN)
    return written if first and not encoded else ""


def whole(part: Message) -> bytes:
    """Return an attached mail as bytes again, as near to what was sent as the parser kept it."""
    try:
        return part.as_bytes()
    except (ValueError, TypeError, LookupError, AttributeError, RecursionError):
        head = [f"{name}: {value}".encode("utf-8", "replace") for name, value in part.raw_items()]
        texts = [octets_in(inner) for inner in all_parts(part) if not children_of(inner)]
        return b"\n".join((*head, b"", *texts))
