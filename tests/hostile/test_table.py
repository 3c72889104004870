"""The table of who may do what, cell by cell, against a running office.

The text below is the specification. Each cell gets one mail, or one for each
of its conditions, and what the office did is compared with what the cell says.
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from tasks.letters import Filed
from tasks.trust import TABLE
from tests.hostile.kit import BEN, EVE, FAIL, JOY, PASS, STEPHANIE, Siege, besieged, raw_mail
from tests.shell.office import Got, one
from wire.tokens import Purpose, mint, sign, tagged

SPECIFICATION = """
| who, what | A+T | A | T + a | T, other From | a | F |
|---|---|---|---|---|---|---|
| stranger: new task | - | held | - | held | held | held |
| owner: new task | do | do | do | confirm | confirm* | held |
| owner: any word on a task (answer, due, approve, redo, assign, cancel, hold, split, tell, pass on, drop ...), no money hanging on it | do | do if References lead to the task, else confirm | do, undo offered | held | confirm* | held |
| owner: approve, paid, budget, where money hangs (a note: Handoff moves no money; undoable) | do | confirm | confirm | held | confirm* | held |
| owner: people, addresses, erasure | code (`always` on a knock: do) | code | `always`: code; else held + notice | held | held | held |
| contractor: any word or text | do / file | do / file, if References lead to the own thread or exactly one own task is open; else asked which | do / file, marked unproven | held | file, marked unproven, if References lead to stored ids of the own thread; else held | held |
"""  # noqa: E501
EVIL_PASS = "Authentication-Results: mx.example.com; dmarc=pass header.from=evil.example"
EVIL_FAIL = "Authentication-Results: mx.example.com; dmarc=fail header.from=evil.example"
JOY_PASS = "Authentication-Results: mx.example.com; dmarc=pass header.from=example.net"
JOY_FAIL = "Authentication-Results: mx.example.com; dmarc=fail header.from=example.net"
TASKS = "tasks@example.com"


def specified() -> dict[str, dict[str, str]]:
    """The table above: row -> column -> cell, as written."""
    rows = [
        [cell.strip() for cell in line.strip(" |").split(" | ")]
        for line in SPECIFICATION.strip().splitlines()
    ]
    columns = [name.replace("T + a", "T+a") for name in rows[0][1:]]
    return {
        row[0].split(" (")[0].removesuffix(" no money hanging on it").strip(", "): dict(
            zip(columns, row[1:], strict=True)
        )
        for row in rows[2:]
    }


def test_the_table_in_the_code_is_the_specification() -> None:
    ours = {
        row.value: {column.value: cell.value for column, cell in cells.items()}
        for row, cells in TABLE.items()
    }
    assert ours == specified()


# What a mail of each column bears: (proof, token) for the one who is meant.


@dataclass
class Scene:
    """An office with a task of Joy's, and what one mail needs."""

    siege: Siege
    receipt: Got
    assignment: Got
    number: int = 0

    def put(
        self, sender: str, to: str, body: str, proof: str, *, subject: str = "Re: it", head: str = ""
    ) -> str:
        self.number += 1
        mid = f"<cell{self.number}@somewhere.example>"
        return self.siege.put(raw_mail(sender, to, subject, body, head=head, proof=proof, mid=mid))

    def secret(self) -> str:
        return self.siege.secret_address()

    def joys_digest(self) -> str:
        """Where Joy answers a letter about no single task."""
        ring = self.siege.office.shop.desk.ring
        return tagged(TASKS, sign(mint(Purpose.DIGEST, "joy", ring), ring))

    def review(self, money: str = "") -> Got:
        """Joy hands in; where money hangs, a bill comes with it."""
        self.siege.office.reply(self.assignment, f"done\n{money}".strip())
        return one(self.siege.office.letters(), "review")

    def knock(self) -> Got:
        """Joy writes from an address that nobody knows."""
        self.siege.office.reply(self.assignment, "accept", sender="Joy <joy@elsewhere.example>")
        return one(self.siege.office.letters(), "knock")

    def a_known(self) -> None:
        """Five proven mails, so that A is known to work for Stephanie."""
        for n in range(5):
            self.siege.office.mail(STEPHANIE, "tasks+joy@example.com", f"More {n}", "Do it by Friday.")
        self.siege.office.letters()

    def her_thread(self) -> str:
        """The id of her own mail, which opened the task: stored, and no token."""
        return _ids("<m1@example.com>")

    def joys_mail(self) -> str:
        """The id of a mail of Joy's in her thread."""
        mid = self.siege.office.reply(self.assignment, "60%")
        self.siege.office.letters()
        return _ids(mid)


