"""The order of work, watched while it happens: at each MOVE and each accepted
letter the post office looks into the store, as it stands on the disk then."""

import sqlite3
from contextlib import closing

from intake.ledgerkey import raw_key
from tests.crash.conversation import World
from tests.crash.postoffice import Accepted


def watch(world: World) -> None:
    """Have the post office of this world note what was done too early."""

    def before_move(raw: bytes) -> str:
        known = _found(world, "SELECT 1 FROM ledger WHERE instr(doc, ?)", raw_key(raw))
        return "" if known else "L6: a mail was moved that the store does not know"

    def before_taking(letter: Accepted) -> str:
        state = _found(
            world,
            "SELECT outbox.state FROM outbox JOIN outbox_raw USING (key) WHERE raw = ?",
            letter.raw,
        )
        return "" if state else f"L5: {letter.message_id} was sent, and no row of the outbox had its bytes"

    world.office.before_move = before_move
    world.office.before_taking = before_taking


def orders_of(world: World) -> int:
    """How many orders of the command line by hand the store knows of."""
    return int(str(_found(world, "SELECT count(*) FROM orders WHERE doc LIKE ?", "%pass on%") or 0))


def _found(world: World, sql: str, value: object) -> object:
    """The first column of the first row, as committed now; None if there is none."""
    try:
        with closing(sqlite3.connect(f"{world.store.absolute().as_uri()}?mode=ro", uri=True)) as db:
            row = db.execute(sql, (value,)).fetchone()
    except sqlite3.OperationalError:
        return None
    return row[0] if row else None
