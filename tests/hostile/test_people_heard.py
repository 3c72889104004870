"""What people write quickly, and again, and must never be taken for a robot's."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from tasks.letters import Filed
from tests.hostile.kit import BEN, EVE, JOY, STEPHANIE, Siege, besieged
from tests.shell.office import at, kinds, one

FORWARDED = """---------- Forwarded message ---------
From: Tasks <tasks@example.com>
Date: Mon, Nov 30, 2026 at 9:12 AM
Subject: A question
To: <stephanie@example.com>"""


@pytest.fixture
def siege(tmp_path: Path) -> Iterator[Siege]:
    with besieged(tmp_path) as opened:
        yield opened
        opened.survived()


def test_ok_three_times_fast(siege: Siege) -> None:
    assignment, _ = siege.begin()
    for _ in range(3):
        siege.office.now += timedelta(seconds=5)
        siege.office.reply(assignment, "ok")
        siege.office.letters()
    assert siege.held() == [] and [t.state for t in siege.store.tasks()] == ["accepted"]
    siege.office.reply(assignment, "done")
    assert ("stephanie", "review") in kinds(siege.office.letters())


@pytest.mark.parametrize(
    "words", ["accept", "ok", "On it, thank you Stephanie.", "Will do, back to you soon."]
)
def test_five_tasks_in_an_hour_with_five_quick_answers(siege: Siege, words: str) -> None:
    for n in range(5):
        siege.office.mail(STEPHANIE, "tasks+joy@example.com", f"Job {n}", f"Do number {n} by Friday.")
        assignment = one(siege.office.letters(), "assignment")
        siege.office.now += timedelta(seconds=15)
        siege.office.reply(assignment, words)
        siege.office.letters()
        siege.office.now += timedelta(minutes=5)
    assert siege.held() == []
    filed = [row.filed for n in range(1, 6) for row in siege.store.ledger_of(n)]
    assert filed.count(Filed.REPLY) == 5 and filed.count(Filed.TASK) == 5


def test_the_same_words_for_several_people_one_after_the_other(siege: Siege) -> None:
    for n, who in enumerate(("joy", "ben", "joy", "ben", "joy")):
        siege.office.now += timedelta(seconds=10)
        body = "Please hand out the flyers of this week."
        siege.office.mail(STEPHANIE, f"tasks+{who}@example.com", f"Flyers, street {n}", body)
        assert (who, "assignment") in kinds(siege.office.letters())
    assert siege.held() == []


def test_a_dozen_tasks_in_the_same_words_under_their_own_subjects(siege: Siege) -> None:
    for n in range(12):
        siege.office.now += timedelta(seconds=30)
        body = "Please draw it as we said.\nDue: Friday 5pm"
        siege.office.mail(STEPHANIE, "tasks+joy@example.com", f"Drawing {n}", body)
        assert ("joy", "assignment") in kinds(siege.office.letters())


def test_five_tasks_that_differ_by_a_number(siege: Siege) -> None:
    for n in range(5):
        siege.office.now += timedelta(seconds=30)
        siege.office.mail(
            STEPHANIE, "tasks+joy@example.com", f"Room {n + 12}", f"Clean room {n + 12}, please."
        )
        assert ("joy", "assignment") in kinds(siege.office.letters())


def test_questions_that_differ_by_a_number(siege: Siege) -> None:
    assignment, _ = siege.begin()
    for n in range(5):
        siege.office.now += timedelta(minutes=1)
        siege.office.reply(assignment, f"What do you want in row {n + 3} of the list?")
        assert kinds(siege.office.letters()) == [("stephanie", "question")]


def test_files_sent_one_by_one_with_the_same_words(siege: Siege) -> None:
    assignment, _ = siege.begin()
    for n in range(5):
        siege.office.now += timedelta(minutes=1)
        file = f'Content-Type: text/plain\nContent-Disposition: attachment; filename="{n}.txt"\n\n{n}'
        body = f"--b\nContent-Type: text/plain\n\nHere is another one of the lists.\n--b\n{file}\n--b--"
        kind = "multipart/mixed; boundary=b"
        siege.office.mail(JOY, assignment.reply_to, "Re: it", body, answers=assignment, media_type=kind)
        assert ("stephanie", "relay") in kinds(siege.office.letters())


def test_yes_to_one_question_after_the_other(siege: Siege) -> None:
    assignment, _ = siege.begin()
    for n in range(5):
        siege.office.reply(assignment, f"question: may I call number {n}?")
        question = one(siege.office.letters(), "question")
        siege.office.now += timedelta(seconds=30)
        siege.office.reply(question, "yes")
        assert kinds(siege.office.letters()) == [("joy", "relay")]


def test_a_contractor_who_asks_how_things_stand_again_and_again(siege: Siege) -> None:
    assignment, _ = siege.begin()
    for _ in range(6):
        siege.office.now += timedelta(seconds=30)
        siege.office.reply(assignment, "status")
        assert kinds(siege.office.letters()) == [("joy", "status")]


def test_an_owner_who_changes_their_mind_quickly(siege: Siege) -> None:
    _, receipt = siege.begin()
    letter = receipt
    for words in (
        "due: Thursday 5pm",
        "due: Friday 5pm",
        "title: Calls",
        "due: Thursday 5pm",
        "hold",
        "resume",
    ):
        siege.office.now += timedelta(seconds=20)
        siege.office.reply(letter, words)
        letter = next((x for x in siege.office.letters() if x.to == "stephanie@example.com"), letter)
    assert siege.held() == []


def test_the_same_reminder_answered_in_the_same_words_each_day(siege: Siege) -> None:
    assignment, _ = siege.begin()
    for _ in range(5):
        siege.office.now += timedelta(days=1)
        siege.office.reply(assignment, "Still working on it, all is well so far.")
        siege.office.letters()
    assert siege.held() == []


def test_an_owner_who_forwards_our_letters_as_new_tasks(siege: Siege) -> None:
    assignment, _ = siege.begin()
    for n in range(3):
        siege.office.reply(assignment, f"question: which of the {n + 2} lists?")
        question = one(siege.office.letters(), "question")
        siege.office.now += timedelta(seconds=40)
        body = f"Ben, can you answer this by Friday?\n\n{FORWARDED}\n\n{question.text}"
        siege.office.mail(STEPHANIE, "tasks+ben@example.com", f"Fwd: {n} {question.subject}", body)
        assert ("ben", "assignment") in kinds(siege.office.letters())
    assert siege.held() == []


def test_the_same_brief_under_another_subject_to_the_secret_address(siege: Siege) -> None:
    for n in range(4):
        siege.office.now += timedelta(minutes=5)
        where = siege.secret_address()
        siege.office.mail(
            STEPHANIE, where, f"Flyer of street {n}", "Joy, please draw it as we said by Friday."
        )
        assert siege.office.letters()
    assert siege.held() == []


def test_one_brief_to_one_person_after_the_other(siege: Siege) -> None:
    for n, who in enumerate((JOY, BEN, JOY, BEN)):
        siege.office.now += timedelta(minutes=1)
        subject, body = f"Flyers {n // 2}", "Please hand out the flyers of this week by Friday."
        siege.office.mail(STEPHANIE, who, subject, body, cc="tasks@example.com")
        assert "receipt" in [x.kind for x in siege.office.letters()]
    assert siege.held() == []


def test_a_task_that_is_sent_again_for_it_seemed_lost(siege: Siege) -> None:
    for _ in range(2):
        siege.office.now += timedelta(minutes=10)
        siege.office.mail(
            STEPHANIE, "tasks+joy@example.com", "Flyer", "Please make a flyer for the May sale."
        )
        assert siege.office.letters()
    assert siege.held() == []


def test_the_same_addition_three_times(siege: Siege) -> None:
    _, receipt = siege.begin()
    for _ in range(3):
        siege.office.now += timedelta(minutes=15)
        siege.office.reply(receipt, "Please hurry up with this one, it is important")
        assert ("joy", "relay") in kinds(siege.office.letters())
    assert siege.held() == []


@pytest.mark.parametrize("minutes", [5, 20])
@pytest.mark.parametrize("newest", [True, False], ids=["to the newest letter", "to the first"])
def test_review_rounds_in_the_same_words(siege: Siege, minutes: int, *, newest: bool) -> None:
    letter, _ = siege.begin()
    for _ in range(4):
        siege.office.now += timedelta(minutes=minutes)
        siege.office.reply(letter, "Done, please check it again.")
        review = one(siege.office.letters(), "review")
        siege.office.now += timedelta(minutes=minutes)
        siege.office.reply(review, "redo: still not right, please look at the fonts")
        back = [x for x in siege.office.letters() if x.to == "joy@example.net"]
        assert back
        letter = back[0] if newest else letter
    assert siege.held() == []


def test_an_owner_taken_for_a_robot_hears_of_it_once_a_day(siege: Siege) -> None:
    _, receipt = siege.begin()
    told = []
    for _ in range(12):
        siege.office.now += timedelta(minutes=5)
        siege.office.reply(receipt, "Please hurry up with this one, it is important")
        told += [x for x in siege.office.letters() if x.kind == "knock"]
    assert [x.to for x in told] == ["stephanie@example.com"]
    assert "automatic answer" in told[0].text and "More of them are held" in told[0].text
    siege.office.now += timedelta(days=1)
    for _ in range(6):
        siege.office.now += timedelta(minutes=5)
        siege.office.reply(receipt, "Please hurry up with this one, it is important")
        told += [x for x in siege.office.letters() if x.kind == "knock"]
    assert len(told) == 2


def test_the_same_new_task_again_and_again_knocks_and_is_not_lost(siege: Siege) -> None:
    told = []
    for _ in range(6):
        siege.office.now += timedelta(minutes=5)
        siege.office.mail(
            STEPHANIE, "tasks+joy@example.com", "Flyer", "Please make a flyer for the May sale."
        )
        told += siege.office.letters()
    assert len([x for x in told if x.kind == "knock"]) == 1
    assert len(siege.held()) == 4 and kinds(told)[:2] == [("joy", "assignment"), ("stephanie", "receipt")]


def test_an_owners_own_machine_mail_is_a_line_in_their_digest(siege: Siege) -> None:
    """No task is right; not a word is not."""
    cron = "Auto-Submitted: auto-generated"
    siege.office.mail(STEPHANIE, "tasks+joy@example.com", "Backup", "Check it by Friday.", headers=cron)
    siege.office.mail(EVE, "tasks+joy@example.com", "Offer", "Buy it by Friday.", headers=cron)
    assert siege.office.letters() == [] and list(siege.store.tasks()) == []
    digests = [x for x in siege.office.pass_time(at(2026, 12, 1, 16)) if x.kind == "digest"]
    (mine,) = [x for x in digests if x.to == "stephanie@example.com"]
    assert '"Backup"' in mine.text and "no task was made" in mine.text
    assert "Offer" not in mine.text and not [x for x in digests if "Backup" in x.text and x is not mine]


def test_machine_mail_without_proof_or_without_a_task_in_it_is_no_line(siege: Siege) -> None:
    cron = "Auto-Submitted: auto-replied"
    siege.office.mail(
        STEPHANIE, "tasks@example.com", "Backup 1", "Do it by Friday.", headers=cron, proven=False
    )
    siege.office.mail(STEPHANIE, "tasks@example.com", "Away", "I am away, back soon.", headers=cron)
    siege.office.letters()
    assert not [
        x for x in siege.office.pass_time(at(2026, 12, 1, 16)) if "Backup" in x.text or "Away" in x.text
    ]


@pytest.mark.parametrize("word", ["Which brand book?", "I am blocked, please help", "done, see attached"])
def test_what_the_server_calls_forged_is_named_as_such(siege: Siege, word: str) -> None:
    """A contractor whose provider breaks its own signatures: the owner sees why."""
    assignment, _ = siege.begin()
    failed = "Authentication-Results: mx.example.com; dmarc=fail header.from=example.net"
    siege.office.reply(assignment, word, proven=False, headers=failed)
    knock = one(siege.office.letters(), "knock")
    assert knock.to == "stephanie@example.com" and "forged" in knock.text and "not proven" not in knock.text


@pytest.mark.parametrize("who", [STEPHANIE, JOY])
def test_a_fresh_mail_that_the_server_calls_forged_is_named_as_such(siege: Siege, who: str) -> None:
    domain = who.rpartition("@")[2].rstrip(">")
    failed = f"Authentication-Results: mx.example.com; dmarc=fail header.from={domain}"
    siege.office.mail(who, "tasks@example.com", "Flyer", "Draw it by Friday.", proven=False, headers=failed)
    knock = one(siege.office.letters(), "knock")
    assert "forged" in knock.text and "not proven" not in knock.text


def test_what_has_no_proof_is_called_forged_by_nobody(siege: Siege) -> None:
    siege.office.mail(JOY, "tasks@example.com", "Flyer", "I will draw it by Friday.", proven=False)
    knock = one(siege.office.letters(), "knock")
    assert "not proven" in knock.text and "forged" not in knock.text
