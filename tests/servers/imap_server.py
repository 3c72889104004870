"""A scripted IMAP server: a mailbox behind it, and faults at will in front.

It does what our gateway asks, with or without MOVE, UIDPLUS, IDLE and
keywords; it logs every command line, and any command at any of its calls can be
answered by a fault instead (`tests.servers.imap_faults`).
"""

import base64
import contextlib
import re
import select
import socket
import threading
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from tests.servers.imap_words import answer_fetch, search, set_of, uids, verb, words
from tests.servers.mailbox import Folder, Mailbox
from tests.servers.scripted import Talk

ALL = frozenset({"MOVE", "UIDPLUS", "IDLE", "KEYWORDS"})
LIMIT = 20.0  # seconds; no connection is quiet for longer in a test
LITERAL = re.compile(rb"\{(\d+)\}$")


@dataclass
class Moment:
    """One command in one connection, before its answer. `carry_out` does what
    the command asks and gives the bytes of the whole answer."""

    server: "ImapServer"
    visit: "Visit"
    verb: str
    tag: bytes
    line: bytes

    @property
    def talk(self) -> Talk:
        return self.visit.talk

    def carry_out(self) -> bytes:
        return self.visit.answer(self.tag, self.line)


# True: it answered (or hung up) itself. False: the server goes on as usual.
Act = Callable[[Moment], bool]


@dataclass
class Fault:
    """`act` at the calls of `verb` numbered in `nths` (from 1; None: at all).
    `times` counts how often it struck."""

    verb: str
    act: Act
    nths: frozenset[int] | None = frozenset({1})
    times: int = 0


@dataclass
class ImapServer:
    """Serves one mailbox on the loopback, each connection in a thread."""

    box: Mailbox
    can: frozenset[str] = ALL
    password: str = "x"
    faults: list[Fault] = field(default_factory=list)
    log: list[str] = field(default_factory=list)
    counts: Counter[str] = field(default_factory=Counter)
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
        with contextlib.suppress(OSError):  # refuse() and stop() close it
            while True:
                sock, _ = listener.accept()
                sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
                sock.settimeout(LIMIT)
                self._open.append(sock)
                threading.Thread(target=self._serve, args=(sock,), daemon=True).start()

    def _serve(self, sock: socket.socket) -> None:
        with contextlib.suppress(OSError, ValueError), sock:
            Visit(self, Talk(sock)).run()

    def strike(self, moment: Moment) -> bool:
        """Count the call, and let a fault act on it. True: it is answered."""
        with self._lock:
            self.counts[moment.verb] += 1
            nth = self.counts[moment.verb]
            due = [f for f in self.faults if f.verb == moment.verb and (f.nths is None or nth in f.nths)]
            for fault in due:
                fault.times += 1
        return any(fault.act(moment) for fault in due)

    def capability(self) -> bytes:
        told = [c for c in ("MOVE", "UIDPLUS", "IDLE") if c in self.can]
        return " ".join(["CAPABILITY IMAP4rev1 NAMESPACE", *told]).encode()

    def refuse(self) -> None:
        """Nobody listens any more, and every connection is cut."""
        for sock in (self._listener, *self._open):
            with contextlib.suppress(OSError):
                sock.shutdown(socket.SHUT_RDWR)
            sock.close()
        self._open.clear()

    def come_back(self) -> None:
        """Listen again, on the same port."""
        self._listener = self._listen()

    def stop(self) -> None:
        self.stopped.set()
        self.refuse()

    def __enter__(self) -> "ImapServer":
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()


