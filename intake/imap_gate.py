"""How often we knock at a door that did not open.

A wrong password tried every minute locks the account of the person we work
for. Refused logins are spaced out and counted over a day; servers that are
away are asked again soon, but not in a circle.
"""

import time
from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta

LADDER = tuple(timedelta(minutes=m) for m in (1, 5, 30, 120))
A_DAY = 12
AWAY_LADDER = tuple(timedelta(seconds=s) for s in (0, 2, 5, 15, 60))


def next_login_at(refused: Sequence[datetime], now: datetime) -> datetime:
    """The moment of the next login, given the refusals since the last success
    (aware, oldest first): 1 min, 5 min, 30 min, then 2 h apart, at most twelve
    in any 24 hours. At or before `now` means: at once."""
    if not refused:
        return now
    at = refused[-1] + LADDER[min(len(refused), len(LADDER)) - 1]
    day = [r for r in refused if r > now - timedelta(days=1)]
    if len(day) >= A_DAY:
        at = max(at, day[-A_DAY] + timedelta(days=1))
    return at


def _uptime() -> datetime:
    return datetime(2000, 1, 1, tzinfo=UTC) + timedelta(seconds=time.monotonic())


class LoginGate:
    """Remembers refusals. With `now`, `refused` and `remember` from the shell they
    outlive a restart, which matters for `once` in a cron job; without, they
    are counted on this process's own clock."""

    def __init__(
        self,
        now: Callable[[], datetime] = _uptime,
        refused: Sequence[datetime] = (),
        remember: Callable[[tuple[datetime, ...]], None] | None = None,
    ) -> None:
        self._now = now
        self._refused = tuple(refused)
        self._remember = remember
        self._away = 0
        self._away_until = 0.0

    def closed_for(self) -> timedelta:
        """How long to stay away from the server; zero if it may be tried now."""
        login = next_login_at(self._refused, self._now()) - self._now()
        away = timedelta(seconds=self._away_until - time.monotonic())
        return max(login, away, timedelta())

    def was_refused(self) -> None:
        """A login was refused."""
        self._keep((*self._refused, self._now())[-A_DAY:])

    def was_away(self) -> None:
        """The server could not be reached: try again soon, later each time."""
        step = AWAY_LADDER[min(self._away, len(AWAY_LADDER) - 1)]
        self._away += 1
        self._away_until = time.monotonic() + step.total_seconds()

    def was_let_in(self) -> None:
        """A login worked: all is forgotten."""
        self._away, self._away_until = 0, 0.0
        if self._refused:
            self._keep(())

    def _keep(self, refused: tuple[datetime, ...]) -> None:
        self._refused = refused
        if self._remember is not None:
            self._remember(refused)
