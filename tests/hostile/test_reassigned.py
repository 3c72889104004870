"""A task that was handed on: the former contractor's reply address does nothing
any more. Late words are kept, and the owner hears of them; nobody is obeyed."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.hostile.kit import Siege, besieged
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
