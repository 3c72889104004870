"""Our own DKIM check, for mail whose server says nothing about it (RFC 6376).

A valid signature proves little by itself: it may cover half of the body, leave
Subject open, or be a year old and sent again. Ours is strict, and counts only
what it can be sure of: "pass" means that the From domain wrote these fields
and this body within a fortnight before the mail arrived.
"""

import re
from base64 import b64decode
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from types import MappingProxyType
from typing import Any, Literal

from intake.dkim_body import body_hash
from wire.addresses import a_labels
from wire.caps import CLOCK_SLACK, DKIM_FOR, DKIM_SIGNATURES, HEADER_BLOCK_BYTES

TxtLookup = Callable[[str], bytes | None]
"""The one TXT record of a name, or None: not there, several, or DNS away."""

LOOKUP_LIMIT = timedelta(seconds=3)
_SIGNED = (b"from", b"to", b"subject", b"date", b"message-id")
_ONCE = (
    *_SIGNED,
    *(b"reply-to", b"sender", b"cc", b"in-reply-to", b"references"),
    *(b"mime-version", b"content-type", b"content-transfer-encoding"),
)
_ALGORITHMS = frozenset({b"rsa-sha256", b"ed25519-sha256"})  # RFC 8301: no SHA-1
_RSA_BITS = 1024  # RFC 8301, section 3.2
_RECORD_BYTES = 4096  # a longer key record is made to cost time
_FIELD_BYTES = 4096  # of one signature field
_TRIES = 2  # lookups for one mail: a domain signs with RSA and Ed25519 at most
_FOLDS = re.compile(rb"[ \t\r\n]+")
_HEAD_END = re.compile(rb"\n\r?\n")
_GAP = re.compile(rb"\s{100}")
_SELECTOR = re.compile(rb"[A-Za-z0-9_-]+(?:\.[A-Za-z0-9_-]+)*")
_NUMBER = re.compile(rb"[0-9]{1,11}")  # enough for the year 5000
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)

_Tags = Mapping[bytes, bytes]
_Headers = Sequence[tuple[bytes, bytes]]


def dkim_check(
    raw: bytes, from_address: str, arrived_at: datetime, txt: TxtLookup
) -> Literal["pass", "none"]:
    """Return "pass" if one signature of the mail is valid and strict.

    Strict: its d= is the From domain or a parent of it (never the other way:
    who holds a subdomain does not speak for the whole); From, To, Subject,
    Date and Message-ID are signed, and Reply-To where there is one; none of
    them stands twice; no l=; RSA with SHA-256 and 1024 bits or more, or
    Ed25519 (where PyNaCl is there); key not revoked and not in test mode.
    Date, t= and x= are held against `arrived_at` (INTERNALDATE, aware UTC):
    not older than 14 days, not more than a day ahead, not expired.
    The topmost five signatures are tried. Linear in `raw`; never raises.
    """
    domain = a_labels(from_address.rpartition("@")[2])
    head, body = _cut(raw)
    if domain is None or not head:
        return "none"
    import dkim  # slow to load, and not needed where the server's word is pinned

    # What a hostile signature or key makes the library say; each means: unproven.
    broken = (dkim.DKIMException, ValueError, TypeError, LookupError, ArithmeticError, AttributeError)
    passed = False
    with suppress(*broken):
        checker = dkim.DKIM(head, minkey=_RSA_BITS)
        for line in _strict_ones(checker.headers, domain, arrived_at):
            with suppress(*broken):
                passed = passed or _is_valid(checker, line, body, txt)
    return "pass" if passed else "none"


def _cut(raw: bytes) -> tuple[bytes, bytes]:
    """Header block and body; no header where it is over the cap, or has no end."""
    end = _HEAD_END.search(raw, 0, HEADER_BLOCK_BYTES + 4)
    return (raw[: end.end()], raw[end.end() :]) if end else (b"", b"")


def _strict_ones(headers: _Headers, domain: str, arrived_at: datetime) -> Sequence[tuple[bytes, bytes]]:
    """The topmost signature fields worth a lookup and a hash of the body."""
    lines = [line for line in headers if line[0].lower() == b"dkim-signature"][:DKIM_SIGNATURES]
    return [line for line in lines if _is_strict(line[1], headers, domain, arrived_at)][:_TRIES]


def _is_strict(field: bytes, headers: _Headers, domain: str, arrived_at: datetime) -> bool:
    tags = _tags(field)
    if not tags or not _tags_are_strict(tags, domain, arrived_at):
        return False
    return _covers(_signed_names(tags), headers, arrived_at)


def _tags(field: bytes) -> _Tags:
    """The tags of a signature field; none at all where one is broken or stands
    twice (RFC 6376, section 3.2), or where the field is made to cost time."""
    tags: dict[bytes, bytes] = {}
    pieces = field.strip().removesuffix(b";").split(b";") if len(field) <= _FIELD_BYTES else []
    for piece in pieces:
        name, equals, value = (part.strip() for part in piece.partition(b"="))
        if not equals or not name.isalnum() or name in tags or _GAP.search(value):
            return {}
        tags[name] = value
    return tags


def _is_valid(checker: Any, line: tuple[bytes, bytes], body: bytes, txt: TxtLookup) -> bool:
    """Our body hash, then the library's check of the signature over the header.

    The library leaves the body alone where no bh= is named. It also checks t=
    and x= by the machine's clock, so we call the step after that.
    """
    tags = dict(_tags(line[1]))
    claimed = b64decode(_FOLDS.sub(b"", tags.pop(b"bh")), validate=True)
    if body_hash(body, tags.get(b"c", b"")) != claimed:
        return False
    return bool(checker.verify_sig(tags, list(_signed_names(tags)), line, _guarded(txt, tags)))


