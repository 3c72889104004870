"""What a letter must not hold (trust.md; law L12), looked for in its very bytes.

A letter is opened as its reader's mail client opens it, and further: the parts,
the files, mails inside files, links. Nothing of the code that wrote the letter
is used, but the keys, to tell a real token from one that only looks like one.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from email import message_from_bytes
from email.errors import MessageError
from email.header import decode_header, make_header
from email.message import Message
from email.utils import parseaddr
from html import unescape
from urllib.parse import unquote
from zoneinfo import ZoneInfo

from tasks.model import Due
from tasks.people import House, Person
from wire.tokens import Keyring, Purpose, Token, read_message_id, read_token

_TAG = re.compile(r"[tdkco][0-9]{0,9}-[a-z0-9][a-z0-9_.-]{0,39}-[0-9]{1,9}-[a-z2-7]{16}", re.IGNORECASE)
_ID = re.compile(_TAG.pattern + r"\.[a-z0-9]{1,64}", re.IGNORECASE)
_DEEP = 6  # mails in mails that are opened


@dataclass(frozen=True, slots=True)
class Watch:
    """What a leak is told by: the people, the keys, our domain, the mails that came
    so far (asked for only where a name is found), and the private dates of owners."""

    house: House
    ring: Keyring
    domain: str
    came: Callable[[], Iterable[bytes]]
    own_dates: Callable[[], Iterable[Due]] = tuple


def leaks(raw: bytes, to: str, known: Watch) -> list[str]:
    """Name everything in a letter that its reader (an address) must not have."""
    reader = known.house.person_at(to)
    assert reader is not None, f"a letter to {to}, who is not registered (L5)"
    texts = list(texts_of(message_from_bytes(raw)))
    found = [
        f"token of {t.person} ({t.purpose.name})" for t in tokens_in(texts, known) if not _own(t, reader)
    ]
    if "owner" not in reader.roles:
        found += _others_named(texts, reader, known)
        found += _own_dates(texts, reader, known)
    return found


def _own_dates(texts: list[str], reader: Person, known: Watch) -> Iterator[str]:
    """Private dates of owners, in each form that we print and in the owner's words,
    which the reader did not write."""
    forms = {form for due in known.own_dates() for form in _forms(due, known)}
    lines = {" ".join(line.split()).casefold() for text in texts for line in text.splitlines()}
    shown = {form for form in forms if any(form in line for line in lines)}
    said = _written_by(reader, known) if shown else ""
    yield from (f"the owner's own date {form!r}" for form in shown if form not in said)


def _forms(due: Due, known: Watch) -> Iterator[str]:
    for zone in {due.zone, "UTC", *(person.zone for person in known.house.people.values())}:
        wall = due.at.astimezone(ZoneInfo(zone))
        day = f"{wall:%a} {wall.day} {wall:%b}"
        yield f"{day} {wall:%Y}, {wall:%H:%M}".casefold()
        yield f"{day} {wall:%H:%M}".casefold()
        yield f"{wall:%Y-%m-%d %H:%M}"
        yield f"{wall:%Y-%m-%dt%H:%M}"
    if len(due.phrase) > 5:  # "Mon" alone may stand anywhere
        yield due.phrase.casefold()


def _written_by(reader: Person, known: Watch) -> str:
    mails = (message_from_bytes(raw) for raw in known.came())
    mine = (m for m in mails if parseaddr(str(m["From"]))[1].lower() in reader.addresses)
    return " ".join(" ".join(text for mail in mine for text in texts_of(mail)).split()).casefold()


def _own(token: Token, reader: Person) -> bool:
    return token.person == reader.key and token.purpose is not Purpose.OWNER


def tokens_in(texts: Iterable[str], known: Watch) -> Iterator[Token]:
    """Every token that would be believed, whatever dress it wears."""
    for text in texts:
        for dressed in {text, unquote(text), unescape(text), re.sub(r"\s", "", text)}:
            read = (read_token(tag, known.ring) for tag in _TAG.findall(dressed))
            ids = (
                read_message_id(f"{mid}@{known.domain}", known.ring, known.domain)
                for mid in _ID.findall(dressed)
            )
            yield from (token for token in read if token)
            yield from (pair[0] for pair in ids if pair)


def _others_named(texts: Iterable[str], reader: Person, known: Watch) -> Iterator[str]:
    """Lines with the full name or an address of another contractor, which neither an
    owner nor the reader wrote."""
    others = [p for p in known.house.people.values() if p.key != reader.key and "owner" not in p.roles]
    signs = {s.casefold() for p in others for s in (p.name, *p.addresses)}
    lines = {" ".join(line.split()).casefold() for text in texts for line in text.splitlines()}
    named = {(sign, line) for line in lines for sign in signs if sign in line}
    said = _said_to(reader, known) if named else ""
    yield from (f"{sign!r} in {line[:120]!r}" for sign, line in named if sign not in said)


def _said_to(reader: Person, known: Watch) -> str:
    """All that an owner, who may say anything to anybody, or the reader has written."""
    words = []
    for raw in known.came():
        mail = message_from_bytes(raw)
        author = known.house.person_at(parseaddr(str(mail["From"]))[1].lower())
        if author and ("owner" in author.roles or author.key == reader.key):
            words += list(texts_of(mail))
    return " ".join(" ".join(words).split()).casefold()


def _decoded(value: str) -> str:
    """A field as mail programs show it; as it stands where no program could."""
    try:
        return str(make_header(decode_header(value)))
    except (LookupError, ValueError, MessageError):
        return value


def texts_of(message: Message, depth: int = 0) -> Iterator[str]:
    """The header fields, the text parts, and what can be read in the files."""
    for name, value in message.items():
        yield f"{name}: {_decoded(str(value))}"
    for part in message.walk():
        if part is not message:
            yield from (f"{n}: {v}" for n, v in part.items())
        data = part.get_payload(decode=True)
        if isinstance(data, bytes):
            yield data.decode("utf-8", "replace")
            if (
                depth < _DEEP
                and part.get_content_maintype() not in {"image", "audio", "video"}
                and part.get_filename()
            ):
                yield from texts_of(message_from_bytes(data), depth + 1)
