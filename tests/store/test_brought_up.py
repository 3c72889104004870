"""Stores of each earlier version are opened, and answer as if they had been made today."""

from contextlib import closing
from pathlib import Path

import pytest

from store.embedded import open_store
from store.medium import open_writer
from store.port import Batch
from store.retiring import old
from store.schema import MIGRATIONS
from store.writing import write_batch
from tasks.events import Billed, QuestionAsked, WorkApproved
from tasks.evolve import evolve
from tasks.letters import Filed
from tests.store.rows import at, mail, opened, went_on


@pytest.mark.parametrize("version", range(1, len(MIGRATIONS)))
def test_a_store_of_an_earlier_version_answers_what_is_new(tmp_path: Path, version: int) -> None:
    path = tmp_path / "store.db"
    with closing(open_writer(path, MIGRATIONS[:version])) as db:
        for batch in _lived():
            write_batch(db, batch)
    with closing(open_store(path, evolve)) as store:
        assert [task.number for task in store.billed_since("dana", at(0))] == [1]
        assert [task.number for task in store.asked_since("dana", at(0))] == [2]
        found = old(store, None, at(10), (), lambda raw: True)
        assert found.mails == (mail("held", filed=Filed.HELD).raw,)
        assert not store.verify()


def _lived() -> list[Batch]:
    """Three closed tasks, one with a bill, one with a question, and a held mail."""
    billed, asked, plain = opened(1), opened(2), opened(3)
    return [
        billed,
        asked,
        plain,
        went_on(billed.tasks[0], Billed("80 USD"), WorkApproved("fine")),
        went_on(asked.tasks[0], QuestionAsked("ann", "Which blue?"), WorkApproved("fine")),
        went_on(plain.tasks[0], WorkApproved("fine")),
        Batch(ledger=mail("held", filed=Filed.HELD)),
    ]
