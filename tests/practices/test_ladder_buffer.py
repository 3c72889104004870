"""P15: the owner's own date stays private; the contractor has an earlier one.

Every letter to a contractor, in this test as in all others of an office, is
looked through for the private date (tests/shell/private.py)."""

import pytest

from tests.practices.offices import STEPHANIE, hand_over, of_kind, opened
from tests.shell.office import Got, Office, at, kinds, one
from tests.shell.private import Watch, leaks

BUFFER = "Draw a flyer.\nDue: Friday 5pm\nbuffer: 2 days"  # Friday 4 Dec; two working days before: Wednesday


def _text(letter: Got) -> str:
    return " ".join(letter.text.split())


def _due(office: Office) -> tuple[object, object]:
    task = office.shop.store.task(1)
    assert task is not None and task.due is not None
    return task.due.at, task.own_due.at if task.own_due else None


def test_p15_the_contractor_reads_the_earlier_date_and_nothing_of_the_other() -> None:
    with opened() as office:
        assignment, receipt = hand_over(office, "Flyer", BUFFER)
        assert _due(office) == (at(2026, 12, 3, 1), at(2026, 12, 5, 1))
        assert "Wed 2 Dec 2026, 17:00 Pacific" in _text(assignment)
        for word in ("Friday", "buffer", "Fri 4 Dec"):
            assert word not in assignment.text
        assert "Draw a flyer." in assignment.text
        assert "Your own date is Fri 4 Dec 2026, 17:00 Pacific" in _text(receipt)
        assert "Joy does not see it" in _text(receipt)


@pytest.mark.parametrize(
    ("body", "theirs", "mine"),
    [
        ("Draw a flyer by Friday 5pm.\nBuffer: 2 days", at(2026, 12, 3, 1), at(2026, 12, 5, 1)),
        ("Draw a flyer.\nneed by: Friday 5pm\nDue: Wednesday 5pm", at(2026, 12, 3, 1), at(2026, 12, 5, 1)),
        ("Draw a flyer.\nDue: Wednesday 5pm\nneed by: Friday 5pm", at(2026, 12, 3, 1), at(2026, 12, 5, 1)),
        ("Draw a flyer.\nneed by: Friday 5pm\nbuffer: 1 day", at(2026, 12, 4, 1), at(2026, 12, 5, 1)),
        ("Draw a flyer.\nDue: Dec 14\nBuffer: a week", at(2026, 12, 8, 1), at(2026, 12, 15, 1)),
        ("Draw a flyer.\nDue: Monday Dec 7 5pm\nBuffer: 1 day", at(2026, 12, 5, 1), at(2026, 12, 8, 1)),
        ("Draw a flyer.\nDue: Friday 5pm\nBuffer: 4 hours", at(2026, 12, 4, 21), at(2026, 12, 5, 1)),
    ],
)
def test_p15_lines_that_set_it(body: str, theirs: object, mine: object) -> None:
    with opened() as office:
        assignment, _ = hand_over(office, "Flyer", body)
        assert _due(office) == (theirs, mine)
        for line in ("buffer", "need by"):
            assert line not in assignment.text.lower()


def test_p15_need_by_alone_is_the_date() -> None:
    with opened() as office:
        hand_over(office, "Flyer", "Draw a flyer.\nneed by: Friday 5pm")
        assert _due(office) == (at(2026, 12, 5, 1), None)


def test_p15_the_subject_loses_the_private_date_too() -> None:
    with opened() as office:
        assignment, _ = hand_over(
            office, "Flyer by Friday 5pm", "Draw a flyer by Friday 5pm.\nbuffer: 2 days"
        )
        assert "Friday" not in assignment.subject and "Friday" not in assignment.text


def test_p15_the_digest_shows_both() -> None:
    with opened() as office:
        assignment, _ = hand_over(office, "Flyer", BUFFER)
        office.reply(assignment, "accept\n\nThe paper is thin.")
        letters = office.pass_time(at(2026, 12, 1, 16))
        digest = _text(one([x for x in letters if x.kind == "digest"], "digest"))
        assert "due Wed 2 Dec 17:00 (your own: Fri 4 Dec 17:00)" in digest


