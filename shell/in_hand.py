"""The mail in hand, so that one mail cannot stop all others.

A mail over which the program ends, or a fault of ours is met, would be taken up
again at every start and in every round. Its name is written down before it is
touched; three times are enough: then it is held, unread, and the rest goes on.
"""

import logging
import os
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path

from intake.source import ServerAway
from intake.worker import WorkerDown
from store.port import Batch, Store, StoreUnusable
from store.trouble import speaking

log = logging.getLogger("handoff")
ENOUGH = 3  # times
POISON = "Handoff stumbled over it three times, so it is kept unread"


class InHand:
    """Which mail is being worked on, in a file beside the store, and how often
    each was stumbled over, in the store. A version that mended the fault counts
    anew. Methods raise StoreUnusable when the disk gives way."""

    def __init__(self, file: Path, store: Store, version: str) -> None:
        self._file = file
        self._store = store
        self._version = version

    def settle(self) -> str:
        """At start: count what the last life ended over, and return its name
        (sha256 hex), or "" if it ended between two mails."""
        with speaking(self._file):
            left = self._file.read_text("ascii").strip() if self._file.exists() else ""
        if left:
            log.warning("the last run ended over the mail %s: %d of %d", left[:12], self._count(left), ENOUGH)
            self._clear()
        return left

    def poison(self, raw: bytes) -> str:
        """Why this mail is not to be read, or "" while it may be."""
        return POISON if self._times(_name(raw)) >= ENOUGH else ""

    def head_too(self, raw: bytes) -> bool:
        """Whether not even its header may be read: that was stumbled over, too."""
        return self._times(_name(raw)) > ENOUGH

    @contextmanager
    def working_on(self, raw: bytes) -> Iterator[None]:
        """Have the mail in hand for the block. A fault of ours in it is logged,
        counted, and goes no further; a store, a server or a parser that is away
        is nobody's mail's fault, and does."""
        name = _name(raw)
        self._write(f"{name}\n".encode())
        try:
            yield
        except (StoreUnusable, ServerAway, WorkerDown):
            self._clear()
            raise
        except Exception:  # noqa: BLE001  any bug: the mail is counted, its key logged, and the rest goes on
            log.exception("mail %s met a fault of ours: %d of %d", name[:12], self._count(name), ENOUGH)
        self._clear()

    def _times(self, name: str) -> int:
        return int(self._store.meta(self._key(name)) or "0")

    def _count(self, name: str) -> int:
        times = self._times(name) + 1
        self._store.commit(Batch(meta={self._key(name): str(times)}))
        return times

    def _key(self, name: str) -> str:
        return f"stumbled:{self._version}:{name}"

    def _clear(self) -> None:
        self._write(b"")

    def _write(self, words: bytes) -> None:
        """Twice for each mail, hence without a text layer over it."""
        with speaking(self._file):
            file = os.open(self._file, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
            try:
                if words:
                    os.write(file, words)
            finally:
                os.close(file)


def _name(raw: bytes) -> str:
    return sha256(raw).hexdigest()
