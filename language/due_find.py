"""The due clauses of a text: every date in it that somebody is to keep.

Sentence by sentence the grammar finds the dates; the tables of `due_clauses`
say which of them are due dates, and how strongly.
"""

from dataclasses import dataclass

from language import due_clauses as words
from language.dates import STARTS, Phrase, phrase_at
from language.dates_days import Day, Tokens
from language.due_clauses import BY, DUE, HAVE, LEADS
from language.due_mood import bids, commands, goes_on, is_heading, is_question
from language.due_sentences import COURTEOUS, ENDS, FOLLOWERS, greets, sentences, text_of
from language.tokens import Token

_LEFT = 40  # tokens of a sentence that are looked at before a date
_MOST = 60  # dates of one mail that are looked at
_COUNTS = frozenset({"span", "ahead", "bizdays", "months", "edge"})
_CUTS = frozenset(
    {",", ":", "(", "–", "—", "-", "so", "but", "and", "then", "or", "because", "y", "et", "und", "e", "mais"}
)
_COUNTED_FROM = frozenset({"of", "after", "from", "following", "upon", "prior", "before", "since"})
_MEALS = frozenset({"lunch", "dinner", "breakfast", "supper"})  # "lunch on Friday?"
_BESIDE = frozenset({"open", "urgent", "part", "polite"})
_MARKS = " ([{-–—:•*|#"
_FIGURES = frozenset({"number", "numeric", "decimal", "clock", "clockrange"})
_LONE = frozenset({"weekday", "month", "holiday"})


@dataclass(frozen=True, slots=True)
class Clause:
    """A date that counts: its `phrase`, how it was led to, and how it stands
    among others: `weight` 2 final, 1 plain, 0 a draft; `soft` a mere wish;
    `corrected` when it takes back another. `start` and `end` are its
    first character as written and the place after its last."""

    phrase: Phrase
    rule: str
    rank: int
    before: bool
    start: int
    end: int
    weight: int = 1
    soft: bool = False
    corrected: bool = False


@dataclass(frozen=True, slots=True)
class Found:
    """The due clauses of a text, and all dates it mentions, due or not."""

    clauses: tuple[Clause, ...]
    mentioned: tuple[Phrase, ...]


def phrases(toks: Tokens, first: int, after: int) -> list[Phrase]:
    """Return the dates of one sentence, from left to right, none within another."""
    found: list[Phrase] = []
    i = first
    while i < after:
        phrase = phrase_at(toks, i) if toks[i].cls in STARTS else None
        if phrase is not None and phrase.after > i:
            found.append(phrase)
            i = phrase.after
        else:
            i += 1
    return found


def find(toks: Tokens, closing: int) -> Found:
    """Return the due clauses of a text; from character `closing` on only strong ones."""
    clauses: list[Clause] = []
    mentioned: list[Phrase] = []
    for first, after in sentences(toks):
        dates = [] if greets(toks, first, after) else phrases(toks, first, after)
        whole = bool(dates) and _only_dates(toks, first, after, dates)
        begin = first
        for phrase in dates:
            clause = _clause(toks, first, after, begin, phrase, whole)
            if clause is not None and (toks[phrase.first].start < closing or clause.rank >= BY):
                clauses.append(clause)
            begin = phrase.after
            mentioned.append(phrase)
            if len(mentioned) >= _MOST:
                return Found(tuple(clauses), tuple(mentioned))
    return Found(tuple(clauses), tuple(mentioned))


def _only_dates(toks: Tokens, first: int, after: int, dates: list[Phrase]) -> bool:
    """Tell whether a sentence is nothing but its dates and a courtesy."""
    inside = {k for phrase in dates for k in range(phrase.first, phrase.after)}
    rest = [toks[k] for k in range(first, after) if k not in inside]
    if toks[dates[0].first].low in _MEALS or (first and _is_name(toks, first, after)):
        return False
    told = any(tok.low in ("is", "it's", "was") for tok in rest) and len(dates) > 1
    if told or words.PROMISED.search(" ".join(tok.low for tok in rest)):
        return False
    strange = [tok for tok in rest if tok.low not in COURTEOUS and tok.cls not in _BESIDE]
    return len(rest) < 12 and not strange and not all(p.then for p in dates)


def _is_name(toks: Tokens, first: int, after: int) -> bool:
    """Jan, April, May and June sign their mails: a month alone below other words is a name."""
    said = [tok for tok in toks[first:after] if tok.cls not in ("punct", "nl")]
    return len(said) == 1 and said[0].cls == "month"


