"""What an owner answers to a proposed date is heard: only a yes, or no word at
all, makes it hold."""

import pytest

from tasks.model import Task
from tests.shell.office import Got, Office, at, kinds, one, to

STEPHANIE = "Stephanie Miller <stephanie@example.com>"
JOY = "Joy Santos <joy@example.net>"
OURS = "tasks@example.com"
BRIEF = "Call everyone.\nDue by Wednesday 5PM Pacific time."
AGREED = "2026-12-02T17:00"


def begin(office: Office, body: str = BRIEF) -> tuple[Got, Got]:
    office.mail(STEPHANIE, "tasks+joy@example.com", "Calldown", body)
    letters = office.letters()
    return one(letters, "assignment"), one(letters, "receipt")


def proposal(office: Office) -> Got:
    office.reply(begin(office)[0], "I need until Friday")
    return one(office.letters(), "proposal")


def task(office: Office) -> Task:
    found = office.shop.store.task(1)
    assert found is not None
    return found


def due(office: Office) -> str:
    agreed = task(office).due
    return agreed.local if agreed else ""


@pytest.mark.parametrize(
    "words",
    [
        "too late",
        "That's too late for the client.",
        "Friday is too late",
        "What about the client?",
        "ok, but please not later",
        "No, not before Monday",
    ],
)
def test_other_words_reach_the_contractor_and_silence_agrees_no_more(quick: Office, words: str) -> None:
    quick.reply(proposal(quick), words)
    letters = quick.letters()
    told = one(to(letters, "stephanie@example.com"), "transcript").text
    assert "passed on to Joy" in told and "is not agreed" in told
    assert words in one([x for x in letters if x.to == "joy@example.net"], letters[0].kind).text
    quick.pass_time(at(2026, 12, 2, 23))
    assert due(quick) == AGREED


def test_the_contractor_reads_that_it_is_not_agreed(quick: Office) -> None:
    quick.reply(proposal(quick), "That's too late for the client.")
    relay = one(quick.letters(), "relay").text
    assert "about the date you proposed" in relay
    assert "It is not agreed yet; Thu 3 Dec 2026, 09:00 Manila stays" in relay


@pytest.mark.parametrize("words", ["No, Thursday please", "Can't you make it Thursday?"])
def test_a_date_of_the_owners_own_holds_and_can_be_undone(quick: Office, words: str) -> None:
    quick.reply(proposal(quick), words)
    letters = quick.letters()
    assert kinds(letters) == [("joy", "due-changed"), ("stephanie", "transcript")]
    assert due(quick) == "2026-12-03T17:00"
    assert words in letters[0].text
    undo = letters[1].text.split("Undo: ")[1].splitlines()[0]
    quick.reply(letters[1], undo)
    quick.letters()
    assert due(quick) == AGREED


def test_a_date_before_the_agreed_one_is_asked_about(quick: Office) -> None:
    quick.reply(proposal(quick), "No, Tuesday please")
    letters = quick.letters()
    assert kinds(letters) == [("stephanie", "transcript")]
    assert "write  due: 2026-12-01 17:00" in letters[0].text
    assert "is not agreed" in letters[0].text
    quick.pass_time(at(2026, 12, 2, 23))
    assert due(quick) == AGREED


@pytest.mark.parametrize(("words", "holds"), [("ok", "2026-12-04T17:00"), ("no", AGREED)])
def test_the_letter_that_says_it_is_open_takes_yes_and_no(quick: Office, words: str, holds: str) -> None:
    quick.reply(proposal(quick), "That's too late for the client.")
    quick.reply(one(quick.letters(), "transcript"), words)
    assert kinds(quick.letters()) == [("joy", "due-changed")]
    assert due(quick) == holds
    assert task(quick).proposal is None


def test_words_to_all_in_a_joined_thread_leave_it_open_too(quick: Office) -> None:
    quick.mail(STEPHANIE, JOY, "Logo", "Please make the logo.\nDue by Wednesday 5PM Pacific time.", cc=OURS)
    joined = one(quick.letters(), "joined")
    said = quick.mail(JOY, STEPHANIE, "Re: Logo", "eta: Friday 5pm", cc=OURS, answers=joined)
    quick.letters()
    quick.mail(STEPHANIE, JOY, "Re: Logo", "That is too late for the client.", cc=OURS, answers=said)
    assert kinds(quick.letters()) == [("stephanie", "transcript")]  # Joy has it
    quick.pass_time(at(2026, 12, 2, 23))
    assert due(quick) == AGREED


def test_a_note_under_the_digest_leaves_it_open_too(quick: Office) -> None:
    quick.reply(begin(quick, "Call everyone.")[0], "eta: Friday 5pm")
    quick.letters()
    digest = next(x for x in quick.pass_time(at(2026, 12, 1, 16)) if x.kind == "digest")
    quick.reply(digest, "T-1: that is too late")
    assert "is not agreed" in one(quick.letters(), "transcript").text
    quick.pass_time(at(2026, 12, 3, 23))
    assert due(quick) == ""


def test_a_date_answers_the_letter_that_asked_for_it(quick: Office) -> None:
    quick.reply(begin(quick)[1], "due: Feb 30")
    asked = one(quick.letters(), "transcript")
    assert "When is it due?" in asked.text
    assert "A date in your answer is read as one" in asked.text
    quick.reply(asked, "Friday 5pm")
    quick.letters()
    assert due(quick) == "2026-12-04T17:00"


def test_a_date_of_the_contractor_answers_the_letter_that_asked_for_it(quick: Office) -> None:
    quick.reply(begin(quick)[0], "eta: Feb 30")
    quick.reply(one(quick.letters(), "transcript"), "Friday 5pm")
    assert kinds(quick.letters()) == [("stephanie", "proposal")]


def test_a_bare_date_to_the_receipt_is_the_due_date(quick: Office) -> None:
    quick.reply(begin(quick)[1], "Friday 5pm")
    assert kinds(quick.letters()) == [("joy", "due-changed")]
    assert due(quick) == "2026-12-04T17:00"
    assert "Friday" not in task(quick).brief


def test_a_sentence_that_sets_the_date_is_one_letter_and_no_addition(quick: Office) -> None:
    quick.reply(begin(quick)[1], "Make it Friday please")
    letters = quick.letters()
    assert kinds(letters) == [("joy", "due-changed")]
    assert "Make it Friday please" in letters[0].text
    assert "Friday" not in task(quick).brief


def test_a_sentence_whose_date_cannot_be_read_is_passed_on(quick: Office) -> None:
    quick.reply(begin(quick)[1], "Can you do Friday's calls as well?")
    assert "Friday's calls" in one(quick.letters(), "relay").text


def test_words_beside_that_sentence_still_join_the_brief(quick: Office) -> None:
    quick.reply(begin(quick)[1], "Make it Friday please.\nAlso call Bob.")
    assert sorted(kinds(quick.letters())) == [("joy", "due-changed"), ("joy", "relay")]
    assert task(quick).brief.endswith("Also call Bob.")
