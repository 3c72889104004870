"""P33: where a rest ends by itself, its contractor reads it in the letter of the day, in their hours.

Joy works from 9:00 to 17:00 in Manila, which is 1:00 to 9:00 UTC; Monday 30 November 2026, 17:12 UTC,
is a Tuesday night there.
"""

from datetime import datetime

from tests.practices.offices import STEPHANIE, hand_over, opened
from tests.shell.office import CONFIG, Got, Office, at, one, to

JOY = "joy@example.net"
WEEKLY = CONFIG.replace("escalate_to: olivia", "escalate_to: olivia, summary: weekly")
DAILY = CONFIG.replace("escalate_to: olivia", "escalate_to: olivia, summary: daily")
LATER = "Call everyone.\nDue: 2026-12-18 17:00"


def rests(office: Office, subject: str, until: str, body: str = LATER) -> None:
    """A task of Joy's that rests until then."""
    _, receipt = hand_over(office, subject, body)
    office.reply(receipt, f"hold until {until}", sender=STEPHANIE)
    assert "on hold" in one(to(office.letters(), JOY), "relay").text


def joys(office: Office, until: datetime) -> list[Got]:
    return to(office.pass_time(until), JOY)


def moment(letter: Got) -> str:
    return letter["Date"]


def test_p33_two_rests_that_end_in_one_night_are_one_letter_of_the_next_morning() -> None:
    with opened() as office:
        rests(office, "Calldown", "Dec 3 9am")
        rests(office, "Posters", "Dec 3 11am")
        letter = one(joys(office, at(2026, 12, 4, 9)), "reminder")
        assert moment(letter) == "Fri, 04 Dec 2026 01:12:00 +0000"
        assert letter.subject == "2 tasks go on"
        text = " ".join(letter.text.split())
        assert text.startswith("2 tasks of yours go on.")
        assert "T-1 Calldown" in text and "T-2 Posters" in text
        assert text.count("It was on hold, and goes on.") == 2


def test_p33_a_reminder_of_that_morning_stands_in_the_same_letter() -> None:
    """T-2 is due on Friday in Manila, so that Thursday 9:00 there reminds of it."""
    with opened() as office:
        rests(office, "Calldown", "Dec 2 9am")
        assignment, _ = hand_over(office, "Posters", "Ten of them.\nDue: 2026-12-03 17:00")
        office.reply(assignment, "accept")
        letters = joys(office, at(2026, 12, 3, 9))
        letter = one([x for x in letters if moment(x)[:22] == "Thu, 03 Dec 2026 01:12"], "reminder")
        text = " ".join(letter.text.split())
        assert text.startswith("2 tasks of yours are due soon, or go on.")
        assert "T-1 Calldown" in text and "It was on hold, and goes on." in text
        assert "T-2 Posters" in text


def test_p33_the_letter_is_that_of_the_day_so_lateness_waits_for_the_next() -> None:
    """T-2 is due on Thursday 11:00 in Manila: at 15:00 it would be told to be late."""
    with opened() as office:
        rests(office, "Calldown", "Dec 2 9am")
        assignment, _ = hand_over(office, "Posters", "Ten of them.\nDue: 2026-12-02 19:00\nno reminders")
        office.reply(assignment, "accept")
        letters = joys(office, at(2026, 12, 4, 9))
        assert [(x.kind, moment(x)[:22]) for x in letters] == [
            ("relay", "Thu, 03 Dec 2026 01:12"),
            ("overdue", "Fri, 04 Dec 2026 01:12"),
        ]


def test_p33_two_that_come_after_the_letter_of_the_day_are_one_letter_of_the_next() -> None:
    """T-2 and T-3 are late at 15:00 and at 15:30 on Thursday in Manila; T-4 is due on Saturday there, and
    Friday 9:00 reminds of it. T-1 waits for a yes since Thursday 9:00, a working day by then."""
    with opened() as office:
        rests(office, "Calldown", "Dec 2 9am")
        for title, due in (("Posters", "12-02 19:00"), ("Scans", "12-02 19:30"), ("Flyer", "12-04 19:00")):
            office.reply(hand_over(office, title, f"Ten of them.\nDue: 2026-{due}")[0], "accept")
            office.letters()
        letters = joys(office, at(2026, 12, 4, 9))
        told = one([x for x in letters if moment(x)[:22] == "Fri, 04 Dec 2026 01:12"], "overdue")
        assert [tag for tag in ("T-1", "T-2", "T-3", "T-4", "T-5") if tag in told.text] == [
            "T-1",
            "T-2",
            "T-3",
            "T-4",
        ]


