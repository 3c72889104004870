"""P14, P45: what stands behind a date on the line of its word is words like any others."""

import pytest

from tests.practices.offices import STEPHANIE, hand_over, opened
from tests.practices.own_date_kit import read_by_joy, read_by_owner
from tests.shell.office import one

FLYER = "Draw a flyer.\nDue: Friday 5pm"


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("due: Thursday 5pm, use blue", "use blue"),
        ("due: Thursday 5pm. Use blue.", "Use blue"),
        ("due: Thursday 5pm because the printer closes early", "because the printer closes early"),
        ("due: Thursday 5pm; please call the printer first", "please call the printer first"),
    ],
)
def test_p14_words_behind_the_owners_date_reach_the_contractor(line: str, told: str) -> None:
    with opened() as office:
        _, receipt = hand_over(office, "Flyer", FLYER)
        office.reply(receipt, line)
        letters = office.letters()
        assert told in read_by_joy(letters)
        assert "17:00 Pacific" in one(letters, "due-changed").text


@pytest.mark.parametrize(
    "line",
    [
        "due: Thursday 5pm",
        "due: Thursday 5pm please",
        "due: Thursday, 5 pm sharp!",
        "due: Thursday 5pm. Thanks!",
    ],
)
def test_p14_a_courtesy_behind_it_is_no_word(line: str) -> None:
    with opened() as office:
        _, receipt = hand_over(office, "Flyer", FLYER)
        office.reply(receipt, line)
        assert [x.kind for x in office.letters() if x.to.startswith("joy")] == ["due-changed"]


def test_p45_words_behind_the_contractors_date_reach_the_owner_with_it() -> None:
    with opened() as office:
        assignment, _ = hand_over(office, "Flyer", FLYER)
        office.reply(assignment, "eta: Sat 3pm, I need the keys")
        letters = office.letters()
        assert [x.kind for x in letters if x.to.startswith("stephanie")] == ["proposal"]
        assert "I need the keys" in read_by_owner(letters)


def test_p15_words_behind_the_date_that_name_the_own_one_are_left_out() -> None:
    with opened() as office:
        _, receipt = hand_over(office, "Flyer", "Draw a flyer.\nDue: Friday 5pm\nbuffer: 2 days")
        office.reply(receipt, "due: Tuesday 5pm, use blue. I need it on Friday.")
        letters = office.letters()
        assert "use blue" in read_by_joy(letters) and "Friday" not in read_by_joy(letters)
        assert 'Left out for Joy, as it may tell your own date: "I need it on Friday."' in read_by_owner(
            letters
        )


def test_p14_words_behind_a_date_in_answer_to_a_digest_are_told_to_whom_they_go() -> None:
    with opened() as office:
        hand_over(office, "Flyer", FLYER)
        office.mail(STEPHANIE, subject="status")
        status = one(office.letters(), "status")
        office.reply(status, "T-1 due: Thursday 5pm, use blue")
        letters = office.letters()
        assert "use blue" in read_by_joy(letters) or "use blue" in read_by_owner(letters)
