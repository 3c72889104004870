"""Programs that work in a wrong order, each wrong by one thing: eight daemons, and
two kinds of `intake`.

Each is the real program with one step of it changed in the process that is
struck. Crash tests that do not notice them would notice nothing.
"""

import os
import re
import uuid
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import Any, BinaryIO

import shell.cli
import shell.drain
import shell.piping
import shell.road
import shell.rounds
import shell.workshop
import tasks.draft
from intake.imap_gateway import Answer, ImapGateway
from intake.incoming import make_ready
from intake.mail import RawMail
from intake.source import Move, Spot
from outbound.posted import Posted
from outbound.smtp import Poster
from shell.workshop import Workshop
from store.embedded import EmbeddedStore
from store.port import Batch, LedgerRow, OutboxRow
from tasks.letters import OutboxState
from tests.crash.postoffice import MESSAGE_ID


def file_before_commit() -> None:
    """A mail is moved as soon as it was read."""
    plain = shell.road.take

    def take(shop: Workshop, raw: RawMail) -> LedgerRow | None:
        place = Spot(raw.account, raw.folder, raw.uidvalidity, raw.uid)
        shop.source.move([Move(place, "Handoff/Joy Santos")])
        return plain(shop, raw)

    shell.rounds.take = take  # type: ignore[attr-defined]


def two_commits() -> None:
    """The ledger is written first, and what follows from the mail after it."""
    plain = EmbeddedStore.commit

    def commit(self: EmbeddedStore, batch: Batch) -> None:
        if batch.ledger is not None:
            plain(self, Batch(ledger=batch.ledger, replaces=batch.replaces, at=batch.at))
        plain(self, replace(batch, ledger=None, replaces=False))

    EmbeddedStore.commit = commit  # type: ignore[method-assign]


def random_message_id() -> None:
    """Each attempt to send a letter has a Message-ID of its own."""
    plain = Poster.post

    def post(self: Poster, envelope_from: str, to: str, raw: bytes) -> Posted:
        fresh = f"Message-ID: <{uuid.uuid4()}@example.com>".encode()
        return plain(self, envelope_from, to, MESSAGE_ID.sub(fresh, raw, count=1))

    Poster.post = post  # type: ignore[method-assign]


def send_before_commit() -> None:
    """Letters go out while their batch is not written yet."""
    plain = shell.workshop.open_workshop

    def open_workshop(*args: Any, **more: Any) -> Workshop:
        shop = plain(*args, **more)
        write = shop.store.commit

        def commit(batch: Batch) -> None:
            now = shop.clock()
            for row in batch.outbox:
                shop.poster.post(shop.desk.identity.address, row.to, row.raw)
            sent = (replace(row, state=OutboxState.SENT, attempts=1, sent_at=now) for row in batch.outbox)
            write(replace(batch, outbox=tuple(sent)))

        shop.store.commit = commit  # type: ignore[method-assign]
        return shop

    shell.cli.open_workshop = open_workshop  # type: ignore[attr-defined]


def sent_before_sending() -> None:
    """A letter is called sent, and then it is sent."""

    def post(shop: Workshop, row: OutboxRow) -> Posted:
        shop.store.posted(row.ref.key, OutboxState.SENT, attempts=row.attempts + 1, sent_at=shop.clock())
        return shop.poster.post(shop.desk.identity.address, row.to, row.raw)

    shell.drain._post = post


def no_occurrence_key() -> None:
    """What the clock asks for is not recorded as done, and has no name."""
    plain, named = EmbeddedStore.commit, tasks.draft.letter_key  # type: ignore[attr-defined]

    def commit(self: EmbeddedStore, batch: Batch) -> None:
        plain(self, replace(batch, slots=()))

    def letter_key(*cause: object) -> str:
        by_clock = any(re.match(r"digest:", str(part)) for part in cause)
        return uuid.uuid4().hex[:20] if by_clock else str(named(*cause))

    EmbeddedStore.commit = commit  # type: ignore[method-assign]
    tasks.draft.letter_key = letter_key  # type: ignore[attr-defined]


def seen_is_state() -> None:
    """A mail is new as long as the server calls it unseen; reading it ends that."""
    plain_search, plain_fetch = ImapGateway.search, ImapGateway.fetch

    def search(self: ImapGateway, *criteria: str) -> list[int]:
        new = criteria[0] == "SINCE" or ":*" in criteria[-1]
        return plain_search(self, "UNSEEN") if new else plain_search(self, *criteria)

    def fetch(
        self: ImapGateway, uids: Sequence[int], items: Sequence[str], octets: int = 0
    ) -> Mapping[int, Answer]:
        return plain_fetch(self, uids, [item.replace("BODY.PEEK", "BODY") for item in items], octets)

    ImapGateway.search = search  # type: ignore[method-assign]
    ImapGateway.fetch = fetch  # type: ignore[method-assign]


def ledger_by_message_id() -> None:
    """Two mails with one Message-ID are one mail."""

    def ledger_key(raw: bytes) -> str:
        found = MESSAGE_ID.search(raw)
        return sha256(found[1] if found else raw).hexdigest()

    shell.road.ledger_key = ledger_key  # type: ignore[attr-defined]


def confirm_what_was_not_kept() -> None:
    """`intake` says that a mail is safe, whatever the disk said."""
    plain = shell.piping.put  # type: ignore[attr-defined]

    def put(folder: Path, stream: BinaryIO) -> Path:
        with suppress(OSError):
            return plain(folder, stream)
        return folder

    shell.piping.put = put  # type: ignore[attr-defined]


def write_where_it_is_read() -> None:
    """`intake` gives a mail its last name before it is whole."""

    def put(folder: Path, stream: BinaryIO) -> Path:
        make_ready(folder)
        raw, path = stream.read(), folder / "new" / uuid.uuid4().hex
        with path.open("wb", buffering=0) as file:
            for half in (raw[: len(raw) // 2], raw[len(raw) // 2 :]):
                file.write(half)
                os.fsync(file.fileno())
        return path

    shell.piping.put = put  # type: ignore[attr-defined]


ORDERS: dict[str, Callable[[], None]] = {
    "file before commit": file_before_commit,
    "two commits": two_commits,
    "random Message-ID": random_message_id,
    "send before commit": send_before_commit,
    "mark sent before sending": sent_before_sending,
    "no occurrence key": no_occurrence_key,
    r"\Seen as state": seen_is_state,
    "ledger by Message-ID only": ledger_by_message_id,
    "confirm what was not kept": confirm_what_was_not_kept,
    "write where it is read": write_where_it_is_read,
}
