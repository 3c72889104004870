"""What the builders of few letters and of substitutes tested apart, in one office."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from store.port import Batch
from tests.practices.hands_kit import JOY, STEPHANIE, give, of_kind, opened, task, text
from tests.practices.offices import hand_over
from tests.practices.offices import opened as at_desk
from tests.practices.test_owner_gone import alone, without
from tests.shell.office import CONFIG, Got, Office, at, kinds, one, to

OLIV = "olivia@example.com"
LATER = "Call each person on the list.\nDue by 18 December 5PM Pacific time."


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    yield from opened(tmp_path)


def test_a_task_whose_owner_has_left_and_a_reply_from_another_address(office: Office) -> None:
    """The first owner of the house is asked, for nobody else is there to be."""
    office.reply(alone(office), "60%", sender="Joy S <joy@elsewhere.example>")
    letters = office.letters()
    assert kinds(letters) == [("olivia", "knock")]
    office.reply(letters[0], "pass on")
    said = text(one(to(office.letters(), "joy@example.net"), "relay"))
    assert "Joy S, who is not registered, writes about Calldown" in said
    assert "Joy has not seen this" not in said and "reply pass on" not in said


def test_an_owner_who_has_left_and_writes_about_their_task(office: Office) -> None:
    _, receipt = give(office)
    without(office, "stephanie")
    office.reply(receipt, "The blue list, please.", sender=STEPHANIE)
    knock = one(to(office.letters(), OLIV), "knock")
    assert "The blue list" in text(knock)


# Joy works from 9:00 to 17:00 in Manila: 1:00 to 9:00 UTC. Her task is due on Thursday at 1:00.


@pytest.mark.parametrize(("word", "again"), [("away until Wednesday", 9), ("stop", 0)])
def test_a_letter_that_waited_for_the_next_day_finds_them_away(word: str, again: int) -> None:
    """Told to be late on Thursday, but that day's letter is used up; Joy is away on Friday."""
    with at_desk() as office:
        hand_over(office)
        office.pass_time(at(2026, 12, 3, 0, 30))
        office.shop.store.commit(Batch(slots=("day:joy:2026-12-03",)))
        assert of_kind(office.pass_time(at(2026, 12, 3, 10)), "overdue") == []
        office.mail(JOY, "tasks@example.com", word, "")
        letters = office.letters() + office.pass_time(at(2026, 12, 11))
        asked = [x for x in to(letters, "joy@example.net") if "How does it stand?" in text(x)]
        assert [x["Date"][5:7] for x in asked] == ([f"{again:02}"] if again else [])


def test_a_letter_of_the_day_that_comes_late_finds_them_away() -> None:
    """Nothing ran from midnight to four, and Joy wrote at two that she is away."""
    with at_desk(CONFIG.replace("escalate_to: olivia", "summary: daily")) as office:
        hand_over(office, body=LATER)
        office.pass_time(at(2026, 12, 2, 0, 30))
        office.now = at(2026, 12, 2, 2)
        office.mail(JOY, "tasks@example.com", "away until Wednesday", "")
        office.now = at(2026, 12, 2, 4)
        assert of_kind(office.letters(), "week") == []


def test_nobody_is_called_in_about_their_own_work() -> None:
    with at_desk(CONFIG.replace("escalate_to: olivia", "escalate_to: ben")) as office:
        hand_over(office, who="ben")
        letters = office.pass_time(at(2026, 12, 14))
        assert of_kind(letters, "overdue") and of_kind(letters, "late")
        assert of_kind(letters, "escalation") == []


@pytest.mark.parametrize("name", ["Olivia", "Stephanie"])
def test_whom_a_contractor_names_and_who_takes_no_work_is_not_offered(office: Office, name: str) -> None:
    """`assign: olivia` would not be done: she hands out work, and does none."""
    give(office)
    office.mail(JOY, "tasks@example.com", f"away until Friday, ask {name}", "")
    told = one(to(office.letters(), "stephanie@example.com"), "away")
    assert "reply assign: and a name, or due: Thu 5pm" in text(told)
    assert ("Joy says: ask Olivia." in text(told)) is (name == "Olivia")
    assert "assign:%20olivia" not in told.raw.decode().replace("=\r\n", "")


