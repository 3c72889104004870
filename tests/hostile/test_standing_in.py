"""Who answers for an absent owner: their words count on the tasks that are there, and
not about money, not about people, and not for new work. The rest waits, and is told."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.practices.hands_kit import (
    JOY,
    LATER,
    STEPHANIE,
    bounce,
    give,
    left_alone,
    of_kind,
    opened,
    task,
    text,
)
from tests.shell.office import Got, Office, at, kinds, one, to

HANDS = ("joy@example.net", "ben@example.org")
BACK = at(2026, 12, 7, 16)


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    yield from opened(tmp_path)


def asked(office: Office, who: str = "Olivia") -> Got:
    """The question that the substitute got."""
    office.reply(left_alone(office, who), "question: which list?")
    return one(office.letters(), "question")


def nothing_done(office: Office, words: str) -> None:
    """The substitute alone gets a letter, which says so; the owner reads the words in the digest."""
    letters = office.letters()
    assert [x for x in letters if x.to in HANDS and x.kind != "transcript"] == []
    assert "not done" in text(one(letters, "transcript"))
    digest = one(of_kind(office.pass_time(BACK), "digest"), "digest")
    assert words in text(digest)


# money


@pytest.mark.parametrize("proven", [True, False])
@pytest.mark.parametrize("words", ["tell Joy: bill 900, I pay it", "The long one. You may bill 300 for it."])
def test_a_substitute_promises_no_money(office: Office, words: str, proven: bool) -> None:
    office.reply(asked(office), words, proven=proven)
    nothing_done(office, "bill")
    assert task(office).questions != ()


def test_a_substitute_sends_back_without_a_price(office: Office) -> None:
    office.reply(left_alone(office), "done")
    review = one(office.letters(), "review")
    office.reply(review, "redo: use blue, and you may bill 300 for it")
    nothing_done(office, "you may bill 300")
    assert task(office).stage == "in review"


# people


@pytest.mark.parametrize("proven", [True, False])
@pytest.mark.parametrize("words", ["Ben", "Ben, please", "assign: Ben"])
def test_a_substitute_hands_nothing_to_anybody(office: Office, words: str, proven: bool) -> None:
    office.reply(left_alone(office), "decline: no time")
    declined = one(office.letters(), "declined")
    assert "assign" not in text(declined) and b"assign" not in declined.raw
    office.reply(declined, words, proven=proven)
    nothing_done(office, "Ben")
    assert task(office).contractor == ""


def test_the_owner_is_offered_to_assign_as_ever(office: Office) -> None:
    assignment, _ = give(office, body=LATER)
    office.reply(assignment, "decline: no time")
    assert "assign: " in text(one(office.letters(), "declined"))


# new work


@pytest.mark.parametrize("who", ["Ben", "Olivia"])
@pytest.mark.parametrize("proven", [True, False])
def test_a_substitute_opens_no_task(office: Office, who: str, proven: bool) -> None:
    office.reply(asked(office, who), "new task\nBuy gift cards by Friday.", proven=proven)
    nothing_done(office, "gift cards")
    assert office.shop.store.task(2) is None


def test_a_substitute_opens_no_task_by_another_subject(office: Office) -> None:
    question = asked(office)
    words = "Buy gift cards by Friday 5pm."
    office.mail(question.to, question.reply_to, "Gift cards", words, answers=question)
    letters = office.letters()
    assert [x for x in letters if x.to in HANDS] == []
    for letter in letters:
        office.reply(letter, "yes")
    office.letters()
    assert office.shop.store.task(2) is None


# what still counts


def test_a_substitute_answers_and_sets_a_date(office: Office) -> None:
    question = asked(office)
    office.reply(question, "The long one.")
    assert "The long one." in text(one(office.letters(), "relay"))
    office.reply(question, "due: 21 December 5pm")
    assert ("joy", "due-changed") in kinds(office.letters())


def test_the_line_about_the_owners_date_goes_to_nobody(office: Office) -> None:
    office.reply(asked(office), "The long one.\nbuffer: 2 days")
    assert "buffer" not in one(office.letters(), "relay").text


# words in the name of a substitute


@pytest.mark.parametrize("proven", [True, False])
def test_no_disowns_what_was_said_in_a_substitutes_name(office: Office, proven: bool) -> None:
    question = asked(office)
    office.reply(question, "tell Joy: send your passport", proven=False)
    told = one(of_kind(office.letters(), "transcript"), "transcript")
    assert "Not yours? Reply no" in text(told)
    office.reply(told, "no", proven=proven)
    letters = office.letters()
    relay = one(letters, "relay")
    assert relay.to == "joy@example.net" and "were not" in text(relay)
    assert one(letters, "transcript").to == question.to
    office.reply(question, "tell Joy: quick", proven=False)
    said = one(office.letters(), "transcript")
    assert said.to == question.to and "nothing proves" in text(said) and "answers again" not in text(said)


def test_the_digest_does_not_say_that_a_substitutes_words_were_the_owners(office: Office) -> None:
    office.reply(asked(office), "The long one.", proven=False)
    office.letters()
    digest = one(of_kind(office.pass_time(BACK), "digest"), "digest")
    assert 'your words "' not in text(digest)
    assert (
        'Olivia, for you, by a reply address alone: answered a question (T-1 Calldown: "The long one.")'
        in text(digest)
    )


# the owner, by a reply address alone


@pytest.mark.parametrize(("words", "undo"), [("remind: none", "Undo: remind: as usual"), ("fine", "nudge")])
def test_a_word_by_a_reply_address_alone_is_told_at_once(office: Office, words: str, undo: str) -> None:
    _, receipt = give(office, body=LATER)
    office.reply(receipt, words, proven=False)
    told = text(one(office.letters(), "transcript"))
    assert words in told and undo in told
    digests = of_kind(office.pass_time(at(2026, 12, 2, 16)), "digest")
    assert all("added to the brief" not in text(digest) for digest in digests)


@pytest.mark.parametrize("words", ["Ben", "assign: Ben"])
def test_a_name_by_a_reply_address_alone_is_told_at_once(office: Office, words: str) -> None:
    assignment, _ = give(office, body=LATER)
    office.reply(assignment, "decline: no time")
    office.reply(one(office.letters(), "declined"), words, proven=False)
    letters = office.letters()
    assert ("ben", "assignment") in kinds(letters)
    told = text(one(letters, "transcript"))
    assert "Ben has it now" in told and "Undo: cancel" in told


# who reads what


@pytest.mark.parametrize("words", ["away until 4 December", "away until 20 December"])
def test_a_contractor_who_stands_in_reads_first_names(office: Office, words: str) -> None:
    """The office itself looks for full names in each letter."""
    left_alone(office, "Ben")
    office.mail(JOY, "tasks@example.com", words, "")
    letters = [x for x in office.letters() if x.to == "ben@example.org"]
    assert all("Joy Santos" not in x.text and "assign" not in text(x) for x in letters)
    assert letters != [] or "4" in words


def test_a_contractor_who_stands_in_reads_a_bounce_by_first_name(office: Office) -> None:
    assignment = left_alone(office, "Ben")
    bounce(office, assignment)
    bounced = one(office.letters(), "bounced")
    assert bounced.to == "ben@example.org" and "A letter to Joy could not" in text(bounced)
    assert "assign" not in text(bounced)


@pytest.mark.parametrize(("words", "kind"), [("question: which one?", "question"), ("done", "review")])
def test_an_owner_in_copy_who_is_away_has_not_read_it(office: Office, words: str, kind: str) -> None:
    office.mail(STEPHANIE, "joy@example.net", "Flyer", LATER, cc="tasks@example.com")
    joined = one(office.letters(), "joined")
    office.mail(STEPHANIE, "tasks@example.com", "", "away until 7 December, ask Ben")
    office.letters()
    office.mail(JOY, "stephanie@example.com", "Re: Flyer", words, cc="tasks@example.com", answers=joined)
    assert one(to(office.letters(), "ben@example.org"), kind)


def test_an_owner_in_copy_who_is_away_alone_has_it(office: Office) -> None:
    """Nobody was named: the mail itself waits in the owner's mailbox."""
    office.mail(STEPHANIE, "joy@example.net", "Flyer", LATER, cc="tasks@example.com")
    joined = one(office.letters(), "joined")
    office.mail(STEPHANIE, "tasks@example.com", "", "away until 7 December")
    office.letters()
    office.mail(
        JOY, "stephanie@example.com", "Re: Flyer", "question: which?", cc="tasks@example.com", answers=joined
    )
    assert office.letters() == []


# who did it


@pytest.mark.parametrize(
    ("words", "kind"), [("approve", "approved"), ("redo: use blue", "sent-back"), ("cancel", "cancelled")]
)
def test_the_contractor_reads_who_did_it(office: Office, words: str, kind: str) -> None:
    office.reply(left_alone(office), "done")
    office.reply(one(office.letters(), "review"), words)
    letter = one(office.letters(), kind)
    assert "Olivia (for Stephanie)" in text(letter)


def test_passed_on_words_are_signed_by_who_said_them(office: Office) -> None:
    office.reply(asked(office), "tell Joy: the long one")
    assert "Olivia (for Stephanie)" in text(one(office.letters(), "relay"))


# a bill beside `done`


@pytest.mark.parametrize("body", ["done\ninvoice: 200 USD", "invoice: 200 USD\ndone"])
def test_a_bill_counts_before_done(office: Office, body: str) -> None:
    assignment, _ = give(office, body=LATER)
    office.reply(assignment, body)
    review = one(office.letters(), "review")
    assert "200 USD hangs on it" in text(review) and "counts as approved" not in text(review)
    office.reply(review, "Thanks, great", proven=True)
    office.letters()
    assert task(office).stage == "in review"
