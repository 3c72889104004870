"""P39: the owner may ask at any time, once a day, and is told what comes by itself.
P44: the escalation letter says why, and what happened."""

from tests.practices.offices import clocked, hand_over, of_kind, opened
from tests.shell.office import at, one

LONG = "Call everyone.\nDue by Friday December 18 5PM Pacific time."


def test_p39_nudge_asks_at_once_and_says_what_comes_by_itself() -> None:
    """It is night in Manila, but mail does not ring."""
    with opened() as office:
        assignment, receipt = hand_over(office, body=LONG)
        office.reply(assignment, "accept")
        office.letters()
        office.pass_time(at(2026, 12, 1, 17, 30))
        office.reply(receipt, "nudge")
        letters = office.letters()
        asked = one(letters, "probe")
        assert asked.to == "joy@example.net"
        assert asked.subject == assignment.subject
        head = "\n".join(asked.text.splitlines()[:3])
        assert "Stephanie asks how it goes" in head and "yes" in head and "What you write goes" in head
        told = " ".join(one(letters, "transcript").text.split())
        assert "asked Joy" in told and "by itself" in told


def test_p39_a_second_nudge_on_a_day_waits_for_nudge_now() -> None:
    with opened() as office:
        _, receipt = hand_over(office, body=LONG)
        office.reply(receipt, "nudge")
        office.letters()
        office.pass_time(at(2026, 11, 30, 19, 12))
        office.reply(receipt, "nudge")
        letters = office.letters()
        assert of_kind(letters, "joy") == []
        told = " ".join(one(letters, "transcript").text.split())
        assert "you asked Joy 2 hours ago" in told and "nudge now" in told and "by itself" in told
        office.reply(receipt, "nudge now")
        assert of_kind(office.letters(), "joy") == ["probe"]


def test_p39_a_reminder_of_the_same_day_counts_as_asked() -> None:
    """Wednesday's reminder goes out at 09:00 in Manila, Tuesday 17:00 in Los Angeles."""
    with opened() as office:
        _, receipt = hand_over(office)
        assert [x.kind for x in clocked(office.pass_time(at(2026, 12, 2, 1, 30)), "joy")] == ["reminder"]
        office.reply(receipt, "nudge")
        letters = office.letters()
        assert of_kind(letters, "joy") == []
        assert "I asked Joy" in " ".join(one(letters, "transcript").text.split())


def test_p39_nudge_is_not_sent_while_the_owner_owes_the_answer() -> None:
    with opened() as office:
        assignment, receipt = hand_over(office, body=LONG)
        office.reply(assignment, "question: which script?")
        office.letters()
        office.reply(receipt, "nudge")
        letters = office.letters()
        assert of_kind(letters, "joy") == []
        assert "waits for you" in " ".join(one(letters, "transcript").text.split())


def test_p39_a_nudge_begins_no_second_question_of_the_clock() -> None:
    """Asked on Tuesday evening in Manila: Wednesday morning does not ask the same again."""
    with opened() as office:
        _, receipt = hand_over(office, body=LONG)
        office.pass_time(at(2026, 12, 1, 12))
        office.reply(receipt, "nudge")
        office.letters()
        assert clocked(office.pass_time(at(2026, 12, 2, 9)), "joy") == []


def test_p39_answer_to_a_nudge_is_one_word() -> None:
    with opened() as office:
        _, receipt = hand_over(office, body=LONG)
        office.reply(receipt, "nudge")
        office.reply(one(office.letters(), "probe"), "yes")
        assert office.letters() == []
        task = office.shop.store.task(1)
        assert task is not None and task.state == "accepted"


def test_p44_escalation_says_why_and_what_happened() -> None:
    with opened() as office:
        assignment, receipt = hand_over(office)
        office.reply(assignment, "accept")
        office.letters()
        office.reply(assignment, "eta: Friday 5pm")
        proposal = one(office.letters(), "proposal")
        office.reply(proposal, "ok")
        office.letters()
        office.reply(assignment, "20%")
        letters = office.pass_time(at(2026, 12, 11))
        escalation = one([x for x in letters if x.kind == "escalation"], "escalation")
        text = " ".join(escalation.text.split())
        assert "You hear of it because it is 24 working hours past its date" in text
        for words in (
            "Stephanie asked for it",
            "Joy accepted",
            "date was changed",
            "20 % done",
            "it was due",
        ):
            assert words in text, words
        assert text.index("accepted") < text.index("date was changed") < text.index("it was due")
        assert "Joy was asked" in text
