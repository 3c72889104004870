"""Due dates are read as people of many trades and countries write them."""

import pytest

from language.due import read_due
from language.zones import usual_locale
from tests.language.due_rows import Row, rows

FILES = ("due_people.txt", "due_later.txt", "due_third.txt")


@pytest.mark.parametrize("row", [pytest.param(row, id=row.text[:60]) for name in FILES for row in rows(name)])
def test_a_mail_means_what_its_writer_meant(row: Row) -> None:
    reading = read_due(row.text, row.written_at, row.zone, usual_locale(row.zone))
    assert row.agrees(reading), reading
