"""Several tasks in one mail: the cues, and where one ends.

Owners are told "define one task per request" and still write two. Cues are
what people say when they change the subject: "two things", "separately", a
title with a plus, a due date for each. Counting verbs is none: the best briefs
have most of them.
"""

import re

from language.folding import fold
from language.words_dates import find_date

_COUNT = (
    r"(?:two|three|four|five|2|3|4|5|a couple of|a few|several|some|multiple|zwei|drei|dos|tres|deux"
    r"|trois|duas)"
)
_SEVERAL = re.compile(
    rf"(?:^|[.!?:]\s+|\n)\s*(?:hi \w{{1,20}},? |hello,? |hey,? |please do |can you do "
    rf"|could you do |i have |i've got |i need |there are |here are |we have )?(?:these |the )?"
    rf"{_COUNT} (?:\w{{1,15}} )?(?:things?|tasks|jobs|to-?dos|requests|errands|favou?rs|aufgaben"
    rf"|sachen|dinge|cosas|tareas|choses|taches|tarefas|coisas)\b"
    r"(?! (?:to (?:keep|note|know|remember|consider|watch|look|mind|avoid|say|check)|about|i (?:like"
    r"|noticed)|are (?:important"
    r"|fixed)|matter))"
)
_TURN = re.compile(
    r"(?:^|[.!?;]\s+|\n\s*)(?:oh[, ]+)?(?:and[, ]+)?(?:(?:also|then|plus|ps|p\.s\.?)[,: ]+)?(?:(?:one"
    r"|another|1) (?:more|other|last) "
    r"(?:thing|task|request|item)|one last thing|another (?:thing|task|request)"
    r"|separately|on (?:a |an )?(?:another|different|separate|unrelated) (?:note|topic|matter)"
    r"|unrelated(?:ly)?|something else|second task|besides that|apart from that"
    r"|while you're at it|next task|different topic|noch etwas|ausserdem noch|otra cosa|autre chose"
    r"|outra coisa)\b[ ,:.–-]*"
)
_NUMBERED_TASK = re.compile(
    r"(?:^|\n)[ \t*#]*(?:task|job|aufgabe|tarea|tache|tarefa) ?#?([1-9a-e])\b[ .):-]", re.I
)
_COLLECTION = re.compile(
    r"\b(?:tasks|things|to-?dos?|to do|todo list|errands|odds and ends|misc|miscellaneous|various"
    r"|stuff|jobs|requests|aufgaben|tareas|taches|tarefas)\b"
)
_ITEM = re.compile(r"[ \t]*(?:[-*•–]|\(?\d{1,2}[.):]|\(?[a-hA-H][.)])[ \t]+(?=\S)")
_INLINE = re.compile(
    r"(?<!\S)(?:\(?[a-h]\)|\(?[1-9]\)|[1-9]\.|(?:[Tt]ask|[Aa]ufgabe|[Tt]area) [1-9][.:])(?=\s)"
)
_VERB = (
    r"(?:add|answer|apply|arrange|ask|assemble|back up|bake|book|build|bring|buy|call|cancel|change"
    r"|charge|check|clean|close"
    r"|collect|compare|configure|confirm|contact|cook|copy|create|cut|deliver|deposit|design|download"
    r"|draft|drive|drop"
    r"|edit|email|empty|enter|export|fax|feed|fetch|file|fill|find|finish|fix|forward|get|hang|hire"
    r"|import|install|invoice"
    r"|label|list|mail|make|measure|mend|migrate|mount|mow|move|open|order|organi[sz]e|pack|paint|pay"
    r"|phone|pick"
    r"|plan|plant|post|prepare|print|proofread|publish|put|rake|record|refund|register|remind|remove"
    r"|renew|rent|repair|replace"
    r"|reply|research|reserve|reset|resize|respond|restock|return|review|ring|scan|schedule|sell|send|set"
    r"|ship|shoot|sign"
    r"|sort|submit|sweep|take|test|text|transcribe|transfer|translate|trim|update|upload|vacuum|visit"
    r"|wash|water|wire|write)"
)
_FOLLOW_UP = re.compile(
    r"(?:take|send|mail|email|upload|post|share|write|make) (?:me |us )?(?:a |an |the |some |two |three"
    r" )?(?:\w{1,12} )?"
    r"(?:photos?|pictures?|screenshots?|reports?|lists?|summary|note|notes|link|copy|copies|update"
    r"|receipt)\b"
)  # the last step of the work before it, not work of its own
_TITLE_PAIR = re.compile(
    rf"(?:please )?({_VERB}) (?:\S+ ){{1,7}}(?:and|und|y|et|e) (?:also |then )?({_VERB}) (?!it\b"
    rf"|them\b|this\b|that\b)\S+.*"
)
_BACKWARD = re.compile(r"\b(?:it|them|this|that|these|those|everyone|everybody|each|result|results|same)\b")
_PLUS = re.compile(r"\s(?:\+|plus)\s|\s&\s(?=\S+ \S+)")
_STAGES = re.compile(
    r"\b(?:draft|final|first version|milestone|checkpoint|preview|outline|interim|entwurf|borrador"
    r"|brouillon|rascunho)\b"
)
_BY = re.compile(r"\b(?:by|due|before|until|no later than|is due|bis|antes|avant|ate)\b")
_LAST_DUE = re.compile(r"(?:all |both )?(?:due|deadline|by|bis|please)\b", re.I)
_MOST_PARTS = 12


