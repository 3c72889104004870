"""Where simulated stores lie, and that the log stays quiet."""

import logging
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

MEMORY = Path("/dev/shm")  # a disk in memory, where there is one: years of commits are not about fsync


@pytest.fixture
def lively() -> Iterator[Path]:
    """A folder for one store."""
    where = MEMORY if MEMORY.is_dir() else None
    logging.disable(logging.CRITICAL)
    with TemporaryDirectory(prefix="handoff-", dir=where) as folder:
        yield Path(folder)
    logging.disable(logging.NOTSET)
