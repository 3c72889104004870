"""A task whose owner is in the config no more: another owner takes it over by a word, and until
then the first owner of the house hears of it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from config import load
from tests.practices.hands_kit import LATER, OLIVIA, STEPHANIE, bounce, give, of_kind, opened, task, text
from tests.practices.test_owner_gone import alone, morning, without
from tests.shell.office import Got, Office, at, kinds, one, to

JOYS, OLIV, JOY = "joy@example.net", "olivia@example.com", "Joy Santos <joy@example.net>"
BENS = "Ben Okafor <ben@example.org>"


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    yield from opened(tmp_path)


def digest(office: Office) -> Got:
    """What the first owner of the house reads the next morning."""
    return one(to(of_kind(office.pass_time(at(2026, 12, 1, 16)), "digest"), OLIV), "digest")


def taken(office: Office) -> tuple[Got, Got]:
    """Olivia took Joy's task over in answer to her digest: Joy's assignment, and what Olivia was told."""
    assignment = alone(office)
    office.reply(digest(office), "T-1 take")
    return assignment, one(office.letters(), "transcript")


def test_the_digest_names_the_word(office: Office) -> None:
    alone(office)
    told = text(digest(office))
    assert "T-1 Calldown: its owner, stephanie, is no longer in the config" in told
    assert "Reply T-1 take" in told


def test_a_line_under_the_digest_takes_it(office: Office) -> None:
    """Its history stays, and Joy is told nothing."""
    before = alone(office)
    facts = len(office.shop.store.history(1))
    office.reply(digest(office), "T-1 take")
    letters = office.letters()
    assert kinds(letters) == [("olivia", "transcript")]
    said = text(letters[0])
    assert "T-1 is yours now" in said and "Joy has it" in said
    assert task(office).owner == "olivia" and task(office).contractor == "joy"
    assert len(office.shop.store.history(1)) > facts
    office.reply(before, "question: which list?")
    question = one(office.letters(), "question")
    assert question.to == OLIV
    office.reply(question, "The long one.")
    relay = one(to(office.letters(), JOYS), "relay")
    assert "Olivia" in relay.text and "olivia@example.com" in relay.text
    assert "stephanie" not in relay.text.casefold()


@pytest.mark.parametrize(
    ("subject", "body"),
    [
        ("", "take T-1"),
        ("take T-1", ""),
        ("", "Hi,\n\ntake T-1.\n\nThanks\nOlivia"),
        ("Re: [T-1] Calldown", "take"),
    ],
)
def test_a_fresh_mail_takes_it(office: Office, subject: str, body: str) -> None:
    alone(office)
    office.mail(OLIVIA, "tasks@example.com", subject, body)
    letters = office.letters()
    assert kinds(letters) == [("olivia", "transcript")] and "T-1 is yours now" in text(letters[0])
    assert task(office).owner == "olivia" and office.shop.store.task(2) is None


def test_what_waits_comes_with_it(office: Office) -> None:
    """Her question to answer, and a finished piece to judge, each in its own thread."""
    assignment = alone(office)
    give_second(office)
    office.reply(assignment, "question: which list?")
    office.letters()
    office.mail(OLIVIA, "tasks@example.com", "", "take T-1")
    letters = office.letters()
    assert sorted(kinds(letters)) == [("olivia", "question"), ("olivia", "transcript")]
    office.reply(one(letters, "question"), "The long one.")
    assert "The long one." in one(to(office.letters(), JOYS), "relay").text
    office.reply(assignment, "done\n\nAll are called.")
    review = one(to(office.letters(), OLIV), "review")
    office.reply(review, "approve")
    office.letters()
    assert task(office).state == "approved"


def give_second(office: Office) -> None:
    """Another mail of the house in between changes nothing."""
    office.mail(OLIVIA, "tasks+ben@example.com", "Letters", LATER)
    office.letters()


def test_a_finished_piece_is_shown_and_silence_counts_from_then(office: Office) -> None:
    office.reply(alone(office), "done\n\nAll are called.")
    office.letters()
    office.mail(OLIVIA, "tasks@example.com", "", "take T-1")
    review = one(office.letters(), "review")
    assert review.to == OLIV and task(office).approves_at is not None
    office.reply(review, "redo: call the last three again")
    assert one(to(office.letters(), JOYS), "sent-back")


@pytest.mark.parametrize("words", ["question: which list?", "blocked: no login", "Which list should I use?"])
def test_a_contractor_who_waits_is_not_left_to_the_digest(office: Office, words: str) -> None:
    """One letter to the first owner; what she writes below the word is the answer."""
    office.reply(alone(office), words)
    letters = office.letters()
    assert kinds(letters) == [("olivia", "transcript"), ("joy", "transcript")] or kinds(letters) == [
        ("joy", "transcript"),
        ("olivia", "transcript"),
    ]
    asked = one(to(letters, OLIV), "transcript")
    said = text(asked)
    assert "Joy waits for an answer" in said and words.partition(": ")[2] in said and "T-1 take" in said
    office.reply(asked, "T-1 take\nUse the long list.")
    letters = office.letters()
    assert "Use the long list." in one(to(letters, JOYS), "relay").text
    assert of_kind(letters, "question") == []
    assert task(office).owner == "olivia" and task(office).questions == ()


def test_words_without_the_word_are_passed_on_to_nobody_and_that_is_said(office: Office) -> None:
    office.reply(alone(office), "question: which list?")
    asked = one(to(office.letters(), OLIV), "transcript")
    office.reply(asked, "Use the long list.")
    letters = office.letters()
    assert kinds(letters) == [("olivia", "transcript")]
    said = text(letters[0])
    assert "kept as your private note" in said and "begin a line with its tag" in said
    assert task(office).owner == "stephanie"


def test_what_is_no_question_stays_in_the_digest(office: Office) -> None:
    office.reply(alone(office), "60%")
    assert kinds(office.letters()) == [("joy", "transcript")]


def test_who_is_gone_has_no_say_in_it_when_back(office: Office) -> None:
    """Their old reply address is a former owner's: words are shown, nothing is done."""
    _, receipt = give(office, body=LATER)
    config = (office.folder / "config.yaml").read_text(encoding="utf-8")
    without(office, "stephanie")
    office.mail(OLIVIA, "tasks@example.com", "", "take T-1")
    office.letters()
    (office.folder / "config.yaml").write_text(config, encoding="utf-8")
    office.config = load(office.folder / "config.yaml", {"PW": "x"})
    office.restart()
    office.reply(receipt, "cancel")
    letters = office.letters()
    assert to(letters, JOYS) == [] and task(office).state == "handed over"
    assert task(office).owner == "olivia"


