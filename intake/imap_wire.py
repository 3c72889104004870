"""The wire under IMAPClient: one socket that can be cut, and bounded reads.

imaplib trusts the size a server announces for a literal, and its socket time
limit starts anew with every byte. Here a literal has a ceiling, and so has all
that answers one command; a second handle on the socket lets a watchdog end any
call, and IDLE begins without losing the lines that come glued to its "+". This
file is the only one that touches private parts of imaplib and IMAPClient.
"""

import contextlib
import imaplib
import io
import logging
import socket
import ssl

import imapclient

from wire.tls import has_unread, refuse_early_words

# IMAPClient writes commands and answers to its log at DEBUG; no mail belongs in a log.
logging.getLogger("imapclient").setLevel(logging.WARNING)
# A UID SEARCH answer is one line; imaplib's own limit of 1 MB is about 125 000 mails.
imaplib._MAXLINE = 10_000_000  # type: ignore[attr-defined]
# Twice the largest mail fetched whole: Exchange's RFC822.SIZE is an estimate.
LITERAL_LIMIT = 40 * 1024 * 1024
# All that answers one command: a batch of mails (20 MB, by that estimate 40), and lines.
ANSWER_LIMIT = 48 * 1024 * 1024


class Lifeline:
    """A second handle on the socket, by which another thread can end any call.

    It survives the wrapping of STARTTLS, which detaches the first handle."""

    def __init__(self) -> None:
        self._sock: socket.socket | None = None
        self._over = False

    def begin(self) -> None:
        """A new limit starts to run."""
        self._over = False

    def hold(self, sock: socket.socket) -> None:
        self._sock = sock.dup()
        if self._over:  # the time was up before there was a socket to cut
            self.cut()

    def cut(self) -> None:
        """End whatever waits for this socket, or will."""
        self._over = True
        if self._sock is not None:
            with contextlib.suppress(OSError):
                self._sock.shutdown(socket.SHUT_RDWR)

    def release(self) -> None:
        """Close the connection without a word to the server."""
        self.cut()
        if self._sock is not None:
            self._sock.close()
            self._sock = None


class StarttlsRefused(imaplib.IMAP4.error):
    """The server did not say yes to STARTTLS; the words are its own."""


class Wire(imaplib.IMAP4):
    """imaplib over TLS or not, held by a lifeline from its first moment."""

    def __init__(
        self, host: str, port: int, context: ssl.SSLContext | None, timeout: float, lifeline: Lifeline
    ) -> None:
        self._context = context
        self._lifeline = lifeline
        self._heard = 0
        super().__init__(host, port, timeout=timeout)

    def _create_socket(self, timeout: float | None) -> socket.socket:
        sock = socket.create_connection((self.host, self.port), timeout)
        sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)  # a command is two writes
        self._lifeline.hold(sock)
        if self._context is None:
            return sock
        return self._context.wrap_socket(sock, server_hostname=self.host)

    def read(self, size: int) -> bytes:
        if size > LITERAL_LIMIT:
            raise self.abort(f"the server announced {size} bytes in one piece")
        self._count(size)
        return super().read(size)

    def readline(self) -> bytes:
        line = super().readline()
        self._count(len(line))
        return line

    def _simple_command(self, name: str, *words: str) -> tuple[str, list[bytes]]:
        status, said = super()._simple_command(name, *words)  # type: ignore[misc]
        if name == "STARTTLS":  # imaplib's own shakes hands next, and tells no words of a refusal
            if status != "OK":
                raise StarttlsRefused(b" ".join(said).decode("utf-8", "replace"))
            assert isinstance(self.file, io.BufferedReader)
            refuse_early_words(self.sock, self.file)
        return status, said

    def next_answer(self) -> None:
        """A command begins; what was heard before does not count against it."""
        self._heard = 0

    def _count(self, octets: int) -> None:
        self._heard += octets
        if self._heard > ANSWER_LIMIT:
            raise self.abort(f"the server answered with more than {ANSWER_LIMIT // 1024 // 1024} MB")


class Client(imapclient.IMAPClient):  # type: ignore[misc]
    """IMAPClient on a `Wire`. `context` None means no TLS from the first byte."""

    _imap: Wire

    def __init__(self, wire: Wire, timeout: float) -> None:
        self._wire = wire
        super().__init__(wire.host, port=wire.port, ssl=False, timeout=timeout)
        wire.debug = 0  # IMAPClient makes imaplib format every line, bodies too, for a log of its own
        self.normalise_times = False  # else INTERNALDATE comes naive, in this machine's zone

    def _create_IMAP4(self) -> Wire:
        return self._wire

    def begin_tls(self, context: ssl.SSLContext) -> None:
        """STARTTLS, after which nothing counts that was said in clear before: both
        libraries keep it (RFC 3501, section 6.2.1). Raises CapabilityError where the
        server does not offer it, StarttlsRefused, or OSError."""
        if self._imap.state != "NONAUTH":
            raise StarttlsRefused("it says that we are logged in already")
        self.starttls(context)
        self._imap.untagged_responses.clear()
        self._cached_capabilities = None

    def next_answer(self) -> None:
        """See `Wire.next_answer`."""
        self._imap.next_answer()

    def begin_idle(self) -> list[bytes]:
        """Send IDLE and return the untagged lines that came before its "+".

        IMAPClient's own `idle` takes such a line for a refusal (upstream #519).
        """
        early: list[bytes] = []
        self._idle_tag = self._imap._command("IDLE")
        while (line := self._imap._get_response()) is not None:
            if self._imap.tagged_commands[self._idle_tag]:
                raise imaplib.IMAP4.error(f"IDLE refused: {line!r}")
            early.append(line)
        return early

    def has_unread(self) -> bool:
        """True if bytes were read from the socket already and wait in a buffer:
        a poll of the socket would never tell of them. Does not block."""
        file = self._imap.file
        assert isinstance(file, io.BufferedReader)
        return has_unread(self._imap.sock, file)

    def copied(self) -> bytes:
        """Take the COPYUID code of the last MOVE or COPY (RFC 4315); b"" if none."""
        lines = [line for line in self._imap.response("COPYUID")[1] if line]
        return lines[-1] if lines else b""
