"""The due date of a mail: which moment its writer wants the work to be done by.

`read_due` takes a whole text and looks for due clauses; `read_due_phrase` takes
the argument of a command or of a `Due:` line. Both give one of the outcomes of
`Sure`, in words that the receipt can repeat, and never raise.
"""

from dataclasses import replace
from datetime import UTC, date, datetime, time

from language.dates_calendar import Scene
from language.dates_days import Tokens
from language.due_argument import argument, label, stance
from language.due_choice import choose, with_checkpoints
from language.due_find import find
from language.due_text import spoken
from language.meaning import DueReading
from language.tokens import END, tokens
from language.tokens_lexicon import word_set

_PHRASE = 300  # characters of an argument that are read
_LOOK_AHEAD = 8  # tokens that a rule may look at behind the last one


def read_due(
    text: str,
    written_at: datetime,
    zone: str,
    locale: str = "en-US",
    due_time: time = time(17, 0),
    holidays: frozenset[date] = frozenset(),
) -> DueReading:
    """Return the due date that a mail body or a subject asks for.

    `written_at` (aware) and `zone` (IANA) are the writer's; a date without a
    time is due at `due_time` there; `locale` decides 3/4; `holidays` are no
    business days. Quotes, signatures and file names do not count, and only the
    first 8 KB are read. Never raises.
    """
    said = spoken(text)
    toks, scene = _scene(said.text, written_at, zone, locale, due_time, holidays)
    labelled = label(toks, said.text, scene)
    found = find(toks, said.closing)
    stand = stance(toks, said.text, scene)
    if labelled is not None:
        return with_checkpoints(labelled, found, said.text, scene)
    chosen = choose(found, said.text, scene)
    return stand if chosen is None else replace(chosen, urgent=stand.urgent)


def read_due_phrase(
    phrase: str,
    written_at: datetime,
    zone: str,
    locale: str = "en-US",
    due_time: time = time(17, 0),
    holidays: frozenset[date] = frozenset(),
) -> DueReading:
    """Return what the argument of a command or of a `Due:` line means.

    Arguments as for `read_due`; no clause word is needed, but one is allowed
    ("by Thu 3pm"). What holds no date is ASK, what says there is none is OPEN,
    and nothing at all is NONE. Never raises.
    """
    text = phrase[:_PHRASE]
    toks, scene = _scene(text, written_at, zone, locale, due_time, holidays)
    return argument(toks, 0, len(toks) - _LOOK_AHEAD, text, scene)


def _scene(
    text: str, written_at: datetime, zone: str, locale: str, due_time: time, holidays: frozenset[date]
) -> tuple[Tokens, Scene]:
    toks = [*tokens(text), *([END] * _LOOK_AHEAD)]
    now = written_at.astimezone(UTC) if written_at.tzinfo is not None else written_at.replace(tzinfo=UTC)
    return toks, Scene(now, zone, _locale(locale, toks), due_time, holidays)


_DAY_FIRST = word_set("bis ate hasta avant pour spatestens prazo frist plazo para o el le la am au de der")


def _locale(locale: str, toks: Tokens) -> str:
    """Who writes German, Spanish, French or Portuguese puts the day first, wherever they live."""
    head = toks[:400]
    foreign = sum(1 for tok in head if tok.low in _DAY_FIRST)
    return "en-GB" if foreign and foreign * 4 > len(head) - _LOOK_AHEAD else locale
