"""docs/practices.md is held to the tests: what it calls built has tests of its row's
name, and what it calls not built has none."""

import re
from pathlib import Path

import pytest

HERE = Path(__file__).parent
TABLE = HERE.parent.parent / "docs" / "practices.md"
ROW = re.compile(r"\| (\d+) \| .* \| ([MSC]) \| (.+) \|")
ROWS = {int(m[1]): (m[2], m[3]) for line in TABLE.read_text().splitlines() if (m := ROW.fullmatch(line))}


def _tested() -> set[int]:
    names = re.compile(r"^def test_((?:p\d+_)+)", re.MULTILINE)
    found = (m[1] for file in HERE.glob("test_*.py") for m in names.finditer(file.read_text()))
    return {int(n) for name in found for n in re.findall(r"p(\d+)_", name)}


def test_every_row_has_a_place() -> None:
    assert sorted(ROWS) == list(range(1, 71))


@pytest.mark.parametrize("number", sorted(ROWS))
def test_state_is_what_the_tests_say(number: int) -> None:
    _, state = ROWS[number]
    assert (state == "built") == (number in _tested()), state
    if by := re.fullmatch(r"by (\d+)", state):
        assert ROWS[int(by[1])][1] == "built"


def test_what_must_be_there_is_there() -> None:
    missing = [n for n, (rank, state) in ROWS.items() if rank == "M" and state == "not built"]
    assert missing == []
