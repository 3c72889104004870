"""A scripted submission server: keeps what it took, and fails at will.

Each stage of a transaction can be met by a fault at any of its calls. What was
taken is kept by envelope; whoever must know at once (a Sent folder, a test) is
told by `on_taken`.
"""

import contextlib
import socket
import struct
import threading
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field

from tests.servers.scripted import Talk

LIMIT = 20.0  # seconds
STAGES = ("greeting", "EHLO", "AUTH", "MAIL", "RCPT", "DATA", "dot", "RSET", "QUIT")
USUAL = {
    "greeting": b"220 mail.test ready",
    "EHLO": b"250-mail.test\r\n250-AUTH PLAIN\r\n250 8BITMIME",
    "AUTH": b"235 2.7.0 in",
    "MAIL": b"250 ok",
    "RCPT": b"250 ok",
    "DATA": b"354 go on",
    "dot": b"250 2.0.0 taken",
    "RSET": b"250 ok",
    "QUIT": b"221 bye",
}


@dataclass(frozen=True)
class Taken:
    """A mail that the server took, as it was before the dots were doubled."""

    sender: str
    to: str
    raw: bytes


@dataclass
class Step:
    """One stage of one connection, before its answer. `take` keeps the mail."""

    server: "SmtpServer"
    talk: Talk
    stage: str
    take: Callable[[], None]


# True: it answered (or hung up) itself. False: the server goes on as usual.
Act = Callable[[Step], bool]


@dataclass
class SmtpFault:
    """`act` at the calls of a stage numbered in `nths` (from 1; None: at all)."""

    stage: str
    act: Act
    nths: frozenset[int] | None = frozenset({1})
    to: str = ""  # only for this recipient
    times: int = 0


@dataclass
class SmtpServer:
    """On the loopback, in the clear, each connection in a thread."""

    faults: list[SmtpFault] = field(default_factory=list)
    taken: list[Taken] = field(default_factory=list)
    counts: Counter[str] = field(default_factory=Counter)
    on_taken: Callable[[Taken], None] | None = None
    password: str = "x"
    port: int = 0

    def __post_init__(self) -> None:
        self.stopped = threading.Event()
        self._lock = threading.Lock()
        self._open: list[socket.socket] = []
        self._listener = self._listen()

    def _listen(self) -> socket.socket:
        listener = socket.create_server(("127.0.0.1", self.port))
        self.port = listener.getsockname()[1]
        threading.Thread(target=self._accept, args=(listener,), daemon=True).start()
        return listener

    def _accept(self, listener: socket.socket) -> None:
        with contextlib.suppress(OSError):
            while True:
                sock, _ = listener.accept()
                sock.settimeout(LIMIT)
                self._open.append(sock)
                threading.Thread(target=self._serve, args=(sock,), daemon=True).start()

    def _serve(self, sock: socket.socket) -> None:
        with contextlib.suppress(OSError, ValueError), sock:
            Exchange(self, Talk(sock)).run()

    def keep(self, taken: Taken) -> None:
        with self._lock:
            self.taken.append(taken)
            if self.on_taken is not None:
                self.on_taken(taken)

    def strike(self, step: Step, to: str) -> bool:
        """Count the call, and let a fault act on it. True: it is answered."""
        with self._lock:
            self.counts[step.stage] += 1
            nth = self.counts[step.stage]
            due = [f for f in self.faults if f.stage == step.stage and f.to in ("", to)]
            due = [f for f in due if f.nths is None or nth in f.nths]
            for fault in due:
                fault.times += 1
        return any(fault.act(step) for fault in due)

    def refuse(self) -> None:
        """Nobody listens any more."""
        for sock in (self._listener, *self._open):
            with contextlib.suppress(OSError):
                sock.shutdown(socket.SHUT_RDWR)
            sock.close()
        self._open.clear()

    def come_back(self) -> None:
        self._listener = self._listen()

    def stop(self) -> None:
        self.stopped.set()
        self.refuse()

    def __enter__(self) -> "SmtpServer":
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()


class Exchange:
    """One connection."""

    def __init__(self, server: SmtpServer, talk: Talk) -> None:
        self.server, self.talk = server, talk
        self.sender, self.to, self.body = "", "", b""

    def run(self) -> None:
        self._step("greeting")
        while line := self.talk.hear():
            verb = line.split(b" ")[0].decode().upper()
            if verb in ("MAIL", "RCPT"):
                address = line.partition(b"<")[2].partition(b">")[0].decode()
                self.sender, self.to = (address, "") if verb == "MAIL" else (self.sender, address)
            if verb not in USUAL:
                self.talk.say(b"502 what\r\n")
            elif self._step(verb) and verb == "DATA":
                self.body = self._hear_body()
                self._step("dot")
            if verb == "QUIT":
                return

    def _hear_body(self) -> bytes:
        lines: list[bytes] = []
        while (line := self.talk.hear_line()) != b".\r\n":
            if not line:
                raise OSError("the client went away in the middle of a mail")
            lines.append(line[1:] if line.startswith(b".") else line)
        return b"".join(lines)

    def _take(self) -> None:
        self.server.keep(Taken(self.sender, self.to, self.body))

    def _step(self, stage: str) -> bool:
        """Answer one stage; True if it was answered as usual."""
        step = Step(self.server, self.talk, stage, self._take)
        if self.server.strike(step, self.to):
            return False
        if stage == "dot":
            self._take()
        self.talk.say(USUAL[stage] + b"\r\n")
        return True


# what SMTP servers do to us


def say(reply: bytes) -> Act:
    """This reply in place of the usual one."""

    def act(step: Step) -> bool:
        step.talk.say(reply + b"\r\n")
        return True

    return act


def say_and_close(reply: bytes) -> Act:
    """As a 421 does (RFC 5321, section 3.8)."""

    def act(step: Step) -> bool:
        step.talk.say(reply + b"\r\n")
        step.talk.hang_up()
        return True

    return act


def close(step: Step) -> bool:
    """The line breaks; at the dot, before anything was taken."""
    step.talk.hang_up()
    return True


def take_and_close(step: Step) -> bool:
    """The mail is taken, and nobody hears of it."""
    step.take()
    step.talk.hang_up()
    return True


def silence(step: Step) -> bool:
    """Nothing comes, for ever."""
    step.server.stopped.wait(LIMIT)
    return True


def take_in_silence(step: Step) -> bool:
    """The mail is taken, and nothing is ever said."""
    step.take()
    return silence(step)


def trickle(step: Step) -> bool:
    """A byte now and then, never a whole reply."""
    end = time.monotonic() + LIMIT
    while time.monotonic() < end:
        step.talk.say(b"2")
        time.sleep(0.05)
    return True


def take_and_reset(step: Step) -> bool:
    """250, and at once a reset of the connection (RST), so that even what was
    sent may not be heard."""
    step.take()
    step.talk.say(USUAL["dot"] + b"\r\n")
    step.talk.sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    step.talk.close()
    return True
