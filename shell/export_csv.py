"""The list as CSV (RFC 4180), for a spreadsheet that must not run it.

A spreadsheet takes a cell that begins with "=" for a formula, and titles come
from mail; so such cells get a quote, which spreadsheets show as text.
"""

import csv
import io
from datetime import datetime

from shell.looking import task_row
from shell.printing import discreet
from store.port import Store
from tasks.people import House
from wire.text import clean

COLUMNS = (
    *("id", "title", "owner", "contractor", "state", "waiting_for"),
    *("due_at", "due_phrase", "opened_at"),
)
# What spreadsheets begin a formula with, also in its full width, and what they skip before it.
_RUNS = tuple("=+-@\t\r\n\uff1d\uff0b\uff0d\uff20")


def safe_cell(text: str) -> str:
    """Return a cell's text with a quote before what a spreadsheet would run."""
    return f"'{text}" if text.startswith(_RUNS) else text


def as_csv(store: Store, house: House) -> str:
    """Return all tasks, closed ones too, a head line first; lines end in CRLF.
    Moments are ISO 8601 with offset; what looks secret is masked."""
    written = io.StringIO(newline="")
    lines = csv.writer(written)
    lines.writerow(COLUMNS)
    for task in store.tasks():
        row = task_row(task, house)
        lines.writerow([_cell(row[name]) for name in COLUMNS])
    return written.getvalue()


def _cell(value: object) -> str:
    if isinstance(value, datetime):
        return value.isoformat()
    return safe_cell(clean(discreet("" if value is None else str(value))))
