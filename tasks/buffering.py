"""The owner's own date, and the earlier one that the contractor gets.

`buffer: 2 days` moves the contractor's date to so much before the owner's;
`need by:` beside `Due:` names both. What the contractor reads holds neither the
line nor the private date (law L12).
"""

import re
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from itertools import groupby

from language.due import read_due, read_due_phrase
from language.lines import brief_lines, without_lines
from language.meaning import DueReading
from language.reminding import read_buffer
from language.zones import in_words
from tasks import events as e
from tasks.draft import Draft
from tasks.hours import instant, local, working_day_before
from tasks.intents import Arrival
from tasks.model import Due
from tasks.people import Person
from tasks.promise import due_of

PRIVATE = frozenset({"buffer", "need by"})
ROOM = timedelta(hours=1)  # the contractor's date lies at least so far ahead
_OWN = re.compile(r"(?i)\byour own (?:date )?(?:is\b|:)|\(your own:")  # as receipt and digest say it
_LEAD = re.compile(r"(?i)((?:due )?(?:by|before|until|till|on|no later than)\b:?\s*|due\b:?\s*)")


@dataclass(frozen=True, slots=True)
class Private:
    """`due` is the contractor's date, `own` the owner's; `back` working days
    (or a `span` of hours) lie between them where a buffer was named."""

    due: Due
    own: Due
    owner: Person
    back: int = 0
    span: timedelta = timedelta()


@dataclass(frozen=True, slots=True)
class _Reader:
    draft: Draft
    mail: Arrival
    owner: Person

    def phrase(self, text: str) -> Due | None:
        return due_of(read_due_phrase(text, *self._setting()), self.owner)

    def all(self, text: str) -> list[tuple[DueReading, str]]:
        """Every date of a text with its phrase."""
        found = read_due(text, *self._setting())
        others = [(replace(found, at=c.at, phrase=c.phrase), c.phrase) for c in found.checkpoints]
        return [(found, found.phrase), *others]

    def _setting(self) -> tuple[datetime, str, str, time, frozenset[date]]:
        owner = self.owner
        return (self.mail.written_at, owner.zone, owner.locale, self.draft.rules.due_time, owner.holidays)


def private_of(draft: Draft, mail: Arrival, owner: Person) -> Private | None:
    """What a mail that opens a task keeps from the contractor; None where that
    is nothing, or where a contractor has the mail itself."""
    lines = brief_lines(mail.own)
    if not PRIVATE & lines.keys() or has_it(draft, mail, owner):
        return None
    reader = _Reader(draft, mail, owner)
    need = reader.phrase(lines["need by"]) if "need by" in lines else None
    own = need or due_of(mail.due, owner)
    if own is None:
        return None
    if need and "due" in lines:
        due = reader.phrase(lines["due"])
        return Private(due, own, owner) if due and due.at < own.at else None
    found = read_buffer(lines.get("buffer", ""))
    if found is None:
        return None
    due = _earlier(own, owner, *found)
    return Private(due, own, owner, *found) if due.at > draft.now + ROOM else None


def has_it(draft: Draft, mail: Arrival, owner: Person) -> bool:
    """Whether a contractor stands among the recipients of the mail."""
    others = (draft.house.people[p] for p in mail.present if p != owner.key)
    return any("contractor" in person.roles for person in others)


def _earlier(own: Due, owner: Person, days: int, span: timedelta) -> Due:
    """So many of the owner's working days before, at the same time on the wall."""
    at = own.at - span
    if days:
        clock = local(own.at, owner).timetz().replace(tzinfo=None)
        at = instant(working_day_before(own.at, days, owner), clock, owner)
    wall = local(at, owner)
    return Due(at, owner.zone, "", owner.key, f"{wall:%Y-%m-%dT%H:%M}")


def shifted(due: Due | None, private: Private | None) -> Due | None:
    """The date of one part of a mail, as early as the buffer makes the whole."""
    if due is None or private is None or not (private.back or private.span):
        return due
    return _earlier(due, private.owner, private.back, private.span)


def cleaned(draft: Draft, mail: Arrival, text: str, owner: Person, private: Private | None) -> str:
    """A text of the opening mail as the contractor may read it."""
    if not has_it(draft, mail, owner):
        text = without_lines(text, PRIVATE if private else frozenset({"buffer"}))
    if private is None:
        return text
    reader, day = _Reader(draft, mail, owner), local(private.own.at, owner).date()
    phrases = [p for r, p in reader.all(text) if r.at and local(r.at, owner).date() == day]
    for phrase in sorted({*phrases, private.own.phrase}, key=len, reverse=True):
        text = _instead(text, phrase, private.due)
    return text


def _instead(text: str, phrase: str, due: Due) -> str:
    """The text with the contractor's date where the phrase stands."""
    if not phrase.strip():
        return text
    lead = _LEAD.match(phrase)
    words = f"{lead[1] if lead else ''}{in_words(due.at, due.zone)}"
    pattern = r"\s+".join(re.escape(part) for part in phrase.split())
    return re.sub(rf"(?i)(?<!\w){pattern}(?!\w)", lambda _: words, text)


def private_notes(draft: Draft, mail: Arrival, owner: Person, who: str) -> tuple[str, ...]:
    """What the receipt says where a line about the own date could not be kept."""
    lines = brief_lines(mail.own)
    if not PRIVATE & lines.keys() or private_of(draft, mail, owner):
        return ()
    name = draft.house.people[who].first_name if who else "The contractor"
    if has_it(draft, mail, owner):
        return (f"{name} has your mail, so your own date holds for both of you.",)
    if "buffer" not in lines:
        return ()
    if read_buffer(lines["buffer"]) is None:
        return (f'I could not read the buffer "{lines["buffer"][:60]}", so {name} has your own date.',)
    if due_of(mail.due, owner) is None:
        return (f"There is no date yet for a buffer. Set the date of {name} with  due: Thu 5pm",)
    return (f"There is no room for a buffer of {lines['buffer'][:30]}, so {name} has your own date.",)


def kept_back(draft: Draft, number: int, mail: Arrival) -> Arrival:
    """An owner's later mail as it may go on. Lines about the own date are kept as a
    note and told in the digest; what quotes one of our letters about it is cut."""
    task = draft.task(number)
    if mail.sender.person == task.contractor or task.contractor in mail.present:
        return mail
    found = brief_lines(mail.own)
    if PRIVATE & found.keys():
        lines = "; ".join(f"{key}: {found[key]}" for key in sorted(PRIVATE & found.keys()))
        draft.record(number, e.NoteKept(task.owner, lines))
        told = f'{task.tag}: "{lines}" is kept to yourself; only  due:  changes the date'
        draft.remark(task.owner, told)
    if not PRIVATE & found.keys() and task.own_due is None:
        return mail
    return replace(
        mail,
        words=_unquoted(without_lines(mail.words, PRIVATE)),
        own=without_lines(mail.own, PRIVATE),
        body=_unquoted(without_lines(mail.body, PRIVATE)),
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
