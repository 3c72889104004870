"""An office whose store is lost: what the server and the disk still hold.

The mailroom here is read folder by folder, and keeps what was sent where the
provider keeps it, as a server does.
"""

import os
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from intake.mail import RawMail
from intake.parse import parse
from intake.source import Known
from shell.restoring import Means, Report, restore
from store.backups import make_backup
from store.record import Record
from tests.shell.office import Got, Mailroom, Office


@dataclass
class Server(Mailroom):
    """`reading` is the folder that `fetch` reads; Sent is read as IMAP's is."""

    reading: str = "INBOX"

    def fetch(self, known: Known, limit: int) -> Iterator[RawMail]:
        wanted = known.wanted_in_sent or known.wanted
        if wanted:
            yield from (m for m in self._new("Sent", known) if wanted(m.raw.partition(b"\r\n\r\n")[0]))
        for mail in self._new(self.reading, known)[:limit]:
            if known.wanted is None or known.wanted(mail.raw.partition(b"\r\n\r\n")[0]):
                yield mail

    def _new(self, folder: str, known: Known) -> list[RawMail]:
        skip = known.known_uids("tasks", folder, self.uidvalidity)
        there = sorted(self.folders.get(folder, {}).items())
        return [m for uid, m in there if uid not in skip and m.arrived_at >= known.since]


@dataclass
class House:
    """An office on such a server, and the ways to lose it and to get it back."""

    folder: Path
    config: str
    office: Office = field(init=False)

    def __post_init__(self) -> None:
        self.office = Office(self.folder, self.config, one_process=True)
        self.server = Server()
        self.office.mailroom = self.server
        self.office.shop.source = self.server

    @property
    def home(self) -> Path:
        return self.office.config.store_path

    def back_up(self) -> Path:
        assert isinstance(self.office.shop.store, Record)
        return make_backup(
            self.office.shop.store, self.office.config.key_file, self.folder / "kept", self.office.now
        )

    def letters(self) -> list[Got]:
        """A round and its letters. Each mail that was spooled in it bears the moment
        of the office's clock, as it would on a machine with that clock."""
        before = set(self._mails())
        found = self.office.letters()
        for file in set(self._mails()) - before:
            self._stamp(file, self.office.now)
        return found

    def _mails(self) -> list[Path]:
        return [file for file in (self.home / "spool" / "mail").rglob("*") if file.is_file()]

    def _stamp(self, file: Path, at: datetime) -> None:
        ns = int(at.timestamp()) * 10**9 + file.stat().st_mtime_ns % 10**9
        os.utime(file, ns=(ns, ns))

    def lose(self, *, spool: bool = False) -> None:
        """The store's file is damaged; with `spool` the whole disk is gone."""
        self.office.shop.close()
        if spool:
            shutil.rmtree(self.home)
        else:
            (self.home / "handoff.db").write_bytes(b"zeros and ones" * 500)
            self._stamp(self.home / "handoff.db", self.office.now)

    def means(self) -> Means:
        def read(folder: str) -> Server:
            return Server(self.server.folders, self.server.uidvalidity, reading=folder or "INBOX")

        return Means(lambda: self.office.now, read, lambda mail: parse(mail.raw, mail.arrived_at))

    def restore(self, backup: Path) -> Report:
        report = restore(self.office.config, backup, self.means())
        self.office.shop = self.office.open()
        return report


def moment(day: int, hour: int, minute: int = 0) -> datetime:
    """In the week of the office, UTC; day 30 is Monday the 30th of November."""
    return datetime(2026, 11 if day == 30 else 12, day, hour, minute, tzinfo=UTC)
