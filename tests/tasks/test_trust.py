"""The table of trust.md, cell by cell. `confirm` is a knock until its code exists."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from tasks.intents import Arrival, Evidence, Sender
from tasks.trust import Ruling, What, ruling

E, W, R = Evidence, What, Ruling
NOW = datetime(2026, 11, 30, tzinfo=UTC)


def _mail(evidence: Evidence, *, led: bool) -> Arrival:
    sender = Sender("a@example.com", person="a", evidence=evidence)
    return Arrival("k", "<m@x>", sender, "", "", "", NOW, led=led)


CELLS = [
    (W.NEW_TASK, [R.DO, R.DO, R.DO, R.CONFIRM, R.CONFIRM, R.HOLD]),
    (W.OWNER_WORD, [R.DO, R.DO, R.DO, R.HOLD, R.CONFIRM, R.HOLD]),
    (W.MONEY, [R.DO, R.CONFIRM, R.CONFIRM, R.HOLD, R.CONFIRM, R.HOLD]),
    (W.ADDRESSES, [R.DO, R.HOLD, R.HOLD, R.HOLD, R.HOLD, R.HOLD]),
    (W.CONTRACTOR_WORD, [R.DO, R.DO, R.DO, R.HOLD, R.FILE, R.HOLD]),
]
COLUMNS = [E.A_T, E.A, E.T_A, E.T_OTHER, E.BARE, E.FAILED]


@pytest.mark.parametrize(
    ("what", "evidence", "expected"),
    [
        pytest.param(what, evidence, cell, id=f"{what.value} / {evidence.value}")
        for what, cells in CELLS
        for evidence, cell in zip(COLUMNS, cells, strict=True)
    ],
)
def test_cell(what: What, evidence: Evidence, expected: Ruling) -> None:
    assert ruling(what, _mail(evidence, led=True)) is expected


@pytest.mark.parametrize(
    ("what", "evidence", "expected"),
    [
        pytest.param(W.OWNER_WORD, E.A, R.CONFIRM, id="owner, A, only a tag in the Subject"),
        pytest.param(W.CONTRACTOR_WORD, E.A, R.CONFIRM, id="contractor, A, only a tag"),
        pytest.param(W.CONTRACTOR_WORD, E.BARE, R.HOLD, id="contractor, bare, no stored id"),
    ],
)
def test_not_led_by_any_id(what: What, evidence: Evidence, expected: Ruling) -> None:
    assert ruling(what, _mail(evidence, led=False)) is expected


@pytest.mark.parametrize("what", list(What))
def test_nobody_known_is_held(what: What) -> None:
    assert ruling(what, _mail(E.NONE, led=True)) is R.HOLD


def test_what_the_owner_let_in_was_weighed_by_the_owner() -> None:
    released = replace(_mail(E.BARE, led=False), released=True)
    assert ruling(W.NEW_TASK, released) is R.DO
