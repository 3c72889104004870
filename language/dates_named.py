"""Days with a name of their own: weekdays, dates, feasts, today.

Each rule takes the tokens and a place, and gives the `Day` that begins there
with the place after it, or None.
"""

from dataclasses import replace

from language.dates_counted import ahead, count_of, edge_of
from language.dates_days import (
    COMING,
    LINKS,
    RULES,
    Day,
    Found,
    Rule,
    Tokens,
    anchor_at,
    day_month,
    named_month,
    skip,
    year_at,
)
from language.tokens_lexicon import word_set

_ARTICLES = word_set(
    """the of de del da do des du der den dem le la el los las o a on in am im dia day nl al au en no na
    dos , an"""
)


def _offset(toks: Tokens, i: int) -> Found:
    days, i = toks[i].nums[0], i + 1
    if toks[i].cls == "unit" and toks[i].key == "week":
        days, i = days + 7, i + 1
    return Day("offset", (days,)), i


def _tonight(toks: Tokens, i: int) -> Found:
    """The day of "tonight"; its hour is read from the same token."""
    return Day("offset", (0,)), i


def _day_after(toks: Tokens, i: int) -> Found:
    """ "day after" alone is India's day after tomorrow; else it counts from a day."""
    anchor = anchor_at(toks, skip(toks, i + 1, LINKS, 2))
    step = 1 if toks[i].cls == "dayafter" else -1
    if anchor is not None:
        return Day("ahead", (step, 1), anchor[0]), anchor[1]
    return (Day("offset", (2,)), i + 1) if step > 0 else None


