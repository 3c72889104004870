"""Where a text tells a hidden day by its place beside another one: "right after Thursday", "the eve of
Saturday", "between Thursday and Saturday", "Thursday plus 24", "the fifth of the week".
"""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from language.counted import count_before
from language.day_lookup import Token, plain, tokens
from language.days_abroad import weekdays
from language.time_beside import LAST
from language.time_said import time_said
from language.time_units import plain_words
from tasks.named_glued import weekday_names, weekdays_said
from tasks.reckoned import Secret

_AFTER = re.compile(
    r"\b(?:right|just|straight|shortly|immediately|directly|soon|morning|evening|night|noon|eve|hours?"
    r"|minutes?|moments?|first thing|hard|hot|next|mere|straightaway|promptly) (?:on the heels of|on"
    r" from|in on|after|before"
    r"|following|preceding|past|ahead of|of|on|prior to) (?:the )?"
)
_BEFORE = frozenset(("before", "ahead of", "prior to", "earlier than", "short of"))
_SIDES = re.compile(
    r"\b(before|ahead of|prior to|earlier than|short of|after|past|beyond|later than"
    r"|following) (?:the )?(?=\w)"
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
    r"\b(\w{1,20}) (?:one )?of (?:the|this|that|our|a|your) (?:working |business |calendar"
    r" )?(week|year)\b"
)
_COUNTED = (
    "after following past beyond from of nach vor ab apres avant despues antes dopo prima depois na voor"
)
_NICKNAMES = {"tgif": 4, "hump day": 2, "poets day": 4, "caturday": 5, "sabbath": 5, "fish day": 4}
_NICKS = re.compile(rf"\b(?:{'|'.join(_NICKNAMES)})\b")
_DAY_OF_YEAR = re.compile(r"(?<!\d)(20\d\d)[-./ ](\d{3})(?!\d)")
_WHOLE = re.compile(  # time that the writer has, and the reader does not
    r"\b(?:i|we)(?:'ve| have)(?: got)? (?:all|(?:the|this) (?:whole|entire|full|rest of(?: the| this)?)"
    r"|half (?:of )?the) (?:\w+ )?(?:week|month|year)\b"
)
_ELLIPSIS = re.compile(
    r"\b(?:i|we|me|mine)(?: get| have| got| keep| take| need|:)? (?:\d{1,3}|two|three"
    r"|four|five|six|seven|eight|nine|ten)\s*(?:$|[.,;!?])"
)
_THAT_DAY = re.compile(
    r"\b(?:day|date) (?:that|which|when|where|on which|as|of which)"
    r" [^.;!?\n]{0,25}?(?=\b(?:mon|tue|wed|thu|fri|sat|sun|the \d|\d))"
)
_AMID = re.compile(
    r"\b(?:between|zwischen|entre|tra|fra|tussen|mellan|mellem|mellom|miedzy|mezi|medzi|izmedu|между|між"
    r"|arasi\w*|antara)\b|之间|の間|사이"
)
_TIMES = re.compile(
    r"\b\d{1,3} ?(?:[x\u00d7*]|times) ?\d{1,4} ?(?:h|hrs?|hours?|d|days?|min|minutes?"
    r"|weeks?)\b"
)
_HALF_DAY = 12  # a higher number may be hours
_READ = 6  # words before a sum among which its date begins
_COUNTING = frozenset(_COUNTED.split())
_CLOCKS = re.compile(
    r"\W*(?:the )?(?:lunch|noon|midday|dinner|breakfast|work|midnight|hours|school|dark|tea|\d)"
)
_TOLD = 60  # characters behind a word in which a date is looked for


def next_to(text: str, secret: Secret) -> Iterator[tuple[int, int]]:
    """All of them, from where to where."""
    said = plain(text)
    yield from _neighbours(text, said, secret)
    yield from _amid(text, said, secret)
    yield from _counted_weekdays(text, said, secret)
    yield from _numbered(said, secret)
    if _DATED.search(said) or next(weekdays(text), None):
        yield from (hit.span() for hit in _SUMS.finditer(said) if _sums_up(text, hit, secret))
    if next(time_said(text), None):
        yield from (hit.span() for hit in _ELLIPSIS.finditer(said))
    for shape in (_EVES, _TIMES, _WHOLE):
        yield from (hit.span() for hit in shape.finditer(said))


