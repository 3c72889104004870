"""Whether words look like a date at all.

The due reader says which moment is meant. This only tells "due Friday noon"
from "due diligence comes first", and finds where in a phrase the date begins.
"""

import re

from language.folding import fold

_DAYS = (
    "mon(?:day)?s?|tue(?:s|sday)?s?|wed(?:nesday|s)?|thu(?:r|rs|rsday)?s?|fri(?:day)?s?"
    "|sat(?:urday)?s?|sun(?:day)?s?"
    "|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend|sonntag|lunes|martes|miercoles"
    "|jueves|viernes|sabado"
    "|domingo|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|(?:segunda|terca|quarta|quinta"
    "|sexta)(?:-feira)?"
)
_MONTHS = (
    "jan(?:uary|uar)?|feb(?:ruary|ruar)?|mar(?:ch)?|marz|apr(?:il)?|may|mai|june?|juni|july?|juli"
    "|aug(?:ust)?|sept?(?:ember)?"
    "|oct(?:ober)?|okt(?:ober)?|nov(?:ember)?|dec(?:ember)?|dez(?:ember)?|enero|febrero|marzo|abril"
    "|mayo|junio|julio|agosto"
    "|septiembre|octubre|noviembre|diciembre|janvier|fevrier|mars|avril|juin|juillet|aout|septembre"
    "|octobre|novembre|decembre"
    "|janeiro|fevereiro|marco|maio|junho|julho|setembro|outubro|novembro|dezembro"
)
_DAYTIMES = (
    "today|tomorrow|tonight|tmrw|tmr|noon|midday|midnight|lunch(?:time)?|morning|afternoon|evening"
    "|eod|cob|eow|eom"
    "|christmas|easter|heute|morgen|ubermorgen|mittags?|abends?|hoy|manana|mediodia|aujourd'hui"
    "|demain|midi|hoje|amanha"
)
_UNITS = (
    "hours?|hrs?|h|days?|weeks?|months?|business|working|mins?|minutes?|stunden|tagen?|wochen?|dias?"
    "|horas?|jours?|heures?|semanas?"
)
_NUMBERS = (
    r"\d{1,4}[-/.]\d{1,2}(?:[-/.]\d{1,4})?\.?|\d{1,2}(?::\d\d)(?:am|pm|h|z)?"
    r"|\d{1,2}(?:\.\d\d)?(?:am|pm|a|p)"
    r"|\d{1,2}(?:st|nd|rd|th)|\d{1,2}h(?:\d\d)?|\d{1,2}\.|\d{1,4}"
)
_STRONG = re.compile(
    rf"(?:{_DAYS}|{_MONTHS}|{_DAYTIMES}|week(?:end)?|month|quarter|year"
    rf"|\d{{1,4}}[-/.]\d{{1,2}}(?:[-/.]\d{{1,4}})?"
    r"|\d{1,2}(?::\d\d)(?:am|pm)?|\d{1,2}(?:\.\d\d)?(?:am|pm)|\d{1,2}(?:st|nd|rd|th)|days?|hours?"
    r"|hrs?|semana|woche"
    r"|semaine|tage?n?|dias?|jours?|asap)\.?"
)
_WEAK = re.compile(
    rf"(?:{_NUMBERS}|{_UNITS}|by|on|at|in|of|the|next|this|coming|until|till|til|before|end|eve|am"
    rf"|pm|a\.m\.?|p\.m\.?|uhr|o'clock"
    r"|from|to|after|later|latest|early|late|first|thing|close|business|play|now|and|or|day|week"
    r"|another|more|one|two|three"
    r"|couple|my|your|time|p[sdm]?t|e[sd]?t|c[es]?[sd]?t|mst|mdt|gmt|bst|utc|ist|pacific|eastern"
    r"|central|manila|nachster|nachste|nachsten|kommenden"
    r"|bis|am|um|den|dem|de|del|el|la|las|le|les|a|as|ate|para|pour|avant|antes|hasta|nach|vor|fin"
    r"|fim|ende|der|des|do|da"
    r"|proximo|proxima|prochaine?|que|viene|vem|-|–)"
)
_CONNECT = re.compile(
    rf"\b(?:(?:by|on|before|until|till|til|at|this|next|coming|for|to|around|bis|hasta|el|avant|ate"
    rf"|am|vor|d'ici)\s+(?:the\s+)?)?"
    rf"(?:in \d{{1,2}} (?:{_UNITS})|(?:end|close) of (?:the )?(?:\w+)|first thing|(?:the |next "
    rf"|this |coming )?(?:{_DAYS}|{_DAYTIMES}|week(?:end)?)"
    rf"|\d{{1,2}}(?:st|nd|rd|th)?\.? (?:of )?(?:{_MONTHS})|(?:{_MONTHS})\.? \d{{1,2}}"
    rf"|\d{{1,2}}[/.-]\d{{1,2}}(?:[/.-]\d{{2,4}})?"
    rf"|\d{{4}}-\d\d-\d\d|\d{{1,2}}(?::\d\d)? ?(?:am|pm)|\d{{1,2}}:\d\d|\d{{1,2}} uhr"
    rf"|(?:the )?\d{{1,2}}(?:st|nd|rd|th)|(?:nachste|kommende)[nr]? woche|proxima semana|semaine prochaine)\b"
)
# Without one of these nothing of _CONNECT can stand in a text; far cheaper to look for.
_HINT = re.compile(rf"\d|\b(?:{_DAYS}|{_DAYTIMES}|week|woche|seman|semaine|end of|close of|first thing)")
_MOST_TOKENS = 14


def is_date(text: str) -> bool:
    """Whether the whole text is made of date words, one of them a strong one."""
    tokens = fold(text[:200]).replace(",", " ").split()
    if not 0 < len(tokens) <= _MOST_TOKENS:
        return False
    strong = [bool(_STRONG.fullmatch(token)) for token in tokens]
    return any(strong) and all(s or _WEAK.fullmatch(t) for s, t in zip(strong, tokens, strict=True))


def find_date(folded: str) -> int:
    """Where in this folded text a date begins, or -1. Looks at 300 characters."""
    text = folded[:300]
    hit = _CONNECT.search(text) if _HINT.search(text) else None
    return hit.start() if hit else -1
