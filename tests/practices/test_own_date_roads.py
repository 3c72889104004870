"""P15: roads on which an owner's own date could go to the contractor, and what the owner is told:
an outsider's mail, the brief of another task, a date set by a bare word, a second line, a table.

Every letter of an office is looked through for private dates (tests/shell/private.py)."""

import pytest

from tests.practices.offices import hand_over, opened
from tests.practices.own_date_kit import OWN, THEIRS, dates_of, line_of, read_by_joy, read_by_owner
from tests.shell.office import Got, Office, at, kinds, one

BUFFER = "Draw a flyer.\nDue: Friday 5pm\nbuffer: 2 days"  # Friday 4 Dec 17:00 Pacific
CLIENT = "Client <client@else.example>"


def _passed_on(office: Office, words: str) -> list[Got]:
    assignment, _ = hand_over(office, "Flyer", BUFFER)
    office.mail(CLIENT, assignment.reply_to, "Re: Flyer", words, answers=assignment)
    office.reply(one(office.letters(), "knock"), "pass on")
    return office.letters()


def test_an_outsiders_mail_that_is_passed_on() -> None:
    with opened() as office:
        letters = _passed_on(office, "Please use our logo. The board sees it on Friday.")
        assert "Please use our logo." in read_by_joy(letters) and "board" not in read_by_joy(letters)
        assert (
            'Left out for Joy, as it may tell your own date: "The board sees it on Friday."'
            in read_by_owner(letters)
        )
        office.own_dates_may_go = True
        office.reply(one([x for x in letters if x.to.startswith("stephanie")], "transcript"), "send as is")
        assert "The board sees it on Friday" in read_by_joy(office.letters())


def test_an_outsiders_mail_of_nothing_but_the_date() -> None:
    with opened() as office:
        letters = _passed_on(office, "We open on Friday 4 December.")
        assert read_by_joy(letters) == ""
        assert "We open on Friday 4 December." in read_by_owner(letters)


def test_an_outsiders_mail_without_it_goes_whole() -> None:
    with opened() as office:
        letters = _passed_on(office, "Please use our logo. Thursday suits us.")
        assert "Thursday suits us." in read_by_joy(letters) and "Left out" not in read_by_owner(letters)


@pytest.mark.parametrize("named", ["T-1", "t-1", "the Spring flyer"])
def test_the_brief_of_another_task_that_names_this_one(named: str) -> None:
    with opened() as office:
        hand_over(office, "Spring flyer", BUFFER)
        body = f"Hang it up, see {named}. The board sees {named} on Friday.\nDue: next Wednesday 5pm"
        assignment, receipt = hand_over(office, "Poster", body)
        assert "Hang it up" in assignment.text and "board" not in assignment.text
        assert "Left out for Joy" in line_of(receipt)


def test_a_later_mail_of_another_task_that_names_this_one() -> None:
    with opened() as office:
        hand_over(office, "Spring flyer", BUFFER)
        _, receipt = hand_over(office, "Poster", "Hang it up.\nDue: next Wednesday 5pm")
        office.reply(receipt, "tell Joy: Use tape. T-1 is for the board on Friday.")
        letters = office.letters()
        assert "Use tape" in read_by_joy(letters) and "board" not in read_by_joy(letters)
        assert "Left out for Joy" in read_by_owner(letters)


def test_the_brief_of_another_task_with_a_date_of_its_own() -> None:
    """Its own Friday says nothing about this one."""
    with opened() as office:
        hand_over(office, "Spring flyer", BUFFER)
        office.own_dates_may_go = True  # the same Friday, agreed for the other task
        body = "Hang it up by Friday 5pm, see T-1."
        assignment, receipt = hand_over(office, "Poster", body)
        assert "by Friday 5pm" in assignment.text and "Left out" not in line_of(receipt)


def test_a_weekday_in_a_brief_that_names_no_other_task() -> None:
    with opened() as office:
        hand_over(office, "Spring flyer", BUFFER)
        office.own_dates_may_go = True
        assignment, _ = hand_over(
            office, "Poster", "Hang it up. The hall opens on Friday.\nDue: Thursday 5pm"
        )
        assert "The hall opens on Friday." in assignment.text


# a date set by a bare word


@pytest.mark.parametrize("words", ["Friday", "Friday 5pm", "due: Friday 5pm"])
def test_a_date_that_is_the_own_one_drops_it_and_says_so_at_once(words: str) -> None:
    with opened() as office:
        _, receipt = hand_over(office, "Flyer", BUFFER)
        office.reply(receipt, words)
        letters = office.letters()
        assert dates_of(office) == (OWN, None)
        told = line_of(one([x for x in letters if x.to.startswith("stephanie")], "transcript"))
        assert "your own date" in told and "is dropped" in told
        assert "due: 2026-12-02 17:00" in told
        office.own_dates_may_go = True  # Joy had that date, and reads which one changed
        office.reply(receipt, "due: 2026-12-02 17:00")
        letters = office.letters()
        assert dates_of(office) == (THEIRS, OWN) and "is back" in read_by_owner(letters)


