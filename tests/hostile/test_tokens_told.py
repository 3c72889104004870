"""What a reply address alone brought about, in an owner's name: done, and told to
the registered address at once, with the word that takes it back."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from tests.hostile.kit import JOY, STEPHANIE, Siege, besieged
from tests.shell.office import Got, kinds, one


@pytest.fixture
def siege(tmp_path: Path) -> Iterator[Siege]:
    with besieged(tmp_path) as opened:
        yield opened


def flat(letter: Got) -> str:
    return " ".join(letter.text.split())


def next_digest(siege: Siege) -> Got:
    letters = siege.office.pass_time(siege.office.now + timedelta(days=2))
    return next(letter for letter in letters if letter.kind == "digest")


def told(siege: Siege, letter: Got, words: str, *, proven: bool = False) -> Got:
    """The one letter to the owner about words in her name."""
    siege.office.reply(letter, words, sender=STEPHANIE, proven=proven)
    mine = [x for x in siege.office.letters() if x.to == "stephanie@example.com"]
    assert [x.kind for x in mine] == ["transcript"], kinds(mine)
    return mine[0]


def state(siege: Siege) -> str:
    return siege.store.open_tasks()[0].state if siege.store.open_tasks() else "closed"


def test_a_title_is_told_with_the_former_one(siege: Siege) -> None:
    letter = told(siege, siege.begin()[1], "title: Owned")
    assert "Undo: title: Calldown" in flat(letter)
    siege.office.reply(letter, "title: Calldown")
    siege.office.letters()
    assert siege.store.open_tasks()[0].title == "Calldown"


def test_a_former_title_that_is_hostile_stays_one_line(siege: Siege) -> None:
    _, receipt = siege.begin(title="Calls\u2028Undo: paid")
    letter = told(siege, receipt, "title: Owned")
    assert not any(line.startswith("Undo: paid") for line in letter.text.splitlines())


def test_cancel_is_taken_back_by_resume_and_the_contractor_is_told(siege: Siege) -> None:
    assignment, receipt = siege.begin()
    siege.office.reply(assignment, "accept")
    siege.office.letters()
    letter = told(siege, receipt, "cancel")
    assert "Undo: resume" in flat(letter) and siege.store.open_tasks() == []
    siege.office.reply(letter, "resume")
    relay = one(siege.office.letters(), "relay")
    assert relay.to == "joy@example.net" and "goes on" in relay.text
    assert state(siege) == "accepted"


@pytest.mark.parametrize("words", ["accept", "done", ""])
def test_a_task_taken_up_again_stands_where_it_stood(siege: Siege, words: str) -> None:
    assignment, receipt = siege.begin()
    if words:
        siege.office.reply(assignment, words)
        siege.office.letters()
    before = siege.store.open_tasks()[0].state
    siege.office.reply(receipt, "cancel")
    cancelled = one(siege.office.letters(), "transcript")
    siege.office.now += timedelta(hours=1)
    siege.office.reply(cancelled, "resume")
    siege.office.letters()
    assert state(siege) == before


def test_a_task_taken_up_again_goes_through_to_its_end(siege: Siege) -> None:
    assignment, receipt = siege.begin()
    siege.office.reply(receipt, "cancel")
    siege.office.reply(one(siege.office.letters(), "transcript"), "resume")
    siege.office.letters()
    siege.office.reply(assignment, "done")
    review = one(siege.office.letters(), "review")
    siege.office.reply(review, "approve")
    assert ("joy", "approved") in kinds(siege.office.letters())


def test_the_contractor_cannot_take_up_what_was_cancelled(siege: Siege) -> None:
    assignment, receipt = siege.begin()
    siege.office.reply(receipt, "cancel")
    siege.office.letters()
    siege.office.reply(assignment, "resume")
    siege.office.letters()
    assert siege.store.open_tasks() == []


def test_a_task_nobody_has_is_cancelled_and_taken_up(siege: Siege) -> None:
    siege.office.mail(STEPHANIE, "tasks@example.com", "Roof", "Mend it by Friday.")
    asks = one(siege.office.letters(), "who-for")
    siege.office.reply(asks, "cancel")
    siege.office.reply(one(siege.office.letters(), "transcript"), "resume")
    siege.office.letters()
    assert len(siege.store.open_tasks()) == 1


@pytest.mark.parametrize("words", ["Stop the work at once.", "tell Joy: stop the work at once"])
def test_words_passed_on_are_told_at_once_with_no(siege: Siege, words: str) -> None:
    """They cannot be unsaid; that they were not the owner's can be said."""
    _, receipt = siege.begin()
    letter = told(siege, receipt, words)
    assert "passed on to Joy" in flat(letter) and "cannot be unsaid" in flat(letter)
    assert letter.text.splitlines()[1] == "Not yours? Reply no."
    siege.office.reply(letter, "no")
    relay = one(siege.office.letters(), "relay")
    assert relay.to == "joy@example.net" and "not Stephanie's" in flat(relay)
    assert "top the work at once" in flat(relay)
    brief = siege.store.open_tasks()[0].brief
    assert "Stop the work" not in brief and "Call everyone" in brief


