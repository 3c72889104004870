"""The header of a letter, written by us alone.

Subjects and names come from strangers. One line break that reaches a header
would be a Bcc of an attacker's choice; so every field is written by its rule,
and then the bytes are looked at once more, by code that knows nothing of the
writer. The body, and the parts inside it, are the composer's.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from types import MappingProxyType
from urllib.parse import quote

from wire.addresses import read_from
from wire.caps import FOLD_CHARS, LINE_BYTES
from wire.encoded import encode_words
from wire.text import clean, one_line, subject_tag

__all__ = [
    "ALLOWED",
    "UnsafeHeader",
    "check_header_bytes",
    "one_line",
    "parameter",
    "subject_tag",
    "write_headers",
]

_NAME = re.compile(r"[A-Za-z][A-Za-z0-9-]{0,60}", re.ASCII)
_ID = re.compile(r"<[\x21-\x3b\x3d\x3f-\x7e]{1,900}>")
_FIELD_LINE = re.compile(rb"([A-Za-z][A-Za-z0-9-]{0,60}): ?[\x20-\x7e]*")
_FOLDED_LINE = re.compile(rb"[ \t][\x20-\x7e\t]*[\x21-\x7e][\x20-\x7e\t]*")
_ASCII = re.compile(r"[\x20-\x7e]*")
_PLAIN_VALUE = re.compile(r"[A-Za-z0-9_. -]{0,60}")
_LONG_WORD = 60  # characters: a longer word of a text cannot be folded, so it is encoded
_LABEL = 60  # characters of a file name: at the worst 12 octets each, and one line must hold them
_IDS_KEPT = 30  # of References: the first and the newest (RFC 5322, section 3.6.4, asks for no more)


class UnsafeHeader(ValueError):
    """A header must not be sent: our own mistake, caught before the wire."""


@lru_cache(maxsize=256)
def _write_address(value: str) -> Sequence[str]:
    read = read_from([value])
    if read is None:
        raise UnsafeHeader(f"not one address: {value!r}")
    name, address = read
    if not name:
        return (address,)
    if re.fullmatch(r"[\x20-\x7e]{1,60}", name) and "=?" not in name:
        escaped = name.replace("\\", "\\\\").replace('"', '\\"')
        return (f'"{escaped}"', f"<{address}>")
    return (*encode_words(name), f"<{address}>")


def _write_ids(value: str) -> list[str]:
    """Foreign ids that cannot be written safely are left out."""
    ids = _ID.findall(clean(value))
    return ids if len(ids) <= _IDS_KEPT else [ids[0], *ids[1 - _IDS_KEPT :]]


def _write_token(value: str) -> list[str]:
    flat = clean(value)
    if not _ASCII.fullmatch(flat):
        raise UnsafeHeader(f"only ASCII may stand here: {flat[:60]!r}")
    return flat.split(" ") if flat else []


def _write_text(value: str) -> list[str]:
    """ASCII words as they are; from the first to the last word that cannot
    stand in a header, one run of encoded words (RFC 2047, section 5, rule 1)."""
    words = clean(value).split(" ")
    odd = [i for i, word in enumerate(words) if _needs_encoding(word)]
    if not odd:
        return [word for word in words if word]
    first, last = odd[0], odd[-1] + 1
    return [*words[:first], *encode_words(" ".join(words[first:last])), *words[last:]]


def _needs_encoding(word: str) -> bool:
    return len(word) > _LONG_WORD or "=?" in word or not _ASCII.fullmatch(word)


# Each field that a letter may bear, and its rule. Bcc is not among them.
_RULES: Mapping[str, Callable[[str], Sequence[str]]] = MappingProxyType(
    {
        "from": _write_address,
        "to": _write_address,
        "reply-to": _write_address,
        "sender": _write_address,
        "subject": _write_text,
        "date": _write_token,
        "message-id": _write_ids,
        "in-reply-to": _write_ids,
        "references": _write_ids,
        "mime-version": _write_token,
        "content-type": _write_token,
        "content-transfer-encoding": _write_token,
        "content-disposition": _write_token,
        "content-id": _write_ids,
        "content-language": _write_token,
        "auto-submitted": _write_token,
        "x-auto-response-suppress": _write_token,
        "precedence": _write_token,
        "x-handoff-letter": _write_token,
        "x-handoff-task": _write_token,
        "x-handoff-instance": _write_token,
    }
)
ALLOWED = frozenset(_RULES)
_NEEDED = ("from", "to", "subject", "date", "message-id")
_MAY_BE_EMPTY = frozenset({"subject"})


def write_headers(fields: Sequence[tuple[str, str]]) -> bytes:
    """Return the header block of `fields` in their order, each line ended by
    CRLF, without the empty line that ends the block.

    Values are plain Unicode; nothing in them is decoded. Address fields hold
    one mailbox as `addresses.display` gives it; id fields hold ids in angle
    brackets. Lines are folded at 78 characters where white space allows it and
    are never longer than 998. A field left without a value (ids that could not
    be written) is left out. Raises UnsafeHeader for an unknown or doubled
    field, and for what cannot be written safely.
    """
    block, names = b"", []
    for name, value in fields:
        words = _words(name, value)
        if words or name.lower() in _MAY_BE_EMPTY:
            block += _folded(name, words)
            names.append(name.lower())
    if _names_in(block) != names:
        raise UnsafeHeader("the header block does not read back as it was meant")
    return block


def _words(name: str, value: str) -> Sequence[str]:
    rule = _RULES.get(name.lower())
    if rule is None or not _NAME.fullmatch(name):
        raise UnsafeHeader(f"no letter bears a field {name!r}")
    words = rule(value)
    if name.lower() == "message-id" and len(words) != 1:
        raise UnsafeHeader(f"not one Message-ID: {value!r}")
    return words


def _folded(name: str, words: Sequence[str]) -> bytes:
    lines, line = [], f"{name}:"
    for word in words:
        if len(line) + 1 + len(word) > FOLD_CHARS and line != f"{name}:":
            lines.append(line)
            line = ""
        line = f"{line} {word}"
    lines.append(line if words else f"{name}: ")
    return ("\r\n".join(lines) + "\r\n").encode("ascii")


def check_header_bytes(raw: bytes) -> None:
    """Look at the header of a whole letter, or at a block alone, before it goes out.

    Raises UnsafeHeader unless every line up to the first empty one is a field
    of `ALLOWED` or a continuation, of printable ASCII, ended by CRLF and at
    most 998 octets; no field stands twice; and From, To, Subject, Date and
    Message-ID are all there (an empty line that was smuggled in would part
    some of them from the block).
    """
    names = _names_in(raw.partition(b"\r\n\r\n")[0])
    missing = [name for name in _NEEDED if name not in names]
    if missing:
        raise UnsafeHeader(f"the header has no {missing[0]}")


def _names_in(block: bytes) -> list[str]:
    """The field names of a block, lower case, checked line by line (RFC 5322, 2.2)."""
    names: list[str] = []
    for line in block.removesuffix(b"\r\n").split(b"\r\n") if block else []:
        field = _FIELD_LINE.fullmatch(line)
        if len(line) > LINE_BYTES or not (field or (names and _FOLDED_LINE.fullmatch(line))):
            raise UnsafeHeader(f"not a line of a header: {line[:60]!r}")
        if field:
            names.append(field[1].decode("ascii").lower())
    _refuse_names(names)
    return names


def _refuse_names(names: Sequence[str]) -> None:
    for name in names:
        if name not in ALLOWED:
            raise UnsafeHeader(f"no letter bears a field {name!r}")
        if names.count(name) > 1:
            raise UnsafeHeader(f"the field {name!r} stands twice")


def parameter(name: str, value: str) -> str:
    """Return `name="value"` for Content-Type and Content-Disposition; beyond
    plain letters in the form of RFC 2231 (section 4). Of a longer one 60
    characters remain, its ending among them."""
    label = clean(value)
    label = label if len(label) <= _LABEL else label[:40] + "_" + label[41 - _LABEL :]
    if _PLAIN_VALUE.fullmatch(label):
        return f'{name}="{label}"'
    return f"{name}*=utf-8''{quote(label, safe='')}"
