"""P15 where the private date could slip out: the same mail again, parts of a mail,
later mails, a second mention in other words.

Every letter of an office is looked through for private dates (tests/shell/private.py)."""

import pytest

from tests.practices.offices import STEPHANIE, hand_over, opened
from tests.practices.own_date_kit import OWN, THEIRS, dates_of, line_of, read_by_joy
from tests.shell.office import at, kinds, one

TASKS = "tasks+joy@example.com"
BUFFER = "Call everyone.\nDue by Friday 5PM Pacific time.\nbuffer: 2 days"


def test_the_very_same_mail_again_adds_nothing() -> None:
    with opened() as office:
        hand_over(office, "Calldown", BUFFER)
        office.mail(STEPHANIE, TASKS, "Calldown", BUFFER)
        letters = office.letters()
        assert kinds(letters) == [("stephanie", "receipt")]
        assert "another Subject" in line_of(letters[0])


@pytest.mark.parametrize(
    "body",
    [
        "Call everyone, twice.\nDue by Friday 5PM Pacific time.\nbuffer: 3 days",
        "Call everyone, twice.\nDue by next Friday 5PM Pacific time.\nbuffer: 2 days",
        "Call everyone, twice.\nDue by next Friday 5PM Pacific time.",
    ],
)
def test_a_corrected_mail_changes_no_date_and_says_so(body: str) -> None:
    with opened() as office:
        hand_over(office, "Calldown", BUFFER)
        office.mail(STEPHANIE, TASKS, "Calldown", body)
        letters = office.letters()
        assert "twice" in read_by_joy(letters)
        for word in ("Friday", "buffer", "Fri 4 Dec", "11 Dec"):
            assert word not in read_by_joy(letters)
        assert dates_of(office) == (THEIRS, OWN)
        assert "No date was changed" in line_of(one(letters, "receipt"))


SEVERAL = (
    "1. Call everyone by Friday 5pm.\n2. Write the report by next Monday.\n\n"
    "Due by Friday 5PM Pacific time.\nbuffer: 2 days"
)


def test_parts_have_their_own_private_dates() -> None:
    with opened() as office:
        office.mail(STEPHANIE, TASKS, "Two", SEVERAL)
        asked = one(office.letters(), "split")
        office.reply(asked, "split")
        letters = office.letters()
        for word in ("Friday", "Monday", "buffer"):
            assert word not in read_by_joy(letters)
        titles = [office.shop.store.task(n) for n in (2, 3)]
        assert [t.title for t in titles if t] == ["Call everyone", "Write the report"]
        assert [t.brief for t in titles if t] == ["Call everyone.", "Write the report."]
        assert dates_of(office, 2) == (THEIRS, OWN)
        assert dates_of(office, 3) == (at(2026, 12, 4, 1), at(2026, 12, 8, 1))


def test_as_one_they_name_no_private_date_either() -> None:
    with opened() as office:
        office.mail(STEPHANIE, TASKS, "Two", SEVERAL)
        office.reply(one(office.letters(), "split"), "one")
        letters = office.letters()
        assert "Write the report." in read_by_joy(letters)
        assert "Friday" not in read_by_joy(letters)


def test_a_new_task_in_a_reply_has_its_buffer() -> None:
    with opened() as office:
        _, receipt = hand_over(office, "Calldown", "Call everyone.\nDue by Wednesday 5PM")
        office.reply(receipt, "new task\nCall Bob.\nDue by Friday 5pm\nbuffer: 2 days")
        letters = office.letters()
        assert dates_of(office, 2) == (THEIRS, OWN)
        assert "Friday" not in read_by_joy(letters) and "buffer" not in read_by_joy(letters)
        assert "your own date is Fri 4 Dec 2026, 17:00 Pacific" in line_of(one(letters, "transcript"))