def test_p15_nothing_leaks_in_a_whole_life() -> None:
    """Reminders, lateness, a change of date, another contractor, a question, redo, approval."""
    with opened() as office:
        assignment, receipt = hand_over(office, "Flyer", BUFFER)
        office.reply(assignment, "question: how large?")
        office.reply(one(office.letters(), "question"), "A4, please.")
        office.letters()
        office.reply(assignment, "status")
        office.letters()
        letters = office.pass_time(at(2026, 12, 3, 18))
        assert "overdue" in of_kind(letters, "joy")
        office.reply(receipt, "assign: ben")
        ben = one([x for x in office.letters() if x.to.startswith("ben")], "assignment")
        assert "Friday" not in ben.text
        office.reply(ben, "eta: next Tuesday 5pm")
        office.reply(one(office.letters(), "proposal"), "ok")
        office.letters()
        office.reply(ben, "done")
        office.reply(one(office.letters(), "review"), "redo: larger letters")
        office.letters()
        office.reply(ben, "done")
        office.reply(one(office.letters(), "review"), "approve")
        assert kinds(office.letters()) == [("ben", "approved")]


def test_p15_a_line_in_a_later_mail_is_kept_back() -> None:
    with opened() as office:
        _, receipt = hand_over(office, "Flyer", BUFFER)
        office.reply(receipt, "Please use blue.\nbuffer: 1 day")
        relay = one(office.letters(), "relay")
        assert "Please use blue." in relay.text and "buffer" not in relay.text
        letters = office.pass_time(at(2026, 12, 1, 16))
        digest = one([x for x in letters if x.kind == "digest"], "digest")
        assert "buffer: 1 day" in digest.text


def test_p15_whoever_has_the_mail_already_has_the_date_in_it() -> None:
    """Joy stands in To: there is nothing to keep from her, and the receipt says so."""
    with opened() as office:
        office.mail(STEPHANIE, "joy@example.net", "Flyer", BUFFER, cc="tasks@example.com")
        letters = office.letters()
        assert sorted(kinds(letters)) == [("joy", "joined"), ("stephanie", "receipt")]
        assert _due(office) == (at(2026, 12, 5, 1), None)
        assert "Joy has your mail" in _text(one(letters, "receipt"))


def test_p15_no_room_for_the_buffer_is_said_before_anything_is_late() -> None:
    with opened() as office:
        _, receipt = hand_over(office, "Flyer", "Draw a flyer.\nDue: tomorrow 5pm\nbuffer: 3 days")
        assert _due(office) == (at(2026, 12, 2, 1), None)
        assert "no room for a buffer" in _text(receipt)


def test_p15_the_test_itself_finds_a_leak() -> None:
    """What looks through every letter sees the private date in each form that we print."""
    with opened() as office:
        assignment, _ = hand_over(office, "Flyer", BUFFER)
        desk = office.shop.desk
        own = [task.own_due for task in office.shop.store.tasks() if task.own_due]
        watch = Watch(desk.house, desk.ring, desk.identity.domain, list, lambda: own)
        assert leaks(assignment.raw, assignment.to, watch) == []
        for form in ("Fri 4 Dec 2026, 17:00", "Sat 5 Dec 2026, 09:00", "Fri 4 Dec 17:00", "2026-12-04 17:00"):
            spoilt = assignment.raw.replace(b"Draw a flyer.", form.encode())
            assert leaks(spoilt, assignment.to, watch), form
        assert leaks(assignment.raw.replace(b"Draw a flyer.", b"By Friday 5pm."), assignment.to, watch)


def test_p15_send_as_is_sends_no_private_line() -> None:
    with opened() as office:
        body = "Draw a flyer.\nThe login is max, password: Tr0ub4dor&3x\nDue: Friday 5pm\nbuffer: 2 days"
        _, receipt = hand_over(office, "Flyer", body)
        office.reply(receipt, "send as is")
        relay = one([x for x in office.letters() if x.to.startswith("joy")], "relay")
        assert "Tr0ub4dor" in relay.text
        assert "buffer" not in relay.text and "Friday" not in relay.text


@pytest.mark.parametrize(
    "words",
    [
        "> Your own date is Fri 4 Dec 2026, 17:00 Pacific; Joy\n> does not see it.\n\nUse blue.",
        '> Your own date\n> is Fri 4 Dec 2026, 17:00 Pacific, read\n> from "Friday 5pm".\nUse blue.',
        "> due Wed 2 Dec 17:00 (your own: Fri\n> 4 Dec 17:00)\nUse blue.",
    ],
)
def test_p15_a_quote_of_the_receipt_takes_the_date_to_nobody(words: str) -> None:
    """An answer written below a quoted line of ours, as some programs break it anew."""
    with opened() as office:
        _, receipt = hand_over(office, "Flyer", BUFFER)
        office.mail(STEPHANIE, receipt.reply_to, receipt.subject, words, answers=receipt)
        relay = one([x for x in office.letters() if x.to.startswith("joy")], "relay")
        assert "Use blue." in relay.text
        assert "4 Dec" not in relay.text.replace("Thu 3 Dec", "")
