"""How contractors say that it will be later: "I can't do it by Wednesday".

That turns no task down. It asks for another date, named ("not before Friday")
or not yet, as "I need more time" does.
"""

import re
from collections.abc import Collection

from language.phrases import Phrase, row
from language.phrases_arguments import MORE_TIME, a_date, more_time
from language.phrases_classes import BY_A_DAY, CANNOT, I_AM, NOTHING, WE
from language.words_dates import find_date

ANOTHER_DATE = "another date"
_OTHERS = "he|she|they|client|customer|meeting|call|if|unless"
_CANNOT = rf"(?:{WE}(?:'m| am|'re| are)? ?)?(?:{CANNOT}|(?:won't|will not) be able to|won't|will not)"
_WORK = (
    r"(?:do|make|finish|complete|deliver|have|get|manage|send|submit|meet|hit|hold|keep)"
    r"(?: (?:it|this|that|them|everything|the \w{1,20}))?(?: all)?(?: done| ready| finished| to you| back)?"
)
_LATE = re.compile(rf"(?:{I_AM} )?(?:running|going to be|will be)(?: a bit| a little| quite)? late\b")


def another_date(text: str, folded: str, people: Collection[str]) -> str | None:
    """The date that is named was the old one; the new one has to be asked for."""
    return ANOTHER_DATE


def the_day(text: str, folded: str, people: Collection[str]) -> str | None:
    """The date alone: "before Friday" names Friday as the first day on which it can be."""
    date = a_date(text, folded, people)
    return re.sub(r"(?i)^(?:before|until|till|vor|bis)\s+", "", date) if date else None


def late_until(text: str, folded: str, people: Collection[str]) -> str | None:
    """The date behind "running late", if one is named."""
    hit = _LATE.match(folded)
    behind = hit.end() if hit else 0
    at = find_date(folded[behind:])
    return text[behind + at :].strip(" ,.") if at >= 0 else ANOTHER_DATE


SLIPS: tuple[Phrase, ...] = (
    row(
        "eta",
        rf"(?:but |so )?{_CANNOT} {_WORK} (?:before|until|till|earlier than|sooner than) (?!then|i\b|we\b)",
        _OTHERS,
        arg=the_day,
    ),
    row(
        "eta",
        rf"(?:but |so )?{_CANNOT} (?:{_WORK} {BY_A_DAY}|(?:meet|hit|make|keep|hold) (?:the "
        rf"|this |that )?(?:deadline|due date|date|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b)",
        _OTHERS,
        arg=another_date,
    ),
    row(
        "eta",
        rf"(?:it|this|that|everything|the \w{{1,20}}) (?:won't|will not|can't|cannot) be (?:done|ready"
        rf"|finished|complete|completed) {BY_A_DAY}",
        _OTHERS,
        arg=another_date,
    ),
    row(
        "eta",
        r"(?:it|this|that|everything|the \w{1,20}) (?:won't|will not|can't|cannot) be (?:done|ready"
        r"|finished|complete|completed) (?:before|until|till|earlier than) (?!then|i\b|we\b)",
        _OTHERS,
        arg=the_day,
    ),
    row(
        "eta",
        r"(?:it|this|that|everything|the \w{1,20})(?:'ll| will) only be (?:done|ready|finished"
        r"|complete|completed)\b",
        _OTHERS,
        arg=a_date,
    ),
    row("eta", _LATE.pattern, _OTHERS, arg=late_until),
    row("eta", rf"(?:still )?need (?=(?:just |about )?{MORE_TIME})", f"{_OTHERS}|not", arg=more_time),
    row(
        "eta",
        rf"(?:das |es )?(?:schaffe|kann) ich (?:es |das )?(?:leider |wohl )*(?:nicht {BY_A_DAY}"
        rf"|{BY_A_DAY}(?: leider)? nicht\b)"
        rf"|ich (?:schaffe|kann) (?:es |das )?(?:leider |wohl )*(?:nicht {BY_A_DAY}"
        rf"|{BY_A_DAY}(?: leider)? nicht\b)"
        rf"|(?:yo )?no (?:puedo (?:\w{{1,12}} )?|llego ){BY_A_DAY}"
        rf"|(?:je )?ne (?:peux|pourrai) pas (?:le |la )?(?:\w{{1,12}} )?{BY_A_DAY}"
        rf"|(?:eu )?nao (?:consigo|posso|vou conseguir) (?:\w{{1,12}} )?(?:isso |tudo )?{BY_A_DAY}",
        NOTHING,
        arg=another_date,
    ),
    row(
        "eta",
        r"(?:es |das |ich )?(?:wird|schaffe|kann|mache|liefere|bekomme)(?: ich| es| das| leider| wohl"
        r"| aber)* erst\b",
        "wenn|falls|sobald",
        arg=a_date,
    ),
    row(
        "eta",
        r"(?:mach|mache|schaffe|schaff|erledige) ich (?:das |es )?bis\b|(?:das |es )?wird (?=.{1,30}"
        r"\bfertig\b)"
        r"|(?:ce |ca |il |elle )?sera (?:pret|prete|fini|finie|termine|terminee)\b"
        r"|(?:estara|quedara) list[oa]\b|(?:vai ficar|fica|ficara|estara) pront[oa]\b",
        "wenn|falls|sobald|si|se|nicht|no|pas|nao",
        arg=a_date,
    ),
)
