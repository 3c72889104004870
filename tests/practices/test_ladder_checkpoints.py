"""P12: dates on the way. One reminder on the morning of each, and the owner hears
in the digest of one that passed without a word. Ben works 09:00 to 17:00 in New York."""

import pytest

from tests.practices.offices import clocked, hand_over, of_kind, opened
from tests.shell.office import Got, at

FLYER = "Draw a flyer.\nCheckpoint: draft by Wed\nDue: Friday December 11 5pm"  # Wed 20:00 in New York


def _mine(letters: list[Got], day: str) -> str:
    found = [x for x in letters if x.kind == "digest" and x.to.startswith("stephanie") and day in x["Date"]]
    return " ".join("".join(x.text for x in found).split())


def test_p12_a_checkpoint_stands_in_the_assignment_and_the_receipt() -> None:
    with opened() as office:
        assignment, receipt = hand_over(office, "Flyer", FLYER, "ben")
        for letter in (assignment, receipt):
            text = " ".join(letter.text.split())
            assert (
                "On the way: draft, by Wed 2 Dec 2026, 17:00 Pacific = Wed 2 Dec 2026, 20:00 Eastern" in text
            )


def test_p12_one_reminder_on_its_morning_and_no_other_question() -> None:
    with opened() as office:
        assignment, _ = hand_over(office, "Flyer", FLYER, "ben")
        office.reply(assignment, "accept")
        asked = clocked(office.pass_time(at(2026, 12, 9, 1)), "ben")
        assert [x.kind for x in asked] == ["probe"]
        assert "02 Dec 2026 14:" in asked[0]["Date"]  # 09:00 in New York
        head = " ".join("\n".join(asked[0].text.splitlines()[:3]).split())
        assert "draft, by Wed 2 Dec 2026, 20:00 Eastern" in head and "Still on track?" in head


def test_p12_one_that_passed_without_a_word_is_at_risk_in_the_digest() -> None:
    with opened() as office:
        assignment, _ = hand_over(office, "Flyer", FLYER, "ben")
        office.reply(assignment, "accept")
        letters = office.pass_time(at(2026, 12, 3, 16))
        assert "At risk" not in _mine(letters, "02 Dec") and "AT RISK" not in _mine(letters, "02 Dec")
        assert 'checkpoint "draft" of Wed 2 Dec 17:00 passed without a word' in _mine(letters, "03 Dec")
        assert of_kind(letters, "stephanie", "digest") == []


@pytest.mark.parametrize("words", ["60%", "Here is the draft, what do you think of it", "yes"])
def test_p12_any_report_answers_it(words: str) -> None:
    with opened() as office:
        assignment, _ = hand_over(office, "Flyer", FLYER, "ben")
        office.reply(assignment, "accept")
        asked = clocked(office.pass_time(at(2026, 12, 2, 14, 30)), "ben")
        office.reply(asked[0], words)
        letters = office.pass_time(at(2026, 12, 3, 16))
        assert "AT RISK" not in _mine(letters, "03 Dec")


@pytest.mark.parametrize(
    ("body", "labels"),
    [
        ("Call everyone by Tuesday, send me the list by Wednesday.", ["Call everyone"]),
        ("Draft by Thursday, final version by Friday December 11.", ["Draft"]),
        (
            "Paint it.\nMilestone: sketch Wed 3pm\nMilestone: colours by Fri\nDue: Dec 11",
            ["sketch", "colours"],
        ),
        ("Paint it.\ncheckpoint: Wed\nDue: Dec 11", [""]),
        ("Paint it by Friday.", []),
    ],
)
def test_p12_lines_and_phrases_become_checkpoints(body: str, labels: list[str]) -> None:
    with opened() as office:
        hand_over(office, "Work", body, "ben")
        task = office.shop.store.task(1)
        assert task is not None and [point.label for point in task.checkpoints] == labels


def test_p12_a_checkpoint_that_cannot_be_read_is_said() -> None:
    with opened() as office:
        body = "Paint it.\nCheckpoint: when the wall is dry\nDue: Dec 11"
        _, receipt = hand_over(office, "Work", body, "ben")
        assert 'no date in the checkpoint "when the wall is dry"' in " ".join(receipt.text.split())


def test_p12_a_checkpoint_behind_the_new_date_is_over() -> None:
    with opened() as office:
        _, receipt = hand_over(office, "Flyer", FLYER, "ben")
        office.reply(receipt, "due: tomorrow 5pm")
        office.letters()
        letters = clocked(office.pass_time(at(2026, 12, 2, 20)), "ben")
        assert not any("draft" in x.text for x in letters)
