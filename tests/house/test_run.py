"""`./run` makes its own environment, once, and says what it lacks."""

import ast
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.house.code import ROOT

DAEMON = "import os, sys\nprint(sys.prefix, os.getcwd(), *sys.argv[1:])\nsys.exit(75)\n"
OLD = "import sys\nsys.version_info = (3, 9, 2, 'final', 0)\n"
WAYS = [""] + ([str(Path(uv).parent)] if (uv := shutil.which("uv")) else [])


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A checkout whose lock names no package, so that no network is needed."""
    return bare(tmp_path / "checkout")


def bare(home: Path) -> Path:
    home.mkdir()
    shutil.copy2(ROOT / "run", home / "run")
    (home / "daemon.py").write_text(DAEMON)
    (home / "requirements.lock").write_text("# nothing\n")
    return home


def run(checkout: Path, *words: str, path: str = "", site: str = "") -> "subprocess.CompletedProcess[str]":
    """Run it elsewhere than in its folder; `site` is code to run before it."""
    extra = checkout.parent / "site"
    extra.mkdir(exist_ok=True)
    (extra / "sitecustomize.py").write_text(site)
    environ = {**os.environ, "PATH": path, "PYTHONPATH": str(extra)}
    return subprocess.run(
        [sys.executable, str(checkout / "run"), *words],
        cwd=checkout.parent,
        env=environ,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=100,
        check=False,
    )


@pytest.mark.parametrize("path", WAYS, ids=["pip", "uv"][: len(WAYS)])
def test_the_first_start_installs_and_the_second_does_not(checkout: Path, path: str) -> None:
    first = run(checkout, "list", "--json", path=path)
    assert first.stdout.split() == [str(checkout / ".venv"), str(checkout.parent), "list", "--json"]
    assert first.stderr.startswith("Installing requirements.lock into .venv")
    assert len(first.stderr.splitlines()) == 1
    assert first.returncode == 75

    second = run(checkout, path=path)
    assert second.stdout.split()[2:] == ["--help"]
    assert second.stderr == ""


def test_a_changed_lock_is_installed_anew_and_what_was_added_comes_again(checkout: Path) -> None:
    (checkout / "requirements-holidays.lock").write_text("# nothing\n")
    added = run(checkout, "add", "holidays", path=WAYS[-1])
    assert added.returncode == 0
    assert added.stderr.endswith("Added: holidays.\n")
    assert run(checkout, path=WAYS[-1]).stderr == ""
    (checkout / ".venv" / "old").touch()
    (checkout / "requirements.lock").write_text("# another\n")
    again = run(checkout, path=WAYS[-1]).stderr
    assert again.startswith("Installing requirements.lock")
    assert not (checkout / ".venv" / "old").exists()
    assert "Installing requirements-holidays.lock" in again


def test_what_cannot_be_added_is_told(checkout: Path) -> None:
    odd = run(checkout, "add", "everything", path=WAYS[-1])
    assert (odd.returncode, odd.stderr) == (64, "usage: ./run add holidays\n")


def test_a_half_made_environment_is_made_anew_and_an_install_that_goes_wrong_tried_again(
    checkout: Path,
) -> None:
    (checkout / ".venv" / "bin").mkdir(parents=True)
    (checkout / ".venv" / "bin" / "python").symlink_to(sys.executable)
    (checkout / ".venv" / "half").touch()
    lock = checkout / "requirements.lock"
    lock.write_text("this is no package\n")
    failed = run(checkout, path=WAYS[-1])
    assert failed.returncode == 69
    assert "this is no package" in failed.stderr
    assert not (checkout / ".venv" / "half").exists()
    assert failed.stderr.rstrip().endswith("its words stand above. Nothing else was touched; try again.")
    lock.write_text("# nothing\n")
    assert run(checkout, path=WAYS[-1]).returncode == 75


def test_without_venv_the_debian_package_is_named(checkout: Path) -> None:
    lacking = run(checkout, site="import sys\nsys.modules['ensurepip'] = None\n")
    assert lacking.returncode == 69
    assert "sudo apt-get install python3-venv" in lacking.stderr
    assert f"python3.{sys.version_info.minor}-venv" in lacking.stderr


@pytest.fixture(scope="module")
def tools(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """In place of pytest what prints its words and finds something; the other checks
    find nothing. One for all tests: to make an environment takes seconds."""
    checkout = bare(tmp_path_factory.mktemp("tools") / "checkout")
    for part in ("dev", "holidays"):
        (checkout / f"requirements-{part}.lock").write_text("# nothing\n")
    (checkout / "importlinter").mkdir()
    for tool in ("ruff.py", "mypy.py", "importlinter/__init__.py"):
        (checkout / tool).touch()
    (checkout / "importlinter" / "cli.py").write_text("def lint_imports_command() -> None: ...\n")
    (checkout / "pytest.py").write_text(
        "import os\nimport sys\nprint(*sys.argv[1:], os.environ.get('HANDOFF_SWEEP'))\nsys.exit(3)\n"
    )
    return checkout


@pytest.mark.parametrize(("cores", "workers"), [(1, ""), (2, "-n 2"), (64, "-n 4")])
def test_the_tests_share_the_cores(tools: Path, cores: int, workers: str) -> None:
    tested = run(tools, "test", "-x", path=WAYS[-1], site=f"import os\nos.cpu_count = lambda: {cores}\n")
    assert tested.returncode == 3
    assert tested.stdout == (f"{workers} --dist worksteal -x None\n" if workers else "-x None\n")
    said = [line for line in tested.stderr.splitlines() if line.startswith("== ")]
    assert said[:5] == ["== ruff check", "== ruff format", "== mypy --strict", "== lint-imports", "== pytest"]


def test_the_sweep_runs_alone(tools: Path) -> None:
    swept = run(tools, "test", "--sweep", "-x", path=WAYS[-1])
    assert (swept.returncode, swept.stdout) == (3, "-m sweep -x None\n")
    assert "ruff" not in swept.stderr
    assert run(tools, "test", "--sweep", "--all", path=WAYS[-1]).stdout == "-m sweep all\n"


def test_an_old_python_is_told_the_version(checkout: Path) -> None:
    old = run(checkout, site=OLD)
    assert old.returncode == 69
    assert "needs Python 3.11 or later; this is 3.9" in old.stderr


def test_an_old_python_goes_on_under_a_newer_one(checkout: Path, tmp_path: Path) -> None:
    folder = tmp_path / "bin"
    folder.mkdir()
    (folder / "python3.12").write_text('#!/bin/sh\necho "newer: $2 $3"\n')
    (folder / "python3.12").chmod(0o755)
    old = run(checkout, "list", path=str(folder), site=OLD)
    assert old.stdout == "newer: list \n"


def test_the_script_can_be_read_by_an_old_python() -> None:
    """So that it comes as far as its own sentence."""
    ast.parse((ROOT / "run").read_text(), feature_version=(3, 6))
