"""Handoff's own rooms at work on real servers, with a clock in the test's hand.

The servers keep real time (INTERNALDATE), so the clock starts at the real now
and only moves on. Mail comes and goes over TLS, with the tests' own authority.
"""

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

from config import load
from shell.checking import secret_addresses
from shell.rounds import Round, next_moment
from shell.working import once
from shell.workshop import Workshop, open_workshop
from store.port import OutboxRow
from tasks.letters import OutboxState
from tasks.model import Task
from tests.conversations.clients import Clients, Letter, Mail
from tests.servers.stack import TASKS, Stack

PATIENCE = 120.0  # seconds; all of it takes a part of one, but a busy machine is not a wrong one
CONFIG = """
mailbox: {{host: 127.0.0.1, port: {imaps}, user: tasks@shop.test, password_env: PW, ca_file: {ca}, {mailbox}}}
smtp: {{host: 127.0.0.1, port: {submissions}, ca_file: {ca}}}
address: {{base: tasks@shop.test}}
trust: {{{trust}dkim: no}}
people:
  stephanie: {{name: Stephanie Miller, roles: [owner], addresses: [stephanie@owner.test],
    zone: America/Los_Angeles}}
  joy: {{name: Joy Santos, roles: [contractor], addresses: [joy@contractor.test, joy@private.test],
    zone: Asia/Manila}}
  ben: {{name: Ben Okafor, roles: [contractor], addresses: [ben@contractor.test], zone: America/New_York}}
defaults: {{escalate_to: stephanie}}
store: {{path: {store}}}
log: {{file: {log}}}
"""
PINNED = "authserv_id: mail.shop.test, "


def write_config(
    stack: Stack, folder: Path, *, trust: str = PINNED, mailbox: str = "", **more: object
) -> Path:
    """Write a config for the stack, and give its path. `mailbox` is more of that
    section; `imaps`, `submissions` and `store` stand in for the stack's own."""
    places: dict[str, object] = {
        "imaps": stack.dovecot.imaps,
        "submissions": stack.mta.submissions,
        "ca": stack.certs.ca,
        "store": folder / "store",
        "log": folder / "handoff.log",
        **more,
    }
    path = folder / "config.yaml"
    path.write_text(CONFIG.format(trust=trust, mailbox=mailbox, **places), encoding="utf-8")
    return path


@dataclass
class Business:
    """One house, its people and its mailbox. `ahead` is how far its clock runs
    before the real one."""

    stack: Stack
    config: Path
    people: Clients
    shop: Workshop
    ahead: timedelta = timedelta()
    got: list[Letter] = field(default_factory=list)
    did: Round = field(default_factory=Round)

    def now(self) -> datetime:
        return datetime.now(UTC) + self.ahead

    # mails in

    def write(self, mail: Mail) -> list[Letter]:
        """Somebody sends a mail; it arrives; a round is done. Its letters."""
        self.people.by_swaks(mail)
        self.stack.wait_for_mail(TASKS, 1, seconds=PATIENCE)
        return self.round()

    def round(self) -> list[Letter]:
        """One round, and the letters it brought to people's mailboxes."""
        self.did = once(self.shop)
        return self.letters()

    def letters(self) -> list[Letter]:
        """Letters that came since the last call. Waits until the outside world
        has each letter that the store calls sent, and no more than those."""
        sent = [row.message_id for row in self.outbox() if row.state is OutboxState.SENT]
        self.stack.sink.wait_for(len(sent), seconds=PATIENCE)
        caught = [Letter(c) for c in self.stack.sink.mails]
        assert sorted(letter.message_id for letter in caught) == sorted(sent)
        known = {letter.message_id for letter in self.got}
        new = [letter for letter in caught if letter.message_id not in known]
        self.got += new
        return sorted(new, key=lambda letter: sent.index(letter.message_id))

    def until_letter(self, kind: str, limit: timedelta) -> Letter:
        """Move the clock from one moment at which something is due to the next,
        until a letter of this kind comes."""
        end = self.now() + limit
        while self.now() < end:
            rest = next_moment(self.shop) - self.now()
            self.ahead += max(rest, timedelta()) + timedelta(seconds=1)
            for letter in self.round():
                if letter.kind == kind:
                    return letter
        raise AssertionError(f"no {kind} within {limit}")

    # what there is

    def outbox(self) -> Sequence[OutboxRow]:
        return self.shop.store.outbox(limit=5000)

    def task(self, number: int = 1) -> Task:
        found = self.shop.store.task(number)
        assert found is not None
        return found

    def tasks(self) -> list[Task]:
        return list(self.shop.store.tasks())

    def secret_address(self) -> str:
        """Stephanie's, as `check` shows it."""
        ((_, line),) = secret_addresses(self.shop)
        return re.sub(r".*: ", "", line)

    def folders(self) -> dict[str, list[str]]:
        """Where each mail lies: folder -> Message-IDs. Empty folders are left out."""
        found = self.stack.mailbox(TASKS).items()
        return {name: [_id(raw) for raw in mails] for name, mails in found if mails}


def _id(raw: bytes) -> str:
    found = re.search(rb"(?im)^message-id:\s*(\S+)", raw)
    return found[1].decode() if found else ""


@contextmanager
def open_business(stack: Stack, folder: Path, *, trust: str = PINNED) -> Iterator[Business]:
    """Wire the rooms to a stack, with one round done, so that the first start
    lies behind."""
    path = write_config(stack, folder, trust=trust)
    holder: list[Business] = []
    config = load(path, {"PW": stack.users[TASKS]})
    shop = open_workshop(config, lambda: holder[0].now())
    business = Business(stack, path, Clients(stack), shop)
    holder.append(business)
    try:
        business.round()
        yield business
        assert shop.store.verify() == []
    finally:
        shop.close()


def kinds(letters: Sequence[Letter]) -> list[tuple[str, str]]:
    """(who, kind) of each, for a test to compare."""
    return sorted((letter.to.partition("@")[0], letter.kind) for letter in letters)


def one(letters: Sequence[Letter], kind: str) -> Letter:
    """The one letter of this kind."""
    found = [letter for letter in letters if letter.kind == kind]
    assert len(found) == 1, kinds(letters)
    return found[0]


def is_one_thread(letters: Sequence[Letter], root: str) -> bool:
    """Whether a person's mail program shows these letters as one thread: one
    Subject, and each but the root itself tied to it by References, of which the
    last is the mail it answers (RFC 5322, section 3.6.4)."""
    answers = [letter for letter in letters if letter.message_id != root]
    tied = all(x.references[0] == root and x.references[-1] == x["In-Reply-To"] for x in answers)
    return tied and len({letter["Subject"] for letter in letters}) == 1
