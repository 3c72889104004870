"""What an outage, a jumping clock or an unreadable mailbox does to what the
clock brings: nothing lost, nothing twice, nothing at night."""

from collections.abc import Iterator, Sequence
from datetime import timedelta
from itertools import pairwise

from intake.mail import RawMail
from intake.source import Known, ServerAway
from outbound.posted import Posted, Result
from shell.rounds import next_moment
from tests.shell.office import Got, Mailroom, Office, at, got, one, to

STEPHANIE = "Stephanie Miller <stephanie@example.com>"
HOUR = timedelta(hours=1)
MANILA_NIGHT = at(2026, 12, 2, 19)  # Thursday 03:00


def _task(
    office: Office, subject: str = "Calldown", due: str = "Wednesday 5PM Pacific", who: str = "joy"
) -> Got:
    office.mail(STEPHANIE, f"tasks+{who}@example.com", subject, f"Call everyone.\nDue by {due} time.")
    return one(office.letters(), "assignment")


def _of(letters: Sequence[Got], kind: str) -> list[Got]:
    return [letter for letter in letters if letter.kind == kind]


def _told(letters: Sequence[Got], words: str, who: str = "stephanie@example.com") -> int:
    """In how many of the person's digests these words stand."""
    return sum(words in letter.text for letter in _of(to(letters, who), "digest"))


class Shut(Mailroom):
    """A mailbox that cannot be read."""

    def fetch(self, known: Known, limit: int) -> Iterator[RawMail]:
        raise ServerAway("the mailbox is away")


class Refusing:
    """A post box that answers each letter alike."""

    def __init__(self, result: Result) -> None:
        self.result = result

    def post(self, envelope_from: str, to: str, raw: bytes) -> Posted:
        return Posted(self.result, 450, "not now")

    def check(self) -> Sequence[str]:
        return ()

    def close(self) -> None:
        return None


def _receipt(office: Office) -> Got:
    """The letter by which the owner heard that the task is on its way."""
    return next(got(to, raw) for to, raw in office.box.kept if b"X-Handoff-Letter: receipt" in raw)


# who has it now


def test_reassigning_late_work_begins_a_ladder_for_the_next_one(office: Office) -> None:
    _task(office)
    late = one(office.pass_time(at(2026, 12, 3, 20), HOUR)[-1:], "late")
    office.reply(late, "assign: Ben")
    assert "assignment" in [x.kind for x in to(office.letters(), "ben@example.org")]
    mine = to(office.pass_time(at(2026, 12, 5), HOUR), "ben@example.org")
    assert [x.kind for x in mine] == ["overdue"]
    assert "Fri, 04 Dec 2026 16:00" in mine[0]["Date"]  # four working hours after he got it, at 15:00


def test_reassigned_work_stops_nobody_elses_reminders(office: Office) -> None:
    _task(office)
    _task(office, "Other", "Friday, December 11, 5PM Pacific")
    late = one(office.pass_time(at(2026, 12, 3, 20), HOUR)[-1:], "late")
    office.reply(late, "assign: Ben")
    letters = to(office.pass_time(at(2026, 12, 12), HOUR), "joy@example.net")
    assert "reminder" in [x.kind for x in letters]


def test_date_that_comes_back_is_a_promise_of_its_own(office: Office) -> None:
    _task(office, due="Wednesday, December 9, 5PM Pacific")
    office.pass_time(at(2026, 12, 9, 4), HOUR)  # the reminder of Wednesday morning in Manila
    for words in ("due: Friday 5pm", "due: Wednesday, December 9, 5pm"):
        office.reply(_receipt(office), words)
        office.letters()
    _task(office, "Other", "Friday, December 11, 5PM Pacific")
    letters = to(office.pass_time(at(2026, 12, 12), HOUR), "joy@example.net")
    assert [x.kind for x in letters].count("overdue") == 1
    assert any("Other" in x.text for x in _of(letters, "reminder"))


# outages


def test_outage_that_ends_at_night_wakes_nobody(office: Office) -> None:
    _task(office)
    office.now = at(2026, 12, 4, 19)  # Saturday 03:00 in Manila, late since Thursday
    letters = office.letters() + office.pass_time(at(2026, 12, 7, 3), HOUR)
    mine = to(letters, "joy@example.net")
    assert [x.kind for x in mine] == ["overdue"]
    assert "Mon, 07 Dec 2026 01:" in mine[0]["Date"]  # Monday 09:00


