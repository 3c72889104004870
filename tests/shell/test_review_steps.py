"""A line about one step ticks that step; only all of them hand the task in."""

import pytest

from tasks.model import Stage, Task
from tests.shell.office import Got, Office, at, kinds, one

STEPHANIE = "Stephanie Miller <stephanie@example.com>"
BRIEF = "Call.\n1. Print the list\n2. Call everybody\n3. Send it\nDue by Friday."


def begin(office: Office, body: str = BRIEF) -> Got:
    office.mail(STEPHANIE, "tasks+joy@example.com", "Calldown", body)
    return one(office.letters(), "assignment")


def task(office: Office) -> Task:
    found = office.shop.store.task(1)
    assert found is not None
    return found


def ticked(office: Office) -> list[int]:
    return [n for n, step in enumerate(task(office).steps, 1) if step.done]


@pytest.mark.parametrize(
    ("words", "done"),
    [
        ("1. done\n2. done\n3. tomorrow", [1, 2]),
        ("Print the list - done\nCall everybody - tomorrow", [1]),
        ("Print the list: done", [1]),
        ("Call everybody is done", [2]),
        ("1: done, 2: tomorrow", [1]),
        ("1) done", [1]),
        ("done: 1", [1]),
        ("Steps 1 and 2 are done", [1, 2]),
        ("Step 1 done", [1]),
        ("Schritt 2 erledigt", [2]),
        ("\u2705 1, 2", [1, 2]),
        ("1 \u2713", [1]),
    ],
)
def test_a_line_about_a_step_ticks_that_step_alone(quick: Office, words: str, done: list[int]) -> None:
    quick.reply(begin(quick), words)
    assert quick.letters() == []
    assert ticked(quick) == done
    assert task(quick).stage is Stage.ACCEPTED


def test_what_is_said_of_the_others_is_read_by_the_owner(quick: Office) -> None:
    quick.reply(begin(quick), "1. done\n2. done\n3. tomorrow")
    quick.letters()
    digest = next(x for x in quick.pass_time(at(2026, 12, 1, 16)) if x.kind == "digest")
    assert "3. tomorrow" in digest.text


@pytest.mark.parametrize(
    ("words", "done"),
    [("1. done\n2. done\n3. done", [1, 2, 3]), ("All done", []), ("done: the list is attached", [])],
)
def test_all_of_it_hands_in(quick: Office, words: str, done: list[int]) -> None:
    quick.reply(begin(quick), words)
    assert kinds(quick.letters()) == [("stephanie", "review")]
    assert ticked(quick) == done


def test_the_last_step_hands_in(quick: Office) -> None:
    assignment = begin(quick)
    quick.reply(assignment, "Steps 1 and 2 are done")
    quick.letters()
    quick.reply(assignment, "3. done")
    assert kinds(quick.letters()) == [("stephanie", "review")]


def test_a_number_that_is_no_step_is_said(quick: Office) -> None:
    quick.reply(begin(quick), "9. done")
    assert '"9" is none of the 3 steps' in one(quick.letters(), "transcript").text
    assert task(quick).stage is Stage.ACCEPTED


def test_without_steps_done_is_done(quick: Office) -> None:
    quick.reply(begin(quick, "Call everybody by Friday."), "Calls: done")
    assert kinds(quick.letters()) == [("stephanie", "review")]
