"""What people may ask for at any time: how things stand, the digest, and rest (P34)."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.practices.hands_kit import BEN, JOY, OLIVIA, STEPHANIE, give, of_kind, opened, task, text
from tests.shell.office import Office, at, kinds, one, to


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    yield from opened(tmp_path)


TUESDAY = at(2026, 12, 1, 15, 30)  # 07:30 in Los Angeles: the digest
CLIENT = "Please call the client back.\nDue by Friday 5PM Pacific time."


@pytest.mark.parametrize("subject, body", [("status", ""), ("", "status"), ("How are we?", "status?")])
def test_p34_an_owner_asks_by_a_fresh_mail(office: Office, subject: str, body: str) -> None:
    give(office)
    office.mail(STEPHANIE, "tasks@example.com", subject, body)
    letter = one(office.letters(), "status")
    assert letter.to == "stephanie@example.com"
    assert "T-1 Calldown (Joy)" in text(letter)
    assert office.shop.store.task(2) is None


def test_p34_a_contractor_sees_the_own_tasks_only(office: Office) -> None:
    give(office)
    give(office, "ben", "Client call", CLIENT)
    give(office, "joy", "Letters", "Write ten letters to the members.\nDue by Friday 5PM Pacific time.")
    for sender, seen, unseen in ((JOY, "T-1 T-3", "T-2 Client"), (BEN, "T-2", "T-1 T-3 Calldown Letters")):
        office.mail(sender, "tasks@example.com", "status", "")
        letter = one(office.letters(), "status")
        assert letter.to in sender
        assert all(tag in text(letter) for tag in seen.split())
        assert not any(word in text(letter) for word in unseen.split())


def test_p34_another_owner_reads_the_own_tasks_only(office: Office) -> None:
    give(office)
    office.mail(OLIVIA, "tasks@example.com", "status", "")
    letter = one(office.letters(), "status")
    assert letter.to == "olivia@example.com"
    assert "Calldown" not in letter.text


def test_p34_in_a_thread_it_is_answered_within_one_round(office: Office) -> None:
    assignment, receipt = give(office)
    office.reply(assignment, "status")
    assert kinds(office.letters()) == [("joy", "status")]
    office.reply(receipt, "status")
    assert kinds(office.letters()) == [("stephanie", "status")]


def test_p34_a_bare_address_gets_no_status(office: Office) -> None:
    give(office)
    office.mail(JOY, "tasks@example.com", "status", "", proven=False)
    assert to(office.letters(), "joy@example.net") == []


def test_p31_the_own_open_question_stands_in_the_status(office: Office) -> None:
    assignment, _ = give(office)
    office.reply(assignment, "question: which list?")
    office.letters()
    office.reply(assignment, "status")
    letter = one(office.letters(), "status")
    assert "which list?" in text(letter) and "Waits for Stephanie" in text(letter)


@pytest.mark.parametrize("by", ["fresh", "subject", "thread"])
def test_p34_the_digest_at_once(office: Office, by: str) -> None:
    assignment, receipt = give(office)
    office.reply(assignment, "question: which list?")
    office.letters()
    if by == "thread":
        office.reply(receipt, "digest")
    else:
        office.mail(
            STEPHANIE,
            "tasks@example.com",
            "digest" if by == "subject" else "",
            "" if by == "subject" else "digest",
        )
    letters = office.letters()
    assert kinds(letters) == [("stephanie", "digest")]
    assert "WAITING FOR YOU" in letters[0].text and "which list?" in letters[0].text
    assert office.shop.store.task(2) is None


def test_p34_a_digest_asked_for_is_not_the_days_digest(office: Office) -> None:
    """What it told is told again by the daily one: nothing is used up by it."""
    assignment, receipt = give(office)
    office.reply(assignment, "accept\n\nThe list has two empty rows.")
    office.letters()
    office.reply(receipt, "digest")
    assert "two empty rows" in one(office.letters(), "digest").text
    daily = one(of_kind(office.pass_time(TUESDAY), "digest"), "digest")
    assert "two empty rows" in daily.text


def test_p34_a_digest_with_nothing_in_it_still_answers(office: Office) -> None:
    office.mail(STEPHANIE, "tasks@example.com", "digest", "")
    assert kinds(office.letters()) == [("stephanie", "digest")]


def test_p34_a_digest_asked_for_can_be_answered(office: Office) -> None:
    assignment, receipt = give(office)
    office.reply(assignment, "question: which list?")
    office.letters()
    office.reply(receipt, "digest")
    office.reply(one(office.letters(), "digest"), "T-1: the long one")
    letters = office.letters()
    assert sorted(kinds(letters)) == [("joy", "relay"), ("stephanie", "transcript")]


def test_p34_a_contractor_who_asks_for_a_digest_gets_what_is_open(office: Office) -> None:
    assignment, _ = give(office)
    office.reply(assignment, "digest")
    letters = office.letters()
    assert [x.to for x in letters] == ["joy@example.net"]
    assert "Calldown" in letters[0].text


def test_p34_a_contractors_reminder_rests_and_the_date_stays(office: Office) -> None:
    """Due Wed 17:00 Pacific = Thu 09:00 Manila. The reminder of Wed 09:00 Manila rests until Thursday,
    when it is over: none comes. Lateness is told as ever, 4 h late: Thu 13:00 Manila."""
    assignment, _ = give(office)
    office.reply(assignment, "accept\nsnooze until Thursday")
    letters = office.letters()
    assert [x for x in letters if x.kind not in ("transcript",)] == []
    assert "Thu 3 Dec" in text(letters[0])
    due = task(office).due
    assert due is not None and due.at == at(2026, 12, 3, 1)
    passed = to(office.pass_time(at(2026, 12, 3, 6)), "joy@example.net")
    assert [x.kind for x in passed] == ["overdue"]


def test_p34_a_contractors_snooze_hides_no_lateness_from_the_owner(office: Office) -> None:
    assignment, _ = give(office)
    office.reply(assignment, "snooze until Friday")
    office.letters()
    letters = office.pass_time(at(2026, 12, 3, 18))
    assert to(letters, "joy@example.net") == []
    assert [x.kind for x in to(letters, "stephanie@example.com") if x.kind == "late"] == ["late"]


def test_p34_the_owner_is_told_of_a_contractors_snooze_in_the_digest(office: Office) -> None:
    assignment, _ = give(office)
    office.reply(assignment, "snooze until Thursday")
    assert kinds(office.letters()) == [("joy", "transcript")]
    digest = one(of_kind(office.pass_time(TUESDAY), "digest"), "digest")
    assert "snoozed" in digest.text.lower()


def test_p34_an_owners_snooze_lets_the_chase_rest(office: Office) -> None:
    """A question is open since Monday; the letter of Tuesday and Wednesday rests until Friday."""
    assignment, _ = give(office, body="Call each person on the list.\nDue by 18 December 5PM Pacific time.")
    office.reply(assignment, "question: which list?")
    question = one(office.letters(), "question")
    office.reply(question, "snooze until Friday")
    letters = office.letters()
    assert kinds(letters) == [("stephanie", "transcript")]
    assert task(office).questions != ()
    assert of_kind(office.pass_time(at(2026, 12, 4, 16, 50)), "owed-answer") == []
    assert len(of_kind(office.pass_time(at(2026, 12, 4, 18)), "owed-answer")) == 1


def test_p34_what_the_owner_snoozed_is_no_reason_for_a_digest(office: Office) -> None:
    assignment, _ = give(office, body="Call each person on the list.\nDue by 18 December 5PM Pacific time.")
    office.reply(assignment, "question: which list?")
    office.letters()
    digest = one(of_kind(office.pass_time(TUESDAY), "digest"), "digest")
    office.reply(digest, "T-1 snooze until Friday")
    office.letters()
    assert of_kind(office.pass_time(at(2026, 12, 3, 16)), "digest") == []
    (friday,) = of_kind(office.pass_time(at(2026, 12, 4, 18)), "digest")
    assert "which list?" in friday.text


def test_p34_the_digest_itself_can_rest(office: Office) -> None:
    assignment, _ = give(office, body="Call each person on the list.\nDue by 18 December 5PM Pacific time.")
    office.reply(assignment, "question: which list?")
    office.letters()
    office.mail(STEPHANIE, "tasks@example.com", "", "snooze digest until Thursday")
    assert kinds(office.letters()) == [("stephanie", "transcript")]
    assert of_kind(office.pass_time(at(2026, 12, 3, 15)), "digest") == []
    assert len(of_kind(office.pass_time(at(2026, 12, 3, 16)), "digest")) == 1


@pytest.mark.parametrize("words", ["snooze", "snooze: soon"])
def test_p34_a_snooze_without_a_date_is_asked_about(office: Office, words: str) -> None:
    assignment, _ = give(office)
    office.reply(assignment, words)
    letter = one(office.letters(), "transcript")
    assert "not done" in letter.text and "snooze: 3 days" in letter.text
