"""`read --anonymise`: a copy that may be shared, and whether it is read alike.

People report a misreading with it, so a copy that is read otherwise is no use;
what differs is said.
"""

import secrets
from datetime import datetime
from pathlib import Path

from config import Config
from shell.printing import as_json, err, out
from shell.reading import Reading, Row, reader
from shell.reading_told import BAD_MAIL
from shell.safe_copy import safe_copy
from shell.workshop import Clock

DIFFERS = 1


def anonymise_file(
    config: Config | None,
    clock: Clock,
    path: Path,
    safe_path: Path,
    *,
    at: datetime | None = None,
    json: bool = False,
) -> int:
    """Write a copy of the mail at `path` that is safe to share, and tell whether
    it is read like the mail. The exit code is 0 if so, 1 if not, 65 for no mail."""
    try:
        raw = path.read_bytes()
        copy = safe_copy(raw, secrets.token_bytes(16))
        safe_path.write_bytes(copy)
    except OSError as trouble:
        err(f"{trouble.filename or path} could not be used: {trouble.strerror}.")
        return BAD_MAIL
    except (ValueError, LookupError, AttributeError, RecursionError):
        err(f"{path} cannot be written again part by part. Nothing was written to {safe_path}.")
        return BAD_MAIL
    with reader(config, clock, at, like=raw) as read:
        differences = differing(read(raw), read(copy))
    if json:
        as_json({"written": str(safe_path), "same": not differences, "differs": differences})
    else:
        for line in _told(safe_path, differences):
            out(line)
    return DIFFERS if differences else 0


def differing(one: Reading, other: Reading) -> list[str]:
    """The parts of two readings that are not the same: kind, commands, due, new words, ..."""
    first, second = _essence(one), _essence(other)
    return [name for name in first if first[name] != second[name]]


def _essence(reading: Reading) -> Row:
    mail, arrival = reading.found.mail, reading.arrival
    due = arrival.due
    return {
        "kind": mail.kind,
        "commands": [(c.word, c.how, c.due.at) for c in arrival.commands],
        "due": (due.sure, due.at, due.other, due.rule),
        "new words": len(arrival.words.splitlines()),
        "quotes": mail.words.quoted,
        "forward": mail.words.forward is not None,
        "brief": arrival.lint.verdict,
        "attachments": len(arrival.files),
    }


def _told(path: Path, differences: list[str]) -> list[str]:
    if differences:
        return [
            f"{path} is written, and not read like the mail itself. These differ: {', '.join(differences)}.",
            "Say so when you share it, and look through it before you do.",
        ]
    return [f"{path} is written, and read like the mail itself. Look through it before you share it."]