def test_p33_after_the_letter_of_the_day_it_still_goes_at_its_moment() -> None:
    """The owner said when: Thursday 14:00 in Manila, hours after the reminder of T-2."""
    with opened() as office:
        rests(office, "Calldown", "Dec 2 10pm")
        assignment, _ = hand_over(office, "Posters", "Ten of them.\nDue: 2026-12-03 17:00")
        office.reply(assignment, "accept")
        letters = [x for x in joys(office, at(2026, 12, 3, 8)) if moment(x)[:3] == "Thu"]
        assert [(x.kind, moment(x)[17:22]) for x in letters] == [("reminder", "01:12"), ("relay", "06:12")]


def test_p33_a_date_that_passed_meanwhile_is_asked_for_in_the_joined_letter() -> None:
    with opened() as office:
        rests(office, "Calldown", "Dec 3 9am", "Call everyone.\nDue: 2026-12-02 17:00")
        rests(office, "Posters", "Dec 3 9am")
        letter = one(joys(office, at(2026, 12, 4, 9)), "overdue")
        text = " ".join(letter.text.split())
        assert text.startswith("2 tasks of yours go on.")
        assert "It was on hold, and goes on. Its date has passed: when can you have it?" in text
        office.reply(letter, "T-1: eta Fri 11 Dec 3pm\nT-2: yes")
        office.letters()
        first, second = office.shop.store.task(1), office.shop.store.task(2)
        assert first is not None and first.proposal is not None
        assert second is not None and second.state == "accepted"


def test_p33_the_letter_of_the_week_tells_it_and_no_other_comes() -> None:
    with opened(WEEKLY) as office:
        rests(office, "Calldown", "Dec 6 5pm")
        week = one(joys(office, at(2026, 12, 7, 9)), "week")
        assert moment(week) == "Mon, 07 Dec 2026 01:12:00 +0000"
        assert "it was on hold, and goes on" in " ".join(week.text.split())


def test_p33_so_does_the_letter_of_the_day() -> None:
    with opened(DAILY) as office:
        rests(office, "Calldown", "Dec 2 9am")
        days = [x for x in joys(office, at(2026, 12, 3, 9)) if moment(x).startswith("Thu")]
        assert [x.kind for x in days] == ["week"]
        assert "it was on hold, and goes on" in " ".join(days[0].text.split())


def test_p33_the_digest_names_the_moment_at_which_it_really_goes_on() -> None:
    """Saturday is no working day of Joy's: Monday 9:00 in Manila is Sunday 17:00 of the owner."""
    with opened() as office:
        rests(office, "Calldown", "Dec 5 9am")
        assert joys(office, at(2026, 12, 6)) == []
        office.mail(STEPHANIE, "tasks@example.com", "digest")
        digest = " ".join(one(office.letters(), "digest").text.split())
        assert "On hold until Sat 5 Dec 09:00, told to Joy Sun 6 Dec 17:00" in digest
        assert [x.kind for x in joys(office, at(2026, 12, 7, 9))] == ["relay"]


def test_p33_a_rest_ends_quietly_where_nobody_has_the_task_any_more() -> None:
    """Ben, who is the only other one, gets no word of it either; the digest asks for a name."""
    with opened() as office:
        rests(office, "Calldown", "Dec 3 9am")
        held = office.shop.store.last_letter("joy", 1)
        assert held is not None
        office.mail(
            "Joy Santos <joy@example.net>", "tasks@example.com", "Re: [T-1] Calldown", "decline: no time"
        )
        office.letters()
        task = office.shop.store.task(1)
        assert task is not None and task.contractor == "" and task.rests_at is not None
        letters = office.pass_time(at(2026, 12, 7, 9))
        assert [x.to for x in letters if x.kind != "digest"] == []
        assert "fault" not in " ".join(x.text for x in letters)
        task = office.shop.store.task(1)
        assert task is not None and task.rests_at is None


def test_p33_a_rest_that_ends_while_its_contractor_is_away_waits_for_the_return() -> None:
    """Joy is back on Monday 7 December: one letter says welcome, and that the work goes on."""
    with opened() as office:
        rests(office, "Calldown", "Dec 2 9am")
        office.mail("Joy Santos <joy@example.net>", "tasks@example.com", "away until Dec 7")
        office.letters()
        letters = joys(office, at(2026, 12, 7, 9))
        assert [(x.kind, moment(x)[:22]) for x in letters] == [("week", "Mon, 07 Dec 2026 01:12")]
        said = " ".join(letters[0].text.split())
        assert said.startswith("Welcome back.") and "it was on hold, and goes on" in said


def test_p33_and_goes_on_at_once_where_they_are_back_earlier() -> None:
    with opened() as office:
        rests(office, "Calldown", "Dec 2 9am")
        joy = "Joy Santos <joy@example.net>"
        office.mail(joy, "tasks@example.com", "away until Dec 11")
        office.letters()
        assert joys(office, at(2026, 12, 8, 2)) == []
        office.mail(joy, "tasks@example.com", "back")
        assert "goes on" in " ".join(x.text for x in joys(office, at(2026, 12, 8, 9)))
