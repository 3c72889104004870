"""Conversations about one task, as both sides have them."""

import pytest

from tests.shell.office import Got, Office, at, kinds, one, to

STEPHANIE = "Stephanie Miller <stephanie@example.com>"
JOY = "Joy Santos <joy@example.net>"
BRIEF = "Call each person on the list.\nDue by Wednesday 5PM Pacific time."


def hand_over(office: Office, subject: str = "Calldown", body: str = BRIEF) -> tuple[Got, Got]:
    """A task for Joy: her assignment, and the owner's receipt."""
    office.mail(STEPHANIE, "tasks+joy@example.com", subject, body)
    letters = office.letters()
    assert kinds(letters) == [("joy", "assignment"), ("stephanie", "receipt")]
    return letters[0], letters[1]


def test_perfect_task_costs_the_owner_two_letters_and_the_contractor_two(office: Office) -> None:
    assignment, _ = hand_over(office)
    office.reply(assignment, "accept")
    office.reply(assignment, "done")
    review = one(office.letters(), "review")
    office.reply(review, "Thanks, great!")
    office.letters()
    sent = [(x.to.partition("@")[0]) for x in office_letters(office)]
    assert sent.count("stephanie") == 2
    assert sent.count("joy") == 2
    assert office.shop.store.task(1).state == "approved"  # type: ignore[union-attr]


def office_letters(office: Office) -> list[Got]:
    """All letters so far, digests apart."""
    rows = office.shop.store.outbox()
    return [Got(r.to, r.ref.kind, "", "", r.raw, None) for r in rows if r.ref.kind != "digest"]  # type: ignore[arg-type]


def test_due_phrase_is_echoed_in_both_zones(office: Office) -> None:
    assignment, receipt = hand_over(office)
    for letter in (assignment, receipt):
        assert "Wed 2 Dec 2026, 17:00 Pacific = Thu 3 Dec 2026, 09:00 Manila" in letter.text


def test_each_person_has_one_thread_with_one_subject(office: Office) -> None:
    assignment, receipt = hand_over(office)
    office.reply(assignment, "question: which script?")
    question = one(office.letters(), "question")
    office.reply(question, "The second one.")
    relay = one(office.letters(), "relay")
    office.reply(relay, "done")
    review = one(office.letters(), "review")
    office.reply(review, "approve")
    approved = one(office.letters(), "approved")
    assert {x.subject for x in (assignment, relay, approved)} == {"[T-1] Calldown"}
    assert {x.subject for x in (receipt, question, review)} == {"Re: Calldown"}
    for letter in (relay, approved):
        assert assignment["Message-ID"] in letter["References"]
    for letter in (receipt, question, review):
        assert "<m1@example.com>" in letter["References"]


def test_answer_reaches_the_contractor_and_closes_the_question(office: Office) -> None:
    assignment, _ = hand_over(office)
    office.reply(assignment, "Which of the two scripts should I use?")
    question = one(office.letters(), "question")
    assert "Which of the two scripts should I use?" in question.text
    assert office.shop.store.task(1).state == "in question"  # type: ignore[union-attr]
    office.reply(question, "The second one, please.")
    relay = one(office.letters(), "relay")
    assert relay.to == "joy@example.net"
    assert "The second one, please." in relay.text
    assert office.shop.store.task(1).questions == ()  # type: ignore[union-attr]


def test_plain_words_of_the_contractor_wait_for_the_digest(office: Office) -> None:
    assignment, _ = hand_over(office)
    office.reply(assignment, "accept\n\nThe list has two empty rows, by the way.")
    assert office.letters() == []
    digest = one(office.pass_time(at(2026, 12, 1, 16)), "digest")
    assert "The list has two empty rows" in digest.text


@pytest.mark.parametrize("words", ["ok thx", "👍", "will do", "accept", "On it."])
def test_short_word_to_an_assignment_accepts(office: Office, words: str) -> None:
    assignment, _ = hand_over(office)
    office.reply(assignment, words)
    assert office.letters() == []
    assert office.shop.store.task(1).state == "accepted"  # type: ignore[union-attr]


def test_pure_thanks_are_filed_and_change_nothing(office: Office) -> None:
    _, receipt = hand_over(office)
    before = office.shop.store.task(1)
    office.reply(receipt, "Thanks!")
    assert office.letters() == []
    assert office.shop.store.task(1).brief == before.brief  # type: ignore[union-attr]


def test_words_to_the_receipt_add_to_the_brief_and_are_passed_on(office: Office) -> None:
    _, receipt = hand_over(office)
    office.reply(receipt, "Please leave out the people in Ohio.")
    relay = one(office.letters(), "relay")
    assert relay.to == "joy@example.net"
    assert "leave out the people in Ohio" in relay.text
    assert "leave out the people in Ohio" in office.shop.store.task(1).brief  # type: ignore[union-attr]


