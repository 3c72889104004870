"""The lines of a brief that say more than its words: `due:`, `for:`, `place:`.

They are worth more than any reading of sentences, so they stand in the example
that owners copy. An unknown `key: value` is plain text.
"""

import re
from collections.abc import Set
from itertools import islice

from language.date_lines import all_date, parted_buffer, parted_date
from language.folding import fold
from language.reminding import buffer_at
from language.words_dates import find_date

KEYS: dict[str, tuple[str, ...]] = {
    "due": (
        "due",
        "due date",
        "deadline",
        "due by",
        "needed by",
        "frist",
        "fallig",
        "plazo",
        "echeance",
        "prazo",
    ),
    "for": ("for", "assign to", "assign", "contractor", "fur", "para", "pour"),
    "done when": (
        "done when",
        "done if",
        "acceptance",
        "acceptance criteria",
        "definition of done",
        "fertig wenn",
    ),
    "place": ("place", "where", "folder", "save to", "put it in", "ablage", "carpeta", "dossier", "pasta"),
    "budget": ("budget", "max", "budget max"),
    "decide": ("decide", "you may decide", "you decide"),
    "level": ("level",),
    "checkpoint": ("checkpoint", "check point", "milestone"),
    "report": ("report", "reporting"),
    "buffer": ("buffer",),
    "need by": ("need by", "i need it by", "my own date", "own date"),
    "step": ("step",),
    "use": ("use", "template"),
    "title": ("title", "titel", "titulo", "titre"),
}
PRIVATE = frozenset({"buffer", "need by"})  # the keys of lines about the own date
_KEY_OF = {form: key for key, forms in KEYS.items() for form in forms}
_LINE = re.compile(r"[ \t>*_-]{0,6}([^\W\d_][\w ]{1,24}?)[*_]{0,2} ?[:\uff1a][*_]{0,2}[ \t]*(.*)")
_OPEN = re.compile(  # a line that begins with a wish about the own date, without a colon or in brackets
    r"(?i)[ \t>*_(\[|-]{0,6}(buffer|need[ -]by|i need it by)[*_]{0,2}"
    r"(?:[ \t]*(?:[:=-]>|[:=\uff1a|\u2013\u2014-])[*_]{0,2}[ \t]*|[ \t]+)([^\n]{1,500}?)[*_ \t|]*"
)
_SECOND = re.compile(  # "due: Wed, need by: Friday": a line that holds a second word
    r"(?i)[,;.(/\u2013\u2014-][ \t]*(?=(?:buffer|need[ -]by|i need it by|due)[ \t]*[:=\uff1a][ \t]*[^\s:]"
    r"|buffer[ \t]+\d)"
)
_HEAD = re.compile(r"(?i)[ \t>*_([-]{0,6}(?:buffer|need[ -]by|i need it by)[*_]{0,2} ?[:=\uff1a][*_ \t]*")
_MOST_LINES = 500
_MOST_SECONDS = 8
_LONGEST_VALUE = 500

_VERBS = (
    "send|call|write|make|do|prepare|create|update|fix|check|book|order|buy|find|draft|review|print"
    "|copy|scan|enter|add|remove|move"
    "|upload|download|translate|transcribe|design|clean|repair|install|replace|proofread|research"
    "|schedule|arrange|collect|file"
    "|finish|complete|deliver|get|put|set|take|bring|post|publish|email|mail|contact|ask|compare"
    "|list|sort|export|import|build|edit"
    "|resize|record|organi[sz]e|test|open|close|renew|pay|invoice|return|submit|measure|paint|mow"
    "|cut|trim|deal|handle|look|have"
    "|bitte|schick\\w*|mach\\w*|erstell\\w*|envia\\w*|haz|envoie\\w*|fais|faites|envie|faca"
)
_IMPERATIVE = re.compile(
    rf"(?:(?:please|pls|kindly|joy|hi|hello|and|also|then|can you|could you|would you|will you"
    rf"|i need you to|i'd like you to|[\w]{{2,20}},)"
    rf"[ ,:!]*){{0,4}}(?:please )?(?:{_VERBS})\b"
)
_DUE_CUE = re.compile(
    r"\b(?:by|before|until|till|due|deadline|within|in \d{1,2} (?:days|hours|weeks)|no later than"
    r"|latest|bis|hasta|antes|avant|d'ici|ate|on)\b"
)
_SENTENCE = re.compile(r"[.!?\n]+\s*")


def brief_lines(text: str) -> dict[str, str]:
    """The known `key: value` lines of a brief, by their first name in KEYS.

    A line counts where it begins with the key, in any case. Of two with one key
    the first holds, but steps, checkpoints and "done when" add up, a line each."""
    found: dict[str, str] = {}
    for line in _lines(text[:100_000])[:_MOST_LINES]:
        key, value, _ = _parted(line)
        if not key or not value:
            continue
        if key in ("step", "checkpoint", "done when") and key in found:
            found[key] += "\n" + value
        else:
            found.setdefault(key, value)
    return found