def _ids(mid: str) -> str:
    return f"In-Reply-To: {mid}\r\nReferences: {mid}"


NEW = "For: Joy\nMend the roof by Friday."
Send = Callable[[Scene], str]


def _unbare(scene: Scene, send: Send) -> str:
    scene.a_known()
    return send(scene)


def _approve(proof: str, *, token: bool, sender: str = STEPHANIE, money: str = "", ids: bool = False) -> Send:
    def send(scene: Scene) -> str:
        review = scene.review(money)
        to, subject = (review.reply_to, "Re: it") if token else (TASKS, "Re: [T-1] Calldown")
        return scene.put(
            sender, to, "approve", proof, subject=subject, head=scene.her_thread() if ids else ""
        )

    return send


def _always(proof: str, *, token: bool, sender: str = STEPHANIE) -> Send:
    def send(scene: Scene) -> str:
        knock = scene.knock()
        to, subject = (knock.reply_to, "Re: it") if token else (TASKS, f"Re: {knock.subject}")
        return scene.put(sender, to, "always", proof, subject=subject)

    return send


def _joy(proof: str, *, token: bool, sender: str = JOY, ids: bool = False, several: bool = False) -> Send:
    def send(scene: Scene) -> str:
        head = scene.joys_mail() if ids else ""
        if several:
            scene.siege.begin("joy", "Flyer")
        return scene.put(
            sender,
            scene.assignment.reply_to if token else TASKS,
            "Half of them are called.",
            proof,
            head=head,
        )

    return send


def _known(send: Send) -> Send:
    return lambda scene: _unbare(scene, send)


# row: (column, the mail, what the office must do)
STRANGER, NEW_TASK, WORD = "stranger: new task", "owner: new task", "owner: any word on a task"
MONEY, PEOPLE, JOYS = (
    "owner: approve, paid, budget, where money hangs",
    "owner: people, addresses, erasure",
    "contractor: any word or text",
)
BILL = "invoice: 200 USD"
CELLS: tuple[tuple[str, str, str, Send, str], ...] = (
    (STRANGER, "A", "held", lambda s: s.put(EVE, TASKS, NEW, EVIL_PASS), "held"),
    (
        STRANGER,
        "T, other From",
        "held",
        lambda s: s.put(EVE, s.joys_digest(), "done", EVIL_PASS),
        "knock",
    ),
    (STRANGER, "a", "held", lambda s: s.put(EVE, TASKS, NEW, ""), "held"),
    (STRANGER, "F", "held", lambda s: s.put(EVE, TASKS, NEW, EVIL_FAIL), "held"),
    (NEW_TASK, "A+T", "do", lambda s: s.put(STEPHANIE, s.secret(), NEW, PASS), "done"),
    (NEW_TASK, "A", "do", lambda s: s.put(STEPHANIE, TASKS, NEW, PASS), "done"),
    (NEW_TASK, "T+a", "do", lambda s: s.put(STEPHANIE, s.secret(), NEW, ""), "done"),
    (NEW_TASK, "T, other From", "confirm", lambda s: s.put(EVE, s.secret(), NEW, EVIL_PASS), "asked"),
    (NEW_TASK, "T, other From", "confirm", lambda s: s.put(BEN, s.secret(), NEW, ""), "asked"),
    (NEW_TASK, "a", "confirm*", lambda s: s.put(STEPHANIE, TASKS, NEW, ""), "asked"),
    (NEW_TASK, "a", "confirm*", _known(lambda s: s.put(STEPHANIE, TASKS, NEW, "")), "knock"),
    (NEW_TASK, "F", "held", lambda s: s.put(STEPHANIE, TASKS, NEW, FAIL), "knock"),
    (NEW_TASK, "F", "held", lambda s: s.put(STEPHANIE, s.secret(), NEW, FAIL), "knock"),
    (WORD, "A+T", "do", _approve(PASS, token=True), "done"),
    (WORD, "A", "do if References lead", _approve(PASS, token=False, ids=True), "done"),
    (WORD, "A", "else confirm", _approve(PASS, token=False), "asked"),
    (WORD, "T+a", "do, undo offered", _approve("", token=True), "done, undo offered"),
    (WORD, "T, other From", "held", _approve(EVIL_PASS, token=True, sender=EVE), "knock"),
    (WORD, "a", "confirm*", _approve("", token=False), "asked"),
    (WORD, "a", "confirm*", _approve("", token=False, ids=True), "asked"),
    (WORD, "a", "confirm*", _known(_approve("", token=False, ids=True)), "knock"),
    (WORD, "F", "held", _approve(FAIL, token=True), "knock"),
    (MONEY, "A+T", "do", _approve(PASS, token=True, money=BILL), "done"),
    (MONEY, "A", "confirm", _approve(PASS, token=False, ids=True, money=BILL), "asked"),
    (MONEY, "T+a", "confirm", _approve("", token=True, money=BILL), "asked"),
    (MONEY, "T, other From", "held", _approve(EVIL_PASS, token=True, sender=EVE, money=BILL), "knock"),
    (MONEY, "a", "confirm*", _approve("", token=False, money=BILL), "asked"),
    (MONEY, "a", "confirm*", _known(_approve("", token=False, money=BILL)), "knock"),
    (MONEY, "F", "held", _approve(FAIL, token=True, money=BILL), "knock"),
    (PEOPLE, "A+T", "`always` on a knock: do", _always(PASS, token=True), "done"),
    (PEOPLE, "A", "code", _always(PASS, token=False), "asked"),
    (PEOPLE, "T+a", "`always`: code", _always("", token=True), "asked"),
    (PEOPLE, "T, other From", "held", _always(EVIL_PASS, token=True, sender=EVE), "knock"),
    (PEOPLE, "a", "held", _always("", token=False), "knock"),
    (PEOPLE, "F", "held", _always(FAIL, token=True), "knock"),
    (JOYS, "A+T", "do / file", _joy(JOY_PASS, token=True), "done"),
    (JOYS, "A", "References lead", _joy(JOY_PASS, token=False, ids=True, several=True), "done"),
    (JOYS, "A", "exactly one own task is open", _joy(JOY_PASS, token=False), "done"),
    (JOYS, "A", "else asked which", _joy(JOY_PASS, token=False, several=True), "asked which"),
    (JOYS, "T+a", "do / file, marked", _joy("", token=True), "done"),
    (JOYS, "T, other From", "held", _joy(EVIL_PASS, token=True, sender=EVE), "knock"),
    (JOYS, "T, other From", "held", _joy("", token=True, sender=BEN), "knock"),
    (JOYS, "a", "file, marked unproven", _joy("", token=False, ids=True), "filed unproven"),
    (JOYS, "a", "else held", _joy("", token=False), "knock"),
    (JOYS, "F", "held", _joy(JOY_FAIL, token=True), "knock"),
)


