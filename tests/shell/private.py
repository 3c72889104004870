"""What a letter must not hold (trust.md; law L12), looked for in its very bytes.

A letter is opened as its reader's mail client opens it, and further: the parts,
the files, mails inside files, links. Nothing of the code that wrote the letter
is used, but the keys, to tell a real token from one that only looks like one.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from email import message_from_bytes
from email.errors import MessageError
from email.header import decode_header, make_header
from email.message import Message
from email.utils import parseaddr
from html import unescape
from itertools import pairwise
from urllib.parse import unquote
from zoneinfo import ZoneInfo

from language.ordinals import nth
from tasks.model import Due
from tasks.people import House, Person
from wire.tokens import Keyring, Purpose, Token, read_message_id, read_token

_TAG = re.compile(r"[tdkco][0-9]{0,9}-[a-z0-9][a-z0-9_.-]{0,39}-[0-9]{1,9}-[a-z2-7]{16}", re.IGNORECASE)
_ID = re.compile(_TAG.pattern + r"\.[a-z0-9]{1,64}", re.IGNORECASE)
_DEEP = 6  # mails in mails that are opened


@dataclass(frozen=True, slots=True)
class Watch:
    """What a leak is told by: the people, the keys, our domain, the mails that came
    so far (asked for only where a name is found), the private dates of owners, the dates
    that contractors know, and the clock."""

    house: House
    ring: Keyring
    domain: str
    came: Callable[[], Iterable[bytes]]
    own_dates: Callable[[], Iterable[Due]] = tuple
    shown_dates: Callable[[], Iterable[datetime]] = tuple
    now: datetime = datetime.max.replace(tzinfo=UTC)


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
    """Private dates of owners, in each form that we print, in the owner's words, and as
    people spell them, which the reader did not write."""
    forms = {form for due in known.own_dates() for form in (*_forms(due, known), *spellings(due, known))}
    lines = {line for text in texts for line in _broken_too(text)}
    shown = {form for form in forms if any(_stands_in(form, line) for line in lines if not _is_mark(line))}
    said = _written_by(reader, known) if shown else ""
    yield from (f"the owner's own date {form!r}" for form in shown if form not in said)


def _broken_too(text: str) -> Iterator[str]:
    """Its lines, and each with the next: a mail program may break a date in two."""
    lines = [" ".join(line.lstrip("> ").split()).casefold() for line in text.splitlines()]
    yield from lines
    yield from (
        f"{line} {after}" for line, after in pairwise(lines) if not _is_mark(line) and not _is_mark(after)
    )


def _is_mark(line: str) -> bool:
    """A field, or the head of a quote, that tells when a mail was written, not what is due."""
    head = line.startswith("on ") and (line.endswith("wrote:") or "@" in line)
    return head or line.startswith(("date:", "message-id:", "references:", "in-reply-to:", "x-"))


def _stands_in(form: str, line: str) -> bool:
    return form in line and re.search(rf"(?<!\w){re.escape(form)}(?!\w)", line) is not None


def _forms(due: Due, known: Watch) -> Iterator[str]:
    for zone in _zones(due, known):
        wall = due.at.astimezone(ZoneInfo(zone))
        day = f"{wall:%a} {wall.day} {wall:%b}"
        yield f"{day} {wall:%Y}, {wall:%H:%M}".casefold()
        yield f"{day} {wall:%H:%M}".casefold()
        yield f"{wall:%Y-%m-%d %H:%M}"
        yield f"{wall:%Y-%m-%dt%H:%M}"
    if len(due.phrase) > 5:  # "Mon" alone may stand anywhere
        yield due.phrase.casefold()


def _zones(due: Due, known: Watch) -> set[str]:
    return {due.zone, "UTC", *(person.zone for person in known.house.people.values())}


def spellings(due: Due, known: Watch) -> Iterator[str]:
    """The moment on each wall clock, and the day on the owner's, as people write them.
    A day that has come, or that a contractor has a date on, may be named."""
    for zone in _zones(due, known):
        wall = due.at.astimezone(ZoneInfo(zone))
        hours = (
            {f"{wall:%I}".lstrip("0") + gap + f"{wall:%p}" for gap in ("", " ")} if not wall.minute else set()
        )
        for hour in (*hours, f"{wall:%H:%M}"):
            for name in (f"{wall:%A}", f"{wall:%a}"):
                yield from (
                    form.casefold() for form in (f"{name} {hour}", f"{hour} {name}", f"{hour} on {name}")
                )
    wall = due.at.astimezone(ZoneInfo(due.zone))
    today = known.now.astimezone(ZoneInfo(due.zone)).date()
    taken = {at.astimezone(ZoneInfo(z)).date() for at in known.shown_dates() for z in _zones(due, known)}
    if wall.date() <= today or wall.date() in taken:
        return
    day, month = wall.day, wall.month
    yield from (
        f"{wall:%Y-%m-%d}",
        f"{day:02}.{month:02}.",
        f"{day}.{month}.",
        f"{month}/{day}",
        f"the {nth(day)}",
        *(f"{lead} {wall:%A}".casefold() for lead in ("on", "by", "for", "until", "before", "this")),
    )
    for name in (f"{wall:%b}".casefold(), f"{wall:%b}.".casefold(), f"{wall:%B}".casefold()):
        yield from (f"{name} {day}", f"{day} {name}", f"{name} {nth(day)}", f"{nth(day)} of {name}")
    yield f"in {(wall.date() - today).days} days"


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
