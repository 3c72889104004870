"""Answers written between the questions: each with the question it answers."""

import re

from language.quotes import is_device_line
from language.quotes_marks import is_quoted, unquoted
from language.reply_page import Page

_PAIRS_CAP = 50
_ITEM = re.compile(r"(?:\(?\d{1,2}[.):]|[-*•])\s+\S")
# Sentences of our own letters, which ask nothing.
_OURS = re.compile(
    r"(?i)the open questions, one by one\b|just reply\b|reply {1,2}[a-z]|kept for .{1,80} by handoff\b"
    r"|tasks (?:of|at) "
)
_CLOSING = re.compile(
    r"(?i:(?:(?:many |kind |best |warm )?(?:thanks|thank you|regards|wishes)|best|cheers|sincerely|yours|lg"
    r"|vg|mfg|danke|(?:viele|liebe|beste|freundliche) gr(?:ü|ue)(?:ß|ss)en?|gracias|saludos|merci"
    r"|cordialement|obrigad[oa]|abraços?)(?: (?:again|in advance|so much|a lot))?)[ ,.!–-]*"
    r"(?:[A-ZÀ-Þ][\w.'-]{0,20} ?){0,3}"
)
_BRIEF = 6  # quoted lines; a longer single block is the letter itself, not a question picked out of it


def pairs_in(page: Page) -> tuple[tuple[str, str], ...]:
    """Return (question, answer) for each answer below a quoted paragraph. Linear; never raises."""
    blocks = _blocks(page)
    found = [
        (_last_paragraph(quoted), "\n".join(answer).strip())
        for (is_quote, quoted), (answers, answer) in zip(blocks, blocks[1:], strict=False)
        if is_quote and not answers
    ]
    found = [pair for pair in found if _asks(pair[0]) and not _signs(pair[1])][:_PAIRS_CAP]
    long_one = sum(is_quote for is_quote, _ in blocks) == 1 and any(
        is_quote and len([line for line in block if line.strip(" >")]) > _BRIEF for is_quote, block in blocks
    )
    return () if long_one else tuple(found)


def _blocks(page: Page) -> list[tuple[bool, list[str]]]:
    """Part the lines into runs of quoted and own ones; empty lines go with what is above."""
    blocks: list[tuple[bool, list[str]]] = []
    for at, line in enumerate(page.lines):
        quoted = is_quoted(line) and at not in page.fenced
        if not quoted and _ends_reading(page, at):
            break
        if blocks and (blocks[-1][0] == quoted or not line.strip()):
            blocks[-1][1].append(line)
        elif line.strip():
            blocks.append((quoted, [line]))
    return blocks


def _ends_reading(page: Page, at: int) -> bool:
    """Below a signature or an unmarked quote nobody answers."""
    if page.lines[at].strip() == "--" or is_device_line(page.lines[at]):
        return True
    opening = page.opening(at)
    if opening is None:
        return False
    below = next((line for line in page.lines[opening.body :] if line.strip()), "")
    return not is_quoted(below)


def _asks(question: str) -> bool:
    """Tell whether somebody wrote this to be answered: no sentence of ours, no footer, no closing."""
    return bool(question) and not _OURS.match(question) and not _signs(question)


def _signs(text: str) -> bool:
    """Tell whether the text is nothing but thanks and a name: "Best, Joy"."""
    words = " ".join(text.split())
    return not words or (len(words) <= 60 and bool(_CLOSING.fullmatch(words)))


def _last_paragraph(quoted: list[str]) -> str:
    """Return the last paragraph or list entry of a quoted run, without marks: that is what the
    answer answers. Below a signature nothing is."""
    paragraph: list[str] = []
    for line in reversed(quoted):
        plain = unquoted(line, 3).strip() if is_quoted(line) else line.strip()
        if plain == "--":
            return ""
        if plain:
            paragraph.append(plain)
            if _ITEM.match(plain):
                break
        elif paragraph:
            break
    return " ".join(reversed(paragraph))[:500]
