"""A store that is gone or damaged is refused, and never replaced by an empty one (D50)."""

import random
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from store.embedded import open_store
from store.port import StoreUnusable
from store.remains import newest_backup
from store.spool import Spool
from tasks.evolve import evolve
from tests.store.test_embedded import lived_in


def _key(folder: Path) -> None:
    (folder / "secret.key").write_text("{}")


def _spool(folder: Path) -> None:
    Spool(folder / "spool").put(b"Subject: a task\r\n\r\nPlease.\r\n")


def _backup(folder: Path) -> None:
    kept = folder / "backups" / "20261130T171200Z"
    kept.mkdir(parents=True)
    (kept / "handoff.db").write_bytes(b"a backup")


def _journal(folder: Path) -> None:
    (folder / "handoff.db-wal").write_bytes(b"left over")


def _aside(folder: Path) -> None:
    (folder / "aside-20261130T171200Z").mkdir()


@pytest.mark.parametrize("left", [_key, _spool, _backup, _journal, _aside])
def test_a_store_that_is_gone_is_refused(tmp_path: Path, left: Callable[[Path], None]) -> None:
    left(tmp_path)
    with pytest.raises(StoreUnusable) as refused:
        open_store(tmp_path / "handoff.db", evolve)
    words = str(refused.value)
    assert "./run rebuild" in words
    assert "the file itself is not" in words
    assert not (tmp_path / "handoff.db").exists()


def test_the_refusal_names_the_newest_backup_and_both_ways_on(tmp_path: Path) -> None:
    _spool(tmp_path)
    _backup(tmp_path)
    newer = tmp_path / "backups" / "20261201T090000Z"
    newer.mkdir()
    (newer / "handoff.db").write_bytes(b"a newer one")
    with pytest.raises(StoreUnusable, match=rf"\./run restore {newer}`.*\./run rebuild`.*move .* aside"):
        open_store(tmp_path / "handoff.db", evolve)


def test_a_backup_elsewhere_is_known_by_the_note_that_it_left(tmp_path: Path) -> None:
    there = tmp_path / "other disk" / "20261202T090000Z"
    there.mkdir(parents=True)
    (there / "handoff.db").write_bytes(b"a backup")
    home = tmp_path / "home"
    _backup_of(home)
    (home / "newest-backup").write_text(f"{there}\n")
    assert newest_backup(home / "handoff.db") == there
    (there / "handoff.db").unlink()
    assert newest_backup(home / "handoff.db") == home / "backups" / "20261130T171200Z"


def _backup_of(home: Path) -> None:
    home.mkdir()
    _backup(home)


@pytest.mark.parametrize("empty", ["spool/mail", "spool/unfinished", "backups", "nothing"])
def test_a_first_start_is_easy(tmp_path: Path, empty: str) -> None:
    (tmp_path / empty).mkdir(parents=True)
    open_store(tmp_path / "handoff.db", evolve).close()
    assert (tmp_path / "handoff.db").exists()


def _whole(path: Path) -> bytes:
    with closing(open_store(path, evolve)) as store:
        lived_in(store)
    return path.read_bytes()


@pytest.mark.parametrize("page", range(0, 24, 3))
def test_a_page_of_zeros_is_refused(tmp_path: Path, page: int) -> None:
    path = tmp_path / "handoff.db"
    whole = bytearray(_whole(path))
    whole[page * 4096 : (page + 1) * 4096] = bytes(4096)
    path.write_bytes(whole)
    with pytest.raises(StoreUnusable, match="rebuild"):
        open_store(path, evolve)
    assert path.read_bytes() == bytes(whole)


def test_an_index_that_does_not_fit_its_table_is_refused(tmp_path: Path) -> None:
    """What SQLite's quick check passes over: the rows are there, a round does not find them."""
    path = tmp_path / "handoff.db"
    whole = bytearray(_whole(path))
    at = [
        i for i in range(len(whole) - 4) if whole[i : i + 4] == b"dana" and b'"' not in whole[i - 2 : i + 6]
    ]
    whole[at[-1]] = ord("x")
    path.write_bytes(whole)
    with pytest.raises(StoreUnusable, match="damaged or cut short"):
        open_store(path, evolve)


def test_a_text_that_is_no_text_any_more_is_refused_in_words(tmp_path: Path) -> None:
    path = tmp_path / "handoff.db"
    path.write_bytes(_whole(path).replace(b'"title":"Paint', b'"title":"\xffaint'))
    with pytest.raises(StoreUnusable, match="damaged or cut short"):
        open_store(path, evolve)


def test_flipped_bits_never_lead_to_an_empty_store(tmp_path: Path) -> None:
    """Refused, or else opened with what `verify` can name; never begun anew. A bit
    in the words of a row that SQLite does not check may pass, and is counted."""
    path = tmp_path / "handoff.db"
    whole, chance = _whole(path), random.Random(7)
    refused = found = 0
    for _ in range(60):
        damaged = bytearray(whole)
        damaged[chance.randrange(len(whole))] ^= 1 << chance.randrange(8)
        path.write_bytes(damaged)
        try:
            with closing(open_store(path, evolve)) as store:
                assert store.next_task() > 1
                found += bool(store.verify())
        except StoreUnusable:
            refused += 1
    assert refused + found > 0
