"""Names of days and months with one slip of the finger: "Wendesday", "Thurday", "Setpember".

One letter too many, one missing, one wrong, or two in the wrong order. Only
long names are looked for, and no plural: "Fridays" is said of every Friday.
"""

from language.tokens_lexicon import word_set

_NAMES = word_set(
    """monday tuesday wednesday thursday friday saturday sunday tomorrow january february september
    october november december"""
)
_OTHER_WORDS = word_set("sundry sundae frida friary sunda mondav octobers augusta janvary")
_SHORTEST, _LONGEST = 5, 10  # letters


def meant_name(low: str) -> str:
    """Return the day or month that a folded word was meant to be, or "". Never raises."""
    if not _SHORTEST <= len(low) <= _LONGEST or low[-1] == "s" or low in _OTHER_WORDS:
        return ""
    return next((name for name in _NAMES if abs(len(name) - len(low)) < 2 and _one_slip(low, name)), "")


def _one_slip(low: str, name: str) -> bool:
    start = 0
    while start < min(len(low), len(name)) and low[start] == name[start]:
        start += 1
    rest, wanted = low[start:], name[start:]
    if len(rest) == len(wanted):
        swapped = rest[:2] == wanted[1::-1] if len(rest) > 1 else False
        return rest[1:] == wanted[1:] or (swapped and rest[2:] == wanted[2:])
    return rest[1:] == wanted if len(rest) > len(wanted) else rest == wanted[1:]
