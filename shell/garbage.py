"""How often Python looks for garbage that refers to itself.

Nearly all that a round makes is freed as it goes; what is left for the collector
is little, and each of its full looks walks over all modules as well.
"""

import gc
from functools import cache

BETWEEN = 10_000  # new objects between two looks; Python's own is 700


@cache
def seldom_looked_for() -> None:
    """Once in a process, when all is loaded: what is there lives as long as we do, and
    is not walked over again."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(BETWEEN, *gc.get_threshold()[1:])
