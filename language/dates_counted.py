"""Days that are counted, or stand in a period: "in 3 days", "end of next week".

Each rule takes the tokens and a place, and gives the `Day` that begins there
with the place after it, or None.
"""

from dataclasses import replace

from language.dates_days import (
    COMING,
    LINKS,
    RULES,
    Day,
    Found,
    Tokens,
    anchor_at,
    day_at,
    day_month,
    named_month,
    skip,
    year_at,
)
from language.tokens import Token
from language.tokens_lexicon import word_set

_OVER = word_set("out over up done through")
_FROM = word_set("from after of on following ab nach a de to")
_ROMANCE = word_set("de del da do des du d' dos das")
_RECURRING = word_set("weekday unit month number part weekend quarter")
_EDGE_LINKS = word_set("of the de del da do des du der la le el os - in d' to ,")


def _shift(toks: Tokens, i: int) -> Found:
    """ "next Friday", "this coming week", "the next 3 days", "this afternoon"."""
    shift, key, tok = toks[i].nums[0], toks[i].key, toks[i + 1]
    if tok.cls == "shift":
        key = tok.key if tok.key in ("every", "last") else key
        i, tok = i + 1, toks[i + 2]
    if key in ("every", "last") and tok.cls in _RECURRING:
        return _recurring(toks, i, key)
    if tok.cls == "weekday":
        week = toks[i + 2].cls == "unit" and toks[i + 2].key == "week"
        when = "coming" if toks[i].low in COMING else ""
        return Day("weekday", (tok.nums[0], shift, int(week)), key=when), i + 2 + int(week)
    if tok.cls == "month":
        return named_month(toks, i + 1)
    if tok.cls in ("part", "clock") and key == "this":
        return Day("offset", (0,)), i + 1
    if tok.cls in ("number", "decimal", "numeric"):
        found = day_at(toks, i + 1)
        return found if found is not None and found[0].kind not in ("date", "numeric") else None
    at = skip(toks, i + 2, frozenset({"on", "by", ","}), 1)
    if tok.cls == "unit" and tok.key == "week" and toks[at].cls == "weekday":  # "next week by Tuesday"
        return Day("weekday-of", (toks[at].nums[0], shift)), at + 1
    if tok.cls == "unit":
        return _shifted_unit(tok, key, shift, i + 2)
    return None


def _recurring(toks: Tokens, i: int, key: str) -> Found:
    """ "every Friday", "last week"; but "last Friday of the month" is a day to come."""
    tok = toks[i + 1]
    nth = key == "last" and tok.cls == "weekday" and toks[i + 2].low in LINKS
    scope = edge_of(toks, skip(toks, i + 2, LINKS, 2), "start") if nth else None
    if scope is not None:
        return Day("nth", (-1, tok.nums[0]), scope[0]), scope[1]
    return _last_day(toks, i) if key == "last" and tok.cls == "unit" else (Day(key), i + 2)


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
    """ "the last business day of the month", "last day of March"; else it is past."""
    at = skip(toks, i + 2, LINKS, 2)
    if toks[i + 1].key not in ("day", "bizday") or at == i + 2:
        return Day("last"), i + 2
    edge = edge_of(toks, at, "end")
    if edge is None:
        return Day("last"), i + 2
    return (replace(edge[0], kind=f"{edge[0].kind}-biz") if toks[i + 1].key == "bizday" else edge[0]), edge[1]


def count_of(toks: Tokens, i: int) -> Found:
    """ "3 days", "15 December", "two weeks from Friday", "3 or 4 days"."""
    if toks[i - 1].low in _DAY_WORDS and toks[i].key == "digits" and _only_a_day(toks, i + 1):
        return Day("dom", (toks[i].nums[0], -1)), i + 1
    count, at = toks[i].nums[0], i + 1
    if toks[at].low == "(" and toks[at + 1].cls == "number" and toks[at + 2].low == ")":
        at += 3  # "three (3) days"
    if toks[at].low in ("to", "or", "-", "–", "bis", "a") and toks[at + 1].cls == "number":
        count, at = max(count, toks[at + 1].nums[0]), at + 2
    at = at + 1 if toks[at].low in ("-", "full", "more", "clear", "short", "or", "so") else at
    at = at + 1 if toks[at].low == "so" else at
    if toks[at].cls == "unit" or (toks[at].cls == "unit's" and toks[at + 1].low == "time"):
        return ahead(toks, at + 1, count, toks[at])
    return day_month(toks, i) if toks[i].key != "few" else None


