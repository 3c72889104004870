"""A store as a picture that two plays have in common: all rows, without what may
differ between them."""

import json
import re
import sqlite3
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path

MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|\+00:00)")
# What may differ between two plays: how often a letter was tried, and where on the server a mail lies.
LOOSE = {"outbox": ("attempts", "detail", "sent_at", "next_at"), "ledger": ("place",)}
TOLD_OF_THE_DISK = "not-renewed:"  # the owner was told, once, that the disk kept a key from being renewed
STAGE = timedelta(minutes=25)  # all starts of one stage lie within it
TABLES = {
    "task": "number, is_open, owner, contractor, closed_at, wake_at, doc",
    "fact": "task, n, at, by, proof, mail, event, doc",
    "ledger": "key, task, to_move, doc",
    "mail": "message_id, task, at, doc",
    "outbox": "key, person, task, state, doc",
    "held": "number, state, doc",
    "slot": "slot",
    "orders": "number, done, doc",
    "counter": "name, next",
}
Picture = dict[str, list[str]]


def reading(path: Path) -> sqlite3.Connection:
    """The store, to be read only."""
    return sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)


def picture(path: Path, at: datetime) -> Picture:
    """All rows, with one word for every moment of the stage that began at `at`,
    and without what may differ."""
    with closing(reading(path)) as db:
        rows = {t: db.execute(f"SELECT {columns} FROM {t}").fetchall() for t, columns in TABLES.items()}
    rows["slot"] = [row for row in rows["slot"] if not row[0].startswith(TOLD_OF_THE_DISK)]
    return {table: sorted(_plain(table, row, at) for row in rows[table]) for table in TABLES}


def without_copies(rows: Picture) -> Picture:
    """The picture without the second copies of mails."""
    return {**rows, "ledger": [row for row in rows["ledger"] if '"filed": "duplicate"' not in row]}


def _plain(table: str, row: tuple[object, ...], at: datetime) -> str:
    def one_word(found: re.Match[str]) -> str:
        moment = datetime.fromisoformat(found[0])
        return "NOW" if at <= moment < at + STAGE else f"{moment:%F %H:%M}"  # it may hang on NOW

    words = [_firm(table, str(value)) if str(value).startswith("{") else str(value) for value in row]
    return MOMENT.sub(one_word, " ".join(words))


def _firm(table: str, doc: str) -> str:
    loose = LOOSE.get(table, ())
    return json.dumps({key: value for key, value in json.loads(doc).items() if key not in loose})


def unlike(quiet: Picture, now: Picture, law: str = "L8") -> Iterator[str]:
    """How two pictures differ: a sentence for each table."""
    for table in TABLES:
        lost, more = (
            list((Counter(a[table]) - Counter(b[table])).elements()) for a, b in ((quiet, now), (now, quiet))
        )
        if lost or more:
            yield f"{law}: {table} has {len(lost)} rows less and {len(more)} more: {[*lost, *more][0][:300]}"
