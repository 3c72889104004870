"""Letters say what happened, offer words that act, and drop no question."""

import pytest

from tasks.model import Stage, Task
from tests.shell.office import Got, Office, kinds, one, to

STEPHANIE = "Stephanie Miller <stephanie@example.com>"
BRIEF = "Call everyone.\nDue by Wednesday 5PM Pacific time."


def begin(office: Office, body: str = BRIEF) -> tuple[Got, Got]:
    office.mail(STEPHANIE, "tasks+joy@example.com", "Calldown", body)
    letters = office.letters()
    return one(letters, "assignment"), one(letters, "receipt")


def task(office: Office, number: int = 1) -> Task:
    found = office.shop.store.task(number)
    assert found is not None
    return found


def page(letter: Got) -> str:
    parts = [p for p in letter.message.walk() if p.get_content_type() == "text/html"]
    return bytes(parts[0].get_payload(decode=True)).decode()


@pytest.mark.parametrize("words", ["All finished. Does Bob count?", "Does Bob count? All finished."])
def test_an_approval_drops_no_open_question(quick: Office, words: str) -> None:
    quick.reply(begin(quick)[0], words)
    letters = quick.letters()
    assert sorted(kinds(letters)) == [("stephanie", "question"), ("stephanie", "review")]
    assert "> Does Bob count?" in one(letters, "question").text
    assert "> All finished." not in one(letters, "question").text
    quick.reply(one(letters, "review"), "Thanks, great")
    letters = quick.letters()
    assert task(quick).stage is Stage.APPROVED
    assert "Still open with Stephanie" in one(letters, "approved").text
    again = one(letters, "question")
    assert "The task is approved; this is still open" in again.text
    quick.reply(again, "Yes, he does.")
    assert "> Yes, he does." in one(quick.letters(), "relay").text


def test_an_answer_beside_the_approval_closes_the_question(quick: Office) -> None:
    quick.reply(begin(quick)[0], "All finished. Does Bob count?")
    quick.reply(one(quick.letters(), "review"), "approve\nYes, Bob counts.")
    letters = quick.letters()
    assert kinds(letters) == [("joy", "approved")]
    assert "Yes, Bob counts." in letters[0].text and "Still open" not in letters[0].text


def test_taking_a_hand_in_back_is_said(quick: Office) -> None:
    assignment = begin(quick)[0]
    quick.reply(assignment, "done")
    quick.letters()
    quick.reply(assignment, "not done")
    assert "takes back that Calldown (T-1) is done" in one(quick.letters(), "relay").text


def test_a_bill_is_said_to_be_noted(quick: Office) -> None:
    quick.reply(begin(quick)[0], "Here is my invoice: 300 USD.")
    relay = one(quick.letters(), "relay").text
    assert "sends a bill for Calldown (T-1): 300 USD" in relay
    assert "It is noted" in relay and "> Here is my invoice: 300 USD." in relay


def test_who_has_sent_a_bill_is_not_asked_for_one(quick: Office) -> None:
    quick.reply(begin(quick, f"Budget: 200 USD\n{BRIEF}")[0], "done\ninvoice: 200 USD")
    quick.reply(one(quick.letters(), "review"), "approve")
    approved = one(quick.letters(), "approved").text
    assert "Your bill is noted: 200 USD" in approved and "To be paid" not in approved


def test_the_second_reading_of_a_date_has_its_word(quick: Office) -> None:
    receipt = begin(quick, "Call everyone.\nDue 3/4")[1]
    assert "reply due: 2027-04-03 17:00" in receipt.text
    assert "2027-04-03" in page(receipt)
    quick.reply(receipt, "due: 2027-04-03 17:00")
    quick.letters()
    due = task(quick).due
    assert due and due.local == "2027-04-03T17:00"


def test_a_date_that_is_asked_about_is_not_told_as_none(quick: Office) -> None:
    assignment = begin(quick, "Call everyone.\nDue by Feb 30.")[0].text
    assert "The date is not clear yet, and Stephanie is asked" in assignment
    assert "There is no fixed date" not in assignment


