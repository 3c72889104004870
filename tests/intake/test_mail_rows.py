"""Whole mails in many languages and shapes, each read as it should be."""

import pytest

from tests.intake.mail_rows import Row, found, rows, wanted


@pytest.mark.parametrize(
    "row",
    [
        pytest.param(row, id=row.name)
        for name in ("replies", "forwards", "machines", "later")
        for row in rows(name)
    ],
)
def test_read(row: Row) -> None:
    assert found(row) == wanted(row)
