"""A random life played on the core, with the oracle of the simulated year beside it.

The core decides, the store for tests keeps, and after each round what was
decided is compared with what tests/simulation/oracle.py says was owed.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from language.meaning import NO_DUE, Checkpoint, Command, DueReading, Sure
from shell.remarks import kept
from shell.views import view_of
from store.codec import decode_event, encode
from store.memory import MemoryStore
from store.port import Batch
from tasks.decide import decide
from tasks.events import SCHEMA, RungPassed
from tasks.evolve import evolve
from tasks.intents import Arrival, Evidence, Intent, LetterRef, OpenTask, Say, Sender, Short, Ticked
from tasks.letters import Decision, Item, Kind, Letter
from tasks.model import Task
from tasks.reminders import wake_at
from tests.practices.schedules import Opening, Schedule, Word
from tests.simulation.folk import Wish
from tests.simulation.oracle import Letter as Owed
from tests.simulation.oracle import Oracle, Work
from tests.simulation.taking import take_up

MINUTE, DAY = timedelta(minutes=1), timedelta(days=1)
HALF_HOUR = timedelta(minutes=30)
OF_THE_CLOCK = frozenset({"reminder", "overdue", "late", "owed-answer", "escalation", "probe"})
AHEAD = frozenset({"reminder", "probe"})  # says nothing any more once the due moment is over
PLAIN = "The list is longer than it was."


@dataclass
class Played:
    """One life while it is played; `wrong` says what broke which law."""

    life: Schedule
    wrong: list[str] = field(default_factory=list)
    sent: list[tuple[datetime, Letter]] = field(default_factory=list)
    rungs: int = 0
    skipped: int = 0

    def __post_init__(self) -> None:
        self.store = MemoryStore(evolve)
        self.now = self.life.begins
        self.oracle = Oracle(self.life.almanacs, (), "chief", time(7, 30), self.life.begins)
        self.keys = 0

    # what happens

    def play(self) -> "Played":
        """The whole life: words come, the clock ticks, nothing runs, it starts again."""
        events = self._events()
        up_again = self.now
        while self.now < self.life.ends:
            up_again = max(
                (end for begin, end in self.life.down if begin <= self.now < end), default=up_again
            )
            if self.now < up_again:
                self.now = up_again
                self._restart()
            while events and events[0][0] <= self.now:
                self._happen(events.pop(0)[1])
            self._tick()
            following = events[0][0] if events else self.life.ends
            self.now = self._next(following)
        self._laws()
        return self

    def _events(self) -> list[tuple[datetime, Opening | Word | None]]:
        found: list[tuple[datetime, Opening | Word | None]] = [(at, None) for at in self.life.restarts]
        found += [(each.at, each) for each in self.life.openings]
        found += [(each.at, each) for each in self.life.words]
        return sorted(found, key=lambda event: event[0])

    def _next(self, following: datetime) -> datetime:
        """The first moment at which anybody expects anything, a little late at times."""
        wake = self.store.next_wake()
        moments = [at for at in (wake, self.oracle.next_moment(self.now), following) if at]
        late = timedelta(seconds=(self.now.second * 7 + self.life.seed * 13) % 100)
        return max(min(moments) + late, self.now + timedelta(seconds=20))

    def _happen(self, event: Opening | Word | None) -> None:
        self.now += timedelta(microseconds=1)  # no two readings of a clock are alike
        if event is None:
            self._restart()
        elif isinstance(event, Opening):
            self._open(event)
        elif event.task < self.store.next_task():
            self._say(event)

    def _restart(self) -> None:
        """All that was in memory is gone: each task is what its stored facts make of it."""
        self.oracle.restarted()
        for task in self.store.tasks():
            again: Task | None = None
            for fact in self.store.history(task.number):
                event = decode_event(type(fact.event).__name__, SCHEMA, encode(fact.event))
                again = evolve(again, replace(fact, event=event))
            if again != task:
                self.wrong.append(f"{task.tag} is not the fold of its facts")

    # mails

    def _open(self, opening: Opening) -> None:
        number = self.store.next_task()
        points = tuple(Checkpoint(at, f"by point {n}") for n, at in enumerate(opening.points))
        due = replace(_read(opening.due, opening.zone), checkpoints=points)
        mail = self._mail(
            "olga", due=due, hint=opening.doer, fresh=True, subject=f"Door {number}", body="Paint"
        )
        self._decided(OpenTask(mail))
        wish = Wish("olga", "open", due=opening.due, doer=opening.doer, points=opening.points)
        take_up(self.oracle, wish, number, self.now)

    def _say(self, word: Word) -> None:
        work = self.oracle.works.get(word.task)
        if work is None:
            return
        who = work.owner if word.role == "owner" else work.doer
        date_ = self._date(word, work) if word.what == "eta" else None
        other = "dave" if work.doer == "dora" else "dora"
        mail = self._words(word, who, date_, other)
        self._decided(Say(mail, word.task))
        wish = Wish(who, word.what, due=date_, doer=other, days=word.remind)
        take_up(self.oracle, wish, word.task, self.now)

    def _date(self, word: Word, work: Work) -> datetime:
        """A date later than the one that holds, on a whole hour."""
        later = max(work.due or self.now, self.now) + DAY * word.days + timedelta(hours=1)
        return later.replace(minute=0, second=0, microsecond=0)

    def _words(self, word: Word, who: str, date_: datetime | None, other: str) -> Arrival:
        match word.what:
            case "eta":
                return self._command(who, Command("eta", "then", line="eta: then", due=_read(date_, "UTC")))
            case "progress":
                return self._command(who, Command("progress", str(word.percent), line=f"{word.percent}%"))
            case "remind":
                days = {0: "none", 2: "2 days before", None: "as usual"}[word.remind]
                return self._command(who, Command("remind", days, line=f"remind: {days}"))
            case "assign":
                return self._command(who, Command("assign", other, line=f"assign: {other}"))
            case "answer":
                return self._mail(
                    who, words="The blue one.", answers=self._ref(Kind.QUESTION, who, word.task)
                )
            case "ok":
                ref = self._ref(Kind.PROPOSAL, who, word.task, "proposal")
                return self._mail(who, words="ok", short=Short("ok"), answers=ref)
            case "yes":
                ref = self._ref(Kind.REMINDER, who, word.task, "reminder")
                return self._mail(who, words="yes", short=Short("yes"), answers=ref)
            case "thanks":
                return self._mail(who, words="Thanks!", short=Short("thanks"))
            case "words":
                return self._mail(who, words=PLAIN, answers=self._ref(Kind.ASSIGNMENT, who, word.task))
            case "question" | "blocked":
                return self._command(
                    who, Command(word.what, "which colour", line=f"{word.what}: which colour")
                )
            case _:
                return self._command(who, Command(word.what, line=word.what))

    def _ref(self, kind: Kind, to: str, task: int, asked: str = "") -> LetterRef:
        return LetterRef("k", kind.value, to, task, asked or kind.value)

    def _command(self, who: str, command: Command) -> Arrival:
        return self._mail(who, words=command.line, commands=(command,))

    def _mail(self, who: str, **more: object) -> Arrival:
        self.keys += 1
        sender = Sender(f"{who}@x.example", person=who, evidence=Evidence.A_T)
        given = {"subject": "Re: Door", "words": "", "fresh": False, "present": (who,), **more}
        given.setdefault("body", given["words"])
        return Arrival(
            f"key{self.keys}",
            f"<m{self.keys}@x>",
            sender,
            written_at=self.now,
            led=True,
            **given,  # type: ignore[arg-type]
        )

    # decisions

    def _tick(self) -> None:
        """A round: what it brought, and what it had to bring. The first tick may
        make room for another (a date that holds brings a rung at once)."""
        owed = self.oracle.round(self.now, all_read=True)
        found: list[Owed] = []
        if self.store.due_to_wake(self.now, 1):
            decision = self._decided(Ticked())
            found = [_owed(letter) for letter in decision.letters if letter.kind.value in OF_THE_CLOCK]
            self._count(decision)
        wrong = Counter(found)
        wrong.subtract(Counter(owed.letters))
        self.wrong += [
            f"{self.now:%a %d %b %H:%M} {'not owed' if n > 0 else 'missed'}: {letter}"
            for letter, n in wrong.items()
            if n
        ]

    def _count(self, decision: Decision) -> None:
        """Each skipped rung is told to its owner, in the words that the digest will have."""
        passed = [f.event for f in decision.facts if isinstance(f.event, RungPassed)]
        silent = [rung for rung in passed if not rung.sent]
        self.rungs += len(passed)
        self.skipped += len(silent)
        told = [r for r in decision.remarks if "was not sent" in r.words and r.to == "olga"]
        if len(told) != len(silent):
            self.wrong.append(f"{self.now}: {len(silent)} rungs skipped, {len(told)} told")

    def _decided(self, intent: Intent) -> Decision:
        view = view_of(self.store, self.life.house, intent, self.now)
        decision = decide(view, intent, self.now)
        tasks = dict(view.tasks)
        for fact in decision.facts:
            folded = evolve(tasks.get(fact.task), fact)
            assert folded is not None
            tasks[fact.task] = folded
        changed = {f.task: tasks[f.task] for f in decision.facts}
        ticked = isinstance(intent, Ticked)
        looked_at = {**view.tasks, **changed} if ticked else changed
        house = self.life.house
        self.store.commit(
            Batch(
                facts=decision.facts,
                tasks=tuple(changed.values()),
                wake={n: wake_at(t, house, self.now, ticked=ticked) for n, t in looked_at.items()},
                slots=decision.slots,
                remarks=tuple(kept(self.now, remark) for remark in decision.remarks),
                at=self.now,
            )
        )
        self.sent += [(self.now, letter) for letter in decision.letters]
        return decision

    # laws

    def _laws(self) -> None:
        """From the letters alone: none outside its reader's hours, one a day."""
        days: Counter[tuple[str, object, str]] = Counter()
        for at, letter in self.sent:
            if letter.kind.value not in OF_THE_CLOCK:
                continue
            reader = self.life.almanacs[letter.to]
            if not self._may_read(at, letter):
                self.wrong.append(f"{at}: {letter.kind} to {letter.to} outside their hours")
            if letter.unsolicited:
                days[letter.to, reader.day_of(at), "a letter of the clock"] += 1
            elif letter.kind is not Kind.ESCALATION and not self._is_near(at, letter):
                self.wrong.append(f"{at}: {letter.kind} to {letter.to} counts as none of the day's")
        self.wrong += [f"{n} times {key}" for key, n in days.items() if n > 1]

    def _may_read(self, at: datetime, letter: Letter) -> bool:
        """In their hours, or at most half an hour behind; a reminder also where
        the hours that come are too late for it."""
        reader = self.life.almanacs[letter.to]
        if any(reader.is_open(at - MINUTE * minutes) for minutes in range(32)):
            return True
        dues = [task.due.at for task in _tasks_of(letter) if task.due]
        return letter.kind.value in AHEAD and any(due <= reader.opening_after(at) for due in dues)

    def _is_near(self, at: datetime, letter: Letter) -> bool:
        """Exempt from one a day is only what says that something is due now: before
        the reader's next working day is over."""
        reader = self.life.almanacs[letter.to]
        until = reader.opening_after(reader.opening_after(at)) + DAY
        return all(task.due is not None and task.due.at <= until for task in _tasks_of(letter))


def _read(at: datetime | None, zone: str) -> DueReading:
    return DueReading(Sure.SURE, at, zone, f"{at.astimezone(ZoneInfo(zone)):%a %H:%M}") if at else NO_DUE


def _tasks_of(letter: Letter) -> Iterator[Task]:
    items = letter.facts.get("items") or ()
    assert isinstance(items, tuple)
    yield from (item.task for item in items if isinstance(item, Item))


def _owed(letter: Letter) -> Owed:
    numbers = {letter.task.number} if letter.task else {task.number for task in _tasks_of(letter)}
    return letter.to, letter.kind.value, frozenset(numbers)