def _clause(toks: Tokens, first: int, after: int, begin: int, phrase: Phrase, whole: bool) -> Clause | None:
    """Return the due clause that this date makes, or None where it makes none."""
    left = max(first, phrase.first - _LEFT)
    lead = text_of(toks, left, phrase.first)
    tail = text_of(toks, phrase.after, min(phrase.after + 6, after))
    if toks[phrase.after - 1].cls == "weekday's":  # "Friday's fine"
        tail = f"is {tail}"
    if _barred(toks, phrase, lead, tail):
        return None
    found = _led(toks, left, phrase, lead, tail, whole)
    if found is None:
        return None
    rule, rank, before, start = found
    said = _said(toks, left, start)
    if begin > first and all(toks[k].cls in ("punct", "nl") for k in range(begin, start)):
        said = "", text_of(toks, left, start)  # "over the weekend, by Sunday"
    rest = text_of(toks, phrase.after, min(phrase.after + _LEFT, after))
    asking = toks[after].low == "?" and is_question(text_of(toks, first, after))
    if asking or not _asked(said, lead, rest, rule, rank, whole):
        return None
    near = f"{text_of(toks, max(begin, left), phrase.first)} {_right(toks, phrase.after, after)}"
    return Clause(
        phrase,
        rule,
        rank,
        before,
        toks[start].start,
        toks[phrase.after - 1].end,
        weight=0 if words.DRAFT.search(near) else 2 if words.FINAL.search(near) else 1,
        soft=words.SOFT.search(near) is not None or words.AFTER_SOFT.match(tail) is not None,
        corrected=words.CORRECTED.search(f"{near} ") is not None and begin > first or rule == "make-that",
    )


def _right(toks: Tokens, i: int, after: int) -> str:
    """The words right behind a date, up to the next mark or the next date."""
    end = i
    while end < min(i + 4, after) and toks[end].cls not in ("punct", "nl") and toks[end].cls not in STARTS:
        end += 1
    return text_of(toks, i, end)


def _barred(toks: Tokens, phrase: Phrase, lead: str, tail: str) -> bool:
    """Tell whether what stands around a date makes it something else."""
    kind = phrase.day.kind if phrase.day else ""
    if (
        kind == "every"
        or (kind == "last" and not words.DUE_LEAD.search(lead))
        or words.refused(lead)
        or " between " in f" {lead[-60:]} "
    ):
        return True
    then = toks[phrase.after]
    lone = phrase.after - phrase.first == 1 and toks[phrase.first].cls in _LONE
    if lone and then.cls == "" and then.raw[:1].isupper() and then.low not in FOLLOWERS:
        return True
    mere = phrase.after - phrase.first == 1 and toks[phrase.first].cls == "number"
    if kind in _COUNTS and phrase.day and not phrase.day.anchor and toks[phrase.after].low in _COUNTED_FROM:
        return True  # "within 5 days of signing": of a day that is not told
    if toks[phrase.first].cls == "art" and toks[phrase.first + 1].key == "minute":
        return True
    if toks[phrase.first].cls in _FIGURES and toks[phrase.first - 1].low in words.NUMBERED and phrase.first:
        return True
    if phrase.day is not None or phrase.clock is None or not (phrase.clock.bare or mere):
        return False
    return not _ended(then) or words.BY_COUNT.search(lead) is not None


def _ended(then: Token) -> bool:
    return then.cls in ("end", "nl", "open", "urgent", "part") or then.low in FOLLOWERS or then.low in ENDS


def _led(
    toks: Tokens, left: int, phrase: Phrase, lead: str, tail: str, whole: bool
) -> tuple[str, int, bool, int] | None:
    """Return (rule, rank, before, first token of the clause), or None."""
    kind = phrase.day.kind if phrase.day else ""
    best: tuple[str, int, bool, int] | None = None
    for row in LEADS:
        match = row.words.search(lead[-120:])
        if match is None or (best is not None and row.rank <= best[1]):
            continue
        if row.rule in ("within", "allow") and (kind not in _COUNTS or phrase.clock is not None and not kind):
            continue
        if phrase.then and row.rule not in ("by", "before"):
            continue
        if (
            row.rule in ("latest", "make-that")
            and "spat" not in match.group()
            and not _ended(toks[phrase.after])
            and phrase.clock is None
        ):
            continue
        best = row.rule, row.rank, row.before, _place(toks, left, phrase.first, match.group())
    if words.AFTER_HARD.match(tail) and not phrase.then and (best is None or best[1] < DUE):
        before = best[2] if best else False
        best = "at-the-latest", DUE, before, best[3] if best else phrase.first
    if best is None and words.AFTER_FINE.match(tail) and phrase.day is not None and not phrase.then:
        return "is-fine", BY, False, phrase.first
    if best is None and whole and not phrase.then:
        return "whole-line", BY, False, phrase.first
    return best or _handed(toks, phrase, lead)


