"""People and their mail programs: mails as a real client writes them.

Only the headers that a client keeps: From, To, Cc, Subject, Date, Message-ID,
In-Reply-To, References. They go out by swaks, from the sender's own server.
"""

import itertools
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import format_datetime

from shell.letters_known import text_of
from tests.servers.sink import Caught
from tests.servers.stack import Stack

STEPHANIE = "Stephanie Miller <stephanie@owner.test>"
JOY = "Joy Santos <joy@contractor.test>"
JOY_AT_HOME = "Joy Santos <joy@private.test>"  # her second registered address
BEN = "Ben Okafor <ben@contractor.test>"
OURS = "tasks@shop.test"


def address_of(person: str) -> str:
    """ "Joy Santos <joy@contractor.test>" -> "joy@contractor.test"."""
    return person.rpartition("<")[2].rstrip(">")


@dataclass(frozen=True, slots=True)
class Mail:
    """What somebody writes. `to` and `cc` are the headers; `envelope` is where
    it goes, of which only our own address leads to this machine's mailbox."""

    sender: str
    to: str
    subject: str
    body: str
    message_id: str
    cc: str = ""
    in_reply_to: str = ""
    references: str = ""

    @property
    def envelope(self) -> str:
        everybody = (a.strip() for a in f"{self.to},{self.cc}".split(","))
        return next(address_of(a) for a in everybody if address_of(a).endswith("@shop.test"))

    @property
    def raw(self) -> bytes:
        rows = {
            "From": self.sender,
            "To": self.to,
            "Cc": self.cc,
            "Subject": self.subject,
            "Date": format_datetime(datetime.now(UTC)),
            "Message-ID": self.message_id,
            "In-Reply-To": self.in_reply_to,
            "References": self.references,
        }
        head = "".join(f"{name}: {value}\r\n" for name, value in rows.items() if value)
        kind = "MIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n"
        return (head + kind + "\r\n" + self.body.replace("\n", "\r\n") + "\r\n").encode()


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter as its reader has it, envelope included."""

    caught: Caught

    def __getitem__(self, name: str) -> str:
        return " ".join(str(self.caught.message[name] or "").split())

    @property
    def kind(self) -> str:
        return self["X-Handoff-Letter"]

    @property
    def to(self) -> str:
        return self.caught.recipients[0]

    @property
    def message_id(self) -> str:
        return self["Message-ID"]

    @property
    def references(self) -> list[str]:
        return self["References"].split()

    @property
    def text(self) -> str:
        return text_of(self.caught.message)

    @property
    def words(self) -> str:
        """All that its bytes say, in every version and file of it."""
        parts = (part.get_payload(decode=True) for part in self.caught.message.walk())
        shown = b" ".join(part for part in parts if isinstance(part, bytes)).decode("utf-8", "replace")
        return f"{self.caught.raw.decode('utf-8', 'replace')} {shown}"


@dataclass
class Clients:
    """Everybody's mail programs. `by_swaks` sends one mail over the internet
    side, where the server's own verdict comes on top."""

    stack: Stack
    numbers: Iterator[int] = field(default_factory=lambda: itertools.count(1))

    def fresh(self, sender: str, to: str, subject: str, body: str, cc: str = "") -> Mail:
        """A mail that answers nothing."""
        return Mail(sender, to, subject, body, self._id(sender), cc)

    def answer(self, letter: Letter, body: str, sender: str = "", to: str = "", cc: str = "") -> Mail:
        """The reply button: to Reply-To, Re: the Subject, the letter quoted below."""
        subject = letter["Subject"] if letter["Subject"].startswith("Re:") else f"Re: {letter['Subject']}"
        quoted = "\n".join(f"> {line}" for line in letter.text.splitlines())
        wrote = f"On Mon, Nov 23, 2026 at 9:12 AM Tasks <{OURS}> wrote:"
        return Mail(
            sender or letter["To"],
            to or letter["Reply-To"] or letter["From"],
            subject,
            f"{body}\n\n{wrote}\n{quoted}",
            self._id(sender or letter["To"]),
            cc,
            letter.message_id,
            " ".join([*letter.references, letter.message_id]),
        )

    def by_swaks(self, mail: Mail) -> None:
        """Send it, from the server of the sender's own domain."""
        words = ["--from", address_of(mail.sender), "--to", mail.envelope]
        path = self.stack.home / "mail.eml"
        path.write_bytes(mail.raw.replace(b"\r\n.", b"\r\n..") + b".")  # swaks adds nothing, not even the end
        helo = f"mx.{address_of(mail.sender).partition('@')[2]}"
        self.stack.swaks(*words, "--data", f"@{path}", "--no-data-fixup", helo=helo)

    def _id(self, sender: str) -> str:
        return f"<m{next(self.numbers)}@{address_of(sender).partition('@')[2]}>"
