"""A mail under another Subject stays in its thread, and its reader learns that Subject:
people put half of what they say into it."""

from tests.shell.office import Got, Office, one, to

STEPHANIE = "Stephanie Miller <stephanie@example.com>"
JOY = "Joy Santos <joy@example.net>"


def _begin(office: Office) -> tuple[Got, Got]:
    office.mail(
        STEPHANIE, "tasks+joy@example.com", "Calldown", "Call everyone.\nDue by Wednesday 5PM Pacific time."
    )
    letters = office.letters()
    return one(letters, "assignment"), one(letters, "receipt")


def _write(office: Office, sender: str, letter: Got, subject: str, body: str) -> list[Got]:
    office.mail(sender, letter.reply_to, subject, body, answers=letter)
    return office.letters()


def test_contractors_subject_is_shown_with_the_question(office: Office) -> None:
    assignment, _ = _begin(office)
    letter = one(
        _write(office, JOY, assignment, "Two numbers are wrong", "Shall I look them up?"), "question"
    )
    assert "Under the Subject: Two numbers are wrong" in letter.text
    assert letter.subject == "Re: Calldown"  # one Subject for all letters of one task to one person


def test_owners_subject_is_shown_with_the_words(office: Office) -> None:
    _, receipt = _begin(office)
    letters = _write(office, STEPHANIE, receipt, "Oregon first", "The others can wait.")
    letter = one(to(letters, "joy@example.net"), "relay")
    assert "Under the Subject: Oregon first" in letter.text
    assert letter.subject == "[T-1] Calldown"


def test_it_stands_before_the_words_in_a_digest(office: Office) -> None:
    assignment, _ = _begin(office)
    _write(office, JOY, assignment, "Half way", "Twelve of them are called, all were friendly about it.")
    task = office.shop.store.task(1)
    assert task is not None
    assert [note.text for note in task.notes][0].startswith("Half way: Twelve of them")


def test_the_threads_own_subject_is_no_news(office: Office) -> None:
    assignment, _ = _begin(office)
    office.reply(assignment, "Which list shall I use?")
    assert "Under the Subject" not in one(office.letters(), "question").text


def test_a_secret_in_it_is_masked(office: Office) -> None:
    assignment, _ = _begin(office)
    letters = _write(office, JOY, assignment, "password: tr0ub4dor&3", "Shall I use this one?")
    assert "tr0ub4dor" not in one(letters, "question").text
