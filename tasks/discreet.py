"""A text without the sentences that name a date which its reader must not know.

Nothing is put in their place: a sentence with another date would say what nobody
said. A due clause ("by Friday 5pm") is cut out of its sentence where what is left
is one (`tasks.clauses`).
"""

import itertools
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from language.date_lines import all_date
from language.folding import as_seen, fold
from language.lines import brief_lines, due_line
from language.words_dates import find_date
from tasks.adrift import holds_mail
from tasks.clauses import BARE, cut_clause, phrase_of, without_clause
from tasks.model import Due
from tasks.named_ahead import told_ahead
from tasks.named_days import Days, named_days
from tasks.named_distance import Apart, told_by_distance
from tasks.named_glued import day_in_figures, glued_runs, weekday_in
from tasks.no_date import is_no_date
from tasks.other_days import without_others, without_past
from tasks.reckoned import Secret
from tasks.unsettled import unsettled

_BREAK = re.compile(r"(?<![ap]\.m\.)(?<=[.!?])[ \t]+(?=[\"'(]?[^\W\d_a-z])")
_WORD = re.compile(r"(?<![^\W_])(?:(?<!\d[./:-])\d|[^\W\d_])[^\W_]*")  # not within 2026-12-04
_JOINTS = re.compile(r"(?<=[^\W\d_])['\u2019]s\b|(?<=\d)[./](?=[^\W\d])|_")  # Friday's, 2026-12-04.pdf
_MORE = re.compile(  # dates that `find_date` leaves out, as it looks for a safe beginning
    r"(?:in )?(?:a|an|one|two|three|four|five|six|seven|eight|nine|ten|\d{1,2}) (?:working |business )?"
    r"(?:days?|weeks?)\b|(?:the )?end of (?:the|this|next) \w+|\d{8}\b|[a-z]{3,9}\.?\d{1,2}\b"
)
_MONTH = re.compile(
    r"(?i)(?:jan|feb|m[aä]r|apr|ma[iy]|jun|jul|aug|sep|o[ck]t|nov|de[cz]|ene|avr|ao[uû]|f[eé]v)"
)
_END = (".", "!", "?", ":", ";")
_WRAPPED = 60  # characters: a line so long goes on in the next one
_HALF = re.compile(  # a line that ends within a date: "by Dec", "on the"
    r"(?i)(?:^|.*\W)(?:(?:jan(?:uary|uar)?|feb(?:ruary|ruar)?|mar(?:ch)?|märz|apr(?:il)?|may|mai|june?|juni"
    r"|july?|juli|aug(?:ust)?|sept?(?:ember)?|o[ck]t(?:ober)?|nov(?:ember)?|de[cz](?:ember)?)\.?"
    r"|by|on|the|until|till|before|this|next|due|for|of|bis|den)"
)
_ORDINAL = re.compile(r"(?<!\d)\d{1,2}\.$")
_MARKUP = re.compile(  # and what else may stand hard by a word: "Friday—we", "Friday&Saturday"
    r"[~`*|<>{}\[\]^\\=&+\u00a7\u2010-\u2015\u2022\u2026\u2190-\u21ff\u2500-\u27bf\u2122\U0001f000-\U0001faff]"
    r"|(?<=[^\W\d_])[#$%]"
)
_EMPTY = re.compile(r"\s*(?:\(\s*\)|\[\s+\])\s*")  # brackets that a date was cut from
_LONE = re.compile(r"(?i)\W*(?:(?:the )?\d{1,2}(?:st|nd|rd|th|\.)?|[^\W\d_]{3,10}\.?)\W*")
_HEAD = 4  # words of which one must look like a date
_TELLING = 4  # characters: a phrase no longer ("5pm", "3rd") stands for other things, too
_STAMP = re.compile(r"(?i)\d{4}-?\d\d-?\d\dt\d\d:?\d\d(?::?\d\d)?(?:z|[+-]\d\d:?\d\d)")
_ABROAD = re.compile(r"(?i)\byour (?:time|clock|zone|place|side|end|morning|evening)\b|\bwhere you are\b")
_ABROAD_NEAR = 60  # characters
_HALF_DAY = timedelta(hours=12)
_READ = 90  # characters behind a word in which a date is looked for
Read = Callable[[str], Due | None]


