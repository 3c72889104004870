"""Timing that can be trusted on a busy machine.

Two things are compared only within one run, turn by turn, so that a neighbour's
load falls on both. Medians are reported, because a mean tells more about the
neighbour.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from statistics import median, quantiles
from time import perf_counter


@dataclass(slots=True)
class Times:
    """The durations of one thing, in seconds, in the order they were taken."""

    name: str
    taken: list[float] = field(default_factory=list)

    def take(self, work: Callable[[], object]) -> None:
        """Do the work once and note how long it took."""
        begun = perf_counter()
        work()
        self.taken.append(perf_counter() - begun)

    @property
    def median(self) -> float:
        return median(self.taken)

    @property
    def mean(self) -> float:
        return sum(self.taken) / len(self.taken)

    @property
    def p95(self) -> float:
        return quantiles(self.taken, n=20)[-1]

    def line(self) -> str:
        """One line for people: median, 95th percentile and mean, in milliseconds."""
        figures = (("median", self.median), ("p95", self.p95), ("mean", self.mean))
        shown = "  ".join(f"{word} {seconds * 1000:8.3f} ms" for word, seconds in figures)
        return f"{self.name:<32} {shown}  ({len(self.taken)} times)"


def alternate(rounds: int, *works: tuple[Times, Callable[[int], Callable[[], object]]]) -> None:
    """Take turns `rounds` times. Each work is made ready by its function, given
    the round's number, and only what that returns is timed."""
    for i in range(rounds):
        for times, ready in works:
            times.take(ready(i))


def ratio(one: Times, other: Times) -> float:
    """How many times longer `one` takes than `other`, median to median."""
    return one.median / other.median


def report(times: Iterable[Times]) -> None:
    for each in times:
        print(each.line())
