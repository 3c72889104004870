"""What the files say: no host in a lock, no path of one machine, the words of the house."""

import ast
import io
import re
import tokenize
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.house.code import ROOT, relative, tracked

LOCK_LINE = re.compile(
    r"[a-z0-9-]+==[0-9][0-9a-z.]*( ; [a-zA-Z0-9_ '!=<>.()]+)? \\"
    r"|    --hash=sha256:[0-9a-f]{64}( \\)?"
)
LOCKS = (
    "requirements.lock",
    "requirements-dev.lock",
    "requirements-holidays.lock",
    "requirements-fuzz.lock",
)
PROSE = {".md", ".yaml", ".yml", ".toml", ".txt", ".j2", ".html", ".css"}

# Folders of one machine, and the hosts that packages come from: either makes a
# checkout depend on where it was written.
PLACES = re.compile(
    r"/(?:work|root|Users)/|/home/(?!handoff\b)\w+/|\b(?:pypi|test\.pypi)\.org\b|\bpython"
    r"hosted\.org\b|/opt/(?:wheels|pypi)"
)

# Words that mean something else here, or nothing: a connection, a question, a rule.
STRANGE = re.compile(r"\b(?:[Ss]es" r"sions?|[Pp]rom" r"pt(?:s|ed)?|A" r"I|L" r"LM)\b")


@pytest.mark.parametrize("name", LOCKS)
def test_a_lock_names_no_host_index_or_path(name: str) -> None:
    lines = (ROOT / name).read_text(encoding="ascii").splitlines()
    assert [line for line in lines if not LOCK_LINE.fullmatch(line)] == []
    assert "://" not in "\n".join(lines)


@pytest.mark.parametrize("name", LOCKS)
def test_every_package_of_a_lock_has_a_hash(name: str) -> None:
    blocks = re.split(r"\n(?=[a-z])", (ROOT / name).read_text(encoding="ascii"))
    assert [block.split()[0] for block in blocks if "--hash=sha256:" not in block] == []


def test_the_two_locks_agree() -> None:
    """The second only adds to the first, so that tests run what people run."""
    pinned = [set(re.findall(r"^\S+==\S+", (ROOT / name).read_text(), re.MULTILINE)) for name in LOCKS[:2]]
    assert pinned[0] - pinned[1] == set()


def test_there_is_no_lock_that_names_hosts() -> None:
    assert not any(file.name in {"uv.lock", "poetry.lock", "Pipfile.lock"} for file in tracked())


def texts() -> Iterator[tuple[str, str]]:
    """All tracked files that are text, but this one, which holds the patterns."""
    for file in tracked():
        if file != Path(__file__):
            yield str(relative(file)), file.read_bytes().decode("utf-8", errors="ignore")


def test_no_file_names_a_place_of_one_machine() -> None:
    found = [f"{name}: {match[0]}" for name, text in texts() for match in PLACES.finditer(text)]
    assert found == []


def prose(name: str, text: str) -> str:
    """What a file says to people: all of a page, of code its comments and docstrings."""
    if Path(name).suffix in PROSE:
        return text
    if not name.endswith(".py") and name != "run":
        return ""
    tokens = tokenize.generate_tokens(io.StringIO(text).readline)
    comments = [token.string for token in tokens if token.type == tokenize.COMMENT]
    kinds = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)
    speakers = (node for node in ast.walk(ast.parse(text)) if isinstance(node, kinds))
    return "\n".join([*comments, *(ast.get_docstring(node) or "" for node in speakers)])


def test_people_are_told_things_in_the_words_of_the_house() -> None:
    found = [f"{name}: {match[0]}" for name, text in texts() for match in STRANGE.finditer(prose(name, text))]
    assert found == []


def test_every_test_that_a_page_names_is_there() -> None:
    pages = [(name, text) for name, text in texts() if name.endswith(".md")]
    named = {(page, path) for page, text in pages for path in re.findall(r"\btests/[\w/]+\.py\b", text)}
    assert len(named) > 20
    assert [(page, path) for page, path in named if not (ROOT / path).is_file()] == []
