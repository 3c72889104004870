"""Every row of the table of targets: its first inputs, what a run ever found, and some
hundreds of mixtures. The long runs are `python -m tests.fuzz.run` (docs/howto/fuzz.md)."""

from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.fuzz.seeds import PIECES, found, made
from tests.fuzz.table import TARGETS
from tests.fuzz.target import Target

HEAVY = {"imap": 4, "config": 4, "codec": 3, "copy": 3, "due": 2, "keys": 3}  # a part of the examples
EXAMPLES = 60


def cases() -> Iterator[object]:
    for target in TARGETS:
        for name, data in found(target).items():
            yield pytest.param(target, data, id=f"{target}-{name}")


@pytest.mark.parametrize("target", TARGETS)
def test_first_inputs(target: str) -> None:
    row = TARGETS[target]
    for data in made(row.seeds)[:40]:
        row.entry(data)


@pytest.mark.parametrize(("target", "data"), list(cases()))
def test_what_was_found_once(target: str, data: bytes) -> None:
    TARGETS[target].entry(data)


def mixtures(row: Target) -> st.SearchStrategy[bytes]:
    """One of the first inputs, cut somewhere, with pieces that hurt put in."""
    pieces = st.lists(st.sampled_from(PIECES) | st.binary(max_size=6), max_size=4).map(b"".join)

    def mixed(seed: bytes, at: float, gone: int, piece: bytes) -> bytes:
        place = int(at * len(seed))
        return (seed[:place] + piece + seed[place + gone :])[: row.longest]

    return st.builds(mixed, st.sampled_from(made(row.seeds)), st.floats(0, 1), st.integers(0, 80), pieces)


@pytest.mark.parametrize("target", TARGETS)
def test_mixtures(target: str) -> None:
    row = TARGETS[target]

    @settings(
        max_examples=EXAMPLES // HEAVY.get(target, 1),
        deadline=None,
        derandomize=True,
        database=None,
        suppress_health_check=list(HealthCheck),
    )
    @given(mixtures(row))
    def holds(data: bytes) -> None:
        row.entry(data)

    holds()
