"""A line to the submission server: connected, encrypted, logged in.

Every step has a limit of wall time. A server without safe TLS gets neither
password nor letter. What goes wrong is a `Posted` with a sentence.
"""

import contextlib
import re
import smtplib
import socket
import ssl
import threading
from base64 import b64encode
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from outbound.posted import Posted, Result
from outbound.verdict import Stage, judge
from wire.hosts import is_loopback
from wire.text import without_secret
from wire.tls import no_starttls, refuse_early_words, starttls_refused, trusting, why_no_tls

REPLY_OCTETS = 8192  # RFC 5321 says 512; servers say more
REPLY_LINES = 200
_SIZE = re.compile("[0-9]{1,15}")


@dataclass(frozen=True, slots=True)
class SmtpSettings:
    """One submission server. `security` is "tls" (from the first byte),
    "starttls" (never goes on in clear) or "none" (this machine only). An empty
    `user` means no login. `ca_file` is added to the trusted authorities.
    `timeout` is the limit of one step in seconds; `dot_timeout` of the answer
    to the final dot, where RFC 5321 (4.5.3.2.6) wants ten minutes, because
    giving up there may double a letter."""

    host: str
    port: int
    security: str
    user: str = ""
    password: Callable[[], str] = lambda: ""
    ca_file: Path | None = None
    timeout: float = 60.0
    dot_timeout: float = 600.0


class Unready(Exception):
    """There is no line; `posted` says what that means for the letters."""

    def __init__(self, posted: Posted) -> None:
        super().__init__(posted.detail)
        self.posted = posted


class NoStarttls(smtplib.SMTPException):
    """The server does not offer STARTTLS."""


class StarttlsRefused(smtplib.SMTPException):
    """The server did not say yes to STARTTLS; the words are its own."""


class Line(smtplib.SMTP):
    """smtplib with a second handle on its socket, by which a watchdog ends any
    call; the socket's own limit starts anew with every byte."""

    def __init__(self, settings: SmtpSettings, context: ssl.SSLContext) -> None:
        self._context = context if settings.security == "tls" else None
        self._handle: socket.socket | None = None
        self._over = False
        # a name of ours: smtplib would ask the DNS, and tell this machine's
        super().__init__(local_hostname=_hello(settings.user), timeout=settings.timeout)
        self._host = settings.host  # for the check of the certificate after STARTTLS

    def _get_socket(self, host: str, port: int, timeout: float) -> socket.socket:
        sock = socket.create_connection((host, port), timeout)
        sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)  # a command may be two writes
        self._handle = sock.dup()
        if self._over:  # the time was up before there was a socket to cut
            self._cut()
        return self._context.wrap_socket(sock, server_hostname=host) if self._context else sock

    def getreply(self) -> tuple[int, bytes]:
        """Read one reply (RFC 5321, section 4.2.1). smtplib takes a line that a
        broken connection cut off for a whole one; here that is a broken line."""
        if self.file is None and self.sock is not None:
            self.file = self.sock.makefile("rb")
        said: list[bytes] = []
        while len(said) < REPLY_LINES:
            line = self._one_line()
            said.append(line[4:].strip())
            if line[3:4] != b"-":
                return int(line[:3]), b"\n".join(said)
        raise smtplib.SMTPServerDisconnected("a reply without an end")

    def _one_line(self) -> bytes:
        try:
            line: bytes = self.file.readline(REPLY_OCTETS) if self.file is not None else b""
        except OSError as broken:
            raise smtplib.SMTPServerDisconnected(str(broken)) from broken
        if not line.endswith(b"\n") or not line[:3].isdigit():
            raise smtplib.SMTPServerDisconnected("the connection was closed or spoke no SMTP")
        return line

    @property
    def largest(self) -> int:
        """Octets of the largest mail that the server takes (RFC 1870); 0 where it does not say."""
        size = str(self.esmtp_features.get("size", ""))
        return int(size) if _SIZE.fullmatch(size) else 0

    def begin_tls(self, context: ssl.SSLContext) -> None:
        """STARTTLS. Nothing in clear may come behind the yes, and nothing that was
        offered before counts (RFC 3207, section 4.2). Raises `NoStarttls`,
        `StarttlsRefused`, OSError and smtplib's errors."""
        if not self.has_extn("starttls"):
            raise NoStarttls
        code, said = self.docmd("STARTTLS")
        if code != 220 or self.sock is None:
            raise StarttlsRefused(f"{code} {_text(said)}")
        refuse_early_words(self.sock, self.file)
        self.sock = context.wrap_socket(self.sock, server_hostname=self._host)
        self.file = self.ehlo_resp = self.helo_resp = None
        self.esmtp_features, self.does_esmtp = {}, False

    @contextlib.contextmanager
    def within(self, seconds: float) -> Iterator[None]:
        """Cut the connection if the block takes longer than this."""
        self._over = False
        watchdog = threading.Timer(seconds, self._cut)
        watchdog.daemon = True
        watchdog.start()
        try:
            yield
        finally:
            watchdog.cancel()

    def patience(self, seconds: float) -> None:
        """Set the socket's own limit, which ends a wait for a silent server."""
        if self.sock is not None:
            self.sock.settimeout(seconds)

    def let_go(self) -> None:
        """Close without a word."""
        self._cut()
        self.close()
        if self._handle is not None:
            self._handle.close()
            self._handle = None

    def _cut(self) -> None:
        self._over = True
        if self._handle is not None:
            with contextlib.suppress(OSError):
                self._handle.shutdown(socket.SHUT_RDWR)


