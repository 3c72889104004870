"""Short words, reactions and several questions, by the letter they answer: each
row of tests/language/cases/exchanges.txt is played between two people."""

from pathlib import Path

import pytest

from tests.shell.exchange import CASES, CONFIG, Row, Scene, rows
from tests.shell.office import Office

ROWS = rows(CASES.read_text(encoding="utf-8"))
NOT_YET = frozenset(
    [
        "gmail-reaction",
        "outlook-reaction",
        "sad-reaction",
        "c-est-note",
        "right-o",
        "plain-no",
        "accept-and-ask",
        "got-it-should-i",
        "friday-alone",
        "viernes",
        "in-two-days",
        "on-track",
        "all-good",
        "reacts-to-probe",
        "off-track",
        "nearly",
        "ok-to-redo",
        "asks-back",
        "let-me-think",
        "ask-the-accountant",
        "owed-later",
        "inline-one",
        "numbered-one",
        "approve-outlook",
        "great-but",
        "no-to-review",
        "receipt-no",
        "receipt-day",
        "proposal-thursday",
        "told-thanks",
    ]
)  # known to be misread


def test_there_are_enough_exchanges() -> None:
    assert len(ROWS) >= 60
    assert len({row.name for row in ROWS}) == len(ROWS)


def _marked(row: Row) -> object:
    marks = [pytest.mark.xfail(strict=True)] if row.name in NOT_YET else []
    return pytest.param(row, id=row.name, marks=marks)


@pytest.mark.parametrize("row", [_marked(row) for row in ROWS])
def test_exchange(tmp_path: Path, row: Row) -> None:
    office = Office(tmp_path, CONFIG, one_process=True)
    scene = Scene(office, row)
    scene.play()
    told = [(letter.to, letter.kind, letter.text[:300]) for letter in scene.letters]
    assert scene.wrong() == [], (scene.task.stage.value, told)
    assert list(office.shop.store.verify()) == []  # law L11
    office.close()
