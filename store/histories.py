"""The histories that were asked for, kept in memory by the one process that writes.

Facts are only added. What was read once is not read again: what is committed
later goes behind it.
"""

from collections.abc import Callable, Iterable, Sequence

from tasks.events import Fact

MOST = 32  # histories, some 10 kB each: memory is full of them within weeks, and stays so


class Histories:
    """`read` asks the record for a task's facts in their order. Not for several
    threads at once; the store takes its turn around it."""

    def __init__(self, read: Callable[[int], Sequence[Fact]]) -> None:
        self._read = read
        self._known: dict[int, Sequence[Fact]] = {}  # the one asked for last, last

    def of(self, task: int) -> Sequence[Fact]:
        """The facts of the task."""
        known = self._known.get(task) or self._read(task)
        self._keep(task, known)
        return known

    def went_on(self, facts: Iterable[Fact]) -> None:
        """Follow facts that were committed, where the history is known up to them. Those
        of the house get their numbers on the way to the disk, and are read again."""
        for fact in facts:
            known = self._known.get(fact.task) or ([] if fact.n == 1 else None)
            if not fact.task:
                self._known.pop(0, None)
            elif known is not None and fact.n == len(known) + 1:
                self._keep(fact.task, [*known, fact])

    def forget(self) -> None:
        """Ask the record again for all of them."""
        self._known.clear()

    def _keep(self, task: int, known: Sequence[Fact]) -> None:
        self._known.pop(task, None)
        self._known[task] = known
        if len(self._known) > MOST:
            del self._known[next(iter(self._known))]
