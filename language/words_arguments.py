"""What may stand behind a command word, by the type in its row.

Each reader takes the argument as written and answers what is kept of it, or
None where it has not that type: then the line is plain text.
"""

import re
from collections.abc import Callable, Collection
from itertools import islice

from language.folding import fold
from language.money import find_amounts, plain_number, read_money
from language.vocabulary import Argument
from language.words_dates import find_date, is_date

_HOUR = r"h|hr|hrs|hour|hours|std|stunde|stunden|hora|horas|heure|heures"
_MINUTE = r"m|min|mins|minute|minutes|minuten|minutos"
_HOURS = re.compile(
    rf"(?P<h>\d{{1,3}})(?:[.,](?P<frac>\d{{1,2}})|:(?P<clock>[0-5]\d))? ?(?P<unit>{_HOUR})?\.?"
    rf"(?:,? ?(?:and |und |y |et |e )?(?P<m>\d{{1,2}}) ?(?:{_MINUTE})?\.?)?"
)
_MINUTES = re.compile(rf"(?P<m>\d{{1,4}}) ?(?:{_MINUTE})\.?")
_COUNTS_LIST = "one two three four five six seven eight nine ten eleven twelve"
_COUNTS = {name: count for count, name in enumerate(_COUNTS_LIST.split(), 1)} | {"an": 1, "a": 1}
COUNTED_HOURS = (
    rf"(?:half an hour|(?:a )?quarter of an hour|three quarters of an hour|half a day"
    rf"|(?:{'|'.join(_COUNTS)}) (?:and a half )?hours?(?: and a half)?)"
)
_SPELLED = re.compile(
    rf"(?P<count>{'|'.join(_COUNTS)})(?P<half> and a half)?(?: hours?)?(?P<half2> and a half)?"
)
_PARTS = {
    "half an hour": "0.5",
    "half hour": "0.5",
    "half a day": "4",
    "quarter of an hour": "0.25",
    "a quarter of an hour": "0.25",
    "three quarters of an hour": "0.75",
}
_PERCENT = re.compile(
    r"(?:about |around |roughly |approx\.? |ca\.? |~ ?)?(\d{1,3})(?:[.,]\d)? ?(?:%|percent|per cent"
    r"|prozent|pct)?(?: done| complete| ready| fertig)?"
)
_THROUGH = r"(?: ?[-–—] ?| (?:to|through|thru|bis|a|al|hasta|ate) )"
_ITEMS = re.compile(
    r"(?:(?:steps?|items?|points?|no\.?|nos\.?|numbers?|nr\.?|#) ?)?(\d{1,3}(?:(?: ?[,;&+/] ?|,? and | und "
    rf"| y | et | e | |{_THROUGH})#?\d{{1,3}}){{0,40}})"
)
_RUN = re.compile(rf"(\d+)(?:{_THROUGH}#?(\d+))?")
_LONGEST_RUN = 50  # items: "1-50"; longer is no list of steps
_BARE_PERSON = re.compile(r"@?[^\W\d_][\w.'-]{0,30}(?: [^\W\d_a-z][\w.'-]{0,30}){0,2}")
_ADDRESS = re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}")
_NOBODY_LIST = (
    "me him her them us you someone somebody anyone anybody whoever the a an this that it my your "
    "another nobody"
)
NOBODY = frozenset(_NOBODY_LIST.split())
MYSELF = frozenset({"me", "myself"})
_TO_SOMEBODY = re.compile(r"\s*([^\W\d_][\w.'-]{0,30}(?: [\w.'-]{1,30}){0,2})\s*:\s*\S")
_LEVELS_LIST = (
    "high low normal medium urgent top highest lowest hoch niedrig alta baja baixa haute basse 1 2 3 4 5"
)
_LEVELS = frozenset(_LEVELS_LIST.split())
_SPAN_START = re.compile(r"(?:until|till|til|from|through|thru|for|bis|vom|hasta|ate|jusqu'a|jusqu'au|\d)\b")
_APART = re.compile(r"\s*[;,.]\s+|\s+[–—-]+\s+|\s+(?=and\b)")
_DOUBTED = re.compile(
    r"(?:and |but )?(?:if|or|but|when|once|unless|not|maybe|perhaps|until|is|was|wenn|oder)\b"
)
_FOR_A_TIME = re.compile(r"for (?:\d{1,3}|an?|one|two|three) (?:working )?(?:hour|day|week|month)s?\b")


def read_hours(text: str, bare: bool = False) -> str | None:
    """Hours as a number with a point: "45m" is "0.75". With `bare` the unit may
    be missing ("hours: 3"); "1:30" is an hour and a half."""
    folded = fold(text).strip(" .!~+")
    if folded in _PARTS:
        return _PARTS[folded]
    spelled = _SPELLED.fullmatch(folded)
    if spelled and (bare or "hour" in folded):
        return _short(_COUNTS[spelled["count"]] + bool(spelled["half"] or spelled["half2"]) / 2)
    if minutes := _MINUTES.fullmatch(folded):
        return _short(int(minutes["m"]) / 60)
    hit = _HOURS.fullmatch(folded)
    if not hit or not (hit["unit"] or bare) or (hit["m"] and not hit["unit"]):
        return None
    hours = float(f"{hit['h']}.{hit['frac'] or 0}") + int(hit["clock"] or hit["m"] or 0) / 60
    return _short(hours)


