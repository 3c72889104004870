"""What a reviewer found in absences, silence and the words about all tasks, each once."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from config import load
from tests.practices.hands_kit import OLIVIA, STEPHANIE, give, of_kind, opened, task, text
from tests.shell.office import CONFIG, Office, at, kinds, one, to

STEPH, TASKS = "stephanie@example.com", "tasks@example.com"
ONE_DOER = CONFIG.replace(
    "  ben: {name: Ben Okafor, roles: [contractor], addresses: [ben@example.org], zone: America/New_York}\n",
    "",
)
BOTH = CONFIG.replace(
    "olivia: {name: Olivia Miller, roles: [owner]",
    "olivia: {name: Olivia Miller, summary: weekly, roles: [owner, contractor]",
)
HER_LINES = """  stephanie: {name: Stephanie Miller, roles: [owner], addresses: [stephanie@example.com],
    zone: America/Los_Angeles}
"""
DAILY = CONFIG.replace("zone: Asia/Manila", "zone: Asia/Manila, summary: daily")


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    yield from opened(tmp_path)


@pytest.fixture
def alone(tmp_path: Path) -> Iterator[Office]:
    """Joy is the only contractor, so that any fresh mail of an owner's would be hers."""
    yield from opened(tmp_path, ONE_DOER)


def away(office: Office, words: str = "away until next Monday") -> None:
    office.mail(STEPHANIE, TASKS, words, "")
    office.letters()


def test_the_week_letter_leaves_out_only_what_it_shows(tmp_path: Path) -> None:
    """Olivia does one task and owns another, which is late on the morning of her week letter."""
    for office in opened(tmp_path, BOTH):
        give(office, "olivia", body="Do it by next Friday 5pm.")
        office.mail(OLIVIA, "tasks+joy@example.com", "Mine", "Call.\nDue Friday 8am Pacific time.")
        office.letters()
        hers = to(office.pass_time(at(2026, 12, 9, 1)), "olivia@example.com")
        assert "Mine" in " ".join(x.subject for x in of_kind(hers, "late"))
        assert len(of_kind(hers, "week")) == 1


# words about all tasks


@pytest.mark.parametrize(
    ("word", "kind"),
    [
        ("away until next Monday", "transcript"),
        ("status", "status"),
        ("digest", "digest"),
        ("stop", "transcript"),
        ("back", "transcript"),
        ("snooze digest until Friday", "transcript"),
    ],
)
def test_a_word_that_nothing_proves_is_asked_about_as_what_it_is(alone: Office, word: str, kind: str) -> None:
    alone.mail(STEPHANIE, TASKS, word, "", proven=False)
    asked = one(alone.letters(), "confirm")
    assert "new task" not in asked.text and word in text(asked)
    alone.reply(asked, "yes")
    assert kinds(alone.letters()) == [("stephanie", kind)]
    assert alone.shop.store.task(1) is None


@pytest.mark.parametrize(
    ("subject", "body"),
    [
        ("Vacation", "away until next Monday, ask Olivia\n\nThanks,\nStephanie"),
        ("", "Hi,\n\naway until next Monday, ask Olivia\n\nBest regards,\nStephanie Miller"),
    ],
)
def test_a_word_may_have_a_greeting_and_a_sign_off(alone: Office, subject: str, body: str) -> None:
    alone.mail(STEPHANIE, TASKS, subject, body)
    assert "until Mon 7 Dec" in text(one(alone.letters(), "transcript"))
    assert alone.shop.store.task(1) is None


def test_status_may_have_a_sign_off(alone: Office) -> None:
    alone.mail(STEPHANIE, TASKS, "", "status\n\nThanks,\nStephanie")
    assert kinds(alone.letters()) == [("stephanie", "status")]


def test_a_word_beside_other_words_is_a_task(alone: Office) -> None:
    alone.mail(STEPHANIE, TASKS, "Board", "status\n\nPlease call the board.\n\nThanks,\nStephanie")
    alone.letters()
    assert alone.shop.store.task(1) is not None


