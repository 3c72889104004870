"""Old mail leaves the disk when its time is over, and never that of an open task."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from shell.retention import sweep
from tests.shell.office import CONFIG, MONDAY, Office, one, run

DAYS = timedelta(days=1)


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    config = CONFIG + "retention: {mail_days: 30}\n"
    opened = Office(tmp_path, config, one_process=True)
    yield opened
    assert list(opened.shop.store.verify()) == []
    opened.close()


FILE = """--x
Content-Type: text/plain

{}
--x
Content-Type: application/pdf; name="{}.pdf"
Content-Disposition: attachment; filename="{}.pdf"

bytes of {}
--x--"""


def closed_and_open(office: Office) -> None:
    """T-1 is approved on Monday, T-2 goes on for ever; each has an attachment."""
    for title in ("Closed", "Open"):
        body = FILE.format(f"Please see to {title}. Due: Friday 5pm", title, title, title)
        kind = 'multipart/mixed; boundary="x"'
        office.mail("stephanie@example.com", "tasks+joy@example.com", title, body, media_type=kind)
    letters = office.letters()
    assignment = next(g for g in letters if g.kind == "assignment" and "Closed" in g.subject)
    office.reply(assignment, "done")
    office.reply(one(office.letters(), "review"), "approve")
    office.letters()


def kept(office: Office, number: int) -> tuple[bool, bool]:
    """Whether the first mail of the task and its file are on the disk."""
    task = office.shop.store.task(number)
    assert task is not None
    (row, *_), (file,) = office.shop.store.ledger_of(number), task.files
    return office.shop.spool.get(row.raw) is not None, office.shop.spool.get(file.sha256) is not None


def test_mails_of_closed_tasks_go_when_their_time_is_over(office: Office) -> None:
    closed_and_open(office)
    office.now = MONDAY + 29 * DAYS
    sweep(office.shop)
    assert kept(office, 1) == (True, True)
    office.now = MONDAY + 31 * DAYS
    sweep(office.shop)
    assert kept(office, 1) == (False, False)
    assert kept(office, 2) == (True, True)


def test_a_mail_that_was_removed_is_still_known(office: Office) -> None:
    closed_and_open(office)
    office.now = MONDAY + 31 * DAYS
    sweep(office.shop)
    office.mailroom.renumber()
    office.letters()
    assert office.shop.store.next_task() == 3


def test_held_mail_is_named_to_the_owner_when_it_goes(tmp_path: Path) -> None:
    office = Office(tmp_path, one_process=True)
    office.mail("stranger@example.org", subject="A job", body="Please paint it.")
    office.letters()
    (held,) = office.shop.store.held_rows()
    row = office.shop.store.ledger(held.key)
    assert row is not None
    office.now = MONDAY + 89 * DAYS
    sweep(office.shop)
    assert office.shop.store.held_rows() == [held]
    office.now = MONDAY + 91 * DAYS
    sweep(office.shop)
    assert office.shop.store.held_rows() == []
    assert office.shop.spool.get(row.raw) is None
    ((_, words),) = office.shop.store.remarks(office.now - DAYS)
    assert "A job" in words
    assert "stranger@example.org" in words
    office.close()


def test_the_round_sweeps_once_a_day(office: Office) -> None:
    closed_and_open(office)
    office.now = MONDAY + 31 * DAYS
    office.round()
    assert kept(office, 1) == (False, False)
    assert office.shop.store.meta("swept") == "2026-12-31"


def test_what_would_go_can_be_looked_at_first(office: Office, capsys: pytest.CaptureFixture[str]) -> None:
    closed_and_open(office)
    office.now = MONDAY + 31 * DAYS
    assert run(office, "retention") == 0
    said = capsys.readouterr().out
    assert "3 mails" in said
    assert "1 file" in said
    assert kept(office, 1) == (True, True)


def test_nothing_goes_where_the_config_says_for_ever(tmp_path: Path) -> None:
    office = Office(tmp_path, one_process=True)
    closed_and_open(office)
    office.now = MONDAY + 4000 * DAYS
    sweep(office.shop)
    assert kept(office, 1) == (True, True)
    office.close()


def test_a_mail_that_opened_several_tasks_stays_while_one_is_open(office: Office) -> None:
    body = "1. Call them by Thursday.\n2. Paint the door by Friday.\nDue: Friday 5pm"
    office.mail("stephanie@example.com", "tasks+joy@example.com", "Two things", body)
    letters = office.letters()
    split = [g for g in letters if g.kind == "split"]
    office.reply(split[0], "split")
    office.letters()
    (row, *_) = office.shop.store.ledger_of(1)
    office.now = MONDAY + 31 * DAYS
    sweep(office.shop)
    assert office.shop.spool.get(row.raw) is not None


def test_a_sweep_that_was_cut_is_finished_by_the_next(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    closed_and_open(office)
    office.now = MONDAY + 31 * DAYS

    def cut(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(type(office.shop.spool), "forget", cut)
        with pytest.raises(KeyboardInterrupt):
            sweep(office.shop)
    sweep(office.shop)
    assert kept(office, 1) == (False, False)