def _place(toks: Tokens, left: int, first: int, matched: str) -> int:
    """Return the token at which the words `matched`, which end before `first`, begin."""
    width, at = len(matched.strip()), first
    while at > left and width > 0:
        at -= 1
        width -= len(toks[at].low) + 1 if toks[at].cls != "nl" else 0
    return at


def _handed(toks: Tokens, phrase: Phrase, lead: str) -> tuple[str, int, bool, int] | None:
    """ "need it Wednesday", "send me the draft on Monday": a verb of handing over, and a day."""
    if phrase.day is None or phrase.then or not _ended(toks[phrase.after]) or _mere_count(phrase.day):
        return None
    if phrase.clock is not None and words.WANTED.search(lead):
        lead = lead.removesuffix(" at")
    bare = lead.removesuffix(" on").removesuffix(" for").removesuffix(" ,")
    if lead.endswith(" for") and not words.WANTED.search(lead):
        return None
    if (
        not words.DELIVERY.search(lead)
        or words.EVENT.search(bare)
        or lead.endswith((" at", " in", " with", " to"))
    ):
        return None
    return "hand-over-day", HAVE, False, phrase.first


def _mere_count(day: Day) -> bool:
    """ "3 days" is no day yet; "3 days from Friday" is one."""
    return day.kind in ("month", "span") or (day.kind in ("ahead", "months") and day.anchor is None)


def _said(toks: Tokens, left: int, start: int) -> tuple[str, str]:
    """Return the clause before token `start`, and the sentence before that clause."""
    at = start
    while at > left and toks[at - 1].low not in _CUTS:
        at -= 1
    while at > left and at == start and toks[at - 1].low in _CUTS:
        at, start = at - 1, start - 1
        while at > left and toks[at - 1].low not in _CUTS:
            at -= 1
    return text_of(toks, at, start), text_of(toks, left, at)


def _asked(said: tuple[str, str], lead: str, rest: str, rule: str, rank: int, whole: bool) -> bool:
    """Tell whether the sentence asks somebody to keep the date, and does not merely tell of it."""
    clause, above = said[0].strip(_MARKS), said[1]
    conditional = words.CONDITION.match(clause) or (not clause and words.CONDITION.match(above))
    if conditional and not whole:
        return False
    since = lead.rpartition(" now ")[2]
    if words.OTHER_DUE.search(since) or words.PAST_DUE.search(since):
        return False
    if words.RELAYED.search(rest) or (words.LASTING.search(lead) and rule in ("by", "make-that")):
        return False
    if words.BYGONE.search(clause) and not whole:
        return False
    if rank >= DUE or whole:
        return True
    if words.CONDITIONAL.search(clause) or any(o.search(lead) for o in (words.OTHER_BY, words.AWAY)):
        return False
    if words.OTHERS_WISH.search(clause) or words.OWN_PLAN.search(clause) or words.PRESENT.search(clause):
        return False
    if words.REPORTED.search(clause) or words.OTHERS_DUTY.search(clause) or words.QUOTING.search(lead):
        return False
    if words.ASKED.search(clause):
        return True
    if words.STATED.search(clause) or (not clause and (_tells(rest) or not goes_on(rest))):
        return False
    return _bidden(clause, above, rule, rank)


def _bidden(clause: str, above: str, rule: str, rank: int) -> bool:
    """Tell whether a clause without "please" or "need" bids: by its verb, or as a heading."""
    if clause and not commands(clause) and (rule == "within" or not is_heading(clause)):
        return False
    if not _tells(above):
        return not above.endswith((" and", " or")) or bids(above.rpartition(",")[2].rpartition(" ")[0])
    return rank > HAVE and (words.DELIVERY.search(clause) is not None or commands(clause))


def _tells(text: str) -> bool:
    return words.STATED.search(text) is not None and words.ASKED.search(text) is None
