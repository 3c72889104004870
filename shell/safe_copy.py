"""A copy of a mail that is safe to share, and is read like the mail itself.

Structure, charsets, dates, marks and the words of the readers' tables stay.
Who, where and what else is replaced; attachments become zeros; what only
servers wrote is left out.
"""

import quopri
import re
from binascii import b2a_uu
from collections.abc import Callable
from email import message_from_bytes
from email.charset import QP, Charset
from email.generator import BytesGenerator
from email.message import Message
from email.policy import compat32
from io import BytesIO

from intake.body import charset_of
from intake.decode import codec_for, header_text, octets_of, text_of
from intake.tree import all_parts, children_of, octets_in, type_of
from shell.safe_html import safe_html
from shell.safe_names import PEOPLE, names_in
from shell.safe_text import StandIns

FILE_CAP = 64 * 1024  # octets of zeros that stand for an attachment
_IDS = frozenset({"message-id", "in-reply-to", "references", "content-id", "list-id", "thread-index"})
_AS_IS = frozenset({
    "date", "mime-version", "content-transfer-encoding", "auto-submitted", "precedence", "importance",
    "priority", "x-priority", "x-auto-response-suppress", "content-type", "content-disposition",
    "content-language", "x-vacation", "resent-date", "x-ms-exchange-generated-message-source",
    "arrival-date",
})  # fmt: skip
_WORDS = frozenset({
    "subject", "thread-topic", "x-mailer", "feedback-id", "x-autoreply", "x-autorespond",
    "x-mail-autoreply", "x-autoreply-from", "x-loop", "x-ms-reactions", "content-description",
})  # fmt: skip
_BEGINNINGS = ("list-", "x-ms-reaction", "x-autore")
_REPORTS = ("message/delivery-status", "message/disposition-notification", "message/feedback-report")
_OLD_FILE = re.compile(r"(?ms)^(begin [0-7]{3,4}) [^\n]{1,200}\n.*?^end[ \r]*$")


def safe_copy(raw: bytes, salt: bytes) -> bytes:
    """Return a copy of a mail with everything personal replaced. `salt` is
    thrown away afterwards. Raises ValueError or LookupError on a mail whose
    parts cannot be written again."""
    message = message_from_bytes(raw, policy=compat32.clone(max_line_length=0))
    stand_ins = StandIns(names_in(message), salt)
    mails = [message, *(part for part in all_parts(message) if part is not message)]
    reports = {id(inner) for part in mails if type_of(part) in _REPORTS for inner in children_of(part)}
    for part in mails:
        _headers(part, stand_ins, report=id(part) in reports)
        part.preamble, part.epilogue = (_around(part.preamble, stand_ins), _around(part.epilogue, stand_ins))
        if not children_of(part):
            _body(part, stand_ins)
    out = BytesIO()
    BytesGenerator(out, mangle_from_=False, maxheaderlen=0).flatten(message)
    return out.getvalue()


def _headers(part: Message, safe: StandIns, *, report: bool) -> None:
    """Write the fields of a part again; those that no reader looks at go."""
    fields = [(name, header_text(octets_of(value)), octets_of(value)) for name, value in part.raw_items()]
    boundary = part.get_boundary() if children_of(part) else None
    for name in {name for name, _, _ in fields}:
        del part[name]
    received = 0
    for name, value, raw in fields:
        low = name.lower()
        received += low == "received"
        if low == "received" and received == 1:
            part[name] = f"from masked.example by masked.example; {value.rpartition(';')[2].strip()}"
        elif (made := _field(low, value, safe, report=report)) is not None:
            part[name] = _encoded(made, raw)
    if boundary:
        part.set_boundary(safe.opaque(boundary).strip() or "part")


def _field(name: str, value: str, safe: StandIns, *, report: bool) -> str | None:
    """The safe value of a field, or None where it goes."""
    rule: Callable[[str], str] | None = None
    if name in _AS_IS:
        rule = _parameters(safe)
    elif name in _IDS:
        rule = _ids(safe)
    elif name in PEOPLE or name in _WORDS or name.startswith(_BEGINNINGS) or report:
        rule = safe.text
    return rule(value) if rule else None