def test_words_to_a_review_that_ask_are_offered_to_be_told(quick: Office) -> None:
    quick.reply(begin(quick)[0], "done")
    quick.reply(one(quick.letters(), "review"), "Where is the file?")
    clarify = one(quick.letters(), "clarify")
    assert "tell Joy: ..." in clarify.text
    assert "tell%20Joy%3A%20Where%20is%20the%20file%3F" in page(clarify)


def test_approve_with_a_wish_behind_it_approves(quick: Office) -> None:
    quick.reply(begin(quick)[0], "done")
    quick.reply(one(quick.letters(), "review"), "approve, and next time earlier please")
    approved = one(quick.letters(), "approved")
    assert "> and next time earlier please" in approved.text


def test_approve_with_a_fault_behind_it_is_asked_about(quick: Office) -> None:
    quick.reply(begin(quick)[0], "done")
    quick.reply(one(quick.letters(), "review"), "approve, but page 2 is missing")
    assert kinds(quick.letters()) == [("stephanie", "clarify")]


@pytest.mark.parametrize(
    ("words", "until"),
    [
        ("hold until Monday", "Mon 7 Dec 2026, 09:00 Pacific"),
        ("hold until Friday", "Fri 4 Dec 2026, 09:00 Pacific"),
        ("hold until 5pm", "Mon 30 Nov 2026, 17:00 Pacific"),
    ],
)
def test_a_rest_ends_when_the_day_begins_and_is_echoed(quick: Office, words: str, until: str) -> None:
    quick.reply(begin(quick)[1], words)
    letters = quick.letters()
    assert f"on hold until {until}" in one(to(letters, "stephanie@example.com"), "transcript").text


def test_a_date_line_in_words_that_stay_sets_the_date(quick: Office) -> None:
    receipt = begin(quick)[1]
    body = "Please make the flyer.\nDue: Friday 5pm"
    quick.mail(STEPHANIE, receipt.reply_to, "Flyer for January", body, answers=receipt)
    quick.reply(one(quick.letters(), "clarify"), "no")
    letters = quick.letters()
    assert sorted(kinds(letters)) == [("joy", "due-changed"), ("stephanie", "transcript")]
    assert "Please make the flyer." in one(letters, "due-changed").text
    due = task(quick).due
    assert due and due.local == "2026-12-04T17:00"
    assert "Please make the flyer." in task(quick).brief


def test_the_receipt_says_the_date_once(quick: Office) -> None:
    receipt = begin(quick)[1].text
    assert receipt.count("Wed 2 Dec 2026, 17:00 Pacific") == 1
    assert "Thu 3pm" not in receipt


TWO = """Hi Joy,

two things:

First, please book the room at the Hilton by Thursday.
Second, separately, order 40 lunch boxes from Marios by Friday noon.

Thanks
Stephanie"""


def several(office: Office) -> Got:
    office.mail(STEPHANIE, "tasks+joy@example.com", "Two things", TWO)
    return one(office.letters(), "split")


def test_each_part_is_shown_with_its_own_date(quick: Office) -> None:
    text = several(quick).text
    assert "Due Thu 3 Dec 2026, 17:00 Pacific" in text and "Due Fri 4 Dec 2026, 12:00 Pacific" in text
    assert "What you write stays with me until it is clear." in text
    assert "That is a" not in text


@pytest.mark.parametrize("words", ["The second one is for Ben please", "yes"])
def test_words_about_the_parts_are_asked_about(quick: Office, words: str) -> None:
    quick.reply(several(quick), words)
    clarify = one(quick.letters(), "clarify")
    assert "split | one" in clarify.text
    quick.reply(clarify, "2")
    letters = quick.letters()
    assert "for Ben" not in "".join(x.text for x in letters if x.to == "joy@example.net")
    assert [task(quick, n).title for n in (2, 3)] == [
        "Book the room at the Hilton by Thursday",
        "Order 40 lunch boxes from Marios by Friday noon",
    ]
