"""Absence and reach: who is away is not chased, nothing counts as late, and nobody waits unheard."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.practices.hands_kit import BEN, JOY, OLIVIA, STEPHANIE, bounce, give, of_kind, opened, task, text
from tests.shell.office import Office, at, kinds, one, to

STEPH, OLIV = "stephanie@example.com", "olivia@example.com"
LATER = "Call each person on the list.\nDue by 18 December 5PM Pacific time."
SATURDAY = at(2026, 12, 5, 20)


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    yield from opened(tmp_path)


# the contractor is away


@pytest.mark.parametrize("by", ["thread", "fresh", "subject"])
def test_away_contractor_at_risk_is_told_at_once(office: Office, by: str) -> None:
    """Due Wednesday, back on Monday: the owner hears now, in one letter, and Joy what was done."""
    assignment, _ = give(office)
    if by == "thread":
        office.reply(assignment, "away until 7 December")
    elif by == "fresh":
        office.mail(JOY, "tasks@example.com", "", "away until 7 December")
    else:
        office.mail(JOY, "tasks@example.com", "away until 7 December", "")
    letters = office.letters()
    assert sorted(kinds(letters)) == [("joy", "transcript"), ("stephanie", "away")]
    told = text(one(letters, "away"))
    assert "Joy" in told and "7 Dec" in told and "Calldown" in told and "assign:" in told
    assert "back" in text(one(letters, "transcript"))
    assert office.shop.store.task(2) is None


def test_away_contractor_with_time_enough_is_a_line_of_the_digest(office: Office) -> None:
    assignment, _ = give(office, body=LATER)
    office.reply(assignment, "away until Thursday")
    assert kinds(office.letters()) == [("joy", "transcript")]
    digest = one(of_kind(office.pass_time(at(2026, 12, 1, 16)), "digest"), "digest")
    assert "Joy is away until Thu 3 Dec" in digest.text


def test_away_contractor_is_not_chased_and_not_late(office: Office) -> None:
    """Due Thu 3 Dec 09:00 Manila, away from now until Mon 7 Dec 09:00 Manila (01:00 UTC): that morning
    one letter says what is open. Late is four of her working hours later, 13:00, and she had her one
    letter of the day, so she reads of it on Tuesday morning."""
    assignment, _ = give(office)
    office.reply(assignment, "accept\naway until 7 December")
    office.letters()
    letters = office.pass_time(at(2026, 12, 7, 4, 30))
    assert [x.kind for x in to(letters, "joy@example.net") if x.kind in ("reminder", "overdue")] == []
    assert of_kind(letters, "late") == [] and of_kind(letters, "escalation") == []
    assert [x.kind for x in to(letters, "joy@example.net")] == ["week"]
    assert [x.kind for x in to(office.pass_time(at(2026, 12, 8, 2)), "joy@example.net")] == ["overdue"]


def test_away_contractor_stands_at_risk_in_the_digest(office: Office) -> None:
    assignment, _ = give(office)
    office.reply(assignment, "away until 7 December")
    office.letters()
    digest = one(of_kind(office.pass_time(at(2026, 12, 1, 16)), "digest"), "digest")
    assert "AT RISK" in digest.text and "away until Mon 7 Dec" in digest.text


def test_back_before_the_date(office: Office) -> None:
    """On Wednesday morning in Manila she is back: reminders go on."""
    assignment, _ = give(office)
    office.reply(assignment, "away until 7 December")
    office.letters()
    office.pass_time(at(2026, 12, 2, 0))
    office.reply(assignment, "back")
    letters = office.letters()
    assert [x.to for x in letters] == ["joy@example.net"]
    assert "Calldown" in letters[0].text
    letters = office.pass_time(at(2026, 12, 3, 6))
    assert [x.kind for x in to(letters, "joy@example.net")] == ["reminder", "reminder", "overdue"]
    assert len(of_kind(letters, "late")) <= 1


def test_a_contractors_substitute_is_named_to_the_owner_and_gets_nothing(office: Office) -> None:
    """The task is the owner's to hand on: one word does it."""
    assignment, _ = give(office)
    office.reply(assignment, "away until 7 December, ask Ben")
    letters = office.letters()
    assert "ben@example.org" not in [x.to for x in letters]
    told = one(letters, "away")
    assert "assign: ben" in text(told)
    office.reply(told, "assign: ben")
    assert ("ben", "assignment") in kinds(office.letters())


def test_an_absence_outlives_a_restart(office: Office) -> None:
    assignment, _ = give(office)
    office.reply(assignment, "away until 7 December")
    office.letters()
    office.restart()
    assert to(office.pass_time(at(2026, 12, 4, 8)), "joy@example.net") == []


# a vacation reply


