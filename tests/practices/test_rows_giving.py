"""P1 to P11: giving a task. Each practice as a conversation, named by its row."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from tests.shell.office import MONDAY, Got, Office, at, kinds, one, to

STEPHANIE = "Stephanie Miller <stephanie@example.com>"


@pytest.fixture
def house(tmp_path: Path) -> Iterator[Office]:
    office = Office(tmp_path, one_process=True)
    yield office
    office.close()


def give(office: Office, subject: str, body: str, for_: str = "tasks+joy@example.com") -> list[Got]:
    office.mail(STEPHANIE, for_, subject, body)
    return office.letters()


def flat(letter: Got) -> str:
    return " ".join(letter.text.split())


def test_p01_one_mail_is_one_task_whatever_its_sentences(house: Office) -> None:
    """The model mail has five imperatives, and is one task."""
    body = (
        "Call each person on the list. Ask whether they come. Write the answer into the sheet. "
        "Call again those who did not pick up. Send me the sheet.\nDue by Wednesday 5PM Pacific time"
    )
    letters = give(house, "Calldown for Lunch and Learn", body)
    assert kinds(letters) == [("joy", "assignment"), ("stephanie", "receipt")]
    assert len(house.shop.store.open_tasks()) == 1


SEVERAL = (
    "Three things:\n\n1. Calldown for the lunch, by Wednesday.\n2. New logo, by Friday.\n"
    "3. Invoice the client, by Monday."
)


def test_p01_several_tasks_are_asked_about_and_split_by_one_word(house: Office) -> None:
    letters = give(house, "For this week", SEVERAL)
    assert kinds(letters) == [("stephanie", "split")]
    assert "`split`" in letters[0].text or "split" in flat(letters[0])
    house.reply(letters[0], "split")
    after = house.letters()
    assert [x.kind for x in to(after, "joy@example.net")] == ["assignment"] * 3
    parts = house.shop.store.open_tasks()
    assert [t.parent for t in parts] == [1, 1, 1]
    assert house.shop.store.task(1).state == "split"  # type: ignore[union-attr]


def test_p01_several_tasks_go_out_as_one_after_two_working_hours(house: Office) -> None:
    give(house, "For this week", SEVERAL)
    early = house.pass_time(MONDAY + timedelta(minutes=110))
    assert not to(early, "joy@example.net")
    late = house.pass_time(MONDAY + timedelta(minutes=150))
    assert [x.kind for x in to(late, "joy@example.net")] == ["assignment"]


def test_p02_each_task_is_a_thread_of_its_own(house: Office) -> None:
    first = give(house, "Calldown", "Call them.\nDue: Wednesday")
    second = give(house, "Logo", "Draw it.\nDue: Friday")
    assert first[0].subject != second[0].subject
    assert first[0].reply_to != second[0].reply_to
    assert first[0]["Message-ID"] not in second[0]["References"]


def test_p02_a_new_topic_in_a_reply_is_asked_about_and_not_merged(house: Office) -> None:
    letters = give(house, "Calldown", "Call them.\nDue: Wednesday")
    receipt = one(letters, "receipt")
    house.mail(
        STEPHANIE,
        receipt.reply_to,
        "A logo for the shop",
        "Please draw a logo for the shop.\nDue: Friday 3pm",
        answers=receipt,
    )
    after = house.letters()
    asked = to(after, "stephanie@example.com")
    assert len(asked) == 1 and "new task" in flat(asked[0])
    assert "logo" not in house.shop.store.task(1).brief  # type: ignore[union-attr]
    house.reply(asked[0], "new task")
    house.letters()
    assert [t.title for t in house.shop.store.open_tasks()] == ["Calldown", "A logo for the shop"]


@pytest.mark.parametrize("poor", ["help", "urgent", ""])
def test_p03_a_poor_title_delays_nothing_and_can_be_named(house: Office, poor: str) -> None:
    letters = give(house, poor, "Call each person on the list.\nDue: Wednesday")
    assert kinds(letters) == [("joy", "assignment"), ("stephanie", "receipt")]
    assert "Call each person on the list" in letters[0].subject
    assert "title:" in letters[1].text
    house.reply(letters[1], "title: Calldown")
    house.letters()
    assert house.shop.store.task(1).title == "Calldown"  # type: ignore[union-attr]


def test_p04_the_due_phrase_is_read_and_echoed_for_both(house: Office) -> None:
    letters = give(house, "Calldown", "Call them.\nDue by Wednesday 5PM Pacific time")
    for letter in letters:
        assert "Wed 2 Dec 2026, 17:00 Pacific = Thu 3 Dec 2026, 09:00 Manila" in flat(letter)
    assert "Due by Wednesday 5PM Pacific time" in flat(letters[1])
    assert "due:" in letters[1].text


def test_p04_a_wrong_reading_is_set_right_by_one_line(house: Office) -> None:
    receipt = one(give(house, "Calldown", "Call them.\nDue by Wednesday 5PM"), "receipt")
    house.reply(receipt, "due: Thursday noon")
    changed = one(house.letters(), "due-changed")
    assert changed.to == "joy@example.net" and "Thu 3 Dec" in flat(changed)


def test_p05_a_brief_without_an_outcome_goes_out_and_the_receipt_asks_for_it(house: Office) -> None:
    letters = give(house, "Router", "Fix the router.\nDue: Wednesday")
    assert kinds(letters) == [("joy", "assignment"), ("stephanie", "receipt")]
    assert "done" in flat(letters[1]).lower() and "?" in letters[1].text


def test_p05_with_an_outcome_nothing_is_asked(house: Office) -> None:
    body = "The router loses the line each hour. Fix it, so that a long call does not drop.\nDue: Wednesday"
    receipt = one(give(house, "Router", body), "receipt")
    assert "save a question" not in flat(receipt)


def test_p06_lines_of_a_list_become_steps_and_are_ticked_by_number(house: Office) -> None:
    body = "Set up the room.\n1. Move the tables\n2. Set out the chairs\n3. Test the screen\nDue: Wednesday"
    letters = give(house, "Room", body)
    assert "Set out the chairs" in letters[0].text
    assert len(house.shop.store.task(1).steps) == 3  # type: ignore[union-attr]
    house.reply(letters[0], "[x] 1 [x] 2")
    house.letters()
    assert house.shop.store.task(1).headway == "2 of 3 steps"  # type: ignore[union-attr]


def test_p07_problem_and_outcome_are_enough_the_cause_may_be_unknown(house: Office) -> None:
    body = (
        "The printer on the second floor prints every page twice; I do not know why. "
        "I need it to print each page once.\nDue: Wednesday"
    )
    assert kinds(give(house, "Printer", body)) == [("joy", "assignment"), ("stephanie", "receipt")]


def test_p09_the_assignment_says_who_answers_and_how(house: Office) -> None:
    assignment = one(give(house, "Calldown", "Call them.\nDue: Wednesday"), "assignment")
    for word in ("accept", "question", "Stephanie", "stephanie@example.com"):
        assert word in assignment.text, word


def test_p09_the_first_letter_introduces_the_arrangement_and_no_later_one(house: Office) -> None:
    first = one(give(house, "Calldown", "Call them.\nDue: Wednesday"), "assignment")
    second = one(give(house, "Logo", "Draw it.\nDue: Friday"), "assignment")
    assert "holidays" in first.text
    assert "holidays" not in second.text


def test_p10_without_a_date_it_goes_out_and_the_contractor_is_asked_once(house: Office) -> None:
    letters = give(house, "Logo", "Please draw a logo for the shop, blue, as a PNG.")
    assignment = one(letters, "assignment")
    assert "When can you have it" in flat(assignment)
    house.reply(assignment, "Friday 3pm")
    assert house.letters() == []  # quiet: it stands in the digest, and holds if none objects
    later = house.pass_time(at(2026, 12, 2, 18))
    digest = next(x for x in later if x.kind == "digest")
    assert "Joy proposes" in flat(digest) and "it holds from Wed 2 Dec 09:12" in flat(digest)
    assert "When can you have it" not in " ".join(flat(x) for x in later)
    task = house.shop.store.task(1)
    assert task is not None and task.due is not None
    assert task.due.at == at(2026, 12, 4, 7)  # Friday 15:00 in Manila


def test_p11_done_when_stands_in_the_assignment_and_in_the_review(house: Office) -> None:
    body = "Scan the folder.\nDone when: every scan has a row in the sheet\nDue: Wednesday"
    assignment = one(give(house, "Scans", body), "assignment")
    assert "every scan has a row in the sheet" in assignment.text
    house.reply(assignment, "done")
    review = one(house.letters(), "review")
    assert "every scan has a row in the sheet" in review.text
