"""Which of several questions an answer names: tests/language/cases/answers_named.txt."""

from pathlib import Path

import pytest

from language.answers_named import named_answers

ROWS = (Path(__file__).parent / "cases" / "answers_named.txt").read_text(encoding="utf-8").splitlines()
QUESTIONS = {
    "a": "May I use the old list?",
    "b": "And may I call on Sundays?",
    "c": "Should it be the long script or the short one?",
}


@pytest.mark.parametrize("row", [row for row in ROWS if row and not row.startswith("#")])
def test_named_answers(row: str) -> None:
    said, _, wanted = row.rpartition(" => ")
    asked, _, answer = said.partition(" | ")
    numbers = frozenset(int(n) for n in wanted.split(", ") if n != "-")
    assert named_answers(answer, [QUESTIONS[key] for key in asked.split(" / ")]) == numbers
