"""Lines for a digest, each for one owner: how the store keeps them.

The store keeps a line of text; whose digest it is for stands before a tab.
One without is for the first owner, who runs the house.
"""

from collections.abc import Iterable
from datetime import datetime

from tasks.letters import Remark
from tasks.people import House

Row = tuple[datetime, str]


def kept(at: datetime, remark: Remark) -> Row:
    """The remark as a row of the store; `at` aware UTC."""
    return at, f"{remark.to}\t{remark.words}"


def remarks_for(owner: str, rows: Iterable[Row], house: House) -> tuple[str, ...]:
    """The words meant for this owner's digest, in the rows' order."""
    first = house.owners()[0].key
    parted = (words.rpartition("\t") for _, words in rows)
    return tuple(words for to, _, words in parted if (to or first) == owner)
