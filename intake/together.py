"""Several sources as one: the mailbox, and what is handed over beside it."""

import threading
from collections.abc import Iterator, Sequence

from intake.mail import RawMail
from intake.source import KeepsSent, Known, Move, Moved, ServerAway, Source


class Together:
    """A source made of a main one and one beside it (see `intake.source.Source`).
    The one beside is on this machine: it is read even while the main one is away."""

    def __init__(self, main: Source, beside: Source, account: str) -> None:
        """`account` is the ledger's name of the one beside."""
        self._main = main
        self._beside = beside
        self._account = account

    def fetch(self, known: Known, limit: int) -> Iterator[RawMail]:
        """Yield at most `limit` new mails, those beside first."""
        count = 0
        for source in (self._beside, self._main):
            for raw in source.fetch(known, limit - count):
                count += 1
                yield raw
            if count >= limit:
                return

    def move(self, plan: Sequence[Move]) -> Sequence[Moved]:
        """One answer for each move, in its order. What the main source cannot do
        while it is away does not keep the other from its part."""
        ours = [m for m in plan if m.place.account == self._account]
        theirs = [m for m in plan if m.place.account != self._account]
        done = {moved.place: moved for moved in self._beside.move(ours)}
        if theirs:
            try:
                done |= {moved.place: moved for moved in self._main.move(theirs)}
            except ServerAway as away:
                if not ours:
                    raise
                done |= {move.place: Moved(move.place, ok=False, detail=str(away)) for move in theirs}
        return [done[move.place] for move in plan]

    def wait(self, seconds: float) -> bool:
        """Wait for either. The one beside is watched by a thread of its own,
        which ends the other's wait and is ended with it."""
        found = threading.Event()

        def watch() -> None:
            if self._beside.wait(seconds):
                found.set()
                self._main.wake()

        watcher = threading.Thread(target=watch, daemon=True)
        watcher.start()
        try:
            new = self._main.wait(seconds)
        finally:
            self._beside.wake()
            watcher.join(timeout=10)
        return new or found.is_set()

    def in_sent(self, message_ids: Sequence[str]) -> frozenset[str] | None:
        """Which of our letters lie in the main source's Sent folder; None where
        it has none (see `intake.source.KeepsSent`)."""
        return self._main.in_sent(message_ids) if isinstance(self._main, KeepsSent) else None

    def wake(self) -> None:
        """End a running or the next `wait` at once."""
        self._main.wake()

    def check(self) -> Sequence[str]:
        """What the main source says of itself."""
        return self._main.check()

    def close(self) -> None:
        """Let go of both. They can be used again."""
        self._main.close()
        self._beside.close()