def _did(siege: Siege, key: str) -> str:
    """What the office did with the mail of this key, in one word or two."""
    letters = siege.round()
    told = {letter.kind for letter in letters}
    row = siege.store.ledger(key)
    assert row is not None
    if row.filed is Filed.HELD:
        words = {"confirm": "asked", "which-task": "asked which", "knock": "knock"}
        assert len(letters) <= 1 and told <= words.keys(), told
        return words[told.pop()] if told else "held"
    history = siege.store.history(row.task) if row.task else siege.store.history(0)
    mine = [fact for fact in history if fact.mail == key]
    if any(fact.by == "unproven" for fact in mine):
        return "filed unproven"
    assert mine or row.filed is Filed.ORDER, row
    undone = [letter for letter in letters if letter.kind == "transcript" and "Undo: " in letter.text]
    return "done, undo offered" if undone else "done"


@pytest.mark.parametrize(
    ("row", "column", "cell", "send", "expected"),
    [pytest.param(*cell, id=f"{n} {cell[0]} x {cell[1]}: {cell[2]}") for n, cell in enumerate(CELLS)],
)
def test_a_cell_as_the_office_applies_it(
    tmp_path: Path, row: str, column: str, cell: str, send: Send, expected: str
) -> None:
    assert cell in specified()[row][column]
    with besieged(tmp_path) as siege:
        assignment, receipt = siege.begin()
        key = send(Scene(siege, receipt, assignment))
        assert _did(siege, key) == expected
        found = siege.store.ledger(key)
        assert found is not None
        shown = column if row != STRANGER or column.startswith("T") else "a"  # nobody weighs a stranger
        assert f"{row} x {shown}: " in str(found.why["table"])
        for held in siege.store.held_rows():
            assert held.key != key or f"{row} x {shown}: " in held.cell


def test_every_cell_has_its_mail() -> None:
    given = {(row, column) for row, column, *_ in CELLS}
    wanted = {
        (row, column) for row, cells in specified().items() for column, cell in cells.items() if cell != "-"
    }
    assert given == wanted
