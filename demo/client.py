"""A person's mail client: writes mails as ordinary clients do, and reads letters.

A reply keeps what a real client keeps: the Reply-To it was sent to, In-Reply-To,
References, the Subject with Re:, and the letter quoted below. Nothing else.
"""

import smtplib
from dataclasses import dataclass
from datetime import datetime
from email import message_from_bytes
from email.header import decode_header, make_header
from email.message import EmailMessage, Message
from email.policy import SMTP
from email.utils import format_datetime, make_msgid

from demo.cast import BY_ADDRESS, Player
from demo.post import Delivery
from demo.server import EmbeddedServer

SEND_LIMIT = 10.0  # seconds, on loopback
Attached = tuple[str, str]  # the name of a text file, and its words


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter of Handoff as it lay in its reader's mailbox."""

    number: int
    reader: Player
    at: datetime
    raw: bytes
    kind: str
    tag: str
    subject: str
    text: str
    html: str
    message: Message

    def field(self, name: str) -> str:
        """A header field, unfolded; "" where there is none."""
        return " ".join(str(self.message[name] or "").split())


def letter_of(number: int, delivery: Delivery) -> Letter:
    """Read a delivered letter."""
    message = message_from_bytes(delivery.raw)
    return Letter(
        number=number,
        reader=BY_ADDRESS[delivery.to],
        at=delivery.at,
        raw=delivery.raw,
        kind=str(message["X-Handoff-Letter"] or "mail"),
        tag=str(message["X-Handoff-Task"] or ""),
        subject=str(make_header(decode_header(str(message["Subject"] or "")))),
        text=_part(message, "text/plain"),
        html=_part(message, "text/html"),
        message=message,
    )


def _part(message: Message, wanted: str) -> str:
    for part in message.walk():
        if part.get_content_type() == wanted and not part.get_filename():
            payload = part.get_payload(decode=True)
            assert isinstance(payload, bytes)
            return payload.decode("utf-8", "replace").replace("\r\n", "\n")
    return ""


def fresh(
    writer: Player, to: str, subject: str, words: str, now: datetime, attached: Attached | None = None
) -> EmailMessage:
    """A new mail, dated on the writer's own clock."""
    mail = EmailMessage(policy=SMTP)
    mail["From"] = f"{writer.name} <{writer.address}>"
    mail["To"] = to
    mail["Subject"] = subject
    mail["Date"] = format_datetime(writer.local(now))
    mail["Message-ID"] = make_msgid(domain=writer.address.partition("@")[2])
    mail.set_content(words)
    if attached:
        name, content = attached
        subtype = "csv" if name.endswith(".csv") else "plain"
        mail.add_attachment(content, subtype=subtype, filename=name)
    return mail


def reply(letter: Letter, words: str, now: datetime, attached: Attached | None = None) -> EmailMessage:
    """An answer to a letter, with the letter quoted below it."""
    quoted = "\n".join(f"> {line}".rstrip() for line in letter.text.rstrip().splitlines())
    written = f"{letter.reader.local(letter.at):On %a, %b %-d, %Y at %-I:%M %p}"
    body = f"{words}\n\n{written} {letter.field('From')} wrote:\n{quoted}\n"
    subject = letter.subject if letter.subject.startswith("Re:") else f"Re: {letter.subject}"
    to = letter.field("Reply-To") or letter.field("From")
    mail = fresh(letter.reader, to, subject, body, now, attached)
    parent = letter.field("Message-ID")
    mail["In-Reply-To"] = parent
    mail["References"] = f"{letter.field('References')} {parent}".strip()
    return mail


def send(server: EmbeddedServer, writer: Player, mail: EmailMessage) -> None:
    """Submit a mail with the writer's own login."""
    account = next(a for a in server.accounts if a.user == writer.user)
    with smtplib.SMTP(server.host, server.smtp_port, timeout=SEND_LIMIT) as line:
        line.login(account.user, account.password)
        line.send_message(mail)
