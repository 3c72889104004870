"""The daemon's rooms on the tests' own mail system, its people writing by swaks.

Replies carry only the headers that a real client keeps. The clock is this
machine's, moved on by hand; each step waits for the mail to arrive.
"""

import itertools
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email.message import Message
from pathlib import Path

from config import load
from shell.checking import secret_addresses
from shell.rounds import Round, first_start, one_round
from shell.workshop import Workshop, open_workshop
from tests.servers.running import until
from tests.servers.sink import Caught
from tests.servers.stack import TASKS, Stack

CONFIG = """
mailbox: {{host: 127.0.0.1, port: {imaps}, user: tasks@shop.test, password_env: PW, ca_file: {ca}}}
smtp: {{host: 127.0.0.1, port: {submission}, security: starttls, ca_file: {ca}}}
address: {{base: tasks@shop.test}}
trust: {{{trust}dkim: no}}
people:
  ann: {{name: Ann Owner, roles: [owner], addresses: [ann@owner.test], zone: America/Los_Angeles}}
  joy: {{name: Joy Santos, roles: [contractor], addresses: [joy@contractor.test], zone: Asia/Manila}}
"""
ANN, JOY = "ann@owner.test", "joy@contractor.test"


@dataclass
class Shop:
    """Handoff at work on a stack. `ahead` is how far its clock runs before ours."""

    stack: Stack
    rooms: Workshop
    ahead: list[timedelta]
    count: Iterator[int] = field(default_factory=lambda: itertools.count(1))

    def write(self, from_: str, to: str, subject: str, body: str, *headers: str, cc: str = "") -> Round:
        """A person writes one mail, which goes by SMTP to our address alone; then
        one round is done."""
        domain = from_.partition("@")[2]
        lines = [f"To: {to}", f"Subject: {subject}", f"Message-Id: <m{next(self.count)}@{domain}>", *headers]
        words = ["--from", from_]
        for line in [*lines, f"Cc: {cc}"] if cc else lines:
            words += ["--header", line]
        ours = next(a for a in (to, cc) if a.endswith("@shop.test"))
        self.stack.swaks(*words, "--to", ours, "--body", body, helo=f"mx.{domain}")
        self.stack.wait_for_mail(TASKS, 1)
        return one_round(self.rooms)

    def reply(self, letter: Caught, body: str) -> Round:
        """The reader of a letter answers it as a mail client does."""
        m = letter.message
        thread = f"{m['References'] or ''} {m['Message-ID']}".strip()
        subject = m["Subject"] if m["Subject"].startswith("Re:") else f"Re: {m['Subject']}"
        headers = (f"In-Reply-To: {m['Message-ID']}", f"References: {thread}")
        return self.write(letter.recipients[0], m["Reply-To"], subject, body, *headers)

    def letters(self, to: str, count: int) -> list[Caught]:
        """All letters to one person so far, of which there must be `count`."""
        found = self.stack.sink.wait_for(count, to)
        assert len(found) == count, [kind_of(c.message) for c in found]
        return list(found)

    def newest(self, to: str, kind: str) -> Caught:
        """The newest letter to a person, once it is of this kind: Postfix passes
        letters on a moment after it took them."""

        def kinds() -> list[str]:
            return [kind_of(c.message) for c in self.stack.sink.to(to)]

        assert until(lambda: kinds()[-1:] == [kind]), kinds()
        return self.stack.sink.to(to)[-1]

    def owed(self, to: str) -> list[str]:
        """The kinds of all letters to a person that were ever written out, sent
        or not: what tests count that want to see none."""
        return [row.ref.kind for row in self.rooms.store.outbox() if row.to == to]

    def secret_address(self) -> str:
        """The owner's secret address, as `check` shows it."""
        return re.sub(r".*: ", "", secret_addresses(self.rooms)[0][1])


def kind_of(message: Message) -> str:
    return str(message["X-Handoff-Letter"])


@contextmanager
def open_shop(stack: Stack, home: Path, *, pinned: bool = True) -> Iterator[Shop]:
    """Wire the rooms to the stack. `pinned`: its Authentication-Results count."""
    config = home / "config.yaml"
    trust = "authserv_id: mail.shop.test, " if pinned else ""
    ports = {"imaps": stack.dovecot.imaps, "submission": stack.mta.submission}
    config.write_text(CONFIG.format(**ports, ca=stack.certs.ca, trust=trust))
    ahead = [timedelta()]
    rooms = open_workshop(load(config, {"PW": stack.users[TASKS]}), lambda: datetime.now(UTC) + ahead[0])
    first_start(rooms, datetime.now(UTC) - timedelta(minutes=1))
    try:
        yield Shop(stack, rooms, ahead)
    finally:
        rooms.close()
