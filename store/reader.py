"""The store as a command sees it, beside a running daemon or with none.

It reads the record only, so it always sees the last commit, and it cannot get
in the daemon's way. The one thing it may write is an order for the daemon.
"""

from collections.abc import Mapping, Sequence
from contextlib import closing
from datetime import datetime
from pathlib import Path
from typing import NoReturn

from store.medium import open_for_order, open_for_reading
from store.port import Batch, Place, StoreUnusable
from store.record import Fold, Record
from store.trouble import speaking
from store.writing import put_order
from tasks.letters import OutboxState


def open_reader(path: Path, fold: Fold) -> "Reader":
    """Open the store at `path` to read. `fold` is `evolve`, for `verify`.
    Raises StoreUnusable, which says what to do."""
    return Reader(path, open_for_reading(path), fold)


class Reader(Record):
    """All reads of the port, and `leave_order`. The other writes are refused."""

    def leave_order(self, words: Mapping[str, str], at: datetime) -> int:
        with speaking(self.path), closing(open_for_order(self.path)) as db:
            db.execute("BEGIN IMMEDIATE")
            number = put_order(db, words, at)
            db.execute("COMMIT")
        return number

    def commit(self, batch: Batch) -> None:
        self._refuse()

    def posted(
        self,
        key: str,
        state: OutboxState,
        *,
        attempts: int,
        detail: str = "",
        next_at: datetime | None = None,
        sent_at: datetime | None = None,
    ) -> None:
        self._refuse()

    def moved(self, keys: Sequence[str], places: Sequence[Place | None] = ()) -> None:
        self._refuse()

    def seen(self, place: Place, key: str) -> None:
        self._refuse()

    def _refuse(self) -> NoReturn:
        raise StoreUnusable(
            f"{self.path} was opened to read only, so nothing was written. Leave an order for the running "
            "Handoff, or stop it and run the command again."
        )