def _numbered(said: str, secret: Secret) -> Iterator[tuple[int, int]]:
    """ "The fifth of the week", "2026-338", "TGIF"."""
    for hit in _OF_WEEK.finditer(said):
        count = _number(hit[1])
        if count and any(count in _places(day, hit[2]) for day in secret.days):
            yield hit.span()
    for hit in _DAY_OF_YEAR.finditer(said):
        if any((day.year, day.timetuple().tm_yday) == (int(hit[1]), int(hit[2])) for day in secret.days):
            yield hit.span()
    for hit in _NICKS.finditer(said):
        if any(day.weekday() == _NICKNAMES[hit[0]] for day in secret.days):
            yield hit.span()


def _amid(text: str, said: str, secret: Secret) -> Iterator[tuple[int, int]]:
    """ "Zwischen Donnerstag und Samstag", "the day that Thursday turns into"."""
    amid = _AMID.search(said)
    if amid and any(_is_between(text, day) for day in secret.days):
        yield amid.span()
    for hit in _THAT_DAY.finditer(said):
        day = _day_at(text, hit.end(), secret)
        if day and any(abs((day - hidden).days) <= 1 for hidden in secret.days):
            yield hit.span()


def _neighbours(text: str, said: str, secret: Secret) -> Iterator[tuple[int, int]]:
    for hit in _AFTER.finditer(said):
        day = _day_at(text, hit.end(), secret)
        if day and any(abs((day - hidden).days) <= 1 for hidden in secret.days):
            yield hit.span()
    for hit in _SIDES.finditer(said):
        day = _day_at(text, hit.end(), secret)
        apart = timedelta(days=-1 if hit[1] in _BEFORE else 1)
        if day and day + apart in secret.days:
            yield hit.span()
    for hit in _BETWEEN.finditer(said):
        first = secret.day(text[hit.start("first") : hit.end("first")])
        last = _day_at(text, hit.end(), secret)
        if first and last and any(_lies_between(hidden, first, last) for hidden in secret.days):
            yield hit.span()


def _counted_weekdays(text: str, said: str, secret: Secret) -> Iterator[tuple[int, int]]:
    """The weekday of a hidden day, counted from somewhere: "the Friday after yours", "the third Monday"."""
    names = {name for day in secret.days for name in weekday_names(day)}
    toks = tokens(text)
    for at, tok in enumerate(toks):
        if tok.text.removesuffix("s") not in names:
            continue
        behind = toks[at + 1].text if at + 1 < len(toks) else ""
        after = behind in _COUNTING and not _CLOCKS.match(said, toks[at + 1].end)
        if after or (at and _is_ordinal(toks[:at], said)):
            yield tok.start, tok.end


def _is_between(text: str, hidden: date) -> bool:
    """Whether a weekday before it and one behind it are named, at most three days away."""
    around = weekdays_said(text, (hidden + timedelta(days=n) for n in range(-3, 4)))
    near = [(day - hidden).days for day in around]
    return bool(near) and min(near) < 0 < max(near)


def _is_ordinal(toks: list[Token], said: str) -> bool:
    count = count_before(toks, len(toks) - 1, said, frozenset(("en",)))
    return count is not None and count.ordinal or toks[-1].text in plain_words(LAST)


def _lies_between(hidden: date, first: date, last: date) -> bool:
    """Of weekdays that were read as those of different weeks, too."""
    weeks = (timedelta(days=7 * n) for n in (-1, 0, 1))
    return any(first + week < hidden < last for week in weeks if abs((first + week - last).days) <= 7)


def _places(day: date, period: str) -> tuple[int, ...]:
    """Which day of its week, or of its year, it is, as people count."""
    weekday = day.isoweekday()
    return (weekday, weekday % 7 + 1) if period == "week" else (day.timetuple().tm_yday,)


def _sums_up(text: str, hit: re.Match[str], secret: Secret) -> bool:
    """Whether a date and a number without a unit, days or hours, could be a hidden day."""
    count = _number(hit[1])
    words = text[max(0, hit.start() - _TOLD) : hit.start()].split()[-_READ:]
    days = (secret.day(" ".join(words[at:])) for at in reversed(range(len(words))))
    day = next((day for day in days if day), None)
    if not count or day is None:
        return bool(count)
    sign = -1 if "min" in hit[0] or "less" in hit[0] else 1
    hours = (int(count) // 24, int(count) // 24 + 1) if count > _HALF_DAY else ()
    return any(day + timedelta(days=sign * n) in secret.days for n in (int(count), *hours))


def _day_at(text: str, at: int, secret: Secret) -> date | None:
    """The day that begins there; an ordinal is one only with its article."""
    words = text[at : at + _TOLD]
    return secret.day(words) or secret.day(f"the {words}")


def _number(word: str) -> float:
    toks = tokens(word)
    found = count_before(toks, len(toks) - 1, word, frozenset(("en",))) if toks else None
    return found.low if found else 0
