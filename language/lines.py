"""The lines of a brief that say more than its words: `due:`, `for:`, `place:`.

They are worth more than any reading of sentences, so they stand in the example
that owners copy. An unknown `key: value` is plain text.
"""

import re
from collections.abc import Set

from language.folding import fold
from language.reminding import read_buffer
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
_KEY_OF = {form: key for key, forms in KEYS.items() for form in forms}
_LINE = re.compile(r"[ \t>*_-]{0,6}([^\W\d_][\w ]{1,24}?)[*_]{0,2} ?[:\uff1a][*_]{0,2}[ \t]*(.*)")
_OPEN = re.compile(  # a line that is nothing but a wish about the own date, without a colon or in brackets
    r"(?i)[ \t>*_([-]{0,6}(buffer|need by|i need it by)(?: *[:=\uff1a])? +([^\n]{1,60}?)[)\]*_ .!]*"
)
_MOST_LINES = 500
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
    for line in text[:100_000].split("\n")[:_MOST_LINES]:
        key, value = _read(line)
        if not key or not value:
            continue
        if key in ("step", "checkpoint", "done when") and key in found:
            found[key] += "\n" + value
        else:
            found.setdefault(key, value)
    return found


def without_lines(text: str, keys: Set[str]) -> str:
    """The text without its lines of these keys (first names in KEYS)."""
    kept = [line for line in text.split("\n") if _key_of(line) not in keys]
    return "\n".join(kept).strip() if len(kept) < text.count("\n") + 1 else text


def _key_of(line: str) -> str:
    """The first name of the key that a line begins with, "" without one."""
    return _read(line)[0]


def _read(line: str) -> tuple[str, str]:
    """The first name of the key that a line begins with, and what stands behind it."""
    hit = _LINE.match(line[:600]) if ":" in line or "\uff1a" in line else None
    key = _KEY_OF.get(fold(hit[1]).strip(), "") if hit else ""
    return (key, hit[2].strip()[:_LONGEST_VALUE]) if hit and key else _loose(line)


def _loose(line: str) -> tuple[str, str]:
    """`buffer 2 days`, `(buffer: 2 days)`, `need by Friday`: a line of its own, with
    nothing else behind it."""
    hit = _OPEN.fullmatch(line) if len(line) < 90 else None
    if hit is None:
        return "", ""
    key = _KEY_OF[hit[1].lower()]
    if key == "buffer":
        return (key, hit[2]) if read_buffer(hit[2]) else ("", "")
    dated = 0 <= find_date(fold(hit[2])) <= 3 and len(hit[2].split()) <= 6
    return (key, hit[2]) if dated else ("", "")


def imperative_with_due(text: str) -> bool:
    """Whether a sentence asks for something by a date: "please send it by Friday".

    Tells a task from a courtesy copy where only our address got the mail."""
    for sentence in _SENTENCE.split(fold(text[:10_000]))[:100]:
        sentence = sentence[:400].strip(" -*•")
        cue = _DUE_CUE.search(sentence)
        if cue and _IMPERATIVE.match(sentence) and find_date(sentence[cue.start() :]) >= 0:
            return True
    return False
