"""One open question for each task: what is asked later joins it, and a yes counts
for all that its letter lists and for nothing else."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from language.promised_money import promises_money
from tests.hostile.kit import STEPHANIE, Siege, besieged
from tests.shell.office import Got, kinds, one

TASKS = "tasks@example.com"


@pytest.fixture
def siege(tmp_path: Path) -> Iterator[Siege]:
    with besieged(tmp_path) as opened:
        yield opened


def flat(letter: Got) -> str:
    return " ".join(letter.text.split())


def review(siege: Siege) -> Got:
    """A finished task with a bill: money hangs on each word."""
    assignment, _ = siege.begin()
    siege.office.reply(assignment, "done\ninvoice: 120 USD")
    return one(siege.office.letters(), "review")


def asked(siege: Siege, letter: Got, words: str) -> Got:
    """By a reply address alone: the question it brings."""
    siege.office.now += timedelta(minutes=10)
    siege.office.reply(letter, words, proven=False)
    return one(siege.office.letters(), "confirm")


def by_tag(siege: Siege, words: str, *, proven: bool = True) -> list[Got]:
    """Outside the thread, proven by the mail server or not at all."""
    siege.office.now += timedelta(minutes=10)
    siege.office.mail(STEPHANIE, TASKS, "Re: [T-1] Calldown", words, proven=proven)
    return siege.office.letters()


def yes(siege: Siege, letter: Got, word: str = "yes") -> list[Got]:
    siege.office.reply(letter, word, proven=False)
    return siege.office.letters()


def paid(siege: Siege) -> bool:
    task = siege.store.task(1)
    assert task is not None
    return task.bills[0].paid_at is not None


def state(siege: Siege) -> str:
    task = siege.store.task(1)
    assert task is not None
    return task.state


def test_the_later_letter_lists_both_and_one_yes_does_both(siege: Siege) -> None:
    letter = review(siege)
    asked(siege, letter, "approve")
    both = asked(siege, letter, "paid")
    assert '"approve" on T-1' in flat(both) and '"paid" on T-1' in flat(both)
    assert "counts for" in flat(both)
    yes(siege, both)
    assert state(siege) == "approved" and paid(siege)
    assert siege.held() == []


def test_a_yes_to_the_first_letter_counts_for_what_that_one_lists(siege: Siege) -> None:
    letter = review(siege)
    first, both = asked(siege, letter, "approve"), asked(siege, letter, "paid")
    yes(siege, first)
    assert state(siege) == "approved" and not paid(siege)
    yes(siege, both)
    assert paid(siege) and siege.held() == []


def test_a_no_to_the_later_letter_drops_what_it_lists(siege: Siege) -> None:
    letter = review(siege)
    first, both = asked(siege, letter, "approve"), asked(siege, letter, "paid")
    assert yes(siege, both, "no") == []
    assert siege.held() == [] and state(siege) == "in review" and not paid(siege)
    told = one(yes(siege, first), "transcript")
    assert "was dropped already" in flat(told) and state(siege) == "in review"


def test_what_was_answered_by_itself_is_not_done_again(siege: Siege) -> None:
    letter = review(siege)
    first, both = asked(siege, letter, "paid"), asked(siege, letter, "approve")
    yes(siege, first, "no")
    yes(siege, both)
    assert state(siege) == "approved" and not paid(siege)


def test_a_yes_never_carries_what_is_weaker_than_the_mail_it_is_about(siege: Siege) -> None:
    """Somebody with a stolen letter has asked for `paid`; she does not see it, and
    writes `approve` herself. Her yes to her own word is no yes to theirs."""
    letter = review(siege)
    thief = asked(siege, letter, "paid")
    hers = one(by_tag(siege, "approve"), "confirm")
    assert '"paid"' not in hers.text and "H-1" not in hers.text
    yes(siege, hers)
    assert state(siege) == "approved" and not paid(siege)
    assert "took the place of this question" in flat(one(yes(siege, thief), "transcript"))
    assert not paid(siege) and len(siege.held()) == 1


def test_what_gave_way_is_told_in_the_next_digest(siege: Siege) -> None:
    asked(siege, review(siege), "paid")
    by_tag(siege, "approve")
    letters = siege.office.pass_time(siege.office.now + timedelta(days=1))
    digest = next(x for x in letters if x.kind == "digest")
    assert "H-1" in digest.text and "a better proven mail about T-1" in flat(digest)


def test_a_whole_bundle_gives_way_to_better_proof(siege: Siege) -> None:
    letter = review(siege)
    first, both = asked(siege, letter, "paid"), asked(siege, letter, "paid: 120 USD")
    by_tag(siege, "redo: look at the totals")
    for question in (first, both):
        yes(siege, question)
    assert not paid(siege)


def test_a_proven_word_is_listed_beside_a_weaker_newer_one(siege: Siege) -> None:
    letter = review(siege)
    one(by_tag(siege, "approve"), "confirm")
    both = asked(siege, letter, "paid")
    assert '"approve" on T-1' in flat(both) and '"paid" on T-1' in flat(both)
    yes(siege, both)
    assert state(siege) == "approved" and paid(siege)


def test_what_nothing_proves_joins_nothing(siege: Siege) -> None:
    siege.begin()
    one(by_tag(siege, "cancel"), "confirm")
    assert kinds(by_tag(siege, "hold", proven=False)) == [("stephanie", "knock")]
    later = one(by_tag(siege, "title: Calls"), "confirm")
    assert '"hold"' not in later.text and '"cancel"' in later.text


def test_questions_about_two_tasks_stay_two(siege: Siege) -> None:
    letter = review(siege)
    siege.begin("ben", "Flyer")
    asked(siege, letter, "paid")
    siege.office.mail(STEPHANIE, TASKS, "Re: [T-2] Flyer", "cancel")
    other = one(siege.office.letters(), "confirm")
    assert '"paid"' not in other.text
    yes(siege, other)
    assert not paid(siege)


def test_new_tasks_are_asked_about_one_by_one(siege: Siege) -> None:
    for n in range(2):
        siege.office.mail(STEPHANIE, "tasks+joy@example.com", f"Roof {n}", "Mend it.", proven=False)
    letters = [x for x in siege.office.letters() if x.kind == "confirm"]
    assert len(letters) == 2 and "Roof 0" not in letters[1].text
    yes(siege, letters[1])
    assert [t.title for t in siege.store.tasks()] == ["Roof 1"]


def test_a_second_answer_to_a_digest_joins_the_first(siege: Siege) -> None:
    review(siege)
    letters = siege.office.pass_time(siege.office.now + timedelta(days=1))
    digest = next(x for x in letters if x.kind == "digest")
    first = asked(siege, digest, "T-1 approve")
    both = asked(siege, digest, "T-1 paid")
    assert "T-1 approve" in flat(both) and "T-1 paid" in flat(both) and "T-1 paid" not in first.text
    yes(siege, both)
    assert state(siege) == "approved" and paid(siege) and siege.held() == []


def test_a_flood_of_words_lists_a_few_and_loses_none(siege: Siege) -> None:
    letter = review(siege)
    last = letter
    for n in range(14):
        last = asked(siege, letter, f"paid: {n + 1} USD")
    assert flat(last).count("on T-1, Calldown") <= 10
    assert len(siege.held()) == 14
    yes(siege, last)
    assert len(siege.held()) == 4


def test_the_questions_survive_a_restart(siege: Siege) -> None:
    letter = review(siege)
    asked(siege, letter, "approve")
    both = asked(siege, letter, "paid")
    siege.office.restart()
    yes(siege, both)
    assert state(siege) == "approved" and paid(siege)


# words of money that are no command

PROMISES = [
    "You may bill 900.",
    "budget: 900",
    "Budget: $900",
    "The budget is 900 now.",
    "You can charge up to $500 for it.",
    "I'll pay you 200 USD extra for the weekend.",
    "Please invoice me for 900",
    "tell Joy: you may bill 900",
    "title: Calls\nPrice: 500",
    "You may bill\n900 for this.",
    "Bill whatever you need.",
    "Fee: nine hundred dollars",
    "There is a bonus of 50 euros in it for you.",
    "You may spend 300 on it.",
    "Du darfst 900 Euro berechnen.",
]
PLAIN = [
    "Please call 900 people.",
    "budget: 3h",
    "Use the list from May, rows 7 to 90.",
    "Please ask Bill about it.",
    "Print 500 flyers by Friday.",
    "The room is 12, and 30 people come.",
]


@pytest.mark.parametrize("words", PROMISES)
def test_a_promise_of_money_by_a_reply_address_is_asked_about(siege: Siege, words: str) -> None:
    _, receipt = siege.begin()
    siege.office.reply(receipt, words, proven=False)
    letters = siege.office.letters()
    assert kinds(letters) == [("stephanie", "confirm")], kinds(letters)
    assert "money hangs on it" in flat(letters[0])
    yes(siege, letters[0])
    assert siege.held() == []


@pytest.mark.parametrize("words", PLAIN)
def test_what_promises_none_goes_its_ordinary_way(siege: Siege, words: str) -> None:
    _, receipt = siege.begin()
    siege.office.reply(receipt, words, proven=False)
    assert ("joy", "relay") in kinds(siege.office.letters())


def test_a_promise_with_full_proof_is_passed_on_at_once(siege: Siege) -> None:
    _, receipt = siege.begin()
    siege.office.reply(receipt, "You may bill 900.")
    assert kinds(siege.office.letters()) == [("joy", "relay")]


def test_a_promise_in_a_line_of_a_digest_is_asked_about(siege: Siege) -> None:
    siege.begin()
    letters = siege.office.pass_time(siege.office.now + timedelta(days=2))
    digest = next(x for x in letters if x.kind == "digest")
    siege.office.reply(digest, "T-1 tell Joy: you may bill 900", proven=False)
    assert kinds(siege.office.letters()) == [("stephanie", "confirm")]


def test_a_promise_in_a_subject_of_its_own_is_asked_about(siege: Siege) -> None:
    """Another Subject reaches the contractor above the words."""
    _, receipt = siege.begin()
    siege.office.mail(
        STEPHANIE, receipt.reply_to, "You may bill 900", "As we said.", answers=receipt, proven=False
    )
    assert kinds(siege.office.letters()) == [("stephanie", "confirm")]


def test_a_promise_under_a_quoted_question_is_asked_about(siege: Siege) -> None:
    assignment, _ = siege.begin()
    siege.office.reply(assignment, "question: what may it cost?")
    siege.office.letters()
    letters = siege.office.pass_time(siege.office.now + timedelta(days=1))
    digest = next(x for x in letters if x.kind == "digest")
    body = "> what may it cost?\n\nYou may bill 900."
    siege.office.mail(STEPHANIE, digest.reply_to, f"Re: {digest.subject}", body, answers=digest, proven=False)
    letters = siege.office.letters()
    assert "relay" not in [x.kind for x in letters]


@pytest.mark.parametrize("tail", [" and" * 4000, "$" * 4000, "9" * 20000, "pay " * 5000, "1 h " * 4000])
def test_a_promise_is_looked_for_in_no_time(tail: str) -> None:
    assert promises_money(f"You may bill 900{'.' if tail[0] != '9' else ' '}{tail}") in (True, False)
    assert not promises_money("We met yesterday." + tail.replace("$", "x").replace("pay", "say"))
