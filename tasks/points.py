"""Checkpoints: dates on the way, read in the brief that opens a task."""

import re
from dataclasses import replace
from datetime import datetime

from language.due import read_due, read_due_phrase
from language.lines import brief_lines
from tasks.draft import Draft
from tasks.events_follow import CheckpointsSet
from tasks.hours import day_words, local, opening, working_days_from
from tasks.intents import Arrival
from tasks.model import Point, Task
from tasks.people import Person

MOST = 5
LABEL = 80  # characters
_BEFORE = re.compile(r"[^.!?;,\n]*$")
_MARK = re.compile(r"(?i)^\W*(?:(?:check ?point|milestone)\s*:)?\s*(?:and |then |also |please )*")


def see_points(draft: Draft, number: int, mail: Arrival, owner: Person) -> tuple[str, ...]:
    """Record the dates on the way; what the receipt says of one that has none."""
    due = draft.task(number).due
    lines = [line for line in brief_lines(mail.own).get("checkpoint", "").split("\n") if line]
    read = [(line, _in_line(draft, line, mail.written_at, owner)) for line in lines]
    points = [point for _, point in read if point]
    points += [_in_words(mail.own, c.at, c.phrase) for c in mail.due.checkpoints]
    apart = {point.at: point for point in reversed(points)}  # a line says it better than a phrase
    good = sorted((p for p in apart.values() if p.at > draft.now and (due is None or p.at < due.at)), key=_at)
    if good:
        draft.record(number, CheckpointsSet(tuple(good[:MOST])))
    return tuple(f'There is no date in the checkpoint "{line[:60]}".' for line, point in read if not point)


def _at(point: Point) -> datetime:
    return point.at


def _in_line(draft: Draft, line: str, written_at: datetime, owner: Person) -> Point | None:
    """`draft by Wed`, `sketch Wed 3pm`, `Wed`: the date, and what is to be there by then."""
    setting = (written_at, owner.zone, owner.locale, draft.rules.due_time, owner.holidays)
    found = read_due(line, *setting)
    words = line.split()
    for n in range(min(len(words), 8)):
        if found.at:
            break
        found = replace(read_due_phrase(" ".join(words[n:]), *setting), phrase=" ".join(words[n:]))
    return _in_words(line, found.at, found.phrase) if found.at else None


def _in_words(text: str, at: datetime, phrase: str) -> Point:
    """The point, with the words before its date in the same clause."""
    start = text.find(phrase)
    before = _BEFORE.search(text[: max(start, 0)])
    label = _MARK.sub("", before[0] if before else "").strip(" \t:-–,")
    return Point(at, label[:LABEL], phrase)


def morning_of(point: Point, person: Person) -> datetime:
    """The opening of the contractor's last working day before the moment, on
    which they are reminded of it."""
    for day in working_days_from(local(point.at, person).date(), person, -1):
        if opening(day, person) < point.at:
            return opening(day, person)
    return point.at


def ahead(task: Task) -> tuple[Point, ...]:
    """The checkpoints that count: before the date that holds."""
    return tuple(p for p in task.checkpoints if task.due is None or p.at < task.due.at)


def reported(task: Task, point: Point, person: Person) -> bool:
    """Whether anything was heard since the morning of the checkpoint."""
    return task.heard_at is not None and task.heard_at >= morning_of(point, person)


def passed_over(task: Task, person: Person, owner: Person, now: datetime) -> str:
    """The last checkpoint that passed without a word, for the owner; "" if none did."""
    for point in reversed(ahead(task)):
        if task.due_set_at and point.at <= task.due_set_at:
            return ""  # it passed before the work was given, or while it was off
        if point.at <= now:
            named = f'the checkpoint "{point.label}"' if point.label else "the checkpoint"
            missed = f"{named} of {day_words(point.at, owner)} passed without a word"
            return "" if reported(task, point, person) else missed
    return ""
