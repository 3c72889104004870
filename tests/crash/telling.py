"""What the sweep found, in figures."""

from collections import Counter
from collections.abc import Sequence

from tests.crash.played import Outcome

LINES: list[str] = []  # said when all tests are over


def tell(name: str, outcomes: Sequence[Outcome], seconds: float, points: int) -> None:
    """Keep one line of figures, and one about where the strikes fell."""
    struck = [o for o in outcomes if o.struck]
    twice = sum(o.twice > 0 for o in struck)
    share = f"{100 * twice / len(struck):.1f} %" if struck else "-"
    LINES.append(
        f"{name}: {len(struck)} of {points} points in {seconds:.0f} s; {counted(struck, 'L1')} lost, "
        f"{counted(struck, 'L2')} doubled or missing tasks, {counted(struck, 'unreadable')} unreadable, "
        f"{sum(bool(o.broken) for o in struck)} with any law broken; letters twice in {twice} ({share})"
    )
    calls = Counter(o.point.call for o in struck)
    ends = Counter(o.code for o in struck)
    LINES.append("  " + ", ".join(f"{call} {count}" for call, count in calls.most_common()))
    LINES.append("  ended with " + ", ".join(f"{code}: {count}" for code, count in ends.most_common()))


def counted(outcomes: Sequence[Outcome], law: str) -> int:
    """How many strikes broke this law."""
    return sum(any(words.startswith(law) for words in o.broken) for o in outcomes)
