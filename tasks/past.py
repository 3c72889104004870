"""What only the history of a task tells: whose its lateness is, and what was agreed.

A task is the fold of its events and does not keep them; the shell reads them
for the few tasks whose date has passed or was changed.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from tasks.agreed import Agreed, agreed_in
from tasks.events import Fact
from tasks.lateness import Lateness, lateness_in
from tasks.model import Task
from tasks.people import House
from tasks.turns import lived


@dataclass(frozen=True, slots=True)
class Past:
    late: Lateness = Lateness()
    agreed: tuple[Agreed, ...] = ()


NO_PAST = Past()


def has_past(task: Task, now: datetime) -> bool:
    """Whether its history says more about its date than the task itself."""
    dated = task.due is not None and task.due.at < now
    return dated or task.date_changes > 0 or task.unaccepted_at is not None


def past_of(facts: Sequence[Fact], house: House, now: datetime) -> Past:
    """`facts` are all of one task's, in order; `now` is aware UTC."""
    life = lived(facts)
    return Past(lateness_in(life, house, now), agreed_in(life))


def span_words(span: timedelta) -> str:
    """ "5 h 20 min", "45 min"; to the nearest minute."""
    hours, minutes = divmod(round(span / timedelta(minutes=1)), 60)
    parts = [f"{hours} h"] if hours else []
    parts += [f"{minutes} min"] if minutes or not hours else []
    return " ".join(parts)


def late_for_owner(late: Lateness, name: str, owner: str = "you") -> str:
    """Whose the lateness is, for the owner; "" where nothing counts."""
    if not late.counted and not late.owner:
        return ""
    more = f"; {span_words(late.owner)} more it waited for {owner}" if late.owner else ""
    return f"{span_words(late.counted)} late by {name}'s working hours{more}"


def late_for_contractor(late: Lateness, owner: str) -> str:
    """The same, for the one who is late."""
    if not late.counted and not late.owner:
        return ""
    kept = f"{span_words(late.owner)} in which it waited for {owner}"
    less = f"; the {kept} do not count" if late.owner else ""
    return f"{span_words(late.counted)} late by your working hours{less}"
