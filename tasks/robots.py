"""When an answer is a program's, though it bears no sign of one.

A program says the same again, at once, whatever we wrote. A person who says the
same again does so in another thread, later, in a word or two, with another
number in it, to the same letter of ours, in a new task, or in the next round of a
review; so each of these counts for less, or not at all.
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
SAME_NEW = 3  # tasks in the same words for the same people; it seemed lost
SAME_LETTER = 3  # answers in the same words to one letter; a program answers each once
ROUNDS = 5  # of a review, in the same words
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
    about, `answered` of them to its sender. `answers` is the letter of ours that it
    answers, if known; `moved`: it reported the work done, or sent it back. An empty
    `thread` is that of all threads. The rest is known of the newest alone."""

    at: datetime
    thread: str
    text: str = ""
    shape: str = ""
    opening: str = ""
    letters: int = 0
    answered: int = 0
    answers: str = ""
    moved: bool = False
    new: bool = False  # answers nothing, as a new task does
    led: bool = False
    short: bool = False
    empty: bool = False  # nothing but a Subject
    receipt: bool = False
    exempt: bool = False
    forwards: bool = False
    lines: tuple[str, ...] = ()


def said_now(mail: Arrival, thread: str, at: datetime, *, new: bool = False, forwards: bool = False) -> Said:
    """The mail in hand, which came at `at` (aware UTC); `new`: it is about no task
    and no letter of ours, wherever it was sent to."""
    words = mail.words if mail.words.strip() else mail.subject
    lines = tuple(_lines(words))
    text = " ".join(words.casefold().split())
    led = mail.led and not new  # the owner's secret address leads to no task
    whole = text if led else f"{mail.subject}\n{text}"  # the same for another room is another task
    ordered = any(c.how is How.EXPLICIT for c in mail.commands) and not plain_words(mail)
    return Said(
        at=at,
        thread=thread,
        text=_hash(whole),
        shape=_hash(" ".join(lines)),
        opening=_hash(lines[0]) if lines else "",
        answers=mail.answers.key if mail.answers else "",
        new=new,
        led=led,
        empty=not mail.words.strip(),
        short=not mail.words.strip() or len(text.split()) <= SHORT,
        receipt=_RECEIPT.search(text) is not None,
        exempt=ordered or any(not file.inline for file in mail.files),
        forwards=forwards,
        lines=lines,
    )


def is_robot(now: Said, before: Sequence[Said], ours: Callable[[], str], *, told: bool = False) -> bool:
    """Whether a program is answering us. `before` are the sender's earlier
    mails of a day, oldest first; `ours` reads our letters to them of late, and is asked
    only where it matters; `told`: the letter that says so goes to the sender, and
    so is one of those that a program may get. Words of command and files are a person's."""
    if now.exempt:
        return False
    mine = [said for said in before if not now.thread or said.thread == now.thread]
    if not now.short and _answered(_like(now, mine)) >= LOOP_LETTERS_A_DAY:
        return True
    run = tuple(_run(now, mine))
    if now.short:
        alike = [s for s in run if s.shape == now.shape] if now.empty else _like(now, run)
        return _answered(alike) >= SAME_SHORT - told
    if _insists(now, run):
        return True
    run = tuple(said for said in run if not said.moved and not _to_the_same(now, said))
    if sum(said.letters for said in run) < SAME:
        return False
    if _repeats(now, run, told=told):
        return True
    return not now.forwards and _echoes(now, run, ours)


def _insists(now: Said, run: Sequence[Said]) -> bool:
    """Whether even a person would hardly say it once more: to one letter, or in
    another round of the same review."""
    same = [said for said in run if said.text == now.text]
    rounds, others = [s for s in same if s.moved], [s for s in same if not s.moved]
    return len(rounds) >= ROUNDS or sum(_to_the_same(now, said) for said in others) >= SAME_LETTER


def _to_the_same(now: Said, said: Said) -> bool:
    return bool(now.answers) and said.answers == now.answers


def _repeats(now: Said, run: Sequence[Said], *, told: bool) -> bool:
    if now.new and not now.receipt:
        return _answered(_like(now, run)) >= SAME_NEW - told
    same = [said for said in run if said.text == now.text or (now.receipt and said.shape == now.shape)]
    return sum(said.letters for said in same) >= SAME or _answered(_like(now, run)) >= SAME


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
