"""Four secrets, looked for in everything that the real program says and leaves.

The passwords of both servers, the key that signs our letters, and the owner's
secret address (which `check` alone may print). The servers repeat the passwords,
people quote the secret address, and all commands are asked, as text and as JSON.
"""

import contextlib
import io
import json
import logging
import os
import re
import sqlite3
import time
from base64 import b64encode
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from threading import Event

import pytest

from shell.cli import main
from tests.conversations.process import Program
from tests.hostile.kit import raw_mail
from tests.servers.imap_server import Fault, ImapServer, Moment
from tests.servers.mailbox import Mailbox
from tests.servers.running import until
from tests.servers.smtp_server import SmtpFault, SmtpServer, Step
from tests.shell.office import got
from tests.shell.test_secrets import whole

IMAP, SMTP, USER = "Imap-Canary-7741!", 'Smtp-"Canary"-9920', "tasks"
CONFIG = """
mailbox: {{host: localhost, port: {imap}, security: none, user: tasks, password_env: PW, poll_seconds: 10}}
smtp: {{host: localhost, port: {smtp}, security: none, user: tasks, password_file: post.txt}}
address: {{base: tasks@example.com}}
trust: {{authserv_id: mx.example.com, dkim: no}}
people:
  stephanie: {{name: Stephanie Miller, roles: [owner], addresses: [stephanie@example.com],
    zone: America/Los_Angeles}}
  joy: {{name: Joy Santos, roles: [contractor], addresses: [joy@example.net], zone: Asia/Manila}}
store: {{path: store}}
log: {{file: handoff.log, level: debug}}
"""
LOOKS: tuple[tuple[str, ...], ...] = (
    *(("list",), ("list", "--all"), ("show", "T-1"), ("why", "T-1"), ("why", "T-2"), ("outbox", "--all")),
    *(("held",), ("digest",), ("preview",), ("verify",), ("retention",), ("erase", "joy")),
    *(("read", "quoting.eml"), ("show", "T-99"), ("held", "drop", "H-99")),
)
EXPORTS = ("json", "csv", "ics", "todo")


@dataclass
class Found:
    """All that was said, by where; and what may not stand in it."""

    said: dict[str, str] = field(default_factory=dict)
    letters: list[bytes] = field(default_factory=list)
    forms: dict[str, tuple[str, ...]] = field(default_factory=dict)
    modes: dict[str, int] = field(default_factory=dict)
    folder: Path = Path()

    def leaks(self, secret: str, texts: Mapping[str, str]) -> list[str]:
        return [where for where, text in texts.items() for form in self.forms[secret] if form in text]


def repeated(moment: Moment) -> bool:
    """A server that answers a login with the words of it."""
    moment.talk.say(moment.tag + b" NO [UNAVAILABLE] later; you said " + moment.line + b"\r\n")
    return True


def repeated_in_auth(step: Step) -> bool:
    plain = b64encode(f"\0{USER}\0{SMTP}".encode())
    step.talk.say(b"454 4.7.0 later; you said " + plain + b" and " + SMTP.encode() + b"\r\n")
    return True


def of_password(words: str) -> tuple[str, ...]:
    quoted = words.replace("\\", "\\\\").replace('"', '\\"')
    coded = [b64encode(form.encode()).decode() for form in (words, f"\0{USER}\0{words}")]
    return (words, quoted, json.dumps(words)[1:-1], *coded)


def of_key(file: Path) -> tuple[str, ...]:
    keys = [bytes.fromhex(key) for key in json.loads(file.read_text())["keys"].values()]
    return tuple(f for key in keys for f in (key.hex(), b64encode(key).decode(), repr(key)[2:-1]))


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Found]:
    folder = tmp_path_factory.mktemp("canaries")
    box = Mailbox("Sent")
    with ImapServer(box, password=IMAP) as imap, SmtpServer(password=SMTP) as smtp:
        config = folder / "config.yaml"
        config.write_text(CONFIG.format(imap=imap.port, smtp=smtp.port))
        (folder / "post.txt").write_text(f"{SMTP}\n")
        (folder / "post.txt").chmod(0o600)
        yield _played(Found(folder=folder), Program(config, IMAP), box, imap, smtp)


def _played(found: Found, program: Program, box: Mailbox, imap: ImapServer, smtp: SmtpServer) -> Found:
    before = os.umask(0)  # whatever the machine says, the files are the owner's alone
    try:
        _run(found, program, box, imap, smtp)
        _ask(found)
    finally:
        os.umask(before)
    found.letters += [taken.raw for taken in smtp.taken]
    found.said["log"] = (found.folder / "handoff.log").read_text()
    return found