_DAY_WORDS = word_set("dia le el am zum den")


def _only_a_day(toks: Tokens, i: int) -> bool:
    """ "o dia 15", "le 15", "zum 15.": the day of a month that is not named."""
    i = i + 1 if toks[i].key == "soft" else i
    return toks[i].cls in ("end", "nl", "punct")


def ahead(toks: Tokens, i: int, count: int, unit: Token) -> Found:
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
    anchored = anchor_at(toks, at) if at > i or toks[at].cls in ("rel", "shift") else None
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
    """ "a week from Friday", "an hour", "a fortnight", "a good few days"."""
    tok = toks[i + 1]
    if tok.cls == "unit" and toks[i + 2].low == "or" and toks[i + 3].cls == "number":
        return ahead(toks, i + 4, toks[i + 3].nums[0], tok)  # "a week or two"
    if tok.cls == "unit" or (tok.cls == "unit's" and toks[i + 2].low == "time"):
        return ahead(toks, i + 2, 1, tok)
    return count_of(toks, i + 1) if tok.cls == "number" else None


def _unit_alone(toks: Tokens, i: int) -> Found:
    """ "week after next", "within the month" (the article is skipped before)."""
    if toks[i + 1].cls == "afternext":
        return Day("edge", (2,), key=f"in {_plain(toks[i].key)}"), i + 2
    if toks[i - 1].low == "the" and toks[i - 2].low in ("within", "inside", "in"):
        return _within_the(toks[i], i + 1)
    if toks[i].key == "weekend":
        return Day("edge", (0,), key="in weekend"), i + 1
    if toks[i + 1].low in ("is", "ends", "are") and toks[i - 1].low in ("the", "this", "before", "by"):
        over = i + 1 if toks[i + 1].low == "ends" else i + 2
        return _within_the(toks[i], over + 1) if over == i + 1 or toks[over].low in _OVER else None
    counted = ahead(toks, i + 1, 1, toks[i]) if toks[i].key in ("week", "fortnight") else None
    if counted is not None and counted[0].anchor is not None and toks[i + 1].low in ("from", "after", "on"):
        return counted  # "week from Friday"
    if toks[i].key == "week" and toks[i + 1].low in ("after", "following"):
        return Day("edge", (1,), key="in week"), i + 2
    return None


def _within_the(unit: Token, after: int) -> Found:
    """ "within the hour" counts sixty minutes; "within the month" means its end."""
    if unit.key in ("minute", "hour"):
        return Day("span", (unit.nums[0],)), after
    if unit.key in ("day", "bizday"):
        return Day("offset", (0,)), after
    return Day("edge", (0,), key=f"end {_plain(unit.key)}"), after


def _next_unit(toks: Tokens, i: int) -> Found:
    if toks[i].key == "week" and toks[i + 1].cls == "weekday":
        return Day("weekday-of", (toks[i + 1].nums[0], 1)), i + 2
    return Day("edge", (1,), key=f"in {toks[i].key}"), i + 1


def _decimal(toks: Tokens, i: int) -> Found:
    if toks[i + 1].cls == "unit" and toks[i + 1].key == "hour":
        return Day("span", (toks[i].nums[0] * 6,)), i + 2
    return None


def _half(toks: Tokens, i: int) -> Found:
    return (Day("span", toks[i].nums), i + 1) if toks[i].key == "hour" else None


