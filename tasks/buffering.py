"""The owner's own date, and the earlier one that the contractor gets.

`buffer: 2 days` moves the contractor's date to so much before the owner's;
`need by:` beside `Due:` names both. What the contractor reads holds neither the
line nor the private date (law L12). What becomes of later mails stands in
`tasks.kept_back`.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from language.due import read_due, read_due_phrase
from language.lines import PRIVATE, brief_lines, more_lines, own_in_line, without_lines
from language.reminding import read_buffer
from tasks.clauses import cut_clause
from tasks.discreet import Hidden, bare, leave_out
from tasks.draft import Draft
from tasks.hours import instant, local, working_day_before
from tasks.intents import Arrival
from tasks.kept_words import parted_files
from tasks.model import Due, File
from tasks.named_tasks import own_dates_named
from tasks.people import Person
from tasks.promise import due_of
from tasks.subject_cut import cut_of
from tasks.titles import is_poor, title_of

SEND_HOW = "To send it all the same:  send as is"
IN_SUBJECT = "A buffer counts on a line of your mail, not in its Subject, so {who} has your own date."
ROOM = timedelta(hours=1)  # the contractor's date lies at least so far ahead


@dataclass(frozen=True, slots=True)
class Private:
    """`due` is the contractor's date, `own` the owner's; `back` working days
    (or a `span` of hours) lie between them where a buffer was named. `parts` are
    the owner's dates of the parts of the mail."""

    due: Due
    own: Due
    owner: Person
    back: int = 0
    span: timedelta = timedelta()
    parts: tuple[Due, ...] = ()


@dataclass(frozen=True, slots=True)
class _Reader:
    draft: Draft
    mail: Arrival
    owner: Person

    def abroad(self) -> tuple[Callable[[str], Due | None], ...]:
        """The same phrase on the clocks of the contractors, each zone once."""
        zones = {p.zone: p for p in self.draft.house.contractors() if p.zone != self.owner.zone}
        return tuple(replace(self, owner=replace(self.owner, zone=zone)).phrase for zone in zones)

    def phrase(self, text: str) -> Due | None:
        return due_of(read_due_phrase(text, *self._setting()), self.owner)

    def clause(self, text: str) -> Due | None:
        """The date that a whole text asks for."""
        return due_of(read_due(text, *self._setting()), self.owner)

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
        return _between(reader.phrase(lines["due"]), due_of(mail.due, owner), own, owner)
    found = read_buffer(lines.get("buffer", ""))
    if found is None:
        return None
    due = _earlier(own, owner, *found)
    parts = tuple(filter(None, map(reader.clause, mail.lint.parts if len(mail.lint.parts) > 1 else ())))
    return Private(due, own, owner, *found, parts) if draft.now + ROOM < due.at < own.at else None


def _between(line: Due | None, read: Due | None, own: Due, owner: Person) -> Private | None:
    """With the contractor's date of the first `due` line, or the one that was read from the whole
    mail where that line names the own date again."""
    earlier = (due for due in (line, read) if due and due.at < own.at)
    due = next(earlier, None)
    return Private(due, own, owner) if due else None


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
    return _parted(draft, mail, text, owner, private)[0]


def clean_title(draft: Draft, mail: Arrival, title: str, owner: Person, private: Private | None) -> str:
    """As `cleaned`, for a title: it loses no more than the words of the date."""
    hides = _hidden(draft, mail, owner, private)
    return bare(title, hides) if hides.dues else title


def _parted(
    draft: Draft, mail: Arrival, text: str, owner: Person, private: Private | None
) -> tuple[str, tuple[str, ...]]:
    """The text as the contractor may read it, and the sentences left out."""
    only = private is None and "due" not in brief_lines(mail.own)  # then `need by` is the date of both
    text = without_lines(text, frozenset({"buffer"}) if only else PRIVATE)
    hides = _hidden(draft, mail, owner, private)
    if only and not hides.dues:
        return text, ()
    clean, told = leave_out(text, hides)
    if clean or not text or private is None:
        return clean, told
    rest = bare(text, hides)  # a brief of nothing but such sentences
    return rest, told if rest != cut_clause(text, private.own).strip(" ,;:-") else ()


def _hidden(draft: Draft, mail: Arrival, owner: Person, private: Private | None) -> Hidden:
    near = () if has_it(draft, mail, owner) else own_dates_named(draft, mail, owner)
    if private:
        return hidden(draft, mail, owner, (private.own, *private.parts, *near), (private.due,))
    due = due_of(mail.due, owner)
    return hidden(draft, mail, owner, near, (due,) if due and near else ())