# silence and proposed dates


def test_silence_agrees_to_nothing_that_comes_before_the_return(office: Office) -> None:
    """Proposed while the owner is away, for a day before she is back: she is asked in her digest."""
    assignment, _ = give(office)
    away(office)
    office.reply(assignment, "eta: Friday 3pm")
    office.letters()
    assert of_kind(office.pass_time(at(2026, 12, 4, 12)), "due-changed") == []
    digest = one(of_kind(office.pass_time(at(2026, 12, 7, 16)), "digest"), "digest")
    assert "which is not agreed" in digest.text and "if you say nothing" not in digest.text
    office.reply(digest, "T-1 ok")
    office.letters()
    assert task(office).proposal is None


def test_silence_agrees_to_no_date_that_passed_in_an_absence(office: Office) -> None:
    assignment, _ = give(office)
    office.reply(assignment, "eta: Friday 3pm")
    office.letters()
    away(office)
    letters = office.pass_time(at(2026, 12, 11, 12))
    assert of_kind(letters, "due-changed") == []
    assert "which is not agreed" in of_kind(letters, "digest")[0].text


@pytest.mark.parametrize("word", ["cancel", "hold"])
def test_silence_waits_two_days_anew_after_resume(office: Office, word: str) -> None:
    """Taken up again on Monday at 10:00: the date holds on Wednesday at 10:00, not in that minute."""
    assignment, receipt = give(office)
    office.reply(assignment, "eta: next Friday 5pm")
    office.letters()
    office.reply(receipt, word)
    office.letters()
    office.pass_time(at(2026, 12, 7, 18))
    office.reply(receipt, "resume")
    assert of_kind(office.letters(), "due-changed") == []
    digest = one(of_kind(office.pass_time(at(2026, 12, 8, 16)), "digest"), "digest")
    assert "it holds from Wed 9 Dec 10:00" in digest.text
    assert len(of_kind(office.pass_time(at(2026, 12, 9, 19)), "due-changed")) == 1


# taken up again


def test_resume_after_cancel_ends_the_hold_too(office: Office) -> None:
    _, receipt = give(office)
    for word in ("hold", "cancel", "resume"):
        office.reply(receipt, word)
        letters = office.letters()
    assert "goes on" in text(one(letters, "relay"))
    assert task(office).state == "handed over"


def test_resume_of_what_was_handed_in_waits_for_the_look(office: Office) -> None:
    assignment, receipt = give(office)
    office.reply(assignment, "done")
    office.letters()
    office.reply(receipt, "cancel")
    office.letters()
    office.pass_time(at(2026, 12, 4, 17))
    office.reply(receipt, "resume")
    letters = office.letters()
    joy = text(one(letters, "relay"))
    assert "waits for the look of Stephanie" in joy and "When can you have it" not in joy
    assert "waits for your look" in text(one(letters, "transcript"))
    assert task(office).state == "in review"
    assert "silence approves on Wed 9 Dec 09:00" in text(one(letters, "transcript"))


def test_a_checkpoint_that_passed_while_it_was_off_is_no_silence(office: Office) -> None:
    body = "Do it.\nDue 18 December 5pm Pacific time.\nCheckpoint: draft by Wednesday"
    assignment, receipt = give(office, body=body)
    office.reply(assignment, "accept")
    office.letters()
    office.reply(receipt, "cancel")
    office.letters()
    office.pass_time(at(2026, 12, 4, 17))
    office.reply(receipt, "resume")
    office.letters()
    assert all("without a word" not in x.text for x in office.pass_time(at(2026, 12, 8, 17)))


# silence about finished work


def test_the_announced_moment_of_silence_is_the_real_one(office: Office) -> None:
    """Done on Monday 09:12; away from Tuesday 05:12 to Monday: what was left ends on Wednesday the 9th."""
    assignment, _ = give(office)
    office.reply(assignment, "done")
    office.letters()
    office.pass_time(at(2026, 12, 1, 13, 12))
    away(office)
    digest = one(of_kind(office.pass_time(at(2026, 12, 7, 16)), "digest"), "digest")
    assert "silence approves on Wed 9 Dec 09:12" in digest.text
    office.pass_time(at(2026, 12, 9, 17))
    assert task(office).is_open
    office.pass_time(at(2026, 12, 9, 18))
    assert task(office).state == "approved"


