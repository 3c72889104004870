"""Replies as people write them, and the commands that may be read from each.

The rows stand in cases/words_*.txt, one a line; they were written before the
readers, from thinking of people.
"""

import re
from dataclasses import dataclass
from pathlib import Path

import pytest

from language.meaning import How
from language.vocabulary import WORDS, Cost
from language.words import read_words

CASES = Path(__file__).parent / "cases"
PEOPLE = ("joy", "Joy Santos", "bob", "Bob", "maria", "Maria Lopez")
COSTLY = frozenset(w.name for w in WORDS if w.cost is Cost.COSTLY) | {"approve", "due"}
ROLES = {"c": "contractor", "o": "owner"}


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a case file. `expected` maps a word to its argument (None:
    any); `phrases` are the words that are read and not written."""

    role: str
    text: str
    expected: dict[str, str | None]
    phrases: frozenset[str]
    optional: frozenset[str]


def rows(name: str) -> list[object]:
    """The rows of a case file as test parameters, each named by its text."""
    lines = (CASES / name).read_text(encoding="utf-8").splitlines()
    return [
        pytest.param(row, id=f"{row.role}: {row.text[:50]}".replace("\n", " / "))
        for row in (parse(line) for line in lines if line.strip() and not line.startswith("#"))
    ]


def parse(line: str) -> Row:
    """`c | text => word=argument, word~, word?`."""
    said, _, wanted = line.rpartition("=>")
    role, _, text = said.partition(" | ")
    expected: dict[str, str | None] = {}
    phrases, optional = set(), set()
    for part in re.split(r",\s+(?=[a-z][a-z ]{1,12}(?:[=~?,]|$))", wanted.strip()):
        name, _, arg = part.partition("=")
        bare = name.strip().rstrip("~?")
        if not bare:
            continue
        if part.rstrip("?").endswith("~"):
            phrases.add(bare)
        if part.endswith("?") and not arg:
            optional.add(bare)
        else:
            expected[bare] = arg if arg else None
    return Row(
        ROLES[role.strip()],
        text.strip().replace("\\n", "\n"),
        expected,
        frozenset(phrases),
        frozenset(optional),
    )


@pytest.mark.parametrize(
    "row",
    rows("words_explicit.txt")
    + rows("words_phrases.txt")
    + rows("words_negatives.txt")
    + rows("words_fourth.txt")
    + rows("words_fifth.txt")
    + rows("words_sixth.txt")
    + rows("words_seventh.txt")
    + rows("words_eighth.txt")
    + rows("words_quoted.txt")
    + rows("words_more.txt")
    + rows("words_third.txt"),
)
def test_reads_what_people_write(row: Row) -> None:
    found = {c.word: c for c in read_words(row.text, row.role, PEOPLE)}
    assert set(found) - row.optional == set(row.expected)
    for name, arg in row.expected.items():
        assert arg is None or found[name].arg.lower() == arg.rstrip("~").lower()
        assert (found[name].how is How.PHRASE) == (name in row.phrases)
