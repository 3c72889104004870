"""Several questions in one mail: listed, ticked one by one, none of them lost."""

from collections.abc import Sequence

from tests.shell.office import Got, Office, at, one, to

STEPHANIE = "Stephanie Miller <stephanie@example.com>"
TWO = "Hi! Which list should I use?\nAnd may I call on Sundays?"


def _asked(office: Office, words: str = TWO) -> Got:
    body = "Call everyone.\nDue by Wednesday 5PM Pacific time."
    office.mail(STEPHANIE, "tasks+joy@example.com", "Calldown", body)
    office.reply(one(office.letters(), "assignment"), words)
    return one(office.letters(), "question")


def _open(office: Office) -> list[str]:
    task = office.shop.store.task(1)
    assert task is not None
    return [question.text for question in task.questions]


def _digest(letters: Sequence[Got]) -> Got:
    return next(letter for letter in letters if letter.kind == "digest")


def test_the_letter_lists_them_one_by_one(office: Office) -> None:
    text = _asked(office).text
    assert "> 1. Which list should I use?\n> 2. And may I call on Sundays?" in text
    assert _open(office) == ["Which list should I use?", "And may I call on Sundays?"]


def test_one_tap_on_a_phone_has_a_line_for_each(office: Office) -> None:
    question = _asked(office)
    assert "body=1.%20%0D%0A2.%20%0D%0A" in question.raw.decode().replace("=\r\n", "").replace("=3D", "=")
    office.reply(question, "1. \n2. not on Sundays\n")
    office.letters()
    assert _open(office) == ["Which list should I use?"]


def test_one_question_is_not_listed_again(office: Office) -> None:
    assert _asked(office, "Which list should I use?").text.count("Which list") == 1


def test_the_second_answer_closes_what_the_first_left(office: Office) -> None:
    question = _asked(office)
    office.reply(question, "1. the new one")
    relay = one(office.letters(), "relay")
    assert "Still open with Stephanie" in relay.text
    assert _open(office) == ["And may I call on Sundays?"]
    office.reply(question, "No, never on Sundays.")
    relay = one(office.letters(), "relay")
    assert "Still open" not in relay.text
    assert _open(office) == []


def test_the_digest_quotes_both_and_a_number_answers_one(office: Office) -> None:
    _asked(office)
    digest = _digest(office.pass_time(at(2026, 12, 1, 16)))
    assert "Which list should I use?" in digest.text
    assert "And may I call on Sundays?" in digest.text
    office.reply(digest, "T-1 2. no")
    letters = office.letters()
    assert "Which list should I use?" in one(to(letters, "joy@example.net"), "relay").text
    assert "still open: Which list should I use?" in " ".join(one(letters, "transcript").text.split())
    assert _open(office) == ["Which list should I use?"]


def test_a_promise_to_answer_leaves_the_chase_running(office: Office) -> None:
    office.reply(_asked(office), "Let me ask the client and get back to you.")
    relay = one(office.letters(), "relay")
    assert "get back to you" in relay.text
    assert "Still open with Stephanie" in relay.text
    later = office.pass_time(at(2026, 12, 2, 20))
    assert any(letter.kind == "owed-answer" for letter in later)
