"""A letter as bytes: text and HTML side by side, attachments beside them.

Written by hand, since the bytes must be the same each time and no line may
pass 998 octets (RFC 5322, section 2.1.1). Header fields go through the house's
own writer only.
"""

import binascii
from base64 import encodebytes
from collections.abc import Sequence
from dataclasses import dataclass

from tasks.model import File
from wire.headers import check_header_bytes, parameter, write_headers

Fields = Sequence[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Carried:
    """An attachment with its bytes."""

    file: File
    data: bytes


def message(fields: Fields, text: str, html: str, files: Sequence[Carried], seed: str) -> bytes:
    """Return a whole message with CRLF line ends.

    `seed` (letters and digits) makes the boundaries, which therefore do not
    change from one run to the next. Raises `ValueError` when the header bytes
    do not pass their last check.
    """
    both = _multipart("alternative", f"=_{seed}-words", [_text_part("plain", text), _text_part("html", html)])
    if files:
        parts = [_part(*both), *(_file_part(f) for f in files)]
        both = _multipart("mixed", f"=_{seed}-files", parts)
    kind, body = both
    head = write_headers([*fields, ("MIME-Version", "1.0")]) + kind + b"\r\n"
    check_header_bytes(head)
    return head + b"\r\n" + body


def _multipart(kind: str, boundary: str, parts: Sequence[bytes]) -> tuple[bytes, bytes]:
    """Return the Content-Type field and the body of a multipart (RFC 2046, section 5.1)."""
    mark = b"--" + boundary.encode()
    body = b"".join(mark + b"\r\n" + part + b"\r\n" for part in parts) + mark + b"--\r\n"
    return f'Content-Type: multipart/{kind}; boundary="{boundary}"'.encode(), body


def _part(kind: bytes, body: bytes) -> bytes:
    return kind + b"\r\n\r\n" + body


def _text_part(kind: str, text: str) -> bytes:
    """Quoted-printable (RFC 2045, section 6.7) keeps long lines whole and short on the wire."""
    lines = "\r\n".join(text.splitlines()) + "\r\n"
    body = binascii.b2a_qp(lines.encode("utf-8", "replace"), istext=True)
    head = f"Content-Type: text/{kind}; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable"
    return _part(head.encode(), body)


def _file_part(carried: Carried) -> bytes:
    file = carried.file
    head = [
        f"Content-Type: {_media_type(file.media_type)}",
        "Content-Transfer-Encoding: base64",
        f"Content-Disposition: {'inline' if file.inline else 'attachment'};",
        f" {parameter('filename', file.name or 'file')}",
    ]
    if file.content_id:
        head.append(f"Content-ID: <{content_id(file)}>")
    return _part(
        "\r\n".join(head).encode(), encodebytes(carried.data).replace(b"\n", b"\r\n").rstrip(b"\r\n")
    )


def content_id(file: File) -> str:
    """Return the id of a picture (RFC 2392), made of its content: what a mail program wrote
    there may be its user's address, or words that are not for the reader."""
    return f"{file.sha256[:20] or 'picture'}@inline.invalid"


def _media_type(found: str) -> str:
    """Give back a media type of the shape type/subtype; octets for anything else, or for mail in mail."""
    main, _, sub = found.partition("/")
    fits = main.isascii() and sub.isascii() and main.replace("-", "").isalnum() and bool(sub)
    fits = fits and all(c.isalnum() or c in "-+._" for c in sub)
    return found if fits and main not in ("message", "multipart") else "application/octet-stream"
