"""The grammar of a day: which run of tokens names a calendar day, and how.

Each rule takes the tokens and a place, and gives the `Day` that begins there
with the place after it, or None. `RULES` lists by the class of the first token
which rules to try. Nothing is resolved here: no rule knows what today is.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from language.tokens import Token

Tokens = Sequence[Token]


@dataclass(frozen=True, slots=True)
class Day:
    """A day as spoken of. `kind` names the resolver's rule and `nums` its
    numbers; `anchor` is the day it is counted from; `weekday` (0 Monday, -1
    none) must fit the date; `also` is a second name that must be the same day."""

    kind: str
    nums: tuple[int, ...] = ()
    anchor: "Day | None" = None
    weekday: int = -1
    also: "Day | None" = None
    key: str = ""


Found = tuple[Day, int] | None
Rule = Callable[[Tokens, int], Found]

_ARTICLES = frozenset(
    "the of de del da do des du der den dem des le la el los las o a on in am im dia day nl al au en no na dos , an".split()
)
_LINKS = frozenset("the of de del da do des du der den dem le la el os o as this d' in nl".split())
_FROM = frozenset("from after of on following ab nach a de to".split())


def skip(toks: Tokens, i: int, words: frozenset[str], most: int = 3) -> int:
    """Return the place after at most `most` tokens out of `words`."""
    stop = i + most
    while i < stop and (toks[i].low in words or toks[i].cls == "nl"):
        i += 1
    return i


def day_at(toks: Tokens, i: int) -> Found:
    """Return the day named at place `i`, by the first rule that fits, or None."""
    for rule in RULES.get(toks[i].cls, ()):
        found = rule(toks, i)
        if found is not None:
            return found
    return None


def _offset(toks: Tokens, i: int) -> Found:
    days, i = toks[i].nums[0], i + 1
    if toks[i].cls == "unit" and toks[i].key == "week":
        days, i = days + 7, i + 1
    return Day("offset", (days,)), i


def _day_after(toks: Tokens, i: int) -> Found:
    """"day after" alone is India's day after tomorrow; else it counts from a day."""
    anchor = day_at(toks, skip(toks, i + 1, _LINKS, 2))
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
    if tok.cls == "unit" and tok.key == "week":
        return Day("weekday", (weekday, 0, 1)), i + 1
    if tok.cls == "afternext":
        return Day("weekday", (weekday, 2, 0)), i + 1
    return _weekday_of_week(toks, i, weekday) or (Day("weekday", (weekday, -1, 0)), i)


def _weekday_of_week(toks: Tokens, i: int, weekday: int) -> Found:
    """"Friday next week", "Monday of the week after next", "lunes que viene"."""
    at = skip(toks, i, _LINKS, 2)
    tok, then = toks[at], toks[at + 1]
    if tok.cls == "nextunit" and tok.key == "week":
        return Day("weekday-of", (weekday, 1)), at + 1
    if tok.cls == "shift" and tok.key in ("this", "next"):
        if then.cls == "unit" and then.key in ("week", "workweek"):
            return Day("weekday-of", (weekday, tok.nums[0])), at + 2
        if at == i and tok.low not in ("this", "next", "the next", "coming", "following"):
            return Day("weekday", (weekday, 0, 0)), at + 1
    if tok.cls == "unit" and tok.key == "week" and then.cls == "afternext":
        return Day("weekday-of", (weekday, 2)), at + 2
    if tok.cls == "number" and then.cls == "unit" and then.key == "week" and at > i:
        return Day("weekday-of", (weekday, tok.nums[0])), at + 2
    return None


