"""Addresses: one normal form, and one strict reader of From.

Two libraries read `From: boss@own <evil@evil>` in two ways, and an attacker
needs only one of them. Ours refuses whatever can be read in two ways; callers
compare normal forms byte by byte and need not think about look-alikes.
"""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256

from wire.caps import FROM_BYTES
from wire.encoded import decode_words
from wire.text import clean

_ATEXT = "A-Za-z0-9!#$%&'*+/=?^_`{|}~-"  # RFC 5322, section 3.2.3
_LOCAL = re.compile(rf"[{_ATEXT}]+(?:\.[{_ATEXT}]+)*")
_LABEL = re.compile(r"[a-z0-9_](?:[a-z0-9_-]*[a-z0-9_])?")
_TOKEN = re.compile(
    r'(?P<space>[ \t]+)|(?P<quoted>"(?:[^"\\]|\\.)*")|(?P<comment>\([^()<>@,;:"\\]*\))'
    r'|(?P<angle><[^<>()" \t]*>)|(?P<word>[^\x00-\x20\x7f"()<>\[\]:;\\,]+)'
)
_ESCAPED = re.compile(r"\\(.)")
_LETTERS = frozenset("LMN")  # general categories of letters, marks and numbers


@dataclass(frozen=True, slots=True)
class Identity:
    """Our own address. `plus` is False where the provider has no plus addresses;
    then replies are known by Message-ID alone."""

    address: str
    plus: bool = True

    @property
    def domain(self) -> str:
        return self.address.rpartition("@")[2].lower()

    def reply_to(self, tag: str) -> str:
        """Our address that carries `tag`, or the bare one without plus addresses."""
        local, _, domain = self.address.rpartition("@")
        return f"{local}+{tag}@{domain}" if self.plus else self.address


def bare(address: str) -> str | None:
    """Return the normal form of an addr-spec, or None if it is not one.

    Lower case, the domain as A-labels (RFC 5890). Refused, because they can be
    read in two ways or cannot be compared: quoted local parts, local parts
    beyond ASCII or with `=?`, domain literals, comments, and domain labels that
    compatibility mapping would change (full-width letters, ligatures). The
    sharp s stays itself: IDNA 2003 would have made it another's "ss".
    At most 254 characters (RFC 5321, section 4.5.3.1.3). Never raises.
    """
    return _bare(address) if len(address) <= 320 else None


@lru_cache(maxsize=1024)
def _bare(address: str) -> str | None:
    """The same few addresses are compared in every mail and letter."""
    local, at, domain = address.strip(" \t").rpartition("@")
    if not at or "=?" in local or not _LOCAL.fullmatch(local):
        return None
    ascii_domain = a_labels(domain)
    if ascii_domain is None or len(local) + len(ascii_domain) > 253:
        return None
    return f"{local.lower()}@{ascii_domain}"


def a_labels(domain: str) -> str | None:
    """Return a domain in lower case with A-labels, or None if it is no domain name.
    At most 253 characters, labels at most 63 (RFC 1035, section 2.3.4)."""
    return _a_labels(domain) if len(domain) <= 253 else None


@lru_cache(maxsize=1024)
def _a_labels(domain: str) -> str | None:
    labels = [_a_label(label) for label in domain.split(".", 128)]
    whole = ".".join(label or "" for label in labels)
    return whole if all(labels) and len(whole) <= 253 else None


def _a_label(label: str) -> str | None:
    if label.isascii():
        lower = label.lower()
        return lower if _LABEL.fullmatch(lower) and len(lower) <= 63 else None
    if len(label) > 63 or not all(c == "-" or unicodedata.category(c)[0] in _LETTERS for c in label):
        return None
    lower = unicodedata.normalize("NFC", label.lower())
    if lower.isascii() or unicodedata.normalize("NFKC", label) != unicodedata.normalize("NFC", label):
        return None
    encoded = "xn--" + lower.encode("punycode").decode("ascii")
    return encoded if len(encoded) <= 63 and _LABEL.fullmatch(encoded) else None


def read_from(header_values: Sequence[str]) -> tuple[str, str] | None:
    """Return (display name, bare address) of the one address of the one From.

    `header_values` are the raw values of all From fields. None unless there is
    exactly one field of at most 1 KB with exactly one mailbox (RFC 5322,
    section 3.4), written so that every reader sees the same address: no group,
    no route, no other address in an unquoted name, no comment that holds specials or
    stands inside the address. Encoded words are decoded after the address was
    found, in the name only. Never raises.
    """
    if len(header_values) != 1:
        return None
    value = header_values[0].replace("\r\n", "").replace("\n", "").strip(" \t")
    if len(_octets(value)) > FROM_BYTES:
        return None
    tokens = _tokens(value)
    return _mailbox(tokens) if tokens else None


def _octets(value: str) -> bytes:
    """The octets behind a header value: those beyond ASCII may stand as surrogates (PEP 383)."""
    try:
        return value.encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:
        return value.encode("utf-8", "replace")


def _tokens(value: str) -> list[tuple[str, str]] | None:
    """Cut a field value into (kind, text); None at the first thing that fits no kind."""
    found: list[tuple[str, str]] = []
    position = 0
    while position < len(value):
        token = _TOKEN.match(value, position)
        if token is None or token.lastgroup is None:
            return None
        found.append((token.lastgroup, token[0]))
        position = token.end()
    return found


def _mailbox(tokens: list[tuple[str, str]]) -> tuple[str, str] | None:
    kinds = [kind for kind, _ in tokens if kind not in ("space", "comment")]
    if kinds == ["word"]:
        return _old_form(tokens)
    if kinds.count("angle") != 1 or kinds[-1] != "angle":
        return None
    split = next(i for i, (kind, _) in enumerate(tokens) if kind == "angle")
    phrase = tokens[:split]
    address = bare(tokens[split][1][1:-1])
    if address is None or any(
        bare(text) != address for kind, text in phrase if kind == "word" and "@" in text
    ):
        return None  # "boss@own <evil@evil>"; its own address as a name is common, and read alike by all
    return _name(phrase), address


def _old_form(tokens: list[tuple[str, str]]) -> tuple[str, str] | None:
    """`joe@example.com (Joe)`: the address first, at most one comment after it."""
    if tokens[0][0] != "word" or sum(kind == "comment" for kind, _ in tokens) > 1:
        return None
    address = bare(tokens[0][1])
    comment = next((text[1:-1] for kind, text in tokens if kind == "comment"), "")
    return (_name([("word", comment)]), address) if address else None


def _name(phrase: Sequence[tuple[str, str]]) -> str:
    written = "".join(_ESCAPED.sub(r"\1", text[1:-1]) if kind == "quoted" else text for kind, text in phrase)
    return clean(decode_words(_octets(written).decode("utf-8", "replace")))


def display(name: str, address: str) -> str:
    """Return `"name" <address>` as one mailbox that `read_from` reads back.

    The name is quoted always, made one line, and holds no encoded word that
    was not ours. Raises ValueError when `address` is no address.
    """
    normal = bare(address)
    if normal is None:
        raise ValueError(f"not an address: {address!r}")
    label = clean(name).replace("=?", "= ?").replace("\\", "\\\\").replace('"', '\\"')
    return f'"{label}" <{normal}>' if label else normal


def traceless(address: str) -> str:
    """Return 20 hex digits by which an address is known again and which do not show it,
    so that an erasure leaves no trace of it."""
    return sha256(address.encode("utf-8", "replace")).hexdigest()[:20]
