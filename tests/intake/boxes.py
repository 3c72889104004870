"""Mailboxes of every kind, for the tests that each source must pass."""

import contextlib
import imaplib
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib.util import find_spec
from pathlib import Path

from intake.imap import ImapSource
from intake.maildir import MaildirSource
from intake.source import Source
from tests.intake.imap_help import settings
from tests.servers.fixtures import need_servers
from tests.servers.stack import TASKS, USERS, lacking, running_stack


@dataclass(frozen=True, slots=True)
class Box:
    """A mailbox with a source on it; `put` delivers a mail, `subjects` lists a
    folder of ours, "" being the one that is read."""

    source: Source
    put: Callable[[bytes], None]
    subjects: Callable[[str], list[bytes]]


@contextlib.contextmanager
def dovecot() -> Iterator[Box]:
    need_servers(lacking(mta=False))
    with running_stack(mta=False) as stack:
        source = ImapSource(settings(stack.dovecot.imap, TASKS, USERS[TASKS]))
        yield Box(
            source,
            lambda raw: stack.append(TASKS, "INBOX", raw),
            lambda folder: subjects(stack.mailbox(TASKS).get(folder or "INBOX", [])),
        )
        source.close()


@contextlib.contextmanager
def pymap() -> Iterator[Box]:
    need_servers("" if find_spec("pymap") else "pymap is not installed (the extra demo)")
    from demo.post import Account
    from demo.server import EmbeddedServer

    account = Account("tasks", "secret", "tasks@demo.test")
    with EmbeddedServer(lambda: datetime.now(UTC), [account]) as server, contextlib.ExitStack() as ending:
        client = imaplib.IMAP4("127.0.0.1", server.imap_port, timeout=10)
        ending.callback(client.shutdown)
        client.login(account.user, account.password)
        source = ImapSource(settings(server.imap_port, account.user, account.password))
        ending.callback(source.close)

        def put(raw: bytes) -> None:
            client.append("INBOX", "", "", raw)

        def listed(folder: str) -> list[bytes]:
            if client.select(f'"{folder or "INBOX"}"', readonly=True)[0] != "OK":
                return []
            rows = client.uid("FETCH", "1:*", "(BODY.PEEK[])")[1]
            return subjects([row[1] for row in rows if isinstance(row, tuple)])

        yield Box(source, put, listed)


@contextlib.contextmanager
def maildir() -> Iterator[Box]:
    with tempfile.TemporaryDirectory() as home:
        root = Path(home)
        for part in ("new", "cur", "tmp"):
            (root / part).mkdir()
        source = MaildirSource(root, "box")

        def put(raw: bytes) -> None:
            count = len(list(root.rglob("*.host")))
            (root / "tmp" / f"{count}.host").write_bytes(raw)
            (root / "tmp" / f"{count}.host").rename(root / "new" / f"{count}.host")

        def listed(folder: str) -> list[bytes]:
            place = root / ("." + folder.replace("/", ".") if folder else "")
            return subjects([p.read_bytes() for p in sorted(place.glob("[nc]*/*.host*"))])

        yield Box(source, put, listed)
        source.close()


BOXES = {"dovecot": dovecot, "pymap": pymap, "maildir": maildir}


def subjects(mails: list[bytes]) -> list[bytes]:
    """The numbers of test mails, sorted."""
    return sorted(line[14:] for m in mails for line in m.split(b"\r\n") if line.startswith(b"Subject: mail "))
