"""Answers written between quoted lines, or behind the numbers of a list: each
beside the question that it answers, and what was said besides.

What is quoted is often a letter of ours. Its frame is nobody's question: only
the question in it counts, and words below the frame answer nothing.
"""

import re

from language.questions import by_number
from tasks.intents import Arrival
from tasks.letters import Kind
from tasks.model import Task
from tasks.replacing import replace

Pairs = tuple[tuple[str, str], ...]
_FRAME = re.compile(  # how the lines of our own letters begin
    r"(?:--\s|kept for .{1,80} by handoff|tasks (?:of|at) |all words that work here|what you write "
    r"|the open questions, one by one|words that act here|on the first line of a reply)",
    re.IGNORECASE,
)


def answered_in_place(task: Task, mail: Arrival, asked_by: str) -> Arrival:
    """The mail with its pairs made plain: the open questions of `asked_by`, each
    with the answer below it or behind its number."""
    asked = tuple(q.text for q in task.questions if q.by == asked_by)
    pairs = tuple(
        (question, answer) for quoted, answer in mail.pairs if (question := _question(quoted, asked))
    )
    return replace(mail, pairs=pairs if mail.pairs else _numbered(asked, mail))


def _question(quoted: str, asked: tuple[str, ...]) -> str:
    """What the quoted words ask: the open question in them; of a list of ours
    the last one, below which the answer stands; "" for our letter's frame."""
    cited = _squeezed(quoted)
    found = sorted((at, n) for n, q in enumerate(asked) if (at := cited.find(_squeezed(q))) >= 0)
    if not found:
        return "" if _FRAME.match(quoted.strip()) else quoted
    listed = all(cited[:at].endswith(f"{n + 1}. ") for at, n in found)
    return asked[found[-1][1]] if listed or len(found) == 1 else "\n".join(asked[n] for _, n in found)


def _numbered(asked: tuple[str, ...], mail: Arrival) -> Pairs:
    """Answers behind numbers, as our letters list the questions. With one left
    open, a single number below a letter that asks means that one."""
    found = by_number(mail.words)
    if len(asked) == 1 and len(found) == 1 and mail.answers and mail.answers.kind == Kind.QUESTION:
        return ((asked[0], found[0][1]),)
    if len(asked) < 2 or not found or max(n for n, _ in found) > len(asked):
        return ()
    return tuple((asked[n - 1], answer) for n, answer in found)


def beside(words: str, pairs: Pairs) -> str:
    """The words without the answers, which the pairs show. An answer that is
    not found in them takes nothing away: better said twice than lost."""
    lines = words.splitlines()
    for _, answer in pairs:
        wanted = [line.strip() for line in answer.splitlines() if line.strip()]
        own = [at for at, line in enumerate(lines) if line.strip()]
        for first in range(len(own) - len(wanted) + 1):
            spots = own[first : first + len(wanted)]
            if wanted and all(_says(lines[at], want) for at, want in zip(spots, wanted, strict=True)):
                lines = [line for at, line in enumerate(lines) if at not in spots]
                break
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


def _says(line: str, wanted: str) -> bool:
    """Whether the line is these words, its number left out."""
    found = by_number(line)
    return wanted == line.strip() or (len(found) == 1 and found[0][1] == wanted)


def _squeezed(text: str) -> str:
    return " ".join(text.casefold().split())
