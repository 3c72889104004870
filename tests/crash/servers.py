"""IMAP and SMTP over a `PostOffice`: the few commands that the daemon uses.

A connection that dies in the middle of a command leaves the truth as it was:
each command happens whole or not at all.
"""

import re
import socket
import socketserver
import threading
from collections.abc import Callable
from types import TracebackType
from typing import Self

from tests.crash.postoffice import Accepted, Lying, PostOffice

QUOTED = re.compile(r'"((?:[^"\\]|\\.)*)"')
Said = list[str | bytes]  # lines of an answer, the tagged one last and without its tag
PATIENCE = 60.0  # seconds that a line may be quiet


class _Line(socketserver.StreamRequestHandler):
    """One connection. Whatever breaks on it ends it, and nothing else."""

    timeout = PATIENCE
    server: "_Server"

    def handle(self) -> None:
        self.request.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        try:
            self.talk()
        except OSError:
            return

    def talk(self) -> None:
        raise NotImplementedError

    @property
    def office(self) -> PostOffice:
        return self.server.office

    def say(self, *lines: str | bytes) -> None:
        self.wfile.write(b"".join(_octets(line) + b"\r\n" for line in lines))

    def hear(self) -> str:
        return self.rfile.readline().decode("utf-8", "replace").rstrip("\r\n")


class _Server(socketserver.ThreadingTCPServer):
    allow_reuse_address = True
    daemon_threads = True

    def __init__(self, office: PostOffice, line: type[_Line]) -> None:
        super().__init__(("127.0.0.1", 0), line)
        self.office = office

    def handle_error(self, request: object, client_address: object) -> None:
        raise RuntimeError("a server of the test broke")


class Imap(_Line):
    """IMAP4rev1 with MOVE and UIDPLUS, for one client that behaves."""

    def talk(self) -> None:
        self.folder = ""
        self.say("* OK ready")
        while words := self.hear():
            tag, _, rest = words.partition(" ")
            verb, _, args = rest.partition(" ")
            if verb.upper() == "UID":
                verb, _, args = args.partition(" ")
            told = self._answer(verb.upper(), args)
            self.say(*told[:-1], f"{tag} {_text(told[-1])}")
            if verb.upper() == "LOGOUT":
                return

    def _answer(self, verb: str, args: str) -> Said:
        answers: dict[str, Callable[[str], Said]] = {
            "CAPABILITY": lambda _: ["* CAPABILITY IMAP4rev1 MOVE UIDPLUS", "OK done"],
            "LOGIN": self._login,
            "LIST": self._list,
            "SELECT": self._select,
            "SEARCH": self._search,
            "FETCH": self._fetch,
            "STORE": self._store,
            "MOVE": self._move,
            "CREATE": self._create,
            "SUBSCRIBE": lambda _: ["OK done"],
            "NOOP": lambda _: ["OK done"],
            "LOGOUT": lambda _: ["* BYE", "OK done"],
        }
        if verb == "EXPUNGE":
            self.office.truth.seen_wrong.append("L6: EXPUNGE on a server that can MOVE")
        return answers[verb](args) if verb in answers else ["BAD not here"]

    def _login(self, args: str) -> Said:
        self.office.truth.logins += 1
        return ["OK done"]

    def _list(self, args: str) -> Said:
        with self.office.turn:
            return [*(f'* LIST () "/" "{name}"' for name in self.office.truth.folders), "OK done"]

    def _create(self, args: str) -> Said:
        self.office.make(_name(args))
        return ["OK done"]

    def _select(self, args: str) -> Said:
        with self.office.turn:
            truth, self.folder = self.office.truth, _name(args)
            return [
                f"* {len(truth.folders[self.folder])} EXISTS",
                "* 0 RECENT",
                "* FLAGS (\\Seen \\Deleted)",
                "* OK [PERMANENTFLAGS (\\Seen \\Deleted \\*)] all",
                f"* OK [UIDVALIDITY {truth.uidvalidity}] ok",
                f"* OK [UIDNEXT {truth.next_uid}] ok",
                "OK [READ-WRITE]",
            ]

    @property
    def _mails(self) -> dict[int, Lying]:
        return self.office.truth.folders[self.folder]

    def _search(self, args: str) -> Said:
        with self.office.turn:
            found = set(self._mails)
            if uids := re.search(r"\bUID (\S+)", args):
                found &= set(self._uids(uids[1]))
            if "UNSEEN" in args:
                found -= {uid for uid, mail in self._mails.items() if "\\Seen" in mail.flags}
            return ["* SEARCH " + " ".join(map(str, sorted(found))), "OK done"]

    def _uids(self, which: str) -> list[int]:
        """The mails of a UID set such as "3,7:9" or "4:*"."""
        last = max(self._mails, default=0)
        found: set[int] = set()
        for part in which.split(","):
            low, _, high = (last if end == "*" else end for end in part.partition(":"))
            low, high = sorted((int(low), int(high or low)))
            found |= {uid for uid in self._mails if low <= uid <= high}
        return sorted(found)

    def _fetch(self, args: str) -> Said:
        which, _, items = args.partition(" ")
        with self.office.turn:
            uids = self._uids(which)
            if "BODY[" in items:  # not PEEK
                self.office.flag(self.folder, uids, "\\Seen")
            return [*(self._fetched(uid, items) for uid in uids), "OK done"]

    def _fetched(self, uid: int, items: str) -> bytes:
        mail = self._mails[uid]
        if "BODY" in items:
            return b"* %d FETCH (UID %d BODY[] {%d}\r\n%s)" % (uid, uid, len(mail.raw), mail.raw)
        at = f"{mail.at:%d-%b-%Y %H:%M:%S +0000}"
        size = len(mail.raw)
        return f'* {uid} FETCH (UID {uid} RFC822.SIZE {size} INTERNALDATE "{at}")'.encode()

    def _store(self, args: str) -> Said:
        self.office.flag(self.folder, self._uids(args.split()[0]), *re.findall(r"\\\w+|\$\w+", args))
        return ["OK done"]

    def _move(self, args: str) -> Said:
        which, _, to = args.partition(" ")
        done = self.office.move(self.folder, self._uids(which), _name(to))
        if not done:
            return ["OK done"]
        old, new = (",".join(str(pair[i]) for pair in done) for i in (0, 1))
        gone = [f"* {uid} EXPUNGE" for uid, _ in done]
        return [f"* OK [COPYUID {self.office.truth.uidvalidity} {old} {new}] moved", *gone, "OK done"]


