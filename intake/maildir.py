"""A Maildir on this machine as a source of mail, for those who have no IMAP.

A mail's file name is unique and never used again (that is what makes a
Maildir), so its UID here is a number made of that name: it lasts as long as
the name, whoever else moves the file between new/ and cur/ or sets flags.
"""

import os
import time
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

from intake.imap_folders import server_name
from intake.imap_scan import HEAD, HEADER_LIMIT, WHOLE_LIMIT
from intake.mail import RawMail
from intake.source import Known, Move, Moved, ServerAway, Spot
from intake.waker import Waker

LOOK_EVERY = 1.0  # seconds
VALIDITY = 1  # names never change their meaning
DELIMITER = "."  # Maildir++: the folder Handoff/Joy is the directory .Handoff.Joy


class MaildirSource:
    """The Maildir source (see `intake.source.Source`). `account` names it in the
    ledger; the folder read is the Maildir itself, or one of its folders, named
    as we name it ("Handoff/Joy")."""

    def __init__(self, path: Path, account: str = "maildir", folder: str = "") -> None:
        self._path = path
        self._account = account
        self._folder = server_name(folder, DELIMITER, DELIMITER) if folder else ""
        self._waker = Waker()
        self._shown: frozenset[int] = frozenset()
        self._more = False

    def fetch(self, known: Known, limit: int) -> Iterator[RawMail]:
        """Yield at most `limit` new mails, oldest first."""
        files = self._files()
        self._shown, self._more = frozenset(files), False
        places = known.known_uids(self._account, self._folder, VALIDITY)
        count, trouble = 0, list[ServerAway]()
        for uid, path in sorted(files.items(), key=lambda item: _arrived(item[1])):
            if uid in places or _arrived(path) < known.since:
                continue
            if count == limit:
                self._more = True
                return
            try:
                raw = self._read(uid, path, known)
            except ServerAway as away:  # one file that cannot be read keeps no other from being
                trouble.append(away)
                continue
            if raw is not None:
                count += 1
                yield raw
        if trouble:
            raise trouble[0]

    def move(self, plan: Sequence[Move]) -> Sequence[Moved]:
        """Rename files into folders (Maildir++), new ones into new/."""
        files = self._files()
        return [self._move(move, files.get(move.place.uid)) for move in plan]

    def wait(self, seconds: float) -> bool:
        """Look once a second, at most `seconds`."""
        until = time.monotonic() + seconds
        while True:
            if self._waker.take() or self._more or not self._shown.issuperset(self._files()):
                return True
            left = until - time.monotonic()
            if left <= 0:
                return False
            self._waker.wait(min(left, LOOK_EVERY))

    def wake(self) -> None:
        """End a running or the next `wait` at once."""
        self._waker.wake()

    def check(self) -> Sequence[str]:
        """Say what is there. Raises `ServerAway` if it is no Maildir."""
        return [f'Maildir: "{self._path}" holds {len(self._files())} mails.']

    def close(self) -> None:
        """Nothing is held open but the waker."""
        self._waker.close()

    def _files(self) -> dict[int, Path]:
        return find_mails(self._path / self._folder)

    def _read(self, uid: int, path: Path, known: Known) -> RawMail | None:
        try:
            with path.open("rb") as file:
                size = os.fstat(file.fileno()).st_size
                raw = file.read(HEADER_LIMIT)
                if known.wanted is not None and not known.wanted(_header(raw)):
                    return None
                raw += file.read(max(0, (size if size <= WHOLE_LIMIT else HEAD) - len(raw)))
        except FileNotFoundError:
            return None
        except OSError as trouble:
            raise ServerAway(f'"{path}" cannot be read: {trouble.strerror}.') from trouble
        mail = RawMail(raw, _arrived(path), self._account, self._folder, VALIDITY, uid)
        return replace(mail, whole=size <= WHOLE_LIMIT, size=size)

    def _move(self, move: Move, path: Path | None) -> Moved:
        if path is None:
            return Moved(move.place, ok=False, gone=True, detail="it is not at its place any more")
        folder = server_name(move.to_folder, DELIMITER, DELIMITER)
        try:
            for part in ("tmp", "new", "cur"):
                (self._path / folder / part).mkdir(parents=True, exist_ok=True)
            (self._path / folder / "maildirfolder").touch()
            path.rename(self._path / folder / path.parent.name / path.name)
        except FileNotFoundError:
            return Moved(move.place, ok=False, gone=True, detail="it is not at its place any more")
        except OSError as trouble:
            return Moved(move.place, ok=False, detail=f"it could not be moved: {trouble.strerror}")
        return Moved(move.place, ok=True, new=Spot(self._account, folder, VALIDITY, move.place.uid))


def find_mails(folder: Path) -> dict[int, Path]:
    """All mails of a Maildir by UID. A name that others are changing is found
    next time. Raises `ServerAway` if it is none."""
    try:
        return {_uid(p.name): p for part in ("new", "cur") for p in (folder / part).iterdir()}
    except OSError as trouble:
        raise ServerAway(f'"{folder}" cannot be read as a Maildir: {trouble.strerror}.') from trouble


def _uid(name: str) -> int:
    """62 bits of the unique part of a file name; the flags after ":" change."""
    unique = name.partition(":")[0]
    return int.from_bytes(sha256(os.fsencode(unique)).digest()[:8], "big") >> 2 or 1


def _arrived(path: Path) -> datetime:
    """When the mail was delivered: the file's time, which a rename keeps."""
    try:
        return datetime.fromtimestamp(path.stat().st_mtime, UTC)
    except OSError:
        return datetime.max.replace(tzinfo=UTC)


def _header(raw: bytes) -> bytes:
    ends = [end for end in (raw.find(b"\r\n\r\n"), raw.find(b"\n\n")) if end >= 0]
    return raw[: min(ends)] if ends else raw
