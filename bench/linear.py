"""Each reader on text made to hurt: twice the text may take 2.5 times as long.

    python -m bench.linear

A flood is one piece repeated: quotes, "On ", digits, brackets, empty lines.
Each reader takes each flood at a size and at twice that size, in turns, the
best of several counting, in processor time, from 10 KB to 1 MB; what is too
short to measure says nothing. Exit 1 where a reader grows faster, or takes
longer than two seconds for 1 MB.
"""

import sys
from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from time import process_time

from intake.decode import header_text
from intake.html import text_of_html
from intake.parse import parse
from language.brief import lint
from language.due import read_due
from language.lines import brief_lines, imperative_with_due
from language.masking import mask
from language.money import brief_money
from language.reply import new_words
from language.reply_forward import quoted_mail
from language.short import is_praise, read_short
from language.sums import sum_in
from language.words import read_words

NOW = datetime(2026, 11, 30, 17, 12, tzinfo=UTC)
SIZES = (10_000, 80_000, 500_000)  # characters; each is also taken twice as long
BAR, WORST = 2.5, 2.0  # times for twice the text; seconds for 1 MB
FLOOR = 0.002  # seconds: shorter work says nothing about growth
ROUNDS = 3
Reader = Callable[[str], object]

READERS: dict[str, Reader] = {
    "new_words": new_words,
    "quoted_mail": quoted_mail,
    "read_words": lambda text: (read_words(text, "owner", ("Bob",)), read_words(text, "contractor")),
    "read_due": lambda text: read_due(text, NOW, "America/New_York"),
    "lint": lambda text: lint(text, text),
    "mask": mask,
    "brief_lines": lambda text: (brief_lines(text), imperative_with_due(text), brief_money(text)),
    "sum_in": sum_in.__wrapped__,  # without its memory of texts
    "read_short": lambda text: (read_short(text), is_praise(text)),
    "html to text": text_of_html,
    "header": lambda text: header_text(text.encode()),
    "parse text": lambda text: parse(_mail(text, "plain"), NOW),
    "parse html": lambda text: parse(_mail(text, "html"), NOW),
    "parse header": lambda text: parse(f"Subject: {text}\nFrom: {text}\n\nx".encode(), NOW),
}
FLOODS = (
    *("> ", ">", "> a\n", "On ", "On Mon, 1 Jan 2026 at 9:00 a@b.example ", "9", "1/2 ", "12:00 ", "/", "//"),
    *("(", "[", "<", "{", '"', "'", "`", "*", "_", "-", "=", "\n", "\r\n", " \n", " ", "\t", "=?utf-8?q?"),
    *("=?utf-8?q?a?= ", "a@", "a@b.c ", "<a@b.c>, ", "https://", "done ", "done, ", "by Friday ", "due: "),
    *("From: a\n", "From: a@b.c\nDate: x\n", "wrote:\n", "-- \n", "____", "```\n", "password: ", "$1 ", "a"),
    *("<div>", "<a <a ", "<blockquote>", "&amp;", "&", "</", "<!--", "<td>", "4111 ", "T-1 ", "\x00", "é"),
    *(
        "👍",
        "not ",
        "please ",
        "ok, ",
        "if ",
        "- a\n",
        "1. ",
        ";",
        ",",
        ":",
        "fwd: ",
        "--a\n",
        "begin 644 a\n",
    ),
)


def _mail(text: str, kind: str) -> bytes:
    head = f"From: a@b.example\nContent-Type: text/{kind}; charset=utf-8\n\n"
    return (head + text).encode()


def growth(read: Reader, piece: str) -> tuple[float, float]:
    """Return how many times longer twice the text takes, and the seconds of the longest."""
    grown = taken = 0.0
    for size in SIZES:
        short, long = _best(read, piece, size)
        taken = max(taken, long)
        if long >= FLOOR:
            grown = max(grown, long / short)
            if grown > BAR:  # perhaps a neighbour's load: only what stays is a finding
                short, long = _best(read, piece, size, rounds=3 * ROUNDS)
                grown = long / short
        if long > WORST or (grown > BAR):
            break
    return grown, taken


def _best(read: Reader, piece: str, size: int, rounds: int = ROUNDS) -> tuple[float, float]:
    texts = [(piece * (n // len(piece) + 1))[:n] for n in (size, 2 * size)]
    best = [float("inf")] * 2
    for _ in range(rounds):
        for place, text in enumerate(texts):
            best[place] = min(best[place], _seconds(partial(read, text)))
        if best[1] > 0.05 and rounds == ROUNDS:  # long enough to be told apart from noise
            break
    return best[0], best[1]


def _seconds(work: Callable[[], object]) -> float:
    begun = process_time()
    work()
    return process_time() - begun


def main() -> int:
    over = 0
    print(f"{'reader':<14} {'growth':>6}  {'of':<24} {'longest':>9}  of")
    for name, read in READERS.items():
        read("warm-up")
        found = [(*growth(read, piece), piece) for piece in FLOODS]
        grown, taken = max(found), max(found, key=lambda row: row[1])
        bad = grown[0] > BAR or taken[1] > WORST
        over += bad
        print(
            f"{name:<14} {grown[0]:6.2f}  {grown[2]!r:<24.24} {taken[1] * 1000:6.0f} ms  {taken[2]!r:.24}"
            f"{'  OVER' * bad}",
            flush=True,
        )
    print(f"bars: {BAR} times for twice the text, {WORST:.0f} s for 1 MB; {over} readers over")
    return 1 if over else 0


if __name__ == "__main__":
    sys.exit(main())
