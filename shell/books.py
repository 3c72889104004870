"""A decision becomes one batch: letters written out, facts numbered, rows folded.

All that one intent changes is committed at once or not at all; sending, moving
and logging come after.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from outbound.compose import write_out
from outbound.desk import Desk
from shell.remarks import kept
from shell.views import OPEN_CODE
from shell.views_follow import IN_TIME
from store.port import Batch, LedgerRow, OutboxRow, ThreadMail
from tasks.absence import with_absences
from tasks.events import Fact, LetterOwed, WorkApproved
from tasks.events_hands import HouseEvent
from tasks.evolve import evolve
from tasks.in_time import marked
from tasks.intents import Arrival, Held, LetterRef, View
from tasks.joining import group_of
from tasks.letters import Decision, Kind, Letter, several
from tasks.model import Task
from tasks.reminders import wake_at
from tasks.replacing import replace

INTRODUCING = frozenset({Kind.ASSIGNMENT, Kind.JOINED})


@dataclass
class _Books:
    """The fold goes on while letters are written: each one is the newest mail
    of its reader's thread for the next."""

    view: View
    desk: Desk
    now: datetime
    tasks: dict[int, Task] = field(default_factory=dict)
    facts: list[Fact] = field(default_factory=list)
    mails: list[ThreadMail] = field(default_factory=list)
    outbox: list[OutboxRow] = field(default_factory=list)
    meta: dict[str, str] = field(default_factory=dict)
    daily: bool = True  # not one that somebody asked for

    def fold(self, fact: Fact) -> None:
        self.facts.append(fact)
        if isinstance(fact.event, HouseEvent):  # an absence counts for the letters of its own mail
            self.desk = replace(self.desk, house=with_absences(self.desk.house, (fact,)))
        if fact.task:
            folded = evolve(self.tasks.get(fact.task) or self.view.tasks.get(fact.task), fact)
            assert folded is not None
            self.tasks[fact.task] = folded
            if isinstance(fact.event, WorkApproved):
                key = f"{IN_TIME}{folded.contractor}"  # of several at one moment each leaves its mark
                known = self.meta.get(key, self.view.in_time.get(folded.contractor, ""))
                self.meta[key] = marked(known, folded)

    def write(self, letter: Letter) -> None:
        """Write one letter out, and let its task know that it is owed."""
        number = letter.task.number if letter.task else 0
        if number:
            letter = replace(letter, task=self.tasks.get(number) or self.view.tasks[number])
        written = write_out(letter, self.desk, self.now)
        about = () if number else several(letter)
        ref = LetterRef(letter.key, letter.kind.value, letter.to, number, letter.asked, about)
        address = self.desk.house.people[letter.to].address
        self.outbox.append(OutboxRow(ref, written.message_id, address, written.raw, self.now))
        if letter.kind in INTRODUCING:
            self.meta[f"introduced:{letter.to}"] = self.now.isoformat()
        held = letter.facts.get("held_mail")
        if letter.kind is Kind.CONFIRM and isinstance(held, Held) and (group := group_of(held)):
            self.meta[f"{OPEN_CODE}{group}"] = str(held.number)
        if letter.kind is Kind.DIGEST and self.daily:
            self.meta[f"digest:{letter.to}"] = self.now.isoformat()
        if letter.task:
            self._owed(letter, letter.task, written.message_id, written.subject)

    def _owed(self, letter: Letter, task: Task, message_id: str, subject: str) -> None:
        event = LetterOwed(letter.kind.value, letter.to, letter.key, message_id, subject)
        self.fold(Fact(task.number, task.version + 1, self.now, "handoff", "own letter", event))
        self.mails.append(ThreadMail(message_id, task.number, letter.to, self.now, letter.kind.value))


def _wakes(books: _Books, decision: Decision, *, every: bool, ticked: bool) -> dict[int, datetime | None]:
    """When the clock looks at each task next: at those that changed, at `every`
    one of the view, or at those of somebody who came or went."""
    house, now = books.desk.house, books.now  # as this decision leaves it
    every = every or any(isinstance(fact.event, HouseEvent) for fact in decision.facts)
    looked_at = {**books.view.tasks, **books.tasks} if every else books.tasks
    return {n: wake_at(t, house, now, ticked=ticked) for n, t in looked_at.items()}


def batch_of(
    decision: Decision,
    view: View,
    desk: Desk,
    now: datetime,
    *,
    mail: Arrival | None = None,
    ledger: LedgerRow | None = None,
    replaces: bool = False,
    order: tuple[int, str] | None = None,
    meta: Mapping[str, str] | None = None,
    ticked: bool = False,
) -> Batch:
    """The whole change of one decision. Pure but for the attachments that
    `compose` reads back from the spool. `ticked`: all rungs that came due in
    the view's tasks were looked at."""
    books = _Books(view, desk, now, meta=dict(meta or {}), daily=mail is None)
    for fact in decision.facts:
        books.fold(fact)
    for letter in decision.letters:
        books.write(letter)
    if mail and decision.task and decision.facts:
        who = mail.sender.person or mail.sender.address
        books.mails.append(ThreadMail(mail.message_id, decision.task, who, now, "mail"))
    return Batch(
        ledger=ledger,
        replaces=replaces,
        facts=tuple(books.facts),
        tasks=tuple(books.tasks.values()),
        wake=_wakes(books, decision, every=mail is None, ticked=ticked),
        mails=tuple(books.mails),
        outbox=tuple(books.outbox),
        held=decision.held,
        slots=decision.slots,
        remarks=tuple(kept(now, remark) for remark in decision.remarks),
        order_done=order,
        meta=books.meta,
        at=now,
    )
