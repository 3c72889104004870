"""A mailbox on an IMAP server as a source of mail.

Reads two folders: the mailbox itself, and the Sent folder, where a mail to us
proves that its writer holds the account. Files what was committed. Its callers
need not know what the server can and cannot do.
"""

import time
from collections.abc import Callable, Iterator, Sequence
from itertools import chain, repeat

from intake.filing import file_mails
from intake.imap_gateway import ImapGateway
from intake.imap_scan import FolderScan
from intake.imap_sent import lying_in_sent
from intake.imap_settings import ImapSettings
from intake.mail import RawMail
from intake.source import Known, Move, Moved
from intake.waker import Waker
from wire.login_gate import LoginGate

__all__ = ["ImapSettings", "ImapSource"]

IDLE_ROUND = 285.0  # seconds; with the limit of a command, a dead line is noticed within six minutes
FIRST_ROUNDS = (1.0, 5.0, 30.0)  # seconds; see `ImapSource.wait`
POLL_ROUND = 30.0  # seconds, for servers without IDLE


class ImapSource:
    """The IMAP source (see `intake.source.Source`). One thread uses it; only
    `wake` may be called from others."""

    def __init__(self, settings: ImapSettings, gate: LoginGate | None = None) -> None:
        self._settings = settings
        self._gateway = ImapGateway(settings, gate)
        self._scans: dict[str, FolderScan] = {}
        self._waker = Waker()

    def fetch(self, known: Known, limit: int) -> Iterator[RawMail]:
        """Yield at most `limit` mails that are not known, those in Sent first,
        because they come with their proof."""
        self._gateway.open()
        count = 0
        for scan, wanted in self._reading(known):
            for raw in scan.fetch(known, wanted, limit - count):
                count += 1
                yield raw
            if count >= limit:
                return

    def move(self, plan: Sequence[Move]) -> Sequence[Moved]:
        """File mails; what lies in the Sent folder stays there, where its writer
        looks for it."""
        if not plan:
            return []
        self._gateway.open()
        sent = self._gateway.sent()
        filed = iter(file_mails(self._gateway, [m for m in plan if m.place.folder != sent]))
        stays = "it stays in the Sent folder"
        return [
            Moved(m.place, ok=True, detail=stays) if m.place.folder == sent else next(filed) for m in plan
        ]

    def in_sent(self, message_ids: Sequence[str]) -> frozenset[str] | None:
        """Which of our letters the account kept (see `intake.source.KeepsSent`)."""
        self._gateway.open()
        return lying_in_sent(self._gateway, message_ids)

    def wait(self, seconds: float) -> bool:
        """Wait in rounds, with a search before, between and after: IDLE only wakes.

        The first rounds are short: a server that tells of a new mail in its
        answer to our search, without finding it, tells it once and not in IDLE.
        """
        until = time.monotonic() + seconds
        rounds = chain(FIRST_ROUNDS, repeat(IDLE_ROUND))
        while True:
            if self._waker.take():
                return True
            self._gateway.open()
            if self._inbox().has_news():
                return True
            left = until - time.monotonic()
            if left <= 0:
                return False
            if self._settings.idle and self._gateway.can("IDLE"):
                self._gateway.idle(min(left, next(rounds)), self._waker.ear)
            else:
                self._waker.wait(min(left, POLL_ROUND))

    def wake(self) -> None:
        """End a running or the next `wait` at once."""
        self._waker.wake()

    def check(self) -> Sequence[str]:
        """Log in, change nothing, and say in sentences what works."""
        gateway, s = self._gateway, self._settings
        gateway.open()
        selected = gateway.select(gateway.must_have(s.folder), readonly=True)
        lacks = [c for c in ("MOVE", "UIDPLUS", "IDLE", "NAMESPACE") if not gateway.can(c)]
        sent = gateway.sent()
        return [
            f"IMAP: logged in to {s.host}:{s.port} as {s.user} ({_security(s.security)}).",
            f'IMAP: the folder "{selected.name}" holds {selected.exists} mails.',
            f'IMAP: mail is filed in folders such as "{gateway.name_of("Handoff/Held")}".',
            f'IMAP: the Sent folder is "{sent}".' if sent else "IMAP: there is no Sent folder.",
            f"IMAP: the server lacks {', '.join(lacks)}; Handoff does without."
            if lacks
            else "IMAP: the server can do all that we use.",
        ]

    def close(self) -> None:
        """Log out. The source can be used again."""
        self._gateway.close()
        self._waker.close()

    def _reading(self, known: Known) -> Iterator[tuple[FolderScan, Callable[[bytes], bool] | None]]:
        """The folders to read, with what is ours in each. The Sent folder holds
        other people's letters too, so it is read only for what is to us."""
        wanted = known.wanted_in_sent or known.wanted
        sent = self._gateway.sent() if wanted else ""
        if sent and sent != self._gateway.must_have(self._settings.folder):
            yield self._scan(sent, in_sent=True), wanted
        yield self._inbox(), known.wanted

    def _inbox(self) -> FolderScan:
        return self._scan(self._gateway.must_have(self._settings.folder))

    def _scan(self, name: str, *, in_sent: bool = False) -> FolderScan:
        if name not in self._scans:
            self._scans[name] = FolderScan(self._gateway, name, in_sent)
        return self._scans[name]


def _security(security: str) -> str:
    return {"tls": "TLS", "starttls": "STARTTLS", "none": "no TLS, this machine only"}[security]
