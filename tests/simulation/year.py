"""The simulated house: the real rooms on a seeded clock, and the oracle beside.

Empty time is skipped: a round is done where mail comes, where the product says
that the clock has something to do, and where the oracle says so. After each
round what was decided is compared with what had to be.
"""

import heapq
import itertools
import json
import math
import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from email import message_from_bytes
from hashlib import sha256
from pathlib import Path
from random import Random
from time import monotonic

from config import load
from intake.parse import parse
from shell.drain import WAITING, resume
from shell.letters_known import text_of
from shell.rounds import first_start, next_moment, one_round
from shell.workshop import Workshop, open_workshop
from store.port import Batch
from store.record import Record
from tasks.letters import Filed, OutboxState
from tests.simulation.cast import ACTORS, CHIEF, CONTRACTORS, OWNERS, config
from tests.simulation.folk import Folk, Got, Plan, Wish, wall
from tests.simulation.oracle import Letter, Oracle
from tests.simulation.ports import FaultyBox, FaultyRoom, Killed, Luck
from tests.simulation.taking import take_up

CLOCK_KINDS = frozenset({"reminder", "overdue", "late", "owed-answer", "escalation", "probe"})
KEY = "5a" * 32
SECOND, MINUTE, HOUR, DAY = (timedelta(seconds=s) for s in (1, 60, 3600, 86400))
Event = Callable[[], None]


@dataclass(frozen=True)
class Plot:
    """What is to happen: how many tasks in how many days, and what fails."""

    seed: int
    tasks: int = 1000
    days: int = 365
    outages: int = 24
    jumps: int = 6
    renumberings: int = 3
    start: datetime = datetime(2026, 6, 1, 5, tzinfo=UTC)
    digest_at: time = time(7, 30)


@dataclass
class Tally:
    """What happened, for the test and the bench to look at."""

    mails: int = 0
    letters: int = 0
    rounds: int = 0
    kills: int = 0
    digests: int = 0
    days: int = 0
    faults: list[str] = field(default_factory=list)
    hash: str = ""


