"""The embedded store: TinyDB for what is live, SQLite as the record.

A commit is one SQLite transaction of the changed rows; after its COMMIT they
are written through to the live documents. If anything goes wrong on the way,
the documents are thrown away and filled from the record again, so that they
can lag behind a failure but never contradict what is on disk.
"""

import os
import sqlite3
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import datetime
from operator import attrgetter
from pathlib import Path
from typing import TypeVar

from store.codec import UNREADABLE, decode, readable
from store.histories import Histories
from store.live import FINISHED, WAITING, Live
from store.lock import take_lock
from store.medium import open_writer
from store.port import Batch, OutboxRow, Place
from store.record import Fold, Record
from store.trouble import speaking
from store.writing import put_ledger, put_letter, put_order, put_place, write_batch
from tasks.events import Fact
from tasks.intents import Held
from tasks.letters import OutboxState
from tasks.model import Task
from tasks.replacing import replace

T = TypeVar("T")
CLOSED = 64  # tasks kept in memory that are closed, some 5 kB each
UNFINISHED = tuple(state.value for state in OutboxState if state not in FINISHED)


def open_store(path: Path, fold: Fold) -> "EmbeddedStore":
    """Open the store at `path` for its one writer; make it if it is not there.
    `fold` is `evolve`. Raises StoreUnusable, which says what to do."""
    with speaking(path):
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    lock = take_lock(path)
    try:
        return EmbeddedStore(path, open_writer(path), fold, lock)
    except BaseException:
        os.close(lock)
        raise


