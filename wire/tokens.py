"""Signed tokens: which letter a mail answers, and whose letter it was.

A token stands in the Reply-To of each letter and in its Message-ID. It is
bound to one person, one number and one key; who has no letter of ours cannot
make one. Whether its holder wrote the mail is another question (intake.sender).
"""

import hmac
import re
from base64 import b32encode
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import lru_cache

from wire.addresses import a_labels, bare

_VERSION = "handoff-1"
_MAC_OCTETS = 10  # 80 bits: 16 characters of base32, no padding
_NUMBERED = re.compile(r"[1-9][0-9]{0,8}")
_EPOCH = _NUMBERED
_MAC = re.compile(r"[a-z2-7]{16}")
_PERSON = re.compile(r"[a-z0-9](?:[a-z0-9_.-]{0,38}[a-z0-9])?")
_KEY = re.compile(r"[a-z0-9]{1,64}")
_SHAPE = r"[tdkco][0-9]{0,9}-[a-z0-9][a-z0-9_.-]{0,39}-[0-9]{1,9}-[a-z2-7]{16}(?![a-z0-9])"
_LOOKS = re.compile(r"[tdkco][0-9]{0,9}-[a-z0-9][a-z0-9_.-]{0,39}-[0-9]{1,9}-[a-z0-9]{4,40}", re.IGNORECASE)
_PLUS = r"(?:\+|%2b|&#43;|&#x2b;|&plus;)"
_IN_ADDRESS = re.compile(_PLUS + _SHAPE, re.IGNORECASE)
# "%252B" before it, too: a plus escaped twice, as link rewriters do.
_IN_ID = re.compile(r"(?:(?<![a-z0-9])|(?<=2b))" + _SHAPE + r"(?:\.[a-z0-9]{1,64})?", re.IGNORECASE)


class Purpose(StrEnum):
    """What a token is for: its leading letter. DIGEST and OWNER bear no number."""

    TASK = "t"
    DIGEST = "d"
    KNOCK = "k"
    CODE = "c"
    OWNER = "o"  # the owner's secret address


_WITHOUT_NUMBER = frozenset({Purpose.DIGEST, Purpose.OWNER})


@dataclass(frozen=True, slots=True)
class Token:
    """`number` is the task, the held mail or the code; 0 where the purpose has
    none. `epoch` names the key, or for OWNER the person's secret address."""

    purpose: Purpose
    person: str
    number: int = 0
    epoch: int = 1


@dataclass(frozen=True, slots=True)
class Keyring:
    """`keys` by epoch, each of 32 octets or more; `current` signs. A key taken
    out makes its tokens unknown: keep the last one for 90 days. `secret_epochs`
    gives the epoch of each owner's secret address (1 if not named), so that one
    address is renewed without touching a key. `retired` tells since when (ISO
    8601, UTC) an older key only checks; `instance` is the mark of this house, ""
    where its first key still makes it."""

    keys: Mapping[int, bytes] = field(repr=False)  # no key in a log or a traceback
    current: int
    secret_epochs: Mapping[str, int] = field(default_factory=dict)
    retired: Mapping[int, str] = field(default_factory=dict)
    instance: str = ""

    def secret_epoch(self, person: str) -> int:
        return self.secret_epochs.get(person, 1)


def mint(purpose: Purpose, person: str, ring: Keyring, number: int = 0) -> Token:
    """Return a token of the current epoch."""
    epoch = ring.secret_epoch(person) if purpose is Purpose.OWNER else ring.current
    return Token(purpose, person, number, epoch)


def sign(token: Token, ring: Keyring) -> str:
    """Return the tag of an address: "t42-joy-1-" and 16 characters of base32.

    Raises ValueError for a token that cannot be written (a person's key that is
    not lower case ASCII, a number where none belongs) and KeyError for an epoch
    without a key: both are our own mistakes.
    """
    return _signed(token, ring, "")


def read_token(tag: str, ring: Keyring) -> Token | None:
    """Return the token of a tag in any case; None if it is forged, malformed, or
    of an epoch whose key is gone. Linear; never raises."""
    return _checked(tag, ring, "")


def message_id(token: Token, key: str, ring: Keyring, domain: str) -> str:
    """Return `<t42-joy-1-MAC.KEY@domain>`; the MAC covers the letter's `key` too.

    Stable: the same letter has the same id after a restart, as long as the
    epoch is the same. Raises like `sign`, and for a key that is not `[a-z0-9]`.
    """
    if not _KEY.fullmatch(key):
        raise ValueError(f"a letter's key is lower case ASCII, not {key!r}")
    return f"<{_signed(token, ring, key)}.{key}@{domain.lower()}>"


