"""Questions by code: a forgery never keeps an owner from a word of their own, and
an owner's word is never held in silence."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from tests.hostile.forger_codes import OLIVIA
from tests.hostile.kit import STEPHANIE, Siege, besieged
from tests.shell.office import Got, kinds, one

TASKS = "tasks@example.com"
ABOUT = "Re: [T-1] Calldown"


@pytest.fixture
def siege(tmp_path: Path) -> Iterator[Siege]:
    with besieged(tmp_path) as opened:
        opened.begin()
        yield opened


def says(siege: Siege, body: str, *, proven: bool) -> list[Got]:
    """Her word under the task's tag, outside its thread; what it brought about."""
    siege.office.now += timedelta(minutes=10)
    siege.office.mail(STEPHANIE, TASKS, ABOUT, body, proven=proven)
    return siege.office.letters()


def state(siege: Siege) -> str:
    task = siege.store.task(1)
    assert task is not None
    return task.state


def digest(siege: Siege) -> Got:
    office = siege.office
    return next(x for x in office.pass_time(office.now + timedelta(days=2)) if x.kind == "digest")


def test_a_forged_question_does_not_gag_the_owner(siege: Siege) -> None:
    forged = one(says(siege, "hold", proven=False), "confirm")
    hers = one(says(siege, "cancel", proven=True), "confirm")
    assert '"cancel" on T-1' in hers.text
    siege.office.reply(forged, "yes")
    told = one(siege.office.letters(), "transcript")
    assert "took the place of this question" in told.text and "H-1 is still held" in told.text
    assert state(siege) == "handed over"
    siege.office.reply(hers, "yes")
    siege.office.letters()
    assert state(siege) == "cancelled"


def test_what_was_asked_first_is_told_in_the_next_digest(siege: Siege) -> None:
    says(siege, "hold", proven=False)
    says(siege, "cancel", proven=True)
    told = digest(siege)
    assert told.text.count("H-1") >= 1 and "a better proven mail about T-1" in " ".join(told.text.split())
    assert "H-2" not in told.text


def test_a_forgery_never_takes_the_place_of_a_proven_question(siege: Siege) -> None:
    hers = one(says(siege, "cancel", proven=True), "confirm")
    assert kinds(says(siege, "hold", proven=False)) == [("stephanie", "knock")]
    assert says(siege, "approve", proven=False) == []  # one knock a day, the rest stands in the digest
    siege.office.reply(hers, "yes", proven=False)
    siege.office.letters()
    assert state(siege) == "cancelled"


def test_a_second_forgery_knocks_once_that_day(siege: Siege) -> None:
    assert kinds(says(siege, "hold", proven=False)) == [("stephanie", "confirm")]
    assert kinds(says(siege, "cancel", proven=False)) == [("stephanie", "knock")]
    assert says(siege, "approve", proven=False) == []
    assert len(siege.held()) == 3


def test_a_second_word_of_money_has_its_own_question(siege: Siege) -> None:
    office = siege.office
    office.mail(STEPHANIE, "tasks+ben@example.com", "Flyer", "Draw a flyer by Friday. Budget: $120")
    office.reply(one(office.letters(), "assignment"), "done\ninvoice: 120 USD")
    review = one(office.letters(), "review")
    office.reply(review, "approve", proven=False)
    first = one(office.letters(), "confirm")
    office.now += timedelta(minutes=10)
    office.reply(review, "paid", proven=False)
    second = one(office.letters(), "confirm")
    assert '"approve" on T-2' in first.text and '"paid" on T-2' in second.text
    office.reply(first, "yes", proven=False)
    office.reply(second, "yes", proven=False)
    office.letters()
    task = siege.store.task(2)
    assert task is not None and task.state == "approved" and task.bills[0].paid_at is not None


def test_after_its_time_a_question_holds_nothing_up(siege: Siege) -> None:
    says(siege, "hold", proven=False)
    siege.office.now += timedelta(hours=48)
    assert [x.kind for x in says(siege, "cancel", proven=False)].count("confirm") == 1


def test_fifty_forged_questions_do_not_use_up_the_owners_own(siege: Siege) -> None:
    for n in range(50):
        siege.office.now += timedelta(minutes=3)
        siege.office.mail(STEPHANIE, "tasks+joy@example.com", f"Roof {n}", "Mend it by Friday.", proven=False)
        assert kinds(siege.office.letters()) == [("stephanie", "confirm")]
    assert kinds(says(siege, "hold", proven=False)) == [("stephanie", "knock")]
    assert kinds(says(siege, "cancel", proven=True)) == [("stephanie", "confirm")]


def begin_code(siege: Siege) -> Got:
    siege.office.mail(STEPHANIE, "tasks+joy@example.com", "Roof", "Mend it by Friday.", proven=False)
    return one(siege.office.letters(), "confirm")


