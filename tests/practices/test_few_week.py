"""P33: the letter of the week asks what the reminders in it would have asked, gives way to nothing but a
letter that came before it, and is the one letter of its day for who is owner and contractor in one.

Joy works from 9:00 to 17:00 in Manila (1:00 to 9:00 UTC), Olivia in Los Angeles (17:00 to 1:00 UTC).
"""

from datetime import datetime
from html import unescape
from urllib.parse import unquote

from store.port import Batch
from tests.practices.offices import STEPHANIE, hand_over, opened
from tests.shell.office import CONFIG, Got, Office, at, kinds, one, to

JOY = "joy@example.net"
OLIVIA = "Olivia Miller <olivia@example.com>"
WEEKLY = CONFIG.replace("escalate_to: olivia", "escalate_to: ben, summary: weekly")
DAILY = WEEKLY.replace("weekly", "daily")
BOTH = "roles: [owner], addresses: [olivia@"


def both(config: str) -> str:
    """Olivia hands work out, and does some for Stephanie."""
    return config.replace(BOTH, "roles: [owner, contractor], addresses: [olivia@")


def day_used(*slots: str) -> Batch:
    """A letter of the clock went to that person on that day."""
    return Batch(slots=slots)


def words(letter: Got) -> str:
    return " ".join(letter.text.split())


def week_with_a_checkpoint(office: Office) -> Got:
    """The letter of Monday the 7th, which asks about the checkpoint of Tuesday."""
    brief = "Paint it.\nDue: 2026-12-18 17:00\nCheckpoint: draft by 2026-12-07 17:00"
    assignment, _ = hand_over(office, "Door", brief)
    office.reply(assignment, "accept")
    office.pass_time(at(2026, 12, 4, 8))
    office.reply(assignment, "10%")
    return one(to(office.pass_time(at(2026, 12, 7, 9)), JOY), "week")


def test_p12_the_letter_of_the_week_asks_about_a_checkpoint() -> None:
    """The checkpoint is Tuesday 8 December; Monday morning would ask about it."""
    with opened(WEEKLY) as office:
        brief = "Paint it.\nDue: 2026-12-18 17:00\nCheckpoint: draft by 2026-12-07 17:00"
        assignment, _ = hand_over(office, "Door", brief)
        office.reply(assignment, "accept")
        office.pass_time(at(2026, 12, 4, 8))
        office.reply(assignment, "10%", sender="Joy Santos <joy@example.net>")
        letters = to(office.pass_time(at(2026, 12, 7, 9)), JOY)
        week = one(letters, "week")
        assert kinds(letters) == [("joy", "week")]
        assert "It has a checkpoint: draft, by Tue 8 Dec 2026, 09:00 Manila. Still on track?" in words(week)


def test_p12_yes_under_its_tag_answers_the_checkpoint() -> None:
    with opened(WEEKLY) as office:
        week = week_with_a_checkpoint(office)
        office.reply(week, "T-1: yes")
        office.letters()
        assert to(office.pass_time(at(2026, 12, 8, 0, 30)), JOY) == []


def test_p33_the_letter_of_the_week_asks_for_a_yes_and_how_a_late_task_stands() -> None:
    """T-1 was due on Friday 13:05 in Manila, so that 9:05 on Monday is four working hours later; T-2 came
    on Friday, and was never accepted."""
    with opened(WEEKLY) as office:
        first, _ = hand_over(office, "Calldown", "Call.\nDue: 2026-12-03 21:05")
        office.reply(first, "accept")
        office.pass_time(at(2026, 12, 3, 17, 12))
        office.mail(STEPHANIE, "tasks+joy@example.com", "Posters", "Ten of them.\nDue: 2026-12-18 17:00")
        letters = to(office.pass_time(at(2026, 12, 7, 1, 30)), JOY)
        week = words([x for x in letters if x.kind == "week"][-1])
        assert "How does it stand?" in week.partition("T-2")[0]
        assert "Can you take it?" in week.partition("T-2")[2]