def _signed_names(tags: _Tags) -> tuple[bytes, ...]:
    return tuple(name.strip().lower() for name in tags.get(b"h", b"").split(b":"))


def _tags_are_strict(tags: _Tags, domain: str, arrived_at: datetime) -> bool:
    """The signature's own tags (RFC 6376, section 3.5)."""
    signer = a_labels(tags.get(b"d", b"").decode("ascii", "replace"))
    identity = (
        tags.get(b"i", b"@" + tags.get(b"d", b"")).rpartition(b"@")[2].decode("ascii", "replace").lower()
    )
    return (
        tags.get(b"v") == b"1"
        and tags.get(b"a") in _ALGORITHMS
        and b"l" not in tags
        and all(tags.get(name) for name in (b"b", b"bh", b"h"))
        and tags.get(b"q", b"dns/txt") == b"dns/txt"
        and _SELECTOR.fullmatch(tags.get(b"s", b"")) is not None
        and signer is not None
        and "." in signer
        and _within(domain, signer)
        and _within(identity, signer)
        and _times_hold(tags, arrived_at)
    )


def _within(domain: str, parent: str) -> bool:
    return domain == parent or domain.endswith("." + parent)


def _times_hold(tags: _Tags, arrived_at: datetime) -> bool:
    """t= and x= are seconds since 1970 (section 3.5); each may be missing."""
    signed, expires = tags.get(b"t"), tags.get(b"x")
    if signed is not None and not (_NUMBER.fullmatch(signed) and _fresh(_at(signed), arrived_at)):
        return False
    return expires is None or bool(_NUMBER.fullmatch(expires) and _at(expires) >= arrived_at)


def _at(seconds: bytes) -> datetime:
    return _EPOCH + timedelta(seconds=int(seconds))


def _fresh(moment: datetime, arrived_at: datetime) -> bool:
    return -CLOCK_SLACK <= arrived_at - moment <= DKIM_FOR


def _covers(signed: Sequence[bytes], headers: _Headers, arrived_at: datetime) -> bool:
    """What people read is signed, and none of it can be read twice."""
    there = Counter(name.lower() for name, _ in headers)
    if any(name not in signed for name in _SIGNED) or any(there[name] > 1 for name in _ONCE):
        return False
    if there[b"from"] != 1 or (there[b"reply-to"] and b"reply-to" not in signed):
        return False
    dates = [value for name, value in headers if name.lower() == b"date"]
    return len(dates) == 1 and _date_fresh(dates[0], arrived_at)


def _date_fresh(value: bytes, arrived_at: datetime) -> bool:
    try:
        written = parsedate_to_datetime(value[:100].decode("ascii", "replace").strip())
    except (TypeError, ValueError, OverflowError):
        return False
    return _fresh(written if written.tzinfo else written.replace(tzinfo=UTC), arrived_at)


def _guarded(txt: TxtLookup, tags: _Tags) -> Callable[..., bytes]:
    """The library's lookup: ours, and only records that may vouch for mail.

    RFC 6376, section 3.6.1: t=y means "treat as unsigned"; t=s wants i= to be
    d= itself; h= and s= may forbid our use of the key.
    """

    def lookup(name: bytes, timeout: int = 0) -> bytes:
        record = txt(name.decode("ascii").rstrip("."))
        return record if record and len(record) <= _RECORD_BYTES and _vouches(record, tags) else b""

    return lookup


def _vouches(record: bytes, tags: _Tags) -> bool:
    pairs = (tag.partition(b"=") for tag in record.split(b";"))
    key = MappingProxyType({name.strip(): value.strip() for name, _, value in pairs})
    flags, hashes, uses = (_list(key.get(name, b"")) for name in (b"t", b"h", b"s"))
    identity = tags.get(b"i", b"@" + tags[b"d"]).rpartition(b"@")[2].lower()
    return (
        b"y" not in flags
        and (b"s" not in flags or identity == tags[b"d"].lower())
        and (not hashes or b"sha256" in hashes)
        and (not uses or b"*" in uses or b"email" in uses)
    )


def _list(value: bytes) -> frozenset[bytes]:
    return frozenset(part.strip() for part in value.split(b":") if part.strip())


def dns_txt(limit: timedelta = LOOKUP_LIMIT, server: tuple[str, int] | None = None) -> TxtLookup:
    """Return a lookup by the machine's resolver, or by the name server at `server`
    (address, port), that answers within `limit`.

    None for no record, several records that hold a key, or DNS away: a key
    that is not surely the one is no key. The lookup never raises.
    """

    def lookup(name: str) -> bytes | None:
        import dns.exception  # slow to load: only once a mail wants it
        import dns.resolver

        try:
            resolver = dns.resolver.Resolver(configure=server is None)
            if server:
                resolver.nameservers, resolver.port = [server[0]], server[1]
            answer = resolver.resolve(name + ".", "TXT", lifetime=limit.total_seconds(), search=False)
        except (dns.exception.DNSException, ValueError, OSError):
            return None
        records = [b"".join(row.strings) for row in answer]
        keys = [record for record in records if b"p=" in record]
        return keys[0] if len(keys) == 1 else None

    return lookup