def _dated(toks: Tokens, i: int, weekday: int) -> Found:
    """The date behind a weekday: "Friday, December 11", "Thu 12/10", "Friday the 4th"."""
    at = skip(toks, i, _ARTICLES, 3)
    if toks[at].cls == "punct" and toks[at].key == "soft":
        at = skip(toks, at + 1, _ARTICLES, 3)
    if toks[at].low in ("(", "-", "–"):
        at += 1
    found: Found = None
    for rule in _DATED_RULES.get(toks[at].cls, ()):
        found = found or rule(toks, at)
    if found is None and toks[at].cls == "number" and at - i < 2:
        found = _bare_day(toks, at)
    if found is None:
        return None
    return replace(found[0], weekday=weekday), found[1]


def _bare_day(toks: Tokens, i: int) -> Found:
    """"Friday 26": a number too large for an hour, with nothing to count behind it."""
    number, then = toks[i].nums[0], toks[i + 1]
    digits = toks[i].key == "digits" and len(toks[i].low) == 2
    if digits and 12 < number < 32 and then.cls not in ("unit", "oclock", "meridiem", "month"):
        return Day("dom", (number, -1)), i + 1
    return None


def _occasion(toks: Tokens, i: int) -> Found:
    """"Monday's meeting" is a moment one can be before; "Monday's menu" is not."""
    if toks[i + 1].low in _OCCASIONS:
        return Day("weekday", (toks[i].nums[0], -1, 0)), i + 2
    return None


_OCCASIONS = frozenset("meeting call session presentation deadline launch event review demo interview close".split())


def _shift(toks: Tokens, i: int) -> Found:
    """"next Friday", "this coming week", "the next 3 days", "this afternoon"."""
    shift, key, tok = toks[i].nums[0], toks[i].key, toks[i + 1]
    if tok.cls == "shift":
        i, tok = i + 1, toks[i + 2]
    if key in ("every", "last") and tok.cls in ("weekday", "unit", "month", "number", "part", "weekend", "quarter"):
        if key == "last" and tok.cls == "unit":
            return _last_day(toks, i)
        return Day(key), i + 2
    if tok.cls == "weekday":
        week = toks[i + 2].cls == "unit" and toks[i + 2].key == "week"
        return Day("weekday", (tok.nums[0], shift, int(week))), i + 2 + int(week)
    if tok.cls == "month":
        return _named_month(toks, i + 1)
    if tok.cls in ("part", "clock") and key == "this":
        return Day("offset", (0,)), i + 1
    if tok.cls in ("number", "decimal", "numeric"):
        found = day_at(toks, i + 1)
        return found if found is not None and found[0].kind not in ("date", "numeric") else None
    if tok.cls == "unit":
        return _shifted_unit(tok, key, shift, i + 2)
    return None


def _shifted_unit(unit: Token, key: str, shift: int, after: int) -> Found:
    if unit.key == "bizday":
        return Day("bizdays", (1,)) if shift else Day("offset", (0,)), after
    if unit.key == "day":
        return Day("offset", (1 if key == "next" else 0,)), after
    if unit.key in ("minute", "hour"):
        return Day("span", (unit.nums[0],)), after
    return Day("edge", (shift,), key=f"in {_plain(unit.key)}"), after


def _plain(unit: str) -> str:
    return {"workweek": "week", "fortnight": "week"}.get(unit, unit)


def _last_day(toks: Tokens, i: int) -> Found:
    """"the last business day of the month", "last day of March"; else it is past."""
    at = skip(toks, i + 2, _LINKS, 2)
    if toks[i + 1].key not in ("day", "bizday") or at == i + 2:
        return Day("last"), i + 2
    edge = _edge_of(toks, at, "end")
    if edge is None:
        return Day("last"), i + 2
    return (replace(edge[0], kind=f"{edge[0].kind}-biz") if toks[i + 1].key == "bizday" else edge[0]), edge[1]