def test_three_working_days_begin_with_the_return(office: Office) -> None:
    """Handed in on Tuesday, back on Monday at 09:00: approved on Thursday, not on Wednesday."""
    assignment, _ = give(office)
    away(office)
    office.pass_time(at(2026, 12, 1, 17, 30))
    office.reply(assignment, "done")
    office.letters()
    digest = one(of_kind(office.pass_time(at(2026, 12, 7, 16)), "digest"), "digest")
    assert "silence approves on Thu 10 Dec 09:00" in digest.text
    office.pass_time(at(2026, 12, 10, 16, 30))
    assert task(office).is_open
    office.pass_time(at(2026, 12, 10, 18))
    assert task(office).state == "approved"


# an owner who is in the config no more


@pytest.mark.parametrize("word", ["done", "eta: Friday 5pm", "blocked: no login"])
def test_the_words_to_an_owner_who_left_are_filed_and_told(office: Office, word: str) -> None:
    assignment, _ = give(office)
    left = CONFIG.replace(HER_LINES, "")
    (office.folder / "config.yaml").write_text(left, encoding="utf-8")
    office.config = load(office.folder / "config.yaml", {"PW": "x"})
    office.restart()
    office.reply(assignment, f"{word}\n\nThe list is long.")
    office.letters()
    assert "Held" not in " ".join(x.subject for x in office.letters())
    digest = of_kind(office.pass_time(at(2026, 12, 1, 16)), "digest")
    told = " ".join(x.text for x in to(digest, "olivia@example.com"))
    assert "The list is long." in told and "stephanie" in told


# one digest of the return


@pytest.mark.parametrize("hour", [14, 18])
def test_back_is_one_digest_that_day(office: Office, hour: int) -> None:
    """Before the hour of the digest (07:30, 15:30 UTC) or after it."""
    assignment, _ = give(office)
    away(office)
    office.reply(assignment, "question: which list?")
    office.letters()
    office.pass_time(at(2026, 12, 2, hour))
    office.mail(STEPHANIE, TASKS, "back", "")
    letters = office.letters() + office.pass_time(at(2026, 12, 2, 23))
    assert len(of_kind(letters, "digest")) == 1
    assert len(to(of_kind(office.pass_time(at(2026, 12, 3, 16)), "digest"), STEPH)) == 1


# the daily list


def test_a_daily_list_does_not_swallow_what_is_asked(tmp_path: Path) -> None:
    """The checkpoint of Wednesday is asked on its morning, and what is overdue is said."""
    for office in opened(tmp_path, DAILY):
        body = "Do it. Due next Monday 5pm.\nCheckpoint: draft by Wednesday"
        assignment, _ = give(office, body=body)
        office.reply(assignment, "accept")
        office.letters()
        letters = to(office.pass_time(at(2026, 12, 9, 18)), "joy@example.net")
        assert any("draft" in text(x) for x in of_kind(letters, "probe"))
        assert len(of_kind(letters, "overdue")) == 1


# words beside `cancel` and `nudge`


@pytest.mark.parametrize("reason", ["not needed", "no longer needed", "the event is off"])
def test_cancel_takes_a_reason(office: Office, reason: str) -> None:
    _, receipt = give(office)
    office.reply(receipt, f"cancel: {reason}")
    assert reason in text(one(office.letters(), "cancelled"))
    assert task(office).state == "cancelled"


def test_nudge_may_name_whom(office: Office) -> None:
    _, receipt = give(office)
    office.pass_time(at(2026, 12, 1, 0))
    office.reply(receipt, "nudge Joy")
    assert sorted(kinds(office.letters())) == [("joy", "probe"), ("stephanie", "transcript")]
