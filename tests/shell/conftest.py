"""One office for a test, closed behind it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.shell.office import Office


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    yield from _opened(Office(tmp_path))


@pytest.fixture
def quick(tmp_path: Path) -> Iterator[Office]:
    """An office that parses in its own process: for tables of many conversations."""
    yield from _opened(Office(tmp_path, one_process=True))


def _opened(office: Office) -> Iterator[Office]:
    yield office
    assert list(office.shop.store.verify()) == []  # law L11, after every conversation
    office.close()
