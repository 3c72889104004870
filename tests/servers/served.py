"""An office whose mailbox and post are scripted servers, reached over sockets by
the real IMAP source and the real poster, with time limits short enough for tests."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from pathlib import Path

from intake.imap import ImapSource
from intake.parse import parse
from outbound.smtp import Poster
from shell.drain import resume
from shell.rounds import Round, one_round
from shell.trying import Pigeonhole
from shell.workshop import Workshop, imap_settings, login_gate, open_workshop, smtp_settings
from tests.servers.imap_server import ALL, Fault, ImapServer
from tests.servers.mailbox import Mailbox
from tests.servers.smtp_server import SmtpFault, SmtpServer, Taken
from tests.shell.office import CONFIG, MONDAY, Mailroom, Office

SHORT = 1.0  # seconds; the time limit of every command and stage


@dataclass
class Delivered(Mailroom):
    """Where `Office` puts its mails: into the scripted mailbox."""

    box: Mailbox = field(default_factory=Mailbox)
    raws: list[bytes] = field(default_factory=list)

    def put(self, raw: bytes, at: datetime, folder: str = "INBOX", in_sent: bool = False) -> int:
        self.raws.append(raw)
        return self.box.deliver(raw, at, folder)


class Served(Office):
    """An `Office` behind real sockets. `keeps_sent`: what the post takes lies in
    the Sent folder at once, as with Gmail and Microsoft 365."""

    def __init__(
        self,
        folder: Path,
        *,
        can: frozenset[str] = ALL,
        shared: bool = False,
        keeps_sent: bool = False,
        sent_folder: bool = True,
        now: datetime = MONDAY,
        limit: float = SHORT,
    ) -> None:
        self.limit, self.keeps_sent = limit, keeps_sent
        self.did = Round()
        self.truth = Mailbox("Sent") if sent_folder else Mailbox()
        self.imap = ImapServer(self.truth, can)
        self.smtp = SmtpServer(on_taken=self._taken)
        self._kept = Pigeonhole()
        config = CONFIG.replace("port: 1,", f"port: {self.imap.port},", 1)
        config = config.replace("port: 1,", f"port: {self.smtp.port}, user: tasks, password_env: PW,", 1)
        if shared:
            config = config.replace("user: tasks,", "user: tasks, shared: yes,", 1)
        super().__init__(folder, config, now, one_process=True)
        self.mailroom = Delivered(box=self.truth)
        self.box = self._kept

    def _taken(self, taken: Taken) -> None:
        self._kept.post(taken.sender, taken.to, taken.raw)
        if self.keeps_sent:
            self.truth.deliver(taken.raw, self.now, "Sent", "\\Seen")

    def open(self) -> Workshop:
        shop = open_workshop(self.config, lambda: self.now)
        shop.parse = lambda mail: parse(mail.raw, mail.arrived_at)
        gates = [login_gate(shop.store, server, lambda: self.now) for server in ("imap", "smtp")]
        source = ImapSource(replace(imap_settings(self.config), timeout=self.limit), gates[0])
        post = replace(smtp_settings(self.config), timeout=self.limit, dot_timeout=self.limit)
        poster = Poster(post, gates[1])
        rest = shop.close

        def close() -> None:
            source.close()
            poster.close()
            rest()

        shop.source, shop.poster, shop.close = source, poster, close
        return shop

    def restart(self) -> None:
        super().restart()
        resume(self.shop)

    def close(self) -> None:
        super().close()
        self.imap.stop()
        self.smtp.stop()

    def round(self) -> Round:
        self.did = one_round(self.shop)
        return self.did

    def after(self, minutes: float = 11) -> Round:
        """Time passes, and a round is done."""
        self.now += timedelta(minutes=minutes)
        return self.round()

    def fault(self, verb: str, act: Callable[..., bool], *nths: int) -> Fault:
        """A fault of the mailbox's server; without numbers at every call."""
        fault = Fault(verb, act, frozenset(nths) or None)
        self.imap.faults.append(fault)
        return fault

    def post_fault(self, stage: str, act: Callable[..., bool], *nths: int, to: str = "") -> SmtpFault:
        """The same of the post."""
        fault = SmtpFault(stage, act, frozenset(nths) or None, to)
        self.smtp.faults.append(fault)
        return fault


@contextmanager
def served(folder: Path, **more: object) -> Iterator[Served]:
    """An office on scripted servers; its books are right when it closes."""
    office = Served(folder, **more)  # type: ignore[arg-type]
    try:
        yield office
        assert list(office.shop.store.verify()) == []
    finally:
        office.close()
