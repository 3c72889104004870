"""The commands, as processes, on real servers: exit codes and the JSON that others rely on."""

import signal
from pathlib import Path

import pytest

from tests.conversations.business import PATIENCE, write_config
from tests.conversations.clients import STEPHANIE, Clients, Letter
from tests.conversations.process import Program, stopped_by
from tests.servers.fixtures import cleaned
from tests.servers.running import until
from tests.servers.stack import TASKS, USERS, Stack

pytestmark = [pytest.mark.needs("dovecot", "postfix", "swaks"), pytest.mark.timeout(300)]
LIST_KEYS = {
    "id",
    "title",
    "owner",
    "contractor",
    "state",
    "waiting_for",
    "due_at",
    "due_phrase",
    "opened_at",
}
SHOW_KEYS = LIST_KEYS | {"brief", "history", "thread", "files"}
OUTBOX_KEYS = {"message_id", "to", "task", "letter", "state", "attempts", "created_at", "sent_at"}
HELD_KEYS = {"id", "at", "from", "subject", "reason", "knock", "table", "confirm_until"}
WHY_KEYS = {"at", "from", "subject", "filed", "matched", "proof", "kind", "new_words"}


@pytest.fixture
def program(clean_stack: Stack, tmp_path: Path) -> Program:
    return started(clean_stack, tmp_path)


@pytest.fixture(scope="module")
def resting(stack: Stack, tmp_path_factory: pytest.TempPathFactory) -> Program:
    """One for all commands that only look."""
    return started(cleaned(stack), tmp_path_factory.mktemp("resting"))


def started(stack: Stack, folder: Path) -> Program:
    """A program whose first start lies behind it."""
    program = Program(write_config(stack, folder, mailbox="poll_seconds: 600"), USERS[TASKS])
    first = program.do("once")
    assert (first.code, first.err) == (0, "")
    return program


def send(stack: Stack, sender: str = STEPHANIE, subject: str = "Calldown list") -> None:
    """One task mail by swaks, there when this returns."""
    people = Clients(stack)
    people.by_swaks(people.fresh(sender, "tasks+joy@shop.test", subject, "Call them by Friday 5pm, please."))
    stack.wait_for_mail(TASKS, 1, seconds=PATIENCE)


def test_every_command_answers_with_its_keys(program: Program, clean_stack: Stack) -> None:
    send(clean_stack)
    ahead = program.do("preview", "--json")
    assert ahead.code == 0
    assert sorted(letter["kind"] for letter in ahead.json) == ["assignment", "receipt"]
    assert clean_stack.sink.mails == ()
    assert len(clean_stack.mailbox(TASKS)["INBOX"]) == 1  # it sent nothing and moved nothing

    assert program.do("once").code == 0
    clean_stack.sink.wait_for(2, seconds=PATIENCE)
    (row,) = program.do("list", "--json").json
    assert set(row) >= LIST_KEYS
    assert (row["id"], row["contractor"], row["waiting_for"]) == ("T-1", "joy", "contractor")
    shown = program.do("show", "T-1", "--json").json
    assert set(shown) >= SHOW_KEYS
    assert {key for entry in shown["history"] for key in entry} >= {"at", "by", "proof", "event"}
    assert {key for entry in shown["thread"] for key in entry} >= {"message_id", "from", "at", "kind"}
    (why,) = program.do("why", "T-1", "--json").json
    assert set(why) >= WHY_KEYS
    assert why["proof"] == "A"
    letters = program.do("outbox", "--all", "--json").json
    assert {row["state"] for row in letters} == {"sent"}
    assert all(set(row) >= OUTBOX_KEYS for row in letters)
    assert program.do("outbox", "--json").json == []
    monday = "2031-01-06T07:30:00-08:00"  # the first working day of a week always has a digest
    (digest,) = program.do("digest", "--json", "--at", monday).json
    assert "Calldown list" in digest["text"]
    assert program.do("verify", "--json").json == {"ok": True, "differences": []}


@pytest.mark.parametrize("command", ["list", "outbox", "held", "digest", "verify", "preview", "check"])
def test_every_command_has_words_for_people(resting: Program, command: str) -> None:
    said = resting.do(command)
    assert (said.code, said.err) == (0, "")
    assert said.out.strip()


def test_check_says_what_works(resting: Program) -> None:
    said = resting.do("check", "--json")
    assert said.code == 0
    text = " ".join(row["says"] for row in said.json)
    assert all(row["ok"] for row in said.json)
    for part in ("IMAP: logged in", "SMTP: logged in", "mail.shop.test are believed", "Secret address"):
        assert part in text


def test_a_task_that_is_not_there_is_wrong_usage(resting: Program) -> None:
    said = resting.do("show", "T-9")
    assert said.code == 64
    assert said.err == "There is no task T-9. `list --all` shows those there are.\n"


def test_run_is_woken_by_mail_takes_orders_and_stops_when_told(program: Program, clean_stack: Stack) -> None:
    """It polls every ten minutes here: what comes sooner came by IDLE."""
    with program.running() as process:
        send(clean_stack, "Eve <eve@evil.test>", "Do this at once")
        program.wait_for_log("as=held")
        (held,) = program.do("held", "--json").json
        assert set(held) >= HELD_KEYS
        dropped = program.do("held", "drop", held["id"])
        assert (dropped.code, dropped.out) == (0, f"Left for the running daemon: drop {held['id']}.\n")
        assert until(lambda: clean_stack.mailbox(TASKS)["INBOX"] == [], PATIENCE, every=0.1)
        send(clean_stack)
        caught = clean_stack.sink.wait_for(2, seconds=PATIENCE)
        assert sorted(Letter(c).kind for c in caught) == ["assignment", "receipt"]
        assert program.do("held", "--json").json == []  # the round that the mail began took the order up
        assert stopped_by(process, signal.SIGTERM) == 0
    assert program.do("verify").code == 0
    assert clean_stack.sink.to("eve@evil.test") == ()
