"""What the demo's mail provider does with a mail that is handed to it.

Who may write as whom, and the marks that a provider puts on a mail: an account
writes under its own address only, so the server may vouch for it, and verdicts
that a writer brings along in the server's name are taken out.
"""

import re
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from email import message_from_bytes
from email.utils import format_datetime, getaddresses

from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session

NAME = "mail.example.test"  # the provider's name on its verdicts (authserv-id, RFC 8601)
OURS_ALONE = re.compile(
    rb"(?im)^(?:authentication-results|delivered-to|return-path):.*\r?\n(?:[ \t].*\r?\n)*"
)


@dataclass(frozen=True, slots=True)
class Account:
    """One mailbox at the provider. Mail to `address` with any plus tag is its own."""

    user: str
    password: str
    address: str


@dataclass(frozen=True, slots=True)
class Delivery:
    """A mail as it was laid into the mailbox of `user`; `at` is aware."""

    user: str
    sender: str
    to: str
    raw: bytes
    at: datetime


def base_of(address: str) -> str:
    """The address without its plus tag (RFC 5233), in small letters."""
    local, _, domain = address.lower().rpartition("@")
    return f"{local.partition('+')[0]}@{domain}"


def stamped(raw: bytes, to: str, sender: str, at: datetime) -> bytes:
    """The mail as the provider lays it down: its own marks on top, forged ones out.

    `sender` is the address that logged in to write it; its domain is what the
    verdict vouches for. Only the head is looked through: the body stays as it is.
    """
    head, blank, body = raw.partition(b"\r\n\r\n")
    kept = OURS_ALONE.sub(b"", head + b"\r\n").removesuffix(b"\r\n")
    domain = sender.rpartition("@")[2]
    marks = (
        f"Return-Path: <{sender}>\r\n"
        f"Delivered-To: {to}\r\n"
        f"Received: from localhost by {NAME} with ESMTPA; {format_datetime(at)}\r\n"
        f"Authentication-Results: {NAME}; dmarc=pass header.from={domain}\r\n"
    )
    return marks.encode("ascii") + kept + blank + body


class PostRoom:
    """The SMTP side, in the words of aiosmtpd's hooks."""

    def __init__(
        self,
        accounts: Sequence[Account],
        clock: Callable[[], datetime],
        deliver: Callable[[Delivery], Awaitable[None]],
    ) -> None:
        self._by_user = {a.user: a for a in accounts}
        self._by_address = {a.address: a for a in accounts}
        self._clock, self._deliver = clock, deliver

    def login(
        self, server: SMTP, session: Session, envelope: Envelope, mechanism: str, given: object
    ) -> AuthResult:
        """LOGIN or PLAIN with the account's name and password."""
        if not isinstance(given, LoginPassword):
            return AuthResult(success=False, handled=False)
        user = given.login.decode("utf-8", "replace")
        account = self._by_user.get(user)
        right = account is not None and given.password == account.password.encode()
        return AuthResult(success=right, handled=False, auth_data=user if right else None)

    async def handle_MAIL(
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        account = self._by_user[str(session.auth_data)]
        if base_of(address) != account.address:
            return f"553 5.7.1 {account.user} may not write as {address}"
        envelope.mail_from = address
        envelope.mail_options.extend(options)
        return "250 2.1.0 OK"

    async def handle_RCPT(
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        if base_of(address) not in self._by_address:
            return f"550 5.1.1 nobody here is called {address}"
        envelope.rcpt_tos.append(address)
        envelope.rcpt_options.extend(options)
        return "250 2.1.5 OK"

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:
        account = self._by_user[str(session.auth_data)]
        raw = envelope.original_content or b""
        if writers_of(raw) != {account.address}:
            return f"550 5.7.1 the From of this mail is not the address of {account.user}"
        for to in envelope.rcpt_tos:
            at = self._clock()
            laid = stamped(raw, to, account.address, at)
            user = self._by_address[base_of(to)].user
            await self._deliver(Delivery(user, account.address, to, laid, at))
        return "250 2.0.0 delivered"


def writers_of(raw: bytes) -> set[str]:
    """All addresses in all From fields, without plus tags."""
    head = message_from_bytes(raw.partition(b"\r\n\r\n")[0] + b"\r\n\r\n")
    fields = [str(value) for value in head.get_all("From", [])]
    return {base_of(address) for _, address in getaddresses(fields)}
