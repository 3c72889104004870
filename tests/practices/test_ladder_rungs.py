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