class EmbeddedStore(Record):
    """The store of the one writing process. Safe for several threads of it."""

    def __init__(self, path: Path, db: sqlite3.Connection, fold: Fold, lock: int) -> None:
        super().__init__(path, db, fold)
        self._lock = lock
        self._live: Live | None = self._filled()  # None: in doubt, to be filled when next asked
        self._marks: dict[str, str] | None = None  # the rows of meta; None as above
        self._places: dict[tuple[str, str, int], set[int]] = {}  # the places that were asked for, as above
        self._histories = Histories(super().history)
        self._closed: dict[int, Task] = {}  # those asked for last: each digest of a week tells of them

    # writes

    def commit(self, batch: Batch) -> None:
        try:
            self._commit(batch)
        except UNREADABLE:
            self._commit(readable(batch))

    def _commit(self, batch: Batch) -> None:
        with self._turn:
            marks, self._marks = self._marks, None if batch.meta else self._marks
            with self._writing() as db:
                changed = write_batch(db, batch)
            if marks is not None:
                marks.update(batch.meta)
                self._marks = marks
            if batch.ledger and batch.ledger.place:
                self._placed(batch.ledger.place)
            self._follow(changed)
            self._histories.went_on(batch.facts)

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
        with self._turn:
            row = self._letter_row(key)
            if row is None:
                raise KeyError(key)
            row = replace(
                row,
                state=state,
                attempts=attempts,
                detail=readable(detail),
                next_at=next_at,
                sent_at=sent_at or row.sent_at,
            )
            with self._writing() as db:
                put_letter(db, row)
            self._follow([row])

    def moved(self, keys: Sequence[str], places: Sequence[Place | None] = ()) -> None:
        put: list[Place] = []
        with self._turn:
            with self._writing() as db:
                for i, key in enumerate(keys):
                    row = self.ledger(key)
                    if row is not None:
                        place = (places[i] if i < len(places) else None) or row.place
                        put_ledger(db, replace(row, moved=True, place=place))
                        put += [place] if place else []
            self._placed(*put)

    def seen(self, place: Place, key: str) -> None:
        with self._turn:
            with self._writing() as db:
                put_place(db, place, key)
            self._placed(place)

    def leave_order(self, words: Mapping[str, str], at: datetime) -> int:
        with self._writing() as db:
            return put_order(db, words, at)

    def settle(self, judge: Callable[[OutboxRow], OutboxRow | None]) -> int:
        """Change the unfinished letters, all at once: `judge` gets each without
        its bytes, and gives its new row or None. Returns how many changed."""
        with self._turn:
            new = [row for row in map(judge, self._unfinished()) if row is not None]
            with self._writing() as db:
                for row in new:
                    put_letter(db, row)
            self._follow(new)
        return len(new)

    def change(self, do: Callable[[sqlite3.Connection], T]) -> T:
        """Let `do` change any rows, all of it or nothing; the live documents are
        filled anew."""
        with self._turn:
            with self._writing() as db:
                done = do(db)
            self._doubt()
        return done

    def scrub(self, do: Callable[[sqlite3.Connection], T]) -> T:
        """As `change`, and what it replaced is overwritten on the disk, in the
        file and in its journal."""
        with self._turn, speaking(self.path):
            self._db.execute("PRAGMA secure_delete = ON")
            done = self.change(do)
            self._db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            self._db.execute("PRAGMA secure_delete = OFF")
        return done

    def forget_letters(self, keys: Sequence[str]) -> None:
        """Remove the bytes of these letters, which are not needed any more."""
        if keys:
            sql = "UPDATE outbox_raw SET raw = x'' WHERE key = ?"
            self.change(lambda db: db.executemany(sql, [(key,) for key in keys]))

    def close(self) -> None:
        try:
            super().close()
        finally:
            if self._lock >= 0:
                os.close(self._lock)
                self._lock = -1

    @contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        with self._turn, speaking(self.path):
            self._db.execute("BEGIN IMMEDIATE")
            try:
                yield self._db
                self._db.execute("COMMIT")
            except BaseException as trouble:
                if isinstance(trouble, sqlite3.Error):
                    self._doubt()  # whether a COMMIT that raised is on disk, only the disk knows
                if self._db.in_transaction:
                    self._db.execute("ROLLBACK")
                raise

    # what is kept in memory: one process writes, so nobody else changes what lies under it

    def _doubt(self) -> None:
        """Ask the record again for all that is kept in memory."""
        self._live = self._marks = None
        self._places.clear()
        self._histories.forget()
        self._closed.clear()

    def _placed(self, *places: Place) -> None:
        """Follow places that were committed, where their folder was asked for."""
        for place in places:
            known = self._places.get((place.account, place.folder, place.uidvalidity))
            if known is not None:
                known.add(place.uid)

    @property
    def documents(self) -> Live:
        """The live documents, filled from the record where that is needed."""
        if self._live is None:
            self._live = self._filled()
        return self._live

    def _filled(self) -> Live:
        held = [row for state in WAITING for row in super(EmbeddedStore, self).held_rows(state)]
        return Live([*super().open_tasks(), *held, *self._unfinished()])

    def _follow(self, changed: Sequence[Task | Held | OutboxRow]) -> None:
        """Write committed rows through. In doubt until the last one is in."""
        live, self._live = self.documents, None
        for row in changed:
            live.keep(row)
            if isinstance(row, Task):
                self._closed.pop(row.number, None)
        self._live = live

    def _unfinished(self) -> list[OutboxRow]:
        marks = ",".join("?" * len(UNFINISHED))
        sql = f"SELECT schema, doc FROM outbox WHERE state IN ({marks}) ORDER BY seq"  # noqa: S608
        return [decode(OutboxRow, *row) for row in self._rows(sql, UNFINISHED)]

    # reads of what is live

    def task(self, number: int) -> Task | None:
        with self._turn:
            found: Task | None = self.documents.get(Task, str(number)) or self._closed.get(number)
            return found or self._closed_task(number)

    def _closed_task(self, number: int) -> Task | None:
        task = super().task(number)
        if task is not None:
            self._closed[number] = task
        if len(self._closed) > CLOSED:
            del self._closed[next(iter(self._closed))]
        return task

    def open_tasks(self) -> Sequence[Task]:
        with self._turn:
            return sorted(self.documents.all(Task), key=attrgetter("number"))

    def held(self, number: int) -> Held | None:
        with self._turn:
            found: Held | None = self.documents.get(Held, str(number))
        return found or super().held(number)

    def held_rows(self, state: str = "held") -> Sequence[Held]:
        if state not in WAITING:
            return super().held_rows(state)
        with self._turn:
            waiting = [row for row in self.documents.all(Held) if row.state == state]
        return sorted(waiting, key=attrgetter("number"))

    def _letter_row(self, key: str) -> OutboxRow | None:
        with self._turn:
            found: OutboxRow | None = self.documents.get(OutboxRow, key)
        return found or super()._letter_row(key)

    def to_post(self, now: datetime, limit: int = 100) -> Sequence[OutboxRow]:
        """Every unfinished letter is live: the disk is asked for the bytes alone. Letters
        of one moment keep the order in which they came."""
        with self._turn:
            due = [row for row in self.documents.all(OutboxRow) if row.is_due(now)]
            return self._portion(sorted(due, key=attrgetter("created_at"))[:limit])

    def meta(self, key: str) -> str | None:
        with self._turn:
            if self._marks is None:
                self._marks = dict(self._rows("SELECT key, value FROM meta"))
            return self._marks.get(key)

    def history(self, task: int) -> Sequence[Fact]:
        with self._turn:
            return self._histories.of(task)

    def known_uids(self, account: str, folder: str, uidvalidity: int) -> frozenset[int]:
        where = (account, folder, uidvalidity)
        with self._turn:
            if where not in self._places:
                self._places[where] = set(super().known_uids(*where))
            return frozenset(self._places[where])

    def verify(self) -> Sequence[str]:
        with self._turn:
            live = {task.number: task for task in self.open_tasks()}
            stored = {task.number: task for task in super().open_tasks()}
        unlike = sorted(n for n in live.keys() | stored.keys() if live.get(n) != stored.get(n))
        return [*super().verify(), *(f"T-{n}: in memory it is not what is on disk." for n in unlike)]
