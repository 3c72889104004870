"""Absence, where two rules meet: answers to the letter about one, how long one may be, `nudge`
of somebody who is away, and what those read who come later."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.practices.hands_kit import STEPHANIE, give, of_kind, opened, task, text
from tests.shell.office import Office, at, kinds, one, to

JOYS, STEPH = "joy@example.net", "stephanie@example.com"
LATER = "Call each person on the list.\nDue by 18 December 5PM Pacific time."
SOON = "Call each person on the list.\nDue by Wednesday 5PM Pacific time."


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    yield from opened(tmp_path)


def gone(office: Office, who: str = "") -> None:
    """Stephanie is away until Monday the 7th, 09:00 with her, perhaps with somebody to ask."""
    ask = f", ask {who}" if who else ""
    office.mail(STEPHANIE, "tasks@example.com", "", f"away until 7 December{ask}")


# the contractor answers the letter "Stephanie is away"


def test_words_to_the_letter_about_several_tasks_are_kept_until_it_is_clear_which(office: Office) -> None:
    """Two tasks are open: Joy is asked which, and her question stands where she says."""
    give(office, body=LATER)
    give(office, subject="Letters", body=LATER)
    gone(office)
    told = one(office.letters(), "away")
    office.reply(told, "Which list should I use for this one?")
    which = one(office.letters(), "which-task")
    assert which.to == JOYS and "T-1" in which.text and "T-2" in which.text
    office.reply(which, "T-2")
    office.letters()
    assert [q.text for q in task(office, 2).questions] == ["Which list should I use for this one?"]
    assert task(office, 1).questions == ()
    office.mail(STEPHANIE, "tasks@example.com", "back", "")
    assert "Which list should I use for this one?" in one(to(office.letters(), STEPH), "digest").text


def test_with_one_task_left_open_they_are_filed_there(office: Office) -> None:
    give(office, body=LATER)
    _, second = give(office, subject="Letters", body=LATER)
    gone(office)
    told = one(office.letters(), "away")
    office.reply(second, "cancel")
    office.letters()
    office.reply(told, "Which list should I use for this one?")
    assert to(office.letters(), JOYS) == []
    assert [q.text for q in task(office, 1).questions] == ["Which list should I use for this one?"]


@pytest.mark.parametrize("words", ["ok", "Thanks!"])
def test_a_thank_you_to_it_is_filed_and_nobody_is_asked(office: Office, words: str) -> None:
    give(office, body=LATER)
    give(office, subject="Letters", body=LATER)
    gone(office)
    told = one(office.letters(), "away")
    office.reply(told, words)
    assert office.letters() == []


# no, twice


def test_no_twice_tells_the_contractor_once(office: Office) -> None:
    _, receipt = give(office, body=LATER)
    office.reply(receipt, "tell Joy: send me your passport", proven=False)
    told = one(to(office.letters(), STEPH), "transcript")
    office.reply(told, "no")
    assert ("joy", "relay") in kinds(office.letters())
    office.reply(told, "no")
    letters = office.letters()
    assert to(letters, JOYS) == []
    assert "told already" in text(one(letters, "transcript"))


# how long


@pytest.mark.parametrize("words", ["1 Jan 2099", "5 December 2028"])
def test_an_absence_of_more_than_a_year_is_asked_about(office: Office, words: str) -> None:
    assignment, _ = give(office)
    office.reply(assignment, f"away until {words}")
    letters = office.letters()
    assert kinds(letters) == [("joy", "transcript")]
    assert "more than a year" in text(letters[0])
    assert "reminder" in [x.kind for x in to(office.pass_time(at(2026, 12, 3, 6)), JOYS)]


@pytest.mark.parametrize(
    "words, day",
    [("3 March", "3 Mar"), ("Monday", "7 Dec"), ("29 November", "29 Nov")],
)
def test_a_day_without_a_year_is_the_next_one(office: Office, words: str, day: str) -> None:
    """It is Monday the 30th of November, or Tuesday in Manila: the 29th is almost a year ahead."""
    assignment, _ = give(office)
    office.reply(assignment, f"away until {words}")
    assert day in text(one(office.letters(), "transcript"))


def test_a_vacation_reply_that_names_a_day_years_ahead_pauses_nothing(office: Office) -> None:
    assignment, _ = give(office)
    words = "I am out of the office until 1 January 2099."
    office.reply(assignment, words, headers="Auto-Submitted: auto-replied")
    assert "reminders go on" in text(one(office.letters(), "away"))


# nudge


def test_nudge_of_somebody_who_is_away_is_no_letter(office: Office) -> None:
    assignment, receipt = give(office, body=LATER)
    office.reply(assignment, "accept\naway until Thursday")
    office.letters()
    for word in ("nudge", "nudge now"):
        office.reply(receipt, word)
        letters = office.letters()
        assert kinds(letters) == [("stephanie", "transcript")]
        assert "not done: Joy is away until Thu 3 Dec" in text(letters[0])
        assert "goes by itself on" in text(letters[0])


# what the escalation contact reads


def test_the_time_line_of_an_escalation_names_absences(office: Office) -> None:
    """On the owner's clock: Thursday 09:00 in Manila is Wednesday in Los Angeles."""
    assignment, receipt = give(office)
    office.reply(assignment, "accept\naway until Thursday")
    office.letters()
    office.pass_time(at(2026, 12, 1, 17))
    office.reply(receipt, "away until Friday")
    office.letters()
    office.pass_time(at(2026, 12, 1, 20))
    office.mail(STEPHANIE, "tasks@example.com", "back", "")
    office.letters()
    told = one(of_kind(office.pass_time(at(2026, 12, 12)), "escalation"), "escalation")
    assert "Joy was away from Mon 30 Nov to Wed 2 Dec" in text(told)
    assert "Stephanie was away from Tue 1 Dec to Tue 1 Dec" in text(told)


# the digest of the return, on the first day of a week


def test_back_on_a_monday_has_the_weekly_lines(office: Office) -> None:
    """Asked about twice while Stephanie was away; she writes `back` on Monday at six, before the digest."""
    assignment, _ = give(office, body=LATER)
    gone(office)
    office.letters()
    for words in ("question: where do the scans go?", "question: which folder is it?"):
        office.reply(assignment, words)
        office.letters()
    office.pass_time(at(2026, 12, 7, 14))
    office.mail(STEPHANIE, "tasks@example.com", "back", "")
    digests = of_kind(to(office.letters() + office.pass_time(at(2026, 12, 7, 23)), STEPH), "digest")
    assert len(digests) == 1
    assert "T-1 came back to you 2 times (2 place)" in text(digests[0])