def _named_month(toks: Tokens, i: int) -> Found:
    """"December the 9th, 2026", "Dec. 15"; a month alone is too vague."""
    month, raw, at = toks[i].nums[0], toks[i].raw, skip(toks, i + 1, _SOFT, 2)
    tok = toks[at]
    days = tok.nums[0] if tok.cls in ("number", "ordinal") and tok.key != "glued" else 0
    if 1 <= days <= 39 and toks[at + 1].cls not in ("meridiem", "oclock") and tok.key != "few":
        year, end = _year(toks, at + 1)
        return Day("date", (year, month, days)), end
    year, end = _year(toks, i + 1)
    if not year and (raw[:1].islower() and raw.lower() in ("may", "march", "mar", "sun", "set", "out")):
        return None
    return Day("month", (year, month)), end


_SOFT = frozenset({"the", ".", "dia", "el", "le"})


def _year(toks: Tokens, i: int) -> tuple[int, int]:
    """Return the year at `i` (0: none) and the place after it: ", 2026", "of 2027", "'26"."""
    at = skip(toks, i, frozenset({",", "of", "de", "."}), 2)
    tok = toks[at]
    if tok.cls == "number" and tok.key == "digits" and 1900 <= tok.nums[0] < 2200 and tok.low == tok.raw:
        return tok.nums[0], at + 1
    return 0, i


def _count(toks: Tokens, i: int) -> Found:
    """"3 days", "15 December", "two weeks from Friday", "3 or 4 days"."""
    count, at = toks[i].nums[0], i + 1
    if toks[at].low in ("to", "or", "-", "–", "bis", "a") and toks[at + 1].cls == "number":
        count, at = max(count, toks[at + 1].nums[0]), at + 2
    at = at + 1 if toks[at].low in ("-", "full", "more", "clear", "short", "or", "so") else at
    at = at + 1 if toks[at].low == "so" else at
    if toks[at].cls == "unit" or (toks[at].cls == "unit's" and toks[at + 1].low == "time"):
        return _ahead(toks, at + 1, count, toks[at])
    return _day_month(toks, i) if toks[i].key != "few" else None


def _day_month(toks: Tokens, i: int) -> Found:
    """"15 Dec 2026", "15. Dezember", "the 3rd of July", "22 de septiembre"."""
    at = skip(toks, i + 1, _OF, 2)
    if toks[at].cls != "month" or not 1 <= toks[i].nums[0] <= 39:
        return None
    year, end = _year(toks, skip(toks, at + 1, frozenset({"."}), 1))
    return Day("date", (year, toks[at].nums[0], toks[i].nums[0])), end


_OF = frozenset("of de . - d' day the".split())


def _ahead(toks: Tokens, i: int, count: int, unit: Token) -> Found:
    """A count of `unit`s, with what it is counted from where that is said."""
    i = i + 1 if toks[i].low in ("'", "time") else i
    i = i + 1 if toks[i].low == "time" else i
    if toks[i].low in ("ago", "old", "long", "earlier", "late", "overdue", "each", "per", "a", "notice"):
        return Day("last"), i + 1
    if unit.key in ("minute", "hour"):
        end = i + 2 if toks[i].low in ("from", "of") and toks[i + 1].cls == "now" else i
        return Day("span", (count * unit.nums[0],)), end
    back = toks[i].low in ("before", "prior", "ahead", "vor")
    at = skip(toks, i + 1, frozenset({"to", "of", "the", "this"}), 2) if back else skip(toks, i, _FROM, 2)
    if toks[at].cls == "now" and at > i:
        return _counted(count, unit, None), at + 1
    anchored = day_at(toks, at) if at > i or toks[at].cls in ("rel", "shift") else None
    if anchored is not None and anchored[0].kind not in ("span", "ahead", "last", "every"):
        return _counted(-count if back else count, unit, anchored[0]), anchored[1]
    return None if back else (_counted(count, unit, None), i)


def _counted(count: int, unit: Token, anchor: Day | None) -> Day:
    if unit.key == "bizday":
        return Day("bizdays", (count,), anchor)
    if unit.key in ("month", "quarter", "year"):
        return Day("months", (count * unit.nums[0],), anchor)
    if unit.key == "weekend":
        return Day("edge", (0,), key="in weekend")
    return Day("ahead", (count, unit.nums[0]), anchor)


