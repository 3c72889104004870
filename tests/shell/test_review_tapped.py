"""Answers tapped in a letter: a new mail to the task's address, which names no
letter. Where the last one is a wrong guess, words may end in the wrong place."""

from datetime import timedelta

from tests.shell.office import Got, Office, at, kinds, one, to

STEPHANIE = "Stephanie Miller <stephanie@example.com>"


def _begin(office: Office) -> Got:
    body = "Call everyone.\nDue by Wednesday 5PM Pacific time."
    office.mail(STEPHANIE, "tasks+joy@example.com", "Calldown", body)
    return one(office.letters(), "assignment")


def _tap(office: Office, letter: Got, words: str) -> list[Got]:
    office.mail(STEPHANIE, letter.reply_to, letter.subject, words)
    return office.letters()


def _late(office: Office) -> Got:
    letters = office.pass_time(at(2026, 12, 3, 18), timedelta(hours=1))
    return one([x for x in letters if x.kind == "late"], "late")


def test_tapped_answer_to_the_last_letter_goes_at_once(office: Office) -> None:
    office.reply(_begin(office), "question: which script?")
    letters = _tap(office, one(office.letters(), "question"), "The second one.")
    assert kinds(letters) == [("joy", "relay")]


def test_tapped_answer_to_an_older_question_is_asked_about_and_not_lost(office: Office) -> None:
    office.reply(_begin(office), "question: which script?")
    question = one(office.letters(), "question")
    office.reply(question, "due: Thursday 5pm\nstatus")
    office.letters()  # the transcript is the last letter now
    letters = _tap(office, question, "The second one.")
    assert kinds(letters) == [("stephanie", "clarify")]
    assert "tell Joy: ..." in letters[0].text
    office.reply(letters[0], "tell Joy: the second one")
    assert "the second one" in one(office.letters(), "relay").text
    assert office.shop.store.task(1).questions == ()  # type: ignore[union-attr]


def test_tapped_words_are_not_passed_on_where_a_letter_was_about_the_person(office: Office) -> None:
    assignment = _begin(office)
    late = _late(office)
    office.reply(assignment, "question: which script?")
    one(office.letters(), "question")
    letters = _tap(office, late, "She is always slow.")
    assert kinds(letters) == [("stephanie", "clarify")]
    assert to(letters, "joy@example.net") == []
