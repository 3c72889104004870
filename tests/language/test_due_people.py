"""Due dates are read as people of many trades and countries write them."""

import pytest

from language.due import read_due
from language.zones import usual_locale
from tests.language.due_rows import Row, rows

FILES = (
    "due_people.txt",
    "due_later.txt",
    "due_third.txt",
    "due_bodies.txt",
    "due_fifth.txt",
    "due_sixth.txt",
    "due_seventh.txt",
    "due_eighth.txt",
)
ROWS = [row for name in FILES for row in rows(name)]


def agrees(row: Row) -> bool:
    return row.agrees(read_due(row.text, row.written_at, row.zone, usual_locale(row.zone)))


@pytest.mark.parametrize("row", [pytest.param(row, id=row.text[:60]) for row in ROWS if not row.misread])
def test_a_mail_means_what_its_writer_meant(row: Row) -> None:
    assert agrees(row), read_due(row.text, row.written_at, row.zone, usual_locale(row.zone))


def test_what_is_marked_as_misread_is_still_misread() -> None:
    """A row that is read well now loses its mark."""
    assert [row.text for row in ROWS if row.misread and agrees(row)] == []
