"""A server that says exactly what a test wrote: for what no real server can be
made to do on demand (lie, trickle, hang, close at the worst moment)."""

import contextlib
import socket
import threading
from collections.abc import Callable
from typing import BinaryIO

LIMIT = 15.0  # seconds; no test waits longer on a socket


class Talk:
    """One connection, from the server's side."""

    def __init__(self, sock: socket.socket) -> None:
        self.sock = sock
        self._file: BinaryIO = sock.makefile("rb")

    def say(self, text: bytes) -> None:
        """Send these very bytes."""
        self.sock.sendall(text)

    def hang_up(self) -> None:
        """Close the connection, now."""
        self.sock.shutdown(socket.SHUT_RDWR)

    def hear(self) -> bytes:
        """The next line without its end; b"" when the client is gone."""
        return self._file.readline().rstrip(b"\r\n")

    def hear_line(self) -> bytes:
        """The next line with its end."""
        return self._file.readline()

    def close(self) -> None:
        """Close both handles, so that a lingering socket is reset."""
        self._file.close()
        self.sock.close()

    def read(self, size: int) -> bytes:
        """So many bytes of a literal."""
        return self._file.read(size)


class Scripted:
    """Serves each connection with `serve`, one after the other."""

    def __init__(self, serve: Callable[[Talk], None]) -> None:
        self._serve = serve
        self.connections = 0
        self._listener = socket.create_server(("127.0.0.1", 0))
        self._listener.settimeout(LIMIT)
        self.port: int = self._listener.getsockname()[1]
        self._open: list[socket.socket] = []
        self._thread = threading.Thread(target=self._run, daemon=True)
        self._thread.start()

    def _run(self) -> None:
        with contextlib.suppress(OSError):  # stop() closes the listener
            while True:
                sock, _ = self._listener.accept()
                self.connections += 1
                sock.settimeout(LIMIT)
                self._open.append(sock)
                with contextlib.suppress(OSError), sock:
                    self._serve(Talk(sock))

    def stop(self) -> None:
        for sock in (self._listener, *self._open):
            with contextlib.suppress(OSError):
                sock.shutdown(socket.SHUT_RDWR)
            sock.close()
        self._thread.join(LIMIT)

    def __enter__(self) -> "Scripted":
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()


Reply = Callable[[Talk, bytes, bytes], None]


def ok(*untagged: bytes) -> Reply:
    """Answer with these untagged lines, then OK."""

    def reply(talk: Talk, tag: bytes, rest: bytes) -> None:
        talk.say(b"".join(b"* " + line + b"\r\n" for line in untagged) + tag + b" OK done\r\n")

    return reply


def no(words: bytes) -> Reply:
    """Answer NO with these words."""

    def reply(talk: Talk, tag: bytes, rest: bytes) -> None:
        talk.say(tag + b" NO " + words + b"\r\n")

    return reply


IMAP_DEFAULTS: dict[bytes, Reply] = {
    b"CAPABILITY": ok(b"CAPABILITY IMAP4rev1 IDLE MOVE UIDPLUS"),
    b"LOGIN": ok(),
    b"LIST": ok(b'LIST () "/" INBOX'),
    b"SELECT": ok(b"FLAGS ()", b"1 EXISTS", b"0 RECENT", b"OK [UIDVALIDITY 7] x", b"OK [UIDNEXT 2] x"),
    b"UID SEARCH": ok(b"SEARCH"),
    b"LOGOUT": ok(b"BYE"),
}


def imap_server(heard: list[bytes] | None = None, **replies: Reply) -> Scripted:
    """A little IMAP server. `replies` are by command, "UID_FETCH" for UID FETCH;
    `heard` gets every command line without its tag."""
    table = IMAP_DEFAULTS | {name.replace("_", " ").encode(): reply for name, reply in replies.items()}

    def serve(talk: Talk) -> None:
        talk.say(b"* OK ready\r\n")
        while line := talk.hear():
            tag, _, command = line.partition(b" ")
            if heard is not None:
                heard.append(command)
            words = command.upper().split(b" ")
            verb = b" ".join(words[:2]) if words[0] == b"UID" else words[0]
            reply = table.get(verb, no(b"unknown"))
            reply(talk, tag, command)

    return Scripted(serve)
