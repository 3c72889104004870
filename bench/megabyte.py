"""The worst mails of one megabyte: processor time, wall time and memory of the parse worker.

    python -m bench.megabyte        every flood, ten minutes
    python -m bench.megabyte 5      every fifth

Each shape (one long line, many short ones, a header, encoded words, HTML, quoted-printable,
base64, hundreds of parts, mails inside mails) is filled with each flood of `bench.linear`, sent
through a worker of its own, and the answer is read by the word, date and brief readers, as on
the road. Bars, for every mail: 5 s of wall time, 256 MB. Exit 1 over one of them.
"""

import sys
from base64 import encodebytes
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from pathlib import Path
from time import monotonic, process_time

from bench.linear import FLOODS
from intake.mail import InboundMail
from intake.worker import Worker
from language.brief import lint
from language.due import read_due
from language.masking import mask
from language.words import read_words

NOW = datetime(2026, 11, 30, 17, 12, tzinfo=UTC)
SIZE = 1_000_000  # octets of a mail
WALL, MEMORY = 5.0, 256.0  # seconds; MB
HEAD = "From: Ann <ann@owner.example>\nTo: tasks@x.example\nSubject: x\nMIME-Version: 1.0\n"


def _body(kind: str, text: str, encoding: str = "8bit") -> str:
    return f"{HEAD}Content-Type: {kind}; charset=utf-8\nContent-Transfer-Encoding: {encoding}\n\n{text}"


def _parts(piece: str, count: int) -> str:
    text = piece * (SIZE // count // len(piece))
    each = f'--b\nContent-Type: text/plain; name="{piece.strip()[:40]}"\n\n{text}\n'
    return f"{HEAD}Content-Type: multipart/mixed; boundary=b\n\n{each * count}--b--\n"


def _nested(piece: str) -> str:
    """Mails inside mails, as deep as the guard lets them be."""
    text = _body("text/plain", piece * (SIZE // len(piece)))
    for level in range(18):
        kind = f"Content-Type: multipart/mixed; boundary=b{level}"
        text = f"{HEAD}{kind}\n\n--b{level}\nContent-Type: message/rfc822\n\n{text}\n--b{level}--\n"
    return text


SHAPES: Mapping[str, Callable[[str], str]] = {
    "text": lambda p: _body("text/plain", p * (SIZE // len(p))),
    "lines": lambda p: _body("text/plain", (p + "\n") * (SIZE // (len(p) + 1))),
    "html": lambda p: _body("text/html", p * (SIZE // len(p))),
    "base64": lambda p: _body(
        "text/html", encodebytes((p * (SIZE * 3 // 4 // len(p))).encode()).decode(), "base64"
    ),
    "quoted": lambda p: _body("text/plain", (p * (SIZE // len(p))).replace("a", "=61"), "quoted-printable"),
    "head": lambda p: (
        HEAD + f"X-A: {p.strip()}\n" * (95_000 // (len(p) + 7)) + "\n" + p * (900_000 // len(p))
    ),
    "field": lambda p: (
        HEAD.replace("Subject: x", "Subject: " + (p.replace("\n", " ") * 15_000)[:15_000]) + "\nx"
    ),
    "parts": lambda p: _parts(p, 190),
    "nested": _nested,
    "loose": lambda p: _body("multipart/mixed; boundary=b", p * (SIZE // len(p))),
}


def read(mail: InboundMail) -> None:
    """What the road reads of a parsed mail."""
    words = mail.words.own
    read_words(words, "owner", ("Bob",))
    read_due(words[: 8 * 1024], NOW, "America/New_York")
    lint(mail.subject, words)
    mask(words)


def peak(pid: int) -> float:
    """MB that the process held at most (Linux)."""
    lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM")) / 1024


def one(shape: str, piece: str) -> tuple[float, float, float, str]:
    """Wall seconds, processor seconds of the readers, MB of the worker, and what was wrong."""
    raw = SHAPES[shape](piece).encode("utf-8", "replace")[: SIZE + 50_000]
    with Worker() as worker:
        worker.parse(b"From: a@b.example\n\nwarm", NOW)
        begun, used = monotonic(), process_time()
        mail = worker.parse(raw, NOW)
        read(mail)
        held = peak(worker.pid) if worker.pid else 0.0  # none: it was ended at its limits
        return monotonic() - begun, process_time() - used, held, mail.trouble


def main() -> int:
    over = 0
    floods = FLOODS[:: int(sys.argv[1]) if len(sys.argv) > 1 else 1]
    print(f"{'shape':<8} {'wall':>7}  {'of':<18} {'MB':>5}  {'of':<18} held")
    for shape in SHAPES:
        rows = [(*one(shape, piece), piece) for piece in floods]
        slow, large = max(rows), max(rows, key=lambda row: row[2])
        held = sum(1 for row in rows if row[3])
        bad = slow[0] > WALL or large[2] > MEMORY
        over += bad
        print(
            f"{shape:<8} {slow[0]:6.2f}s  {slow[4]!r:<18.18} {large[2]:5.0f}  {large[4]!r:<18.18} {held:3}"
            f"{'  OVER' * bad}",
            flush=True,
        )
    print(f"bars: {WALL:.0f} s, {MEMORY:.0f} MB; {len(floods)} floods in {len(SHAPES)} shapes; {over} over")
    return 1 if over else 0


if __name__ == "__main__":
    sys.exit(main())
