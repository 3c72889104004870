"""Bytes of a mail to text, whatever its charset claims.

Mailers declare charsets that do not exist, declare one and write another, or
declare none. Everything after this file is text: a charset of the allow-list
is believed, anything else is UTF-8 where the bytes are UTF-8, else
windows-1252, and what cannot be read is a replacement character.
"""

import binascii
import codecs
import re
import unicodedata
from collections.abc import Iterator
from email.message import Message
from weakref import WeakKeyDictionary

# Canonical codec name -> the codec we use: the wider sibling that senders mean.
_WIDER = {
    "ascii": "",  # undeclared, in truth
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
    "tis-620": "cp874",
    "big5": "big5hkscs",
}
_ALLOWED = {
    "utf-8", "utf-7", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-8-sig",
    "iso8859-2", "iso8859-3", "iso8859-4", "iso8859-5", "iso8859-6", "iso8859-7", "iso8859-8",
    "iso8859-10", "iso8859-11", "iso8859-13", "iso8859-14", "iso8859-15", "iso8859-16",
    "cp1250", "cp1251", "cp1252", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257", "cp1258",
    "cp437", "cp850", "cp852", "cp866", "cp874", "cp932", "cp949", "koi8-r", "koi8-u",
    "mac-roman", "mac-cyrillic", "gb18030", "hz", "big5hkscs", "euc_jp", "iso2022_jp", "iso2022_kr", "johab",
}  # fmt: skip
_ALIASES = {
    "iso-8859-8-i": "iso8859-8",
    "iso-8859-8-e": "iso8859-8",
    "x-gbk": "gb18030",
    "x-sjis": "cp932",
    "cp-850": "cp850",
    "ansi_x3.110-1983": "cp1252",
    "unicode-1-1-utf-7": "utf-7",
    "ks_c_5601-1987": "cp949",
    "x-mac-roman": "mac-roman",
    "macintosh": "mac-roman",
    "utf8mb4": "utf-8",
}
_WORD = re.compile(rb"=\?([^?\s]{1,75})\?([bBqQ])\?([^?]*)\?=")
_HEX = re.compile(rb"=([0-9A-Fa-f]{2})")
_FIELDS: WeakKeyDictionary[Message, dict[str, list[bytes]]] = WeakKeyDictionary()  # by lower case name
_UNSAFE = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029]+")
_SURROGATES = re.compile("[\ud800-\udfff]")


def codec_for(charset: str) -> str:
    """Return the Python codec for a declared charset, or "" if it is not on the list."""
    wanted = charset.strip().strip("\"'").lower()
    wanted = _ALIASES.get(wanted, wanted)
    try:
        name = codecs.lookup(wanted).name
    except (LookupError, ValueError):
        return ""
    name = _WIDER.get(name, name)
    return name if name in _ALLOWED else ""


def text_of(octets: bytes, charset: str = "") -> str:
    """Decode `octets`; `charset` is what was declared ("" for nothing). Never raises."""
    codec = codec_for(charset) if charset else ""
    if codec:
        return _clean(_decode(octets, codec))
    try:
        return _clean(octets.decode("utf-8"))
    except UnicodeDecodeError:
        return _clean(octets.decode("utf-8" if charset and not _is_ascii(charset) else "cp1252", "replace"))


def _decode(octets: bytes, codec: str) -> str:
    if codec in ("cp1252", "cp1254", "iso8859-15") and _reads_as_utf8(octets):
        return octets.decode("utf-8")
    try:
        return octets.decode(codec, "replace")
    except (UnicodeError, ValueError):
        return octets.decode("utf-8", "replace")


def _reads_as_utf8(octets: bytes) -> bool:
    """Mailers write UTF-8 under a Latin label; the other way round is not valid UTF-8."""
    if octets.isascii():
        return False
    try:
        octets.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _is_ascii(charset: str) -> bool:
    return charset.strip().strip("\"'").lower() in ("us-ascii", "ascii", "ansi_x3.4-1968", "iso646-us")


def _clean(text: str) -> str:
    return _SURROGATES.sub("\ufffd", text).removeprefix("\ufeff")


def fields_of(message: Message, name: str) -> list[bytes]:
    """Return the raw bytes of all fields `name`, topmost first.

    The standard parser's own access hides undeclared 8-bit bytes behind
    replacement characters.
    """
    index = _FIELDS.get(message)
    if index is None:
        index = _FIELDS[message] = {}
        for field, value in message.raw_items():
            index.setdefault(field.lower(), []).append(octets_of(value))
    return index.get(name.lower(), [])


def field_of(message: Message, name: str) -> bytes:
    """Return the raw bytes of the topmost field `name`, b"" if there is none."""
    return next(iter(fields_of(message, name)), b"")


def ascii_of(message: Message, name: str) -> str:
    """Return the topmost field `name` as text for looking up words in it."""
    return field_of(message, name).decode("utf-8", "replace").strip()


def octets_of(value: object) -> bytes:
    """Return the bytes of a value as the standard parser keeps it: text with escaped bytes in it."""
    return str(value).encode("utf-8", "surrogateescape")


def header_text(octets: bytes) -> str:
    """Decode a header value with encoded words (RFC 2047), declared or raw 8-bit. Never raises.

    Neighbouring words of one charset are joined as bytes first, because
    mailers cut them in the middle of a character.
    """
    if b"=?" not in octets and octets.isascii():
        return octets.replace(b"\r", b"").replace(b"\n", b"").decode("ascii")
    runs: list[tuple[str, list[bytes]]] = []
    for charset, piece in _pieces(octets.replace(b"\r", b"").replace(b"\n", b"")):
        if not runs or runs[-1][0] != charset:
            runs.append((charset, []))
        runs[-1][1].append(piece)
    return unicodedata.normalize("NFC", "".join(text_of(b"".join(run), charset) for charset, run in runs))


def _pieces(octets: bytes) -> Iterator[tuple[str, bytes]]:
    at = 0
    after_word = False
    for word in _WORD.finditer(octets):
        between = octets[at : word.start()]
        if between.strip() or (between and not after_word):
            yield "", between
        charset = word.group(1).decode("ascii", "replace").split("*")[0].lower()
        yield charset, _unword(word.group(2), word.group(3))
        at, after_word = word.end(), True
    if octets[at:]:
        yield "", octets[at:]


def _unword(encoding: bytes, payload: bytes) -> bytes:
    if encoding in b"qQ":
        return _HEX.sub(lambda hit: bytes([int(hit.group(1), 16)]), payload.replace(b"_", b" "))
    return unbase64(payload)


def unbase64(payload: bytes) -> bytes:
    """Decode base64 as far as it can be read; padding and strangers are forgiven."""
    kept = re.sub(rb"[^A-Za-z0-9+/]", b"", payload)
    kept = kept[: len(kept) - 1] if len(kept) % 4 == 1 else kept
    try:
        return binascii.a2b_base64(kept + b"=" * (-len(kept) % 4))
    except binascii.Error:
        return b""


def one_line(text: str, limit: int = 0) -> str:
    """Return `text` as one line: controls, U+2028 and U+2029 become spaces, runs of space one."""
    plain = text.isprintable() and "  " not in text  # nearly every field
    line = text.strip() if plain else " ".join(_UNSAFE.sub(" ", text).split())
    return line[:limit].rstrip() if limit else line
