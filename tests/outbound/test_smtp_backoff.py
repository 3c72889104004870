"""When a letter is tried again: the whole ladder, and the one doubt."""

from datetime import UTC, datetime, timedelta

import pytest

from outbound.backoff import GIVE_UP_AFTER, after
from outbound.posted import Result
from tasks.letters import OutboxState

NOW = datetime(2026, 3, 2, 12, tzinfo=UTC)


def test_the_ladder_climbs_and_ends_after_five_days() -> None:
    at, gaps, attempts = NOW, [], 1
    while True:
        state, next_at = after(Result.RETRY, attempts, at)
        if next_at is None:
            break
        assert state is OutboxState.RETRY
        gaps.append(next_at - at)
        at, attempts = next_at, attempts + 1
    assert gaps[:7] == [timedelta(minutes=m) for m in (1, 5, 15, 30, 60, 120, 240)]
    assert set(gaps[7:]) == {timedelta(hours=4)}
    assert state is OutboxState.DEAD
    assert GIVE_UP_AFTER - timedelta(hours=4) <= at - NOW <= GIVE_UP_AFTER


@pytest.mark.parametrize(
    ("result", "was", "state", "minutes"),
    [
        (Result.SENT, OutboxState.READY, OutboxState.SENT, None),
        (Result.SENT, OutboxState.UNCERTAIN, OutboxState.SENT, None),
        (Result.DEAD, OutboxState.RETRY, OutboxState.DEAD, None),
        (Result.UNCERTAIN, OutboxState.READY, OutboxState.UNCERTAIN, 10),
        (Result.UNCERTAIN, OutboxState.RETRY, OutboxState.UNCERTAIN, 10),
        (Result.UNCERTAIN, OutboxState.UNCERTAIN, OutboxState.UNCERTAIN, None),
        (Result.RETRY, OutboxState.UNCERTAIN, OutboxState.UNCERTAIN, 5),
        (Result.ACCOUNT, OutboxState.UNCERTAIN, OutboxState.UNCERTAIN, 15),
        (Result.ACCOUNT, OutboxState.READY, OutboxState.HELD, 15),
    ],
)
def test_what_follows_the_second_try(
    result: Result, was: OutboxState, state: OutboxState, minutes: int | None
) -> None:
    next_at = None if minutes is None else NOW + timedelta(minutes=minutes)
    assert after(result, 2, NOW, was=was) == (state, next_at)


def test_a_doubted_letter_is_never_taken_three_times() -> None:
    """However results follow one another, at most two tries may have been taken."""
    results = (Result.RETRY, Result.UNCERTAIN, Result.ACCOUNT)
    for first in results:
        for second in results:
            for third in results:
                assert _taken_at_most([first, second, third, Result.UNCERTAIN, Result.SENT]) <= 2


def _taken_at_most(results: list[Result]) -> int:
    state, taken = OutboxState.READY, 0
    for attempts, result in enumerate(results, start=1):
        taken += result in (Result.SENT, Result.UNCERTAIN)
        state, next_at = after(result, attempts, NOW, was=state)
        if next_at is None:
            break
    return taken


def test_a_refused_account_never_kills_a_letter() -> None:
    assert all(after(Result.ACCOUNT, n, NOW)[0] is OutboxState.HELD for n in range(1, 500))
