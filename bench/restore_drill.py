"""The restore drill: a store of 10 000 tasks is lost, and brought back.

    python -m bench.restore_drill [TASKS] [SINCE] [FOLDER]

All but SINCE tasks, one in five of them open, are in the backup, with their
mails in the spool and two letters each. SINCE tasks came after it (backups are
hourly, so this is a wild hour), as real mails, every fourth with an answer;
then the record is cut in half. The backup is brought back with the spool that
is left, and compared with what was there. Prints the figures; exit 1 if it took
5 minutes or more, or anything was lost, doubled or numbered anew.
"""

import os
import sqlite3
import sys
from collections import Counter
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from functools import partial
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter, process_time

from config import Backup, Config, load
from intake.ledgerkey import ledger_key
from intake.mail import RawMail
from intake.parse import parse
from outbound.posted import Posted, Result
from shell.gathering import Means
from shell.replaying import Hands
from shell.restoring import Report, restore
from shell.road import take
from shell.rounds import first_start
from shell.workshop import Workshop, open_workshop
from store.backups import make_backup
from store.embedded import EmbeddedStore
from store.port import Batch, LedgerRow, OutboxRow
from store.record import Record
from store.writing import put_ledger
from tasks.events import Event, Fact, HandedOver, TaskOpened, WorkApproved
from tasks.evolve import evolve
from tasks.intents import LetterRef
from tasks.letters import Filed, OutboxState
from tasks.model import Task

TASKS, SINCE, BAR = 10_000, 200, timedelta(minutes=5)
START = datetime(2026, 11, 30, 17, 0, tzinfo=UTC)
LONG_AGO = START - timedelta(days=30)
APART = timedelta(seconds=30)
CONFIG = """
mailbox: {host: localhost, port: 1, security: none, user: tasks, password_env: PW}
smtp: {host: localhost, port: 1, security: none}
address: {base: tasks@example.com}
trust: {authserv_id: mx.example.com, dkim: no}
people:
  dana: {name: Dana Owen, roles: [owner], addresses: [dana@example.com], zone: America/Los_Angeles}
"""
PERSON = (
    "  c{0}: {{name: Con Tractor, roles: [contractor], addresses: [c{0}@example.net], zone: Asia/Manila}}\n"
)
PEOPLE = 40
MAIL = """Authentication-Results: mx.example.com; dmarc=pass header.from={domain}\r
From: {sender}\r
To: {to}\r
Subject: {subject}\r
Message-ID: <{name}@{domain}>\r
Date: {at:%a, %d %b %Y %H:%M:%S} +0000\r
{more}\r
{body}\r
"""


class Kept:
    """A post box that counts the letters it is given, by Message-ID."""

    def __init__(self) -> None:
        self.ids: Counter[bytes] = Counter()

    def post(self, envelope_from: str, to: str, raw: bytes) -> Posted:
        head = raw.partition(b"\r\n\r\n")[0]
        self.ids.update(line for line in head.split(b"\r\n") if line.lower().startswith(b"message-id:"))
        return Posted(Result.SENT, 250, "kept")

    def check(self) -> tuple[str, ...]:
        return ()

    def close(self) -> None:
        return None


@dataclass(frozen=True)
class Picture:
    """What a store holds, as far as a restore must give it back."""

    tasks: dict[int, tuple[str, str, str]]
    ledger: int
    letters: frozenset[str]


