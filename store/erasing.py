"""A person taken out of the record, in one transaction.

What they wrote and what names them goes; that something happened stays: rows,
numbers, moments and amounts. Each history is folded anew afterwards, so that a
task is still what its history makes of it.
"""

import json
import re
import sqlite3
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any

from store.erased_lines import erased_line
from store.port import Batch
from store.record import Record
from store.writing import write_batch
from tasks.by_address import YOURS
from tasks.model import Task

GONE = "[erased]"
# Fields of events in which people's own words stand.
_WORDS = frozenset(
    "title brief text texts reason words phrase due_question subject name only decide level".split()  # noqa: SIM905
)
_LISTS = (
    ("ledger", "SELECT rowid, doc FROM ledger", "UPDATE ledger SET doc = ? WHERE rowid = ?"),
    ("held", "SELECT rowid, doc FROM held", "UPDATE held SET doc = ? WHERE rowid = ?"),
    ("outbox", "SELECT seq, doc FROM outbox", "UPDATE outbox SET doc = ? WHERE seq = ?"),
)
_LETTERS = """
    SELECT seq, key, person, task, state FROM outbox JOIN outbox_raw USING (key) WHERE length(raw) > 0"""
_CANCEL = """
    UPDATE outbox SET state = 'cancelled', next_at = NULL,
        doc = json_set(doc, '$.state', 'cancelled', '$.next_at', null) WHERE seq = ?"""


@dataclass(frozen=True, slots=True)
class Who:
    """Whom to erase: the key in the config ("" for a stranger), the full name, all
    addresses in small letters, and the key that stands in the records from now on."""

    key: str
    name: str
    addresses: tuple[str, ...]
    pseudonym: str


@dataclass
class Erased:
    """What was erased: rows by kind, the tasks concerned, and the names of mails
    and files that are to leave the spool."""

    counts: Counter[str] = field(default_factory=Counter)
    tasks: set[int] = field(default_factory=set)
    mails: set[str] = field(default_factory=set)
    files: set[str] = field(default_factory=set)


def erase(store: Record, db: sqlite3.Connection, who: Who) -> Erased:
    """Erase `who` within the open transaction of `db`, which is the store's own.
    Raises ValueError where a history does not fold afterwards; then roll back."""
    return _Eraser(store, db, who).run()


