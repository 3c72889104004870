"""`export`: what is in the store, in forms that other programs read.

It only reads, beside a running daemon or with none. Nothing that is masked
elsewhere stands here in clear: an export is mailed around.
"""

import contextlib
import os
from collections.abc import Callable, Mapping
from pathlib import Path

from outbound.filters import count
from shell.context import Context
from shell.export_csv import as_csv
from shell.export_ics import as_ics
from shell.looking import show_row
from shell.printing import err, json_text, out
from store.port import Store

USAGE, LATER = 64, 75
Form = Callable[[Store, Context], str]


def _json(store: Store, context: Context) -> str:
    house, now = context.config.house, context.clock()
    return json_text([show_row(store, task, house, now) for task in store.tasks()]) + "\n"


def _domain(context: Context) -> str:
    return context.config.address.base.rpartition("@")[2]


FORMS: Mapping[str, Form] = {
    "json": _json,
    "csv": lambda store, context: as_csv(store, context.config.house),
    "ics": lambda store, context: as_ics(store, context.config.house, _domain(context), todo=False),
    "todo": lambda store, context: as_ics(store, context.config.house, _domain(context), todo=True),
}


def export(context: Context, store: Store) -> int:
    """Print all tasks in the form that was asked for, or write them into a file
    that is not there yet, readable by its owner alone."""
    form: str = context.args.form
    if context.args.json and form != "json":
        err(f"`export {form}` prints {form}; leave --json away, or say `export json`.")
        return USAGE
    text = FORMS[form](store, context)
    if context.args.out is None:
        out(text, end="")
        return 0
    return _kept(text, context.args.out, count(sum(1 for _ in store.tasks()), "task"))


def _kept(text: str, path: Path, how_many: str) -> int:
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        err(f"{path} is there already, and was left as it is. Name another file, or remove that one.")
        return USAGE
    except OSError as trouble:
        err(f"{path} could not be written: {trouble.strerror}.")
        return LATER
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(text.encode("utf-8", "replace"))
            file.flush()
            os.fsync(file.fileno())
    except OSError as trouble:
        with contextlib.suppress(OSError):
            path.unlink()
        err(f"{path} could not be written: {trouble.strerror}. Nothing was left there.")
        return LATER
    out(f"{path}: {how_many}, readable by you alone.")
    return 0
