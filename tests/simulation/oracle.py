"""What the clock must bring, reckoned from conversation.md and design.md alone.

This is the rules a second time: it knows what people said and when it was
taken up, and says for each round which letters it has to bring, no more and no
less. It never looks into the product.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

from tests.simulation.almanac import Almanac

HOUR = timedelta(hours=1)
ON_TIME = timedelta(minutes=30)
SLIP = timedelta(minutes=2)
GRACE = 12 * HOUR
OLD = timedelta(days=15)  # no digest tells of what was closed so long ago
WORKING = ("handed over", "accepted", "sent back")


@dataclass(slots=True)
class Work:
    """One task, as somebody who reads all its mail would tell it."""

    number: int
    owner: str
    doer: str
    due: datetime | None
    since: datetime  # when the doer got this promise
    handed: datetime
    stage: str = "handed over"
    heard: datetime | None = None
    fine: datetime | None = None
    answered: datetime | None = None
    asked: datetime | None = None
    stuck: datetime | None = None  # since when a question stops the work
    proposal: tuple[datetime, datetime | None] | None = None  # the date, and when it holds by silence
    changes: int = 0  # of an agreed date, that the doer proposed
    approves: datetime | None = None
    closed: datetime | None = None
    rests: bool = False
    called_off: tuple[str, datetime | None, datetime | None] | None = None  # stage, asked, stuck before it
    points: tuple[datetime, ...] = ()  # checkpoints
    done: datetime | None = None  # handed in
    once: bool = False  # whoever has it is always in time: one reminder is enough
    remind: int | None = None  # working days before; 0 not at all, None as usual
    chased: datetime | None = None  # when the clock wrote to the doer last
    passed: set[tuple[str, object]] = field(default_factory=set)
    reckoned: tuple["Step", ...] | None = None  # its steps to come, until anything about it changes
    begins: datetime | None = None  # the first of them

    def __setattr__(self, name: str, value: object) -> None:
        object.__setattr__(self, name, value)
        if name not in ("reckoned", "begins"):
            object.__setattr__(self, "reckoned", None)

    def went_past(self, step: "Step") -> None:
        self.passed.add(step.key)
        self.reckoned = None

    @property
    def is_open(self) -> bool:
        return self.closed is None

    @property
    def wants_a_word(self) -> bool:
        """A date is proposed to which silence does not agree."""
        return self.proposal is not None and self.proposal[1] is None

    @property
    def lives(self) -> bool:
        """Somebody waits for something: the work, or an answer that is owed after it."""
        return self.is_open or self.asked is not None

    @property
    def works(self) -> bool:
        return self.is_open and self.stage in WORKING


@dataclass(frozen=True, slots=True)
class Step:
    """One rung: what comes when to whom. `ahead` of the due moment; `free` of
    the one letter a day."""

    name: str
    kind: str
    at: datetime
    to: str
    work: Work
    promise: object
    ahead: bool = False
    free: bool = False

    @property
    def key(self) -> tuple[str, object]:
        return self.name, self.promise


Letter = tuple[str, str, frozenset[int]]  # to whom, of what kind, about which tasks
ORDER = ("late", "overdue", "owed-answer", "reminder", "probe", "escalation")  # the first names a letter


@dataclass
class Round:
    """What a round has to bring. `digests`: True where one must come, False
    where one may; `words` must stand in it."""

    letters: list[Letter] = field(default_factory=list)
    digests: dict[str, bool] = field(default_factory=dict)
    words: dict[str, list[str]] = field(default_factory=dict)


def _lately(work: Work, now: datetime) -> bool:
    return work.closed is None or now - work.closed < OLD


@dataclass
class Oracle:
    almanacs: Mapping[str, Almanac]
    owners: tuple[str, ...]
    chief: str
    digest_at: time
    began: datetime
    works: dict[int, Work] = field(default_factory=dict)
    letter_days: set[tuple[str, date]] = field(default_factory=set)
    seen: datetime | None = None
    told: dict[str, datetime] = field(default_factory=dict)  # when the last digest was written
    unsaid: dict[str, list[str]] = field(default_factory=dict)
    touched: set[int] = field(default_factory=set)  # tasks that words or silence changed
    in_time: dict[str, str] = field(default_factory=dict)  # 1 for each finished task in time, else 0
    rungs: int = 0
    skipped: int = 0

    def __post_init__(self) -> None:
        found = {who: self.almanacs[who].digests(self.digest_at) for who in self.owners}
        self._digests = {who: [(d, at) for d, at in all_ if at >= self.began] for who, all_ in found.items()}
        self._forgot = self.began
        self._next = dict.fromkeys(self.owners, 0)  # the first digest that was neither written nor missed

    # when

    def steps(self, work: Work) -> tuple[Step, ...]:
        """The rungs of a task as it stands that have not passed; one that rests has none,
        and of a closed one only a question is left over."""
        if work.reckoned is None:
            some = self._steps(work) if work.lives and not work.rests else ()
            work.reckoned = tuple(s for s in some if s.key not in work.passed)
            work.begins = min((s.at for s in work.reckoned), default=None)
        return work.reckoned

    def _steps(self, work: Work) -> Iterator[Step]:
        theirs = work.asked is None and not work.wants_a_word
        if work.works and theirs and work.remind != 0:
            yield from self._points(work)
            if not work.once or work.remind:
                yield from self._on_track(work)
        if work.works and work.due is not None:
            if work.remind != 0:
                yield from self._ahead(work, work.due)
            if work.asked is None:
                yield from self._late(work, work.due)
        if work.asked is not None:  # the digest names it from the first morning on
            if work.stuck is not None:
                first = self.almanacs[work.owner].days_later(work.stuck, 1)
                yield Step("owed 1", "owed-answer", first, work.owner, work, work.stuck)
            at = self.almanacs[work.owner].days_later(work.asked, 2)
            yield Step("owed 2", "owed-answer", at, work.owner, work, work.asked)

    def _ahead(self, work: Work, due: datetime) -> Iterator[Step]:
        doer, promise = self.almanacs[work.doer], (due, work.since)
        morning = doer.day_before(due, work.remind or 1).opens
        if morning > work.since:
            yield Step("day before", "reminder", morning, work.doer, work, promise, ahead=True)
        at = doer.not_later(due - 2 * HOUR)
        first = morning if morning > work.since else work.handed
        heard = work.heard is not None and work.heard >= first
        if work.once and not work.remind:
            return
        if at > work.since and not heard and not work.since < morning >= at:
            yield Step("hours before", "reminder", at, work.doer, work, promise, ahead=True, free=True)

    def _on_track(self, work: Work) -> Iterator[Step]:
        """One question for one silence: a working day without an acceptance
        (nor, where a date stands, any other word), or half
        of the working time that was left, and never less than eight hours of it. On
        the day of the first reminder, which asks the same, there is none any more."""
        doer, heard = self.almanacs[work.doer], (work.heard, work.fine, work.answered)
        quiet = max(at for at in (work.handed, work.since, *heard) if at)
        unsaid = work.stage == "handed over" and (work.heard is None or work.due is None)
        moments = [doer.days_later(quiet, 1)] if unsaid else []
        if work.due is not None and work.due > quiet:
            half = max(doer.between(quiet, work.due) / 2, 8 * HOUR)
            moments.append(doer.later(quiet, half))
        at = doer.in_hours(min(moments)) if moments else None
        mornings = [doer.morning_before(p) for p in work.points if work.due is None or p < work.due]
        first = min((m for m in mornings if m > quiet), default=None)
        if at is None or (first and doer.day_of(at) >= doer.day_of(first)):
            return
        if work.due and not self._before_reminders(work, work.due, at):
            return
        promise = (work.due, work.since, work.handed, quiet)
        yield Step("still on track", "probe", at, work.doer, work, promise, ahead=True)

    def _before_reminders(self, work: Work, due: datetime, at: datetime) -> bool:
        doer = self.almanacs[work.doer]
        morning = doer.day_before(due, work.remind or 1).opens
        first = morning if morning > work.since else doer.not_later(due - 2 * HOUR)
        return doer.day_of(at) < doer.day_of(first)

    def _points(self, work: Work) -> Iterator[Step]:
        """On the last working morning before a date on the way, unless they were
        heard from since."""
        doer = self.almanacs[work.doer]
        points = [at for at in work.points if work.due is None or at < work.due]
        for nth, point in enumerate(points, 1):
            morning = doer.morning_before(point)
            if morning <= max(work.since, work.handed) or (work.heard and work.heard >= morning):
                continue
            if morning in [doer.morning_before(p) for p in points[nth:]]:
                continue  # the later one of that morning asks
            if work.due and work.since < doer.day_before(work.due, work.remind or 1).opens <= morning:
                continue  # and so does the reminder of the date
            yield Step(
                f"checkpoint {nth}", "probe", morning, work.doer, work, (point, work.handed), ahead=True
            )

    def _late(self, work: Work, due: datetime) -> Iterator[Step]:
        doer, promise = self.almanacs[work.doer], (due, work.since)
        since = max(at for at in (due, work.since, work.answered, work.fine) if at)
        late, very = doer.later(since, 4 * HOUR), doer.later(since, 24 * HOUR)
        told = work.chased if ("late", promise) in work.passed else None
        anew = work.answered if told and work.answered and told < work.answered else None
        once_more = (*promise, anew) if anew else promise
        yield Step("late", "overdue", late, work.doer, work, once_more)
        yield Step("late owner", "late", self.almanacs[work.owner].in_hours(late), work.owner, work, promise)
        chief = self.almanacs[self.chief].in_hours(very)
        yield Step("escalate", "escalation", chief, self.chief, work, promise, free=True)

    def _live(self) -> list[Work]:
        works = self.works.values()  # asked for at every look: as `Work.lives` has it, without a call
        return [work for work in works if work.closed is None or work.asked is not None]

    def next_moment(self, now: datetime) -> datetime:
        """The first moment after `now` that may bring something."""
        moments = [self._digests[who][n][1] for who, n in self._next.items()]
        for work in self._live():
            if self._begins(work, now):
                moments += [s.at for s in self.steps(work) if s.at > now]
            elif work.begins is not None:
                moments.append(work.begins)
            moments += [work.proposal[1]] if work.is_open and work.proposal and work.proposal[1] else []
            moments += [work.approves] if work.approves else []
        return min((at for at in moments if at > now), default=now + 24 * HOUR)

    # what

    def restarted(self) -> None:
        """A process that starts knows the moments of its letters only; a clock
        is not set back here while nothing runs."""
        self.seen = None

    def round(self, now: datetime, *, all_read: bool) -> Round:
        """What a round at `now` has to bring, after its mails were taken up."""
        latest = max(self.seen or now, now)
        self.seen = latest
        if now < latest:
            self.told = {who: min(at, now) for who, at in self.told.items()}
        due = Round()
        if now < latest - SLIP:
            return due
        if now - self._forgot > OLD:
            self._forgot = now
            self.works = {n: w for n, w in self.works.items() if w.lives or _lately(w, now)}
        if all_read:
            self._act(now)
        self._ladder(now, due)
        for who in self.owners:
            self._digest(who, now, due)
        return due

    def _act(self, now: datetime) -> None:
        """Silence: a date holds, finished work is approved; of several after an outage
        in the order in which their times came."""
        for work in sorted(self._live(), key=lambda work: work.approves or now):
            proposal = work.proposal if work.is_open and not work.rests else None
            if proposal and proposal[1] and proposal[1] <= now:
                if now - proposal[0] > HOUR / 2:  # a date that passed meanwhile needs a word
                    work.proposal = (proposal[0], None)
                else:
                    self.agree(work, proposal[0], now)
            if work.is_open and work.stage == "in review" and work.approves and work.approves <= now:
                self.approve(work, now)
                self.touched.add(work.number)

    def approve(self, work: Work, now: datetime) -> None:
        work.stage, work.closed, work.approves = "approved", now, None
        if work.due:
            mark = "1" if (work.done or now) <= work.due else "0"
            self.in_time[work.doer] = (self.in_time.get(work.doer, "") + mark)[-5:]

    def is_always_in_time(self, who: str) -> bool:
        return self.in_time.get(who) == "11111"

    def agree(self, work: Work, date_: datetime, now: datetime) -> None:
        work.due, work.since, work.proposal = date_, now, None
        self.touched.add(work.number)

    def _ladder(self, now: datetime, due: Round) -> None:
        came = [s for w in self._live() if self._begins(w, now) for s in self.steps(w) if s.at <= now]
        came.sort(key=lambda step: step.at)
        latest = {(step.work.number, step.to): step for step in came}
        going = [step for step in latest.values() if self._may_go(step, now)]
        stood_for = {(step.work.number, step.to) for step in going}
        for step in came:
            over = step.ahead and step.work.due is not None and step.work.due <= now
            if step not in going and (over or (step.work.number, step.to) in stood_for):
                step.work.went_past(step)
                self.skipped += 1
                self._say(step.work.owner, f'T-{step.work.number}: the reminder "{step.name}" was not sent')
        going += self._with_them(going, now)
        for step in going:
            step.work.went_past(step)
            step.work.chased = now if step.to == step.work.doer else step.work.chased
            self.rungs += 1
        due.letters += self._bundled(going, now)

    def _begins(self, work: Work, now: datetime) -> bool:
        """Whether the first of its steps has come."""
        if work.reckoned is None:
            self.steps(work)
        return work.begins is not None and work.begins <= now

    def _may_go(self, step: Step, now: datetime) -> bool:
        reader = self.almanacs[step.to]
        if step.ahead and step.work.due is not None and step.work.due <= now:
            return False
        if not step.free and (step.to, reader.day_of(now)) in self.letter_days:
            return False
        if now - step.at <= ON_TIME or reader.is_open(now):
            return True
        too_late = step.work.due is not None and reader.opening_after(now) >= step.work.due
        return step.ahead and too_late

    def _with_them(self, going: list[Step], now: datetime) -> list[Step]:
        """What would follow in the same half day goes along."""
        sharing = {(s.to, self.almanacs[s.to].half_day(s.at)) for s in going if s.name == "hours before"}
        if not sharing:
            return []
        steps = (s for w in self._live() for s in self.steps(w))
        later = (s for s in steps if s.name == "hours before" and s.at > now)
        return [s for s in later if (s.to, self.almanacs[s.to].half_day(s.at)) in sharing]

    def _bundled(self, going: list[Step], now: datetime) -> Iterator[Letter]:
        readers: dict[tuple[str, bool], list[Step]] = {}
        for step in going:
            readers.setdefault((step.to, step.kind == "escalation"), []).append(step)
        for (who, _), steps in readers.items():
            if not all(step.free for step in steps):
                self.letter_days.add((who, self.almanacs[who].day_of(now)))
            kind = next(kind for kind in ORDER if any(step.kind == kind for step in steps))
            yield who, kind, frozenset(step.work.number for step in steps)

    # digests

    def _say(self, owner: str, words: str) -> None:
        self.unsaid.setdefault(owner, []).append(words)

    def _digest(self, who: str, now: datetime, due: Round) -> None:
        days = self._digests[who]
        start = end = self._next[who]
        while end < len(days) and days[end][1] <= now:
            end += 1
        self._next[who] = end
        if start == end:
            return
        in_time = now - days[end - 1][1] <= GRACE
        missed = days[start : end - 1] if in_time else days[start:end]
        if missed and self._hears_of(who, [at for _, at in missed]):
            self._say(who, f"{missed[0][0]:%a %d %b}")
            self._say(who, f"{missed[-1][0]:%a %d %b}")
        if in_time and self._may_say(who):
            due.digests[who] = self._must_say(who, now, days[end - 1][1])
            due.words[who] = list(self.unsaid.get(who, []))

    def was_written(self, who: str, now: datetime) -> None:
        self.told[who] = now
        self.unsaid.pop(who, None)

    def _open(self, who: str) -> bool:
        return any(w.is_open and w.owner == who for w in self.works.values())

    def _hears_of(self, who: str, missed: list[datetime]) -> bool:
        begins = any(self.almanacs[who].begins_week(at) for at in missed)
        return self._open(who) or (begins and self._reads(who))

    def _reads(self, who: str) -> bool:
        return who != self.chief or who in self.told

    def _may_say(self, who: str) -> bool:
        finished = any(self._finished(w, who) for w in self.works.values())
        return self._reads(who) or self._open(who) or finished or bool(self.unsaid.get(who))

    def _finished(self, work: Work, who: str) -> bool:
        since = self.told.get(who)
        return work.owner == who and work.closed is not None and (since is None or work.closed > since)

    def _must_say(self, who: str, now: datetime, due_at: datetime) -> bool:
        if self.unsaid.get(who) or (self.almanacs[who].begins_week(due_at) and self._reads(who)):
            return True
        return any(
            self._waits(w, now) or self._finished(w, who) for w in self.works.values() if w.owner == who
        )

    def _waits(self, work: Work, now: datetime) -> bool:
        """The owner has something to do or to know: an answer, a review, a
        proposed date, lateness, a date of today."""
        if work.asked:
            return True
        if not work.is_open:
            return False
        if work.proposal or work.stage == "in review":
            return True
        owner = self.almanacs[work.owner]
        return work.due is not None and (work.due < now or owner.day_of(work.due) == owner.day_of(now))