def _article(toks: Tokens, i: int) -> Found:
    """"a week from Friday", "an hour", "a fortnight", "a good few days"."""
    tok = toks[i + 1]
    if tok.cls == "unit" or (tok.cls == "unit's" and toks[i + 2].low == "time"):
        return _ahead(toks, i + 2, 1, tok)
    return _count(toks, i + 1) if tok.cls == "number" else None


def _unit_alone(toks: Tokens, i: int) -> Found:
    """"week after next", "within the month" (the article is skipped before)."""
    if toks[i + 1].cls == "afternext":
        return Day("edge", (2,), key=f"in {_plain(toks[i].key)}"), i + 2
    if toks[i - 1].low == "the" and toks[i - 2].low in ("within", "inside", "in"):
        return _within_the(toks[i], i + 1)
    if toks[i].key == "weekend":
        return Day("edge", (0,), key="in weekend"), i + 1
    if toks[i].key == "week" and toks[i + 1].low in ("after", "following"):
        return Day("edge", (1,), key="in week"), i + 2
    return None


def _within_the(unit: Token, after: int) -> Found:
    """"within the hour" counts sixty minutes; "within the month" means its end."""
    if unit.key in ("minute", "hour"):
        return Day("span", (unit.nums[0],)), after
    if unit.key in ("day", "bizday"):
        return Day("offset", (0,)), after
    return Day("edge", (0,), key=f"end {_plain(unit.key)}"), after


def _next_unit(toks: Tokens, i: int) -> Found:
    return Day("edge", (1,), key=f"in {toks[i].key}"), i + 1


def _ordinal(toks: Tokens, i: int) -> Found:
    """"the 28th", "the 5th of next month", "2nd Friday in December"."""
    number, tok = toks[i].nums[0], toks[i + 1]
    if tok.cls == "weekday" or (tok.cls == "unit" and tok.key in ("week", "bizday", "day")):
        at = skip(toks, i + 2, _LINKS, 2)
        scope = _edge_of(toks, at, "start") if at > i + 2 else None
        if scope is None:
            return None
        which = tok.nums[0] if tok.cls == "weekday" else {"week": 7, "bizday": 8, "day": 9}[tok.key]
        return Day("nth", (number, which), scope[0]), scope[1]
    named = _day_month(toks, i)
    if named is not None:
        return named
    at = skip(toks, i + 1, _LINKS, 2)
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
    """"3/4"; but "3-5 days" and "2.5 weeks" are counts."""
    first, second, year = toks[i].nums
    if toks[i + 1].cls == "unit" and not year:
        unit = toks[i + 1]
        if toks[i].key == "." and unit.key == "hour":
            return Day("span", (first * 60 + second * 6,)), i + 2
        return _ahead(toks, i + 2, second, unit) if toks[i].key in "-/" else None
    if not year:
        year, end = _year(toks, i + 1)
        return Day("numeric", (first, second, year), key=toks[i].key), end
    return Day("numeric", toks[i].nums, key=toks[i].key), i + 1


def _decimal(toks: Tokens, i: int) -> Found:
    if toks[i + 1].cls == "unit" and toks[i + 1].key == "hour":
        return Day("span", (toks[i].nums[0] * 6,)), i + 2
    return None


def _half(toks: Tokens, i: int) -> Found:
    return (Day("span", toks[i].nums), i + 1) if toks[i].key == "hour" else None


def _edge(toks: Tokens, i: int) -> Found:
    """"end of next week", "mid-December", "early next month", "Ende März"."""
    if toks[i].cls == "period":
        if toks[i + 1].low.startswith(("prochain", "proxim", "que v")):
            return Day("edge", (1,), key=f"end {toks[i].key}"), i + 2
        return Day("edge", (0,), key=f"end {toks[i].key}"), i + 1
    at = skip(toks, i + 1, _EDGE_LINKS, 3)
    if toks[i].low.startswith("the ") and toks[at].cls == "rel":
        return toks[at].cls and day_at(toks, at) or None
    return _edge_of(toks, at, toks[i].key)


