"""A new topic in an old thread is asked about (P2), and a changed Subject alone is not."""

import pytest

from tests.shell.office import Got, Office, kinds, one, to

STEPHANIE = "Stephanie Miller <stephanie@example.com>"
JOY = "Joy Santos <joy@example.net>"
NEW = "Please book the caterer for the garden party.\nDue by Friday 5PM Pacific time."


def _begin(office: Office) -> tuple[Got, Got]:
    body = "Call everyone.\nDue by Wednesday 5PM Pacific time."
    office.mail(STEPHANIE, "tasks+joy@example.com", "Calldown", body)
    letters = office.letters()
    return one(letters, "assignment"), one(letters, "receipt")


def _write(office: Office, letter: Got, subject: str, body: str, sender: str = STEPHANIE) -> None:
    """Answer the last mail at hand, under another Subject and with nothing quoted."""
    office.mail(sender, letter.reply_to, subject, body, answers=letter)


def _asked(office: Office) -> Got:
    _, receipt = _begin(office)
    _write(office, receipt, "Garden party", NEW)
    letters = office.letters()
    assert kinds(letters) == [("stephanie", "clarify")]  # and nothing went to Joy
    return letters[0]


def test_the_owner_is_asked_and_nothing_is_passed_on(office: Office) -> None:
    letter = _asked(office)
    assert "Is this a new task, or part of Calldown (T-1)?" in letter.text.splitlines()[0]
    assert "What you write stays with me until it is clear." in letter.text
    task = office.shop.store.task(1)
    assert task is not None and "caterer" not in task.brief


@pytest.mark.parametrize("words", ["new task", "Yes", "New task please"])
def test_new_task_makes_one_of_it(office: Office, words: str) -> None:
    office.reply(_asked(office), words)
    letters = office.letters()
    assignment = one(to(letters, "joy@example.net"), "assignment")
    assert "book the caterer" in assignment.text
    assert "Fri 4 Dec 2026, 17:00 Pacific" in assignment.text
    made = office.shop.store.task(2)
    assert made is not None and made.title == "Garden party" and made.brief == NEW
    assert "T-2" in one(letters, "transcript").text
    old = office.shop.store.task(1)
    assert old is not None and old.aside is None and "caterer" not in old.brief


@pytest.mark.parametrize("words", ["No", "It stays."])
def test_no_passes_it_on_in_its_old_thread(office: Office, words: str) -> None:
    office.reply(_asked(office), words)
    letters = office.letters()
    assert "book the caterer" in one(to(letters, "joy@example.net"), "relay").text
    assert office.shop.store.task(2) is None


@pytest.mark.parametrize(
    ("subject", "body"),
    [
        ("Calldown, one more thing", "Please call the ones in Oregon, too."),
        ("Calldown, one more thing", "Thank them as well. They closed on Friday."),
        ("Re: Calldown", "Please have the Oregon ones done by Thursday."),
    ],
)
def test_fewer_signs_leave_it_in_its_thread(office: Office, subject: str, body: str) -> None:
    _, receipt = _begin(office)
    _write(office, receipt, subject, body)
    assert ("joy", "relay") in kinds(office.letters())


def test_quoted_letter_below_leaves_it_in_its_thread(office: Office) -> None:
    _, receipt = _begin(office)
    quoted = "\n".join(f"> {line}" for line in receipt.text.splitlines())
    body = f"Also call Oregon by Friday 5PM.\n\nOn Mon, Nov 30, 2026 at 9:12 AM Tasks wrote:\n{quoted}"
    _write(office, receipt, "Oregon", body)
    assert ("joy", "relay") in kinds(office.letters())


def test_contractors_new_topic_is_filed_with_a_line_for_the_owner(office: Office) -> None:
    assignment, _ = _begin(office)
    body = "For the other client I need the logo files.\nPlease send them by Friday noon."
    _write(office, assignment, "Logo files", body, sender=JOY)
    office.letters()
    remarks = [line for _, line in office.shop.store.remarks(office.now.replace(year=2020))]
    assert any("Logo files" in line for line in remarks)
    assert office.shop.store.task(2) is None
