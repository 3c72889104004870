"""What the clock brings: reminders, lateness, escalation, digests, outages."""

from collections import Counter
from dataclasses import replace
from datetime import timedelta

from shell.drain import is_stale
from store.port import OutboxRow
from tasks.intents import LetterRef
from tasks.letters import OutboxState
from tasks.model import Stage, Task
from tests.shell.office import Got, Office, at, one, to

STEPHANIE = "Stephanie Miller <stephanie@example.com>"
HOUR = timedelta(hours=1)


def _task(office: Office, subject: str = "Calldown", who: str = "joy") -> Got:
    body = "Call everyone.\nDue by Wednesday 5PM Pacific time."
    office.mail(STEPHANIE, f"tasks+{who}@example.com", subject, body)
    return one(office.letters(), "assignment")


def _kinds(letters: list[Got], person: str) -> list[str]:
    return [x.kind for x in letters if x.to.startswith(person)]


def test_ladder_of_a_silent_contractor(office: Office) -> None:
    _task(office)
    letters = office.pass_time(at(2026, 12, 9))
    assert _kinds(letters, "joy") == ["reminder", "reminder", "overdue"]
    assert [k for k in _kinds(letters, "stephanie") if k != "digest"] == ["late"]
    assert [k for k in _kinds(letters, "olivia") if k != "digest"] == ["escalation"]


def test_second_reminder_only_where_nothing_was_heard(office: Office) -> None:
    assignment = _task(office)
    office.now = at(2026, 12, 2, 1, 30)  # after the first one, Wednesday 09:30 in Manila
    first = one([x for x in office.letters() if x.kind == "reminder"], "reminder")
    office.reply(first, "yes")
    letters = office.pass_time(at(2026, 12, 3, 1))
    assert _kinds(letters, "joy") == []
    assert assignment.subject == first.subject


def test_reminders_of_one_morning_are_one_letter(office: Office) -> None:
    for subject in ("One", "Two", "Three"):
        _task(office, subject)
    letters = to(office.pass_time(at(2026, 12, 2, 2)), "joy@example.net")
    assert len(letters) == 1
    assert all(word in letters[0].text for word in ("One", "Two", "Three"))


def test_nothing_before_due_comes_outside_the_readers_hours(office: Office) -> None:
    _task(office)
    letters = to(office.pass_time(at(2026, 12, 3, 1)), "joy@example.net")
    for letter in letters:
        hour = int(letter["Date"].split()[4][:2])  # UTC
        assert 1 <= hour < 10, letter["Date"]  # 09:00 to 17:59 in Manila


def test_reminders_come_once_over_restarts(office: Office) -> None:
    _task(office)
    letters = []
    while office.now < at(2026, 12, 9):
        office.now += timedelta(hours=2)
        letters += office.letters()
        office.restart()
    assert Counter(_kinds(letters, "joy")) == {"reminder": 2, "overdue": 1}


def test_after_an_outage_only_the_latest_rung_is_sent(office: Office) -> None:
    _task(office)
    office.now = at(2026, 12, 9, 16)  # midnight in Manila
    letters = office.letters()
    assert _kinds(letters, "joy") == []
    later = office.pass_time(at(2026, 12, 10, 16))
    assert _kinds(later, "joy") == ["overdue"]
    digest = next(x for x in [*letters, *later] if x.kind == "digest" and "was not sent" in x.text)
    assert "day before" in digest.text


def test_owner_who_owes_an_answer_reads_it_in_the_digest_and_after_two_working_days_in_a_letter(
    office: Office,
) -> None:
    assignment = _task(office)
    office.reply(assignment, "question: which script?")
    office.letters()
    letters = office.pass_time(at(2026, 12, 4))
    assert _kinds(letters, "stephanie") == ["digest", "digest", "owed-answer", "digest"]
    assert "overdue" not in _kinds(letters, "joy")


def test_owner_who_holds_the_work_up_is_chased_after_one_and_two_working_days(office: Office) -> None:
    assignment = _task(office)
    office.reply(assignment, "blocked: I have no login")
    office.letters()
    letters = office.pass_time(at(2026, 12, 4))
    assert [k for k in _kinds(letters, "stephanie") if k != "digest"] == ["owed-answer", "owed-answer"]
    assert "overdue" not in _kinds(letters, "joy")  # nobody is late while the owner owes an answer


