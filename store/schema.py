"""The shape of the record file, and how an older one becomes today's.

Each row of a table is one dataclass as JSON (`doc`), with the columns beside it
that a round asks by. A new field with a default needs no migration; a new
question may need a new column or index, and that is one more row in MIGRATIONS.
"""

import sqlite3
from collections.abc import Callable

# "Hand" in ASCII: tells our file from any other SQLite file.
APPLICATION_ID = 0x48616E64

Migration = Callable[[sqlite3.Connection], None]

_V1 = (
    "CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID",
    # The next number of tasks and of held mails: it only grows, whatever is erased.
    "CREATE TABLE counter (name TEXT PRIMARY KEY, next INTEGER NOT NULL) WITHOUT ROWID",
    """CREATE TABLE task (
        number INTEGER PRIMARY KEY, is_open INTEGER NOT NULL, owner TEXT NOT NULL, contractor TEXT NOT NULL,
        closed_at TEXT, wake_at TEXT, schema INTEGER NOT NULL, doc TEXT NOT NULL)""",
    "CREATE INDEX task_owner ON task (owner, number) WHERE is_open = 1",
    "CREATE INDEX task_contractor ON task (contractor, number) WHERE is_open = 1",
    "CREATE INDEX task_closed ON task (owner, closed_at) WHERE closed_at IS NOT NULL",
    "CREATE INDEX task_wake ON task (wake_at, number) WHERE wake_at IS NOT NULL",
    """CREATE TABLE fact (
        task INTEGER NOT NULL, n INTEGER NOT NULL, at TEXT NOT NULL, by TEXT NOT NULL, proof TEXT NOT NULL,
        mail TEXT NOT NULL, event TEXT NOT NULL, schema INTEGER NOT NULL, doc TEXT NOT NULL,
        PRIMARY KEY (task, n))""",
    """CREATE TABLE ledger (
        key TEXT PRIMARY KEY, at TEXT NOT NULL, task INTEGER NOT NULL, to_move INTEGER NOT NULL,
        schema INTEGER NOT NULL, doc TEXT NOT NULL)""",
    "CREATE INDEX ledger_task ON ledger (task, at)",
    "CREATE INDEX ledger_to_move ON ledger (at) WHERE to_move = 1",
    """CREATE TABLE place (
        account TEXT NOT NULL, folder TEXT NOT NULL, uidvalidity INTEGER NOT NULL, uid INTEGER NOT NULL,
        key TEXT NOT NULL, PRIMARY KEY (account, folder, uidvalidity, uid)) WITHOUT ROWID""",
    """CREATE TABLE mail (
        message_id TEXT NOT NULL, task INTEGER NOT NULL, at TEXT NOT NULL, schema INTEGER NOT NULL,
        doc TEXT NOT NULL, PRIMARY KEY (message_id, task))""",
    "CREATE INDEX mail_task ON mail (task, at)",
    """CREATE TABLE outbox (
        seq INTEGER PRIMARY KEY AUTOINCREMENT, key TEXT NOT NULL UNIQUE, person TEXT NOT NULL,
        task INTEGER NOT NULL, state TEXT NOT NULL, next_at TEXT, created_at TEXT NOT NULL,
        schema INTEGER NOT NULL, doc TEXT NOT NULL)""",
    "CREATE INDEX outbox_state ON outbox (state, created_at)",
    "CREATE INDEX outbox_reader ON outbox (person, task)",
    # The bytes lie apart, so that a change of state does not write them again.
    "CREATE TABLE outbox_raw (key TEXT PRIMARY KEY, raw BLOB NOT NULL)",
    """CREATE TABLE held (
        number INTEGER PRIMARY KEY, state TEXT NOT NULL, schema INTEGER NOT NULL, doc TEXT NOT NULL)""",
    "CREATE INDEX held_state ON held (state)",
    "CREATE TABLE slot (slot TEXT PRIMARY KEY) WITHOUT ROWID",
    "CREATE TABLE remark (at TEXT NOT NULL, words TEXT NOT NULL)",
    "CREATE INDEX remark_at ON remark (at)",
    """CREATE TABLE orders (
        number INTEGER PRIMARY KEY AUTOINCREMENT, done INTEGER NOT NULL, schema INTEGER NOT NULL,
        doc TEXT NOT NULL)""",
    "CREATE INDEX orders_open ON orders (number) WHERE done = 0",
)


def _first(db: sqlite3.Connection) -> None:
    """From an empty file to version 1."""
    db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    for statement in _V1:
        db.execute(statement)


def _senders(db: sqlite3.Connection) -> None:
    """From version 1 to 2: how much mail came from an address, and when."""
    db.execute("CREATE INDEX ledger_sender ON ledger (json_extract(doc, '$.address'), at)")


def _few_of_many(db: sqlite3.Connection) -> None:
    """From version 2 to 3: the few rows of years that each day asks for."""
    db.execute("""CREATE INDEX ledger_held ON ledger (at) WHERE instr(doc, '"filed":"held"') > 0""")
    closed = "ON task (owner, closed_at) WHERE closed_at IS NOT NULL AND"
    db.execute(f"""CREATE INDEX task_billed {closed} instr(doc, '"bills":[]') = 0""")
    db.execute(f"""CREATE INDEX task_asked {closed} instr(doc, '"questions":[]') = 0""")


# Row i takes a file of version i to version i + 1. Rows are only ever added.
MIGRATIONS: tuple[Migration, ...] = (_first, _senders, _few_of_many)
