"""Lines for a digest, each for one owner: how the store keeps them.

The store keeps a line of text; whose digest it is for stands before a tab.
One without is for the first owner, who runs the house.
"""

from collections.abc import Callable, Iterable
from datetime import datetime

from tasks.gone import still_left
from tasks.letters import Remark
from tasks.model import Task
from tasks.people import House

Row = tuple[datetime, str]


def kept(at: datetime, remark: Remark) -> Row:
    """The remark as a row of the store; `at` aware UTC."""
    return at, f"{remark.to}\t{remark.words}"


def remarks_for(
    owner: str, rows: Iterable[Row], house: House, task_of: Callable[[int], Task | None]
) -> tuple[str, ...]:
    """The words meant for this owner's digest that are true still, in the rows' order.
    `task_of` finds a task by its number."""
    first = house.owners()[0].key
    parted = (words.rpartition("\t") for _, words in rows)
    mine = (words for to, _, words in parted if (to or first) == owner)
    return tuple(words for words in mine if still_left(words, task_of, house))
