"""The undisturbed play of each road, made once for all tests of this room."""

import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

import pytest

from tests.crash.played import Played
from tests.crash.sweep import Lane, lane, may_trace
from tests.sweeping import MEMORY


@dataclass(frozen=True)
class Stand:
    """A lane, what was played on it, and a folder for more lanes."""

    lane: Lane
    played: Played
    folder: Path
    traced: bool


@pytest.fixture(scope="session")
def stands() -> Iterator[Callable[[str], Stand]]:
    """The stand of a road ("IMAP", "Maildir", "pipe"), played when it is first
    asked for. In memory where that is possible: a killed process loses no page
    of a file, so the disk's own slowness proves nothing here."""
    folder = Path(mkdtemp(prefix="handoff-crash-", dir=MEMORY if os.access(MEMORY, os.W_OK) else None))
    traced = may_trace()
    try:
        with lane(folder / "first") as first:

            @cache
            def stand_of(road: str) -> Stand:
                own = first if road == "IMAP" else first.beside(road)
                return Stand(own, own.play(folder / f"begun-{road}", traced=traced), folder, traced)

            yield stand_of
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="session")
def stand(stands: Callable[[str], Stand]) -> Stand:
    """The one of IMAP."""
    return stands("IMAP")