class Year:
    """One run. `folder` holds the store; the key is given, so that the same seed
    gives the same bytes."""

    def __init__(self, folder: Path, plot: Plot) -> None:
        self.plot, self.folder, self.tally = plot, folder, Tally()
        self.true = plot.start  # the time of the world; the clock of the machine may differ
        self.offset = timedelta()
        self.random = Random(plot.seed)
        self.luck = Luck(Random(plot.seed + 1))
        self.room, self.box = FaultyRoom(luck=self.luck), FaultyBox(self.luck)
        self.folk = Folk(Random(plot.seed + 2))
        self.events: list[tuple[datetime, int, Event]] = []
        self._order = itertools.count()
        self._ids = itertools.count(1)
        self.wishes: dict[str, Wish] = {}
        self.composed: list[tuple[str, str, str, bytes]] = []  # of this round: whom, kind, key, bytes
        self.known: dict[bytes, str] = {}
        self.up = True
        (folder / "config.yaml").write_text(config(plot.digest_at), encoding="utf-8")
        self.config = load(folder / "config.yaml", {"PW": "x"})
        self._give_key()
        self.shop = self._open()
        first_start(self.shop)
        first, last = plot.start.date() - DAY * 20, plot.start.date() + DAY * (plot.days + 60)
        almanacs = {key: actor.almanac(first, last) for key, actor in ACTORS.items()}
        owners = tuple(a.key for a in ACTORS.values() if a.owner)
        self.oracle = Oracle(almanacs, owners, CHIEF, plot.digest_at, plot.start)

    # the machine

    @property
    def now(self) -> datetime:
        """What the clock of the machine says."""
        return self.true + self.offset

    def _give_key(self) -> None:
        path = self.config.key_file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps({"current": 1, "keys": {"1": KEY}, "secret_epochs": {}}))
        path.chmod(0o600)

    def _open(self) -> Workshop:
        shop = open_workshop(self.config, lambda: self.now)
        shop.source, shop.poster = self.room, self.box
        shop.parse = lambda mail: parse(mail.raw, mail.arrived_at)
        commit = shop.store.commit

        def watched(batch: Batch) -> None:
            commit(batch)
            self._saw(batch)

        shop.store.commit = watched  # type: ignore[method-assign]
        return shop

    def _saw(self, batch: Batch) -> None:
        """What was decided, seen at the door of the store."""
        for row in batch.outbox:
            self.composed.append((row.ref.person, row.ref.kind, row.ref.key, row.raw))
            if self.known.setdefault(row.raw, row.ref.key) != row.ref.key:
                self.fault(f"two letters with the same bytes: {row.ref.key}")
        row_ = batch.ledger
        if row_ is not None and row_.filed is not Filed.DUPLICATE:
            wish = self.wishes.pop(row_.message_id, None)
            self.tally.mails += 1
            if wish is None:
                self.fault(f"{row_.message_id} was taken up twice")
            else:
                take_up(self.oracle, wish, row_.task, self.now)

    def restart(self) -> None:
        self.shop.close()
        self.shop = self._open()
        resume(self.shop)

    def fault(self, words: str) -> None:
        self.tally.faults.append(f"{self.now:%a %d %b %Y %H:%M:%S}: {words}")

    # time

    def plan(self, at: datetime, event: Event) -> None:
        heapq.heappush(self.events, (at, next(self._order), event))

    def run(self, until: float = math.inf) -> Tally:
        """Live through all of it. The last weeks bring no new work. What is still
        to come `until` (of `time.monotonic`) is left out."""
        self._plot()
        end = self.plot.start + DAY * self.plot.days
        while self.true < end and monotonic() < until:
            self._to_next(end)
            while self.events and self.events[0][0] <= self.true:
                heapq.heappop(self.events)[2]()
            if self.up:
                self._round()
        self.tally.days = (self.true - self.plot.start) // DAY
        self._look_back(whole=self.true >= end)
        self.shop.close()
        return self.tally

    def _to_next(self, end: datetime) -> None:
        """The next moment of the world at which anything can happen."""
        moments = [end, self.true + DAY]
        if self.events:
            moments.append(self.events[0][0])
        if self.up:
            theirs = next_moment(self.shop)
            if theirs <= self.now + MINUTE:  # what waits for the mailbox is looked at each minute
                theirs = self.now + HOUR
            machine = min(theirs, self.oracle.next_moment(self.now))
            moments.append(max(machine - self.offset, self.true + SECOND))
            moments.append(self._next_try())
        self.true = max(min(moments), self.true)

    def _next_try(self) -> datetime:
        """When a letter that was put off is tried again."""
        if not self.box.put_off:
            return self.true + DAY
        waiting = [row.next_at for row in self.shop.store.outbox(WAITING) if row.next_at]
        self.box.put_off = bool(waiting)
        return max(min(waiting, default=self.now + DAY) - self.offset, self.true + MINUTE)

    def _round(self) -> None:
        """One round, and another where the process was killed in it."""
        for _ in range(50):
            place = self._try_round()
            if not place:
                break
            self.tally.kills += 1
            self.restart()
            self.true += SECOND
        self._deliver()

    def _try_round(self) -> str:
        """Where the process was killed, or "". What was decided is compared."""
        self.composed.clear()
        place = ""
        try:
            done = one_round(self.shop)
            if self.room.strayed or (done.trouble and not self.room.away):
                self._poke()
        except Killed as killed:
            place = str(killed)
        self.tally.rounds += 1
        if place != "fetch":
            self._compare()
        return place

    def _poke(self) -> None:
        """The daemon looks once a minute; here it is woken where that matters."""
        self.room.strayed = False
        self.plan(self.true + MINUTE, lambda: None)

    # what is compared

    def _compare(self) -> None:
        due = self.oracle.round(self.now, all_read=not self.room.away)
        got = [self._letter(*row) for row in self.composed if row[1] in CLOCK_KINDS]
        wrong = Counter(got)
        wrong.subtract(Counter(due.letters))
        for letter, count in wrong.items():
            if count:
                self.fault(f"{'not called for' if count > 0 else 'missed'}: {_words(letter)}")
        self.tally.letters += len(self.composed)
        self._compare_digests(due.digests, due.words)
        self._compare_states()

    def _letter(self, to: str, kind: str, _key: str, raw: bytes) -> Letter:
        one = _head_of(raw).get("X-Handoff-Task", "")
        tags = {one} if one else set(re.findall(r"\bT-\d+", text_of(message_from_bytes(raw))))
        return to, kind, frozenset(int(tag[2:]) for tag in tags)

    def _compare_digests(self, expected: dict[str, bool], words: dict[str, list[str]]) -> None:
        got: Counter[str] = Counter()
        for to, kind, _, raw in self.composed:
            if kind == "digest":
                got[to] += 1
                self._read_digest(to, raw, words.get(to, []))
                self.oracle.was_written(to, self.now)
        self.tally.digests += got.total()
        for who in got.keys() | expected.keys():
            must = expected.get(who)
            if got[who] > 1 or (got[who] and must is None) or (not got[who] and must):
                self.fault(f"{got[who]} digests for {who}, expected {must}")

    def _read_digest(self, to: str, raw: bytes, words: list[str]) -> None:
        if words:
            text = " ".join(text_of(message_from_bytes(raw)).split())
            for word in words:
                if word not in text:
                    self.fault(f"not told in the digest of {to}: {word}")

    def _compare_states(self) -> None:
        """What silence and words made of the tasks."""
        for number in sorted(self.oracle.touched & self.oracle.works.keys()):
            work, task = self.oracle.works[number], self.shop.store.task(number)
            assert task is not None
            theirs = (task.is_open, task.contractor, task.due and task.due.at, bool(task.questions))
            ours = (work.is_open, work.doer, work.due, work.asked is not None)
            if theirs != ours and (theirs[0] or ours[0]):
                self.fault(f"T-{number} is {theirs}, not {ours}; {task.stage}")
                del self.oracle.works[number]
        self.oracle.touched.clear()

    # people

    def _deliver(self) -> None:
        """Letters reach their readers, who will answer some of them."""
        for to, raw in self.box.fresh():
            got = self._got(to, raw)
            for plan in self.folk.answers(got):
                self.plan(self.true + plan.after, lambda plan=plan, got=got: self._write(plan, got))  # type: ignore[misc]

    def _got(self, to: str, raw: bytes) -> Got:
        fields = _head_of(raw)

        def of(name: str) -> str:
            return fields.get(name, "")

        number = int(of("X-Handoff-Task")[2:] or 0)
        work = self.oracle.works.get(number)
        person = to.partition("@")[0]
        refs, mid = of("References"), of("Message-ID")
        reply_to = of("Reply-To") or of("From")
        kind, due = of("X-Handoff-Letter"), work.due if work else None
        return Got(person, kind, of("Subject"), reply_to, mid, refs, number, due, self.true)

    def _write(self, plan: Plan, got: Got) -> None:
        subject = got.subject if got.subject.startswith("Re:") else f"Re: {got.subject}"
        refs = f"{got.references} {got.message_id}".strip()
        thread = [f"In-Reply-To: {got.message_id}", f"References: {refs}"]
        self._mail(plan.wish, got.reply_to, subject, plan.words, thread)

    def _mail(self, wish: Wish, to: str, subject: str, body: str, more: list[str]) -> None:
        actor = ACTORS[wish.who]
        domain = actor.address.partition("@")[2]
        mid = f"<m{next(self._ids)}@{domain}>"
        lines = [
            f"Authentication-Results: mx.example.com; dmarc=pass header.from={domain}",
            f"From: {actor.key.title()} <{actor.address}>",
            f"To: {to}",
            f"Subject: {subject}",
            f"Message-ID: {mid}",
            f"Date: {self.true:%a, %d %b %Y %H:%M:%S} +0000",
            *more,
            "MIME-Version: 1.0",
            "Content-Type: text/plain; charset=utf-8",
        ]
        self.wishes[mid] = wish
        self.room.deliver(("\r\n".join(lines) + f"\r\n\r\n{body}\r\n").encode(), self.true)

    # the plot

    def _plot(self) -> None:
        days = max(self.plot.days - 25, 1)
        for n in range(self.plot.tasks):
            at = self.plot.start + timedelta(seconds=self.random.randint(3600, days * 86400))
            self.plan(at, lambda n=n: self._new_task(n))  # type: ignore[misc]
        span = DAY * days / max(self.plot.outages, 1)
        for n in range(self.plot.outages):
            at = self.plot.start + span * n + span * self.random.uniform(0.1, 0.4)
            length = self.random.choice((7 * MINUTE, HOUR, 5 * HOUR, 14 * HOUR, 30 * HOUR, 3 * DAY))
            length = min(length, span / 4) + timedelta(seconds=self.random.randint(0, 3600))
            down, back = self.OUTAGES[n % len(self.OUTAGES)]
            self.plan(at, lambda down=down: down(self))  # type: ignore[misc]
            self.plan(at + length, lambda back=back: back(self))  # type: ignore[misc]
        for n in range(self.plot.jumps):
            self._jump(self.plot.start + span * (n * 4 + 0.7), n)
        for n in range(self.plot.renumberings):
            self.plan(self.plot.start + DAY * days * (n + 0.5) / self.plot.renumberings, self._renumber)

    def _new_task(self, n: int) -> None:
        owner, doer = self.random.choice(OWNERS), self.random.choice(CONTRACTORS)
        zone = self.oracle.almanacs[owner.key].zone
        day = date.fromordinal(self.true.astimezone(zone).date().toordinal() + self.random.randint(1, 11))
        there = datetime.combine(day, time(self.random.randint(7, 20), self.random.choice((0, 30))), zone)
        wish = Wish(owner.key, "open", due=there.astimezone(UTC), doer=doer.key)
        body = f"Please paint the door of house {n}.\nDue: {wall(there)}"
        self._mail(wish, f"tasks+{doer.key}@example.com", f"Door of house {n}", body, [])

    def _renumber(self) -> None:
        self.room.clear(self.true)
        self.room.renumber()

    def _stop(self) -> None:
        self.shop.close()
        self.up = False

    def _start(self) -> None:
        self.shop = self._open()
        self.up = True
        resume(self.shop)
        self.oracle.restarted()

    def _lose_room(self) -> None:
        self.room.away = True

    def _find_room(self) -> None:
        self.room.away = False

    def _lose_box(self) -> None:
        self.box.away = True

    def _find_box(self) -> None:
        self.box.away = False

    OUTAGES = (
        (_stop, _start),
        (_stop, _start),
        (_lose_room, _find_room),
        (_stop, _start),
        (_lose_box, _find_box),
    )

    def _jump(self, at: datetime, n: int) -> None:
        """The clock goes wrong, and is set right again. Nothing is killed meanwhile."""
        by = (3 * HOUR, -40 * MINUTE, -90 * SECOND, 26 * HOUR)[n % 4]
        calm = 0.0 if n >= 0 else self.luck.killed

        def set_to(offset: timedelta, killed: float) -> None:
            self.offset, self.luck.killed = offset, killed

        self.plan(at, lambda: set_to(by, calm))
        self.plan(at + HOUR, lambda: set_to(timedelta(), calm))
        self.plan(at + 3 * DAY, lambda: set_to(timedelta(), Luck.killed))

    # the end

    def _look_back(self, *, whole: bool) -> None:
        """Each letter went out once, or twice where that was in doubt; what did
        not go out was called off or is still on its way."""
        assert isinstance(self.shop.store, Record)
        rows = self.shop.store.rows("SELECT key, state FROM outbox")  # not all their bytes again
        states = {key: OutboxState(state) for key, state in rows}
        copies = Counter({raw: count for (_, raw), count in self.box.taken.items()})
        for raw, key in self.known.items():
            state, count = states[key], copies[raw]
            if count > 2 or (count == 2 and raw not in self.box.doubted):
                self.fault(f"{count} copies of letter {key}")
            if not count and state is OutboxState.SENT:
                self.fault(f"letter {key} is called sent, and was not")
            if not count and state is OutboxState.DEAD:
                self.fault(f"letter {key} was given up")
        if self.wishes and whole:
            self.fault(f"{len(self.wishes)} mails were never taken up: {list(self.wishes)[:5]}")
        self.tally.faults += self.shop.store.verify()
        self.tally.hash = sha256(repr(sorted(self.box.taken.items())).encode()).hexdigest()


def _head_of(raw: bytes) -> dict[str, str]:
    """The header fields of a letter of ours, unfolded: no name stands there twice."""
    head = raw.partition(b"\r\n\r\n")[0].decode("ascii")
    lines = (line.partition(":") for line in re.sub(r"\r\n(?=[ \t])", "", head).split("\r\n"))
    return {name: " ".join(value.split()) for name, _, value in lines}


def _words(letter: Letter) -> str:
    to, kind, tasks = letter
    return f"{kind} to {to} about {', '.join(f'T-{n}' for n in sorted(tasks))}"
