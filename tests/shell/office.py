"""A whole office in memory: the real rooms, with a mailbox and a post box that
keep what they are given, and a clock that is moved by hand.

Mails are written as people's clients write them: only the headers a real
client keeps. What the office's server adds (the pinned result) is added here,
as a server would.
"""

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email import message_from_bytes
from email.header import decode_header, make_header
from email.message import Message
from pathlib import Path
from threading import Event
from typing import Any

from config import Config, load
from intake.mail import RawMail
from intake.parse import parse
from intake.source import Known, Move, Moved, Spot
from intake.worker import Worker
from shell.cli import main
from shell.letters_known import text_of
from shell.rounds import Round, first_start, one_round
from shell.trying import Pigeonhole
from shell.workshop import Workshop, open_workshop
from tasks.model import Due
from tests.shell.private import Watch, leaks

MONDAY = datetime(2026, 11, 30, 17, 12, tzinfo=UTC)  # 09:12 in Los Angeles
OUR_SERVER = "mx.example.com"

CONFIG = """
mailbox: {host: localhost, port: 1, security: none, user: tasks, password_env: PW}
smtp: {host: localhost, port: 1, security: none}
address: {base: tasks@example.com}
trust: {authserv_id: mx.example.com, dkim: no}
people:
  stephanie: {name: Stephanie Miller, roles: [owner], addresses: [stephanie@example.com],
    zone: America/Los_Angeles}
  joy: {name: Joy Santos, roles: [contractor], addresses: [joy@example.net, joy@private.example],
    zone: Asia/Manila}
  ben: {name: Ben Okafor, roles: [contractor], addresses: [ben@example.org], zone: America/New_York}
  olivia: {name: Olivia Miller, roles: [owner], addresses: [olivia@example.com], zone: America/Los_Angeles}
defaults: {escalate_to: olivia}
backup: {every_hours: 0}
"""


@dataclass
class Mailroom:
    """A mailbox that keeps its mails: folder -> uid -> mail."""

    folders: dict[str, dict[int, RawMail]] = field(default_factory=dict)
    uidvalidity: int = 1
    moves: list[Move] = field(default_factory=list)
    numbers: Iterator[int] = field(default_factory=lambda: itertools.count(1))

    def put(self, raw: bytes, at: datetime, folder: str = "INBOX", in_sent: bool = False) -> int:
        uid = next(self.numbers)
        mail = RawMail(raw, at, "tasks", folder, self.uidvalidity, uid, in_sent, True, len(raw))
        self.folders.setdefault(folder, {})[uid] = mail
        return uid

    def renumber(self) -> None:
        """UIDVALIDITY changes, and every mail is back in the inbox under a new UID."""
        self.uidvalidity += 1
        everything = [m for mails in self.folders.values() for m in mails.values()]
        self.folders.clear()
        for mail in everything:
            self.put(mail.raw, mail.arrived_at)

    def fetch(self, known: Known, limit: int) -> Iterator[RawMail]:
        skip = known.known_uids("tasks", "INBOX", self.uidvalidity)
        new = [m for uid, m in sorted(self.folders.get("INBOX", {}).items()) if uid not in skip]
        yield from [m for m in new if m.arrived_at >= known.since][:limit]

    def move(self, plan: Sequence[Move]) -> Sequence[Moved]:
        return [self._move(wish) for wish in plan]

    def _move(self, wish: Move) -> Moved:
        self.moves.append(wish)
        spot = wish.place
        here = self.folders.get(spot.folder, {})
        if spot.uidvalidity != self.uidvalidity or spot.uid not in here:
            return Moved(spot, ok=False, gone=True)
        mail = here.pop(spot.uid)
        uid = self.put(mail.raw, mail.arrived_at, wish.to_folder)
        return Moved(spot, ok=True, new=Spot(spot.account, wish.to_folder, self.uidvalidity, uid))

    def wait(self, seconds: float) -> bool:
        return False

    def wake(self) -> None:
        return None

    def check(self) -> Sequence[str]:
        return ()

    def close(self) -> None:
        return None


