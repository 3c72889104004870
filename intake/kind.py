"""What kind of mail it is: a person's words, or a machine's.

Machine mail never carries out anything and is never answered, so a person's
mail must not be taken for one. The signs are rows of `kind_rows`.
"""

import re
from dataclasses import dataclass
from datetime import datetime
from email.message import Message

from intake.body import Body
from intake.bounce import status_of
from intake.decode import ascii_of, field_of
from intake.kind_away import back_at
from intake.kind_reaction import reaction_in
from intake.kind_rows import AUTOREPLY_FIELDS, ROWS, KindRow
from intake.mail import MailKind
from intake.parse_addresses import read_addresses
from intake.tree import own_parts, type_of

Headers = tuple[tuple[str, str], ...]
_READ = 4000  # characters of text in which a machine says what it is
INVITATION = "an invitation (RFC 6047)"
_METHOD = re.compile(r"(?i)method=\"?(request|reply|cancel|counter|declinecounter|publish)")


@dataclass(frozen=True, slots=True)
class Kind:
    """The kind, the sign that told it, when an away person is back (aware UTC), a reaction's emoji."""

    kind: MailKind
    why: str = ""
    away_until: datetime | None = None
    reaction: str = ""


def kind_of(message: Message, headers: Headers, subject: str, body: Body, arrived_at: datetime) -> Kind:
    """Return the kind of a mail. `headers` are the kept fields, lower case names. Never raises on mail."""
    if reaction := reaction_in(message, headers, body.text):
        return Kind(MailKind.REACTION, "a reaction", reaction=reaction)
    if method := _calendar_method(message):
        invites = method.lower() in ("request", "publish")
        return Kind(MailKind.CALENDAR, INVITATION if invites else "an answer to an invitation (RFC 6047)")
    places = _places(message, headers, subject, body)
    row = _first_row(places)
    if row is None:
        return Kind(MailKind.HUMAN, "no sign of a machine")
    away = back_at(f"{subject}\n{body.text[:_READ]}", arrived_at) if row.kind is MailKind.AWAY else None
    return Kind(row.kind, row.why, away)


def _first_row(places: dict[str, str]) -> KindRow | None:
    """Return the first row whose signs are all there; plain loops, because every mail meets every row."""
    for row in ROWS:
        for place, pattern in row.signs:
            if not pattern.search(places.get(place, "")):
                break
        else:
            return row
    return None


def _places(message: Message, headers: Headers, subject: str, body: Body) -> dict[str, str]:
    places: dict[str, str] = {}
    for name, value in headers:
        places.setdefault(name, value.strip().lower())
    places["autoreply"] = "".join(places.get(name, "") for name in AUTOREPLY_FIELDS)
    senders = read_addresses(field_of(message, "from"))
    places["sender"] = senders[0][1].split("@")[0] if senders else _bare_local(ascii_of(message, "from"))
    places["subject"] = subject.lower()
    places["type"] = places.get("content-type", "")
    places["types"] = " ".join(type_of(part) for part in own_parts(message))
    places["text"] = body.text[:_READ].lower()
    places["returned"] = f"{places['text']}\n{places['types']}"
    places["status"] = status_of(message).lower()
    return places


def _bare_local(raw: str) -> str:
    """Return the name of a From without a usable address: "MAILER-DAEMON <>" says enough."""
    return raw.replace("<>", "").strip(' "').split("@")[0].split(" ")[0].lower()


def _calendar_method(message: Message) -> str:
    """Return what a calendar program does with the event that is a version of the body, or ""."""
    for part in own_parts(message):
        if type_of(part) == "text/calendar":
            attached = ascii_of(part, "content-disposition").lower().startswith("attachment")
            method = _METHOD.search(ascii_of(part, "content-type"))
            if method and not attached:
                return method[1]
    return ""
