"""Who may do what: the table of trust.md, as a table.

A row is what somebody wants, a column how sure we are of the sender. Whatever
the table does not let through is held, and a registered owner is asked.
"""

from enum import StrEnum

from tasks.intents import Arrival, Evidence
from tasks.model import Task


class What(StrEnum):
    NEW_TASK = "owner: new task"
    OWNER_WORD = "owner: any word on a task"
    MONEY = "owner: a word on which money hangs"
    ADDRESSES = "owner: people and addresses"
    CONTRACTOR_WORD = "contractor: any word or text"


class Ruling(StrEnum):
    """DO: go on. LED: go on if a token or a Message-ID led to the task, else
    CONFIRM. CONFIRM: one question to the registered address. FILE: the text is
    filed and marked unproven, words do nothing, if ids led to it; else HOLD."""

    DO = "do"
    LED = "do if led"
    CONFIRM = "confirm"
    FILE = "file unproven"
    HOLD = "held"


_E = Evidence
_HOLD_REST = dict.fromkeys(Evidence, Ruling.HOLD)

TABLE: dict[What, dict[Evidence, Ruling]] = {
    What.NEW_TASK: {
        **_HOLD_REST,
        _E.A_T: Ruling.DO,
        _E.A: Ruling.DO,
        _E.T_A: Ruling.DO,
        _E.T_OTHER: Ruling.CONFIRM,
        _E.BARE: Ruling.CONFIRM,
    },
    What.OWNER_WORD: {
        **_HOLD_REST,
        _E.A_T: Ruling.DO,
        _E.A: Ruling.LED,
        _E.T_A: Ruling.DO,
        _E.BARE: Ruling.CONFIRM,
    },
    What.MONEY: {
        **_HOLD_REST,
        _E.A_T: Ruling.DO,
        _E.A: Ruling.CONFIRM,
        _E.T_A: Ruling.CONFIRM,
        _E.BARE: Ruling.CONFIRM,
    },
    What.ADDRESSES: {**_HOLD_REST, _E.A_T: Ruling.DO},
    What.CONTRACTOR_WORD: {
        **_HOLD_REST,
        _E.A_T: Ruling.DO,
        _E.A: Ruling.LED,
        _E.T_A: Ruling.DO,
        _E.BARE: Ruling.FILE,
    },
}

MONEY_WORDS = frozenset({"paid", "budget"})  # money hangs on these by themselves


def ruling(what: What, mail: Arrival) -> Ruling:
    """What the table says of this wish in this mail, its conditions applied.

    Mail that the owner let in (`released`) was weighed by the owner. Never
    raises; an evidence without a cell is held.
    """
    if mail.released:
        return Ruling.DO
    cell = TABLE[what].get(mail.sender.evidence, Ruling.HOLD)
    if cell is Ruling.LED:
        return Ruling.DO if mail.led else Ruling.CONFIRM
    if cell is Ruling.FILE:
        return Ruling.FILE if mail.led else Ruling.HOLD
    return cell


def wish_of(task: Task, words: frozenset[str]) -> What:
    """The row for an owner's words on a task: money hangs on `paid` always,
    and on `approve` where the task has a price, an amount or an invoice."""
    if words & MONEY_WORDS or ("approve" in words and task.has_money):
        return What.MONEY
    return What.OWNER_WORD
