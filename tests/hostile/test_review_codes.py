"""Questions by code: a forgery never keeps an owner from a word of their own, and
an owner's word is never held in silence."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from tests.hostile.kit import STEPHANIE, Siege, besieged
from tests.shell.office import Got, kinds, one

TASKS = "tasks@example.com"
ABOUT = "Re: [T-1] Calldown"


@pytest.fixture
def siege(tmp_path: Path) -> Iterator[Siege]:
    with besieged(tmp_path) as opened:
        opened.begin()
        yield opened


def says(siege: Siege, body: str, *, proven: bool) -> list[Got]:
    """Her word under the task's tag, outside its thread; what it brought about."""
    siege.office.now += timedelta(minutes=10)
    siege.office.mail(STEPHANIE, TASKS, ABOUT, body, proven=proven)
    return siege.office.letters()


def state(siege: Siege) -> str:
    task = siege.store.task(1)
    assert task is not None
    return task.state


def digest(siege: Siege) -> Got:
    office = siege.office
    return next(x for x in office.pass_time(office.now + timedelta(days=2)) if x.kind == "digest")


def test_a_forged_question_does_not_gag_the_owner(siege: Siege) -> None:
    forged = one(says(siege, "hold", proven=False), "confirm")
    hers = one(says(siege, "cancel", proven=True), "confirm")
    assert '"cancel" on T-1' in hers.text
    siege.office.reply(forged, "yes")
    told = one(siege.office.letters(), "transcript")
    assert "took the place of this question" in told.text and "H-1 is still held" in told.text
    assert state(siege) == "handed over"
    siege.office.reply(hers, "yes")
    siege.office.letters()
    assert state(siege) == "cancelled"


def test_what_was_asked_first_is_told_in_the_next_digest(siege: Siege) -> None:
    says(siege, "hold", proven=False)
    says(siege, "cancel", proven=True)
    told = digest(siege)
    assert told.text.count("H-1") >= 1 and "a better proven mail about T-1" in " ".join(told.text.split())
    assert "H-2" not in told.text


def test_a_forgery_never_takes_the_place_of_a_proven_question(siege: Siege) -> None:
    hers = one(says(siege, "cancel", proven=True), "confirm")
    assert kinds(says(siege, "hold", proven=False)) == [("stephanie", "knock")]
    assert says(siege, "approve", proven=False) == []  # one knock a day, the rest stands in the digest
    siege.office.reply(hers, "yes", proven=False)
    siege.office.letters()
    assert state(siege) == "cancelled"


def test_a_second_forgery_knocks_once_that_day(siege: Siege) -> None:
    assert kinds(says(siege, "hold", proven=False)) == [("stephanie", "confirm")]
    assert kinds(says(siege, "cancel", proven=False)) == [("stephanie", "knock")]
    assert says(siege, "approve", proven=False) == []
    assert len(siege.held()) == 3


def test_a_second_word_of_money_has_its_own_question(siege: Siege) -> None:
    office = siege.office
    office.mail(STEPHANIE, "tasks+ben@example.com", "Flyer", "Draw a flyer by Friday. Budget: $120")
    office.reply(one(office.letters(), "assignment"), "done\ninvoice: 120 USD")
    review = one(office.letters(), "review")
    office.reply(review, "approve", proven=False)
    first = one(office.letters(), "confirm")
    office.now += timedelta(minutes=10)
    office.reply(review, "paid", proven=False)
    second = one(office.letters(), "confirm")
    assert '"approve" on T-2' in first.text and '"paid" on T-2' in second.text
    office.reply(first, "yes", proven=False)
    office.reply(second, "yes", proven=False)
    office.letters()
    task = siege.store.task(2)
    assert task is not None and task.state == "approved" and task.bills[0].paid_at is not None


def test_after_its_time_a_question_holds_nothing_up(siege: Siege) -> None:
    says(siege, "hold", proven=False)
    siege.office.now += timedelta(hours=48)
    assert [x.kind for x in says(siege, "cancel", proven=False)].count("confirm") == 1


def test_fifty_forged_questions_do_not_use_up_the_owners_own(siege: Siege) -> None:
    for n in range(50):
        siege.office.now += timedelta(minutes=3)
        siege.office.mail(STEPHANIE, "tasks+joy@example.com", f"Roof {n}", "Mend it by Friday.", proven=False)
        assert kinds(siege.office.letters()) == [("stephanie", "confirm")]
    assert kinds(says(siege, "hold", proven=False)) == [("stephanie", "knock")]
    assert kinds(says(siege, "cancel", proven=True)) == [("stephanie", "confirm")]
