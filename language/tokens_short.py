"""Weekdays of two or three letters: "bis Di", "até sex", "para el vie", "avant ven.".

Most of them are words of their own in some language ("do", "mar", "sex"), so
they are weekdays only right behind a word that leads to a date.
"""

from language.tokens_lexicon import word_set

_LEADS: tuple[tuple[frozenset[str], str], ...] = (
    (word_set("bis spatestens zum vor nachsten kommenden"), "mo di mi do fr sa so"),
    (word_set("ate proxima proximo") | {"ate a", "ate o"}, "seg ter qua qui sex sab dom"),
    (word_set("hasta") | {"para el", "antes del", "hasta el"}, "lun mar mie jue vie sab dom"),
    (word_set("avant d'ici") | {"pour le", "avant le", "d'ici le"}, "lun mar mer jeu ven sam dim"),
)
_CAPITAL = word_set("mo di mi do fr sa so")  # German writes its nouns so
_DAYS = frozenset(day for _, days in _LEADS for day in days.split())


def short_weekday(low: str, raw: str, led_by: str) -> int | None:
    """Return which weekday (0 is Monday) a short word is behind `led_by`, the one or two folded
    words before it; None where it is none."""
    if low not in _DAYS or (low in _CAPITAL and not raw[:1].isupper()):
        return None
    last = led_by.rpartition(" ")[2]
    for leads, days in _LEADS:
        if (led_by in leads or last in leads) and low in days.split():
            return days.split().index(low)
    return None


def may_be_short(low: str) -> bool:
    """Tell cheaply whether a word could be one."""
    return low in _DAYS
