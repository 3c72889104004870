"""The steps of a brief: its numbered or bulleted lines.

A list under one title is one piece of work in steps (practices.md, P6); they
are ticked one by one. Sentences are none, however many verbs they hold.
"""

import re

_NUMBERED = re.compile(r"([ \t]*)(?:\(?(\d{1,2})[.):]|(?i:step) (\d{1,2})[.):]?)[ \t]+(?=\S)")
_BULLET = re.compile(r"([ \t]*)(?:[-*•–▪‣·]|\[ {0,2}\]|\u2610)(?:[ \t]*\[ {0,2}\])?[ \t]+(?=\S)")
_MOST = 50
_LONGEST = 200  # characters of a step
_LINES = 2000


def steps(text: str) -> tuple[str, ...]:
    """The steps in the order they stand, at most 50; none unless there are two.

    The longest run of numbers that counts up by one wins, for people tick by
    number; without one, bullets of the first depth. Lines that run on below an
    entry belong to it. Quoted lines count for nothing. Never raises; linear.
    """
    lines = text.split("\n")[:_LINES]
    found = _run(lines) or _bullets(lines)
    return tuple(found[:_MOST]) if len(found) > 1 else ()


def _run(lines: list[str]) -> list[str]:
    """The longest list numbered 1, 2, 3 ..."""
    runs: list[list[str]] = []
    depth, open_item = "", False
    for line in lines:
        hit = _NUMBERED.match(line[:40])
        number = int(hit[2] or hit[3]) if hit else 0
        if hit and number == 1:
            runs.append([])
            depth = hit[1]
        if hit and runs and number == len(runs[-1]) + 1:
            runs[-1].append(_cut(line[hit.end() :]))
            open_item = True
        elif open_item and runs and _runs_on(line, depth):
            runs[-1][-1] = _cut(f"{runs[-1][-1]} {line.strip(' -*•–')}")
        else:
            open_item = False
    return max(runs, key=len, default=[])


def _bullets(lines: list[str]) -> list[str]:
    items: list[str] = []
    depth: str | None = None
    open_item = False
    for line in lines:
        hit = _BULLET.match(line[:40])
        if hit and (depth is None or len(hit[1]) <= len(depth)):
            depth = hit[1]
            items.append(_cut(line[hit.end() :]))
            open_item = True
        elif open_item and _runs_on(line, depth or ""):
            items[-1] = _cut(f"{items[-1]} {line.strip(' -*•–')}")
        else:
            open_item = False
    return items


def _runs_on(line: str, depth: str) -> bool:
    """Whether the line is indented deeper than its entry's mark."""
    return bool(line.strip()) and len(line) - len(line.lstrip()) > len(depth)


def _cut(text: str) -> str:
    return " ".join(text.split())[:_LONGEST]
