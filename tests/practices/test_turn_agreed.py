"""P14, P32, P41, P45: dates are agreed, each change is told, and the second needs a word."""

import pytest

from tasks.model import Task
from tests.shell.office import Got, Office, at, kinds, one, run, to

STEPHANIE = "Stephanie Miller <stephanie@example.com>"
BRIEF = "Call each person on the list.\nDue by Wednesday 5PM Pacific time."
LATER = "Call each person on the list.\nDue Friday 11 December, 5PM Pacific time."


def _begin(office: Office, body: str = BRIEF) -> tuple[Got, Got]:
    office.mail(STEPHANIE, "tasks+joy@example.com", "Calldown", body)
    letters = office.letters()
    return one(letters, "assignment"), one(letters, "receipt")


def _task(office: Office) -> Task:
    task = office.shop.store.task(1)
    assert task is not None
    return task


def _twice(office: Office) -> Got:
    """The letter about the second date that Joy proposes."""
    assignment, _ = _begin(office)
    office.now = at(2026, 12, 1, 1)
    office.reply(assignment, "accept")
    office.letters()
    office.now = at(2026, 12, 1, 2)
    office.reply(assignment, "eta: Friday 4 December 5pm")
    office.reply(one(office.letters(), "proposal"), "ok")
    changed = one(office.letters(), "due-changed")
    office.now = at(2026, 12, 2, 2)
    office.reply(changed, "eta: Tuesday 8 December 5pm")
    return one(office.letters(), "proposal")


def test_p14_reminders_follow_the_date_that_was_agreed(office: Office) -> None:
    assignment, _ = _begin(office, "Please make a logo.")
    office.now = at(2026, 12, 1, 2)
    office.reply(assignment, "eta: Wednesday 9 December 5pm")
    letters = office.pass_time(at(2026, 12, 8, 2))
    assert kinds(to(letters, "joy@example.net")) == [("joy", "due-changed"), ("joy", "reminder")]
    assert _task(office).rungs[-1].startswith("day-before:")


def test_p45_first_change_holds_by_silence(office: Office) -> None:
    assignment, _ = _begin(office)
    office.reply(assignment, "eta: Friday 4 December 5pm")
    proposal = one(office.letters(), "proposal")
    assert "Without a word from you it holds from" in proposal.text
    assert ("joy", "due-changed") in kinds(office.pass_time(at(2026, 12, 2, 18)))


def test_p45_second_change_is_marked_and_asks_for_a_word(office: Office) -> None:
    proposal = _twice(office)
    assert "This is the 2nd change of date on this task." in proposal.text
    assert "Without a word" not in proposal.text
    assert "needs your word" in proposal.text


def test_p45_second_change_does_not_hold_by_silence(office: Office) -> None:
    _twice(office)
    letters = office.pass_time(at(2026, 12, 9, 18))
    assert "due-changed" not in {letter.kind for letter in letters}
    assert _task(office).due.at == at(2026, 12, 4, 9)  # type: ignore[union-attr]
    digests = [letter.text for letter in letters if letter.kind == "digest"]
    assert "2nd change" in digests[0]


def test_p45_second_change_is_agreed_by_ok(office: Office) -> None:
    office.reply(_twice(office), "ok")
    assert kinds(office.letters()) == [("joy", "due-changed")]
    assert _task(office).due.at == at(2026, 12, 8, 9)  # type: ignore[union-attr]


def test_p32_who_changed_the_date_and_when_stands_in_show(
    office: Office, capsys: pytest.CaptureFixture[str]
) -> None:
    office.reply(_twice(office), "ok")
    office.letters()
    capsys.readouterr()
    assert run(office, "show", "T-1") == 0
    told = capsys.readouterr().out
    assert "Agreed Mon 30 Nov 17:00: Wed 2 Dec 17:00" in told
    assert "Changed by Joy Mon 30 Nov 18:00: Fri 4 Dec 01:00 (1st change)" in told
    assert "Changed by Joy Tue 1 Dec 18:00: Tue 8 Dec 01:00 (2nd change)" in told


def test_p32_digest_tells_the_changes_of_a_date(office: Office) -> None:
    office.reply(_twice(office), "ok")
    office.letters()
    digest = [x for x in office.pass_time(at(2026, 12, 7, 16)) if x.kind == "digest"][-1]  # the week begins
    assert "2nd change by Joy" in " ".join(digest.text.split())
    assert "first agreed Wed 2 Dec 17:00" in " ".join(digest.text.split())


def test_p41_earlier_date_is_not_agreed_until_it_is_accepted(office: Office) -> None:
    assignment, receipt = _begin(office, LATER)
    office.now = at(2026, 12, 1, 2)
    office.reply(assignment, "accept")
    office.letters()
    office.now = at(2026, 12, 1, 18)
    office.reply(receipt, "due: Tuesday 8 December 5pm")
    changed = one(office.letters(), "due-changed")
    assert "accept" in changed.text
    assert "eta:" in changed.text
    assert _task(office).state == "not accepted"
    digest = one(office.pass_time(at(2026, 12, 2, 16)), "digest")
    assert "AT RISK" in digest.text
    assert "Joy has not accepted the earlier date" in digest.text
    office.reply(changed, "accept")
    office.letters()
    assert _task(office).state == "accepted"
    digest = [x for x in office.pass_time(at(2026, 12, 7, 16)) if x.kind == "digest"][-1]  # the week begins
    assert "has not accepted" not in digest.text


def test_p41_nobody_is_late_against_a_date_that_was_not_accepted(office: Office) -> None:
    """Tuesday was set, Friday was agreed: late letters come after Friday."""
    assignment, receipt = _begin(office, LATER)
    office.reply(assignment, "accept")
    office.letters()
    office.reply(receipt, "due: Tuesday 8 December 5pm")
    office.letters()
    sent = {letter.kind for letter in office.pass_time(at(2026, 12, 12, 3))}
    assert "reminder" in sent
    assert not {"overdue", "late"} & sent
    assert "overdue" in {letter.kind for letter in office.pass_time(at(2026, 12, 15, 3))}


def test_p41_eta_that_is_later_than_the_earlier_date_is_proposed_and_is_no_change_of_joys(
    office: Office,
) -> None:
    assignment, receipt = _begin(office, LATER)
    office.reply(assignment, "accept")
    office.letters()
    office.reply(receipt, "due: Tuesday 8 December 5pm")
    office.reply(one(office.letters(), "due-changed"), "eta: Thursday 10 December 5pm")
    proposal = one(office.letters(), "proposal")
    assert "change of date" not in proposal.text
    assert _task(office).date_changes == 0
    office.reply(proposal, "ok")
    office.letters()
    assert _task(office).state == "accepted"


def test_p41_figures_do_not_accept_an_earlier_date(office: Office) -> None:
    assignment, receipt = _begin(office, LATER)
    office.reply(assignment, "accept")
    office.letters()
    office.reply(receipt, "due: Tuesday 8 December 5pm")
    office.letters()
    office.reply(assignment, "30%")
    office.letters()
    assert _task(office).state == "not accepted"


def test_p41_later_date_asks_for_no_acceptance(office: Office) -> None:
    assignment, receipt = _begin(office)
    office.reply(assignment, "accept")
    office.letters()
    office.reply(receipt, "due: Friday 11 December 5pm")
    office.letters()
    assert _task(office).state == "accepted"
