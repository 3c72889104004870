"""Encoded words: text beyond ASCII inside a header field (RFC 2047).

The standard library folds and decodes them in ways that let a line break
through (CVE-2024-6923). These two functions know nothing of lines: one gives
words that hold printable ASCII only, the other gives text that is then
cleaned like any text of a mail.
"""

import binascii
import re
from base64 import b64decode, b64encode
from collections.abc import Iterator

from wire.caps import ENCODED_WORD_CHARS

_WORD = re.compile(r"=\?([A-Za-z0-9_.:+-]{1,40})(?:\*[A-Za-z0-9-]{1,20})?\?([bBqQ])\?([^?\s]*)\?=")
_BETWEEN = re.compile(r"(\?=)[ \t]+(?==\?)")  # section 6.2: not shown
_ESCAPE = re.compile(rb"=([0-9A-Fa-f]{2})")

# What mailers really write. Anything else is read as UTF-8 with replacement.
_CHARSETS = frozenset({
    "utf-8", "us-ascii", "iso-8859-1", "iso-8859-2", "iso-8859-5", "iso-8859-7", "iso-8859-8", "iso-8859-9",
    "iso-8859-15", "windows-1250", "windows-1251", "windows-1252", "windows-1253", "windows-1254",
    "windows-1255", "windows-1256", "koi8-r", "koi8-u", "gb2312", "gbk", "gb18030", "big5", "shift_jis",
    "euc-jp", "iso-2022-jp", "euc-kr",
})  # fmt: skip
_FRAME = len("=?utf-8?b??=")
_OCTETS_A_WORD = (ENCODED_WORD_CHARS - _FRAME) // 4 * 3  # base64 gives 4 characters for 3 octets


def encode_words(text: str) -> list[str]:
    """Return `text` as encoded words (UTF-8, base64) of at most 62 characters.

    No character is split between two words (RFC 2047, section 5). Lone
    surrogates become U+FFFD. To be joined by spaces or folds: readers drop
    the white space between two encoded words (section 6.2).
    """
    return [f"=?utf-8?b?{b64encode(piece).decode('ascii')}?=" for piece in _pieces(text)]


def _pieces(text: str) -> Iterator[bytes]:
    piece = b""
    for character in text:
        octets = (b"\xef\xbf\xbd") if "\ud800" <= character <= "\udfff" else character.encode()
        if len(piece) + len(octets) > _OCTETS_A_WORD:
            yield piece
            piece = b""
        piece += octets
    if piece:
        yield piece


def decode_words(text: str) -> str:
    """Return `text` with its encoded words decoded; the rest stays as it is.

    Linear in the length of `text`; never raises. What comes out may hold any
    character, line breaks too: the caller makes it one line.
    """
    return _WORD.sub(_decoded, _BETWEEN.sub(r"\1", text))


def _decoded(word: re.Match[str]) -> str:
    charset, form, body = word[1].lower(), word[2].lower(), word[3]
    try:
        octets = _octets(form, body.encode("ascii"))
        return octets.decode(charset if charset in _CHARSETS else "utf-8", "replace")
    except (UnicodeError, binascii.Error):
        return word[0]


def _octets(form: str, body: bytes) -> bytes:
    if form == "b":
        return b64decode(body + b"=" * (-len(body) % 4))
    return _ESCAPE.sub(lambda escape: bytes([int(escape[1], 16)]), body.replace(b"_", b" "))
