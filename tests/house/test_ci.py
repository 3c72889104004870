"""Where CI is set, a test that did not run is a test that failed."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.house.code import ROOT

pytestmark = pytest.mark.timeout(300)
CASES = {
    "good": "def test_it() -> None:\n    pass\n",
    "needs": '@pytest.mark.needs("no-such-server")\ndef test_it() -> None:\n    pass\n',
    "skip": 'def test_it() -> None:\n    pytest.skip("the server is tired")\n',
    "fixture": "@pytest.fixture\ndef it():\n    pytest.skip()\n\ndef test_it(it) -> None:\n    pass\n",
    "file": 'pytest.skip("not today", allow_module_level=True)\n',
}


ALONE, SIDE_BY_SIDE = (), ("-n", "2", "--dist", "worksteal")
WAYS = pytest.mark.parametrize("way", [ALONE, SIDE_BY_SIDE], ids=["alone", "side by side"])


def outcome(folder: Path, ci: bool, way: tuple[str, ...]) -> str:
    """What pytest says of all the cases, one file each."""
    (folder / "conftest.py").write_bytes((ROOT / "tests" / "conftest.py").read_bytes())
    for case, test in CASES.items():
        (folder / f"test_{case}.py").write_text(f"import pytest\n\n{test}")
    environ = {name: value for name, value in os.environ.items() if name != "CI"}
    environ |= {"PYTHONPATH": str(ROOT), **({"CI": "true"} if ci else {})}
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-rA"]
    command += ["--continue-on-collection-errors", *way, str(folder)]
    done = subprocess.run(
        command, cwd=folder, env=environ, capture_output=True, text=True, timeout=240, check=False
    )
    return done.stdout


@WAYS
def test_in_ci_each_skip_is_a_failure(tmp_path: Path, way: tuple[str, ...]) -> None:
    said = outcome(tmp_path, True, way)
    assert said.count("in CI counts as failed") >= len(CASES) - 1, said
    assert "1 failed, 1 passed, 3 errors" in said


@WAYS
def test_elsewhere_a_skip_is_a_skip_and_names_the_package(tmp_path: Path, way: tuple[str, ...]) -> None:
    said = outcome(tmp_path, False, way)
    assert "1 passed, 4 skipped" in said
    assert "apt-get install no-such-server" in said
