"""The backends that the one contract runs against."""

from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import pytest

from store.embedded import EmbeddedStore, open_store
from store.medium import open_for_reading
from store.memory import MemoryStore
from store.port import Batch, Place, Store
from store.reader import Reader
from tasks.evolve import evolve
from tasks.letters import OutboxState


class Beside(Reader):
    """A reader beside the one writer: it asks the file, the writer writes it."""

    def __init__(self, writer: EmbeddedStore) -> None:
        super().__init__(writer.path, open_for_reading(writer.path), evolve)
        self.writer = writer

    def commit(self, batch: Batch) -> None:
        self.writer.commit(batch)

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
        self.writer.posted(key, state, attempts=attempts, detail=detail, next_at=next_at, sent_at=sent_at)

    def moved(self, keys: object, places: object = ()) -> None:
        self.writer.moved(keys, places)  # type: ignore[arg-type]

    def seen(self, place: Place, key: str) -> None:
        self.writer.seen(place, key)

    def close(self) -> None:
        super().close()
        self.writer.close()


BACKENDS: dict[str, Callable[[Path], Store]] = {
    "memory": lambda folder: MemoryStore(evolve),
    "embedded": lambda folder: open_store(folder / "store.db", evolve),
    "reader beside": lambda folder: Beside(open_store(folder / "store.db", evolve)),
}


@pytest.fixture(params=BACKENDS)
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    opened = BACKENDS[request.param](tmp_path)
    yield opened
    opened.close()
