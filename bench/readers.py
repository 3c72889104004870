"""What all readers together cost on ordinary mails, against the bare parse.

    python -m bench.readers [FOLDER]

The mails are the project's own (tests/mails) and made ones: tasks, replies
and forwards of ordinary length. Each is parsed with mail-parser alone, and
read whole: guard, parse, body, kind, new words, command words, due date, lint.
In turns, in one run, in processor time; what counts is the ratio. Exit 1 over the bar.
"""

import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from time import process_time

import mailparser

from bench.timing import Times
from intake.parse import parse
from language.brief import lint
from language.due import read_due
from language.words import read_words

BAR, ROUNDS, WARM = 3.0, 40, 5
NOON = datetime(2026, 11, 30, 20, 0, tzinfo=UTC)
MAILS = Path(__file__).parent.parent / "tests" / "mails"
QUOTE = "\n".join(f"> Line {n} of what was said before, as it stands in every reply." for n in range(12))
BRIEFS = (
    "Please call each person on the list and write down what they say. Due by Wednesday 5PM Pacific time.",
    "Hi Joy,\n\nplease make a logo for the van, 2 versions, PNG, into Drive/Logos.\n\nDue: Fri 4 Dec\nThanks",
    "1. Sort the photos\n2. Name them by room\n3. Put them on Drive\n\nBy Friday noon please.\n\n-- \nAnn",
)
ANSWERS = ("Done!", "I am 60% through, ETA Thursday 3pm.", "Which colour do you want?", "Ok, will do. Thanks")


def head(subject: str, more: str = "") -> str:
    return (
        "Received: from mail.example.net by mx.example.com; Mon, 30 Nov 2026 19:59:58 +0000\n"
        "Authentication-Results: mx.example.com; dmarc=pass header.from=example.net\n"
        "From: Joy Santos <joy@example.net>\nTo: tasks+t1@example.com\nMessage-ID: <a1@example.net>\n"
        f"Date: Mon, 30 Nov 2026 20:00:00 +0000\nSubject: {subject}\nMIME-Version: 1.0\n{more}"
    )


def made() -> list[bytes]:
    """Ordinary mails: plain and in two versions, as people's programs write them."""
    answers = [
        f"{a}\n\nOn Mon, Nov 30, 2026 at 9:12 AM Tasks <tasks@example.com> wrote:\n{QUOTE}" for a in ANSWERS
    ]
    texts = [*BRIEFS, *answers]
    plain = [head("Logo for the van", "Content-Type: text/plain; charset=utf-8\n\n") + t for t in texts]
    two = [
        head("Re: [T-1] Logo", 'Content-Type: multipart/alternative; boundary="b"\n\n') + _two(t)
        for t in texts
    ]
    return [text.replace("\n", "\r\n").encode() for text in (*plain, *two)]


def _two(text: str) -> str:
    html = "".join(f"<div>{line}</div>" for line in text.splitlines())
    return (
        f"--b\nContent-Type: text/plain; charset=utf-8\n\n{text}\n"
        f"--b\nContent-Type: text/html; charset=utf-8\n\n<html><body>{html}</body></html>\n--b--\n"
    )


def read_all(raw: bytes) -> None:
    """Every reader that a mail meets, one after another."""
    mail = parse(raw, NOON)
    own = mail.words.own
    read_words(own, "contractor", ("Bob",))
    read_due(own[:8192], NOON, "America/Los_Angeles")
    lint(mail.subject, mail.text)


def bare(raw: bytes) -> None:
    """mail-parser on its own, with the values that a caller asks it for."""
    mail = mailparser.parse_from_bytes(raw)
    _ = mail.subject, mail.from_, mail.to, mail.date, mail.text_plain


def all_mails(raws: list[bytes], work: Callable[[bytes], None]) -> Callable[[], None]:
    def once() -> None:
        for raw in raws:
            try:
                work(raw)
            except AttributeError:  # mail-parser raises on some bounces
                continue

    return once


def main(folder: str | None = None) -> int:
    raws = [path.read_bytes() for path in sorted(Path(folder or MAILS).rglob("*.eml"))]
    raws += [] if folder else made()
    floor, ours = Times(f"mail-parser, {len(raws)} mails"), Times(f"all readers, {len(raws)} mails")
    works = ((floor, all_mails(raws, bare)), (ours, all_mails(raws, read_all)))
    for turn in range(WARM + ROUNDS):
        for times, work in works:
            begun = process_time()
            work()
            times.taken.append(process_time() - begun)
        if turn == WARM - 1:
            floor.taken.clear()
            ours.taken.clear()
    for times in (floor, ours):
        print(times.line())
    found = ours.median / floor.median
    print(f"all readers / mail-parser: {found:.2f} (bar {BAR})")
    return 0 if found <= BAR else 1


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:2]))
