"""A section of the config is a dataclass; one field is one key.

To add a key, add one field: its type, its reader, its default, and a hint for
whoever wrote something else. Reading, defaults, unknown keys and the errors
follow from that one row.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import MISSING, Field, dataclass, field, fields
from difflib import get_close_matches
from typing import Any, TypeVar, cast

from settings.faults import Fault
from settings.nodes import Block, Node, Scalar
from wire.text import one_line

T = TypeVar("T")
S = TypeVar("S")


class Wrong(Exception):
    """What a reader raises: the faults that it found in its part of the file."""

    def __init__(self, *faults: Fault) -> None:
        self.faults = faults
        super().__init__("; ".join(str(fault) for fault in faults))


REQUIRED: Any = MISSING  # a key without a default must stand in the file


class Faults(list[Fault]):
    """The faults of one part of the file, gathered so that all are told."""

    @contextmanager
    def kept(self) -> Iterator[None]:
        """Keep what a reader finds wrong, and go on with the next."""
        try:
            yield
        except Wrong as found:
            self.extend(found.faults)

    def told(self) -> None:
        """Raise what was kept, if anything was."""
        if self:
            raise Wrong(*self)


Reader = Callable[[Node, str], T]  # the node, and its dotted name for the sentence


def wrong(node: Node, name: str, must: str, fix: str = "") -> Wrong:
    """`mailbox.port is "imaps", but must be a number.` and the way to mend it."""
    return Wrong(Fault(node.file, node.line, f"{name} is {shown(node)}, but must be {must}.", fix))


def shown(node: Node) -> str:
    """How a value is quoted back to its writer: one line, not too long."""
    if not isinstance(node, Scalar):
        return "a section" if isinstance(node, Block) else "a list"
    text = " ".join(node.text.split())
    return f'"{text[:60]}…"' if len(text) > 60 else f'"{text}"' if text else "empty"


@dataclass(frozen=True, slots=True)
class Row:
    """What a field knows of its key: its name in the file, reader and hint."""

    reader: Reader[Any]
    name: str
    hint: str
    secret: bool


def key(
    reader: Reader[T],
    default: T = REQUIRED,
    *,
    name: str = "",
    hint: str = "",
    secret: bool = False,
) -> T:
    """A key of a section. Without `default` it must be there. `hint` is one
    sentence for whoever wrote something else, or nothing. `name` is for keys
    that Python keeps for itself, like `from`."""
    row = Row(reader, name, hint, secret)
    return cast(T, field(default=cast(Any, default), metadata={"row": row}))


def rows(section: type[object]) -> Mapping[str, tuple[Row, Field[Any]]]:
    """All keys of a section class, by their name in the file."""
    found = {}
    for each in fields(cast(Any, section)):
        if row := each.metadata.get("row"):
            found[row.name or each.name] = (row, each)
    return found


@dataclass(frozen=True, slots=True)
class Where:
    """The written section, for checks that look at several of its keys."""

    block: Block
    name: str

    def fault(self, at: str, sentence: str, fix: str = "") -> Fault:
        """A fault at the line of the key `at` ("bob.addresses" leads inward)."""
        line, block = self.block.line, self.block
        for part in at.split("."):
            entry = next(((k, v) for k, v in block.entries if k.text == part), None)
            if entry is None:
                break
            line = entry[0].line
            if not isinstance(entry[1], Block):
                break
            block = entry[1]
        return Fault(self.block.file, line, sentence, fix)


Check = Callable[[S, Where], Iterable[Fault]]


def section(
    kind: type[S], *checks: Check[S], refused: Mapping[str, tuple[str, str]] | None = None
) -> Reader[S]:
    """A reader of one section class. All its faults are raised together; the
    checks, which compare keys, run once the keys are right by themselves.
    `refused` are keys that deserve better words than "unknown"."""

    def read(node: Node, name: str) -> S:
        block = _as_block(node, name)
        where = Where(block, name)
        faults = Faults(_unknown(kind, where, refused or {}))
        values: dict[str, Any] = {}
        for word, (row, each) in rows(kind).items():
            with faults.kept():
                _take(values, where, word, row, each)
        faults.told()
        made = kind(**values)
        Faults(fault for check in checks for fault in check(made, where)).told()
        return made

    return read


def keyed(reader: Reader[T], named: Reader[object]) -> Reader[Mapping[str, T]]:
    """A reader of a section whose keys are free names, which `named` checks."""

    def read(node: Node, name: str) -> Mapping[str, T]:
        values: dict[str, T] = {}
        faults = Faults()
        for word, value in _as_block(node, name).entries:
            with faults.kept():
                named(word, f"a key of {name}")
            with faults.kept():
                values[word.text] = reader(value, dotted(name, word.text))
        faults.told()
        return values

    return read


def dotted(name: str, word: str) -> str:
    """The name of a key with its sections before it, for a sentence: `mailbox.port`."""
    return f"{name}.{one_line(word)}" if name else one_line(word)


def _take(values: dict[str, Any], where: Where, word: str, row: Row, each: Field[Any]) -> None:
    node = where.block.get(word)
    name = dotted(where.name, word)
    if node is not None and not (isinstance(node, Scalar) and node.is_nothing):
        try:
            values[each.name] = row.reader(node, name)
        except Wrong as found:
            raise Wrong(*(_hinted(fault, row.hint) for fault in found.faults)) from None
    elif each.default is MISSING:
        raise Wrong(where.fault(word, f"{name} is {'missing' if node is None else 'empty'}.", row.hint))


def _hinted(fault: Fault, hint: str) -> Fault:
    return fault if fault.fix else Fault(fault.file, fault.line, fault.sentence, hint)


def _as_block(node: Node, name: str) -> Block:
    if isinstance(node, Scalar) and node.is_nothing:
        return Block((), node.line, node.file)
    if not isinstance(node, Block):
        raise wrong(
            node, name or "the config", "a section with keys below it", "Compare with config.example.yaml."
        )
    return node


def _unknown(kind: type[S], where: Where, refused: Mapping[str, tuple[str, str]]) -> Iterator[Fault]:
    known = rows(kind)
    for word, _ in where.block.entries:
        if word.text in known:
            continue
        name = dotted(where.name, word.text)
        if word.text in refused:
            sentence, fix = refused[word.text]
            yield Fault(word.file, word.line, f"{name} {sentence}", fix)
            continue
        near = get_close_matches(word.text, known, n=1, cutoff=0.5)
        fix = f"Did you mean {near[0]}?" if near else f"Known here: {', '.join(known)}."
        yield Fault(word.file, word.line, f"{name} is not a key that we know.", fix)