def test_a_bare_earlier_day_leaves_the_own_date_and_says_so() -> None:
    with opened() as office:
        _, receipt = hand_over(office, "Flyer", BUFFER)
        office.reply(receipt, "Thursday 5pm")
        letters = office.letters()
        assert dates_of(office) == (at(2026, 12, 4, 1), OWN)
        told = line_of(one([x for x in letters if x.to.startswith("stephanie")], "transcript"))
        assert "Your own date Fri 4 Dec 2026, 17:00 Pacific stays; Joy does not see it" in told


def test_a_date_word_that_leaves_the_own_date_brings_no_letter_of_its_own() -> None:
    with opened() as office:
        _, receipt = hand_over(office, "Flyer", BUFFER)
        office.reply(receipt, "due: Thursday 5pm")
        assert kinds(office.letters()) == [("joy", "due-changed")]
        assert dates_of(office) == (at(2026, 12, 4, 1), OWN)


# lines


def test_a_second_line_is_told() -> None:
    with opened() as office:
        body = "Draw a flyer.\nDue: Wed 5pm\nneed by: Friday 5pm\nneed by: Monday 5pm"
        assignment, receipt = hand_over(office, "Flyer", body)
        assert dates_of(office) == (THEIRS, OWN)
        assert "Monday" not in assignment.text
        assert '"need by: Monday 5pm"' in line_of(receipt) and "the first" in line_of(receipt)


def test_a_second_line_in_a_later_mail_is_kept_too() -> None:
    with opened() as office:
        _, receipt = hand_over(office, "Flyer", BUFFER)
        office.reply(receipt, "Use blue.\nbuffer: 1 day\nbuffer: 3 days")
        joys = read_by_joy(office.letters())
        assert "Use blue." in joys and "uffer" not in joys
        digest = one([x for x in office.pass_time(at(2026, 12, 1, 16)) if x.kind == "digest"], "digest")
        assert "buffer: 1 day" in digest.text and "buffer: 3 days" in digest.text


def test_the_same_line_twice_is_not_told() -> None:
    with opened() as office:
        _, receipt = hand_over(office, "Flyer", f"{BUFFER}\nbuffer: 2 days")
        assert "the first" not in line_of(receipt)


@pytest.mark.parametrize(
    "line",
    [
        "| buffer | 2 days |",
        "|buffer|2 days|",
        "| **buffer** | 2 days |",
        "buffer | 2 days",
        "Buffer - 2 days",
        "Buffer – 2 days",
        "**buffer:** 2 days",
        "**Buffer**: 2 days",
        "buffer\t2 days",
        "* Buffer: 2 days",
        "_buffer_ 2 days",
        "BUFFER => 2 days",
    ],
)
def test_a_buffer_in_a_table_or_in_other_marks(line: str) -> None:
    with opened() as office:
        assignment, _ = hand_over(office, "Flyer", f"Draw a flyer.\nDue: Friday 5pm\n{line}")
        assert dates_of(office) == (THEIRS, OWN)
        assert "uffer" not in assignment.text and "2 days" not in assignment.text


def test_an_own_date_in_a_table() -> None:
    with opened() as office:
        body = "Draw a flyer.\nDue: Wednesday 5pm\n| need by | Friday 5pm |"
        assignment, _ = hand_over(office, "Flyer", body)
        assert dates_of(office) == (THEIRS, OWN)
        assert "need by" not in assignment.text


@pytest.mark.parametrize("line", ["Buffer - wax only", "| buffer | wax |", "buffer stop - 2 days old"])
def test_other_words_in_such_marks_stay(line: str) -> None:
    with opened() as office:
        assignment, _ = hand_over(office, "Flyer", f"Draw a flyer.\nDue: Friday 5pm\n{line}")
        assert line.strip("| ")[:6] in assignment.text


@pytest.mark.parametrize("words", ["Saturday morning your time", "Saturday where you are"])
def test_the_contractors_day_where_the_clock_is_said_to_be_theirs(words: str) -> None:
    with opened() as office:
        _, receipt = hand_over(office, "Flyer", BUFFER)
        office.reply(receipt, f"tell Joy: Use blue. The board sees it {words}.")
        assert "board" not in read_by_joy(office.letters())
