"""The live documents: open tasks, unfinished letters, held mails.

TinyDB as it is reads and writes every document for each change. Here its
tables live in memory and an update touches only the rows it names, so a change
costs the same at 100 and at 10 000 tasks. What is on disk is not its business:
it is filled from the record and follows each commit.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, fields
from operator import attrgetter
from typing import Any, cast

from tinydb import TinyDB
from tinydb.storages import Storage
from tinydb.table import Table

from store.port import OutboxRow
from tasks.intents import Held
from tasks.letters import OutboxState
from tasks.model import Task

Rows = dict[str, dict[str, Any]]

WAITING = frozenset({"held", "passed on"})  # for their owner's word, or for the next round
FINISHED = frozenset({OutboxState.SENT, OutboxState.DEAD, OutboxState.CANCELLED})


class RowStorage(Storage):
    """TinyDB's storage, in memory, that can be asked for one table."""

    def __init__(self) -> None:
        self.tables: dict[str, Rows] = {}

    def read(self) -> dict[str, Rows]:
        return self.tables

    def write(self, data: dict[str, Rows]) -> None:
        self.tables = data

    def rows(self, name: str) -> Rows:
        return self.tables.setdefault(name, {})


class RowTable(Table):
    """TinyDB's table with row deltas: every operation funnels through these two
    methods (4.8, 4.9), and the originals copy the whole table."""

    document_id_class = str  # type: ignore[assignment]
    _storage: RowStorage

    def _read_table(self) -> Rows:  # type: ignore[override]
        return self._storage.rows(self.name)

    def _update_table(self, updater: Callable[[Rows], None]) -> None:  # type: ignore[override]
        updater(self._storage.rows(self.name))
        self.clear_cache()

    def follow(self, key: str, document: dict[str, Any] | None) -> None:
        """Put one document in or change it, or let it go: what `upsert` and `remove` do,
        without a walk over the table."""
        rows = self._storage.rows(self.name)
        if document is None:
            rows.pop(key, None)
        else:
            rows[key] = document
        self.clear_cache()


class RowDB(TinyDB):
    table_class = RowTable
    default_storage_class = RowStorage  # type: ignore[assignment]


@dataclass(frozen=True, slots=True)
class Collection:
    """One kind of live row: its document's id, and whether it lives still."""

    name: str
    key: Callable[[Any], str]
    lives: Callable[[Any], bool]


COLLECTIONS: Mapping[type[Any], Collection] = {
    Task: Collection("tasks", lambda task: str(task.number), lambda task: task.is_open),
    OutboxRow: Collection("outbox", lambda row: row.ref.key, lambda row: row.state not in FINISHED),
    Held: Collection("held", lambda row: str(row.number), lambda row: row.state in WAITING),
}
# The frozen row itself rides along in its document, so that no read builds it again.
_ROW = "row"
_NAMES = {cls: tuple(f.name for f in fields(cls)) for cls in COLLECTIONS}
_FIELDS = {cls: (names, attrgetter(*names)) for cls, names in _NAMES.items()}


class Live:
    """The collections. A document is the row's own fields, so TinyDB queries
    work on it: `live.table(Task).search(where("owner") == "dana")`."""

    def __init__(self, rows: Iterable[object] = ()) -> None:
        self._db = RowDB()
        storage = self._db.storage
        assert isinstance(storage, RowStorage)
        self._storage = storage
        for row in rows:
            self.keep(row)

    def table(self, kind: type[Any]) -> RowTable:
        return cast(RowTable, self._db.table(COLLECTIONS[kind].name))

    def keep(self, row: object) -> None:
        """Follow a committed row: put it in, change it, or let it go."""
        kind = type(row)
        collection, table = COLLECTIONS[kind], self.table(kind)
        if not collection.lives(row):
            table.follow(collection.key(row), None)
            return
        names, read = _FIELDS[kind]
        document: dict[str, Any] = dict(zip(names, read(row), strict=True))
        document[_ROW] = row
        table.follow(collection.key(row), document)

    def get(self, kind: type[Any], key: str) -> Any:
        """The live row of this key, or None."""
        document = self._rows(kind).get(key)
        return None if document is None else document[_ROW]

    def all(self, kind: type[Any]) -> list[Any]:
        return [document[_ROW] for document in self._rows(kind).values()]

    def _rows(self, kind: type[Any]) -> Rows:
        """The table as it lies in memory: TinyDB would copy each document that is
        read, and the row in it is frozen."""
        return self._storage.rows(COLLECTIONS[kind].name)
