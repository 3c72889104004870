"""What reading a due date costs, on ordinary mails and on floods.

    python -m bench.due_speed

Ordinary mails are the rows of tests/language/cases; the bar is a median of 2 ms.
A flood is 100 KB of one repeated piece; its bar is 250 ms, and since only the
first 8 KB are read, 8 KB may cost 2.5 times what 4 KB do. Exit 1 over a bar.
"""

from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial

from bench.timing import Times, report
from language.due import read_due
from tests.language.due_rows import Row, rows

NOW = datetime(2026, 11, 30, 17, 12, tzinfo=UTC)
ZONE = "America/New_York"
BAR_MEDIAN, BAR_FLOOD = 0.002, 0.250  # seconds
BAR_GROWTH = 2.5  # times, from 4 KB to 8 KB
PIECES = (
    *(
        "1/2 ",
        "by ",
        "due ",
        "9",
        "(",
        ">",
        "\n",
        "On ",
        "by 5 ",
        "a week from ",
        "end of the ",
        "if by Friday ",
        '"',
    ),
    *(
        "=?utf-8?q?",
        "'",
        "-",
        "5-",
        "at the latest ",
        "next ",
        "please by Friday or ",
        "Due: x\n",
        "é",
        "Due: Fri ",
    ),
    *(
        "deadline for the ",
        "not until ",
        "i will ",
        "by Friday. ",
        "[",
        "`",
        "17:00 ",
        "3 days before ",
        "a. ",
        "due: ",
        "x: ",
        "the ",
    ),
)


def ordinary() -> Times:
    times = Times("an ordinary mail")
    for name in (
        "due_people.txt",
        "due_later.txt",
        "due_third.txt",
        "due_bodies.txt",
        "due_fifth.txt",
        "due_sixth.txt",
        "due_seventh.txt",
        "due_eighth.txt",
    ):
        for row in rows(name):
            times.take(_read(row))
    return times


def _read(row: Row) -> Callable[[], object]:
    return lambda: read_due(row.text, row.written_at, row.zone)


def flood(piece: str, *sizes: int) -> list[float]:
    """Return the seconds that each size of a flood of `piece` takes: the best of nine, taken in turns."""
    floods = [(Times(f"{size} characters of {piece!r}"), (piece * size)[:size]) for size in sizes]
    for _ in range(9):
        for times, text in floods:
            times.take(partial(read_due, text, NOW, ZONE))
    return [min(times.taken) for times, _ in floods]


def growth(piece: str) -> float:
    """Return how many times longer 8 KB take than 4 KB."""
    short, long = flood(piece, 4_000, 8_000)
    return long / short


def main() -> int:
    read_due("due Friday 5pm Manila time", NOW, ZONE)  # loads the zones
    mails = ordinary()
    report([mails])
    over = mails.median > BAR_MEDIAN
    worst = max((flood(piece, 100_000)[0], piece) for piece in PIECES)
    grown = max((growth(piece), piece) for piece in PIECES)
    print(f"worst flood of 100 KB: {worst[0] * 1000:.1f} ms of {worst[1]!r} (bar {BAR_FLOOD * 1000:.0f} ms)")
    print(f"worst growth from 4 KB to 8 KB: {grown[0]:.2f} times, of {grown[1]!r} (bar {BAR_GROWTH})")
    return int(over or worst[0] > BAR_FLOOD or grown[0] > BAR_GROWTH)


if __name__ == "__main__":
    raise SystemExit(main())
