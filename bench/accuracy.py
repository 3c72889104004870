"""How much of the project's own sets of cases is read right, reader by reader.

    python -m bench.accuracy

A table as docs/accuracy.md has it: each set with its score on the first run,
before the reader had seen it, and its score now. The first is what unseen
mail will be like; the second only tells that nothing got lost. `acted` counts
the costly mistakes: a moment invented, a word read that was not there. Exit 1
where a set is read worse than it was known to be.
"""

import sys
from collections.abc import Iterator
from dataclasses import dataclass

from language.brief import lint
from language.due import read_due
from language.short import read_short
from language.words import read_words
from language.zones import usual_locale
from tests.intake import mail_rows
from tests.language import due_rows, test_brief, test_words

CASES = due_rows.CASES
Result = tuple[bool, bool]  # read right; acted on what was not said


@dataclass(frozen=True, slots=True)
class Set:
    """`first` is the score of the first run as the case files and commits tell it: right, rows,
    and costly mistakes where they were counted; 0 rows where nobody noted it."""

    name: str
    files: tuple[str, ...]
    first: tuple[int, int, str]


DUE = (
    Set("due dates 1", ("due_people.txt",), (163, 182, "7")),
    Set("due dates 2", ("due_later.txt",), (151, 166, "6")),
    Set("due dates 3", ("due_third.txt",), (119, 132, "5")),
    Set("due dates 4, whole mails", ("due_bodies.txt",), (32, 40, "7")),
    Set("due dates 5", ("due_fifth.txt",), (315, 334, "8")),
    Set("due dates 6", ("due_sixth.txt",), (162, 178, "8")),
    Set("due dates 7", ("due_seventh.txt",), (138, 144, "3")),
    Set("due dates 8", ("due_eighth.txt",), (145, 149, "3")),
)
WORDS = (
    Set(
        "replies 1",
        ("words_explicit.txt", "words_phrases.txt", "words_negatives.txt", "words_quoted.txt"),
        (358, 366, "-"),
    ),
    Set("replies 2", ("words_more.txt",), (323, 361, "2")),
    Set("replies 3", ("words_third.txt",), (177, 219, "0")),
    Set("replies 4, several things", ("words_fourth.txt",), (89, 109, "-")),
    Set("replies 5, siblings", ("words_fifth.txt",), (415, 438, "0")),
    Set("replies 6, phones and hurry", ("words_sixth.txt",), (303, 329, "1")),
    Set("replies 7, the last blind one", ("words_seventh.txt",), (147, 157, "0")),
    Set("replies 8, from a review", ("words_eighth.txt",), (18, 62, "8")),
)
SHORT = (Set("short answers", ("words_short.txt",), (0, 0, "-")),)
BRIEFS = (
    Set("briefs 1", ("brief_lint.txt",), (21, 21, "0")),
    Set("briefs 2", ("brief_more.txt",), (27, 28, "-")),
    Set("briefs 3", ("brief_third.txt",), (40, 46, "0")),
    Set("briefs 4", ("brief_fourth.txt",), (29, 30, "0")),
)
MAILS = (
    Set("mails: replies", ("replies",), (51, 90, "-")),
    Set("mails: forwards", ("forwards",), (67, 78, "-")),
    Set("mails: machines, people", ("machines",), (72, 98, "2")),
    Set("mails: later, mixed", ("later",), (57, 71, "0")),
)


def lines_of(name: str) -> Iterator[str]:
    for line in (CASES / name).read_text(encoding="utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            yield line


def due(name: str) -> Iterator[Result]:
    for row in due_rows.rows(name):
        reading = read_due(row.text, row.written_at, row.zone, usual_locale(row.zone))
        yield row.agrees(reading), row.invented(reading)


def words(name: str) -> Iterator[Result]:
    for row in map(test_words.parse, lines_of(name)):
        found = {c.word: c for c in read_words(row.text, row.role, test_words.PEOPLE)}
        strange = set(found) - row.optional - set(row.expected)
        args = all(
            name in found and (arg is None or found[name].arg.lower() == arg.rstrip("~").lower())
            for name, arg in row.expected.items()
        )
        yield not strange and args, bool(strange)


def short(name: str) -> Iterator[Result]:
    for line in lines_of(name):
        text, _, wanted = (part.strip() for part in line.rpartition("=>"))
        found = read_short(text)
        right = (found.kind.value if found else "") == wanted.partition(" ")[0]
        yield right, found is not None and not right


def briefs(name: str) -> Iterator[Result]:
    for line in lines_of(name):
        said, _, wanted = line.rpartition("=>")
        verdict, subject, body = (part.strip() for part in said.split(" | ", 2))
        issues = {issue.strip() for issue in wanted.split(",") if issue.strip()}
        found = lint(subject, body.replace("\\n", "\n"))
        right = (found.verdict, set(found.issues) & test_brief.HARD) == (verdict, issues)
        yield right, found.verdict == "split" and verdict != "split"


def mails(name: str) -> Iterator[Result]:
    """Read whole mails; costly is a person's mail that is taken for a machine's."""
    for row in mail_rows.rows(name):
        found = mail_rows.found(row)
        yield found == mail_rows.wanted(row), row.kind == "human" and found != "human"


READERS = ((DUE, due), (WORDS, words), (SHORT, short), (BRIEFS, briefs), (MAILS, mails))


def main() -> int:
    worse = 0
    print(f"{'set':<28} {'first run':>10} {'acted':>6}   {'now':>8} {'acted':>6}")
    for sets, score in READERS:
        for each in sets:
            results = [result for name in each.files for result in score(name)]
            right, acted = sum(r for r, _ in results), sum(a for _, a in results)
            first, of, costly = each.first
            worse += bool(of) and right * of < first * len(results)
            before = f"{first}/{of}" if of else "-"
            print(f"{each.name:<28} {before:>10} {costly:>6}   {f'{right}/{len(results)}':>8} {acted:>6}")
    return 1 if worse else 0


if __name__ == "__main__":
    sys.exit(main())