def main(tasks: int = TASKS, since: int = SINCE, where: str | None = None) -> int:
    with TemporaryDirectory(prefix="drill-", dir=where) as folder:
        home, hands = Path(folder), Hands(START)
        config = written(home)
        shop = opened(config, hands)
        begun(shop, tasks - since)
        backup_took, backup = timed_backup(shop, config, home, hands)
        began = perf_counter()
        for number in range(tasks - since, tasks):
            task_mail(shop, hands, number)
        print(f"{tasks} tasks; the last {since} by mails with answers, in {perf_counter() - began:.0f} s")
        print(f"the first backup of the day: {backup_took}, {size(backup):.0f} MB")
        hands.now += timedelta(hours=1)
        print(f"the next one: {timed_backup(shop, config, home, hands)[0]}")
        was = picture(shop)
        shop.close()
        record = config.store_path / "handoff.db"
        os.truncate(record, record.stat().st_size // 2)
        return judged(config, backup, hands, was)


def begun(shop: Workshop, tasks: int) -> None:
    """The tasks of the years before, straight into the store and the spool."""
    store = shop.store
    assert isinstance(store, EmbeddedStore)
    for first in range(0, tasks, 500):
        numbers = range(first, min(first + 500, tasks))
        rows = [old_mail(shop, number) for number in numbers]
        histories = [old_history(number, row.key) for number, row in zip(numbers, rows, strict=True)]
        store.commit(
            Batch(
                facts=tuple(fact for history in histories for fact in history),
                tasks=tuple(folded(history) for history in histories),
                outbox=tuple(letter for number in numbers for letter in old_letters(number)),
            )
        )
        store.change(partial(put_all, rows=rows))


def put_all(db: sqlite3.Connection, rows: list[LedgerRow]) -> None:
    for row in rows:
        put_ledger(db, row)


def old_mail(shop: Workshop, number: int) -> LedgerRow:
    """A mail in the spool, without waiting for the disk, and its row."""
    raw = mail_text(
        "dana@example.com", f"tasks+c{number % PEOPLE}@example.com", f"Old {number}", f"o{number}"
    )
    key = sha256(raw).hexdigest()
    path = shop.spool.folder / "mail" / key[:2] / key[2:4] / key
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(raw)
    os.utime(path, (LONG_AGO.timestamp(), LONG_AGO.timestamp()))
    return LedgerRow(ledger_key(raw), key, f"<o{number}@example.com>", Filed.TASK, LONG_AGO, task=number + 1)


def old_history(number: int, source: str) -> tuple[Fact, ...]:
    opening = TaskOpened(
        f"Old {number}", "Please paint the door blue, two coats.\n" * 8, "dana", source=source
    )
    events: list[Event] = [opening, HandedOver(f"c{number % PEOPLE}")]
    events += [WorkApproved("fine")] if number % 5 else []
    return tuple(Fact(number + 1, n, LONG_AGO, "dana", "A+T", event) for n, event in enumerate(events, 1))


def folded(history: tuple[Fact, ...]) -> Task:
    task: Task | None = None
    for fact in history:
        task = evolve(task, fact)
    assert task is not None
    return task


def old_letters(number: int) -> list[OutboxRow]:
    readers = (("receipt", "dana"), ("assignment", f"c{number % PEOPLE}"))
    return [
        OutboxRow(
            LetterRef(f"{kind}{number}", kind, who, number + 1),
            f"<{kind}{number}@example.com>",
            f"{who}@example.com",
            b"A letter of five kilobytes.\r\n" * 180,
            LONG_AGO,
            OutboxState.SENT,
        )
        for kind, who in readers
    ]


def judged(config: Config, backup: Path, hands: Hands, was: Picture) -> int:
    began, busy = perf_counter(), process_time()
    report = restore(config, backup, Means(hands, None, lambda mail: parse(mail.raw, mail.arrived_at)))
    took = timedelta(seconds=perf_counter() - began)
    print(f"the restore took {process_time() - busy:.1f} s of one core")
    shop = opened(config, hands)
    found = picture(shop)
    waiting = len(shop.store.outbox([OutboxState.HELD], limit=10**6))
    shop.close()
    return told(report, took, was, found, waiting)


def told(report: Report, took: timedelta, was: Picture, found: Picture, waiting: int) -> int:
    lost = [n for n in was.tasks if n not in found.tasks]
    doubled = len(found.tasks) - len(set(found.tasks) & set(was.tasks))
    changed = [n for n in was.tasks if n in found.tasks and found.tasks[n] != was.tasks[n]]
    print(f"restored in {took.total_seconds():.1f} s: {report.mails} mails taken up again")
    print(f"tasks {len(found.tasks)}: {len(lost)} lost, {doubled} doubled, {len(changed)} changed")
    print(f"mails in the ledger {found.ledger} of {was.ledger}")
    gone, new = len(was.letters - found.letters), len(found.letters - was.letters)
    print(f"letters: {waiting} wait for a yes, {gone} without their old Message-ID, {new} with a new one")
    good = took < BAR and not (lost or doubled or changed or gone or new) and found.ledger == was.ledger
    print("the bar is met" if good else "THE BAR IS NOT MET")
    return 0 if good else 1


def written(home: Path) -> Config:
    people = "".join(PERSON.format(n) for n in range(PEOPLE))
    (home / "config.yaml").write_text(CONFIG + people, encoding="utf-8")
    config = load(home / "config.yaml", {"PW": "x"})
    return replace(config, backup=Backup(every_hours=0))


def opened(config: Config, hands: Hands) -> Workshop:
    shop = open_workshop(config, hands)
    shop.poster = Kept()
    shop.parse = lambda mail: parse(mail.raw, mail.arrived_at)
    first_start(shop)
    return shop


def task_mail(shop: Workshop, hands: Hands, number: int) -> None:
    """A task, and from every fourth contractor an answer to its assignment."""
    person = number % PEOPLE
    body = f"Please paint door {number} of the long corridor, two coats.\r\nDue: Friday 5pm"
    to = f"tasks+c{person}@example.com"
    arrive(shop, hands, "dana@example.com", to, f"Paint door {number}", f"t{number}", body)
    if number % 4 == 0:
        letter = shop.store.last_letter(f"c{person}", number + 1)
        row = shop.store.outbox_row(letter.key) if letter else None
        assert row is not None
        more = f"In-Reply-To: {row.message_id}\r\nReferences: {row.message_id}\r\n"
        subject, name = f"Re: Paint door {number}", f"a{number}"
        arrive(shop, hands, f"c{person}@example.net", "tasks@example.com", subject, name, "done", more)


def arrive(
    shop: Workshop, hands: Hands, sender: str, to: str, subject: str, name: str, body: str, more: str = ""
) -> None:
    hands.now += APART
    raw = mail_text(sender, to, subject, name, body, more, hands.now)
    shop.spool.put(raw, hands.now)  # with the moment of the drill's own clock
    assert take(shop, RawMail(raw, hands.now, size=len(raw))) is not None, name


def mail_text(
    sender: str, to: str, subject: str, name: str, body: str = "", more: str = "", at: datetime = LONG_AGO
) -> bytes:
    domain = sender.partition("@")[2]
    words = {"domain": domain, "sender": sender, "to": to, "subject": subject, "name": name}
    return MAIL.format(**words, at=at, more=more, body=body).encode()


def timed_backup(shop: Workshop, config: Config, home: Path, hands: Hands) -> tuple[str, Path]:
    assert isinstance(shop.store, Record)
    began, busy = perf_counter(), process_time()
    there = make_backup(shop.store, config.key_file, home / "kept", hands.now)
    return f"{perf_counter() - began:.1f} s ({process_time() - busy:.1f} s of one core)", there


def size(backup: Path) -> float:
    return sum(file.stat().st_size for file in backup.iterdir()) / 1e6


def picture(shop: Workshop) -> Picture:
    assert isinstance(shop.store, Record)
    tasks = {t.number: (t.title, t.state, t.contractor) for t in shop.store.tasks()}
    ((ledger,),) = shop.store.rows("SELECT count(*) FROM ledger")
    letters = frozenset(
        str(mid) for (mid,) in shop.store.rows("SELECT json_extract(doc, '$.message_id') FROM outbox")
    )
    return Picture(tasks, ledger, letters)


if __name__ == "__main__":
    numbers = [int(word) for word in sys.argv[1:3]]
    tasks, since = numbers + [TASKS, SINCE][len(numbers) :]
    sys.exit(main(tasks, since, *sys.argv[3:4]))
