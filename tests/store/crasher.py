"""Commits as fast as it can and says so after each, until it is killed.

Each batch changes several kinds of rows, and a task grows and shrinks, so that
a half-written one would show.
"""

import sys
from dataclasses import replace
from itertools import count
from pathlib import Path

from store.embedded import open_store
from store.port import Batch
from store.spool import Spool
from tasks.events import NoteKept, WorkApproved
from tasks.evolve import evolve
from tasks.letters import OutboxState
from tests.store.rows import letter, mail, opened, place, went_on


def main(folder: Path) -> None:
    store = open_store(folder / "store.db", evolve)
    spool = Spool(folder / "spool")
    for i in count(store.next_task()):
        spool.put(f"mail {i}".encode())
        batch = replace(opened(i), ledger=mail(f"m{i}", task=i, place=place(i)), slots=(f"s{i}",))
        store.commit(replace(batch, outbox=(letter(f"l{i}", raw=b"x" * (i % 7) * 1000),)))
        grown = went_on(batch.tasks[0], NoteKept("dana", "long words " * (i % 90)), WorkApproved("fine"))
        store.commit(grown)
        store.posted(f"l{i}", OutboxState.SENT, attempts=1)
        store.commit(Batch(meta={"last": str(i)}))
        print(i, flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
