"""A text without the sentences that name a date which its reader must not know.

Nothing is put in their place: a sentence with another date would say what nobody
said. Only a due clause ("by Friday 5pm") is cut out of its sentence.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from language.folding import fold
from language.lines import brief_lines
from language.words_dates import find_date
from tasks.model import Due

_LEAD = r"(?:due by|due|by|before|until|till|no later than|need by|need it by)\b[ \t]*:?[ \t]*"
_LED = re.compile(rf"(?i){_LEAD}|on\b")
_BREAK = re.compile(r"(?<![ap]\.m\.)(?<=[.!?])[ \t]+(?=[\"'(]?[^\W\d_a-z])")
_WORD = re.compile(r"[^\s\"'(*_>]+")
_BARE = re.compile(r"[\W_]*(?:\d{1,2}[\W_]*)?")  # what is left of a line that said nothing else
_END = (".", "!", "?", ":", ";")
_WRAPPED = 60  # characters: a line so long goes on in the next one
_HEAD = 4  # words of which one must look like a date
_READ = 90  # characters behind a word in which a date is looked for


@dataclass(frozen=True, slots=True)
class Hidden:
    """`dues` are kept from the reader, each with its whole `days`; `shown` moments
    the reader may know; `read` gives the date with which a phrase begins."""

    dues: tuple[Due, ...]
    shown: tuple[Due, ...]
    read: Callable[[str], Due | None]
    day: Callable[[Due], date]

    def names(self, phrase: str) -> Due | None:
        """The hidden date that a phrase begins with, None without one."""
        due = self.read(phrase) if not phrase.split(maxsplit=1)[0].rstrip(".,)").isdecimal() else None
        if due is None or due.at in {d.at for d in self.shown}:
            return None
        days = {self.day(d) for d in self.dues}
        return (
            due if self.day(due) in days or (due.other and due.other in {d.at for d in self.dues}) else None
        )


def leave_out(text: str, hidden: Hidden) -> tuple[str, tuple[str, ...]]:
    """The text as its reader may have it, and the sentences left out. Lines that
    said nothing but the date (`Due: Friday 5pm`) go without being listed."""
    kept, told = [], []
    for paragraph in _paragraphs(_without_clauses(text, hidden)):
        pieces = [(piece, _is_told(piece, hidden)) for piece in _BREAK.split(paragraph)]
        gone = [piece for piece, named in pieces if named]
        rest = " ".join(piece for piece, named in pieces if not named)
        if not gone or not _BARE.fullmatch(rest):
            kept.append(rest if gone else paragraph)
        told += [" ".join(piece.split()) for piece in gone if "due" not in brief_lines(piece)]
    clean = "\n".join(kept)
    return (clean.strip() if clean != text else text), tuple(told)


def bare(text: str, hidden: Hidden) -> str:
    """A title: only the words of the date themselves are cut."""
    text = _without_clauses(text, hidden)
    while (found := next(_found(text, hidden), None)) is not None:
        start, phrase = found
        head = re.sub(rf"(?i)(?:\b(?:on|{_LEAD})|[-,(:])\s*$", "", text[:start])
        text = f"{head.rstrip()} {text[start + max(len(phrase), 1) :].lstrip(') ')}".strip()
    return text.strip(" ,;:-")


def _is_told(piece: str, hidden: Hidden) -> bool:
    return next(_found(piece, hidden), None) is not None


def _found(piece: str, hidden: Hidden) -> Iterator[tuple[int, str]]:
    """Where a hidden date begins, and its phrase."""
    for word in _WORD.finditer(piece):
        words = piece[word.start() : word.start() + _READ].split()
        if find_date(fold(" ".join(words[:_HEAD]))) < 0:
            continue
        due = hidden.names(" ".join(words))
        if due is not None:
            yield word.start(), due.phrase


def _without_clauses(text: str, hidden: Hidden) -> str:
    """The due clauses that were read as the dates themselves, each cut once."""
    for due in hidden.dues:
        words = due.phrase.split()
        if not words:
            continue
        lead = "" if _LED.match(due.phrase) else _LEAD
        phrase = r"\s+".join(re.escape(word) for word in words)
        found = re.search(rf"(?i)[ \t]*(?<!\w){lead}{phrase}(?!\w)", text)
        if found is not None:
            text = _cut(text, found.start(), found.end())
    return text


def _cut(text: str, start: int, end: int) -> str:
    """The text without this clause, nor the line that holds nothing else."""
    head, tail = text[:start], text[end:]
    first, last = head.rpartition("\n")[2], tail.partition("\n")[0]
    if not _BARE.fullmatch(f"{first}{last}"):
        return head + tail
    before, after = head[: len(head) - len(first)].removesuffix("\n"), tail[len(last) :]
    return before + after if before else after.removeprefix("\n")


def _paragraphs(text: str) -> Sequence[str]:
    """Its lines; those that a mail program broke are one."""
    found: list[str] = []
    for line in text.split("\n"):
        before = found[-1].rpartition("\n")[2].rstrip() if found else ""
        wrapped = len(before) >= _WRAPPED and not before.endswith(_END) and line[:1].isalnum()
        if wrapped:
            found[-1] += f"\n{line}"
        else:
            found.append(line)
    return found