def test_a_vacation_reply_with_a_date_pauses_chases_and_is_told(office: Office) -> None:
    assignment, _ = give(office)
    words = "I am out of the office until Monday, 7 December."
    office.reply(assignment, words, headers="Auto-Submitted: auto-replied")
    told = one(office.letters(), "away")
    assert told.to == STEPH and "reminders rest" in text(told)
    letters = office.pass_time(at(2026, 12, 7, 20))
    assert [x.kind for x in to(letters, "joy@example.net")] == []
    assert of_kind(letters, "late") == []
    digest = of_kind(letters, "digest")[0]
    assert "away until Tue 8 Dec" in digest.text  # such programs count the day they name


def test_a_vacation_reply_without_a_date_pauses_nothing(office: Office) -> None:
    assignment, _ = give(office)
    office.reply(assignment, "I am out of the office.", headers="Auto-Submitted: auto-replied")
    assert "reminders go on" in text(one(office.letters(), "away"))
    letters = office.pass_time(at(2026, 12, 3, 6))
    assert "reminder" in [x.kind for x in to(letters, "joy@example.net")]


def test_a_vacation_reply_names_no_substitute(office: Office) -> None:
    assignment, _ = give(office)
    words = "I am out of the office until Monday, 7 December. Please ask Ben Okafor meanwhile."
    office.reply(assignment, words, headers="Auto-Submitted: auto-replied")
    assert "assign: ben" not in text(one(office.letters(), "away"))


# the owner is away


def test_away_owner_the_contractor_is_told_once(office: Office) -> None:
    give(office)
    give(office, subject="Letters", body=LATER)
    give(office, "ben", "Client", LATER)
    office.mail(STEPHANIE, "tasks@example.com", "", "away until 7 December")
    letters = office.letters()
    assert sorted(kinds(letters)) == [("ben", "away"), ("joy", "away"), ("stephanie", "transcript")]
    told = text(to(letters, "joy@example.net")[0])
    assert "Stephanie is away until" in told and "7 Dec" in told


def test_away_owner_hears_nothing_until_the_return(office: Office) -> None:
    assignment, receipt = give(office, body=LATER)
    office.reply(receipt, "away until 7 December")
    office.letters()
    office.reply(assignment, "question: which list?")
    letters = office.letters() + office.pass_time(SATURDAY)
    assert to(letters, STEPH) == []
    back = office.pass_time(at(2026, 12, 7, 18))
    digest = one(of_kind(back, "digest"), "digest")
    assert "which list?" in digest.text


def test_away_owner_words_of_the_contractor_are_not_lost(office: Office) -> None:
    """Finished work and its words stand in the digest of the return."""
    assignment, receipt = give(office, body=LATER)
    office.reply(receipt, "away until 7 December")
    office.letters()
    office.reply(assignment, "done\n\nThree of them never answered, see the list.")
    assert to(office.letters(), STEPH) == []
    digest = one(of_kind(office.pass_time(at(2026, 12, 7, 16)), "digest"), "digest")
    assert "TO REVIEW" in digest.text and "Three of them never answered" in digest.text


def test_away_owner_reads_of_a_bounce_in_the_digest(office: Office) -> None:
    """A hard bounce of a question's answer is nobody's word: a line of ours."""
    assignment, receipt = give(office, body=LATER)
    office.reply(receipt, "away until 7 December")
    office.letters()
    bounce(office, assignment)
    assert to(office.letters(), STEPH) == []
    digest = one(of_kind(office.pass_time(at(2026, 12, 7, 16)), "digest"), "digest")
    assert "a letter did not arrive" in digest.text and "do not arrive" in digest.text


def test_away_owner_with_the_digest(office: Office) -> None:
    assignment, receipt = give(office, body=LATER)
    office.reply(receipt, "away until 7 December, digest")
    office.letters()
    office.reply(assignment, "question: which list?")
    letters = office.letters() + office.pass_time(SATURDAY)
    assert {x.kind for x in to(letters, STEPH)} == {"digest"}


def test_away_owner_silence_approves_nothing(office: Office) -> None:
    """Done on Monday 09:12; three working days would approve on Thursday 09:12. Away on Tuesday at 09:00,
    back on Monday the 7th at 09:00: what was left, two days and 12 minutes, ends on Wednesday the 9th."""
    assignment, _ = give(office, body=LATER)
    office.reply(assignment, "done")
    review = one(office.letters(), "review")
    office.pass_time(at(2026, 12, 1, 17))
    office.reply(review, "away until 7 December")
    office.letters()
    office.pass_time(at(2026, 12, 9, 16, 30))
    assert task(office).is_open
    office.pass_time(at(2026, 12, 9, 18))
    assert task(office).state == "approved"


