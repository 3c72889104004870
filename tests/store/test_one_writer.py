"""One writer, its threads, and the command line beside it."""

import os
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest

from store.embedded import EmbeddedStore, open_store
from store.lock import running
from store.port import Batch, StoreUnusable
from store.reader import open_reader
from tasks.evolve import evolve
from tasks.letters import OutboxState
from tests.store.rows import accepted, at, letter, opened


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "deep" / "store.db"


@pytest.fixture
def store(path: Path) -> Iterator[EmbeddedStore]:
    opened_store = open_store(path, evolve)
    yield opened_store
    opened_store.close()


def test_a_second_writer_is_told_who_has_the_store(store: EmbeddedStore, path: Path) -> None:
    assert running(path) == os.getpid()
    with pytest.raises(StoreUnusable, match=rf"Another Handoff \(process {os.getpid()}\) works with"):
        open_store(path, evolve)
    store.commit(opened(1))


def test_a_writer_that_was_killed_leaves_no_lock(path: Path) -> None:
    script = (
        "import os, signal, sys; from pathlib import Path; from store.embedded import open_store;"
        "from tasks.evolve import evolve; store = open_store(Path(sys.argv[1]), evolve);"
        "os.kill(os.getpid(), signal.SIGKILL)"
    )
    subprocess.run([sys.executable, "-c", script, str(path)], check=False, timeout=30)
    assert path.exists()
    assert running(path) == 0
    open_store(path, evolve).close()


def test_several_threads_of_the_writer_may_use_it(store: EmbeddedStore) -> None:
    """The outbox posts over several connections."""
    store.commit(Batch(outbox=tuple(letter(f"l{i}", i) for i in range(80))))

    def post(i: int) -> None:
        store.posted(f"l{i}", OutboxState.SENT, attempts=1)
        store.commit(opened(i + 1))
        assert store.task(i + 1) is not None

    with ThreadPoolExecutor(4) as threads:
        list(threads.map(post, range(80)))
    assert len(store.open_tasks()) == 80
    assert {row.state for row in store.outbox()} == {OutboxState.SENT}
    assert store.verify() == []


def test_a_reader_sees_each_commit_and_leaves_orders(store: EmbeddedStore, path: Path) -> None:
    with closing(open_reader(path, evolve)) as reader:
        store.commit(opened(1))
        assert reader.task(1) == store.task(1)
        store.commit(accepted(opened(1).tasks[0]))
        assert reader.task(1) == store.task(1)
        number = reader.leave_order({"word": "digest"}, at(0))
        assert [order.number for order in store.orders()] == [number]
        store.commit(Batch(order_done=(number, "The digest went out.")))
        order = reader.order(number)
        assert order is not None
        assert order.answer == "The digest went out."


def test_a_reader_writes_nothing_else(store: EmbeddedStore, path: Path) -> None:
    with closing(open_reader(path, evolve)) as reader:
        with pytest.raises(StoreUnusable, match="opened to read only"):
            reader.commit(opened(1))
        with pytest.raises(StoreUnusable, match="read-only"):
            reader._rows("DELETE FROM task")


def test_a_reader_works_with_no_daemon(path: Path) -> None:
    with pytest.raises(StoreUnusable, match="There is no store at"):
        open_reader(path, evolve)
    with closing(open_store(path, evolve)) as store:
        store.commit(opened(1))
    with closing(open_reader(path, evolve)) as reader:
        assert len(reader.open_tasks()) == 1
        reader.leave_order({"word": "digest"}, at(0))
    with closing(open_store(path, evolve)) as store:
        assert len(store.orders()) == 1
