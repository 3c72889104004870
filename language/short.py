"""Whole texts that are one short answer: "ok thx", a thumb, "yes please", "2".

What they mean depends on the letter they answer, and the core knows that
letter. Here they are only told apart from sentences.
"""

import re
from dataclasses import dataclass

from language.folding import INVISIBLE, fold, is_emoji
from language.short_words import PLEASANTRY, PRAISE, SAYS_NOTHING, SHORT_WORDS, Kind


@dataclass(frozen=True, slots=True)
class Short:
    """A short answer: its kind and, for NUMBER, the number (of an item, or of
    a task: `tag` tells "T-12" from "12")."""

    kind: Kind
    number: int = 0
    tag: bool = False


_LONGEST = 80  # characters; longer is a sentence
_THUMBS = "\U0001f44d\U0001f44c\U0001f64c\U0001f64f\U0001f44f\U0001f919\U0001f4aa\U0001fae1\U0001f197"
_TICKS = "\u2705\u2714\u2611\u2713\U0001f3c1"
_HEARTS = (
    "\u2764\U0001f60a\U0001f600\U0001f389\U0001f642\U0001f603"
    "\U0001f604\U0001f60d\U0001f929\U0001f970\U0001f495\u263a"
)

_KIND_OF = {form.strip(): kind for kind, forms in SHORT_WORDS.items() for form in forms.split("|")}
_FILLERS = frozenset(
    [
        "please",
        "po",
        "sir",
        "ma'am",
        "boss",
        "then",
        "so",
        "very",
        "much",
        "again",
        "and",
        "all",
        "the",
        "you",
        "it",
        "joy",
        "team",
        "everyone",
        "both",
    ]
)
_CUT = re.compile(r"[,.;:!?…()\n–—]+| - ")
_NUMBER = re.compile(r"(?:(?:number|no|nr|option|task|#|item) ?)?\(?(\d{1,4})\)?(?: please| pls)?")
_TAG = re.compile(r"\[?t-?(\d{1,7})\]?(?: please| pls)?")
_REACTION_LINE = re.compile(
    r"(?:[^\n]{0,80}\b(?:reacted (?:to your (?:message|email)|to this message|via)|hat (?:auf ihre"
    r"|mit|auf deine)|ha reaccionado|a reagi|reagiu))"
)


def read_short(text: str) -> Short | None:
    """The short answer that this whole text is, or None if it says more.

    Pleasantries and names beside it are let pass ("Great, thanks Joy!"), a
    question mark or any other word is not. Never raises; linear."""
    text = _plain(text)
    if not text or len(text) > _LONGEST or "?" in text:
        return None
    if picture := _picture(text):
        return Short(picture)
    folded = fold(_wordless(text)).strip(" .!,")
    if tag := _TAG.fullmatch(folded):
        return Short(Kind.NUMBER, int(tag[1]), tag=True)
    if number := _NUMBER.fullmatch(folded):
        return Short(Kind.NUMBER, int(number[1]))
    kinds = _kinds(folded)
    return Short(_strongest(kinds)) if kinds else None


def is_thanks(text: str) -> bool:
    """Whether the text is pure thanks and pleasantries: filed, never relayed."""
    text = _plain(text)
    if not text or len(text) > 200 or "?" in text:
        return False
    parts = _parts(fold(_wordless(text)))
    return bool(parts) and all(_thanks_part(part) for part in parts) or (not parts and _only(text, _HEARTS))


def is_praise(text: str) -> bool:
    """Whether the text is praise and nothing else: "great", "perfect, thanks!"."""
    text = _plain(text)
    if not text or len(text) > 160 or "?" in text:
        return False
    parts = _parts(fold(_wordless(text)))
    praised = [part for part in parts if _trim(part) in PRAISE]
    return bool(praised) and all(_trim(part) in PRAISE or _thanks_part(part) for part in parts)


def reaction(text: str) -> str:
    """The picture of a reaction mail ("Joy reacted to your message: 👍"), or ""."""
    if not _REACTION_LINE.match(text[:300].strip().translate(INVISIBLE).replace("\xa0", " ").lower()):
        return ""
    pictures = [char for char in text[:300] if char in _THUMBS + _TICKS + _HEARTS]
    return pictures[0] if pictures else ""


def _plain(text: str) -> str:
    """Without invisible characters; a heart behind words says nothing more."""
    return text[:1000].strip().translate(INVISIBLE).replace("\ufe0f", "")


def _wordless(text: str) -> str:
    return text if text.isascii() else "".join([" " if is_emoji(c) and c not in "´`" else c for c in text])


def _only(text: str, pictures: str) -> bool:
    bare = [char for char in text if not char.isspace() and not 0x1F3FB <= ord(char) <= 0x1F3FF]
    return bool(bare) and all(char in pictures for char in bare)


def _picture(text: str) -> Kind | None:
    if _only(text, _TICKS):
        return Kind.DONE_TICK
    if _only(text, _THUMBS) or text.lower() in ("(y)", "+1", ":+1:", "thumbs up"):
        return Kind.THUMB
    return None


def _parts(folded: str) -> list[str]:
    return [part.strip(" '\"*_") for part in _CUT.split(folded) if part.strip(" '\"*_")]


def _trim(part: str) -> str:
    """The part without thanks and fillers around it: "great thanks joy"."""
    words = part.split()
    while (
        words
        and (words[-1] in _FILLERS or words[-1] in ("thanks", "thx", "danke", "gracias", "merci"))
        and len(words) > 1
    ):
        words.pop()
    return " ".join(words)


def _thanks_part(part: str) -> bool:
    for cut in range(3):  # a name of up to two words may follow
        words = part.split()
        shorter = " ".join(words[: len(words) - cut])
        if not shorter or (cut and len(words) > 6):
            break
        if _KIND_OF.get(shorter) is Kind.THANKS:
            return True
    return bool(PLEASANTRY.match(part)) and len(part.split()) <= 14


def _kinds(folded: str) -> list[Kind]:
    """The kind of every part, or nothing where one part is of none."""
    kinds: list[Kind] = []
    for part in _parts(folded):
        found = _kind(part)
        if found is None:
            return []
        kinds += found
    return kinds


def _kind(part: str) -> list[Kind] | None:
    """The kinds in one part: "ok thx" has two; None if it says something else."""
    if part in _KIND_OF:
        return [_KIND_OF[part]]
    if part in SAYS_NOTHING:
        return []
    if _thanks_part(part):
        return [Kind.THANKS]
    words = part.split()
    for cut in range(len(words) - 1, 0, -1):
        head, tail = " ".join(words[:cut]), " ".join(words[cut:])
        if head in _KIND_OF and (tail in _KIND_OF or tail in _FILLERS or _thanks_part(tail)):
            return [_KIND_OF[head], _KIND_OF.get(tail, _KIND_OF[head])]
    return None


_ORDER = (Kind.NO, Kind.WILL_DO, Kind.YES, Kind.OK, Kind.THANKS)


def _strongest(kinds: list[Kind]) -> Kind:
    """What counts of several: "yes, thanks" is yes."""
    return next(kind for kind in _ORDER if kind in kinds)
