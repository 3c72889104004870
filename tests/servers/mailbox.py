"""A mailbox that keeps what it is given: the truth behind the scripted IMAP server.

Tests look here, not at what the server said. Another client is a method of it,
so that mail can be read, moved and numbered anew at any moment of a command.
"""

import threading
from dataclasses import dataclass, field
from datetime import datetime


@dataclass
class Kept:
    """One mail of one folder. `at` is its INTERNALDATE (aware)."""

    uid: int
    raw: bytes
    at: datetime
    flags: set[str] = field(default_factory=set)


@dataclass
class Folder:
    """Mails by UID, which never comes again within one UIDVALIDITY."""

    name: str
    uidvalidity: int
    uidnext: int = 1
    mails: dict[int, Kept] = field(default_factory=dict)

    def add(self, raw: bytes, at: datetime, flags: set[str]) -> int:
        uid = self.uidnext
        self.uidnext += 1
        self.mails[uid] = Kept(uid, raw, at, set(flags))
        return uid

    def number(self, uid: int) -> int:
        """The mail's sequence number."""
        return list(self.mails).index(uid) + 1


class Mailbox:
    """Folders of one account. `changes` grows with whatever a client in IDLE
    would be told; every method may be called from any thread."""

    def __init__(self, *extra: str) -> None:
        self.lock = threading.RLock()
        self.folders: dict[str, Folder] = {}
        self.changes = 0
        self._validities = 100
        for name in ("INBOX", *extra):
            self.make(name)

    def make(self, name: str) -> Folder:
        """A new, empty folder."""
        with self.lock:
            self._validities += 1
            self.folders[name] = Folder(name, self._validities)
            return self.folders[name]

    def deliver(self, raw: bytes, at: datetime, folder: str = "INBOX", *flags: str) -> int:
        """A mail comes in; its UID."""
        with self.lock:
            self.changes += 1
            return self.folders[folder].add(raw, at, set(flags))

    def copy(self, uid: int, source: str, target: str) -> int:
        """A copy with its flags and its date; the new UID."""
        with self.lock:
            mail = self.folders[source].mails[uid]
            return self.deliver(mail.raw, mail.at, target, *mail.flags)

    def move(self, uid: int, source: str, target: str) -> int:
        """Moved as one step; the new UID."""
        with self.lock:
            new = self.copy(uid, source, target)
            del self.folders[source].mails[uid]
            return new

    def renumber(self, name: str) -> None:
        """The folder is numbered anew: another UIDVALIDITY, other UIDs."""
        with self.lock:
            old = self.folders[name]
            new = self.make(name)
            new.uidnext = old.uidnext + 50
            for mail in old.mails.values():
                new.add(mail.raw, mail.at, mail.flags)
            self.changes += 1

    def revalue(self, name: str, uidvalidity: int) -> None:
        """Give a folder this UIDVALIDITY and keep its UIDs, as a server does
        that lost its index and found it again."""
        with self.lock:
            self.folders[name].uidvalidity = uidvalidity

    # what tests ask

    def lies_in(self, raw: bytes) -> list[str]:
        """The folders that hold these very bytes, one entry for each copy that
        nobody marked as deleted."""
        with self.lock:
            return [
                folder.name
                for folder in self.folders.values()
                for mail in folder.mails.values()
                if mail.raw == raw and "\\Deleted" not in mail.flags
            ]

    def picture(self, name: str) -> list[tuple[int, bytes, frozenset[str]]]:
        """All that another client sees of a folder."""
        with self.lock:
            return [(m.uid, m.raw, frozenset(m.flags)) for m in self.folders[name].mails.values()]
