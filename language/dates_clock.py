"""The grammar of a time of day, and of the zone it is told in."""

from dataclasses import dataclass

from language.dates_days import Tokens
from language.tokens_lexicon import word_set
from language.tokens_shapes import AM, DAY_CLOCK, PM

# Words in front of an hour that has no mark of its own: "by 5", "at 9", "um 12".
HOUR_WORDS = word_set(
    "by at before until till til @ a as las um gegen bis vor around about antes avant pour ate vers latest"
    " than ~ approx pls due :"
) | {"a las", "no later than", "not later than", "nlt", "at around", "by about", "on or before", "by around"}


@dataclass(frozen=True, slots=True)
class Clock:
    """`minutes` after midnight; -1 stands for the house's due time (EOD).
    `bare`: an hour without am or pm; `named`: a part of the day, with its key."""

    minutes: int
    bare: bool = False
    named: str = ""


Told = tuple[Clock, int] | None


def clock_at(toks: Tokens, i: int, bare: bool) -> Told:
    """Return the time told at place `i`, or None. `bare`: a mere number may be an hour."""
    tok = toks[i]
    match tok.cls:
        case "part":
            return _part(toks, i)
        case "tonight":
            return Clock(tok.nums[0], named="evening"), i + 1
        case "clock" | "clockrange":
            return _marked(toks, i + 1, tok.nums[0], tok.nums[1], tok.nums[2])
        case "hshape":
            return (Clock(tok.nums[0] * 60), i + 1) if tok.nums[0] < 24 else None
        case "frac":
            return _fraction(toks, i)
        case "number":
            return _number(toks, i, bare)
        case "numeric" if tok.key == "." and bare and not tok.nums[2] and tok.nums[1] < 60:
            dotted = len(tok.low) > 3 and toks[i + 1].cls == "meridiem"
            return _marked(toks, i + 1, tok.nums[0], tok.nums[1], 0) if dotted else None
        case "edge" if tok.key in ("early", "late", "mid", "end") and toks[i + 1].cls == "part":
            return _part(toks, i + 1)
        case "edge" if tok.key == "end" and _day_behind(toks, i) > i:
            return Clock(-1, named="eod"), _day_behind(toks, i)
        case "edge" if tok.key in _ROUGHLY and _names_day(toks, i):
            return _ROUGHLY[tok.key], i + 1
        case _:
            return None


_ROUGHLY = {"early": Clock(540, named="open"), "late": Clock(1020, named="afternoon")}


def _names_day(toks: Tokens, i: int) -> bool:
    """ "early Friday", "tomorrow early"; but "early next week" is a day, and no hour."""
    return toks[i + 1].cls in ("weekday", "rel") or (
        toks[i - 1].cls in ("weekday", "rel") and toks[i + 1].cls in ("end", "nl", "punct")
    )


def _day_behind(toks: Tokens, i: int) -> int:
    """The place of the day in "end of Friday"; `i` where there is none."""
    at = i + 2 if toks[i + 1].low == "of" else i + 1
    return at if toks[at].cls in ("weekday", "rel", "date") else i


def _part(toks: Tokens, i: int) -> Told:
    named, minutes, end = toks[i].key, toks[i].nums[0], i + 1
    if named in ("morning", "afternoon", "evening", "open") and toks[end].low in (
        "at",
        "by",
        ",",
        "@",
        "um",
        "a las",
        "a",
    ):
        told = clock_at(toks, end + 1, True)
        if told is not None and not told[0].named:
            return halved(told[0], named), told[1]
    if named == "open" and toks[end].cls == "part":
        end += 1
    return Clock(minutes, named=named), end


def halved(clock: Clock, part: str) -> Clock:
    """ "6 in the morning", "9 tonight": the part of the day decides the half."""
    if not clock.bare and (clock.minutes >= 720 or part in ("morning", "open")):
        return clock
    hour, minute = divmod(clock.minutes, 60)
    hour %= 12
    return Clock((hour if part in ("morning", "open") else hour + 12) * 60 + minute)


