"""What an owner writes about a person stays with us, whatever stands beside it."""

from datetime import timedelta

import pytest

from tests.shell.office import Got, Office, at, kinds, one

STEPHANIE = "Stephanie Miller <stephanie@example.com>"
JOY = "Joy Santos <joy@example.net>"
OURS = "tasks@example.com"
PRIVATE = "I am sick of her slowness."


def _begin(office: Office) -> tuple[Got, Got]:
    body = "Call everyone.\nDue by Wednesday 5PM Pacific time."
    office.mail(STEPHANIE, "tasks+joy@example.com", "Calldown", body)
    letters = office.letters()
    return one(letters, "assignment"), one(letters, "receipt")


def _late(office: Office) -> Got:
    _begin(office)
    return one([x for x in office.pass_time(at(2026, 12, 3, 18)) if x.kind == "late"], "late")


def _to_joy(letters: list[Got]) -> str:
    return "\n".join(x.raw.decode() for x in letters if x.to == "joy@example.net")


@pytest.mark.parametrize("word", ["cancel", "approve", "due: Monday 5pm", "fine", "assign: ben"])
def test_words_beside_a_command_stay_here_in_answer_to_a_letter_about_a_person(
    office: Office, word: str
) -> None:
    office.reply(_late(office), f"{word}\n\n{PRIVATE}")
    letters = office.letters() + office.pass_time(office.now + timedelta(days=1), timedelta(hours=2))
    assert "slowness" not in _to_joy(letters)


def test_words_beside_approve_go_along_from_a_review(office: Office) -> None:
    assignment, _ = _begin(office)
    office.reply(assignment, "done")
    office.reply(one(office.letters(), "review"), "approve\n\nThe second page is lovely.")
    assert "second page is lovely" in one(office.letters(), "approved").text


@pytest.mark.parametrize(
    ("words", "line"),
    [
        ("Please cancel this task, we gave it to an agency.", "cancel"),
        ("Please give it to Ben instead, Joy is slow.", "assign: Ben"),
    ],
)
def test_phrase_that_is_asked_about_is_not_passed_on_meanwhile(office: Office, words: str, line: str) -> None:
    _, receipt = _begin(office)
    office.reply(receipt, words)
    letters = office.letters()
    assert _to_joy(letters) == ""
    assert f"reply with one line: {line}\n" in one(letters, "transcript").text


def test_answer_with_a_costly_phrase_in_it_is_still_the_answer(office: Office) -> None:
    assignment, _ = _begin(office)
    office.reply(assignment, "question: is the hosting paid, and do you need the second page?")
    office.reply(one(office.letters(), "question"), "I paid it already, and never mind the second page.")
    assert "never mind the second page" in one(office.letters(), "relay").text


def test_reason_of_a_cancel_goes_along(office: Office) -> None:
    office.reply(_late(office), "cancel: the client has gone away")
    assert "client has gone away" in one(office.letters(), "cancelled").text


def test_approval_said_to_all_is_not_quoted_to_the_one_who_has_it(office: Office) -> None:
    office.mail(STEPHANIE, JOY, "Logo", "Please make the logo by Friday.", cc=OURS)
    joined = one(office.letters(), "joined")
    done = office.mail(JOY, STEPHANIE, "Re: Logo", "Done!", cc=OURS, answers=joined)
    office.letters()
    office.mail(STEPHANIE, JOY, "Re: Logo", "approve\nI love the colour", cc=OURS, answers=done)
    letters = office.letters()
    assert kinds(letters) == [("joy", "approved")]
    assert "love the colour" not in letters[0].text
