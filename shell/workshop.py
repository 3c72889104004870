"""Everything one round works with, wired once.

The rooms do not know each other; here they meet. Nothing in this room reads
the clock or a socket by itself: the clock is handed in by daemon.py, and the
servers are behind the ports.
"""

import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import partial
from os import statvfs
from pathlib import Path
from typing import Protocol

from config import Config
from intake.dkim_check import TxtLookup, dns_txt
from intake.imap import ImapSource
from intake.imap_settings import ImapSettings
from intake.incoming import ACCOUNT, Incoming
from intake.mail import InboundMail, RawMail
from intake.maildir import MaildirSource
from intake.sender import TrustSettings
from intake.source import Source
from intake.together import Together
from intake.worker import Worker
from outbound.desk import Desk
from outbound.posted import Posted
from outbound.smtp import Poster, SmtpSettings
from shell.garbage import seldom_looked_for
from shell.in_hand import InHand
from shell.keys import instance_of, load_keys
from shell.version import VERSION
from store.embedded import open_store
from store.port import Batch, Store
from store.spool import Spool
from tasks.absence import with_absences
from tasks.events import AddressRegistered, Fact
from tasks.evolve import evolve
from tasks.people import House
from wire.addresses import Identity
from wire.login_gate import LoginGate
from wire.tokens import Keyring

Clock = Callable[[], datetime]


class PostBox(Protocol):
    """Where letters are posted: the SMTP `Poster`, or one that keeps them."""

    def post(self, envelope_from: str, to: str, raw: bytes) -> Posted: ...
    def check(self) -> Sequence[str]: ...
    def close(self) -> None: ...


@dataclass
class Workshop:
    """The parts, and the one picture that changes: the house, to which mail
    may add addresses. `clock` gives aware UTC; `seen_at` is the latest moment
    of it that a round has seen. `all_read`: no mail may lie unread.
    `quiet`: between which moments no digest of an owner is due. `mended`:
    addresses that were mended in the config were looked for."""

    config: Config
    clock: Clock
    store: Store
    spool: Spool
    source: Source
    poster: PostBox
    parse: Callable[[RawMail], InboundMail]
    desk: Desk
    trust: TrustSettings
    txt: TxtLookup | None
    close: Callable[[], None]
    in_hand: InHand
    free_bytes: Callable[[], int]
    stop: threading.Event = field(default_factory=threading.Event)
    seen_at: datetime | None = None
    all_read: bool = True
    quiet: dict[str, tuple[datetime, datetime]] = field(default_factory=dict)
    mended: bool = False

    @property
    def house(self) -> House:
        return self.desk.house

    def lend(self, folder: Path) -> None:
        """Read spooled bytes from another spool, too, where ours has none."""
        other, own = Spool(folder), self.spool
        self.desk = replace(self.desk, read_file=lambda key: own.get(key) or other.get(key))

    def learn(self) -> None:
        """Take up what mail said of people: addresses (the file wins), absences."""
        facts = self.store.history(0)
        house = with_absences(with_addresses(self.config.house, facts), facts)
        self.desk = replace(self.desk, house=house)
        self.quiet.clear()


def with_addresses(house: House, facts: object) -> House:
    """The people of the config with the addresses added by mail since. An
    address that the file gives to somebody stays theirs."""
    people, added = dict(house.people), dict[str, str]()
    assert isinstance(facts, (list, tuple))
    for fact in facts:
        if isinstance(fact, Fact) and isinstance(fact.event, AddressRegistered):
            event = fact.event
            if not event.person:
                added.pop(event.address, "")
            elif event.person in people:
                added.setdefault(event.address, event.person)
    for address, key in added.items():
        if house.person_at(address) is None:
            person = people[key]
            people[key] = replace(person, addresses=(*person.addresses, address))
    return replace(house, people=people)


