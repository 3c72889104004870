"""Short words, reactions and several questions, by the letter they answer: each
row of tests/language/cases/exchanges.txt is played between two people."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.shell.exchange import CASES, CONFIG, Row, Scene, rows
from tests.shell.office import Office

ROWS = rows(CASES.read_text(encoding="utf-8"))
TIMED = frozenset(
    {"reminder", "overdue", "late", "owed", "digest"}
)  # the clock moves: an office of their own


@pytest.fixture(scope="module")
def busy(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    """One office for all rows that need no clock: each is a task of its own there."""
    office = Office(tmp_path_factory.mktemp("busy"), CONFIG, one_process=True)
    yield office
    assert list(office.shop.store.verify()) == []  # law L11, after all of them
    office.close()


def test_there_are_enough_exchanges() -> None:
    assert len(ROWS) >= 60
    assert len({row.name for row in ROWS}) == len(ROWS)


@pytest.mark.parametrize("row", [r for r in ROWS if r.at not in TIMED], ids=lambda row: row.name)
def test_exchange(busy: Office, row: Row) -> None:
    _play(busy, row)


@pytest.mark.parametrize("row", [r for r in ROWS if r.at in TIMED], ids=lambda row: row.name)
def test_exchange_after_some_time(tmp_path: Path, row: Row) -> None:
    office = Office(tmp_path, CONFIG, one_process=True)
    _play(office, row)
    assert list(office.shop.store.verify()) == []
    office.close()


def _play(office: Office, row: Row) -> None:
    scene = Scene(office, row)
    scene.play()
    told = [(letter.to, letter.kind, letter.text[:300]) for letter in scene.letters]
    assert scene.wrong() == [], (scene.task.stage.value, told)
