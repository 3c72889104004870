"""docs/accuracy.md says what bench.accuracy finds."""

from pathlib import Path

import pytest

from bench.accuracy import main

PAGE = (Path(__file__).parents[2] / "docs" / "accuracy.md").read_text(encoding="utf-8")


def test_the_page_says_what_is_measured(capsys: pytest.CaptureFixture[str]) -> None:
    assert main() == 0
    for line in capsys.readouterr().out.splitlines()[1:]:
        now = line.split()[-2].replace("/", " of ")
        assert line.startswith("short answers") or now in PAGE, f"the page does not say {now}: {line}"
