"""P1 to P11: giving a task. Each practice as a conversation, named by its row."""

from datetime import timedelta

import pytest

from tests.shell.office import MONDAY, Got, Office, at, kinds, one, to

STEPHANIE = "Stephanie Miller <stephanie@example.com>"


def give(office: Office, subject: str, body: str, for_: str = "tasks+joy@example.com") -> list[Got]:
    office.mail(STEPHANIE, for_, subject, body)
    return office.letters()


def flat(letter: Got) -> str:
    return " ".join(letter.text.split())


def test_p01_one_mail_is_one_task_whatever_its_sentences(quick: Office) -> None:
    """The model mail has five imperatives, and is one task."""
    body = (
        "Call each person on the list. Ask whether they come. Write the answer into the sheet. "
        "Call again those who did not pick up. Send me the sheet.\nDue by Wednesday 5PM Pacific time"
    )
    letters = give(quick, "Calldown for Lunch and Learn", body)
    assert kinds(letters) == [("joy", "assignment"), ("stephanie", "receipt")]
    assert len(quick.shop.store.open_tasks()) == 1


SEVERAL = (
    "Three things:\n\n1. Calldown for the lunch, by Wednesday.\n2. New logo, by Friday.\n"
    "3. Invoice the client, by Monday."
)


def test_p01_several_tasks_are_asked_about_and_split_by_one_word(quick: Office) -> None:
    letters = give(quick, "For this week", SEVERAL)
    assert kinds(letters) == [("stephanie", "split")]
    assert "`split`" in letters[0].text or "split" in flat(letters[0])
    quick.reply(letters[0], "split")
    after = quick.letters()
    assert [x.kind for x in to(after, "joy@example.net")] == ["assignment"] * 3
    parts = quick.shop.store.open_tasks()
    assert [t.parent for t in parts] == [1, 1, 1]
    assert quick.shop.store.task(1).state == "split"  # type: ignore[union-attr]


def test_p01_several_tasks_go_out_as_one_after_two_working_hours(quick: Office) -> None:
    give(quick, "For this week", SEVERAL)
    early = quick.pass_time(MONDAY + timedelta(minutes=110))
    assert not to(early, "joy@example.net")
    late = quick.pass_time(MONDAY + timedelta(minutes=150))
    assert [x.kind for x in to(late, "joy@example.net")] == ["assignment"]


def test_p02_each_task_is_a_thread_of_its_own(quick: Office) -> None:
    first = give(quick, "Calldown", "Call them.\nDue: Wednesday")
    second = give(quick, "Logo", "Draw it.\nDue: Friday")
    assert first[0].subject != second[0].subject
    assert first[0].reply_to != second[0].reply_to
    assert first[0]["Message-ID"] not in second[0]["References"]


def test_p02_a_new_topic_in_a_reply_is_asked_about_and_not_merged(quick: Office) -> None:
    letters = give(quick, "Calldown", "Call them.\nDue: Wednesday")
    receipt = one(letters, "receipt")
    quick.mail(
        STEPHANIE,
        receipt.reply_to,
        "A logo for the shop",
        "Please draw a logo for the shop.\nDue: Friday 3pm",
        answers=receipt,
    )
    after = quick.letters()
    asked = to(after, "stephanie@example.com")
    assert len(asked) == 1 and "new task" in flat(asked[0])
    assert "logo" not in quick.shop.store.task(1).brief  # type: ignore[union-attr]
    quick.reply(asked[0], "new task")
    quick.letters()
    assert [t.title for t in quick.shop.store.open_tasks()] == ["Calldown", "A logo for the shop"]


@pytest.mark.parametrize("poor", ["help", "urgent", ""])
def test_p03_a_poor_title_delays_nothing_and_can_be_named(quick: Office, poor: str) -> None:
    letters = give(quick, poor, "Call each person on the list.\nDue: Wednesday")
    assert kinds(letters) == [("joy", "assignment"), ("stephanie", "receipt")]
    assert "Call each person on the list" in letters[0].subject
    assert "title:" in letters[1].text
    quick.reply(letters[1], "title: Calldown")
    quick.letters()
    assert quick.shop.store.task(1).title == "Calldown"  # type: ignore[union-attr]


