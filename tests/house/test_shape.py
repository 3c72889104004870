"""The walls stand, files and functions are short, one clock, one template loader."""

import ast
from importlib.metadata import packages_distributions
from pathlib import Path
from sys import stdlib_module_names

import pytest

from tests.house.code import ROOT, functions, python, relative, rooms, sources, tree

PURE = {"language", "wire", "tasks"}
LONGEST_FILE = 299
LONGEST_FUNCTION = 40
SHORT_FUNCTION = 20
SHORT_SHARE = 0.9

# The calls that read a clock of the wall. A monotonic clock only measures
# time limits, so rooms that do I/O may read it.
CLOCKS = {
    ("datetime", "now"),
    ("datetime", "utcnow"),
    ("datetime", "today"),
    ("date", "today"),
    ("time", "time"),
    ("time", "time_ns"),
    ("time", "localtime"),
    ("time", "gmtime"),
}


def test_imports_run_one_way() -> None:
    done = python("-c", "from importlinter.cli import lint_imports_command as c; c()", "--no-cache")
    assert done.returncode == 0, done.stdout + done.stderr


def imported(file: Path) -> set[str]:
    """The top-level names that a file imports."""
    found: set[str] = set()
    for node in ast.walk(tree(file)):
        if isinstance(node, ast.Import):
            found |= {each.name.partition(".")[0] for each in node.names}
        if isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module.partition(".")[0])
    return found


def test_the_config_knows_only_its_own_room() -> None:
    assert imported(ROOT / "config.py") & rooms() == {"settings"}


def test_the_pure_rooms_know_only_the_standard_library() -> None:
    pure = [file for file in sources() if relative(file).parts[0] in PURE]
    found = {str(relative(file)): imported(file) - set(stdlib_module_names) - PURE for file in pure}
    assert {name: strange for name, strange in found.items() if strange} == {}


def test_every_file_is_short() -> None:
    counts = {str(relative(file)): len(file.read_text().splitlines()) for file in sources()}
    assert {name: count for name, count in counts.items() if count > LONGEST_FILE} == {}


def length(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Lines from `def` to the end, without decorators."""
    return (node.end_lineno or node.lineno) - node.lineno + 1


def test_no_function_is_long() -> None:
    assert [name for name, node in functions() if length(node) > LONGEST_FUNCTION] == []


def test_nine_functions_in_ten_fit_one_look() -> None:
    lengths = [length(node) for _, node in functions()]
    short = sum(1 for lines in lengths if lines <= SHORT_FUNCTION)
    assert short >= SHORT_SHARE * len(lengths), f"{short} of {len(lengths)}"


def test_every_module_says_why_it_exists() -> None:
    silent = [file for file in sources() if tree(file).body and not ast.get_docstring(tree(file))]
    assert [str(relative(file)) for file in silent] == []


def test_no_room_is_named_like_a_library() -> None:
    """A room found before a library of its name would be imported in its place."""
    assert rooms() & set(stdlib_module_names) == set()
    assert rooms() & set(packages_distributions()) == set()


def test_only_the_daemon_reads_the_clock() -> None:
    found = [f"{relative(file)}:{line}" for file in sources() for line in clock_lines(tree(file))]
    assert [where for where in found if not where.startswith("daemon.py:")] == []


def clock_lines(module: ast.Module) -> list[int]:
    """The lines that take hold of the clock on the wall, called or not."""
    found = []
    for node in ast.walk(module):
        if isinstance(node, ast.Attribute) and (name_of(node.value), node.attr) in CLOCKS:
            found.append(node.lineno)
        if isinstance(node, ast.ImportFrom) and any(
            (node.module, each.name) in CLOCKS for each in node.names
        ):
            found.append(node.lineno)
    return found


def name_of(node: ast.expr) -> str:
    """The last name before the dot: `datetime.datetime.now` is of datetime."""
    return node.attr if isinstance(node, ast.Attribute) else node.id if isinstance(node, ast.Name) else ""


@pytest.mark.parametrize(
    ("code", "reads"),
    [
        ("datetime.now(UTC)", True),
        ("datetime.datetime.now()", True),
        ("time.time()", True),
        ("from time import time", True),
        ("field(default_factory=datetime.utcnow)", True),
        ("time.monotonic()", False),
        ("clock.now()", False),
        ("from datetime import time", False),
    ],
)
def test_the_clock_rule_sees_what_it_should(code: str, reads: bool) -> None:
    assert bool(clock_lines(ast.parse(code))) is reads


def test_templates_come_from_the_loader_alone() -> None:
    """Text of a mail must never become a template, so nobody makes one from a string."""
    found = [
        f"{relative(file)}:{node.lineno}"
        for file in sources()
        for node in ast.walk(tree(file))
        if isinstance(node, ast.ImportFrom | ast.Attribute) and makes_a_template(node)
    ]
    assert found == []


def makes_a_template(node: ast.AST) -> bool:
    """Jinja2's ways to a template without a loader, and to an expression."""
    if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("jinja2"):
        return any(each.name == "Template" for each in node.names)
    return isinstance(node, ast.Attribute) and node.attr in ("from_string", "compile_expression")


@pytest.mark.parametrize(
    "code", ["env.from_string(x)", "from jinja2 import Template", "e.compile_expression(x)"]
)
def test_the_template_rule_sees_what_it_should(code: str) -> None:
    assert any(makes_a_template(node) for node in ast.walk(ast.parse(code)))
