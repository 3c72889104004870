"""TinyDB's table with row deltas does what TinyDB's own table does, and each
change touches only the rows it names."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import pytest
from tinydb import TinyDB, where
from tinydb.operations import increment
from tinydb.storages import MemoryStorage
from tinydb.table import Document, Table

from store.live import Live, RowDB
from store.port import OutboxRow
from tasks.intents import Held
from tasks.letters import OutboxState
from tasks.model import Stage, Task
from tests.store.rows import held_mail, letter, opened


def document(number: int, **fields: Any) -> dict[str, Any]:
    return {"number": number, "town": "Ulm", "visits": 0, **fields}


Operation = Callable[[Table, Callable[[int], Any]], object]

OPERATIONS: dict[str, Operation] = {
    "insert": lambda table, key: table.insert(Document(document(9), doc_id=key(9))),
    "upsert a new one": lambda table, key: table.upsert(Document(document(9), doc_id=key(9))),
    "upsert a known one": lambda table, key: table.upsert(Document(document(2, town="Bonn"), doc_id=key(2))),
    "update by id": lambda table, key: table.update({"town": "Bonn"}, doc_ids=[key(1), key(3)]),
    "update by query": lambda table, key: table.update({"town": "Bonn"}, where("number") > 2),
    "update all": lambda table, key: table.update(increment("visits")),
    "remove by id": lambda table, key: table.remove(doc_ids=[key(2)]),
    "remove by query": lambda table, key: table.remove(where("number") < 3),
    "truncate": lambda table, key: table.truncate(),
}


def filled(db: TinyDB, key: Callable[[int], Any]) -> Table:
    table = db.table("towns")
    for number in range(1, 5):
        table.insert(Document(document(number), doc_id=key(number)))
    return table


def picture(table: Table) -> object:
    return (
        [dict(found) for found in table.all()],
        [dict(found) for found in table.search(where("town") == "Bonn")],
        len(table),
        table.count(where("visits") == 1),
        table.contains(where("number") == 2),
    )


@pytest.mark.parametrize("operation", OPERATIONS.values(), ids=OPERATIONS)
def test_an_operation_does_what_tinydb_does(operation: Operation) -> None:
    ours, theirs = filled(RowDB(), str), filled(TinyDB(storage=MemoryStorage), int)
    assert picture(ours) == picture(theirs)
    operation(ours, str)
    operation(theirs, int)
    assert picture(ours) == picture(theirs)


class Counting(dict[str, dict[str, Any]]):
    """Rows that count how often all of them are walked through."""

    walks = 0

    def __iter__(self) -> Iterator[str]:
        self.walks += 1
        return super().__iter__()

    def items(self) -> Any:
        self.walks += 1
        return super().items()

    def keys(self) -> Any:
        self.walks += 1
        return super().keys()


def test_a_change_never_walks_through_all_rows() -> None:
    live = Live(opened(number).tasks[0] for number in range(1, 20))
    storage: Any = live.table(Task).storage
    rows = storage.tables["tasks"] = Counting(storage.tables["tasks"])
    live.keep(opened(25).tasks[0])
    live.keep(replace(opened(3).tasks[0], title="Another"))
    live.keep(replace(opened(4).tasks[0], stage=Stage.APPROVED))
    assert live.get(Task, "3").title == "Another"
    assert live.get(Task, "4") is None
    assert rows.walks == 0


DOOR = opened(1).tasks[0]


@pytest.mark.parametrize(
    ("row", "gone", "key"),
    [
        pytest.param(
            opened(1).tasks[0],
            replace(opened(1).tasks[0], stage=Stage.CANCELLED),
            "1",
            id="a task until it is closed",
        ),
        pytest.param(letter("a", raw=b""), letter("a", state=OutboxState.SENT), "a", id="a letter is sent"),
        pytest.param(held_mail(1), held_mail(1, "let in"), "1", id="a held mail is let in"),
    ],
)
def test_a_row_is_live_until(row: Task | OutboxRow | Held, gone: Task | OutboxRow | Held, key: str) -> None:
    live = Live([row])
    assert live.get(type(row), key) == row
    live.keep(gone)
    live.keep(gone)
    assert live.get(type(row), key) is None
    assert live.all(type(row)) == []
