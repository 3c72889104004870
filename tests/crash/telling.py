"""What the sweep found, in figures."""

from collections import Counter
from collections.abc import Sequence

from tests.crash.played import Outcome
from tests.sweeping import LINES


def tell(name: str, outcomes: Sequence[Outcome], points: int) -> None:
    """Keep one line of figures, and one about where the strikes fell."""
    struck = [o for o in outcomes if o.struck]
    left_out = points - len(outcomes)
    LINES.append(
        f"{name}: struck at {len(struck)} of {points} points, {left_out} left out for time; {found(struck)}"
    )
    if handed := sum(o.point.mail > 0 for o in struck):
        LINES.append(f"  {handed} of them in the process of `intake`")
    calls = Counter(o.point.call for o in struck)
    ends = Counter(o.code for o in struck)
    LINES.append("  " + ", ".join(f"{call} {count}" for call, count in calls.most_common()))
    LINES.append("  ended with " + ", ".join(f"{code}: {count}" for code, count in ends.most_common()))


def tell_kills(kills: Sequence[Outcome]) -> None:
    """One line about all kills together."""
    LINES.append(f"all kills: {len(kills)}; {found(kills)}")


def found(struck: Sequence[Outcome]) -> str:
    """What the laws found, in figures."""
    twice = sum(o.twice > 0 for o in struck)
    share = f"{100 * twice / len(struck):.1f} %" if struck else "-"
    broken = sum(bool(o.broken) for o in struck)
    return (
        f"{counted(struck, 'L1')} lost, {counted(struck, 'L2')} doubled or missing tasks, "
        f"{counted(struck, 'unreadable')} unreadable, {broken} with any law broken; "
        f"letters twice in {twice} ({share})"
    )


def counted(outcomes: Sequence[Outcome], law: str) -> int:
    """How many strikes broke this law."""
    return sum(any(words.startswith(law) for words in o.broken) for o in outcomes)
