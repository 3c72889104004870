"""The demo's mail provider: IMAP and SMTP in this process, on loopback only.

For the newcomer it stands in for everybody's mail server at once. Mail that is
submitted by SMTP lands in the IMAP mailbox of its reader, dated by the demo's
clock. Callers may stop worrying about pymap and aiosmtpd: both stay behind this
module, and nothing but the demo and its tests uses them.
"""

import asyncio
import logging
import threading
import warnings
from argparse import Namespace
from collections.abc import Callable, Coroutine, Sequence
from datetime import datetime
from typing import Any, TypeVar

from aiosmtpd.smtp import SMTP
from proxyprotocol.result import ProxyResultLocal
from proxyprotocol.sock import SocketInfo
from pymap.backend.dict import Config, Login
from pymap.backend.dict.filter import FilterSet
from pymap.backend.dict.mailbox import MailboxSet
from pymap.imap import IMAPServer
from pymap.parsing.message import AppendMessage
from pymap.user import UserMetadata
from pysasl.hashing import Cleartext

from demo.post import Account, Delivery, PostRoom

HOST = "127.0.0.1"
START_LIMIT = 10.0  # seconds; it takes a tenth of one
LONGEST_MAIL = 30_000_000  # bytes
T = TypeVar("T")


class _ImapConfig(Config):
    """pymap's settings without what a machine on loopback has no need of."""

    @property
    def greeting(self) -> bytes:
        """Fixed, because asking for this machine's name can take seconds."""
        return b"The demo's mail server is ready."


def _imap_config() -> _ImapConfig:
    args = Namespace(
        host=HOST, port=0, debug=False, cert=None, key=None, tls=False, proxy_protocol=None, passlib_cfg=None
    )
    args.demo_data, args.demo_user, args.demo_password = False, "", ""
    config = _ImapConfig.from_args(args, hash_context=Cleartext(), reject_dnsbl=False)
    assert isinstance(config, _ImapConfig)
    return config


class EmbeddedServer:
    """A mail server for a handful of accounts.

    `clock` gives the aware moment that every delivered mail bears as its
    INTERNALDATE. `heard` is told of each delivery, in the server's own thread.
    The ports are chosen by the system and known after `start`.
    """

    def __init__(
        self,
        clock: Callable[[], datetime],
        accounts: Sequence[Account],
        heard: Callable[[Delivery], None] | None = None,
    ) -> None:
        self.accounts = tuple(accounts)
        self.host, self.imap_port, self.smtp_port = HOST, 0, 0
        self.delivered: list[Delivery] = []
        self._clock, self._heard = clock, heard
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, name="demo mail server", daemon=True)
        self._servers: list[asyncio.Server] = []
        self._boxes: dict[str, MailboxSet] = {}
        self._imap: IMAPServer
        self._lines: set[asyncio.Task[None]] = set()

    def __enter__(self) -> "EmbeddedServer":
        self.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()

    def start(self) -> None:
        """Listen on both ports. Raises OSError where loopback cannot be bound."""
        for noisy in ("pymap", "mail.log", "asyncio"):
            logging.getLogger(noisy).setLevel(logging.CRITICAL)
        self._thread.start()
        self._ask(self._start())

    def stop(self) -> None:
        """Close both ports and end the thread. A second call does nothing."""
        if self._loop.is_closed():
            return
        self._ask(self._stop())
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(START_LIMIT)
        self._loop.close()

    def tell(self, heard: Callable[[Delivery], None]) -> None:
        """From now on `heard` is told of each delivery."""
        self._heard = heard

    def folders(self, user: str) -> dict[str, int]:
        """The folders of a mailbox, with the number of mails in each."""
        return self._ask(self._count(user))

    def _ask(self, work: Coroutine[Any, Any, T]) -> T:
        """Have the server's thread do this, and wait for it."""
        return asyncio.run_coroutine_threadsafe(work, self._loop).result(START_LIMIT)

    async def _start(self) -> None:
        config = _imap_config()
        config.apply_context()
        login = Login(config)
        for account in self.accounts:
            login.users_dict[account.user] = UserMetadata(config, account.user, password=account.password)
            boxes = self._boxes[account.user] = MailboxSet()
            config.set_cache[account.user] = (boxes, FilterSet())
        self._imap = IMAPServer(login, config)
        imap = await asyncio.start_server(self._talk_imap, HOST, 0)
        smtp = await self._loop.create_server(self._smtp, HOST, 0)
        self._servers = [imap, smtp]
        self.imap_port, self.smtp_port = (s.sockets[0].getsockname()[1] for s in self._servers)

    async def _talk_imap(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """One IMAP connection. The event loop keeps weak references to tasks
        (asyncio, create_task); without ours a garbage collection ends the line."""
        task = asyncio.current_task()
        assert task
        self._lines.add(task)
        task.add_done_callback(self._lines.discard)
        await self._imap(reader, writer, SocketInfo.get(writer, ProxyResultLocal(), unique_id=b"demo"))

    def _smtp(self) -> SMTP:
        room = PostRoom(self.accounts, self._clock, self._deliver)
        warnings.filterwarnings("ignore", "Requiring AUTH while not requiring TLS")  # loopback needs none
        return SMTP(
            room,
            hostname="mail.example.test",
            ident="demo",
            data_size_limit=LONGEST_MAIL,
            authenticator=room.login,
            auth_required=True,
            auth_require_tls=False,
            loop=self._loop,
        )

    async def _deliver(self, delivery: Delivery) -> None:
        inbox = await self._boxes[delivery.user].get_mailbox("INBOX")
        await inbox.append(AppendMessage(delivery.raw, delivery.at, frozenset()), recent=True)
        self.delivered.append(delivery)
        if self._heard:
            self._heard(delivery)

    async def _count(self, user: str) -> dict[str, int]:
        boxes = self._boxes[user]
        names = [entry.name for entry in (await boxes.list_mailboxes()).list() if entry.exists]
        return {name: (await (await boxes.get_mailbox(name)).snapshot()).exists for name in names}

    async def _stop(self) -> None:
        for server in self._servers:
            server.close()
        rest = [t for t in asyncio.all_tasks() if t is not asyncio.current_task()]
        for task in rest:
            task.cancel()
        await asyncio.gather(*rest, return_exceptions=True)