def open_workshop(config: Config, clock: Clock, *, by_hand: bool = False) -> Workshop:
    """Open the store and wire the rooms. Raises StoreUnusable, ConfigError
    (a password) or KeyFileUnusable, each with a sentence for people. No server
    is contacted yet. `by_hand`: a login refused before may be tried at once."""
    store = open_store(config.store_path / "handoff.db", evolve)
    ring = _ring(config, store)
    spool = Spool(config.store_path / "spool")
    spool.tidy()
    worker = Worker()
    source = source_of(config, login_gate(store, "imap", clock, by_hand=by_hand))
    poster = Poster(smtp_settings(config), login_gate(store, "smtp", clock, by_hand=by_hand))

    def close() -> None:
        for part in (source, poster, worker, store):
            part.close()

    shop = Workshop(
        config=config,
        clock=clock,
        store=store,
        spool=spool,
        source=source,
        poster=poster,
        parse=lambda mail: worker.parse(mail.raw, mail.arrived_at),
        desk=_desk(config, ring, spool),
        trust=trust_settings(config),
        txt=dns_txt(server=config.trust.dns_server) if config.trust.dkim else None,
        close=close,
        in_hand=InHand(config.store_path / "in-hand", store, VERSION),
        free_bytes=partial(_free_bytes, config.store_path),
    )
    shop.in_hand.settle()
    shop.learn()
    seldom_looked_for()
    return shop


def _free_bytes(folder: Path) -> int:
    """What its disk has left for us; asked before each mail."""
    disk = statvfs(folder)
    return disk.f_bavail * disk.f_frsize


def _ring(config: Config, store: Store) -> Keyring:
    """The key, made after the store: one that lies there without it tells of a loss."""
    try:
        return load_keys(config.key_file, may_make=not store.outbox(limit=1))
    except BaseException:
        store.close()
        raise


def _desk(config: Config, ring: Keyring, spool: Spool) -> Desk:
    return Desk(
        identity=Identity(config.address.base, config.address.plus),
        ring=ring,
        house=config.house,
        read_file=spool.get,
        templates=config.templates,
        instance=instance_of(ring),
    )


def login_gate(store: Store, server: str, clock: Clock, *, by_hand: bool = False) -> LoginGate:
    """What keeps us from knocking at a server that refuses us, remembered in
    the store: an account can be locked by a cron job as well as by a daemon."""
    key = f"refused:{server}"
    kept = [datetime.fromisoformat(at) for at in (store.meta(key) or "").split()]

    def remember(refused: tuple[datetime, ...]) -> None:
        store.commit(Batch(meta={key: " ".join(at.isoformat() for at in refused)}))

    return LoginGate(clock, kept, remember, by_hand=by_hand)


def source_of(config: Config, gate: LoginGate) -> Source:
    """Where mail comes from: the mailbox, and what `intake` was handed."""
    box = config.mailbox
    main: Source = (
        MaildirSource(box.maildir, box.account) if box.maildir else ImapSource(imap_settings(config), gate)
    )
    return Together(main, Incoming(incoming(config)), ACCOUNT)


def incoming(config: Config) -> Path:
    """The folder into which `intake` puts mail."""
    return config.store_path / "incoming"


def imap_settings(config: Config) -> ImapSettings:
    box = config.mailbox
    return ImapSettings(
        host=box.host,
        port=box.port,
        security=box.security,
        user=box.user,
        password=lambda: box.password.fetch().reveal(),
        folder=box.folder,
        sent=box.sent_folder,
        account=box.account,
        ca_file=box.ca_file,
        idle=box.idle,
    )


def smtp_settings(config: Config) -> SmtpSettings:
    smtp = config.smtp
    return SmtpSettings(
        host=smtp.host,
        port=smtp.port,
        security=smtp.security,
        user=smtp.user or "",
        password=lambda: smtp.password.fetch().reveal(),
        ca_file=smtp.ca_file,
        timeout=float(smtp.timeout_seconds),
    )


def trust_settings(config: Config) -> TrustSettings:
    trust = config.trust
    return TrustSettings(trust.authserv_id, trust.topmost_without_id, trust.dkim)
