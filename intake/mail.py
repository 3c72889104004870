"""A mail, parsed: what the worker found, before anybody asks who may do what.

Everything in it is plain data that crosses a pipe. Nothing here was believed
yet: `sender` (intake.sender) weighs the proof, `route` finds the task.
"""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from language.meaning import NewWords


class MailKind(StrEnum):
    HUMAN = "human"
    AWAY = "away"
    BOUNCE = "bounce"
    DELAY = "delay"
    RECEIPT = "read receipt"
    LIST = "list"
    CALENDAR = "calendar"
    REACTION = "reaction"
    AUTOMATIC = "automatic"


@dataclass(frozen=True, slots=True)
class RawMail:
    """Bytes as fetched. `raw` may be only the head of a larger one (`whole`
    False, `size` the true octets). `in_sent`: found in the Sent folder of the
    account that we log in to. `arrived_at` is INTERNALDATE, aware UTC."""

    raw: bytes
    arrived_at: datetime
    account: str = ""
    folder: str = ""
    uidvalidity: int = 0
    uid: int = 0
    in_sent: bool = False
    whole: bool = True
    size: int = 0


@dataclass(frozen=True, slots=True)
class Part:
    """An attachment: `name` a safe label, `data` its decoded bytes. `signed`: it shows
    a reply address of ours, and so must not be passed on."""

    name: str
    media_type: str
    data: bytes
    inline: bool = False
    content_id: str = ""
    signed: bool = False


@dataclass(frozen=True, slots=True)
class Report:
    """What a bounce says: the recipient, the status code ("5.1.1"), a reason
    word (Sisimai's vocabulary), and our own Message-IDs found inside. `final`:
    it says by itself that no more is tried, whatever the code (RFC 3464)."""

    recipient: str = ""
    status: str = ""
    reason: str = ""
    original_ids: tuple[str, ...] = ()
    final: bool = False


@dataclass(frozen=True, slots=True)
class InboundMail:
    """The parsed fields. Addresses are bare and lower case; `from_addresses`
    are all addresses of all From fields as our strict reader sees them and
    `from_agrees` whether the second reader saw the same single one.
    `headers` keeps the raw fields the later steps need, topmost first, lower
    case names: authentication-results, delivered-to, return-path,
    auto-submitted, list-id, x-handoff-instance, ... `text` is the readable
    body, `body_from` of which parts, `html` the raw HTML body if there was one. `trouble` is a sentence
    when something could not be read; never an exception."""

    message_id: str = ""
    in_reply_to: str = ""
    references: tuple[str, ...] = ()
    subject: str = ""
    from_addresses: tuple[str, ...] = ()
    from_name: str = ""
    from_agrees: bool = False
    reply_to: tuple[str, ...] = ()
    to: tuple[str, ...] = ()
    cc: tuple[str, ...] = ()
    written_at: datetime | None = None
    text: str = ""
    html: str = ""
    body_from: str = ""
    words: NewWords = NewWords("")
    parts: tuple[Part, ...] = ()
    headers: tuple[tuple[str, str], ...] = ()
    kind: MailKind = MailKind.HUMAN
    kind_why: str = ""
    away_until: datetime | None = None
    report: Report = field(default_factory=Report)
    reaction: str = ""
    trouble: str = ""

    def fields(self, name: str) -> tuple[str, ...]:
        """All values of a kept header field, topmost first."""
        return tuple(v for n, v in self.headers if n == name)
