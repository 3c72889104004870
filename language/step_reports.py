"""Lines that report on single steps: "1. done", "Print the list: done", "Steps 1
and 2 are done".

They say of a step what the same words say of the whole task when they stand
alone. Which step is meant, and whether there is one, only the core knows.
"""

import re
from dataclasses import dataclass

from language.folding import fold
from language.vocabulary import find_form

_CAP = 8192  # characters looked at
_TICKS = "\u2705\u2713\u2714\u2611\ufe0f"
_NUMBERS = r"\d{1,2}(?:\s*(?:,|;|&|\+|and|und|y|et|e)\s*\d{1,2}){0,20}"
_NAMED = r"(?:(?:the )?(?:steps?|items?|points?|no\.?|nr\.?|schritte?|punkte?|pasos?|etapes?|passos?)\s*)?#?"
_FIRST = re.compile(rf"(?:{_NAMED}|\()({_NUMBERS})(?:\s*[.):]|\s*[-\u2013\u2014=]|\s)\s*(\S.*)$")
_LAST = re.compile(rf"(\S.*?)(?:\s*[:=]\s*|\s+[-\u2013\u2014]?\s*){_NAMED}({_NUMBERS})$")
_TEXT = re.compile(r"(\S.*?)\s*(?::|\s[-\u2013\u2014=]|\s(?=is |are |ist |sind )|\s(?=\S+$))\s*(\S.*)$")
_ENTRY = re.compile(r"[,;]\s*(?=\d{1,2}\s*[.):=])")
_IS = re.compile(r"(?:(?:is|are|was|were|ist|sind|esta|estan|est|sont|sao|now|all|both|already|bereits)\s+)+")


@dataclass(frozen=True, slots=True)
class StepReport:
    """`line` as written; `step` the numbers ("1,2") or the text that names it;
    `done` whether the rest says it is done."""

    line: str
    step: str
    done: bool


def step_reports(text: str) -> tuple[StepReport, ...]:
    """What the lines of a text say of steps; lines that name none are left out.
    A text in front of a done word may be any text. Linear in the text; never raises."""
    found = []
    for line in text[:_CAP].splitlines():
        entries = _ENTRY.split(line.strip()[:400])
        reports = [_report(entry.strip(), line.strip()) for entry in entries]
        if all(reports):
            found += [report for report in reports if report]
    return tuple(found)


def _report(entry: str, line: str) -> StepReport | None:
    folded = fold(entry).strip(" .!")
    if not folded:
        return None
    if first := _FIRST.match(folded):
        return StepReport(line, _listed(first[1]), _is_done(first[2]))
    last = _LAST.match(folded)
    if last and _is_done(last[1]):
        return StepReport(line, _listed(last[2]), True)
    named = _TEXT.match(folded)
    return StepReport(line, named[1], _is_done(named[2])) if named else None


def _listed(numbers: str) -> str:
    return ",".join(re.findall(r"\d+", numbers))


def _is_done(rest: str) -> bool:
    """Whether these folded words, behind "is" and its like, are the word done or a tick."""
    bare = _IS.sub("", rest.strip(" .!*"), count=1).strip(" .!*")
    if bare and not bare.strip(_TICKS):
        return True
    row = find_form(bare)
    return row is not None and row.name == "done"