def test_after_no_that_reply_address_proves_nothing_any_more(siege: Siege) -> None:
    """Whoever wrote it has the address, and would go on."""
    _, receipt = siege.begin()
    siege.office.reply(told(siege, receipt, "Stop the work at once."), "no")
    siege.office.letters()
    before = siege.picture()
    siege.office.reply(receipt, "cancel", proven=False)
    assert {x.kind for x in siege.office.letters()} <= {"confirm", "knock"}
    assert siege.picture() == before
    siege.office.reply(receipt, "due: Thursday 3pm")
    assert ("joy", "due-changed") in kinds(siege.office.letters())


def test_a_no_without_proof_does_no_harm_that_proof_does_not_mend(siege: Siege) -> None:
    """The thief of a letter disowns the owner's words: she hears of it."""
    _, receipt = siege.begin()
    letter = told(siege, receipt, "Please use the list from May.")
    siege.office.reply(letter, "no", proven=False)
    assert ("stephanie", "transcript") in kinds(siege.office.letters())


def test_only_an_answer_to_that_letter_disowns(siege: Siege) -> None:
    """A contractor's no, or a no to another letter, takes nothing back."""
    _, receipt = siege.begin()
    letter = told(siege, receipt, "Please use the list from May.")
    siege.office.mail(JOY, letter.reply_to, "Re: it", "no", answers=letter)
    siege.office.letters()
    assert "the list from May" in siege.store.open_tasks()[0].brief


def test_an_answer_to_a_question_stays_a_line_in_the_digest(siege: Siege) -> None:
    """Who has no proof at all must be able to live with it."""
    assignment, _ = siege.begin()
    siege.office.reply(assignment, "question: which list?")
    question = one(siege.office.letters(), "question")
    siege.office.reply(question, "The one from May.", proven=False)
    assert kinds(siege.office.letters()) == [("joy", "relay")]
    digest = next_digest(siege)
    assert "by a reply address alone" in flat(digest)


def test_thanks_and_what_reached_nobody_need_no_letter(siege: Siege) -> None:
    _, receipt = siege.begin()
    siege.office.reply(receipt, "Thank you!", proven=False)
    assert siege.office.letters() == []


@pytest.mark.parametrize(
    "words", ["due: Friday 3pm", "hold", "assign: ben", "title: X", "tell Joy: be quick"]
)
def test_what_is_proven_needs_no_undo_letter_beyond_the_usual(siege: Siege, words: str) -> None:
    _, receipt = siege.begin()
    siege.office.reply(receipt, words)
    assert not [x for x in siege.office.letters() if "Not yours?" in x.text]


def test_a_date_agreed_by_a_reply_address_is_told_with_the_former(siege: Siege) -> None:
    assignment, _ = siege.begin()
    siege.office.reply(assignment, "eta: next Tuesday 3pm")
    proposal = one(siege.office.letters(), "proposal")
    letter = told(siege, proposal, "ok")
    assert "Undo: due: " in flat(letter)


@pytest.mark.parametrize("trick", ["due: blah", "due: Friday 3pm", "title: Undo: paid?"])
def test_no_other_word_beside_it_takes_the_no_away(siege: Siege, trick: str) -> None:
    _, receipt = siege.begin()
    letter = told_among(siege, receipt, f"tell Joy: stop the work\n{trick}")
    siege.office.reply(letter, "no")
    assert "not Stephanie's" in flat(one(siege.office.letters(), "relay"))


def told_among(siege: Siege, letter: Got, words: str) -> Got:
    siege.office.reply(letter, words, sender=STEPHANIE, proven=False)
    return one(siege.office.letters(), "transcript")


def test_a_title_that_looks_like_an_undo_hides_none(siege: Siege) -> None:
    letter = told(siege, siege.begin()[1], "title: Undo: paid?")
    assert "Undo: title: Calldown" in flat(letter)


def test_what_a_digests_line_passes_on_offers_no_word_that_does_nothing(siege: Siege) -> None:
    siege.begin()
    digest = next_digest(siege)
    siege.office.reply(digest, "T-1 tell Joy: be quick", proven=False)
    letter = one(siege.office.letters(), "transcript")
    assert "cannot be unsaid" in flat(letter) and "Reply no" not in flat(letter)
