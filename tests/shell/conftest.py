"""One office for a test, closed behind it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.shell.office import Office


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    opened = Office(tmp_path)
    yield opened
    assert list(opened.shop.store.verify()) == []  # law L11, after every conversation
    opened.close()