def _run(found: Found, program: Program, box: Mailbox, imap: ImapServer, smtp: SmtpServer) -> None:
    checked = program.do("check", "--json")
    (secret,) = re.findall(r"tasks\+(o-[a-z0-9-]+)@example\.com", checked.out)
    found.forms = {
        "the IMAP password": of_password(IMAP),
        "the SMTP password": of_password(SMTP),
        "the key": of_key(found.folder / "store" / "secret.key"),
        "the secret address": (secret,),
    }
    smtp.faults.append(SmtpFault("AUTH", repeated_in_auth, frozenset({smtp.counts["AUTH"] + 1})))
    told_off = program.do("check").out
    found.said["check"] = (checked.out + checked.err + told_off).replace(secret, "")
    imap.faults.append(Fault("LOGIN", repeated, frozenset({imap.counts["LOGIN"] + 1})))
    (found.folder / "quoting.eml").write_bytes(_mails(secret)[1])
    with program.running() as process:
        program.wait_for_log("at work")
        for raw in _mails(secret):
            box.deliver(raw, datetime.now(UTC) + timedelta(seconds=5))
        assert until(lambda: len(smtp.taken) >= 4, 60), program.log[-2000:]
        for pid in (process.pid, *_children(process.pid)):
            found.said[f"cmdline {pid}"] = _proc(pid, "cmdline")
            if pid != process.pid:
                found.said[f"environ of a child {pid}"] = _proc(pid, "environ")
        process.terminate()
        shown, told = process.communicate(timeout=60)
    found.said["run"] = shown + told
    backup = program.do("backup", str(found.folder / "copies"), "--json")
    found.said["backup"] = backup.out + backup.err
    kept = [found.folder / "store", *(found.folder / "store").rglob("*"), found.folder / "handoff.log"]
    kept += [found.folder / "copies", *(found.folder / "copies").rglob("*")]
    found.modes = {str(path): path.stat().st_mode & 0o777 for path in kept}


def _mails(secret: str) -> tuple[bytes, ...]:
    mine = f"tasks+{secret}@example.com"
    words = f"Order the lunch by Friday. Write to {mine}, my secret address ({secret})."
    stranger = "Max <max@stranger.example>"
    return (
        raw_mail(to=mine, subject="Lunch", body="For: Joy\nOrder it by Friday.", proof="", mid="<1@e>"),
        raw_mail(subject=f"Flyer {mine}", body=words, mid="<2@e>"),
        raw_mail(to=f"{mine}, joy@example.net", subject="Seen", body=words, mid="<3@e>"),
        raw_mail(stranger, "tasks@example.com", f"Job {mine}", words, proof="", mid="<4@e>"),
        raw_mail("Joy <joy@evil.example>", "tasks@example.com", f"Re: {mine}", words, proof="", mid="<5@e>"),
    )


def _children(pid: int) -> list[int]:
    return [int(n) for n in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]


def _proc(pid: int, what: str) -> str:
    return Path(f"/proc/{pid}/{what}").read_bytes().replace(b"\0", b" ").decode("utf-8", "replace")


def _ask(found: Found) -> None:
    """Each command, as text and as JSON."""
    now = datetime.fromtimestamp(time.time() + 86400, UTC)
    asked = [(*words, *more) for words in LOOKS for more in ((), ("--json",))]
    asked += [("export", form) for form in EXPORTS]
    here = Path.cwd()
    os.chdir(found.folder)
    os.environ["PW"] = IMAP
    try:
        for words in asked:
            found.said[" ".join(words)] = _answer(now, *words)
    finally:
        os.chdir(here)
        del os.environ["PW"]
        for handler in list(logging.getLogger("handoff").handlers):
            handler.close()
            logging.getLogger("handoff").removeHandler(handler)
        logging.getLogger("handoff").propagate = True


def _answer(now: datetime, *words: str) -> str:
    def demo(*_: object, **__: object) -> int:
        raise AssertionError("no demo here")

    with contextlib.redirect_stdout(io.StringIO()) as out, contextlib.redirect_stderr(io.StringIO()) as err:
        main(list(words), lambda: now, Event(), demo)
    return out.getvalue() + err.getvalue()


SECRETS = ("the IMAP password", "the SMTP password", "the key", "the secret address")


@pytest.mark.timeout(400)
@pytest.mark.parametrize("secret", SECRETS)
def test_no_output_holds_it(found: Found, secret: str) -> None:
    assert len(found.said) > 30 and "filed key=" in found.said["log"] and "Lunch" in found.said["list"]
    assert found.leaks(secret, found.said) == []


@pytest.mark.parametrize("secret", SECRETS)
def test_no_letter_holds_it(found: Found, secret: str) -> None:
    letters = {got("", raw).subject: whole(raw) + raw.decode("latin-1") for raw in found.letters}
    assert len(letters) >= 4
    assert found.leaks(secret, letters) == []


@pytest.mark.parametrize("secret", SECRETS[:3])
def test_the_record_holds_neither_password_nor_key(found: Found, secret: str) -> None:
    record = sqlite3.connect(found.folder / "store" / "handoff.db")
    rows = "\n".join(record.iterdump())
    record.close()
    assert "Lunch" in rows and found.leaks(secret, {"record": rows}) == []


def test_the_servers_did_repeat_the_passwords(found: Found) -> None:
    """Else the tests above would show nothing."""
    assert "you said" in found.said["log"] and "***" in found.said["log"]
    assert "you said *** and ***" in found.said["check"]


def test_the_children_were_looked_at(found: Found) -> None:
    environs = [text for where, text in found.said.items() if where.startswith("environ of a child")]
    assert environs and all("PATH=" in text and " PW=" not in text for text in environs)


def test_every_file_is_the_owners_alone_whatever_the_umask(found: Found) -> None:
    """The store, the spool, the key, the log, and a backup made by hand."""
    open_ones = [f"{path} {mode:o}" for path, mode in found.modes.items() if mode & 0o077]
    assert len(found.modes) > 20 and open_ones == []
