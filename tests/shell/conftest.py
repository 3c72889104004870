"""One office for a test, closed behind it.

The process that reads mails is one for them all, as it is one for all mails of
a daemon: to start it takes longer than most of these tests.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest

from intake.worker import Worker
from tests.shell.office import Office


@pytest.fixture(scope="session")
def reader() -> Iterator[Worker]:
    with Worker() as running:
        yield running


@pytest.fixture
def office(tmp_path: Path, reader: Worker) -> Iterator[Office]:
    yield from _opened(Office(tmp_path, reader=reader))


@pytest.fixture
def quick(tmp_path: Path) -> Iterator[Office]:
    """An office that parses in its own process: for tables of many conversations."""
    yield from _opened(Office(tmp_path, one_process=True))


def _opened(office: Office) -> Iterator[Office]:
    yield office
    assert list(office.shop.store.verify()) == []  # law L11, after every conversation
    office.close()
