"""The house as a state machine sees it: the real office, and a small model of
what must have come of all that was done to it."""

import re
from collections import Counter
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from random import Random

from intake.ledgerkey import ledger_key
from shell.drain import resume
from shell.rounds import one_round
from store.port import OutboxRow
from tasks.events import RungPassed
from tasks.letters import Filed, OutboxState
from tests.shell.office import CONFIG, MONDAY, Got, Office, got
from tests.simulation.ports import FaultyBox, FaultyRoom, Killed, Luck

OWNER, JOY, BEN = "stephanie@example.com", "joy@example.net", "ben@example.org"
STRANGER = "someone@elsewhere.example"
CALM = {"refused_move": 0.0, "twice": 0.0, "retry": 0.0, "uncertain": 0.0, "account": 0.0, "killed": 0.0}
SECOND = timedelta(seconds=1)
RESTING = (OutboxState.SENT, OutboxState.CANCELLED, OutboxState.DEAD)


@dataclass
class Room(FaultyRoom):
    """Its server keeps its own time, which is not set back with ours."""

    latest: datetime = MONDAY

    def put(self, raw: bytes, at: datetime, folder: str = "INBOX", in_sent: bool = False) -> int:
        self.latest = max(self.latest, at)
        return super().put(raw, self.latest, folder, in_sent)


class House(Office):
    """An office whose ports can be made to fail, with a model beside it:
    `tasks` the Message-IDs of task mails, `replies` of replies and the task each
    belongs to, `mails` every one that was ever delivered."""

    def __init__(self, folder: Path) -> None:
        self.luck = Luck(Random(1), **CALM)
        self.box_ = FaultyBox(self.luck)
        self.tasks: list[str] = []
        self.replies: dict[str, int] = {}
        self.mails: dict[str, bytes] = {}
        self.kills = 0
        self.latest = MONDAY  # what the clock has shown
        super().__init__(folder, CONFIG, one_process=True)

    def open(self):  # type: ignore[no-untyped-def]
        if not isinstance(self.mailroom, Room):
            self.mailroom = Room(luck=self.luck)
        shop = super().open()
        shop.poster = self.box_
        return shop

    # what is done to it

    def sends(self, sender: str, to: str, subject: str, body: str, **more: object) -> str:
        mid = self.mail(sender, to, subject, body, **more)  # type: ignore[arg-type]
        self.mails[mid] = self._newest()
        return mid

    def _newest(self) -> bytes:
        mails = self.mailroom.folders["INBOX"]
        return mails[max(mails)].raw

    def answers(self, letter: Got, sender: str, body: str) -> str:
        mid = self.reply(letter, body, sender=sender)
        self.mails[mid] = self._newest()
        return mid

    def letters_to(self, who: str) -> list[Got]:
        """Every letter about one task that an outside server took for them."""
        found = [got(to, raw) for (to, raw) in self.box_.taken if to == who]
        return [letter for letter in found if letter["X-Handoff-Task"]]

    def settles(self) -> None:
        """Rounds until nothing is half done; a killed process is started again."""
        self.latest = max(self.latest, self.now)
        for _ in range(20):
            try:
                done = one_round(self.shop)
            except Killed:
                self.dies()
                continue
            if not done.trouble:
                return

    def dies(self) -> None:
        """All that was in memory is gone."""
        self.kills += 1
        self.restart()
        resume(self.shop)

    def is_known(self, raw: bytes) -> bool:
        return self.shop.store.ledger(ledger_key(raw)) is not None

    # laws

    def check(self) -> None:
        self._l1_each_mail_is_one_thing()
        self._l2_tasks_are_task_mails()
        self._l3_replies_are_in_their_thread()
        self._l4_letters_are_sent_once()
        self._l5_letters_go_to_registered_people()
        assert self.shop.store.verify() == []  # L11

    def _taken(self) -> dict[str, Filed]:
        rows = {mid: self.shop.store.ledger(ledger_key(raw)) for mid, raw in self.mails.items()}
        return {mid: row.filed for mid, row in rows.items() if row is not None}

    def _l1_each_mail_is_one_thing(self) -> None:
        for mid, raw in self.mails.items():
            row = self.shop.store.ledger(ledger_key(raw))
            if row is not None:
                assert self.shop.spool.get(row.raw) is not None, f"the bytes of {mid} are gone"

    def _l2_tasks_are_task_mails(self) -> None:
        filed = self._taken()
        opened = [mid for mid in self.tasks if filed.get(mid) is Filed.TASK]
        assert len(list(self.shop.store.tasks())) == len(opened) + self._let_in()
        assert {mid for mid, what in filed.items() if what is Filed.TASK} <= {*self.tasks, *self._strangers()}

    def _strangers(self) -> set[str]:
        return {mid for mid, raw in self.mails.items() if STRANGER.encode() in raw}

    def _let_in(self) -> int:
        return sum(self._taken().get(mid) is Filed.TASK for mid in self._strangers())

    def _l3_replies_are_in_their_thread(self) -> None:
        for mid, number in self.replies.items():
            row = self.shop.store.ledger(ledger_key(self.mails[mid]))
            assert row is None or row.task == number, f"{mid} is in T-{row.task}, not in T-{number}"

    def _outbox(self) -> list[OutboxRow]:
        return list(self.shop.store.outbox(limit=100_000))

    def _l4_letters_are_sent_once(self) -> None:
        copies = Counter({raw: n for (_, raw), n in self.box_.taken.items()})
        rows = self._outbox()
        for row in rows:
            assert copies[row.raw] <= (2 if row.raw in self.box_.doubted else 1), row.ref
            if row.state is OutboxState.SENT:
                assert copies[row.raw] or row.raw in self.box_.doubted, f"{row.ref} was never taken"
        assert set(copies) <= {row.raw for row in rows}
        passed = Counter(
            fact.event.slot
            for task in self.shop.store.tasks()
            for fact in self.shop.store.history(task.number)
            if isinstance(fact.event, RungPassed)
        )
        assert all(n == 1 for n in passed.values()), passed.most_common(1)

    def _l5_letters_go_to_registered_people(self) -> None:
        known = {a for p in self.shop.house.people.values() for a in p.addresses}
        assert {row.to for row in self._outbox()} <= known
        for row in self._outbox():
            if row.ref.task:
                number = re.search(rb"(?m)^X-Handoff-Task: T-(\d+)", row.raw)
                assert number is not None and int(number[1]) == row.ref.task

    def waits_for_nothing(self) -> bool:
        """Whether in three days every rung that came was dealt with. The clock has
        caught up by then, and every reader's day has begun."""
        self.now = max(self.now, self.latest)
        for _ in range(18):
            self.now += timedelta(hours=4)
            self.settles()
        wake = self.shop.store.next_wake()
        return wake is None or wake > self.now

    # l7 and l8

    def picture(self) -> tuple[object, ...]:
        """All that a replay or a restart must not change."""
        store = self.shop.store
        tasks = [(t.number, t.version, t.state) for t in store.tasks()]
        letters = sorted((row.ref.key, row.state) for row in self._outbox())
        held = [(h.number, h.state) for h in store.held_rows()]
        return tasks, letters, held, sorted(self.box_.taken.values())


def quiet(house: House) -> None:
    """Everything works again, and enough time passes for what was put off."""
    for name, share in CALM.items():
        setattr(house.luck, name, share)
    house.mailroom.away = house.box_.away = False  # type: ignore[attr-defined]
    house.settles()
    end: datetime = house.now + timedelta(minutes=16)
    while house.now < end:
        house.now += timedelta(minutes=4)
        house.settles()
