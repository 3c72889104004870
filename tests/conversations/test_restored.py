"""The disk is lost, the mail server is not: a backup and the folders bring all back."""

import shutil
from pathlib import Path

import pytest

from tests.conversations.business import PATIENCE, write_config
from tests.conversations.clients import STEPHANIE, Clients
from tests.conversations.process import Program
from tests.servers.stack import TASKS, USERS, Stack

pytestmark = [pytest.mark.needs("dovecot", "postfix", "swaks"), pytest.mark.timeout(300)]


def task(program: Program, stack: Stack, title: str) -> None:
    people = Clients(stack)
    people.by_swaks(people.fresh(STEPHANIE, "tasks+joy@shop.test", title, "Please do it by Friday."))
    stack.wait_for_mail(TASKS, 1, seconds=PATIENCE)
    assert program.do("once").code == 0


def tasks(program: Program) -> list[dict[str, object]]:
    """All of each task but the moment it was opened, which is that of its arrival now."""
    return [{k: v for k, v in row.items() if k != "opened_at"} for row in program.do("list", "--json").json]


def test_a_lost_disk_comes_back_from_a_backup_and_the_folders(clean_stack: Stack, tmp_path: Path) -> None:
    program = Program(write_config(clean_stack, tmp_path), USERS[TASKS])
    assert program.do("once").code == 0
    task(program, clean_stack, "Before")
    usb = tmp_path / "usb"
    assert program.do("backup", str(usb)).code == 0
    task(program, clean_stack, "Since")
    came = len(clean_stack.sink.wait_for(4, seconds=PATIENCE))
    before = tasks(program)
    shutil.rmtree(tmp_path / "store")

    (backup,) = usb.iterdir()
    said = program.do("restore", str(backup))
    assert said.code == 0, said
    assert tasks(program) == before
    assert program.do("verify").code == 0
    assert sorted(row["state"] for row in program.do("outbox", "--json").json) == ["held", "held"]
    assert program.do("once").code == 0
    assert len(clean_stack.sink.mails) == came
    assert len(clean_stack.mailbox(TASKS)["Handoff/Joy Santos"]) == 2
    task(program, clean_stack, "After")
    assert [row["title"] for row in program.do("list", "--json").json] == ["Before", "Since", "After"]