def test_away_owner_a_proposed_date_does_not_hold_by_silence(office: Office) -> None:
    assignment, receipt = give(office, body=LATER)
    office.reply(assignment, "eta: 21 December 5pm")
    proposal = one(office.letters(), "proposal")
    office.reply(proposal, "away until 7 December")
    office.letters()
    office.pass_time(SATURDAY)
    assert task(office).proposal is not None
    office.pass_time(at(2026, 12, 9, 20))
    assert task(office).proposal is None


def test_the_owners_own_lateness_is_not_the_contractors(office: Office) -> None:
    """The question waits while the owner is away: nobody is late."""
    assignment, receipt = give(office)
    office.reply(assignment, "question: which list?")
    office.letters()
    office.reply(receipt, "away until 7 December")
    office.letters()
    letters = office.pass_time(SATURDAY)
    assert of_kind(letters, "overdue") == [] and of_kind(letters, "owed-answer") == []


def test_back_tells_what_happened(office: Office) -> None:
    assignment, receipt = give(office, body=LATER)
    office.reply(receipt, "away until 7 December")
    office.letters()
    office.reply(assignment, "question: which list?")
    office.letters()
    office.mail(STEPHANIE, "tasks@example.com", "back", "")
    letters = to(office.letters(), STEPH)
    assert [x.kind for x in letters] == ["digest"]
    assert "which list?" in letters[0].text


# the substitute


def stand_in(office: Office, who: str = "Olivia") -> None:
    office.mail(STEPHANIE, "tasks@example.com", "", f"away until 7 December, ask {who}")


def test_questions_go_to_the_substitute_and_their_answer_counts(office: Office) -> None:
    assignment, _ = give(office, body=LATER)
    stand_in(office)
    told = office.letters()
    assert sorted(kinds(told)) == [("joy", "away"), ("olivia", "away"), ("stephanie", "transcript")]
    assert "Olivia" in text(to(told, "joy@example.net")[0])
    office.reply(assignment, "question: which list?")
    question = one(office.letters(), "question")
    assert question.to == OLIV and "which list?" in text(question)
    office.reply(question, "The long one.")
    relay = one(office.letters(), "relay")
    assert relay.to == "joy@example.net" and "The long one." in text(relay)
    assert "Olivia" in text(relay)
    assert task(office).questions == ()


def test_a_substitute_in_copy_has_the_question_already(office: Office) -> None:
    assignment, _ = give(office, body=LATER)
    stand_in(office)
    office.letters()
    office.reply(assignment, "question: which list?", cc="olivia@example.com")
    assert office.letters() == []
    assert [q.text for q in task(office).questions] == ["which list?"]


def test_an_open_question_is_shown_to_the_substitute_at_once(office: Office) -> None:
    assignment, _ = give(office, body=LATER)
    office.reply(assignment, "question: which list?")
    office.letters()
    stand_in(office)
    assert ("olivia", "question") in kinds(office.letters())


def test_a_substitute_reviews_where_no_money_hangs(office: Office) -> None:
    assignment, _ = give(office, body=LATER)
    stand_in(office)
    office.letters()
    office.reply(assignment, "done")
    review = one(office.letters(), "review")
    assert review.to == OLIV
    office.reply(review, "approve")
    assert ("joy", "approved") in kinds(office.letters())


@pytest.mark.parametrize("word", ["approve", "paid", "assign: ben"])
def test_a_substitute_says_nothing_about_money_and_people(office: Office, word: str) -> None:
    assignment, _ = give(office, body=f"{LATER}\nBudget: $100")
    stand_in(office)
    office.letters()
    office.reply(assignment, "done\ninvoice: 100 USD")
    review = one(office.letters(), "review")
    office.reply(review, word)
    letters = office.letters()
    assert [x for x in letters if x.to in ("joy@example.net", "ben@example.org")] == []
    assert "Stephanie" in text(to(letters, OLIV)[0]) and "not done" in text(to(letters, OLIV)[0])
    assert task(office).stage == "in review"


def test_a_contractor_may_stand_in_but_not_for_the_own_task(office: Office) -> None:
    hers, _ = give(office, body=LATER)
    bens, _ = give(office, "ben", "Client", LATER)
    stand_in(office, "Ben")
    office.letters()
    office.reply(hers, "question: which list?")
    assert kinds(office.letters()) == [("ben", "question")]
    office.reply(bens, "question: which client?")
    assert office.letters() == []


def test_after_the_return_a_substitute_is_obeyed_no_more(office: Office) -> None:
    assignment, _ = give(office, body=LATER)
    stand_in(office)
    office.letters()
    office.reply(assignment, "question: which list?")
    question = one(office.letters(), "question")
    office.mail(STEPHANIE, "tasks@example.com", "back", "")
    office.letters()
    office.reply(question, "The long one.")
    letters = office.letters()
    assert kinds(letters) == [("olivia", "transcript")]
    assert "Stephanie answers again" in text(letters[0])
    assert task(office).questions != ()
    digest = one(of_kind(office.pass_time(at(2026, 12, 1, 16)), "digest"), "digest")
    assert "The long one." in digest.text