def hidden(
    draft: Draft, mail: Arrival, owner: Person, dues: tuple[Due, ...], shown: tuple[Due, ...]
) -> Hidden:
    """What a mail of the owner's must not tell, read with its writer's clock."""
    reader = _Reader(draft, mail, owner)
    known = {due.at for due in shown}
    dues = tuple(due for due in dues if due.at not in known)
    clocks = reader.abroad() if dues else ()  # most mails hide nothing
    return Hidden(dues, shown, reader.phrase, lambda due: local(due.at, owner).date(), clocks)


def private_notes(draft: Draft, mail: Arrival, owner: Person, who: str) -> tuple[str, ...]:
    """What the receipt says where a line about the own date could not be kept."""
    lines = brief_lines(mail.own)
    name = draft.house.people[who].first_name if who else "The contractor"
    private = private_of(draft, mail, owner)
    if not PRIVATE & lines.keys():
        left = _told_of(draft, mail, owner, None, who)
        return (*left, IN_SUBJECT.format(who=name)) if own_in_line(mail.subject) else left
    if private:
        return (*_told_of(draft, mail, owner, private, who), *second_lines(mail.own))
    if has_it(draft, mail, owner):
        return (f"{name} has your mail, so your own date holds for both of you.",)
    if "buffer" not in lines:
        unread = _parted(draft, mail, mail.body, owner, None)[1]
        return told_left(unread, name if who else "the contractor") + _not_after(draft, mail, owner, lines)
    if read_buffer(lines["buffer"]) is None:
        return (f'I could not read the buffer "{lines["buffer"][:60]}", so {name} has your own date.',)
    if due_of(mail.due, owner) is None:
        return (f"There is no date yet for a buffer. Set the date of {name} with  due: Thu 5pm",)
    return (f"There is no room for a buffer of {lines['buffer'][:30]}, so {name} has your own date.",)


def _told_of(
    draft: Draft, mail: Arrival, owner: Person, private: Private | None, who: str
) -> tuple[str, ...]:
    """What was left out of the opening mail, and of its files, as it is told."""
    files = (file.name for file in files_of(draft, mail, owner, private)[1])
    name = draft.house.people[who].first_name if who else "the contractor"
    cut = title_cut(draft, mail, owner, private)[1]
    return told_left((*_sentences(draft, mail, owner, private), *filter(None, [cut]), *files), name)


def second_lines(own: str) -> tuple[str, ...]:
    """Said of a line about the own date that another one stands before."""
    more = ", ".join(f'"{line[:80]}"' for line in more_lines(own, PRIVATE))
    return (f"Of two such lines the first holds; left out: {more}.",) if more else ()


def _not_after(draft: Draft, mail: Arrival, owner: Person, lines: dict[str, str]) -> tuple[str, ...]:
    """Said where both dates can be read, and the owner's is not the later one."""
    reader = _Reader(draft, mail, owner)
    own, due = (reader.phrase(lines.get(key, "")) for key in ("need by", "due"))
    if own is None or due is None or own.at > due.at:
        return ()
    return ("Your own date is not after the other one, so it holds for both of you.",)


def told_left(sentences: tuple[str, ...], name: str, owner: str = "") -> tuple[str, ...]:
    """What the owner reads of the sentences that were left out; `owner` is named to
    whoever answers for them, and may not send it."""
    if not sentences:
        return ()
    whose = f"{owner}'s" if owner else "your"
    how = f"{owner} may send it all the same:  send as is" if owner else SEND_HOW
    quoted = ", ".join(f'"{sentence[:160]}"' for sentence in sentences[:5])
    return (f"Left out for {name}, as it may tell {whose} own date: {quoted}. {how}",)


def left_of(draft: Draft, mail: Arrival, owner: Person, private: Private | None) -> tuple[str, ...]:
    """The sentences of the opening mail that its contractor does not get, and its Subject
    where the title does not hold all of it."""
    cut = title_cut(draft, mail, owner, private)[0]
    return (*_sentences(draft, mail, owner, private), *filter(None, [cut]))


def _sentences(draft: Draft, mail: Arrival, owner: Person, private: Private | None) -> tuple[str, ...]:
    return _parted(draft, mail, mail.body, owner, private)[1]


def title_cut(draft: Draft, mail: Arrival, owner: Person, private: Private | None) -> tuple[str, str]:
    """What the title of the opening mail loses of its Subject, to send and to tell (see `cut_of`)."""
    title = title_of(mail)
    return ("", "") if is_poor(mail) else cut_of(title, clean_title(draft, mail, title, owner, private))


def files_of(
    draft: Draft, mail: Arrival, owner: Person, private: Private | None
) -> tuple[tuple[File, ...], tuple[File, ...]]:
    """The files of the opening mail that go along, and those whose names tell the own date."""
    return parted_files(mail.files, _hidden(draft, mail, owner, private))
