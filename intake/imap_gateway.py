"""The one door to an IMAP server.

Whatever crosses it holds no CR, LF or NUL, ends within a limit of wall time,
and fails with a sentence. Messages are only read with PEEK, so nobody's
\\Seen changes, and nothing is ever removed but by its UID.
"""

import contextlib
import select
import socket
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from intake.imap_connection import CommandRefused, ImapConnection, has_breaks, refuse_breaks
from intake.imap_folders import Folder, find_sent, server_name
from intake.imap_settings import ImapSettings
from intake.source import ServerAway
from wire.login_gate import LoginGate

__all__ = ["Answer", "CommandRefused", "ImapGateway", "ImapSettings", "Selected"]

SLOW_LINK = 16 * 1024  # bytes a second that a large fetch must reach
Answer = Mapping[bytes, object]


@dataclass(frozen=True, slots=True)
class Selected:
    """The folder in hand. `keywords`: it keeps keywords of our own."""

    name: str
    uidvalidity: int
    exists: int
    keywords: bool


def _uids(uids: Sequence[int]) -> list[int]:
    """Whole positive numbers only: nothing else may stand in a UID set."""
    if not all(type(uid) is int and uid > 0 for uid in uids):
        raise ValueError(f"not a list of UIDs: {uids!r}")
    return list(uids)


