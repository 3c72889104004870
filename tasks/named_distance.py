"""Whether a text tells an owner's own date by its distance from the contractor's ("two days after
yours", told where the distance is the true one), or says that there is a later need at all
("I really need it later", told whatever the date).
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from language.day_lookup import plain

_NUMBERS = {
    word: number
    for number, words in enumerate(
        (
            "a an another one ein eine einen einem un une uno una um uma",
            "two zwei dos deux due dois couple pair",
            "three drei tres trois tre",
            "four vier cuatro quatre quattro",
            "five funf cinco cinq cinque",
            "six sechs seis sei",
            "seven sieben siete sept sette sete",
            "eight acht ocho huit otto oito",
            "nine neun nueve neuf nove",
            "ten zehn diez dix dieci dez",
        ),
        1,
    )
    for word in words.split()
}
_VAGUE = ("few", "some", "several")  # fits any distance of days
_HOURS = {  # of the units, by how they begin
    "h": 1,
    "stunde": 1,
    "ora": 1,
    "ore": 1,
    "d": 24,
    "night": 24,
    "tag": 24,
    "j": 24,
    "gior": 24,
    "w": 168,
    "sem": 168,
    "set": 168,
}
_COUNT = rf"(?P<n>\d{{1,3}}|(?:{'|'.join((*_NUMBERS, *_VAGUE))})\b)(?: of| more| extra)?"
_UNIT = (
    r"(?:(?:more|extra|full|whole|working|business|calendar|work|additional|spare)[ -])*"
    r"(?P<u>(?:hour|hr|h|day|d|week|night|tag|tage|tagen|stunde|stunden|woche|wochen|dia|hora|semana|jour"
    r"|heure"
    r"|semaine|giorni|giorno|ore|ora|settimana|settimane)s?)\b(?:')?"
)
_THING = r"(?:due date|due day|time ?limit|date|deadline|day|limit|cut-?off|time|termin|due)"
_PARTS = {  # what the shapes below are made of
    "SPAN": rf"(?<![\w/-]){_COUNT}[ -]?{_UNIT}",
    "COUNT": _COUNT,
    "UNIT": _UNIT,
    "THING": _THING,
    "REAL": r"(?:real(?! estate)|actual|true|own|private|secret|internal|personal|hard|final|genuine)",
    "WE": r"(?:i|we|the (?:client|customer|board|boss|printer|party)|my (?:boss|client|customer|wife|team))",
    "SURELY": (
        r"(?:(?:really|actually|truly|only|in fact|honestly|personally|myself|strictly|don'?t|do not|just) )"
    ),
    "NEED": r"(?:needs?|wants?|expects?|requires?)",
    "IT": r"(?:it|this|that|them|the \w+)",
    "BEHIND": (
        r"(?:later|after|afterwards|longer|more|behind|past|beyond|following|from|on top"
        r"|spater|nach|despues|mas tarde|apres|plus tard|dopo|piu tardi|depois)"
    ),
    "YOURS": (
        rf"(?:yours\b|your {_THING}\b(?! of birth)|you \w+"
        r"|you(?=[.!,;)]|$)"
        rf"|(?:joy|ben|her|his|their|the contractor)'?s? {_THING}\b"
        rf"|(?:the|this|that) {_THING}\b (?:i (?:gave|set|told)|you (?:have|got|see|know)|above|below)"
        r"|what (?:you have|i (?:gave|told|wrote) you)|dein\w{0,2}\b|ihre[mnr]? (?:termin|frist)"
        r"|toi\b|vous\b|tuy[oa]\b|[ts]u (?:fecha|plazo)|tienne|(?:ta|votre) (?:date|echeance)"
        r"|(?:tua|vostra)(?: (?:data|scadenza))?|[st]ua data)"
    ),
}
_TIED = (  # a distance from the contractor's date
    r"<SPAN>,? (?:<BEHIND> ){0,2}(?:<BEHIND>|than|als|que|de|di|da|of)"
    r" (?:(?:than|the|la|las|el|le|that of|von|de|da|als|que) ){0,2}<YOURS>",
    r"(?:<YOURS>|\b(?:(?:the|your) )?(?:<THING>|ddl|t)),? ?(?:plus|and|\+|with) ?"
    r"<COUNT>(?: ?<UNIT>|(?=\s*(?:$|[.,;!?)])|\s(?:is|for|then)\b))",
    r"<SPAN>,? (?:later|after|afterwards|after that|on|despues|apres|dopo|depois)(?=\s*(?:$|[.,;!?)]))",
    r"<SPAN> spater\b",
    r"<SPAN> more\b(?! (?:of|to|at|in|on)\b)",
    r"\b<THING> (?:minus|less) <SPAN>",
    r"\b(?:give me|i(?:'ll)? (?:need|want|take|keep)) <SPAN> (?:to|for) (?:check|proof|review|look|test"
    r"|correct|read)",
    r"\bmoved (?:\w+ ){0,3}(?:up|forward|ahead)(?: by)? <SPAN>",
    r"<SPAN> (?:before|ahead of|earlier than) (?:the|our|my) (?:client|customer|board|boss"
    r"|printer)s?'s?(?! \w)",
    r"<SPAN> (?:late\b|delay|of delay|of air|to spare|in hand|early\b|earlier\b|less\b|fewer\b|on top|longer"
    r"|for (?:safety|myself|me\b)|de moins|de plus|menos|weniger|luft|puffer|reserve)",
    r"<SPAN> (?:de |di |of )(?:margen|marge|margine|marge|luft|slack)",
    r"\b(?:delay of|slip|late by) (?:about |up to )?<SPAN>",
    r"\b<COUNT> spare <UNIT>",
    r"<SPAN> between\b",
    r"(?:(?=\w+ (?:more|extra|additional|further) )|\bextra )<SPAN>",
    r"\b(?:extension of|add|padded(?: (?:it|this|the date))? by) <SPAN>",
    r"\bi (?:\w+ )?have (?:still |another |then )?<SPAN>(?! off| of holiday)",
    r"\bi (?:gave|give|put|added|add|kept|keep|built in|left|allowed)(?: \w+){0,2} <SPAN>",
)
_STEPS = r"(?P<steps>(?:\bthe (?:(?:working |business )?day|morning|evening) (?:after|following) )+)<YOURS>"
_FROM = (  # a distance from a date in words, which is read
    r"<SPAN> (?:later than|after|past|from|following|beyond) (?P<rest>[^\n]{3,60})",
    r"(?P<rest>\w[^\n,;.!?]{2,40}?) ?(?:plus|\+) ?<COUNT>(?:\b ?<UNIT>)?",
)
_UNTIL = r"(?:<SPAN> (?:before|ahead of|prior to|earlier than)|(?P<eve>\beve) of) (?P<rest>[^\n]{3,60})"
_NEEDS = (  # a need of the owner's own, or time that the contractor does not have
    r"\b<WE> <SURELY>+<NEED> (?:<IT> )?(?:later|afterwards|not before|not until|until|till|by|before|on the"
    r"|at the|for the|this|next|in <SPAN>|in (?:january|february))\b",
    r"\b<WE> <NEED> (?:it|this|that|them) <SURELY>*(?:later|a (?:bit|little|while) (?:later|after))\b",
    r"\b(?:<SPAN> (?:before|ahead of)|(?:earlier|sooner) than|ahead of) (?:when |what )?<WE> <SURELY>*"
    r"(?:<NEED>|have to|must)\b",
    r"\b(?:<SPAN>|earlier|sooner|later|less time|more time) (?:less |more |fewer |earlier |sooner )?"
    r"(?:than|before|ahead of) (?:me|mine|i (?:do|have|need|told)|my <THING>)\b",
    r"\b(?:before|after|than|ahead of) the (?:real|actual|true|own|private|secret) (?:one|date|day)\b",
    r"\bmy <REAL> (?:\w+ )?<THING>\b",
    r"\b(?:the|our) (?:real(?! estate)|actual|true|private|secret|genuine) (?:\w+ )?<THING>\b(?! of)",
    r"\b(?:my (?:date|deadline|due date)|mine) (?:is|falls|comes|lies)\b",
    r"\b(?:than|before|after|ahead of) (?:my (?:date|deadline|due date)\b(?! of)|mine\b)",
    r"\byou have(?: \w+){0,2} <SPAN> (?:less|fewer)\b",
    r"\bi(?: still)? have(?: \w+){0,2} <SPAN> (?:more |longer |extra |left )*"
    r"(?:than|after|beyond) (?:you|that)",
    r"\bi have (?:time )?(?:until|till) <SPAN> (?:after|later|past)\b",
    r"\bi (?:can|could) (?:\w+ )?wait (?:until|till|another|for another|longer|<SPAN>)",
    r"\byour <THING> (?:is|was) (?:\w+ ){0,3}(?:early|earlier|padded|fake|artificial|soft|before mine)\b",
    r"\b(?:real|actual|true|hard|internal|soft|fake|safety|final|(?:client|customer)(?:'s)?)"
    r" (?:due date|deadline|due|cut-?off)\b|\bsafety (?:date|day)\b|\bbefore the real\b",
    r"\b(?:the|this|that) <THING> i (?:gave|set|told)\b.*\b(?:earl|before|ahead|not the)",
    r"\b<WE> (?:don'?t|do not|doesn'?t|does not) (?:\w+ )?<NEED> (?:it|this|that|them)"
    r" (?:(?:by|on|until|till|before|yet|so|that|the) )?"
    r"(?:mon|tues|wednes|thurs|fri|satur|sun|early|soon|then)",
    r"\b(?:isn't|is not|is|gets) (?:only |really |actually )?needed (?:only |not )?"
    r"(?:until|till|before|later|<SPAN>|after)",
    r"\b(?:padded|lied about) (?:your|the|that) <THING>|\bthe <THING> is (?:padded|not (?:that|so) strict)\b",
    r"\bnobody (?:needs|sees|wants|reads|looks at|opens) (?:it|this|that|them) (?:before|until|till)\b",
    r"\b(?:less|more) time than (?:me|mine|you|yours|i|we)\b",
    r"\b(?:there(?: i|')s (?:a |some )?|built in (?:a |some )?|i have (?:a |some )?)"
    r"(?:slack|buffer|leeway|safety margin)(?=\s*(?:$|[.,;!?)])| (?:in|after) (?:your|my|the date))",
    r"\byour <THING> (?:isn't|is not) (?:the |my )?<REAL>\b",
    r"\b(?:days?|hours?|weeks?)(?:'| of| for| as)?[ -](?:a )?"
    r"(?:buffer|slack|leeway|cushion|margin|padding|grace|reserve|headroom|gap|head start|puffer|marge)\b",
    r"\b(?:buffer|slack|leeway|cushion|margin|padding|reserve|headroom|puffer) of (?:about )?<SPAN>",
    r"\b(?:ich|wir) brauchen? es (?:\w+ ){0,3}(?:erst|spater)\b",
    r"\bmein\w* (?:eigene|eigentliche|echte|wirkliche|wahre)\w? (?:termin|datum|frist|deadline)\b",
    r"\b(?:der|die|das) (?:echte|wirkliche|wahre|eigentliche) (?:termin|frist|deadline|datum)\b",
    r"\b(?:en realidad|realmente|de verdad) l[oa] necesit\w+",
    r"\bl[oa] necesit\w+ (?:mas tarde|despues)\b|\bj'en ai (?:\w+ )?besoin plus tard\b",
    r"\b(?:mi|la) (?:fecha|plazo) (?:real|propia|verdadera)\b",
    r"\b(?:ma|la) (?:vraie|propre) (?:date|echeance)\b",
    r"\bla (?:mia|vera) (?:data|scadenza)\b|\b(?:minha|a) data (?:real|verdadeira)\b",
)


@dataclass(frozen=True, slots=True)
class Apart:
    """How far a hidden moment lies behind the one that its reader knows (both with their days in
    the owner's zone); `day` is the day with which a text begins."""

    own: datetime
    theirs: datetime
    own_day: date
    their_day: date
    day: Callable[[str], date | None]

    def fits(self, number: str, unit: str) -> bool:
        """Whether so many of these are that distance: working days may be counted, or all."""
        hours = next((hours for head, hours in _HOURS.items() if unit.startswith(head)), 24)
        days = (self.own_day - self.their_day).days
        if number in _VAGUE:
            return hours == 24 and days > 1
        count = int(number) if number.isdecimal() else _NUMBERS[number]
        if hours == 1:
            return abs(self.own - self.theirs - timedelta(hours=count)) <= timedelta(hours=1)
        if hours == 168:
            return count * 7 == days or count * 5 == self._weekdays()
        return min(self._weekdays(), days) <= count <= days

    def _weekdays(self) -> int:
        span = range(1, (self.own_day - self.their_day).days + 1)
        return sum((self.their_day + timedelta(days=n)).weekday() < 5 for n in span)


def told_by_distance(text: str, apart: Apart | None) -> Iterator[tuple[int, int]]:
    """Where a text speaks of the owner's own need, or of this distance. Without a date that the
    contractor knows (None) only the former can be seen."""
    said = plain(" ".join(text.split())) if "\n" in text else plain(text)
    for shape in _NEED_SHAPES:
        yield from (hit.span() for hit in shape.finditer(said))
    if apart is None:
        return
    for shape in _TIED_SHAPES:
        yield from (hit.span() for hit in shape.finditer(said) if _fits(hit, apart))
    for hit in _STEP_SHAPE.finditer(said):
        if apart.fits(str(len(re.findall("after|following", hit["steps"]))), "day"):
            yield hit.span()
    for shape in _FROM_SHAPES:
        yield from (hit.span() for hit in shape.finditer(said) if _is_sum(hit, apart))
    yield from (hit.span() for hit in _UNTIL_SHAPE.finditer(said) if _is_before(hit, apart))


def _fits(hit: re.Match[str], apart: Apart) -> bool:
    return apart.fits(hit["n"], hit["u"] or "day")


def _is_sum(hit: re.Match[str], apart: Apart) -> bool:
    """Whether a date in words and the distance from it are the own date."""
    words = hit["rest"].split()[:6]
    days = (apart.day(" ".join(words[at:])) for at in range(len(words)))
    day = next((day for day in days if day), None)
    return day is not None and replace(apart, their_day=day).fits(hit["n"], hit["u"] or "day")


def _is_before(hit: re.Match[str], apart: Apart) -> bool:
    """Whether the own date lies by the distance before a date in words ("the eve of Saturday")."""
    words = hit["rest"].removeprefix("the ").split()[:6]
    day = apart.day(" ".join(words))
    if day is not None and day <= apart.own_day:
        day += timedelta(days=7)  # "Monday" said on a Monday
    if day is None or day <= apart.own_day:
        return False
    number, unit = ("1", "day") if hit["eve"] else (hit["n"], hit["u"])
    return replace(apart, their_day=apart.own_day, own_day=day).fits(number, unit)


def _shape(row: str, *, counted: bool = True) -> re.Pattern[str]:
    while "<" in row and (part := re.search(r"<([A-Z]+)>", row)):
        row = row.replace(part[0], _PARTS[part[1]])
    return re.compile(row if counted else re.sub(r"\(\?P<[nu]>", "(?:", row))


_NEED_SHAPES = tuple(_shape(row, counted=False) for row in _NEEDS)
_TIED_SHAPES = tuple(_shape(row) for row in _TIED)
_STEP_SHAPE = _shape(_STEPS)
_UNTIL_SHAPE = _shape(_UNTIL)
_FROM_SHAPES = tuple(_shape(row) for row in _FROM)
