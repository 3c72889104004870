"""Mail that another program hands over: the pipe of a mail server on this machine.

A mail server believes an exit code of 0 and forgets the mail. So a mail is put
down here for good (written, flushed, renamed, as in any Maildir) before that is
said, and needs neither the store nor a running daemon. Handed over twice, it is
known again by its bytes like any other.
"""

import os
import secrets
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import BinaryIO

from intake.mail import RawMail
from intake.maildir import MaildirSource, find_mails
from intake.source import Known, Move, Moved, ServerAway

ACCOUNT = "pipe"  # what it is called in the ledger
MOST = 100 * 1024 * 1024  # octets; a mail server's own limit is far below
_CHUNK = 64 * 1024
_PARTS = ("tmp", "cur", "new")  # in this order: whoever finds new/ finds them all
_LONG_AGO = datetime(1970, 1, 1, tzinfo=UTC)


class NoMail(Exception):
    """What came is no mail that could be kept; the message says why."""


class Incoming(MaildirSource):
    """The source that reads what `put` kept (see `intake.source.Source`). All of
    it is for us, however old; what was committed lies in the spool, and is
    removed here."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder, ACCOUNT)

    def fetch(self, known: Known, limit: int) -> Iterator[RawMail]:
        """As `MaildirSource.fetch`; before the folder is made whole there is no mail."""
        if (self._path / "new").is_dir():
            yield from super().fetch(replace(known, since=_LONG_AGO, wanted=None, wanted_in_sent=None), limit)

    def move(self, plan: Sequence[Move]) -> Sequence[Moved]:
        """Remove the files; where the mail would lie on a server has no place here."""
        files = find_mails(self._path) if plan else {}
        for move in plan:
            if path := files.get(move.place.uid):
                _remove(path)
        return [Moved(move.place, ok=True, detail="it lies in the spool") for move in plan]

    def wait(self, seconds: float) -> bool:
        """As `MaildirSource.wait`, also for the first mail there ever is."""
        make_ready(self._path)
        return super().wait(seconds)


def _remove(path: Path) -> None:
    try:
        path.unlink(missing_ok=True)
    except OSError as trouble:
        words = "It is taken up and kept; the next round tries to remove it again."
        raise ServerAway(f"{path} could not be removed: {trouble.strerror}. {words}") from trouble


def make_ready(folder: Path) -> None:
    """Make the folder, if it is not there. Raises OSError."""
    for part in _PARTS:
        (folder / part).mkdir(mode=0o700, parents=True, exist_ok=True)


def put(folder: Path, stream: BinaryIO) -> Path:
    """Keep the mail that `stream` gives, durably, and return its file. Raises
    NoMail if it is empty or over `MOST`, and OSError where it cannot be kept."""
    make_ready(folder)
    name = f"{os.getpid()}.{secrets.token_hex(8)}.handoff"
    part, whole = folder / "tmp" / name, folder / "new" / name
    try:
        with os.fdopen(os.open(part, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "wb") as file:
            _copy(stream, file)
            file.flush()
            os.fsync(file.fileno())
        part.rename(whole)
    except BaseException:
        part.unlink(missing_ok=True)
        raise
    _keep_names(folder)
    return whole


def _copy(stream: BinaryIO, file: BinaryIO) -> None:
    chunk = stream.read(_CHUNK)
    if chunk.startswith(b"From "):  # a line of the mbox form, which some mail servers put on top
        chunk = chunk.partition(b"\n")[2]
    if not chunk.strip():
        raise NoMail("There was no mail on standard input; nothing was kept.")
    size = 0
    while chunk:
        size += len(chunk)
        if size > MOST:
            raise NoMail(f"The mail is larger than {MOST // 2**20} MB; nothing of it was kept.")
        file.write(chunk)
        chunk = stream.read(_CHUNK)


def _keep_names(folder: Path) -> None:
    """Have the disk keep the new name, and the folders that may be new themselves."""
    for place in (folder / "new", folder, folder.parent):
        fd = os.open(place, os.O_RDONLY)
        try:
            os.fsync(fd)
        finally:
            os.close(fd)
