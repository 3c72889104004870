"""The roads by which mail comes to the daemon, each with the truth about it:
what waits to be taken up, and where everything lies.

The two roads on this machine keep their mails on the disk, where the daemon
itself moves and removes them; what was ever delivered is known to the `World`.
"""

import os
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from io import BytesIO
from pathlib import Path
from typing import Protocol

from intake.incoming import put
from tests.crash.postoffice import PostOffice

INBOX = "INBOX"
APART = timedelta(milliseconds=1)  # between two mails, so that their order is known
A_WHILE = timedelta(minutes=1)
PARTS = ("new", "cur", "tmp")


class Road(Protocol):
    """One way in."""

    @property
    def keeps(self) -> bool:
        """Whether what was taken up stays on it, in some folder."""

    def section(self, imap: int) -> str:
        """What the config says of the mailbox; `imap` is the server's port."""

    def deliver(self, raw: bytes, at: datetime) -> None:
        """Have a mail wait for the daemon."""

    def lying(self) -> dict[str, list[bytes]]:
        """All mails that lie on the road, by folder; in INBOX those that wait."""

    def again(self, everything: list[bytes], at: datetime) -> None:
        """All mails ever delivered come once more, as if they were new (law L7)."""


@dataclass(frozen=True)
class ByImap:
    """A mailbox on a server, which is the post office."""

    office: PostOffice
    folder: Path
    keeps: bool = True

    def section(self, imap: int) -> str:
        server = f"host: 127.0.0.1, port: {imap}, security: none"
        return f"{{{server}, user: tasks, password_env: PW, idle: no}}"

    def deliver(self, raw: bytes, at: datetime) -> None:
        self.office.deliver(raw, at)

    def lying(self) -> dict[str, list[bytes]]:
        folders = self.office.copy().folders
        return {name: [mail.raw for mail in mails.values()] for name, mails in folders.items()}

    def again(self, everything: list[bytes], at: datetime) -> None:
        self.office.renumber()


@dataclass(frozen=True)
class ByMaildir:
    """A Maildir in `folder`. The post office only counts the names up."""

    office: PostOffice
    folder: Path
    keeps: bool = True

    @property
    def maildir(self) -> Path:
        return self.folder / "mail"

    def section(self, imap: int) -> str:
        for part in PARTS:
            (self.maildir / part).mkdir(parents=True, exist_ok=True)
        return f"{{maildir: {self.maildir}}}"

    def deliver(self, raw: bytes, at: datetime) -> None:
        self._lay(raw, at)

    def lying(self) -> dict[str, list[bytes]]:
        found: dict[str, list[bytes]] = {INBOX: _mails(self.maildir)}
        for folder in self.maildir.glob(".*"):
            found[folder.name] = _mails(folder)
        return found

    def again(self, everything: list[bytes], at: datetime) -> None:
        """The same mails under names that nobody knows, as after a copy by hand."""
        shutil.rmtree(self.maildir)
        self.section(0)
        for raw in everything:
            self._lay(raw, at)

    def _lay(self, raw: bytes, at: datetime) -> None:
        number = self.office.truth.next_uid
        self.office.truth.next_uid += 1
        path = self.maildir / "new" / f"{number}.mx.example"
        path.write_bytes(raw)
        _set_moment(path, at + number * APART)


@dataclass(frozen=True)
class ByPipe:
    """What `intake` was handed by a mail server; beside it an empty Maildir.
    Here a mail is handed over without a process; the lane has the process."""

    office: PostOffice
    folder: Path
    keeps: bool = False

    @property
    def incoming(self) -> Path:
        return self.folder / "store" / "incoming"

    def section(self, imap: int) -> str:
        return ByMaildir(self.office, self.folder).section(imap)

    def deliver(self, raw: bytes, at: datetime) -> None:
        put(self.incoming, BytesIO(raw))
        self.arrive(at)

    def lying(self) -> dict[str, list[bytes]]:
        return {INBOX: _mails(self.incoming), "mailbox": _mails(self.folder / "mail")}

    def again(self, everything: list[bytes], at: datetime) -> None:
        for raw in everything:
            self.deliver(raw, at)

    def arrive(self, at: datetime) -> None:
        """Give what came just now its moment, by the clock of the play."""
        known = (at.timestamp(), (at + A_WHILE).timestamp())
        waiting = sorted(_files(self.incoming), key=lambda p: not known[0] <= p.stat().st_mtime < known[1])
        for number, path in enumerate(waiting):
            _set_moment(path, at + number * APART)

    def take_back(self, first: int) -> list[bytes]:
        """Those that wait, from number `first` (from 1) on, as if they were not
        handed over yet."""
        late = _files(self.incoming)[first - 1 :]
        mails = [path.read_bytes() for path in late]
        for path in late:
            path.unlink()
        if first == 1:
            shutil.rmtree(self.incoming)
        return mails


ROADS: dict[str, type[ByImap] | type[ByMaildir] | type[ByPipe]] = {
    "IMAP": ByImap,
    "Maildir": ByMaildir,
    "pipe": ByPipe,
}


def _files(folder: Path) -> list[Path]:
    """The mails of a Maildir, those that came first at the beginning."""
    found = [path for part in ("new", "cur") for path in _in(folder / part)]
    return sorted(found, key=lambda path: path.stat().st_mtime_ns)


def _in(folder: Path) -> Iterator[Path]:
    return folder.iterdir() if folder.is_dir() else iter(())


def _mails(folder: Path) -> list[bytes]:
    return [path.read_bytes() for path in _files(folder)]


def _set_moment(path: Path, at: datetime) -> None:
    nanoseconds = int(at.timestamp() * 1000) * 1_000_000
    os.utime(path, ns=(nanoseconds, nanoseconds))