def test_a_substitutes_words_need_the_owners_proof(office: Office) -> None:
    """Proven, but with nothing that leads to the task: filed, and nobody is asked whose it is."""
    assignment, _ = give(office, body=LATER)
    stand_in(office)
    office.letters()
    office.reply(assignment, "done")
    office.letters()
    office.mail(OLIVIA, "tasks@example.com", "Re: [T-1] Calldown", "approve")
    letters = office.letters()
    assert [x for x in letters if x.kind in ("confirm", "approved")] == []
    assert task(office).stage == "in review"


def test_nobody_stands_in_without_an_absence(office: Office) -> None:
    assignment, receipt = give(office, body=LATER)
    office.reply(assignment, "done")
    office.letters()
    office.mail(BEN, "tasks@example.com", "Re: [T-1] Calldown", "approve")
    office.letters()
    assert task(office).stage == "in review"


@pytest.mark.parametrize("proven", [False])
def test_only_a_proven_word_names_a_substitute(office: Office, proven: bool) -> None:
    """By a reply address alone the absence holds, and nobody stands in."""
    assignment, receipt = give(office, body=LATER)
    office.reply(receipt, "away until 7 December, ask Olivia", proven=proven)
    letters = office.letters()
    assert OLIV not in [x.to for x in letters]
    assert "Olivia" in text(one(letters, "transcript"))
    office.reply(assignment, "question: which list?")
    assert office.letters() == []


@pytest.mark.parametrize("who", ["Zelda", "Zelda King"])
def test_an_unknown_substitute_is_said(office: Office, who: str) -> None:
    _, receipt = give(office, body=LATER)
    office.reply(receipt, f"away until 7 December, ask {who}")
    assert f'"{who}"' in text(one(office.letters(), "transcript"))


@pytest.mark.parametrize("words", ["away", "away: soon", "away from 10 December until 14 December"])
def test_an_absence_that_cannot_be_read_is_asked_about(office: Office, words: str) -> None:
    """`away` alone has no end: it is asked for. One that begins later is to be said then."""
    assignment, _ = give(office)
    office.reply(assignment, words)
    letters = office.letters()
    assert kinds(letters) == [("joy", "transcript")]
    assert "not done" in letters[0].text and "away until" in letters[0].text


def test_a_forged_absence_does_nothing(office: Office) -> None:
    give(office)
    office.mail(JOY, "tasks@example.com", "", "away until 7 December", proven=False)
    office.letters()
    letters = office.pass_time(at(2026, 12, 3, 6))
    assert "reminder" in [x.kind for x in to(letters, "joy@example.net")]


# stop and start


def test_stop_ends_the_letters_of_the_clock_and_no_other(office: Office) -> None:
    assignment, receipt = give(office)
    office.reply(assignment, "stop")
    letters = office.letters()
    assert kinds(letters) == [("joy", "transcript")]
    assert "start" in text(letters[0])
    office.reply(receipt, "Also call Bob.")
    assert ("joy", "relay") in kinds(office.letters())
    letters = office.pass_time(at(2026, 12, 3, 18))
    assert to(letters, "joy@example.net") == []
    assert len(of_kind(letters, "late")) == 1
    digest = of_kind(letters, "digest")[0]
    assert "Joy wants no reminders" in digest.text


def test_start_brings_them_again(office: Office) -> None:
    assignment, _ = give(office)
    office.reply(assignment, "stop")
    office.letters()
    office.reply(assignment, "start")
    assert kinds(office.letters()) == [("joy", "transcript")]
    letters = office.pass_time(at(2026, 12, 3, 6))
    assert "reminder" in [x.kind for x in to(letters, "joy@example.net")]


def test_a_phrase_only_asks(office: Office) -> None:
    assignment, _ = give(office)
    office.reply(assignment, "Please stop sending me these emails.")
    letters = office.letters()
    assert "If you mean it, reply with one line: stop" in text(one(letters, "transcript"))
    assert "reminder" in [x.kind for x in to(office.pass_time(at(2026, 12, 3, 6)), "joy@example.net")]


def test_stop_of_an_owner_ends_digests_too(office: Office) -> None:
    assignment, receipt = give(office)
    office.reply(receipt, "stop")
    assert kinds(office.letters()) == [("stephanie", "transcript")]
    office.reply(assignment, "question: which list?")
    assert kinds(office.letters()) == [("stephanie", "question")]
    assert to(office.pass_time(at(2026, 12, 4, 18)), STEPH) == []