@dataclass(frozen=True, slots=True)
class Hidden:
    """`dues` are kept from the reader, each with its whole `days`; `shown` moments
    the reader may know; `read` gives the date with which a phrase begins. `adrift` is a
    text that was written at another time than its mail: "in two weeks" is not from today."""

    dues: tuple[Due, ...]
    shown: tuple[Due, ...]
    read: Read
    day: Callable[[Due], date]
    clocks: tuple[Read, ...] = ()
    adrift: bool = False

    def spelled(self) -> Days:
        """The hidden days, and those that are known but for their hour."""
        return Days(frozenset(map(self.day, self.dues)), frozenset(map(self.day, self.shown)))

    def secret(self) -> Secret:
        """What a span of time must not lead to."""
        days = self.spelled()
        return Secret(days.secret, self.dues, self.shown, days.known, self.begins, self.read, self.adrift)

    def apart(self) -> Apart | None:
        """How far the first hidden moment lies behind the one that its reader knows."""
        if not self.dues or not self.shown or self.dues[0].at <= self.shown[0].at:
            return None
        own, theirs = self.dues[0], self.shown[0]
        return Apart(own.at, theirs.at, self.day(own), self.day(theirs), self.begins)

    def begins(self, text: str) -> date | None:
        """The day of the date that a text begins with."""
        found = self.read(text)
        return self.day(found) if found else None

    def _there(self, theirs: Due, phrase: str) -> bool:
        """Whether a date on the contractor's clock, said to be on it, is the day of a hidden moment there."""
        zone, near = ZoneInfo(theirs.zone), phrase[:_ABROAD_NEAR]
        days = {due.at.astimezone(zone).date() for due in self.dues}
        city = fold(theirs.zone.rpartition("/")[2].replace("_", " "))
        abroad = _ABROAD.search(near) or city in fold(near)
        return bool(abroad) and theirs.at.astimezone(zone).date() in days

    def names(self, phrase: str) -> Due | None:
        """The hidden date that a phrase begins with, None without one."""
        if _counts(phrase):
            return None
        due = self.read(phrase)
        moments = {d.at for d in self.dues}
        for read in self.clocks:  # "Saturday 9AM your time"
            if (theirs := read(phrase)) and (theirs.at in moments or self._there(theirs, phrase)):
                return theirs
        if due is None or due.at in {d.at for d in self.shown}:
            return None
        days = {self.day(d) for d in self.dues}
        other = due.other and self.day(replace(due, at=due.other)) in days
        other = other or due.at - _HALF_DAY in moments or due.at + _HALF_DAY in moments  # "Sat 2:00 CET"
        return due if self.day(due) in days or other else None


def _counts(phrase: str) -> bool:
    """Whether a bare number begins it that is no day of a month: "4 people"."""
    first, *rest = phrase.split(maxsplit=2)
    if not first.rstrip(".,)").isdecimal() or len(first) == len("20261204"):
        return False
    following = fold(rest[0]) if rest else ""
    return not (
        _MONTH.match(following) or _MORE.match(fold(phrase[:60])) or following.strip(",") in ("am", "pm")
    )


def leave_out(text: str, hidden: Hidden) -> tuple[str, tuple[str, ...]]:
    """The text as its reader may have it, and the sentences left out. Lines that
    said nothing but the date (`Due: Friday 5pm`) go without being listed."""
    kept, told = [], []
    dues = list(hidden.dues)
    hidden = replace(hidden, adrift=hidden.adrift or holds_mail(text))
    for paragraph in _paragraphs(text):
        if "need by" in brief_lines(paragraph):  # one that could not be parted
            told.append(" ".join(paragraph.split()))
            continue
        pieces = [(piece, _parted(piece, hidden, dues)) for piece in _sentences(paragraph, hidden)]
        if all(rest == piece for piece, rest in pieces):
            kept.append(paragraph)
            continue
        rest = " ".join(rest for _, rest in pieces if rest)
        if not BARE.fullmatch(rest):
            kept.append(rest)
        gone = [piece for piece, rest in pieces if rest == "" and not _only_date(piece, hidden)]
        told += [" ".join(piece.split()) for piece in gone]
    clean = "\n".join(kept)
    return (clean.strip() if clean != text else text), tuple(told)


def bare(text: str, hidden: Hidden) -> str:
    """A title: only the words of the date themselves are cut."""
    for due in hidden.dues:
        text = cut_clause(text, due)
    if need := next(told_by_distance(text, hidden.apart()), None):
        text = text[: need[0]]  # what is left behind it would tell as much: "... is later"
    if not next(_found(text, hidden), None) and is_told(text, hidden):
        text = as_seen(text)
    while (found := next(_found(text, hidden), None)) is not None:
        start, phrase = found
        head = re.sub(r"(?i)(?:\b(?:on|for|by|before|until|till|due)|[-,(:])\s*$", "", text[:start])
        text = f"{head.rstrip()} {text[start + max(len(phrase), 1) :].lstrip(') ')}".strip()
    return _EMPTY.sub(" ", text).strip(" ,;:-")


def _parted(piece: str, hidden: Hidden, dues: list[Due]) -> str:
    """What is left of one sentence: it, a piece of it that is one, or "". A clause
    is cut once; `dues` are those whose clause was not met yet."""
    head, rest = due_line(piece) or ("", "")
    if rest and is_told(head, hidden):
        piece = rest
    rest = piece
    for due in tuple(dues):
        if (cut := without_clause(rest, due)) is not None:
            rest = cut
            dues.remove(due)
    return "" if is_told(rest, hidden) or BARE.fullmatch(rest) and rest != piece else rest


def _only_date(piece: str, hidden: Hidden) -> bool:
    line = due_line(piece)
    only = line is not None and all_date(line[0])
    return only or any(without_clause(piece, due) == "" for due in hidden.dues)


