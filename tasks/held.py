"""Mail that may not go on: what is kept of it, and what became of it."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Held:
    """One held mail. `state`: held, passed on, let in, dropped. `cell`: the row and column that held
    it. `code_until`: how long (aware UTC) the question by code is open; None without one. `wish`:
    what it asks for. `joins`: older mails that this question asks about, too. `by_code`: passed on
    by its answer. `vouched`: by that, by a word with full proof, or by the operator."""

    number: int
    key: str
    at: datetime
    address: str
    name: str
    subject: str
    text: str
    reason: str
    knock: bool
    owner: str = ""  # who was or would be asked
    as_person: str = ""
    task: int = 0
    state: str = "held"
    cell: str = ""
    code_until: datetime | None = None
    by_code: bool = False
    vouched: bool = False
    known: bool = False  # its address was added by `always`
    wish: str = ""
    joins: tuple[int, ...] = ()
