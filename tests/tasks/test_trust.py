"""The conditions of the table of who may do what. Its cells, and what a running
office makes of them, stand in tests/hostile/test_table.py."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from tasks.intents import Arrival, Evidence, Sender
from tasks.trust import TABLE, Cell, Ruling, What, applied, ruling

E, W, R = Evidence, What, Ruling
BOTH = (False, True)
NOW = datetime(2026, 11, 30, tzinfo=UTC)


def _mail(evidence: Evidence, *, led: bool) -> Arrival:
    sender = Sender("a@example.com", person="a", evidence=evidence)
    return Arrival("k", "<m@x>", sender, "", "", "", NOW, led=led)


@pytest.mark.parametrize("what", list(What))
@pytest.mark.parametrize("evidence", [e for e in Evidence if e is not E.NONE])
def test_every_cell_has_one_outcome(what: What, evidence: Evidence) -> None:
    """In no cell does less proof get further."""
    outcomes = {ruling(what, _mail(evidence, led=led), a_known=known) for led in BOTH for known in BOTH}
    cell = TABLE[what][evidence]
    assert (R.DO in outcomes) == cell.value.startswith(("do", "code (`always`")), outcomes
    assert evidence is not E.FAILED or outcomes == {R.HOLD}


@pytest.mark.parametrize(
    ("what", "evidence", "led", "known", "open_tasks", "expected"),
    [
        pytest.param(W.OWNER_WORD, E.A, True, False, 0, R.DO, id="owner, A, led by an id"),
        pytest.param(W.OWNER_WORD, E.A, False, True, 0, R.CONFIRM, id="owner, A, only a tag in the Subject"),
        pytest.param(W.OWNER_WORD, E.BARE, True, False, 0, R.CONFIRM, id="owner, bare, A not known to work"),
        pytest.param(W.OWNER_WORD, E.BARE, True, True, 0, R.HOLD, id="owner, bare, A known to work"),
        pytest.param(W.NEW_TASK, E.T_OTHER, False, True, 0, R.CONFIRM, id="secret address, other From"),
        pytest.param(W.CONTRACTOR_WORD, E.A, False, False, 2, R.ASK, id="contractor, A, several open"),
        pytest.param(W.CONTRACTOR_WORD, E.A, False, False, 1, R.DO, id="contractor, A, one open"),
        pytest.param(W.CONTRACTOR_WORD, E.A, True, False, 2, R.DO, id="contractor, A, led by an id"),
        pytest.param(W.CONTRACTOR_WORD, E.BARE, True, False, 1, R.FILE, id="contractor, bare, a stored id"),
        pytest.param(W.CONTRACTOR_WORD, E.BARE, False, False, 1, R.HOLD, id="contractor, bare, no stored id"),
    ],
)
def test_a_condition(
    what: What, evidence: Evidence, led: bool, known: bool, open_tasks: int, expected: Ruling
) -> None:
    assert ruling(what, _mail(evidence, led=led), a_known=known, open_tasks=open_tasks) is expected


@pytest.mark.parametrize("what", list(What))
def test_nobody_known_is_held(what: What) -> None:
    assert {ruling(what, _mail(E.NONE, led=led)) for led in BOTH} == {R.HOLD}


def test_what_the_owner_let_in_was_weighed_by_the_owner() -> None:
    released = replace(_mail(E.BARE, led=False), released=True)
    assert ruling(W.NEW_TASK, released) is R.DO
    assert {ruling(what, released) for what in (W.MONEY, W.ADDRESSES)} == {R.CONFIRM}
    assert {ruling(what, replace(released, vouched=True)) for what in What} == {R.DO}
    assert applied(W.NEW_TASK, released, R.DO) == "owner: new task: let in by the owner"


def test_what_was_applied_names_row_column_and_outcome() -> None:
    mail = _mail(E.A, led=True)
    assert applied(W.MONEY, mail, R.CONFIRM) == "owner: approve, paid, budget, where money hangs x A: confirm"


def test_a_cell_means_the_same_in_every_row() -> None:
    assert {cell for cells in TABLE.values() for cell in cells.values()} == set(Cell)