def is_told(piece: str, hidden: Hidden) -> bool:
    """Whether a text names a hidden date."""
    spelled = any(
        found and len(due.phrase) > _TELLING for due in hidden.dues if (found := phrase_of(piece, due))
    )
    return spelled or any(next(_found(text, hidden), None) for text in {piece, as_seen(piece)})


def _found(piece: str, hidden: Hidden) -> Iterator[tuple[int, str]]:
    """Where a hidden date begins, or what could be one, and its phrase."""
    if hidden.dues:
        piece = without_past(piece)
        yield from named(without_others(piece), hidden)
        spans = unsettled(piece, hidden.secret())
        yield from ((start, piece[start:end]) for start, end in spans)


def named(piece: str, hidden: Hidden) -> Iterator[tuple[int, str]]:
    """Where a hidden date is named: where it begins, and its phrase."""
    yield from _read(piece, hidden)
    yield from _moments(piece, hidden)
    days, apart = hidden.spelled(), hidden.apart()
    places = [*named_days(piece, days), *told_by_distance(piece, apart)]
    places += told_ahead(piece, days.secret, hidden.begins, apart)
    yield from ((start, piece[start:end]) for start, end in places)
    yield from _glued(piece, hidden)


def _read(piece: str, hidden: Hidden) -> Iterator[tuple[int, str]]:
    """Dates that the reader of dates finds; marks of a format part words: "~~Friday~~"."""
    said = _MARKUP.sub(" ", piece)
    for word in _WORD.finditer(said):
        words = _JOINTS.sub(" ", said[word.start() : word.start() + _READ]).split()
        head = fold(" ".join(words[:_HEAD]))
        if (find_date(head) < 0 and not _MORE.match(head)) or is_no_date(piece, word.start()):
            continue
        due = hidden.names(" ".join(words))
        if due is not None and not _is_measure(piece, word.start(), due.phrase):
            yield word.start(), due.phrase


def _is_measure(piece: str, at: int, phrase: str) -> bool:
    """Whether a date that begins with a word ("is 4.12") goes on with a number that is none."""
    digit = next((n for n, sign in enumerate(phrase) if sign.isdecimal()), 0)
    return digit > 0 and is_no_date(piece, at + digit)


def _moments(piece: str, hidden: Hidden) -> Iterator[tuple[int, str]]:
    """Moments as machines write them, on whatever clock: 2026-12-05T01:00:00Z."""
    moments = {due.at for due in hidden.dues}
    for stamp in _STAMP.finditer(piece):
        try:
            if datetime.fromisoformat(stamp[0].upper()) in moments:
                yield stamp.start(), stamp[0]
        except ValueError:
            continue


def _glued(piece: str, hidden: Hidden) -> Iterator[tuple[int, str]]:
    """Dates within a file name, a link, or a word."""
    days = hidden.spelled()
    for start, run, parted in glued_runs(piece):
        hides = (day_in_figures(run, day) or weekday_in(parted, day) for day in days.secret)
        if any(hides) or any(named_days(parted, days)):
            yield start, run


def _sentences(paragraph: str, hidden: Hidden) -> list[str]:
    """Its sentences; the dots of a hidden date ("by Fri. Dec. 4") end none."""
    spans = [found.span() for due in hidden.dues if (found := phrase_of(paragraph, due))]
    pieces, begin = [], 0
    for gap in _BREAK.finditer(paragraph):
        within = _ORDINAL.search(paragraph[max(0, gap.start() - 3) : gap.start()]) and _MONTH.match(
            paragraph, gap.end()
        )  # "4. Dezember"
        if not within and not any(start < gap.start() < end for start, end in spans):
            pieces.append(paragraph[begin : gap.start()])
            begin = gap.end()
    return [*pieces, paragraph[begin:]]


def _paragraphs(text: str) -> Sequence[str]:
    """Its lines; those that a mail program broke are one."""
    found: list[list[str]] = []
    for line in text.split("\n"):
        before = found[-1][-1].rstrip() if found else ""
        long = len(before) >= _WRAPPED and not before.endswith(_END)
        back = 2 if found[-1:] == [[""]] and len(found) > 1 else 1  # over one empty line
        last = found[-back][-1] if found else ""
        if line[:1].isalnum() and (long or _HALF.fullmatch(before[-_READ:])):
            found[-1].append(line)
        elif line and _goes_on(last, line):
            found[-back:] = [[*itertools.chain(*found[-back:]), line]]
        else:
            found.append([line])
    return ["\n".join(lines) for lines in found]


def _goes_on(before: str, line: str) -> bool:
    """Whether a day and its month stand on two lines, or in two paragraphs, one of them alone."""
    lone = _LONE.fullmatch(before)
    words = (*before.split()[-1:], *line.split()[:1])
    if not lone or len(words) < 2:
        return False
    number = sum(word.strip("*_.,").rstrip("thsndr").isdecimal() for word in words)
    return number == 1 and any(_MONTH.match(fold(word.strip("*_"))) for word in words)