@dataclass(frozen=True)
class Got:
    """A letter as its reader sees it."""

    to: str
    kind: str
    subject: str
    text: str
    raw: bytes
    message: Message

    def __getitem__(self, name: str) -> str:
        return " ".join(str(self.message[name] or "").split())

    @property
    def reply_to(self) -> str:
        return self["Reply-To"] or self["From"]


class Office:
    """Mails in, letters out, with the clock in hand."""

    def __init__(
        self,
        folder: Path,
        config: str = CONFIG,
        now: datetime = MONDAY,
        *,
        one_process: bool = False,
        reader: Worker | None = None,
    ) -> None:
        """`one_process`: mails are read in this process; `reader`: in that one, which runs already."""
        self.folder, self.now, self.one_process, self.reader = folder, now, one_process, reader
        (folder / "config.yaml").write_text(config, encoding="utf-8")
        self.config: Config = load(folder / "config.yaml", {"PW": "x"})
        self.mailroom, self.box = Mailroom(), Pigeonhole()
        self._ids, self._readings = itertools.count(1), itertools.count()
        self._read = 0
        self.own_dates_may_go = False  # an owner said so
        self.shop = self.open()
        first_start(self.shop, now - timedelta(hours=1))

    def open(self) -> Workshop:
        shop = open_workshop(self.config, self._clock)
        shop.source, shop.poster = self.mailroom, self.box
        if self.one_process:  # for tests that start hundreds of offices
            shop.parse = lambda mail: parse(mail.raw, mail.arrived_at)
        elif reader := self.reader:
            shop.parse = lambda mail: reader.parse(mail.raw, mail.arrived_at)
        return shop

    def _clock(self) -> datetime:
        """No two readings of a clock are alike."""
        return self.now + timedelta(microseconds=next(self._readings))

    def restart(self) -> None:
        self.shop.close()
        self.shop = self.open()

    def close(self) -> None:
        self.shop.close()

    # mails in

    def mail(
        self,
        sender: str,
        to: str = "tasks@example.com",
        subject: str = "",
        body: str = "",
        *,
        cc: str = "",
        answers: "Got | str | None" = None,
        proven: bool = True,
        headers: str = "",
        html: bool = False,
        media_type: str = "",
    ) -> str:
        """Deliver a mail, and give its Message-ID."""
        mid = f"<m{next(self._ids)}@{sender.rpartition('@')[2].rstrip('>')}>"
        lines = [f"From: {sender}", f"To: {to}", f"Subject: {subject}", f"Message-ID: {mid}"]
        lines.append(f"Date: {self.now:%a, %d %b %Y %H:%M:%S} +0000")
        if cc:
            lines.append(f"Cc: {cc}")
        if answers is not None:
            parent = answers if isinstance(answers, str) else answers["Message-ID"]
            before = "" if isinstance(answers, str) else answers["References"]
            lines += [f"In-Reply-To: {parent}", f"References: {before} {parent}".strip()]
        kind = media_type or f"text/{'html' if html else 'plain'}; charset=utf-8"
        lines += ["MIME-Version: 1.0", f"Content-Type: {kind}"]
        if headers:
            lines.append(headers)
        if proven:
            domain = sender.rpartition("@")[2].rstrip(">")
            lines.insert(0, f"Authentication-Results: {OUR_SERVER}; dmarc=pass header.from={domain}")
        raw = ("\r\n".join(lines) + "\r\n\r\n" + body.replace("\n", "\r\n") + "\r\n").encode()
        self.mailroom.put(raw, self.now)
        return mid

    def reply(self, letter: Got, body: str, *, sender: str = "", proven: bool = True, **more: Any) -> str:
        """Answer a letter as a mail client does: quoted below, to its Reply-To."""
        subject = letter.subject if letter.subject.startswith("Re:") else f"Re: {letter.subject}"
        quoted = "\n".join(f"> {line}" for line in letter.text.splitlines())
        text = f"{body}\n\nOn Mon, Nov 30, 2026 at 9:12 AM Tasks <tasks@example.com> wrote:\n{quoted}"
        to = more.pop("to", letter.reply_to)
        return self.mail(sender or letter.to, to, subject, text, answers=letter, proven=proven, **more)

    # rounds and letters

    def round(self) -> Round:
        return one_round(self.shop)

    def letters(self) -> list[Got]:
        """A round, and the letters that were sent since the last call."""
        self.round()
        new = [got(to, raw) for to, raw in self.box.kept[self._read :]]
        self._read = len(self.box.kept)
        for letter in new:
            self._nothing_leaks(letter)
        return new

    def _nothing_leaks(self, letter: Got) -> None:
        """In whatever test: no letter holds what its reader must not see (L5, L12)."""
        folders = self.mailroom.folders
        desk = self.shop.desk
        known = Watch(
            desk.house,
            desk.ring,
            desk.identity.domain,
            lambda: [m.raw for mails in folders.values() for m in mails.values()],
            self._own_dates,
            self._shown_dates,
            self.now,
        )
        found = leaks(letter.raw, letter.to, known)
        assert not found, (letter.kind, letter.subject, found)

    def _own_dates(self) -> list[Due]:
        if self.own_dates_may_go:
            return []
        tasks = self.shop.store.tasks()  # one that is closed by this very letter has its secret still
        return [t.own_due for t in tasks if t.own_due and (t.is_open or t.own_due.at > self.now)]

    def _shown_dates(self) -> list[datetime]:
        tasks = self.shop.store.open_tasks()
        points = [point.at for task in tasks for point in task.checkpoints]
        proposed = [task.proposal.due.at for task in tasks if task.proposal]
        return [*points, *proposed, *(task.due.at for task in tasks if task.due)]

    def pass_time(self, until: datetime, step: timedelta = timedelta(minutes=30)) -> list[Got]:
        """Move the clock in steps with a round in each; all letters on the way."""
        found = []
        while self.now < until:
            self.now = min(self.now + step, until)
            found += self.letters()
        return found

    def folder_of(self, message_id: str) -> list[str]:
        """In which folders a mail lies."""
        wanted = message_id.encode()
        found = self.mailroom.folders.items()
        return [f for f, mails in found for m in mails.values() if b"Message-ID: " + wanted in m.raw]


