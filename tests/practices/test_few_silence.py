"""P33: silence that approves asks its owner nothing in a letter of its own; the digest does."""

from tests.practices.offices import STEPHANIE, hand_over, opened
from tests.shell.office import at, kinds, one, to

OWNER = "stephanie@example.com"


def test_p33_a_question_that_is_open_when_silence_approves_stands_in_the_digest() -> None:
    """Handed in and asked on Monday: the owner hears of both, is reminded of the answer, and on Thursday
    silence approves. From then on the question stands under Waiting for you."""
    with opened() as office:
        assignment, _ = hand_over(office)
        office.reply(assignment, "done")
        office.letters()
        office.reply(assignment, "question: which list?")
        assert kinds(to(office.letters(), OWNER)) == [("stephanie", "question")]
        letters = office.pass_time(at(2026, 12, 4, 16))
        assert "question" not in [x.kind for x in to(letters, OWNER)]
        approved = one(to(letters, "joy@example.net"), "approved")
        assert "which list?" in approved.text
        digest = [x for x in to(letters, OWNER) if x.kind == "digest"][-1]
        waits = digest.text.partition("WAITING FOR YOU")[2]
        assert "T-1" in waits and "which list?" in waits


def test_p33_where_the_owner_approves_it_is_asked_once_more() -> None:
    with opened() as office:
        assignment, _ = hand_over(office)
        office.reply(assignment, "done")
        review = one(office.letters(), "review")
        office.reply(assignment, "question: which list?")
        office.letters()
        office.reply(review, "approve", sender=STEPHANIE)
        assert ("stephanie", "question") in kinds(office.letters())
