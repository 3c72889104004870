"""The words that decide how a mail is read: they stay in a copy made to be shared.

They are gathered from the tables of the readers themselves, so a word that is
added there stays here without anybody thinking of it. All others may be
somebody's secret.
"""

import importlib
import itertools
import pkgutil
import re
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from functools import cache
from types import ModuleType

import language
from language.folding import fold
from language.zones import CITIES

_READERS = ("kind_rows", "kind_away", "kind_reaction", "kind", "bounce", "bounce_reasons", "body_old", "html")
_NAMES = {"joy", "bob", "dana", "ann", "liam"}  # people in the readers' own fillers and examples
_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]{1,2}\b)?")
_ESCAPE = re.compile(r"\\[a-zA-Z]|\{\d+(?:,\d*)?\}|\(\?[a-z]+\)|\(\?P<\w+>|\(\?<?[=!:]")
# A word in a pattern: letters, each maybe optional, one of a set, or one of some endings.
_SPELLED = re.compile(r"(?:[^\W\d_]\??|\[[^\W\d_]{1,6}\]\??|\((?:\?:)?[^\W\d_|]{1,40}\)\??)+")
_PIECE = re.compile(r"\[([^\W\d_]+)\](\??)|\((?:\?:)?([^\W\d_|]+)\)(\??)|([^\W\d_])(\??)")
_DEEPEST, _SPELLINGS = 6, 64


@cache
def kept_words() -> frozenset[str]:
    """Every word of the readers' tables, folded; without names of people and cities."""
    texts = {said for module in _modules() for value in vars(module).values() for said in _texts(value, 0)}
    found = {word for text, pattern in texts for word in _words(text, pattern=pattern)}
    cities = {part for city in CITIES for part in city.split()}
    return frozenset(found - _NAMES - cities)


def _modules() -> Iterator[ModuleType]:
    for each in pkgutil.iter_modules(language.__path__):
        yield importlib.import_module(f"language.{each.name}")
    for name in _READERS:
        yield importlib.import_module(f"intake.{name}")


def _texts(value: object, depth: int) -> Iterator[tuple[str, bool]]:
    """The texts inside a table, each with whether it is a pattern."""
    if isinstance(value, str):
        yield value, "|" in value or "?" in value
    elif isinstance(value, re.Pattern):
        yield str(value.pattern), True
    elif depth < _DEEPEST:
        for inner in _inside(value):
            yield from _texts(inner, depth + 1)


def _inside(value: object) -> Iterator[object]:
    if isinstance(value, Mapping):
        yield from itertools.chain(value.keys(), value.values())
    elif isinstance(value, list | tuple | set | frozenset):
        yield from value
    elif is_dataclass(value) and not isinstance(value, type):
        yield from (getattr(value, field.name) for field in fields(value))


def _words(text: str, *, pattern: bool) -> Iterator[str]:
    yield from (word for word in _WORD.findall(fold(text)))
    if pattern:
        plain = _ESCAPE.sub(lambda hit: "(" if hit[0] == "(?:" else " ", fold(text))
        for spelled in _SPELLED.finditer(plain):
            yield from _spellings(spelled[0])


def _spellings(spelled: str) -> list[str]:
    """The words that a piece of a pattern stands for: "cancell?ed", "organi[sz]e", "paint(ed)?"."""
    choices: list[tuple[str, ...]] = []
    for piece in _PIECE.finditer(spelled):
        letters = tuple(piece[1]) if piece[1] else (piece[3] or piece[5],)
        optional = piece[2] or piece[4] or piece[6]
        choices.append((*letters, "") if optional else letters)
    return ["".join(parts) for parts in itertools.islice(itertools.product(*choices), _SPELLINGS)]
