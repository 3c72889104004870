"""The ground truth: one mailbox and one post office, kept by the test itself.

Whatever the daemon believes after it was killed, this is what really happened:
which mail was ever delivered and where it lies, which letter was accepted and
with which bytes. Copies of it are taken and put back, so that a conversation
can be played again from any of its points.
"""

import re
import threading
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime

MESSAGE_ID = re.compile(rb"(?im)^message-id:[ \t]*(?:\r?\n[ \t]+)?(\S+)")


@dataclass(frozen=True, slots=True)
class Lying:
    """A mail in a folder."""

    raw: bytes
    at: datetime
    flags: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Accepted:
    """A letter that was taken: its envelope, and its bytes as written out."""

    sender: str
    to: str
    raw: bytes

    @property
    def message_id(self) -> str:
        found = MESSAGE_ID.search(self.raw)
        return found[1].decode("ascii", "replace") if found else ""

    def field(self, name: str) -> str:
        """One header field on one line; "" if it is not there."""
        found = re.search(rb"(?im)^%s:[ \t]*((?:[^\r\n]|\r\n[ \t])*)" % name.encode(), self.raw)
        return " ".join(found[1].decode().split()) if found else ""


@dataclass(slots=True)
class Truth:
    """All that is kept. `next_uid` is of the whole mailbox, so that no UID is
    used twice; `logins` and `lines` are how often the daemon came."""

    folders: dict[str, dict[int, Lying]] = field(default_factory=lambda: {"INBOX": {}})
    uidvalidity: int = 1
    next_uid: int = 1
    accepted: list[Accepted] = field(default_factory=list)
    logins: int = 0
    lines: int = 0
    seen_wrong: list[str] = field(default_factory=list)


class PostOffice:
    """The truth, and the few ways in which it changes. Safe for threads."""

    def __init__(self) -> None:
        self.turn = threading.RLock()
        self.truth = Truth()
        self.before_move: Callable[[bytes], str] = lambda _: ""
        self.before_taking: Callable[[Accepted], str] = lambda _: ""

    def copy(self) -> Truth:
        with self.turn:
            kept = self.truth
            folders = {name: dict(mails) for name, mails in kept.folders.items()}
            return replace(
                kept, folders=folders, accepted=list(kept.accepted), seen_wrong=list(kept.seen_wrong)
            )

    def put_back(self, kept: Truth) -> None:
        """Be again what was copied; the copy stays good for the next time."""
        with self.turn:
            self.truth = kept
            self.truth = self.copy()

    # what people and other servers do

    def deliver(self, raw: bytes, at: datetime) -> None:
        with self.turn:
            self._lay("INBOX", Lying(raw, at))

    def renumber(self) -> None:
        """UIDVALIDITY changes, and each mail lies in the inbox again."""
        with self.turn:
            self.truth.uidvalidity += 1
            everything = [(uid, m) for mails in self.truth.folders.values() for uid, m in mails.items()]
            self.truth.folders = {name: {} for name in self.truth.folders}
            for _, mail in sorted(everything, key=lambda pair: pair[0]):
                self._lay("INBOX", replace(mail, flags=frozenset()))

    # what the daemon does

    def take(self, letter: Accepted) -> None:
        """Accept a letter; what was wrong with that is written down first."""
        with self.turn:
            if wrong := self.before_taking(letter):
                self.truth.seen_wrong.append(wrong)
            self.truth.accepted.append(letter)

    def make(self, folder: str) -> None:
        with self.turn:
            self.truth.folders.setdefault(folder, {})

    def move(self, folder: str, uids: list[int], to: str) -> list[tuple[int, int]]:
        """Move what is there; pairs of old and new UID."""
        with self.turn:
            done = []
            for uid in uids:
                mail = self.truth.folders[folder].get(uid)
                if mail is None:
                    continue
                if wrong := self.before_move(mail.raw):
                    self.truth.seen_wrong.append(wrong)
                del self.truth.folders[folder][uid]
                done.append((uid, self._lay(to, mail)))
            return done

    def flag(self, folder: str, uids: list[int], *flags: str) -> None:
        with self.turn:
            for uid in uids:
                mail = self.truth.folders[folder].get(uid)
                if mail is not None:
                    self.truth.folders[folder][uid] = replace(mail, flags=mail.flags | set(flags))

    def _lay(self, folder: str, mail: Lying) -> int:
        uid = self.truth.next_uid
        self.truth.next_uid += 1
        self.truth.folders[folder][uid] = mail
        return uid
