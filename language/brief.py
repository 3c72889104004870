"""Whether a brief is clear enough, and whether it is one task.

Cues decide, never counting: a clear brief has many steps, verbs and bullets and
is still one task. What is found may cost a line in the receipt; it hardly
ever delays a task (conversation.md, "Nothing stands still for bureaucracy").
"""

import itertools
import re

from language.brief_parts import multi_task, split_parts
from language.folding import fold
from language.lines import brief_lines
from language.masking import mask
from language.meaning import Lint
from language.words_dates import find_date

_MOST_CHARS = 20_000
_LONG = 600  # characters; no brief of under ten words is longer
_SHORT = 10  # words; a clear outcome in fewer names something to count

_PREFIX = re.compile(r"(?:(?:re|aw|wg|sv|fw|fwd|tr|rv|antw|res|enc) ?: ?|\[[^\]]{0,40}\] ?)")
_GENERIC_LIST = (
    "help urgent urgently asap important question questions quick task tasks todo todos to-do to-dos to "
    "do request requests favor favour please hi hello hey hallo hola bonjour thing things stuff misc "
    "miscellaneous various some several few a an the my our your new small little big one two three "
    "four more another other need needed needs work job jobs project website web site page computer it "
    "graphics design reminder follow up followup fyi no subject none untitled test work this that week "
    "weekly today tomorrow monday tuesday wednesday thursday friday list info information update for "
    "you me us i can could would have and of with about something anything errand errands assignment "
    "hilfe frage dringend aufgabe aufgaben bitte ayuda tarea tareas urgente pregunta aide tache taches "
    "ajuda tarefa tarefas zwei drei vier einige dos tres varias deux trois quelques "
    "duas algumas cosas sachen dinge choses coisas pendientes ok thanks thank"
)
_GENERIC = frozenset(_GENERIC_LIST.split())
_VAGUE_VERB = re.compile(
    r"\b(?:fix|help|improve|better|look (?:at|into)|handle|deal with|sort out|take care of|work on"
    r"|check|optimi[sz]e|clean up|update|nicer|redo"
    r"|repair|finish|solve|hilf|hilfe|reparier\w*|verbesser\w*|ayud\w*|arregl\w*|mejor\w*|aide\w*"
    r"|repare\w*|amelior\w*|ajud\w*|consert\w*|melhor\w*)\b"
)
_COUNTABLE = re.compile(
    r"\d|\b(?:each|every|all|two|three|four|five|six|seven|eight|nine|ten|dozen|so that|until it)\b"
    r"|[\"'][^\"']{2,40}[\"']|/\w|\w\.\w{3,4}\b"
)
_DUE_WORDS = re.compile(
    r"\b(?:due|deadline|by|before|until|till|no later than|latest|within|bis|frist|antes|para|hasta"
    r"|avant|pour|d'ici|ate|prazo)\b.*"
)

_DUE_CUE = re.compile(
    r"\b(?:due|deadline|by|before|no later than|latest|on or before|within|need (?:it|this|that"
    r"|them)|have (?:it|this|them)|send (?:it|this|them)"
    r"|until|till|every|each|weekly|daily|monthly|frist|fallig|bis|spatestens|antes de[l]?|antes"
    r"|plazo|hasta|para|avant|d'ici|pour|echeance|ate|prazo)\b"
)
_NO_DATE_NEEDED = re.compile(
    r"\b(?:no rush|no hurry|whenever|when you (?:have|get|find) (?:the |some |a )?(?:time|moment"
    r"|chance)|no deadline|no due date|take your time"
    r"|keine eile|sin prisa|pas presse|sem pressa)\b"
)
_IN_TIME = re.compile(
    r"\b(?:with)?in (?:\d{1,3}|one|two|three|a) (?:days?|hours?|weeks?|business days|working days)\b"
    r"|\b(?:today|tomorrow|tonight|this (?:morning|afternoon|evening)|eod|cob|end of (?:day|week"
    r"|the day|the week|month))\b"
    r"|\b(?:every|each) (?:other |second )?(?:day|week|weekday|month|quarter|year|morning|evening|night"
    r"|hour)\b"
    r"|^(?:daily|weekly|monthly|quarterly|nightly) ?[:,]"
)
_WEEKDAY_LINE = re.compile(
    r"(?:on )?(?:next |this )?(?:mon|tues?|wednes|thurs?|fri|satur|sun)day(?:,? "
    r"(?:at )?(?:\d{1,2}(?::\d\d)? ?(?:am|pm)?|noon))?"
)
_QUOTED = re.compile(r"[\"“„«][^\"”“»\n]{1,200}[\"”»]|(?<!\w)['‘][^'’\n]{2,200}['’](?!\w)")
_LATER = re.compile(
    r"\b(?:sale|offer|event|discount|open|valid|reserve|reserved|booked|runs|lasts|expires?|action"
    r"|campaign)\b.{0,40}\b(?:until|till|by|before|on)\b"
)

