"""The outside world: an SMTP server that keeps what it is given, or refuses it."""

import threading
from collections.abc import Callable
from dataclasses import dataclass
from email import message_from_bytes
from email.message import Message
from typing import Any

from aiosmtpd.controller import Controller

from tests.servers.running import free_ports, until


@dataclass(frozen=True, slots=True)
class Caught:
    """One mail with its envelope."""

    sender: str
    recipients: tuple[str, ...]
    raw: bytes

    @property
    def message(self) -> Message:
        return message_from_bytes(self.raw)


class Sink:
    """A running server. `answer(caught)` may return another reply than 250."""

    def __init__(self, answer: Callable[[Caught], str] | None = None) -> None:
        self._answer = answer or (lambda caught: "250 kept")
        self._lock = threading.Lock()
        self._caught: list[Caught] = []
        self.port = free_ports(1)[0]
        self._controller = Controller(
            self, hostname="127.0.0.1", port=self.port, enable_SMTPUTF8=True, data_size_limit=0
        )
        self._controller.start()

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:
        caught = Caught(envelope.mail_from or "", tuple(envelope.rcpt_tos), bytes(envelope.original_content))
        answer = self._answer(caught)
        if answer.startswith("2"):
            with self._lock:
                self._caught.append(caught)
        return answer

    @property
    def mails(self) -> tuple[Caught, ...]:
        """All that was taken, oldest first."""
        with self._lock:
            return tuple(self._caught)

    def to(self, address: str) -> tuple[Caught, ...]:
        """All that was taken for one recipient."""
        return tuple(c for c in self.mails if address in c.recipients)

    def wait_for(self, count: int, address: str = "", seconds: float = 20.0) -> tuple[Caught, ...]:
        """Wait until at least `count` mails came (for `address`), and return them."""

        def come() -> tuple[Caught, ...]:
            return self.to(address) if address else self.mails

        if not until(lambda: len(come()) >= count, seconds):
            raise AssertionError(f"{len(come())} of {count} mails came for {address or 'anybody'}")
        return come()

    def clear(self) -> None:
        """Forget all that came."""
        with self._lock:
            self._caught.clear()

    def stop(self) -> None:
        self._controller.stop()