def _parameters(safe: StandIns) -> Callable[[str], str]:
    """Keep a machine's field, but for names of files in it."""

    def rule(value: str) -> str:
        return re.sub(
            r"(?is)((?:file)?name[*\d]*\s*=\s*)(\"[^\"]*\"|[^;\s]+)",
            lambda hit: hit[1] + _file_name(hit[2], safe),
            value,
        )

    return rule


def _file_name(name: str, safe: StandIns) -> str:
    stem, dot, ending = name.rpartition(".")
    return f"{safe.opaque(stem)}{dot}{ending}" if dot and len(ending) < 7 else safe.opaque(name)


def _ids(safe: StandIns) -> Callable[[str], str]:
    return lambda value: re.sub(
        r"[^\s<>]+", lambda hit: safe.opaque(hit[0]) if "@" in hit[0] else safe.text(hit[0]), value
    )


def _encoded(value: str, raw: bytes) -> str:
    """A field's value for the wire: as encoded words where it was, else raw as it was."""
    line = " ".join(value.split())
    if line.isascii():
        return line
    if raw.isascii():
        return Charset("utf-8").header_encode(line) if len(line) < 40 else _many_words(line)
    return line.encode("utf-8").decode("ascii", "surrogateescape")


def _many_words(line: str) -> str:
    encode = Charset("utf-8").header_encode
    return " ".join(encode(line[at : at + 15]) for at in range(0, len(line), 15))


def _body(part: Message, safe: StandIns) -> None:
    """Replace the words of a text, or the octets of anything else by zeros."""
    octets, kind = octets_in(part), type_of(part)
    encoding = str(part.get("Content-Transfer-Encoding", "")).strip().lower()
    attached = str(part.get("Content-Disposition", "")).strip().lower().startswith("attachment")
    if attached or not kind.startswith(("text/", "multipart/")):
        made = b"\0" * min(len(octets), FILE_CAP)
    else:
        declared = charset_of(part)
        text = text_of(octets, declared)
        replaced = safe_html(text, safe) if kind == "text/html" else safe.text(_without_old_files(text))
        made = _in_charset(replaced, declared, octets)
    _write(part, made, encoding)


def _around(text: str | None, safe: StandIns) -> str | None:
    """What stands before the first part or below the last one, if anything does."""
    if text is None:
        return None
    octets = octets_of(text)
    made = _in_charset(safe.text(text_of(octets)), "", octets)
    return made.decode("ascii", "surrogateescape")


def _without_old_files(text: str) -> str:
    """Fill files that lie in the text itself (uuencode) with zeros."""
    return _OLD_FILE.sub(
        lambda hit: f"{hit[1]} file.bin\n" + b2a_uu(b"\0" * 45).decode("ascii") + "`\nend", text
    )


def _in_charset(text: str, declared: str, octets: bytes) -> bytes:
    codec = (codec_for(declared) if declared else "") or ("utf-8" if _is_utf8(octets) else "cp1252")
    return text.encode("utf-8" if _is_utf8(octets) and not octets.isascii() else codec, "replace")


def _is_utf8(octets: bytes) -> bool:
    try:
        octets.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _write(part: Message, octets: bytes, encoding: str) -> None:
    if encoding in ("base64", "quoted-printable"):
        del part["Content-Transfer-Encoding"]
        charset = Charset("utf-8")
        charset.body_encoding = QP if encoding == "quoted-printable" else charset.body_encoding
        made = charset.body_encode(octets) if encoding == "base64" else _quoted(octets)
        part["Content-Transfer-Encoding"] = encoding
        part.set_payload(made)
    else:
        part.set_payload(octets.decode("ascii", "surrogateescape"))


def _quoted(octets: bytes) -> str:
    return quopri.encodestring(octets).decode("ascii")
