"""A task that was handed on: the former contractor's reply address does nothing
any more. Late words are kept, and the owner hears of them; nobody is obeyed."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.hostile.kit import JOY, STEPHANIE, Siege, besieged
from tests.shell.office import Got, at


@pytest.fixture
def siege(tmp_path: Path) -> Iterator[Siege]:
    with besieged(tmp_path) as opened:
        yield opened


def handed_on(siege: Siege) -> Got:
    """Joy's old assignment, of a task that is Ben's now."""
    assignment, receipt = siege.begin()
    siege.office.reply(receipt, "assign: ben")
    siege.round()
    assert [t.contractor for t in siege.store.tasks()] == ["ben"]
    return assignment


WORDS = ("done", "decline: no time", "eta: Saturday 5pm", "invoice: 900 USD", "accept", "60%", "A late word.")


@pytest.mark.parametrize("word", [*WORDS, "question: which list?"])
@pytest.mark.parametrize("proven", [True, False], ids=["A+T", "T+a"])
def test_late_words_change_nothing(siege: Siege, word: str, *, proven: bool) -> None:
    assignment = handed_on(siege)
    before = siege.picture()
    siege.office.reply(assignment, word, proven=proven)
    letters = siege.round()
    assert siege.picture() == before
    assert [task.bills for task in siege.store.tasks()] == [()]
    assert "ben@example.org" not in {x.to for x in letters}
    assert f"Re: {assignment.subject}" in [row.subject for row in siege.store.ledger_of(1)]


def test_the_owner_hears_of_a_late_word_without_waiting(siege: Siege) -> None:
    """At once or in the next digest, by the kind of word; never not at all."""
    siege.office.reply(handed_on(siege), "question: which list did you mean?")
    letters = siege.round() + siege.office.pass_time(at(2026, 12, 1, 16))
    assert [x for x in letters if x.to == "stephanie@example.com" and "which list did you mean" in x.text]


def test_she_learns_nothing_more(siege: Siege) -> None:
    assignment = handed_on(siege)
    siege.office.reply(assignment, "status")
    letters = [x for x in siege.round() if x.to == "joy@example.net"]
    assert not [x for x in letters if "Ben" in x.text or "Calldown" in x.text.partition("-- ")[0]]


@pytest.mark.parametrize(
    "name", ["Joy Santos joy@example.net.txt", "joy_santos-part 1.txt", "JoySantos (JOY@example.net) v2.txt"]
)
def test_the_name_of_a_carried_file_does_not_tell_who_had_the_task(siege: Siege, name: str) -> None:
    assignment, receipt = siege.begin()
    file = f'Content-Type: text/plain\nContent-Disposition: attachment; filename="{name}"\n\nthe list'
    body = f"--b\nContent-Type: text/plain\n\nHere is my part.\n--b\n{file}\n--b--"
    kind = "multipart/mixed; boundary=b"
    siege.office.mail(JOY, assignment.reply_to, "Re: it", body, answers=assignment, media_type=kind)
    (relay,) = siege.round()
    assert [part.get_filename() for part in relay.message.walk() if part.get_filename()] == [name]
    siege.office.reply(receipt, "assign: ben")
    (given,) = [x for x in siege.round() if x.to == "ben@example.org"]
    (told,) = [part.get_filename() for part in given.message.walk() if part.get_filename()]
    assert told and told.endswith(".txt")
    for text in (told, given.text, given.raw.decode()):
        low = text.lower()
        assert "santos" not in low and "joy@" not in low


def test_another_persons_name_in_the_owners_own_file_stays(siege: Siege) -> None:
    """Only whoever had the task before is not told of."""
    file = 'Content-Type: text/plain\nContent-Disposition: attachment; filename="Joy Santos.txt"\n\nx'
    body = f"--b\nContent-Type: text/plain\n\nPlease call her by Friday.\n--b\n{file}\n--b--"
    kind = "multipart/mixed; boundary=b"
    siege.office.mail(STEPHANIE, "tasks+ben@example.com", "Call", body, media_type=kind)
    (given,) = [x for x in siege.round() if x.to == "ben@example.org"]
    assert "Joy Santos.txt" in [part.get_filename() for part in given.message.walk()]
