"""P30, P31, P50, P57: the owner is chased too, in the digest first; others are not chased."""

from tasks.model import Task
from tests.shell.office import Got, Office, at, kinds, one, to

STEPHANIE = "Stephanie Miller <stephanie@example.com>"
OWNER, DOER = "stephanie@example.com", "joy@example.net"
BRIEF = "Call each person on the list.\nDue Friday 11 December, 5PM Pacific time."


def _begin(office: Office, body: str = BRIEF) -> Got:
    office.mail(STEPHANIE, "tasks+joy@example.com", "Calldown", body)
    return one(office.letters(), "assignment")


def _said(letter: Got) -> str:
    return " ".join(letter.text.split())


def _task(office: Office) -> Task:
    task = office.shop.store.task(1)
    assert task is not None
    return task


def _asked(office: Office, words: str = "Which of the two scripts should I use?") -> Got:
    """Joy asks on Tuesday 02:00 UTC: Monday 18:00 for Stephanie, after her day."""
    assignment = _begin(office)
    office.now = at(2026, 12, 1, 2)
    office.reply(assignment, words)
    office.letters()
    return assignment


def test_p30_question_stands_in_the_digest_first_with_its_age(office: Office) -> None:
    _asked(office)
    letters = to(office.pass_time(at(2026, 12, 2, 16)), OWNER)
    assert kinds(letters) == [("stephanie", "digest"), ("stephanie", "digest")]
    assert "Which of the two scripts" in letters[0].text
    assert "8 working hours ago" in _said(letters[1])


def test_p30_question_gets_a_letter_after_two_working_days(office: Office) -> None:
    _asked(office)
    letters = to(office.pass_time(at(2026, 12, 3, 22)), OWNER)
    owed = one(letters, "owed-answer")
    assert "Which of the two scripts" in owed.text
    later = to(office.pass_time(at(2026, 12, 8, 22)), OWNER)
    assert "owed-answer" not in {letter.kind for letter in later}


def test_p30_block_gets_a_letter_after_one_working_day_and_after_two(office: Office) -> None:
    _asked(office, "blocked: I need the login of the phone system")
    first = to(office.pass_time(at(2026, 12, 2, 20)), OWNER)
    assert [k for _, k in kinds(first)].count("owed-answer") == 1
    second = to(office.pass_time(at(2026, 12, 3, 20)), OWNER)
    assert [k for _, k in kinds(second)].count("owed-answer") == 1
    assert "Work stands still" in _said(one(second, "digest"))


def test_p30_answer_ends_the_chase(office: Office) -> None:
    _asked(office)
    digest = one(office.pass_time(at(2026, 12, 1, 16)), "digest")
    office.reply(digest, "T-1 the second one")
    letters = office.pass_time(at(2026, 12, 4, 20))
    assert "owed-answer" not in {letter.kind for letter in letters}
    assert one(letters, "relay").to == DOER


def test_p30_lateness_that_the_owner_caused_is_told_apart(office: Office) -> None:
    """Due Wed 17:00 in Los Angeles, Thu 09:00 in Manila. Asked Thu 10:00, answered
    Fri 11:00 (Manila): one hour is Joy's, and nine are Stephanie's."""
    assignment = _begin(office, "Call each person.\nDue by Wednesday 5PM Pacific time.")
    office.now = at(2026, 12, 3, 2)
    office.reply(assignment, "Which of the two scripts should I use?")
    question = one(office.letters(), "question")
    office.now = at(2026, 12, 4, 3)
    office.reply(question, "The second one.")
    office.letters()
    letters = office.pass_time(at(2026, 12, 4, 20))
    overdue, late = one(letters, "overdue"), one(letters, "late")
    assert "5 h late by your working hours" in _said(overdue)
    assert "9 h in which it waited for Stephanie do not count" in _said(overdue)
    assert "7 h late by Joy's working hours" in _said(late)  # two hours later, in her own day
    assert "9 h more it waited for you" in _said(late)
    digest = one(office.pass_time(at(2026, 12, 7, 16)), "digest")
    assert "late by Joy's working hours" in _said(digest)