def why_unsafe(settings: SmtpSettings) -> str:
    """One sentence if these settings would show the letters; else ""."""
    if settings.security not in ("tls", "starttls", "none"):
        return f'The SMTP security is "{settings.security}", but must be one of tls, starttls, none.'
    if settings.security == "none" and not is_loopback(settings.host):
        return (
            f'SMTP without TLS is allowed on this machine only, and "{settings.host}" is another. '
            "Use tls (port 465) or starttls (port 587)."
        )
    return ""


def open_line(settings: SmtpSettings) -> Line:
    """Connect, encrypt, log in. Raises `Unready`."""
    if unsafe := why_unsafe(settings):
        raise Unready(Posted(Result.ACCOUNT, 0, unsafe))
    password = settings.password() if settings.user else ""
    try:
        context = trusting(settings.ca_file)
        line = Line(settings, context)
    except OSError as trouble:
        raise Unready(
            Posted(Result.ACCOUNT, 0, f"{settings.ca_file} cannot be read: {trouble}.")
        ) from trouble
    try:
        with line.within(settings.timeout):
            _connect(line, settings, context)
            _log_in(line, settings, password)
    except (OSError, smtplib.SMTPException, ValueError) as trouble:  # ValueError: a challenge that is none
        line.let_go()
        posted = _why(settings, trouble)
        told = without_secret(posted.detail, settings.user, password)
        raise Unready(replace(posted, detail=told)) from trouble
    except Unready:
        line.let_go()
        raise
    return line


def _connect(line: Line, settings: SmtpSettings, context: ssl.SSLContext) -> None:
    code, words = line.connect(settings.host, settings.port)
    if code != 220:
        raise Unready(judge(Stage.GREETING, code, _text(words)))
    line.ehlo_or_helo_if_needed()
    if settings.security == "starttls":
        line.begin_tls(context)
        line.ehlo_or_helo_if_needed()


def _log_in(line: Line, settings: SmtpSettings, password: str) -> None:
    if not settings.user:
        return
    if "PLAIN" in line.esmtp_features.get("auth", "").upper().split():
        secret = b64encode(f"\0{settings.user}\0{password}".encode()).decode()  # smtplib: ASCII only
        code, words = line.docmd("AUTH", f"PLAIN {secret}")
        if code != 235:
            raise smtplib.SMTPAuthenticationError(code, words)
    else:
        line.login(settings.user, password)


def _why(settings: SmtpSettings, trouble: Exception) -> Posted:
    """The verdict on a line that did not come up."""
    who = f"The mail server {settings.host}:{settings.port}"
    match trouble:
        case smtplib.SMTPAuthenticationError():
            posted = judge(Stage.LOGIN, trouble.smtp_code, _text(trouble.smtp_error))
            hint = " Check user and password in the config." if posted.result is Result.ACCOUNT else ""
            return Posted(posted.result, posted.code, f"{posted.detail}.{hint}")
        case NoStarttls():
            return Posted(Result.ACCOUNT, 0, no_starttls(who, "smtp"))
        case StarttlsRefused():
            return Posted(Result.RETRY, 0, starttls_refused(who, _text(str(trouble))))
        case smtplib.SMTPNotSupportedError():
            sentence = f"{who} does not offer what the config asks for: {trouble}."
            return Posted(Result.ACCOUNT, 0, sentence)
        case smtplib.SMTPResponseException():
            return judge(Stage.GREETING, trouble.smtp_code, _text(trouble.smtp_error))
    if insecure := why_no_tls(trouble, who, settings.host, "smtp"):
        return Posted(Result.ACCOUNT, 0, insecure)
    return Posted(Result.RETRY, 0, f"{who} cannot be used: {trouble}.")


def _text(words: bytes | str) -> str:
    return words.decode("utf-8", "replace") if isinstance(words, bytes) else words


def _hello(user: str) -> str:
    domain = user.rpartition("@")[2]
    return domain if "@" in user and domain.isascii() and domain else "[127.0.0.1]"
