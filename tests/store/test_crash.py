"""Killed anywhere, the store loses nothing it has confirmed."""

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from hashlib import sha256
from pathlib import Path
from threading import Timer

from store.embedded import open_store
from store.port import Store
from store.spool import Spool
from tasks.evolve import evolve
from tasks.letters import OutboxState
from tests.store.rows import digest

KILLS = 48
ROOT = Path(__file__).parents[2]


@contextmanager
def crasher(folder: Path) -> Iterator["subprocess.Popen[str]"]:
    command = [sys.executable, "-m", "tests.store.crasher", str(folder)]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True, bufsize=1, cwd=ROOT) as process:
        limit = Timer(60, process.kill)  # seconds
        limit.start()
        try:
            yield process
        finally:
            limit.cancel()
            process.kill()


def run_and_kill(process: "subprocess.Popen[str]", tasks: int, wait: float) -> list[int]:
    """Let a child confirm so many tasks and go on for so many seconds, then kill
    it; return what it confirmed."""
    assert process.stdin is not None
    assert process.stdout is not None
    process.stdin.write("go\n")
    word, pid = process.stdout.readline().split()
    assert word == "pid"
    confirmed = [int(process.stdout.readline()) for _ in range(tasks)]
    time.sleep(wait)  # where the cut falls: while it opens, or in any of its writes
    os.kill(int(pid), signal.SIGKILL)
    while (line := process.stdout.readline().strip()) != "killed":
        confirmed.append(int(line))
    return confirmed


def assert_kept(store: Store, spool: Spool, number: int) -> None:
    task, letter = store.task(number), store.outbox_row(f"l{number}")
    assert task is not None
    assert not task.is_open
    assert letter is not None
    assert (letter.state, len(letter.raw)) == (OutboxState.SENT, number % 7 * 1000)
    assert store.ledger(digest(f"m{number}")) is not None
    assert store.slots(f"s{number}")
    assert spool.get(sha256(f"mail {number}".encode()).hexdigest()) is not None


def test_no_confirmed_commit_is_lost_by_a_kill(tmp_path: Path) -> None:
    dice, spool, path = random.Random(20260302), Spool(tmp_path / "spool"), tmp_path / "store.db"
    confirmed: list[int] = []
    with crasher(tmp_path) as process:
        for _ in range(KILLS):
            confirmed += run_and_kill(process, dice.choice((0, 1, 2, 3)), dice.uniform(0, 0.02))
            if confirmed:
                with closing(open_store(path, evolve)) as store:
                    assert_kept(store, spool, confirmed[-1])
                    assert store.next_task() > confirmed[-1]
    with closing(open_store(path, evolve)) as store:
        for number in confirmed:
            assert_kept(store, spool, number)
        assert store.verify() == []
    assert len(confirmed) > KILLS
    assert confirmed == sorted(set(confirmed))
