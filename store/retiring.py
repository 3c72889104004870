"""What may leave the disk: mails, files and letters whose time is over.

Nothing of an open task is ever among them, whatever mail it came in. The rows
of the ledger stay, so that a mail which comes again is still known.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime

from store.codec import moment_text
from store.live import WAITING
from store.record import Record
from tasks.intents import Held

_FILE = re.compile(r'"sha256":"([0-9a-f]{64})"')
_NEVER = ""  # no moment sorts before it

_ROWS = """
    SELECT json_extract(ledger.doc, '$.raw'), ledger.key, ledger.at, json_extract(ledger.doc, '$.filed'),
        task.number, task.is_open, task.closed_at
    FROM ledger LEFT JOIN task ON task.number = ledger.task"""
# What may be old, and for certain all that is. The text is searched before it is read as JSON: on most
# days nothing is old, and all mail of all years would be read to learn it.
_CANDIDATES = """
    SELECT DISTINCT json_extract(ledger.doc, '$.raw') FROM ledger LEFT JOIN task ON task.number = ledger.task
    WHERE ledger.at < :held AND instr(ledger.doc, '"filed":"held"') > 0
        OR task.closed_at < :mail OR task.number IS NULL AND ledger.at < :mail"""
_HELD = """
    SELECT DISTINCT json_extract(doc, '$.raw') FROM ledger INDEXED BY ledger_held
    WHERE at < :held AND instr(doc, '"filed":"held"') > 0"""
# An open task needs its own mails, and those of the task that it was split from.
_OF_OPEN = """
    WITH live AS (SELECT number, doc FROM task WHERE is_open = 1)
    SELECT mail FROM fact WHERE task IN (
        SELECT number FROM live UNION SELECT json_extract(doc, '$.parent') FROM live)
    UNION SELECT json_extract(doc, '$.source') FROM live"""
_KEPT_FILES = """
    SELECT fact.doc FROM fact JOIN task ON task.number = fact.task
    WHERE (is_open = 1 OR closed_at >= ?) AND fact.doc LIKE '%"sha256"%'"""
_LETTERS = """
    SELECT outbox.key FROM outbox JOIN outbox_raw USING (key) LEFT JOIN task ON task.number = outbox.task
    WHERE state IN ('sent', 'dead', 'cancelled') AND created_at < :cut AND length(raw) > 0
        AND (task.number IS NULL OR is_open = 0 AND closed_at < :cut)"""


@dataclass(frozen=True, slots=True)
class Old:
    """What may go: names of raw mails and of files in the spool, keys of letters
    whose bytes are not needed any more, and held mails that nobody let in."""

    mails: tuple[str, ...] = ()
    files: tuple[str, ...] = ()
    letters: tuple[str, ...] = ()
    held: tuple[Held, ...] = ()


def old(
    store: Record,
    mail_cut: datetime | None,
    held_cut: datetime | None,
    files: Iterable[tuple[datetime, str]],
    holds: Callable[[str], bool],
) -> Old:
    """What is older than the cuts (aware UTC; None: nothing ever is). `files` are
    the attachments in the spool, with the moments at which they came; `holds`
    tells whether a raw mail lies there still."""
    held = [held for held in store.held_rows() if held_cut and held.at < held_cut]
    mails = _mails(store, _text(mail_cut), _text(held_cut), holds)
    if mail_cut is None:
        return Old(mails=mails, held=tuple(held))
    cut = moment_text(mail_cut)
    keep = {name for (doc,) in store.rows(_KEPT_FILES, (cut,)) for name in _FILE.findall(doc)}
    gone = tuple(sorted(name for at, name in files if at < mail_cut and name not in keep))
    letters = tuple(key for (key,) in store.rows(_LETTERS, {"cut": cut}))
    return Old(mails, gone, letters, tuple(held))


def _text(cut: datetime | None) -> str:
    return moment_text(cut) if cut else _NEVER


def _mails(store: Record, mail_cut: str, held_cut: str, holds: Callable[[str], bool]) -> tuple[str, ...]:
    """The raw mails that are there, all of whose rows are old; one may have several."""
    if mail_cut == _NEVER:
        found = store.rows(_HELD, {"held": held_cut}) if held_cut != _NEVER else []
    else:
        found = store.rows(_CANDIDATES, {"mail": mail_cut, "held": held_cut})
    there = {raw for (raw,) in found if holds(raw)}
    return tuple(sorted(there & _all_old(store, mail_cut, held_cut))) if there else ()


def _all_old(store: Record, mail_cut: str, held_cut: str) -> set[str]:
    """The names of raw mails without a row that is young."""
    needed = {key for (key,) in store.rows(_OF_OPEN)}
    waits = {held.key for state in WAITING for held in store.held_rows(state)}
    old: set[str] = set()
    young: set[str] = set()
    for raw, key, at, filed, task, is_open, closed_at in store.rows(_ROWS):
        if key in needed or is_open:
            goes = False
        elif filed == "held":
            goes = at < held_cut
        elif key in waits:
            goes = False
        else:
            goes = (closed_at or "~") < mail_cut if task else at < mail_cut
        (old if goes else young).add(raw)
    return old - young
