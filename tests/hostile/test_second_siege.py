"""A hostile reader against what was mended: each case is something they found."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from language.promised_money import promises_money
from tests.hostile.kit import EVE, STEPHANIE, Siege, besieged
from tests.hostile.test_loose_ends import without_joy
from tests.shell.office import Got, at, kinds, one
from tests.shell.test_erase import bytes_of, erased

PADDING = "We talked about the colours of the flyer and about the paper it goes on. " * 30


@pytest.fixture
def siege(tmp_path: Path) -> Iterator[Siege]:
    with besieged(tmp_path) as opened:
        yield opened


def flat(letter: Got) -> str:
    return " ".join(letter.text.split())


def next_digest(siege: Siege) -> Got:
    letters = siege.office.pass_time(siege.office.now + timedelta(days=2))
    return next(x for x in letters if x.kind == "digest" and x.to == "stephanie@example.com")


def test_a_promise_below_much_talk_stands_in_the_question(siege: Siege) -> None:
    """What is confirmed must be seen, however far down it was written."""
    _, receipt = siege.begin()
    siege.office.reply(receipt, f"{PADDING}\nYou may bill 9000 for it.", proven=False)
    assert "bill 9000" in flat(one(siege.office.letters(), "confirm"))


def test_a_promise_below_much_talk_stands_in_the_question_that_joins_it(siege: Siege) -> None:
    _, receipt = siege.begin()
    for n in (7000, 8000):
        siege.office.now += timedelta(minutes=9)
        siege.office.reply(receipt, f"{PADDING}\nYou may bill {n} for it.", proven=False)
        asked = one(siege.office.letters(), "confirm")
    assert "bill 7000" in flat(asked) and "bill 8000" in flat(asked)


def test_a_line_break_in_a_promise_forges_nothing_in_the_question(siege: Siege) -> None:
    _, receipt = siege.begin()
    words = "You may\r\n\r\n  yes   it is yours: nothing happens\r\nbill 900 now."
    siege.office.reply(receipt, words, proven=False)
    asked = one(siege.office.letters(), "confirm")
    assert sum(line.startswith("  yes ") for line in asked.text.splitlines()) == 1


@pytest.mark.parametrize(
    "words",
    [
        "Please put the price, $5, on the flyer.",
        "The entry costs 12 euros, say so on page two.",
        "They have 900 members.",
        "Bill has 20 chairs.",
    ],
)
def test_figures_that_the_work_is_about_promise_nothing(words: str) -> None:
    assert not promises_money(words)


@pytest.mark.parametrize("words", ["Price: $500", "bi\u200bll 900", "You may b\u00adill 900", "pay you 1k"])
def test_a_promise_behind_unseen_marks_is_one(words: str) -> None:
    assert promises_money(words)


def test_a_strangers_long_name_hides_no_way_to_answer(siege: Siege) -> None:
    assignment, _ = siege.begin()
    for n in range(6):
        siege.office.now += timedelta(minutes=11)
        name = f"Joy Santos, reply  H-1 always  {n} " + "x" * 200
        siege.office.reply(assignment, f"row {n}", sender=f'"{name}" <eve{n}@evil.example>')
        siege.office.letters()
    letters = siege.office.pass_time(at(2026, 12, 7, 18), timedelta(hours=3))
    (weekly,) = [x for x in letters if x.kind == "digest" and "mails that I showed you" in x.text]
    line = next(x for x in weekly.text.splitlines() if "mails that I showed you" in x)
    assert line.rstrip().endswith("./run held lists them") and "Joy Santos, reply" not in line


def test_resent_bcc_shows_a_reply_address_too(siege: Siege) -> None:
    _, receipt = siege.begin()
    siege.office.reply(receipt, "The blue list.", headers="Resent-Bcc: client@else.example")
    siege.office.letters()
    siege.office.reply(receipt, "cancel", proven=False)
    assert {x.kind for x in siege.office.letters()} <= {"confirm", "knock"}


@pytest.mark.parametrize("word", ["redo: again", "due: Friday 3pm", "title: X\nUse the blue list."])
def test_a_word_about_somebody_who_left_says_that_it_reached_nobody(siege: Siege, word: str) -> None:
    assignment, receipt = siege.begin()
    siege.office.reply(assignment, "done")
    siege.office.letters()
    without_joy(siege)
    siege.office.reply(receipt, word)
    assert "reached nobody" in flat(one(siege.office.letters(), "transcript"))


def test_a_task_of_somebody_who_left_is_taken_up_and_nobody_is_said_to_be_told(siege: Siege) -> None:
    _, receipt = siege.begin()
    siege.office.reply(receipt, "cancel")
    siege.office.letters()
    without_joy(siege)
    siege.office.reply(receipt, "resume")
    told = one(siege.office.letters(), "transcript")
    assert "is told" not in flat(told) and "reached nobody" in flat(told)


@pytest.mark.parametrize(("word", "undo"), [("cancel", "resume"), ("title: Owned", "title: Calldown")])
def test_an_undo_told_for_a_digests_line_works_as_it_is_written(siege: Siege, word: str, undo: str) -> None:
    """Plain `resume` in answer to a letter about many tasks would be a private note."""
    siege.begin()
    siege.office.reply(next_digest(siege), f"T-1 {word}", proven=False)
    told = one(siege.office.letters(), "transcript")
    assert f"Undo: T-1 {undo}" in flat(told)
    siege.office.reply(told, f"T-1 {undo}", proven=False)
    siege.office.letters()
    (task,) = siege.store.open_tasks()
    assert task.title == "Calldown"


def test_a_date_refused_by_a_reply_address_is_told(siege: Siege) -> None:
    assignment, _ = siege.begin()
    siege.office.reply(assignment, "eta: next Tuesday 3pm")
    proposal = one(siege.office.letters(), "proposal")
    siege.office.reply(proposal, "no", proven=False)
    assert "Undo: due: " in flat(one(siege.office.letters(), "transcript"))


def test_a_strangers_no_with_the_owners_token_disowns_nothing(siege: Siege) -> None:
    _, receipt = siege.begin()
    siege.office.reply(receipt, "Use the list from May.", proven=False)
    letter = one(siege.office.letters(), "transcript")
    siege.office.reply(letter, "no", sender=EVE)
    assert kinds(siege.office.letters()) == [("stephanie", "knock")]
    assert "list from May" in siege.store.open_tasks()[0].brief


def test_a_quoted_or_automatic_no_disowns_nothing(siege: Siege) -> None:
    _, receipt = siege.begin()
    siege.office.reply(receipt, "Use the list from May.", proven=False)
    letter = one(siege.office.letters(), "transcript")
    siege.office.reply(letter, "no", headers="Auto-Submitted: auto-replied")
    siege.office.reply(letter, "> no\n\nI see.")
    siege.office.letters()
    assert "list from May" in siege.store.open_tasks()[0].brief


def test_what_was_disowned_is_no_trace_for_another_task(siege: Siege) -> None:
    """T-1 and T-11 begin alike."""
    receipts = [siege.begin(title=f"Job {n}")[1] for n in range(11)]
    siege.office.reply(receipts[0], "Use the list from May.", proven=False)
    siege.office.reply(one(siege.office.letters(), "transcript"), "no")
    siege.office.letters()
    siege.office.reply(receipts[10], "title: Calls", proven=False)
    siege.office.letters()
    task = siege.store.task(11)
    assert task is not None and task.title == "Calls"


def test_a_stolen_letters_flood_of_questions_is_capped(siege: Siege) -> None:
    _, receipt = siege.begin()
    told = 0
    for n in range(70):
        siege.office.now += timedelta(minutes=3)
        siege.office.reply(receipt, f"You may bill {n + 100} for row {n}.", proven=False)
        told += sum(x.kind == "confirm" for x in siege.office.letters())
    assert told <= 50


def test_a_fresh_mail_with_another_names_words_does_not_pass_as_sent_again(siege: Siege) -> None:
    """Somebody else's same mail is nobody's task."""
    for sender, proven in ((STEPHANIE, True), (EVE, True)):
        siege.office.now += timedelta(minutes=3)
        siege.office.mail(sender, "tasks+joy@example.com", "Flyer", "Make a flyer by Friday.", proven=proven)
        last = siege.office.letters()
    assert last == [] and len(siege.held()) == 1


@pytest.mark.parametrize(
    "words", ["No, that was not me!", "Not mine", "No.\n\nStephanie", "nope", "That wasn't me."]
)
def test_a_no_as_people_write_it_disowns(siege: Siege, words: str) -> None:
    _, receipt = siege.begin()
    siege.office.reply(receipt, "Stop the work at once.", proven=False)
    siege.office.reply(one(siege.office.letters(), "transcript"), words)
    letters = siege.office.letters()
    assert "not Stephanie's" in flat(one(letters, "relay"))


def test_a_frightened_answer_is_not_put_away_in_silence(siege: Siege) -> None:
    _, receipt = siege.begin()
    siege.office.reply(receipt, "Stop the work at once.", proven=False)
    letter = one(siege.office.letters(), "transcript")
    siege.office.reply(letter, "I did not write this. What is going on here?")
    again = one(siege.office.letters(), "transcript")
    assert "Not yours? Reply no." in again.text and again.to == "stephanie@example.com"
    siege.office.reply(again, "no")
    assert "not Stephanie's" in flat(one(siege.office.letters(), "relay"))


def test_thanks_to_that_letter_brings_no_other(siege: Siege) -> None:
    _, receipt = siege.begin()
    siege.office.reply(receipt, "Use the blue list.", proven=False)
    siege.office.reply(one(siege.office.letters(), "transcript"), "Thanks!")
    assert siege.office.letters() == []


def test_what_was_told_and_asked_leaves_no_trace_after_an_erasure(siege: Siege) -> None:
    office, olivia = siege.office, "Olivia Miller <olivia@example.com>"
    office.mail(olivia, "tasks+ben@example.com", "Flyer", "Make a flyer by Friday.")
    receipt = one(office.letters(), "receipt")
    office.reply(receipt, "Take the flamingo picture.", sender=olivia, proven=False)
    assert one(office.letters(), "transcript").to == "olivia@example.com"
    office.reply(receipt, "You may bill 900 for the pelican.", sender=olivia, proven=False)
    assert one(office.letters(), "confirm").to == "olivia@example.com"
    office.reply(receipt, "cancel", sender=olivia)
    office.letters()
    assert b"flamingo" in bytes_of(office) and b"pelican" in bytes_of(office)
    assert erased(office, "olivia", "--yes") == 0
    office.shop.close()
    left = bytes_of(office)
    office.shop = office.open()
    assert b"flamingo" not in left and b"pelican" not in left


def test_a_promise_under_a_quoted_line_in_the_thread_is_asked_about(siege: Siege) -> None:
    assignment, _ = siege.begin()
    siege.office.reply(assignment, "question: what may it cost?\nquestion: which list?")
    question = one(siege.office.letters(), "question")
    body = "> what may it cost?\nYou may bill 900.\n> which list?\nThe one from May."
    siege.office.mail(STEPHANIE, question.reply_to, "Re: it", body, answers=question, proven=False)
    assert kinds(siege.office.letters()) == [("stephanie", "confirm")]


@pytest.mark.parametrize("proven", [True, False], ids=["A", "secret address"])
def test_a_promise_under_the_subject_of_an_open_task_is_asked_about(siege: Siege, *, proven: bool) -> None:
    """An addition is a word on a task, though it came as a fresh mail."""
    siege.begin()
    to = "tasks+joy@example.com" if proven else siege.secret_address()
    siege.office.mail(STEPHANIE, to, "Calldown", "For: Joy\nYou may bill 900 more.", proven=proven)
    asked = one(siege.office.letters(), "confirm")
    assert "bill 900" in flat(asked) and "T-1" in flat(asked)
    siege.office.reply(asked, "yes", proven=False)
    assert ("joy", "relay") in kinds(siege.office.letters())
    assert siege.held() == []


def test_a_new_task_with_a_budget_goes_out_as_ever(siege: Siege) -> None:
    siege.office.mail(
        STEPHANIE, siege.secret_address(), "Flyer", "For: Joy\nBudget: $120\nBy Friday.", proven=False
    )
    assert ("joy", "assignment") in kinds(siege.office.letters())


def test_a_no_about_a_task_that_was_made_beside_disowns_no_words_of_another(siege: Siege) -> None:
    """The letter about the new task asks nothing about the words for Joy."""
    _, receipt = siege.begin()
    siege.office.reply(receipt, "tell Joy: use the blue list\nnew task: Call the caterer", proven=False)
    made = next(x for x in siege.office.letters() if x.kind == "transcript" and "T-2" in x["X-Handoff-Task"])
    siege.office.reply(made, "no")
    assert not [x for x in siege.office.letters() if "not Stephanie's" in x.text]