def test_redo_goes_back_with_its_reason_and_undoes_an_approval(office: Office) -> None:
    assignment, _ = hand_over(office)
    office.reply(assignment, "done")
    review = one(office.letters(), "review")
    office.reply(review, "approve")
    office.letters()
    office.reply(review, "redo: the phone number is wrong")
    back = one(office.letters(), "sent-back")
    assert "the phone number is wrong" in back.text
    assert office.shop.store.task(1).state == "sent back"  # type: ignore[union-attr]


def test_unclear_words_to_a_review_stay_with_us_and_are_asked_about(office: Office) -> None:
    assignment, _ = hand_over(office)
    office.reply(assignment, "done")
    review = one(office.letters(), "review")
    office.reply(review, "I wonder about the second page.")
    letters = office.letters()
    assert kinds(letters) == [("stephanie", "clarify")]
    office.reply(letters[0], "approve")
    assert kinds(office.letters()) == [("joy", "approved")]


def test_praise_does_not_approve_where_money_hangs(office: Office) -> None:
    assignment, _ = hand_over(office, body="Draw a flyer. Budget: $120\nDue Friday.")
    office.reply(assignment, "done")
    review = one(office.letters(), "review")
    office.reply(review, "Thanks, great!")
    assert kinds(office.letters()) == [("stephanie", "clarify")]
    assert office.shop.store.task(1).state == "in review"  # type: ignore[union-attr]
    office.reply(review, "approve")
    assert kinds(office.letters()) == [("joy", "approved")]


def test_assign_gives_brief_and_files_to_the_next_and_ends_the_former_part(office: Office) -> None:
    assignment, receipt = hand_over(office)
    office.reply(receipt, "assign: ben")
    letters = office.letters()
    assert sorted(kinds(letters)) == [
        ("ben", "assignment"),
        ("joy", "handed-on"),
        ("stephanie", "transcript"),
    ]
    fresh = one(letters, "assignment")
    assert "Call each person" in fresh.text
    assert "Joy" not in fresh.text
    assert "joy@" not in fresh.text
    office.reply(assignment, "done")
    assert to(office.letters(), "stephanie@example.com") == []
    assert office.shop.store.task(1).state == "handed over"  # type: ignore[union-attr]


def test_cancel_tells_the_contractor(office: Office) -> None:
    _, receipt = hand_over(office)
    office.reply(receipt, "cancel")
    letters = office.letters()
    assert sorted(kinds(letters)) == [("joy", "cancelled"), ("stephanie", "transcript")]
    assert "cancelled, and Joy is told" in one(letters, "transcript").text


def test_a_word_that_was_not_done_is_not_called_finished(office: Office) -> None:
    _, receipt = hand_over(office)
    office.reply(receipt, "assign: paul")
    told = one(office.letters(), "transcript").text
    assert "Nothing more has to be done" not in told
    assert '"paul" is not one contractor I know; I know joy' in told


def test_a_task_that_nobody_has_is_cancelled_without_telling_anybody(office: Office) -> None:
    _, receipt = hand_over(office)
    office.reply(receipt, "cancel")
    office.letters()
    office.mail(receipt["To"], "tasks+paul@example.com", "Paint the door", "Green, please.")
    asked = one(office.letters(), "who-for")
    office.reply(asked, "cancel")
    letters = office.letters()
    assert kinds(letters) == [("stephanie", "transcript")]
    assert "told" not in letters[0].text


def test_cancel_in_a_phrase_only_asks(office: Office) -> None:
    _, receipt = hand_over(office)
    office.reply(receipt, "Never mind, we don't need this any more.")
    assert ("stephanie", "transcript") in kinds(office.letters())
    assert office.shop.store.task(1).is_open  # type: ignore[union-attr]


def test_later_date_is_proposed_and_agreed_by_ok(office: Office) -> None:
    assignment, _ = hand_over(office)
    office.reply(assignment, "eta: Friday 5pm")
    proposal = one(office.letters(), "proposal")
    office.reply(proposal, "ok")
    assert kinds(office.letters()) == [("joy", "due-changed")]
    due = office.shop.store.task(1).due  # type: ignore[union-attr]
    assert due is not None
    assert due.at == at(2026, 12, 4, 9)  # Friday 17:00 in Manila


def test_proposed_date_holds_after_two_working_days_without_a_word(office: Office) -> None:
    assignment, _ = hand_over(office)
    office.reply(assignment, "eta: Friday 5pm")
    one(office.letters(), "proposal")
    letters = office.pass_time(at(2026, 12, 2, 18))
    assert ("joy", "due-changed") in kinds(letters)


def test_task_without_a_date_asks_the_contractor_and_the_owner_hears_it_in_the_digest(office: Office) -> None:
    assignment, _ = hand_over(office, body="Please make a logo.")
    assert "When can you have it?" in assignment.text
    office.reply(assignment, "eta: Friday 5pm")
    assert office.letters() == []
    digest = one(office.pass_time(at(2026, 12, 1, 16)), "digest")
    assert "proposes" in digest.text