_FILES = re.compile(
    r"\b(?:write|draft|design|report|sheet|spreadsheet|logo|photo\w*|video|document|translat\w*"
    r"|transcri\w*|banner|file|csv|pdf|article|text)\b"
)
_PLACE = re.compile(
    r"\b(?:folder|drive|dropbox|sharepoint|onedrive|to me|send me|mail me|email me|back to|into"
    r"|worksheet|attached to|by (?:e-?mail|mail)|to the sheet"
    r"|in the sheet|upload|website|ordner|carpeta|dossier|pasta)\b|\w/\w|\w > \w|\.(?:xlsx|docx|csv)\b"
)


def lint(subject: str, body: str) -> Lint:
    """The finding on a brief: verdict split, ask or ok, with its issues, and
    the parts where it is several tasks. Never raises; linear."""
    body = body[:_MOST_CHARS]
    title = plain_title(subject)
    whole = f"{title}\n{body}"
    parts = split_parts(title, body) if multi_task(title, body) else ()
    checks = (
        ("multi_task", bool(parts)),
        ("vague_title", is_vague_title(subject)),
        ("vague_outcome", is_vague_outcome(body or title)),
        ("no_due", not has_due(whole)),
        ("secret", bool(mask(whole).found)),
    )
    hard = tuple(code for code, found in checks if found)
    verdict = "split" if parts else "ask" if hard else "ok"
    return Lint(verdict, (*hard, *_soft(body)), parts)


def plain_title(subject: str) -> str:
    """The Subject without Re:, Fwd: and tags."""
    title = subject[:500].strip()
    for _ in range(6):
        hit = _PREFIX.match(fold(title))
        if not hit:
            break
        title = title[hit.end() :].strip()
    return title


def is_vague_title(subject: str) -> bool:
    """Whether a title tells nothing of the work: empty, one word, or only words
    that stand over any task ("help", "website tasks")."""
    words = re.findall(r"[\w'-]+", fold(plain_title(subject)))
    return len(words) < 2 or all(word in _GENERIC or word.isdigit() for word in words)


def is_vague_outcome(body: str) -> bool:
    """Under ten words, only fix, help or improve, and nothing to count."""
    if len(body) > _LONG:
        return False
    said = [_DUE_WORDS.sub("", sentence) for sentence in re.split(r"[.!?\n]+", fold(body))]
    text = " . ".join(said)
    words = re.findall(r"[\w'-]+", text)
    if not words:
        return True
    return len(words) < _SHORT and bool(_VAGUE_VERB.search(text)) and not _COUNTABLE.search(text)


def has_due(text: str) -> bool:
    """Whether the brief says by when, or says that it does not matter.

    Dates in quoted strings and of other things ("sale until Jan 6") are none.
    Which moment is meant is the due reader's part."""
    lines = brief_lines(text)
    if "due" in lines:
        return True
    folded = fold(_QUOTED.sub(" ", text[:_MOST_CHARS]))
    if _NO_DATE_NEEDED.search(folded):
        return True
    if not (_IN_TIME.search(folded) or _DUE_CUE.search(folded) or "day" in folded):
        return False  # as no clause of it could say it
    return any(_due_clause(clause) for clause in re.split(r"[.!?](?:\s|$)|[;\n]", folded)[:300])


def _due_clause(clause: str) -> bool:
    clause = clause[:600].strip(" -*•,")
    named = _IN_TIME.search(clause) or _WEEKDAY_LINE.fullmatch(clause) or _dated_cue(clause)
    return bool(named) and not _LATER.search(clause)


def _dated_cue(clause: str) -> bool:
    cues = itertools.islice(_DUE_CUE.finditer(clause), 8)
    return any(find_date(clause[cue.start() : cue.start() + 60]) >= 0 for cue in cues)


def _soft(body: str) -> tuple[str, ...]:
    """Issues worth at most one line in the receipt."""
    folded = fold(body)
    listed = re.search(r"^[ \t]{0,8}(?:[-*•]|\d{1,2}[.)])[ \t]", body, re.M)
    few = len(folded.split()) < _SHORT * 2 and not listed
    steps = (
        ("no_steps",) if few and len(re.findall(r"[.!?\n]", folded)) < 3 and is_vague_outcome(body) else ()
    )
    place = ("no_place",) if _FILES.search(folded) and not _PLACE.search(folded) else ()
    return (*steps, *place)
