"""The sweep: a conversation is played once undisturbed, and then its stages
again and again, each time with the daemon struck at another point.

A lane is one mailbox with its servers, its folder and its hatchery; lanes work
beside each other. Before each strike the world is put back to where the stage
began. After it the daemon starts twice more, a quarter of an hour goes by, and
every law is asked; at every third point the mailbox is numbered anew then, and
nothing may change.
"""

import shutil
import subprocess
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from pathlib import Path

from tests.crash.conversation import STAGES, Delivered, Stage, World
from tests.crash.hatchery import Hatchery, Start
from tests.crash.laws import Picture, broken, copies_of, picture, unlike
from tests.crash.postoffice import PostOffice, Truth
from tests.crash.servers import Servers
from tests.crash.watching import orders_of, watch

# What changes something outside the process; `write` is the log, the spool and the reader's pipe.
CALLS = (
    "write,pwrite64,writev,pwritev,fsync,fdatasync,rename,renameat,renameat2,"
    "unlink,unlinkat,ftruncate,sendto,sendmsg,mkdir"
)
AGAIN = (timedelta(seconds=5), timedelta(minutes=16))  # after the strike; a letter in doubt waits for ten
INSIDE = "in "  # begins the names of the points inside the process, where nobody traces it
REPLAY = timedelta(minutes=17)
REPLAY_EACH = 3
ONCE = ("once",)


@dataclass(frozen=True, slots=True)
class Point:
    """Number `n` (from 1) of the calls `call` in stage `stage`. `fault` "" is a
    kill, else an errno by its name. A call inside the process begins with `INSIDE`.
    With `lasting`, every later call of the kind meets the fault too."""

    stage: int
    call: str
    n: int
    fault: str = ""
    lasting: bool = False

    @property
    def strace(self) -> tuple[str, ...]:
        if self.call.startswith(INSIDE):
            return ()
        what = f"error={self.fault}" if self.fault else "signal=SIGKILL"
        when = f"{self.n}+" if self.lasting else f"{self.n}"
        return ("-o", "/dev/null", "-e", f"trace={self.call}", "-e", f"inject={self.call}:{what}:when={when}")


@dataclass(frozen=True, slots=True)
class Call:
    """A call that the daemon made; `target` is what it was about, as strace shows it."""

    name: str
    target: str

    @property
    def inside(self) -> bool:
        return self.name.startswith(INSIDE)

    @property
    def on_disk(self) -> bool:
        return self.name != INSIDE + "send" if self.inside else "/store/" in self.target


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one strike. `code` is how the struck daemon ended, `broken`
    which laws are broken, `twice` how many letters came twice, `said` its words."""

    point: Point
    code: int
    broken: tuple[str, ...]
    twice: int
    said: str

    @property
    def struck(self) -> bool:
        return self.code == -9 or bool(self.point.fault)


@dataclass(frozen=True, slots=True)
class Begun:
    """A stage where it begins: the truth, the store's folder, the mail so far."""

    truth: Truth
    store: Path
    delivered: tuple[Delivered, ...]


@dataclass
class Played:
    """The undisturbed play: where each stage begins, how it ends, and how often
    the daemon makes which call in it."""

    begun: list[Begun] = field(default_factory=list)
    quiet: list[Picture] = field(default_factory=list)
    calls: list[list[Call]] = field(default_factory=list)

    def points(self, fault: str = "", *, lasting: bool = False, inside: bool = False) -> Iterator[Point]:
        """Every point of every stage; those `inside` the process, or all others.
        A fault of the disk meets only what is written to the store's folder; one
        that lasts no `write`, which is the terminal's and the reader's too."""
        for stage, calls in enumerate(self.calls):
            seen: Counter[str] = Counter()
            for call in calls:
                seen[call.name] += 1
                if (
                    call.inside is inside
                    and (call.on_disk or not fault)
                    and not (lasting and call.name == "write")
                ):
                    yield Point(stage, call.name, seen[call.name], fault, lasting)


