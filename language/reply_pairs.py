"""Answers written between the questions: each with the question it answers."""

from language.quotes import is_device_line, is_quoted, opening_at, unquoted

_PAIRS_CAP = 50
_BRIEF = 6  # quoted lines; a longer single block is the letter itself, not a question picked out of it


def pairs_in(lines: list[str], fenced: set[int]) -> tuple[tuple[str, str], ...]:
    """Return (question, answer) for each answer below a quoted paragraph. Linear; never raises."""
    blocks = _blocks(lines, fenced)
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


def _blocks(lines: list[str], fenced: set[int]) -> list[tuple[bool, list[str]]]:
    """Part the lines into runs of quoted and own ones; empty lines go with what is above."""
    blocks: list[tuple[bool, list[str]]] = []
    for at, line in enumerate(lines):
        quoted = is_quoted(line) and at not in fenced
        if not quoted and _ends_reading(lines, at):
            break
        if blocks and (blocks[-1][0] == quoted or not line.strip()):
            blocks[-1][1].append(line)
        elif line.strip():
            blocks.append((quoted, [line]))
    return blocks


def _ends_reading(lines: list[str], at: int) -> bool:
    """Below a signature or an unmarked quote nobody answers."""
    if lines[at].strip() in ("--", "—") or is_device_line(lines[at]):
        return True
    opening = opening_at(lines, at)
    if opening is None:
        return False
    below = next((line for line in lines[opening.body :] if line.strip()), "")
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
