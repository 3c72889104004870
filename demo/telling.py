"""The story of the demo's week, told line by line in plain words."""

import sys
import textwrap
from dataclasses import dataclass
from datetime import date, datetime

from demo.cast import OWNER, Player
from demo.client import Letter
from shell.printing import BOLD, DIM, PLAIN, has_colour, out
from tasks.letters import Kind

WIDE = 100  # characters in a line of the story
QUOTED = 240  # characters shown of what a person writes

# What it means that this letter came; {due} is on its reader's clock.
CAME: dict[str, str] = {
    Kind.ASSIGNMENT: "{reader} gets {tag} as a mail, due {due}.",
    Kind.RECEIPT: "{reader} reads that {tag} is on its way, and how the date was understood.",
    Kind.PROBE: "{reader} is asked how {tag} goes.",
    Kind.REMINDER: "{reader} is reminded of {tag}, due {due}.",
    Kind.QUESTION: "{reader} reads the question about {tag}.",
    Kind.RELAY: "{reader} reads the answer about {tag}.",
    Kind.OWED: "{reader} is reminded that {tag} waits for an answer.",
    Kind.REVIEW: "{reader} is asked to look at what was handed in for {tag}.",
    Kind.APPROVED: "{reader} reads that {tag} is approved.",
    Kind.OVERDUE: "{reader} is asked how {tag} stands: it was due {due}.",
    Kind.LATE: "{reader} hears that {tag} is late.",
    Kind.ESCALATION: "{reader} is called in: {tag} is well past its date.",
    Kind.PROPOSAL: "{reader} is asked to agree to another date for {tag}.",
    Kind.DUE_CHANGED: "{reader} reads that {tag} is now due {due}.",
    Kind.DIGEST: "{reader} gets the digest.",
}
OTHERWISE = "{reader} gets a letter ({kind}) about {tag}."


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the story: when (aware), who, what happened, and the words
    that were written, or that stand at the head of the letter."""

    at: datetime
    who: str
    text: str
    words: str = ""
    letter: int = 0


def short(words: str) -> str:
    """The beginning of what a person wrote, in one line."""
    line = " / ".join(" ".join(part.split()) for part in words.splitlines() if part.strip())
    return line if len(line) <= QUOTED else line[: QUOTED - 3].rstrip() + "..."


def of_letter(letter: Letter, due: datetime | None) -> Line:
    """The line that tells of a letter. `due` is its task's moment (aware)."""
    reader = letter.reader
    at = f"{reader.local(due):%a %-d %b %H:%M}" if due else "without a date"
    form = CAME.get(letter.kind, OTHERWISE)
    text = form.format(reader=reader.first, tag=letter.tag or "the tasks", due=at, kind=letter.kind)
    words = letter.text.partition("\n")[0] if letter.kind == Kind.DIGEST else ""
    return Line(letter.at, reader.user, text + _place(reader, letter.at), words, letter.number)


def of_mail(writer: Player, at: datetime, to: str, subject: str, words: str, attached: str = "") -> Line:
    """The line that tells of a task that is mailed in."""
    file = f", with {attached}" if attached else ""
    return Line(at, writer.user, f'{writer.first} writes to {to}: "{subject}"{file}', words)


def of_answer(writer: Player, at: datetime, letter: Letter, words: str, attached: str = "") -> Line:
    """The line that tells of a reply to a letter."""
    file = f", with {attached}" if attached else ""
    text = f"{writer.first} answers ({letter.tag}){file}{_place(writer, at)}"
    return Line(at, writer.user, text, words)


def _place(person: Player, at: datetime) -> str:
    """The person's own clock, where it is not the owner's."""
    return f"  [{person.local(at):%a %H:%M} in {person.place}]" if person.place else ""


class Teller:
    """Keeps the story, and prints it as it goes unless it is to be quiet."""

    def __init__(self, *, quiet: bool) -> None:
        self.lines: list[Line] = []
        self._quiet, self._colour = quiet, has_colour(sys.stdout)
        self._day: date | None = None
        self._at = ""

    def tell(self, line: Line) -> None:
        self.lines.append(line)
        if not self._quiet:
            for row in self._rows(line):
                out(row)
            sys.stdout.flush()

    def _rows(self, line: Line) -> list[str]:
        local = OWNER.local(line.at)
        rows = []
        if local.date() != self._day:
            self._day, self._at = local.date(), ""
            rows += ["", self._ink(BOLD, f"{local:%A %-d %B}")]
        clock = f"{local:%H:%M}"
        rows.append(f"  {clock if clock != self._at else '':5}  {line.text}")
        self._at = clock
        if line.words:
            quoted = textwrap.wrap(f"\u201c{short(line.words)}\u201d", WIDE - 11)
            rows += [self._ink(DIM, f"           {part}") for part in quoted]
        return rows

    def _ink(self, ink: str, text: str) -> str:
        return f"{ink}{text}{PLAIN}" if self._colour else text
