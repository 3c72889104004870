"""P43, P50: whoever was told to be late, asked, and was answered, is asked once more four working
hours later.

Due Wednesday 17:00 in Los Angeles, which is Thursday 9:00 in Manila (1:00 UTC); Joy works from then to
9:00 UTC.
"""

from tests.practices.offices import hand_over, opened
from tests.shell.office import Got, at, one

JOY, HER = "Joy Santos <joy@example.net>", "joy@example.net"


def overdue(letters: list[Got]) -> list[str]:
    return [x["Date"][:22] for x in letters if x.to == HER and x.kind == "overdue"]


def test_p43_after_the_answer_lateness_is_asked_about_once_more() -> None:
    """Answered on Thursday 21:42 UTC; Friday 1:00 begins Joy's day, so that 5:00 is four hours later."""
    with opened() as office:
        assignment, _ = hand_over(office)
        assert overdue(office.pass_time(at(2026, 12, 3, 6))) == ["Thu, 03 Dec 2026 05:12"]
        office.reply(assignment, "question: which list?")
        question = one(office.letters(), "question")
        assert overdue(office.pass_time(at(2026, 12, 3, 21, 42))) == []
        office.reply(question, "The long one.")
        assert overdue(office.pass_time(at(2026, 12, 14))) == ["Fri, 04 Dec 2026 05:12"]


def test_p43_not_where_they_were_not_told_before_the_answer() -> None:
    """Asked before the date: the one letter about lateness comes four hours after the answer."""
    with opened() as office:
        assignment, _ = hand_over(office)
        office.reply(assignment, "question: which list?")
        question = one(office.letters(), "question")
        assert overdue(office.pass_time(at(2026, 12, 3, 21, 42))) == []
        office.reply(question, "The long one.")
        assert overdue(office.pass_time(at(2026, 12, 14))) == ["Fri, 04 Dec 2026 05:12"]


def test_p43_nor_where_nobody_answered_or_they_wrote_that_it_is_done() -> None:
    with opened() as office:
        assignment, _ = hand_over(office)
        office.pass_time(at(2026, 12, 3, 6))
        office.reply(assignment, "question: which list?")
        question = one(office.letters(), "question")
        assert overdue(office.pass_time(at(2026, 12, 8))) == []
        office.reply(question, "The long one.")
        office.letters()
        office.reply(assignment, "done")
        assert overdue(office.pass_time(at(2026, 12, 14))) == []