@pytest.mark.parametrize("first", [BUFFER, "Call everyone.\nDue by Wednesday 5PM Pacific time."])
@pytest.mark.parametrize("line", ["buffer: 1 day", "need by: next Friday 5pm"])
def test_a_buffer_beside_a_later_date_is_refused_and_nobody_has_the_date(first: str, line: str) -> None:
    with opened() as office:
        _, receipt = hand_over(office, "Calldown", first)
        before = dates_of(office)
        office.reply(receipt, f"due: next Thursday 5pm\n{line}\n\nUse blue.")
        letters = office.letters()
        assert dates_of(office) == before
        assert "Use blue." in read_by_joy(letters)
        for word in ("Thursday", "10 Dec", "11 Dec", "buffer"):
            assert word not in read_by_joy(letters)
        told = line_of(one(letters, "transcript"))
        assert "not done: a buffer counts only in the mail that opens a task" in told


@pytest.mark.parametrize("said", ["no", "new task"])
def test_under_another_subject(said: str) -> None:
    """Kept until the owner says; then it is a task with its buffer, or words without a date."""
    with opened() as office:
        _, receipt = hand_over(office, "Calldown", "Call everyone.\nDue by Wednesday 5PM Pacific time.")
        words = "Please paint the hall.\nDue: next Thursday 5pm\nbuffer: 1 day"
        office.mail(STEPHANIE, receipt.reply_to, "The hall", words, answers=receipt)
        office.reply(one(office.letters(), "clarify"), said)
        letters = office.letters()
        assert "paint the hall" in read_by_joy(letters)
        for word in ("Thursday", "10 Dec 2026, 17:00", "buffer"):
            assert word not in read_by_joy(letters)
        if said == "no":
            assert "a buffer counts only" in line_of(one(letters, "transcript"))
        else:
            assert dates_of(office, 2) == (at(2026, 12, 10, 1), at(2026, 12, 11, 1))


@pytest.mark.parametrize(
    ("body", "brief", "told"),
    [
        (
            "Draw a flyer by Friday, December 4th at 5 PM PST. I need it by Friday, December 4th, really."
            "\nbuffer: 2 days",
            "Draw a flyer.",
            "I need it by Friday, December 4th, really.",
        ),
        (
            "Do it well.\nNeed by: Friday 5pm\nDue: Wednesday 5pm\nThe board sees it on Friday 5pm.",
            "Do it well.\nDue: Wednesday 5pm",
            "The board sees it on Friday 5pm.",
        ),
        (
            "Draw a flyer.\nDue: Friday 5pm\nbuffer: 2 days\nOn 12/4 we print. Use blue.",
            "Draw a flyer.\nUse blue.",
            "On 12/4 we print.",
        ),
        ("Draw a flyer by Friday 5pm.\nbuffer: 2 days", "Draw a flyer.", ""),
        (
            "Draw a flyer by Friday 5pm.\nbuffer: 2 days\nThe hall opens Dec. 4. Use blue.",
            "Draw a flyer.\nUse blue.",
            "The hall opens Dec. 4.",
        ),
    ],
)
def test_a_sentence_with_the_private_date_is_left_out_and_told(body: str, brief: str, told: str) -> None:
    with opened() as office:
        _, receipt = hand_over(office, "Flyer", body)
        task = office.shop.store.task(1)
        assert task is not None and task.brief == brief
        assert (f'Left out for Joy, as it may tell your own date: "{told}"' in line_of(receipt)) == bool(told)
        assert ("Left out" in receipt.text) == bool(told)


def test_it_is_told_where_nobody_has_the_task_yet() -> None:
    with opened() as office:
        words = "Draw a flyer.\nDue: Friday 5pm\nbuffer: 2 days\nThe hall opens on Friday."
        office.mail(STEPHANIE, "tasks@example.com", "Flyer", words)
        told = 'Left out for the contractor, as it may tell your own date: "The hall opens on Friday."'
        assert told in line_of(one(office.letters(), "who-for"))


