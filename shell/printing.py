"""What the command line prints: plain rows, or JSON that stays stable."""

import json
import os
import sys
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import TextIO

from language.masking import MASK, mask
from wire.tokens import strip_tokens

IDS = frozenset({"message_id", "sha256", "id", "at"})
Row = Mapping[str, object]
BOLD, DIM, PLAIN = "\x1b[1m", "\x1b[2m", "\x1b[0m"


def has_colour(stream: TextIO) -> bool:
    """Colour on a terminal only, and never where NO_COLOR is set."""
    return stream.isatty() and "NO_COLOR" not in os.environ and os.environ.get("TERM") != "dumb"


def out(text: str = "", end: str = "\n") -> None:
    sys.stdout.write(text + end)


def err(text: str) -> None:
    sys.stderr.write(text + "\n")


def as_json(value: object) -> None:
    """One JSON document; moments as ISO 8601 with offset."""
    out(json_text(value))


def json_text(value: object) -> str:
    """The document that `as_json` prints."""
    return json.dumps(value, ensure_ascii=False, indent=2, default=_plain)


def _plain(value: object) -> str:
    return value.isoformat() if isinstance(value, datetime) else str(value)


def discreet(text: str, known: tuple[str, ...] = ()) -> str:
    """Words that come out of mails, fit to be shown: what looks secret is masked,
    `known` secrets also without a label, and signed addresses lose their token."""
    return mask(strip_tokens(text, f"{MASK}@"), known).text


def tell(text: str = "") -> None:
    """As `out`, for words that come out of mails."""
    out(discreet(text))


def tell_json(value: object) -> None:
    """As `as_json`, with what looks secret masked in every text."""
    as_json(masked(value))


def masked(value: object, known: tuple[str, ...] = ()) -> object:
    """A value for JSON with secrets masked, `known` ones also without a label.
    Names and ids of ours hold no words; a long number in one is no card."""
    if isinstance(value, str):
        return discreet(value, known)
    if isinstance(value, Mapping):
        return {k: v if k in IDS else masked(v, known) for k, v in value.items()}
    if isinstance(value, (list, tuple)):
        return [masked(v, known) for v in value]
    return value


def table(rows: Sequence[Row], columns: Sequence[str], empty: str) -> None:
    """Rows under a head, columns as wide as they need; `empty` where none are."""
    if not rows:
        out(empty)
        return
    cells = [[_cell(row.get(c)) for c in columns] for row in rows]
    wide = [max(len(c), *(len(r[i]) for r in cells)) for i, c in enumerate(columns)]
    head = "  ".join(c.replace("_", " ").ljust(w) for c, w in zip(columns, wide, strict=True)).rstrip()
    out(f"{BOLD}{head}{PLAIN}" if has_colour(sys.stdout) else head)
    for row in cells:
        out("  ".join(c.ljust(w) for c, w in zip(row, wide, strict=True)).rstrip())


def _cell(value: object) -> str:
    if isinstance(value, datetime):
        return f"{value:%Y-%m-%d %H:%M}"
    text = "" if value is None else discreet(str(value))
    line = " ".join(text.split())
    return line if len(line) <= 60 else line[:57] + "..."
