"""The rows of due phrases in `cases/`, and how a reading is held against one."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from language.meaning import DueReading, Sure

CASES = Path(__file__).parent / "cases"


@dataclass(frozen=True, slots=True)
class Row:
    """A mail `text` of a writer in `zone` at `written_at` (aware), and what it means; `misread`:
    the reader is known to get it wrong ("!" in front)."""

    text: str
    written_at: datetime
    zone: str
    meaning: str
    misread: bool = False

    def agrees(self, reading: DueReading) -> bool:
        """Tell whether a reading is the meaning: its moment, and its doubt where the row has one.
        "no" is any reading without a moment."""
        if self.meaning == "no":
            return reading.at is None
        if self.meaning in ("none", "open", "ask"):
            return reading.sure == Sure(self.meaning)
        wall = datetime.fromisoformat(self.meaning.lstrip("~")[:16])
        place = self.meaning.lstrip("~")[16:].strip() or self.zone
        at = wall.replace(tzinfo=ZoneInfo(place)).astimezone(UTC)
        doubtful = not self.meaning.startswith("~") or reading.sure is Sure.AMBIGUOUS
        return reading.sure in (Sure.SURE, Sure.AMBIGUOUS) and reading.at == at and doubtful

    def invented(self, reading: DueReading) -> bool:
        """Tell whether a reading gives another moment than the meaning: the costly mistake."""
        return reading.sure in (Sure.SURE, Sure.AMBIGUOUS) and not self.agrees(reading)


def rows(name: str) -> Iterator[Row]:
    """Yield the rows of a file of cases; "@ day time zone" says when and where they were written."""
    written_at, zone = datetime.now(UTC), "UTC"
    for line in (CASES / name).read_text("utf-8").splitlines():
        if line.startswith("@"):
            _, day, clock, zone = line.split()
            written_at = datetime.fromisoformat(f"{day} {clock}").replace(tzinfo=ZoneInfo(zone))
        elif line and not line.startswith("#"):
            meaning, _, text = line.partition(" | ")
            yield Row(
                text.replace("\\n", "\n"), written_at, zone, meaning.lstrip("!"), meaning.startswith("!")
            )
