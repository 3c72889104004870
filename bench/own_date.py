"""How many ordinary lines an owner's own date holds back.

    python -m bench.own_date [FOLDER ...]

Each line of people's mails is taken as an owner's words on a task with an own date (Friday 4 December
2026, the contractor's Wednesday 2, written on Monday 30 November): how many stay back because they name
that date, and how many more in doubt, as they speak of time in a way that is not surely another date.
The project's own mails and cases are read, and the mails of each folder that is named. `--show` prints
the lines that stay back in doubt. Exit 1 where more than 3 of 100 of the project's lines do.
"""

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from intake.parse import parse
from language.lines import brief_lines
from language.reply import new_words
from tasks.discreet import is_told, named
from tests.tasks.own_date import WRITTEN, hides

ROOT = Path(__file__).parents[1]
MAILS = ROOT / "tests" / "mails"
CASES = ROOT / "tests" / "language" / "cases"
BAR = 0.03
FEW = 3  # words of a line that counts


HIDDEN = hides()


def mails(folder: Path) -> Iterator[str]:
    """The lines that the writers of these mails wrote themselves."""
    for file in sorted(folder.rglob("*.eml")):
        mail = parse(file.read_bytes(), WRITTEN)
        yield from _lines(new_words(mail.text, mail.subject).own)


def cases() -> Iterator[str]:
    """The lines of the briefs and of the replies that the readers' tests hold."""
    for file in sorted(CASES.glob("brief_*.txt")):
        for row in file.read_text(encoding="utf-8").splitlines():
            if not row.startswith("#"):
                body = row.rpartition("=>")[0].split(" | ", 2)[-1]
                yield from _lines(body.replace("\\n", "\n"))
    for file in sorted(CASES.glob("words_*.txt")):
        for row in file.read_text(encoding="utf-8").splitlines():
            if not row.startswith("#"):
                yield from _lines(row.rpartition("=>")[0].rpartition(" | ")[2].replace("\\n", "\n"))


def _lines(text: str) -> Iterator[str]:
    for line in text.splitlines():
        if len(line.split()) >= FEW and not line.startswith(">") and not brief_lines(line):
            yield line.strip()


def measured(name: str, lines: Iterable[str], *, show: bool) -> float:
    """The share of lines that stay back in doubt; both shares are printed."""
    whole = {line for line in lines if line}
    telling = {line for line in whole if next(named(line, HIDDEN), None)}
    doubted = sorted(line for line in whole - telling if is_told(line, HIDDEN))
    of = max(len(whole), 1)
    print(f"{name:<28} {len(whole):>7} {len(telling) / of:>8.1%} {len(doubted) / of:>9.1%}")
    for line in doubted if show else ():
        print(f"    {line[:150]}")
    return len(doubted) / of


def main(words: list[str]) -> int:
    """Print the table."""
    show = "--show" in words
    print(f"{'lines of':<28} {'lines':>7} {'naming':>8} {'in doubt':>9}")
    own = [
        measured("the project's mails", mails(MAILS), show=show),
        measured("its cases", cases(), show=show),
    ]
    for folder in (Path(word) for word in words if not word.startswith("-")):
        measured(folder.name, mails(folder), show=show)
    return 1 if max(own) > BAR else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
