"""Labels of attachments: what people see, never a path.

Files are stored by their hash; the name that a mail gives is only words on a
label, and mails give names with slashes, NULs and line breaks in them.
"""

import mimetypes
import re
from email.message import Message

from intake.decode import field_of, header_text, octets_of, one_line
from intake.tree import children_of, type_of

_LONGEST = 100  # characters of a label
_EVIL = re.compile(r'[\\/:*?"<>|\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]+')
# What the standard table lacks or answers with a rare ending.
_ENDINGS = {
    "text/plain": ".txt",
    "text/html": ".html",
    "text/calendar": ".ics",
    "text/vcard": ".vcf",
    "image/jpeg": ".jpg",
    "message/rfc822": ".eml",
    "message/delivery-status": ".txt",
    "application/ms-tnef": ".dat",
    "application/octet-stream": ".bin",
    "application/pkcs7-signature": ".p7s",
    "application/pgp-signature": ".asc",
}


def safe_label(name: str) -> str:
    """Return `name` without path, controls, direction marks or reserved signs, at most 100 characters."""
    last = re.split(r"[\\/]", one_line(name))[-1]
    label = one_line(_EVIL.sub("_", last)).strip(". ")
    if len(label) <= _LONGEST:
        return label
    stem, dot, ending = label.rpartition(".")
    if not dot or len(ending) > 10:
        return label[:_LONGEST]
    return stem[: _LONGEST - len(ending) - 1] + dot + ending


def label_of(part: Message, declared: str, number: int) -> str:
    """Return the label of an attachment; `declared` is its file name as the standard parser
    found it, `number` its place in the mail, for a made-up name with the right ending."""
    media_type = type_of(part)
    label = safe_label(header_text(octets_of(declared)))
    if label:
        return label
    if media_type == "message/rfc822":
        return safe_label(f"{_attached_subject(part) or f'mail-{number}'}.eml")
    if media_type == "application/ms-tnef":
        return "winmail.dat"
    ending = _ENDINGS.get(media_type) or mimetypes.guess_extension(media_type) or ".bin"
    stem = media_type.split("/")[0] if media_type.startswith(("image/", "audio/", "video/")) else "file"
    return f"{stem}-{number}{ending}"


def _attached_subject(part: Message) -> str:
    inside = children_of(part)
    return header_text(field_of(inside[0], "subject"))[:80].replace("/", "-") if inside else ""
