"""Every letter as it goes out, compared with its golden file byte by byte."""

import os
from pathlib import Path

import pytest

from outbound.compose import compose
from tests.letters.cast import DESK, NOW
from tests.letters.samples import SAMPLES

FOLDER = Path(__file__).resolve().parent.parent / "letters"
WRITE = bool(os.environ.get("HANDOFF_WRITE_LETTERS"))


@pytest.mark.parametrize("name", SAMPLES)
def test_the_letter_is_its_golden_file(name: str) -> None:
    golden = FOLDER / f"{name}.eml"
    raw = compose(SAMPLES[name], DESK, NOW)
    if WRITE:
        golden.write_bytes(raw)
    assert raw == golden.read_bytes(), "look at it; if it is meant, see tests/letters/README.md"


def test_no_golden_file_is_left_over() -> None:
    assert {p.stem for p in FOLDER.glob("*.eml")} == set(SAMPLES)