class _Eraser:
    def __init__(self, store: Record, db: sqlite3.Connection, who: Who) -> None:
        self.store, self.db, self.who = store, db, who
        self.done = Erased()
        self.keys: set[str] = set()  # ledger keys of the person's own mails
        self.ids: set[str] = set()  # and their Message-IDs
        self._name = _pattern(who)
        self._token = re.compile(
            rf"[tdkco]\d{{0,9}}-{re.escape(who.key or '-')}-\d+-[a-z2-7]+", re.IGNORECASE
        )

    def run(self) -> Erased:
        self._own_mails()
        touched = self._facts()
        for table, select, update in _LISTS:
            self._docs(select, update, self._of(table))
        self._thread_mails()
        self._letters()
        self._columns()
        self._small_things()
        for number in touched:
            self._fold(number)
        return self.done

    def _of(self, table: str) -> Callable[[Any], Any]:
        own = {"ledger": self._ledger, "held": self._held, "outbox": self._letter}
        return own.get(table, self._walk)

    # one value

    def _walk(self, value: Any) -> Any:
        """A document with everything that names the person replaced."""
        if isinstance(value, str):
            return self._text(value)
        if isinstance(value, list):
            return [self._walk(each) for each in value]
        if isinstance(value, dict):
            return {k: self._walk(v) for k, v in value.items()}
        return value

    def _text(self, text: str) -> str:
        who = self.who
        if text in self.ids or text.startswith("<") and self._token.search(text):
            return f"<{sha256(text.encode()).hexdigest()[:24]}@erased.invalid>"
        if who.key and text == who.key:
            return who.pseudonym
        if who.key and f":{who.key}" in text:
            text = ":".join(who.pseudonym if part == who.key else part for part in text.split(":"))
        return self._token.sub(GONE, self._name.sub(GONE, text))

    def _blank(self, value: Any, lost: set[str], own: bool = False) -> Any:
        """A document without anybody's words; what they were goes into `lost`."""
        if isinstance(value, str) and own and value:
            lost.add(value)
            return GONE
        if isinstance(value, list):
            return [self._blank(each, lost, own) for each in value]
        if isinstance(value, dict):
            return {k: self._blank(v, lost, own or k in _WORDS) for k, v in value.items()}
        return value

    # the tables

    def _own_mails(self) -> None:
        others: set[str] = set()
        for (doc,) in self.db.execute("SELECT doc FROM ledger"):
            row = json.loads(doc)
            if self._is_own(row):
                self.keys.add(row["key"])
                self.ids.add(row["message_id"])
                self.done.mails.add(row["raw"])
                self.done.counts["mail"] += 1
            else:
                others.add(row["raw"])
        self.done.mails -= others
        self.ids.discard("")

    def _is_own(self, row: dict[str, Any]) -> bool:
        return (
            row["address"].lower() in self.who.addresses
            or bool(self.who.key)
            and row["person"] == self.who.key
        )

    def _facts(self) -> list[int]:
        """Every event, task by task; returns the tasks whose history changed."""
        touched = []
        files: set[str] = set()
        for (task,) in self.db.execute("SELECT DISTINCT task FROM fact").fetchall():
            sql = "SELECT n, by, mail, doc FROM fact WHERE task = ? ORDER BY n"
            rows = self.db.execute(sql, (task,)).fetchall()
            lost: set[str] = set()
            docs = [self._own_fact(row, lost, files) for row in rows]
            new = [json.dumps(self._walk(_without(doc, lost))) for doc in docs]
            changed = [
                (doc, task, row[0]) for doc, row in zip(new, rows, strict=True) if doc != _plain(row[3])
            ]
            self.db.executemany("UPDATE fact SET doc = ? WHERE task = ? AND n = ?", changed)
            self.done.counts["event"] += len(changed)
            if changed and task:
                touched.append(task)
        self.done.files -= files
        return touched

    def _own_fact(self, row: Sequence[Any], lost: set[str], files: set[str]) -> Any:
        _, by, mail, doc = row
        value = json.loads(doc)
        own = bool(self.who.key) and by == self.who.key or mail in self.keys
        (self.done.files if own else files).update(re.findall(r'"sha256":"([0-9a-f]{64})"', doc))
        return self._blank(value, lost) if own else value

    def _docs(self, select: str, update: str, change: Callable[[Any], Any]) -> None:
        for rowid, doc in self.db.execute(select).fetchall():
            old = json.loads(doc)
            new = change(old)
            if new != old:
                self.db.execute(update, (json.dumps(new), rowid))

    def _ledger(self, row: dict[str, Any]) -> Any:
        if row["key"] in self.keys:
            row = {**row, "address": "", "subject": GONE, "reason": "", "why": {}}
        return self._walk(row)

    def _held(self, row: dict[str, Any]) -> Any:
        if row["address"].lower() in self.who.addresses or row["key"] in self.keys:
            self.db.execute("UPDATE held SET state = 'dropped' WHERE number = ?", (row["number"],))
            self.done.counts["held mail"] += 1
            row = {
                **row,
                "address": "",
                "name": "",
                "subject": "",
                "text": "",
                "wish": "",
                "state": "dropped",
            }
        return self._walk(row)

    def _letter(self, row: dict[str, Any]) -> Any:
        """What a letter asked, without the words that it asked about."""
        asked = row["ref"]["asked"]
        if asked.startswith(YOURS):
            row = {**row, "ref": {**row["ref"], "asked": YOURS}}
        return self._walk(row)

    def _thread_mails(self) -> None:
        for rowid, doc in self.db.execute("SELECT rowid, doc FROM mail").fetchall():
            old = json.loads(doc)
            new = self._walk(old)
            if new != old:
                sql = "UPDATE mail SET message_id = ?, doc = ? WHERE rowid = ?"
                self.db.execute(sql, (new["message_id"], json.dumps(new), rowid))
                self.done.tasks.add(new["task"])

    def _letters(self) -> None:
        """Letters to the person lose their bytes and are not sent; so do letters
        of their tasks, and of no task, that went out: those may name them."""
        if self.who.key:
            sql = "SELECT number FROM task WHERE contractor = ?1 OR owner = ?1"
            self.done.tasks.update(number for (number,) in self.db.execute(sql, (self.who.key,)))
        for seq, key, person, task, state in self.db.execute(_LETTERS).fetchall():
            own = bool(self.who.key) and person == self.who.key
            over = state in ("sent", "dead", "cancelled")
            if own or over and (task == 0 or task in self.done.tasks):
                self.db.execute("UPDATE outbox_raw SET raw = x'' WHERE key = ?", (key,))
                self.done.counts["letter"] += 1
            if own and not over:
                self.db.execute(_CANCEL, (seq,))

    def _columns(self) -> None:
        key, pseudonym = self.who.key, self.who.pseudonym
        if key:
            self.db.execute("UPDATE fact SET by = ? WHERE by = ?", (pseudonym, key))
            self.db.execute("UPDATE outbox SET person = ? WHERE person = ?", (pseudonym, key))
        for folder in [f for (f,) in self.db.execute("SELECT DISTINCT folder FROM place")]:
            if self._text(folder) != folder:
                sql = "UPDATE OR REPLACE place SET folder = ? WHERE folder = ?"
                self.db.execute(sql, (self._text(folder), folder))

    def _small_things(self) -> None:
        """Occurrence keys, lines for a digest, and what is noted by a key."""
        for (slot,) in self.db.execute("SELECT slot FROM slot").fetchall():
            if self._text(slot) != slot:
                self.db.execute(
                    "UPDATE OR REPLACE slot SET slot = ? WHERE slot = ?", (self._text(slot), slot)
                )
        for rowid, words in self.db.execute("SELECT rowid, words FROM remark").fetchall():
            new = erased_line(words, self._text)
            if new != words:
                self.db.execute("UPDATE remark SET words = ? WHERE rowid = ?", (new, rowid))
                self.done.counts["remark"] += 1
        if self.who.key:
            self.db.execute("DELETE FROM meta WHERE key LIKE '%:' || ?", (self.who.key,))

    def _fold(self, number: int) -> None:
        folded: Task | None = None
        for fact in self.store.history(number):
            folded = self.store.fold(folded, fact)
        if folded is None:
            raise ValueError(f"T-{number} does not fold any more")
        write_batch(self.db, Batch(tasks=(folded,)))
        self.done.tasks.add(number)


def _pattern(who: Who) -> re.Pattern[str]:
    """What names the person: addresses, the whole name in any case, the first
    name as it is written, and the key as a tag of our address."""
    words = [rf"(?i:{re.escape(each)})" for each in sorted(who.addresses, key=len, reverse=True)]
    if who.name:
        words.append(rf"\b(?i:{re.escape(who.name)})\b")
        words.append(rf"\b{re.escape(who.name.split()[0])}\b")
    if who.key:
        words.append(rf"(?<=\+){re.escape(who.key)}(?=@)")
    return re.compile("|".join(words))


def _without(value: Any, lost: set[str]) -> Any:
    """A document in which the very words that were erased elsewhere go, too."""
    if isinstance(value, str):
        return GONE if value in lost else value
    if isinstance(value, list):
        return [_without(each, lost) for each in value]
    if isinstance(value, dict):
        return {k: _without(v, lost) for k, v in value.items()}
    return value


def _plain(doc: str) -> str:
    return json.dumps(json.loads(doc))
