"""Substitutes where a stranger would look for a hole: two who stand in for each other, words
that do nothing, words that were not theirs, and somebody who is erased meanwhile."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.practices.hands_kit import OLIVIA, STEPHANIE, give, of_kind, opened, task, text
from tests.shell.office import Got, Office, at, kinds, one, run, to

JOYS, STEPH, OLIV = "joy@example.net", "stephanie@example.com", "olivia@example.com"
LATER = "Call each person on the list.\nDue by 18 December 5PM Pacific time."
BACK = at(2026, 12, 7, 18)


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    yield from opened(tmp_path)


def asked(office: Office) -> tuple[Got, Got]:
    """The assignment of Joy, and her question, which Olivia got for Stephanie."""
    assignment, _ = give(office, body=LATER)
    office.mail(STEPHANIE, "tasks@example.com", "", "away until 7 December, ask Olivia")
    office.letters()
    office.reply(assignment, "question: which list?")
    return assignment, one(office.letters(), "question")


def returned(office: Office) -> str:
    return text(one(to(of_kind(office.pass_time(BACK), "digest"), STEPH), "digest"))


def test_a_snooze_of_theirs_is_not_said_to_do_something(office: Office) -> None:
    """The clock writes to Stephanie or to Joy, and lets neither alone for Olivia's sake."""
    _, question = asked(office)
    office.reply(question, "snooze 3 days")
    said = text(one(office.letters(), "transcript"))
    assert "not done" in said and "no reminder of T-1" not in said
    assert "snoozed the reminders" not in returned(office)
    assert task(office).doer_rests_until is None and task(office).owner_rests_until is None


def test_words_that_were_not_theirs_are_told_to_the_owner_as_such(office: Office) -> None:
    _, question = asked(office)
    office.reply(question, "tell Joy: send your passport", proven=False)
    told = one(office.letters(), "transcript")
    office.reply(told, "no")
    assert ("joy", "relay") in kinds(office.letters())
    digest = returned(office)
    assert 'Olivia says that "send your passport" (T-1 Calldown) was not from them' in digest


def test_two_who_stand_in_for_each_other_and_are_both_away(office: Office) -> None:
    """Olivia is back on Friday, and gets what waits for Stephanie then; not a letter before."""
    assignment, _ = give(office, body=LATER)
    office.mail(STEPHANIE, "tasks@example.com", "", "away until 7 December, ask Olivia")
    office.letters()
    office.mail(OLIVIA, "tasks@example.com", "", "away until 4 December, ask Stephanie")
    office.letters()
    office.reply(assignment, "question: which list?")
    before = office.letters() + office.pass_time(at(2026, 12, 4, 16, 30))
    assert of_kind(before, "question") == []
    letters = of_kind(office.pass_time(at(2026, 12, 4, 18)), "question")
    assert [x.to for x in letters] == [OLIV]
    assert of_kind(office.pass_time(BACK), "question") == []


def test_what_was_shown_on_the_return_is_not_shown_again_for_a_new_date(office: Office) -> None:
    assignment, _ = give(office, body=LATER)
    office.mail(OLIVIA, "tasks@example.com", "", "away until 4 December")
    office.letters()
    office.mail(STEPHANIE, "tasks@example.com", "", "away until 7 December, ask Olivia")
    office.letters()
    office.reply(assignment, "question: which list?")
    question = one(of_kind(office.pass_time(at(2026, 12, 4, 18)), "question"), "question")
    office.reply(question, "due: 21 December 5pm")
    letters = office.letters() + office.pass_time(at(2026, 12, 4, 23))
    assert of_kind(letters, "question") == []


def test_a_finished_piece_and_a_date_wait_for_them_as_well(office: Office) -> None:
    first, _ = give(office, body=LATER)
    second, _ = give(office, subject="Letters", body=LATER)
    office.mail(OLIVIA, "tasks@example.com", "", "away until 4 December")
    office.letters()
    office.mail(STEPHANIE, "tasks@example.com", "", "away until 7 December, ask Olivia")
    office.letters()
    office.reply(first, "done\n\nThree never answered.")
    office.reply(second, "eta: 21 December 5pm")
    assert office.letters() == []
    letters = to(office.pass_time(at(2026, 12, 4, 18)), OLIV)
    review = one(of_kind(letters, "review"), "review")
    assert "Three never answered." in review.text
    assert one(of_kind(letters, "proposal"), "proposal")
    office.reply(review, "approve")
    office.letters()
    assert task(office).state == "approved"


def test_an_absence_said_anew_without_a_name_ends_it(office: Office) -> None:
    assignment, question = asked(office)
    office.mail(STEPHANIE, "tasks@example.com", "", "away until 9 December")
    office.letters()
    office.reply(assignment, "question: and which colour?")
    assert office.letters() == []
    office.reply(question, "The long one.")
    assert "Stephanie" in text(one(to(office.letters(), OLIV), "transcript"))
    assert len(task(office).questions) == 2


def test_an_erased_substitute_leaves_no_words_in_the_lines_of_a_digest(office: Office) -> None:
    assignment, question = asked(office)
    office.reply(question, "Use the flamingo list.")
    office.letters()
    office.reply(question, "assign: Ben, he knows the pelican")
    office.letters()
    office.shop.close()
    assert run(office, "erase", "olivia", "--yes") == 0
    office.shop = office.open()
    words = " ".join(line for _, line in office.shop.store.remarks(at(2026, 1, 1)))
    assert "flamingo" not in words and "pelican" not in words and "Olivia" not in words
    office.reply(assignment, "question: and which colour?")
    office.letters()
    assert "which colour?" in returned(office)
