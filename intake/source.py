"""The port to where mail comes from.

A source hands out raw mails and, after the commit, puts them into folders. It
knows nothing of tasks; its callers need not know IMAP. The mailbox is tidied
by it, but is never the truth: the ledger is.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol, runtime_checkable

from intake.mail import RawMail


class ServerAway(Exception):
    """The mail server cannot be used now; the message is a sentence for people."""


class LoginRefused(ServerAway):
    """The server was there and did not let us in; the sentence says what to do."""


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a mail lies: with UIDVALIDITY one place for ever (RFC 3501, 2.3.1.1).
    `folder` is the server's own name of it, as in `RawMail.folder`."""

    account: str
    folder: str
    uidvalidity: int
    uid: int


@dataclass(frozen=True, slots=True)
class Known:
    """What a source must know to leave mail alone.

    `known_uids(account, folder, uidvalidity)` are the places in the ledger.
    Mail that arrived before `since` (aware UTC) is older than we are. `wanted`
    looks at a header block and says whether the mail is to our address: set
    for a shared mailbox, where all other mail is neither fetched nor touched.
    The Sent folder is read only if `wanted` or `wanted_in_sent` is given.
    """

    known_uids: Callable[[str, str, int], frozenset[int]]
    since: datetime
    wanted: Callable[[bytes], bool] | None = None
    wanted_in_sent: Callable[[bytes], bool] | None = None


@dataclass(frozen=True, slots=True)
class Move:
    """A wish: the mail at `place` belongs into `to_folder`. Its levels are
    divided by "/", whatever the server uses: "Handoff/Joy"."""

    place: Spot
    to_folder: str


@dataclass(frozen=True, slots=True)
class Moved:
    """What became of a `Move`, in the order of the plan.

    `ok`: the mail lies in its folder. `gone`: it was not at its place any more
    (somebody else moved or deleted it), so there is nothing left to do. Neither:
    try again later; `detail` says why. `new` is its new place where the server
    told it; None means: keep the place you have (`detail` says if the mail was
    only marked there).
    """

    place: Spot
    ok: bool
    gone: bool = False
    new: Spot | None = None
    detail: str = ""


class Source(Protocol):
    """Where mail comes from. Methods raise `ServerAway` or `LoginRefused`."""

    def fetch(self, known: Known, limit: int) -> Iterator[RawMail]:
        """Yield at most `limit` mails that are not known, oldest first."""

    def move(self, plan: Sequence[Move]) -> Sequence[Moved]:
        """Put mails into folders, which are made as needed; one answer each."""

    def wait(self, seconds: float) -> bool:
        """Wait at most `seconds`; True if something may be new, False if not."""

    def wake(self) -> None:
        """End a running or the next `wait` at once; safe from signals and threads."""

    def check(self) -> Sequence[str]:
        """Log in, change nothing, and say in sentences what works."""

    def close(self) -> None:
        """Let go of the server. The source can be used again."""


@runtime_checkable
class KeepsSent(Protocol):
    """A source whose account may keep copies of our own letters."""

    def in_sent(self, message_ids: Sequence[str]) -> frozenset[str] | None:
        """Those that lie in the Sent folder; None where there is no such folder.
        Only Message-IDs of our own making. Raises `ServerAway`."""
