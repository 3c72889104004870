"""Killed anywhere, the store loses nothing it has confirmed."""

import random
import select
import signal
import subprocess
import sys
import time
from contextlib import closing
from hashlib import sha256
from pathlib import Path
from typing import IO

from store.embedded import open_store
from store.port import Store
from store.spool import Spool
from tasks.evolve import evolve
from tasks.letters import OutboxState
from tests.store.rows import digest

KILLS = 24
ROOT = Path(__file__).parents[2]


def run_and_kill(folder: Path, dice: random.Random) -> list[int]:
    """Let it commit for a moment, kill it, and return what it confirmed."""
    command = [sys.executable, "-m", "tests.store.crasher", str(folder)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, cwd=ROOT) as process:
        assert process.stdout is not None
        try:
            ready, _, _ = select.select([process.stdout], [], [], 30)  # seconds; it has begun to commit
            assert ready, "the crasher did not begin"
            time.sleep(dice.uniform(0, 0.03))  # where the cut falls
        finally:
            process.send_signal(signal.SIGKILL)
        return confirmed_in(process.stdout)


def confirmed_in(out: IO[bytes]) -> list[int]:
    """The whole lines; one that was cut in the middle was not confirmed."""
    return [int(line) for line in out.read().split(b"\n")[:-1]]


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
    dice, spool = random.Random(20260302), Spool(tmp_path / "spool")
    total = 0
    for _ in range(KILLS):
        confirmed = run_and_kill(tmp_path, dice)
        total += len(confirmed)
        with closing(open_store(tmp_path / "store.db", evolve)) as store:
            for number in confirmed:
                assert_kept(store, spool, number)
            assert store.next_task() in (confirmed[-1] + 1, confirmed[-1] + 2)
    with closing(open_store(tmp_path / "store.db", evolve)) as store:
        assert store.verify() == []
        assert sum(not task.is_open for task in store.tasks()) >= total > KILLS