def by_tag(siege: Siege, letter: Got, body: str, *, proven: bool = True) -> list[Got]:
    """An answer from a client that lost the reply address and the References."""
    siege.office.mail(STEPHANIE, TASKS, f"Re: {letter.subject}", body, proven=proven)
    return siege.office.letters()


def test_a_proven_yes_under_the_questions_subject_is_its_answer(siege: Siege) -> None:
    letter = begin_code(siege)
    assert kinds(by_tag(siege, letter, "Yes, it is mine.")) == [
        ("joy", "assignment"),
        ("stephanie", "receipt"),
    ]


def test_a_proven_no_under_the_questions_subject_is_its_answer(siege: Siege) -> None:
    assert by_tag(siege, begin_code(siege), "no") == []
    assert siege.held() == []


def test_an_unproven_yes_under_the_questions_subject_is_none(siege: Siege) -> None:
    """Everybody can guess H-1: what nothing proves lets nothing in."""
    letter = begin_code(siege)
    assert {x.kind for x in by_tag(siege, letter, "yes", proven=False)} <= {"confirm", "knock"}
    assert len(list(siege.store.tasks())) == 1


def test_another_owners_yes_under_the_questions_subject_is_none(siege: Siege) -> None:
    letter = begin_code(siege)
    siege.office.mail(OLIVIA, TASKS, f"Re: {letter.subject}", "yes")
    siege.office.letters()
    assert len(list(siege.store.tasks())) == 1


def test_where_money_hangs_the_subject_alone_is_not_enough(siege: Siege) -> None:
    """A for the word and A for the yes are not two proofs: the code's own letter has to be answered."""
    letter = one(says(siege, "paid", proven=True), "confirm")
    told = one(by_tag(siege, letter, "yes"), "transcript")
    assert "reply to that letter itself" in " ".join(told.text.split())
    siege.office.reply(letter, "yes")
    assert "paid" in one(siege.office.letters(), "transcript").text


def test_each_answer_that_is_not_understood_is_told(siege: Siege) -> None:
    letter = begin_code(siege)
    for words in ("What is this?", "And what is that?"):
        siege.office.reply(letter, words, proven=False)
        assert "Write: yes, or no" in one(siege.office.letters(), "transcript").text


def test_five_answers_that_are_not_understood_end_it(siege: Siege) -> None:
    """Two programs could go on for ever; the next digest has the mail, once its time is over."""
    letter, told = begin_code(siege), list[Got]()
    for n in range(9):
        siege.office.now += timedelta(minutes=30)
        siege.office.reply(letter, f"What is number {n} of these about?", proven=False)
        told += siege.office.letters()
    assert 2 <= [x.kind for x in told].count("transcript") <= 5


def test_a_code_for_a_digest_names_every_line_it_confirms(siege: Siege) -> None:
    told = digest(siege)
    siege.office.reply(told, "T-1 great, thanks\nT-1 paid\nT-1 unpaid", proven=False)
    letter = " ".join(one(siege.office.letters(), "confirm").text.split())
    assert "T-1 paid" in letter and "T-1 unpaid" in letter and "T-1 great, thanks" in letter


def test_each_answer_to_a_digest_has_its_own_question(siege: Siege) -> None:
    """Each proven mail has its own question; docs/who-may-do-what.md says so."""
    told = digest(siege)
    for words in ("T-1 paid", "T-1 paid\nT-1 hold"):
        siege.office.now += timedelta(minutes=20)
        siege.office.reply(told, words, proven=False)
        assert words.splitlines()[-1] in one(siege.office.letters(), "confirm").text


def test_a_code_for_a_digest_says_whose_an_address_becomes(siege: Siege) -> None:
    office = siege.office
    assignment, _ = siege.begin("ben", "Flyer")
    office.reply(assignment, "done", sender="Ben Okafor <ben@home.example>")
    held = one(office.letters(), "knock").subject.split("]")[0].strip("[")
    office.reply(digest(siege), f"{held} always", proven=False)
    letter = " ".join(one(office.letters(), "confirm").text.split())
    assert "ben@home.example to be known as Ben from now on" in letter


def test_answers_by_a_reply_address_alone_are_told_in_the_digest(tmp_path: Path) -> None:
    """Whoever saw the reply address could have written them; who proves nothing ever has to live with it."""
    with besieged(tmp_path) as siege:
        assignment, _ = siege.begin()
        siege.office.reply(assignment, "question: which list?")
        question = one(siege.office.letters(), "question")
        siege.office.reply(question, "The list from May.", proven=False)
        assert kinds(siege.office.letters()) == [("joy", "relay")]
        told = " ".join(digest(siege).text.split())
        assert 'T-1: your words "The list from May." were passed on to Joy' in told
        assert "by a reply address alone" in told


def test_proven_words_need_no_line_in_the_digest(tmp_path: Path) -> None:
    with besieged(tmp_path) as siege:
        _, receipt = siege.begin()
        siege.office.reply(receipt, "Please use the list from May.")
        siege.office.letters()
        assert "reply address alone" not in digest(siege).text
