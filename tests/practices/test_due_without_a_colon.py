"""P14, P45: "due Thursday 5pm; use blue", the word and its date without a colon, with words behind them."""

import pytest

from tests.practices.offices import hand_over, opened
from tests.practices.own_date_kit import read_by_joy, read_by_owner
from tests.shell.office import one

FLYER = "Draw a flyer.\nDue: Friday 5pm"


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("due Thursday 5pm; use blue", "use blue"),
        ("due Thursday 5pm, use blue", "use blue"),
        ("due Thursday 5pm - use blue", "use blue"),
        ("due Thursday, 5 pm; use blue", "use blue"),
        ("Due on Thursday at 5pm. Use blue.", "Use blue"),
        ("due Thursday 5pm and use blue", "use blue"),
    ],
)
def test_p14_the_date_holds_and_the_words_go_on(line: str, told: str) -> None:
    with opened() as office:
        _, receipt = hand_over(office, "Flyer", FLYER)
        office.reply(receipt, line)
        letters = office.letters()
        assert "Thu 3 Dec 2026, 17:00 Pacific" in one(letters, "due-changed").text
        assert told in read_by_joy(letters)


@pytest.mark.parametrize(
    "line",
    [
        "due Thursday is the rent",
        "due Thursday, if you can",
        "due Thursday or Friday, as you like",
        "due Thursday 5pm, is that fine?",
        "due Friday's meeting, call Bob",
        "due to the rain, use blue",
        "due Thursday, but ask me first",
    ],
)
def test_p14_what_only_begins_so_sets_no_date(line: str) -> None:
    with opened() as office:
        _, receipt = hand_over(office, "Flyer", FLYER)
        office.reply(receipt, line)
        task = office.shop.store.task(1)
        office.letters()
        assert task is not None and task.due is not None and task.due.at.day == 5  # Friday 17:00 Pacific


def test_p45_so_does_a_contractors() -> None:
    with opened() as office:
        assignment, _ = hand_over(office, "Flyer", FLYER)
        office.reply(assignment, "eta Sat 3pm; I need the keys")
        letters = office.letters()
        assert [x.kind for x in letters if x.to.startswith("stephanie")] == ["proposal"]
        assert "I need the keys" in read_by_owner(letters)


def test_p14_below_a_digest_too() -> None:
    with opened() as office:
        hand_over(office, "Flyer", FLYER)
        office.mail("Stephanie Miller <stephanie@example.com>", subject="status")
        office.reply(one(office.letters(), "status"), "T-1 due Thursday 5pm; use blue")
        letters = office.letters()
        assert "17:00 Pacific" in one(letters, "due-changed").text
        assert "use blue" in read_by_joy(letters) or "use blue" in read_by_owner(letters)
