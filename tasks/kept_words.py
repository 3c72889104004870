"""The command words of a mail without what names the owner's own date, and the files."""

import re
from collections.abc import Callable
from dataclasses import replace
from urllib.parse import unquote

from language.date_lines import all_date
from language.meaning import Command
from tasks.discreet import Hidden, is_told
from tasks.model import File
from tasks.named_glued import day_in_figures, loose

SPOKEN = frozenset({"tell", "redo", "cancel", "hold", "resume", "approve", "title", "fine", "nudge"})
EMPTY = frozenset({"tell", "title"})  # nothing but its words: without them nothing is done
NAMING = frozenset({"tell", "nudge"})  # a name and words
Clean = Callable[[str], tuple[str, tuple[str, ...]]]


def clean_words(commands: tuple[Command, ...], clean: Clean) -> tuple[tuple[Command, ...], tuple[str, ...]]:
    """The commands as they may go on, and the sentences left out of them. A word that
    only carries words, and has none left, is gone."""
    kept: list[Command] = []
    left: list[str] = []
    for command in commands:
        found, told = _cleaned(command, clean) if command.word in SPOKEN else (command, ())
        left += told
        kept += [found] if found else []
    return tuple(kept), tuple(left)


def _cleaned(command: Command, clean: Clean) -> tuple[Command | None, tuple[str, ...]]:
    named = command.word in NAMING and ":" in command.arg
    head, mark, words = command.arg.partition(":") if named else ("", "", command.arg)
    rest, told = clean(words)
    if command.word == "title" and rest.strip() != words.strip():
        return None, told or (words.strip(),)
    if rest.strip() == words.strip():
        return command, ()
    if command.word == "hold" and all_date(words):  # until when: the word itself says it
        told = ()
    if not rest and command.word in EMPTY:
        return None, told or (words.strip(),)
    return replace(command, arg=f"{head}{mark} {rest}".strip()), told


def parted_files(files: tuple[File, ...], hidden: Hidden) -> tuple[tuple[File, ...], tuple[File, ...]]:
    """The files that go along, and those whose names tell a hidden date."""
    told = {file.name for file in files if _tells(file.name, hidden)}
    return tuple(f for f in files if f.name not in told), tuple(f for f in files if f.name in told)


def _tells(name: str, hidden: Hidden) -> bool:
    """Whether a name tells a hidden date: as it stands, or with its words and numbers parted."""
    name = unquote(name)
    stem = re.sub(r"\.\w{1,8}$", "", name)
    days = hidden.spelled()
    if any(day_in_figures(name.replace(" ", "_"), day) for day in days.secret):
        return True
    return any(is_told(" ".join(said.split()), hidden) for said in (stem, loose(stem)))
