"""A whole mail system on this machine: Dovecot, Postfix and the outside world."""

import contextlib
import imaplib
import os
import re
import shutil
import smtplib
import subprocess
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from tests.servers.certs import Certs, make_certs
from tests.servers.dovecot import Dovecot, Kind, dovecot_binary
from tests.servers.postfix import Postfix, Route, postfix_binary
from tests.servers.running import until
from tests.servers.sink import Sink

DOMAIN = "shop.test"
TASKS = "tasks@shop.test"  # the daemon's own mailbox
DANA = "dana@shop.test"  # an owner who uses her own mailbox
USERS: Mapping[str, str] = {TASKS: "paper boat 7", DANA: "blue kettle 3"}


@dataclass(frozen=True, slots=True)
class Stack:
    """A running mail system. Ports are on 127.0.0.1; `postfix` is None where only
    Dovecot was asked for."""

    home: Path
    certs: Certs
    users: Mapping[str, str]
    dovecot: Dovecot
    sink: Sink
    postfix: Postfix | None

    @property
    def mta(self) -> Postfix:
        if self.postfix is None:
            raise AssertionError("this stack was started without Postfix")
        return self.postfix

    def deliver(self, raw: bytes, to: str, from_: str = "ann@owner.test", *, helo: str = "") -> None:
        """Deliver one mail: with `helo` by SMTP through Postfix (see there what
        the name means), without it straight to Dovecot by LMTP."""
        if helo:
            with smtplib.SMTP("127.0.0.1", self.mta.smtp, local_hostname=helo, timeout=30) as smtp:
                smtp.sendmail(from_, [to], raw)
            return
        with smtplib.LMTP("127.0.0.1", self.dovecot.lmtp, local_hostname="lmtp.test", timeout=30) as lmtp:
            lmtp.sendmail(from_, [to], raw)

    @contextlib.contextmanager
    def imap(self, user: str) -> Iterator[imaplib.IMAP4]:
        """A plain client, logged in: the ground truth that tests compare with."""
        with imaplib.IMAP4("127.0.0.1", self.dovecot.imap, timeout=30) as client:
            client.login(user, self.users[user])
            yield client

    def mailbox(self, user: str) -> dict[str, list[bytes]]:
        """Every folder of a user, with the whole mails in it by ascending UID."""
        with self.imap(user) as client:
            names = [_folder_name(line) for line in client.list()[1] if isinstance(line, bytes)]
            return {name: _mails(client, name) for name in names}

    def append(self, user: str, folder: str, *raws: bytes) -> None:
        """Put mails into a folder as a mail client does (into Sent, say)."""
        with self.imap(user) as client:
            for raw in raws:
                typ, told = client.append(f'"{folder}"', "", "", raw)
                assert typ == "OK", told

    def wait_for_mail(
        self, user: str, count: int, folder: str = "INBOX", seconds: float = 20.0
    ) -> list[bytes]:
        """Wait until a folder holds at least `count` mails, and return them."""
        come = until(lambda: len(self.mailbox(user).get(folder, [])) >= count, seconds, every=0.05)
        mails = self.mailbox(user).get(folder, [])
        log = self.postfix.log()[-2000:] if self.postfix else ""
        assert come, f"{len(mails)} of {count} mails came into {folder}\n{log}"
        return mails

    def swaks(self, *words: str, helo: str = "mx.owner.test") -> str:
        """Run swaks against the internet side of Postfix; returns its transcript."""
        server = ["--server", "127.0.0.1", "--port", str(self.mta.smtp), "--ehlo", helo, "--timeout", "20s"]
        done = subprocess.run(["swaks", *server, *words], capture_output=True, text=True, timeout=60)
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout


# A line of LIST (RFC 3501, section 7.2.2): (flags) "delimiter" name
LIST_LINE = re.compile(r'\([^)]*\) (?:"[^"]*"|NIL) "?(?P<name>[^"]*)"?$')


def _folder_name(line: bytes) -> str:
    told = LIST_LINE.match(line.decode("ascii"))
    assert told, line
    return told["name"]


def _mails(client: imaplib.IMAP4, folder: str) -> list[bytes]:
    typ, told = client.select(f'"{folder}"', readonly=True)
    if typ != "OK" or told == [b"0"]:
        return []
    _, rows = client.uid("FETCH", "1:*", "(BODY.PEEK[])")
    return [row[1] for row in rows if isinstance(row, tuple)]


def lacking(*, mta: bool = True) -> str:
    """Why the stack cannot run here; "" if it can."""
    if dovecot_binary() is None:
        return "dovecot is not installed (Debian: dovecot-imapd dovecot-lmtpd)"
    if mta and postfix_binary() is None:
        return "postfix is not installed (Debian: postfix)"
    if mta and os.getuid() != 0:
        return "postfix starts as root only"
    return ""


@contextlib.contextmanager
def running_stack(
    *, mta: bool = True, kind: Kind | None = None, results: bool = True, users: Mapping[str, str] = USERS
) -> Iterator[Stack]:
    """Start a mail system, and end it whatever happens. Its state lies in a short
    path of its own: sockets allow 108 bytes, and Dovecot's users must get in."""
    home = Path(tempfile.mkdtemp(prefix="handoff-"))
    home.chmod(0o755)
    with contextlib.ExitStack() as ending:
        ending.callback(shutil.rmtree, home, ignore_errors=True)
        certs = make_certs(home / "certs")
        sink = Sink()
        ending.callback(sink.stop)
        dovecot = Dovecot(home / "dovecot", users, certs, kind or Kind())
        ending.callback(dovecot.stop)
        postfix = None
        if mta:
            route = Route(dovecot.lmtp, sink.port, dovecot.auth_socket)
            postfix = Postfix(home / "postfix", DOMAIN, route, certs, results=results)
            ending.callback(postfix.stop)
        yield Stack(home, certs, users, dovecot, sink, postfix)