def _edge(toks: Tokens, i: int) -> Found:
    """ "end of next week", "mid-December", "early next month", "Ende März"."""
    if toks[i].cls == "period" and toks[i].key == "week-mid":
        return Day("edge", (0,), key="mid week"), i + 1
    if toks[i].cls == "period":
        if (toks[i + 1].cls, toks[i + 2].key) == ("shift", toks[i].key):  # "EOW next week"
            return Day("edge", toks[i + 1].nums, key=f"end {toks[i].key}"), i + 3
        if toks[i + 1].low.startswith(("prochain", "proxim", "que v")):
            return Day("edge", (1,), key=f"end {toks[i].key}"), i + 2
        return Day("edge", (0,), key=f"end {toks[i].key}"), i + 1
    if toks[i].low in ("final", "finales", "finais") and toks[i + 1].low.partition(" ")[0] not in _ROMANCE:
        return None  # "final on Friday" is the last version
    at = skip(toks, i + 1, _EDGE_LINKS, 3)
    if toks[i].low.startswith("the ") and toks[at].cls == "rel":
        return toks[at].cls and day_at(toks, at) or None
    return edge_of(toks, at, toks[i].key)


def edge_of(toks: Tokens, at: int, which: str) -> Found:
    """The period behind "end of", "the last day of", "the first week of"."""
    tok, then = toks[at], toks[at + 1]
    if tok.cls == "unit" and tok.key == "year" and then.key == "digits" and 2000 <= then.nums[0] < 2200:
        return Day("edge-month", (then.nums[0], 12), key=which), at + 2
    if tok.cls == "unit":
        return _edge_unit(tok, which, 0, at + 1)
    if tok.cls == "nextunit":
        return Day("edge", (1,), key=f"{which} {tok.key}"), at + 1
    if tok.cls == "shift" and tok.key != "last":
        if then.cls == "shift":
            at, then = at + 1, toks[at + 2]
        return _edge_unit(then, which, tok.nums[0], at + 2) if then.cls == "unit" else None
    if tok.cls == "month":
        year, end = year_at(toks, at + 1)
        return Day("edge-month", (year, tok.nums[0]), key=which), end
    if tok.cls == "quarter":
        year, end = year_at(toks, at + 1)
        return Day("edge-quarter", (year, tok.nums[0]), key=which), end
    if tok.cls == "number" and tok.key == "digits" and 2000 <= tok.nums[0] < 2200:
        return Day("edge-month", (tok.nums[0], 12), key=which), at + 1
    return (
        day_at(toks, at)
        if which == "end" and tok.cls in ("weekday", "rel", "date", "numeric", "ordinal")
        else None
    )


def _edge_unit(unit: Token, which: str, shift: int, after: int) -> Found:
    if unit.key in ("day", "bizday", "minute", "hour"):
        return None
    return Day("edge", (shift,), key=f"{which} {_plain(unit.key)}"), after


def _quarter(toks: Tokens, i: int) -> Found:
    year, end = year_at(toks, i + 1)
    end = end + 1 if toks[end].cls == "edge" else end
    return Day(
        "edge-quarter", (year, toks[i].nums[0]), key="end" if toks[end - 1].cls == "edge" else "in"
    ), end


def _week_of(toks: Tokens, i: int) -> Found:
    found = anchor_at(toks, skip(toks, i + 1, LINKS, 2))
    if found is None:
        return None
    return (Day("week-of", (), found[0]), found[1]) if toks[i].key == "of" else found


def _week_number(toks: Tokens, i: int) -> Found:
    tok = toks[i + 1]
    return (Day("week-number", tok.nums), i + 2) if tok.cls == "number" and 1 <= tok.nums[0] <= 53 else None


RULES.update(
    {
        "shift": (_shift,),
        "art": (_article,),
        "unit": (_unit_alone,),
        "nextunit": (_next_unit,),
        "decimal": (_decimal,),
        "half": (_half,),
        "edge": (_edge,),
        "period": (_edge,),
        "quarter": (_quarter,),
        "weekof": (_week_of,),
        "weekno": (_week_number,),
    }
)