def test_decline_comes_back_with_its_reason_and_a_name_hands_it_on(office: Office) -> None:
    assignment, _ = hand_over(office)
    office.reply(assignment, "decline: fully booked this week")
    declined = one(office.letters(), "declined")
    assert "fully booked this week" in declined.text
    office.reply(declined, "Ben")
    assert kinds(office.letters()) == [("ben", "assignment")]


def test_several_words_in_one_mail_bring_a_transcript(office: Office) -> None:
    assignment, _ = hand_over(office)
    office.reply(assignment, "accept\n50%\n2h")
    transcript = one(office.letters(), "transcript")
    assert transcript.to == "joy@example.net"
    task = office.shop.store.task(1)
    assert task is not None
    assert (task.progress, task.hours) == (50, 2.0)


def test_same_subject_again_adds_to_the_task_and_new_task_parts_it(office: Office) -> None:
    hand_over(office)
    office.mail(STEPHANIE, "tasks+joy@example.com", "Calldown", "Also call the two from last year.")
    letters = office.letters()
    assert sorted(kinds(letters)) == [("joy", "relay"), ("stephanie", "receipt")]
    office.reply(one(letters, "receipt"), "new task")
    office.letters()
    first, second = office.shop.store.task(1), office.shop.store.task(2)
    assert first is not None and second is not None
    assert "Also call" not in first.brief
    assert second.brief == "Also call the two from last year."


def test_status_lists_the_own_tasks_only(office: Office) -> None:
    hand_over(office, "Secret of Joy")
    office.mail(STEPHANIE, "tasks+ben@example.com", "Router", "Open port 3389. Due Friday.")
    ben = one(office.letters(), "assignment")
    office.reply(ben, "status")
    status = one(office.letters(), "status")
    assert "Router" in status.text
    assert "Secret of Joy" not in status.text


def test_help_answers_with_the_words(office: Office) -> None:
    assignment, _ = hand_over(office)
    office.reply(assignment, "help")
    assert "done" in one(office.letters(), "help").text


def test_role_is_per_task_and_not_per_address(tmp_path: object, office: Office) -> None:
    """P67: Olivia owns one task and would be the contractor of none; an owner's
    word on a task that is not hers changes nothing."""
    assignment, receipt = hand_over(office)
    office.mail("Olivia Miller <olivia@example.com>", receipt.reply_to, receipt.subject, "cancel")
    letters = office.letters()
    assert kinds(letters) == [("stephanie", "knock")]
    assert office.shop.store.task(1).is_open  # type: ignore[union-attr]


def test_word_that_does_nothing_is_said_and_its_line_is_kept(office: Office) -> None:
    assignment, _ = hand_over(office)
    office.reply(assignment, "undo")
    transcript = one(office.letters(), "transcript")
    assert "not done" in transcript.text
    digest = one(office.pass_time(at(2026, 12, 1, 16)), "digest")
    assert "undo" in digest.text


FORWARD = """{note}

---------- Forwarded message ---------
From: Client <client@client.example>
Date: Mon, Nov 23, 2026 at 9:00 AM
Subject: The order
To: <joy@example.net>

cancel
done
Due: tomorrow
For: Ben
"""


def test_words_in_a_forward_are_passed_on_and_never_obeyed(office: Office) -> None:
    assignment, _ = hand_over(office)
    office.reply(assignment, FORWARD.format(note="The client wrote this, what shall I say?"))
    office.letters()
    assert office.shop.store.task(1).state == "in question"  # type: ignore[union-attr]


def test_forwarded_request_is_a_task_for_whom_the_owner_says(office: Office) -> None:
    body = FORWARD.format(note="Joy, please take care of this by Friday 5pm.")
    office.mail(STEPHANIE, "tasks+joy@example.com", "Fwd: The order", body)
    letters = office.letters()
    assert kinds(letters) == [("joy", "assignment"), ("stephanie", "receipt")]
    task = office.shop.store.task(1)
    assert task is not None and task.due is not None
    assert task.due.at == at(2026, 12, 5, 1)
    assert "cancel" in letters[0].text


def test_status_says_whose_turn_it_is_and_bears_one_re(office: Office) -> None:
    assignment, receipt = hand_over(office)
    office.reply(receipt, "status")
    office.reply(assignment, "status")
    told = {letter.to.partition("@")[0]: letter for letter in office.letters()}
    assert "Waits for Joy." in told["stephanie"].text
    assert "It is your turn." in told["joy"].text
    assert all("Re: Re:" not in letter.subject for letter in told.values())


def test_a_date_is_told_back_as_people_write_it(office: Office) -> None:
    _, receipt = hand_over(office)
    office.reply(receipt, "due: Friday 5pm\nassign: paul")
    told = one(office.letters(), "transcript").text
    assert "due Fri 4 Dec 2026, 17:00 Pacific" in told