def _number(toks: Tokens, i: int, bare: bool) -> Told:
    number, tok = toks[i].nums[0], toks[i + 1]
    digits = toks[i].key == "digits"
    if digits and len(toks[i].low) == 4:
        return _military(toks, i, bare)
    if tok.low in ("past", "after", "to", "till") and number < 30 and toks[i + 2].cls == "number":
        hour = toks[i + 2].nums[0]
        sign = 1 if tok.low in ("past", "after") else -1
        return _marked(toks, i + 3, hour % 24, 0, 0, sign * number) if hour < 13 and bare else None
    if (
        tok.cls == "meridiem"
        or tok.low == "o'clock"
        or (tok.low in ("uhr", "h", "horas", "heures") and number < 24)
    ):
        return _marked(toks, i + 1, number, 0, 0) if number < 24 else None
    if tok.cls == "frac" and tok.low == "half" and bare:
        return _marked(toks, i + 2, number, 30, 0)
    if bare and not digits and tok.cls == "number" and tok.key == "" and tok.nums[0] in (15, 20, 30, 45):
        return _marked(toks, i + 2, number, tok.nums[0], 0) if number < 13 else None  # "five thirty"
    if bare and 1 <= number <= 23 and tok.cls not in ("unit", "month") and toks[i].key in ("digits", ""):
        return _marked(toks, i + 1, number, 0, 0)
    return None


def _military(toks: Tokens, i: int, bare: bool) -> Told:
    """ "1700", "0900 hrs"; a number like a year needs the word for hours behind it."""
    hour, minute = divmod(toks[i].nums[0], 100)
    said = toks[i + 1].low in ("h", "hrs", "hours", "hr")
    yearly = 19 <= hour <= 20 and minute % 10 and not said
    if hour > 23 or minute > 59 or yearly or not (bare or said):
        return None
    return Clock(hour * 60 + minute), i + 1 + int(said)


def _fraction(toks: Tokens, i: int) -> Told:
    """ "half past four", "half ten" (half past ten), "quarter to five"."""
    at = i + 1
    if toks[at].cls != "number" or not 1 <= toks[at].nums[0] <= 12 or toks[at + 1].cls == "unit":
        return None
    return _marked(toks, at + 1, toks[at].nums[0], 0, 0, toks[i].nums[0])


def _marked(toks: Tokens, i: int, hour: int, minute: int, half: int, shift: int = 0) -> Told:
    """Finish a time: its am or pm, its "o'clock", the part of the day behind it."""
    if toks[i].cls == "meridiem":
        half, i = toks[i].nums[0], i + 1
        if toks[i].key == "soft":
            i += 1
    elif toks[i].cls == "oclock" or toks[i].low in ("hrs", "heures", "horas"):
        half = DAY_CLOCK if toks[i].low != "o'clock" and (hour > 7 or toks[i].low != "uhr") else half
        i += 1
    i = i + 1 if toks[i].low in ("sharp", "on the dot", "ish", "-ish", "prompt", "en punto", "pile") else i
    if hour > 23 or minute > 59 or (half in (AM, PM) and hour > 12):
        return None
    clock = _hour(hour, minute, half, shift)
    tok = toks[i]
    if tok.cls == "tonight" or (tok.cls == "part" and tok.key in ("morning", "afternoon", "evening")):
        return halved(clock, tok.key), i + 1
    if tok.cls == "part" and tok.key in ("noon", "midnight") and hour == 12:
        return Clock(tok.nums[0], named=tok.key), i + 1
    return clock, i


def _hour(hour: int, minute: int, half: int, shift: int) -> Clock:
    """A bare hour from 1 to 7 is in the afternoon, 8 to 11 in the morning, 12 is noon."""
    bare = not half and 1 <= hour <= 12
    if half == PM or (bare and 1 <= hour <= 7):
        hour = hour % 12 + 12
    elif half == AM:
        hour %= 12
    return Clock((hour * 60 + minute + shift) % 1440, bare=bare)


def zone_at(toks: Tokens, i: int, timed: bool = False) -> tuple[str, int] | None:
    """Return the zone named at place `i` with the place after it.

    `timed`: it stands behind a clock time, where a mere city will do ("10am London").
    "mine" and "yours" stand for the zones of the writer and of the reader.
    """
    tok = toks[i]
    if tok.cls == "zone":
        end = i + 2 if toks[i + 1].cls == "time" else i + 1
        return tok.key, end
    if tok.cls == "city" and toks[i + 1].cls == "time":
        return tok.key, i + 2
    if (
        tok.cls == "city"
        and timed
        and (toks[i + 1].cls in ("end", "nl", "punct") or toks[i + 1].low == "please")
    ):
        return tok.key, i + 1
    if tok.cls == "city" and (toks[i - 1].low == "in" or (toks[i - 1].low == "(" and toks[i + 1].low == ")")):
        return tok.key, i + 1
    if tok.cls == "yours":
        if toks[i + 1].low in ("(", ",", "in") and toks[i + 2].cls in ("city", "zone"):
            return toks[i + 2].key, i + (4 if toks[i + 3].low == ")" else 3)
        return "yours", i + 1
    return ("mine", i + 1) if tok.cls == "mine" else None
