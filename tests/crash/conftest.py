"""The undisturbed play, made once for all tests of this room, and the lines
that the sweep says at the end."""

import os
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import mkdtemp

import pytest

from tests.crash.sweep import Lane, Played, lane, may_trace
from tests.crash.telling import LINES

MEMORY = Path("/dev/shm")


@dataclass(frozen=True)
class Stand:
    """A lane, what was played on it, and a folder for more lanes."""

    lane: Lane
    played: Played
    folder: Path
    traced: bool


@pytest.fixture(scope="session")
def stand() -> Iterator[Stand]:
    """In memory where that is possible: a killed process loses no page of a
    file, so the disk's own slowness proves nothing here."""
    folder = Path(mkdtemp(prefix="handoff-crash-", dir=MEMORY if os.access(MEMORY, os.W_OK) else None))
    traced = may_trace()
    try:
        with lane(folder / "first") as first:
            yield Stand(first, first.play(folder / "begun", traced=traced), folder, traced)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    for line in LINES:
        terminalreporter.write_line(line)