def read_message_id(mid: str, ring: Keyring, domain: str) -> tuple[Token, str] | None:
    """Return (token, letter key) of a Message-ID that we signed, with or without
    its angle brackets; None for any other. Never raises."""
    local, _, at = mid.strip(" \t\r\n").removeprefix("<").removesuffix(">").rpartition("@")
    tag, dot, key = local.lower().rpartition(".")
    if not dot or not _KEY.fullmatch(key) or a_labels(at) != a_labels(domain) or a_labels(at) is None:
        return None
    token = _checked(tag, ring, key)
    return (token, key) if token else None


def _signed(token: Token, ring: Keyring, key: str) -> str:
    if not _PERSON.fullmatch(token.person) or ".." in token.person:
        raise ValueError(f"a person's key is lower case ASCII, not {token.person!r}")
    if (token.number > 0) == (token.purpose in _WITHOUT_NUMBER):
        raise ValueError(f"{token.purpose.name} with number {token.number}")
    signing = ring.keys[ring.current if token.purpose is Purpose.OWNER else token.epoch]
    number = token.number or ""
    return f"{token.purpose}{number}-{token.person}-{token.epoch}-{_mac(token, signing, key)}"


@lru_cache(maxsize=1024)
def _mac(token: Token, signing: bytes, key: str) -> str:
    """The address and the Message-ID of one letter have different MACs: the
    last field is empty or not. No field can hold a NUL, so none runs over."""
    fields = (_VERSION, token.purpose.value, str(token.number), token.person, str(token.epoch), key)
    digest = hmac.digest(signing, "\0".join(fields).encode("ascii"), "sha256")  # in one step, in C
    return b32encode(digest[:_MAC_OCTETS]).decode("ascii").lower()


def _checked(tag: str, ring: Keyring, key: str) -> Token | None:
    read = _parsed(tag.lower()) if tag.isascii() and len(tag) <= 100 else None
    if read is None:
        return None
    token, mac = read
    good = [hmac.compare_digest(mac, _mac(token, signing, key)) for signing in _keys_for(token, ring)]
    return token if any(good) else None


def _parsed(tag: str) -> tuple[Token, str] | None:
    head, _, rest = tag.partition("-")
    person, _, tail = rest.rpartition("-")
    person, _, epoch = person.rpartition("-")
    if not (_MAC.fullmatch(tail) and _EPOCH.fullmatch(epoch) and _PERSON.fullmatch(person)):
        return None
    if head[:1] not in set(Purpose) or not (head[1:] == "" or _NUMBERED.fullmatch(head[1:])):
        return None
    purpose = Purpose(head[0])
    if (purpose in _WITHOUT_NUMBER) != (head[1:] == ""):
        return None
    return Token(purpose, person, int(head[1:] or 0), int(epoch)), tail


def _keys_for(token: Token, ring: Keyring) -> tuple[bytes, ...]:
    """The secret address carries an epoch of its own and lives through a change
    of key: any key still in the ring may have signed it."""
    if token.purpose is Purpose.OWNER:
        return tuple(ring.keys.values()) if token.epoch == ring.secret_epoch(token.person) else ()
    return (ring.keys[token.epoch],) if token.epoch in ring.keys else ()


def tagged(address: str, tag: str) -> str:
    """Return `address` with a plus tag: tasks+<tag>@example.com (RFC 5233)."""
    local, _, domain = address.rpartition("@")
    return f"{local}+{tag}@{domain}"


def tag_of(address: str, base: str) -> str | None:
    """Return the plus tag of one of our addresses in lower case: "" if it is the
    base address itself, None if it is not ours. Any case; never raises."""
    theirs, ours = bare(address), bare(base)
    if theirs is None or ours is None:
        return None
    local, _, domain = theirs.rpartition("@")
    our_local, _, our_domain = ours.rpartition("@")
    if domain != our_domain or (local != our_local and not local.startswith(our_local + "+")):
        return None
    return local[len(our_local) + 1 :]


def looks_signed(tag: str) -> bool:
    """True for a tag in the shape of a token, valid or not: no person's name."""
    return _LOOKS.fullmatch(tag) is not None


def strip_tokens(text: str, base: str) -> str:
    """Return `text` without our tokens, before it is mailed on to somebody else.

    A tagged address loses its tag, also where the plus is escaped as in links
    and HTML; the signed part of a Message-ID becomes the local part of `base`,
    our own address. Valid or forged is not asked. Linear in the length of `text`.
    """
    if text.count("-") < 3:  # every token holds as many
        return text
    local = base.rpartition("@")[0]
    return _IN_ID.sub(lambda _: local, _IN_ADDRESS.sub("", text))


def letter_key_in(mid: str) -> str:
    """Return the letter key that a Message-ID in our form names, or "". Nothing is
    proven by it: ask only for ids that are known to be ours, as those of the store
    are, whose key of signing may be gone."""
    local = mid.strip(" \t\r\n<>").rpartition("@")[0].lower()
    tag, _, key = local.rpartition(".")
    return key if _KEY.fullmatch(key) and looks_signed(tag) else ""
