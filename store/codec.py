"""What is stored, as JSON text and back.

One row holds one of our dataclasses, whole. Its class name is the tag, and the
schema number of the day stands beside it, so that a row written years ago is
lifted step by step when it is read. A row of a newer Handoff is refused.
Whatever `encode` returned, `decode` has read once already, but for rows in
which nothing can stand that it would not read.
"""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields, is_dataclass, replace
from datetime import UTC, datetime
from enum import Enum
from functools import cache
from typing import Any, TypeVar, cast, get_args

from pydantic import TypeAdapter, ValidationError
from pydantic_core import PydanticSerializationError

from store.port import LedgerRow, OrderRow, OutboxRow, StoreUnusable, ThreadMail
from tasks.events import SCHEMA, Event
from tasks.intents import Held
from tasks.model import Task

T = TypeVar("T")
Doc = dict[str, Any]

EVENTS: Mapping[str, type[Any]] = {cls.__name__: cls for cls in get_args(Event)}
ROWS: Mapping[str, type[Any]] = {
    cls.__name__: cls for cls in (Task, Held, LedgerRow, ThreadMail, OutboxRow, OrderRow)
}
CLASSES: Mapping[str, type[Any]] = {**EVENTS, **ROWS}


@dataclass(frozen=True, slots=True)
class Lift:
    """One step of one class to the next schema: `change` makes the new document
    of the old one, and `to` is the class's name from then on."""

    to: str
    change: Callable[[Doc], Doc]


# Texts, whole numbers and moments of our own clock: what JSON can hold of them, it gives back.
_PLAIN = frozenset({OutboxRow.__name__, ThreadMail.__name__})
# What writing a text raises that no UTF-8 can hold; `readable` mends it.
UNREADABLE = (UnicodeEncodeError, PydanticSerializationError)

# (class name, schema it was written in) -> the step to the next schema. A class
# that did not change between two schemas needs no row.
LIFTS: Mapping[tuple[str, int], Lift] = {}


@cache
def _adapter(name: str) -> TypeAdapter[Any]:
    """The reader and writer of one class; made once, when first needed."""
    return TypeAdapter(CLASSES[name])


def encode(value: object) -> str:
    """Return the JSON text of one of CLASSES. Raises ValueError if it could not
    be read again (a number that is not finite, half a surrogate pair)."""
    name = type(value).__name__
    adapter = _adapter(name)
    text = adapter.dump_json(value)
    if name not in _PLAIN:
        adapter.validate_json(text)  # now, not after the next start
    return text.decode()


def decode(kind: type[T], schema: int, text: str) -> T:
    """Return the `kind` that `text` holds. Raises StoreUnusable if a newer
    Handoff wrote it, or if it does not read as one."""
    return cast(T, decode_named(kind.__name__, schema, text))


def decode_event(name: str, schema: int, text: str) -> Event:
    """Return the event stored under this class name. Raises as `decode` does."""
    return cast(Event, decode_named(name, schema, text))


def decode_named(
    name: str,
    schema: int,
    text: str,
    *,
    newest: int = SCHEMA,
    lifts: Mapping[tuple[str, int], Lift] = LIFTS,
) -> object:
    """Return what a row holds, lifted from `schema` to `newest`."""
    if schema > newest:
        raise StoreUnusable(
            f"A row ({name}) was written by a newer Handoff: its schema is {schema}, and this one reads up "
            f"to {newest}. Nothing was changed. Install the newer Handoff again and start that."
        )
    try:
        if schema < newest:
            name, text = _lift(name, schema, text, newest, lifts)
        return _adapter(name).validate_json(text)
    except (ValidationError, KeyError, ValueError) as trouble:
        raise StoreUnusable(
            f"A stored row does not read as {name} ({type(trouble).__name__}). Nothing was changed. "
            "Run `verify`, and restore the newest backup if it names this row."
        ) from trouble


def _lift(
    name: str, schema: int, text: str, newest: int, lifts: Mapping[tuple[str, int], Lift]
) -> tuple[str, str]:
    doc: Doc = json.loads(text)
    for step in range(schema, newest):
        lift = lifts.get((name, step))
        if lift is not None:
            name, doc = lift.to, lift.change(doc)
    return name, json.dumps(doc)


def moment_text(moment: datetime) -> str:
    """Return an aware moment as UTC text of one fixed width, so that text order
    is time order. Raises ValueError on a naive one."""
    if moment.tzinfo is UTC:
        return moment.isoformat(timespec="microseconds")
    if moment.tzinfo is None:
        raise ValueError(f"a moment without a zone cannot be stored: {moment.isoformat()}")
    return moment.astimezone(UTC).isoformat(timespec="microseconds")


def maybe_moment_text(moment: datetime | None) -> str | None:
    return None if moment is None else moment_text(moment)


def moment(text: str) -> datetime:
    """Return the aware UTC moment that `moment_text` wrote."""
    return datetime.fromisoformat(text)


def readable(value: T) -> T:
    """Return `value` with "?" for each half surrogate pair in its texts, which
    no UTF-8 can hold. Mails in an undeclared charset bring them."""
    return cast(T, _readable(value))


def _readable(value: object) -> object:
    if isinstance(value, Enum):
        return value
    if isinstance(value, str):
        return value.encode("utf-8", "replace").decode()
    if isinstance(value, tuple | list):
        return tuple(_readable(v) for v in value)
    if isinstance(value, Mapping):
        return {_readable(k): _readable(v) for k, v in value.items()}
    if is_dataclass(value) and not isinstance(value, type):
        return replace(value, **{f.name: _readable(getattr(value, f.name)) for f in fields(value)})
    return value
