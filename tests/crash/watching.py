"""The order of work, watched while it happens: at each MOVE and each accepted
letter the post office looks into the store, as it stands on the disk then. For
the roads that have no server it is looked at right after the strike."""

import json
import shutil
import sqlite3
from collections import Counter
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

from intake.ledgerkey import raw_key
from store.spool import Spool
from tests.crash.conversation import World
from tests.crash.postoffice import Accepted
from tests.crash.roads import INBOX


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


def too_early(world: World) -> list[str]:
    """What is wrong where the daemon was just struck: each mail waits where it
    was delivered, or the store knows it and its bytes lie in the spool. The
    store is looked at in a copy: nobody but the daemon opens it after a kill."""
    waits = Counter(world.road.lying()[INBOX])
    gone = {d.raw for d in world.delivered if not waits[d.raw]}
    if not gone:
        return []
    with TemporaryDirectory(dir=world.folder) as folder:
        for file in world.store.parent.glob(f"{world.store.name}*"):
            shutil.copy(file, folder)
        known = _known(Path(folder) / world.store.name)
    spool = Spool(world.store.parent / "spool")
    kept = {raw for raw in gone if raw_key(raw) in known and spool.get(raw_key(raw)) == raw}
    return [f"L6: {len(gone - kept)} mails left the inbox and are not kept"] if gone - kept else []


def _known(store: Path) -> set[str]:
    """The hashes of all mails in the ledger."""
    try:
        with closing(sqlite3.connect(store)) as db:
            return {json.loads(doc)["raw"] for (doc,) in db.execute("SELECT doc FROM ledger")}
    except sqlite3.OperationalError:
        return set()


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
