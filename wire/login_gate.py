"""How often we knock at a door that did not open.

A wrong password tried every minute locks the account of the person we work
for. Refused logins are spaced out and counted over a day; servers that are
away are asked again soon, but not in a circle. Shared by mail in and mail out.
"""

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta

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
    return max(at, _day_is_over(refused, now))


def _day_is_over(refused: Sequence[datetime], now: datetime) -> datetime:
    """When fewer than twelve refusals lie in 24 hours; `now` if that holds."""
    day = [r for r in refused if r > now - timedelta(days=1)]
    return day[-A_DAY] + timedelta(days=1) if len(day) >= A_DAY else now


class LoginGate:
    """Remembers refusals. `now` is the daemon's clock; with `refused` and
    `remember` from the store they outlive a restart, which matters for `once`
    in a cron job. A refusal dated in the future (the clock was set back)
    counts as one of now, so that the gate never stays shut for good. With
    `by_hand` somebody who has just corrected a password need not wait; the
    twelve a day stay, for they guard the account."""

    def __init__(
        self,
        now: Callable[[], datetime],
        refused: Sequence[datetime] = (),
        remember: Callable[[tuple[datetime, ...]], None] | None = None,
        *,
        by_hand: bool = False,
    ) -> None:
        self._now = now
        self._refused = tuple(refused)
        self._remember = remember
        self._by_hand = by_hand
        self._away = 0
        self._away_until: datetime | None = None

    def closed_for(self) -> timedelta:
        """How long to stay away from the server; zero if it may be tried now."""
        now = self._now()
        refused = [min(r, now) for r in self._refused]
        login = (_day_is_over(refused, now) if self._by_hand else next_login_at(refused, now)) - now
        away = (self._away_until or now) - now
        return max(login, min(away, AWAY_LADDER[-1]), timedelta())

    def was_refused(self) -> None:
        """A login was refused."""
        self._keep((*self._refused, self._now())[-A_DAY:])

    def was_away(self) -> None:
        """The server could not be reached: try again soon, later each time."""
        step = AWAY_LADDER[min(self._away, len(AWAY_LADDER) - 1)]
        self._away += 1
        self._away_until = self._now() + step

    def was_let_in(self) -> None:
        """A login worked: all is forgotten."""
        self._away, self._away_until = 0, None
        if self._refused:
            self._keep(())

    def _keep(self, refused: tuple[datetime, ...]) -> None:
        self._refused = refused
        if self._remember is not None:
            self._remember(refused)


def in_words(rest: timedelta) -> str:
    """A waiting time for people: "40 s", "5 min", "2 h"."""
    seconds = max(1, round(rest.total_seconds()))
    if seconds < 60:
        return f"{seconds} s"
    return f"{round(seconds / 60)} min" if seconds < 5400 else f"{round(seconds / 3600)} h"
