"""The steps of a task: told, ticked one by one, added, and shown as progress."""

import pytest

from tests.shell.office import Got, Office, at, kinds, one
from tests.shell.test_conversation import STEPHANIE

LISTED = """Please prepare the lunch.

1. Download the sheet
2. Call each person
3. Write down who comes
4. Order the lunch
5. Send me the totals

Due by Wednesday 5PM Pacific time."""


def begin(office: Office, body: str = LISTED) -> Got:
    office.mail(STEPHANIE, "tasks+joy@example.com", "Lunch", body)
    letters = office.letters()
    assert kinds(letters) == [("joy", "assignment"), ("stephanie", "receipt")]
    return letters[0]


def ticked(office: Office) -> list[int]:
    task = office.shop.store.task(1)
    assert task is not None
    return [n for n, step in enumerate(task.steps, 1) if step.done]


def test_the_assignment_counts_the_steps_and_lists_nothing_twice(office: Office) -> None:
    assignment = begin(office)
    assert "5 steps; tick them with [x] 2" in assignment.text
    assert assignment.text.count("Write down who comes") == 1


def test_a_brief_in_prose_has_no_steps(office: Office) -> None:
    assignment = begin(office, "Call each person. Write down who comes. Send me the totals by Friday.")
    assert "steps" not in assignment.text


@pytest.mark.parametrize(
    ("words", "done"),
    [
        ("[x] 2", [2]),
        ("check 1,2,4", [1, 2, 4]),
        ("[x] Download the sheet", [1]),
        ("[x] order the", [4]),
        ("[x] 1\n[x] 2\n[ ] 3", [1, 2]),
        ("[x] 1 [x] 2", [1, 2]),
        ("check: 9", []),
    ],
)
def test_a_reply_ticks(office: Office, words: str, done: list[int]) -> None:
    office.reply(begin(office), words)
    office.letters()
    assert ticked(office) == done


def test_ticking_accepts_and_needs_no_letter(office: Office) -> None:
    office.reply(begin(office), "[x] 1")
    assert office.letters() == []
    assert office.shop.store.task(1).state == "accepted"  # type: ignore[union-attr]


def test_uncheck_takes_a_tick_back(office: Office) -> None:
    assignment = begin(office)
    office.reply(assignment, "check 1,2")
    office.letters()
    office.reply(assignment, "uncheck 2")
    office.letters()
    assert ticked(office) == [1]


def test_a_step_that_is_not_there_is_said(office: Office) -> None:
    office.reply(begin(office), "check: 9")
    assert '"9" is none of the 5 steps' in one(office.letters(), "transcript").text


def test_progress_is_counted_from_the_steps(office: Office) -> None:
    assignment = begin(office)
    office.reply(assignment, "check 1,2,4")
    office.reply(assignment, "status")
    assert "3 of 5 steps" in one(office.letters(), "status").text


def test_review_names_what_is_not_ticked(office: Office) -> None:
    assignment = begin(office)
    office.reply(assignment, "check 1,2,3,4\ndone")
    review = one(office.letters(), "review")
    assert "4 of 5 steps are ticked." in review.text
    assert "5. Send me the totals" in review.text.split("are ticked.")[1]


def test_a_step_is_added_and_the_owner_reads_of_it(office: Office) -> None:
    assignment = begin(office)
    office.reply(assignment, "step: ask for allergies")
    assert office.letters() == []
    digest = one(office.pass_time(at(2026, 12, 1, 16)), "digest")
    assert "Added step 6: ask for allergies" in digest.text
    office.reply(assignment, "done")
    assert "Joy added step 6: ask for allergies" in one(office.letters(), "review").text


def test_steps_of_an_addition_join_the_list(office: Office) -> None:
    office.mail(STEPHANIE, "tasks+joy@example.com", "Lunch", LISTED)
    _, receipt = office.letters()
    office.reply(receipt, "Also:\n- book a room\n- print the badges")
    office.letters()
    task = office.shop.store.task(1)
    assert task is not None and len(task.steps) == 7


def test_ticks_without_a_list_are_kept_as_words(office: Office) -> None:
    office.reply(begin(office, "Call each person on the list by Friday."), "[x] 2")
    assert "no list of steps" in one(office.letters(), "transcript").text
    digest = one(office.pass_time(at(2026, 12, 1, 16)), "digest")
    assert "[x] 2" in digest.text
