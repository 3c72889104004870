"""The sweep: a conversation is played once undisturbed, and then its stages
again and again, each time with a process struck at another point.

A lane is one road of mail with its servers, its folder and its hatchery; lanes
work beside each other. Before each strike the world is put back to where the
stage began. After it the daemon starts twice more, a quarter of an hour goes by,
and every law is asked; at every third point all mail comes once more then, under
other names, and nothing may change.
"""

import shutil
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from tests.crash.conversation import STAGES, Stage, World
from tests.crash.hatchery import Hatchery, Start
from tests.crash.laws import broken, copies_of
from tests.crash.picture import Picture, picture, unlike
from tests.crash.played import CALLS, INSIDE, Begun, Call, Outcome, Played, Point
from tests.crash.postoffice import PostOffice, Truth
from tests.crash.roads import INBOX, ROADS, ByPipe
from tests.crash.servers import Servers
from tests.crash.watching import orders_of, too_early, watch

AGAIN = (timedelta(seconds=5), timedelta(minutes=16))  # after the strike; a letter in doubt waits for ten
REPLAY = timedelta(minutes=17)
REPLAY_EACH = 3
ONCE = ("once",)
HOMES = ("store", "mail")  # the folders of a lane that a play changes


class Lane:
    """One place where the daemon can be played with. Lanes of several roads may
    share servers and hatchery, if they are played one after the other."""

    def __init__(self, folder: Path, servers: Servers, hatchery: Hatchery, road: str = "IMAP") -> None:
        folder.mkdir(parents=True, exist_ok=True)
        office = servers.office
        self.world = World(office, folder, ROADS[road](office, folder))
        self.world.write_config(servers.imap_port, servers.smtp_port)
        self._servers, self._hatchery = servers, hatchery
        watch(self.world)

    def beside(self, road: str) -> "Lane":
        """A lane of another road with the same servers."""
        return Lane(self.world.folder / road, self._servers, self._hatchery, road)

    def put_back(self, begun: Begun) -> None:
        """Be where this stage began."""
        for home in HOMES:
            shutil.rmtree(self.world.folder / home, ignore_errors=True)
            if (begun.copy / home).exists():
                shutil.copytree(begun.copy / home, self.world.folder / home)
        for left in (self.world.log, self._said):
            left.unlink(missing_ok=True)
        self.world.office.put_back(begun.truth)
        self.world.delivered = list(begun.delivered)
        watch(self.world)

    def start(self, words: Sequence[str], now: datetime, **more: object) -> int:
        config = str(self.world.folder / "config.yaml")
        wish = Start(("--config", config, *words), now.isoformat(), str(self._said))
        return self._hatchery.start(replace(wish, **more))  # type: ignore[arg-type]

    def hand_over(self, raw: bytes, now: datetime, **more: object) -> int:
        """Have a process of `intake` take this mail from its standard input."""
        file = self.world.folder / "handed"
        file.write_bytes(raw)
        return self.start(("intake",), now, stdin=str(file), **more)

    def _process(self, stage: Stage, mail: int, **more: object) -> int:
        """Run what a point is about: the daemon, or `intake` with this mail."""
        if not mail:
            return self.start(stage.words, stage.at, **more)
        return self.hand_over(self._pipe.take_back(mail)[0], stage.at, **more)

    @property
    def _pipe(self) -> ByPipe:
        assert isinstance(self.world.road, ByPipe)
        return self.world.road

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
        self.world.office.put_back(Truth())
        for number, stage in enumerate(STAGES):
            stage.write(self.world, stage.at)
            begun = self._keep(snapshots / str(number))
            handed_over = self._handed_over()
            calls = self._count(begun, stage, traced)
            for mail in handed_over:
                played.handed[number, mail] = self._count(begun, stage, traced, mail)
            self.put_back(begun)
            assert self.start(stage.words, stage.at) == 0, self.said
            assert self._start_again(stage) == [0, 0], self.said
            played.begun.append(begun)
            played.quiet.append(picture(self.world.store, stage.at))
            played.calls.append(calls)
            self._undisturbed(stage, played.quiet[-1])
        return played

    def _handed_over(self) -> tuple[int, ...]:
        """Which mails of a stage are handed to a process of `intake`: the first,
        which may find no folder, and the last. One is as another to it."""
        waiting = len(self.world.road.lying()[INBOX])
        return tuple(sorted({1, waiting})) if waiting and not self.world.road.keeps else ()

    def _count(self, begun: Begun, stage: Stage, traced: bool, mail: int = 0) -> list[Call]:
        calls = self._count_inside(begun, stage, mail)
        return calls + (self._count_outside(begun, stage, mail) if traced else [])

    def _keep(self, folder: Path) -> Begun:
        folder.mkdir(parents=True)
        for home in HOMES:
            if (self.world.folder / home).exists():
                shutil.copytree(self.world.folder / home, folder / home)
        truth = replace(self.world.office.copy(), logins=0, lines=0)
        return Begun(truth, folder, tuple(self.world.delivered))

    def _undisturbed(self, stage: Stage, quiet: Picture) -> None:
        found = broken(self.world, stage.at, quiet)
        assert found == [], found
        assert all(len(copies) == 1 for copies in copies_of(self.world.office.truth).values())

    def _count_outside(self, begun: Begun, stage: Stage, mail: int) -> list[Call]:
        trace = self.world.folder / "trace"
        self.put_back(begun)
        options = ("-y", "-s", "0", "-o", str(trace), "-e", f"trace={CALLS}")
        assert self._process(stage, mail, strace=options) == 0
        lines = trace.read_text(encoding="utf-8", errors="replace").splitlines()
        return [Call(*line.split("(", 1)) for line in lines if "(" in line]

    def _count_inside(self, begun: Begun, stage: Stage, mail: int) -> list[Call]:
        self._names.unlink(missing_ok=True)
        self.put_back(begun)
        assert self._process(stage, mail, points=str(self._names)) == 0, self.said
        return [Call(INSIDE + name, "") for name in self._names.read_text().splitlines()]

    def _start_again(self, stage: Stage) -> list[int]:
        return [self.start(ONCE, stage.at + later) for later in AGAIN]

    # a strike

    def strike(self, played: Played, point: Point, order: str = "") -> Outcome:
        """Put the world back, strike, start twice more, ask the laws; then, at
        every third point, have all mail come again and start once more."""
        stage = STAGES[point.stage]
        self.put_back(played.begun[point.stage])
        code, ends, early = self.strike_here(stage, point, order)
        found = [*early, *(f"the start after it ended with {end}" for end in ends if end)]
        twice_handed = bool(point.mail and code)
        found += broken(self.world, stage.at, played.quiet[point.stage], copies=twice_handed)
        twice = sum(len(copies) > 1 for copies in copies_of(self.world.office.truth).values())
        said = self.said
        if not found and (order or point.n % REPLAY_EACH == 1):
            found += self.replay(stage, order)
        return Outcome(point, code, tuple(found), twice, said)

    def strike_here(self, stage: Stage, point: Point, order: str = "") -> tuple[int, list[int], list[str]]:
        """Strike without putting anything back: how the struck process ended, how
        those after it, and what was done too early when it was struck."""
        name = point.call.removeprefix(INSIDE)
        inside = {"points": str(self._names), "point": name, "cut": point.n, "fault": point.fault}
        how: dict[str, Any] = {"strace": point.strace} if point.strace else inside
        if point.mail:
            code, ends = self._at_the_pipe(stage, point, order=order, **how)
        else:
            code, ends = self.start(stage.words, stage.at, order=order, **how), []
        early = too_early(self.world)
        return code, ends + self._again(stage, order), early

    def _at_the_pipe(self, stage: Stage, struck: Point, **how: Any) -> tuple[int, list[int]]:
        """Strike `intake`. If it did not say that the mail is safe, the sender's
        server tries again, in every second case after a round of the daemon. Then
        the later mails come, and the daemon has its round."""
        mine, *later = self._pipe.take_back(struck.mail)
        code = self.hand_over(mine, stage.at, **how)
        self._pipe.arrive(stage.at)
        ends = []
        if code:
            ends += [self.start(ONCE, stage.at)] if struck.n % 2 else []
            ends += [self.hand_over(mine, stage.at)]
            self._pipe.arrive(stage.at)
        for raw in later:
            self._pipe.deliver(raw, stage.at)
        return code, [*ends, self.start(stage.words, stage.at)]

    def forget_attempts(self) -> None:
        """Count logins and lines from here on: a stage has its own bound."""
        self.world.office.put_back(replace(self.world.office.copy(), logins=0, lines=0))

    def _again(self, stage: Stage, order: str) -> list[int]:
        """The two starts after the strike. What was said on the command line is
        said again, unless it is in the store already."""
        said_again = stage.words if stage.words != ONCE and not orders_of(self.world) else ONCE
        codes = [self.start(said_again, stage.at + AGAIN[0], order=order)]
        return [*codes, self.start(ONCE, stage.at + AGAIN[1], order=order)]

    def replay(self, stage: Stage, order: str = "") -> list[str]:
        """L7: all mail comes again under other names, and changes nothing."""
        before, letters = picture(self.world.store, stage.at), len(self.world.office.truth.accepted)
        everything = [mail.raw for mail in self.world.delivered]
        self.world.road.again(everything, stage.at + REPLAY)
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


@contextmanager
def lane(folder: Path) -> Iterator[Lane]:
    """A lane in this folder, until the block ends."""
    with Servers(PostOffice()) as servers, Hatchery() as hatchery:
        yield Lane(folder, servers, hatchery)
