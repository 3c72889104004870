"""What else lies in the folder of a store: signs that one was there, and backups.

A store's file that is missing is either one that was never made or one that was
lost, and the two must not be taken for each other: an empty store in place of
a lost one would take every mail for new and write every letter again.
"""

import re
from collections.abc import Iterator
from pathlib import Path

from store.port import StoreUnusable

BACKUPS, NEWEST, RECORD, KEY, SPOOL = "backups", "newest-backup", "handoff.db", "secret.key", "spool"
WHOLE = "whole-"  # a backup made by hand, with its spool
ASIDE = "aside-"  # what stood here before a restore
_STAMP = re.compile(rf"(?:{WHOLE})?(\d{{8}}T\d{{6}}Z)", re.ASCII)


def refuse_if_lost(path: Path) -> None:
    """Raise StoreUnusable if the store's file at `path` is missing and anything
    beside it says that there was one."""
    signs = [words for words, there in _signs(path) if there]
    if path.exists() or not signs:
        return
    raise StoreUnusable(
        f"{path} is damaged or cut short: {signs[0]} is there, the file itself is not. No empty one was made "
        f"in its place. {ways_on(path)} To begin anew on purpose, move {path.parent} aside."
    )


def _signs(path: Path) -> Iterator[tuple[str, bool]]:
    folder = path.parent
    yield "its -wal", path.with_name(path.name + "-wal").exists()
    yield f"the spool ({folder / SPOOL})", _holds_a_file(folder / SPOOL / "mail")
    yield f"the key ({folder / KEY})", (folder / KEY).exists()
    yield "a backup of it", newest_backup(path) is not None
    yield f"an older store ({ASIDE}...)", any(folder.glob(f"{ASIDE}*"))


def _holds_a_file(folder: Path) -> bool:
    return any(each.is_file() for each in folder.rglob("*"))


def ways_on(path: Path) -> str:
    """What to do about a store that is lost or damaged, in two sentences."""
    backup = newest_backup(path)
    again = "`./run rebuild` makes it again from the mails in the spool"
    if backup is None:
        return f"No backup is known here: {again}."
    return (
        f"`./run restore {backup}` goes on from the newest backup, with the mails that came since; without a "
        f"good one, {again}. No mail is lost: all of it is in the mailbox and the spool."
    )


def newest_backup(path: Path) -> Path | None:
    """The newest backup of the store at `path`: in `backups` beside it, where
    its last one was noted, or a file that a migration kept. None: none known."""
    folder = path.parent
    found = [each for each in (*_in(folder / BACKUPS), *_noted(folder)) if (each / RECORD).exists()]
    if found:
        return max(found, key=stamp_of)
    try:
        return max(folder.glob(f"{path.name}.*backup"), key=lambda file: file.stat().st_mtime, default=None)
    except OSError:
        return None


def stamp_of(backup: Path) -> str:
    """When a backup was made, as its name says: text order is time order. "" if
    it is no name of ours."""
    match = _STAMP.fullmatch(backup.name)
    return match[1] if match else ""


def _in(folder: Path) -> list[Path]:
    try:
        return [each for each in folder.iterdir() if stamp_of(each)]
    except OSError:
        return []


def _noted(folder: Path) -> list[Path]:
    try:
        noted = Path((folder / NEWEST).read_text(encoding="utf-8").strip())
    except (OSError, ValueError):
        return []
    return [noted, *_in(noted.parent)]
