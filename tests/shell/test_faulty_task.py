"""A fault of ours over one task costs that task's reminder and no other's."""

import logging
from datetime import timedelta

import pytest

from shell.rounds import Round
from store.port import Batch
from tasks.events import Fact, Reassigned
from tasks.evolve import evolve
from tests.shell.office import Got, Office, at, kinds, one

STEPHANIE = "Stephanie Miller <stephanie@example.com>"
MORNING = at(2026, 12, 2, 1, 30)  # Wednesday 09:30 in Manila, a working day before it is due


def _task(office: Office, subject: str, who: str = "joy") -> int:
    body = "Call everyone.\nDue by Wednesday 5PM Pacific time."
    office.mail(STEPHANIE, f"tasks+{who}@example.com", subject, body)
    return int(one(office.letters(), "assignment")["X-Handoff-Task"][2:])


def _give(office: Office, number: int, contractor: str) -> None:
    """Hand the task on, behind the back of the rules, and let the clock look at it now."""
    store = office.shop.store
    task = store.task(number)
    assert task is not None
    fact = Fact(
        number, task.version + 1, office.now, "operator", "command line", Reassigned(contractor, "joy")
    )
    folded = evolve(task, fact)
    assert folded is not None
    store.commit(Batch(facts=(fact,), tasks=(folded,), wake={number: office.now}))


def _stumble_over(office: Office, number: int) -> None:
    """The rules of the ladder do not reckon with somebody whom the config does not know."""
    _give(office, number, "gone")


def _three(office: Office) -> int:
    """Three tasks; the one in the middle is the faulty one."""
    _task(office, "Door")
    faulty = _task(office, "Roof")
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
    assert kinds(letters) == [("joy", "reminder")]
    assert "Door" in letters[0].text
    assert "Wall" in letters[0].text
    assert "Roof" not in letters[0].text
    assert [words for words in done.trouble if "T-2" in words]


def test_it_is_logged_and_told_once(office: Office, caplog: pytest.LogCaptureFixture) -> None:
    _three(office)
    with caplog.at_level(logging.WARNING, "handoff"):
        letters = office.pass_time(at(2026, 12, 3, 17), timedelta(minutes=20))
    loud = [r for r in caplog.records if r.levelno >= logging.ERROR]
    assert len(loud) == 1
    assert "T-2" in loud[0].getMessage()
    assert loud[0].exc_info
    assert sum("T-2: a fault of ours" in letter.text for letter in letters) == 1


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
    _give(office, faulty, "ben")
    assert office.round().trouble == ()
    assert "Roof" in one(office.pass_time(at(2026, 12, 2, 22)), "reminder").text


def test_digests_come_all_the_same_and_name_it(office: Office) -> None:
    _three(office)
    letters = office.pass_time(at(2026, 12, 3, 1))
    digest = one([x for x in letters if x.to.startswith("stephanie")], "digest")
    assert "gone is not among the people of the config" in digest.text