def more_lines(text: str, keys: Set[str]) -> tuple[str, ...]:
    """The lines of these keys, as `key: value`, before which another one with its key and another
    value stands: only the first holds."""
    first: dict[str, str] = {}
    found = []
    for line in _lines(text[:100_000])[:_MOST_LINES]:
        key, value, _ = _parted(line)
        if key in keys and value and fold(first.setdefault(key, value)) != fold(value):
            found.append(f"{key}: {value}")
    return tuple(dict.fromkeys(found))


def without_lines(text: str, keys: Set[str]) -> str:
    """The text without its lines of these keys (first names in KEYS). What such a
    line says besides its date stays; where no mark parts the two, the whole line."""
    lines = _lines(text)
    kept = [rest for line in lines if (rest := _without(line, keys)) is not None]
    return "\n".join(kept).strip() if kept != lines else text


def _lines(text: str) -> list[str]:
    """The lines of a text. A word about the own date within a line begins one, where a
    date or a span stands behind it; below its colon the next line belongs to it."""
    found: list[str] = []
    for line in text.split("\n"):
        if (
            found
            and _HEAD.fullmatch(found[-1][:80])
            and _is_own(joined := f"{found[-1].rstrip()} {line.strip()}")
        ):
            found[-1] = joined
            continue
        found += _halves(line)
    return found


def _halves(line: str) -> list[str]:
    """A line as it stands, or as two where a word about the own date is one of them."""
    for second in islice(_SECOND.finditer(line[:600]), _MOST_SECONDS):
        first, rest = line[: second.start()].rstrip(), line[second.end() :]
        if first.strip(" \t>*_-") and (_is_own(rest) or (_read(rest)[0] == "due" and _is_own(first))):
            return [first + ("." if second[0][0] == "." else ""), rest]
    return [line]


def _is_own(line: str) -> bool:
    """Whether a line tells the own date, or the time before it, in a form that is read."""
    key, value, _ = _parted(line)
    return all_date(value) if key == "need by" else key == "buffer" and bool(buffer_at(value))


def own_in_line(line: str) -> bool:
    """Whether a line, or a Subject, tells the own date somewhere behind its beginning."""
    return bool(PRIVATE & brief_lines(line[:600]).keys())


def due_line(line: str) -> tuple[str, str] | None:
    """A `Due:` line as its date and what it says besides; None for another line."""
    key, value = _read(line)
    return parted_date(value) if key == "due" else None


def _without(line: str, keys: Set[str]) -> str | None:
    key, value, rest = _parted(line)
    if key not in keys:
        return line
    unread = key == "need by" and value and not rest and not all_date(value)
    return line if unread else rest or None


def _parted(line: str) -> tuple[str, str, str]:
    """The first name of the key that a line begins with, its value, and what a line
    about the own date says besides."""
    key, value = _read(line)
    if key == "need by":
        return key, *parted_date(value)
    return (key, *parted_buffer(value)) if key == "buffer" else (key, value, "")


def _read(line: str) -> tuple[str, str]:
    """The first name of the key that a line begins with, and what stands behind it."""
    hit = _LINE.match(line[:600]) if ":" in line or "\uff1a" in line else None
    key = _KEY_OF.get(fold(hit[1]).strip(), "") if hit else ""
    return (key, hit[2].strip()[:_LONGEST_VALUE]) if hit and key else _loose(line)


def _loose(line: str) -> tuple[str, str]:
    """`buffer 2 days`, `(buffer: 2 days)`, `need by Friday`, with nothing else before it."""
    hit = _OPEN.fullmatch(line[:600])
    if hit is None:
        return "", ""
    key = _KEY_OF[hit[1].lower().replace("-", " ")]
    if key == "buffer":
        return (key, hit[2]) if buffer_at(hit[2]) else ("", "")
    dated = 0 <= find_date(fold(hit[2])) <= 3 and len(hit[2].split()) <= 6
    return (key, hit[2]) if dated or parted_date(hit[2])[1] else ("", "")


def imperative_with_due(text: str) -> bool:
    """Whether a sentence asks for something by a date: "please send it by Friday".

    Tells a task from a courtesy copy where only our address got the mail."""
    for sentence in _SENTENCE.split(fold(text[:10_000]))[:100]:
        sentence = sentence[:400].strip(" -*•")
        cue = _DUE_CUE.search(sentence)
        if cue and _IMPERATIVE.match(sentence) and find_date(sentence[cue.start() :]) >= 0:
            return True
    return False
