"""When an answer is a program's, though it bears no sign of one.

A program says the same again, at once, whatever we wrote. A person who says the
same again does so in another thread, later, in a word or two, or with another
number in it; so each of these counts for less, or not at all.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256

from language.meaning import How
from tasks.intents import Arrival
from tasks.talk import plain_words
from wire.caps import LOOP_LETTERS_A_DAY

GAP = timedelta(hours=1)  # between two answers of a program that is at it
SAME, SAME_SHORT = 2, 3  # letters that the same words have brought about
SHORT = 2  # words; a person may say them again and again
LONG, ECHO = 8, 0.7  # lines of a mail that may be our letter, and the share of them that is
_NUMBERED = re.compile(r"\S*\d\S*")  # ticket numbers, times, dates
# What a program says to whoever wrote to it, and hardly anybody in a task.
_RECEIPT = re.compile(
    r"\byour (?:request|ticket|message|e-?mail|enquiry|inquiry|case)\b|\bdo not reply\b|\bautomat"
    r"|\bthank you for (?:contacting|reaching|your (?:message|e-?mail|request))"
    r"|\bihre (?:anfrage|nachricht|e-?mail)\b|\bnicht auf diese\b|\bvotre (?:demande|message)\b"
    r"|\b(?:su|tu) (?:solicitud|mensaje|consulta)\b|\b(?:sua|seu) (?:mensagem|pedido|solicita)"
)


@dataclass(frozen=True, slots=True)
class Said:
    """One mail, as far as it matters here. `text`, `shape` (numbers taken out)
    and `opening` (that of its first line) are hashes; `letters` it brought
    about, `answered` of them to its sender. The rest is known of the newest alone."""

    at: datetime
    thread: str
    text: str = ""
    shape: str = ""
    opening: str = ""
    letters: int = 0
    answered: int = 0
    led: bool = False
    short: bool = False
    empty: bool = False  # nothing but a Subject
    receipt: bool = False
    exempt: bool = False
    forwards: bool = False
    lines: tuple[str, ...] = ()


def said_now(mail: Arrival, thread: str, at: datetime, *, forwards: bool = False) -> Said:
    """The mail in hand, which came at `at` (aware UTC)."""
    words = mail.words if mail.words.strip() else mail.subject
    lines = tuple(_lines(words))
    text = " ".join(words.casefold().split())
    whole = text if mail.led else f"{mail.subject}\n{text}"  # the same for another room is another task
    ordered = any(c.how is How.EXPLICIT for c in mail.commands) and not plain_words(mail)
    return Said(
        at=at,
        thread=thread,
        text=_hash(whole),
        shape=_hash(" ".join(lines)),
        opening=_hash(lines[0]) if lines else "",
        led=mail.led,
        empty=not mail.words.strip(),
        short=not mail.words.strip() or len(text.split()) <= SHORT,
        receipt=_RECEIPT.search(text) is not None,
        exempt=ordered or any(not file.inline for file in mail.files),
        forwards=forwards,
        lines=lines,
    )


def is_robot(now: Said, before: Sequence[Said], ours: Callable[[], str]) -> bool:
    """Whether a program is answering us. `before` are the sender's earlier
    mails of a day, oldest first; `ours` reads our letters to them of late, and is asked
    only where it matters. Words of command and files are a person's."""
    if now.exempt:
        return False
    mine = [said for said in before if said.thread == now.thread]
    if not now.short and _answered(_like(now, mine)) >= LOOP_LETTERS_A_DAY:
        return True
    run = tuple(_run(now, mine))
    if sum(said.letters for said in run) < SAME:
        return False
    if now.short:
        alike = [s for s in run if s.shape == now.shape] if now.empty else _like(now, run)
        return _answered(alike) >= SAME_SHORT
    same = [said for said in run if said.text == now.text or (now.receipt and said.shape == now.shape)]
    if sum(said.letters for said in same) >= SAME or _answered(_like(now, run)) >= SAME:
        return True
    return not now.forwards and _echoes(now, run, ours)


def _like(now: Said, before: Sequence[Said]) -> list[Said]:
    """Those that say the same but for numbers; of mail that answers nothing, as
    new tasks do, only where it says just the same, or what programs say."""
    if now.led or now.receipt:
        return [said for said in before if said.shape == now.shape]
    return [said for said in before if said.text == now.text]


def _answered(mails: Sequence[Said]) -> int:
    return sum(said.answered for said in mails)


def _run(now: Said, before: Sequence[Said]) -> Iterator[Said]:
    """The mails of this thread that brought letters about, back from now
    without a pause."""
    since = now.at
    for said in reversed(before):
        if said.letters:
            if since - said.at > GAP:
                return
            since = said.at
            yield said


def _echoes(now: Said, run: Sequence[Said], ours: Callable[[], str]) -> bool:
    """Our own letter stands in it, unmarked, and what is new is nothing, or the
    same as before."""
    if len(now.lines) < LONG or _answered(run) < SAME:
        return False
    known = frozenset(_lines(ours()))
    share = sum(line in known for line in now.lines) / len(now.lines)
    begun = _answered([said for said in run if said.opening == now.opening])
    return share >= ECHO and (now.lines[0] in known or begun >= SAME)


def _lines(text: str) -> Iterator[str]:
    """Lines in lower case, numbers and marks of quoting taken out; empty ones left out."""
    for line in text.casefold().splitlines():
        words = " ".join(_NUMBERED.sub("#", line.lstrip(" >|\t")).split())
        if words:
            yield words


def _hash(text: str) -> str:
    return sha256(text.encode("utf-8", "replace")).hexdigest()[:16]
