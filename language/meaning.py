"""What a text was found to mean.

The readers of this room return these values and nothing else. They carry how
the reader knew, so that the core can ask where a wrong reading would cost.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class How(StrEnum):
    """How a command word was known: written as one, or read from a phrase."""

    EXPLICIT = "explicit"
    PHRASE = "phrase"


class Sure(StrEnum):
    """The outcomes of a due reader.

    NONE: no due clause at all. OPEN: the writer said there is no date ("no
    rush", "ASAP"). SURE: one reading. AMBIGUOUS: the house rule's reading in
    `at`, the other in `other`. ASK: a date was meant, but cannot be read.
    """

    NONE = "none"
    OPEN = "open"
    SURE = "sure"
    AMBIGUOUS = "ambiguous"
    ASK = "ask"


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """A date beside the final one: `at` is aware UTC, `phrase` as written."""

    at: datetime
    phrase: str


@dataclass(frozen=True, slots=True)
class DueReading:
    """What a due reader found. `at` and `other` are aware UTC; `zone` is the
    IANA zone in which the phrase was read; `rule` names the rule that decided
    (for `why` and `read`); `urgent` is set by ASAP and its like."""

    sure: Sure = Sure.NONE
    at: datetime | None = None
    zone: str = "UTC"
    phrase: str = ""
    rule: str = ""
    other: datetime | None = None
    urgent: bool = False
    checkpoints: tuple[Checkpoint, ...] = ()
    question: str = ""  # for ASK: one sentence to the owner, why it could not be read


NO_DUE = DueReading()


@dataclass(frozen=True, slots=True)
class Command:
    """One command word found in new text.

    `word` is the canonical name (`approve`, `eta`, ...); `arg` its argument as
    written, or normalised where the word's row says so ("200 USD", "60",
    "2.5", "1,3"); `line` the line it stood in; `due` the reading of an
    argument that is a due phrase, filled in by intake where the zone is known;
    `more` the lines below that the argument took up.
    """

    word: str
    arg: str = ""
    how: How = How.EXPLICIT
    line: str = ""
    due: DueReading = NO_DUE
    more: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Forward:
    """A forwarded mail found inside another: its first sender and its text;
    `note` is what the forwarder wrote above it; `sent` is its Date line, or the
    words that introduce it, as they stand there (see `quotes_dates.sent_at`)."""

    sender: str
    subject: str
    text: str
    note: str
    sent: str = ""


@dataclass(frozen=True, slots=True)
class NewWords:
    """The new words of a mail: `text` without quotes, quote headers and
    signatures; `quoted` tells whether anything quoted was cut; `pairs` are
    (quoted question, answer below it) where answers stand between quotes."""

    text: str
    quoted: bool = False
    signature: str = ""
    forward: Forward | None = None
    pairs: tuple[tuple[str, str], ...] = ()

    @property
    def own(self) -> str:
        """What the writer wrote and may be obeyed: without a forward's text and kept quotes."""
        if self.forward is not None:
            return self.forward.note
        return "\n".join(line for line in self.text.splitlines() if not line.lstrip().startswith(">"))


@dataclass(frozen=True, slots=True)
class Lint:
    """The brief reader's finding: `verdict` is ok, ask or split; `issues` are
    the codes of language.md (multi_task, vague_title, vague_outcome, no_due,
    secret, no_steps, no_place); `parts` the tasks found when it says split."""

    verdict: str = "ok"
    issues: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()
