"""The real process is killed in the middle of a burst, again and again."""

import random
import signal
from collections import Counter
from pathlib import Path

import pytest

from store.reader import open_reader
from tasks.evolve import evolve
from tasks.letters import OutboxState
from tests.conversations.business import PATIENCE, write_config
from tests.conversations.clients import STEPHANIE, Clients, Letter
from tests.conversations.process import Program, stopped_by
from tests.conversations.test_real_replay import PROOF, by_lmtp
from tests.servers.running import until
from tests.servers.stack import TASKS, USERS, Stack

pytestmark = [pytest.mark.needs("dovecot", "postfix"), pytest.mark.timeout(600)]
BURST = 30
KILLS = 6
SEED = 20261130


def burst(stack: Stack) -> None:
    """Thirty task mails at once, with the word of our own server on top."""
    fresh = Clients(stack).fresh
    text = "Do number {} by Friday."
    mails = [fresh(STEPHANIE, "tasks+joy@shop.test", f"Task {n}", text.format(n)) for n in range(BURST)]
    by_lmtp(stack, [PROOF + mail.raw for mail in mails])


def killed_at(program: Program, line: int) -> bool:
    """Start it, and kill it as soon as its log has so many lines in all, which is
    at any point of its work. False if it never came so far."""
    with program.running() as process:
        reached = until(lambda: program.log.count("\n") >= line, PATIENCE)
        assert process.poll() is None
        stopped_by(process, signal.SIGKILL)
    return reached


def test_killed_at_random_nothing_is_lost_and_no_task_doubled(clean_stack: Stack, tmp_path: Path) -> None:
    program = Program(write_config(clean_stack, tmp_path), USERS[TASKS])
    assert program.do("once").code == 0
    burst(clean_stack)
    # one line for each mail that is filed and each letter that is posted: 90 in all
    moments = sorted(random.Random(SEED).sample(range(1, 3 * BURST - 5), KILLS))
    for line in moments:
        assert killed_at(program, line), f"{line}: {program.log[-2000:]}"
    with program.running() as process:
        clean_stack.sink.wait_for(2 * BURST, seconds=PATIENCE)
        assert until(lambda: clean_stack.mailbox(TASKS)["INBOX"] == [], PATIENCE, every=0.1)
        assert until(lambda: unsent(program) == 0, PATIENCE, every=0.1)
        assert stopped_by(process, signal.SIGTERM) == 0
    look_back(program, clean_stack)


def unsent(program: Program) -> int:
    """How many letters are owed still. One that was cut off twice waits ten
    minutes for a last look, and goes out no third time: it is in doubt, and told."""
    store = open_reader(tmp_store(program), evolve)
    rows = store.outbox(limit=5000)
    store.close()
    return sum(row.state not in (OutboxState.SENT, OutboxState.UNCERTAIN) for row in rows)


def look_back(program: Program, stack: Stack) -> None:
    """Thirty tasks; every letter came, at most one of them twice for each kill,
    and then with the very same bytes; every mail lies in its folder."""
    tasks = program.do("list", "--all", "--json").json
    assert sorted(t["title"] for t in tasks) == sorted(f"Task {n}" for n in range(BURST))
    assert len(stack.mailbox(TASKS)["Handoff/Joy Santos"]) == BURST
    came = Counter(Letter(c).message_id for c in stack.sink.mails)
    store = open_reader(tmp_store(program), evolve)
    owed = {row.message_id for row in store.outbox(limit=5000)}
    doubted = {row.message_id for row in store.outbox([OutboxState.UNCERTAIN])}
    store.close()
    assert owed - doubted <= set(came) <= owed
    assert len(doubted) <= KILLS // 2  # each was cut off twice
    assert len(owed) == 2 * BURST
    assert max(came.values()) <= 2
    assert sum(came.values()) - len(came) <= KILLS
    assert program.do("verify").code == 0


def tmp_store(program: Program) -> Path:
    return program.config.with_name("store") / "handoff.db"