def test_reminder_is_not_sent_once_its_moment_is_over(office: Office) -> None:
    _task(office)
    office.now = at(2026, 12, 3, 1, 30)  # half an hour after it was due, Thursday 09:30 in Manila
    letters = office.letters() + office.pass_time(at(2026, 12, 3, 17), HOUR)
    assert [x.kind for x in to(letters, "joy@example.net")] == ["overdue"]
    assert _told(letters, "day before") == 1


def test_reminder_that_can_still_help_goes_out_at_night(office: Office) -> None:
    """Due at 08:00 in Manila, before the next opening there."""
    _task(office, due="Wednesday 4PM Pacific")
    office.now = MANILA_NIGHT
    assert [x.kind for x in to(office.letters(), "joy@example.net")] == ["reminder"]


def test_each_digest_of_a_long_outage_is_named_once(office: Office) -> None:
    _task(office, due="Friday, December 18, 5PM Pacific")
    office.pass_time(at(2026, 12, 1, 17), HOUR)
    office.now = at(2026, 12, 4, 18)  # Friday 10:00: those of Wednesday and Thursday are over
    letters = office.letters()
    assert len(_of(to(letters, "stephanie@example.com"), "digest")) == 1
    letters += office.pass_time(at(2026, 12, 9), HOUR)
    assert _told(letters, "Wed 02 Dec") == 1
    assert _told(letters, "Thu 03 Dec") == 1
    assert _told(letters, "Fri 04 Dec was") == 0


def test_digest_that_begins_the_week_is_missed_aloud(office: Office) -> None:
    """Nothing is open; silence must not look like a dead daemon."""
    task = _task(office)
    office.reply(task, "done")
    office.reply(one(office.letters(), "review"), "approve")
    office.letters()
    office.pass_time(at(2026, 12, 4, 20), HOUR)
    office.now = at(2026, 12, 8, 6)  # Monday 22:00
    letters = office.letters() + office.pass_time(at(2026, 12, 8, 20), HOUR)
    assert _told(letters, "Mon 07 Dec") == 1


def test_what_was_not_sent_is_told_in_one_digest_only(office: Office) -> None:
    """The round that skips a reminder writes the digest, too."""
    _task(office)
    office.now = at(2026, 12, 9, 16)
    letters = office.letters() + office.pass_time(at(2026, 12, 15), HOUR)
    assert _told(letters, 'the reminder "day before" was not sent') == 1


def test_outage_over_a_change_of_the_clocks(office: Office) -> None:
    """Los Angeles goes to summer time on 14 March 2027, while nothing runs."""
    office.now = at(2027, 3, 11, 18)
    office.letters()
    _task(office, due="Monday, March 15, 5PM Pacific")
    office.pass_time(at(2027, 3, 13, 0), HOUR)
    office.now = at(2027, 3, 15, 14, 40)  # Monday 07:40 there, ten minutes after the digest
    letters = office.letters()
    assert len(_of(to(letters, "stephanie@example.com"), "digest")) == 1
    letters += office.pass_time(at(2027, 3, 16, 15), timedelta(minutes=10))
    days = [x["Date"] for x in _of(to(letters, "stephanie@example.com"), "digest")]
    assert "14:3" in days[1]


def test_more_than_two_hundred_late_tasks_are_one_letter(office: Office) -> None:
    for n in range(220):
        office.mail(
            STEPHANIE, "tasks+joy@example.com", f"Job {n}", "Do it.\nDue by Wednesday 5PM Pacific time."
        )
    office.letters()
    office.now = at(2026, 12, 3, 8)  # Thursday 16:00 in Manila: late since 13:00
    mine = to(office.letters(), "joy@example.net")
    assert [x.kind for x in mine] == ["overdue"]
    assert all(f"Job {n}" in mine[0].text for n in range(220))


def test_later_reminder_takes_the_place_of_one_that_waits(office: Office) -> None:
    """One unsolicited letter a day: what waits for tomorrow must not come after
    the reminder that is nearer to the date."""
    _task(office, "First", "Tuesday, December 8, 9:30AM Eastern", "ben")
    office.pass_time(at(2026, 12, 7, 15), HOUR)  # Monday 09:00: the day's letter
    _task(office, "Second", "Monday, December 14, 5PM Eastern", "ben")
    letters = to(office.pass_time(at(2026, 12, 8, 15), timedelta(minutes=15)), "ben@example.org")
    firsts = [x for x in letters if "First" in x.text and x.kind == "reminder"]
    assert len(firsts) == 1, [(x.kind, x["Date"]) for x in letters]


