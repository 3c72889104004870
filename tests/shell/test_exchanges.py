"""Short words, reactions and several questions, by the letter they answer: each
row of tests/language/cases/exchanges.txt is played between two people."""

from pathlib import Path

import pytest

from tests.shell.exchange import CASES, CONFIG, Row, Scene, rows
from tests.shell.office import Office

ROWS = rows(CASES.read_text(encoding="utf-8"))


def test_there_are_enough_exchanges() -> None:
    assert len(ROWS) >= 60
    assert len({row.name for row in ROWS}) == len(ROWS)


@pytest.mark.parametrize("row", ROWS, ids=[row.name for row in ROWS])
def test_exchange(tmp_path: Path, row: Row) -> None:
    office = Office(tmp_path, CONFIG, one_process=True)
    scene = Scene(office, row)
    scene.play()
    told = [(letter.to, letter.kind, letter.text[:300]) for letter in scene.letters]
    assert scene.wrong() == [], (scene.task.stage.value, told)
    assert list(office.shop.store.verify()) == []  # law L11
    office.close()
