"""Law L11: the row of a task equals the fold of its history.

The proof is made on real data by the `verify` command, so it says for each
difference which task, which field, and both readings.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import fields

from store.port import StoreUnusable
from tasks.events import Fact
from tasks.model import Task

# What folding a wrong history may raise in a fold that expects a right one.
_STUMBLES = (ValueError, TypeError, LookupError, AttributeError, AssertionError)


def differences(
    number: int,
    stored: Callable[[], Task | None],
    history: Callable[[], Sequence[Fact]],
    fold: Callable[[Task | None, Fact], Task | None],
) -> Iterator[str]:
    """Yield one sentence per difference between task `number` as `stored`
    returns it and the fold of its `history`; nothing when both agree."""
    tag = f"T-{number}"
    try:
        task, facts = stored(), history()
    except StoreUnusable as trouble:
        yield f"{tag}: {trouble}"
        return
    yield from _gaps(tag, facts)
    folded: Task | None = None
    try:
        for fact in facts:
            folded = fold(folded, fact)
    except _STUMBLES as trouble:
        yield f"{tag}: its history does not fold ({type(trouble).__name__}: {trouble})."
        return
    yield from _unlike(tag, task, folded)


def _gaps(tag: str, facts: Sequence[Fact]) -> Iterator[str]:
    numbers = [fact.n for fact in facts]
    if numbers != list(range(1, len(numbers) + 1)):
        missing = sorted(set(range(1, max(numbers) + 1)) - set(numbers))
        yield f"{tag}: its history has gaps: event {', '.join(map(str, missing))} is missing."


def _unlike(tag: str, task: Task | None, folded: Task | None) -> Iterator[str]:
    if task is None or folded is None:
        if task is not None:
            yield f"{tag}: it has a row, but its history makes no task."
        elif folded is not None:
            yield f"{tag}: it has a history, but no row."
        return
    for field in fields(Task):
        row, past = getattr(task, field.name), getattr(folded, field.name)
        if row != past:
            yield f"{tag}: {field.name} is {_short(row)} in its row, but {_short(past)} by its history."


def _short(value: object) -> str:
    text = repr(value)
    return text if len(text) <= 60 else text[:57] + "..."