def read_percent(text: str, bare: bool = False) -> str | None:
    """A percentage from 0 to 100, "60"; with `bare` its sign may be missing."""
    folded = fold(text).strip(" .!~")
    hit = _PERCENT.fullmatch(folded)
    signed = bool(hit) and ("%" in folded or "cent" in folded or "proz" in folded or "pct" in folded)
    return str(int(hit[1])) if hit and (signed or bare) and int(hit[1]) <= 100 else None


def read_items(text: str) -> str | None:
    """Numbers of steps: "2 and 3" is "2,3", "1-3" is "1,2,3"."""
    hit = _ITEMS.fullmatch(fold(text).strip(" ."))
    if not hit:
        return None
    numbers: list[int] = []
    for run in _RUN.finditer(hit[1]):
        first, last = int(run[1]), int(run[2] or run[1])
        if not first <= last < first + _LONGEST_RUN:
            return None
        numbers += range(first, last + 1)
    return ",".join(map(str, numbers))


def is_person(name: str, people: Collection[str]) -> bool:
    """Whether this is somebody: one of `people`, or, where none are given, a
    word or two that are written like a name."""
    folded = fold(name).lstrip("@")
    if _ADDRESS.fullmatch(folded):
        return True
    if people:
        known = {fold(p) for p in people}
        return folded in known or folded in {k.split()[0] for k in known if k}
    return bool(_BARE_PERSON.fullmatch(name)) and folded.split()[0] not in NOBODY


def _short(number: float) -> str:
    return f"{number:.2f}".rstrip("0").rstrip(".")


def _money(arg: str, marked: bool, people: Collection[str]) -> str | None:
    found = find_amounts(arg)
    if marked and (amount := read_money(arg)):
        return amount
    if len(found) == 1 and len(arg.strip(" .!")) == found[0][1] - found[0][0]:
        return found[0][2]
    number = arg.strip(" .")
    return plain_number(number) if re.fullmatch(r"\d[\d.,']{0,12}", number) else None


def _person(arg: str, marked: bool, people: Collection[str]) -> str | None:
    name = arg.strip(" .").lstrip("@")
    if marked:
        nobody = fold(name).split()[:1] and fold(name).split()[0] in NOBODY and fold(name) not in MYSELF
        return name if name and len(name) <= 60 and not nobody else None
    return name if name and is_person(name, people) else None


def _message(arg: str, marked: bool, people: Collection[str]) -> str | None:
    """`tell Joy: words`, `tell joy words`: the person must be told from a noun. `tell: words`
    names nobody, and is kept as ": words"."""
    if marked:
        first = arg.split()[0].strip(":,") if arg.split() else ""
        named = not people or is_person(first, people) or _TO_SOMEBODY.match(arg)
        return arg if named or not arg else f": {arg}"
    named = _TO_SOMEBODY.match(arg)
    if named and fold(named[1]).split()[0] not in NOBODY:
        return arg
    first = arg.split()[0] if arg.split() else ""
    return arg if people and " " in arg and is_person(first.strip(":,"), people) else None


def _due(arg: str, marked: bool, people: Collection[str]) -> str | None:
    arg = arg.strip(" .")
    return arg if arg and (marked or is_date(arg) or _begins_with_date(arg)) else None


def _begins_with_date(arg: str) -> bool:
    """Whether a date stands first, and words apart from it that neither ask nor doubt it:
    "Thursday 5pm; use blue"."""
    if "?" in arg:
        return False
    heads = [hit for hit in islice(_APART.finditer(arg[:200]), 4) if is_date(arg[: hit.start()])]
    return bool(heads) and not _DOUBTED.match(fold(arg[heads[-1].end() :]))


def _span(arg: str, marked: bool, people: Collection[str]) -> str | None:
    arg = arg.strip(" .")
    folded = fold(arg)
    dated = _SPAN_START.match(folded) and (find_date(folded) >= 0 or folded.startswith(("until", "till")))
    spans = _FOR_A_TIME.match(folded)
    return arg if marked or dated or spans or is_date(arg) else None


def _text(arg: str, marked: bool, people: Collection[str]) -> str | None:
    return arg if marked else None


def _list(arg: str, marked: bool, people: Collection[str]) -> str | None:
    return read_items(arg) or (arg if marked and arg else None)


_READERS: dict[Argument, Callable[[str, bool, Collection[str]], str | None]] = {
    Argument.NONE: lambda arg, marked, people: None,
    Argument.TEXT: _text,
    Argument.NUMBER: lambda arg, marked, people: read_percent(arg, bare=True),
    Argument.HOURS: lambda arg, marked, people: read_hours(arg, bare=True),
    Argument.MONEY: _money,
    Argument.DUE: _due,
    Argument.PERSON: _person,
    Argument.LIST: _list,
    Argument.SPAN: _span,
    Argument.MESSAGE: _message,
    Argument.LEVEL: lambda arg, marked, people: arg if marked or fold(arg) in _LEVELS else None,
}
NEEDED = frozenset(
    {Argument.NUMBER, Argument.HOURS, Argument.DUE, Argument.PERSON, Argument.LIST, Argument.MESSAGE}
)


def read_argument(kind: Argument, written: str, marked: bool, people: Collection[str]) -> str | None:
    """What is kept of an argument, or None if it is not of this `kind`.

    `marked`: a colon or a dash stood before it, so that free text may follow."""
    return _READERS[kind](written, marked, people)
