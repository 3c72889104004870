"""Where the words of a letter come from: our templates, or the user's in their stead.

The text of mails is only ever their data. An unknown name is an error, and HTML
is escaped without being asked. A user's own run in a sandbox, and one that does
not work never costs a letter: ours is used, and the log says so once.
"""

import logging
from collections.abc import Callable, Mapping
from functools import lru_cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape

from outbound import templates_user
from outbound.filters import FILTERS
from outbound.templates_user import ENDINGS, Fault, UserEnvironment, user_environment

OURS = Path(__file__).resolve().parent.parent / "templates"
log = logging.getLogger("handoff.outbound")

Stamp = tuple[tuple[str, int, int], ...]
_told: set[tuple[Path, int | None, str, Stamp]] = set()
_given_up: set[tuple[Path, str, Stamp]] = set()


@lru_cache(maxsize=1)
def environment() -> Environment:
    """Return the environment of our own templates. They are code of ours, as this file
    is: the sandbox is for what others wrote (`templates_user`)."""
    found = Environment(
        loader=FileSystemLoader(OURS),
        auto_reload=False,
        autoescape=select_autoescape(["html"]),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    found.filters.update(FILTERS)
    return found


@lru_cache(maxsize=8)
def _theirs(folder: Path) -> UserEnvironment:
    return user_environment(folder, OURS, FILTERS)


def rendered(name: str, page: Mapping[str, object], folder: Path | None) -> str:
    """Write a template out.

    A user's own template that does not work must not stop a letter: it is
    logged once with its file and line, and ours is used. One that was too much
    is not tried again until a file of the folder changes. Ours raise
    `TemplateError`, which is a bug of ours.
    """
    stamp = _stamp(folder) if folder else ()
    if folder and stamp and (folder, name, stamp) not in _given_up:
        text = templates_user.written(name, page, folder, _theirs(folder))
        if isinstance(text, str):
            return text
        if text.too_much:
            _given_up.add((folder, name, stamp))
        tell(text)
    return _ours(name)(page)


@lru_cache(maxsize=128)
def _ours(name: str) -> Callable[[Mapping[str, object]], str]:
    """What writes a template of ours out, with the names that it always has in one plain table: Jinja asks
    a chain of tables for each of them, at each letter."""
    found = environment().get_template(name)
    found.globals = dict(found.globals)
    return found.render


def faults(folder: Path | None) -> tuple[Fault, ...]:
    """Return what is wrong in the user's folder, as far as it shows without a letter."""
    return templates_user.faults(folder, OURS, FILTERS) if folder else ()


def tell(fault: Fault) -> None:
    """Log a fault, once for each state of its folder."""
    key = (fault.file, fault.line, fault.says, _stamp(fault.file.parent))
    if key not in _told:
        _told.add(key)
        log.warning("template: %s Until then ours is used.", fault)


def _stamp(folder: Path) -> Stamp:
    """The templates of a folder and their state; empty if there are none."""
    try:
        files = [file for file in folder.iterdir() if file.suffix in ENDINGS]
        states = [(file.name, file.lstat()) for file in files]
    except OSError:
        return ()
    return tuple(sorted((name, state.st_mtime_ns, state.st_size) for name, state in states))
