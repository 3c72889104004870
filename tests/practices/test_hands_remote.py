"""Remote hands: what comes back is counted, limits are said, a miss is explained (P36, P38, P46)."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.practices.hands_kit import STEPHANIE, give, of_kind, opened, task, text
from tests.shell.office import Got, Office, at, kinds, one, run

LATER = "Call each person on the list.\nDue by 18 December 5PM Pacific time."
NEXT_MONDAY = at(2026, 12, 7, 16)


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    yield from opened(tmp_path)


@pytest.mark.parametrize(
    "words, cause",
    [
        ("question: where should the files go?", "place"),
        ("question: which folder do I use?", "place"),
        ("question: how many copies do you want?", "question"),
        ("question: what do you mean by clean?", "unclear"),
        ("I do not understand the second step. Can you explain?", "unclear"),
        ("blocked: I have no password for the server", "access"),
        ("blocked: the printer is broken", "blocked"),
        ("decline: no time", "declined"),
        ("eta: 21 December 5pm", "date"),
    ],
)
def test_p36_each_return_is_counted_by_cause(office: Office, words: str, cause: str) -> None:
    assignment, _ = give(office, body=LATER)
    office.reply(assignment, words)
    office.letters()
    assert task(office).returns == (cause,)


@pytest.mark.parametrize("words", ["accept", "60%", "done", "thanks", "The list is long, by the way."])
def test_p36_a_report_is_no_return(office: Office, words: str) -> None:
    assignment, _ = give(office, body=LATER)
    office.reply(assignment, words)
    office.letters()
    assert task(office).returns == ()


def returned(office: Office) -> Got:
    assignment, _ = give(office, body=LATER)
    for words in ("where do the files go?", "which folder for the scans?", "how many copies?"):
        office.reply(assignment, f"question: {words}")
        office.reply(one(office.letters(), "question"), "In the usual one.")
        office.letters()
    return assignment


def test_p36_the_weeks_first_digest_names_what_came_back_most(office: Office) -> None:
    returned(office)
    digests = of_kind(office.pass_time(NEXT_MONDAY), "digest")
    assert "T-1 came back to you 3 times (2 place, 1 question)" in text(digests[-1])
    assert not [x for x in digests[:-1] if "came back to you" in x.text]
    assert "place:" in text(digests[-1])


def test_p36_once_is_not_worth_a_line(office: Office) -> None:
    assignment, _ = give(office, body=LATER)
    office.reply(assignment, "question: how many copies?")
    office.letters()
    digests = of_kind(office.pass_time(NEXT_MONDAY), "digest")
    assert not [x for x in digests if "came back to you" in x.text]


def test_p36_show_says_it(office: Office, capsys: pytest.CaptureFixture[str]) -> None:
    returned(office)
    assert run(office, "show", "T-1") == 0
    assert "came back 3 times: 2 place, 1 question" in capsys.readouterr().out
    assert run(office, "show", "T-1", "--json") == 0
    assert '"returns"' in capsys.readouterr().out


@pytest.mark.parametrize(
    "line, said",
    [
        ("Decide: up to $50", "You may decide anything up to $50 yourself."),
        ("Decide: the colour and the paper", "You may decide yourself: the colour and the paper."),
        ("Level: outcome", "How you do it is up to you; what counts is the outcome."),
        ("Level: steps", "Please keep to the steps as they are written."),
    ],
)
def test_p38_the_limits_stand_in_the_assignment(office: Office, line: str, said: str) -> None:
    assignment, _ = give(office, body=f"{LATER}\n{line}")
    assert said in text(assignment)
    assert said in " ".join(assignment.raw.decode().replace("=\r\n", "").split())
    assert not task(office).has_money


def test_p38_the_limits_stand_in_a_joined_thread_and_for_the_next_one(office: Office) -> None:
    office.mail(STEPHANIE, "joy@example.net", "Call", f"{LATER}\nDecide: up to $50", cc="tasks@example.com")
    letters = office.letters()
    assert "anything up to $50 yourself" in text(one(letters, "joined"))
    office.reply(one(letters, "receipt"), "assign: ben")
    assert "anything up to $50 yourself" in text(one(office.letters(), "assignment"))


def test_p38_limits_may_follow_later(office: Office) -> None:
    _, receipt = give(office, body=LATER)
    office.reply(receipt, "Decide: up to $80")
    office.letters()
    assert task(office).decide == "up to $80"


# the cause of a miss


def late(office: Office) -> tuple[Got, Got]:
    """Finished a day late, and approved: the owner's review, and the contractor's letter of that."""
    assignment, _ = give(office)
    office.reply(assignment, "accept")
    office.letters()
    office.pass_time(at(2026, 12, 3, 20))
    office.reply(assignment, "done")
    review = one(office.letters(), "review")
    office.reply(review, "approve")
    return review, one(office.letters(), "approved")


def test_p46_asked_in_the_letter_that_goes_anyway(office: Office) -> None:
    _, approved = late(office)
    assert "What was in the way?" in text(approved)
    assert "cause%3A%20access" in approved.raw.decode().replace("=\r\n", "")


@pytest.mark.parametrize(
    "words, cause",
    [
        ("2", "access"),
        ("cause: unclear brief", "unclear brief"),
        ("cause: 3", "time"),
        ("access", "access"),
        ("time", "time"),
        ("cause: my child was ill", "other"),
    ],
)
def test_p46_one_word_answers(office: Office, words: str, cause: str) -> None:
    office.reply(late(office)[1], words)
    assert office.letters() == []
    assert task(office).miss_cause == cause
    digest = of_kind(office.pass_time(at(2026, 12, 4, 18)), "digest")[0]
    assert f"Joy names as the cause of the delay: {cause}" in text(digest)


def test_p46_not_asked_where_it_was_in_time(office: Office) -> None:
    assignment, _ = give(office)
    office.reply(assignment, "done")
    office.reply(one(office.letters(), "review"), "approve")
    assert "What was in the way?" not in text(one(office.letters(), "approved"))


def test_p46_asked_at_most_once(office: Office) -> None:
    review, approved = late(office)
    office.reply(approved, "thank you!")
    office.letters()
    office.reply(review, "redo: two are missing")
    letters = office.letters()
    sent_back = one(letters, "sent-back")
    office.reply(sent_back, "done")
    office.reply(one(office.letters(), "review"), "approve")
    assert "What was in the way?" not in text(one(office.letters(), "approved"))


def test_p46_given_before_it_is_asked_is_not_asked(office: Office) -> None:
    assignment, _ = give(office)
    office.reply(assignment, "accept")
    office.letters()
    office.pass_time(at(2026, 12, 3, 20))
    office.reply(assignment, "done\ncause: access")
    office.reply(one(office.letters(), "review"), "approve")
    assert "What was in the way?" not in text(one(office.letters(), "approved"))
    assert task(office).miss_cause == "access"


def test_p46_it_costs_no_letter(office: Office) -> None:
    _, approved = late(office)
    office.reply(approved, "cause: 2")
    assert kinds(office.letters()) == []
