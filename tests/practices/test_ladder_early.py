"""P42, P50: early warning. One question to the contractor that one word answers,
and a line in the owner's digest; no letter of its own to the owner."""

import pytest

from tests.practices.offices import clocked, hand_over, of_kind, opened
from tests.shell.office import CONFIG, Got, at

LONG = "Call everyone.\nDue by Friday December 18 5PM Pacific time."  # Saturday 09:00 in Manila


def _digest(letters: list[Got], day: str) -> str:
    found = [x for x in letters if x.kind == "digest" and x.to.startswith("stephanie") and day in x["Date"]]
    assert len(found) == 1
    return found[0].text


def test_p42_not_accepted_after_a_working_day_asks_once_and_stands_in_the_digest() -> None:
    """Handed over on Tuesday 01:12 in Manila: one working day later is Wednesday 09:00."""
    with opened() as office:
        hand_over(office, body=LONG)
        assert clocked(office.pass_time(at(2026, 12, 2, 0, 59)), "joy") == []
        asked = clocked(office.pass_time(at(2026, 12, 2, 1, 30)), "joy")
        assert [x.kind for x in asked] == ["probe"]
        head = "\n".join(asked[0].text.splitlines()[:3])
        assert "Can you take it?" in head and "yes" in head and "What you write goes to Stephanie" in head
        letters = office.pass_time(at(2026, 12, 9, 18))
        assert clocked(letters, "joy") == []  # one question for one silence
        assert of_kind(letters, "stephanie", "digest") == []
        text = _digest(letters, "03 Dec")
        assert "AT RISK" in text and "I have seen no word here yet" in text


def test_p50_bare_yes_is_on_track_and_begins_the_silence_anew() -> None:
    """Yes on Wednesday 2 Dec 09:30 in Manila accepts. From then to Saturday 19 Dec 09:00
    there are 103.5 working hours; half of them are over on Thursday 10 Dec, 13:15."""
    with opened() as office:
        hand_over(office, body=LONG)
        probe = clocked(office.pass_time(at(2026, 12, 2, 1, 30)), "joy")[0]
        office.reply(probe, "yes")
        assert office.letters() == []  # a word that worked gets no letter
        task = office.shop.store.task(1)
        assert task is not None and task.state == "accepted"
        letters = office.pass_time(at(2026, 12, 10, 5, 14))
        assert clocked(letters, "joy") == []
        assert "AT RISK" not in _digest(letters, "07 Dec")
        second = clocked(office.pass_time(at(2026, 12, 10, 6)), "joy")
        assert [x.kind for x in second] == ["probe"]
        assert "Still on track?" in second[0].text
        assert "No word since Wed 2 Dec" in second[0].text


@pytest.mark.parametrize(
    ("words", "state", "to_owner"),
    [
        ("60%", "accepted", []),
        ("yes, half of them are called", "accepted", []),
        ("blocked: the list is empty", "blocked", ["question"]),
        ("eta: Monday December 21 5pm", "accepted", ["proposal"]),
        ("done", "in review", ["review"]),
        ("no", "handed over", ["relay"]),
    ],
)
def test_p50_one_line_answers_the_question(words: str, state: str, to_owner: list[str]) -> None:
    with opened() as office:
        hand_over(office, body=LONG)
        probe = clocked(office.pass_time(at(2026, 12, 2, 1, 30)), "joy")[0]
        office.reply(probe, words)
        assert of_kind(office.letters(), "stephanie") == to_owner
        task = office.shop.store.task(1)
        assert task is not None and task.state == state


def test_p42_a_short_task_has_its_reminder_and_no_other_question() -> None:
    with opened() as office:
        hand_over(office)  # due Thursday 09:00 in Manila: Wednesday's reminder asks
        letters = office.pass_time(at(2026, 12, 3, 1))
        assert [x.kind for x in clocked(letters, "joy")] == ["reminder", "reminder"]


def test_p42_nobody_is_asked_while_the_owner_owes_an_answer() -> None:
    with opened() as office:
        assignment, _ = hand_over(office, body=LONG)
        office.reply(assignment, "question: which script?")
        assert clocked(office.pass_time(at(2026, 12, 12)), "joy") == []


def test_p42_work_that_stands_still_is_told_with_its_hours() -> None:
    """Blocked on Monday 09:12: by Wednesday's digest at 07:30 that is 15.8 of the
    owner's working hours."""
    with opened() as office:
        assignment, _ = hand_over(office, body=LONG)
        office.reply(assignment, "blocked: the list is empty")
        office.letters()
        letters = office.pass_time(at(2026, 12, 2, 16))
        text = " ".join(_digest(letters, "02 Dec").split())
        assert "Work stands still since Mon 30 Nov 09:12, 15 working hours" in text


def test_p42_a_proposed_date_behind_the_agreed_one_is_called_so() -> None:
    with opened() as office:
        assignment, _ = hand_over(office)
        office.reply(assignment, "eta: Friday 5pm")
        letters = office.pass_time(at(2026, 12, 1, 16))
        text = " ".join(_digest(letters, "01 Dec").split())
        assert "later than the agreed Wed 2 Dec 17:00" in text


def test_p42_progress_too_slow_for_the_time_left_stands_in_the_digest() -> None:
    """30 % after more than half of the working time."""
    with opened() as office:
        assignment, _ = hand_over(office, body=LONG)
        office.reply(assignment, "accept")
        office.pass_time(at(2026, 12, 11, 3))
        office.reply(assignment, "30%")
        letters = office.pass_time(at(2026, 12, 11, 16))
        text = " ".join(_digest(letters, "11 Dec").split())
        assert "AT RISK" in text and "30 % on Thu 10 Dec" in text and "too slow" in text
        assert of_kind(letters, "stephanie", "digest") == []


def test_p42_progress_in_step_with_the_time_is_on_track() -> None:
    with opened() as office:
        assignment, _ = hand_over(office, body=LONG)
        office.reply(assignment, "accept")
        office.pass_time(at(2026, 12, 11, 3))
        office.reply(assignment, "60%")
        letters = office.pass_time(at(2026, 12, 11, 16))
        assert "AT RISK" not in "".join(
            x.text for x in letters if "11 Dec" in x["Date"] and x.kind == "digest"
        )


def test_p42_no_question_where_the_house_wants_none() -> None:
    with opened(CONFIG + "reminders: {probe: no}\n") as office:
        hand_over(office, body=LONG)
        letters = office.pass_time(at(2026, 12, 16))
        assert clocked(letters, "joy") == []
        assert "AT RISK" in _digest(letters, "03 Dec")


def test_p42_fine_is_heard_from_elsewhere_and_begins_the_silence_anew() -> None:
    """Joy answered Stephanie alone; her `fine` accepts, and nobody is asked for a while."""
    with opened() as office:
        _, receipt = hand_over(office, body=LONG)
        office.reply(receipt, "fine")
        office.letters()
        assert clocked(office.pass_time(at(2026, 12, 8)), "joy") == []