_EDGE_LINKS = frozenset("of the de del da do des du der la le el os - in d' to ,".split())


def _edge_of(toks: Tokens, at: int, which: str) -> Found:
    """The period behind "end of", "the last day of", "the first week of"."""
    tok, then = toks[at], toks[at + 1]
    if tok.cls == "unit":
        return _edge_unit(tok, which, 0, at + 1)
    if tok.cls == "nextunit":
        return Day("edge", (1,), key=f"{which} {tok.key}"), at + 1
    if tok.cls == "shift" and tok.key != "last":
        if then.cls == "shift":
            at, then = at + 1, toks[at + 2]
        return _edge_unit(then, which, tok.nums[0], at + 2) if then.cls == "unit" else None
    if tok.cls == "month":
        year, end = _year(toks, at + 1)
        return Day("edge-month", (year, tok.nums[0]), key=which), end
    if tok.cls == "quarter":
        year, end = _year(toks, at + 1)
        return Day("edge-quarter", (year, tok.nums[0]), key=which), end
    if tok.cls == "number" and tok.key == "digits" and 2000 <= tok.nums[0] < 2200:
        return Day("edge-month", (tok.nums[0], 12), key=which), at + 1
    return day_at(toks, at) if which == "end" and tok.cls in ("weekday", "rel", "date", "numeric", "ordinal") else None


def _edge_unit(unit: Token, which: str, shift: int, after: int) -> Found:
    if unit.key in ("day", "bizday", "minute", "hour"):
        return None
    return Day("edge", (shift,), key=f"{which} {_plain(unit.key)}"), after


def _quarter(toks: Tokens, i: int) -> Found:
    year, end = _year(toks, i + 1)
    end = end + 1 if toks[end].cls == "edge" else end
    return Day("edge-quarter", (year, toks[i].nums[0]), key="end" if toks[end - 1].cls == "edge" else "in"), end


def _holiday(toks: Tokens, i: int) -> Found:
    return Day("holiday", key=toks[i].key), i + 1


def _week_of(toks: Tokens, i: int) -> Found:
    found = day_at(toks, skip(toks, i + 1, _LINKS, 2))
    if found is None:
        return None
    return (Day("week-of", (), found[0]), found[1]) if toks[i].key == "of" else found


def _week_number(toks: Tokens, i: int) -> Found:
    tok = toks[i + 1]
    return (Day("week-number", tok.nums), i + 2) if tok.cls == "number" and 1 <= tok.nums[0] <= 53 else None


_DATED_RULES: dict[str, tuple[Rule, ...]] = {
    "month": (_named_month,),
    "number": (_day_month,),
    "ordinal": (_ordinal,),
    "date": (_date,),
    "numeric": (_numeric,),
}
RULES: dict[str, tuple[Rule, ...]] = {
    "rel": (_offset,),
    "tonight": (lambda toks, i: (Day("offset", (0,)), i),),
    "dayafter": (_day_after,),
    "daybefore": (_day_after,),
    "weekday": (_weekday,),
    "weekday's": (_occasion,),
    "shift": (_shift,),
    "month": (_named_month,),
    "number": (_count,),
    "art": (_article,),
    "unit": (_unit_alone,),
    "nextunit": (_next_unit,),
    "ordinal": (_ordinal,),
    "date": (_date,),
    "numeric": (_numeric,),
    "decimal": (_decimal,),
    "half": (_half,),
    "edge": (_edge,),
    "period": (_edge,),
    "quarter": (_quarter,),
    "holiday": (_holiday,),
    "weekof": (_week_of,),
    "weekno": (_week_number,),
}