class Smtp(_Line):
    """SMTP for one client that behaves: the letter is taken when its last dot came."""

    def talk(self) -> None:
        self.office.truth.lines += 1
        sender = to = ""
        self.say("220 ready")
        while words := self.hear():
            verb = words.upper().partition(" ")[0].partition(":")[0]
            if verb == "EHLO":
                self.say("250-here", "250-8BITMIME", "250 SIZE 30000000")
            elif verb == "MAIL":
                sender = words.partition("<")[2].partition(">")[0]
                self.say("250 ok")
            elif verb == "RCPT":
                to = words.partition("<")[2].partition(">")[0]
                self.say("250 ok")
            elif verb == "DATA":
                self.say("354 go on")
                if (raw := self._data()) is None:
                    return
                self.office.take(Accepted(sender, to, raw))
                self.say("250 taken")
            elif verb == "QUIT":
                self.say("221 bye")
                return
            else:
                self.say("250 ok")

    def _data(self) -> bytes | None:
        """The letter up to its dot; None if the line was cut before it."""
        lines = []
        while (line := self.rfile.readline()) != b".\r\n":
            if not line.endswith(b"\n"):
                return None
            lines.append(line[1:] if line.startswith(b".") else line)
        return b"".join(lines)


class Servers:
    """Both, on ports of their own, until the block ends."""

    def __init__(self, office: PostOffice) -> None:
        self.office = office
        self._servers = [_Server(office, Imap), _Server(office, Smtp)]
        self.imap_port, self.smtp_port = (s.server_address[1] for s in self._servers)

    def __enter__(self) -> Self:
        for server in self._servers:
            threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None
    ) -> None:
        for server in self._servers:
            server.shutdown()
            server.server_close()


def _octets(line: str | bytes) -> bytes:
    return line if isinstance(line, bytes) else line.encode()


def _text(line: str | bytes) -> str:
    return line if isinstance(line, str) else line.decode()


def _name(args: str) -> str:
    found = QUOTED.match(args.strip())
    return found[1] if found else args.strip().split()[0]
