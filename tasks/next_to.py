"""Where a text tells a hidden day by its place beside another one: "right after Thursday", "the eve of
Saturday", "between Thursday and Saturday", "Thursday plus 24", "the fifth of the week".
"""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from language.counted import count_before
from language.day_lookup import plain, tokens
from language.days_abroad import weekdays
from tasks.reckoned import Secret

_AFTER = re.compile(
    r"\b(?:right|just|straight|shortly|immediately|directly|soon|morning|evening|night|noon|eve|hours?"
    r"|minutes?|moments?|first thing|hard|hot|next|mere|straightaway|promptly) (?:on the heels of|on"
    r" from|in on|after|before"
    r"|following|preceding|past|ahead of|of|on|prior to) (?:the )?"
)
_BETWEEN = re.compile(
    r"\b(?:between|after|past|later than|beyond|betwixt) (?P<first>[^.;!?\n]{2,40}?) (?:and|but|yet)"
    r" (?:before |ahead of |earlier than )?"
)
_EVES = re.compile(
    r"\b(?:eve|morrow|morn|dawn|cusp|doorstep|heels) of\b|[a-z]day[ -](?:eve|morrow)\b|\bmorrow\b|\bla"
    r" veille\b"
    r"|\bvisperas?\b|\bvesperas?\b|\bvigilia d|\bvorabend|\bvorm?tag vor|\bvooravond"
    r"|\b(?:sur)?lendemain\b|\bindomani\b"
    r"|\bnaapakhalf|\bнакануне\b|\bканун|\bw przeddzien\b|\bv predvecer\b|\baattona\b|\bdagen (?:efter"
    r"|etter|fore|for|innan)\b"
    r"|\bdagen (?:na|voor)\b|\bприддень\b|\barifesi\b|\bdan (?:poslije|posle|nakon|prije|pre)\b|\bdia"
    r" (?:seguinte|siguiente)\b"
)
_SUMS = re.compile(
    r"(?:\bplus|\bminus|\+|\badd|\bless|\bund dann|\bmas|\bpiu) ?(?:another )?(\w+)(?=\W*(?:$|[.,;!?)\n]"
    r"|(?:from|to|on|is|and|for|then|from there)\b))"
)
_DATED = re.compile(
    r"\b(?:mon|tues?|wed|wednes|thu|thurs?|fri|sat|satur|sun)(?:day)?s?\b|"
    r"\b(?:yours?|date|deadline|limit|today|tomorrow|due|christmas|termin|fecha|plazo"
    r"|echeance|scadenza)\b"
)
_OF_WEEK = re.compile(
    r"(\w+) (?:one )?of (?:the|this|that|our|a|your) (?:working |business |calendar"
    r" )?(week|year)\b"
)
_NICKNAMES = {"tgif": 4, "hump day": 2, "poets day": 4, "caturday": 5, "sabbath": 5, "fish day": 4}
_NICKS = re.compile(rf"\b(?:{'|'.join(_NICKNAMES)})\b")
_DAY_OF_YEAR = re.compile(r"(?<!\d)(20\d\d)[-./ ](\d{3})(?!\d)")
_WHOLE = re.compile(  # time that the writer has, and the reader does not
    r"\b(?:i|we)(?:'ve| have)(?: got)? (?:all|(?:the|this) (?:whole|entire|full|rest of(?: the| this)?)"
    r"|half (?:of )?the) (?:\w+ )?(?:week|month|year)\b"
)
_TOLD = 60  # characters behind a word in which a date is looked for


def next_to(text: str, secret: Secret) -> Iterator[tuple[int, int]]:
    """All of them, from where to where."""
    said = plain(text)
    yield from _neighbours(text, said, secret)
    yield from (hit.span() for hit in _EVES.finditer(said))
    if _DATED.search(said) or next(weekdays(text), None):
        yield from (hit.span() for hit in _SUMS.finditer(said) if _is_number(hit[1]))
    for hit in _OF_WEEK.finditer(said):
        count = _number(hit[1])
        if count and any(count in _places(day, hit[2]) for day in secret.days):
            yield hit.span()
    for hit in _DAY_OF_YEAR.finditer(said):
        if any((day.year, day.timetuple().tm_yday) == (int(hit[1]), int(hit[2])) for day in secret.days):
            yield hit.span()
    yield from (hit.span() for hit in _WHOLE.finditer(said))
    for hit in _NICKS.finditer(said):
        if any(day.weekday() == _NICKNAMES[hit[0]] for day in secret.days):
            yield hit.span()


def _neighbours(text: str, said: str, secret: Secret) -> Iterator[tuple[int, int]]:
    for hit in _AFTER.finditer(said):
        day = secret.day(text[hit.end() : hit.end() + _TOLD])
        if day and any(abs((day - hidden).days) <= 1 for hidden in secret.days):
            yield hit.span()
    for hit in _BETWEEN.finditer(said):
        first = secret.day(text[hit.start("first") : hit.end("first")])
        last = secret.day(text[hit.end() : hit.end() + _TOLD])
        if first and last and any(_lies_between(hidden, first, last) for hidden in secret.days):
            yield hit.span()


def _lies_between(hidden: date, first: date, last: date) -> bool:
    """Of weekdays that were read as those of different weeks, too."""
    weeks = (timedelta(days=7 * n) for n in (-1, 0, 1))
    return any(first + week < hidden < last for week in weeks if abs((first + week - last).days) <= 7)


def _places(day: date, period: str) -> tuple[int, ...]:
    """Which day of its week, or of its year, it is, as people count."""
    weekday = day.isoweekday()
    return (weekday, weekday % 7 + 1) if period == "week" else (day.timetuple().tm_yday,)


def _is_number(word: str) -> bool:
    return word.isdecimal() or _number(word) > 0


def _number(word: str) -> float:
    toks = tokens(word)
    found = count_before(toks, len(toks) - 1, word, frozenset(("en",))) if toks else None
    return found.low if found else 0
