"""A small DKIM signer for tests, written apart from the library that checks.

It signs whatever it is told, good or bad: other domains, old moments, half of
a body. `KEY` is made anew for each run of the tests.
"""

import base64
import re
from collections.abc import Mapping
from datetime import datetime
from hashlib import sha256

from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import padding, rsa

KEY = rsa.generate_private_key(public_exponent=65537, key_size=2048)
SIGNED = "from:to:subject:date:message-id"


def record(key: rsa.RSAPrivateKey = KEY, before: str = "v=DKIM1; k=rsa; ") -> bytes:
    """The TXT record of a key; `before` are the tags that stand before p=."""
    der = key.public_key().public_bytes(
        serialization.Encoding.DER, serialization.PublicFormat.SubjectPublicKeyInfo
    )
    return f"{before}p={base64.b64encode(der).decode()}".encode()


def sign(
    mail: bytes,
    at: datetime | None,
    domain: str = "example.com",
    key: rsa.RSAPrivateKey = KEY,
    names: str = SIGNED,
    tags: Mapping[str, str] | None = None,
) -> bytes:
    """Return the mail (CRLF) with a DKIM-Signature above it, c=relaxed/relaxed.

    `tags` are added or changed; an empty value takes a tag away.
    """
    head, _, body = mail.partition(b"\r\n\r\n")
    length = (tags or {}).get("l", "")
    canonical = _body(body)[: int(length)] if length.isdigit() else _body(body)
    all_tags = {
        "v": "1",
        "a": "rsa-sha256",
        "c": "relaxed/relaxed",
        "d": domain,
        "s": "key1",
        "t": str(int(at.timestamp())) if at else "",
        "h": names,
        "bh": base64.b64encode(sha256(canonical).digest()).decode(),
        **(tags or {}),
    }
    value = "; ".join(f"{name}={tag}" for name, tag in all_tags.items() if tag) + "; b="
    signature = key.sign(_header(head, names, value), padding.PKCS1v15(), hashes.SHA256())
    return f"DKIM-Signature: {value}{base64.b64encode(signature).decode()}\r\n".encode() + mail


def _body(body: bytes) -> bytes:
    lines = [re.sub(rb"[ \t]+", b" ", line).rstrip(b" ") for line in body.split(b"\r\n")]
    return b"\r\n".join(lines).rstrip(b"\r\n") + b"\r\n"


def _header(head: bytes, names: str, value: str) -> bytes:
    fields = [field.partition(b":") for field in re.sub(rb"\r\n[ \t]+", b" ", head).split(b"\r\n")]
    last = {name.strip().lower(): text for name, _, text in fields}
    lines = b""
    for name in dict.fromkeys(names.lower().encode().split(b":")):
        if name in last:
            lines += name + b":" + re.sub(rb"[ \t]+", b" ", last[name]).strip() + b"\r\n"
    return lines + b"dkim-signature:" + re.sub(r"[ \t]+", " ", value).strip().encode()
