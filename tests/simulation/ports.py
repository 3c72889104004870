"""A mailbox and a post box that fail, as real ones do, by a seeded hand.

Both keep what they are given, so that afterwards everything can be counted.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from random import Random

from intake.mail import RawMail
from intake.source import Known, Move, Moved, ServerAway
from outbound.posted import Posted, Result
from tests.shell.office import Mailroom

KEPT_FOR = timedelta(days=20)  # then people clear their folders; a renumbered mailbox is not a year long


class Killed(BaseException):
    """The process is gone, in the middle of what it did: fetch, move or post."""


@dataclass
class Luck:
    """How often what goes wrong, as shares of one; all of it from one seed."""

    random: Random
    refused_move: float = 0.02
    twice: float = 0.02
    retry: float = 0.03
    uncertain: float = 0.01
    account: float = 0.003
    killed: float = 0.002

    def strikes(self, share: float) -> bool:
        return self.random.random() < share


@dataclass
class FaultyRoom(Mailroom):
    """A mailbox that is away at times, refuses to move, and delivers twice."""

    luck: Luck = field(default_factory=lambda: Luck(Random(0)))
    away: bool = False
    strayed: bool = False  # a mail was not moved; the next round tries again

    def deliver(self, raw: bytes, at: datetime) -> None:
        self.put(raw, at)
        if self.luck.strikes(self.luck.twice):
            self.put(raw, at)

    def fetch(self, known: Known, limit: int) -> Iterator[RawMail]:
        if self.away:
            raise ServerAway("the mailbox is away")
        if not self.folders.get("INBOX"):
            return
        for mail in super().fetch(known, limit):
            yield mail
            if self.luck.strikes(self.luck.killed):
                raise Killed("fetch")

    def move(self, plan: Sequence[Move]) -> Sequence[Moved]:
        if self.luck.strikes(self.luck.refused_move):
            raise ServerAway("the mailbox went away")
        moved = [self._try(wish) for wish in plan]
        if self.luck.strikes(self.luck.killed):
            raise Killed("move")
        return moved

    def _try(self, wish: Move) -> Moved:
        if self.luck.strikes(self.luck.refused_move):
            self.strayed = True
            return Moved(wish.place, ok=False, detail="NO [SERVERBUG]")
        return self._move(wish)

    def clear(self, now: datetime) -> None:
        """People throw away what is old."""
        for mails in self.folders.values():
            for uid in [uid for uid, mail in mails.items() if now - mail.arrived_at > KEPT_FOR]:
                del mails[uid]
        self.moves.clear()


@dataclass
class FaultyBox:
    """A post box. `taken` holds every copy that an outside server took."""

    luck: Luck
    away: bool = False
    new: list[tuple[str, bytes]] = field(default_factory=list)
    taken: Counter[tuple[str, bytes]] = field(default_factory=Counter)
    doubted: set[bytes] = field(default_factory=set)
    put_off: bool = False  # a letter will be tried again later

    def post(self, envelope_from: str, to: str, raw: bytes) -> Posted:
        luck = self.luck
        posted = self._post(to, raw, luck)
        self.put_off = self.put_off or posted.result is not Result.SENT
        return posted

    def _post(self, to: str, raw: bytes, luck: Luck) -> Posted:
        if self.away:
            return Posted(Result.RETRY, 0, "nobody there")
        if luck.strikes(luck.account):
            return Posted(Result.ACCOUNT, 535, "login refused")
        if luck.strikes(luck.retry):
            return Posted(Result.RETRY, 450, "come again later")
        doubtful = luck.strikes(luck.uncertain)
        killed = luck.strikes(luck.killed)
        if doubtful or killed:
            self.doubted.add(raw)
        if not doubtful or luck.strikes(0.5):
            self.taken[to, raw] += 1
            self.new.append((to, raw))
        if killed:
            raise Killed("post")
        if doubtful:
            return Posted(Result.UNCERTAIN, 0, "silence after the final dot")
        return Posted(Result.SENT, 250, "taken")

    def fresh(self) -> list[tuple[str, bytes]]:
        found, self.new = self.new, []
        return found

    def check(self) -> Sequence[str]:
        return ()

    def close(self) -> None:
        return None