def test_silence_approves_after_three_working_days(office: Office) -> None:
    assignment = _task(office)
    office.reply(assignment, "done")
    review = one(office.letters(), "review")
    assert "Thu 3 Dec 2026, 09:12 Pacific" in review.text
    assert "approved" not in _kinds(office.pass_time(at(2026, 12, 3, 17)), "joy")
    assert "approved" in _kinds(office.pass_time(at(2026, 12, 3, 18)), "joy")


def test_silence_never_approves_where_money_hangs(office: Office) -> None:
    office.mail(STEPHANIE, "tasks+joy@example.com", "Flyer", "Draw a flyer by Friday. Budget: $120")
    office.reply(one(office.letters(), "assignment"), "done")
    office.letters()
    office.pass_time(at(2026, 12, 20), 6 * HOUR)
    assert office.shop.store.task(1).state == "in review"  # type: ignore[union-attr]


def test_digest_comes_once_a_working_day_at_the_owners_time(office: Office) -> None:
    _task(office)
    letters = [x for x in office.pass_time(at(2026, 12, 14, 8)) if x.kind == "digest"]
    mine = to(letters, "stephanie@example.com")
    days = [letter["Date"].split()[1] for letter in mine]
    assert len(days) == len(set(days))
    assert all("15:3" in x["Date"] or "15:4" in x["Date"] for x in mine)  # 07:30 in Los Angeles


def test_first_working_day_of_the_week_has_a_digest_however_short(office: Office) -> None:
    letters = office.pass_time(at(2026, 12, 8), HOUR)
    mine = to([x for x in letters if x.kind == "digest"], "stephanie@example.com")
    assert len(mine) == 1
    assert "Mon, 07 Dec" in mine[0]["Date"]


def test_digest_missed_by_more_than_its_grace_is_told_in_the_next(office: Office) -> None:
    _task(office)
    office.pass_time(at(2026, 12, 1, 12), HOUR)
    office.now = at(2026, 12, 2, 10)  # eighteen hours after Tuesday's digest
    assert "digest" not in _kinds(office.letters(), "stephanie")
    digest = one([x for x in office.pass_time(at(2026, 12, 2, 16)) if x.kind == "digest"], "digest")
    assert "Tue 01 Dec" in digest.text


def test_clock_set_back_stops_reminders_until_it_has_caught_up(office: Office) -> None:
    _task(office)
    office.pass_time(at(2026, 12, 2, 0), HOUR)
    office.pass_time(at(2026, 12, 2, 2), HOUR)
    office.now = at(2026, 11, 30, 18)
    assert office.letters() == []
    assert _kinds(office.pass_time(at(2026, 12, 2, 2), HOUR), "joy") == []


def test_fine_begins_the_silence_clock_anew(office: Office) -> None:
    _task(office)
    late = one([x for x in office.pass_time(at(2026, 12, 3, 18)) if x.kind == "late"], "late")
    office.reply(late, "fine")
    assert office.letters() == []
    assert office.shop.store.task(1).state == "accepted"  # type: ignore[union-attr]


def test_one_unsolicited_letter_a_day(office: Office) -> None:
    """Tuesday 09:00 brings the reminder for Wednesday; what is late at 14:00
    the same day waits for Wednesday morning."""
    for subject, due in (("One", "Tuesday 10am"), ("Two", "Wednesday 5pm")):
        office.mail(STEPHANIE, "tasks+ben@example.com", subject, f"Do it. Due by {due} Eastern time.")
    office.letters()
    office.pass_time(at(2026, 12, 1, 5))
    tuesday = to(office.pass_time(at(2026, 12, 2, 5)), "ben@example.org")
    assert [x.kind for x in tuesday] == ["reminder"]
    wednesday = to(office.pass_time(at(2026, 12, 2, 15)), "ben@example.org")
    assert "overdue" in [x.kind for x in wednesday]


def test_stale_letters() -> None:
    task = Task(1, "T", "B", "stephanie", at(2026, 1, 1), contractor="joy", stage=Stage.APPROVED)
    reminder = LetterRef("k", "reminder", "joy", 1)
    row = OutboxRow(reminder, "<m@x>", "joy@example.net", b"", at(2026, 1, 1))
    assert is_stale(row, task)
    assert not is_stale(row, replace(task, stage=Stage.ACCEPTED))
    assert is_stale(row, replace(task, stage=Stage.ACCEPTED, contractor="ben"))
    assert not is_stale(replace(row, state=OutboxState.UNCERTAIN), task)
    assert not is_stale(replace(row, ref=replace(reminder, kind="cancelled")), task)
