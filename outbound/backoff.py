"""When a letter is tried again.

Pure: the result of one try, how many there were, and now, give the state of
the outbox row and the next moment. Its callers never count minutes.
"""

from datetime import datetime, timedelta

from outbound.posted import Result
from tasks.letters import OutboxState

# RFC 5321, 4.5.4.1: at least 30 minutes apart in the long run, give up after 4 to 5 days.
# The first tries come faster, because most refusals are greylisting or a restart.
LADDER = tuple(timedelta(minutes=m) for m in (1, 5, 15, 30, 60, 120, 240))
GIVE_UP_AFTER = timedelta(days=5)
UNCERTAIN_AFTER = timedelta(minutes=10)
# A refusal of us holds all letters. The one that met it waits a little longer than the
# others (`shell.resting.PAUSE`), so that what only ever befalls this one stops no other.
HELD_LADDER = tuple(timedelta(minutes=m) for m in (6, 15, 30))


def _step(ladder: tuple[timedelta, ...], attempts: int) -> timedelta:
    return ladder[min(max(attempts, 1), len(ladder)) - 1]


def waited(attempts: int) -> timedelta:
    """The time between the first try and the one after `attempts` tries."""
    return sum((_step(LADDER, n) for n in range(1, attempts + 1)), timedelta())


def after(
    result: Result, attempts: int, now: datetime, *, was: OutboxState = OutboxState.READY
) -> tuple[OutboxState, datetime | None]:
    """Return the row's next state and when it is tried again (None: never).

    `attempts` counts the tries made so far, this one included. `was` is the
    row's state before this try: one that was UNCERTAIN has had its first copy
    and stays so until it is known to be sent or refused; it is posted once
    more ten minutes later, never a third time after a second uncertainty.
    """
    doubted = was is OutboxState.UNCERTAIN
    match result:
        case Result.SENT:
            return OutboxState.SENT, None
        case Result.DEAD:
            return OutboxState.DEAD, None
        case Result.UNCERTAIN:
            return OutboxState.UNCERTAIN, None if doubted else now + UNCERTAIN_AFTER
        case Result.ACCOUNT:
            state = OutboxState.UNCERTAIN if doubted else OutboxState.HELD
            return state, now + _step(HELD_LADDER, attempts)
        case Result.RETRY:
            if waited(attempts) > GIVE_UP_AFTER:
                return (OutboxState.UNCERTAIN if doubted else OutboxState.DEAD), None
            return (OutboxState.UNCERTAIN if doubted else OutboxState.RETRY), now + _step(LADDER, attempts)
