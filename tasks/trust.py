"""Who may do what: the table of trust.md, as a table.

A row is what somebody wants, a column how sure we are of the sender. Each cell
says in its own words what follows; `ruling` applies its conditions.
"""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from language.promised_money import promises_money
from tasks.intents import Arrival, Evidence
from tasks.model import Task


class What(StrEnum):
    """The rows. Only owners' words are tasks, and only on tasks money hangs."""

    STRANGER = "stranger: new task"
    NEW_TASK = "owner: new task"
    OWNER_WORD = "owner: any word on a task"
    MONEY = "owner: approve, paid, budget, where money hangs"
    ADDRESSES = "owner: people, addresses, erasure"
    CONTRACTOR_WORD = "contractor: any word or text"


class Cell(StrEnum):
    """What stands in a cell. "confirm*" is off where A is known to work for that
    person: there a bare match is suspicious, and is held."""

    NEVER = "-"
    DO = "do"
    LED = "do if References lead to the task, else confirm"
    UNDO = "do, undo offered"
    CONFIRM = "confirm"
    UNLESS_KNOWN = "confirm*"
    ALWAYS = "code (`always` on a knock: do)"
    CODE = "code"
    ALWAYS_CODE = "`always`: code; else held + notice"
    FILE = "do / file"
    PLACED = (
        "do / file, if References lead to the own thread or exactly one own task is open; else asked which"
    )
    MARKED = "do / file, marked unproven"
    TEXT = "file, marked unproven, if References lead to stored ids of the own thread; else held"
    HOLD = "held"


class Ruling(StrEnum):
    """What is done with one mail. CONFIRM: one question to the registered address.
    ASK: the contractor is asked which task it is about. FILE: the text is filed
    and marked unproven, words do nothing."""

    DO = "do"
    CONFIRM = "confirm"
    ASK = "asked which"
    FILE = "filed, marked unproven"
    HOLD = "held"


COLUMNS = (Evidence.A_T, Evidence.A, Evidence.T_A, Evidence.T_OTHER, Evidence.BARE, Evidence.FAILED)
_C = Cell
_ROWS: Mapping[What, tuple[Cell, Cell, Cell, Cell, Cell, Cell]] = {
    #                    A+T        A          T + a           T, other    a               F
    What.STRANGER: (_C.NEVER, _C.HOLD, _C.NEVER, _C.HOLD, _C.HOLD, _C.HOLD),
    What.NEW_TASK: (_C.DO, _C.DO, _C.DO, _C.CONFIRM, _C.UNLESS_KNOWN, _C.HOLD),
    What.OWNER_WORD: (_C.DO, _C.LED, _C.UNDO, _C.HOLD, _C.UNLESS_KNOWN, _C.HOLD),
    What.MONEY: (_C.DO, _C.CONFIRM, _C.CONFIRM, _C.HOLD, _C.UNLESS_KNOWN, _C.HOLD),
    What.ADDRESSES: (_C.ALWAYS, _C.CODE, _C.ALWAYS_CODE, _C.HOLD, _C.HOLD, _C.HOLD),
    What.CONTRACTOR_WORD: (_C.FILE, _C.PLACED, _C.MARKED, _C.HOLD, _C.TEXT, _C.HOLD),
}
TABLE: Mapping[What, Mapping[Evidence, Cell]] = MappingProxyType(
    {what: MappingProxyType(dict(zip(COLUMNS, cells, strict=True))) for what, cells in _ROWS.items()}
)

# Cells whose outcome hangs on nothing else. The one word about people that a mail
# can say is `always` on a knock, so that the two cells about it have one outcome.
_PLAIN: Mapping[Cell, Ruling] = {
    _C.NEVER: Ruling.HOLD,
    _C.DO: Ruling.DO,
    _C.UNDO: Ruling.DO,
    _C.CONFIRM: Ruling.CONFIRM,
    _C.ALWAYS: Ruling.DO,
    _C.CODE: Ruling.CONFIRM,
    _C.ALWAYS_CODE: Ruling.CONFIRM,
    _C.FILE: Ruling.DO,
    _C.MARKED: Ruling.DO,
    _C.HOLD: Ruling.HOLD,
}

COSTLY = frozenset({What.MONEY, What.ADDRESSES})
MONEY_WORDS = frozenset({"paid", "unpaid", "budget"})  # money hangs on these by themselves


def ruling(what: What, mail: Arrival, *, a_known: bool = False, open_tasks: int = 0) -> Ruling:
    """What the table says of this wish in this mail, its conditions applied.

    `a_known`: A is known to work for the sender; `open_tasks`: how many own tasks
    of a contractor are open. Mail that the owner let in (`released`) was weighed
    by the owner; where money hangs and where it is about people, a word that a
    reply address alone proved is not enough for that either. Never raises; an
    evidence without a cell is held.
    """
    if mail.released:
        return Ruling.DO if mail.vouched or what not in COSTLY else Ruling.CONFIRM
    if mail.sender.evidence is Evidence.NONE:
        return Ruling.HOLD
    cell = TABLE[what].get(column_of(mail), Cell.HOLD)
    if cell is Cell.LED:
        return Ruling.DO if mail.led else Ruling.CONFIRM
    if cell is Cell.UNLESS_KNOWN:
        return Ruling.HOLD if a_known else Ruling.CONFIRM
    if cell is Cell.PLACED:
        return Ruling.DO if mail.led or open_tasks == 1 else Ruling.ASK
    if cell is Cell.TEXT:
        return Ruling.FILE if mail.led else Ruling.HOLD
    return _PLAIN[cell]


def column_of(mail: Arrival) -> Evidence:
    """The column of a mail's evidence: nobody who is registered has the last but one."""
    found = mail.sender.evidence
    return Evidence.BARE if found is Evidence.NONE else found


def applied(what: What, mail: Arrival, found: Ruling) -> str:
    """The row and the column that were applied, and what followed: what `why` shows."""
    if mail.released:
        return f"{what.value}: let in by the owner" + ("" if found is Ruling.DO else f", {found.value}")
    return f"{what.value} x {column_of(mail).value}: {found.value}"


def wish_of(task: Task, words: frozenset[str], text: str) -> What:
    """The row for an owner's words on a task: money hangs on `paid` always, on
    `approve` where the task has a price, an amount or an invoice, and on plain
    words (`text`, all of them) that promise some."""
    if words & MONEY_WORDS or ("approve" in words and task.has_money) or promises_money(text):
        return What.MONEY
    return What.OWNER_WORD
