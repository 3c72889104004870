"""The owner of a task is in the config no more, and its contractor goes on: their words are
filed and the state follows, the first owner of the house reads of it, and they have an end."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from config import load
from tests.practices.hands_kit import give, of_kind, opened, task, text
from tests.shell.office import CONFIG, Got, Office, at, kinds, one, to

JOYS, OLIV = "joy@example.net", "olivia@example.com"
LATER = "Call each person on the list.\nDue by 18 December 5PM Pacific time."
MORNING = at(2026, 12, 1, 16)


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    yield from opened(tmp_path)


def without(office: Office, person: str) -> None:
    """The operator takes somebody out of the config, and starts again."""
    kept, skipping = list[str](), False
    for line in CONFIG.splitlines():
        skipping = line.startswith(f"  {person}:") or (skipping and line.startswith("    "))
        kept += [] if skipping else [line]
    path = office.folder / "config.yaml"
    path.write_text("\n".join(kept), encoding="utf-8")
    office.config = load(path, {"PW": "x"})
    office.restart()
    office.letters()


def alone(office: Office) -> Got:
    """Joy has the task, and Stephanie is gone: the assignment."""
    assignment, _ = give(office, body=LATER)
    without(office, "stephanie")
    return assignment


def morning(office: Office) -> str:
    """What the first owner of the house reads the next day."""
    return text(one(to(of_kind(office.pass_time(MORNING), "digest"), OLIV), "digest"))


@pytest.mark.parametrize(
    ("words", "state"),
    [
        ("done\n\nAll are called.", "in review"),
        ("60%", "accepted"),
        ("accept", "accepted"),
        ("ok", "accepted"),
        ("question: which list?", "in question"),
        ("Which list should I use?", "in question"),
        ("blocked: no login", "blocked"),
        ("decline: no time", "opened"),
        ("eta: 21 December 5pm", "accepted"),
        ("invoice: 200 USD", "accepted"),
        ("Three of them never answer the phone.", "handed over"),
    ],
)
def test_the_state_follows_and_both_sides_are_told(office: Office, words: str, state: str) -> None:
    office.reply(alone(office), words)
    letters = to(office.letters(), JOYS)
    assert kinds(letters) == [("joy", "transcript")]
    said = text(letters[0])
    assert "stephanie is no longer here" in said and "Olivia is told" in said
    assert OLIV in said and "daily summary" not in said and "the owner" not in said
    assert task(office).state == state
    told = morning(office)
    assert words.splitlines()[-1] in told and JOYS in told and "T-1 Calldown" in told


def test_a_finished_piece_has_an_end(office: Office) -> None:
    """Told once before, Joy hears of it all the same, and silence approves nothing."""
    assignment = alone(office)
    office.reply(assignment, "60%")
    office.letters()
    office.reply(assignment, "done")
    said = text(one(to(office.letters(), JOYS), "transcript"))
    assert "handed in" in said and "nothing more" in said.lower()
    letters = office.pass_time(at(2026, 12, 12))
    assert to(letters, JOYS) == [] and task(office).state == "in review"


def test_they_are_told_once_and_all_words_are_kept(office: Office) -> None:
    assignment = alone(office)
    said = ("blocked: no login", "question: which list?", "eta: 21 December 5pm", "decline: no time")
    for words in said:
        office.reply(assignment, words)
    assert kinds(to(office.letters(), JOYS)) == [("joy", "transcript")]
    told = morning(office)
    assert all(words in told for words in ("no login", "which list?", "21 December", "no time"))


def test_a_line_under_a_letter_about_several_counts_too(office: Office) -> None:
    give(office, body=LATER)
    give(office, subject="Letters", body=LATER)
    office.mail("Stephanie Miller <stephanie@example.com>", "tasks@example.com", "", "away until 4 December")
    several = one(to(office.letters(), JOYS), "away")
    without(office, "stephanie")
    office.reply(several, "T-1 done\nT-2: which list?")
    said = text(one(to(office.letters(), JOYS), "transcript"))
    assert "no longer here" in said and "Olivia is told" in said
    assert task(office).state == "in review" and task(office, 2).state == "in question"
    told = morning(office)
    assert "T-1 Calldown" in told and "T-2 Letters" in told and "which list?" in told


def test_away_names_nobody_who_is_gone(office: Office) -> None:
    office.reply(alone(office), "away until 20 December")
    said = text(one(to(office.letters(), JOYS), "transcript"))
    assert "stephanie is told" not in said and "you are away until" in said