def test_work_that_rested_is_not_late_the_moment_it_goes_on(office: Office) -> None:
    _task(office)
    office.reply(_receipt(office), "hold until Monday, December 7, 9am")
    office.letters()
    letters = office.pass_time(at(2026, 12, 9, 0), HOUR)  # it goes on as Joy's Tuesday begins
    assert "overdue" not in [x.kind for x in to(letters, "joy@example.net")]
    later = office.pass_time(at(2026, 12, 10, 0), HOUR)
    assert [x.kind for x in to(later, "joy@example.net")] == ["overdue"]


# a mailbox that cannot be read


def test_silence_does_not_approve_while_the_mailbox_cannot_be_read(office: Office) -> None:
    office.reply(_task(office), "done")
    review = one(office.letters(), "review")
    office.pass_time(at(2026, 12, 3, 12), HOUR)
    room = office.mailroom
    office.shop.source = Shut()
    office.reply(review, "redo: the second page is missing")
    assert "approved" not in [x.kind for x in office.pass_time(at(2026, 12, 4, 12), HOUR)]
    assert next_moment(office.shop) > office.now
    office.shop.source = room
    assert "sent-back" in [x.kind for x in office.letters()]


# the clock


def test_clock_that_was_a_year_ahead_does_not_silence_the_outbox(office: Office) -> None:
    box, today = office.box, office.now
    office.now = at(2027, 12, 1, 18)
    for result in (Result.RETRY, Result.ACCOUNT):
        office.shop.poster = Refusing(result)
        office.mail(STEPHANIE, "tasks+joy@example.com", f"Calldown {result}", "Call everyone.")
        office.letters()
    office.now, office.shop.poster = today, box
    letters = office.letters() + office.pass_time(today + 5 * HOUR, HOUR)
    assert [x.kind for x in letters].count("assignment") == 2


def test_small_steps_back_do_not_add_up(office: Office) -> None:
    """Each is under two minutes; together they are an hour."""
    _task(office)
    office.pass_time(at(2026, 12, 2, 1), HOUR)
    marks = []
    for _ in range(3):
        office.now -= timedelta(seconds=100)
        office.letters()
        marks.append(office.shop.store.meta("clock") or "")
    assert all(before <= after for before, after in pairwise(marks))


def test_next_moment_while_the_clock_catches_up_is_not_over(office: Office) -> None:
    _task(office)
    office.pass_time(at(2026, 12, 2, 2), HOUR)
    _task(office, "Soon", "Tuesday 7PM Pacific")
    office.now = at(2026, 12, 1, 2)
    office.letters()
    assert next_moment(office.shop) > at(2026, 12, 2, 1)


def test_what_happened_while_the_clock_was_behind_is_in_the_digest(office: Office) -> None:
    task = _task(office)
    office.pass_time(at(2026, 12, 1, 16), HOUR)  # the digest of Tuesday
    office.now = at(2026, 12, 1, 12)
    office.reply(task, "done")
    office.reply(one(office.letters(), "review"), "approve")
    office.letters()
    letters = office.pass_time(at(2026, 12, 2, 17), HOUR)
    assert _told(letters, "Approved") == 1


def test_work_sent_back_after_its_date_is_not_late_at_once(office: Office) -> None:
    """It was handed in in time; the owner took three days to look."""
    office.reply(_task(office), "done")
    review = one(office.letters(), "review")
    office.pass_time(at(2026, 12, 3, 16), HOUR)
    office.reply(review, "redo: the last page is missing")
    letters = office.letters() + office.pass_time(at(2026, 12, 4, 4), HOUR)
    assert [x.kind for x in to(letters, "joy@example.net")] == ["sent-back"]


def test_mail_of_the_same_round_puts_no_reminder_off(office: Office) -> None:
    """Words about a task are taken up in the very round in which it is late."""
    _task(office)
    office.pass_time(at(2026, 12, 3, 4, 30), HOUR)
    office.reply(_receipt(office), "title: Calldown of this week")
    office.now = at(2026, 12, 3, 5)  # Thursday 13:00 in Manila, four working hours late
    assert [x.kind for x in to(office.letters(), "joy@example.net")] == ["overdue"]


def test_reminders_whose_moment_lay_in_the_review_are_not_called_missed(office: Office) -> None:
    office.reply(_task(office), "done")
    review = one(office.letters(), "review")
    office.pass_time(at(2026, 12, 3, 16), HOUR)
    office.reply(review, "redo: the last page is missing")
    letters = office.letters() + office.pass_time(at(2026, 12, 8), HOUR)
    assert _told(letters, "was not sent") == 0
    assert [x.kind for x in to(letters, "joy@example.net")] == ["sent-back", "overdue"]
