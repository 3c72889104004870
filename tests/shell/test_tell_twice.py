"""Several words for the contractor in one mail: one letter, and all of them in it."""

import pytest

from tests.shell.office import Got, Office, one

STEPHANIE = "Stephanie Miller <stephanie@example.com>"


def begin(office: Office) -> Got:
    office.mail(STEPHANIE, "tasks+joy@example.com", "Logo", "Please draw a logo.\nDue: Friday")
    return one(office.letters(), "receipt")


@pytest.mark.parametrize(
    "words",
    [
        "tell Joy: make it blue\ntell Joy: and send the source",
        "tell Joy: make it blue\n\ntell joy: and send the source",
        "tell Joy: make it blue\n\nAnd send the source.",
    ],
)
def test_all_words_reach_her_in_one_letter(quick: Office, words: str) -> None:
    quick.reply(begin(quick), words)
    relay = one([x for x in quick.letters() if x.to == "joy@example.net"], "relay")
    assert "make it blue" in relay.text
    assert "nd send the source" in relay.text
    assert "tell" not in relay.text.lower()


def test_what_is_told_to_somebody_else_is_not_done_and_said(quick: Office) -> None:
    quick.reply(begin(quick), "tell Joy: make it blue\ntell Ben: you are next")
    letters = quick.letters()
    assert "make it blue" in one(letters, "relay").text
    assert "not done" in one(letters, "transcript").text
