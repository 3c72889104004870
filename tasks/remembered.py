"""What was worked out of two frozen things is not worked out again while both live on.

A task is looked at several times in one round, and again in each digest of its owner,
and mostly it is the very same row. To compare two of them by value would cost more
than to work it out, so they are known by identity, which holds while they are kept.
"""

from collections.abc import Callable
from functools import wraps
from typing import TypeVar

A = TypeVar("A")
B = TypeVar("B")
R = TypeVar("R")
MOST = 128  # results kept, each with its task, some kB: what one round and the digests after it ask for


def remembered(work: Callable[[A, B], R]) -> Callable[[A, B], R]:
    """`work` of two frozen values, which must look at nothing else (not at a clock,
    not at a store). What it raises is not kept."""
    known: dict[tuple[int, int], tuple[A, B, R]] = {}

    @wraps(work)
    def asked(one: A, other: B) -> R:
        key = (id(one), id(other))
        found = known.get(key)  # holds both, so that no other thing can have their identity
        if found is not None:
            return found[2]
        result = work(one, other)
        if len(known) >= MOST:
            del known[next(iter(known))]  # the oldest: what is kept stays as much as it is
        known[key] = (one, other, result)
        return result

    return asked
