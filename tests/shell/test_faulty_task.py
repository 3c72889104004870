"""A fault of ours over one task costs that task's reminder and no other's."""

import logging
from dataclasses import replace
from datetime import UTC, timedelta

import pytest

from shell.rounds import Round
from store.port import Batch
from tasks.events import DueAgreed, Fact, Reassigned
from tasks.evolve import evolve
from tests.shell.office import Got, Office, at, kinds, one

STEPHANIE = "Stephanie Miller <stephanie@example.com>"
OLIVIA = "Olivia Miller <olivia@example.com>"
MORNING = at(2026, 12, 2, 1, 30)  # Wednesday 09:30 in Manila, a working day before it is due


def _task(office: Office, subject: str, owner: str = STEPHANIE) -> int:
    body = "Call everyone.\nDue by Wednesday 5PM Pacific time."
    office.mail(owner, "tasks+joy@example.com", subject, body)
    return int(one(office.letters(), "assignment")["X-Handoff-Task"][2:])


def _record(office: Office, number: int, *events: DueAgreed | Reassigned) -> None:
    """Facts behind the back of the rules; the clock looks at the task now."""
    store = office.shop.store
    task = store.task(number)
    for event in events:
        assert task is not None
        fact = Fact(number, task.version + 1, office.now, "operator", "command line", event)
        task = evolve(task, fact)
        assert task is not None
        store.commit(Batch(facts=(fact,), tasks=(task,), wake={number: office.now}))


def _stumble_over(office: Office, number: int) -> None:
    """No rule of the ladder reckons with a date without a zone."""
    task = office.shop.store.task(number)
    assert task is not None and task.due is not None
    _record(office, number, DueAgreed(replace(task.due, at=task.due.at.replace(tzinfo=None)), "by hand"))


def _mend(office: Office, number: int) -> None:
    """The date has its zone again, and Ben has the work."""
    task = office.shop.store.task(number)
    assert task is not None and task.due is not None
    due = replace(task.due, at=task.due.at.replace(tzinfo=UTC))
    _record(office, number, DueAgreed(due, "by hand"), Reassigned("ben", "joy"))


def _three(office: Office) -> int:
    """Three tasks; the one in the middle is the faulty one."""
    _task(office, "Door")
    faulty = _task(office, "Roof", OLIVIA)
    _task(office, "Wall")
    office.now = MORNING
    _stumble_over(office, faulty)
    return faulty


def _round(office: Office) -> tuple[Round, list[Got]]:
    done = office.round()
    return done, office.letters()


def test_the_reminders_of_the_others_go_out_as_ever(office: Office) -> None:
    _three(office)
    done, letters = _round(office)
    reminder = one([x for x in letters if x.kind != "digest"], "reminder")
    assert reminder.to == "joy@example.net"
    assert "Door" in reminder.text
    assert "Wall" in reminder.text
    assert "Roof" not in reminder.text
    assert [words for words in done.trouble if "T-2" in words]


def test_it_is_logged_and_told_once(office: Office, caplog: pytest.LogCaptureFixture) -> None:
    """To the first owner, too: the digest of its own may stumble over it as well."""
    _three(office)
    with caplog.at_level(logging.WARNING, "handoff"):
        letters = office.pass_time(at(2026, 12, 4, 17), timedelta(minutes=20))
    loud = [r for r in caplog.records if "T-2: a fault of ours" in r.getMessage()]
    assert len(loud) == 1
    assert loud[0].exc_info
    assert sum("T-2: a fault of ours" in " ".join(x.text.split()) for x in letters) == 1


def test_no_occurrence_of_it_is_used_up(office: Office) -> None:
    faulty = _three(office)
    before = office.shop.store.task(faulty)
    _round(office)
    after = office.shop.store.task(faulty)
    assert after == before
    assert not [slot for slot in office.shop.store.slots("day-before:") if f"T-{faulty}:" in slot]


def test_it_is_looked_at_again_after_an_hour(office: Office) -> None:
    """And not in each round: it would be stumbled over, and logged, each minute."""
    faulty = _three(office)
    _round(office)
    wake = office.shop.store.next_wake()
    assert wake is not None
    assert timedelta(minutes=59) < wake - MORNING < timedelta(minutes=61)
    assert office.round().trouble == ()
    _mend(office, faulty)
    assert office.round().trouble == ()
    reminded = [x for x in office.pass_time(at(2026, 12, 2, 22)) if x.to == "ben@example.org"]
    assert "Roof" in one(reminded, "reminder").text


def test_the_digest_of_the_others_comes(office: Office, caplog: pytest.LogCaptureFixture) -> None:
    """Olivia's cannot be written: that is logged each hour, and Stephanie's is there."""
    _three(office)
    office.now = at(2026, 12, 2, 15)  # 07:00 in Los Angeles
    letters = office.pass_time(at(2026, 12, 2, 17, 50), timedelta(minutes=10))
    assert [to for to, kind in kinds(letters) if kind == "digest"] == ["stephanie"]
    faults = [r for r in caplog.records if "the digest of olivia" in r.getMessage()]
    assert len(faults) == 3


def test_a_digest_comes_late_where_the_fault_was_mended(office: Office) -> None:
    faulty = _three(office)
    office.now = at(2026, 12, 2, 16, 30)
    assert "olivia" not in {to for to, kind in kinds(office.letters()) if kind == "digest"}
    _mend(office, faulty)
    office.restart()
    assert "olivia" in {to for to, kind in kinds(office.letters()) if kind == "digest"}
