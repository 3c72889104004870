"""When letters come that the clock starts: in whose hours, and how many."""

from datetime import timedelta
from pathlib import Path

import pytest

from tests.shell.office import Got, Office, at, to

STEPHANIE = "Stephanie Miller <stephanie@example.com>"
FAR_APART = """
mailbox: {host: localhost, port: 1, security: none, user: tasks, password_env: PW}
smtp: {host: localhost, port: 1, security: none}
address: {base: tasks@example.com}
trust: {authserv_id: mx.example.com, dkim: no}
people:
  greta: {name: Greta Busch, roles: [owner], addresses: [greta@example.com], zone: Europe/Berlin}
  ari: {name: Ari Ngata, roles: [contractor], addresses: [ari@example.net], zone: Pacific/Auckland}
  max: {name: Max Busch, roles: [owner], addresses: [max@example.com], zone: Europe/Berlin}
defaults: {escalate_to: max}
"""


def _hour(letter: Got) -> int:
    return int(letter["Date"].split()[4][:2])  # UTC


@pytest.mark.parametrize("due", ["Wednesday 5PM", "Thursday 8am", "Friday noon", "Saturday 11pm"])
def test_late_letters_come_in_the_readers_own_hours(tmp_path: Path, due: str) -> None:
    """Ari's afternoon is the middle of Greta's night."""
    office = Office(tmp_path, FAR_APART, one_process=True)
    office.mail("Greta <greta@example.com>", subject="Logo", body=f"Please make a logo.\nDue: {due}")
    letters = office.letters() + office.pass_time(at(2026, 12, 14))
    told = [x for x in letters if x.kind in ("late", "escalation")]
    assert [x.kind for x in told] == ["late", "escalation"]
    assert all(8 <= _hour(x) < 16 for x in told), [x["Date"] for x in told]  # 09:00 to 17:00 in Berlin
    chased = [x for x in letters if x.kind in ("reminder", "overdue")]
    assert all(_hour(x) >= 20 or _hour(x) <= 4 for x in chased), [x["Date"] for x in chased]  # Auckland
    office.close()


def _due_on_tuesday(office: Office, *hours: str) -> list[Got]:
    for hour in hours:
        body = f"Do it. Due by Tuesday {hour} Eastern time."
        office.mail(STEPHANIE, "tasks+ben@example.com", f"Job of {hour}", body)
    office.letters()
    letters = office.pass_time(at(2026, 12, 1, 22), timedelta(minutes=15))
    return [x for x in to(letters, "ben@example.org") if x.kind == "reminder"]


def test_reminders_of_one_half_day_share_a_letter(office: Office) -> None:
    reminders = _due_on_tuesday(office, "3:15pm", "4pm", "5pm")
    assert len(reminders) == 1
    assert all(f"Job of {hour}" in reminders[0].text for hour in ("3:15pm", "4pm", "5pm"))
    assert "18:27" in reminders[0]["Date"]  # the first round two hours before the first one


def test_reminders_of_two_half_days_are_two_letters(office: Office) -> None:
    assert len(_due_on_tuesday(office, "noon", "5pm")) == 2


def test_shared_reminder_is_not_sent_again_after_a_restart(office: Office) -> None:
    assert len(_due_on_tuesday(office, "3:15pm", "5pm")) == 1
    office.restart()
    assert office.letters() == []