def got(to: str, raw: bytes) -> Got:
    message = message_from_bytes(raw)
    subject = str(make_header(decode_header(str(message["Subject"]))))
    return Got(to, str(message["X-Handoff-Letter"]), subject, text_of(message), raw, message)


def to(letters: Sequence[Got], address: str) -> list[Got]:
    return [letter for letter in letters if letter.to == address]


def one(letters: Sequence[Got], kind: str) -> Got:
    """The one letter of this kind."""
    found = [letter for letter in letters if letter.kind == kind]
    assert len(found) == 1, [(letter.to, letter.kind) for letter in letters]
    return found[0]


def kinds(letters: Sequence[Got]) -> list[tuple[str, str]]:
    return [(letter.to.partition("@")[0], letter.kind) for letter in letters]


def at(year: int, month: int, day: int, hour: int = 0, minute: int = 0) -> datetime:
    """A moment in UTC."""
    return datetime(year, month, day, hour, minute, tzinfo=UTC)


def run(office: Office, *words: str) -> int:
    """One command of ./run on the office's config, and its exit code."""

    def demo(*_: object, **__: object) -> int:
        raise AssertionError("no demo here")

    return main(["--config", str(office.folder / "config.yaml"), *words], lambda: office.now, Event(), demo)


__all__ = ["CONFIG", "MONDAY", "Got", "Office", "at", "got", "kinds", "one", "run", "to"]
