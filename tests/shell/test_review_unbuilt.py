"""Words that nothing does yet are told as such, and reach nobody."""

import pytest

from tests.shell.office import Got, Office, at, kinds, one

STEPHANIE = "Stephanie Miller <stephanie@example.com>"


def begin(office: Office) -> tuple[Got, Got]:
    body = "Call everyone.\nDue by Wednesday 5PM Pacific time."
    office.mail(STEPHANIE, "tasks+joy@example.com", "Calldown", body)
    letters = office.letters()
    return one(letters, "assignment"), one(letters, "receipt")


@pytest.mark.parametrize(
    "word",
    ["priority: high", "undo"],
)
def test_the_owner_is_told_and_nothing_is_passed_on(quick: Office, word: str) -> None:
    quick.reply(begin(quick)[1], word)
    letters = quick.letters()
    assert kinds(letters) == [("stephanie", "transcript")]
    assert "not done" in letters[0].text
    task = quick.shop.store.task(1)
    assert task is not None and task.brief.splitlines()[-1].startswith("Due by")


def test_words_beside_it_go_their_way(quick: Office) -> None:
    quick.reply(begin(quick)[1], "nudge\nAlso call Bob.")
    relay = one(quick.letters(), "relay").text
    assert "Also call Bob." in relay and "nudge" not in relay


def test_list_is_another_word_for_status(quick: Office) -> None:
    quick.reply(begin(quick)[1], "list")
    assert kinds(quick.letters()) == [("stephanie", "status")]


def test_what_a_contractor_says_with_one_is_read_in_the_digest(quick: Office) -> None:
    quick.reply(begin(quick)[0], "undo")
    quick.letters()
    digest = next(x for x in quick.pass_time(at(2026, 12, 1, 16)) if x.kind == "digest")
    assert "undo" in digest.text