class Visit:
    """One connection, from the greeting to its end."""

    def __init__(self, server: ImapServer, talk: Talk) -> None:
        self.server, self.talk = server, talk
        self.selected = ""

    @property
    def folder(self) -> Folder:
        return self.server.box.folders[self.selected]

    def run(self) -> None:
        if not self.server.strike(Moment(self.server, self, "greeting", b"*", b"")):
            self.talk.say(b"* OK ready\r\n")
        while line := self._command():
            tag, _, command = line.partition(b" ")
            self.server.log.append(_without_password(command))
            moment = Moment(self.server, self, verb(command), tag, command)
            if self.server.strike(moment):
                continue
            if moment.verb == "IDLE" and "IDLE" in self.server.can:
                self.idle(tag)
            elif moment.verb == "AUTHENTICATE":
                self.talk.say(self._authenticate(tag))
            else:
                self.talk.say(moment.carry_out())
            if moment.verb == "LOGOUT":
                return

    def _command(self) -> bytes:
        line = self.talk.hear()
        while found := LITERAL.search(line):
            self.talk.say(b"+ go on\r\n")
            line = line[: found.start()] + self.talk.read(int(found[1])) + self.talk.hear()
        return line

    def answer(self, tag: bytes, line: bytes) -> bytes:
        """Do what a command asks. The tagged line comes last."""
        name, *args = words(line)
        name, args = (f"UID {args[0]}", args[1:]) if name.upper() == "UID" else (name, args)
        work = getattr(self, f"_{name.lower().replace(' ', '_')}", None)
        lacks = name.upper() in ("UID MOVE", "UID EXPUNGE") and not self._may(name.upper())
        if work is None or lacks:
            return tag + b" BAD unknown command\r\n"
        with self.server.box.lock:
            try:
                answered: tuple[bytes, bytes] = work(*args)
            except (KeyError, ValueError) as trouble:
                return tag + b" NO " + repr(trouble).encode() + b"\r\n"
        return answered[0] + tag + b" " + answered[1] + b"\r\n"

    def _may(self, name: str) -> bool:
        return {"UID MOVE": "MOVE", "UID EXPUNGE": "UIDPLUS"}[name] in self.server.can

    def idle(self, tag: bytes, first: bytes = b"+ idling\r\n") -> None:
        """Tell what changes, until the client says DONE."""
        box = self.server.box
        seen = box.changes
        self.talk.say(first)
        while not select.select([self.talk.sock], [], [], 0.01)[0]:
            if box.changes != seen:
                seen = box.changes
                self.talk.say(b"* %d EXISTS\r\n" % len(self.folder.mails))
        if self.talk.hear() == b"DONE":
            self.talk.say(tag + b" OK idle is over\r\n")

    def _authenticate(self, tag: bytes) -> bytes:
        self.talk.say(b"+ \r\n")
        _, _, password = base64.b64decode(self.talk.hear()).split(b"\0")
        good = password.decode() == self.server.password
        return tag + (b" OK in\r\n" if good else b" NO [AUTHENTICATIONFAILED] wrong\r\n")

    # one method for each command: (untagged lines, tagged line without its tag)

    def _capability(self) -> tuple[bytes, bytes]:
        return b"* " + self.server.capability() + b"\r\n", b"OK done"

    def _noop(self) -> tuple[bytes, bytes]:
        return b"", b"OK done"

    def _logout(self) -> tuple[bytes, bytes]:
        return b"* BYE so long\r\n", b"OK done"

    def _login(self, user: str, password: str) -> tuple[bytes, bytes]:
        good = password == self.server.password
        return b"", b"OK in" if good else b"NO [AUTHENTICATIONFAILED] wrong user or password"

    def _namespace(self) -> tuple[bytes, bytes]:
        return b'* NAMESPACE (("" "/")) NIL NIL\r\n', b"OK done"

    def _list(self, reference: str, pattern: str) -> tuple[bytes, bytes]:
        names = self.server.box.folders
        rows = [b'* LIST (%s) "/" "%s"\r\n' % (b"\\Sent" * (n == "Sent"), n.encode()) for n in names]
        return b"".join(rows), b"OK done"

    def _create(self, name: str) -> tuple[bytes, bytes]:
        if name in self.server.box.folders:
            raise ValueError("[ALREADYEXISTS]")
        self.server.box.make(name)
        return b"", b"OK done"

    def _subscribe(self, name: str) -> tuple[bytes, bytes]:
        return b"", b"OK done"

    def _select(self, name: str) -> tuple[bytes, bytes]:
        folder = self.server.box.folders[name]
        self.selected = name
        flags = b"\\Deleted \\Seen \\*" if "KEYWORDS" in self.server.can else b"\\Deleted \\Seen"
        lines = [b"FLAGS (\\Deleted \\Seen)", b"%d EXISTS" % len(folder.mails), b"0 RECENT"]
        lines += [b"OK [PERMANENTFLAGS (%s)] x" % flags, b"OK [UIDVALIDITY %d] x" % folder.uidvalidity]
        lines += [b"OK [UIDNEXT %d] x" % folder.uidnext]
        return b"".join(b"* " + line + b"\r\n" for line in lines), b"OK [READ-WRITE] done"

    def _examine(self, name: str) -> tuple[bytes, bytes]:
        return self._select(name)[0], b"OK [READ-ONLY] done"

    def _uid_search(self, *criteria: str) -> tuple[bytes, bytes]:
        found = search(criteria, self.folder)
        return b"* SEARCH" + b"".join(b" %d" % uid for uid in found) + b"\r\n", b"OK done"

    def _uid_fetch(self, which: str, asked: str) -> tuple[bytes, bytes]:
        folder = self.folder
        mails = [folder.mails[uid] for uid in uids(which, folder)]
        return b"".join(answer_fetch(folder, mail, asked) for mail in mails), b"OK done"

    def _uid_store(self, which: str, how: str, flags: str) -> tuple[bytes, bytes]:
        kept = {f for f in flags.strip("()").split() if f.startswith("\\") or "KEYWORDS" in self.server.can}
        for uid in uids(which, self.folder):
            self.folder.mails[uid].flags |= kept
        return b"", b"OK done"

    def _uid_copy(self, which: str, target: str) -> tuple[bytes, bytes]:
        old = uids(which, self.folder)
        new = [self.server.box.copy(uid, self.selected, target) for uid in old]
        return b"", b"OK " + self._copied(old, new, target) + b"done"

    def _uid_move(self, which: str, target: str) -> tuple[bytes, bytes]:
        old, untagged = uids(which, self.folder), b""
        numbers = [self.folder.number(uid) - gone for gone, uid in enumerate(old)]
        new = [self.server.box.move(uid, self.selected, target) for uid in old]
        if code := self._copied(old, new, target):
            untagged = b"* OK " + code + b"moved\r\n"
        return untagged + b"".join(b"* %d EXPUNGE\r\n" % n for n in numbers), b"OK done"

    def _uid_expunge(self, which: str) -> tuple[bytes, bytes]:
        folder, gone = self.folder, b""
        for uid in uids(which, folder):
            if "\\Deleted" in folder.mails[uid].flags:
                gone += b"* %d EXPUNGE\r\n" % folder.number(uid)
                del folder.mails[uid]
        return gone, b"OK done"

    def _copied(self, old: Sequence[int], new: Sequence[int], target: str) -> bytes:
        """The COPYUID code (RFC 4315), where the server has UIDPLUS."""
        if "UIDPLUS" not in self.server.can or not old:
            return b""
        validity = self.server.box.folders[target].uidvalidity
        return b"[COPYUID %d %s %s] " % (validity, set_of(old), set_of(new))


def _without_password(command: bytes) -> str:
    text = command.decode("utf-8", "replace")
    return re.sub(r"(?i)^(login \S+).*", r"\1 ...", text)
