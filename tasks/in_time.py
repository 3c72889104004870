"""Who is always in time: one mark for each finished task, the last ones kept.

People who keep their dates need no three reminders.
"""

from tasks.intents import View
from tasks.model import Task

KEPT = 5  # marks


def mark_of(task: Task) -> str:
    """1 where an approved task was handed in by its date, 0 where it was not, ""
    where it had none."""
    done_at = task.review_at or task.closed_at
    if task.due is None or done_at is None:
        return ""
    return "1" if done_at <= task.due.at else "0"


def marked(known: str, task: Task) -> str:
    """The marks of a contractor with this task's behind them."""
    return (known + mark_of(task))[-KEPT:]


def is_always_in_time(view: View, person: str) -> bool:
    """Whether the last tasks of this contractor were all in time: as many as the
    house wants to see (0: it trusts nobody so far)."""
    wanted = view.house.rules.reminders.always_in_time
    return wanted > 0 and view.in_time.get(person, "")[-wanted:] == "1" * wanted