class ImapGateway(ImapConnection):
    """What we ask of an IMAP server, and nothing more."""

    def __init__(self, settings: ImapSettings, gate: LoginGate | None = None) -> None:
        super().__init__(settings, gate)
        self.in_hand = ""  # the selected folder
        self._folders: tuple[Folder, ...] | None = None
        self._space: tuple[str, str] | None = None

    def drop(self) -> None:
        """Forget the connection and all that was learnt on it."""
        super().drop()
        self.in_hand, self._folders, self._space = "", None, None

    # what the server can do

    def can(self, capability: str) -> bool:
        """True if the server announced this capability after the login."""
        with self.command("CAPABILITY") as client:
            return bool(client.has_capability(capability))

    def folders(self) -> tuple[Folder, ...]:
        """All folders, listed once for each connection."""
        if self._folders is None:
            with self.command("LIST") as client:
                rows = [_folder(*row) for row in client.list_folders()]
            self._folders = tuple(folder for folder in rows if not has_breaks(folder.name))
        return self._folders

    def sent(self) -> str:
        """The server's name of the Sent folder; "" if there is none."""
        told = self.settings.sent
        return find_sent(self.folders()) if told == "auto" else told and self.named(told)

    def named(self, path: str) -> str:
        """The server's name of a folder that a person named as a mail client
        shows it; "" if there is none."""
        names = {f.name for f in self.folders()}
        return next((n for n in (path, self.name_of(path)) if n in names or n.upper() == "INBOX"), "")

    def must_have(self, path: str) -> str:
        """As `named`. Raises `ServerAway` that says which folders there are."""
        if name := self.named(path):
            return name
        names = ", ".join(sorted(f.name for f in self.folders())[:12])
        raise ServerAway(f'{self.who()} has no folder "{path}" for {self.settings.user}. It has: {names}.')

    def name_of(self, path: str) -> str:
        """The server's name of one of our folders ("Handoff/Joy")."""
        if self._space is None:
            self._space = self._ask_space()
        return server_name(path, *self._space)

    def _ask_space(self) -> tuple[str, str]:
        """Prefix and delimiter of the personal namespace (RFC 2342)."""
        if self.can("NAMESPACE"):
            with self.command("NAMESPACE") as client:
                for prefix, delimiter in client.namespace().personal or ():
                    refuse_breaks(told := str(prefix or ""), levels := str(delimiter or ""))
                    return told, levels
        return "", next((f.delimiter for f in self.folders() if f.delimiter), "")

    def make(self, name: str) -> None:
        """Create and subscribe a folder (a server's name), unless it is there."""
        refuse_breaks(name)
        if any(f.name == name for f in self.folders()):
            return
        with contextlib.suppress(CommandRefused), self.command("CREATE") as client:
            client.create_folder(name)
        with contextlib.suppress(CommandRefused), self.command("SUBSCRIBE") as client:
            client.subscribe_folder(name)
        self._folders = None
        if not any(f.name == name for f in self.folders()):
            raise CommandRefused(f'{self.who()} did not create the folder "{name}".')

    # the folder in hand

    def select(self, name: str, *, readonly: bool = False) -> Selected:
        """Select a folder, freshly each time: that is how a change of
        UIDVALIDITY is seen. Raises `ServerAway` and drops the connection when
        refused: Microsoft 365 says so of connections that have gone bad."""
        refuse_breaks(name)
        try:
            with self.command(f'SELECT "{name}"') as client:
                told = client.select_folder(name, readonly=readonly)
                keywords = b"\\*" in told.get(b"PERMANENTFLAGS", ())
                selected = Selected(name, int(told.get(b"UIDVALIDITY", 0)), int(told[b"EXISTS"]), keywords)
        except CommandRefused:
            self.drop()
            raise
        self.in_hand = name
        return selected

    def search(self, *criteria: str) -> list[int]:
        """UID SEARCH in the selected folder, ascending. A UID is never 0 (RFC 3501, section 2.3.1.1)."""
        refuse_breaks(*criteria)
        with self.command("SEARCH") as client:
            return sorted(uid for uid in client.search(list(criteria)) if uid > 0)

    def fetch(self, uids: Sequence[int], items: Sequence[str], octets: int = 0) -> Mapping[int, Answer]:
        """UID FETCH. Vanished mails are left out of the answer, as the server
        does. `octets` is about what will come, for the time limit."""
        refuse_breaks(*items)
        numbers, seconds = _uids(uids), self.settings.timeout + octets / SLOW_LINK
        with self.command("FETCH", seconds) as client:
            return dict(client.fetch(numbers, list(items)))

    def flag(self, uids: Sequence[int], *flags: str) -> None:
        """Add flags to mails, silently."""
        refuse_breaks(*flags)
        numbers = _uids(uids)
        with self.command("STORE") as client:
            client.add_flags(numbers, list(flags), silent=True)

    def move(self, uids: Sequence[int], folder: str) -> bytes:
        """MOVE (RFC 6851) in one command; returns the COPYUID code or b""."""
        return self._put("move", uids, folder)

    def copy(self, uids: Sequence[int], folder: str) -> bytes:
        """COPY in one command; returns the COPYUID code or b""."""
        return self._put("copy", uids, folder)

    def _put(self, verb: str, uids: Sequence[int], folder: str) -> bytes:
        refuse_breaks(folder)
        numbers = _uids(uids)
        with self.command(verb.upper()) as client:
            client.copied()  # what an earlier command left
            (client.move if verb == "move" else client.copy)(numbers, folder)
            return client.copied()

    def expunge(self, uids: Sequence[int]) -> None:
        """UID EXPUNGE (RFC 4315) of these mails. There is no plain EXPUNGE here:
        it would also remove what somebody else marked as deleted."""
        numbers = _uids(uids)
        with self.command("UID EXPUNGE") as client:
            client.uid_expunge(numbers)

    def idle(self, seconds: float, waker: socket.socket) -> None:
        """IDLE in the selected folder until the server says anything, `waker` can
        be read, or the time is over. It only wakes: search afterwards."""
        with self.command("IDLE", seconds + self.settings.timeout) as client:
            early = client.begin_idle()
            if not early and not client.has_unread():
                poll = select.poll()
                poll.register(client.socket(), select.POLLIN)
                poll.register(waker, select.POLLIN)
                poll.poll(seconds * 1000)
            client.idle_done()


def _folder(flags: Sequence[bytes], delimiter: bytes | None, name: str) -> Folder:
    marks = frozenset(f.decode("ascii", "replace").lower() for f in flags)
    return Folder(str(name), delimiter.decode("ascii", "replace") if delimiter else "", marks)