def owing(office: Office, until: datetime) -> list[Got]:
    """Olivia does T-1 for Stephanie, and T-2 of hers, Joy's, is late since Saturday in Manila."""
    office.mail(STEPHANIE, "tasks+olivia@example.com", "Door", "Paint it.\nDue: 2026-12-18 17:00")
    olivias = one(to(office.letters(), "olivia@example.com"), "assignment")
    office.reply(olivias, "accept", sender=OLIVIA)
    office.mail(OLIVIA, "tasks+joy@example.com", "Scans", "Scan it.\nDue: 2026-12-03 17:30")
    office.letters()
    return [x for x in to(office.pass_time(until), "olivia@example.com") if x.kind in ("week", "late")]


def test_p33_who_is_both_reads_the_letter_of_the_week_and_of_a_late_task_the_next_morning() -> None:
    """Due Friday 9:30 in Manila; 13:30 there is night in Los Angeles, where Friday 9:00 comes next."""
    with opened(both(WEEKLY).replace("zone: America/Los_Angeles}\ndefaults", SHORT)) as office:
        letters = owing(office, at(2026, 12, 9))
        assert [(x.kind, x["Date"][:16]) for x in letters] == [
            ("week", "Mon, 07 Dec 2026"),
            ("late", "Tue, 08 Dec 2026"),
        ]


def test_p33_who_is_both_has_no_letter_of_the_day_beside_one_about_their_own_tasks() -> None:
    with opened(both(DAILY).replace("zone: America/Los_Angeles}\ndefaults", SHORT)) as office:
        letters = [(x.kind, x["Date"][:16]) for x in owing(office, at(2026, 12, 9))]
        assert [x for x in letters if x[1][5:7] in ("07", "08")] == [
            ("late", "Mon, 07 Dec 2026"),
            ("week", "Tue, 08 Dec 2026"),
        ]


# From Monday to Thursday, so that Friday's lateness is told on Monday.
SHORT = (
    'zone: America/Los_Angeles, hours: {days: [Mon, Tue, Wed, Thu], from: "09:00", to: "17:00"}}\ndefaults'
)


def test_p33_who_had_their_letter_of_the_day_reads_that_of_the_week_on_the_next_day() -> None:
    with opened(WEEKLY) as office:
        assignment, _ = hand_over(office, "Door", "Paint it.\nDue: 2026-12-18 17:00")
        office.reply(assignment, "accept")
        office.pass_time(at(2026, 12, 7))
        office.shop.store.commit(day_used("day:joy:2026-12-07"))
        letters = [x for x in to(office.pass_time(at(2026, 12, 10, 9)), JOY) if x.kind == "week"]
        assert [x["Date"][:16] for x in letters] == ["Tue, 08 Dec 2026"]


def test_p33_and_where_that_day_is_used_up_too_on_the_one_after() -> None:
    with opened(WEEKLY) as office:
        assignment, _ = hand_over(office, "Door", "Paint it.\nDue: 2026-12-18 17:00\nno reminders")
        office.reply(assignment, "accept")
        office.pass_time(at(2026, 12, 7))
        office.shop.store.commit(day_used("day:joy:2026-12-07", "day:joy:2026-12-08"))
        letters = [x for x in to(office.pass_time(at(2026, 12, 15, 9)), JOY) if x.kind == "week"]
        assert [x["Date"][:16] for x in letters] == ["Wed, 09 Dec 2026", "Mon, 14 Dec 2026"]


def test_p12_the_yes_of_its_line_answers_with_one_thumb() -> None:
    """The button opens a new mail to the task's own address, in no thread."""
    with opened(WEEKLY) as office:
        week = week_with_a_checkpoint(office)
        page = next(p for p in week.message.walk() if p.get_content_type() == "text/html")
        links = page.get_payload(decode=True).decode().split('"')  # type: ignore[union-attr]
        link = next(part for part in links if part.endswith("body=yes"))
        address, _, subject = unescape(link).removeprefix("mailto:").partition("?subject=")
        subject = unquote(subject.partition("&")[0])
        office.mail("Joy Santos <joy@example.net>", unquote(address), subject, "yes")
        assert [letter.kind for letter in office.letters()] == []
        task = office.shop.store.task(1)
        assert task is not None and task.heard_at and task.heard_at >= office.now
        assert to(office.pass_time(at(2026, 12, 8, 0, 30)), JOY) == []
