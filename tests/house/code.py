"""The project's own code, as the house rules look at it."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[2]
NOT_ROOMS = {"tests", "docs"}


@cache
def tracked() -> tuple[Path, ...]:
    """All files of the checkout that git keeps, or would; generated ones are not."""
    listing = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        timeout=60,
        check=True,
    ).stdout.decode()
    return tuple(file for name in listing.split("\0") if name and (file := ROOT / name).is_file())


@cache
def sources() -> tuple[Path, ...]:
    """The Python files of all rooms, without tests."""
    python = (file for file in tracked() if file.suffix == ".py" or file == ROOT / "run")
    return tuple(file for file in python if relative(file).parts[0] not in NOT_ROOMS)


def relative(file: Path) -> Path:
    return file.relative_to(ROOT)


@cache
def tree(file: Path) -> ast.Module:
    return ast.parse(file.read_text(encoding="utf-8"), filename=str(file))


Function = ast.FunctionDef | ast.AsyncFunctionDef


def functions() -> Iterator[tuple[str, Function]]:
    """Every function and method, named by file and line."""
    for file in sources():
        for node in ast.walk(tree(file)):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                yield f"{relative(file)}:{node.lineno} {node.name}", node


def rooms() -> set[str]:
    """The top-level names that our imports use."""
    tops = {relative(file).parts[0] for file in tracked() if file.suffix == ".py"}
    return {name.removesuffix(".py") for name in tops}


def python(*words: str) -> "subprocess.CompletedProcess[str]":
    """Run this very Python in the checkout."""
    command = [sys.executable, *words]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=300, check=False)
