"""A logged-in connection to an IMAP server, and the sentences when there is none.

Every command runs under a limit of wall time; logins are spaced out by a gate.
Callers never meet imaplib's or IMAPClient's exceptions.
"""

import contextlib
import imaplib
import re
import ssl
import threading
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

from imapclient.exceptions import CapabilityError, ProtocolError

from intake.imap_settings import ImapSettings, why_unsafe
from intake.imap_wire import Client, Lifeline, StarttlsRefused, Wire
from intake.source import LoginRefused, ServerAway
from wire.login_gate import LoginGate, in_words
from wire.text import without_secret
from wire.tls import no_starttls, starttls_refused, trusting, why_no_tls

RECYCLE_AFTER = 25 * 60.0  # seconds; Microsoft 365 hangs after hours, and says so late
# Words of a refused login that mean "later" and not "never" (RFC 5530, and Gmail's own).
TEMPORARY = ("[unavailable]", "[inuse]", "[limit]", "[serverbug]", "too many", "try again", "temporar")


# What the libraries raise on an answer that breaks the grammar, beside their own errors.
GARBLED = (ValueError, LookupError, TypeError, AttributeError, ArithmeticError, RecursionError)
QUOTED_BYTES = re.compile(r"(?s)^b(['\"])(.*)\1$")


class CommandRefused(ServerAway):
    """The server said NO or BAD to one command; the connection is still good."""


def one_line(text: object) -> str:
    """A server's words, fit for a sentence: one line, at most 200 characters.
    imaplib keeps them as bytes in its exceptions."""
    if isinstance(text, Exception) and len(text.args) == 1 and isinstance(text.args[0], bytes):
        text = text.args[0]
    words = text.decode("utf-8", "replace") if isinstance(text, bytes) else str(text)
    words = QUOTED_BYTES.sub(r"\2", words)  # IMAPClient wraps a refused login in its repr
    return "".join(c if c.isprintable() else " " for c in words)[:200].strip().rstrip(".")


def has_breaks(word: str) -> bool:
    """Whether this would end a command early."""
    return any(c in word for c in "\r\n\0")


def refuse_breaks(*words: str) -> None:
    """Refuse text that would end a command early: it can only be a bug of ours."""
    for word in words:
        if has_breaks(word):
            raise ValueError(f"CR, LF or NUL on the way into an IMAP command: {word!r}")


def _uptime() -> datetime:
    """A clock for a gate that need not outlive this process."""
    return datetime(2000, 1, 1, tzinfo=UTC) + timedelta(seconds=time.monotonic())