def _weekday(toks: Tokens, i: int) -> Found:
    weekday, i = toks[i].nums[0], i + 1
    dated = _dated(toks, i, weekday)
    if dated is not None:
        return dated
    tok = toks[i]
    near = anchor_at(toks, i + 1) if tok.low in ("after", "before", "following") else None
    if near is not None:
        return Day("weekday-near", (weekday, -1 if tok.low == "before" else 1), near[0]), near[1]
    if tok.cls == "unit" and tok.key in ("week", "fortnight"):
        return Day("weekday", (weekday, 0, tok.nums[0] // 7)), i + 1
    if tok.cls == "afternext":
        return Day("weekday", (weekday, 2, 0)), i + 1
    return _weekday_of_week(toks, i, weekday) or (Day("weekday", (weekday, -1, 0)), i)


def _weekday_of_week(toks: Tokens, i: int, weekday: int) -> Found:
    """ "Friday next week", "Monday of the week after next", "lunes que viene"."""
    at = skip(toks, i, LINKS, 2)
    tok, then = toks[at], toks[at + 1]
    if tok.cls == "nextunit" and tok.key == "week":
        return Day("weekday-of", (weekday, 1)), at + 1
    if tok.cls == "shift" and tok.key in ("this", "next"):
        if then.cls == "unit" and then.key in ("week", "workweek"):
            return Day("weekday-of", (weekday, tok.nums[0])), at + 2
        if at == i and tok.low not in ("this", "next", "the next", "coming", "following"):
            return Day("weekday", (weekday, 0, 0), key="coming" if tok.low in COMING else ""), at + 1
    if tok.cls == "unit" and tok.key == "week" and then.cls == "afternext":
        return Day("weekday-of", (weekday, 2)), at + 2
    if tok.cls in ("number", "art") and then.key in ("week", "fortnight") and at > i:
        return Day("weekday", (weekday, 0, tok.nums[0] * then.nums[0] // 7)), at + 2
    return None


def _dated(toks: Tokens, i: int, weekday: int) -> Found:
    """The date behind a weekday: "Friday, December 11", "Thu 12/10", "Friday the 4th"."""
    at = skip(toks, i, _ARTICLES, 3)
    if toks[at].cls == "punct" and toks[at].key == "soft":
        at = skip(toks, at + 1, _ARTICLES, 3)
    if toks[at].low in ("(", "-", "–"):
        at += 1
    if toks[at + 1].cls == "unit":
        return None
    found: Found = None
    for rule in _DATED_RULES.get(toks[at].cls, ()):
        found = found or rule(toks, at)
    if found is None and toks[at].cls == "number" and at - i < 2:
        found = _bare_day(toks, at)
    if found is None:
        return None
    return replace(found[0], weekday=weekday), found[1]


def _bare_day(toks: Tokens, i: int) -> Found:
    """ "Friday 26": a number too large for an hour, with nothing to count behind it."""
    number, then = toks[i].nums[0], toks[i + 1]
    digits = toks[i].key == "digits" and len(toks[i].low) == 2
    if digits and 12 < number < 32 and then.cls not in ("unit", "oclock", "meridiem", "month"):
        return Day("dom", (number, -1)), i + 1
    return None


def _occasion(toks: Tokens, i: int) -> Found:
    """ "Monday's meeting" is a moment one can be before; "Monday's menu" is not."""
    if toks[i + 1].low in _OCCASIONS:
        return Day("weekday", (toks[i].nums[0], -1, 0)), i + 2
    if toks[i + 1].low in _PREDICATES:
        return Day("weekday", (toks[i].nums[0], -1, 0)), i + 1
    return None


_PREDICATES = word_set("the fine ok okay good great perfect best ideal better when my our plenty enough")
_OCCASIONS = word_set("meeting call session presentation deadline launch event review demo interview close")


def _ordinal(toks: Tokens, i: int) -> Found:
    """ "the 28th", "the 5th of next month", "2nd Friday in December"."""
    number, tok = toks[i].nums[0], toks[i + 1]
    if tok.cls == "weekof" and tok.low == "week of":
        month = edge_of(toks, skip(toks, i + 2, LINKS, 2), "start")
        return (Day("nth", (number, 7), month[0]), month[1]) if month is not None else None
    if tok.cls == "weekday" or (tok.cls == "unit" and tok.key in ("week", "bizday", "day")):
        at = skip(toks, i + 2, LINKS, 2)
        scope = edge_of(toks, at, "start") if at > i + 2 else None
        if scope is None:
            return None
        which = tok.nums[0] if tok.cls == "weekday" else {"week": 7, "bizday": 8, "day": 9}[tok.key]
        return Day("nth", (number, which), scope[0]), scope[1]
    named = day_month(toks, i)
    if named is not None:
        return named
    at = skip(toks, i + 1, LINKS, 2)
    if toks[at].cls == "nextunit" and toks[at].key == "month":
        return Day("dom", (number, 1)), at + 1
    if toks[at].cls == "shift" and toks[at + 1].key == "month":
        return Day("dom", (number, toks[at].nums[0])), at + 2
    if toks[at].cls == "unit" and toks[at].key == "month":
        return Day("dom", (number, -1)), at + 1
    if toks[i].key == "word" and (tok.cls in ("", "unit") or toks[i - 1].low != "the"):
        return None
    return Day("dom", (number, -1)), i + 1


def _date(toks: Tokens, i: int) -> Found:
    return Day("date", toks[i].nums), i + 1


def _numeric(toks: Tokens, i: int) -> Found:
    """ "3/4"; but "3-5 days" and "2.5 weeks" are counts."""
    first, second, year = toks[i].nums
    if toks[i].key == "-" and not year and toks[i + 1].cls == "month":  # "22-24 September"
        return day_month(toks, i, second)
    if toks[i + 1].cls == "unit" and not year:
        unit = toks[i + 1]
        if toks[i].key == "." and unit.key == "hour":
            return Day("span", (first * 60 + second * 6,)), i + 2
        return ahead(toks, i + 2, second, unit) if toks[i].key in "-/" else None
    if not year:
        year, end = year_at(toks, i + 1)
        return Day("numeric", (first, second, year), key=toks[i].key), end
    return Day("numeric", toks[i].nums, key=toks[i].key), i + 1


def _holiday(toks: Tokens, i: int) -> Found:
    if toks[i].key == "new-year" and toks[i - 1].low in ("in", "in the"):
        return None  # "in the new year" is no day
    return Day("holiday", key=toks[i].key), i + 1


_DATED_RULES: dict[str, tuple[Rule, ...]] = {
    "month": (named_month,),
    "number": (day_month,),
    "ordinal": (_ordinal,),
    "date": (_date,),
    "numeric": (_numeric,),
}
RULES.update(
    {
        **_DATED_RULES,
        "rel": (_offset,),
        "tonight": (_tonight,),
        "dayafter": (_day_after,),
        "daybefore": (_day_after,),
        "weekday": (_weekday,),
        "weekday's": (_occasion,),
        "number": (count_of,),
        "holiday": (_holiday,),
    }
)