def multi_task(title: str, body: str) -> bool:
    """Whether a cue says that this brief holds several tasks."""
    body = _squeezed(body)
    folded = fold(body)
    return bool(
        _SEVERAL.search(f"\n{fold(title)}\n{folded}")
        or _turn(folded)
        or len({hit[1] for hit in _NUMBERED_TASK.finditer(body)}) > 1
        or _paired_title(fold(title))
        or _under_collection(fold(title), body)
        or _dues_apart(body)
    )


def split_parts(title: str, body: str) -> tuple[str, ...]:
    """The tasks in a brief that holds several, in order, each in its own words;
    at least two, or none where no seam can be found."""
    body = _squeezed(body)
    items = list_items(body) or _inline_items(body)
    if len(items) > 1:
        return tuple(items[:_MOST_PARTS])
    turn = _turn(fold(body))
    if turn and body[turn.end() :].strip():
        return (body[: turn.start() + 1].strip(), body[turn.end() :].strip())
    if halves := _halves(title):
        return halves
    sentences = [s.strip() for s in re.split(r"(?<=[.!?])\s+|\n+", body) if len(s.split()) > 2]
    return tuple(sentences[:_MOST_PARTS]) if len(sentences) > 1 else (title, body.strip() or title)


def _turn(folded: str) -> re.Match[str] | None:
    """Where the subject changes: after something was said, never at the start."""
    turn = _TURN.search(folded)
    return turn if turn and folded[: turn.start()].strip() else None


def _squeezed(body: str) -> str:
    """The body without empty lines and runs of spaces, which cost a search its
    linearity; an indented line stays indented, for it may go on an entry."""
    lines = (("  " if line[:1] in (" ", "\t") else "") + " ".join(line.split()) for line in body.split("\n"))
    return "\n".join(line for line in lines if line.strip())


def list_items(body: str) -> list[str]:
    """The entries of a list, each with the lines that run on below it."""
    items: list[str] = []
    for line in body.split("\n")[:400]:
        hit = _ITEM.match(line[:200])
        if hit:
            items.append(line[hit.end() :].strip())
        elif items and line.startswith((" ", "\t")) and line.strip():
            items[-1] += " " + line.strip()
    return items


def _inline_items(body: str) -> list[str]:
    """Entries in one line: "a) the lease, b) the cards", "1. scan, 2. order"."""
    marks = list(_INLINE.finditer(body))[:_MOST_PARTS]
    if len(marks) < 2:
        return []
    ends = [*(mark.start() for mark in marks[1:]), len(body)]
    return [body[mark.end() : end].strip(" ,;\n") for mark, end in zip(marks, ends, strict=True)]


def _paired_title(title: str) -> bool:
    """ "Invoice Miller + book flights", "print handouts and put gas in my car"."""
    return bool(_halves(title))


def _halves(title: str) -> tuple[str, ...]:
    folded = fold(title)
    if plus := _PLUS.search(folded):
        left, right = title[: plus.start()].strip(), title[plus.end() :].strip()
        return (left, right) if len(left) > 2 and len(right) > 2 else ()
    hit = _TITLE_PAIR.fullmatch(folded[:200])
    if not hit or hit[1] == hit[2]:
        return ()
    second = title[hit.start(2) :].strip()
    if _BACKWARD.search(fold(second)) or _FOLLOW_UP.match(fold(second)):
        return ()
    return (
        re.sub(r"\s(?:and|und|y|et|e)(?: also| then)?\s*$", "", title[: hit.start(2)], flags=re.I),
        second,
    )


def _under_collection(title: str, body: str) -> bool:
    """A title that stands over anything, and entries that begin with different
    verbs: tasks. Under a title of one piece of work they are steps."""
    if not _COLLECTION.search(title):
        return False
    verbs = [fold(item).removeprefix("please ").split()[0] for item in list_items(body) if item.split()]
    return len(verbs) > 1 and len(set(verbs)) > 1


def _dues_apart(body: str) -> bool:
    """Two objects with a date each: "A is due Wednesday, B is due Friday"."""
    if _STAGES.search(fold(body)):
        return False
    pieces = list_items(body)
    if len(pieces) > 1:
        dated = [_date_of(piece) for piece in pieces]
        return len({date for date in dated if date}) > 1
    both = re.findall(r"\b(?:\w+) (?:is|are) due (?:on |by )?(\w+)", fold(body[:5000]))
    return len(set(both)) > 1


def _date_of(piece: str) -> str:
    """The date words behind "by" in this piece, "" without."""
    folded = fold(piece[:400])
    for cue in list(_BY.finditer(folded))[:5]:
        at = find_date(folded[cue.start() : cue.start() + 40])
        if at >= 0:
            return folded[cue.start() + at : cue.start() + at + 14].removeprefix("by ").removeprefix("due ")
    return ""
