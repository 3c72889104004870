"""Commits as fast as it can and says so after each, until it is killed.

On each line of its input it forks a child that opens the store and works. The
child says its process id first; "killed" is said when it is dead. Forking saves
most of a start, so that many kills fit into a short test. Each batch changes
several kinds of rows, and a task grows and shrinks, so that a half-written one
shows.
"""

import os
import sys
from dataclasses import replace
from itertools import count
from pathlib import Path

from store.embedded import open_store
from store.memory import MemoryStore
from store.port import Batch, Store
from store.spool import Spool
from tasks.events import NoteKept, WorkApproved
from tasks.evolve import evolve
from tasks.letters import OutboxState
from tests.store.rows import letter, mail, opened, place, went_on


def say(words: str) -> None:
    """A whole line or none: `print` may write the line and its end apart."""
    os.write(1, f"{words}\n".encode())


def work_on(store: Store, spool: Spool, i: int) -> None:
    """Four commits and a spooled mail for task number `i`."""
    spool.put(f"mail {i}".encode())
    batch = replace(opened(i), ledger=mail(f"m{i}", task=i, place=place(i)), slots=(f"s{i}",))
    store.commit(replace(batch, outbox=(letter(f"l{i}", raw=b"x" * (i % 7) * 1000),)))
    store.commit(went_on(batch.tasks[0], NoteKept("dana", "long words " * (i % 90)), WorkApproved("fine")))
    store.posted(f"l{i}", OutboxState.SENT, attempts=1)
    store.commit(Batch(meta={"last": str(i)}))


def child(folder: Path) -> None:
    say(f"pid {os.getpid()}")
    store, spool = open_store(folder / "store.db", evolve), Spool(folder / "spool")
    for i in count(store.next_task()):
        work_on(store, spool, i)
        say(str(i))


def main(folder: Path) -> None:
    work_on(MemoryStore(evolve), Spool(folder / "warm-up"), 1)
    for _ in sys.stdin:
        pid = os.fork()
        if not pid:
            child(folder)
        os.waitpid(pid, 0)
        say("killed")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
