"""A reply cut down to what commands are read from: lines, sentences, clauses.

`language.reply` cuts quotes with care, for what is shown to people. This is a
second, blunter cut for a narrower purpose: no line that somebody else wrote
may ever act. Where the two differ, losing a word costs a question; obeying a
quoted one costs trust.
"""

import re
from dataclasses import dataclass

from language.folding import INVISIBLE, fold, is_emoji
from language.vocabulary import find_form

_MOST_CHARS = 20_000  # read for commands; a longer reply is filed and passed on like any other
_MOST_LINES = 400
_WRAPPED = 50  # a line this long without an end mark goes on in the next one

_WROTE = (
    r"(?:wrote|writes|schrieb|schreibt|a ecrit|escribio|escribe|escreveu|schreef|ha scritto|skrev|napisal\w?"
    r"|kirjoitti|yazdi|irta|napsal|a scris)"
)
_QUOTE_HEADER = re.compile(
    r"\s*(?:-{2,} ?(?:original|forwarded|urspr|weitergeleitet|mensaje|message|mensagem)|_{10,}\s*$"
    r"|begin forwarded message"
    rf"|[-_=*> ]{{0,12}}(?:on|am|le|el|em|op|il|den|dne|w"
    rf" dniu)\b(?=.{{0,200}}\d).{{3,200}}{_WROTE}\b.{{0,120}}$"
    rf"|.{{0,120}}<[^<>\s]{{3,80}}@[^<>\s]{{3,80}}>\)? ?{_WROTE}\b.{{0,60}}:\s*$"
    r"|(?=.{0,120}\d{1,2}[:.h]\d\d).{0,120}<[^<>\s]{3,80}@[^<>\s]{3,80}>\)?[^<>]{0,30}:\s*$"
    r"|\d{4}-\d\d-\d\d \d.{0,80}<[^<>\s]{3,80}@[^<>\s]{3,80}>\s?:\s*$)"
)
_HEADER_START = re.compile(r"\s*(?:on|am|le|el|em)\b.{6,120}(?:\d{1,2}:\d\d|20\d\d)")
_HEADER_END = re.compile(r".{0,160}(?:wrote|schrieb|a ecrit|escribio|escreveu) ?.{0,80}:\s*$")
_FIELD = re.compile(
    r"\s*\*?(?:from|von|de|da|sent|gesendet|subject|betreff|objet|asunto|assunto|envoye|enviado)\*? ?: ?\S"
)
_NEXT_FIELD = re.compile(
    r"\s*\*?(?:from|von|sent|date|to|cc|subject|gesendet|datum|an|betreff|envoye|objet|a|enviado|para|asunto"
    r"|assunto|fecha|data)\*? ?: ?"
)
_SIGNATURE = re.compile(
    r"(?:--|[—–]|-- --)\s?$|(?:sent|posted) (?:from|via|with) (?:my|the|yahoo|mail|outlook|proton"
    r"|gmail)\b|get outlook for"
    r"|(?:von meinem|gesendet mit|envoye de|enviado desde|enviado do)\b"
    r"|(?:(?:with )?(?:kind(?:est)?|best|warm(?:est)?|many)?,? ?(?:regards|wishes)|sincerely|yours "
    r"(?:truly|sincerely|faithfully)"
    r"|(?:mit )?(?:freundlichen?|besten?|viele|liebe) gru(?:ß|ss)(?:en?)?|mfg|saludos|un saludo"
    r"|atentamente|cordialement|bien a vous"
    r"|atenciosamente|att|abracos?)\s*[,.!]?\s*$"
)
_DISCLAIMER = re.compile(
    r"[\s*_-]*(?:confidential(?:ity)?(?: notice| note)?\b ?[:.–-]|disclaimer\b|legal notice\b"
    r"|(?:this|the information (?:contained )?in this|diese|ce|cet|este|esta|the contents? of this)"
    r" (?:e-?mail|message|mail|communication|transmission|nachricht|courriel|mensaje|mensagem"
    r"|correo)\b.{0,120}"
    r"(?:confidential|privileged|intended|vertraulich|confidentiel|confidencial|addressee)"
    r"|if you (?:are not|have received|received|got) .{0,60}(?:intended|in error|by mistake|by error)"
    r"|(?:please )?(?:consider|think (?:of|about)) the (?:environment|planet|trees)"
    r"|(?:you (?:are receiving|received|get) this (?:e-?mail|message|mail)|to unsubscribe|click here"
    r"|unsubscribe (?:here|[|·-])"
    r"|unsubscribe from)\b)"
)
_CLOSING = re.compile(
    r"(?:best|cheers|thanks(?: (?:again|a lot|so much))?|thank you|many thanks|thx|lg|vg|br|rgds"
    r"|regards|warmly|yours|take care|ciao|merci"
    r"|gracias|obrigad[oa]|danke|all the best|have a (?:good|nice|great) (?:day|evening|weekend"
    r"|one)|bye)[,.!]?$"
)
_NAME_LINE = re.compile(r"\s*[A-Z\u00c0-\u00de][\w.'-]*(?: [A-Z\u00c0-\u00de][\w.'-]*){0,2}\s*$")
_GREETING = re.compile(
    r"(?:hi|hello|hey|hiya|dear|good (?:morning|afternoon|evening|day)|morning|hallo|guten (?:tag"
    r"|morgen)|liebe[rs]?|hola|buen[oa]s"
    r"(?: dias| tardes)?|bonjour|salut|ola|oi|bom dia|boa tarde|kumusta)\b"
)
_NAMED_GREETING = re.compile(_GREETING.pattern + r"(?: (?!i\b|we\b)[\w.'-]{1,30}){0,3}\s*[,:!.–—-]+\s*")
_SENTENCE_END = re.compile(r"(?<=[.!?…])['\")\]]*\s+")
_CLAUSE_END = re.compile(r"[,;:] +| +[-–—]+ +| +(?:but|and|so|und|y|et|pero|mais|aber|mas) +|[()]")


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence: `text` as written, `folded` in step with it, its end mark
    ("?" or ""), and `line`, where it begins (for the order of what was read)."""

    text: str
    folded: str
    asks: bool
    line: int


def own_lines(text: str) -> list[str]:
    """The lines that the writer wrote, as far as this blunt cut can tell.

    Empty lines stay, so that paragraphs can be told. Never raises; linear."""
    lines = (
        text[:_MOST_CHARS]
        .translate(INVISIBLE)
        .replace("\ufe0f", "")
        .replace("\r\n", "\n")
        .replace("\r", "\n")
        .split("\n")[:_MOST_LINES]
    )
    folded = [fold(line[:400]).strip() for line in lines]
    kept: list[str] = []
    at = 0
    while at < len(lines):
        if _SIGNATURE.match(folded[at]) or _DISCLAIMER.match(folded[at]):
            break
        if _CLOSING.fullmatch(folded[at]) and _is_name(lines, at + 1):
            kept.append(lines[at])
            break
        jump = _quoted_until(folded, at)
        if jump == at and not folded[at].startswith((">", "|>")):
            kept.append(lines[at])
        at = max(jump, at + 1)
    return kept


def _is_name(lines: list[str], at: int) -> bool:
    """Whether this line is a name and no word: below "Thanks," it ends the mail."""
    line = lines[at] if at < len(lines) else ""
    return bool(_NAME_LINE.match(line[:80])) and find_form(fold(line).strip(" .!")) is None


def _quoted_until(folded: list[str], at: int) -> int:
    """Where the quote that begins here ends; `at` itself if none begins."""
    after = _header_end(folded, at)
    if after == at:
        return at
    while after < len(folded) and not folded[after]:
        after += 1
    if after < len(folded) and folded[after].startswith(">"):
        return after
    return len(folded)


def _header_end(folded: list[str], at: int) -> int:
    """The line after a quote header, of one line, of two, or of fields."""
    line = folded[at]
    if _QUOTE_HEADER.match(line):
        return at + 1
    following = folded[at + 1] if at + 1 < len(folded) else ""
    if _HEADER_START.match(line) and _HEADER_END.match(following):
        return at + 2
    if _FIELD.match(line) and any(_NEXT_FIELD.match(f) for f in folded[at + 1 : at + 3]):
        return at + 1
    return at


def is_greeting(line: str) -> bool:
    """Whether the line is nothing but a greeting: "Hi Dana,"."""
    folded = fold(line[:80]).strip()
    return bool(_GREETING.match(folded)) and len(folded.split()) <= 4 and not folded.endswith("?")


def goes_on(line: str) -> bool:
    """Whether a paragraph that was hard-wrapped goes on behind this line."""
    line = line.rstrip()
    return len(line) > _WRAPPED and line[-1] not in ".!?:;…)" and not is_emoji(line[-1])


def sentences(lines: list[str], skip: frozenset[int]) -> list[Sentence]:
    """The sentences of these lines, without those whose index is in `skip`.

    A wrapped paragraph is put together again; a list stays a list."""
    found: list[Sentence] = []
    run: list[str] = []
    for at, line in enumerate([*lines, ""]):
        gone = at in skip or not line.strip()
        if run and (gone or not goes_on(run[-1])):
            found += _split(" ".join(run), at - len(run))
            run = []
        if not gone:
            run.append(line.strip())
    return found


def _split(paragraph: str, line: int) -> list[Sentence]:
    """The sentences of one paragraph, without greeting, bullets and pictures."""
    made = []
    for piece in _SENTENCE_END.split(_without_pictures(paragraph)):
        text = piece.strip(" \t*_•·>\"'")
        text = text[_greeting_length(fold(text)) :]
        bare = text.rstrip(" .!?…:)('\"")
        if bare:
            made.append(Sentence(bare, fold(bare), "?" in text[len(bare) :], line))
    return made


def _greeting_length(folded: str) -> int:
    hit = _NAMED_GREETING.match(folded)
    return hit.end() if hit else 0


def without_greeting(text: str) -> str:
    """The text behind a greeting that it begins with: "Hi Joy, ..."."""
    return text[_greeting_length(fold(text)) :]


def _without_pictures(text: str) -> str:
    """Pictures end a sentence ("All done 🎉 the sheet is..."), so they become a stop."""
    if text.isascii():
        return text
    return (
        "".join([". " if is_emoji(char) else char for char in text])
        .replace("! . ", "! ")
        .replace(". . ", ". ")
    )


def clauses(sentence: Sentence) -> list[tuple[int, int]]:
    """The clauses of a sentence as (start, end), the whole of it cut at commas,
    dashes and "and"; at most twelve."""
    cuts = [0]
    ends = []
    for hit in _CLAUSE_END.finditer(sentence.folded[:600]):
        ends.append(hit.start())
        cuts.append(hit.end())
    ends.append(len(sentence.folded))
    return [(start, end) for start, end in zip(cuts, ends, strict=True) if end > start][:12]
