"""Due dates for a calendar: iCalendar (RFC 5545), as events or as tasks.

A calendar knows an entry by its UID, so that the next export moves it instead
of doubling it. The same state gives the same bytes.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime

from language.masking import secrets_in
from shell.printing import discreet
from shell.version import VERSION
from store.port import Store
from tasks.model import Due, Stage, Task
from tasks.people import House
from tasks.turns import turn
from wire.text import one_line

_LINE_OCTETS = 75  # RFC 5545, section 3.1, without the CRLF
_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f]")
_SPECIAL = re.compile(r"[\\;,]")
_NOT_BEGUN = frozenset({Stage.OPENED, Stage.HANDED_OVER})


def as_ics(store: Store, house: House, domain: str, *, todo: bool) -> str:
    """Return the open tasks that have a date, as VEVENT (every calendar shows
    those) or with `todo` as VTODO; lines end in CRLF. `domain` is the one of our
    address, for the UIDs. Moments are UTC; what looks secret is masked."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:-//Handoff//Handoff {VERSION}//EN"]
    for task in store.open_tasks():
        if task.due:
            revised = store.history(task.number)[-1].at
            lines += _entry(task, task.due, revised, house, domain, todo=todo)
    return "".join(f"{part}\r\n" for line in [*lines, "END:VCALENDAR"] for part in folded(line))


def _entry(
    task: Task, due: Due, revised: datetime, house: House, domain: str, *, todo: bool
) -> Sequence[str]:
    doer = house.people.get(task.contractor)
    known = secrets_in(task.brief, task.masked)
    title = f"{one_line(task.title)} ({task.tag}{', ' + doer.name if doer else ''})"
    about = f"{task.state}, waiting for {turn(task)}\n\n{task.brief}"
    kind, uid = ("VTODO", "todo") if todo else ("VEVENT", "due")
    return [
        f"BEGIN:{kind}",
        f"UID:{uid}-{task.number}-{_moment(task.opened_at)}@{domain}",
        f"DTSTAMP:{_moment(revised)}",
        f"SEQUENCE:{task.version}",
        f"SUMMARY:{_text(title, known)}",
        f"DESCRIPTION:{_text(about, known)}",
        *(_of_todo(task, due) if todo else _of_event(due)),
        f"END:{kind}",
    ]


def _of_event(due: Due) -> Iterator[str]:
    yield f"DTSTART:{_moment(due.at)}"  # no end: it ends as it begins (section 3.6.1)
    yield "STATUS:CONFIRMED"
    yield "TRANSP:TRANSPARENT"


def _of_todo(task: Task, due: Due) -> Iterator[str]:
    yield f"DUE:{_moment(due.at)}"
    yield f"STATUS:{'NEEDS-ACTION' if task.stage in _NOT_BEGUN else 'IN-PROCESS'}"
    if task.progress is not None:
        yield f"PERCENT-COMPLETE:{task.progress}"


def _moment(at: datetime) -> str:
    return f"{at.astimezone(UTC):%Y%m%dT%H%M%SZ}"


def _text(words: str, known: tuple[str, ...]) -> str:
    """A TEXT value (section 3.3.11): no control but the escaped end of a line."""
    plain = discreet(words, known).replace("\r\n", "\n").encode("utf-8", "replace").decode()
    return _SPECIAL.sub(r"\\\g<0>", _CONTROLS.sub(" ", plain)).replace("\n", "\\n")


def folded(line: str) -> Iterator[str]:
    """Cut a content line into parts of at most 75 octets, between characters;
    all but the first begin with the space that marks a fold."""
    part, octets = "", 0
    for character in line:
        width = len(character.encode())
        if octets + width > _LINE_OCTETS:
            yield part
            part, octets = " ", 1
        part, octets = part + character, octets + width
    yield part
