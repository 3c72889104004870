"""A config file as plain words with their lines.

YAML 1.1 reads 17:00 as 1020 and `no` as false. Here nothing is read but where
the words stand: every scalar stays the text that was written, and whoever
wants a number, a time or a yes says so (settings/readers.py).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from settings.faults import ConfigError, Fault

LARGEST = 1_000_000  # characters; ours has some 5 000, so more is a mistaken file
NOTHING = frozenset({"", "~", "null", "Null", "NULL"})

# What YAML's reader says, what we say, and what to do about it.
YAML_WORDS = (
    ("expected ',' or", "a bracket that was opened is not closed", "Close it with ] or }."),
    ("'\\t'", "a tab stands here, and YAML takes only spaces", "Put spaces in place of the tab."),
    ("mapping values are not allowed", "the colon here is one too many", 'Put the value in quotes: "a: b".'),
    ("found another document", "a second document begins here", "Leave out the line ---."),
    ("could not find expected ':'", "a colon is missing here", "A line is written  key: value."),
    (
        "did not find expected",
        "the indentation or the brackets do not fit",
        "Compare with config.example.yaml.",
    ),
    ("expected <block end>", "the indentation does not fit", "Keys of one section begin in one column."),
)


@dataclass(frozen=True, slots=True)
class Scalar:
    """One written value. `quoted` tells whether it stood in quotes."""

    text: str
    line: int
    file: Path
    quoted: bool = False

    @property
    def is_nothing(self) -> bool:
        """True for an empty value and YAML's null, unless it stood in quotes."""
        return not self.quoted and self.text in NOTHING


@dataclass(frozen=True, slots=True)
class Items:
    """A list."""

    items: tuple["Node", ...]
    line: int
    file: Path


@dataclass(frozen=True, slots=True)
class Block:
    """A section: its keys as written (the key carries its own line), unique."""

    entries: tuple[tuple[Scalar, "Node"], ...]
    line: int
    file: Path

    def get(self, name: str) -> "Node | None":
        """The value of a key, or None where it does not stand."""
        return next((node for key, node in self.entries if key.text == name), None)


Node = Scalar | Items | Block


class _Refused(yaml.MarkedYAMLError):
    """YAML that we do not take: `problem` is our sentence, `note` the fix."""


class _PlainLoader(yaml.SafeLoader):
    """YAML without anchors, aliases (a few lines of them unfold to gigabytes) and tags."""

    def compose_node(self, parent: yaml.Node | None, index: Any) -> yaml.Node | None:
        event: Any = self.peek_event()  # type: ignore[no-untyped-call]
        if isinstance(event, yaml.AliasEvent) or event.anchor is not None:
            raise _Refused(
                problem="an & or * here is YAML's way to repeat a part, which is not taken",
                problem_mark=event.start_mark,
                note="Write the value out, or put it in quotes if it begins with that sign.",
            )
        if getattr(event, "tag", None) is not None:
            raise _Refused(
                problem=f"the tag {event.tag} is not taken",
                problem_mark=event.start_mark,
                note="Put the value in quotes if it begins with an exclamation mark.",
            )
        return super().compose_node(parent, index)


def parse(text: str, file: Path) -> Node:
    """Return the tree of a config. Raises ConfigError where it is no YAML that
    we take; keys that stand twice are all named."""
    if len(text) > LARGEST:
        raise ConfigError([Fault(file, 0, "is larger than a megabyte, and so no config of ours.")])
    try:
        root = yaml.compose(text, _PlainLoader)
        twins = list(_twins(root, file)) if root else []
        tree = _node(root, file) if root else Block((), 0, file)
    except yaml.YAMLError as error:
        raise ConfigError([_fault(error, file)]) from None
    except RecursionError:
        raise ConfigError([Fault(file, 0, "has brackets or sections too deep in one another.")]) from None
    if twins:
        raise ConfigError(twins)
    return tree


def _node(node: yaml.Node, file: Path) -> Node:
    line = node.start_mark.line + 1
    if isinstance(node, yaml.MappingNode):
        return Block(tuple((_key(key, file), _node(value, file)) for key, value in node.value), line, file)
    if isinstance(node, yaml.SequenceNode):
        return Items(tuple(_node(item, file) for item in node.value), line, file)
    return Scalar(str(node.value), line, file, quoted=getattr(node, "style", None) is not None)


def _key(node: yaml.Node, file: Path) -> Scalar:
    return Scalar(str(node.value), node.start_mark.line + 1, file)


def _twins(node: yaml.Node, file: Path) -> Iterator[Fault]:
    """Keys that stand twice in one section: YAML would silently keep the last."""
    if isinstance(node, yaml.SequenceNode):
        for item in node.value:
            yield from _twins(item, file)
    if not isinstance(node, yaml.MappingNode):
        return
    first: dict[str, int] = {}
    for key, value in node.value:
        name, line = str(key.value), key.start_mark.line + 1
        if name in first:
            sentence = f"{name} stands here for the second time; line {first[name]} has it already."
            yield Fault(file, line, sentence, "Keep one of the two.")
        first.setdefault(name, line)
        yield from _twins(value, file)


def _fault(error: yaml.YAMLError, file: Path) -> Fault:
    mark = getattr(error, "problem_mark", None)
    line = mark.line + 1 if mark else 0
    if isinstance(error, _Refused):
        return Fault(file, line, f"{error.problem}.", error.note or "")
    said = str(getattr(error, "problem", None) or getattr(error, "reason", None) or error)
    for needle, sentence, fix in YAML_WORDS:
        if needle in said:
            return Fault(file, line, f"{sentence}.", fix)
    return Fault(file, line, f"this is not YAML: {said}.", "Compare with config.example.yaml.")
