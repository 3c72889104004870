"""P43: the ladder of one person and of one task, and people who are always in time."""

import pytest

from tests.practices.offices import STEPHANIE, WEDNESDAY, clocked, hand_over, opened
from tests.shell.office import CONFIG, Got, Office, at, kinds, one

OWN = CONFIG.replace(
    "zone: Asia/Manila}", "zone: Asia/Manila,\n    reminders: {before_days: 2, before: 0, late: 1h}}"
)
LONG = "Call everyone.\nDue by Friday December 18 5PM Pacific time."  # Saturday 09:00 in Manila


def _days(letters: list[Got]) -> list[tuple[str, str]]:
    return [(x.kind, x["Date"].split(",")[1].rpartition(":")[0].strip()) for x in letters]


def test_p43_a_person_may_have_a_ladder_of_their_own() -> None:
    """Two working days before Thursday is Tuesday 09:00 in Manila; then one hour late."""
    with opened(OWN) as office:
        hand_over(office)
        joy = clocked(office.pass_time(at(2026, 12, 4)), "joy")
        assert [kind for kind, _ in _days(joy)] == ["reminder", "overdue"]
        assert [day for _, day in _days(joy)] == ["01 Dec 2026 01:12", "03 Dec 2026 02:12"]


@pytest.mark.parametrize(
    ("line", "kinds_"),
    [
        ("remind: 3 days before", ["reminder", "reminder"]),
        ("no reminders", []),
        ("Reminders: none", []),
        ("remind: the day before", ["reminder", "reminder"]),
    ],
)
def test_p43_a_line_of_the_brief_sets_the_reminders_of_one_task(line: str, kinds_: list[str]) -> None:
    with opened() as office:
        body = f"Call everyone.\nDue by Friday December 11 5PM Pacific time.\n{line}"
        assignment, receipt = hand_over(office, body=body)
        assert "remind" in receipt.text.lower()
        office.reply(assignment, "accept")
        letters = office.pass_time(at(2026, 12, 12, 1))
        joy = [x.kind for x in clocked(letters, "joy") if x.kind != "probe"]
        assert joy == kinds_
        if "3" in line:  # Saturday 12 Dec 09:00 in Manila: three working days before is Wednesday
            assert [d for k, d in _days(clocked(letters, "joy")) if k == "reminder"][0].startswith("09 Dec")


def test_p43_without_reminders_lateness_is_told_all_the_same() -> None:
    with opened() as office:
        hand_over(office, body=WEDNESDAY + "\nno reminders")
        letters = office.pass_time(at(2026, 12, 4, 18))
        assert [x.kind for x in clocked(letters, "joy")] == ["overdue"]
        assert [x.kind for x in clocked(letters, "stephanie")] == ["late"]


def test_p43_the_owner_sets_them_by_a_word_and_takes_it_back() -> None:
    with opened() as office:
        _, receipt = hand_over(office)
        office.reply(receipt, "no reminders")
        assert office.letters() == []  # a word that worked gets no letter
        task = office.shop.store.task(1)
        assert task is not None and task.remind_days == 0
        office.reply(receipt, "remind: as usual")
        assert office.letters() == []
        assert [x.kind for x in clocked(office.pass_time(at(2026, 12, 3, 1)), "joy")] == ["reminder"] * 2


def test_p43_a_wish_that_cannot_be_read_is_said() -> None:
    with opened() as office:
        _, receipt = hand_over(office)
        office.reply(receipt, "remind: when the moon is full")
        told = one(office.letters(), "transcript").text
        assert "not done" in told and "remind: 2 days before" in told


def _finish(office: Office, subject: str, late: bool = False) -> None:
    body = "Call everyone.\nDue by tomorrow 5PM Pacific time."
    office.mail(STEPHANIE, "tasks+joy@example.com", subject, body)
    assignment = one(office.letters(), "assignment")
    if late:
        office.pass_time(at(2026, 12, 2, 8))
    office.reply(assignment, "done")
    review = next(x for x in office.letters() if x.kind == "review")
    office.reply(review, "approve")
    assert ("joy", "approved") in kinds(office.letters())


def test_p43_who_was_in_time_five_times_gets_one_reminder_instead_of_three() -> None:
    with opened() as office:
        for n in range(5):
            _finish(office, f"Task {n}")
        assignment, _ = hand_over(office, body=LONG)
        office.reply(assignment, "accept")
        joy = clocked(office.pass_time(at(2026, 12, 19, 1)), "joy")
        assert [kind for kind, _ in _days(joy)] == ["reminder"]


def test_p43_one_late_task_among_them_and_all_three_come() -> None:
    with opened() as office:
        _finish(office, "Late", late=True)
        for n in range(4):
            _finish(office, f"Task {n}")
        assignment, _ = hand_over(office, body=LONG)
        office.reply(assignment, "accept")
        joy = clocked(office.pass_time(at(2026, 12, 19, 1)), "joy")
        assert [kind for kind, _ in _days(joy)] == ["probe", "reminder", "reminder"]


def test_p43_another_contractor_is_not_trusted_for_it() -> None:
    """What Joy earned is not Ben's: a task that goes to him has his ladder."""
    with opened() as office:
        for n in range(5):
            _finish(office, f"Task {n}")
        _, receipt = hand_over(office, body=LONG)
        office.reply(receipt, "assign: ben")
        office.letters()
        ben = clocked(office.pass_time(at(2026, 12, 19, 1)), "ben")
        assert [kind for kind, _ in _days(ben)] == ["probe", "reminder", "reminder"]
