"""Which dates of a text are due: patterns over what stands around a date.

Three questions are asked of each date that the grammar finds. What leads to it
("due", "no later than", "by")? Whose sentence is it ("please send", but not
"I will send")? What follows ("by Friday please", but not "by Friday Media")?
The words stand in `due_words`; each pattern sees a bounded piece of folded
text with one space between words, and has no quantifier within a quantifier.
"""

import re
from dataclasses import dataclass

from language import due_others as o
from language import due_words as w
from language.tokens_lexicon import phrase_set

# How strongly a lead speaks of a due date; the strongest in a mail decides.
LABEL, DUE, BY, HAVE = 4, 3, 2, 1


def _any(table: str) -> str:
    """Return a group of a table's phrases: "(?:a|b c)"."""
    phrases = [part.strip() for line in table.splitlines() for part in line.split(" | ")]
    return f"(?:{'|'.join(phrase for phrase in phrases if phrase)})"


def _within(table: str) -> re.Pattern[str]:
    """Any phrase of a table as whole words, wherever they stand."""
    return re.compile(rf"(?:^| ){_any(table)}(?= |$)")


def _first(*parts: str) -> re.Pattern[str]:
    """Phrases that a tail begins with, behind at most a comma, bracket or dash."""
    return re.compile(rf"^(?:,|\(|-|\.)? ?{' '.join(parts)}")


@dataclass(frozen=True, slots=True)
class Lead:
    """One way to lead to a date: the words that end right before it."""

    rule: str
    rank: int
    words: re.Pattern[str]
    before: bool = False


def _lead(rule: str, rank: int, table: str, fill: int = 0, before: bool = False) -> Lead:
    filled = f"(?: {_any(w.FILL)}){{0,{fill}}}" if fill else ""
    return Lead(rule, rank, re.compile(rf"(?:^| ){_any(table)}{filled}$"), before)


_DEADLINE_OF = w.DEADLINE_OF.replace("WORDS ", w.DEADLINE_WORDS).replace("ENDS", w.DEADLINE_ENDS)
_DEADLINE_OF = _DEADLINE_OF.replace("ONTO", w.DEADLINE_ONTO)
LEADS: tuple[Lead, ...] = (
    _lead("latest", DUE, w.LATEST, 3),
    _lead("due", DUE, w.DUE_NOUNS, 5),
    _lead("named", DUE, w.NAMED_NOUNS.replace("LINK", w.NAMED_LINK), 3),
    _lead("deadline-of", DUE, _DEADLINE_OF, 2),
    _lead("make-that", DUE, w.MAKE_THAT, 4),
    _lead("have-until", DUE, w.HAVE_UNTIL, 1),
    _lead("allow", DUE, w.ALLOW),
    _lead("before", BY, w.BEFORE, 2, before=True),
    _lead("by", BY, w.BY_WORDS, 3),
    _lead("within", BY, w.WITHIN, 2),
)

DUE_LEAD = LEADS[1].words
_NOT_LED = re.compile(rf"(?:^| ){_any(o.NOT_LED)}(?: (?:the|on|at|around|,|:))*$")
_POSITIVE = re.compile(_any(o.POSITIVE))
OTHER_BY = re.compile(rf"(?:^| ){_any(o.OTHER_BY.replace('BY', o.OTHER_BY_END))}$")
AWAY = re.compile(rf"(?:^| ){_any(o.AWAY.replace('AWAY', o.AWAY_END))}$")
THANKED = _within(o.THANKED)
PAST_DUE = re.compile(rf"(?:^| ){_any(o.PAST_DUE)}$")
BY_COUNT = re.compile(rf"(?:^| ){_any(o.BY_COUNT.replace('COUNT', o.BY_COUNT_END))}$")
_MONEY_DUE = o.MONEY_DUE.replace("DUE", o.MONEY_DUE_END).replace("LINE", o.MONEY_DUE_LINE)
OTHER_DUE = re.compile(rf"(?:^| ){_any(_MONEY_DUE.replace('LAST', o.MONEY_DUE_LAST))}(?= |$)")
PROMISED = _within("(?:it|that|this|they|we|i|you) (?:will|is|was|can) | it'll | that'll | they'll")
REPORTED = _within(o.REPORTED)
OTHERS_DUTY = re.compile(rf"^{_any(o.OTHERS_DUTY.replace('ITSELF', o.OTHERS_DUTY_ITSELF))}(?= |$)")
QUOTING = re.compile(rf"(?:^| ){_any(o.QUOTING)} (?:[^ :]+ ){{1,10}}:")
LASTING = re.compile(rf"(?:^| ){_any(o.LASTING.replace('UNTIL', o.LASTING_UNTIL))}$")
PRESENT = _within(o.PRESENT)
NUMBERED = phrase_set(o.NUMBERED)
_NEGATED = re.compile(rf"(?:^| ){_any(o.NEGATED.replace('DAYS', o.NEGATED_DAYS))}(?: (?:the|on|at|,|:))*$")
EVENT = re.compile(rf"(?:^| ){_any(o.EVENTS)}(?: (?:on|for|at|is|the|this|,))*$")
ASKED = _within(w.ASKED)
_SUBJECT = rf"{_any(w.SUBJECTS)} (?:{_any(w.ADVERBS)} )?{_any(w.SUBJECT_VERBS)}"
STATED = re.compile(rf"(?:^| )(?:{_SUBJECT}|{_any(w.STATED)})(?= |$)")
OTHERS_WISH = re.compile(
    rf"(?:^| ){_any(w.OTHERS)} {_any(w.OTHERS_VERBS)}(?: (?!(?:it|this|these|them|everything|that)(?: |$))|$)"
)
OWN_PLAN = re.compile(
    rf"(?:^| )(?:i|we) (?:{_any(w.OWN_TRIPS.replace(' END', ''))}(?= |$)"
    rf"|{_any(w.OWN_PLANS)}(?: (?:also|probably|then|still))?(?: (?!{_any(w.OWN_WISHES)})|$))"
)
CONDITION = re.compile(rf"^(?:(?:and|but|or|so|also|because|,) )?{_any(w.CONDITIONS)}(?: |$)")
BYGONE = _within(w.BYGONE)
RELAYED = _within(o.RELAYED)
CONDITIONAL = re.compile(
    r"(?:^| )(?:unless|in case|if (?!you (?:can|could)|possible|at all|(?:it|this|we|that) (?:can|could)))"
)
DELIVERY = _within(w.DELIVERY)
WANTED = _within(w.WANTED)
FINAL, DRAFT, SOFT, CORRECTED = map(_within, (w.FINAL, w.DRAFT, w.SOFT, w.CORRECTED))
AFTER_SOFT, AFTER_HARD = _first(_any(w.AFTER_SOFT)), _first(_any(w.AFTER_HARD))
AFTER_FINE = _first(_any(w.FINE_VERBS) + f"(?: {_any(w.FINE_ADVERBS)})?", _any(w.FINE))


def refused(lead: str) -> bool:
    """Tell whether the words before a date say that it is not the one meant."""
    if _NEGATED.search(lead) is not None:
        return True
    return _NOT_LED.search(lead) is not None and _POSITIVE.search(lead[-40:]) is None
