"""`tell: use blue`, without a name: the one contractor of the task gets it. And how a `nudge` ends."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.practices.hands_kit import LATER, STEPHANIE, give, of_kind, opened, task, text
from tests.practices.own_date_kit import read_by_joy
from tests.shell.office import Got, Office, at, kinds, one, to

STEPH, JOYS = "stephanie@example.com", "joy@example.net"


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    yield from opened(tmp_path)


def status(office: Office, body: str = LATER) -> Got:
    give(office, body=body)
    office.mail(STEPHANIE, subject="status")
    return one(office.letters(), "status")


@pytest.mark.parametrize(
    "line",
    ["T-1 tell: use blue", "T-1: tell: use blue", "T-1 tell: Joy use blue", "T-1 tell joy use blue"],
)
def test_it_goes_to_the_contractor(office: Office, line: str) -> None:
    office.reply(status(office), line)
    letters = office.letters()
    relay = one(to(letters, JOYS), "relay").text
    assert "> use blue" in relay
    assert "passed on to Joy" in text(one(letters, "transcript"))


def test_so_it_does_from_a_letter_about_them(office: Office) -> None:
    give(office, body="Call all.\nDue by Tuesday 9am Pacific time.")
    late = of_kind(to(office.pass_time(at(2026, 12, 2, 20)), STEPH), "late")[0]
    office.reply(late, "tell: use blue")
    assert "> use blue" in one(to(office.letters(), JOYS), "relay").text


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("T-1 tell: Ben: use blue", '"Ben" does not have this task'),
        ("T-1 tell: Ben use blue", '"Ben" does not have this task'),
        ("T-1 tell: Dave: she is slow", '"Dave" does not have this task'),
        ("T-1 tell:", "not done: tell Joy what? Write  tell Joy: ..."),
    ],
)
def test_somebody_elses_name_is_refused(office: Office, line: str, told: str) -> None:
    office.reply(status(office), line)
    letters = office.letters()
    assert to(letters, JOYS) == [] and " ".join(told.split()) in text(one(letters, "transcript"))


def test_nobody_has_it(office: Office) -> None:
    office.mail(STEPHANIE, "tasks@example.com", "Calldown", LATER)
    office.reply(one(office.letters(), "who-for"), "tell: use blue")
    letters = office.letters()
    assert "not done: nobody has this task yet" in text(one(letters, "transcript"))
    assert task(office).contractor == ""


def test_an_own_date_in_it_goes_to_nobody(office: Office) -> None:
    letter = status(office, "Call all.\nDue: 16 December 5pm\nNeed by: 18 December 5pm")
    office.reply(letter, "T-1 tell: use blue. I need it by 18 December.")
    letters = office.letters()
    assert "use blue" in read_by_joy(letters) and "18" not in read_by_joy(letters)


def test_words_beside_it_go_where_plain_words_go(office: Office) -> None:
    _, receipt = give(office, body=LATER)
    office.reply(receipt, "tell: use blue\n\nThe hotels first.")
    relays = " ".join(x.text for x in of_kind(to(office.letters(), JOYS), "relay"))
    assert relays.count("> use blue") == 1 and relays.count("The hotels first.") == 1


@pytest.mark.parametrize(
    ("line", "shown"),
    [
        ("nudge: How is it going.", 'writes: "How is it going."'),
        ("nudge Joy: Send it today!", 'writes: "Send it today!"'),
        ("nudge: how is it", 'writes: "how is it"'),
    ],
)
def test_a_nudge_keeps_how_it_ends(office: Office, line: str, shown: str) -> None:
    _, receipt = give(office, body=LATER)
    office.reply(receipt, line)
    assert shown in text(one(to(office.letters(), JOYS), "probe"))


@pytest.mark.parametrize("line", ["nudge.", "nudge Joy.", "nudge now!"])
def test_a_nudge_without_words_is_one(office: Office, line: str) -> None:
    _, receipt = give(office, body=LATER)
    office.reply(receipt, line)
    assert ("joy", "probe") in kinds(office.letters())


def test_a_title_loses_its_full_stop(office: Office) -> None:
    _, receipt = give(office, body=LATER)
    office.reply(receipt, "title: Blue flyer.")
    office.letters()
    assert task(office).title == "Blue flyer"
