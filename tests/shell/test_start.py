"""A start on what was lost: told, and nothing made in its place."""

from pathlib import Path

import pytest

from shell.keys import KeyFileUnusable
from store.port import StoreUnusable
from tests.shell.office import Office


def _at_work(folder: Path) -> Office:
    office = Office(folder, one_process=True)
    office.mail("stephanie@example.com", "tasks+joy@example.com", "Calldown", "Call them. Due: Friday 5pm")
    office.letters()
    office.close()
    return office


def test_a_store_that_was_deleted_is_not_begun_anew(tmp_path: Path) -> None:
    office = _at_work(tmp_path)
    for file in (tmp_path / "handoff-data").glob("handoff.db*"):
        file.unlink()
    with pytest.raises(StoreUnusable, match=r"No empty one was made.*\./run rebuild"):
        office.open()
    assert not (tmp_path / "handoff-data" / "handoff.db").exists()


def test_a_key_that_was_deleted_is_not_made_anew(tmp_path: Path) -> None:
    office = _at_work(tmp_path)
    (tmp_path / "handoff-data" / "secret.key").unlink()
    with pytest.raises(KeyFileUnusable, match="is gone, and letters were signed with it"):
        office.open()
    assert not (tmp_path / "handoff-data" / "secret.key").exists()


def test_a_first_start_that_was_cut_off_is_taken_up(tmp_path: Path) -> None:
    """Killed between making the store and making the key."""
    office = Office(tmp_path, one_process=True)
    office.close()
    (tmp_path / "handoff-data" / "secret.key").unlink()
    office.open().close()
