"""Short words are read by what they answer: "no" to a question is an answer."""

import pytest

from tests.shell.office import Got, Office, kinds, one

STEPHANIE = "Stephanie Miller <stephanie@example.com>"
JOY = "Joy Santos <joy@example.net>"
OURS = "tasks@example.com"


def _question(office: Office, words: str = "question: may I use the old list?") -> Got:
    body = "Call everyone.\nDue by Wednesday 5PM Pacific time."
    office.mail(STEPHANIE, "tasks+joy@example.com", "Calldown", body)
    office.reply(one(office.letters(), "assignment"), words)
    return one(office.letters(), "question")


def _joined(office: Office, words: str) -> str:
    body = "Please make the logo.\nDue by Wednesday 5PM Pacific time."
    office.mail(STEPHANIE, JOY, "Logo", body, cc=OURS)
    joined = one(office.letters(), "joined")
    return office.mail(JOY, STEPHANIE, "Re: Logo", words, cc=OURS, answers=joined)


def _open_questions(office: Office) -> int:
    task = office.shop.store.task(1)
    assert task is not None
    return len(task.questions)


@pytest.mark.parametrize("words", ["No", "Yes", "Sure, sounds good", "Looks good", "👍", "ok thx", "Fine"])
def test_short_word_of_the_owner_answers_the_question(office: Office, words: str) -> None:
    office.reply(_question(office), words)
    relay = one(office.letters(), "relay")
    assert relay.to == "joy@example.net"
    assert words in relay.text
    assert _open_questions(office) == 0


def test_thanks_are_no_answer(office: Office) -> None:
    office.reply(_question(office), "Thank you!")
    assert office.letters() == []
    assert _open_questions(office) == 1


def test_yes_of_the_contractor_answers_what_the_owner_asked_back(office: Office) -> None:
    office.reply(_question(office), "Is it from this year?")
    office.reply(one(office.letters(), "question"), "Yes")
    relay = one(office.letters(), "relay")
    assert relay.to == "stephanie@example.com"
    assert "Yes" in relay.text
    assert "Your answer is awaited" in relay.text  # what Joy wanted to know is open still
    task = office.shop.store.task(1)
    assert task is not None
    assert [q.by for q in task.questions] == ["joy"]


def test_yes_to_all_in_a_joined_thread_answers_the_question(office: Office) -> None:
    asked = _joined(office, "May I use red?")
    office.letters()
    assert _open_questions(office) == 1
    office.mail(STEPHANIE, JOY, "Re: Logo", "Yes!", cc=OURS, answers=asked)
    assert office.letters() == []  # Joy has it
    assert _open_questions(office) == 0


def test_ok_to_all_in_a_joined_thread_agrees_to_the_date_proposed_there(office: Office) -> None:
    proposed = _joined(office, "eta: Friday 5pm")
    office.letters()
    office.mail(STEPHANIE, JOY, "Re: Logo", "ok", cc=OURS, answers=proposed)
    assert kinds(office.letters()) == [("joy", "due-changed")]
