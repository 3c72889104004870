"""Whether a file shows one of our signed reply addresses to whoever opens it.

A letter is attached to a mail, printed to a page, pasted into notes: its reply
address is its reader's alone, and would go to everybody who gets the file. A
file cannot be cleaned and stay the same file, so it is only told.
"""

import re
from binascii import a2b_base64, a2b_qp
from collections.abc import Iterator

# Begins with a literal, which makes a search of megabytes fast.
_TAIL = re.compile(rb"-[0-9]{1,9}-[a-z2-7]{16}(?![a-z0-9])", re.IGNORECASE)
_HEAD = re.compile(rb"[tdkco][0-9]{0,9}-[a-z0-9][a-z0-9_.-]{0,39}\Z", re.IGNORECASE)
_HEAD_LENGTH = 51  # octets: a letter, nine digits, a dash, a person's key of 40
_BASE64 = re.compile(rb"(?:^[A-Za-z0-9+/]{40,}\r?$\n?)+(?:^[A-Za-z0-9+/]*={0,2}\r?$)?", re.MULTILINE)
_DEEP = 3  # base64 within base64: a mail in a mail in a file
_NULS = b"\x00"
LOOKED_AT = 300_000  # octets of a file; a letter of ours has some ten thousand


def shows_token(data: bytes) -> bool:
    """Return True if `data` shows a tag in the shape of a signed address or Message-ID of
    ours: plain, in UTF-16, in quoted-printable or in base64 (RFC 2045). Valid or forged is
    not asked. What is packed (an archive, a PDF, a picture) is not opened, and of a large
    file only the beginning is looked at. Linear; never raises."""
    return any(map(_shown, _readings(data[:LOOKED_AT], _DEEP)))


def _shown(data: bytes) -> bool:
    tails = (found.start() for found in _TAIL.finditer(data))
    return any(_HEAD.search(data[max(0, at - _HEAD_LENGTH) : at]) for at in tails)


def _readings(data: bytes, deep: int) -> Iterator[bytes]:
    """The octets as they are, and what they stand for where they are encoded."""
    yield data
    if _NULS in data:
        yield data.replace(_NULS, b"")
    if b"=\n" in data or b"=\r\n" in data or b"=2D" in data or b"=2d" in data:
        yield a2b_qp(data)
    if deep:
        for run in _BASE64.finditer(data):
            yield from _readings(_decoded(run[0]), deep - 1)


def _decoded(run: bytes) -> bytes:
    """Whole groups of four only: what is cut off at the end says nothing."""
    letters = run.translate(None, b"\r\n=")
    return a2b_base64(letters[: len(letters) // 4 * 4])