class ImapConnection:
    """One connection at a time; opened at need, recycled every 25 minutes.

    Whatever goes wrong on it becomes `ServerAway`, `LoginRefused` or
    `CommandRefused`, each with a sentence."""

    def __init__(self, settings: ImapSettings, gate: LoginGate | None = None) -> None:
        self.settings = settings
        self._gate = gate or LoginGate(_uptime)
        self._client: Client | None = None
        self._lifeline = Lifeline()
        self._opened = 0.0

    def open(self) -> None:
        """Connect and log in, unless that was done less than 25 minutes ago."""
        if self._client is not None and time.monotonic() - self._opened < RECYCLE_AFTER:
            return
        self.close()
        if trouble := why_unsafe(self.settings):
            raise ServerAway(trouble)
        if (rest := self._gate.closed_for()) > timedelta():
            raise ServerAway(f"{self.who()} is not asked again yet; next try in {in_words(rest)}.")
        password = self.settings.password()
        self._client = self._connect()
        self._login(self._client, password)
        self._gate.was_let_in()
        self._opened = time.monotonic()

    @property
    def connected(self) -> bool:
        """True while nothing has gone wrong on the connection."""
        return self._client is not None

    def close(self) -> None:
        """Say goodbye, if the server still listens."""
        if self._client is not None:
            with contextlib.suppress(ServerAway), self.command("LOGOUT", seconds=5.0) as client:
                client.logout()
        self.drop()

    def drop(self) -> None:
        """Forget the connection."""
        if self._client is not None:
            with contextlib.suppress(OSError, imaplib.IMAP4.error):
                self._client.shutdown()
        self._lifeline.release()
        self._client = None

    def who(self) -> str:
        """How sentences begin."""
        return f"The mail server {self.settings.host}:{self.settings.port}"

    def _connect(self) -> Client:
        s = self.settings
        try:
            with self._limit(s.timeout):
                context = trusting(s.ca_file) if s.security != "none" else None
                first = context if s.security == "tls" else None
                client = Client(self._dial(first), s.timeout)
                if s.security == "starttls" and context:
                    client.begin_tls(context)
                return client
        except (OSError, imaplib.IMAP4.error, *GARBLED) as trouble:
            self._gate.was_away()
            self.drop()
            raise ServerAway(self._why_away(trouble)) from trouble

    def _why_away(self, trouble: Exception) -> str:
        match trouble:
            case CapabilityError():
                return no_starttls(self.who(), "mailbox")
            case StarttlsRefused():
                return starttls_refused(self.who(), one_line(trouble))
            case _:
                insecure = why_no_tls(trouble, self.who(), self.settings.host, "mailbox")
                return insecure or f"{self.who()} cannot be used: {one_line(trouble)}."

    def _dial(self, context: ssl.SSLContext | None) -> Wire:
        s = self.settings
        return Wire(s.host, s.port, context, s.timeout, self._lifeline)

    def _login(self, client: Client, password: str) -> None:
        user = self.settings.user
        refuse_breaks(user)
        if any(c in password for c in "\r\n\0"):
            self.drop()
            raise ValueError("CR, LF or NUL on the way into an IMAP command: in the password")
        try:
            with self._limit(self.settings.timeout):
                if _is_atom(user) and password.isascii():
                    client.login(user, password)
                else:
                    client.plain_login(user, password)  # LOGIN has no way to say "é"
        except (OSError, imaplib.IMAP4.error, *GARBLED) as trouble:
            self.drop()
            words = without_secret(one_line(trouble), user, password)
            raise self._not_let_in(trouble, words) from trouble

    def _not_let_in(self, trouble: Exception, words: str) -> ServerAway:
        causes = (trouble, trouble.__context__)
        broken = any(isinstance(c, (OSError, imaplib.IMAP4.abort, *GARBLED)) for c in causes)
        if broken or any(code in words.lower() for code in TEMPORARY):
            self._gate.was_away()
            return ServerAway(f"{self.who()} did not finish the login: {words}.")
        self._gate.was_refused()
        rest = self._gate.closed_for()
        later = f"; next try in {in_words(rest)}" if rest else ""
        return LoginRefused(
            f"{self.who()} refused the login of {self.settings.user}: {words}. "
            f"Check user and password in the config{later}."
        )

    @contextlib.contextmanager
    def _limit(self, seconds: float) -> Iterator[None]:
        """Cut the connection if the block takes longer: a server that sends one
        byte a second never meets the socket's own time limit."""
        self._lifeline.begin()
        watchdog = threading.Timer(seconds, self._lifeline.cut)
        watchdog.daemon = True
        watchdog.start()
        try:
            yield
        finally:
            watchdog.cancel()

    @contextlib.contextmanager
    def command(self, what: str, seconds: float = 0.0) -> Iterator[Client]:
        """Give the client for one command; turn all it can raise into our two errors."""
        if self._client is None:
            raise ServerAway(f"{self.who()} is not connected.")
        try:
            with self._limit(seconds or self.settings.timeout):
                self._client.next_answer()
                yield self._client
        except (OSError, imaplib.IMAP4.abort, ProtocolError) as trouble:
            self.drop()
            raise ServerAway(f"{self.who()} went away during {what}: {one_line(trouble)}.") from trouble
        except imaplib.IMAP4.error as no:
            raise CommandRefused(f"{self.who()} refused {what}: {one_line(no)}.") from no
        except GARBLED as trouble:
            self.drop()
            words = one_line(trouble)
            raise ServerAway(
                f"{self.who()} gave an answer to {what} that cannot be read: {words}."
            ) from trouble


def _is_atom(user: str) -> bool:
    return user.isascii() and not any(c in ' "\\(){%*' for c in user)