class Lane:
    """One place where the daemon can be played with."""

    def __init__(self, folder: Path, servers: Servers, office: PostOffice, hatchery: Hatchery) -> None:
        self.world = World(office, folder)
        self.world.write_config(servers.imap_port, servers.smtp_port)
        self._hatchery = hatchery
        watch(self.world)

    def put_back(self, begun: Begun) -> None:
        """Be where this stage began."""
        shutil.rmtree(self.world.store.parent, ignore_errors=True)
        if begun.store.exists():
            shutil.copytree(begun.store, self.world.store.parent)
        for left in (self.world.log, self._said):
            left.unlink(missing_ok=True)
        self.world.office.put_back(begun.truth)
        self.world.delivered = list(begun.delivered)

    def start(self, words: Sequence[str], now: datetime, **more: object) -> int:
        config = str(self.world.folder / "config.yaml")
        wish = Start(("--config", config, *words), now.isoformat(), str(self._said))
        return self._hatchery.start(replace(wish, **more))  # type: ignore[arg-type]

    @property
    def _names(self) -> Path:
        return self.world.folder / "points"

    @property
    def _said(self) -> Path:
        return self.world.folder / "said"

    @property
    def said(self) -> str:
        """All that the daemon said since the stage began."""
        return self._said.read_text(encoding="utf-8") if self._said.exists() else ""

    # the undisturbed play

    def play(self, snapshots: Path, *, traced: bool) -> Played:
        """Play it all once, undisturbed; each stage is begun twice more, to count
        its calls (those of the system only where strace may)."""
        played = Played()
        for number, stage in enumerate(STAGES):
            stage.write(self.world, stage.at)
            begun = self._keep(snapshots / str(number))
            calls = self._count_inside(begun, stage)
            calls += self._count_outside(begun, stage) if traced else []
            self.put_back(begun)
            assert self.start(stage.words, stage.at) == 0, self.said
            assert self._start_again(stage) == [0, 0], self.said
            played.begun.append(begun)
            played.quiet.append(picture(self.world.store, stage.at))
            played.calls.append(calls)
            self._undisturbed(stage, played.quiet[-1])
        return played

    def _keep(self, folder: Path) -> Begun:
        if self.world.store.parent.exists():
            shutil.copytree(self.world.store.parent, folder)
        truth = replace(self.world.office.copy(), logins=0, lines=0)
        return Begun(truth, folder, tuple(self.world.delivered))

    def _undisturbed(self, stage: Stage, quiet: Picture) -> None:
        found = broken(self.world, stage.at, quiet)
        assert found == [], found
        assert all(len(copies) == 1 for copies in copies_of(self.world.office.truth).values())

    def _count_outside(self, begun: Begun, stage: Stage) -> list[Call]:
        trace = self.world.folder / "trace"
        self.put_back(begun)
        options = ("-y", "-s", "0", "-o", str(trace), "-e", f"trace={CALLS}")
        assert self.start(stage.words, stage.at, strace=options) == 0
        lines = trace.read_text(encoding="utf-8", errors="replace").splitlines()
        return [Call(*line.split("(", 1)) for line in lines if "(" in line]

    def _count_inside(self, begun: Begun, stage: Stage) -> list[Call]:
        self._names.unlink(missing_ok=True)
        self.put_back(begun)
        assert self.start(stage.words, stage.at, points=str(self._names)) == 0, self.said
        return [Call(INSIDE + name, "") for name in self._names.read_text().splitlines()]

    def _start_again(self, stage: Stage) -> list[int]:
        return [self.start(ONCE, stage.at + later) for later in AGAIN]

    # a strike

    def strike(self, played: Played, point: Point, order: str = "") -> Outcome:
        """Put the world back, strike, start twice more, ask the laws; then, at
        every third point, number the mailbox anew and start once more."""
        stage = STAGES[point.stage]
        self.put_back(played.begun[point.stage])
        code, ends = self.strike_here(stage, point, order)
        found = [f"the start after it ended with {end}" for end in ends if end]
        found += broken(self.world, stage.at, played.quiet[point.stage])
        twice = sum(len(copies) > 1 for copies in copies_of(self.world.office.truth).values())
        said = self.said
        if not found and (order or point.n % REPLAY_EACH == 1):
            found += self.replay(stage, order)
        return Outcome(point, code, tuple(found), twice, said)

    def strike_here(self, stage: Stage, point: Point, order: str = "") -> tuple[int, list[int]]:
        """Strike without putting anything back: how the struck start ended, and
        how the two after it."""
        return self._struck(stage, point, order), self._again(stage, order)

    def forget_attempts(self) -> None:
        """Count logins and lines from here on: a stage has its own bound."""
        self.world.office.put_back(replace(self.world.office.copy(), logins=0, lines=0))

    def _struck(self, stage: Stage, point: Point, order: str) -> int:
        name = point.call.removeprefix(INSIDE)
        inside = {"points": str(self._names), "point": name, "cut": point.n, "fault": point.fault}
        how = {"strace": point.strace} if point.strace else inside
        return self.start(stage.words, stage.at, order=order, **how)

    def _again(self, stage: Stage, order: str) -> list[int]:
        """The two starts after the strike. What was said on the command line is
        said again, unless it is in the store already."""
        said_again = stage.words if stage.words != ONCE and not orders_of(self.world) else ONCE
        codes = [self.start(said_again, stage.at + AGAIN[0], order=order)]
        return [*codes, self.start(ONCE, stage.at + AGAIN[1], order=order)]

    def replay(self, stage: Stage, order: str = "") -> list[str]:
        """L7: the whole mailbox comes again under other numbers, and changes nothing."""
        before, letters = picture(self.world.store, stage.at), len(self.world.office.truth.accepted)
        self.world.office.renumber()
        code = self.start(ONCE, stage.at + REPLAY, order=order)
        more = len(self.world.office.truth.accepted) - letters
        found = [f"L7: a replay ended with {code}"] if code else []
        found += [f"L7: a replay sent {more} letters"] if more else []
        after = picture(self.world.store, stage.at)
        before["ledger"] = after["ledger"] = []  # it names the new copies
        return found + list(unlike(before, after, "L7"))


def may_trace() -> bool:
    """Whether strace is here, and lets us hold a process."""
    try:
        return subprocess.run(["strace", "-o", "/dev/null", "true"], timeout=30, check=False).returncode == 0
    except FileNotFoundError:
        return False


def spread(points: Sequence[Point]) -> list[Point]:
    """The points in an order of which every beginning is spread evenly over all
    of them: the fractions of multiples of the golden ratio never crowd."""
    order = sorted(range(len(points)), key=lambda i: i * 0.618033988749895 % 1)
    return [points[i] for i in order]


@contextmanager
def lane(folder: Path) -> Iterator[Lane]:
    """A lane in this folder, until the block ends."""
    folder.mkdir(parents=True, exist_ok=True)
    office = PostOffice()
    with Servers(office) as servers, Hatchery() as hatchery:
        yield Lane(folder, servers, office, hatchery)