def test_p04_the_due_phrase_is_read_and_echoed_for_both(quick: Office) -> None:
    letters = give(quick, "Calldown", "Call them.\nDue by Wednesday 5PM Pacific time")
    for letter in letters:
        assert "Wed 2 Dec 2026, 17:00 Pacific = Thu 3 Dec 2026, 09:00 Manila" in flat(letter)
    assert "Due by Wednesday 5PM Pacific time" in flat(letters[1])
    assert "due:" in letters[1].text


def test_p04_a_wrong_reading_is_set_right_by_one_line(quick: Office) -> None:
    receipt = one(give(quick, "Calldown", "Call them.\nDue by Wednesday 5PM"), "receipt")
    quick.reply(receipt, "due: Thursday noon")
    changed = one(quick.letters(), "due-changed")
    assert changed.to == "joy@example.net" and "Thu 3 Dec" in flat(changed)


def test_p05_a_brief_without_an_outcome_goes_out_and_the_receipt_asks_for_it(quick: Office) -> None:
    letters = give(quick, "Router", "Fix the router.\nDue: Wednesday")
    assert kinds(letters) == [("joy", "assignment"), ("stephanie", "receipt")]
    assert "done" in flat(letters[1]).lower() and "?" in letters[1].text


def test_p05_with_an_outcome_nothing_is_asked(quick: Office) -> None:
    body = "The router loses the line each hour. Fix it, so that a long call does not drop.\nDue: Wednesday"
    receipt = one(give(quick, "Router", body), "receipt")
    assert "save a question" not in flat(receipt)


def test_p06_lines_of_a_list_become_steps_and_are_ticked_by_number(quick: Office) -> None:
    body = "Set up the room.\n1. Move the tables\n2. Set out the chairs\n3. Test the screen\nDue: Wednesday"
    letters = give(quick, "Room", body)
    assert "Set out the chairs" in letters[0].text
    assert len(quick.shop.store.task(1).steps) == 3  # type: ignore[union-attr]
    quick.reply(letters[0], "[x] 1 [x] 2")
    quick.letters()
    assert quick.shop.store.task(1).headway == "2 of 3 steps"  # type: ignore[union-attr]


def test_p07_problem_and_outcome_are_enough_the_cause_may_be_unknown(quick: Office) -> None:
    body = (
        "The printer on the second floor prints every page twice; I do not know why. "
        "I need it to print each page once.\nDue: Wednesday"
    )
    assert kinds(give(quick, "Printer", body)) == [("joy", "assignment"), ("stephanie", "receipt")]


def test_p09_the_assignment_says_who_answers_and_how(quick: Office) -> None:
    assignment = one(give(quick, "Calldown", "Call them.\nDue: Wednesday"), "assignment")
    for word in ("accept", "question", "Stephanie", "stephanie@example.com"):
        assert word in assignment.text, word


def test_p09_the_first_letter_introduces_the_arrangement_and_no_later_one(quick: Office) -> None:
    first = one(give(quick, "Calldown", "Call them.\nDue: Wednesday"), "assignment")
    second = one(give(quick, "Logo", "Draw it.\nDue: Friday"), "assignment")
    assert "holidays" in first.text
    assert "holidays" not in second.text


def test_p10_without_a_date_it_goes_out_and_the_contractor_is_asked_once(quick: Office) -> None:
    letters = give(quick, "Logo", "Please draw a logo for the shop, blue, as a PNG.")
    assignment = one(letters, "assignment")
    assert "When can you have it" in flat(assignment)
    quick.reply(assignment, "Friday 3pm")
    assert quick.letters() == []  # quiet: it stands in the digest, and holds if none objects
    later = quick.pass_time(at(2026, 12, 2, 18))
    digest = next(x for x in later if x.kind == "digest")
    assert "Joy proposes" in flat(digest) and "it holds from Wed 2 Dec 09:12" in flat(digest)
    assert "When can you have it" not in " ".join(flat(x) for x in later)
    task = quick.shop.store.task(1)
    assert task is not None and task.due is not None
    assert task.due.at == at(2026, 12, 4, 7)  # Friday 15:00 in Manila


def test_p11_done_when_stands_in_the_assignment_and_in_the_review(quick: Office) -> None:
    body = "Scan the folder.\nDone when: every scan has a row in the sheet\nDue: Wednesday"
    assignment = one(give(quick, "Scans", body), "assignment")
    assert "every scan has a row in the sheet" in assignment.text
    quick.reply(assignment, "done")
    review = one(quick.letters(), "review")
    assert "every scan has a row in the sheet" in review.text