def test_p31_contractor_sees_that_the_question_is_with_the_owner(office: Office) -> None:
    assignment = _begin(office, "Call each person.\nDue by Thursday 5PM Pacific time.")
    office.now = at(2026, 12, 1, 2)
    office.reply(assignment, "Which of the two scripts should I use?")
    office.letters()
    reminder = one(office.pass_time(at(2026, 12, 3, 2)), "reminder")
    assert "Your question of Tue 1 Dec is with Stephanie" in _said(reminder)
    office.reply(assignment, "status")
    status = one(office.letters(), "status")
    assert "Which of the two scripts" in status.text
    assert "Waits for Stephanie" in _said(status)


def test_p50_somebody_else_is_awaited_and_the_owner_is_told_once_and_not_chased(office: Office) -> None:
    assignment = _begin(office)
    office.now = at(2026, 12, 1, 2)
    office.reply(assignment, "blocked: waiting for the client's login")
    relay = one(office.letters(), "relay")
    assert relay.to == OWNER
    assert "it waits for the client" in relay.text
    letters = to(office.pass_time(at(2026, 12, 4, 16)), OWNER)
    assert {letter.kind for letter in letters} <= {"digest"}
    digest = one(office.pass_time(at(2026, 12, 7, 16)), "digest")
    assert "WAITING FOR OTHERS" in digest.text
    assert "Waits for the client since Mon 30 Nov 18:00" in _said(digest)


def test_p50_status_of_the_contractor_names_who_is_awaited(office: Office) -> None:
    assignment = _begin(office)
    office.reply(assignment, "blocked: waiting for the client's login")
    office.letters()
    office.reply(assignment, "status")
    assert "Waits for the client" in _said(one(office.letters(), "status"))


def test_p50_work_that_goes_on_leaves_the_others(office: Office) -> None:
    assignment = _begin(office)
    office.reply(assignment, "blocked: waiting for the client's login")
    office.letters()
    office.reply(assignment, "unblocked")
    office.letters()
    assert (_task(office).awaited, _task(office).state) == ("", "handed over")


def test_p30_question_after_the_end_stands_in_each_digest_until_it_is_answered(office: Office) -> None:
    assignment = _begin(office)
    office.now = at(2026, 12, 1, 2)
    office.reply(assignment, "done")
    office.reply(one(office.letters(), "review"), "approve")
    approved = one(office.letters(), "approved")
    office.pass_time(at(2026, 12, 1, 16))
    office.reply(approved, "Where shall I put the recordings?")
    office.letters()
    letters = to(office.pass_time(at(2026, 12, 4, 16)), OWNER)
    digests = [letter for letter in letters if letter.kind == "digest"]
    assert len(digests) == 3
    assert all("Where shall I put the recordings?" in letter.text for letter in digests)
    assert [letter.kind for letter in letters].count("owed-answer") == 1
    office.reply(digests[-1], "T-1 on the shared drive")
    assert "shared drive" in one(office.letters(), "relay").text
    digest = one(office.pass_time(at(2026, 12, 7, 16)), "digest")
    assert "recordings" not in digest.text


def test_p30_finished_piece_that_waits_is_named_with_its_age(office: Office) -> None:
    """Money hangs on it, so silence approves nothing: each digest says how long it waits."""
    assignment = _begin(office, "Draw a flyer. Budget: $120\nDue Friday 11 December.")
    office.now = at(2026, 12, 1, 2)
    office.reply(assignment, "done")
    office.letters()
    letters = to(office.pass_time(at(2026, 12, 7, 16)), OWNER)
    assert {letter.kind for letter in letters} == {"digest"}
    assert "waits for your look since Mon 30 Nov 18:00, 32 working hours" in _said(letters[-1])


def test_p57_bill_is_named_with_its_age_until_it_is_paid(office: Office) -> None:
    assignment = _begin(office)
    office.now = at(2026, 12, 1, 2)
    office.reply(assignment, "done\ninvoice: 62.50 USD")
    office.reply(one(office.letters(), "review"), "approve")
    office.letters()
    letters = to(office.pass_time(at(2026, 12, 7, 16)), OWNER)
    assert "You owe Joy 62.50 USD for 6 days" in _said(letters[-1])
    office.reply(letters[-1], "T-1 paid")
    office.letters()
    letters = to(office.pass_time(at(2026, 12, 14, 16)), OWNER)
    assert "62.50" not in letters[-1].text