def test_it_is_told_of_a_new_task_in_a_reply() -> None:
    with opened() as office:
        _, receipt = hand_over(office, "Calldown", BUFFER)
        office.reply(receipt, "new task\nPaint.\nDue: Friday 5pm\nbuffer: 1 day\nThe hall opens on Friday.")
        letters = office.letters()
        assert "hall" not in read_by_joy(letters)
        assert "The hall opens on Friday." in line_of(one(letters, "transcript"))


def test_a_later_mail_that_names_the_private_date_loses_the_sentence() -> None:
    with opened() as office:
        _, receipt = hand_over(office, "Calldown", BUFFER)
        office.reply(receipt, "Use blue. The board sees it on December 4th.")
        letters = office.letters()
        assert "Use blue." in read_by_joy(letters) and "December" not in read_by_joy(letters)
        assert "Left out for Joy" in line_of(one(letters, "transcript"))


@pytest.mark.parametrize("line", ["buffer 2 days", "(buffer: 2 days)", "Buffer = 2 days", "- buffer 2 days."])
def test_a_line_that_is_nothing_but_a_buffer(line: str) -> None:
    with opened() as office:
        assignment, _ = hand_over(office, "Flyer", f"Draw a flyer.\nDue: Friday 5pm\n{line}")
        assert dates_of(office) == (THEIRS, OWN)
        assert "uffer" not in assignment.text


def test_a_line_that_is_nothing_but_need_by() -> None:
    with opened() as office:
        assignment, _ = hand_over(office, "Flyer", "Draw a flyer.\nneed by Friday 5pm\nDue: Wednesday 5pm")
        assert dates_of(office) == (THEIRS, OWN)
        assert "Friday" not in assignment.text


def test_a_buffer_in_plain_words_stays() -> None:
    with opened() as office:
        body = "Paint the buffer.\nBuffer stop two is broken, too.\nDue: Friday 5pm"
        assignment, _ = hand_over(office, "Flyer", body)
        assert "Buffer stop two is broken, too." in assignment.text


def test_a_joined_thread_given_to_another() -> None:
    with opened() as office:
        office.mail(STEPHANIE, "joy@example.net", "Flyer", BUFFER, cc="tasks@example.com")
        office.reply(one(office.letters(), "receipt"), "assign: ben")
        ben = one([x for x in office.letters() if x.to.startswith("ben")], "assignment")
        assert "buffer" not in ben.text


def test_a_substitutes_line_is_kept_back() -> None:
    with opened() as office:
        assignment, _ = hand_over(office, "Calldown", BUFFER)
        office.mail(STEPHANIE, "tasks@example.com", "away until next Monday, ask Olivia", "")
        office.letters()
        office.reply(assignment, "question: which list?")
        asked = one([x for x in office.letters() if x.to.startswith("olivia")], "question")
        office.reply(asked, "The long one.\nbuffer: 1 day")
        letters = office.letters()
        assert "The long one." in read_by_joy(letters) and "buffer" not in read_by_joy(letters)


def test_a_proposal_behind_the_own_date_says_so() -> None:
    with opened() as office:
        assignment, _ = hand_over(office, "Calldown", BUFFER)
        office.reply(assignment, "eta: next Tuesday 5pm")
        proposal = one(office.letters(), "proposal")
        assert "later than your own date, Fri 4 Dec 2026, 17:00 Pacific" in line_of(proposal)


def test_an_own_date_that_is_no_longer_behind_the_date_is_dropped() -> None:
    with opened() as office:
        _, receipt = hand_over(office, "Calldown", BUFFER)
        office.reply(receipt, "due: Thursday 5pm")
        office.letters()
        assert dates_of(office) == (at(2026, 12, 4, 1), OWN)
        office.reply(receipt, "due: next Tuesday 5pm")
        office.letters()
        assert dates_of(office) == (at(2026, 12, 9, 1), None)
