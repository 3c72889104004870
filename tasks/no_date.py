"""Numbers that look like a date and are none: "page 12-4", "12/4 plywood", "4 days of work".

Only what is surely no date, by the word beside it: a date that is told cannot be taken back, and
a sentence that is left out for nothing costs its owner one line.
"""

import re

from language.day_lookup import plain

PAIR = re.compile(
    r"(?<![\d/:])(?<!\d[.,-])(\d{1,2})( ?[/|] ?|[.-]|\. (?=\d{1,2}\.))(\d{1,2})"
    r"(?:\2(\d{4}|\d{2})(?!\d)|(?!\2?\d)(?!/))"
)
_DATED = re.compile(r"\b(?:on|by|until|till?|due|before|am|le|el|den|vom|bis|the|il|op|d\.)\W{0,3}$")
_PART_OF = re.compile(  # before a pair of numbers that is none
    r"(?:\b(?:pages?|pp?\.?|sizes?|chapters?|sections?|steps?|rooms?|figures?|figs?\.?|tables?|version|ver\.?|v"
    r"|items?|lines?|rows?|numbers?|nos?\.?|nr\.?|grades?|ratio|scale|score|units?|lots?|models?|parts?|nums?"
    r"|verses?|aged?|ages|gauge|seite|s\.|kapitel|pagina|seiten)|[#§$€£¥v])\W{0,2}$"
)
_MEASURED = re.compile(  # behind one
    r"[\s-]{0,2}(?:plywood|ply|lumber|timber|inch(?:es)?|in\.|\"|''|cm\b|mm\b|m\b|km\b|kg\b|g\b|ft\b|feet|foot"
    r"|yards?|metres?|meters?|litres?|liters?|oz\b|lbs?\b|%|percent|x\b|times\b|people\b|persons?\b|pieces?"
    r"|euros?|dollars?|pesos|usd|eur|screws?|nails?|bolts?|month|year|week|o'clock|am\b|pm\b|a\.m|p\.m|scale"
    r"|ratio|hours?|players?|pt\b|px\b|mb\b|gb\b)"
)
_ARTICLE = re.compile(r"(?:an?|the|our|my|your|of|and|some|use|with) (?=\d)")
_SPAN = re.compile(r"(?:a|an|\w+) (?:working |business )?(?:days?|weeks?)\b")
_LASTING = re.compile(
    r"\b(?:takes?|took|lasts?|lasted|every|needs|past|previous|within the last|spent|worked)\W{1,2}$"
)
_WISHED = re.compile(
    r"\b(?:good|nice|great|lovely|happy|wonderful|pleasant|relaxing|restful|long|bon|buon|fijn) $"
)
_LONG = re.compile(  # behind "4 days": how long something is, not when
    r"(?:(?:')? (?:of (?!this|next|the)|old|long|ago|each|per|in a row|off\b"
    r"|to (?:dry|harden|cure|rest|heal)|a (?:week|month|year)))"
)


def is_no_date(text: str, at: int) -> bool:
    """Whether the number here begins a page, a size, a measure, or how long something takes."""
    said = plain(text)
    if article := _ARTICLE.match(said, at):
        at = article.end()
    before, here = said[max(0, at - 40) : at], said[at : at + 90]
    if here.startswith(("weekend", "week-end")) and _WISHED.search(before):
        return True
    if pair := PAIR.match(said, at):
        if _DATED.search(before):
            return False
        return bool(_PART_OF.search(before) or _MEASURED.match(said, pair.end()))
    if span := _SPAN.match(here):
        return bool(_LASTING.search(before) or _LONG.match(here[span.end() :]))
    return False
