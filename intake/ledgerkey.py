"""The name of a mail in the ledger: the same mail has it on every road.

A mail that is delivered twice, moved, fetched again after a UIDVALIDITY change
or read from a Maildir instead of IMAP is one mail. What the road writes on it
(trace fields, verdicts of filters) and how the road ends its lines must not
make it another.
"""

import re
from hashlib import sha256

# Fields that the road adds; an attacker who varies them repeats the same mail.
_ROAD = frozenset(
    {
        b"return-path",
        b"received",
        b"received-spf",
        b"delivered-to",
        b"x-original-to",
        b"envelope-to",
        b"authentication-results",
    }
)
_ROAD_PREFIXES = (b"arc-", b"x-spam-", b"x-google-", b"x-ms-exchange-")


def ledger_key(raw: bytes) -> str:
    """Return the sha256 (hex) of a mail without what the road adds.

    Left out are the fields above with their folded lines. CRLF counts as LF:
    IMAP serves CRLF, a Maildir and stdin mostly hold LF, and one mail read from
    both must be one task. A line break is never all that parts two mails,
    since SMTP carries CRLF only (RFC 5321, section 2.3.8). Linear; never raises.
    """
    plain = raw.replace(b"\r\n", b"\n")
    kept, body = _header(plain)
    digest = sha256(b"".join(kept))
    digest.update(memoryview(plain)[body:])
    return digest.hexdigest()


def raw_key(raw: bytes) -> str:
    """Return the sha256 (hex) of all bytes as they are: their name in the spool."""
    return sha256(raw).hexdigest()


_SIGNED = (b"from", b"to", b"subject", b"date", b"message-id")  # what every good signature covers
_BLANKS = re.compile(rb"[ \t]+")


def signed_key(raw: bytes) -> str:
    """Return the sha256 (hex) of what a sender signs: From, To, Subject, Date,
    Message-ID and the body; "" for a mail without a Message-ID.

    Who replays a signed mail may add fields, change unsigned ones, fold and
    space anew, and the signature still holds (RFC 6376, sections 3.4 and 8.15):
    none of that makes another key. Of a doubled field the lowest one is signed
    (section 5.4.2). Linear; never raises.
    """
    plain = raw.replace(b"\r\n", b"\n")
    head, _, body = plain.partition(b"\n\n")
    found: dict[bytes, bytes] = {}
    for field in re.split(rb"\n(?![ \t])", head):
        name, colon, value = field.partition(b":")
        if colon and (name := name.rstrip(b" \t").lower()) in _SIGNED:
            found[name] = _BLANKS.sub(b" ", value.replace(b"\n", b"")).strip(b" ")
    if not found.get(b"message-id"):
        return ""
    digest = sha256(b"\n".join(found.get(name, b"") for name in _SIGNED))
    digest.update(b"\n\n" + _BLANKS.sub(b" ", body).replace(b" \n", b"\n").rstrip(b" \n"))
    return digest.hexdigest()


def _header(plain: bytes) -> tuple[list[bytes], int]:
    """The header lines that stay, and where the rest begins (its empty line too)."""
    kept: list[bytes] = []
    start, keep = 0, True
    while start < len(plain):
        end = plain.find(b"\n", start) + 1 or len(plain)
        line = plain[start:end]
        if line == b"\n":
            break
        if line[:1] not in b" \t":
            keep = not _of_the_road(line)
        if keep:
            kept.append(line)
        start = end
    return kept, start


def _of_the_road(line: bytes) -> bool:
    name, colon, _ = line.partition(b":")
    name = name.rstrip(b" \t").lower()
    return bool(colon) and (name in _ROAD or name.startswith(_ROAD_PREFIXES))
