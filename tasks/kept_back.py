"""An owner's later mail about a task with a date of their own, as it may go on.

A buffer counts only in the mail that opens a task. In a later one it is kept as
a note, and no date beside it goes to anybody.
"""

import re
from dataclasses import replace
from itertools import groupby

from language.lines import PRIVATE, brief_lines, more_lines, without_lines
from language.meaning import NO_DUE, DueReading, How
from language.zones import in_words
from tasks import events as e
from tasks.behind_date import behind_date
from tasks.buffering import hidden, told_left
from tasks.by_letter import read_owner
from tasks.discreet import bare, leave_out
from tasks.draft import Draft
from tasks.events_follow import LeftOut
from tasks.intents import Arrival
from tasks.kept_words import SPOKEN, clean_words, parted_files
from tasks.left_out import keep_left
from tasks.model import Due, File, Task
from tasks.named_tasks import own_dates_named
from tasks.promise import due_of
from tasks.subject_cut import cut_of
from tasks.talk import plain_words

_OWN = re.compile(r"(?i)\byour own (?:date )?(?:is\b|:)|\(your own:")  # as receipt and digest say it
REFUSED = (
    "not done: a buffer counts only in the mail that opens a task. To give {who} an earlier date:  due: ..."
)


def kept_back(draft: Draft, number: int, mail: Arrival) -> Arrival:
    """A reply as it may go on. Lines about the own date are kept as a note and told;
    a date beside them is refused; what quotes a letter of ours about it is cut."""
    task = draft.task(number)
    if _is_open(task, mail):
        return mail
    if any(c.word == "new task" and c.how is How.EXPLICIT for c in mail.commands):
        return _unquoting(mail)  # the mail opens a task: its lines hold there
    lines = _lines(mail)
    near = own_dates_named(draft, mail, draft.house.people[task.owner], number)
    if not lines and not near and task.own_due is None:
        return mail
    who = _name(draft, task)
    named = _dates(draft, task, mail)
    _note(draft, number, lines)
    kept, left, files = _clean(
        draft, task, mail, (*near, *(named if lines else ())), () if lines else _set(draft, task, mail)
    )
    if lines and named:
        kept = replace(
            kept,
            due=DueReading(zone=mail.due.zone),
            commands=tuple(c for c in kept.commands if c.word != "due"),
        )
        draft.say(lines, REFUSED.format(who=who))
    _tell_left(draft, task, mail, left, files)
    return kept


def _tell_left(
    draft: Draft, task: Task, mail: Arrival, left: tuple[str, ...], files: tuple[File, ...]
) -> None:
    """Keep what was left out, and say it; beside `send as is` it goes with what was kept before."""
    if any(c.word == "send as is" and c.how is How.EXPLICIT for c in mail.commands):
        before = tuple(filter(None, task.left_out.split("\n")))
        keep_left(draft, task.number, (*before, *left), (*task.left_files, *files))
        return
    keep_left(draft, task.number, left, files)
    names = (*left, *(f.name for f in files))
    own = mail.sender.person == task.owner
    owner = draft.house.people[task.owner].first_name
    for note in told_left(names, _name(draft, task), "" if own else owner):
        draft.say(names[0][:80], note)


def subject_for(draft: Draft, task: Task, mail: Arrival, subject: str) -> str:
    """The Subject of a later mail under another one, as the contractor may read it. What it
    loses is told, and kept beside what the mail itself lost."""
    if not subject or task.own_due is None:
        return subject
    owner = draft.house.people[task.owner]
    known = (task.due,) if task.due else ()
    shown = bare(subject, hidden(draft, mail, owner, (task.own_due,), known))
    whole, told = cut_of(subject, shown)
    if told:
        before = next((x for x in draft.done_to(task.number) if isinstance(x, LeftOut)), LeftOut(""))
        keep_left(draft, task.number, (*filter(None, before.text.split("\n")), whole), before.files)
        whose = "" if mail.sender.person == task.owner else owner.first_name
        for note in told_left((told,), _name(draft, task), whose):
            draft.say(subject[:80], note)
    return shown


