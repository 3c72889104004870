"""Answers written between the questions: each with the question it answers."""

from language.quotes import is_device_line
from language.quotes_marks import is_quoted, unquoted
from language.reply_page import Page

_PAIRS_CAP = 50
_BRIEF = 6  # quoted lines; a longer single block is the letter itself, not a question picked out of it


def pairs_in(page: Page) -> tuple[tuple[str, str], ...]:
    """Return (question, answer) for each answer below a quoted paragraph. Linear; never raises."""
    blocks = _blocks(page)
    found = [
        (_last_paragraph(quoted), "\n".join(answer).strip())
        for (is_quote, quoted), (answers, answer) in zip(blocks, blocks[1:], strict=False)
        if is_quote and not answers
    ]
    found = [(question, answer) for question, answer in found if question and answer][:_PAIRS_CAP]
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


def _last_paragraph(quoted: list[str]) -> str:
    """Return the last paragraph of a quoted run, without marks: that is what the answer answers."""
    paragraph: list[str] = []
    for line in reversed(quoted):
        plain = unquoted(line, 3).strip() if is_quoted(line) else line.strip()
        if plain:
            paragraph.insert(0, plain)
        elif paragraph:
            break
    return " ".join(paragraph)[:500]