def test_the_digest_of_the_return_is_the_one_letter_of_its_moment(office: Office) -> None:
    """Joy is late meanwhile: the digest says so, and no letter beside it."""
    give(office)
    office.mail(STEPHANIE, "tasks@example.com", "away until 11 December", "")
    office.letters()
    office.pass_time(at(2026, 12, 8, 18))
    office.mail(STEPHANIE, "tasks@example.com", "back", "")
    letters = to(office.letters() + office.pass_time(at(2026, 12, 8, 23)), "stephanie@example.com")
    assert kinds(letters) == [("stephanie", "digest")]
    assert "LATE" in letters[0].text
    letters = to(office.pass_time(at(2026, 12, 9, 18)), "stephanie@example.com")
    assert kinds(letters) == [("stephanie", "digest"), ("stephanie", "late")]


# What the digest of the return says, taken back as it stands there.


def away_with(office: Office, first: str) -> Got:
    """Joy has written, and Olivia got it for Stephanie: that letter."""
    assignment, _ = give(office, body=LATER)
    office.mail(STEPHANIE, "tasks@example.com", "", "away until 7 December, ask Olivia")
    office.letters()
    office.reply(assignment, first)
    return to(office.letters(), OLIV)[0]


def returned(office: Office) -> Got:
    letters = office.letters() + office.pass_time(at(2026, 12, 7, 18))
    return one(to(of_kind(letters, "digest"), "stephanie@example.com"), "digest")


def test_a_refused_date_of_another_zone_is_taken_up_again_as_it_was(office: Office) -> None:
    """Joy proposed 17:00 in Manila, which is 01:00 where Stephanie reads it and writes it."""
    letter = away_with(office, "eta: 21 December 5pm")
    proposed = task(office).proposal
    office.reply(letter, "no")
    digest = returned(office)
    assert "Undo: T-1 due: 2026-12-21 01:00" in text(digest)
    office.reply(digest, "T-1 due: 2026-12-21 01:00")
    office.letters()
    due = task(office).due
    assert proposed and due and due.at == proposed.due.at


def test_an_owners_undo_of_a_date_that_was_the_contractors(office: Office) -> None:
    assignment, receipt = give(office, body=LATER)
    office.reply(assignment, "eta: 21 December 5pm")
    office.reply(one(office.letters(), "proposal"), "ok")
    office.letters()
    agreed = task(office).due
    office.reply(receipt, "due: 17 December 3pm")
    told = text(one(office.letters(), "transcript"))
    undo = "due: 2026-12-21 01:00"
    assert f"Undo: {undo}" in told
    office.reply(receipt, undo)
    office.letters()
    due = task(office).due
    assert agreed and due and due.at == agreed.at


def test_words_beside_a_word_that_acts_are_told_to_the_owner(office: Office) -> None:
    letter = away_with(office, "question: which list?")
    office.reply(letter, "The long one.")
    office.letters()
    office.reply(letter, "hold\n\nThe client is furious.")
    said = text(returned(office))
    assert said.count("The client is furious.") == 1 and said.count("The long one.") == 1


def test_fine_to_a_question_is_told_as_what_it_is(office: Office) -> None:
    office.reply(away_with(office, "question: which list?"), "fine")
    said = text(returned(office))
    assert 'answered a question (T-1 Calldown: "fine")' in said and "wrote to Joy" not in said


def test_a_rest_that_is_over_on_the_return_offers_no_undo(office: Office) -> None:
    office.reply(away_with(office, "question: which list?"), "hold until Friday")
    said = text(returned(office))
    assert "put T-1 Calldown on hold until Fri 4 Dec 09:00" in said and "T-1 resume" not in said