def test_a_reply_address_under_another_name_proves_nothing(office: Office) -> None:
    _, receipt = give(office, body=LATER)
    without(office, "stephanie")
    office.mail(OLIVIA, "tasks@example.com", "", "take T-1")
    office.letters()
    office.reply(receipt, "cancel", sender=STEPHANIE)
    letters = office.letters()
    assert [(x.to, x.kind) for x in letters] == [(OLIV, "knock")]
    assert task(office).state == "handed over"


@pytest.mark.parametrize("who", [JOY, BENS])
def test_no_contractor_takes_it(office: Office, who: str) -> None:
    alone(office)
    office.mail(who, "tasks@example.com", "Re: [T-1] Calldown", "take")
    office.letters()
    assert task(office).owner == "stephanie"


def test_a_task_that_has_an_owner_is_not_taken(office: Office) -> None:
    """Neither another's, nor one's own once more."""
    give(office, body=LATER)
    office.mail(OLIVIA, "tasks@example.com", "", "take T-1")
    said = text(one(to(office.letters(), OLIV), "transcript"))
    assert "not done: T-1 is Stephanie's" in said and task(office).owner == "stephanie"
    office.mail(STEPHANIE, "tasks@example.com", "", "take T-1")
    assert "not done: T-1 is yours already" in text(one(office.letters(), "transcript"))


def test_unproven_it_is_asked_about(office: Office) -> None:
    alone(office)
    office.mail(OLIVIA, "tasks@example.com", "", "take T-1", proven=False)
    asked = one(office.letters(), "confirm")
    assert asked.to == OLIV and task(office).owner == "stephanie" and "T-1" in asked.text
    office.reply(asked, "yes")
    office.letters()
    assert task(office).owner == "olivia"


def test_a_bounce_is_told_in_the_digest(office: Office) -> None:
    assignment = alone(office)
    bounce(office, assignment)
    assert office.letters() == []
    told = morning(office)
    assert "T-1" in told and "did not arrive" in told and "stephanie" in told


def test_a_vacation_reply_is_told_in_the_digest(office: Office) -> None:
    office.reply(
        alone(office),
        "I am out of office until 20 December.",
        headers="Auto-Submitted: auto-replied",
    )
    assert to(office.letters(), OLIV) == []
    told = morning(office)
    assert "T-1" in told and "Joy is away" in told


def test_a_contractor_who_goes_away_is_told_in_the_digest(office: Office) -> None:
    office.reply(alone(office), "away until 20 December")
    assert to(office.letters(), OLIV) == []
    told = morning(office)
    assert "T-1" in told and "Joy is away" in told