def addition(draft: Draft, task: Task, mail: Arrival) -> tuple[Arrival, tuple[str, ...]]:
    """A mail under the Subject of an open task as it may be added, and what the
    receipt says of it: it changes no date, so it tells the contractor none."""
    lines = _lines(mail)
    near = own_dates_named(draft, mail, draft.house.people[task.owner], task.number)
    if _is_open(task, mail) or not (lines or near or task.own_due):
        return mail, ()
    named = _dates(draft, task, mail)
    _note(draft, task.number, lines)
    kept, left, files = _clean(draft, task, mail, (*near, *named) if lines or task.own_due else near, ())
    who = _name(draft, task)
    keep_left(draft, task.number, left, files)
    notes = told_left((*left, *(f.name for f in files)), who)
    held = {due.at for due in (task.own_due, task.due) if due}
    if task.due and (lines or any(due.at not in held for due in named)):
        stays = in_words(task.due.at, task.due.zone)
        notes += (f"No date was changed: {stays} stays. To give {who} another date, reply  due: Thu 5pm",)
    return kept, notes


def _is_open(task: Task, mail: Arrival) -> bool:
    """Whether the mail is the contractor's, or they have it already."""
    return bool(task.contractor) and task.contractor in (mail.sender.person, *mail.present)


def _name(draft: Draft, task: Task) -> str:
    person = draft.house.people.get(task.contractor)
    return person.first_name if person else "the contractor"


def _lines(mail: Arrival) -> str:
    found = brief_lines(mail.own)
    first = (f"{key}: {found[key]}" for key in sorted(PRIVATE & found.keys()))
    return "; ".join((*first, *more_lines(mail.own, PRIVATE)))


def _dates(draft: Draft, task: Task, mail: Arrival) -> tuple[Due, ...]:
    """The dates that the mail asks for."""
    owner = draft.house.people[task.owner]
    readings = [mail.due, *(c.due for c in mail.commands if c.word == "due")]
    return tuple(filter(None, (due_of(reading, owner) for reading in readings)))


def _set(draft: Draft, task: Task, mail: Arrival) -> tuple[Due, ...]:
    """The dates that its words set: those the contractor is told."""
    return _dates(draft, task, replace(read_owner(task, mail), due=NO_DUE))


def _note(draft: Draft, number: int, lines: str) -> None:
    task = draft.task(number)
    if lines:
        draft.record(number, e.NoteKept(task.owner, lines))
        draft.remark(task.owner, f'{task.tag}: "{lines}" is kept to yourself; only  due:  changes the date')


def _clean(
    draft: Draft, task: Task, mail: Arrival, secret: tuple[Due, ...], shown: tuple[Due, ...]
) -> tuple[Arrival, tuple[str, ...], tuple[File, ...]]:
    """The mail without the lines, and without what names the owner's own date or
    a secret one; the sentences and files that this took out."""
    owner = draft.house.people[task.owner]
    own = (task.own_due,) if task.own_due else ()
    known = (task.due, *shown) if task.due else shown
    hides = hidden(draft, mail, owner, (*own, *secret), known)

    def clean(text: str) -> tuple[str, tuple[str, ...]]:
        return leave_out(without_lines(text, PRIVATE), hides)

    mail = _unquoting(mail)
    commands, left = clean_words(mail.commands, clean)
    words, more = clean(plain_words(mail) if commands != mail.commands else mail.words)
    kept, files = parted_files(mail.files, hides)
    said, body = clean(mail.own)[0], clean(mail.body)[0]
    pairs = tuple((asked, answer) for asked, given in mail.pairs if (answer := clean(given)[0]))
    return (
        replace(mail, commands=commands, words=words, own=said, body=body, files=kept, pairs=pairs),
        tuple(dict.fromkeys((*left, *(said for said in more if said not in _wordless(mail))))),
        files,
    )


def _wordless(mail: Arrival) -> set[str]:
    """The lines that are words which carry nothing to the contractor: `snooze until Friday`."""
    acted = (c for c in mail.commands if c.how is How.EXPLICIT and c.word not in SPOKEN)
    return {" ".join(c.line.split()) for c in acted if not behind_date(c)}


def _unquoting(mail: Arrival) -> Arrival:
    return replace(
        mail,
        words=_unquoted(mail.words),
        body=_unquoted(mail.body),
        pairs=tuple(pair for pair in mail.pairs if not _OWN.search(" ".join(pair[0].split()))),
    )


def _unquoted(text: str) -> str:
    """The text without the quoted paragraphs in which a letter of ours tells the
    owner's own date; the line breaks in them may be the mail program's."""
    kept: list[str] = []
    for quoted, lines in groupby(text.split("\n"), key=_is_quote):
        block = list(lines)
        if not quoted or not _OWN.search(" ".join(line.lstrip("> ") for line in block)):
            kept += block
    return "\n".join(kept)


def _is_quote(line: str) -> bool:
    return line.lstrip().startswith(">")
