"""Taking over a task whose owner left: how it is written, what is said of it later, and who hears
of such a task while the first owner is away."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from config import load
from tests.practices.hands_kit import LATER, OLIVIA, give, of_kind, opened, task, text
from tests.practices.test_owner_gone import alone
from tests.shell.office import CONFIG, Office, at, kinds, one, to

OLIV, JOYS = "olivia@example.com", "joy@example.net"
PETE, PETES = "Pete Hall <pete@example.com>", "pete@example.com"
THREE = CONFIG.replace(
    "defaults:",
    "  pete: {name: Pete Hall, roles: [owner], addresses: [pete@example.com], "
    "zone: America/Los_Angeles}\ndefaults:",
)


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    yield from opened(tmp_path, THREE)


def left(office: Office) -> None:
    """Stephanie is in the config no more."""
    lines = THREE.splitlines()
    hers = next(n for n, line in enumerate(lines) if line.startswith("  stephanie:"))
    path = office.folder / "config.yaml"
    path.write_text("\n".join([*lines[:hers], *lines[hers + 2 :]]), encoding="utf-8")
    office.config = load(path, {"PW": "x"})
    office.restart()
    office.letters()


@pytest.mark.parametrize(
    "words",
    [
        "please take T-1",
        "I take T-1",
        "I'll take over T-1.",
        "T-1 take over",
        "take T-1, please",
        "take T-1 from Stephanie",
        "Hi,\n\nI will take T-1 over.\n\nOlivia",
    ],
)
def test_it_is_taken_as_people_write_it(office: Office, words: str) -> None:
    give(office, body=LATER)
    left(office)
    office.mail(OLIVIA, "tasks@example.com", "", words)
    assert "T-1 is yours now" in text(one(office.letters(), "transcript"))
    assert task(office).owner == "olivia" and office.shop.store.task(2) is None


@pytest.mark.parametrize("words", ["take T-1 and T-2", "take T-1, T-2", "Take over T-1 & T-2, please."])
def test_several_are_taken_by_one_line(office: Office, words: str) -> None:
    give(office, body=LATER)
    give(office, "ben", "Fence", LATER)
    left(office)
    office.mail(OLIVIA, "tasks@example.com", "", words)
    said = text(one(office.letters(), "transcript"))
    assert "T-1 is yours now" in said and "T-2 is yours now" in said
    assert office.shop.store.task(3) is None


def test_other_sentences_with_the_word_take_nothing(office: Office) -> None:
    give(office, body=LATER)
    left(office)
    for words in ("Take T-1 to the post.", "Who can take T-1?", "do not take T-1"):
        office.mail(OLIVIA, "tasks@example.com", "", words)
        office.letters()
    assert task(office).owner == "stephanie"


@pytest.mark.parametrize("who", [OLIVIA, PETE])
def test_who_took_it_is_not_told_again_that_nobody_has_it(office: Office, who: str) -> None:
    """The digest of the next day: it has an owner, and Joy's words stand in it once at most."""
    assignment, _ = give(office, body=LATER)
    left(office)
    office.reply(assignment, "The first ten are called.")
    office.letters()
    office.mail(who, "tasks@example.com", "", "take T-1")
    letters = office.letters() + office.pass_time(at(2026, 12, 1, 16))
    for digest in of_kind(letters, "digest"):
        assert "no longer in the config" not in text(digest)
    told = [x for x in of_kind(letters, "digest") if "The first ten are called." in text(x)]
    assert [x.to for x in told] == [OLIV if who == OLIVIA else PETES]
    assert text(told[0]).count("The first ten are called.") == 1


def test_silence_agrees_to_a_date_only_after_the_new_owner_had_it_for_two_days(office: Office) -> None:
    """Proposed on Monday, taken on Friday: it holds on Tuesday, and not at once."""
    assignment, _ = give(office, body=LATER)
    office.reply(assignment, "eta: 22 December 5pm")
    office.letters()
    left(office)
    office.pass_time(at(2026, 12, 4, 17, 30))
    office.mail(OLIVIA, "tasks@example.com", "", "take T-1")
    letters = office.letters()
    assert "due-changed" not in [x.kind for x in letters]
    assert "it holds from Tue 8 Dec 2026, 09:30 Pacific" in text(one(letters, "proposal"))
    assert of_kind(office.pass_time(at(2026, 12, 8, 17)), "due-changed") == []
    assert kinds(to(office.pass_time(at(2026, 12, 8, 18)), JOYS)) == [("joy", "due-changed")]


def test_who_waits_for_an_answer_is_heard_while_the_first_owner_is_away(office: Office) -> None:
    """Olivia is away until the tenth, and named Pete."""
    assignment, _ = give(office, body=LATER)
    office.mail(OLIVIA, "tasks@example.com", "", "away until 10 December, ask Pete")
    office.letters()
    left(office)
    office.reply(assignment, "question: which list?")
    letters = office.letters()
    assert sorted(kinds(letters)) == [("joy", "transcript"), ("pete", "transcript")]
    assert "Pete is told: write to pete@example.com" in text(one(to(letters, JOYS), "transcript"))
    office.reply(one(to(letters, PETES), "transcript"), "T-1 take\nThe long one.")
    assert "The long one." in one(to(office.letters(), JOYS), "relay").text


def test_where_nobody_was_named_whoever_is_there_hears_it(office: Office) -> None:
    assignment, _ = give(office, body=LATER)
    office.mail(OLIVIA, "tasks@example.com", "", "away until 10 December")
    office.letters()
    left(office)
    office.reply(assignment, "blocked: no login")
    assert ("pete", "transcript") in kinds(office.letters())
    digest = text(one(to(office.pass_time(at(2026, 12, 1, 16)), PETES), "digest"))
    assert "no longer in the config" in digest and "no login" in digest


def test_with_two_owners_and_one_gone_the_other_hears_it_as_before(tmp_path: Path) -> None:
    for office in opened(tmp_path):
        assignment = alone(office)
        office.reply(assignment, "question: which list?")
        assert ("olivia", "transcript") in kinds(office.letters())
