"""The embedded store's own promises: restarts, damage, disks, versions."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from tinydb import where

from store.embedded import EmbeddedStore, open_store
from store.lock import running
from store.medium import open_writer
from store.port import Batch, Refused, StoreUnusable
from store.reader import open_reader
from store.record import MAILS_FROM
from store.schema import MIGRATIONS
from tasks.evolve import evolve
from tasks.letters import OutboxState
from tasks.model import Task
from tests.store.rows import at, closed, held_mail, letter, mail, opened


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "deep" / "store.db"


@pytest.fixture
def store(path: Path) -> Iterator[EmbeddedStore]:
    opened_store = open_store(path, evolve)
    yield opened_store
    opened_store.close()


def lived_in(store: EmbeddedStore) -> None:
    for number in range(1, 6):
        store.commit(opened(number))
    store.commit(closed(opened(4).tasks[0]))
    store.commit(Batch(outbox=(letter("a"), letter("b", 1)), held=(held_mail(1), held_mail(2, "dropped"))))
    store.posted("a", OutboxState.SENT, attempts=1, sent_at=at(2))


def picture(store: EmbeddedStore) -> object:
    return (
        store.open_tasks(),
        store.task(4),
        store.outbox(),
        store.held_rows(),
        store.held(2),
        store.verify(),
    )


def test_a_restart_changes_nothing(path: Path) -> None:
    with closing(open_store(path, evolve)) as store:
        lived_in(store)
        before = picture(store)
    with closing(open_store(path, evolve)) as store:
        assert picture(store) == before
        assert store.next_task() == 6
        with pytest.raises(Refused):
            store.commit(opened(5))


def test_only_what_is_live_is_in_memory(store: EmbeddedStore) -> None:
    lived_in(store)
    live = store.documents
    assert [task.number for task in live.all(Task)] == [1, 2, 3, 5]
    assert [document["ref"].key for document in live.table(type(letter("b")))] == ["b"]
    assert [document["raw"] for document in live.table(type(letter("b")))] == [b""]
    assert len(live.table(Task).search(where("owner") == "dana")) == 4


def test_a_full_disk_is_named_and_nothing_is_half_written(store: EmbeddedStore) -> None:
    lived_in(store)
    before, documents = picture(store), store.documents
    (pages,) = store._db.execute("PRAGMA page_count").fetchone()
    store._db.execute(f"PRAGMA max_page_count = {pages}")
    big = Batch(ledger=mail("big"), tasks=opened(9).tasks, outbox=(letter("big", raw=b"x" * 500_000),))
    with pytest.raises(StoreUnusable, match="is full. Nothing of this was written. Make room"):
        store.commit(big)
    assert store.documents is not documents  # in doubt: filled from the record again
    assert picture(store) == before
    store._db.execute("PRAGMA max_page_count = 1000000")
    store.commit(big)
    assert store.task(9) is not None


def test_a_read_only_disk_is_named(store: EmbeddedStore) -> None:
    store._db.execute("PRAGMA query_only = ON")
    with pytest.raises(StoreUnusable, match="read-only. Nothing was written. Give the user"):
        store.commit(opened(1))


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("I am no folder")
    with pytest.raises(StoreUnusable, match="cannot be opened .*Check that its folder exists"):
        open_store(tmp_path / "file" / "store.db", evolve)


def test_a_commit_waits_for_the_disk(store: EmbeddedStore) -> None:
    settings = [store._db.execute(f"PRAGMA {name}").fetchone()[0] for name in ("journal_mode", "synchronous")]
    assert settings == ["wal", 2]  # 2 is FULL: a COMMIT returns after the fsync of its WAL


def test_big_letters_do_not_fill_the_memory(store: EmbeddedStore) -> None:
    store.commit(Batch(outbox=tuple(letter(f"l{i}", i, raw=b"x" * 12_000_000) for i in range(4))))
    assert [row.ref.key for row in store.to_post(at(9))] == ["l0", "l1"]


def test_only_its_owner_may_read_the_file(path: Path) -> None:
    with closing(open_store(path, evolve)) as store:
        store.commit(opened(1))
        for file in path.parent.iterdir():
            assert file.stat().st_mode & 0o077 == 0, file


# damage


@pytest.mark.parametrize(
    "size", [pytest.param(size, id=str(size)) for size in (0, 1, 15, 99, 100, 4095, 4096, 8192, 20_000, -1)]
)
def test_a_file_that_was_cut_short_is_refused(path: Path, size: int) -> None:
    with closing(open_store(path, evolve)) as store:
        lived_in(store)
    whole = path.read_bytes()
    (path.parent / "store.db.2026-03-01.backup").write_bytes(whole)
    path.write_bytes(whole[:size])
    with pytest.raises(StoreUnusable, match=r"damaged or cut short.*restore .*store.db.2026-03-01.backup"):
        open_store(path, evolve)
    assert path.read_bytes() == whole[:size]
    assert running(path) == 0


def test_a_file_with_a_damaged_page_is_refused(path: Path) -> None:
    with closing(open_store(path, evolve)) as store:
        lived_in(store)
    whole = bytearray(path.read_bytes())
    whole[8192:12288] = os.urandom(4096)
    path.write_bytes(whole)
    with pytest.raises(StoreUnusable, match="damaged or cut short"):
        open_store(path, evolve)


def test_a_lone_journal_is_refused(path: Path) -> None:
    path.parent.mkdir()
    path.with_name("store.db-wal").write_bytes(b"left over")
    with pytest.raises(StoreUnusable, match="its -wal is there, the file itself is not"):
        open_store(path, evolve)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        pytest.param(
            b"mailbox:\n  host: imap.example.com\n" * 9, "does not begin as a store does", id="text"
        ),
        pytest.param(None, "a database of another program", id="another database"),
    ],
)
def test_a_foreign_file_is_left_alone(tmp_path: Path, content: bytes | None, words: str) -> None:
    path = tmp_path / "other.db"
    if content is None:
        with closing(sqlite3.connect(path)) as db:
            db.execute("CREATE TABLE bookmark (url)")
    else:
        path.write_bytes(content)
    before = path.read_bytes()
    with pytest.raises(StoreUnusable, match=words):
        open_store(path, evolve)
    assert path.read_bytes() == before


def test_verify_finds_a_row_changed_behind_its_back(path: Path) -> None:
    with closing(open_store(path, evolve)) as store:
        lived_in(store)
    with closing(sqlite3.connect(path)) as db:
        db.execute("UPDATE task SET doc = replace(doc, 'Paint door 2', 'Burn door 2') WHERE number = 2")
        db.execute("UPDATE fact SET doc = '{}' WHERE task = 3 AND n = 1")
        db.execute("UPDATE fact SET event = 'Vanished' WHERE task = 5 AND n = 1")
        db.commit()
    with closing(open_store(path, evolve)) as store:
        found = store.verify()
    assert len(found) == 3
    assert found[0] == "T-2: title is 'Burn door 2' in its row, but 'Paint door 2' by its history."
    assert found[1].startswith("T-3: A stored row does not read as TaskOpened")
    assert found[2].startswith("T-5: A stored row does not read as Vanished")


# versions


def test_how_much_a_sender_wrote_is_asked_by_an_index(store: EmbeddedStore) -> None:
    plan = store.rows(f"EXPLAIN QUERY PLAN {MAILS_FROM}", ("a@b.example", "", "9", 5))
    assert any("ledger_sender" in str(step) for step in plan), plan


def second(db: sqlite3.Connection) -> None:
    db.execute("CREATE TABLE weather (town TEXT)")


def stumbling(db: sqlite3.Connection) -> None:
    db.execute("CREATE TABLE half (way TEXT)")
    raise sqlite3.OperationalError("the power went")


def test_an_older_file_is_kept_then_brought_up_to_date(path: Path) -> None:
    with closing(open_store(path, evolve)) as store:
        lived_in(store)
        tasks = list(store.tasks())
    with closing(open_writer(path, (*MIGRATIONS, second))) as db:
        assert db.execute("SELECT count(*) FROM weather").fetchone() == (0,)
        assert db.execute("SELECT count(*) FROM task").fetchone() == (5,)
    backup = path.with_name(f"store.db.v{len(MIGRATIONS)}.backup")
    with closing(open_reader(backup, evolve)) as old:
        assert list(old.tasks()) == tasks


def test_a_migration_cut_off_midway_is_done_again_as_a_whole(path: Path) -> None:
    open_store(path, evolve).close()
    with pytest.raises(sqlite3.OperationalError):
        open_writer(path, (*MIGRATIONS, second, stumbling))
    with closing(open_writer(path, (*MIGRATIONS, second))) as db:
        names = {name for (name,) in db.execute("SELECT name FROM sqlite_master")}
    assert "weather" in names
    assert "half" not in names


def test_a_newer_file_is_refused_unchanged(path: Path) -> None:
    open_store(path, evolve).close()
    open_writer(path, (*MIGRATIONS, second)).close()
    before = path.read_bytes()
    for opening in (open_store, open_reader):
        with pytest.raises(
            StoreUnusable, match=f"written by a newer Handoff: its version is {len(MIGRATIONS) + 1}"
        ):
            opening(path, evolve)
    assert path.read_bytes() == before


def test_a_backup_is_a_whole_store(store: EmbeddedStore, tmp_path: Path) -> None:
    lived_in(store)
    store.copy_to(tmp_path / "copy.db")
    with closing(open_store(tmp_path / "copy.db", evolve)) as copy:
        assert picture(copy) == picture(store)


@pytest.mark.parametrize("left", ["store.db.new", f"store.db.v{len(MIGRATIONS)}.backup.part"])
def test_a_file_that_was_left_half_made_is_made_again(path: Path, left: str) -> None:
    """With its journals, which SQLite would play into the file made anew."""
    if "backup" in left:
        open_store(path, evolve).close()
    path.parent.mkdir(exist_ok=True)
    half = path.with_name(left)
    with closing(sqlite3.connect(half)) as db:
        db.execute("PRAGMA journal_mode = WAL")
        db.execute("CREATE TABLE meta (half)")
        cut = {file: file.read_bytes() for file in path.parent.glob(f"{left}*")}
    for file, content in cut.items():
        file.write_bytes(content)
    open_store(path, evolve).close()
    open_writer(path, (*MIGRATIONS, second)).close()
    with closing(open_reader(path.with_name(f"store.db.v{len(MIGRATIONS)}.backup"), evolve)) as old:
        assert old.verify() == []
    assert [file.name for file in path.parent.iterdir() if ".new" in file.name or ".part" in file.name] == []
