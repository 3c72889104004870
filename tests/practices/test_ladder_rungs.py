"""P43: each rung of the ladder once, whatever is said in between."""

from tests.practices.offices import clocked, hand_over, opened
from tests.shell.office import at


def test_p43_a_question_open_over_a_change_of_date_stops_no_letter() -> None:
    """The owner was chased for the answer, then set another date: that is no answer,
    and all other letters of the clock go on."""
    with opened() as office:
        assignment, receipt = hand_over(office)
        office.reply(assignment, "blocked: which script?")
        first = clocked(office.pass_time(at(2026, 12, 1, 18)), "stephanie")
        assert [x.kind for x in first] == ["owed-answer"]
        office.reply(receipt, "due: Friday 5pm")
        office.letters()
        hand_over(office, "Router", "Open the port.\nDue by Thursday 5PM Eastern time.", "ben")
        letters = office.pass_time(at(2026, 12, 5))
        assert [x.kind for x in clocked(letters, "ben")][0] == "reminder"
        assert [x.kind for x in clocked(letters, "stephanie")].count("owed-answer") == 1  # the second


def test_p43_each_of_several_tasks_approved_at_one_moment_leaves_its_mark() -> None:
    """Two pieces handed in on one day are approved by one silence: one in time, one
    late. Who is always in time is known by each of them."""
    with opened() as office:
        in_time, _ = hand_over(office)
        late, _ = hand_over(office, "Router", "Open the port.\nDue by Tuesday 7PM Pacific time.")
        office.pass_time(at(2026, 12, 2, 3, 30))
        for assignment in (in_time, late):
            office.reply(assignment, "done")
        office.letters()
        office.pass_time(at(2026, 12, 9))
        assert [task.stage.value for task in office.shop.store.tasks()] == ["approved", "approved"]
        assert sorted(office.shop.store.meta("in-time:joy") or "") == ["0", "1"]
